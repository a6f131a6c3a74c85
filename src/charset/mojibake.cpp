// UTF-8 that was read as windows-1252 and written as UTF-8 again shows each letter as two to four ("mojibake"). Turning it back is exact: each
// character has one byte in windows-1252, and the bytes must be UTF-8. That real text does so by chance is rare but happens (a capital with a tilde
// before a closing guillemet; an article that shows such letters), so a stretch is mended only if all of it turns back, and if enough of what
// comes out is letters within words. After the approach of ftfy (R. Speer, 2012), with certainty counted instead of guessed by heuristics.
// The five bytes windows-1252 leaves undefined are often lost: then the letter is taken that alone makes a syllable of its word.
// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <vector>

#include "charset/mending.h"
#include "charset/syllables.h"
#include "text/utf8.h"

namespace hearsay {

namespace {

constexpr std::array<char32_t, 5> kLostBytes = {0x81, 0x8D, 0x8F, 0x90, 0x9D};   // undefined in windows-1252
constexpr char32_t kReplacement = 0xFFFD;

// How much speaks for having turned a stretch, or a text, back rightly.
struct Evidence {
  size_t points = 0;      // letters that came out within words: 3 for a Vietnamese one with a tone, 2 for others of three bytes and more, 1 for two
  size_t alone = 0;       // letters that came out with none beside them, as those do that a text merely shows
  size_t clashes = 0;     // capitals after small letters, or a small letter after capitals
  size_t sequences = 0;   // characters that came out
  bool certain() const {
    constexpr size_t kEnough = 3;
    return points >= kEnough && alone <= points && clashes * 4 <= sequences;
  }
  Evidence& operator+=(const Evidence& other) {
    points += other.points;
    alone += other.alone;
    clashes += other.clashes;
    sequences += other.sequences;
    return *this;
  }
};

// A stretch of text turned back, character by character.
struct TurnedBack {
  std::vector<char32_t> codes;
  std::vector<uint8_t> taken;   // bytes of the UTF-8 sequence each came from; 0 as it was
};

// Punctuation and spaces that a template or an editor may have added rightly to text that came in wrong.
bool passes(char32_t code) { return (code >= 0x2010 && code <= 0x203A) || code == 0xA0 || code == kReplacement; }

struct Taken {
  char32_t code = 0;
  size_t end = 0;        // where the text goes on; 0 if no sequence begins here
  uint8_t length = 0;    // of the sequence; 1 if only its first byte was there
  bool lost = false;     // its last byte, which stands as 0x80
};

// U+00E0, whose second byte is the no-break space, behind its first byte: programs turn that into a plain space, and two spaces into one.
// The space stays unless another follows, or the end, or letters that end the syllable.
Taken take_spaced(std::string_view text, size_t after) {
  constexpr size_t kLongestCoda = 2;
  constexpr char32_t kLetter = 0xE0;
  Taken taken{.code = kLetter, .end = after, .length = 1};
  if (after == text.size()) return taken;
  std::u32string rest(1, kLetter);
  for (size_t at = after + 1; at < text.size() && rest.size() <= kLongestCoda + 1;) {
    const Decoded next = decode_utf8(text, at);
    if (!is_letter(next.code)) break;
    rest += next.code;
    at += next.length;
  }
  const bool joined = rest.size() > 1 && rest.size() <= kLongestCoda + 1 && is_syllable(rest);
  if (joined || after + 1 == text.size() || text[after + 1] == ' ') ++taken.end;
  return taken;
}

// The UTF-8 sequence whose bytes the characters from `at` are in windows-1252; its last byte may be lost.
Taken take_sequence(std::string_view text, size_t at) {
  Decoded next = decode_utf8(text, at);
  const int first = windows_byte(next.code);
  if (first < 0xC2 || first > 0xF4) return {};
  char bytes[4] = {static_cast<char>(first)};
  const size_t after = at + next.length;
  if (first == 0xC3 && (after == text.size() || text[after] == ' ')) return take_spaced(text, after);
  const uint8_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  Taken taken{.code = 0, .end = after, .length = length};
  for (uint8_t i = 1; i < length; ++i) {
    next = decode_utf8(text, taken.end);
    int byte = windows_byte(next.code);
    if (next.code == kReplacement && i + 1 == length) {
      taken.lost = true;
      byte = 0x80;
    }
    if (byte < 0x80 || byte > 0xBF) return {};
    bytes[i] = static_cast<char>(byte);
    taken.end += next.length;
  }
  const Decoded whole = decode_utf8({bytes, length}, 0);
  if (whole.length != length) return {};
  taken.code = whole.code;
  return taken;
}

bool letter_at(const std::vector<char32_t>& codes, size_t at) { return at < codes.size() && is_letter(codes[at]); }

// The code of which the last byte was lost and stands as 0x80, by the word around it; U+FFFD if none or several would do.
char32_t find_lost(const std::vector<char32_t>& codes, size_t at) {
  constexpr size_t kLongestWord = 8;
  if ((codes[at] & ~char32_t{0x3F}) == 0x2000) return 0x201D;   // the only one of the five that is in use there
  size_t first = at, last = at + 1;
  while (at - first < kLongestWord && letter_at(codes, first - 1)) --first;
  while (last - at < kLongestWord && letter_at(codes, last)) ++last;
  std::u32string word(codes.begin() + static_cast<std::ptrdiff_t>(first), codes.begin() + static_cast<std::ptrdiff_t>(last));
  char32_t found = kReplacement;
  for (const char32_t byte : kLostBytes) {
    const char32_t code = (codes[at] & ~char32_t{0x3F}) | (byte & 0x3F);
    word[at - first] = code;
    if (!is_syllable(word)) continue;
    if (found != kReplacement) return kReplacement;
    found = code;
  }
  return found;
}

// False where a character of the stretch can not have come from bytes read as windows-1252.
bool turn_back(std::string_view stretch, TurnedBack& back) {
  std::vector<size_t> lost;
  for (size_t at = 0; at < stretch.size();) {
    const Taken taken = take_sequence(stretch, at);
    if (taken.end != 0) {
      if (taken.lost) lost.push_back(back.codes.size());
      back.codes.push_back(taken.code);
      back.taken.push_back(taken.length);
      at = taken.end;
      continue;
    }
    const Decoded next = decode_utf8(stretch, at);
    if (next.code >= 0x80 && !passes(next.code)) return false;
    back.codes.push_back(next.code);
    back.taken.push_back(0);
    at += next.length;
  }
  for (const size_t place : lost) back.codes[place] = find_lost(back.codes, place);
  return true;
}

size_t points_of(char32_t code, uint8_t length) {
  if (code >= 0x1EA0 && code <= 0x1EF9) return 3;
  return length > 2 ? 2 : 1;
}

// `at - 1` of the first wraps around, and is no letter either.
Evidence weigh(const TurnedBack& back) {
  Evidence evidence;
  for (size_t at = 0; at < back.codes.size(); ++at) {
    if (back.taken[at] <= 1) continue;
    ++evidence.sequences;
    const char32_t code = back.codes[at];
    const bool after = letter_at(back.codes, at - 1);
    if (after || letter_at(back.codes, at + 1)) evidence.points += points_of(code, back.taken[at]);
    else evidence.alone += is_letter(code);
    const bool again = code >= 0xC2 && code <= 0xF4 && at + 1 < back.codes.size() && back.taken[at + 1] != 0;   // to be turned back once more
    if (!after || !is_letter(code) || again) continue;
    const bool capital_before = is_upper(back.codes[at - 1]);
    const bool capitals_before = capital_before && letter_at(back.codes, at - 2) && is_upper(back.codes[at - 2]);
    if (code < 0x2000 && (is_upper(code) ? !capital_before : capitals_before)) ++evidence.clashes;
  }
  return evidence;
}

std::string written(const TurnedBack& back) {
  std::string out;
  for (const char32_t code : back.codes) {
    if (code == 0) out += '\0';
    else append_utf8(out, code);
  }
  return out;
}

// One round: every stretch if all of the text turns back for certain, else those that do so by themselves.
bool turn_back_text(std::string& text) {
  Evidence whole;
  bool all = true;
  each_stretch(text, [&](std::string_view stretch, std::string_view) {
    if (plain_ascii(stretch)) return;
    TurnedBack back;
    if (turn_back(stretch, back)) whole += weigh(back);
    else all = false;
  });
  all &= whole.certain();
  if (!all && whole.points == 0) return false;
  bool changed = false;
  std::string out;
  out.reserve(text.size());
  each_stretch(text, [&](std::string_view stretch, std::string_view end) {
    TurnedBack back;
    const bool turned = !plain_ascii(stretch) && turn_back(stretch, back);
    const Evidence evidence = turned ? weigh(back) : Evidence{};
    const bool mend = evidence.sequences > 0 && (all || evidence.certain());
    changed |= mend;
    out.append(mend ? written(back) : std::string(stretch)).append(end);
  });
  if (changed) text = std::move(out);
  return changed;
}

// Whether a character that begins a sequence read as windows-1252 stands before another beyond ASCII; nearly no good text has that.
bool suspicious(std::string_view text) {
  for (size_t at = text.find('\xC3'); at != std::string_view::npos && at + 2 < text.size(); at = text.find('\xC3', at + 2)) {
    const unsigned char second = static_cast<unsigned char>(text[at + 1]), next = static_cast<unsigned char>(text[at + 2]);
    if (second >= 0x82 && second <= 0xB4 && next >= 0xC2) return true;
  }
  return false;
}

}  // namespace

int unfold_mojibake(std::string& text) {
  constexpr int kMostRounds = 3;   // read wrongly more often than twice is not seen; the third round finds that nothing is left
  int rounds = 0;
  while (rounds < kMostRounds && suspicious(text) && turn_back_text(text)) ++rounds;
  return rounds;
}

}  // namespace hearsay
