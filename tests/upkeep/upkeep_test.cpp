// The chronicle that a store keeps is the one that is made of all its documents at once, in whatever order they came and went.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <random>
#include <set>

#include "chronicle/builder.h"
#include "engine/reading.h"
#include "store/folder.h"
#include "story/scenario.h"
#include "upkeep/upkeep.h"

namespace hearsay::testing {
namespace {

// The reports of all scenarios, some of which are near copies, and one that nobody can date.
const std::vector<Analysis>& pool() {
  static const std::vector<Analysis> all = [] {
    std::vector<Analysis> out;
    for (const std::string& name : scenario_names())
      for (Analysis& analysis : ScenarioReader(name).read().analyses) out.push_back(std::move(analysis));
    return out;
  }();
  return all;
}

// Happenings and stories, as records.
using Records = std::vector<std::string>;

Records made_at_once(const std::vector<Analysis>& analyses) {
  const std::vector<Happening> happenings = shared_engine().chronicle(analyses);
  Records out;
  for (const Happening& happening : happenings) out.push_back(happening_record(happening));
  for (const Story& story : shared_engine().stories(analyses, happenings)) out.push_back(story_record(story));
  return out;
}

Records kept_in(const Store& store) {
  const auto happenings = store.load_chronicle();
  const auto stories = store.load_stories();
  if (!happenings || !stories) throw std::runtime_error("the store does not answer");
  if (!*happenings || !*stories) return {"not current"};
  Records out;
  for (const Happening& happening : **happenings) out.push_back(happening_record(happening));
  for (const Story& story : **stories) out.push_back(story_record(story));
  return out;
}

// The first that differ, in short.
::testing::AssertionResult same(const Records& found, const Records& expected) {
  for (size_t i = 0; i < std::max(found.size(), expected.size()); ++i) {
    const std::string a = i < found.size() ? found[i] : "none", b = i < expected.size() ? expected[i] : "none";
    if (a == b) continue;
    const auto at = static_cast<size_t>(std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin()).first - a.begin());
    const size_t from = at > 60 ? at - 60 : 0;
    return ::testing::AssertionFailure() << found.size() << " records, expected " << expected.size() << "; record " << i << "\n  is " << a.substr(0, 60) << " ... "
                                         << a.substr(from, 160) << "\n  not " << b.substr(0, 60) << " ... " << b.substr(from, 160);
  }
  return ::testing::AssertionSuccess();
}

class Kept {
 public:
  Kept() : store_(open()) {}
  void save(const Analysis& analysis) {
    const auto saved = store_.save(analysis);
    if (!saved) throw std::runtime_error(saved.error().message);
  }
  void update(const DeskRoom& room) { check(update_chronicle(store_, real_packs(), shared_engine().packs_id(), {}, room)); }
  void update() { check(shared_engine().update(store_)); }
  Records records() const { return kept_in(store_); }
  Store& store() { return store_; }

 private:
  static void check(const Status& done) {
    if (!done) throw std::runtime_error(done.error().message);
  }
  static Store open() {
    Result<Store> store = Store::open(":memory:");
    if (!store) throw std::runtime_error(store.error().message);
    return std::move(*store);
  }
  Store store_;
};

class Upkeep : public ::testing::TestWithParam<unsigned> {};

TEST_P(Upkeep, GivesWhatAllAtOnceGiveInAnyOrder) {
  std::mt19937 random(GetParam());
  std::vector<Analysis> analyses = pool();
  std::shuffle(analyses.begin(), analyses.end(), random);
  Kept kept;
  for (const Analysis& analysis : analyses) {
    kept.save(analysis);
    if (random() % 12 == 0) kept.update();
  }
  kept.update();
  EXPECT_TRUE(same(kept.records(), made_at_once(analyses)));
}

TEST_P(Upkeep, NeedsNoRoom) {
  std::mt19937 random(GetParam());
  std::vector<Analysis> analyses = pool();
  std::shuffle(analyses.begin(), analyses.end(), random);
  Kept kept;
  for (const Analysis& analysis : analyses) {
    kept.save(analysis);
    if (random() % 60 == 0) kept.update({.texts = 0, .reports = 20, .tellings = 0});
  }
  kept.update({.texts = 20, .reports = 0, .tellings = 30});
  EXPECT_TRUE(same(kept.records(), made_at_once(analyses)));
}

TEST_P(Upkeep, TakesOutWhatAReportBroughtIn) {
  std::mt19937 random(GetParam());
  std::vector<Analysis> left = pool();
  std::shuffle(left.begin(), left.end(), random);
  Kept kept;
  for (const Analysis& analysis : left) kept.save(analysis);
  kept.update();
  while (left.size() > pool().size() / 3) {
    EXPECT_EQ(*kept.store().forget(left.back().document.id), 1);
    left.pop_back();
    if (random() % 12 == 0) kept.update();
  }
  kept.update();
  EXPECT_TRUE(same(kept.records(), made_at_once(left)));
  for (const Analysis& analysis : left) EXPECT_EQ(*kept.store().forget(analysis.document.id), 1);
  kept.update();
  EXPECT_EQ(kept.records(), Records{});
}

TEST_P(Upkeep, TakesAReportThatIsReadOtherwise) {
  std::mt19937 random(GetParam());
  std::vector<Analysis> analyses = pool();
  Kept kept;
  for (const Analysis& analysis : analyses) kept.save(analysis);
  kept.update();
  for (int times = 0; times < 40; ++times) {
    Analysis& one = analyses[random() % analyses.size()];
    if (one.document.published_day && random() % 2 == 0) {
      *one.document.published_day += std::chrono::days{static_cast<int>(random() % 60) - 30};
      one.document.published = iso(*one.document.published_day);
    } else if (!one.events.empty()) {
      one.events.pop_back();
      one.figures.clear();
    }
    kept.save(one);
    if (random() % 5 == 0) kept.update();
  }
  kept.update();
  EXPECT_TRUE(same(kept.records(), made_at_once(analyses)));
}

Records records_of(const std::vector<Happening>& happenings) {
  Records out;
  for (const Happening& happening : happenings) out.push_back(happening_record(happening));
  return out;
}

Records as_of(const Store& store, std::optional<Day> day, const DocumentQuery& told_by) {
  const auto happenings = shared_engine().chronicle_as_of(store, day, told_by);
  if (!happenings) throw std::runtime_error(happenings.error().message);
  return records_of(*happenings);
}

// The days on which reports came out, a few of them.
std::vector<Day> some_days() {
  std::set<Day> days;
  for (const Analysis& analysis : pool())
    if (analysis.document.published_day) days.insert(*analysis.document.published_day);
  std::vector<Day> out;
  for (size_t i = 0; Day day : days)
    if (i++ % 9 == 4) out.push_back(day);
  return out;
}

TEST(UpkeepAsOf, GivesWhatAllUpToADayGive) {
  Kept kept;
  for (const Analysis& analysis : pool()) kept.save(analysis);
  kept.update();
  ASSERT_GE(some_days().size(), 3u);
  for (Day day : some_days()) EXPECT_TRUE(same(as_of(kept.store(), day, {}), records_of(shared_engine().chronicle(pool(), day)))) << iso(day);
  EXPECT_TRUE(same(as_of(kept.store(), {}, {}), records_of(shared_engine().chronicle(pool()))));
}

// What changed between two days is told by what came out between them.
TEST(UpkeepAsOf, LeavesOutOnlyWhatStaysAsItIs) {
  Kept kept;
  for (const Analysis& analysis : pool()) kept.save(analysis);
  kept.update();
  const std::vector<Day> days = some_days();
  for (size_t i = 0; i + 1 < days.size(); ++i) {
    const DocumentQuery fresh{.from = days[i] + std::chrono::days(1), .to = days[i + 1]};
    for (const auto& [asked, other] : {std::pair(days[i], days[i + 1]), std::pair(days[i + 1], days[i])}) {
      const Records narrow = as_of(kept.store(), asked, fresh), all = records_of(shared_engine().chronicle(pool(), asked)), then = records_of(shared_engine().chronicle(pool(), other));
      const auto in = [](const Records& records, const std::string& record) { return std::find(records.begin(), records.end(), record) != records.end(); };
      for (const std::string& record : all) EXPECT_TRUE(in(then, record) || in(narrow, record)) << iso(asked) << ": " << record.substr(0, 120);
      for (const std::string& record : narrow) EXPECT_TRUE(in(all, record)) << iso(asked) << ": " << record.substr(0, 120);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Orders, Upkeep, ::testing::Values(1u, 2u, 3u));

// More than a list is looked through: the nearest decide, whichever came first.
TEST(UpkeepLists, AreCutByWhatStandsBetween) {
  std::vector<Analysis> analyses;
  for (int i = 0; i < 60; ++i) {
    char id[17];
    std::snprintf(id, sizeof id, "%016x", i * 7919 + 13);
    build::Report report(id, build::day(2025, 6, 1) + std::chrono::days{i / 20}, "outlet" + std::to_string(i % 7));
    report.say(build::prose("common", 0, 40) + build::prose("own" + std::to_string(i), 0, 20 + i % 5));
    analyses.push_back(report);
  }
  std::mt19937 random(5);
  for (int times = 0; times < 3; ++times) {
    std::shuffle(analyses.begin(), analyses.end(), random);
    Kept kept;
    for (const Analysis& analysis : analyses) {
      kept.save(analysis);
      kept.update();
    }
    EXPECT_TRUE(same(kept.records(), made_at_once(analyses)));
    std::vector<Analysis> left = analyses;
    for (int gone = 0; gone < 25; ++gone) {
      EXPECT_TRUE(kept.store().forget(left.back().document.id));
      left.pop_back();
      kept.update();
    }
    EXPECT_TRUE(same(kept.records(), made_at_once(left)));
  }
}

// Of one document at two paths the earlier counts; the other takes its place if that goes.
TEST(UpkeepReports, AtTwoPathsAreOne) {
  build::Report report("00000000000000aa", build::day(2025, 6, 2), "paper");
  report.event("meeting", "040", report.usa(), report.prk());
  Analysis early = report, late = report;
  late.document.path = "elsewhere.txt";
  late.document.published_day = build::day(2025, 6, 9);
  late.document.published = "2025-06-09";
  Kept kept;
  kept.save(late);
  kept.update();
  kept.save(early);
  kept.update();
  EXPECT_TRUE(same(kept.records(), made_at_once({early})));
  // Other bytes at the path of the one that counted.
  Analysis other = build::Report("00000000000000bb", build::day(2025, 6, 3));
  other.document.path = early.document.path;
  kept.save(other);
  kept.update();
  EXPECT_TRUE(same(kept.records(), made_at_once({late, other})));
}

class UpkeepIds : public ::testing::Test {
 protected:
  static Analysis meeting(const std::string& id, int june) {
    build::Report report(id, build::day(2025, 6, static_cast<unsigned>(june)), "paper-" + id);
    report.say("The envoys Sewanee and Lunda met at Port Kelso over the ferry dispute");
    build::dated(report.event("meeting", "040", report.usa(), report.prk()), build::day(2025, 6, 1));
    return report;
  }
  std::string happening() { return (**kept_.store().load_chronicle()).at(0).id; }
  std::string story() { return (**kept_.store().load_stories()).at(0).id; }
  std::string now(const std::string& id) { return kept_.store().successor(id)->value_or("none"); }
  Kept kept_;
};

// An earlier report gives both another first telling, and so another id.
TEST_F(UpkeepIds, LeadToWhatTheyHaveBecome) {
  kept_.save(meeting("00000000000000cc", 4));
  kept_.update();
  const std::string h1 = happening(), s1 = story();
  EXPECT_EQ(now(h1), "none");
  kept_.save(meeting("00000000000000bb", 3));
  kept_.update();
  const std::string h0 = happening(), s0 = story();
  ASSERT_NE(h0, h1);
  EXPECT_EQ(now(h1), h0);
  EXPECT_EQ(now(s1), s0);
  // Once more: what led there is led on.
  kept_.save(meeting("00000000000000aa", 2));
  kept_.update();
  EXPECT_EQ(now(h1), happening());
  EXPECT_EQ(now(h0), happening());
  EXPECT_EQ(now(s1), story());
  // The earlier ones go, and the first ids are in use again.
  ASSERT_TRUE(kept_.store().forget("00000000000000aa"));
  ASSERT_TRUE(kept_.store().forget("00000000000000bb"));
  kept_.update();
  EXPECT_EQ(happening(), h1);
  EXPECT_EQ(now(h1), "none");
  EXPECT_EQ(now(h0), h1);
  EXPECT_EQ(now(s0), s1);
  ASSERT_TRUE(kept_.store().forget("00000000000000cc"));
  kept_.update();
  EXPECT_EQ(now(h0), "none") << "nothing is left of it";
}

// Another program may find other ids for the same; they are told by the places of their tellings.
class UpkeepProgram : public sample::StoreTest {};

TEST_F(UpkeepProgram, MakesAnewWhatAnotherMade) {
  {
    Store store = open();
    for (const Analysis& analysis : pool()) ASSERT_TRUE(store.save(analysis));
    ASSERT_TRUE(shared_engine().update(store));
  }
  sql("UPDATE chronicle SET program = 'another';"
      "UPDATE tellings SET happening = 'hx' || happening; UPDATE happenings SET id = 'hx' || id; UPDATE stories SET id = 'sx' || id");
  Store store = open();
  EXPECT_FALSE(*store.chronicle_is_current());
  ASSERT_TRUE(shared_engine().update(store));
  EXPECT_TRUE(same(kept_in(store), made_at_once(pool())));
  const auto happenings = store.load_chronicle();
  const auto stories = store.load_stories();
  for (const Happening& happening : **happenings) EXPECT_EQ(store.successor("hx" + happening.id)->value_or("none"), happening.id);
  for (const Story& story : **stories) EXPECT_EQ(store.successor("sx" + story.id)->value_or("none"), story.id);
}

}  // namespace
}  // namespace hearsay::testing
