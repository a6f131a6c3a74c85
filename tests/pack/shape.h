// Patterns written as bracketed trees, so that a test can show what the parser understood.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "pack/pattern.h"

namespace hearsay::testing {

inline std::string shape(const Pattern& pattern);

inline std::string shape_of_test(const Pattern::Test& test) {
  std::string out = (test.negated ? "!" : "") + (test.part.empty() ? test.key : test.key.empty() ? test.part : test.part + "." + test.key);
  for (size_t i = 0; i < test.values.size(); ++i) out += (i == 0 ? "=" : "|") + test.values[i];
  for (size_t i = 0; i < test.inner.size(); ++i) out += (i == 0 ? "=" : "|") + shape(test.inner[i]);
  return out;
}

inline std::string shape_of_parts(const std::string& name, const Pattern& pattern) {
  std::string out = "(" + name;
  for (const Pattern& part : pattern.parts) out += " " + shape(part);
  return out + ")";
}

// (seq "ngày" (d (#num 1 31))): words in quotes, captures by name, repetitions with their numbers.
inline std::string shape(const Pattern& pattern) {
  std::string tests;
  for (const Pattern::Test& test : pattern.tests) tests += " " + shape_of_test(test);
  switch (pattern.kind) {
    case Pattern::Kind::kWords: return "\"" + pattern.text + "\"";
    case Pattern::Kind::kLexicon: return "<" + pattern.text + tests + ">";
    case Pattern::Kind::kNode: return "@" + pattern.text + (tests.empty() ? "" : "[" + tests.substr(1) + "]");
    case Pattern::Kind::kPredicate:
      return "#" + pattern.text + (pattern.high < 0 ? "" : "(" + std::to_string(pattern.low) + "-" + std::to_string(pattern.high) + ")");
    case Pattern::Kind::kNot: return shape_of_parts("not", pattern);
    case Pattern::Kind::kStart: return "^";
    case Pattern::Kind::kEnd: return "$";
    case Pattern::Kind::kSequence: return pattern.parts.size() == 1 ? shape(pattern.parts[0]) : shape_of_parts("seq", pattern);
    case Pattern::Kind::kChoice: return shape_of_parts("or", pattern);
    case Pattern::Kind::kRepeat:
      return shape_of_parts(std::to_string(pattern.low) + ".." + (pattern.high < 0 ? "" : std::to_string(pattern.high)), pattern);
    case Pattern::Kind::kCapture: return shape_of_parts(pattern.text + ":", pattern);
  }
  return "?";
}

}  // namespace hearsay::testing
