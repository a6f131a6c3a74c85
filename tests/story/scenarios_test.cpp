// Every folder of tests/scenarios is a handful of short reports and a file that says what their chronicle must be by the rules of origins and
// standing, whatever else is read in them. tests/scenarios/README.md explains the form.
// SPDX-License-Identifier: Apache-2.0
#include "story/scenario.h"

#include <algorithm>
#include <random>
#include <set>

namespace hearsay::testing {
namespace {

// ---- what is found

std::vector<std::string> records_of(const std::vector<Analysis>& analyses, std::optional<Day> as_of = {}) {
  std::vector<std::string> out;
  for (const Happening& happening : shared_engine().chronicle(analyses, as_of)) out.push_back(happening_record(happening));
  return out;
}

std::string listed(const std::vector<Happening>& happenings) {
  std::string out;
  for (const Happening& happening : happenings) {
    out += "\n ";
    for (const auto& [key, values] : facts_of(happening))
      if (!values.empty() && values.front() != "false" && key != "parties") out += " " + key + " " + in_words(values);
  }
  return out.empty() ? "\n  none" : out;
}

// ---- what is expected

// The happenings that an expectation may be about: those of its kind and parties. A plan and its fulfilment differ in status alone.
std::vector<const Happening*> meant_by(const Expectation& expected, const std::vector<Happening>& happenings) {
  std::vector<const Happening*> out;
  for (const Happening& happening : happenings) {
    const Facts found = facts_of(happening);
    const bool meant = std::all_of(found.begin(), found.end(), [&](const auto& fact) {
      static const std::set<std::string> kIdentity = {"kind", "source", "target", "parties"};
      const auto wish = expected.facts.find(fact.first);
      return !kIdentity.contains(fact.first) || wish == expected.facts.end() || wish->second == fact.second;
    });
    if (meant) out.push_back(&happening);
  }
  return out;
}

// How a happening stood after each of these days; "absent" before anybody told it.
std::vector<std::string> standing_on(const Scenario& read, const Happening& happening, const std::vector<std::string>& expected) {
  std::vector<std::string> out;
  for (const std::string& one : expected) {
    const std::string on = one.substr(0, 10);
    std::string standing = "absent";
    for (const Happening& then : shared_engine().chronicle(read.analyses, day_of(on)))
      if (then.id == happening.id) standing = to_string(then.standing);
    out.push_back(on + " " + standing);
  }
  return out;
}

// Where a happening is not what is expected, one line for each key.
std::vector<std::string> differences(const Scenario& read, const Expectation& expected, const Happening& happening) {
  Facts found = facts_of(happening);
  std::vector<std::string> out;
  for (const auto& [key, values] : expected.facts) {
    if (key == "number") continue;
    if (key == "as_of") found[key] = standing_on(read, happening, values);
    if (found[key] != values) out.push_back(key + " is " + in_words(found[key]) + ", not " + in_words(values));
  }
  return out;
}

// Why an expectation does not hold; empty if it does.
std::string fault(const Scenario& read, const Expectation& expected, const std::vector<Happening>& happenings) {
  const std::vector<const Happening*> meant = meant_by(expected, happenings);
  if (const auto number = expected.facts.find("number"); number != expected.facts.end()) {
    const auto status = expected.facts.find("status");
    const auto counts = [&](const Happening* one) { return status == expected.facts.end() || facts_of(*one)["status"] == status->second; };
    const std::string found = std::to_string(std::count_if(meant.begin(), meant.end(), counts));
    if (found != number->second.front()) return "there are " + found + " of these, not " + number->second.front();
    if (found == "0") return "";
  }
  std::vector<std::string> nearest = {"no happening has this kind and these parties"};
  for (const Happening* one : meant) {
    const std::vector<std::string> found = differences(read, expected, *one);
    if (found.empty()) return "";
    if (one == meant.front() || found.size() < nearest.size()) nearest = found;
  }
  std::string out;
  for (const std::string& line : nearest) out += (out.empty() ? "" : "\n  ") + line;
  return out;
}

// ---- groups of documents

std::vector<Facts> copies_of(const Scenario& read) {
  const Copying copying = shared_engine().copying(read.analyses);
  std::map<int, Facts> families;
  for (size_t i = 0; i < read.analyses.size(); ++i) families[copying.family[i]]["documents"].push_back(read.report(read.analyses[i]));
  for (const Overlap& overlap : copying.overlaps) {
    Facts& family = families[copying.family[static_cast<size_t>(overlap.first)]];
    if (copying.family[static_cast<size_t>(overlap.first)] != copying.family[static_cast<size_t>(overlap.second)] || family["documents"].size() != 2) continue;
    family["overlap"] = {std::string(to_string(overlap.kind))};
    if (overlap.by != CopiedBy::kUndecided) family["original"] = {read.report(read.analyses[static_cast<size_t>(overlap.first)])};
  }
  std::vector<Facts> out;
  for (auto& [_, family] : families) out.push_back(std::move(family));
  return out;
}

std::vector<Facts> stories_of(const Scenario& read, const std::vector<Happening>& happenings) {
  std::vector<Facts> out;
  for (const Story& story : shared_engine().stories(read.analyses, happenings)) {
    std::vector<std::string> documents;
    for (const std::string& id : story.documents) documents.push_back(read.report(id));
    std::sort(documents.begin(), documents.end());
    out.push_back({{"documents", documents}});
  }
  return out;
}

std::string group_fault(const Expectation& expected, const std::vector<Facts>& groups) {
  std::string all;
  for (const Facts& group : groups) {
    const bool holds = std::all_of(expected.facts.begin(), expected.facts.end(), [&](const auto& fact) {
      const auto found = group.find(fact.first);
      return found != group.end() && found->second == fact.second;
    });
    if (holds) return "";
    all += "\n  " + in_words(group);
  }
  return "there is no such group; found are" + all;
}

// ---- the tests

class Scenarios : public ::testing::TestWithParam<std::string> {
 protected:
  const Scenario& read() const { return scenario(GetParam()); }

  void judge(const Expectation& expected, const std::string& fault, const std::string& found) const {
    const std::string place = "tests/scenarios/" + GetParam() + "/scenario.toml:" + std::to_string(expected.line) + ": ";
    if (expected.wanted && fault.empty()) ADD_FAILURE() << place << "is marked as wanted and holds: take the mark away";
    if (!expected.wanted && !fault.empty()) ADD_FAILURE() << place << in_words(expected.facts) << "\n  " << fault << found;
  }
};

TEST_P(Scenarios, AreToldAsExpected) {
  const std::vector<Happening> happenings = shared_engine().chronicle(read().analyses);
  for (const Expectation& expected : read().happenings)
    judge(expected, fault(read(), expected, happenings), "\nThe chronicle:" + listed(happenings));
  const std::vector<Facts> copies = copies_of(read()), stories = stories_of(read(), happenings);
  for (const Expectation& expected : read().copies) judge(expected, group_fault(expected, copies), "");
  for (const Expectation& expected : read().stories) judge(expected, group_fault(expected, stories), "");
}

TEST_P(Scenarios, AreTheSameInAnyOrderOfReports) {
  const std::vector<std::string> given = records_of(read().analyses);
  std::vector<Analysis> other(read().analyses.rbegin(), read().analyses.rend());
  EXPECT_EQ(records_of(other), given) << "reversed";
  std::mt19937 random(20240502);
  for (size_t i = other.size(); i > 1; --i) std::swap(other[i - 1], other[random() % i]);
  EXPECT_EQ(records_of(other), given) << "shuffled";
}

// A store gets all reports but one, each in turn, and that one later.
TEST_P(Scenarios, AreTheSameIfAReportComesLater) {
  const std::vector<std::string> given = records_of(read().analyses);
  for (const Analysis& last : read().analyses) {
    Result<Store> store = Store::open(":memory:");
    ASSERT_TRUE(store) << store.error().message;
    for (const Analysis& analysis : read().analyses) {
      if (&analysis == &last) continue;
      ASSERT_TRUE(store->save(analysis));
    }
    ASSERT_TRUE(shared_engine().update(*store));
    ASSERT_TRUE(store->save(last));
    ASSERT_TRUE(shared_engine().update(*store));
    const auto kept = store->load_chronicle();
    ASSERT_TRUE(kept && *kept);
    std::vector<std::string> records;
    for (const Happening& happening : **kept) records.push_back(happening_record(happening));
    EXPECT_EQ(records, given) << read().report(last) << " came later";
  }
}

// The chronicle as of a day is that of the reports published until then.
TEST_P(Scenarios, AsOfADayAreThoseOfItsReports) {
  for (const Analysis& one : read().analyses) {
    const std::optional<Day> day = one.document.published_day;
    if (!day) continue;
    std::vector<Analysis> until;
    for (const Analysis& analysis : read().analyses)
      if (analysis.document.published_day && *analysis.document.published_day <= *day) until.push_back(analysis);
    EXPECT_EQ(records_of(read().analyses, day), records_of(until)) << iso(*day);
  }
}

TEST(ScenariosWanted, AreCounted) {
  int wanted = 0, all = 0;
  for (const std::string& name : scenario_names()) {
    const Scenario& one = scenario(name);
    wanted += one.wanted();
    all += static_cast<int>(one.happenings.size() + one.copies.size() + one.stories.size());
    if (one.wanted() > 0) std::printf("  %d wanted in %s\n", one.wanted(), name.c_str());
  }
  std::printf("%zu scenarios, %d expectations, %d of them wanted\n", scenario_names().size(), all, wanted);
  RecordProperty("wanted", wanted);
}

const auto test_name = [](const auto& info) {
  std::string name = info.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
};
INSTANTIATE_TEST_SUITE_P(Folders, Scenarios, ::testing::ValuesIn(scenario_names()), test_name);

}  // namespace
}  // namespace hearsay::testing
