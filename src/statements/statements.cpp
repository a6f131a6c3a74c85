// An attribution is read from its cue outwards. A rule of the pack finds the cue and says on which side the content
// stands; the clause says who the cue's subject is; quotation marks say where direct speech ends. What stands inside another
// statement's content was passed on by that statement's speaker: that is the chain.
// SPDX-License-Identifier: Apache-2.0
#include "statements/statements.h"

#include <algorithm>
#include <utility>

#include "statements/chains.h"
#include "statements/content.h"
#include "statements/speaker.h"

namespace hearsay {

namespace {

class StatementReader {
 public:
  StatementReader(const Pack& pack, const LanguagePack& language, const Document& document, const std::vector<Sentence>& sentences,
                  const std::vector<Clauses>& clauses, const std::vector<Quotation>& quotations, const std::vector<Actor>& actors,
                  Matcher& matcher, std::vector<Statement>& out)
      : strings_(pack.strings()), language_(language), document_(document), sentences_(sentences), all_clauses_(clauses),
        quotations_(quotations), actors_(actors), matcher_(matcher), out_(out) {
    auto key = [&](std::string_view text) { return strings_.find(text); };
    k_ = {key("cue"), key("speaker"), key("via"), key("carrier"), key("cue2"), key("content"), key("act"), key("verb"), key("head"),
          key("subject"), key("of"), key("polarity"), key("tense"), key("modality"), key("effect")};
  }

  void run() {
    for (index_ = 0; index_ < sentences_.size(); ++index_) {
      if (sentences_[index_].zone != ZoneKind::kBody && sentences_[index_].zone != ZoneKind::kTitle) continue;
      read_sentence();
    }
    for (const Quotation& quotation : quotations_) continue_quotation(quotation);
    std::stable_sort(out_.begin(), out_.end(), [](const Statement& a, const Statement& b) { return a.span.start < b.span.start; });
    link_chains(out_, actors_);
    mark_unverified();
  }

 private:
  struct Keys {
    StrId cue, speaker, via, carrier, cue2, content, act, verb, head, subject, of, polarity, tense, modality, effect;
  };
  static constexpr int kLongestConjunction = 3;
  struct Candidate {
    Match match;
    const Program* program;
    const Emit* emit;
    Capture cue;
  };

  const Sentence& sentence() const { return sentences_[index_]; }
  const Clauses& clauses() const { return all_clauses_[index_]; }
  const Lattice& lattice() const { return *sentence().lattice; }

  void read_sentence() {
    std::vector<Candidate> candidates;
    for (int level = 1; level <= kLevels; ++level) {
      const Program& program = language_.program("statements", level);
      for (Match& match : matcher_.find_all(program, lattice()))
        for (const Emit& emit : program.emits_of(*match.rule))
          if (const Capture* cue = capture_named(program, match, k_.cue)) candidates.push_back({match, &program, &emit, *cue});
    }
    drop_those_with_nothing_before(candidates);
    // One reading a cue: one that has a speaker, then the higher priority, then the longer match.
    std::stable_sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
      if (const bool named = has_speaker(a); named != has_speaker(b)) return named;
      if (a.match.rule->priority != b.match.rule->priority) return a.match.rule->priority > b.match.rule->priority;
      return a.match.end - a.match.start > b.match.end - b.match.start;
    });
    std::vector<bool> taken(lattice().size(), false);
    std::vector<Candidate> chosen;
    for (const Candidate& candidate : candidates) {
      bool free = true;
      for (uint16_t i = candidate.cue.start; i < candidate.cue.end; ++i) free &= !taken[i];
      const Capture* second = capture_named(*candidate.program, candidate.match, k_.cue2);
      const Capture* carrier = capture_named(*candidate.program, candidate.match, k_.carrier);
      const bool mark = candidate.cue.end == candidate.cue.start + 1 && lattice().token(candidate.cue.start).kind == TokenKind::kPunct;
      if (mark)   // a colon is none where a word is
        for (const Candidate& other : chosen) free &= other.match.end <= candidate.cue.start || other.match.start >= candidate.cue.end;
      if (!free) continue;
      for (const Capture* part : {&candidate.cue, second, carrier})
        if (part)
          for (uint16_t i = part->start; i < part->end; ++i) taken[i] = true;
      chosen.push_back(candidate);
    }
    std::stable_sort(chosen.begin(), chosen.end(), [](const Candidate& a, const Candidate& b) { return a.cue.start < b.cue.start; });
    std::vector<const Candidate*> sources(chosen.size(), nullptr);   // of what a medium carries, by the medium's cue
    std::vector<bool> done(chosen.size(), false);
    for (size_t k = 1; k < chosen.size(); ++k) {
      const auto medium = std::find_if(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(k), [&](const Candidate& a) { return names_source_of(a, chosen[k]); });
      done[k] = medium != chosen.begin() + static_cast<std::ptrdiff_t>(k);
      if (done[k]) sources[static_cast<size_t>(medium - chosen.begin())] = &chosen[k];
      done[k] = done[k] || opens_content_of(chosen[k - 1], chosen[k]);
      done[k - 1] = done[k - 1] || is_same_act(chosen[k - 1], chosen[k]);
    }
    for (size_t i = 0; i < chosen.size(); ++i)
      if (!done[i]) make(chosen[i], limit_of(chosen, i), subject_carried_over(chosen, i), sources[i]);
  }

  // Where the words of a statement end because another's begin, or its own clause goes on.
  uint16_t limit_of(const std::vector<Candidate>& chosen, size_t i) const {
    uint16_t limit = std::min(relative_clause_end(chosen[i]), main_clause_start(chosen[i]));
    for (size_t k = i + 1; k < chosen.size(); ++k) {
      const Candidate& later = chosen[k];
      if (follows_on(chosen[i], later)) limit = std::min(limit, group_start(later.cue));
      // "A says B, C reports": what C reports ends before C.
      if (where_of(later) == "before" || where_of(later) == "same") limit = std::min<uint16_t>(limit, later.match.start + (is_mark_at(later.match.start, "\"\u201D\u00BB") ? 1 : 0));
      limit = std::min(limit, own_clause_start(chosen[i], later));
    }
    return limit;
  }

  const Node* verb_group(const Capture& cue) const {
    return cue.edge >= 0 && lattice().edge(cue.edge).kind == EdgeKind::kNode ? &lattice().node(lattice().edge(cue.edge)) : nullptr;
  }

  bool has_speaker(const Candidate& candidate) const {
    return !verb_group(candidate.cue) || capture_named(*candidate.program, candidate.match, k_.speaker) || speaker_of(candidate.cue.edge) >= 0 ||
           !emit_text(*candidate.program, *candidate.emit, candidate.match, lattice(), strings_, strings_.find("speaker")).empty();
  }

  // A cue that is to stand behind its content has none there if no quotation has ended, or if another cue has just opened its own ("X says,
  // Y thinks").
  void drop_those_with_nothing_before(std::vector<Candidate>& candidates) const {
    std::erase_if(candidates, [&](const Candidate& candidate) {
      return where_of(candidate) == "quotation" && !ContentReader(clauses(), quotations_).quotation_before(candidate.match.start);
    });
    auto opens = [&](const Candidate& other, const Candidate& behind) {
      const uint16_t at = behind.match.start;
      return where_of(other) == "after" && other.cue.end <= at && other.match.end > at && is_quoted(other.cue) == is_quoted(behind.cue) && takes_clause(other) &&
             std::none_of(candidates.begin(), candidates.end(), [&](const Candidate& c) { return c.cue.start == other.cue.start && where_of(c) != "after"; });
    };
    std::vector<bool> kept;
    for (const Candidate& candidate : candidates)
      kept.push_back(where_of(candidate) != "before" ||
                     std::none_of(candidates.begin(), candidates.end(), [&](const Candidate& other) { return opens(other, candidate); }));
    size_t at = 0;
    std::erase_if(candidates, [&](const Candidate&) { return !kept[at++]; });
  }

  // "Reuters reports that A, citing Y": Y speaks, the medium carries. Who is no medium speaks for himself, whomever he cites.
  bool names_source_of(const Candidate& a, const Candidate& b) const {
    if (where_of(a) != "after" || is_quoted(a.cue) != is_quoted(b.cue)) return false;
    const std::string where = where_of(b);
    if (where != "same" && (where != "before" || verb_group(b.cue))) return false;
    const Capture* named = capture_named(*b.program, b.match, k_.speaker);
    return named && named->edge >= 0 && reports(a) && (where == "same" || !is_medium(named->edge));
  }
  bool reports(const Candidate& candidate) const {
    const int32_t speaker = speaker_of(candidate.cue.edge);
    return group_of(candidate) == "report" || (speaker >= 0 && is_medium(speaker));
  }
  bool takes_clause(const Candidate& candidate) const {
    const Entry* entry = cue_entry(candidate.cue);
    return entry && shares_value(strings_[lattice().entry_attr(*entry, strings_.find("takes"))], "clause");
  }
  // What kind of saying a cue is, by the lexicon of cues.
  std::string_view group_of(const Candidate& candidate) const {
    const Entry* entry = cue_entry(candidate.cue);
    return entry ? strings_[lattice().entry_attr(*entry, strings_.find("group"))] : std::string_view{};
  }
  bool is_medium(int32_t group) const {
    const std::vector<int> named = actors_of(clauses(), sentence(), strings_, group);
    return !named.empty() && actors_[static_cast<size_t>(named.front())].outlet;
  }
  bool is_quoted(const Capture& cue) const { return quotation_at(quotations_, lattice().span(cue.start, cue.end).start) != nullptr; }

  // "X says, demands for B are ...": a word that opens what another cue has announced, without a subject of its own, is no cue.
  bool opens_content_of(const Candidate& a, const Candidate& b) const {
    return where_of(a) == "after" && verb_group(a.cue) && verb_group(b.cue) && a.match.end > a.cue.end && b.cue.start == a.match.end &&
           speaker_of(a.cue.edge) == speaker_of(b.cue.edge) && !capture_named(*b.program, b.match, k_.speaker);
  }

  // "Issued a statement saying ...": the first verb's content is the second and all it says.
  bool is_same_act(const Candidate& a, const Candidate& b) const {
    const Node* second = verb_group(b.cue);
    return second && verb_group(a.cue) && lattice().edge(a.cue.edge).end == second->start && speaker_of(a.cue.edge) == speaker_of(b.cue.edge) && where_of(a) == "after" && where_of(b) == "after" && !second->attr(k_.tense) &&
           !second->attr(k_.modality) && !second->attr(k_.polarity);
  }

  // What is to be said, may be said or is kept from being said has not been said.
  bool is_unsaid(const Capture& cue) const {
    const Node* group = verb_group(cue);
    if (!group) return false;
    if (strings_[group->attr(k_.tense)] == "future") return true;
    const Relation* up = clauses().governing(cue.edge);
    if (!up || strings_[up->label] != "complement") return false;
    const Entry* governor = word_entry(lattice().node(lattice().edge(up->from)), "verbs");
    return governor && lattice().entry_attr(*governor, k_.effect);
  }

  // The entry of a lexicon that spells a group's verb.
  const Entry* word_entry(const Node& group, std::string_view lexicon) const {
    const Part* verb = group.part(k_.verb);
    if (!verb) return nullptr;
    for (int32_t at = lattice().first_edge(verb->start); at >= 0; at = lattice().edge(at).next) {
      const Edge& edge = lattice().edge(at);
      if (edge.kind == EdgeKind::kEntry && edge.end == verb->end && strings_[lattice().entry(edge).lexicon] == lexicon) return &lattice().entry(edge);
    }
    return nullptr;
  }

  std::string where_of(const Candidate& candidate) const {
    return emit_text(*candidate.program, *candidate.emit, candidate.match, lattice(), strings_, k_.content);
  }

  // Whether the later cue is said in the same breath ("X said A and added B"), so that A ends before it.
  bool follows_on(const Candidate& a, const Candidate& b) const {
    if (b.cue.edge < 0 || a.cue.edge < 0 || b.cue.start <= a.match.end) return false;
    const Relation* up = clauses().governing(b.cue.edge);
    return (up && up->from == a.cue.edge && strings_[up->label] == "coordinated") || resumes(a, b);
  }

  // Whether a later cue stands behind a comma, without a subject since: "X praised A when he met B, saying C". X goes on.
  bool resumes(const Candidate& a, const Candidate& b) const {
    const Node* group = verb_group(b.cue);
    if (!group || !verb_group(a.cue) || where_of(a) != "after" || where_of(b) != "after" || capture_named(*b.program, b.match, k_.speaker)) return false;
    const std::string_view first = group_of(a), second = group_of(b);
    const bool asks = shares_value(first, "demand|ask|want");   // whoever is asked does what follows
    const Entry* verb = word_entry(*group, "verbs");   // "saying", in a language that inflects
    if (verb && lattice().entry_attr(*verb, strings_.find("infl")) && strings_[group->attr(strings_.find("form"))] != "ing") return false;
    if (asks ? first != second : !shares_value(second, "say|claim|stress|announce|think|warn|predict")) return false;
    return group->start > a.match.end && is_mark_at(static_cast<uint16_t>(group->start - 1), ",") && is_quoted(a.cue) == is_quoted(b.cue);
  }
  bool is_mark_at(uint16_t at, std::string_view marks) const { return ContentReader(clauses(), quotations_).is_mark(at, marks); }

  // The speaker whom a cue without a subject of its own goes on with; -1 if it has one.
  int32_t subject_carried_over(const std::vector<Candidate>& chosen, size_t i) const {
    for (size_t k = i; k-- > 0;)
      if (resumes(chosen[k], chosen[i])) {
        const Capture* captured = capture_named(*chosen[k].program, chosen[k].match, k_.speaker);
        return captured ? captured->edge : speaker_of(chosen[k].cue.edge);
      }
    return -1;
  }

  // "..., but Y says", "..., although he said", ", and Reuters reports": where a later cue's clause begins that is not part of what was said;
  // the sentence's end if it is.
  uint16_t own_clause_start(const Candidate& a, const Candidate& b) const {
    const uint16_t none = lattice().size();
    if (where_of(b) != "after" || !verb_group(b.cue) || is_quoted(b.cue)) return none;
    const Capture* captured = capture_named(*b.program, b.match, k_.speaker);
    const int32_t speaker = captured ? captured->edge : speaker_of(b.cue.edge);
    if (speaker < 0 || !takes_clause(b)) return none;
    uint16_t start = lattice().edge(speaker).start;
    if (start <= a.match.end || start >= b.cue.start || opens_conceding(a.match.end)) return none;
    for (int32_t verb : clauses().verbs())   // the subject of another verb
      if (lattice().edge(verb).start >= lattice().edge(speaker).end && lattice().edge(verb).end <= b.cue.start) return none;
    for (const Found& time : sentence().times)
      if (lattice().edge(time.edge).end == start) start = lattice().edge(time.edge).start;
    if (is_mark_at(static_cast<uint16_t>(start - 1), ",")) --start;
    for (int at = std::max<int>(a.match.end, start - kLongestConjunction); at < start; ++at)
      for (int32_t e = lattice().first_edge(static_cast<uint16_t>(at)); e >= 0; e = lattice().edge(e).next) {
        const Edge& word = lattice().edge(e);
        if (word.kind != EdgeKind::kEntry || word.end != start || strings_[lattice().entry(word).lexicon] != "conjunctions") continue;
        const std::string_view kind = strings_[lattice().entry_attr(lattice().entry(word), strings_.find("kind"))];
        const bool comma = is_mark_at(static_cast<uint16_t>(at - 1), ",");
        if (shares_value(kind, "but|although|while") || (kind == "and" && comma && is_medium(speaker))) return static_cast<uint16_t>(comma ? at - 1 : at);
      }
    return none;
  }

  // "While A, B": both are said.
  bool opens_conceding(uint16_t at) const {
    for (int32_t e = lattice().first_edge(at); e >= 0; e = lattice().edge(e).next) {
      const Edge& word = lattice().edge(e);
      if (word.kind == EdgeKind::kEntry && strings_[lattice().entry(word).lexicon] == "conjunctions" &&
          shares_value(strings_[lattice().entry_attr(lattice().entry(word), strings_.find("kind"))], "although|while"))
        return true;
    }
    return false;
  }

  // "When X said A, Y left": what is said in a clause that hangs on another ends at the comma before that one; the sentence's end if none follows.
  uint16_t main_clause_start(const Candidate& candidate) const {
    const uint16_t none = lattice().size();
    const std::string where = where_of(candidate);
    if ((where != "after" && where != "around") || !verb_group(candidate.cue) || is_quoted(candidate.cue)) return none;
    const int32_t speaker = speaker_of(candidate.cue.edge);
    uint16_t start = lattice().edge(candidate.cue.edge).start;
    if (speaker >= 0) start = std::min<uint16_t>(start, lattice().edge(speaker).start);
    if (!hangs_on_another(start)) return none;
    for (int32_t verb : clauses().verbs()) {
      const int32_t subject = clauses().part(verb, k_.subject);
      if (subject < 0) continue;
      const uint16_t at = lattice().edge(subject).start;
      if (at > candidate.match.end && lattice().edge(verb).start > at && is_mark_at(static_cast<uint16_t>(at - 1), ",") && !is_quoted({0, at, static_cast<uint16_t>(at + 1), -1}))
        return static_cast<uint16_t>(at - 1);
    }
    return none;
  }
  // Whether a subordinating conjunction stands right before a clause, and no main clause before it.
  bool hangs_on_another(uint16_t start) const {
    for (int at = std::max(0, start - kLongestConjunction); at < start; ++at)
      for (int32_t e = lattice().first_edge(static_cast<uint16_t>(at)); e >= 0; e = lattice().edge(e).next) {
        const Edge& word = lattice().edge(e);
        if (word.kind != EdgeKind::kEntry || word.end != start || strings_[lattice().entry(word).lexicon] != "conjunctions" ||
            !shares_value(strings_[lattice().entry_attr(lattice().entry(word), strings_.find("kind"))], "although|while|when|after|before|since|if|until"))
          continue;
        int begin = at;
        while (begin > 0 && !is_mark_at(static_cast<uint16_t>(begin - 1), ",;:")) --begin;
        return std::none_of(clauses().verbs().begin(), clauses().verbs().end(),
                            [&](int32_t verb) { return lattice().edge(verb).start >= begin && lattice().edge(verb).end <= at; });
      }
    return false;
  }

  // "X, who said A, flew to B": the relative clause ends at the comma before the verb of X; the sentence's end where there is none.
  uint16_t relative_clause_end(const Candidate& candidate) const {
    const uint16_t none = lattice().size();
    if (candidate.cue.edge < 0 || where_of(candidate) != "after") return none;
    const auto& all = clauses().relations();
    const auto relative = std::find_if(all.begin(), all.end(), [&](const Relation& r) { return r.to == candidate.cue.edge && strings_[r.label] == "relative"; });
    if (relative == all.end() || !is_mark_at(lattice().edge(relative->from).end, ",")) return none;
    for (int32_t verb : clauses().verbs()) {
      const uint16_t start = lattice().edge(verb).start;
      if (start > candidate.match.end + 1 && is_mark_at(static_cast<uint16_t>(start - 1), ",") && !is_quoted({0, start, lattice().edge(verb).end, verb}) &&
          !lattice().node(lattice().edge(verb)).attr(strings_.find("form")))
        return static_cast<uint16_t>(start - 1);
    }
    return none;
  }

  // The cue's entry in the lexicon of cues: of a verb group that of a verb, if a noun is spelled alike.
  const Entry* cue_entry(const Capture& cue) const {
    const Entry* best = nullptr;
    uint16_t start = cue.start, end = cue.end;
    const Node* group = verb_group(cue);
    if (group) {
      const Part* word = group->part(k_.verb);
      if (!word) word = group->part(k_.head);
      if (word) start = word->start, end = word->end;
    }
    const bool verbal = group && group->part(k_.verb);
    for (int32_t at = lattice().first_edge(start); at >= 0; at = lattice().edge(at).next) {
      const Edge& edge = lattice().edge(at);
      if (edge.kind != EdgeKind::kEntry || edge.end != end || strings_[lattice().entry(edge).lexicon] != "cues") continue;
      if (best && verbal && strings_[lattice().entry_attr(lattice().entry(edge), strings_.find("pos"))] == "noun") continue;
      if (!best || !verbal || strings_[lattice().entry_attr(*best, strings_.find("pos"))] == "noun") best = &lattice().entry(edge);
    }
    return best;
  }

  Span cue_span(const Capture& cue) const {
    if (cue.edge >= 0 && lattice().edge(cue.edge).kind == EdgeKind::kNode) {
      const Node& node = lattice().node(lattice().edge(cue.edge));
      const Part* verb = node.part(k_.verb);
      if (!verb) verb = node.part(k_.head);
      if (verb) return lattice().span(verb->start, verb->end);
    }
    return lattice().span(cue.start, cue.end);
  }

  // `carried` is who speaks on without being named again, `source` the part of the sentence that says whose words are carried here.
  void make(const Candidate& candidate, uint16_t limit, int32_t carried, const Candidate* source) {
    const Program& program = *candidate.program;
    const Match& match = candidate.match;
    Statement statement;
    statement.sentence = static_cast<int>(index_);
    statement.rule = std::string(strings_[match.rule->id]);
    const Capture* second = capture_named(program, match, k_.cue2);
    const Capture& cue = candidate.cue;
    statement.cue = cue_span(cue);
    const Entry* entry = second ? cue_entry(*second) : cue_entry(cue);
    statement.act = act_of(entry, cue);
    if (statement.act == Act::kAssert && is_unsaid(cue)) return;
    // speaker
    const std::string how = emit_text(program, *candidate.emit, match, lattice(), strings_, k_.speaker);
    int32_t speaker = -1;
    if (const Capture* captured = capture_named(program, match, k_.speaker)) speaker = captured->edge;
    else if (how == "owner") speaker = clauses().part(cue.edge, k_.of);
    else if (how != "unnamed" && cue.edge >= 0) speaker = carried >= 0 ? carried : speaker_of(cue.edge);
    if (how == "unnamed") {
      statement.speaker.anonymous = true;
    } else {
      if (speaker < 0 || !speaker_in(speaker).can_speak()) return;   // without a speaker it is nobody's word
      const int32_t named = source ? capture_named(*source->program, source->match, k_.speaker)->edge : -1;
      const bool carries = named >= 0 && speaker_in(named).can_speak();
      read_voice(carries ? named : speaker, statement);
      if (carries) add_carrier(std::exchange(speaker, named), statement);
    }
    add_carriers(candidate, statement);
    // content
    const std::string where = statement.act == Act::kSilent ? "none" : emit_text(program, *candidate.emit, match, lattice(), strings_, k_.content);
    if (where != "none") {
      const auto content = ContentReader(clauses(), quotations_).find(where, {match.start, match.end, cue.end, limit, speaker, statement.cue});
      if (!content) return;
      statement.content = content->span, statement.mode = content->mode;
    }
    if (where == "none" && statement.act == Act::kAssert) statement.act = Act::kDecline;
    statement.span = statement.cue ? *statement.cue : *statement.content;
    auto widen = [&](Span span) {
      if (span.empty()) return;
      statement.span.start = std::min(statement.span.start, span.start);
      statement.span.end = std::max(statement.span.end, span.end);
    };
    if (statement.content) widen(*statement.content);
    if (speaker >= 0) widen(lattice().span(lattice().edge(speaker).start, lattice().edge(speaker).end));
    out_.push_back(statement);
    if (speaker < 0 || statement.speaker.anonymous) return;
    // Two named sources of one attribution say it each.
    for (int actor : actors_of(clauses(), sentence(), strings_, speaker)) {
      if (actor == statement.speaker.actor || !is_coordinated(speaker)) continue;
      Statement other = statement;
      other.speaker.actor = actor;
      other.speaker.name = actors_[static_cast<size_t>(actor)].name;
      out_.push_back(other);
    }
  }

  bool is_coordinated(int32_t group) const { return !clauses().parts(group, strings_.find("and")).empty(); }

  Act act_of(const Entry* entry, const Capture& cue) const {
    const std::string_view act = entry ? strings_[lattice().entry_attr(*entry, k_.act)] : std::string_view{};
    if (act == "confirm") return negated(cue) ? Act::kAssert : Act::kConfirm;
    if (act == "deny") return negated(cue) ? Act::kAssert : Act::kDeny;
    if (act == "decline") return Act::kDecline;
    if (act == "silent") return Act::kSilent;
    // Who does not say something keeps silent about it; who does not believe it has said so.
    if (entry && strings_[lattice().entry_attr(*entry, strings_.find("group"))] == "say" && negated(cue)) return Act::kSilent;
    return Act::kAssert;
  }
  bool negated(const Capture& cue) const {
    if (cue.edge < 0 || lattice().edge(cue.edge).kind != EdgeKind::kNode) return false;
    return strings_[lattice().node(lattice().edge(cue.edge)).attr(k_.polarity)] == "negative";
  }

  // The cue's subject; of a passive cue whoever it is by, never who is told or spoken of before it.
  int32_t speaker_of(int32_t cue) const {
    const int32_t subject = cue < 0 ? -1 : clauses().part(cue, k_.subject);
    return subject >= 0 && clauses().passive(cue) && lattice().edge(subject).end <= lattice().edge(cue).start ? -1 : subject;
  }

  Speaker speaker_in(int32_t group) const { return Speaker(clauses(), sentence(), strings_, actors_, group); }

  void read_voice(int32_t group, Statement& statement) const {
    const Speaker speaker = speaker_in(group);
    statement.speaker = speaker.voice();
    if (const Statement* before = speaker.is_personal_pronoun() ? unnamed_before() : nullptr) {
      statement.speaker.actor = before->speaker.actor, statement.speaker.name = before->speaker.name;
      statement.speaker.anonymous = true;
      statement.via = before->via;
    } else if (statement.speaker.anonymous) {
      carrier_of_source(group, statement);
    }
  }

  // "This official" behind an official who was not named, "he" behind the only one who spoke: that one goes on. Outlets that passed the
  // words on do not come between.
  const Statement* unnamed_before() const {
    static constexpr int kMostSentences = 3;
    for (auto earlier = out_.rbegin(); earlier != out_.rend() && earlier->sentence + kMostSentences >= static_cast<int>(index_); ++earlier) {
      const bool told_by_another = std::any_of(out_.begin(), out_.end(), [&](const Statement& outer) {
        return outer.content && earlier->cue && outer.content->contains(*earlier->cue) && !by_outlet(outer);
      });
      if (told_by_another || by_outlet(*earlier)) continue;
      return earlier->speaker.anonymous && earlier->speaker.voices == 1 && !earlier->speaker.name.empty() ? &*earlier : nullptr;
    }
    return nullptr;
  }
  bool by_outlet(const Statement& statement) const { return statement.speaker.actor >= 0 && actors_[static_cast<size_t>(statement.speaker.actor)].outlet; }

  // "CNN's sources": CNN carries their words.
  void carrier_of_source(int32_t group, Statement& statement) const {
    const Edge& edge = lattice().edge(group);
    for (const Found& found : sentence().mentions) {
      const Edge& mention = lattice().edge(found.edge);
      if (mention.start < edge.start || mention.end > edge.end) continue;
      const Actor& actor = actors_[static_cast<size_t>(found.index)];
      if (!actor.outlet) continue;
      if (statement.speaker.actor == found.index) statement.speaker.actor = -1;
      add_via(statement, found.index, lattice().span(mention.start, mention.end));
    }
  }

  void add_via(Statement& statement, int actor, Span span) const {
    for (const Voice& voice : statement.via)
      if (voice.actor == actor && actor >= 0) return;
    Voice voice;
    voice.actor = actor;
    voice.name = actor >= 0 ? actors_[static_cast<size_t>(actor)].name : std::string(document_.text.substr(span.start, span.length()));
    voice.span = span;
    statement.via.push_back(voice);
  }

  void add_carrier(int32_t group, Statement& statement) const {
    const auto named = actors_of(clauses(), sentence(), strings_, group);
    add_via(statement, named.empty() ? -1 : named.front(), lattice().span(lattice().edge(group).start, lattice().edge(group).end));
  }

  // Whom the source spoke to ("told CNN"), who quotes it, on whose pages it stands.
  void add_carriers(const Candidate& candidate, Statement& statement) const {
    auto outlets_in = [&](uint16_t start, uint16_t end) {
      for (const Found& found : sentence().mentions) {
        const Edge& mention = lattice().edge(found.edge);
        const Span span = lattice().span(mention.start, mention.end);
        if (mention.start >= start && mention.end <= end && actors_[static_cast<size_t>(found.index)].outlet && found.index != statement.speaker.actor &&
            !statement.speaker.span.contains(span))
          add_via(statement, found.index, span);
      }
    };
    if (const Capture* via = capture_named(*candidate.program, candidate.match, k_.via)) {
      const auto named = via->edge >= 0 ? actors_of(clauses(), sentence(), strings_, via->edge) : std::vector<int>{};
      add_via(statement, named.empty() ? -1 : named.front(), lattice().span(via->start, via->end));
    } else if (const Capture* carrier = capture_named(*candidate.program, candidate.match, k_.carrier); carrier && carrier->edge >= 0) {
      if (const int32_t who = clauses().part(carrier->edge, k_.subject); who >= 0) add_carrier(who, statement);
    }
    // An outlet among those the words were told to.
    for (const char* role : {"object", "to", "with"})
      if (const int32_t hearer = candidate.cue.edge < 0 || group_of(candidate) != "say" ? -1 : clauses().part(candidate.cue.edge, strings_.find(role)); hearer >= 0 && is_medium(hearer))
        outlets_in(lattice().edge(hearer).start, lattice().edge(hearer).end);
    if (const Capture* told = capture_named(*candidate.program, candidate.match, strings_.find("to"))) outlets_in(told->start, told->end);
    if (const std::string where = where_of(candidate); candidate.match.end > candidate.cue.end && where != "none" && where != "around")
      outlets_in(candidate.cue.end, candidate.match.end);
  }

  // Where the group of a later cue begins, with the conjunction or comma before it.
  uint16_t group_start(const Capture& cue) const {
    const int start = cue.edge >= 0 ? lattice().edge(cue.edge).start : cue.start;
    for (int at = std::max(0, start - kLongestConjunction); at < start; ++at)
      for (int32_t e = lattice().first_edge(static_cast<uint16_t>(at)); e >= 0; e = lattice().edge(e).next) {
        const Edge& word = lattice().edge(e);
        if (word.kind == EdgeKind::kEntry && word.end == start && strings_[lattice().entry(word).lexicon] == "conjunctions") return static_cast<uint16_t>(at);
      }
    return static_cast<uint16_t>(std::max(0, start - 1));
  }

  // The sentence a byte stands in; their number if it stands behind all.
  size_t sentence_at(uint32_t byte) const {
    size_t at = 0;
    while (at < sentences_.size() && sentences_[at].range.span.end <= byte) ++at;
    return at;
  }

  // A quotation without a cue goes on with the speaker of the sentence before, if it is a sentence of its own, or of the quotation that the
  // cue stands behind ("A", X said, "B").
  void continue_quotation(const Quotation& quotation) {
    const size_t at = sentence_at(quotation.span.start);
    if (at == sentences_.size() || (sentences_[at].zone != ZoneKind::kBody && sentences_[at].zone != ZoneKind::kTitle)) return;
    const Statement* last = nullptr;
    const bool whole = sentences_[at].range.span.start == quotation.span.start && mode_of(sentences_[at].range.span, quotations_) == Mode::kDirect;
    for (const Statement& statement : out_) {
      if (statement.content && statement.content->contains(quotation.inside)) return;
      if (last || statement.act == Act::kDecline || statement.act == Act::kSilent) continue;
      const bool before = whole && sentence_at(statement.span.end - 1) + 1 == at;
      const bool broken_off = statement.sentence == static_cast<int>(at) && statement.mode == Mode::kDirect && statement.cue && statement.content &&
                              statement.content->end <= statement.cue->start && statement.cue->end <= quotation.span.start;
      if (before || broken_off) last = &statement;
    }
    if (!last) return;
    Statement statement;
    statement.sentence = static_cast<int>(at);
    statement.mode = Mode::kDirect;
    statement.span = quotation.span;
    statement.content = quotation.inside;
    statement.speaker = last->speaker;
    statement.speaker.span = {};
    statement.via = last->via;
    statement.rule = last->rule;
    out_.push_back(statement);
  }

  // A phrase such as "could not be verified" in the document marks every statement before it.
  void mark_unverified() {
    for (const Sentence& sentence : sentences_) {
      const Lattice& lattice = *sentence.lattice;
      for (uint16_t at = 0; at < lattice.size(); ++at)
        for (int32_t e = lattice.first_edge(at); e >= 0; e = lattice.edge(e).next) {
          const Edge& edge = lattice.edge(e);
          if (edge.kind != EdgeKind::kEntry || strings_[lattice.entry(edge).lexicon] != "unverified") continue;
          const uint32_t here = lattice.span(edge.start, edge.end).start;
          for (Statement& statement : out_)
            if (statement.span.start < here) statement.unverified = true;
        }
    }
  }

  const Strings& strings_;
  const LanguagePack& language_;
  const Document& document_;
  const std::vector<Sentence>& sentences_;
  const std::vector<Clauses>& all_clauses_;
  const std::vector<Quotation>& quotations_;
  const std::vector<Actor>& actors_;
  Matcher& matcher_;
  std::vector<Statement>& out_;
  Keys k_{};
  size_t index_ = 0;
};

}  // namespace

void read_statements(const Pack& pack, const LanguagePack& language, const Document& document, const std::vector<Sentence>& sentences,
                     const std::vector<Clauses>& clauses, const std::vector<Quotation>& quotations, const std::vector<Actor>& actors,
                     Matcher& matcher, std::vector<Statement>& out) {
  StatementReader(pack, language, document, sentences, clauses, quotations, actors, matcher, out).run();
}

}  // namespace hearsay
