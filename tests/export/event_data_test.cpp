// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "export/coded.h"
#include "export/told_letters.h"

namespace hearsay::testing {
namespace {

bool has_one_day(const Happening& happening) { return happening.from && happening.from == happening.to; }
bool happened(const Happening& happening) { return happening.status == EventStatus::kHappened; }

// The happening that a row is of, by the id in a column of our own.
const Happening& happening_of(const std::vector<std::string>& row, size_t column) {
  const auto& all = told_letters().happenings;
  const auto at = std::find_if(all.begin(), all.end(), [&](const Happening& happening) { return happening.id == row.at(column); });
  if (at == all.end()) throw std::runtime_error("no happening " + row.at(column));
  return *at;
}

TEST(EventData, LeaveOutWhatIsNoEventAndCountIt) {
  const auto& all = told_letters().happenings;
  for (const char* format : {"gdelt", "gdelt-mentions", "phoenix"}) {
    const ExportTally tally = exported(format).tally;
    EXPECT_EQ(tally.unreal, std::count_if(all.begin(), all.end(), [](const Happening& h) { return !happened(h); })) << format;
    EXPECT_EQ(tally.written, std::count_if(all.begin(), all.end(), [](const Happening& h) { return happened(h) && has_one_day(h); })) << format;
    EXPECT_EQ(tally.written + tally.unreal + tally.undated + tally.uncoded, static_cast<int64_t>(all.size())) << format;
    const ExportTally with_all = exported(format, {.all = true}).tally;
    EXPECT_EQ(with_all.unreal, 0) << format;
    EXPECT_GT(with_all.written, tally.written) << format;
  }
}

TEST(GdeltExport, HasSixtyOneColumnsAndOurOwnBehindThem) {
  for (const auto& row : rows_of(exported("gdelt", {.standard = true}).text, kTsv)) EXPECT_EQ(row.size(), 61u);
  std::set<std::string> numbers;
  const auto rows = rows_of(exported("gdelt", {.all = true}).text, kTsv);
  ASSERT_FALSE(rows.empty());
  for (const auto& row : rows) {
    ASSERT_EQ(row.size(), 66u);
    const Happening& happening = happening_of(row, 65);
    EXPECT_TRUE(numbers.insert(row[0]).second);
    EXPECT_LT(std::stoull(row[0]), 1ull << 53);
    EXPECT_EQ(row[1].substr(0, 4) + "-" + row[1].substr(4, 2) + "-" + row[1].substr(6), iso(*happening.from));
    EXPECT_EQ(row[2], row[1].substr(0, 6));
    EXPECT_EQ(row[3], row[1].substr(0, 4));
    EXPECT_EQ(row[5], happening.source ? happening.source->code : "");
    EXPECT_EQ(row[15], happening.target ? happening.target->code : "");
    EXPECT_EQ(row[26], happening.cameo);
    EXPECT_EQ(row[28], happening.cameo.substr(0, 2));
    EXPECT_EQ(row[31], std::to_string(happening.mentions.size()));
    EXPECT_EQ(row[32], std::to_string(happening.outlets));
    EXPECT_EQ(row[33], std::to_string(happening.documents));
    EXPECT_EQ(row[34], "");
    EXPECT_EQ(row[61], std::to_string(happening.origins.size()));
    EXPECT_EQ(row[63], to_string(happening.status));
  }
}

TEST(EventData, SplitCodesOfActorsAsCameoBuildsThem) {
  const auto parts = [](const std::string& code, const std::string& country = "") {
    const ActorCode split = actor_code(HappeningParty{"", "", code, country});
    std::string out = split.country + "|" + split.group + "|" + split.religion + "|";
    for (const std::string& role : split.roles) out += role + ",";
    return out;
  };
  EXPECT_EQ(parts("USAGOV", "USA"), "USA|||GOV,");
  EXPECT_EQ(parts("IGOUNO"), "|UNO||IGO,");
  EXPECT_EQ(parts("NGO"), "|||NGO,");
  EXPECT_EQ(parts("RELCTH"), "||CTH|REL,");
  EXPECT_EQ(parts("SRBREBALB", "XKX"), "SRB|||REB,ALB,");
  EXPECT_EQ(parts("REB"), "|||REB,");
  EXPECT_EQ(parts("", "VNM"), "VNM|||");
  EXPECT_EQ(actor_code({}).country, "");
}

TEST(GdeltExport, SplitsCodesOfActors) {
  const auto rows = rows_of(exported("gdelt").text, kTsv);
  const auto at = std::find_if(rows.begin(), rows.end(), [](const auto& row) { return row[5] == "USAGOV"; });
  ASSERT_NE(at, rows.end());
  EXPECT_EQ((*at)[7], "USA");
  EXPECT_EQ((*at)[12], "GOV");
}

TEST(GdeltMentionsExport, OffsetsGiveTheWords) {
  for (const auto& row : rows_of(exported("gdelt-mentions", {.standard = true}).text, kTsv)) EXPECT_EQ(row.size(), 16u);
  const auto rows = rows_of(exported("gdelt-mentions").text, kTsv);
  ASSERT_FALSE(rows.empty());
  for (const auto& row : rows) {
    ASSERT_EQ(row.size(), 21u);
    const Analysis& analysis = told_letters().documents.at(row[17]);
    const Event& event = analysis.events.at(std::stoul(row[18].substr(1)) - 1);
    EXPECT_EQ(at_code_points(analysis.document.text, static_cast<uint32_t>(std::stoul(row[9])), static_cast<uint32_t>(std::stoul(row[19]))), words_at(analysis, event.span));
    EXPECT_EQ(row[6], std::to_string(event.sentence + 1));
    EXPECT_EQ(row[5], *analysis.document.url);
  }
}

TEST(PolecatExport, HasFortyColumnsWithTheirNames) {
  const auto standard = rows_of(exported("polecat", {.standard = true}).text, kTsv);
  for (const auto& row : standard) EXPECT_EQ(row.size(), 40u);
  EXPECT_EQ(standard.at(0).front(), "Event ID");
  EXPECT_EQ(standard.at(0).back(), "Version");
  const auto rows = rows_of(exported("polecat").text, kTsv);
  ASSERT_EQ(rows[0].size(), 49u);
  for (size_t i = 1; i < rows.size(); ++i) {
    ASSERT_EQ(rows[i].size(), 49u);
    const Happening& happening = happening_of(rows[i], 48);
    EXPECT_EQ(rows[i][0], happening.id);
    EXPECT_EQ(rows[i][1], has_one_day(happening) ? iso(*happening.from) : "");
    EXPECT_EQ(rows[i][2], happening.plover);
    EXPECT_FALSE(rows[i][5].empty()) << happening.plover;
    EXPECT_EQ(rows[i][8], happening.source ? happening.source->country : "");
    EXPECT_EQ(rows[i][44], std::to_string(happening.origins.size()));
  }
}

TEST(PolecatExport, KeepsWhatHasNoDayAndLeavesOutWhatPloverDropped) {
  const ExportTally tally = exported("polecat").tally;
  EXPECT_EQ(tally.undated, 0);
  const auto& all = told_letters().happenings;
  EXPECT_EQ(tally.uncoded, std::count_if(all.begin(), all.end(), [](const Happening& h) { return happened(h) && h.plover.empty(); }));
}

TEST(PhoenixExport, HasTwentySixColumnsAndNumbersItsRows) {
  for (const auto& row : rows_of(exported("phoenix", {.standard = true}).text, kTsv)) EXPECT_EQ(row.size(), 26u);
  int number = 0;
  for (const auto& row : rows_of(exported("phoenix").text, kTsv)) {
    ASSERT_EQ(row.size(), 31u);
    EXPECT_EQ(row[0], std::to_string(++number));
    const Happening& happening = happening_of(row, 30);
    const std::chrono::year_month_day date(*happening.from);
    EXPECT_EQ(row[2], std::to_string(static_cast<int>(date.year())));
    EXPECT_EQ(row[3], std::to_string(static_cast<unsigned>(date.month())));
    EXPECT_EQ(row[13], happening.cameo);
  }
  EXPECT_GT(number, 0);
}

TEST(PloverExport, HasTheFieldsOfTheManualAndOffsetsOfTheWords) {
  const Exported plover = exported("plover");
  size_t at = 0;
  int64_t lines = 0;
  for (; at < plover.text.size(); ++lines) {
    const std::string line = plover.text.substr(at, plover.text.find('\n', at) - at);
    at += line.size() + 1;
    const auto json = parsed_json(line);
    for (const char* field : {"id", "date", "source", "event"}) ASSERT_TRUE(json.HasMember(field)) << field;
    EXPECT_EQ(std::string(json["date"].GetString()).size(), 10u);
    EXPECT_GE(json["quad_code"].GetInt(), 1);
    EXPECT_EQ(std::string(json["hearsay"]["status"].GetString()), "happened");
    const std::string& text = told_letters().documents.at(json["cite_info"]["citation"].GetString()).document.text;
    EXPECT_EQ(json["event_text"][0].GetString(), at_code_points(text, json["text_info"]["start"].GetUint(), json["text_info"]["end"].GetUint()));
  }
  EXPECT_EQ(lines, plover.tally.written);
  EXPECT_GT(lines, 0);
  EXPECT_EQ(exported("plover", {.standard = true}).text.find("\"hearsay\":{"), std::string::npos);
}

TEST(PloverExport, HasBothPartiesOfAJointActAsItsSource) {
  bool met = false;
  for (const Happening& happening : told_letters().happenings) {
    const auto tellings = tellings_of({happening, told_letters().documents});
    if (!happened(happening) || !has_one_day(happening) || !happening.target || !tellings.at(0).event.joint) continue;
    ExportTally tally;
    const auto json = parsed_json(happening_format("plover")->one({happening, told_letters().documents}, {}, tally));
    EXPECT_EQ(json["source"].Size(), happening.source ? 2u : 1u);
    EXPECT_FALSE(json.HasMember("recipient"));
    met = true;
  }
  EXPECT_TRUE(met);
}

TEST(EventData, KeepHostileTextInItsCell) {
  for (const char* format : {"polecat", "phoenix", "gdelt-mentions"}) {
    const auto rows = rows_of(exported(format, {}, hostile_told()).text, kTsv);
    for (const auto& row : rows) EXPECT_EQ(row.size(), rows[0].size()) << format;
    EXPECT_EQ(rows.size(), format == std::string("polecat") ? 2u : 1u) << format;
  }
  parsed_json(exported("plover", {}, hostile_told()).text);
  const std::string text = exported("gdelt", {}, hostile_told()).text;
  const auto rows = rows_of(text, kTsv);
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].size(), 66u);
  EXPECT_EQ(rows[0][6], "'@A");
  EXPECT_EQ(rows[0][16], "'-B[U+202E]<i>");
}

}  // namespace
}  // namespace hearsay::testing
