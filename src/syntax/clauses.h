// Groups and clauses: runs the cascade of a language's `syntax` rules, settles which relations hold, and answers for parts by name.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "match/matcher.h"
#include "match/sentence.h"
#include "pack/pack.h"

namespace hearsay {

struct Relation {
  StrId label = 0;
  StrId role = 0;               // of an oblique
  StrId rule = 0;
  int32_t from = -1;            // edges
  int32_t to = -1;
  int16_t priority = 0;
  bool shared = false;
  bool purpose = false;
};

// The clauses of one sentence.
class Clauses {
 public:
  Clauses(const Lattice& lattice, const Strings& strings, std::vector<Relation> relations);
  const Lattice& lattice() const { return *lattice_; }
  const std::vector<Relation>& relations() const { return relations_; }
  const std::vector<int32_t>& verbs() const { return verbs_; }   // top vg edges in order
  const std::vector<int32_t>& nouns() const { return nouns_; }   // top np edges in order

  // The parts of a verb or noun group by name, nearest first: a relation's other end, or a node's own part (through its heads).
  // A verb without a subject has that of the verb it is coordinated with or a complement of. Passive verbs: turned round.
  std::vector<int32_t> parts(int32_t group, StrId name) const;
  int32_t part(int32_t group, StrId name) const {
    const auto all = parts(group, name);
    return all.empty() ? -1 : all.front();
  }
  // The group an edge's complement, coordination or content hangs on; -1 at the top.
  int32_t governor(int32_t verb) const;
  const Relation* governing(int32_t verb) const;
  bool passive(int32_t verb) const;
  // The outermost group that covers a token position; -1 if none.
  int32_t top_at(uint16_t position) const;

 private:
  void settle(std::vector<Relation> found);
  std::vector<int32_t> related(int32_t from, StrId label, StrId role) const;
  int32_t subject(int32_t verb, int depth) const;
  int32_t surface_subject(int32_t verb, int depth) const;

  const Lattice* lattice_;
  const Strings* strings_;
  std::vector<Relation> relations_;
  std::vector<int32_t> verbs_, nouns_;
  StrId np_, vg_, subject_, object_, oblique_, complement_, content_, coordinated_, relative_, head_, voice_, passive_, by_, control_, verb_,
      governor_, antecedent_, adverbial_, of_, modifier_;
};

std::vector<Clauses> read_clauses(const Pack& pack, const LanguagePack& language, std::vector<Sentence>& sentences, Matcher& matcher);

}  // namespace hearsay
