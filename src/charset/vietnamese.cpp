// Tables of facts, each with its source:
//   TCVN3   TCVN 5712:1993, bytes A0..FF, which the fonts .VnTime follow; 80..9F are windows-1252 punctuation there, not the standard's capitals.
//           The fonts do not draw its capitals with a tone: they are written with .VnTimeH, a font whose small letters look like capitals.
//   VISCII  RFC 1456, section 3 (Viet-Std, 1992).
//   VPS     the Vietnamese Professionals Society's fonts, as UniKey and xvnkb write them: bytes 80..FF; 14 capitals share the code of the small letter.
//   VNI     VNI-Windows of VNI Software: a vowel of ASCII (or F4, F6) followed by the byte of its marks.
// SPDX-License-Identifier: Apache-2.0
#include "charset/vietnamese.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace hearsay {

namespace {

// A vowel a row, a tone a column, as in Tone; then the capitals in the same order.
constexpr size_t kVowels = 12, kTones = 6;
constexpr char32_t kLetters[2][kVowels][kTones] = {
    {{'a', 0xE0, 0x1EA3, 0xE3, 0xE1, 0x1EA1},
     {0x103, 0x1EB1, 0x1EB3, 0x1EB5, 0x1EAF, 0x1EB7},
     {0xE2, 0x1EA7, 0x1EA9, 0x1EAB, 0x1EA5, 0x1EAD},
     {'e', 0xE8, 0x1EBB, 0x1EBD, 0xE9, 0x1EB9},
     {0xEA, 0x1EC1, 0x1EC3, 0x1EC5, 0x1EBF, 0x1EC7},
     {'i', 0xEC, 0x1EC9, 0x129, 0xED, 0x1ECB},
     {'o', 0xF2, 0x1ECF, 0xF5, 0xF3, 0x1ECD},
     {0xF4, 0x1ED3, 0x1ED5, 0x1ED7, 0x1ED1, 0x1ED9},
     {0x1A1, 0x1EDD, 0x1EDF, 0x1EE1, 0x1EDB, 0x1EE3},
     {'u', 0xF9, 0x1EE7, 0x169, 0xFA, 0x1EE5},
     {0x1B0, 0x1EEB, 0x1EED, 0x1EEF, 0x1EE9, 0x1EF1},
     {'y', 0x1EF3, 0x1EF7, 0x1EF9, 0xFD, 0x1EF5}},
    {{'A', 0xC0, 0x1EA2, 0xC3, 0xC1, 0x1EA0},
     {0x102, 0x1EB0, 0x1EB2, 0x1EB4, 0x1EAE, 0x1EB6},
     {0xC2, 0x1EA6, 0x1EA8, 0x1EAA, 0x1EA4, 0x1EAC},
     {'E', 0xC8, 0x1EBA, 0x1EBC, 0xC9, 0x1EB8},
     {0xCA, 0x1EC0, 0x1EC2, 0x1EC4, 0x1EBE, 0x1EC6},
     {'I', 0xCC, 0x1EC8, 0x128, 0xCD, 0x1ECA},
     {'O', 0xD2, 0x1ECE, 0xD5, 0xD3, 0x1ECC},
     {0xD4, 0x1ED2, 0x1ED4, 0x1ED6, 0x1ED0, 0x1ED8},
     {0x1A0, 0x1EDC, 0x1EDE, 0x1EE0, 0x1EDA, 0x1EE2},
     {'U', 0xD9, 0x1EE6, 0x168, 0xDA, 0x1EE4},
     {0x1AF, 0x1EEA, 0x1EEC, 0x1EEE, 0x1EE8, 0x1EF0},
     {'Y', 0x1EF2, 0x1EF6, 0x1EF8, 0xDD, 0x1EF4}}};

constexpr char32_t kSmallD = 0x111, kCapitalD = 0x110;

// Every code point below 0x1F00 that the alphabet has, by its place in kLetters plus one; consonants are told apart in take_apart.
constexpr auto kPlaces = [] {
  std::array<uint8_t, 0x1F00> places{};
  for (size_t i = 0; i < 2 * kVowels * kTones; ++i)
    places[kLetters[i / (kVowels * kTones)][i / kTones % kVowels][i % kTones]] = static_cast<uint8_t>(i + 1);
  return places;
}();

bool consonant(char32_t small) {
  return (small >= 'a' && small <= 'z' && small != 'f' && small != 'j' && small != 'w' && small != 'z') || small == kSmallD;
}

}  // namespace

ToneLetter take_apart(char32_t code) {
  if (code < kPlaces.size() && kPlaces[code] != 0) {
    const size_t place = kPlaces[code] - 1u;
    return {kLetters[0][place / kTones % kVowels][0], static_cast<Tone>(place % kTones), place >= kVowels * kTones};
  }
  const bool upper = (code >= 'A' && code <= 'Z') || code == kCapitalD;
  const char32_t small = !upper ? code : code == kCapitalD ? kSmallD : code + 32;
  return {consonant(small) ? small : 0, Tone::kLevel, upper};
}

char32_t put_together(ToneLetter letter) {
  if (letter.letter >= kPlaces.size() || kPlaces[letter.letter] == 0) return 0;
  return kLetters[letter.upper][(kPlaces[letter.letter] - 1u) / kTones % kVowels][static_cast<size_t>(letter.tone)];
}

char32_t windows_1252(unsigned char byte) {
  static constexpr char16_t kHigh[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                         0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                         0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
  return byte >= 0x80 && byte < 0xA0 ? kHigh[byte - 0x80] : byte;
}

namespace {

constexpr char16_t kTcvnHigh[96] = {   // A0..FF; 0 where the standard has a capital with a tone, which the fonts do not draw
    0x00A0, 0x0102, 0x00C2, 0x00CA, 0x00D4, 0x01A0, 0x01AF, 0x0110, 0x0103, 0x00E2, 0x00EA, 0x00F4, 0x01A1, 0x01B0, 0x0111,      0,
    0x0300, 0x0309, 0x0303, 0x0301, 0x0323, 0x00E0, 0x1EA3, 0x00E3, 0x00E1, 0x1EA1,      0, 0x1EB1, 0x1EB3, 0x1EB5, 0x1EAF,      0,
         0,      0,      0,      0,      0,      0, 0x1EB7, 0x1EA7, 0x1EA9, 0x1EAB, 0x1EA5, 0x1EAD, 0x00E8,      0, 0x1EBB, 0x1EBD,
    0x00E9, 0x1EB9, 0x1EC1, 0x1EC3, 0x1EC5, 0x1EBF, 0x1EC7, 0x00EC, 0x1EC9,      0,      0,      0, 0x0129, 0x00ED, 0x1ECB, 0x00F2,
         0, 0x1ECF, 0x00F5, 0x00F3, 0x1ECD, 0x1ED3, 0x1ED5, 0x1ED7, 0x1ED1, 0x1ED9, 0x1EDD, 0x1EDF, 0x1EE1, 0x1EDB, 0x1EE3, 0x00F9,
         0, 0x1EE7, 0x0169, 0x00FA, 0x1EE5, 0x1EEB, 0x1EED, 0x1EEF, 0x1EE9, 0x1EF1, 0x1EF3, 0x1EF7, 0x1EF9, 0x00FD, 0x1EF5,      0};

constexpr char16_t kVisciiHigh[128] = {   // 80..FF
    0x1EA0, 0x1EAE, 0x1EB0, 0x1EB6, 0x1EA4, 0x1EA6, 0x1EA8, 0x1EAC, 0x1EBC, 0x1EB8, 0x1EBE, 0x1EC0, 0x1EC2, 0x1EC4, 0x1EC6, 0x1ED0,
    0x1ED2, 0x1ED4, 0x1ED6, 0x1ED8, 0x1EE2, 0x1EDA, 0x1EDC, 0x1EDE, 0x1ECA, 0x1ECE, 0x1ECC, 0x1EC8, 0x1EE6, 0x0168, 0x1EE4, 0x1EF2,
    0x00D5, 0x1EAF, 0x1EB1, 0x1EB7, 0x1EA5, 0x1EA7, 0x1EA9, 0x1EAD, 0x1EBD, 0x1EB9, 0x1EBF, 0x1EC1, 0x1EC3, 0x1EC5, 0x1EC7, 0x1ED1,
    0x1ED3, 0x1ED5, 0x1ED7, 0x1EE0, 0x01A0, 0x1ED9, 0x1EDD, 0x1EDF, 0x1ECB, 0x1EF0, 0x1EE8, 0x1EEA, 0x1EEC, 0x01A1, 0x1EDB, 0x01AF,
    0x00C0, 0x00C1, 0x00C2, 0x00C3, 0x1EA2, 0x0102, 0x1EB3, 0x1EB5, 0x00C8, 0x00C9, 0x00CA, 0x1EBA, 0x00CC, 0x00CD, 0x0128, 0x1EF3,
    0x0110, 0x1EE9, 0x00D2, 0x00D3, 0x00D4, 0x1EA1, 0x1EF7, 0x1EEB, 0x1EED, 0x00D9, 0x00DA, 0x1EF9, 0x1EF5, 0x00DD, 0x1EE1, 0x01B0,
    0x00E0, 0x00E1, 0x00E2, 0x00E3, 0x1EA3, 0x0103, 0x1EEF, 0x1EAB, 0x00E8, 0x00E9, 0x00EA, 0x1EBB, 0x00EC, 0x00ED, 0x0129, 0x1EC9,
    0x0111, 0x1EF1, 0x00F2, 0x00F3, 0x00F4, 0x00F5, 0x1ECF, 0x1ECD, 0x1EE5, 0x00F9, 0x00FA, 0x0169, 0x1EE7, 0x00FD, 0x1EE3, 0x1EEE};

constexpr char16_t kVpsHigh[128] = {   // 80..FF; 91 and 92 are the quotation marks of windows-1252
    0x00C0, 0x1EA2, 0x00C3, 0x1EA4, 0x1EA6, 0x1EA8, 0x1ECD, 0x1ED7, 0x0102, 0x1EBF, 0x1EC1, 0x1EC3, 0x1EC7, 0x1EAE, 0x1EB0, 0x1EB2,
    0x1EBE, 0x2018, 0x2019, 0x1EC0, 0x1EC2, 0x1EC4, 0x1ED0, 0x1ED2, 0x1ED4, 0x1ED6, 0x00FD, 0x1EF7, 0x1EF5, 0x1EDA, 0x1EDC, 0x1EDE,
    0x00A0, 0x1EAF, 0x1EB1, 0x1EB3, 0x1EB5, 0x1EB7, 0x1EE0, 0x1EDB, 0x00D9, 0x1EDD, 0x1EDF, 0x1EE1, 0x0168, 0x1EE8, 0x1EE3, 0x1EEA,
    0x1ED5, 0x1EEC, 0x1EF2, 0x1EF8, 0x00CD, 0x00CC, 0x1ED9, 0x1EC8, 0x0128, 0x00D3, 0x1EED, 0x1EEF, 0x00D2, 0x1ECE, 0x00D5, 0x1EF1,
    0x1EA7, 0x00C1, 0x00C2, 0x1EA5, 0x1EA9, 0x1EAB, 0x1EAD, 0x0111, 0x1EBB, 0x00C9, 0x00CA, 0x1EB9, 0x1EC9, 0x1EC5, 0x1ECB, 0x1EF9,
    0x01AF, 0x1EE6, 0x1ED3, 0x1ED1, 0x00D4, 0x1ECF, 0x01A1, 0x00C8, 0x1EEB, 0x1EE9, 0x00DA, 0x0169, 0x01B0, 0x00DD, 0x1EBA, 0x00DF,
    0x00E0, 0x00E1, 0x00E2, 0x00E3, 0x1EA3, 0x1EA1, 0x0103, 0x00E7, 0x00E8, 0x00E9, 0x00EA, 0x1EBD, 0x00EC, 0x00ED, 0x00EE, 0x0129,
    0x1EB4, 0x0110, 0x00F2, 0x00F3, 0x00F4, 0x00F5, 0x00F6, 0x01A0, 0x1EE5, 0x00F9, 0x00FA, 0x1EE7, 0x00FC, 0x1EF6, 0x1EBC, 0x1EF3};

char32_t viscii(unsigned char byte) {
  switch (byte) {   // six capitals stand where other encodings have controls
    case 0x02: return 0x1EB2;
    case 0x05: return 0x1EB4;
    case 0x06: return 0x1EAA;
    case 0x14: return 0x1EF6;
    case 0x19: return 0x1EF8;
    case 0x1E: return 0x1EF4;
    default: return byte < 0x80 ? byte : kVisciiHigh[byte - 0x80];
  }
}

char32_t table_code(unsigned char byte, VietnameseTable table) {
  if (table == VietnameseTable::kViscii) return viscii(byte);
  if (byte < 0x80) return byte;
  if (table == VietnameseTable::kVps) return kVpsHigh[byte - 0x80];
  return byte < 0xA0 ? windows_1252(byte) : kTcvnHigh[byte - 0xA0];
}

void append_code(std::string& out, char32_t code, size_t& malformed) {
  malformed += code == 0;
  append_utf8(out, code == 0 ? 0xFFFD : code);
}

}  // namespace

std::string read_table(std::string_view bytes, VietnameseTable table, size_t& malformed) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);
  for (const char c : bytes) {
    const unsigned char byte = static_cast<unsigned char>(c);
    if (byte == 0) out += c;
    else append_code(out, table_code(byte, table), malformed);
  }
  return out;
}

namespace {

// A letter of TCVN3, with or without a tone.
ToneLetter tcvn3_letter(char byte) { return take_apart(table_code(static_cast<unsigned char>(byte), VietnameseTable::kTcvn3)); }

}  // namespace

std::string read_tcvn3(std::string_view bytes, size_t& malformed) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);
  for (size_t at = 0; at < bytes.size();) {
    size_t end = at, capitals = 0, small = 0;
    for (; end < bytes.size() && tcvn3_letter(bytes[end]).letter != 0; ++end) {
      const ToneLetter letter = tcvn3_letter(bytes[end]);
      capitals += letter.upper;
      small += !letter.upper && letter.tone == Tone::kLevel;
    }
    const bool raise = capitals > 1 && small == 0;
    end = std::max(end, at + 1);
    for (; at < end; ++at) {
      ToneLetter letter = tcvn3_letter(bytes[at]);
      letter.upper |= raise;
      if (letter.tone != Tone::kLevel) append_utf8(out, put_together(letter));
      else out += read_table(bytes.substr(at, 1), VietnameseTable::kTcvn3, malformed);
    }
  }
  return out;
}

namespace {

// VNI: what a byte of marks adds to the vowel before it. The capital's marks are 0x20 lower.
struct VniMarks {
  char shape;   // ' ' none, '^' circumflex, '(' breve
  Tone tone;
};
const VniMarks* vni_marks(unsigned char byte) {
  using enum Tone;
  static constexpr VniMarks kMarks[32] = {
      {'^', kGrave}, {'^', kAcute}, {'^', kLevel}, {'^', kTilde}, {'^', kDot}, {'^', kHook}, {0, kLevel},   {0, kLevel},     // E0..E7
      {'(', kGrave}, {'(', kAcute}, {'(', kLevel}, {'(', kDot},   {0, kLevel}, {0, kLevel},  {0, kLevel},   {' ', kDot},     // E8..EF
      {0, kLevel},   {0, kLevel},   {0, kLevel},   {0, kLevel},   {0, kLevel}, {' ', kTilde}, {0, kLevel},  {0, kLevel},     // F0..F7
      {' ', kGrave}, {' ', kAcute}, {'(', kHook},  {' ', kHook},  {'(', kTilde}, {0, kLevel}, {0, kLevel},  {0, kLevel}};    // F8..FF
  if (byte < 0xC0) return nullptr;
  const VniMarks& marks = kMarks[(byte - 0xC0) % 32];
  return marks.shape == 0 ? nullptr : &marks;
}

// VNI: letters of one byte, with their tone; the capital is 0x20 lower.
char32_t vni_letter(unsigned char byte) {
  const bool capital = byte >= 0xC0 && byte < 0xE0;
  switch (capital ? byte + 0x20 : byte) {
    case 0xE6: return capital ? 0x1EC8 : 0x1EC9;
    case 0xEC: return capital ? 0x00CC : 0x00EC;
    case 0xED: return capital ? 0x00CD : 0x00ED;
    case 0xEE: return capital ? 0x1EF4 : 0x1EF5;
    case 0xF1: return capital ? 0x0110 : 0x0111;
    case 0xF2: return capital ? 0x1ECA : 0x1ECB;
    case 0xF3: return capital ? 0x0128 : 0x0129;
    case 0xF4: return capital ? 0x01A0 : 0x01A1;
    case 0xF6: return capital ? 0x01AF : 0x01B0;
    default: return byte < 0x80 ? byte : windows_1252(byte);
  }
}

// The letter a vowel becomes under marks; 0 where it does not take them.
char32_t marked(char32_t vowel, const VniMarks& marks) {
  ToneLetter letter = take_apart(vowel);
  if (letter.tone != Tone::kLevel) return 0;
  if (marks.shape == '^') letter.letter = letter.letter == 'a' ? 0xE2 : letter.letter == 'e' ? 0xEA : letter.letter == 'o' ? 0xF4 : 0;
  if (marks.shape == '(') letter.letter = letter.letter == 'a' ? 0x103 : 0;
  if (letter.letter == 'i') return 0;   // its letters are bytes of their own
  letter.tone = marks.tone;
  return put_together(letter);
}

}  // namespace

std::string read_vni(std::string_view bytes, size_t& malformed) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);
  for (size_t i = 0; i < bytes.size(); ++i) {
    const char32_t code = vni_letter(static_cast<unsigned char>(bytes[i]));
    const VniMarks* marks = i + 1 < bytes.size() ? vni_marks(static_cast<unsigned char>(bytes[i + 1])) : nullptr;
    const char32_t letter = marks ? marked(code, *marks) : 0;
    if (letter != 0) ++i;
    if (bytes[i] == 0) out += '\0';
    else append_code(out, letter != 0 ? letter : code, malformed);
  }
  return out;
}

}  // namespace hearsay
