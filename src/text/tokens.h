// A text cut into tokens, sentences and quotations. Nothing is changed: every token is a span of the text.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/hearsay.h"
#include "base/hash.h"
#include "text/vocabulary.h"

namespace hearsay {

enum class TokenKind : uint8_t { kWord, kNumber, kPunct, kSymbol };

struct Token {
  uint32_t start = 0;
  uint32_t end = 0;
  FormId form = 0;               // 0: no pack names this word
  int32_t number = -1;           // the value of a whole number up to 10^9, else -1
  TokenKind kind = TokenKind::kWord;
  uint8_t flags = 0;
  Span span() const { return {start, end}; }
  bool has(uint8_t flag) const { return (flags & flag) != 0; }
};
// Token::flags.
inline constexpr uint8_t kCapital = 1;       // begins with an upper-case letter
inline constexpr uint8_t kAllCapitals = 2;   // two letters or more, all upper-case
inline constexpr uint8_t kSpaceBefore = 4;   // white space or the text's start stands before it
inline constexpr uint8_t kDecimal = 8;       // a number with a fraction
inline constexpr uint8_t kAbbreviation = 16; // an acronym written with dots, or a word of the pack's abbreviations
inline constexpr uint8_t kLineBefore = 32;   // a line feed stands between the token before it and this one

// How a language writes numbers and abbreviations; from its pack.
struct TextRules {
  char decimal = '.';
  char group = ',';
  std::span<const FormId> abbreviations;     // sorted; without their last dot
};

// Folds each distinct word once: reports repeat their words. One per thread.
class WordCache {
 public:
  struct Word {
    FormId form = 0;
    uint8_t flags = 0;
  };
  explicit WordCache(const Vocabulary* vocabulary) : vocabulary_(vocabulary) {}
  Word look_up(std::string_view word);

 private:
  // Open addressing; the words' bytes lie one behind another.
  struct Slot {
    uint32_t hash = 0;
    uint32_t start = 0;
    uint32_t length = 0;         // 0: empty
    Word word;
  };
  static constexpr size_t kMostWords = 200'000;   // some 12 MB; the cache starts anew when it is full
  Word fold_and_find(std::string_view word) const;
  void grow();
  const Vocabulary* vocabulary_;
  std::vector<Slot> slots_;
  size_t used_ = 0;
  std::string bytes_;
};

std::vector<Token> tokenize(std::string_view text, const TextRules& rules, WordCache& words);

// Tokens of one sentence: a half-open range of token indexes.
struct SentenceTokens {
  uint32_t first = 0;
  uint32_t last = 0;
  Span span;
};
// Sentences end at a line's end, and at . ! ? ... before a space and a capital, quotation mark or number. An overlong one
// (over kMostSentenceTokens) is cut there, so that no text costs more than linear time; `cut` counts these.
inline constexpr uint32_t kMostSentenceTokens = 400;
std::vector<SentenceTokens> split_sentences(std::string_view text, const std::vector<Token>& tokens, const TextRules& rules, int& cut);

// A quotation: from the opening to the closing mark, both included. Open ones run to the paragraph's end.
struct Quotation {
  Span span;
  Span inside;
  bool closed = true;
};
// Quotations of at least two words, outermost only, in order; a paragraph that opens with a mark while one is still open
// continues it as a quotation of its own. A single mark (U+2018) is a quotation's only if one that is no apostrophe closes it; two straight
// apostrophes are a mark.
std::vector<Quotation> find_quotations(std::string_view text, const std::vector<Token>& tokens);

}  // namespace hearsay
