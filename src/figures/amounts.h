// Numbers in figures and words, and the amounts that a language's rules of level 1 make of them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "match/lattice.h"
#include "pack/pack.h"

namespace hearsay {

// How many, at least and at most.
struct Amount {
  std::optional<double> least, most;
  bool about = false;
};

// The product; a whole number where only floating point makes it none (1.7 times a thousand million).
double scaled(double value, double times);

class AmountReader {
 public:
  AmountReader(const Pack& pack, const LanguagePack& language);
  // Of an `amount` node; nullopt if its words are no number, or the tail of one that is written with a mark of another language ("1.5" for 1,5).
  std::optional<Amount> read(const Lattice& lattice, const Node& node) const;

 private:
  std::optional<double> value(const Lattice& lattice, uint16_t start, uint16_t end) const;
  std::optional<double> value_of_digits(const Lattice& lattice, uint16_t at) const;
  const Entry* numeral(const Lattice& lattice, uint16_t at, uint16_t limit, uint16_t& end) const;
  bool may_be_year(const Lattice& lattice, uint16_t at) const;
  bool goes_on_from(const Lattice& lattice, uint16_t start) const;

  const Strings& strings_;
  char decimal_;
  StrId n_, m_, to_, bound_, value_, numerals_, multipliers_;
};

}  // namespace hearsay
