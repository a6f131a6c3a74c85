// The group's words and mentions decide: what its head is, whether a name stands in it, whether it says that one is kept back.
// SPDX-License-Identifier: Apache-2.0
#include "statements/speaker.h"

#include <cstdlib>

#include "statements/statements.h"

namespace hearsay {

// The mention that the group is, or null.
const Node* Speaker::mention() const {
  if (edge_.kind != EdgeKind::kNode) return nullptr;
  const StrId name = strings_.find("mention");
  if (lattice_.node(edge_).category == name) return &lattice_.node(edge_);
  const Part* part = lattice_.node(edge_).part(name);
  return part && part->edge >= 0 ? &lattice_.node(lattice_.edge(part->edge)) : nullptr;
}

bool Speaker::is_personal_pronoun() const {
  const Node* node = mention();
  return node && strings_[node->attr(strings_.find("form"))] == "pronoun" && strings_[node->attr(strings_.find("refers"))] == "person";
}

bool Speaker::can_speak() const {
  if (edge_.kind != EdgeKind::kNode) return edge_.kind == EdgeKind::kEntry && word_speaks(lattice_.entry(edge_));
  if (const Node* node = mention()) {
    const std::string_view refers = strings_[node->attr(strings_.find("refers"))];
    return refers != "self" && refers != "reflexive" && refers != "thing";
  }
  if (!actors_of(clauses_, sentence_, strings_, group_).empty()) return true;
  const StrId head_name = strings_.find("head");
  const Part* head = &lattice_.node(edge_).parts.front();
  for (int32_t at = group_; at >= 0;) {
    const Edge& here = lattice_.edge(at);
    if (here.kind != EdgeKind::kNode) break;
    const Part* inner = lattice_.node(here).part(head_name);
    if (!inner) return lattice_.node(here).part(strings_.find("mention")) != nullptr;
    head = inner;
    at = inner->edge;
  }
  for (int32_t at = lattice_.first_edge(head->start); at >= 0; at = lattice_.edge(at).next) {
    const Edge& word = lattice_.edge(at);
    if (word.kind == EdgeKind::kEntry && word.end == head->end && word_speaks(lattice_.entry(word))) return true;
  }
  return is_acronym(head->start, head->end);
}

// A body that no pack holds, by its letters; not a word among others in capitals, nor the rest of one with a stop ("TP.HCM").
bool Speaker::is_acronym(uint16_t start, uint16_t end) const {
  static constexpr uint32_t kFewestLetters = 2, kMostLetters = 6;
  const auto in_capitals = [&](int at) { return at >= 0 && at < lattice_.size() && lattice_.token(static_cast<uint16_t>(at)).has(kAllCapitals); };
  const uint32_t letters = lattice_.span(start, end).length();
  if (start > 0 && lattice_.words(static_cast<uint16_t>(start - 1), start) == ".") return false;
  return end == start + 1 && in_capitals(start) && letters >= kFewestLetters && letters <= kMostLetters && !in_capitals(start - 1) && !in_capitals(end);
}

bool Speaker::word_speaks(const Entry& word) const {
  const std::string_view lexicon = strings_[word.lexicon];
  if (lexicon == "sources" || lexicon == "titles" || lexicon == "org_heads" || lexicon == "descriptions") return true;
  if (lexicon == "cues") return attr(word, "pos") == "noun";
  const std::string_view kind = attr(word, "kind");
  return lexicon == "nouns" && (kind == "person" || kind == "group" || kind == "institution" || kind == "document");
}

// The mention's own rule says that the person is not named: "a staunch Donald Trump rival".
bool Speaker::mentioned_unnamed() const {
  const Node* node = mention();
  return node && node->attr(strings_.find("unnamed"));
}

// Whom an unnamed one serves, by the words of his mention: "a Donald Trump aide".
int Speaker::served() const {
  const Node* node = mention();
  const Part* whose = node ? node->part(strings_.find("by")) : nullptr;
  if (!whose) return -1;
  const Span words = lattice_.span(whose->start, whose->end);
  for (size_t i = 0; i < actors_.size(); ++i)
    for (const Mention& here : actors_[i].mentions)
      if (here.span == words) return static_cast<int>(i);
  return -1;
}

Voice Speaker::voice() const {
  Voice voice;
  voice.span = lattice_.span(edge_.start, edge_.end);
  voice.name = std::string(lattice_.words(edge_.start, edge_.end));
  const std::vector<int> named = actors_of(clauses_, sentence_, strings_, group_);
  voice.actor = named.empty() ? issuer() : named.front();
  const Entry* source = nullptr;
  const bool unnamed = (has_lexicon("sources", &source) && !headed_by_institution()) || has_lexicon("anonymous") || mentioned_unnamed();
  const Actor* actor = voice.actor >= 0 ? &actors_[static_cast<size_t>(voice.actor)] : nullptr;
  const bool person = actor && actor->kind == ActorKind::kPerson;
  if (person && names_person(voice.actor, unnamed)) {
    voice.name = actor->name;
  } else if (unnamed) {
    voice.anonymous = true;
    voice.voices = how_many(source);
    if (const int whose = served(); whose >= 0) voice.actor = whose;
  } else if (actor && actor->kind == ActorKind::kPlace && !mention()) {   // "the mayor of Shanghai" is not the city
    const Entry* head = lattice_.head_entry(group_, strings_.find("head"));
    voice.actor = -1;
    voice.anonymous = is_people() || (head && strings_[head->lexicon] == "titles");
    if (voice.anonymous) voice.voices = how_many(source);
  } else if (actor && !(person && !named.empty() && is_people() && is_anothers(voice.actor))) {
    voice.name = actor->name;
  } else {   // who is somebody's friend or rival does not speak for him
    voice.actor = -1;
    voice.anonymous = is_people();
    if (voice.anonymous) voice.voices = how_many(source);
  }
  return voice;
}

bool Speaker::has_lexicon(std::string_view lexicon, const Entry** found) const {
  const StrId wanted = strings_.find(lexicon);
  for (uint16_t at = edge_.start; at < edge_.end; ++at)
    for (int32_t e = lattice_.first_edge(at); e >= 0; e = lattice_.edge(e).next) {
      const Edge& edge = lattice_.edge(e);
      if (edge.kind != EdgeKind::kEntry || edge.end > edge_.end || lattice_.entry(edge).lexicon != wanted) continue;
      if (found) *found = &lattice_.entry(edge);
      return true;
    }
  return false;
}

// A paper speaks for the body that gave it out: "a statement of the ministry".
int Speaker::issuer() const {
  for (const char* role : {"of", "from"})
    for (int32_t owner : clauses_.parts(group_, strings_.find(role)))
      for (int actor : actors_of(clauses_, sentence_, strings_, owner)) return actor;
  return -1;
}

// Whether the group names the person, rather than an office nobody is named for. An official is not named by being told of twice.
bool Speaker::names_person(int actor, bool source) const {
  for (const Found& found : sentence_.mentions) {
    const Edge& mention = lattice_.edge(found.edge);
    if (found.index != actor || mention.start < edge_.start || mention.end > edge_.end || stands_beside_head(mention)) continue;
    const std::string_view form = strings_[lattice_.node(mention).attr(strings_.find("form"))];
    const Actor& person = actors_[static_cast<size_t>(actor)];
    return form == "name" || form == "pronoun" || person.known || (!source && person.mentions.size() > 1);
  }
  return false;
}

// Whether all the group says of the actor is whose the one it speaks of is: "a Trump ally".
bool Speaker::is_anothers(int actor) const {
  bool beside = false;
  for (const Found& found : sentence_.mentions) {
    const Edge& here = lattice_.edge(found.edge);
    if (found.index != actor || here.start < edge_.start || here.end > edge_.end) continue;
    if (!stands_beside_head(here)) return false;
    beside = true;
  }
  return beside;
}

// Whether a mention in the group only says whose the head is, or modifies it.
bool Speaker::stands_beside_head(const Edge& mention) const {
  const StrId head = strings_.find("head"), modifier = strings_.find("modifier"), of = strings_.find("of");
  for (int32_t at = group_; at >= 0 && lattice_.edge(at).kind == EdgeKind::kNode;) {
    const Node& node = lattice_.node(lattice_.edge(at));
    for (const Part& part : node.parts)
      if ((part.name == modifier || part.name == of) && part.start <= mention.start && mention.end <= part.end) return true;
    const Part* inner = node.part(head);
    at = inner ? inner->edge : -1;
  }
  return false;
}

// The noun at the group's head, with its kind; null if the head is a name, or no noun that a lexicon holds.
const Entry* Speaker::head_noun() const {
  const StrId head = strings_.find("head"), nouns = strings_.find("nouns");
  const Part* word = nullptr;
  for (int32_t at = group_; at >= 0 && lattice_.edge(at).kind == EdgeKind::kNode; at = word->edge) {
    const Part* inner = lattice_.node(lattice_.edge(at)).part(head);
    if (!inner) break;
    word = inner;
  }
  for (int32_t at = word ? lattice_.first_edge(word->start) : -1; at >= 0; at = lattice_.edge(at).next) {
    const Edge& here = lattice_.edge(at);
    if (here.kind == EdgeKind::kEntry && here.end == word->end && lattice_.entry(here).lexicon == nouns) return &lattice_.entry(here);
  }
  return nullptr;
}

// "State media" are a body, not persons whose names are kept back; "a government source" is a person.
bool Speaker::headed_by_institution() const {
  if (const Node* node = mention(); node && node->part(strings_.find("title"))) return false;
  if (const Entry* head = head_noun(); head && !attr(*head, "kind").empty()) return attr(*head, "kind") == "institution";
  for (uint16_t at = edge_.start; at < edge_.end; ++at)
    for (int32_t e = lattice_.first_edge(at); e >= 0; e = lattice_.edge(e).next) {
      const Edge& word = lattice_.edge(e);
      if (word.kind != EdgeKind::kEntry || word.end > edge_.end || strings_[lattice_.entry(word).lexicon] != "nouns") continue;
      const std::string_view kind = attr(lattice_.entry(word), "kind");
      if (kind == "institution") return true;
      if (kind == "person" || kind == "group") return false;
    }
  return false;
}

bool Speaker::is_people() const {
  const Entry* head = lattice_.head_entry(group_, strings_.find("head"));
  if (!head) return false;
  const std::string_view kind = attr(*head, "kind");
  return kind == "person" || kind == "group";
}

// "two sources" are two; a plural without a number says two at least: 2.
int Speaker::how_many(const Entry* source) const {
  for (uint16_t at = edge_.start; at < edge_.end; ++at) {
    if (lattice_.token(at).number > 0 && lattice_.token(at).number < 1000) return lattice_.token(at).number;
    for (int32_t e = lattice_.first_edge(at); e >= 0; e = lattice_.edge(e).next) {
      const Edge& here = lattice_.edge(e);
      if (here.kind != EdgeKind::kEntry) continue;
      const Entry& word = lattice_.entry(here);
      if (strings_[word.lexicon] == "numerals") {
        const int value = std::atoi(std::string(attr(word, "value")).c_str());
        if (value > 0 && value < 1000) return value;
      }
      if (strings_[word.lexicon] == "determiners" && attr(word, "number") == "plural") return 2;
    }
  }
  if (const Entry* head = head_noun(); head && attr(*head, "infl") == "plural") return 2;
  return source && attr(*source, "number") == "plural" ? 2 : 1;
}

}  // namespace hearsay
