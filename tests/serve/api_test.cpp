// The API's answers: each has the shape that the OpenAPI document gives it, and says what the store says when it is asked in another way.
// SPDX-License-Identifier: Apache-2.0
#include <numeric>
#include <set>

#include "browse/happening_filter.h"
#include "browse/records.h"
#include "export/told.h"
#include "serve/letters_bench.h"

namespace hearsay::testing {
namespace {

using browse::Trouble;

std::string text_of(const rapidjson::Value& value) { return value.IsNull() ? "" : value.GetString(); }

int64_t sum_of(const rapidjson::Value& list, const char* name) {
  return std::accumulate(list.Begin(), list.End(), int64_t{0}, [&](int64_t sum, const auto& one) { return sum + one[name].GetInt64(); });
}

class ServeApi : public ::testing::Test {
 protected:
  std::vector<Happening> all() const { return *sure(api.store().load_chronicle()); }
  std::vector<Story> stories(int least = 0) const { return *sure(api.store().load_stories({.least = least})); }
  std::vector<Analysis> documents() const { return sure(api.store().load_all()); }
  Analysis document(const std::string& id) const { return *sure(api.store().load(id)); }

  // A quote's words are those of its document.
  void expect_quoted(const rapidjson::Value& quote) const {
    const Analysis analysis = document(quote["document"].GetString());
    const CodePoints points(analysis.document.text);
    const auto& sentence = quote["sentence"];
    const auto from = points.byte_of(sentence["start"].GetUint()), to = points.byte_of(sentence["end"].GetUint());
    EXPECT_EQ(sentence["text"].GetString(), analysis.document.text.substr(from, to - from));
    EXPECT_LE(sentence["start"].GetInt64(), quote["start"].GetInt64());
    EXPECT_LT(quote["start"].GetInt64(), quote["end"].GetInt64());
    EXPECT_LE(quote["end"].GetInt64(), sentence["end"].GetInt64());
    EXPECT_GE(quote["line"].GetInt64(), 1);
  }
  static std::vector<std::string> ids(const std::vector<std::string>& items) {
    std::vector<std::string> out;
    for (const std::string& item : items) out.push_back(json_of(item)["id"].GetString());
    return out;
  }

  LettersBench api;
};

// ---- what there is

TEST_F(ServeApi, InfoCountsWhatTheStoreHolds) {
  const auto info = api.get("/info");
  const Store::Counts counts = sure(api.store().counts());
  EXPECT_EQ(info["counts"]["documents"].GetInt64(), counts.documents);
  EXPECT_EQ(info["counts"]["statements"].GetInt64(), counts.statements);
  EXPECT_EQ(info["counts"]["events"].GetInt64(), counts.events);
  EXPECT_EQ(info["counts"]["happenings"].GetInt64(), static_cast<int64_t>(all().size()));
  EXPECT_EQ(info["counts"]["stories"].GetInt64(), counts.stories);
  EXPECT_EQ(info["counts"]["actors"].GetInt64(), counts.actors);
  EXPECT_EQ(sum_of(info["kinds"], "happenings"), counts.happenings);
  EXPECT_EQ(sum_of(info["standings"], "happenings"), counts.happenings);
  EXPECT_EQ(sum_of(info["languages"], "documents"), 16);
  EXPECT_EQ(sum_of(info["outlets"], "documents"), 16);
  EXPECT_EQ(info["outlets"].Size(), 6u);
  EXPECT_STREQ(info["store"].GetString(), "letters.db");
  EXPECT_EQ(info["unsettled"].GetInt64(), 0);
  std::optional<Day> first, last;
  for (const Happening& happening : all()) {
    if (const auto day = happening.from ? happening.from : happening.to) first = first ? std::min(*first, *day) : *day;
    if (const auto day = happening.to ? happening.to : happening.from) last = last ? std::max(*last, *day) : *day;
  }
  EXPECT_EQ(text_of(info["first"]), iso(*first));
  EXPECT_EQ(text_of(info["last"]), iso(*last));
}

TEST_F(ServeApi, TimelinesCountWhatListsHold) {
  const std::vector<Query> filters = {{}, {{"kind", "letter-*"}}, {{"actor", "Trump"}, {"from", "2019"}}, {{"standing", "disputed,denied"}}, {{"as_of", "2020"}}, {{"lang", "vi"}, {"to", "2020-06"}},
                                      {{"between", "usa"}, {"between", "prk"}}, {{"outlet", "thoi dam"}}, {{"story", "s"}}, {{"from", "1999"}, {"to", "1999"}}};
  for (const Query& filter : filters) {
    const auto list = api.get("/happenings", filter);
    for (const char* lanes : {"none", "dyad", "kind", "story"}) {
      Query asked = filter;
      asked.emplace("lanes", lanes);
      asked.emplace("bins", "7");
      asked.emplace("most", "2");
      const auto timeline = api.get("/timeline", asked);
      EXPECT_EQ(timeline["total"].GetInt64(), list["total"].GetInt64());
      EXPECT_EQ(sum_of(timeline["standings"], "happenings"), timeline["total"].GetInt64());
      EXPECT_EQ(sum_of(timeline["lanes"], "total") + timeline["rest"].GetInt64() + timeline["undated"].GetInt64(), timeline["total"].GetInt64());
      EXPECT_LE(timeline["lanes"].Size(), 2u);
      EXPECT_LE(timeline["edges"].Size(), 8u);
      for (const auto& lane : timeline["lanes"].GetArray()) {
        int64_t counted = 0;
        for (const auto& bin : lane["bins"].GetArray())
          for (const auto& count : bin[1].GetArray()) counted += count.GetInt64();
        EXPECT_EQ(counted, lane["total"].GetInt64());
        EXPECT_STRNE(lane["id"].GetString(), std::string(lanes) == "none" ? "x" : "");
      }
      EXPECT_EQ(timeline["marks"].Size(), timeline["total"].GetInt64() - timeline["undated"].GetInt64());
    }
  }
  EXPECT_TRUE(api.get("/timeline", {{"marks", "1"}})["marks"].IsNull());
}

// ---- happenings

TEST_F(ServeApi, HappeningsAreThoseOfTheStore) {
  const std::vector<Query> filters = {{}, {{"actor", "Kim Jong-un"}}, {{"actor", "PRK"}, {"kind", "036,letter-*"}}, {{"between", "Trump"}, {"between", "Kim"}}, {{"from", "2019-03"}, {"to", "2020"}}, {{"standing", "one-party"}}};
  for (const Query& query : filters) {
    const auto one = [&](const char* name) { return query.contains(name) ? browse::Text(query.find(name)->second) : browse::Text(); };
    browse::HappeningFilterOptions options{one("actor"), one("kind"), one("from"), one("to"), one("standing"), {}, {}};
    for (auto [at, end] = query.equal_range("between"); at != end; ++at) options.between.push_back(at->second);
    const browse::Session session{browse::Words(browse::Language::kEnglish)};
    Trouble trouble = Trouble::kNone;
    const auto expected = browse::HappeningFilter::parse(session, options)->load(session, api.holdings(), trouble);
    ASSERT_TRUE(expected);
    EXPECT_FALSE(expected->empty());
    std::vector<std::string> expected_ids;
    for (const Happening& happening : *expected) expected_ids.push_back(happening.id);
    EXPECT_EQ(ids(api.items("/happenings", query, 500)), expected_ids);
    EXPECT_EQ(api.items("/happenings", query, 3), api.items("/happenings", query, 500));
  }
}

TEST_F(ServeApi, HappeningsComeInTheOrderAskedFor) {
  const auto in_time = api.items("/happenings", {}, 500), newest = api.items("/happenings", {{"order", "newest"}}, 7), reports = api.items("/happenings", {{"order", "reports"}}, 7);
  EXPECT_EQ(std::multiset<std::string>(in_time.begin(), in_time.end()), std::multiset<std::string>(newest.begin(), newest.end()));
  EXPECT_EQ(std::multiset<std::string>(in_time.begin(), in_time.end()), std::multiset<std::string>(reports.begin(), reports.end()));
  std::vector<std::string> days;
  for (const std::string& item : newest) {
    const auto head = json_of(item);
    days.push_back(text_of(head["to"].IsNull() ? head["from"] : head["to"]));
  }
  EXPECT_TRUE(std::is_sorted(days.rbegin(), days.rend()));
  for (size_t i = 1; i < reports.size(); ++i) EXPECT_GE(json_of(reports[i - 1])["documents"].GetInt(), json_of(reports[i])["documents"].GetInt());
  for (const std::string& item : api.items("/happenings", {{"dated", "no"}}, 500)) EXPECT_TRUE(json_of(item)["from"].IsNull() && json_of(item)["to"].IsNull());
  EXPECT_EQ(api.items("/happenings", {{"dated", "no"}}, 500).size(), static_cast<size_t>(api.get("/timeline")["undated"].GetInt64()));
}

TEST_F(ServeApi, APageBehindTheEndIsEmpty) {
  const auto page = api.get("/happenings", {{"offset", "2147483647"}, {"limit", "500"}});
  EXPECT_EQ(page["items"].Size(), 0u);
  EXPECT_FALSE(page.HasMember("next_offset"));
}

TEST_F(ServeApi, AHappeningIsShownWithAllThatSpeaksForIt) {
  for (const Happening& happening : all()) {
    const auto shown = api.get("/happenings/" + happening.id);
    EXPECT_EQ(written(shown["record"]), written(json_of(happening_record(happening))));
    EXPECT_EQ(text_of(shown["head"]["id"]), happening.id);
    EXPECT_EQ(text_of(shown["head"]["standing"]), to_string(happening.standing));
    EXPECT_EQ(shown["for"].Size(), happening.origins.size());
    EXPECT_EQ(shown["against"].Size(), happening.denials.size());
    EXPECT_EQ(shown["declined"].Size(), happening.declined.size());
    EXPECT_EQ(shown["head"]["origins"].GetUint(), happening.origins.size());
    EXPECT_EQ(shown["tellings"].Size(), happening.mentions.size());
    for (const char* side : {"for", "against", "declined"})
      for (const auto& one : shown[side].GetArray())
        for (const auto& words : one["words"].GetArray()) {
          expect_quoted(words);
          EXPECT_TRUE(shown["briefs"].HasMember(words["document"]));
        }
    for (const auto& telling : shown["tellings"].GetArray()) {
      expect_quoted(telling);
      EXPECT_TRUE(shown["briefs"].HasMember(telling["document"]));
    }
    ASSERT_EQ(shown["history"].Size(), happening.history.size());
    for (unsigned i = 0; i < shown["history"].Size(); ++i) EXPECT_EQ(text_of(shown["history"][i]["standing"]), to_string(happening.history[i].standing));
    for (const auto& difference : shown["differences"].GetArray())
      for (const auto& value : difference["values"].GetArray())
        for (const auto& quote : value["quotes"].GetArray()) expect_quoted(quote);
    EXPECT_EQ(shown["announced_by"].Size(), happening.announced_by.size());
    EXPECT_EQ(shown["carried_out_by"].Size(), happening.carried_out_by.size());
    for (const auto& edge : shown["ways"]["edges"].GetArray()) EXPECT_LT(edge["to"].GetUint(), shown["ways"]["nodes"].Size());
  }
}

TEST_F(ServeApi, AnEarlierDayShowsWhatWasKnownThen) {
  const Happening* changed = nullptr;
  const auto happenings = all();
  for (const Happening& happening : happenings)
    if (happening.history.size() > 1 && happening.history.front().standing != happening.standing && !happening.history.front().on.empty()) changed = &happening;
  ASSERT_NE(changed, nullptr) << "examples/letters should have a happening whose standing changes";
  const std::string day = changed->history.front().on;
  bool found = false;
  for (const std::string& item : api.items("/happenings", {{"as_of", day}}, 500)) {
    const auto head = json_of(item);
    if (text_of(head["id"]) != changed->id) continue;
    found = true;
    EXPECT_EQ(text_of(head["standing"]), to_string(changed->history.front().standing));
    EXPECT_EQ(text_of(head["reason"]), changed->history.front().reason);
  }
  EXPECT_TRUE(found);
  EXPECT_EQ(api.items("/happenings", {{"as_of", "1990"}}, 500).size(), 0u);
}

// ---- documents

TEST_F(ServeApi, DocumentsAreThoseOfTheStore) {
  const std::vector<std::pair<Query, DocumentQuery>> asked = {
      {{}, {}}, {{{"lang", "vi"}}, {.lang = "vi"}}, {{{"outlet", "bao song hong"}}, {.outlet = "Báo Sông Hồng"}}, {{{"from", "2019"}, {"to", "2019"}}, {.from = Day{std::chrono::year{2019} / 1 / 1}, .to = Day{std::chrono::year{2019} / 12 / 31}}}};
  for (const auto& [query, documents] : asked) {
    std::vector<std::string> expected, found;
    for (int64_t number : sure(api.store().list_documents(documents))) expected.push_back(sure(api.store().load(number))->document.id);
    EXPECT_FALSE(expected.empty());
    for (const std::string& item : api.items("/documents", query, 5)) found.push_back(json_of(item)["brief"]["id"].GetString());
    EXPECT_EQ(found, expected);
    Query newest = query;
    newest.emplace("order", "newest");
    found.clear();
    for (const std::string& item : api.items("/documents", newest, 500)) found.insert(found.begin(), json_of(item)["brief"]["id"].GetString());
    EXPECT_EQ(found, expected);
  }
  EXPECT_EQ(api.get("/documents", {{"actor", "Kim Jong-un"}})["total"].GetInt64(), 16);
}

TEST_F(ServeApi, ADocumentIsShownWithAllThatWasRead) {
  std::map<std::pair<std::string, std::string>, double> shares;
  for (const Analysis& analysis : documents()) {
    const auto shown = api.get("/documents/" + analysis.document.id);
    EXPECT_EQ(written(shown["record"]), written(json_of(analysis_record(analysis))));
    EXPECT_EQ(text_of(shown["brief"]["title"]), analysis.document.title.value_or(""));
    for (const auto& tells : shown["happenings"].GetObject()) {
      const auto happening = api.get("/happenings/" + text_of(tells.value["id"]));
      const auto& mentions = happening["tellings"].GetArray();
      EXPECT_TRUE(std::any_of(mentions.begin(), mentions.end(), [&](const auto& one) { return text_of(one["document"]) == analysis.document.id && text_of(one["item"]) == tells.name.GetString(); }));
      EXPECT_EQ(tells.value["standing"], happening["head"]["standing"]);
    }
    for (const auto& copy : shown["copies"].GetArray()) {
      const Analysis other = document(text_of(copy["with"]["id"]));
      EXPECT_EQ(text_of(copy["text_there"]), other.document.text);
      shares[{analysis.document.id, other.document.id}] = copy["share"].GetDouble();
      const CodePoints here(analysis.document.text), there(other.document.text);
      for (const auto& passage : copy["passages"].GetArray()) {
        EXPECT_LT(passage["here"][0].GetUint(), passage["here"][1].GetUint());
        EXPECT_LE(here.byte_of(passage["here"][1].GetUint()), analysis.document.text.size());
        EXPECT_LE(there.byte_of(passage["there"][1].GetUint()), other.document.text.size());
      }
    }
  }
  EXPECT_FALSE(shares.empty());
  for (const auto& [pair, _] : shares) EXPECT_TRUE(shares.contains({pair.second, pair.first}));
}

// ---- actors

TEST_F(ServeApi, ActorsAreCountedAsParties) {
  std::map<std::string, int64_t> expected;
  for (const Happening& happening : all()) {
    std::set<std::string> parties;
    for (const auto* party : {&happening.source, &happening.target})
      if (*party && !(*party)->actor.empty()) parties.insert((*party)->actor);
    for (const std::string& id : parties) ++expected[id];
  }
  std::map<std::string, int64_t> found;
  int64_t before = INT64_MAX;
  for (const std::string& item : api.items("/actors", {}, 2)) {
    const auto actor = json_of(item);
    found[text_of(actor["id"])] = actor["happenings"].GetInt64();
    EXPECT_LE(actor["happenings"].GetInt64(), before);
    before = actor["happenings"].GetInt64();
  }
  EXPECT_EQ(found, expected);
  const auto kims = api.items("/actors", {{"q", "Kim Jong-un"}}, 500);
  ASSERT_FALSE(kims.empty());
  EXPECT_EQ(text_of(json_of(kims[0])["id"]), "kim-jong-un");
  EXPECT_EQ(api.items("/actors", {{"q", "nobody of this name"}}, 500).size(), 0u);
}

TEST_F(ServeApi, AnActorIsShownByItsHappenings) {
  for (const std::string& id : {std::string("kim-jong-un"), std::string("donald-trump"), std::string("prk")}) {
    const auto actor = api.get("/actors/" + id);
    const auto list = api.get("/happenings", {{"actor", id}});
    EXPECT_EQ(actor["total"].GetInt64(), list["total"].GetInt64()) << id;
    EXPECT_EQ(sum_of(actor["kinds"], "happenings"), actor["total"].GetInt64());
    EXPECT_EQ(sum_of(actor["standings"], "happenings"), actor["total"].GetInt64());
    EXPECT_LE(sum_of(actor["did"], "happenings") + sum_of(actor["received"], "happenings"), actor["total"].GetInt64());
    EXPECT_LE(sum_of(actor["partners"], "forth") + sum_of(actor["partners"], "back"), actor["total"].GetInt64());
    for (const char* list_name : {"did", "received"})
      for (const auto& month : actor[list_name].GetArray()) {
        EXPECT_LE(month["cooperation"].GetInt64() + month["conflict"].GetInt64() + month["uncoded"].GetInt64(), month["happenings"].GetInt64());
        EXPECT_EQ(month["month"].GetStringLength(), 7u);
      }
    const auto letters = api.get("/actors/" + id, {{"kind", "letter-*"}, {"from", "2019"}});
    EXPECT_EQ(letters["total"].GetInt64(), api.get("/happenings", {{"actor", id}, {"kind", "letter-*"}, {"from", "2019"}})["total"].GetInt64());
  }
  EXPECT_GE(api.get("/actors/donald-trump", {{"on", "2019-06-30"}})["offices"].Size(), 1u);
  EXPECT_LE(api.get("/actors/donald-trump", {{"on", "1990"}})["offices"].Size(), api.get("/actors/donald-trump")["offices"].Size());
}

TEST_F(ServeApi, PairsAreTheSameFromEitherSide) {
  const auto there = api.get("/dyads", {{"a", "usa"}, {"b", "prk"}}), back = api.get("/dyads", {{"a", "prk"}, {"b", "usa"}});
  EXPECT_GT(there["total"].GetInt64(), 0);
  EXPECT_EQ(there["total"], back["total"]);
  EXPECT_EQ(there["forth"], back["back"]);
  EXPECT_EQ(there["back"], back["forth"]);
  EXPECT_EQ(there["kinds"], back["kinds"]);
  EXPECT_EQ(there["total"].GetInt64(), api.get("/happenings", {{"between", "usa"}, {"between", "prk"}})["total"].GetInt64());
  EXPECT_LE(sum_of(there["forth"], "happenings") + sum_of(there["back"], "happenings"), there["total"].GetInt64());
}

// ---- sources, stories

TEST_F(ServeApi, SourcesAreCountedInHappenings) {
  const auto sources = api.get("/sources");
  EXPECT_EQ(sources["total"].GetInt64(), static_cast<int64_t>(all().size()));
  EXPECT_EQ(sum_of(sources["outlets"], "documents"), 16);
  for (const auto& edge : sources["edges"].GetArray()) EXPECT_LE(edge["happenings"].GetInt64(), sources["total"].GetInt64());
  // By name, kind and actor of an origin: how many happenings rest on it or are denied by it.
  std::map<std::string, int64_t> expected, found;
  for (const Happening& happening : all()) {
    std::set<std::string> names;
    for (const auto* side : {&happening.origins, &happening.denials})
      for (const Origin& origin : *side)
        if (!origin.statements.empty()) names.insert(origin.actor + "/" + std::string(to_string(origin.kind)) + "/" + (origin.actor.empty() ? origin.name : ""));
    for (const std::string& name : names) ++expected[name];
  }
  for (const auto& origin : sources["origins"].GetArray()) {
    const std::string actor = text_of(origin["actor"]);
    found[actor + "/" + text_of(origin["kind"]) + "/" + (actor.empty() ? text_of(origin["name"]) : "")] += origin["happenings"].GetInt64();
  }
  EXPECT_EQ(found, expected);
  const auto vietnamese = api.get("/sources", {{"lang", "vi"}});
  EXPECT_LT(vietnamese["total"].GetInt64(), sources["total"].GetInt64());
}

TEST_F(ServeApi, StoriesAreThoseOfTheStore) {
  std::vector<std::string> expected;
  for (const Story& story : stories()) expected.push_back(written(json_of(story_record(story))));
  EXPECT_FALSE(expected.empty());
  EXPECT_EQ(api.items("/stories", {{"order", "time"}}, 2), expected);
  auto newest = api.items("/stories", {}, 500), reports = api.items("/stories", {{"order", "reports"}}, 500);
  EXPECT_EQ(std::set<std::string>(newest.begin(), newest.end()), std::set<std::string>(expected.begin(), expected.end()));
  EXPECT_EQ(reports.size(), expected.size());
  std::vector<std::string> several;
  for (const Story& story : stories(2)) several.push_back(written(json_of(story_record(story))));
  EXPECT_EQ(api.items("/stories", {{"order", "time"}, {"least", "2"}}, 500), several);
  for (const Story& story : stories()) {
    const auto page = api.get("/stories/" + story.id);
    EXPECT_EQ(page["happenings"].Size(), story.happenings.size());
    EXPECT_EQ(page["briefs"].Size(), story.documents.size());
    for (const auto& head : page["happenings"].GetArray()) EXPECT_EQ(text_of(head["story"]), story.id);
    EXPECT_EQ(ids(api.items("/happenings", {{"story", story.id}}, 500)), story.happenings);
  }
}

// ---- search, statements

TEST_F(ServeApi, SearchFindsWithAndWithoutDiacritics) {
  const auto with = api.get("/search", {{"q", "Bàn Môn Điếm"}}), without = api.get("/search", {{"q", "ban mon diem"}});
  EXPECT_GT(with["documents"].Size(), 0u);
  EXPECT_LE(with["documents"].Size(), without["documents"].Size());
  for (const auto& hit : with["documents"].GetArray()) EXPECT_NE(text_of(hit["snippet"]).find("«"), std::string::npos);
  const auto letters = api.get("/search", {{"q", "Trump"}, {"limit", "2"}});
  EXPECT_EQ(letters["documents"].Size(), 2u);
  EXPECT_EQ(letters["happenings"].Size(), 2u);
  EXPECT_GT(letters["actors"].Size(), 0u);
  for (const auto& said : letters["statements"].GetArray()) expect_quoted(said);
  for (const char* odd : {"\"", "\"open", "AND", "a OR", "NEAR(", "*", "-", "'; DROP TABLE documents; --", "«»", "(", "title:x", "^", "\xE2\x80\xAE"}) {
    const Reply reply = api.ask("/search", {{"q", odd}});
    EXPECT_TRUE(reply.status == serve::kOk || reply.status == serve::kBadRequest) << odd << reply.body;
  }
}

TEST_F(ServeApi, StatementsAreThoseOfTheRecords) {
  for (const Analysis& analysis : documents()) {
    std::vector<std::string> expected;
    for (size_t i = 0; i < analysis.statements.size(); ++i) expected.push_back(written(json_of(browse::statement_record(analysis, i))));
    EXPECT_EQ(api.items("/statements", {{"document", analysis.document.id}}, 4), expected);
  }
  const auto said = api.items("/statements", {{"speaker", "Trump"}}, 3);
  EXPECT_FALSE(said.empty());
  for (const std::string& one : said) EXPECT_NE(text_of(json_of(one)["speaker"]["name"]), "");
  for (const std::string& one : api.items("/statements", {{"actor", "Kim Jong-un"}, {"act", "deny"}}, 500)) EXPECT_EQ(text_of(json_of(one)["act"]), "deny");
}

// ---- languages, tags, what is refused

TEST_F(ServeApi, LabelsAreVietnameseWhenAskedFor) {
  const auto english = api.get("/info"), vietnamese = api.get("/info", {{"ui", "vi"}});
  ASSERT_EQ(english["standings"].Size(), vietnamese["standings"].Size());
  for (unsigned i = 0; i < english["standings"].Size(); ++i) {
    EXPECT_EQ(english["standings"][i]["standing"], vietnamese["standings"][i]["standing"]);
    EXPECT_NE(english["standings"][i]["label"], vietnamese["standings"][i]["label"]);
  }
  const std::string id = all().front().id;
  const auto one = api.get("/happenings/" + id), same = api.get("/happenings/" + id, {{"ui", "vi"}});
  EXPECT_EQ(one["record"], same["record"]);
  EXPECT_NE(one["head"]["label"], same["head"]["label"]);
  EXPECT_NE(one["head"]["reason"], same["head"]["reason"]);
  EXPECT_NE(api.refused(serve::kNotFound, "/happenings/none", {{"ui", "vi"}}), api.refused(serve::kNotFound, "/happenings/none"));
}

TEST_F(ServeApi, AnAnswerIsKnownByItsTag) {
  const Reply first = api.ask("/happenings", {{"limit", "1"}});
  ASSERT_EQ(first.headers.size(), 1u);
  EXPECT_EQ(first.headers[0].first, "ETag");
  const std::string tag = first.headers[0].second;
  EXPECT_TRUE(tag.starts_with('"') && tag.ends_with('"'));
  const Reply again = api.ask("/happenings", {{"limit", "1"}}, "GET", {{"if-none-match", tag}});
  EXPECT_EQ(again.status, serve::kNotModified);
  EXPECT_EQ(again.body, "");
  for (const std::string& several : {"\"other\", " + tag, "W/" + tag, tag + " ,\"other\""}) EXPECT_EQ(api.ask("/happenings", {{"limit", "1"}}, "GET", {{"if-none-match", several}}).status, serve::kNotModified) << several;
  EXPECT_EQ(api.ask("/happenings", {{"limit", "2"}}, "GET", {{"if-none-match", tag}}).status, serve::kOk);
  EXPECT_EQ(api.ask("/happenings", {{"limit", "1"}, {"ui", "vi"}}, "GET", {{"if-none-match", tag}}).status, serve::kOk);
  EXPECT_TRUE(api.ask("/happenings/none").headers.empty());
}

TEST_F(ServeApi, AParameterThatMakesNoSenseIsNamed) {
  const std::vector<std::tuple<std::string, Query, std::string>> wrong = {
      {"/happenings", {{"kid", "x"}}, "kid"},
      {"/happenings", {{"limit", "0"}}, "limit"},
      {"/happenings", {{"limit", "501"}}, "limit"},
      {"/happenings", {{"limit", "ten"}}, "limit"},
      {"/happenings", {{"limit", "10x"}}, "limit"},
      {"/happenings", {{"limit", "99999999999999999999999"}}, "limit"},
      {"/happenings", {{"limit", "1"}, {"limit", "2"}}, "limit"},
      {"/happenings", {{"offset", "-1"}}, "offset"},
      {"/happenings", {{"order", "size"}}, "order"},
      {"/happenings", {{"between", "usa"}}, "between"},
      {"/happenings", {{"between", "usa"}, {"between", "prk"}, {"between", "kor"}}, "between"},
      {"/happenings", {{"actor", "usa"}, {"actor", "prk"}}, "actor"},
      {"/happenings", {{"from", "yesterday"}}, "yesterday"},
      {"/happenings", {{"as_of", "2020-02-30"}}, "2020-02-30"},
      {"/happenings", {{"standing", "true"}}, "true"},
      {"/happenings", {{"ui", "fr"}}, "ui"},
      {"/timeline", {{"bins", "0"}}, "bins"},
      {"/timeline", {{"lanes", "rows"}}, "lanes"},
      {"/timeline", {{"marks", "5001"}}, "marks"},
      {"/documents", {{"from", "x"}}, "x"},
      {"/stories", {{"least", "0"}}, "least"},
      {"/actors/kim-jong-un", {{"on", "some day"}}, "some day"},
      {"/search", {}, "q"},
      {"/search", {{"q", ""}}, "q"},
      {"/dyads", {{"a", "usa"}}, "b"},
      {"/dyads", {{"a", "usa"}, {"b", ""}}, "b"},
      {"/statements", {}, "speaker"},
      {"/statements", {{"act", "sing"}, {"speaker", "Trump"}}, "act"},
  };
  for (const auto& [path, query, named] : wrong) EXPECT_NE(api.refused(serve::kBadRequest, path, query).find(named), std::string::npos) << path << " " << named;
}

TEST_F(ServeApi, WhatIsNotThereIsSaid) {
  for (const char* path : {"/happenings/none", "/documents/none", "/actors/none", "/stories/none", "/nothing", "", "/", "//", "/info/", "/happenings/a/b", "/INFO"}) api.refused(serve::kNotFound, path);
  EXPECT_NE(api.refused(serve::kNotFound, "/happenings", {{"actor", "nobody of this name"}}).find("nobody of this name"), std::string::npos);
  api.refused(serve::kNotFound, "/dyads", {{"a", "usa"}, {"b", "nobody of this name"}});
  for (const char* method : {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    for (const char* path : {"/info", "/happenings", "/happenings/none", "/openapi.json"}) api.refused(serve::kMethodNotAllowed, path, {}, method);
  EXPECT_EQ(api.ask("/info", {}, "HEAD").status, serve::kOk);
}

TEST_F(ServeApi, StrangeCharactersDoNoHarm) {
  for (const std::string& odd : {std::string("' OR 1=1 --"), std::string("%"), std::string("_"), std::string("a\0b", 3), std::string("\xff\xfe"), std::string("\xE2\x80\xAE"), std::string("<script>"), std::string("\"\\"), std::string("\r\nX: y"),
                                 std::string(5000, 'x'), std::string("..")}) {
    for (const char* list : {"/happenings/", "/documents/", "/actors/", "/stories/"}) api.refused(serve::kNotFound, list + odd);
    for (const char* name : {"actor", "kind", "outlet", "lang", "story"}) {
      const Reply reply = api.ask("/happenings", {{name, odd}});
      EXPECT_TRUE(reply.status == serve::kOk || reply.status == serve::kNotFound || reply.status == serve::kBadRequest) << name << " " << odd << reply.body;
      json_of(reply.body);
      if (reply.status != serve::kOk) continue;
      EXPECT_EQ(json_of(reply.body)["total"].GetInt(), 0) << name << " " << odd;
    }
    for (const char* name : {"from", "standing"}) api.refused(serve::kBadRequest, "/happenings", {{name, odd}});
    json_of(api.ask("/search", {{"q", odd}}).body);
    json_of(api.ask("/info", {{odd, odd}}).body);
  }
}

// ---- the document

TEST_F(ServeApi, TheDocumentNamesEveryRoute) {
  const auto& openapi = api.openapi();
  EXPECT_STREQ(openapi["openapi"].GetString(), "3.1.0");
  std::set<std::string> paths;
  for (const serve::Route& route : serve::all_routes()) {
    ASSERT_TRUE(openapi["paths"].HasMember(route.path.c_str())) << route.path;
    paths.insert(route.path);
    const auto& its = openapi["paths"][route.path.c_str()][route.method == "GET" ? "get" : "post"];
    EXPECT_EQ(its.HasMember("requestBody"), route.method == "POST") << route.path;
    EXPECT_TRUE(route.answer.empty() || openapi["components"]["schemas"].HasMember(route.answer.c_str())) << route.answer;
    EXPECT_FALSE(route.title.empty() || route.about.empty());
    std::set<std::string> names;
    for (const auto& parameter : its["parameters"].GetArray()) {
      EXPECT_TRUE(names.insert(text_of(parameter["name"])).second) << route.path << " " << text_of(parameter["name"]);
      EXPECT_NE(text_of(parameter["description"]), "");
    }
    EXPECT_EQ(names.size(), route.arguments.size() + 1 + (route.path.find("{id}") != std::string::npos ? 1 : 0));
  }
  EXPECT_EQ(openapi["paths"].MemberCount(), paths.size());
  const Reply reply = api.ask("/openapi.json");
  EXPECT_EQ(json_of(reply.body), openapi);
}

void find_references(const rapidjson::Value& value, std::set<std::string>& out) {
  if (value.IsArray())
    for (const auto& one : value.GetArray()) find_references(one, out);
  if (!value.IsObject()) return;
  for (const auto& member : value.GetObject()) {
    if (member.name == "$ref") out.insert(member.value.GetString());
    find_references(member.value, out);
  }
}

TEST_F(ServeApi, TheDocumentRefersToWhatItHas) {
  std::set<std::string> references;
  find_references(api.openapi(), references);
  const auto& schemas = api.openapi()["components"]["schemas"];
  for (const std::string& reference : references) EXPECT_TRUE(schemas.HasMember(reference.substr(reference.rfind('/') + 1).c_str())) << reference;
  for (const auto& schema : schemas.GetObject()) EXPECT_TRUE(references.contains("#/components/schemas/" + std::string(schema.name.GetString()))) << schema.name.GetString();
}

}  // namespace
}  // namespace hearsay::testing
