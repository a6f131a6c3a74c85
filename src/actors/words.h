// The names that `actors` rules use, and what the parts of a mention say.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "match/lattice.h"
#include "pack/pack.h"

namespace hearsay {

struct MentionKeys {
  explicit MentionKeys(const Strings& strings);
  StrId mention, time, as, form, who, title, of, name, what, by, head, a, b, c, role, gender, refers, number, sector, former, h, first, second, prepositions, described, only, fresh, kind, definite, count, sure, titles, numerals, determiners;
};

// One mention's node in its sentence.
class MentionWords {
 public:
  MentionWords(const World& world, const MentionKeys& keys, const Lattice& lattice, const Node& node)
      : world_(world), strings_(world.strings()), keys_(keys), lattice_(lattice), node_(node) {}

  const Lattice& lattice() const { return lattice_; }
  const Node& node() const { return node_; }
  const MentionKeys& keys() const { return keys_; }
  Span span() const { return lattice_.span(node_.start, node_.end); }
  std::string words() const { return std::string(lattice_.words(node_.start, node_.end)); }

  bool has(StrId part) const { return node_.part(part); }
  // Of the node.
  std::string_view attr(StrId key) const { return strings_[node_.attr(key)]; }
  std::string text(StrId part) const;
  // Of the entry that a part holds; empty without one.
  std::string attr(StrId part, StrId key) const;
  // Of any entry with the words of a part.
  std::string_view word_attr(StrId part, StrId key) const;
  // Whether a lexicon has the words of a part.
  bool is_word(StrId part) const;
  // Whether a number or a determiner stands before it: "two presidents", "a director".
  bool counted() const;
  // Whether capitals within the sentence say that a certain one is meant, or that the sentence begins with it.
  bool pointed_out() const { return node_.start == 0 || lattice_.token(node_.start).has(kCapital); }
  // Whether a preposition of place stands before the token, with so many words between at most: "in the centre of the capital".
  bool stands_in(uint16_t token, uint16_t between) const;
  // In the world pack, -1 if the part names none.
  int world_actor(StrId part) const;
  std::string country(StrId part) const;
  StrId id(StrId part) const;

 private:
  const Entry* entry(StrId part) const;

  const World& world_;
  const Strings& strings_;
  const MentionKeys& keys_;
  const Lattice& lattice_;
  const Node& node_;
};

}  // namespace hearsay
