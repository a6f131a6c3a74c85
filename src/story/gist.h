// What a report is about, as far as its words and names tell it: what tells one story from another.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "hearsay/hearsay.h"
#include "pack/pack.h"

namespace hearsay {

struct Term {
  uint64_t what = 0;                     // hash of a word, of two words side by side, or of an actor's id
  float weight = 0;
};

// Weights are such that their squares add up to 1. Both lists are sorted by `what`.
struct Gist {
  std::string lang;
  std::optional<Day> day;                // of publication
  std::vector<Term> words;               // the kMostTerms that weigh most
  std::vector<Term> names;               // actors that packs hold: the same in every language
  std::vector<uint64_t> acts;            // which kind of act, by whom, to whom, of those that the report opens with; sorted
};

inline constexpr size_t kMostTerms = 150;          // measured: more terms change nothing, 60 lose 1 % of BCubed F1
inline constexpr std::chrono::days kStoryPause{28};          // reports farther apart never resemble one another

// A word weighs by its rarity in the language's reports (the packs' table `common`), a pair of words by that of the rarer one, both by the logarithm of
// how often they stand in the report; what stands in the title or among the first words weighs more. Rarity is taken from the packs
// and not from the reports at hand, so that how much two reports resemble one another does not depend on any third.
//   common  of the report's language; empty if no pack reads it: then all words weigh the same
// Cost: linear in the text.
Gist gist_of(const Analysis& analysis, std::span<const CommonWord> common);

// By what a report is found: its kMostIndexed heaviest words, told apart by language, and the acts. Sorted, each once.
std::vector<uint64_t> index_terms(const Gist& gist);
inline constexpr size_t kMostIndexed = 20;       // measured: fewer find less where reports have no dates (docs/quality.md)

// From 0 to 1: the cosine of the two reports' words, less the farther apart they were published. Of reports in two languages it is that of their names,
// if both open with the same act, else nothing.
double resemblance(const Gist& a, const Gist& b);
// The part of it that the days of publication are.
double closeness(const std::optional<Day>& a, const std::optional<Day>& b);
// The part of it that two languages are: what is added up over the terms they share is multiplied by it.
inline constexpr double kAcrossLanguages = 0.3;
bool share_an_act(const Gist& a, const Gist& b);

}  // namespace hearsay
