// ASCII as markup and protocols know it, whatever language a text is in: white space, letters of either case, digits.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hearsay {

inline bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
inline char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
inline bool is_alpha(char c) { return to_lower(c) >= 'a' && to_lower(c) <= 'z'; }
inline bool is_number(char c) { return c >= '0' && c <= '9'; }
inline bool is_alpha_or_digit(char c) { return is_alpha(c) || is_number(c); }

inline std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = to_lower(c);
  return out;
}

// Whether `text` has `small`, which is in lower case, at `at`, in either case.
inline bool has_at(std::string_view text, size_t at, std::string_view small) {
  if (at > text.size() || text.size() - at < small.size()) return false;
  for (size_t i = 0; i < small.size(); ++i)
    if (to_lower(text[at + i]) != small[i]) return false;
  return true;
}
inline bool same_ascii(std::string_view text, std::string_view small) { return text.size() == small.size() && has_at(text, 0, small); }

inline std::string_view trim(std::string_view text) {
  while (!text.empty() && is_white(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_white(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace hearsay
