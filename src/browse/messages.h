// The words that are said to people, in the language of the interface.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay::browse {

// messages.def is the table: one row per message, with an English and a Vietnamese column.
enum class Message : uint16_t {
#define HEARSAY_MESSAGE(name, en, vi) name,
#include "browse/messages.def"
#undef HEARSAY_MESSAGE
  kCount
};

enum class Language { kEnglish, kVietnamese };

class Words {
 public:
  explicit Words(Language language) : language_(language) {}
  Language language() const { return language_; }
  // "en" or "vi", as the engine names interface languages.
  std::string_view code() const { return language_ == Language::kVietnamese ? "vi" : "en"; }
  std::string_view text(Message message) const;
  std::string operator()(Message message) const { return std::string(text(message)); }
  template <class... Values>
  std::string operator()(Message message, const Values&... values) const {
    return fmt::vformat(text(message), fmt::make_format_args(values...));
  }
  // A message of the form "{} report|{} reports", by number; {} is the number.
  std::string count(Message message, int64_t n) const;
  // A number with its thousands set apart.
  std::string number(int64_t n) const;

  // The row `steps` below a message: how an enumeration finds its words, which stand in its own order.
  static Message after(Message first, int steps) { return static_cast<Message>(static_cast<int>(first) + steps); }

 private:
  Language language_;
};

// A message of the library in the language of the interface; as it is if the table does not hold it.
std::string in_words(const Words& words, std::string_view library_message);

}  // namespace hearsay::browse
