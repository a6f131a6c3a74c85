// The world the synthetic press writes about: states, who holds which office on which day, and outlets, taken from the tables of the world pack,
// so that parties are those that the packs know. Also the random numbers, which are our own: those of the standard library differ between its makers.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/hearsay.h"

namespace hearsay::bench {

// splitmix64 (Steele, Lea, Flood 2014).
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  // For the part of a seed's world that the numbers name.
  Random(uint64_t seed, uint64_t a, uint64_t b = 0);
  uint64_t next();
  double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }
  bool chance(double p) { return unit() < p; }
  // 0 to n - 1
  int below(int n) { return static_cast<int>(next() % static_cast<uint64_t>(n)); }
  int between(int low, int high) { return low + below(high - low + 1); }

 private:
  uint64_t state_;
};

// Ranks from 0 with weights 1 / (rank + 1)^exponent.
class Zipf {
 public:
  Zipf(int ranks, double exponent);
  int draw(Random& random) const;

 private:
  std::vector<double> sums_;
};

enum class Tongue { kVietnamese, kEnglish };
template <class T>
using InBoth = std::array<T, 2>;             // by Tongue
inline size_t at(Tongue tongue) { return static_cast<size_t>(tongue); }

struct Officer {
  InBoth<std::string> name, title;
  bool woman = false;
  std::string role, since, until;            // days as in the pack: 2019, 2019-04 or 2019-04-11; empty: no end
};
struct State {
  InBoth<std::string> name, seat;            // without a seat its name stands there
  std::string demonym;                       // English
  bool led_by_government = false;            // not by the head of state
  std::vector<Officer> officers;
};
struct Outlet {
  std::string name;
  bool agency = false;
};

struct World {
  std::vector<State> states;                 // those the news is fullest of first
  InBoth<std::vector<Outlet>> outlets;       // those that write in the language, the largest first
  std::vector<std::string> agencies;         // world-wide ones, cited in both languages

  // Who holds the first of these offices that is held on the day; null if nobody is known to.
  const Officer* holder(int state, const std::vector<std::string_view>& roles, const std::string& day) const;
};

// From the tables of `packs`/world/actors; an empty world if they cannot be read.
World load_world(const std::string& packs);

}  // namespace hearsay::bench
