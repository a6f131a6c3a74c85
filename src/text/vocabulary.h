// The words that any pack rule or lexicon names, each with a number.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/hash.h"
#include "base/strings.h"

namespace hearsay {

// Number of a folded word; 0 for a word that no pack names.
using FormId = uint32_t;

// Open addressing by hash; the folded text is compared, so that two words never share a number.
class Vocabulary {
 public:
  struct Slot {
    FormId form = 0;
    StrId text = 0;
  };
  Vocabulary() = default;
  Vocabulary(std::span<const Slot> slots, const Strings* strings) : slots_(slots), strings_(strings) {}
  FormId find(std::string_view folded) const {
    if (slots_.empty()) return 0;
    const size_t mask = slots_.size() - 1;
    for (size_t at = hash_bytes(folded) & mask;; at = (at + 1) & mask) {
      const Slot& slot = slots_[at];
      if (slot.form == 0) return 0;
      if ((*strings_)[slot.text] == folded) return slot.form;
    }
  }

 private:
  std::span<const Slot> slots_;   // a power of two, at most two thirds full
  const Strings* strings_ = nullptr;
};

}  // namespace hearsay
