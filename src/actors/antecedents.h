// What stands before a mention, the likeliest to be meant again first.
//
// Hobbs' naive preference for the subject of the nearest sentence, cut down to order of mention, but for those in an opening that is set
// off from the subject.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "actors/cast.h"
#include "match/sentence.h"

namespace hearsay {

class Antecedents {
 public:
  using Fits = std::function<bool(int)>;   // of an actor's index
  Antecedents(const Cast& cast, const std::vector<Sentence>& sentences) : cast_(cast), sentences_(sentences), told_(sentences.size()) {}

  void go_to(size_t sentence) { sentence_ = sentence; }
  // A mention of this sentence has been resolved. `place`: it says where something is.
  void add(const Node& mention, int actor, bool place);
  // Actors mentioned before a byte of this sentence, the likeliest first: those of this sentence in order, then of earlier ones; in each,
  // those of the opening last.
  std::vector<int> before(uint32_t here, const Fits& fits, size_t sentences_back = 6) const;
  // The same, without states that only say where something is.
  std::vector<int> not_places_before(uint32_t here, const Fits& fits, size_t sentences_back) const;
  // Countries of whom a sentence `back` before this one names, in order and without repetition; of this one, before the byte.
  std::vector<std::string> countries(uint32_t here, size_t back) const;
  // The one mentioned last in the nearest sentence that has one.
  std::vector<int> nearest(uint32_t here, const Fits& fits) const;

 private:
  struct Told {
    uint16_t start;                        // token
    int actor;
    bool place;
  };
  uint32_t opening_of(size_t index) const;
  std::vector<int> told_before(uint32_t here, const std::function<bool(const Told&)>& fits, size_t sentences_back) const;

  const Cast& cast_;
  const std::vector<Sentence>& sentences_;
  std::vector<std::vector<Told>> told_;   // by sentence
  size_t sentence_ = 0;
};

}  // namespace hearsay
