// SPDX-License-Identifier: Apache-2.0
#include "browse/records.h"

#include <algorithm>

#include "browse/describe.h"
#include "browse/json.h"

namespace hearsay::browse {
namespace {

// Somebody who speaks, passes it on, or is spoken of.
bool concerns(const Statement& said, const Analysis& analysis, const ActorQuery& query) {
  if (query.matches(said.speaker, analysis)) return true;
  if (std::any_of(said.via.begin(), said.via.end(), [&](const Voice& voice) { return query.matches(voice, analysis); })) return true;
  for (const Actor& actor : analysis.actors)
    for (const Mention& mention : actor.mentions)
      if (said.span.contains(mention.span) && query.matches(actor)) return true;
  return false;
}

void add_voice(Json& json, const Voice& voice, const Analysis& analysis) {
  json.known("actor", voice.actor < 0 ? "" : analysis.actors[static_cast<size_t>(voice.actor)].id).known("name", voice.name);
  json.known("text", words_of(analysis, voice.span)).flag("anonymous", voice.anonymous).number("voices", voice.voices).close();
}

}  // namespace

bool is_asked_for(const Analysis& analysis, size_t statement, const Picks& picks, const Text& act) {
  const Statement& said = analysis.statements[statement];
  if (act && to_string(said.act) != *act) return false;
  if (picks.speaker && !picks.speaker->matches(said.speaker, analysis)) return false;
  return !picks.actor || concerns(said, analysis, *picks.actor);
}

std::string statement_record(const Analysis& analysis, size_t index) {
  const Statement& said = analysis.statements[index];
  const CodePoints points(analysis.document.text);
  Json json;
  json.text("document", analysis.document.id).text("id", "s" + std::to_string(index + 1)).number("sentence", said.sentence);
  json.number("start", points.at(said.span.start)).number("end", points.at(said.span.end)).text("text", words_of(analysis, said.span));
  json.text("act", to_string(said.act)).text("mode", to_string(said.mode)).known("content", said.content ? words_of(analysis, *said.content) : "");
  add_voice(json.open("speaker"), said.speaker, analysis);
  json.list("via");
  for (const Voice& voice : said.via) add_voice(json.open(), voice, analysis);
  json.end_list().known("parent", said.parent < 0 ? "" : "s" + std::to_string(said.parent + 1)).flag("unverified", said.unverified);
  json.known("outlet", analysis.document.outlet_name).known("published", analysis.document.published).text("rule", said.rule);
  return json.object();
}

std::string origin_graph_record(const Happening& happening, const OriginGraph& graph, const Documents& documents) {
  Json json;
  json.text("happening", happening.id).list("nodes");
  for (const OriginGraph::Node& node : graph.nodes) {
    json.open().text("kind", to_string(node.kind)).text("name", node.name).known("actor", node.actor).known("document", node.document);
    if (node.kind == OriginGraph::NodeKind::kOrigin) {
      json.text("side", to_string(node.side)).text("origin", to_string(node.origin)).number("voices", node.voices).flag("circular", node.circular);
    }
    json.close();
  }
  json.end_list().list("edges");
  for (const OriginGraph::Edge& edge : graph.edges) {
    json.open().number("from", edge.from).number("to", edge.to).text("kind", to_string(edge.kind)).text("document", edge.document);
    json.known("statement", edge.statement < 0 ? std::nullopt : std::optional("s" + std::to_string(edge.statement + 1)));
    if (const auto document = documents.find(edge.document); document != documents.end()) {
      const CodePoints points(document->second.document.text);
      json.number("start", points.at(edge.words.start)).number("end", points.at(edge.words.end)).text("text", words_of(document->second, edge.words));
    }
    json.close();
  }
  return json.end_list().object();
}

}  // namespace hearsay::browse
