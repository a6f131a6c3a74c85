// What the benchmarks read: real reports where the folder beside this one holds them, else the letters of examples.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/engine.h"

namespace hearsay::bench {

struct Input {
  std::string text;
  Metadata metadata;
};

// Some reports of a language, about half a megabyte; read once.
const std::vector<Input>& inputs(const std::string& lang);
size_t bytes_of(const std::vector<Input>& inputs);

// The embedded packs.
const Pack& packs();
std::string_view image();

// A report read as far as a room needs it: each stage rests on those before it.
struct Prepared {
  Document document;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Clauses> clauses;
  std::vector<Quotation> quotations;
  std::vector<TimeExpression> times;
  std::vector<Actor> actors;
  std::vector<Statement> statements;
  std::vector<Event> events;
};
enum class Stage { kTokens, kSentences, kTimes, kActors, kSyntax, kStatements, kEvents };

// Runs one stage on what the stages before it have left.
void run_stage(Stage stage, const LanguagePack& language, Prepared& prepared, WordCache& words, Matcher& matcher);
// All stages before the given one.
Prepared prepare(const Input& input, const LanguagePack& language, Stage before, WordCache& words, Matcher& matcher);

}  // namespace hearsay::bench
