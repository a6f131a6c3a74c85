// UTF-8 into the bytes of other encodings, for tests: ICU's where it has them, else the inverse of what `convert` makes of each byte and pair.
// The tables themselves are held by literal bytes in vietnamese_test.cpp.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <map>
#include <string>
#include <string_view>

#include "charset/encodings.h"
#include "charset/vietnamese.h"
#include "text/utf8.h"

namespace hearsay::testing {

// Each tone as a mark of its own after the letter, as Windows' Vietnamese keyboard writes it.
inline std::string tones_apart(std::string_view text) {
  static constexpr char32_t kMarks[] = {0, 0x300, 0x309, 0x303, 0x301, 0x323};
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const Decoded next = decode_utf8(text, at);
    ToneLetter letter = take_apart(next.code);
    const char32_t mark = kMarks[static_cast<size_t>(letter.tone)];
    letter.tone = Tone::kLevel;
    append_utf8(out, mark == 0 ? next.code : put_together(letter));
    if (mark != 0) append_utf8(out, mark);
    at += next.length;
  }
  return out;
}

// The text as ICU writes it; what it cannot write is left out.
inline std::string encode_by_icu(std::string_view text, std::string_view encoding) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(std::string(encoding).c_str(), &status);
  ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_SKIP, nullptr, nullptr, nullptr, &status);
  const icu::UnicodeString units = icu::UnicodeString::fromUTF8(std::string(text));
  std::string bytes(static_cast<size_t>(units.length()) * 8 + 8, '\0');
  const int32_t length = ucnv_fromUChars(converter, bytes.data(), static_cast<int32_t>(bytes.size()), units.getBuffer(), units.length(), &status);
  ucnv_close(converter);
  bytes.resize(static_cast<size_t>(length));
  return bytes;
}

// Characters to the shortest bytes that `convert` reads as them.
inline const std::map<char32_t, std::string>& inverse_table(const std::string& encoding) {
  static std::map<std::string, std::map<char32_t, std::string>> tables;
  std::map<char32_t, std::string>& table = tables[encoding];
  const auto add = [&](const std::string& bytes) {
    size_t malformed = 0;
    const std::string text = convert(bytes, *find_encoding(encoding), malformed);
    const Decoded code = decode_utf8(text, 0);
    if (malformed == 0 && code.length == text.size()) table.emplace(code.code, bytes);
  };
  if (!table.empty()) return table;
  for (int byte = 0x20; byte < 0x100; ++byte) add(std::string(1, static_cast<char>(byte)));
  if (encoding != "vni") return table;
  for (const char vowel : {'a', 'e', 'o', 'u', 'y', 'A', 'E', 'O', 'U', 'Y', '\xF4', '\xF6', '\xD4', '\xD6'})
    for (int mark = 0xC0; mark < 0x100; ++mark)   // small marks after small vowels
      if ((mark >= 0xE0) == ((vowel & 0x20) != 0)) add({vowel, static_cast<char>(mark)});
  return table;
}

// Vietnamese in a legacy encoding. TCVN3 writes capitals with a tone by the small letter, as its fonts do.
inline std::string encode_vietnamese(std::string_view text, const std::string& encoding) {
  if (encoding == "windows-1258") return encode_by_icu(tones_apart(text), encoding);
  const std::map<char32_t, std::string>& table = inverse_table(encoding);
  std::string bytes;
  for (size_t at = 0; at < text.size();) {
    const Decoded next = decode_utf8(text, at);
    ToneLetter letter = take_apart(next.code);
    const bool capital_font = encoding == "tcvn3" && letter.upper && letter.tone != Tone::kLevel;
    letter.upper = false;
    const auto found = table.find(capital_font ? put_together(letter) : next.code);
    if (next.code < 0x20) bytes += static_cast<char>(next.code);
    else if (found != table.end()) bytes += found->second;
    else if (put_together(letter) != 0) bytes += table.at(put_together(letter));   // VPS: a capital without a code of its own
    at += next.length;
  }
  return bytes;
}

// UTF-8 read as windows-1252 and written as UTF-8; the five undefined bytes become what `undefined` gives, else the C1 control.
inline std::string mojibake(std::string_view text, std::string_view undefined = "") {
  std::string out;
  for (const char c : text) {
    const unsigned char byte = static_cast<unsigned char>(c);
    const char32_t code = windows_1252(byte);
    if (code == 0 && byte != 0 && !undefined.empty()) out += undefined;
    else append_utf8(out, code == 0 ? byte : code);
  }
  return out;
}

}  // namespace hearsay::testing
