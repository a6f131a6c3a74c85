// SPDX-License-Identifier: Apache-2.0
#include "pack/names.h"

#include <algorithm>
#include <array>

#include "pack/check.h"

namespace hearsay {

namespace {

// What the room `time` adds to its nodes (src/time/schema.h), and what `syntax` answers for besides relations (src/syntax/clauses.h).
constexpr std::array<std::string_view, 6> kTimeAttributes = {"type", "grain", "year", "month", "shifted", "value"};
constexpr std::array<std::string_view, 9> kFixedSteps = {"subject", "object", "complement", "relative", "governor", "antecedent", "actor", "self", "own"};

template <class Map>
std::vector<std::string> keys_of(const Map& map) {
  std::vector<std::string> keys;
  for (const auto& item : map) {
    if constexpr (requires { item.first; }) keys.push_back(item.first);
    else keys.push_back(item);
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

}  // namespace

PackNames::PackNames() {
  lexicons_["actor"]["kind"] = {"state", "person", "organisation", "outlet", "place"};
  lexicons_["actor"]["form"] = {"name", "demonym", "seat", "short"};
  lexicons_["actor"]["id"] = {};
}

void PackNames::add(const EntrySource& entry) {
  auto& attrs = lexicons_[entry.lexicon];
  for (const auto& [key, cell] : entry.attrs) {
    Values& values = attrs[key];
    for (std::string_view value : split_values(cell)) values.emplace(value);
    if (key == "role")
      for (std::string_view value : split_values(cell)) roles_.emplace(value);
  }
}

void PackNames::add(const RuleSource& rule) {
  const std::vector<std::string> captures = captures_of(rule.pattern);
  for (const EmitSource& emit : rule.emits) {
    for (const EmitSource::Value& value : emit.values)
      if (value.key == "role" && !value.literal.empty()) roles_.insert(value.literal);
    if (!emit.from.empty()) {
      relations_.insert(emit.label);
      continue;
    }
    Made& made = nodes_[emit.label];
    made.whole &= !rule.pattern.broken;
    made.parts.insert(captures.begin(), captures.end());
    if (rule.room == "time") made.attrs.insert(kTimeAttributes.begin(), kTimeAttributes.end());
    for (const EmitSource::Value& value : emit.values) {
      if (!value.inherit) made.attrs.insert(value.key);
      else
        for (const Pattern* captured : captured_as(rule.pattern, value.capture)) inherit(*captured, made);
    }
  }
}

void PackNames::inherit(const Pattern& captured, Made& made) {
  if (captured.kind == Pattern::Kind::kNot) return;
  if (captured.kind == Pattern::Kind::kNode) made.inherits.insert(captured.text);
  if (captured.kind == Pattern::Kind::kLexicon) made.inherits.insert("<" + captured.text);
  for (const Pattern& part : captured.parts) inherit(part, made);
}

void PackNames::add(const PackNames& other) {
  for (const auto& [lexicon, attrs] : other.lexicons_)
    for (const auto& [key, values] : attrs) lexicons_[lexicon][key].insert(values.begin(), values.end());
  for (const auto& [label, made] : other.nodes_) {
    Made& mine = nodes_[label];
    mine.whole &= made.whole;
    mine.attrs.insert(made.attrs.begin(), made.attrs.end());
    mine.parts.insert(made.parts.begin(), made.parts.end());
    mine.inherits.insert(made.inherits.begin(), made.inherits.end());
  }
  relations_.insert(other.relations_.begin(), other.relations_.end());
  roles_.insert(other.roles_.begin(), other.roles_.end());
  unread_.insert(other.unread_.begin(), other.unread_.end());
}

// Nodes may inherit from one another in a circle.
PackNames::Names PackNames::attrs_of(const std::string& label) const {
  Names attrs, seen{label};
  std::vector<std::string> open{label};
  while (!open.empty()) {
    const std::string at = open.back();
    open.pop_back();
    if (at.starts_with('<')) {
      if (const auto lexicon = lexicons_.find(at.substr(1)); lexicon != lexicons_.end())
        for (const auto& [key, _] : lexicon->second) attrs.insert(key);
    } else if (const auto made = nodes_.find(at); made != nodes_.end()) {
      attrs.insert(made->second.attrs.begin(), made->second.attrs.end());
      for (const std::string& from : made->second.inherits)
        if (seen.insert(from).second) open.push_back(from);
    }
  }
  return attrs;
}

bool PackNames::captured_has(const Pattern& captured, const std::string& key) const {
  switch (captured.kind) {
    case Pattern::Kind::kLexicon: return attrs_of("<" + captured.text).contains(key);
    case Pattern::Kind::kNode: return attrs_of(captured.text).contains(key);
    case Pattern::Kind::kNot: return false;
    default: return std::any_of(captured.parts.begin(), captured.parts.end(), [&](const Pattern& part) { return captured_has(part, key); });
  }
}

bool PackNames::anything_has(const std::string& key) const {
  return std::any_of(lexicons_.begin(), lexicons_.end(), [&](const auto& lexicon) { return lexicon.second.contains(key); }) ||
         std::any_of(nodes_.begin(), nodes_.end(), [&](const auto& node) { return node.second.attrs.contains(key); });
}

void PackNames::check(const Pattern& pattern, const std::string& file, const std::string& where, Diagnostics& diagnostics) const {
  if (written_for_define(pattern)) return;   // which is checked by itself
  if (pattern.kind == Pattern::Kind::kLexicon) check_lexicon(pattern, file, where, diagnostics);
  if (pattern.kind == Pattern::Kind::kNode) check_node(pattern, file, where, diagnostics);
  for (const Pattern& part : pattern.parts) check(part, file, where, diagnostics);
}

void PackNames::check_lexicon(const Pattern& pattern, const std::string& file, const std::string& where, Diagnostics& diagnostics) const {
  if (unread_.contains(pattern.text)) return;
  const auto lexicon = lexicons_.find(pattern.text);
  if (lexicon == lexicons_.end())
    return diagnostics.error(file, pattern.line, pattern.column, "no lexicon " + quoted(pattern.text) + " in " + where + did_you_mean(pattern.text, keys_of(lexicons_)));
  for (const Pattern::Test& test : pattern.tests) {
    const auto column = lexicon->second.find(test.key);
    if (column == lexicon->second.end()) {
      diagnostics.error(file, pattern.line, pattern.column,
                        "no entry of <" + pattern.text + "> has " + quoted(test.key) + did_you_mean(test.key, keys_of(lexicon->second)));
      continue;
    }
    const auto held = [&](const std::string& value) { return column->second.contains(value); };
    if (!test.values.empty() && std::none_of(test.values.begin(), test.values.end(), held))
      diagnostics.warn(file, pattern.line, pattern.column,
                       "no entry of <" + pattern.text + "> has " + test.key + "=" + test.values[0] + did_you_mean(test.values[0], keys_of(column->second)));
  }
}

void PackNames::check_node(const Pattern& pattern, const std::string& file, const std::string& where, Diagnostics& diagnostics) const {
  const auto error = [&](std::string message) { diagnostics.error(file, pattern.line, pattern.column, std::move(message)); };
  const auto node = nodes_.find(pattern.text);
  if (node == nodes_.end()) return error("no rule makes a node " + quoted(pattern.text) + did_you_mean(pattern.text, keys_of(nodes_)));
  const Made& made = node->second;
  const auto check_part = [&](const std::string& part) {
    if (!made.parts.contains(part)) error("no rule that makes @" + pattern.text + " captures a part " + quoted(part) + did_you_mean(part, keys_of(made.parts)));
  };
  const Names attrs = attrs_of(pattern.text);
  for (const Pattern::Test& test : pattern.tests) {
    for (const Pattern& inner : test.inner) check_lexicon(inner, file, where, diagnostics);
    if (!made.whole) continue;
    if (!test.part.empty()) {
      check_part(test.part);
      if (!test.key.empty() && !anything_has(test.key)) error("no lexicon or node has " + quoted(test.key));
    } else if (test.values.empty() && test.key.starts_with("has-")) {
      check_part(test.key.substr(4));
    } else if (!attrs.contains(test.key)) {
      error("no rule gives @" + pattern.text + " " + quoted(test.key) + did_you_mean(test.key, keys_of(attrs)));
    }
  }
}

void PackNames::check_made(const RuleSource& rule, Diagnostics& diagnostics) const {
  for (const EmitSource& emit : rule.emits)
    for (const EmitSource::Value& value : emit.values) {
      if (value.attr.empty()) continue;
      const auto captured = captured_as(rule.pattern, value.capture);
      if (std::none_of(captured.begin(), captured.end(), [&](const Pattern* pattern) { return captured_has(*pattern, value.attr); }))
        diagnostics.error(rule.file, emit.line, value.column, "nothing that is captured as " + quoted(value.capture) + " has " + quoted(value.attr));
    }
}

void PackNames::check_step(const std::string& step, const std::string& file, int line, int column, Diagnostics& diagnostics) const {
  const auto is_part = [&](const auto& node) { return node.second.parts.contains(step); };
  if (relations_.contains(step) || roles_.contains(step) || std::find(kFixedSteps.begin(), kFixedSteps.end(), step) != kFixedSteps.end() ||
      std::any_of(nodes_.begin(), nodes_.end(), is_part)) return;
  Names known(relations_);
  known.insert(roles_.begin(), roles_.end());
  known.insert(kFixedSteps.begin(), kFixedSteps.end());
  for (const auto& [label, made] : nodes_) known.insert(made.parts.begin(), made.parts.end());
  diagnostics.error(file, line, column, "no group has a part " + quoted(step) + did_you_mean(step, keys_of(known)));
}

}  // namespace hearsay
