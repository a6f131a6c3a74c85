// Writes happenings as hearsay-chronicle/1.
// SPDX-License-Identifier: Apache-2.0
#include "record/json_line.h"

namespace hearsay {
namespace {

void write_party(JsonLine& line, std::string_view name, const std::optional<HappeningParty>& party) {
  if (!party) return line.null(name);
  line.begin(name);
  line.text_or_null("actor", party->actor);
  line.text_or_null("name", party->name);
  line.text_or_null("code", party->code);
  line.text_or_null("country", party->country);
  line.end();
}

// [document id, "s3"]; [document id, null] for the outlet's own voice.
void write_statement(JsonLine& line, const StatementRef& statement) {
  line.begin_list();
  line.text(statement.document);
  statement.statement < 0 ? line.null() : line.id('s', statement.statement);
  line.end_list();
}

void write_origins(JsonLine& line, std::string_view name, const std::vector<Origin>& origins) {
  line.begin_list(name);
  for (const Origin& origin : origins) {
    line.begin();
    line.text_or_null("actor", origin.actor);
    line.text_or_null("name", origin.name);
    line.quote("kind", to_string(origin.kind));
    line.number("voices", origin.voices);
    if (origin.circular) line.flag("circular", true);
    line.begin_list("statements");
    for (const StatementRef& statement : origin.statements) write_statement(line, statement);
    line.end_list();
    line.end();
  }
  line.end_list();
}

void write_mentions(JsonLine& line, const std::vector<HappeningMention>& mentions) {
  line.begin_list("mentions");
  for (const HappeningMention& mention : mentions) {
    line.begin();
    line.text("document", mention.document);
    line.id("event", 'e', mention.event);
    line.number("start", mention.start);
    line.number("end", mention.end);
    line.flag("lead", mention.lead);
    line.text("because", mention.because);
    line.end();
  }
  line.end_list();
}

void write_history(JsonLine& line, const std::vector<StandingChange>& history) {
  line.begin_list("history");
  for (const StandingChange& change : history) {
    line.begin();
    line.text_or_null("on", change.on);
    line.quote("standing", to_string(change.standing));
    line.begin_list("because");
    for (const std::string& document : change.because) line.text(document);
    line.end_list();
    line.text_or_null("reason", change.reason);
    line.end();
  }
  line.end_list();
}

void write_ids(JsonLine& line, std::string_view name, const std::vector<std::string>& ids) {
  line.begin_list(name);
  for (const std::string& id : ids) line.text(id);
  line.end_list();
}

}  // namespace

std::string happening_record(const Happening& happening) {
  JsonLine line;
  line.begin();
  line.quote("format", "hearsay-chronicle/1");
  line.text("id", happening.id);
  line.text("kind", happening.kind);
  line.text_or_null("cameo", happening.cameo);
  line.text_or_null("plover", happening.plover);
  line.goldstein(happening.goldstein, happening.cameo);
  write_party(line, "source", happening.source);
  write_party(line, "target", happening.target);
  line.optional_text("joint", happening.joint);
  line.day("from", happening.from);
  line.day("to", happening.to);
  line.quote("status", to_string(happening.status));
  line.quote("standing", to_string(happening.standing));
  line.text("reason", happening.reason);
  line.flag("unverified", happening.unverified);
  line.number("documents", happening.documents);
  line.number("outlets", happening.outlets);
  write_origins(line, "origins", happening.origins);
  write_origins(line, "denials", happening.denials);
  write_origins(line, "declined", happening.declined);
  write_mentions(line, happening.mentions);
  write_history(line, happening.history);
  write_ids(line, "announced_by", happening.announced_by);
  write_ids(line, "carried_out_by", happening.carried_out_by);
  line.end();
  return line.finish();
}

}  // namespace hearsay
