// hearsay statements: who said what, and where.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "cli/commands.h"
#include "cli/dates.h"
#include "cli/describe.h"
#include "cli/display.h"
#include "cli/holdings.h"
#include "cli/json.h"

namespace hearsay::cli {
namespace {

// --actor: somebody who speaks, passes it on, or is spoken of.
bool concerns(const Statement& said, const Analysis& analysis, const ActorQuery& query) {
  if (query.matches(said.speaker, analysis)) return true;
  if (std::any_of(said.via.begin(), said.via.end(), [&](const Voice& voice) { return query.matches(voice, analysis); })) return true;
  for (const Actor& actor : analysis.actors)
    for (const Mention& mention : actor.mentions)
      if (said.span.contains(mention.span) && query.matches(actor)) return true;
  return false;
}

bool known_act(const Session& session, const Text& act) {
  if (!act) return true;
  for (int i = 0; i <= static_cast<int>(Act::kSilent); ++i)
    if (to_string(static_cast<Act>(i)) == *act) return true;
  session.complain(session.words(Message::kNoAct, *act));
  return false;
}

void add_voice(Json& json, const Voice& voice, const Analysis& analysis) {
  json.known("actor", voice.actor < 0 ? "" : analysis.actors[static_cast<size_t>(voice.actor)].id).known("name", voice.name);
  json.known("text", words_of(analysis, voice.span)).flag("anonymous", voice.anonymous).number("voices", voice.voices).close();
}

std::string json_line(const Analysis& analysis, size_t index) {
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
  return json.line();
}

void print(const Engine& engine, const Analysis& analysis, size_t index, const Session& session) {
  const Statement& said = analysis.statements[index];
  const Words& words = session.words;
  std::string head = session.paint(Paint::kBold, voice_words(engine, said.speaker, analysis, words)) + " " + act_words(said.act, words);
  if (said.unverified) head += ", " + words(Message::kUnverified);
  const auto line = [&](int indent, const std::string& text) { put_line(std::string(static_cast<size_t>(indent), ' ') + wrap_indented(text, session.width, indent)); };
  line(0, head);
  line(2, quotation(analysis, said.content.value_or(said.span), {}, session));
  const auto chain = chain_of(engine, analysis, static_cast<int>(index), words);
  line(2, with_arrows(chain) + ", " + published_phrase(analysis.document, words));
  line(2, session.paint(Paint::kDim, fmt::format("{}:{}  {} s{}", one_line(analysis.document.path), line_of(analysis.document.text, said.span.start), analysis.document.id, index + 1)));
  put_line("");
}

}  // namespace

int list_statements(const Session& session, const ListOptions& options) {
  if (!known_act(session, options.act)) return kUsage;
  int exit_code = kOk;
  const auto holdings = open_holdings(session, options.store, exit_code);
  if (!holdings) return exit_code;
  const auto picks = pick(session, *holdings, options);
  if (!picks) return kNotFound;
  int64_t shown = 0;
  const auto list = [&](const Analysis& analysis) {
    for (size_t i = 0; i < analysis.statements.size(); ++i) {
      const Statement& said = analysis.statements[i];
      if (options.act && to_string(said.act) != *options.act) continue;
      if (picks->speaker && !picks->speaker->matches(said.speaker, analysis)) continue;
      if (picks->actor && !concerns(said, analysis, *picks->actor)) continue;
      ++shown;
      options.store.json ? put(json_line(analysis, i)) : print(holdings->engine, analysis, i, session);
    }
  };
  if (!each_document(session, holdings->store, picks->documents, list)) return kStoreError;
  if (!options.store.json) put_line(shown == 0 ? session.words(Message::kNothingMatches) : session.words.count(Message::kStatements, shown) + ".");
  return kOk;
}

}  // namespace hearsay::cli
