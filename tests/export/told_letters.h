// The chronicle of examples/letters as exports are given it, and their tables read back by the reader of tables.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "engine/letters.h"
#include "export/formats.h"
#include "table/rows.h"

namespace hearsay::testing {

struct ToldLetters {
  DocumentsById documents;
  std::vector<Happening> happenings;
};

inline const ToldLetters& told_letters() {
  static const ToldLetters told = [] {
    ToldLetters made;
    std::vector<Analysis> analyses;
    for (const Letter& letter : letters()) analyses.push_back(analysed(letter));
    made.happenings = shared_engine().chronicle(analyses);
    for (Analysis& analysis : analyses) made.documents.emplace(analysis.document.id, std::move(analysis));
    return made;
  }();
  return told;
}

// All happenings in a format.
struct Exported {
  std::string text;
  ExportTally tally;
};
inline Exported exported(std::string_view name, const ExportSettings& settings = {}, const ToldLetters& told = told_letters()) {
  const HappeningFormat& format = *happening_format(name);
  Exported out{format.head(settings), {}};
  for (const Happening& happening : told.happenings) {
    ToldHappening one{happening, told.documents};
    if (const Actor* place = place_of(tellings_of(one))) one.point = shared_engine().coordinates(place->id);
    out.text += format.one(one, settings, out.tally);
  }
  out.text += format.tail(out.tally);
  return out;
}

// The rows of a table, read back.
inline std::vector<std::vector<std::string>> rows_of(const std::string& text, const CellSyntax& syntax) {
  std::vector<std::vector<std::string>> rows;
  RowCutter cutter(syntax, SIZE_MAX, [&](const RowCutter::Cut& cut) { rows.push_back(cut_cells(cut.row, syntax, 1000)); });
  cutter.feed(text);
  cutter.finish();
  return rows;
}
inline const CellSyntax kCsv{",", true}, kTsv{"\t", false};

// The words at code points of a text.
inline std::string at_code_points(const std::string& text, uint32_t start, uint32_t end) {
  const CodePoints points(text);
  return text.substr(points.byte_of(start), points.byte_of(end) - points.byte_of(start));
}

inline rapidjson::Document parsed_json(const std::string& text) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
  EXPECT_FALSE(json.HasParseError()) << text;
  return json;
}

// A report whose outlet, title, name and words do what hostile text does, and the happening it tells.
inline ToldLetters hostile_told() {
  Analysis analysis;
  Document& document = analysis.document;
  document.id = "d1";
  document.outlet_name = "=HYPERLINK(\"http://x\")\t\"Daily\"\r\nNews";
  document.title = "<script>alert(1)</script> & 'more'";
  document.url = "javascript:alert(1)";
  document.published = "2020-01-02";
  document.published_day = Day(std::chrono::year(2020) / 1 / 2);
  document.lang = "en";
  document.text = "A </TEXT>\x01<b>met</b>\tor\r \xE2\x80\xAE" "B\xE2\x80\xAC ]]> -- \"&amp;\" in \xF0\x9F\x98\x80 Rome.\nEnd.";
  analysis.sentences = {{0, static_cast<uint32_t>(document.text.find('\n'))}};
  analysis.actors.resize(2);
  analysis.actors[0].id = "a";
  analysis.actors[0].name = "@A";
  analysis.actors[0].mentions = {{{0, 1}, MentionForm::kName, ""}};
  analysis.actors[1].id = "b";
  analysis.actors[1].name = "-B\xE2\x80\xAE<i>";
  Event event;
  event.span = {2, static_cast<uint32_t>(document.text.find(" in "))};
  event.kind = "meeting";
  event.cameo = "040";
  event.plover = "CONSULT";
  event.goldstein = 1;
  event.source = {0, {0, 1}};
  event.target = {1, {}};
  analysis.events = {event};
  Happening happening;
  happening.id = "h0123456789abcdef";
  happening.kind = "meeting";
  happening.cameo = "040";
  happening.plover = "CONSULT";
  happening.goldstein = -1;
  happening.source = HappeningParty{"a", "@A", "USAGOV", "USA"};
  happening.target = HappeningParty{"b", "-B\xE2\x80\xAE<i>", "", ""};
  happening.from = happening.to = Day(std::chrono::year(2020) / 1 / 1);
  happening.reason = "told by, \"them\"";
  happening.documents = happening.outlets = 1;
  happening.origins = {{.actor = "", .name = "+origin", .kind = OriginKind::kOutlet, .voices = 1, .statements = {{"d1", -1}}}};
  const CodePoints points(document.text);
  happening.mentions = {{"d1", 0, points.at(event.span.start), points.at(event.span.end), "first told here", true}};
  ToldLetters told;
  told.happenings = {happening};
  told.documents.emplace("d1", std::move(analysis));
  return told;
}

}  // namespace hearsay::testing
