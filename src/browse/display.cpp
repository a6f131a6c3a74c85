// Widths follow UAX 11 (East Asian Width: W and F take two columns) and the general category (marks take none).
// SPDX-License-Identifier: Apache-2.0
#include "browse/display.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace hearsay::browse {
namespace {

// What stands at one place: a code point, or a whole escape sequence of colour.
struct Piece {
  std::string_view bytes;
  int width = 0;
  bool escape = false;
};

int width_of(UChar32 code) {
  if (code < 0) return 1;                // a malformed byte is shown as one sign
  if (code < 0x300) return code >= 0x20 && (code < 0x7F || code >= 0xA0) && code != 0xAD ? 1 : 0;
  switch (u_charType(code)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR: return 0;
    default: break;
  }
  const int wide = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

Piece piece_at(std::string_view text, size_t at) {
  if (text[at] == '\x1b') {
    const size_t end = text.find('m', at);
    return {text.substr(at, end == std::string_view::npos ? end : end - at + 1), 0, true};
  }
  const auto size = static_cast<int32_t>(text.size());
  auto next = static_cast<int32_t>(at);
  UChar32 code = 0;
  U8_NEXT(text.data(), next, size, code);
  return {text.substr(at, static_cast<size_t>(next) - at), width_of(code), false};
}

// Collects lines; a word is held back until it is known whether it fits.
class Lines {
 public:
  explicit Lines(int width) : width_(std::max(width, 1)) {}

  void add(const Piece& piece) {
    if (piece.escape) return add_escape(piece.bytes);
    if (piece.bytes == "\n") return end_word(), break_line();
    if (piece.bytes == " ") return end_word(), add_space();
    if (piece.width > 0 && word_width_ + piece.width > width_) end_word();   // a word wider than a line
    word_ += piece.bytes;
    word_width_ += piece.width;
  }

  std::vector<std::string> finish() {
    end_word();
    if (!style_at_word_.empty()) line_ += kPlain;
    lines_.push_back(line_);
    return std::move(lines_);
  }

 private:
  static constexpr const char* kPlain = "\x1b[0m";

  void add_escape(std::string_view escape) {
    word_ += escape;
    style_ = escape == kPlain ? "" : std::string(escape);
  }
  void add_space() {
    if (line_width_ > 0) ++spaces_;
    else if (lines_.empty()) ++spaces_;  // an indent is kept in the first line only
  }
  void end_word() {
    if (word_.empty()) return;
    if (word_width_ > 0 && line_width_ > 0 && line_width_ + spaces_ + word_width_ > width_) break_line();
    if (word_width_ > 0) {
      line_.append(static_cast<size_t>(spaces_), ' ');
      line_width_ += spaces_ + word_width_;
      spaces_ = 0;
    }
    line_ += word_;
    word_.clear();
    word_width_ = 0;
    style_at_word_ = style_;
  }
  void break_line() {
    if (!style_at_word_.empty()) line_ += kPlain;
    lines_.push_back(line_);
    line_ = style_at_word_;
    line_width_ = spaces_ = 0;
  }

  int width_;
  std::vector<std::string> lines_;
  std::string line_, word_;
  std::string style_, style_at_word_;    // the colour that is on; at the end of the last whole word
  int line_width_ = 0, word_width_ = 0, spaces_ = 0;
};

bool reorders(UChar32 code) { return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F; }

}  // namespace

int display_width(std::string_view text) {
  int width = 0;
  for (size_t at = 0; at < text.size();) {
    const Piece piece = piece_at(text, at);
    width += piece.width;
    at += piece.bytes.size();
  }
  return width;
}

std::string one_line(std::string_view text) {
  std::string out;
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < size;) {
    const int32_t start = at;
    UChar32 code = 0;
    U8_NEXT(text.data(), at, size, code);
    if (code >= 0 && u_isUWhiteSpace(code)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (code < 0) {
      out += "\xEF\xBF\xBD";
    } else if (u_charType(code) != U_CONTROL_CHAR && !reorders(code)) {
      out.append(text.substr(static_cast<size_t>(start), static_cast<size_t>(at - start)));
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::vector<std::string> wrap(std::string_view text, int width) {
  Lines lines(width);
  for (size_t at = 0; at < text.size();) {
    const Piece piece = piece_at(text, at);
    lines.add(piece);
    at += piece.bytes.size();
  }
  return lines.finish();
}

std::string wrap_indented(std::string_view text, int width, int indent) {
  std::string out;
  for (const std::string& line : wrap(text, std::max(width - indent, 20))) {
    if (!out.empty()) out.append("\n").append(line.empty() ? 0 : static_cast<size_t>(indent), ' ');
    out += line;
  }
  return out;
}

std::string padded(std::string_view text, int width) {
  return std::string(text) + std::string(static_cast<size_t>(std::max(0, width - display_width(text))), ' ');
}

std::string shortened(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  std::string out;
  int used = 0;
  for (size_t at = 0; at < text.size();) {
    const Piece piece = piece_at(text, at);
    if (used + piece.width > width - 1) break;
    out += piece.bytes;
    used += piece.width;
    at += piece.bytes.size();
  }
  return out + "\u2026";
}

std::string well_formed(std::string_view text) {
  std::string out;
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))).toUTF8String(out);
}

}  // namespace hearsay::browse
