// Text of a page as a reader sees it.
// SPDX-License-Identifier: Apache-2.0
#include "page/text.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/ascii.h"
#include "text/utf8.h"

namespace hearsay::page {
namespace {

// U+00AD soft hyphen, U+200B..U+200F zero-width and direction marks, U+2060, U+FEFF.
bool has_no_width(char32_t code) { return code == 0xAD || (code >= 0x200B && code <= 0x200F) || code == 0x2060 || code == 0xFEFF; }

void append_space(std::string& line) {
  if (!line.empty() && line.back() != ' ') line += ' ';
}

}  // namespace

void append_folded(std::string& line, std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const unsigned char c = static_cast<unsigned char>(text[at]);
    if (c > 0x20 && c < 0x7F) {
      line += static_cast<char>(c);
      ++at;
      continue;
    }
    const Decoded next = decode_utf8(text, at);
    if (next.code < 0x20 || next.code == 0x7F || next.code == 0x2028 || next.code == 0x2029 || is_space(next.code)) append_space(line);
    else if (!has_no_width(next.code)) append_utf8(line, next.code);   // U+FFFD for half a character, where a text was cut
    at += next.length;
  }
}

std::string folded(std::string_view text) {
  std::string line;
  append_folded(line, text);
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

std::string resolved(std::string_view text) {
  static constexpr std::pair<std::string_view, char32_t> kNamed[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xA0}};
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    const size_t end = text[at] == '&' ? text.substr(0, at + 12).find(';', at) : std::string_view::npos;
    char32_t code = 0;
    if (end != std::string_view::npos) {
      const std::string_view name = text.substr(at + 1, end - at - 1);
      for (const auto& [known, meaning] : kNamed)
        if (name == known) code = meaning;
      if (name.size() > 1 && name[0] == '#') {
        const bool hexadecimal = to_lower(name[1]) == 'x';
        uint32_t number = 0;
        std::from_chars(name.data() + 1 + hexadecimal, name.data() + name.size(), number, hexadecimal ? 16 : 10);
        if (number < 0x110000 && (number < 0xD800 || number > 0xDFFF)) code = number;
      }
    }
    if (code == 0) {
      out += text[at];
      continue;
    }
    append_utf8(out, code);
    at = end;
  }
  return out;
}

Words words_of(std::string_view text) {
  Words words;
  std::string word;
  for (size_t at = 0; at <= text.size();) {
    const Decoded next = decode_utf8(text, at);
    if (at < text.size() && (is_letter(next.code) || is_digit(next.code))) word.append(text, at, next.length);
    else if (!word.empty()) words.push_back(fold(std::exchange(word, {})));
    at += next.length;
  }
  std::sort(words.begin(), words.end());
  return words;
}

double likeness(const Words& a, const Words& b) {
  size_t shared = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const int order = a[i].compare(b[j]);
    shared += order == 0;
    i += order <= 0;
    j += order >= 0;
  }
  const size_t longer = std::max(a.size(), b.size());
  return longer == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(longer);
}

}  // namespace hearsay::page
