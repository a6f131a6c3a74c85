// Runs the `time` rules over one sentence and keeps what each node means.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_map>

#include "match/matcher.h"
#include "pack/pack.h"
#include "time/meaning.h"

namespace hearsay {

class TimeReader {
 public:
  TimeReader(const Pack& pack, const LanguagePack& language, Matcher& matcher);

  struct Reading {
    int32_t edge = -1;           // the `time` node
    Meaning meaning;
  };
  // The sentence's time expressions from left to right; afterwards its lattice has no active nodes of the room but these.
  std::vector<Reading> read(Lattice& lattice);

 private:
  void add(const Program& program, const Emit& emit, const Match& match, Lattice& lattice);
  Meaning meaning_of(const Program& program, const Emit& emit, const Match& match, const Lattice& lattice) const;
  const Meaning* held(const Capture* capture) const;
  void set_value(Meaning& meaning, const EmitValue& value, const Capture& capture, const Lattice& lattice) const;
  bool fits(const Node& node, const Lattice& lattice) const;
  void describe(Node& node, const Meaning& meaning) const;

  const Pack& pack_;
  const LanguagePack& language_;
  Matcher& matcher_;
  static constexpr int32_t kFree = -1, kSkipped = -2;

  StrId time_, skip_, type_, grain_, year_, month_, shifted_, yes_, within_, span_;
  std::vector<int32_t> nodes_;                       // edges of the room's nodes
  std::unordered_map<int32_t, Meaning> meanings_;    // by edge
  std::vector<int32_t> taken_;                       // by token: the `time` node over it, kFree or kSkipped
};

}  // namespace hearsay
