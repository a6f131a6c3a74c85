// What lists ask of a store: documents, actors, the lengths of ids, copies in memory.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "folder.h"

namespace hearsay {
namespace {

using sample::report;

class StoreLists : public sample::StoreTest {
 protected:
  // Two reports: the sample's, of 2025 and in Vietnamese, and one in English that holds its actors alone.
  Store filled() {
    Store store = open();
    EXPECT_TRUE(store.save(sample::analysis()));
    Analysis other = report("doc-2", "Letters.");
    other.document.path = "other.txt";
    other.document.lang = "en";
    other.document.outlet_id = "hanoi-times";
    other.document.outlet_name = "Hà Nội Times";
    other.document.published = "2024-03-05";
    other.document.published_day = Day{std::chrono::year{2024} / 3 / 5};
    other.actors = {sample::analysis().actors[0]};
    EXPECT_TRUE(store.save(other));
    return store;
  }
  // Ids of the documents, a space behind each.
  static std::string listed(const Store& store, const DocumentQuery& asked) {
    std::string out;
    const auto numbers = store.list_documents(asked);
    EXPECT_TRUE(numbers);
    for (int64_t number : *numbers) out += (**store.load(number)).document.id + " ";
    return out;
  }
  // Ids of the actors, each once.
  static std::set<std::string> found(const Store& store, const std::string& name, const std::vector<std::string>& ids = {}) {
    std::set<std::string> out;
    const auto actors = store.find_actors(name, ids);
    EXPECT_TRUE(actors);
    for (const Actor& actor : *actors) out.insert(actor.id);
    return out;
  }
  using Ids = std::set<std::string>;
};

TEST_F(StoreLists, GiveDocumentsByDay) { EXPECT_EQ(listed(filled(), {}), "doc-2 doc-1 "); }

TEST_F(StoreLists, GiveTheDocumentsAskedFor) {
  const Store store = filled();
  EXPECT_EQ(listed(store, {.ids = {"doc-1", "doc-9"}}), "doc-1 ");
  EXPECT_EQ(listed(store, {.actors = {"kim"}}), "doc-1 ");
  EXPECT_EQ(listed(store, {.countries = {"PRK"}}), "doc-2 doc-1 ");
  EXPECT_EQ(listed(store, {.actors = {"prk"}}), "doc-2 doc-1 ");
  EXPECT_EQ(listed(store, {.speakers = {"kim"}}), "doc-1 ");
  EXPECT_EQ(listed(store, {.speakers = {"prk"}}), "") << "named in both, and speaks in none";
  EXPECT_EQ(listed(store, {.lang = "en"}), "doc-2 ");
  EXPECT_EQ(listed(store, {.outlet = "hanoi-times"}), "doc-2 ");
  EXPECT_EQ(listed(store, {.outlet = "ha noi times"}), "doc-2 ");
  EXPECT_EQ(listed(store, {.to = Day{std::chrono::year{2024} / 12 / 31}}), "doc-2 ");
  EXPECT_EQ(listed(store, {.actors = {"kim"}, .lang = "en"}), "");
}

TEST_F(StoreLists, FindActorsByWhatPeopleType) {
  const Store store = filled();
  EXPECT_EQ(found(store, "prk"), Ids{"prk"});
  EXPECT_EQ(found(store, "PRK"), Ids{"prk"});
  EXPECT_EQ(found(store, "north korea"), Ids{"prk"});
  EXPECT_EQ(found(store, "HA NOI"), Ids{"ha-noi"});
  EXPECT_EQ(found(store, "korea"), Ids{"prk"});
  EXPECT_EQ(found(store, "kor"), Ids{});                     // whole words
  EXPECT_EQ(store.find_actors("north kor", {}, true)->front().id, "prk");
  EXPECT_TRUE(store.find_actors("orth", {}, true)->empty());
  EXPECT_EQ(found(store, "nobody", {"kim"}), Ids{"kim"});
  EXPECT_EQ(found(store, ""), Ids{});
}

TEST_F(StoreLists, AddUpWhatIsToldOfActors) {
  const Store store = filled();
  const auto totals = store.actor_totals();
  ASSERT_TRUE(totals);
  const auto korea = std::find_if(totals->begin(), totals->end(), [](const ActorTotals& one) { return one.actor.id == "prk"; });
  ASSERT_NE(korea, totals->end());
  EXPECT_EQ(korea->actor.name, "North Korea");
  EXPECT_EQ(korea->codes, std::vector<std::string>{"PRK"});
  EXPECT_EQ(korea->documents, 2);
  EXPECT_EQ(korea->mentions, 2);
  const auto of_one = store.actor_totals({"doc-2"});
  ASSERT_TRUE(of_one && of_one->size() == 1);
  EXPECT_EQ(of_one->front().documents, 1);
  EXPECT_EQ(of_one->front().events, 0);
}

TEST_F(StoreLists, SayHowManyLettersTellIdsApart) {
  const Store store = filled();
  EXPECT_EQ(*store.distinct_length(Store::Sort::kDocuments, {"doc-1"}), 5u);
  EXPECT_EQ(*store.distinct_length(Store::Sort::kStories, {"s1"}), 1u);
}

TEST_F(StoreLists, ACopyIsChangedAlone) {
  const Store store = filled();
  Result<Store> copy = store.copy();
  ASSERT_TRUE(copy);
  ASSERT_TRUE(copy->forget("doc-1"));
  EXPECT_EQ(listed(*copy, {}), "doc-2 ");
  EXPECT_EQ(listed(store, {}), "doc-2 doc-1 ");
}

}  // namespace
}  // namespace hearsay
