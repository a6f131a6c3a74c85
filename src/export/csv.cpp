// SPDX-License-Identifier: Apache-2.0
#include "export/happenings.h"
#include "export/cell_row.h"

namespace hearsay {
namespace {

constexpr std::string_view kColumns[] = {
    "id", "kind", "cameo", "plover", "goldstein", "source", "source_name", "source_code", "source_country", "target", "target_name", "target_code", "target_country", "joint",
    "from", "to", "status", "standing", "reason", "unverified", "documents", "outlets", "origins", "origin_names", "voices", "denials", "denial_names", "declined",
    "declined_names", "tellings", "outlet_names", "first_published", "last_published", "place", "document_ids", "urls", "document", "event", "start", "end", "words",
    "announced_by", "carried_out_by"};

void add_party(CellRow& row, const std::optional<HappeningParty>& party) {
  if (!party) return static_cast<void>(row.blank(4));
  row.text(party->actor).text(party->name).text(party->code).text(party->country);
}

void add_day(CellRow& row, const std::optional<Day>& day) { day ? row.text(iso(*day)) : row.blank(); }

void add_origins(CellRow& row, const std::vector<Origin>& origins) { row.number(static_cast<int64_t>(origins.size())).text(joined_once(names_of_origins(origins))); }

void add_what(CellRow& row, const Happening& h) {
  row.text(h.id).text(h.kind).text(h.cameo).text(h.plover).number(h.cameo.empty() ? std::nullopt : std::optional(h.goldstein), 1);
  add_party(row, h.source);
  add_party(row, h.target);
  row.text(h.joint.value_or(""));
  add_day(row, h.from);
  add_day(row, h.to);
}

void add_support(CellRow& row, const Happening& h) {
  row.text(to_string(h.status)).text(to_string(h.standing)).text(h.reason).text(h.unverified ? "true" : "false").number(h.documents).number(h.outlets);
  add_origins(row, h.origins);
  row.number(voices(h));
  add_origins(row, h.denials);
  add_origins(row, h.declined);
  row.number(static_cast<int64_t>(h.mentions.size()));
}

// Who printed it, and the words of the first telling.
void add_evidence(CellRow& row, const Happening& h, const std::vector<Telling>& tellings) {
  std::vector<std::string> outlets, ids, urls;
  for (const Telling& telling : tellings) {
    outlets.push_back(outlet_of(telling.document()));
    urls.push_back(telling.document().url.value_or(""));
  }
  for (const HappeningMention& mention : h.mentions) ids.push_back(mention.document);
  const Published days = published(tellings);
  const Actor* place = place_of(tellings);
  row.text(joined_once(outlets));
  add_day(row, days.first);
  add_day(row, days.last);
  row.text(place ? place->name : "").text(joined_once(ids)).text(joined_once(urls));
  if (tellings.empty()) return static_cast<void>(row.blank(5));
  const Telling& first = tellings.front();
  row.text(first.document().id).text(numbered('e', first.mention.event)).number(first.mention.start).number(first.mention.end).text(words_at(first.analysis, first.event.span));
}

}  // namespace

std::string csv_heading(const ExportSettings&) { return CellRow(CellRow::Kind::kCsv).texts(kColumns).line(); }

std::string csv_row(const ToldHappening& told, const ExportSettings&, ExportTally& tally) {
  CellRow row(CellRow::Kind::kCsv);
  add_what(row, told.happening);
  add_support(row, told.happening);
  add_evidence(row, told.happening, tellings_of(told));
  row.text(joined_once(told.happening.announced_by)).text(joined_once(told.happening.carried_out_by));
  ++tally.written;
  return row.line();
}

}  // namespace hearsay
