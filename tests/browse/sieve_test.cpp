// What an index in memory finds is what the store finds when it is asked, and what a record says: the slow twins of the columns and of the sieve.
// SPDX-License-Identifier: Apache-2.0
#include "browse/sieve.h"

#include <map>
#include <random>

#include "browse/letters_store.h"
#include "record/names.h"

namespace hearsay::testing {
namespace {

using browse::HappeningFilter;
using browse::HappeningFilterOptions;
using browse::Index;
using browse::Sieve;
using browse::SieveOptions;
using browse::Text;
using browse::Trouble;

class BrowseIndex : public ::testing::Test {
 protected:
  const Document& document(const std::string& id) const { return documents.at(id).document; }
  std::set<std::string> outlets_of(const Happening& happening) const {
    std::set<std::string> outlets;
    for (const HappeningMention& mention : happening.mentions)
      if (const auto& outlet = document(mention.document).outlet_name; outlet && !outlet->empty()) outlets.insert(*outlet);
    return outlets;
  }
  std::set<std::string> languages_of(const Happening& happening) const {
    std::set<std::string> languages;
    for (const HappeningMention& mention : happening.mentions) languages.insert(document(mention.document).lang);
    return languages;
  }
  // What reports up to a day made of it.
  static std::optional<Standing> standing_on(const Happening& happening, const std::string& day) {
    std::optional<Standing> standing;
    for (const StandingChange& change : happening.history)
      if (!change.on.empty() && change.on <= day) standing = change.standing;
    return standing;
  }

  const browse::Holdings holdings = kept_letters_and_scenarios().open();
  const Index index = sure(Index::of(holdings.store));
  const std::vector<Happening> all = *sure(holdings.store.load_chronicle());
  const std::vector<Story> stories = *sure(holdings.store.load_stories());
  const std::map<std::string, Analysis> documents = [this] {
    std::map<std::string, Analysis> out;
    for (Analysis& analysis : sure(holdings.store.load_all())) out.emplace(analysis.document.id, std::move(analysis));
    return out;
  }();
};

// ---- columns

TEST_F(BrowseIndex, HasWhatTheRecordsSay) {
  ASSERT_EQ(index.rows().size(), all.size());
  const auto party = [&](const Index::Party& one, const std::optional<HappeningParty>& expected) {
    EXPECT_EQ(index.text(one.actor), expected ? expected->actor : "");
    EXPECT_EQ(index.text(one.name), expected ? expected->name : "");
    EXPECT_EQ(index.text(one.country), expected ? expected->country : "");
  };
  for (size_t i = 0; i < all.size(); ++i) {
    const Index::Row& row = index.rows()[i];
    const Happening& happening = all[i];
    ASSERT_EQ(index.text(row.id), happening.id);
    EXPECT_EQ(index.find(happening.id), &row);
    EXPECT_EQ(index.text(row.kind), happening.kind);
    EXPECT_EQ(index.text(row.cameo), happening.cameo);
    EXPECT_EQ(index.text(row.plover), happening.plover);
    party(row.source, happening.source);
    party(row.target, happening.target);
    EXPECT_EQ(browse::day_of(row.from), happening.from);
    EXPECT_EQ(browse::day_of(row.to), happening.to);
    EXPECT_FLOAT_EQ(row.goldstein, static_cast<float>(happening.goldstein));
    EXPECT_EQ(row.documents, static_cast<uint32_t>(happening.documents));
    EXPECT_EQ(row.standing, happening.standing);
    EXPECT_EQ(row.status, happening.status);
    EXPECT_EQ(row.unverified, happening.unverified);
  }
  EXPECT_EQ(index.find("none"), nullptr);
  EXPECT_EQ(index.find(""), nullptr);
}

TEST_F(BrowseIndex, HasWhoTellsAndWhoSpeaks) {
  for (const Happening& happening : all) {
    const Index::Row& row = *index.find(happening.id);
    std::set<std::string> outlets, languages;
    for (uint32_t outlet : index.outlets_of(row)) EXPECT_TRUE(outlets.insert(index.text(outlet)).second);
    for (size_t bit = 0; bit < index.languages().size(); ++bit)
      if ((row.languages >> bit & 1) != 0) languages.insert(index.languages()[bit]);
    EXPECT_EQ(outlets, outlets_of(happening));
    EXPECT_EQ(languages, languages_of(happening));
    using Spoken = std::tuple<std::string, std::string, std::string, OriginKind, bool>;
    std::set<Spoken> found, expected;
    for (const Index::Voice& voice : index.voices_of(row)) EXPECT_TRUE(found.insert({index.text(voice.outlet), index.text(voice.name), index.text(voice.actor), voice.kind, voice.against}).second);
    for (const auto* side : {&happening.origins, &happening.denials})
      for (const Origin& origin : *side)
        for (const StatementRef& said : origin.statements) expected.insert({document(said.document).outlet_name.value_or(""), origin.name, origin.actor, origin.kind, side == &happening.denials});
    EXPECT_EQ(found, expected);
    ASSERT_EQ(index.history_of(row).size(), happening.history.size());
    for (size_t i = 0; i < happening.history.size(); ++i) {
      EXPECT_EQ(browse::day_of(index.history_of(row)[i].on), parse_day(happening.history[i].on));
      EXPECT_EQ(index.history_of(row)[i].standing, happening.history[i].standing);
    }
  }
}

TEST_F(BrowseIndex, HasTheStories) {
  ASSERT_EQ(index.stories().size(), stories.size());
  std::map<std::string, std::string> story_of;
  for (size_t i = 0; i < stories.size(); ++i) {
    const Index::Tale& tale = index.stories()[i];
    const Story& story = stories[i];
    EXPECT_EQ(index.text(tale.id), story.id);
    EXPECT_EQ(tale.title, story.title);
    EXPECT_EQ(index.title_of(story.id), story.title);
    EXPECT_EQ(browse::day_of(tale.from), story.days.empty() ? std::nullopt : std::optional(story.days.front().first));
    EXPECT_EQ(browse::day_of(tale.to), story.days.empty() ? std::nullopt : std::optional(story.days.back().first));
    EXPECT_EQ(tale.documents, static_cast<int64_t>(story.documents.size()));
    EXPECT_EQ(tale.outlets, story.outlets);
    for (const std::string& id : story.happenings) story_of[id] = story.id;
  }
  for (const Happening& happening : all) EXPECT_EQ(index.text(index.find(happening.id)->story), story_of[happening.id]);
}

TEST_F(BrowseIndex, CountsOutletsAndLanguagesOfDocuments) {
  std::map<std::string, int64_t> outlets, found;
  std::set<std::string> languages;
  for (const auto& [_, analysis] : documents) {
    if (const auto& outlet = analysis.document.outlet_name; outlet && !outlet->empty()) ++outlets[*outlet];
    languages.insert(analysis.document.lang);
  }
  int64_t before = INT64_MAX;
  for (const auto& [outlet, count] : index.outlets()) {
    found[index.text(outlet)] = count;
    EXPECT_LE(count, before);
    before = count;
  }
  EXPECT_EQ(found, outlets);
  EXPECT_EQ(std::set<std::string>(index.languages().begin(), index.languages().end()), languages);
}

// ---- the sieve

class BrowseSieve : public BrowseIndex {
 protected:
  // Ids, in the order of the chronicle; "none" where nobody is meant.
  using Ids = std::vector<std::string>;
  Ids sieved(const SieveOptions& asked) const {
    Trouble trouble = Trouble::kNone;
    const auto sieve = Sieve::make(session, holdings, index, asked, trouble);
    if (!sieve) return {"none"};
    Ids ids;
    for (uint32_t row : sieve->rows()) ids.push_back(index.text(index.rows()[row].id));
    return ids;
  }
  Ids loaded(const HappeningFilterOptions& asked) const {
    Trouble trouble = Trouble::kNone;
    const auto happenings = HappeningFilter::parse(session, asked)->load(session, holdings, trouble);
    if (!happenings) return {"none"};
    return ids_of(*happenings, [](const Happening&) { return true; });
  }
  template <class Passes>
  static Ids ids_of(const std::vector<Happening>& happenings, Passes passes) {
    Ids ids;
    for (const Happening& happening : happenings)
      if (passes(happening)) ids.push_back(happening.id);
    return ids;
  }

  const browse::Session session{browse::Words(browse::Language::kEnglish)};
};

const std::vector<Text> kActors = {{}, {}, {}, "Trump", "Kim Jong-un", "PRK", "usa", "trieu tien", "Việt Nam", "United Nations", "nobody of this name"};
const std::vector<std::vector<std::string>> kBetween = {{}, {}, {}, {"usa", "prk"}, {"Kim Jong-un", "Trump"}, {"China", "Vietnam"}, {"prk", "prk"}};
const std::vector<Text> kKinds = {{}, {}, "letter-*", "036", "0", "CONSULT", "letter-refused,meeting,COOPERATE", "*", "none", ","};
const std::vector<Text> kFrom = {{}, {}, "2019", "2020-03", "2025-10-25", "2030"};
const std::vector<Text> kTo = {{}, {}, "2019-06-30", "2024", "2010"};
const std::vector<Text> kStandings = {{}, {}, "disputed", "one-party,both-parties", "denied,withdrawn,anonymous", "unattributed,third-party"};

TEST_F(BrowseSieve, FindsWhatTheStoreFinds) {
  std::mt19937 random(1);
  const auto one_of = [&](const auto& choices) { return choices[random() % choices.size()]; };
  int found = 0;
  for (int i = 0; i < 120; ++i) {
    const HappeningFilterOptions asked{one_of(kActors), one_of(kKinds), one_of(kFrom), one_of(kTo), one_of(kStandings), {}, one_of(kBetween)};
    const Ids expected = loaded(asked);
    found += expected.empty() ? 0 : 1;
    EXPECT_EQ(sieved({asked, {}, {}, {}}), expected) << asked.actor.value_or("-") << " " << asked.kind.value_or("-") << " " << asked.from.value_or("-") << " " << asked.to.value_or("-") << " "
                                                     << asked.standing.value_or("-") << " " << (asked.between.empty() ? "-" : asked.between[0] + "~" + asked.between[1]);
  }
  EXPECT_GT(found, 30);
}

TEST_F(BrowseSieve, FindsByOutletAndLanguage) {
  for (const auto& [outlet, _] : index.outlets()) {
    const std::string name = index.text(outlet);
    const Ids expected = ids_of(all, [&](const Happening& happening) { return outlets_of(happening).contains(name); });
    EXPECT_EQ(sieved({{}, name, {}, {}}), expected) << name;
  }
  EXPECT_EQ(sieved({{}, "thoi dam", {}, {}}), sieved({{}, "Thời Đàm", {}, {}}));
  EXPECT_EQ(sieved({{}, "no such outlet", {}, {}}), Ids{});
  for (const std::string& lang : index.languages()) {
    const Ids expected = ids_of(all, [&](const Happening& happening) { return languages_of(happening).contains(lang); });
    EXPECT_EQ(sieved({{}, {}, lang, {}}), expected) << lang;
  }
  EXPECT_EQ(sieved({{}, {}, "xx", {}}), Ids{});
}

TEST_F(BrowseSieve, FindsByStory) {
  for (const Story& story : stories) EXPECT_EQ(sieved({{}, {}, {}, story.id}), story.happenings) << story.id;
  EXPECT_EQ(sieved({{}, {}, {}, "none"}), Ids{});
}

// What the history says is the slow twin here: the store would make the chronicle of that day anew, with merges that later reports did not bring about.
TEST_F(BrowseSieve, ShowsAnEarlierDayByTheHistory) {
  for (const char* day : {"1990-01-01", "2018-06-13", "2019-06-29", "2020-04-19", "2020-04-20", "2025-10-25", "2025-12-31"}) {
    for (const Text& standing : {Text(), Text("one-party"), Text("disputed,both-parties")}) {
      const Ids expected = ids_of(all, [&](const Happening& happening) {
        const auto then = standing_on(happening, day);
        return then && (!standing || standing->find(to_string(*then)) != std::string::npos);
      });
      HappeningFilterOptions asked;
      asked.standing = standing, asked.as_of = day;
      EXPECT_EQ(sieved({asked, {}, {}, {}}), expected) << day << " " << standing.value_or("-");
    }
  }
}

TEST_F(BrowseSieve, SaysWhatItDoesNotUnderstand) {
  const auto trouble_of = [&](const HappeningFilterOptions& asked) {
    Trouble trouble = Trouble::kNone;
    EXPECT_FALSE(Sieve::make(session, holdings, index, {asked, {}, {}, {}}, trouble));
    return trouble;
  };
  HappeningFilterOptions asked;
  asked.from = "yesterday";
  EXPECT_EQ(trouble_of(asked), Trouble::kUsage);
  asked = {};
  asked.standing = "true";
  EXPECT_EQ(trouble_of(asked), Trouble::kUsage);
  asked = {};
  asked.actor = "nobody of this name";
  EXPECT_EQ(trouble_of(asked), Trouble::kNotFound);
}

}  // namespace
}  // namespace hearsay::testing
