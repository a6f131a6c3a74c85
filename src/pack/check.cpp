// SPDX-License-Identifier: Apache-2.0
#include "pack/check.h"

#include <algorithm>

#include "pack/pack.h"

namespace hearsay {

namespace {

constexpr size_t kMostCaptures = 255;   // names of one rule

// Whether the pattern matches where nothing stands.
bool may_be_empty(const Pattern& pattern, const CountWords& words) {
  const auto empty = [&](const Pattern& part) { return may_be_empty(part, words); };
  switch (pattern.kind) {
    case Pattern::Kind::kWords: return words(pattern.text) == 0;
    case Pattern::Kind::kLexicon:
    case Pattern::Kind::kNode:
    case Pattern::Kind::kPredicate: return false;
    case Pattern::Kind::kNot:
    case Pattern::Kind::kStart:
    case Pattern::Kind::kEnd: return true;
    case Pattern::Kind::kChoice: return std::any_of(pattern.parts.begin(), pattern.parts.end(), empty);
    case Pattern::Kind::kRepeat:
      if (pattern.low == 0) return true;
      [[fallthrough]];
    case Pattern::Kind::kSequence:
    case Pattern::Kind::kCapture: return std::all_of(pattern.parts.begin(), pattern.parts.end(), empty);
  }
  return false;
}

class PatternChecker {
 public:
  PatternChecker(const std::string& file, const CountWords& words, Diagnostics& diagnostics) : file_(file), words_(words), diagnostics_(diagnostics) {}

  bool run(const Pattern& pattern) {
    check(pattern);
    return good_;
  }

 private:
  void check(const Pattern& pattern) {
    if (written_for_define(pattern)) return;
    if (pattern.kind == Pattern::Kind::kWords && words_(pattern.text) == 0) fail(pattern, "no word stands between these quotation marks");
    if (pattern.kind == Pattern::Kind::kPredicate && pattern.high >= 0 && pattern.high < pattern.low)
      fail(pattern, "no number is in this range: its end lies before its beginning");
    if (pattern.kind == Pattern::Kind::kRepeat && pattern.high == 0) fail(pattern, "what is repeated no times matches nothing");
    if (pattern.kind == Pattern::Kind::kSequence) check_ends(pattern);
    for (const Pattern& part : pattern.parts) check(part);
  }

  // Nothing can stand before "^" or behind "$".
  void check_ends(const Pattern& sequence) {
    bool begun = false, ended = false;
    for (const Pattern& part : sequence.parts) {
      if (part.kind == Pattern::Kind::kStart && begun) warn(part, "\"^\" can never hold behind something");
      const bool steps = !may_be_empty(part, words_);
      if (steps && ended) warn(part, "nothing can stand behind \"$\"");
      begun |= steps;
      ended |= part.kind == Pattern::Kind::kEnd;
    }
  }

  void fail(const Pattern& pattern, std::string message) {
    diagnostics_.error(file_, pattern.line, pattern.column, std::move(message));
    good_ = false;
  }
  // What never matches does no harm.
  void warn(const Pattern& pattern, std::string message) { diagnostics_.warn(file_, pattern.line, pattern.column, std::move(message)); }

  const std::string& file_;
  const CountWords& words_;
  Diagnostics& diagnostics_;
  bool good_ = true;
};

void collect_captures(const Pattern& pattern, std::vector<const Pattern*>& out) {
  if (pattern.kind == Pattern::Kind::kCapture) out.push_back(&pattern);
  for (const Pattern& part : pattern.parts) collect_captures(part, out);
}

bool check_captures(const RuleSource& rule, Diagnostics& diagnostics) {
  const std::vector<std::string> captures = captures_of(rule.pattern);
  bool good = captures.size() <= kMostCaptures;
  if (!good) diagnostics.error(rule.file, rule.line, 1, "rule \"" + rule.name + "\" captures under more than " + std::to_string(kMostCaptures) + " names");
  const auto known = [&](const std::string& name, int line, int column) {
    if (name.empty() || std::find(captures.begin(), captures.end(), name) != captures.end()) return;
    diagnostics.error(rule.file, line, column, "the pattern captures nothing as \"" + name + "\"" + did_you_mean(name, captures));
    good = false;
  };
  for (const EmitSource& emit : rule.emits) {
    known(emit.from, emit.line, emit.column);
    known(emit.to, emit.line, emit.column);
    for (const EmitSource::Value& value : emit.values) known(value.capture, emit.line, value.column);
  }
  return good;
}

}  // namespace

bool written_for_define(const Pattern& pattern) { return pattern.kind == Pattern::Kind::kSequence && !pattern.text.empty(); }

bool check_pattern(const Pattern& pattern, const std::string& file, const CountWords& words, Diagnostics& diagnostics) {
  return PatternChecker(file, words, diagnostics).run(pattern);
}

bool check_rule(const RuleSource& rule, const CountWords& words, Diagnostics& diagnostics) {
  bool good = check_pattern(rule.pattern, rule.file, words, diagnostics);
  const auto fail = [&](int line, int column, std::string message) {
    diagnostics.error(rule.file, line, column, std::move(message));
    good = false;
  };
  if (std::find(kRuleRooms.begin(), kRuleRooms.end(), rule.room) == kRuleRooms.end())
    fail(rule.line, 1, "rules belong in time, actors, syntax, statements or figures; events have frames");
  if (states_of(rule.pattern, words) > kMostStates)
    fail(rule.line, 1, "rule \"" + rule.name + "\" has more than " + std::to_string(kMostStates) + " states; split it");
  else if (good && may_be_empty(rule.pattern, words))
    diagnostics.warn(rule.file, rule.pattern.line, rule.pattern.column,
                     "the pattern of rule \"" + rule.name + "\" matches where nothing stands; one element must not be optional");
  return check_captures(rule, diagnostics) && good;
}

std::vector<const Pattern*> captured_as(const Pattern& pattern, const std::string& name) {
  std::vector<const Pattern*> all;
  collect_captures(pattern, all);
  std::erase_if(all, [&](const Pattern* capture) { return capture->text != name; });
  return all;
}

std::vector<std::string> captures_of(const Pattern& pattern) {
  std::vector<const Pattern*> all;
  collect_captures(pattern, all);
  std::vector<std::string> names;
  for (const Pattern* capture : all)
    if (std::find(names.begin(), names.end(), capture->text) == names.end()) names.push_back(capture->text);
  return names;
}

}  // namespace hearsay
