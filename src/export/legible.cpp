// SPDX-License-Identifier: Apache-2.0
#include "export/legible.h"

#include <fmt/format.h>

#include "text/utf8.h"

namespace hearsay {
namespace {

bool is_control(char32_t code) { return (code < 0x20 && code != '\t' && code != '\n' && code != '\r') || (code >= 0x7F && code < 0xA0); }

void append_legible(std::string& out, char32_t code) {
  if (code < 0x20) append_utf8(out, 0x2400 + code);
  else if (code == 0x7F) append_utf8(out, 0x2421);
  else if (hides(code)) out += fmt::format("[U+{:04X}]", static_cast<uint32_t>(code));
  else append_utf8(out, code);
}

template <class Each>
void each_code(std::string_view text, Each each) {
  for (size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    each(decoded.code, text.substr(at, decoded.length));
    at += decoded.length;
  }
}

}  // namespace

// The marks and overrides of direction (Unicode 15, UAX 9), what takes no room (UAX 44: default ignorable, but for joiners, which scripts and
// emoji need, and the soft hyphen, which web pages are full of), and the separators that some programs take for line ends.
bool hides(char32_t code) {
  return is_control(code) || (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F || code == 0x061C || code == 0x200B ||
         (code >= 0x2060 && code <= 0x2065) || (code >= 0x206A && code <= 0x206F) || code == 0xFEFF || (code >= 0xFFF9 && code <= 0xFFFB) || code == 0x2028 ||
         code == 0x2029 || (code >= 0xE0000 && code <= 0xE0FFF);
}

std::string legible(std::string_view text) {
  std::string out;
  each_code(text, [&](char32_t code, std::string_view) { code == '\n' || code == '\t' ? static_cast<void>(out += static_cast<char>(code)) : append_legible(out, code); });
  return out;
}

std::string legible_line(std::string_view text) {
  std::string out;
  bool space = false;
  each_code(text, [&](char32_t code, std::string_view) {
    if (code == '\n' || code == '\t' || code == '\r' || is_space(code)) return static_cast<void>(space = !out.empty());
    if (space) out += ' ';
    space = false;
    append_legible(out, code);
  });
  return out;
}

std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : legible(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string legible_json(std::string_view json) {
  std::string out;
  each_code(json, [&](char32_t code, std::string_view bytes) {
    if (code < 0x7F || !hides(code)) out += bytes;
    else if (code < 0x10000) out += fmt::format("\\u{:04x}", static_cast<uint32_t>(code));
    else out += fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + ((static_cast<uint32_t>(code) - 0x10000) >> 10), 0xDC00 + ((static_cast<uint32_t>(code) - 0x10000) & 0x3FF));
  });
  return out;
}

}  // namespace hearsay
