// hearsay statements: who said what, and where.
// SPDX-License-Identifier: Apache-2.0
#include "browse/dates.h"
#include "browse/describe.h"
#include "browse/display.h"
#include "browse/holdings.h"
#include "browse/records.h"
#include "cli/commands.h"

namespace hearsay::cli {
namespace {

bool known_act(const Session& session, const Text& act) {
  if (!act) return true;
  for (int i = 0; i <= static_cast<int>(Act::kSilent); ++i)
    if (to_string(static_cast<Act>(i)) == *act) return true;
  session.complain(session.words(Message::kNoAct, *act));
  return false;
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
  Trouble trouble = Trouble::kNone;
  const auto holdings = open_holdings(session, options.store, trouble);
  if (!holdings) return exit_code_of(trouble);
  const auto picks = pick(session, *holdings, options);
  if (!picks) return kNotFound;
  int64_t shown = 0;
  const auto list = [&](const Analysis& analysis) {
    for (size_t i = 0; i < analysis.statements.size(); ++i) {
      if (!is_asked_for(analysis, i, *picks, options.act)) continue;
      ++shown;
      options.store.json ? put_line(statement_record(analysis, i)) : print(holdings->engine, analysis, i, session);
    }
  };
  if (!each_document(session, holdings->store, picks->documents, list)) return kStoreError;
  if (!options.store.json) put_line(shown == 0 ? session.words(Message::kNothingMatches) : session.words.count(Message::kStatements, shown) + ".");
  return kOk;
}

}  // namespace hearsay::cli
