// SPDX-License-Identifier: Apache-2.0
#include "feed/markup.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "text/utf8.h"

namespace hearsay {
namespace {

constexpr size_t kLongestReference = 12;  // "&thetasym;" is HTML 4's longest, "&#x10FFFF;" no number's longer

// The characters that XML 1.0 has.
bool xml_character(uint32_t code) {
  return code == '\t' || code == '\n' || code == '\r' || (code >= ' ' && code < 0xD800) || (code >= 0xE000 && code < 0xFFFE) || (code >= 0x10000 && code <= 0x10FFFF);
}

// HTML 4's names. libxml2 finds one only by going through all.
const std::unordered_map<std::string_view, char32_t>& html_names() {
  constexpr unsigned kFirst = U'"', kLast = 0x2666;   // of &quot; and &diams;
  static const auto names = [] {
    std::unordered_map<std::string_view, char32_t> all;
    for (unsigned code = kFirst; code <= kLast; ++code)
      if (const htmlEntityDesc* entity = htmlEntityValueLookup(code)) all.emplace(entity->name, code);
    return all;
  }();
  return names;
}

bool space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

CharacterReference html_reference(std::string_view text, size_t at) {
  const std::string_view window = text.substr(at, kLongestReference);
  const size_t end = window.find(';');
  if (end == std::string_view::npos || end < 2 || window[0] != '&') return {};
  const std::string_view name = window.substr(1, end - 1);
  const auto length = static_cast<uint32_t>(end + 1);
  if (name[0] != '#') {
    if (name == "apos") return {'\'', length};
    const auto found = html_names().find(name);
    return found == html_names().end() ? CharacterReference{} : CharacterReference{found->second, length};
  }
  const bool hex = name.size() > 1 && (name[1] | 32) == 'x';
  uint32_t code = 0;
  const char* first = name.data() + (hex ? 2 : 1);
  const char* last = name.data() + name.size();
  const auto read = std::from_chars(first, last, code, hex ? 16 : 10);
  return read.ec == std::errc{} && read.ptr == last && xml_character(code) ? CharacterReference{code, length} : CharacterReference{};
}

void append_escaped(std::string& out, std::string_view text) {
  for (char c : text) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else out += c;
  }
}

std::string fold_blanks(std::string_view text) {
  std::string out;
  bool blank = false;
  for (size_t at = 0; at < text.size(); ++at) {
    const bool unbroken = text.substr(at, 2) == "\xC2\xA0";
    if (unbroken || space(text[at])) {
      blank = !out.empty();
      at += unbroken;
    } else {
      if (blank) out += ' ';
      blank = false;
      out += text[at];
    }
  }
  return out;
}

std::string html_of_text(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    if (const std::string line = fold_blanks(text.substr(0, end)); !line.empty()) {
      out += "<p>";
      append_escaped(out, line);
      out += "</p>";
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string text_of_html(std::string_view html) {
  std::string out;
  bool closes = true;                    // whether a ">" is still to come
  for (size_t at = 0; at < html.size();) {
    const char next = at + 1 < html.size() ? html[at + 1] : ' ';
    if (html[at] == '<' && closes && (is_letter(static_cast<unsigned char>(next)) || next == '/' || next == '!')) {
      const size_t end = html.find('>', at);
      closes = end != std::string_view::npos;
      if (closes) {
        at = end + 1;
        continue;
      }
    }
    if (const CharacterReference reference = html[at] == '&' ? html_reference(html, at) : CharacterReference{}; reference.length > 0) {
      append_utf8(out, reference.code);
      at += reference.length;
    } else {
      out += html[at++];
    }
  }
  return fold_blanks(out);
}

bool void_element(std::string_view name) {
  static constexpr auto kVoid = std::to_array<std::string_view>({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"});
  return std::find(kVoid.begin(), kVoid.end(), name) != kVoid.end();
}

}  // namespace hearsay
