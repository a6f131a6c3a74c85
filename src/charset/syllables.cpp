// A Vietnamese syllable is written onset + rime, the rime being nucleus + coda with one tone over the whole (Thompson, A Vietnamese Reference
// Grammar, 1965, chapter 2). Onsets and rimes are closed lists of letters; a rime ending in c, ch, p or t bears only the acute or the dot.
// Text of another language, or Vietnamese read in the wrong encoding, breaks these rules in most of its words that have diacritics.
// SPDX-License-Identifier: Apache-2.0
#include "charset/syllables.h"

#include <cstdint>
#include <string>

#include "charset/vietnamese.h"
#include "text/utf8.h"

namespace hearsay {

namespace {

enum Coda : uint16_t { kOpen = 1, kC = 2, kCh = 4, kM = 8, kN = 16, kNg = 32, kNh = 64, kP = 128, kT = 256, kI = 512, kY = 1024, kO = 2048, kU = 4096 };

constexpr std::u32string_view kOnsets[] = {U"",  U"b", U"c", U"ch", U"d", U"\u0111", U"g", U"gh", U"gi", U"h",  U"k", U"kh", U"l",  U"m",
                                           U"n", U"ng", U"ngh", U"nh", U"p", U"ph", U"qu", U"r", U"s", U"t", U"th", U"tr", U"v", U"x"};

struct Nucleus {
  std::u32string_view letters;
  uint16_t codas;
};
constexpr Nucleus kNuclei[] = {
    {U"a", kOpen | kC | kCh | kM | kN | kNg | kNh | kP | kT | kI | kY | kO | kU},
    {U"\u0103", kC | kM | kN | kNg | kP | kT},
    {U"\u00E2", kC | kM | kN | kNg | kP | kT | kU | kY},
    {U"e", kOpen | kC | kM | kN | kNg | kP | kT | kO},
    {U"\u00EA", kOpen | kCh | kM | kN | kNh | kP | kT | kU},
    {U"i", kOpen | kCh | kM | kN | kNh | kP | kT | kU},
    {U"o", kOpen | kC | kM | kN | kNg | kP | kT | kI},
    {U"\u00F4", kOpen | kC | kM | kN | kNg | kP | kT | kI},
    {U"\u01A1", kOpen | kM | kN | kP | kT | kI},
    {U"u", kOpen | kC | kM | kN | kNg | kP | kT | kI},
    {U"\u01B0", kOpen | kC | kM | kN | kNg | kT | kI | kU},
    {U"y", kOpen | kCh | kN | kNh | kT},
    {U"ia", kOpen},
    {U"i\u00EA", kC | kM | kN | kNg | kP | kT | kU},
    {U"y\u00EA", kM | kN | kNg | kT | kU},
    {U"ua", kOpen},
    {U"u\u00F4", kC | kM | kN | kNg | kT | kI},
    {U"\u01B0a", kOpen},
    {U"\u01B0\u01A1", kC | kM | kN | kNg | kP | kT | kI | kU},
    {U"oa", kOpen | kC | kCh | kM | kN | kNg | kNh | kP | kT | kI | kY | kO},
    {U"o\u0103", kC | kM | kN | kNg | kT},
    {U"oe", kOpen | kM | kN | kT | kO},
    {U"oo", kC | kN | kNg},
    {U"u\u00E2", kN | kNg | kT | kY},
    {U"u\u00EA", kOpen | kCh | kN | kNh},
    {U"u\u01A1", kOpen},
    {U"uy", kOpen | kCh | kN | kNh | kP | kT | kU},
    {U"uya", kOpen},
    {U"uy\u00EA", kN | kT},
};

uint16_t coda_of(std::u32string_view letters) {
  if (letters.empty()) return kOpen;
  if (letters.size() == 2) return letters == U"ch" ? kCh : letters == U"ng" ? kNg : letters == U"nh" ? kNh : 0;
  if (letters.size() != 1) return 0;
  switch (letters[0]) {
    case 'c': return kC;
    case 'm': return kM;
    case 'n': return kN;
    case 'p': return kP;
    case 't': return kT;
    case 'i': return kI;
    case 'y': return kY;
    case 'o': return kO;
    case 'u': return kU;
    default: return 0;
  }
}

// The codas a rime may have are checked with the tone: stops close a syllable that is not level.
bool is_rime(std::u32string_view rime, Tone tone) {
  for (const Nucleus& nucleus : kNuclei) {
    if (!rime.starts_with(nucleus.letters)) continue;
    const uint16_t coda = coda_of(rime.substr(nucleus.letters.size()));
    if ((coda & nucleus.codas) == 0) continue;
    if ((coda & (kC | kCh | kP | kT)) == 0 || tone == Tone::kAcute || tone == Tone::kDot) return true;
  }
  return false;
}

constexpr size_t kLongestSyllable = 7;   // three letters of onset, two of nucleus, two of coda

}  // namespace

bool is_syllable(std::u32string_view word) {
  if (word.empty() || word.size() > kLongestSyllable) return false;
  char32_t letters[kLongestSyllable];
  Tone tone = Tone::kLevel;
  size_t capitals = 0;
  for (size_t i = 0; i < word.size(); ++i) {
    const ToneLetter letter = take_apart(word[i]);
    if (letter.letter == 0 || (letter.tone != Tone::kLevel && tone != Tone::kLevel)) return false;
    if (letter.upper && capitals != i) return false;
    capitals += letter.upper;
    letters[i] = letter.letter;
    if (letter.tone != Tone::kLevel) tone = letter.tone;
  }
  if (capitals > 1 && capitals < word.size()) return false;
  const std::u32string_view plain(letters, word.size());
  for (std::u32string_view onset : kOnsets)
    if (plain.starts_with(onset) && is_rime(plain.substr(onset.size()), tone)) return true;
  return false;
}

namespace {

// Letters of a text in words; a symbol between two letters makes one strange word of both, as wrong readings are full of them.
class Words {
 public:
  void add(char32_t code) {
    if (is_letter(code)) {
      if (length_ <= kLongestSyllable) word_[length_ < kLongestSyllable ? length_ : kLongestSyllable] = code;
      ++length_;
      beyond_ascii_ |= code >= 0x80;
      capitals_ += code >= 'A' && code <= 'Z';
    } else if (code >= 0x80 && code < 0xC0 && code != 0xA0 && code != 0xAB && code != 0xBB && code != 0xAD && length_ > 0) {
      odd_ = true;
    } else {
      close();
    }
  }
  void close() {
    if (length_ > 0) count();
    length_ = capitals_ = 0;
    beyond_ascii_ = odd_ = false;
  }
  const Look& look() const { return look_; }

 private:
  void count() {
    constexpr size_t kInitials = 5;
    const bool syllable = !odd_ && length_ <= kLongestSyllable && is_syllable({word_, length_});
    if (syllable && beyond_ascii_ && length_ == 1) return;   // letters standing alone are many in any wrong reading
    if (beyond_ascii_ || odd_) ++(syllable ? look_.marked : look_.marked_strange);
    else if (syllable) ++look_.plain;
    else if (capitals_ != length_ || length_ > kInitials) ++look_.plain_strange;
  }

  Look look_;
  char32_t word_[kLongestSyllable + 1] = {};
  size_t length_ = 0, capitals_ = 0;
  bool beyond_ascii_ = false, odd_ = false;
};

}  // namespace

Look look_at(std::string_view text) {
  Words words;
  for (size_t at = 0; at < text.size();) {
    const Decoded next = decode_utf8(text, at);
    words.add(next.code);
    at += next.length;
  }
  words.close();
  return words.look();
}

bool surely_vietnamese(const Look& look) {
  constexpr size_t kFewest = 3;          // fewer syllables with diacritics happen in any language
  constexpr size_t kOneStrangeIn = 10;   // a slip of typing now and then; foreign names with diacritics cannot be written in these encodings
  return look.marked >= kFewest && look.marked >= kOneStrangeIn * look.marked_strange && look.marked + look.plain >= look.plain_strange;
}

}  // namespace hearsay
