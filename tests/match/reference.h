// A slow, obvious matcher: what docs/packs.md says a pattern matches, tried in order of preference by exhaustive recursion over the
// pattern's tree. No automaton, no symbols, no memory of where it has been. It judges the fast one on small inputs.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "match/lattice.h"
#include "pack/pattern.h"
#include "text/utf8.h"

namespace hearsay::testing {

struct SlowCapture {
  std::string name;
  uint16_t start = 0, end = 0;
  int32_t edge = -1;                     // if exactly one was stepped over
  friend bool operator==(const SlowCapture&, const SlowCapture&) = default;
};
struct SlowMatch {
  uint16_t start = 0, end = 0;
  std::vector<SlowCapture> captures;     // those that hold something
};

class SlowMatcher {
 public:
  SlowMatcher(const Lattice& lattice, const Strings& strings) : lattice_(lattice), strings_(strings) {}

  // The longest match from a start; of several ways to its end the one that is preferred.
  std::optional<SlowMatch> match(const Pattern& pattern, uint16_t start) {
    std::optional<SlowMatch> best;
    captures_.clear();
    steps_.clear();
    walk(pattern, start, [&](uint16_t end) {
      if (end > start && (!best || end > best->end)) best = SlowMatch{start, end, held()};
    });
    return best;
  }

 private:
  using Then = std::function<void(uint16_t)>;

  // Calls `then` with each position where the pattern may end, the preferred ones first.
  void walk(const Pattern& pattern, uint16_t at, const Then& then) {
    switch (pattern.kind) {
      case Pattern::Kind::kWords: return walk_words(folded_words(pattern.text), 0, at, then);
      case Pattern::Kind::kLexicon:
      case Pattern::Kind::kNode:
      case Pattern::Kind::kPredicate: return step(pattern, at, then);
      case Pattern::Kind::kSequence: return walk_sequence(pattern.parts, 0, at, then);
      case Pattern::Kind::kChoice:
        for (const Pattern& way : pattern.parts) walk(way, at, then);
        return;
      case Pattern::Kind::kRepeat: return walk_repeat(pattern, 0, at, then);
      case Pattern::Kind::kCapture: return walk_capture(pattern, at, then);
      case Pattern::Kind::kNot: return begins(pattern.parts[0], at) ? void() : then(at);
      case Pattern::Kind::kStart: return at == 0 ? then(at) : void();
      case Pattern::Kind::kEnd: return at == lattice_.size() ? then(at) : void();
    }
  }

  void walk_sequence(const std::vector<Pattern>& parts, size_t next, uint16_t at, const Then& then) {
    if (next == parts.size()) return then(at);
    walk(parts[next], at, [&](uint16_t end) { walk_sequence(parts, next + 1, end, then); });
  }

  // Once more, if it may and gets on; else enough.
  void walk_repeat(const Pattern& pattern, int done, uint16_t at, const Then& then) {
    if (pattern.high < 0 || done < pattern.high)
      walk(pattern.parts[0], at, [&](uint16_t end) {
        if (end > at || done < pattern.low) walk_repeat(pattern, done + 1, end, then);
      });
    if (done >= pattern.low) then(at);
  }

  void walk_capture(const Pattern& pattern, uint16_t at, const Then& then) {
    const size_t first_step = steps_.size();
    walk(pattern.parts[0], at, [&](uint16_t end) {
      const int32_t edge = steps_.size() == first_step + 1 ? steps_.back() : -1;
      captures_.push_back({pattern.text, at, end, edge});
      then(end);
      captures_.pop_back();
    });
  }

  void walk_words(const std::vector<std::string>& words, size_t next, uint16_t at, const Then& then) {
    if (next == words.size()) return then(at);
    if (at >= lattice_.size() || fold(lattice_.words(at, static_cast<uint16_t>(at + 1))) != words[next]) return;
    for (int32_t index = lattice_.first_edge(at); index >= 0; index = lattice_.edge(index).next)
      if (lattice_.edge(index).active && lattice_.edge(index).kind == EdgeKind::kToken) {
        steps_.push_back(index);
        walk_words(words, next + 1, static_cast<uint16_t>(at + 1), then);
        steps_.pop_back();
      }
  }

  void step(const Pattern& pattern, uint16_t at, const Then& then) {
    if (at >= lattice_.size()) return;
    for (int32_t index = lattice_.first_edge(at); index >= 0; index = lattice_.edge(index).next) {
      const Edge& edge = lattice_.edge(index);
      if (!edge.active || !is(pattern, edge)) continue;
      steps_.push_back(index);
      then(edge.end);
      steps_.pop_back();
    }
  }

  // Whether one such word, entry or node begins here: what "!" denies.
  bool begins(const Pattern& pattern, uint16_t at) {
    bool found = false;
    walk(pattern, at, [&](uint16_t) { found = true; });
    return found;
  }

  // ---- what an edge is

  bool is(const Pattern& pattern, const Edge& edge) const {
    if (pattern.kind == Pattern::Kind::kPredicate) return edge.kind == EdgeKind::kToken && is_token(pattern, lattice_.token(edge.start));
    const bool lexicon = pattern.kind == Pattern::Kind::kLexicon;
    if (edge.kind != (lexicon ? EdgeKind::kEntry : EdgeKind::kNode)) return false;
    const StrId name = lexicon ? lattice_.entry(edge).lexicon : lattice_.node(edge).category;
    if (strings_[name] != pattern.text) return false;
    return std::all_of(pattern.tests.begin(), pattern.tests.end(), [&](const Pattern::Test& test) { return holds(test, edge); });
  }

  bool holds(const Pattern::Test& test, const Edge& edge) const {
    const StrId key = strings_.find(test.key);
    const std::string_view has = strings_[edge.kind == EdgeKind::kEntry ? lattice_.entry_attr(lattice_.entry(edge), key) : lattice_.node(edge).attr(key)];
    bool any = test.values.empty() && !has.empty();
    for (std::string_view value : split_values(has)) any |= std::find(test.values.begin(), test.values.end(), value) != test.values.end();
    return any != test.negated;
  }

  static bool is_token(const Pattern& pattern, const Token& token) {
    if (pattern.high >= pattern.low && (token.number < pattern.low || token.number > pattern.high)) return false;
    const bool word = token.kind == TokenKind::kWord;
    const std::string& name = pattern.text;
    return name == "any" || (name == "word" && word) || (name == "num" && token.kind == TokenKind::kNumber) ||
           (name == "punct" && token.kind == TokenKind::kPunct) || (name == "cap" && token.has(kCapital)) ||
           (name == "caps" && token.has(kAllCapitals)) || (name == "lower" && word && !token.has(kCapital)) ||
           (name == "mixed" && word && token.has(kCapital) && !token.has(kAllCapitals)) || (name == "joined" && !token.has(kSpaceBefore));
  }

  static std::vector<std::string> folded_words(std::string_view text) {
    std::vector<std::string> out;
    for (std::string_view word : split_values(text, ' ')) out.push_back(fold(word));
    return out;
  }

  // In the order in which they were opened, without the empty ones.
  std::vector<SlowCapture> held() const {
    std::vector<SlowCapture> out;
    for (auto capture = captures_.rbegin(); capture != captures_.rend(); ++capture)   // the outer one closes last
      if (capture->end > capture->start) out.push_back(*capture);
    std::stable_sort(out.begin(), out.end(), [](const SlowCapture& a, const SlowCapture& b) { return std::tuple(a.start, b.end) < std::tuple(b.start, a.end); });
    return out;
  }

  const Lattice& lattice_;
  const Strings& strings_;
  std::vector<SlowCapture> captures_;
  std::vector<int32_t> steps_;
};

}  // namespace hearsay::testing
