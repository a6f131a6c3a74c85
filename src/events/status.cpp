// The signs are gathered from the inside out: the verb's auxiliaries, then each verb or noun that governs it, whose lexicon entry says
// what it does to the reality of its complement (column `effect`): De Facto's propagation (Sauri and Pustejovsky 2012) over
// the pack's own lexicon. What is possible outweighs what is denied, and that what is planned. What is called off or put off was
// planned, and is cancelled.
// SPDX-License-Identifier: Apache-2.0
#include "events/status.h"

namespace hearsay {

StatusReader::StatusReader(const Clauses& clauses, const Strings& strings)
    : clauses_(clauses), lattice_(clauses.lattice()), strings_(strings) {
  auto key = [&](std::string_view text) { return strings.find(text); };
  act_ = key("act"), verb_ = key("verb"), head_ = key("head"), effect_ = key("effect"), tense_ = key("tense"), polarity_ = key("polarity");
  modality_ = key("modality"), kind_ = key("kind"), vg_ = key("vg"), purpose_ = key("purpose"), object_ = key("object");
  about_ = key("about"), of_ = key("of"), det_ = key("det"), classifier_ = key("classifier");
}

EventStatus StatusReader::read(int32_t group, bool ignore_negation) const {
  Signs signs;
  own_signs(group, ignore_negation, signs);
  counted_signs(group, signs);
  const int32_t object = clauses_.part(group, object_);
  if (Signs counted; object >= 0 && !ignore_negation) {   // "sent no troops"
    counted_signs(object, counted);
    signs.negative |= counted.negative;
  }
  int32_t at = group;
  for (int depth = 0; depth < 6; ++depth) {
    const Edge& edge = lattice_.edge(at);
    if (edge.kind != EdgeKind::kNode) break;
    if (lattice_.node(edge).category == vg_) {
      const Relation* up = clauses_.governing(at);
      if (!up) break;
      if (strings_[up->label] == "adverbial") break;
      if (strings_[up->label] == "coordinated") {
        at = up->from;
        continue;
      }
      if (up->purpose) signs.planned = true;
      if (strings_[up->label] == "complement" && conditional(up->from)) signs.possible = true;   // "if it chose to attack"
      if (strings_[up->label] != "content") {
        effect_of(up->from, signs);
        own_signs(up->from, false, signs);
        counted_signs(up->from, signs);   // "no plan to attack"
      } else {
        effect_of(up->from, signs);
        break;   // what somebody says is neither negated nor planned by saying it
      }
      at = up->from;
    } else {
      const int32_t up = clauses_.part(at, strings_.find("governor"));
      // A subject is denied by a verb that says it takes place ("the meeting will not be held"), not by what it does to something.
      if (up < 0 || (clauses_.part(up, strings_.find("subject")) == at && clauses_.part(up, object_) >= 0 && clauses_.part(up, object_) != at)) break;
      effect_of(up, signs);
      own_signs(up, false, signs);
      if (conditional(up)) signs.possible = true;   // "if a war broke out"
      at = up;
    }
  }
  if (conditional(group) || (signs.any && !signs.negative)) signs.possible = true;   // "no attack of any kind" is none
  if (signs.possible) return EventStatus::kPossible;
  if (signs.cancelled) return signs.negative || signs.planned ? EventStatus::kPlanned : EventStatus::kCancelled;   // "did not cancel"
  if (signs.negative) return EventStatus::kNotHappened;
  return signs.planned ? EventStatus::kPlanned : EventStatus::kHappened;
}

void StatusReader::own_signs(int32_t group, bool ignore_negation, Signs& signs) const {
  const Edge& edge = lattice_.edge(group);
  if (edge.kind != EdgeKind::kNode) return;
  const Node& node = lattice_.node(edge);
  if (node.category != vg_) return;
  if (!ignore_negation && strings_[node.attr(polarity_)] == "negative") signs.negative = true;
  if (strings_[node.attr(tense_)] == "future") signs.planned = true;
  const std::string_view modality = strings_[node.attr(modality_)];
  if (modality == "possible" || modality == "necessary") signs.possible = true;
  if (modality == "intended") signs.planned = true;
}

// "Any attack", "no attack": what counts a noun may say that there need not be one, or that there is none.
void StatusReader::counted_signs(int32_t group, Signs& signs) const {
  const Edge* edge = &lattice_.edge(group);
  for (int depth = 0; edge->kind == EdgeKind::kNode && depth < 8; ++depth) {
    const Node& node = lattice_.node(*edge);
    for (StrId part : {det_, classifier_})
      if (const Part* word = node.part(part)) {
        const std::string_view effect = word_value(*word, effect_, 0);
        if (effect == "possible") signs.any = true;
        if (effect == "not-happened") signs.negative = true;
      }
    const Part* head = node.part(head_);
    if (!head || head->edge < 0) return;
    edge = &lattice_.edge(head->edge);
  }
}

std::string_view StatusReader::word_value(const Part& word, StrId attribute, StrId lexicon) const {
  for (int32_t at = lattice_.first_edge(word.start); at >= 0; at = lattice_.edge(at).next) {
    const Edge& candidate = lattice_.edge(at);
    if (candidate.kind != EdgeKind::kEntry || candidate.end != word.end) continue;
    if (lexicon && lattice_.entry(candidate).lexicon != lexicon) continue;
    const StrId value = lattice_.entry_attr(lattice_.entry(candidate), attribute);
    if (value) return strings_[value];
  }
  return {};
}

std::string_view StatusReader::entry_value(int32_t group, StrId attribute, StrId lexicon) const {
  const Edge& edge = lattice_.edge(group);
  if (edge.kind != EdgeKind::kNode) return {};
  const Node& node = lattice_.node(edge);
  const Part* word = node.part(node.category == vg_ ? verb_ : head_);
  for (int depth = 0; word && word->edge >= 0 && lattice_.edge(word->edge).kind == EdgeKind::kNode && depth < 8; ++depth)
    word = lattice_.node(lattice_.edge(word->edge)).part(head_);
  return word ? word_value(*word, attribute, lexicon) : std::string_view();
}

void StatusReader::effect_of(int32_t group, Signs& signs) const {
  const std::string_view effect = entry_value(group, effect_);
  if (effect == "planned") signs.planned = true;
  if (effect == "possible") signs.possible = true;
  if (effect != "not-happened") return;
  const bool cancels = shares_value(entry_value(group, verb_, act_), "cancel|postpone");
  (cancels ? signs.cancelled : signs.negative) = true;
}

// A word such as "if" opens the clause, with no other verb between.
bool StatusReader::conditional(int32_t group) const {
  for (int at = lattice_.edge(group).start - 1; at >= 0; --at) {
    for (int32_t e = lattice_.first_edge(static_cast<uint16_t>(at)); e >= 0; e = lattice_.edge(e).next) {
      const Edge& edge = lattice_.edge(e);
      if (edge.active && edge.kind == EdgeKind::kNode && lattice_.node(edge).category == vg_) return false;
      if (edge.active && edge.kind == EdgeKind::kEntry && strings_[lattice_.entry(edge).lexicon] == "conjunctions" &&
          strings_[lattice_.entry_attr(lattice_.entry(edge), kind_)] == "if")
        return true;
    }
  }
  return false;
}

}  // namespace hearsay
