// All rules run over the sentence at once; what they found competes for the cues, and what is left bounds one another: another's words,
// another clause, the main clause behind a subordinate one.
// SPDX-License-Identifier: Apache-2.0
#include "statements/attributions.h"

#include <algorithm>

#include "statements/statements.h"

namespace hearsay {

AttributionReader::Keys::Keys(const Strings& strings) {
  auto key = [&](std::string_view text) { return strings.find(text); };
  cue = key("cue"), speaker = key("speaker"), carrier = key("carrier"), cue2 = key("cue2"), content = key("content"), verb = key("verb"), head = key("head");
  subject = key("subject"), polarity = key("polarity"), tense = key("tense"), modality = key("modality"), effect = key("effect"), form = key("form");
  takes = key("takes"), group = key("group"), pos = key("pos"), kind = key("kind"), infl = key("infl"), relative = key("relative");
  mention = key("mention"), refers = key("refers"), cues = key("cues"), verbs = key("verbs"), conjunctions = key("conjunctions");
  prepositions = key("prepositions"), opens = key("opens"), adjectives = key("adjectives"), demonstratives = key("demonstratives");
  role = key("role"), act = key("act");
}

AttributionReader::AttributionReader(const LanguagePack& language, const Strings& strings, const Keys& keys, const Sentence& sentence, const Clauses& clauses,
                                     const std::vector<Quotation>& quotations, const std::vector<Actor>& actors)
    : language_(language), strings_(strings), sentence_(sentence), clauses_(clauses), lattice_(clauses.lattice()), quotations_(quotations), actors_(actors),
      k_(keys) {}

std::vector<AttributionReader::Attribution> AttributionReader::read(Matcher& matcher) const {
  std::vector<Candidate> candidates;
  for (int level = 1; level <= kLevels; ++level) {
    const Program& program = language_.program("statements", level);
    for (Match& match : matcher.find_all(program, lattice_))
      for (const Emit& emit : program.emits_of(*match.rule))
        if (const Capture* cue = capture_named(program, match, k_.cue))
          candidates.push_back({match, &program, &emit, *cue, strings_[emit_id(program, emit, match, lattice_, k_.content)]});
  }
  drop_those_with_nothing_before(candidates);
  // One reading a cue: one that has a speaker, then the higher priority, then the longer match.
  std::stable_sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
    if (const bool named = has_speaker(a); named != has_speaker(b)) return named;
    if (a.match.rule->priority != b.match.rule->priority) return a.match.rule->priority > b.match.rule->priority;
    return a.match.end - a.match.start > b.match.end - b.match.start;
  });
  const std::vector<Candidate> chosen = chosen_of(candidates);
  std::vector<int32_t> sources(chosen.size(), -1);   // of what a medium carries, by the medium's cue
  std::vector<bool> done(chosen.size(), false);
  for (size_t k = 1; k < chosen.size(); ++k) {
    const auto medium = std::find_if(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(k), [&](const Candidate& a) { return names_source_of(a, chosen[k]); });
    done[k] = medium != chosen.begin() + static_cast<std::ptrdiff_t>(k);
    if (done[k]) sources[static_cast<size_t>(medium - chosen.begin())] = capture_named(*chosen[k].program, chosen[k].match, k_.speaker)->edge;
    const bool aside = std::any_of(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(k), [&](const Candidate& a) { return only_cites(a, chosen[k]); });
    done[k] = done[k] || aside || opens_content_of(chosen[k - 1], chosen[k]) || is_taken_in(chosen[k - 1], chosen[k]);
    done[k] = done[k] || (group_of(chosen[k]) == "details" && subject_carried_over(chosen, k) >= 0);   // "X said A but gave no details"
    done[k - 1] = done[k - 1] || (!done[k] && is_same_act(chosen[k - 1], chosen[k]));
  }
  std::vector<Attribution> out;
  for (size_t i = 0; i < chosen.size(); ++i)
    if (!done[i]) out.push_back({chosen[i], limit_of(chosen, i), subject_carried_over(chosen, i), sources[i]});
  return out;
}

// Where the words of a statement end because another's begin, or its own clause goes on.
uint16_t AttributionReader::limit_of(const std::vector<Candidate>& chosen, size_t i) const {
  uint16_t limit = std::min(relative_clause_end(chosen[i]), main_clause_start(chosen[i]));
  for (size_t k = i + 1; k < chosen.size(); ++k) {
    const Candidate& later = chosen[k];
    if (follows_on(chosen[i], later)) limit = std::min(limit, group_start(later.cue));
    // "A says B, C reports": what C reports ends before C.
    if (later.where == "before" || later.where == "same") limit = std::min<uint16_t>(limit, later.match.start + (is_mark_at(later.match.start, "\"\u201D\u00BB") ? 1 : 0));
    limit = std::min(limit, own_clause_start(chosen[i], later));
  }
  return limit;
}

const Node* AttributionReader::verb_group(const Capture& cue) const {
  return cue.edge >= 0 && lattice_.edge(cue.edge).kind == EdgeKind::kNode ? &lattice_.node(lattice_.edge(cue.edge)) : nullptr;
}

bool AttributionReader::has_speaker(const Candidate& candidate) const {
  return !verb_group(candidate.cue) || capture_named(*candidate.program, candidate.match, k_.speaker) || speaker_of(candidate.cue.edge) >= 0 ||
         !emit_text(*candidate.program, *candidate.emit, candidate.match, lattice_, strings_, k_.speaker).empty();
}

// A cue that is to stand behind its content has none there if no quotation has ended, or if another cue has just opened its own ("X says,
// Y thinks").
void AttributionReader::drop_those_with_nothing_before(std::vector<Candidate>& candidates) const {
  std::erase_if(candidates, [&](const Candidate& candidate) {
    return candidate.where == "quotation" && !ContentReader(clauses_, quotations_, k_.form, k_.adjectives).quotation_behind(candidate.match.start);
  });
  auto opens = [&](const Candidate& other, const Candidate& behind) {
    const uint16_t at = behind.match.start;
    return other.where == "after" && other.cue.end <= at && other.match.end > at && is_quoted(other.cue) == is_quoted(behind.cue) && takes_clause(other) &&
           std::none_of(candidates.begin(), candidates.end(), [&](const Candidate& c) { return c.cue.start == other.cue.start && c.where != "after"; });
  };
  std::vector<bool> kept;
  for (const Candidate& candidate : candidates)
    kept.push_back(candidate.where != "before" ||
                   std::none_of(candidates.begin(), candidates.end(), [&](const Candidate& other) { return opens(other, candidate); }));
  size_t at = 0;
  std::erase_if(candidates, [&](const Candidate&) { return !kept[at++]; });
}

// "Reuters reports that A, citing Y": Y speaks, the medium carries. Who is no medium speaks for himself, whomever he cites.
bool AttributionReader::names_source_of(const Candidate& a, const Candidate& b) const {
  if (a.where != "after" || is_quoted(a.cue) != is_quoted(b.cue)) return false;
  if (b.where != "same" && (b.where != "before" || verb_group(b.cue))) return false;
  const Capture* named = capture_named(*b.program, b.match, k_.speaker);
  return named && named->edge >= 0 && reports(a) && (b.where == "same" || !is_medium(named->edge));
}

// "X says that A, citing Y", where X is no medium: A is X's own word.
bool AttributionReader::only_cites(const Candidate& a, const Candidate& b) const {
  return a.where == "after" && verb_group(a.cue) && is_quoted(a.cue) == is_quoted(b.cue) && b.where == "before" && !verb_group(b.cue) &&
         group_of(b) == "report" && !reports(a);
}

bool AttributionReader::reports(const Candidate& candidate) const {
  const int32_t speaker = speaker_of(candidate.cue.edge);
  return group_of(candidate) == "report" || (speaker >= 0 && is_medium(speaker));
}

bool AttributionReader::takes_clause(const Candidate& candidate) const {
  const Entry* entry = cue_entry(candidate.cue);
  return entry && shares_value(strings_[lattice_.entry_attr(*entry, k_.takes)], "clause");
}

// Whether the content of a cue is a clause or a quotation and nothing less.
bool AttributionReader::wants_clause(const Capture& cue) const {
  const Entry* entry = cue_entry(cue);
  const std::string_view takes = entry ? strings_[lattice_.entry_attr(*entry, k_.takes)] : std::string_view{};
  return shares_value(takes, "clause") && !shares_value(takes, "noun|infinitive|as");
}

// "When X spoke | at a meeting": where and when something was said is not what was said.
bool AttributionReader::is_setting(Span content) const {
  uint16_t first = 0, end = 0;
  while (first < lattice_.size() && lattice_.token(first).start < content.start) ++first;
  for (end = first; end < lattice_.size() && lattice_.token(end).start < content.end;) ++end;
  const bool tells = std::any_of(clauses_.verbs().begin(), clauses_.verbs().end(),
                                 [&](int32_t verb) { return lattice_.edge(verb).start >= first && lattice_.edge(verb).end <= end; });
  return !tells && begins_preposition(first, "in|on|at|during|before|after");
}

bool AttributionReader::begins_preposition(uint16_t at, std::string_view roles) const {
  for (int32_t e = at < lattice_.size() ? lattice_.first_edge(at) : -1; e >= 0; e = lattice_.edge(e).next) {
    const Edge& word = lattice_.edge(e);
    if (word.kind != EdgeKind::kEntry || lattice_.entry(word).lexicon != k_.prepositions) continue;
    if (shares_value(strings_[lattice_.entry_attr(lattice_.entry(word), k_.role)], roles)) return true;
  }
  return false;
}

// What kind of saying a cue is, by the lexicon of cues.
std::string_view AttributionReader::group_of(const Candidate& candidate) const {
  const Entry* entry = cue_entry(candidate.cue);
  return entry ? strings_[lattice_.entry_attr(*entry, k_.group)] : std::string_view{};
}

bool AttributionReader::is_medium(int32_t group) const {
  const std::vector<int> named = actors_of(clauses_, sentence_, strings_, group);
  return !named.empty() && actors_[static_cast<size_t>(named.front())].outlet;
}

bool AttributionReader::is_quoted(const Capture& cue) const { return quotation_at(quotations_, lattice_.span(cue.start, cue.end).start) != nullptr; }

// "X says, demands for B are ...": a word that opens what another cue has announced, without a subject of its own, is no cue.
bool AttributionReader::opens_content_of(const Candidate& a, const Candidate& b) const {
  return a.where == "after" && takes_clause(a) && verb_group(a.cue) && verb_group(b.cue) && a.match.end > a.cue.end && b.cue.start == a.match.end &&
         speaker_of(a.cue.edge) == speaker_of(b.cue.edge) && !capture_named(*b.program, b.match, k_.speaker);
}

// "Dismissed news that says ...": a verb that the first one's rule has taken in up to its content is nobody's word here.
bool AttributionReader::is_taken_in(const Candidate& a, const Candidate& b) const {
  return a.where == "after" && verb_group(a.cue) && verb_group(b.cue) && b.cue.start >= a.cue.end && b.cue.end <= a.match.end && group_of(a) == "deny" &&
         !capture_named(*b.program, b.match, k_.speaker);
}

// "Issued a statement saying ...": the first verb's content is the second and all it says.
bool AttributionReader::is_same_act(const Candidate& a, const Candidate& b) const {
  const Node* second = verb_group(b.cue);
  return second && !is_unsaid(b.cue) && verb_group(a.cue) && lattice_.edge(a.cue.edge).end == second->start && a.where == "after" && b.where == "after" &&
         speaker_of(a.cue.edge) == speaker_of(b.cue.edge) && !second->attr(k_.tense) && !second->attr(k_.modality) && !second->attr(k_.polarity);
}

// What is to be said or is kept from being said has not been said, nor what somebody is asked to say.
bool AttributionReader::is_unsaid(const Capture& cue) const {
  const Node* group = verb_group(cue);
  if (!group) return false;
  if (strings_[group->attr(k_.tense)] == "future") return true;
  if (strings_[group->attr(k_.modality)] == "necessary" && is_duty(cue)) return true;
  const Relation* up = clauses_.governing(cue.edge);
  if (!up || (strings_[up->label] != "complement" && !is_asked(up->from, cue.edge))) return false;
  const Entry* governor = word_entry(lattice_.node(lattice_.edge(up->from)), k_.verbs);
  return governor && lattice_.entry_attr(*governor, k_.effect);
}

// "The minister must report to the house": what somebody owes. Who "must admit" something does so; where nobody stands who owes it, the word may only
// say what followed ("it leaked, so they asked for help", in a language where one word says both).
bool AttributionReader::is_duty(const Capture& cue) const {
  const Entry* entry = cue_entry(cue);
  const auto& all = clauses_.relations();
  const bool owned = std::any_of(all.begin(), all.end(), [&](const Relation& r) { return r.from == cue.edge && r.label == k_.subject; });
  return owned && entry && !shares_value(strings_[lattice_.entry_attr(*entry, k_.group)], "say|ask");
}

// Whether the subject of a verb stands right behind the one that governs it: "urged Y to say".
bool AttributionReader::is_asked(int32_t governor, int32_t verb) const {
  const int32_t asked = clauses_.part(verb, k_.subject);
  return asked >= 0 && lattice_.edge(asked).start == lattice_.edge(governor).end;
}

bool AttributionReader::is_possible(const Capture& cue) const {
  const Node* group = verb_group(cue);
  return group && strings_[group->attr(k_.modality)] == "possible";
}

// The entry of a lexicon that spells a group's verb.
const Entry* AttributionReader::word_entry(const Node& group, StrId lexicon) const {
  const Part* verb = group.part(k_.verb);
  if (!verb) return nullptr;
  for (int32_t at = lattice_.first_edge(verb->start); at >= 0; at = lattice_.edge(at).next) {
    const Edge& edge = lattice_.edge(at);
    if (edge.kind == EdgeKind::kEntry && edge.end == verb->end && lattice_.entry(edge).lexicon == lexicon) return &lattice_.entry(edge);
  }
  return nullptr;
}

// Whether the later cue is said in the same breath ("X said A and added B"), so that A ends before it.
bool AttributionReader::follows_on(const Candidate& a, const Candidate& b) const {
  if (b.cue.edge < 0 || a.cue.edge < 0 || b.cue.start <= a.match.end || is_quoted(a.cue) != is_quoted(b.cue)) return false;
  const Relation* up = clauses_.governing(b.cue.edge);
  return (up && up->from == a.cue.edge && strings_[up->label] == "coordinated") || resumes(a, b);
}

// Whether a later cue stands behind a comma or "but", without a subject since: "X praised A when he met B, saying C", "X confirmed A but would
// not tell more". X goes on.
bool AttributionReader::resumes(const Candidate& a, const Candidate& b) const {
  const Node* group = verb_group(b.cue);
  const bool says = b.where == "after", declines = b.where == "none";
  if (!group || !verb_group(a.cue) || a.where != "after" || !(says || declines) || capture_named(*b.program, b.match, k_.speaker)) return false;
  const bool but = follows_conjunction(group->start, "but");
  const std::string_view first = group_of(a), second = group_of(b);
  const bool asks = shares_value(first, "demand|ask|want");   // whoever is asked does what follows
  const Entry* verb = word_entry(*group, k_.verbs);   // "saying", in a language that inflects
  if (verb && lattice_.entry_attr(*verb, k_.infl) && strings_[group->attr(k_.form)] != "ing") return false;
  const bool goes_on = shares_value(second, "say|claim|stress|announce|think|warn|predict") || (but && shares_value(second, "deny|confirm"));
  if (says && (asks ? first != second : !goes_on)) return false;
  const bool behind_comma = says && is_mark_at(static_cast<uint16_t>(group->start - 1), ",");
  return group->start > a.match.end && (but || behind_comma) && is_quoted(a.cue) == is_quoted(b.cue);
}

// Whether a conjunction of one of these kinds stands right before a token.
bool AttributionReader::follows_conjunction(uint16_t start, std::string_view kinds) const {
  for (int at = std::max(0, start - kLongestConjunction); at < start; ++at)
    for (int32_t e = lattice_.first_edge(static_cast<uint16_t>(at)); e >= 0; e = lattice_.edge(e).next) {
      const Edge& word = lattice_.edge(e);
      if (word.kind == EdgeKind::kEntry && word.end == start && lattice_.entry(word).lexicon == k_.conjunctions &&
          shares_value(strings_[lattice_.entry_attr(lattice_.entry(word), k_.kind)], kinds))
        return true;
    }
  return false;
}

bool AttributionReader::is_mark_at(uint16_t at, std::string_view marks) const { return ContentReader(clauses_, quotations_, k_.form, k_.adjectives).is_mark(at, marks); }

// The speaker whom a cue without a subject of its own goes on with; -1 if it has one.
int32_t AttributionReader::subject_carried_over(const std::vector<Candidate>& chosen, size_t i) const {
  const Candidate& later = chosen[i];
  const bool unowned = verb_group(later.cue) && !clauses_.passive(later.cue.edge) && !capture_named(*later.program, later.match, k_.speaker) &&
                       speaker_of(later.cue.edge) < 0;
  for (size_t k = i; k-- > 0;)
    if (resumes(chosen[k], later) || (unowned && follows_on(chosen[k], later))) {
      const Capture* captured = capture_named(*chosen[k].program, chosen[k].match, k_.speaker);
      return captured ? captured->edge : speaker_of(chosen[k].cue.edge);
    }
  return -1;
}

// "..., but Y says", "..., although he said", ", and Reuters reports": where a later cue's clause begins that is not part of what was said;
// the sentence's end if it is.
uint16_t AttributionReader::own_clause_start(const Candidate& a, const Candidate& b) const {
  const uint16_t none = lattice_.size();
  const bool declines = b.where == "none";
  if ((b.where != "after" && !declines) || !verb_group(b.cue) || is_quoted(b.cue)) return none;
  const Capture* captured = capture_named(*b.program, b.match, k_.speaker);
  const int32_t speaker = captured ? captured->edge : speaker_of(b.cue.edge);
  if (speaker < 0 || (!declines && !takes_clause(b))) return none;
  uint16_t start = lattice_.edge(speaker).start;
  if (start <= a.match.end || start >= b.cue.start || opens_conceding(a.match.end)) return none;
  for (int32_t verb : clauses_.verbs())   // the subject of another verb
    if (lattice_.edge(verb).start >= lattice_.edge(speaker).end && lattice_.edge(verb).end <= b.cue.start) return none;
  for (const Found& time : sentence_.times)
    if (lattice_.edge(time.edge).end == start) start = lattice_.edge(time.edge).start;
  if (is_mark_at(static_cast<uint16_t>(start - 1), ",")) --start;
  for (int at = std::max<int>(a.match.end, start - kLongestConjunction); at < start; ++at)
    for (int32_t e = lattice_.first_edge(static_cast<uint16_t>(at)); e >= 0; e = lattice_.edge(e).next) {
      const Edge& word = lattice_.edge(e);
      if (word.kind != EdgeKind::kEntry || word.end != start || lattice_.entry(word).lexicon != k_.conjunctions) continue;
      const std::string_view kind = strings_[lattice_.entry_attr(lattice_.entry(word), k_.kind)];
      const bool comma = is_mark_at(static_cast<uint16_t>(at - 1), ",");
      if (shares_value(kind, "but|although|while") || (kind == "and" && comma)) return static_cast<uint16_t>(comma ? at - 1 : at);
    }
  return none;
}

// Whether a conjunction of one of these kinds begins at a token.
bool AttributionReader::begins_conjunction(uint16_t at, std::string_view kinds) const {
  for (int32_t e = at < lattice_.size() ? lattice_.first_edge(at) : -1; e >= 0; e = lattice_.edge(e).next) {
    const Edge& word = lattice_.edge(e);
    if (word.kind != EdgeKind::kEntry || lattice_.entry(word).lexicon != k_.conjunctions) continue;
    if (shares_value(strings_[lattice_.entry_attr(lattice_.entry(word), k_.kind)], kinds)) return true;
  }
  return false;
}

// "While A, B": both are said.
bool AttributionReader::opens_conceding(uint16_t at) const { return begins_conjunction(at, "although|while"); }

// "When X said A, Y left", "Of X's saying A, Y thinks": what is said in a clause that hangs on another, or that a noun in front of the sentence's verbs opens,
// ends at the comma before that one; the sentence's end if none follows.
uint16_t AttributionReader::main_clause_start(const Candidate& candidate) const {
  const uint16_t none = lattice_.size();
  if ((candidate.where != "after" && candidate.where != "around") || !verb_group(candidate.cue) || is_quoted(candidate.cue)) return none;
  const int32_t speaker = speaker_of(candidate.cue.edge);
  uint16_t start = lattice_.edge(candidate.cue.edge).start;
  if (speaker >= 0) start = std::min<uint16_t>(start, lattice_.edge(speaker).start);
  const std::string_view hanging = subordination_before(start);
  if (hanging.empty() && !is_opened_by_noun(candidate.cue.edge)) return none;
  // "As X said, A": a comma right behind the cue does not end what is said.
  if (shares_value(hanging, "as") && is_mark_at(static_cast<uint16_t>(candidate.match.end - 1), ",")) return none;
  for (uint16_t at = candidate.match.end; at < none; ++at)   // ", then B"
    if (is_mark_at(at, ",") && begins_conjunction(static_cast<uint16_t>(at + 1), "then")) return at;
  for (int32_t verb : clauses_.verbs()) {
    const int32_t subject = clauses_.part(verb, k_.subject);
    if (subject < 0) continue;
    const uint16_t at = lattice_.edge(subject).start;
    if (at >= candidate.match.end && lattice_.edge(verb).start > at && is_mark_at(static_cast<uint16_t>(at - 1), ",") &&
        !is_quoted({0, at, static_cast<uint16_t>(at + 1), -1}))
      return static_cast<uint16_t>(at - 1);
  }
  return none;
}

// Whether a noun that no verb stands before has the cue for its complement: "on the matter of X saying that ...".
bool AttributionReader::is_opened_by_noun(int32_t cue) const {
  const Relation* up = clauses_.governing(cue);
  if (!up || strings_[up->label] != "complement" || std::find(clauses_.nouns().begin(), clauses_.nouns().end(), up->from) == clauses_.nouns().end()) return false;
  const uint16_t noun = lattice_.edge(up->from).start;
  return noun > 0 && std::none_of(clauses_.verbs().begin(), clauses_.verbs().end(), [&](int32_t verb) { return lattice_.edge(verb).start < noun; });
}

// "If A, X said, B": the sentence opens with a clause that hangs on what stands behind the cue.
bool AttributionReader::opens_hanging() const {
  for (int32_t e = lattice_.size() > 0 ? lattice_.first_edge(0) : -1; e >= 0; e = lattice_.edge(e).next) {
    const Edge& word = lattice_.edge(e);
    if (word.kind != EdgeKind::kEntry || lattice_.entry(word).lexicon != k_.conjunctions || is_mark_at(word.end, ",")) continue;
    if (shares_value(strings_[lattice_.entry_attr(lattice_.entry(word), k_.kind)], "although|while|when|after|before|since|if|until|because")) return true;
  }
  return false;
}

// The kind of the subordinating conjunction, or what the preposition opens, right before a clause with no main clause before it; empty if there is none.
std::string_view AttributionReader::subordination_before(uint16_t start) const {
  for (int at = std::max(0, start - kLongestConjunction); at < start; ++at)
    for (int32_t e = lattice_.first_edge(static_cast<uint16_t>(at)); e >= 0; e = lattice_.edge(e).next) {
      const Edge& word = lattice_.edge(e);
      if (word.kind != EdgeKind::kEntry || word.end != start) continue;
      const Entry& entry = lattice_.entry(word);
      if (entry.lexicon == k_.prepositions && at == 0 && lattice_.entry_attr(entry, k_.opens)) return strings_[lattice_.entry_attr(entry, k_.opens)];
      if (entry.lexicon != k_.conjunctions) continue;
      const std::string_view kind = strings_[lattice_.entry_attr(entry, k_.kind)];
      if (!shares_value(kind, "although|while|when|after|before|since|if|until|as|because")) continue;
      int begin = at;
      while (begin > 0 && !is_mark_at(static_cast<uint16_t>(begin - 1), ",;:")) --begin;
      const bool behind_main = std::any_of(clauses_.verbs().begin(), clauses_.verbs().end(),
                                           [&](int32_t verb) { return lattice_.edge(verb).start >= begin && lattice_.edge(verb).end <= at; });
      return behind_main ? std::string_view{} : kind;
    }
  return {};
}

// "X, who said A, flew to B", "those who said A, flew to B": the relative clause ends at the comma before the verb of X; the sentence's end where there is none.
uint16_t AttributionReader::relative_clause_end(const Candidate& candidate) const {
  const uint16_t none = lattice_.size();
  if (candidate.cue.edge < 0 || candidate.where != "after") return none;
  const auto& all = clauses_.relations();
  const auto relative = std::find_if(all.begin(), all.end(), [&](const Relation& r) { return r.to == candidate.cue.edge && r.label == k_.relative; });
  if (relative == all.end()) return none;
  const bool aside = is_mark_at(lattice_.edge(relative->from).end, ",");
  auto inflects = [&](int32_t verb) {
    const Entry* word = word_entry(lattice_.node(lattice_.edge(verb)), k_.verbs);
    return word && lattice_.entry_attr(*word, k_.infl) != 0;
  };
  for (int32_t verb : clauses_.verbs()) {
    const uint16_t start = lattice_.edge(verb).start;
    if (start > candidate.match.end + 1 && is_mark_at(static_cast<uint16_t>(start - 1), ",") && !is_quoted({0, start, lattice_.edge(verb).end, verb}) &&
        !lattice_.node(lattice_.edge(verb)).attr(k_.form) && (aside || inflects(verb))) {
      const auto own = std::find_if(all.begin(), all.end(), [&](const Relation& r) { return r.from == verb && r.label == k_.subject; });
      const bool of_another = own != all.end() && lattice_.edge(own->to).start >= candidate.match.end;   // "X, who said that A, a baker, had left": the verb of A
      if (!of_another) return static_cast<uint16_t>(start - 1);
    }
  }
  return none;
}

// The cue's entry in the lexicon of cues: of a verb group that of a verb, if a noun is spelled alike.
const Entry* AttributionReader::cue_entry(const Capture& cue) const {
  if (cue.edge >= 0 && lattice_.edge(cue.edge).kind == EdgeKind::kEntry)
    if (const Entry& word = lattice_.entry(lattice_.edge(cue.edge)); word.lexicon == k_.cues) return &word;
  const Entry* best = nullptr;
  uint16_t start = cue.start, end = cue.end;
  const Node* group = verb_group(cue);
  if (group) {
    const Part* word = group->part(k_.verb);
    if (!word) word = group->part(k_.head);
    if (word) start = word->start, end = word->end;
  }
  const bool verbal = group && group->part(k_.verb);
  for (int32_t at = lattice_.first_edge(start); at >= 0; at = lattice_.edge(at).next) {
    const Edge& edge = lattice_.edge(at);
    if (edge.kind != EdgeKind::kEntry || edge.end != end || lattice_.entry(edge).lexicon != k_.cues) continue;
    if (best && verbal && strings_[lattice_.entry_attr(lattice_.entry(edge), k_.pos)] == "noun") continue;
    if (!best || !verbal || strings_[lattice_.entry_attr(*best, k_.pos)] == "noun") best = &lattice_.entry(edge);
  }
  return best;
}

Span AttributionReader::cue_span(const Capture& cue) const {
  if (cue.edge >= 0 && lattice_.edge(cue.edge).kind == EdgeKind::kNode) {
    const Node& node = lattice_.node(lattice_.edge(cue.edge));
    const Part* verb = node.part(k_.verb);
    if (!verb) verb = node.part(k_.head);
    if (verb) return lattice_.span(verb->start, verb->end);
  }
  return lattice_.span(cue.start, cue.end);
}

// "Denied the claim | of X": where what follows belongs to a noun that the cue holds, the cue is no more than the shorter one that it begins with. The end of
// that; 0 if the cue is whole.
uint16_t AttributionReader::shorter_cue_end(const Capture& cue) const {
  const Node* group = verb_group(cue);
  const Part* verb = group ? group->part(k_.verb) : nullptr;
  const Entry* whole = cue_entry(cue);
  if (!verb || !whole || verb->end != cue.end || strings_[lattice_.entry_attr(*whole, k_.act)] == "assert" || !goes_on_with_noun(cue.end)) return 0;
  uint16_t end = 0;
  for (int32_t e = lattice_.first_edge(verb->start); e >= 0; e = lattice_.edge(e).next) {
    const Edge& word = lattice_.edge(e);
    if (word.kind == EdgeKind::kEntry && word.end < verb->end && word.end > end && lattice_.entry(word).lexicon == k_.cues &&
        lattice_.entry_attr(lattice_.entry(word), k_.act) == lattice_.entry_attr(*whole, k_.act))
      end = word.end;
  }
  return end;
}

// Whether what begins at a token belongs to a noun before it: "of X", "this".
bool AttributionReader::goes_on_with_noun(uint16_t at) const {
  bool demonstrative = false;
  for (int32_t e = at < lattice_.size() ? lattice_.first_edge(at) : -1; e >= 0; e = lattice_.edge(e).next)
    demonstrative |= lattice_.edge(e).kind == EdgeKind::kEntry && lattice_.entry(lattice_.edge(e)).lexicon == k_.demonstratives;
  return demonstrative || begins_preposition(at, "of");
}

// The cue's subject; of a passive cue whoever it is by, never who is told or spoken of before it.
int32_t AttributionReader::speaker_of(int32_t cue) const {
  if (cue < 0) return -1;
  const int32_t subject = clauses_.part(cue, k_.subject);
  const int32_t main = clauses_.passive(cue) ? -1 : subject_before_relative(cue, subject);
  if (subject < 0 || main >= 0) return main;
  if (clauses_.passive(cue) && lattice_.edge(subject).end <= lattice_.edge(cue).start) return -1;
  return is_expletive(cue, subject) ? -1 : subject;
}

// "It is easy to criticise A": nobody is meant by a pronoun that stands for nobody and is another verb's subject.
bool AttributionReader::is_expletive(int32_t cue, int32_t subject) const {
  const Edge& edge = lattice_.edge(subject);
  const Part* mention = edge.kind == EdgeKind::kNode ? lattice_.node(edge).part(k_.mention) : nullptr;
  if (!mention || mention->edge < 0 || strings_[lattice_.node(lattice_.edge(mention->edge)).attr(k_.refers)] != "collective") return false;
  const auto& all = clauses_.relations();
  return std::none_of(all.begin(), all.end(), [&](const Relation& r) { return r.label == k_.subject && r.from == cue && r.to == subject; }) &&
         actors_of(clauses_, sentence_, strings_, subject).empty();
}

// "X, who doubted whether A was B, said C": a cue behind the comma that ends a relative clause has whom that clause is about, not who is told of in it;
// -1 if no such clause stands before it.
int32_t AttributionReader::subject_before_relative(int32_t cue, int32_t subject) const {
  const uint16_t start = lattice_.edge(cue).start;
  if (start == 0 || !is_mark_at(static_cast<uint16_t>(start - 1), ",") || lattice_.node(lattice_.edge(cue)).attr(k_.form)) return -1;
  const auto& all = clauses_.relations();
  for (const Relation& relative : all) {
    const Edge& told = lattice_.edge(relative.to);
    if (relative.label != k_.relative || told.end >= start || !is_mark_at(lattice_.edge(relative.from).end, ",")) continue;
    uint16_t comma = told.end;
    while (!is_mark_at(comma, ",")) ++comma;
    if (subject >= 0 && (comma + 1 != start || lattice_.edge(subject).start < told.start)) continue;
    auto is_part_of_another = [&](const Relation& r) { return r.to == relative.from && r.label != k_.relative && r.from != relative.to && r.from != cue; };
    if (std::none_of(all.begin(), all.end(), is_part_of_another)) return relative.from;
  }
  return -1;
}

// Where the group of a later cue begins, with the conjunction or comma before it.
uint16_t AttributionReader::group_start(const Capture& cue) const {
  const int start = cue.edge >= 0 ? lattice_.edge(cue.edge).start : cue.start;
  for (int at = std::max(0, start - kLongestConjunction); at < start; ++at)
    for (int32_t e = lattice_.first_edge(static_cast<uint16_t>(at)); e >= 0; e = lattice_.edge(e).next) {
      const Edge& word = lattice_.edge(e);
      if (word.kind == EdgeKind::kEntry && word.end == start && lattice_.entry(word).lexicon == k_.conjunctions) return static_cast<uint16_t>(at);
    }
  return static_cast<uint16_t>(std::max(0, start - 1));
}

// Those whose cues no better one has, in order of the text.
std::vector<AttributionReader::Candidate> AttributionReader::chosen_of(const std::vector<Candidate>& candidates) const {
  std::vector<bool> taken(lattice_.size(), false);
  std::vector<Candidate> chosen;
  for (const Candidate& candidate : candidates) {
    bool free = true;
    for (uint16_t i = candidate.cue.start; i < candidate.cue.end; ++i) free &= !taken[i];
    const Capture* second = capture_named(*candidate.program, candidate.match, k_.cue2);
    const Capture* carrier = capture_named(*candidate.program, candidate.match, k_.carrier);
    const bool mark = candidate.cue.end == candidate.cue.start + 1 && lattice_.token(candidate.cue.start).kind == TokenKind::kPunct;
    if (mark)   // a colon is none where a word is
      for (const Candidate& other : chosen) free &= other.match.end <= candidate.cue.start || other.match.start >= candidate.cue.end;
    if (!free) continue;
    for (const Capture* part : {&candidate.cue, second, carrier})
      if (part)
        for (uint16_t i = part->start; i < part->end; ++i) taken[i] = true;
    chosen.push_back(candidate);
  }
  std::stable_sort(chosen.begin(), chosen.end(), [](const Candidate& a, const Candidate& b) { return a.cue.start < b.cue.start; });
  return chosen;
}

}  // namespace hearsay
