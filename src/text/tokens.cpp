// Tokens after UAX #29's idea of a word, narrowed to what rules need: letters with their marks are words, digits are
// numbers, every other character stands alone. Hyphens and slashes always separate ("Kim Jong-un", "22/10"), so that
// rules see one shape however a writer joins words.
// SPDX-License-Identifier: Apache-2.0
#include "text/tokens.h"

#include <algorithm>
#include <cstring>

#include "text/utf8.h"

namespace hearsay {

namespace {

bool is_apostrophe(char32_t code) { return code == '\'' || code == 0x2019 || code == 0x02BC; }

class Tokenizer {
 public:
  Tokenizer(std::string_view text, const TextRules& rules, WordCache& words) : text_(text), rules_(rules), words_(words) {
    tokens_.reserve(text.size() / 5 + 8);
  }

  std::vector<Token> run() {
    uint8_t gap = kSpaceBefore;
    while (at_ < text_.size()) {
      const Decoded next = decode_utf8(text_, at_);
      if (next.code == '\n' || is_space(next.code)) {
        at_ += next.length;
        gap |= kSpaceBefore | (next.code == '\n' && !tokens_.empty() ? kLineBefore : 0);
        continue;
      }
      const size_t before = tokens_.size();
      if (is_digit(next.code)) read_number();
      else if (at_ == 0 && is_apostrophe(next.code) && at_possessive(next.length)) read_possessive(next.length);   // "'s" as a rule writes it
      else if (is_letter(next.code)) read_word();
      else read_mark(next);
      tokens_[before].flags |= gap;
      gap = 0;
    }
    return std::move(tokens_);
  }

 private:
  char byte(size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  bool digit(size_t at) const { return byte(at) >= '0' && byte(at) <= '9'; }

  Token& push(size_t start, TokenKind kind) {
    Token& token = tokens_.emplace_back();
    token.start = static_cast<uint32_t>(start);
    token.end = static_cast<uint32_t>(at_);
    token.kind = kind;
    return token;
  }

  // Digits, with groups of three behind the group mark and a fraction behind the decimal mark.
  void read_number() {
    const size_t start = at_;
    int64_t value = 0;
    auto take_digits = [&] {
      for (; digit(at_); ++at_) value = std::min<int64_t>(value * 10 + (byte(at_) - '0'), 10'000'000'000);
    };
    take_digits();
    if (at_ - start <= 3)
      while (byte(at_) == rules_.group && digit(at_ + 1) && digit(at_ + 2) && digit(at_ + 3) && !digit(at_ + 4)) {
        ++at_;
        take_digits();
      }
    bool fraction = false;
    if (byte(at_) == rules_.decimal && digit(at_ + 1) && rules_.decimal == ',') fraction = true;
    if (byte(at_) == rules_.decimal && digit(at_ + 1) && rules_.decimal == '.' && !date_with_dots(at_) && !behind_dot(start)) fraction = true;
    if (fraction)
      for (++at_; digit(at_);) ++at_;
    Token& token = push(start, TokenKind::kNumber);
    if (fraction) token.flags |= kDecimal;
    else if (value <= 1'000'000'000) token.number = static_cast<int32_t>(value);
    token.form = words_.look_up(text_.substr(start, at_ - start)).form;
  }

  // "22.10.2013": a second dot with digits behind it.
  bool date_with_dots(size_t dot) const {
    size_t at = dot + 1;
    while (digit(at)) ++at;
    return byte(at) == '.' && digit(at + 1);
  }

  // The later parts of such a date.
  bool behind_dot(size_t start) const { return start >= 2 && byte(start - 1) == '.' && digit(start - 2); }

  void read_word() {
    const size_t start = at_;
    if (read_acronym()) return;
    const bool behind_number = !tokens_.empty() && tokens_.back().kind == TokenKind::kNumber && tokens_.back().end == start;
    while (at_ < text_.size()) {
      const Decoded next = decode_utf8(text_, at_);
      if (is_letter(next.code) || (!behind_number && is_digit(next.code))) {
        at_ += next.length;
      } else if (is_apostrophe(next.code) && !at_possessive(at_ + next.length) && is_letter(decode_utf8(text_, at_ + next.length).code)) {
        at_ += next.length;
      } else {
        break;
      }
    }
    push_word(start);
    const Decoded mark = decode_utf8(text_, at_);
    if (is_apostrophe(mark.code) && at_possessive(at_ + mark.length)) read_possessive(mark.length);
  }

  void read_possessive(uint32_t mark) {
    const size_t start = at_;
    at_ += mark + 1;
    push_word(start);
  }

  // Whether "s" alone stands here, as in "Trump's".
  bool at_possessive(size_t at) const {
    if (byte(at) != 's' && byte(at) != 'S') return false;
    const Decoded next = decode_utf8(text_, at + 1);
    return at + 1 >= text_.size() || !is_letter(next.code);
  }

  // "U.S.", "U.N.": single ASCII capitals with a dot after each, two at least.
  bool read_acronym() {
    size_t at = at_;
    int letters = 0;
    while (byte(at) >= 'A' && byte(at) <= 'Z' && byte(at + 1) == '.') at += 2, ++letters;
    if (letters < 2 || (at < text_.size() && is_letter(decode_utf8(text_, at).code))) return false;
    const size_t start = at_;
    at_ = at;
    push_word(start).flags |= kAbbreviation;
    return true;
  }

  Token& push_word(size_t start) {
    Token& token = push(start, TokenKind::kWord);
    const WordCache::Word word = words_.look_up(text_.substr(start, at_ - start));
    token.form = word.form;
    token.flags = word.flags;
    if (token.form != 0 && std::binary_search(rules_.abbreviations.begin(), rules_.abbreviations.end(), token.form))
      token.flags |= kAbbreviation;
    return token;
  }

  void read_mark(Decoded mark) {
    const size_t start = at_;
    at_ += mark.length;
    if (mark.code == '.')   // "..." is one mark
      while (byte(at_) == '.') ++at_;
    const bool punct = mark.code < 0x80 ? std::string_view("$%+<=>@^`|~#&*").find(static_cast<char>(mark.code)) == std::string_view::npos
                                        : mark.code >= 0x2010 && mark.code <= 0x203A;
    Token& token = push(start, punct || mark.code == 0xAB || mark.code == 0xBB ? TokenKind::kPunct : TokenKind::kSymbol);
    token.form = words_.look_up(text_.substr(start, at_ - start)).form;
  }

  std::string_view text_;
  const TextRules& rules_;
  WordCache& words_;
  size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

WordCache::Word WordCache::look_up(std::string_view word) {
  if (used_ * 2 >= slots_.size()) grow();
  const uint32_t hash = static_cast<uint32_t>(hash_bytes(word));
  size_t at = hash & (slots_.size() - 1);
  for (; slots_[at].length != 0; at = (at + 1) & (slots_.size() - 1)) {
    const Slot& slot = slots_[at];
    if (slot.hash == hash && slot.length == word.size() && std::memcmp(bytes_.data() + slot.start, word.data(), word.size()) == 0) return slot.word;
  }
  const Word found = fold_and_find(word);
  if (word.empty()) return found;
  slots_[at] = {hash, static_cast<uint32_t>(bytes_.size()), static_cast<uint32_t>(word.size()), found};
  bytes_ += word;
  ++used_;
  return found;
}

void WordCache::grow() {
  if (used_ >= kMostWords) used_ = 0, slots_.clear(), bytes_.clear();
  std::vector<Slot> old(slots_.empty() ? 1024 : slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.length == 0) continue;
    size_t at = slot.hash & (slots_.size() - 1);
    while (slots_[at].length != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
}

WordCache::Word WordCache::fold_and_find(std::string_view word) const {
  Word found;
  found.form = vocabulary_->find(fold(word));
  size_t letters = 0, upper = 0;
  for (size_t at = 0; at < word.size();) {
    const Decoded next = decode_utf8(word, at);
    if (is_letter(next.code)) {
      ++letters;
      if (is_upper(next.code)) {
        ++upper;
        if (letters == 1) found.flags |= kCapital;
      }
    }
    at += next.length;
  }
  if (letters >= 2 && upper == letters) found.flags |= kAllCapitals;
  return found;
}

std::vector<Token> tokenize(std::string_view text, const TextRules& rules, WordCache& words) {
  return Tokenizer(text, rules, words).run();
}

namespace {

bool is_word(const Token& token) { return token.kind == TokenKind::kWord || token.kind == TokenKind::kNumber; }

bool mark_is(std::string_view text, const Token& token, std::u32string_view marks) {
  if (is_word(token)) return false;
  const Decoded mark = decode_utf8(text, token.start);
  return token.start + mark.length == token.end && marks.find(mark.code) != marks.npos;
}
constexpr std::u32string_view kClosing = U"\"'\u201D\u2019\u00BB)]";
constexpr std::u32string_view kOpening = U"\"'\u201C\u2018\u00AB([-\u2013\u2014";

bool ends_sentence(std::string_view text, const std::vector<Token>& tokens, size_t i) {
  const Token& token = tokens[i];
  if (is_word(token)) return false;
  const std::string_view mark = text.substr(token.start, token.end - token.start);
  const bool dot = mark == ".";
  if (!dot && mark != "!" && mark != "?" && mark != "\u2026" && !mark.starts_with("..")) return false;
  return !(dot && i > 0 && tokens[i - 1].end == token.start && tokens[i - 1].has(kAbbreviation));
}

}  // namespace

std::vector<SentenceTokens> split_sentences(std::string_view text, const std::vector<Token>& tokens, const TextRules&, int& cut) {
  std::vector<SentenceTokens> sentences;
  uint32_t first = 0;
  auto close = [&](uint32_t last) {
    if (last > first) sentences.push_back({first, last, {tokens[first].start, tokens[last - 1].end}});
    first = last;
  };
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    if (i + 1 == tokens.size() || tokens[i + 1].has(kLineBefore)) {
      close(i + 1);
      continue;
    }
    if (i + 1 - first >= kMostSentenceTokens) {
      ++cut;
      close(i + 1);
      continue;
    }
    if (!tokens[i + 1].has(kSpaceBefore)) continue;
    // The mark may be followed by closing quotation marks; then comes a space and a beginning.
    uint32_t end = i;
    while (end > first && mark_is(text, tokens[end], kClosing) && !tokens[end].has(kSpaceBefore)) --end;
    if (!ends_sentence(text, tokens, end)) continue;
    const Token& next = tokens[i + 1];
    const bool dotted_acronym = end == i && i > 0 && tokens[i].kind == TokenKind::kWord;
    if (!dotted_acronym && (next.has(kCapital) || next.kind == TokenKind::kNumber || mark_is(text, next, kOpening))) close(i + 1);
  }
  return sentences;
}

namespace {

// Quotations in one pass: each opening mark knows which marks close it.
class QuotationFinder {
 public:
  QuotationFinder(std::string_view text, const std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  std::vector<Quotation> run() {
    for (uint32_t i = 0; i < tokens_.size(); ++i) {
      if (open_ && tokens_[i].has(kLineBefore)) close(i, i, false);
      if (is_word(i)) continue;
      if (!open_) {
        if (const auto [style, length] = opening(i); length > 0) i = begin(i, style, length);
      } else if (style_ == Style::kStraight && mark_is(text_, tokens_[i], U"\u201C")) {
        begin(i, Style::kCurly, 1);   // a straight mark that opened nothing
      } else if (const uint32_t length = closing(i); length > 0) {
        close(i, i + length, true);
        i += length - 1;
      }
    }
    if (open_) close(static_cast<uint32_t>(tokens_.size()), static_cast<uint32_t>(tokens_.size()), false);
    return std::move(quotations_);
  }

 private:
  enum class Style { kStraight, kCurly, kLow, kTicks, kSingle };
  struct Opening {
    Style style = Style::kStraight;
    uint32_t length = 0;   // tokens; 0: none
  };

  bool is(uint32_t i, std::u32string_view marks) const { return i < tokens_.size() && mark_is(text_, tokens_[i], marks); }
  bool is_word(uint32_t i) const { return hearsay::is_word(tokens_[i]); }
  // Whether this token and the one before it touch.
  bool joined(uint32_t i) const { return i > 0 && i < tokens_.size() && !tokens_[i].has(kSpaceBefore); }
  bool ends_line(uint32_t i) const { return i + 1 >= tokens_.size() || tokens_[i + 1].has(kLineBefore); }
  bool ticks(uint32_t i, std::u32string_view tick) const { return is(i, tick) && is(i + 1, tick) && joined(i + 1); }

  Opening opening(uint32_t i) const {
    if (is(i, U"\"")) return {Style::kStraight, 1};
    if (is(i, U"\u201C\u00AB")) return {Style::kCurly, 1};
    if (is(i, U"\u201E")) return {Style::kLow, 1};
    // The others are apostrophes, minutes and seconds as well: they stand behind a space and before a word.
    if (joined(i) && !is(i - 1, U"([\u2013\u2014")) return {};
    if ((ticks(i, U"'") || ticks(i, U"`")) && joined(i + 2)) return {Style::kTicks, 2};
    if (is(i, U"\u2018") && joined(i + 1) && !is_short_year(i + 1) && i >= unclosed_until_) return {Style::kSingle, 1};
    return {};
  }

  // "the '90s", "in '08".
  bool is_short_year(uint32_t i) const { return tokens_[i].kind == TokenKind::kNumber && tokens_[i].end - tokens_[i].start == 2; }

  // How many tokens from here close what is open; 0: none.
  uint32_t closing(uint32_t i) const {
    switch (style_) {
      case Style::kStraight: return is(i, U"\"\u201D");
      case Style::kCurly: return is(i, U"\u201D\u00BB\"");
      case Style::kLow: return is(i, U"\u201C\u201D");
      case Style::kTicks: return ticks(i, U"'") && joined(i) && !(joined(i + 2) && is(i + 2, U"'")) ? 2 : 0;   // of three the last two
      case Style::kSingle: return i == close_at_;
    }
    return 0;
  }

  // Returns the last token of the mark.
  uint32_t begin(uint32_t i, Style style, uint32_t length) {
    if (style == Style::kSingle) {
      close_at_ = closing_single(i);
      if (close_at_ == 0) return i;
    }
    open_ = true;
    style_ = style;
    first_ = i;
    inside_ = i + length;
    return i + length - 1;
  }

  // The mark that closes a single quotation is an apostrophe as well: the first that cannot be one ("the ministers' plan"), else the first
  // that may be one. 0 where the paragraph has none.
  uint32_t closing_single(uint32_t from) {
    uint32_t doubtful = 0;
    for (uint32_t i = from + 1; i < tokens_.size() && !ends_line(i - 1); ++i) {
      if (is(i, U"\u2018") && doubtful > 0) break;
      if (!is(i, U"\u2019") || !joined(i) || (joined(i + 1) && is_word(i + 1))) continue;
      if (!may_be_apostrophe(i)) return i;
      if (doubtful == 0) doubtful = i;
    }
    if (doubtful == 0) unclosed_until_ = line_end(from);
    return doubtful;
  }

  // Behind a plural, with a word to come that it may own.
  bool may_be_apostrophe(uint32_t i) const {
    const char last = text_[tokens_[i].start - 1];
    return (last == 's' || last == 'S') && i + 1 < tokens_.size() && !ends_line(i) && is_word(i + 1);
  }

  uint32_t line_end(uint32_t i) const {
    while (i < tokens_.size() && !ends_line(i)) ++i;
    return i + 1;
  }

  // What is open ends before `last`; its mark before `end`.
  void close(uint32_t last, uint32_t end, bool closed) {
    int words = 0;
    for (uint32_t i = inside_; i < last; ++i) words += tokens_[i].kind == TokenKind::kWord;
    open_ = false;
    if (words < 2) return;
    const uint32_t inside_end = closed ? tokens_[last].start : tokens_[last - 1].end;
    quotations_.push_back({{tokens_[first_].start, tokens_[end - 1].end}, {tokens_[inside_ - 1].end, inside_end}, closed});
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::vector<Quotation> quotations_;
  bool open_ = false;
  Style style_ = Style::kStraight;
  uint32_t first_ = 0;    // the opening mark's first token
  uint32_t inside_ = 0;   // the first token behind it
  uint32_t close_at_ = 0;         // the mark that closes a single quotation
  uint32_t unclosed_until_ = 0;   // no single quotation that begins before this token is ever closed
};

}  // namespace

std::vector<Quotation> find_quotations(std::string_view text, const std::vector<Token>& tokens) {
  return QuotationFinder(text, tokens).run();
}

}  // namespace hearsay
