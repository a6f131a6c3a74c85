// Groups and clauses: runs the cascade of a language's `syntax` rules, settles which relations hold, and answers for parts by name.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
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

// Names of the categories, parts and labels that clauses are asked for.
struct SyntaxKeys {
  explicit SyntaxKeys(const Strings& strings);
  StrId np, vg, subject, object, oblique, complement, content, coordinated, relative, adverbial, auxiliary, tense, polarity, modality, head, voice, passive, by, verb, of, modifier, governor, antecedent,
      role, shared, purpose;
};

// The clauses of one sentence.
class Clauses {
 public:
  Clauses(const Lattice& lattice, std::shared_ptr<const SyntaxKeys> keys, std::vector<Relation> relations);
  const Lattice& lattice() const { return *lattice_; }
  const std::pmr::vector<Relation>& relations() const { return relations_; }
  const std::pmr::vector<int32_t>& verbs() const { return verbs_; }   // top vg edges in order
  const std::pmr::vector<int32_t>& nouns() const { return nouns_; }   // top np edges in order

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
  void index_relations();
  std::vector<int32_t> related(int32_t from, StrId label, StrId role) const;
  // The first other end of a relation of that label; -1 if there is none.
  int32_t first_related(int32_t from, StrId label, StrId role = 0) const;
  template <class Test>
  const Relation* relation_from(int32_t edge, Test test) const;
  template <class Test>
  const Relation* relation_to(int32_t edge, Test test) const;
  int32_t subject(int32_t verb, int depth) const;
  int32_t surface_subject(int32_t verb, int depth) const;

  const Lattice* lattice_;
  std::shared_ptr<const SyntaxKeys> keys_;
  std::pmr::vector<Relation> relations_;   // like the rest in the lattice's memory
  // By edge: its first relation as `from`, and for each relation the next of the same edge; + 1, 0 at the end. The same for `to`.
  std::pmr::vector<uint16_t> first_from_, first_to_, next_from_, next_to_;
  std::pmr::vector<int32_t> verbs_, nouns_;
};

std::vector<Clauses> read_clauses(const Pack& pack, const LanguagePack& language, std::vector<Sentence>& sentences, Matcher& matcher);

}  // namespace hearsay
