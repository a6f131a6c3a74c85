// SPDX-License-Identifier: Apache-2.0
#include "eval/same_name.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "eval/wide.h"

namespace hearsay {

namespace {

bool in_word(UChar32 code) {
  const int8_t type = u_charType(code);
  return code == '_' || u_isalpha(code) || type == U_DECIMAL_DIGIT_NUMBER || type == U_LETTER_NUMBER || type == U_OTHER_NUMBER;
}

std::u32string folded(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  icu::UnicodeString text = nfc->normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int32_t>(name.size()))), status);
  text.foldCase();
  return wide(text);
}

// "u.s. army" -> "us. army": a dot between two single letters.
std::u32string without_acronym_dots(const std::u32string& name) {
  const auto word_at = [&](size_t i) { return i < name.size() && in_word(static_cast<UChar32>(name[i])); };
  std::u32string out;
  for (size_t i = 0; i < name.size(); ++i) {
    const bool between = name[i] == U'.' && i > 0 && word_at(i - 1) && !(i > 1 && word_at(i - 2)) && word_at(i + 1) && !word_at(i + 2);
    if (!between) out += name[i];
  }
  return out;
}

std::u32string without_diacritics(const std::u32string& name) {
  constexpr char32_t kStrokedD = 0x0111;
  std::u32string letters = name;
  std::replace(letters.begin(), letters.end(), kStrokedD, U'd');
  UErrorCode status = U_ZERO_ERROR;
  std::u32string apart = wide(icu::Normalizer2::getNFDInstance(status)->normalize(of_icu(letters), status));
  std::erase_if(apart, [](char32_t code) { return u_getCombiningClass(static_cast<UChar32>(code)) != 0; });
  return apart;
}

// " us army ": each word between blanks, so that a name within it is found as whole words only.
std::u32string spaced(const std::u32string& name) {
  std::u32string out = U" ";
  for (char32_t code : name) {
    if (in_word(static_cast<UChar32>(code))) out += code;
    else if (out.back() != U' ') out += U' ';
  }
  if (out.back() != U' ') out += U' ';
  return out;
}

bool holds_one_another(const std::u32string& a, const std::u32string& b) {
  return a.size() > 1 && b.size() > 1 && (a.find(b) != std::u32string::npos || b.find(a) != std::u32string::npos);
}

}  // namespace

bool same_name(std::string_view a, std::string_view b) {
  const std::u32string one = without_acronym_dots(folded(a)), other = without_acronym_dots(folded(b));
  return holds_one_another(spaced(one), spaced(other)) || holds_one_another(spaced(without_diacritics(one)), spaced(without_diacritics(other)));
}

bool any_same(const std::vector<std::string>& wanted, const std::vector<std::string>& names) {
  return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& want) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return same_name(want, name); });
  });
}

}  // namespace hearsay
