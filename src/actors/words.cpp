// SPDX-License-Identifier: Apache-2.0
#include "actors/words.h"

namespace hearsay {

MentionKeys::MentionKeys(const Strings& strings) {
  const auto key = [&](std::string_view text) { return strings.find(text); };
  mention = key("mention"), time = key("time"), as = key("as"), form = key("form"), who = key("who"), title = key("title"), of = key("of"), name = key("name");
  what = key("what"), by = key("by"), head = key("head"), a = key("a"), b = key("b"), c = key("c"), role = key("role"), gender = key("gender");
  refers = key("refers"), number = key("number"), sector = key("sector"), former = key("former"), h = key("h"), first = key("first");
  second = key("second"), prepositions = key("prepositions"), described = key("described"), only = key("only"), fresh = key("new"), kind = key("kind");
  definite = key("definite"), count = key("count"), sure = key("sure"), titles = key("titles"), numerals = key("numerals"), determiners = key("determiners");
}

const Entry* MentionWords::entry(StrId part) const {
  const Part* held = node_.part(part);
  if (!held || held->edge < 0) return nullptr;
  const Edge& edge = lattice_.edge(held->edge);
  return edge.kind == EdgeKind::kEntry ? &lattice_.entry(edge) : nullptr;
}

std::string MentionWords::text(StrId part) const {
  const Part* held = node_.part(part);
  return held ? std::string(lattice_.words(held->start, held->end)) : std::string();
}

std::string MentionWords::attr(StrId part, StrId key) const {
  const Entry* held = entry(part);
  return held ? std::string(strings_[lattice_.entry_attr(*held, key)]) : std::string();
}

std::string_view MentionWords::word_attr(StrId part, StrId key) const {
  const Part* held = node_.part(part);
  for (int32_t e = held ? lattice_.first_edge(held->start) : -1; e >= 0; e = lattice_.edge(e).next)
    if (const Edge& edge = lattice_.edge(e); edge.kind == EdgeKind::kEntry && edge.end == held->end)
      if (const std::string_view value = strings_[lattice_.entry_attr(lattice_.entry(edge), key)]; !value.empty()) return value;
  return {};
}

bool MentionWords::is_word(StrId part) const {
  const Part* held = node_.part(part);
  for (int32_t e = held ? lattice_.first_edge(held->start) : -1; e >= 0; e = lattice_.edge(e).next)
    if (lattice_.edge(e).kind == EdgeKind::kEntry && lattice_.edge(e).end == held->end) return true;
  return false;
}

bool MentionWords::counted() const {
  constexpr uint16_t kLongest = 3;         // tokens of a determiner
  const uint16_t end = node_.start;
  if (end > 0 && lattice_.token(static_cast<uint16_t>(end - 1)).kind == TokenKind::kNumber) return true;
  for (uint16_t at = end > kLongest ? static_cast<uint16_t>(end - kLongest) : uint16_t{0}; at < end; ++at)
    for (int32_t e = lattice_.first_edge(at); e >= 0; e = lattice_.edge(e).next)
      if (const Edge& edge = lattice_.edge(e); edge.kind == EdgeKind::kEntry && edge.end == end)
        if (const StrId lexicon = lattice_.entry(edge).lexicon; lexicon == keys_.numerals || lexicon == keys_.determiners) return true;
  return false;
}

int MentionWords::world_actor(StrId part) const {
  const Entry* held = entry(part);
  return held ? held->actor : -1;
}

std::string MentionWords::country(StrId part) const {
  const int actor = world_actor(part);
  return actor < 0 ? std::string() : std::string(strings_[world_.actor(static_cast<uint32_t>(actor)).country]);
}

StrId MentionWords::id(StrId part) const {
  const int actor = world_actor(part);
  return actor < 0 ? 0 : world_.actor(static_cast<uint32_t>(actor)).id;
}

bool MentionWords::stands_in(uint16_t token, uint16_t between) const {
  constexpr uint16_t kLongestPreposition = 3;
  const uint16_t first = static_cast<uint16_t>(token - std::min<uint16_t>(token, static_cast<uint16_t>(between + kLongestPreposition)));
  for (uint16_t at = first; at < token; ++at)
    for (int32_t e = lattice_.first_edge(at); e >= 0; e = lattice_.edge(e).next) {
      const Edge& edge = lattice_.edge(e);
      if (edge.kind == EdgeKind::kEntry && edge.end <= token && edge.end + between >= token && lattice_.entry(edge).lexicon == keys_.prepositions &&
          strings_[lattice_.entry_attr(lattice_.entry(edge), keys_.role)] == "in")
        return true;
    }
  return false;
}

}  // namespace hearsay
