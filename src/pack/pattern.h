// A rule as it is written: its pattern as a tree, what it emits, its examples. docs/packs.md is its grammar.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
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
  std::string text;                      // words, lexicon, category, predicate, or capture name; of a sequence: the define it is written for
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
  bool broken = false;                   // of the whole: a mistake was found in it, or in a define it uses
};
// How many states its automaton has, that of each word of a literal counted by `words`; capped at SIZE_MAX.
using CountWords = std::function<size_t(std::string_view)>;
size_t states_of(const Pattern& pattern, const CountWords& words);
// What one rule may have, with its defines and repetitions written out, so that no pack costs more than it shows.
inline constexpr size_t kMostStates = 4000;
inline constexpr int kDeepestPattern = 24;   // brackets within brackets

struct EmitSource {
  std::string label;
  std::string from, to;                  // captures of a relation, empty for a node
  struct Value {
    std::string key, literal, capture, attr;   // literal, {capture}, {capture.attr}, or inherit=capture
    bool inherit = false;
    int column = 0;
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
  std::string file;                      // its place
  std::string language, room, name;
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
    int line = 0, column = 0;
    int rest_column = 0;
  };
  std::vector<Line> lines;
  std::vector<ExampleSource> examples;
};
inline constexpr std::string_view kNoKind = "none";   // of a frame that says that there is no event

struct ParsedRules {
  std::vector<RuleSource> rules;
  std::vector<FrameSource> frames;
};

// A pattern as it stands in a file, on one line or several.
class PatternText {
 public:
  PatternText() = default;
  PatternText(std::string_view text, int line, int column) { add(text, line, column); }
  void add(std::string_view text, int line, int column);
  const std::string& text() const { return text_; }
  bool empty() const { return pieces_.empty(); }
  // Line and column of a byte.
  std::pair<int, int> place(size_t at) const;

 private:
  struct Piece {
    size_t begin;
    int line, column;
  };
  std::string text_;
  std::vector<Piece> pieces_;
};

// `define NAME = pattern`, for all files of a language. Each is parsed once, so that a mistake in it is named once, where it stands.
struct Define {
  PatternText text;
  std::string file, language;            // where it stands
  int line = 0, column = 0;
  Pattern pattern;
  size_t states = 0;
  int depth = 0;
  enum class Stage { kNew, kOpen, kDone } stage = Stage::kNew;
};
class Defines {
 public:
  void collect(const SourceFile& file, Diagnostics& diagnostics);
  void parse(Diagnostics& diagnostics);
  // nullptr if nothing is defined so. What is not parsed yet is parsed now.
  const Define* find(const std::string& name, Diagnostics& diagnostics);
  std::vector<std::string> names() const;
  std::map<std::string, Define>& all() { return defines_; }

 private:
  void report_circle(const std::string& name, Diagnostics& diagnostics);

  std::map<std::string, Define> defines_;
  std::vector<std::string> open_;        // being parsed, outermost first
};

Pattern parse_pattern(const PatternText& text, const std::string& file, Defines& defines, Diagnostics& diagnostics);
// A language reads its own packs and the world's.
bool serves(const SourceFile& file, const std::string& language);
Defines read_defines(const std::vector<SourceFile>& files, const std::string& language, Diagnostics& diagnostics);
void parse_rules(const SourceFile& file, Defines& defines, ParsedRules& out, Diagnostics& diagnostics);
void parse_frames(const SourceFile& file, ParsedRules& out, Diagnostics& diagnostics);
// The rules and frames of all languages with their examples, for `packs test`.
ParsedRules parse_all_rules(const std::vector<SourceFile>& files, Diagnostics& diagnostics);

}  // namespace hearsay
