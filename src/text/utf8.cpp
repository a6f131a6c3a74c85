// SPDX-License-Identifier: Apache-2.0
#include "text/utf8.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace hearsay {

Decoded decode_multibyte(std::string_view bytes, size_t at) {
  auto byte = [&](size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0u; };
  auto tail = [&](size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const uint32_t b0 = byte(at);
  if (b0 >= 0xC2 && b0 <= 0xDF && tail(at + 1)) return {(b0 & 0x1F) << 6 | (byte(at + 1) & 0x3F), 2};
  if (b0 >= 0xE0 && b0 <= 0xEF && tail(at + 1) && tail(at + 2)) {
    const uint32_t code = (b0 & 0x0F) << 12 | (byte(at + 1) & 0x3F) << 6 | (byte(at + 2) & 0x3F);
    if (code >= 0x800 && (code < 0xD800 || code > 0xDFFF)) return {code, 3};
  }
  if (b0 >= 0xF0 && b0 <= 0xF4 && tail(at + 1) && tail(at + 2) && tail(at + 3)) {
    const uint32_t code = (b0 & 0x07) << 18 | (byte(at + 1) & 0x3F) << 12 | (byte(at + 2) & 0x3F) << 6 | (byte(at + 3) & 0x3F);
    if (code >= 0x10000 && code <= 0x10FFFF) return {code, 4};
  }
  return {0xFFFD, 1};
}

void append_utf8(std::string& out, char32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | code >> 6);
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | code >> 12);
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | code >> 18);
    out += static_cast<char>(0x80 | (code >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

bool valid_utf8(std::string_view bytes) {
  for (size_t at = 0; at < bytes.size();) {
    const Decoded next = decode_utf8(bytes, at);
    if (next.code == 0xFFFD && next.length == 1) return false;
    at += next.length;
  }
  return true;
}

std::string replace_malformed(std::string_view bytes, size_t& replaced) {
  std::string out;
  out.reserve(bytes.size());
  for (size_t at = 0; at < bytes.size();) {
    const Decoded next = decode_utf8(bytes, at);
    if (next.code == 0xFFFD && next.length == 1) {
      ++replaced;
      append_utf8(out, 0xFFFD);
    } else {
      out.append(bytes, at, next.length);
    }
    at += next.length;
  }
  return out;
}

namespace {

icu::UnicodeString composed(std::string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  return nfc->normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<int32_t>(word.size()))), status);
}

bool plain_ascii(std::string_view word) {
  for (unsigned char c : word)
    if (c >= 0x80) return false;
  return true;
}

// "u.s." -> "us": only single letters with a dot after each.
void drop_acronym_dots(std::string& word) {
  if (word.size() < 4 || word[1] != '.') return;
  std::string letters;
  for (size_t i = 0; i < word.size(); ++i) {
    if (i % 2 == 1 ? word[i] != '.' : !(word[i] >= 'a' && word[i] <= 'z')) return;
    if (i % 2 == 0) letters += word[i];
  }
  word = letters;
}

}  // namespace

namespace {

// Folds Latin letters that stand composed, of which names and words are full; false where the word has anything else.
bool fold_latin(std::string_view word, std::string& out) {
  for (size_t at = 0; at < word.size();) {
    const Decoded next = decode_utf8(word, at);
    const bool latin = (next.code < 0x250 && next.code != 0x130) || (next.code >= 0x1E00 && next.code < 0x1F00);   // U+0130 becomes two
    if (!latin) return false;
    if (next.code < 0x80) out += static_cast<char>(next.code >= 'A' && next.code <= 'Z' ? next.code + 32 : next.code);
    else append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(next.code))));
    at += next.length;
  }
  return true;
}

}  // namespace

std::string fold(std::string_view word) {
  std::string out;
  if (!fold_latin(word, out)) {
    out.clear();
    icu::UnicodeString text = composed(word);
    text.toLower(icu::Locale::getRoot());
    for (int32_t i = 0; i < text.length(); ++i)
      if (text[i] == 0x2019 || text[i] == 0x02BC) text.setCharAt(i, u'\'');
    text.toUTF8String(out);
  }
  drop_acronym_dots(out);
  return out;
}

std::string fold_plain(std::string_view word) {
  const std::string folded = fold(word);
  if (plain_ascii(folded)) return folded;
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString apart = icu::Normalizer2::getNFDInstance(status)->normalize(icu::UnicodeString::fromUTF8(folded), status);
  std::string out;
  for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 code = apart.char32At(i);
    if (u_charType(code) == U_NON_SPACING_MARK) continue;
    append_utf8(out, code == 0x0111 ? U'd' : static_cast<char32_t>(code));
  }
  return out;
}

std::string fold_name(std::string_view name) {
  UErrorCode failed = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(failed);
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int32_t>(name.size())));
  if (U_SUCCESS(failed)) text = nfkd->normalize(text.foldCase(), failed);
  icu::UnicodeString kept;
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 code = text.char32At(at);
    if (code == 0x111) kept.append(static_cast<UChar32>('d'));
    else if (u_isalnum(code)) kept.append(code);
    else if ((u_isUWhiteSpace(code) || u_ispunct(code)) && !kept.isEmpty() && kept[kept.length() - 1] != ' ') kept.append(static_cast<UChar32>(' '));
  }
  kept.trim();
  std::string out;
  return kept.toUTF8String(out);
}

bool is_rare_letter(char32_t code) {
  return u_isalpha(static_cast<UChar32>(code)) || u_charType(static_cast<UChar32>(code)) == U_NON_SPACING_MARK;
}
bool is_upper(char32_t code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z';
  return u_isupper(static_cast<UChar32>(code));
}
bool is_space(char32_t code) {
  if (code < 0x80) return code == ' ' || code == '\t' || code == '\r' || code == '\v' || code == '\f';
  return code == 0xA0 || code == 0x200B || code == 0xFEFF || u_isUWhiteSpace(static_cast<UChar32>(code));
}

}  // namespace hearsay
