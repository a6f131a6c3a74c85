// SPDX-License-Identifier: Apache-2.0
#include "export/happenings.h"
#include "export/legible.h"
#include "record/json_line.h"

namespace hearsay {
namespace {

void write_document(JsonLine& json, const Document& document) {
  json.text("document", document.id);
  json.text_or_null("outlet", outlet_of(document));
  json.optional_text("published", document.published);
  json.optional_text("title", document.title);
  json.optional_text("url", document.url);
  json.text("sha256", document.sha256);
  json.text("lang", document.lang);
}

void write_span(JsonLine& json, std::string_view name, const Analysis& analysis, const CodePoints& points, Span span) {
  json.begin(name);
  json.number("start", points.at(span.start));
  json.number("end", points.at(span.end));
  json.text("text", words_at(analysis, span));
  json.end();
}

void write_voice(JsonLine& json, const Analysis& analysis, const Voice& voice) {
  const Actor* actor = actor_at(analysis, voice.actor);
  json.begin();
  json.text_or_null("actor", actor ? actor->id : "");
  json.text_or_null("name", voice.name);
  json.flag("anonymous", voice.anonymous);
  json.number("voices", voice.voices);
  json.end();
}

// Who says it, and who passed it on, the nearest to the speaker first; empty for the outlet's own voice.
void write_chain(JsonLine& json, const Analysis& analysis, int statement) {
  json.id("statement", 's', statement);
  json.begin_list("chain");
  if (statement >= 0 && static_cast<size_t>(statement) < analysis.statements.size()) {
    const Statement& said = analysis.statements[static_cast<size_t>(statement)];
    write_voice(json, analysis, said.speaker);
    for (const Voice& carrier : said.via) write_voice(json, analysis, carrier);
  }
  json.end_list();
}

void write_telling(JsonLine& json, const Telling& telling) {
  const CodePoints points(telling.document().text);
  json.begin();
  write_document(json, telling.document());
  json.id("event", 'e', telling.mention.event);
  write_span(json, "words", telling.analysis, points, telling.event.span);
  write_span(json, "sentence", telling.analysis, points, sentence_of(telling.analysis, telling.event));
  write_chain(json, telling.analysis, telling.event.statement);
  json.end();
}

}  // namespace

std::string json_line(const ToldHappening& told, const ExportSettings&, ExportTally& tally) {
  JsonLine json;
  json.begin();
  json.begin_list("evidence");
  for (const Telling& telling : tellings_of(told)) write_telling(json, telling);
  json.end_list();
  json.end();
  std::string record = happening_record(told.happening);
  record.back() = ',';                   // for the object's brace: one more field
  ++tally.written;
  return legible_json(record + json.finish().substr(1)) + "\n";
}

}  // namespace hearsay
