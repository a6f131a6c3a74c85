// Who says what, on whose word: cue, speaker, content and the chain of carriers.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "syntax/clauses.h"

namespace hearsay {

// Runs the language's `statements` rules over the sentences' groups and appends the statements in order of the text. Chains deeper
// than kMaxChainDepth are cut there.
//   Tested by tests/statements, packs/*/statements.
inline constexpr int kMaxChainDepth = 8;
void read_statements(const Pack& pack, const LanguagePack& language, const Document& document, const std::vector<Sentence>& sentences,
                     const std::vector<Clauses>& clauses, const std::vector<Quotation>& quotations, const std::vector<Actor>& actors,
                     Matcher& matcher, std::vector<Statement>& out);

// The statement whose content the span begins in, the shortest content if there are several; -1 if there is none.
int innermost_statement(const std::vector<Statement>& statements, Span span);

// The actors that a noun group names or stands for ("US officials", "both sides"), in order; empty if none.
std::vector<int> actors_of(const Clauses& clauses, const Sentence& sentence, const Strings& strings, int32_t group);

}  // namespace hearsay
