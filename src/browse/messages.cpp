// SPDX-License-Identifier: Apache-2.0
#include "browse/messages.h"

#include <iterator>
#include <vector>

namespace hearsay::browse {
namespace {

struct Row {
  std::string_view en, vi;
};

constexpr Row kRows[] = {
#define HEARSAY_MESSAGE(name, en, vi) {en, vi},
#include "browse/messages.def"
#undef HEARSAY_MESSAGE
};
static_assert(std::size(kRows) == static_cast<size_t>(Message::kCount));

// How many values a text, or its last form, asks for; "{0}" and "{}" alike.
constexpr int places(std::string_view text) {
  int found = 0;
  for (char c : text.substr(text.rfind('|') + 1)) found += c == '{';
  return found;
}
constexpr bool columns_agree() {
  for (const Row& row : kRows)
    if (row.vi.empty() != row.en.empty() || places(row.en) != places(row.vi)) return false;
  return true;
}
static_assert(columns_agree(), "a message asks for other values in Vietnamese than in English");

// The values that stand in the places of a template; false if the message is another one.
bool match(std::string_view form, std::string_view message, std::vector<std::string>& values) {
  values.clear();
  while (true) {
    const size_t place = form.find("{}");
    const std::string_view fixed = form.substr(0, place);
    if (!message.starts_with(fixed)) return false;
    message.remove_prefix(fixed.size());
    if (place == std::string_view::npos) return message.empty();
    form.remove_prefix(place + 2);
    const std::string_view next = form.substr(0, form.find("{}"));
    const size_t end = next.empty() ? message.size() : message.find(next);
    if (end == std::string_view::npos) return false;
    values.emplace_back(message.substr(0, end));
    message.remove_prefix(end);
  }
}

std::string fill(std::string_view form, const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) {
    const size_t place = form.find("{}");
    out.append(form.substr(0, place)).append(value);
    form.remove_prefix(place + 2);
  }
  return out.append(form);
}

}  // namespace

std::string_view Words::text(Message message) const {
  const Row& row = kRows[static_cast<size_t>(message)];
  return language_ == Language::kVietnamese ? row.vi : row.en;
}

std::string Words::count(Message message, int64_t n) const {
  std::string_view form = text(message);
  if (const size_t bar = form.find('|'); bar != std::string_view::npos) form = n == 1 ? form.substr(0, bar) : form.substr(bar + 1);
  const std::string shown = number(n);
  return fmt::vformat(form, fmt::make_format_args(shown));
}

std::string Words::number(int64_t n) const {
  std::string digits = std::to_string(n);
  const char mark = language_ == Language::kVietnamese ? '.' : ',';
  for (auto at = static_cast<int64_t>(digits.size()) - 3; at > (n < 0 ? 1 : 0); at -= 3) digits.insert(static_cast<size_t>(at), 1, mark);
  return digits;
}

std::string in_words(const Words& words, std::string_view library_message) {
  const Words english(Language::kEnglish);
  if (words.language() == Language::kEnglish) return std::string(library_message);
  // "file: what is wrong with it": only the second half is in the table.
  for (size_t at = 0; at != std::string_view::npos; at = library_message.find(": ", at)) {
    if (at > 0) at += 2;
    const std::string_view said = library_message.substr(at);
    std::vector<std::string> values;
    for (int row = static_cast<int>(Message::kLibraryFirst) + 1; row < static_cast<int>(Message::kLibraryLast); ++row) {
      const auto message = static_cast<Message>(row);
      if (match(english.text(message), said, values)) return std::string(library_message.substr(0, at)) + fill(words.text(message), values);
    }
  }
  return std::string(library_message);
}

}  // namespace hearsay::browse
