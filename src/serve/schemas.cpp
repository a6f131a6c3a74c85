// A long table: one line for each shape, with its fields as "name: shape". `?` behind a shape allows null, `[]` makes a list of it, `{}` an object that has it by other keys. A shape
// that is no plain type is another line. All fields are there in every answer, but for those with a `?` behind the name.
// SPDX-License-Identifier: Apache-2.0
#include "serve/schemas.h"

#include <string_view>

#include "browse/json.h"

namespace hearsay::serve {
namespace {

using browse::Json;

struct Shape {
  const char* name;
  std::string_view fields;
};

constexpr Shape kShapes[] = {
    {"Error", "error: text"},
    {"Party", "actor: text?, name: text, code: text?, country: text?"},
    {"Head",
     "id: text, source: Party?, target: Party?, kind: text, label: text, cameo: text?, plover: text?, goldstein: number?, from: text?, to: text?, days: text, status: text, "
     "status_label: text, standing: text, standing_label: text, reason: text?, unverified: flag, documents: count, outlets: count, origins: count, denials: count, story: text?"},
    {"Brief", "id: text, title: text?, outlet: text?, published: text?, lang: text, url: text?, path: text"},
    {"Sentence", "start: count, end: count, text: text"},
    {"Saying", "document: text, item: text?, sentence: Sentence, start: count, end: count, line: count, act: text?, mode: text?, chain: text[]"},
    {"Side", "name: text, actor: text?, kind: text, kind_label: text, voices: count, circular: flag, said: count, words: Saying[]"},
    {"Telling", "document: text, item: text?, sentence: Sentence, start: count, end: count, line: count, lead: flag, because: text, status: text, rule: text"},
    {"Quote", "document: text, item: text?, sentence: Sentence, start: count, end: count, line: count"},
    {"Value", "value: text, label: text, quotes: Quote[]"},
    {"Difference", "kind: text, of: text?, values: Value[]"},
    {"Change", "on: text?, standing: text, standing_label: text, reason: text, because: text[]"},
    {"StoryTitle", "id: text, title: text"},
    {"OutletDocuments", "name: text, documents: count"},
    {"LanguageDocuments", "lang: text, documents: count"},
    {"KindHappenings", "kind: text, label: text, plover: text?, happenings: count"},
    {"StandingHappenings", "standing: text, label: text, happenings: count"},
    {"Counts", "documents: count, statements: count, events: count, happenings: count, stories: count, actors: count"},
    {"Info",
     "version: text, store: text, generation: count, read_only: flag, unsettled: count, counts: Counts, first: text?, last: text?, languages: LanguageDocuments[], "
     "outlets: OutletDocuments[], kinds: KindHappenings[], standings: StandingHappenings[]"},
    {"Lane", "id: text, label: text, total: count, bins: any[]"},
    {"Mark", "id: text, lane: count, from: text?, to: text?, standing: text, status: text, unverified: flag, headline: text"},
    {"Timeline", "total: count, undated: count, rest: count, from: text?, to: text?, edges: text[], standings: StandingHappenings[], lanes: Lane[], marks: Mark[]?"},
    {"HappeningList", "items: Head[], total: count, next_offset?: count"},
    {"Happening",
     "record: any, head: Head, for: Side[], against: Side[], declined: Side[], tellings: Telling[], ways: any, history: Change[], differences: Difference[], announced_by: Head[], "
     "carried_out_by: Head[], joint: Head[], story: StoryTitle?, briefs: Brief{}"},
    {"ListedDocument", "brief: Brief, statements: count, events: count"},
    {"DocumentList", "items: ListedDocument[], total: count, next_offset?: count"},
    {"Passage", "here: count[], there: count[], words: count, quoted: flag"},
    {"Copy",
     "with: Brief, kind: text, kind_label: text, by: text, by_label: text, from_here: flag?, share: number, share_there: number, text_there: text, passages: Passage[]"},
    {"TellsOf", "id: text, standing: text, standing_label: text, documents: count, outlets: count"},
    {"Document", "record: any, brief: Brief, story: StoryTitle?, happenings: TellsOf{}, copies: Copy[]"},
    {"ListedActor", "id: text, name: text, kind: text, country: text?, codes: text[], known: flag, happenings: count"},
    {"ActorList", "items: ListedActor[], total: count, next_offset?: count"},
    {"Office", "role: text, of: text?, of_name: text, from: text?, to: text?"},
    {"Month", "month: text, happenings: count, cooperation: count, conflict: count, goldstein: number, uncoded: count"},
    {"Partner", "actor: text, name: text, forth: count, back: count, goldstein: number?"},
    {"Actor",
     "actor: ListedActor, names: text[], offices: Office[], total: count, did: Month[], received: Month[], partners: Partner[], kinds: KindHappenings[], standings: StandingHappenings[]"},
    {"Named", "id: text, name: text"},
    {"Dyad", "a: Named, b: Named, total: count, forth: Month[], back: Month[], kinds: KindHappenings[], standings: StandingHappenings[]"},
    {"OutletTotals", "name: text, documents: count, origin: count, carrier: count"},
    {"Citation", "from: text, to: text, happenings: count"},
    {"OriginTotals", "name: text, actor: text?, kind: text, kind_label: text, happenings: count"},
    {"Sources", "total: count, outlets: OutletTotals[], edges: Citation[], origins: OriginTotals[]"},
    {"StoryList", "items: any[], total: count, next_offset?: count"},
    {"StoryPage", "story: any, happenings: Head[], briefs: Brief[]"},
    {"Hit", "brief: Brief, snippet: text"},
    {"SaidHit", "document: text, item: text?, sentence: Sentence, start: count, end: count, line: count, speaker: text, act: text, mode: text, brief: Brief"},
    {"ActorHit", "id: text, name: text, kind: text, country: text?"},
    {"Hits", "documents: Hit[], happenings: Head[], statements: SaidHit[], actors: ActorHit[]"},
    {"CorrectionLine", "record: any, line: text"},
    {"CorrectionList", "items: CorrectionLine[], total: count, next_offset?: count"},
    {"ReadReport", "document: text, path: text, saved: text"},
    {"ReadFault", "path: text, why: text"},
    {"Read", "new: count, unchanged: count, replaced: count, generation: count, reports: ReadReport[], faults: ReadFault[]"},
    {"Corrected", "id: text, generation: count"},
    {"StatementList", "items: any[], next_offset?: count"},
};

std::string trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return std::string(text);
}

// `shape` without its marks, as a schema.
std::string schema_of(std::string_view shape) {
  if (shape.ends_with('?')) {
    const std::string_view inner = shape.substr(0, shape.size() - 1);
    return R"({"anyOf":[)" + schema_of(inner) + R"(,{"type":"null"}]})";
  }
  if (shape.ends_with("[]")) return R"({"type":"array","items":)" + schema_of(shape.substr(0, shape.size() - 2)) + "}";
  if (shape.ends_with("{}")) return R"({"type":"object","additionalProperties":)" + schema_of(shape.substr(0, shape.size() - 2)) + "}";
  if (shape == "text") return R"({"type":"string"})";
  if (shape == "count") return R"({"type":"integer"})";
  if (shape == "number") return R"({"type":"number"})";
  if (shape == "flag") return R"({"type":"boolean"})";
  if (shape == "any") return "{}";
  return R"({"$ref":"#/components/schemas/)" + std::string(shape) + "\"}";
}

void put(Json& json, const Shape& shape) {
  std::vector<std::string> required;
  json.open(shape.name).text("type", "object").open("properties");
  for (std::string_view left = shape.fields; !left.empty();) {
    const std::string_view field = left.substr(0, left.find(", "));
    left.remove_prefix(std::min(left.size(), field.size() + 2));
    std::string name = trimmed(field.substr(0, field.find(':')));
    const bool optional = name.ends_with('?');
    if (optional) name.pop_back();
    else required.push_back(name);
    json.raw(name.c_str(), schema_of(trimmed(field.substr(field.find(':') + 1))));
  }
  json.close().list("required");
  for (const std::string& name : required) json.item(name);
  json.end_list().close();
}

}  // namespace

std::string schemas() {
  Json json;
  for (const Shape& shape : kShapes) put(json, shape);
  return json.object();
}

}  // namespace hearsay::serve
