// UTF-8, code by code, and the folding under which words are compared.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

// One code point and the bytes it took; a malformed byte is U+FFFD of length 1.
struct Decoded {
  char32_t code;
  uint32_t length;
};
Decoded decode_multibyte(std::string_view bytes, size_t at);
inline Decoded decode_utf8(std::string_view bytes, size_t at) {
  const unsigned char first = at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
  if (first < 0x80) return {first, 1};
  return decode_multibyte(bytes, at);
}
void append_utf8(std::string& out, char32_t code);

// Whether every byte belongs to a well-formed sequence (Unicode 15, table 3-7).
bool valid_utf8(std::string_view bytes);
// Each malformed byte becomes U+FFFD; `replaced` counts them.
std::string replace_malformed(std::string_view bytes, size_t& replaced);

// What a word is compared by: NFC, lower case, straight apostrophe, without the dots of "U.S.".
std::string fold(std::string_view word);
// The same without diacritics and with d for U+0111: what search and identifiers compare by.
std::string fold_plain(std::string_view word);
// Letters and digits of a name of several words, without case, diacritics and compatibility forms; a space between words. What somebody types for it.
std::string fold_name(std::string_view name);

bool is_rare_letter(char32_t code);
// Letters and combining marks. Latin letters, of which texts are full, need no table.
inline bool is_letter(char32_t code) {
  if (code < 0x80) return (code | 32) >= 'a' && (code | 32) <= 'z';
  if ((code >= 0xC0 && code < 0x250 && code != 0xD7 && code != 0xF7) || (code >= 0x1E00 && code < 0x1F00)) return true;
  return is_rare_letter(code);
}
inline bool is_digit(char32_t code) { return code >= '0' && code <= '9'; }   // ASCII digits only: other digits are read as symbols
bool is_upper(char32_t code);
bool is_space(char32_t code);    // white space of any width, not the line feed

}  // namespace hearsay
