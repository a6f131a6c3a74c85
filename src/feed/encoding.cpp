// SPDX-License-Identifier: Apache-2.0
#include "feed/encoding.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>

#include "text/utf8.h"

namespace hearsay {
namespace {

// What an XML declaration says; empty if there is none in the first few hundred bytes.
std::string declared_encoding(std::string_view bytes) {
  constexpr size_t kMaxDeclaration = 512, kMaxName = 40;
  const std::string_view head = bytes.substr(0, kMaxDeclaration);
  const size_t begins = head.find("<?xml"), ends = head.find("?>", std::min(begins, head.size()));
  if (begins == std::string_view::npos || ends == std::string_view::npos) return {};
  const std::string_view declaration = head.substr(begins, ends - begins);
  const size_t said = declaration.find("encoding"), open = declaration.find_first_of("\"'", std::min(said, declaration.size()));
  if (said == std::string_view::npos || open == std::string_view::npos) return {};
  const size_t close = declaration.find(declaration[open], open + 1);
  if (close == std::string_view::npos || close - open - 1 > kMaxName) return {};
  return std::string(declaration.substr(open + 1, close - open - 1));
}

// XML 1.0, appendix F: two and four bytes to a character show in the order mark or in the first "<".
const char* wide_encoding(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("<\0\0\0"sv)) return "UTF-32LE";
  if (bytes.starts_with("\0\0\xFE\xFF"sv) || bytes.starts_with("\0\0\0<"sv)) return "UTF-32BE";
  if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("<\0"sv)) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF"sv) || bytes.starts_with("\0<"sv)) return "UTF-16BE";
  return nullptr;
}

// False if ICU has no such encoding. Piece by piece, so that a large file does not stand in memory a third time.
bool convert(std::string_view bytes, const char* encoding, std::string& out) {
  constexpr size_t kPiece = 16'384;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(encoding, &status), ucnv_close), to(ucnv_open("UTF-8", &status), ucnv_close);
  if (U_FAILURE(status)) return false;
  char piece[kPiece];
  UChar between[kPiece];
  UChar *pivot_from = between, *pivot_to = between;
  const char *source = bytes.data(), *end = bytes.data() + bytes.size();
  do {
    char* target = piece;
    status = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, piece + kPiece, &source, end, between, &pivot_from, &pivot_to, between + kPiece, source == bytes.data(), true, &status);
    out.append(piece, static_cast<size_t>(target - piece));
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return U_SUCCESS(status);
}

bool names_utf8(const std::string& encoding) { return encoding.empty() || ucnv_compareNames(encoding.c_str(), "UTF-8") == 0; }

}  // namespace

std::string_view feed_text(std::string_view bytes, std::string& converted, std::vector<std::string>& notes) {
  if (const char* wide = wide_encoding(bytes)) {
    if (!convert(bytes, wide, converted)) notes.push_back(std::string("its ") + wide + " is malformed");
    return std::string_view(converted).substr(converted.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::string declared = declared_encoding(bytes);
  if (valid_utf8(bytes)) {
    const bool other = !names_utf8(declared) && std::any_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
    if (other) notes.push_back("declared as " + declared + ", but it is UTF-8");
    return bytes;
  }
  if (!names_utf8(declared) && convert(bytes, declared.c_str(), converted)) return converted;
  if (!names_utf8(declared)) notes.push_back("declared as " + declared + ", which is not known; read as UTF-8");
  size_t replaced = 0;
  converted = replace_malformed(bytes, replaced);
  notes.push_back(std::to_string(replaced) + " malformed bytes were replaced by U+FFFD");
  return converted;
}

}  // namespace hearsay
