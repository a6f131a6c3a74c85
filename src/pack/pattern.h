// A rule as it is written: its pattern as a tree, what it emits, its examples. docs/packs.md is its grammar.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pack/source.h"

namespace hearsay {

struct Pattern {
  enum class Kind {
    kWords,       // literal tokens: text
    kLexicon,     // <name key=value ...>
    kNode,        // @category[...]
    kPredicate,   // #name(low-high)
    kNot,         // !symbol: nothing of that kind stands here
    kStart, kEnd, // ^ $
    kSequence, kChoice, kRepeat, kCapture
  };
  Kind kind = Kind::kSequence;
  std::string text;                      // words, lexicon, category, predicate, or capture name
  struct Test {
    std::string part, key;               // `part.key`, or `key` alone
    std::vector<std::string> values;     // any of these; empty: present
    std::string lexicon;                 // the value is `<lexicon ...>`: an inner pattern in `inner`
    std::vector<Pattern> inner;
    bool negated = false;
  };
  std::vector<Test> tests;
  int low = 0, high = -1;                // predicate range, or repetition (-1: without end)
  std::vector<Pattern> parts;
  int line = 0, column = 0;
};

struct EmitSource {
  std::string label;
  std::string from, to;                  // captures of a relation, empty for a node
  struct Value {
    std::string key, literal, capture, attr;   // literal, {capture}, {capture.attr}, or inherit=capture
    bool inherit = false;
  };
  std::vector<Value> values;
  int line = 0, column = 0;
};

struct ExampleSource {
  bool positive = true;
  bool wanted = false;                   // "~": what is not read yet, told apart from what must hold
  std::string published;                 // ISO date, empty for the default
  std::string text;
  std::string expected;                  // after "=>", empty: the rule only has to be used
  int line = 0;
};

struct RuleSource {
  std::string id;                        // "vi/time/days:name"
  std::string file, language, room, name;
  int line = 0;
  int level = 1;
  int priority = 0;
  Pattern pattern;
  std::vector<EmitSource> emits;
  std::vector<ExampleSource> examples;
};

// What a frame asks of a clause or noun group, and what it makes of it (room `events`).
struct FrameSource {
  std::string id, file, language, name;
  int line = 0;
  int priority = 0;
  struct Line {
    std::string key;
    std::string rest;
    int line = 0;
  };
  std::vector<Line> lines;
  std::vector<ExampleSource> examples;
};

struct ParsedRules {
  std::vector<RuleSource> rules;
  std::vector<FrameSource> frames;
};

// `defines` are the language's; they are collected from all files first.
using Defines = std::map<std::string, std::string>;
void collect_defines(const SourceFile& file, Defines& defines, Diagnostics& diagnostics);
void parse_rules(const SourceFile& file, const Defines& defines, ParsedRules& out, Diagnostics& diagnostics);
void parse_frames(const SourceFile& file, ParsedRules& out, Diagnostics& diagnostics);
// Parses one pattern; `column` is where its text begins in the line.
Pattern parse_pattern(std::string_view text, const std::string& file, int line, int column, const Defines& defines, Diagnostics& diagnostics);

}  // namespace hearsay
