// Texts cut into tokens, sentences and quotations without any pack.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <random>
#include <string>
#include <vector>

#include "text/tokens.h"
#include "text/utf8.h"

namespace hearsay::testing {

using Words = std::vector<std::string>;

// How Vietnamese and English write numbers.
inline TextRules vietnamese() {
  TextRules rules;
  rules.decimal = ',';
  rules.group = '.';
  return rules;
}
inline TextRules english() { return {}; }

inline std::vector<Token> cut(std::string_view text, const TextRules& rules) {
  static const Strings strings;
  static const Vocabulary vocabulary({}, &strings);
  WordCache cache(&vocabulary);
  return tokenize(text, rules, cache);
}

inline std::string at(std::string_view text, Span span) { return std::string(text.substr(span.start, span.length())); }

inline Words words(std::string_view text, const TextRules& rules = english()) {
  Words out;
  for (const Token& token : cut(text, rules)) out.push_back(at(text, token.span()));
  return out;
}

inline Words sentences(std::string_view text, int* cut_short = nullptr, const TextRules& rules = english()) {
  int count = 0;
  Words out;
  for (const SentenceTokens& sentence : split_sentences(text, cut(text, rules), rules, count)) out.push_back(at(text, sentence.span));
  if (cut_short) *cut_short = count;
  return out;
}

// What stands inside each quotation; ">" before those that are never closed.
inline Words quotations(std::string_view text) {
  Words out;
  for (const Quotation& quotation : find_quotations(text, cut(text, english())))
    out.push_back((quotation.closed ? "" : ">") + at(text, quotation.inside));
  return out;
}

// Well-formed text of letters, digits, marks, spaces and line ends, the same for the same seed.
inline std::string random_text(uint32_t seed, size_t pieces) {
  static const std::vector<std::string> kPieces = {
      "a", "B", "ế", "e\u0302\u0301", "Đ", "đ", "7", "12", "2013", ".", ",", ",5", ".000", "...", "\u2026", "-", "\u2013", "/", ":", "'", "\u2019", "'s",
      "\"", "\u201C", "\u201D", "\u00AB", "\u00BB", "(", ")", " ", " ", " ", "\n", "\t", "\u00A0", "\u200B", "!", "?", "U.S.", "\U0001F4E8", "\u4E2D", "\u2018", "\u201E", "''", "$", "%", "\x01"};
  std::mt19937 random(seed);
  std::string text;
  for (size_t i = 0; i < pieces; ++i) text += kPieces[random() % kPieces.size()];
  return text;
}

}  // namespace hearsay::testing
