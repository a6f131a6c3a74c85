// Vietnamese letters taken apart and put together, and the legacy encodings of them that ICU does not know.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

enum class Tone : uint8_t { kLevel, kGrave, kHook, kTilde, kAcute, kDot };

// One letter of the alphabet, lower case and without its tone: a code point, and the tone it bore.
struct ToneLetter {
  char32_t letter = 0;   // 0 if the alphabet has no such letter
  Tone tone = Tone::kLevel;
  bool upper = false;
};
ToneLetter take_apart(char32_t code);
// The precomposed code point; 0 where the letter bears no tone (a consonant).
char32_t put_together(ToneLetter letter);

enum class VietnameseTable { kTcvn3, kVps, kViscii };

// A single-byte text in UTF-8.
//   malformed  grows by the bytes that mean nothing, which become U+FFFD
std::string read_table(std::string_view bytes, VietnameseTable table, size_t& malformed);

// A TCVN3 text in UTF-8, which may have combining marks. A letter with a tone has no capital there; in a word whose other letters are capitals,
// two at least, it is read as one.
std::string read_tcvn3(std::string_view bytes, size_t& malformed);

// A VNI-Windows text in UTF-8: a vowel and the byte of its marks become one letter.
std::string read_vni(std::string_view bytes, size_t& malformed);

// The code point of a byte in windows-1252; 0 for the five it leaves undefined.
char32_t windows_1252(unsigned char byte);

}  // namespace hearsay
