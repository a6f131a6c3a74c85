// What a person says of the reading changes the chronicle and never the reading; it outlives a document's being read anew.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <random>

#include "engine/letters.h"
#include "store/folder.h"

namespace hearsay::testing {
namespace {

// The letters' chronicle in a store of its own.
class Corrections : public ::testing::Test {
 protected:
  Corrections() : store_(new_store()) {
    for (const Letter& letter : letters()) save(analysed(letter));
    update();
  }

  static Store new_store() {
    Result<Store> store = Store::open(":memory:");
    if (!store) throw std::runtime_error(store.error().message);
    return std::move(*store);
  }
  void save(const Analysis& analysis) {
    if (const auto saved = store_.save(analysis); !saved) throw std::runtime_error(saved.error().message);
  }
  void update() {
    if (const Status done = shared_engine().update(store_); !done) throw std::runtime_error(done.error().message);
  }
  std::string correct(Correction correction) {
    if (correction.by.empty()) correction.by = "Ada";
    const auto id = shared_engine().correct(store_, std::move(correction));
    if (!id) return id.error().message;
    update();
    return *id;
  }
  void withdraw(const std::string& id) {
    if (const Status done = store_.withdraw_correction(id, "Binh"); !done) throw std::runtime_error(done.error().message);
    update();
  }
  std::vector<Happening> chronicle() const {
    const auto all = store_.load_chronicle();
    if (!all || !*all) throw std::runtime_error("no chronicle");
    return **all;
  }
  std::vector<std::string> records() const {
    std::vector<std::string> out;
    for (const Happening& happening : chronicle()) out.push_back(happening_record(happening));
    return out;
  }
  // What all documents give at once.
  std::vector<std::string> made_at_once() const {
    std::vector<std::string> out;
    for (const Happening& happening : shared_engine().chronicle(*store_.load_all())) out.push_back(happening_record(happening));
    return out;
  }
  // The happening that most reports tell.
  Happening most_told() const {
    const auto all = chronicle();
    return *std::max_element(all.begin(), all.end(), [](const Happening& a, const Happening& b) { return a.documents < b.documents; });
  }
  std::vector<CorrectedPlace> tellings(const Happening& happening) const {
    std::vector<CorrectedPlace> places;
    for (const HappeningMention& mention : happening.mentions) places.push_back(place_of(**store_.load(mention.document), CorrectedItem::kEvent, mention.event));
    return places;
  }
  // The happening that tells at a place; empty if none does.
  std::string told_at(const CorrectedPlace& place) const {
    for (const Happening& happening : chronicle())
      for (const HappeningMention& mention : happening.mentions)
        if (mention.document == place.document && mention.start == place.start && mention.end == place.end) return happening.id;
    return {};
  }

  Store store_;
};

TEST_F(Corrections, RejectedEventTellsNothing) {
  const Happening before = most_told();
  const std::vector<CorrectedPlace> places = tellings(before);
  const auto untouched = records();
  const std::string id = correct({.kind = CorrectionKind::kReject, .places = {places.back()}, .words = "he speaks of another letter"});
  EXPECT_EQ(id, "c1");
  EXPECT_EQ(told_at(places.back()), "");
  for (size_t i = 0; i + 1 < places.size(); ++i) EXPECT_EQ(told_at(places[i]), told_at(places.front()));
  EXPECT_TRUE(records() == made_at_once());
  const auto kept = store_.corrections();
  ASSERT_TRUE(kept);
  ASSERT_EQ(kept->size(), 1u);
  EXPECT_EQ(kept->front().by, "Ada");
  EXPECT_EQ(kept->front().words, "he speaks of another letter");
  EXPECT_FALSE(kept->front().made.empty());
  EXPECT_FALSE(kept->front().lost);
  withdraw(id);
  EXPECT_TRUE(records() == untouched);
  EXPECT_EQ(store_.corrections()->front().withdrawn_by, "Binh");
}

TEST_F(Corrections, RejectedStatementIsNobodysWord) {
  const auto all = chronicle();
  const auto quoted = std::find_if(all.begin(), all.end(), [](const Happening& one) {
    return std::any_of(one.origins.begin(), one.origins.end(), [](const Origin& origin) { return origin.kind != OriginKind::kOutlet; });
  });
  ASSERT_NE(quoted, all.end());
  const auto origin = std::find_if(quoted->origins.begin(), quoted->origins.end(), [](const Origin& one) { return one.kind != OriginKind::kOutlet; });
  std::vector<CorrectedPlace> places;
  for (const StatementRef& said : origin->statements) places.push_back(place_of(**store_.load(said.document), CorrectedItem::kStatement, said.statement));
  correct({.kind = CorrectionKind::kReject, .places = places});
  for (const Happening& now : chronicle())
    for (const Origin& one : now.origins)
      for (const StatementRef& said : one.statements)
        EXPECT_FALSE(said.statement >= 0 && (*store_.load(said.document))->statements[static_cast<size_t>(said.statement)].rejected) << now.id;
  EXPECT_TRUE(records() == made_at_once());
}

TEST_F(Corrections, TheReadingStaysAsItWas) {
  const CorrectedPlace place = tellings(most_told()).front();
  const std::string before = analysis_record(**store_.load(place.document));
  const std::string id = correct({.kind = CorrectionKind::kReject, .places = {place}});
  EXPECT_NE(analysis_record(**store_.load(place.document)), before) << "the record says that it is rejected";
  withdraw(id);
  EXPECT_EQ(analysis_record(**store_.load(place.document)), before);
}

TEST_F(Corrections, MergedHappeningsAreOneWhateverTheyAre) {
  const auto all = chronicle();
  ASSERT_GE(all.size(), 4u);
  std::mt19937 random(7);
  const auto untouched = records();
  for (int times = 0; times < 12; ++times) {
    const Happening &a = all[random() % all.size()], &b = all[random() % all.size()];
    if (a.id == b.id) continue;
    std::vector<CorrectedPlace> places = tellings(a);
    for (const CorrectedPlace& place : tellings(b)) places.push_back(place);
    const std::string id = correct({.kind = CorrectionKind::kMerge, .places = places});
    std::set<std::string> now;
    for (const CorrectedPlace& place : places) now.insert(told_at(place));
    EXPECT_EQ(now.size(), 1u) << a.kind << " and " << b.kind;
    EXPECT_TRUE(records() == made_at_once());
    withdraw(id);
    EXPECT_TRUE(records() == untouched);
  }
}

TEST_F(Corrections, MergesSayWhoseTheyAre) {
  const auto all = chronicle();
  std::vector<CorrectedPlace> places = tellings(all[0]);
  for (const CorrectedPlace& place : tellings(all[1])) places.push_back(place);
  correct({.kind = CorrectionKind::kMerge, .places = places});
  const std::string merged = told_at(places.front());
  const auto now = chronicle();
  const auto one = std::find_if(now.begin(), now.end(), [&](const Happening& happening) { return happening.id == merged; });
  EXPECT_TRUE(std::any_of(one->mentions.begin(), one->mentions.end(), [](const HappeningMention& mention) { return mention.because.find("Ada takes them for one (c1)") != std::string::npos; }));
}

TEST_F(Corrections, SplitHappeningsAreTwo) {
  const Happening before = most_told();
  std::vector<CorrectedPlace> places = tellings(before);
  ASSERT_GE(places.size(), 3u);
  places.back().part = 1;
  const std::string id = correct({.kind = CorrectionKind::kSplit, .places = places});
  EXPECT_EQ(id, "c1");
  const std::string gone = told_at(places.back());
  EXPECT_NE(gone, "");
  for (size_t i = 0; i + 1 < places.size(); ++i) EXPECT_NE(told_at(places[i]), gone);
  EXPECT_TRUE(records() == made_at_once());
}

TEST_F(Corrections, WhatIsHeldTogetherIsNotKeptApart) {
  const auto all = chronicle();
  std::vector<CorrectedPlace> places = tellings(all[0]);
  for (const CorrectedPlace& place : tellings(all[1])) places.push_back(place);
  correct({.kind = CorrectionKind::kMerge, .places = places});
  places.back().part = 1;
  EXPECT_EQ(correct({.kind = CorrectionKind::kSplit, .places = places}), "c1 takes them for one: withdraw it first");
  withdraw("c1");
  const std::string split = correct({.kind = CorrectionKind::kSplit, .places = places});
  EXPECT_EQ(split, "c2");
  EXPECT_EQ(correct({.kind = CorrectionKind::kMerge, .places = places}), "c2 keeps them apart: withdraw it first");
}

TEST_F(Corrections, OutliveTheDocumentsBeingReadAnew) {
  const CorrectedPlace place = tellings(most_told()).back();
  correct({.kind = CorrectionKind::kReject, .places = {place}});
  Analysis again = **store_.load(place.document);
  // Read by a newer pack: another event before it, so that its number is another one.
  Event first = again.events.front();
  first.kind = "visit";
  for (Event& event : again.events) event.rejected = false;
  again.events.insert(again.events.begin(), first);
  save(again);
  update();
  EXPECT_EQ(told_at(place), "");
  EXPECT_FALSE(store_.corrections()->front().lost);
  EXPECT_TRUE(records() == made_at_once());
  // What it was said of is not read any more.
  std::erase_if(again.events, [&](const Event& event) { return CodePoints(again.document.text).at(event.span.start) == place.start; });
  save(again);
  update();
  EXPECT_TRUE(store_.corrections()->front().lost);
  EXPECT_TRUE(records() == made_at_once());
  ASSERT_TRUE(store_.forget(place.document));
  update();
  EXPECT_TRUE(store_.corrections()->front().lost);
}

TEST_F(Corrections, OwnersMakeOutletsOneVoice) {
  std::map<std::string, std::string> outlets;          // by id: of one document
  const auto documents = store_.load_all();
  for (const Analysis& analysis : *documents)
    for (const Actor& actor : analysis.actors)
      if (actor.outlet && actor.owner.empty()) outlets.emplace(actor.id, analysis.document.id);
  ASSERT_GE(outlets.size(), 2u);
  const auto [outlet, document] = *outlets.begin();
  const std::string owner = outlets.rbegin()->first;
  const auto untouched = records();
  correct({.kind = CorrectionKind::kOwner, .actor = outlet, .owner = owner});
  const auto now = store_.load(document);
  for (const Actor& actor : (*now)->actors) EXPECT_TRUE(actor.id != outlet || actor.owner == owner);
  EXPECT_TRUE(records() == made_at_once());
  withdraw("c1");
  EXPECT_TRUE(records() == untouched);
}

TEST_F(Corrections, OutletsThatNobodyNamesHaveOwnersToo) {
  const auto untouched = records();
  correct({.kind = CorrectionKind::kOwner, .actor = "the-harbour-post", .owner = "Harbour Group"});
  correct({.kind = CorrectionKind::kOwner, .actor = "meridian-daily", .owner = "Harbour Group"});
  int printed = 0;
  const auto documents = store_.load_all();
  for (const Analysis& analysis : *documents) {
    if (analysis.document.outlet_id != "the-harbour-post" && analysis.document.outlet_id != "meridian-daily") continue;
    ++printed;
    const Actor& outlet = analysis.actors.back();
    EXPECT_EQ(outlet.id, analysis.document.outlet_id);
    EXPECT_EQ(outlet.name, analysis.document.outlet_name);
    EXPECT_EQ(outlet.owner, "Harbour Group");
  }
  EXPECT_GT(printed, 1);
  EXPECT_TRUE(records() == made_at_once());
  withdraw("c1");
  withdraw("c2");
  EXPECT_TRUE(records() == untouched);
}

TEST_F(Corrections, NotesChangeNothing) {
  const auto untouched = records();
  EXPECT_EQ(correct({.kind = CorrectionKind::kNote, .places = tellings(most_told()), .words = "asked the ministry"}), "c1");
  EXPECT_EQ(correct({.kind = CorrectionKind::kNote, .actor = "kim-jong-un", .words = "in office since 2011"}), "c2");
  EXPECT_TRUE(records() == untouched);
}

TEST_F(Corrections, WhatMakesNoSenseIsRefused) {
  const CorrectedPlace place = tellings(most_told()).front();
  CorrectedPlace elsewhere = place, nowhere = place, words = place;
  elsewhere.document = "0000000000000000";
  nowhere.start = nowhere.end = 0;
  words.item = CorrectedItem::kWords;
  EXPECT_EQ(correct({.kind = CorrectionKind::kReject}), "the correction does not say what it is about");
  EXPECT_EQ(correct({.kind = CorrectionKind::kReject, .places = {elsewhere}}), "there is no document 0000000000000000");
  EXPECT_EQ(correct({.kind = CorrectionKind::kReject, .places = {nowhere}}), "no event is read in characters 0 to 0 of document " + place.document);
  EXPECT_EQ(correct({.kind = CorrectionKind::kReject, .places = {words}}), "only statements and events can be rejected");
  EXPECT_EQ(correct({.kind = CorrectionKind::kMerge, .places = {place}}), "it takes two events to be one happening");
  EXPECT_EQ(correct({.kind = CorrectionKind::kSplit, .places = {place, place}}), "a happening is split into two parts, and one of them is empty");
  EXPECT_EQ(correct({.kind = CorrectionKind::kOwner}), "the correction does not say what it is about");
  EXPECT_EQ(correct({.kind = CorrectionKind::kNote, .places = {place}}), "a note needs words");
  EXPECT_EQ(shared_engine().correct(store_, {.kind = CorrectionKind::kReject, .places = {place}}).error().message, "a correction needs a name: whose it is");
  EXPECT_EQ(store_.withdraw_correction("c1", "Ada").error().message, "no correction c1 holds");
  EXPECT_EQ(store_.withdraw_correction("x", "Ada").error().message, "no correction x holds");
  EXPECT_TRUE(store_.corrections()->empty());
}

TEST(CorrectionRecord, ReadsBack) {
  Correction correction{.id = "c7", .kind = CorrectionKind::kSplit, .words = "hai lá thư", .by = "Ada", .made = "2026-11-23T09:00:00Z"};
  correction.places.push_back({"0123456789abcdef", CorrectedItem::kEvent, 3, 9, "letter-sent usa prk happened", "lá thư", 1});
  const std::string record = correction_record(correction);
  const auto read = read_correction_record(record);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(correction_record(*read), record);
  EXPECT_FALSE(read_correction_record(R"({"format":"hearsay-correction/1","kind":"none"})"));
}

}  // namespace
}  // namespace hearsay::testing
