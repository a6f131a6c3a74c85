// SPDX-License-Identifier: Apache-2.0
#include "browse/export_report.h"

#include "browse/dates.h"
#include "browse/describe.h"
#include "browse/find_story.h"
#include "export/told.h"

namespace hearsay::browse {
namespace {

void add_asked(std::string& asked, std::string_view option, const std::vector<std::string>& values) {
  if (values.empty()) return;
  asked += (asked.empty() ? "" : " ") + std::string(option);
  for (const std::string& value : values) asked += " \u201c" + value + "\u201d";
}

// The filters as they were given.
std::string asked_for(const ExportOptions& options) {
  std::string asked;
  const HappeningFilterOptions& filter = options.filter;
  for (const auto& [option, value] : {std::pair("--actor", &filter.actor), {"--kind", &filter.kind}, {"--from", &filter.from}, {"--to", &filter.to}, {"--standing", &filter.standing},
                                      {"--as-of", &filter.as_of}, {"--story", &options.story}, {"outlet", &options.outlet}, {"lang", &options.lang}})
    if (*value) add_asked(asked, option, {**value});
  add_asked(asked, "--between", filter.between);
  return asked;
}

std::string heading_of(const Happening& happening, const Words& words) {
  const auto day = happening.from ? happening.from : happening.to;
  return day ? std::to_string(static_cast<int>(std::chrono::year_month_day(*day).year())) : words(Message::kDateUnknownHeading);
}

// Words within others, and where they stand.
ReportNote note_of(const Analysis& analysis, Span around, Span at, const Words& words) {
  const auto part = [&](uint32_t from, uint32_t to) { return std::string(words_at(analysis, {from, to})); };
  const Document& document = analysis.document;
  const CodePoints points(document.text);
  std::string where = outlet_and_day(document, words) + (document.title ? ": " + *document.title : "");
  where += "; " + document.id + ", " + words(Message::kCharacters, points.at(at.start), points.at(at.end));
  return {part(around.start, at.start), part(at.start, at.end), part(at.end, around.end), where, document.url.value_or("")};
}

// What an origin says in so many words: the cue is marked, or all of it if there is none.
std::vector<ReportNote> notes_of(const Origin& origin, const Documents& documents, const Words& words) {
  std::vector<ReportNote> notes;
  for (const StatementRef& ref : origin.statements) {
    const Analysis* analysis = document_in(documents, ref.document);
    if (!analysis || ref.statement < 0 || static_cast<size_t>(ref.statement) >= analysis->statements.size()) continue;
    const Statement& said = analysis->statements[static_cast<size_t>(ref.statement)];
    const Span cue = said.cue.value_or(said.span);
    notes.push_back(note_of(*analysis, said.span, said.span.contains(cue) ? cue : said.span, words));
  }
  return notes;
}

void add_side(ReportEntry& entry, const Engine& engine, const Documents& documents, Message heading, const std::vector<Origin>& origins, const Words& words) {
  if (origins.empty()) return;
  ReportSide& side = entry.sides.emplace_back(ReportSide{words(heading), {}});
  for (const Origin& origin : origins) side.voices.push_back({origin_words(engine, origin, words), notes_of(origin, documents, words)});
}

ReportEntry entry_of(const Engine& engine, const Happening& happening, const Documents& documents, const Words& words) {
  const Session plain{words};
  ReportEntry entry;
  entry.id = happening.id;
  entry.date = date_phrase(happening.from, happening.to, words);
  entry.from = happening.from;
  entry.to = happening.to;
  entry.source = party_words(engine, happening.source, plain);
  entry.act = engine.kind_label(happening.kind, words.code());
  if (happening.target) entry.target = party_words(engine, happening.target, plain);
  if (happening.status != EventStatus::kHappened) entry.status = status_words(happening.status, words);
  entry.standing = happening.standing;
  entry.standing_words = standing_words(happening.standing, words) + (happening.unverified ? ", " + words(Message::kUnverified) : "");
  entry.reason = reason_words(engine, happening, words);
  entry.counts = counts_words(happening, words);
  add_side(entry, engine, documents, Message::kFor, happening.origins, words);
  add_side(entry, engine, documents, Message::kAgainst, happening.denials, words);
  add_side(entry, engine, documents, Message::kNoComment, happening.declined, words);
  for (const Telling& telling : tellings_of({happening, documents})) entry.notes.push_back(note_of(telling.analysis, sentence_of(telling.analysis, telling.event), telling.event.span, words));
  return entry;
}

}  // namespace

Report empty_report(const Words& words, const ExportOptions& options, const std::optional<Story>& story, int64_t happenings) {
  Report report;
  report.lang = words.code();
  report.title = story ? title_of(*story, words) : words(Message::kReportOf);
  report.note = words(Message::kReportNote);
  if (const std::string asked = asked_for(options); !asked.empty()) report.asked = words(Message::kReportAsked, asked);
  report.total = words.count(Message::kHappenings, happenings);
  report.timeline = words(Message::kTimeline);
  report.evidence = words(Message::kEvidence);
  for (int i = 0; i <= static_cast<int>(Standing::kWithdrawn); ++i) report.legend.emplace_back(static_cast<Standing>(i), standing_words(static_cast<Standing>(i), words));
  return report;
}

void add_to_report(Report& report, const Engine& engine, const Happening& happening, const Documents& documents, const Words& words) {
  const std::string heading = heading_of(happening, words);
  if (report.groups.empty() || report.groups.back().heading != heading) report.groups.push_back({heading, {}});
  report.groups.back().entries.push_back(entry_of(engine, happening, documents, words));
}

}  // namespace hearsay::browse
