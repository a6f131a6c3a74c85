// An attribution is read from its cue outwards. A rule of the pack finds the cue and says on which side the content
// stands; the clause says who the cue's subject is; quotation marks say where direct speech ends. What stands inside another
// statement's content was passed on by that statement's speaker: that is the chain.
// SPDX-License-Identifier: Apache-2.0
#include "statements/statements.h"

#include <algorithm>

#include "statements/chains.h"
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
    // One reading a cue: the higher priority, then the longer match.
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
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
      if (!free) continue;
      for (const Capture* part : {&candidate.cue, second, carrier})
        if (part)
          for (uint16_t i = part->start; i < part->end; ++i) taken[i] = true;
      chosen.push_back(candidate);
    }
    std::stable_sort(chosen.begin(), chosen.end(), [](const Candidate& a, const Candidate& b) { return a.cue.start < b.cue.start; });
    for (size_t i = 0; i < chosen.size(); ++i) {
      uint16_t limit = lattice().size();
      for (size_t k = i + 1; k < chosen.size(); ++k) {
        if (follows_on(chosen[i], chosen[k])) limit = std::min(limit, group_start(chosen[k].cue));
        // "A says B, C reports": what C reports ends before C.
        if (where_of(chosen[k]) == "before") limit = std::min(limit, chosen[k].match.start);
      }
      if (i + 1 < chosen.size() && is_same_act(chosen[i], chosen[i + 1])) continue;
      make(chosen[i], limit);
    }
  }

  const Node* verb_group(const Capture& cue) const {
    return cue.edge >= 0 && lattice().edge(cue.edge).kind == EdgeKind::kNode ? &lattice().node(lattice().edge(cue.edge)) : nullptr;
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
    if (b.cue.edge < 0 || a.cue.edge < 0) return false;
    const Relation* up = clauses().governing(b.cue.edge);
    return up && up->from == a.cue.edge && strings_[up->label] == "coordinated";
  }

  // The cue's entry in the lexicon of cues.
  const Entry* cue_entry(const Capture& cue) const {
    const Entry* best = nullptr;
    uint16_t start = cue.start, end = cue.end;
    if (cue.edge >= 0 && lattice().edge(cue.edge).kind == EdgeKind::kNode) {
      const Node& node = lattice().node(lattice().edge(cue.edge));
      const Part* verb = node.part(k_.verb);
      if (!verb) verb = node.part(k_.head);
      if (verb) start = verb->start, end = verb->end;
    }
    for (int32_t at = lattice().first_edge(start); at >= 0; at = lattice().edge(at).next) {
      const Edge& edge = lattice().edge(at);
      if (edge.kind == EdgeKind::kEntry && edge.end == end && strings_[lattice().entry(edge).lexicon] == "cues") best = &lattice().entry(edge);
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

  void make(const Candidate& candidate, uint16_t limit) {
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
    else if (how != "unnamed" && cue.edge >= 0) speaker = speaker_of(cue.edge);
    if (how == "unnamed") {
      statement.speaker.anonymous = true;
    } else {
      if (speaker < 0 || !speaker_in(speaker).can_speak()) return;   // without a speaker it is nobody's word
      read_voice(speaker, statement);
    }
    add_carriers(candidate, statement);
    // content
    const std::string where = statement.act == Act::kSilent ? "none" : emit_text(program, *candidate.emit, match, lattice(), strings_, k_.content);
    if (where != "none" && !place_content(where, candidate, limit, speaker, statement)) return;
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

  // The cue's subject; of a cue that an intermediary's object speaks, that object.
  int32_t speaker_of(int32_t cue) const {
    return clauses().part(cue, k_.subject);
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

  // Whom the source spoke to ("told CNN"), who quotes it, on whose pages it stands.
  void add_carriers(const Candidate& candidate, Statement& statement) const {
    auto outlets_in = [&](uint16_t start, uint16_t end) {
      for (const Found& found : sentence().mentions) {
        const Edge& mention = lattice().edge(found.edge);
        if (mention.start >= start && mention.end <= end && actors_[static_cast<size_t>(found.index)].outlet && found.index != statement.speaker.actor)
          add_via(statement, found.index, lattice().span(mention.start, mention.end));
      }
    };
    if (const Capture* via = capture_named(*candidate.program, candidate.match, k_.via)) {
      const auto named = via->edge >= 0 ? actors_of(clauses(), sentence(), strings_, via->edge) : std::vector<int>{};
      add_via(statement, named.empty() ? -1 : named.front(), lattice().span(via->start, via->end));
    } else if (const Capture* carrier = capture_named(*candidate.program, candidate.match, k_.carrier); carrier && carrier->edge >= 0) {
      const int32_t who = clauses().part(carrier->edge, k_.subject);
      if (who >= 0) {
        const auto named = actors_of(clauses(), sentence(), strings_, who);
        add_via(statement, named.empty() ? -1 : named.front(), lattice().span(lattice().edge(who).start, lattice().edge(who).end));
      }
    }
    // An outlet among those the words were told to.
    if (const Capture* told = capture_named(*candidate.program, candidate.match, strings_.find("to"))) outlets_in(told->start, told->end);
    if (candidate.match.end > candidate.cue.end && emit_text(*candidate.program, *candidate.emit, candidate.match, lattice(), strings_, k_.content) == "after")
      outlets_in(candidate.cue.end, candidate.match.end);
  }

  // ---- content

  const Quotation* quotation_at(uint32_t byte) const {
    for (const Quotation& quotation : quotations_)
      if (quotation.span.start <= byte && byte < quotation.span.end) return &quotation;
    return nullptr;
  }

  bool is_mark(uint16_t at, std::string_view marks) const {
    if (at >= lattice().size()) return false;
    const std::string_view word = lattice().words(at, static_cast<uint16_t>(at + 1));
    return lattice().token(at).kind != TokenKind::kWord && lattice().token(at).kind != TokenKind::kNumber && marks.find(word) != std::string_view::npos;
  }

  // Without commas, colons and brackets at its ends, nor a full stop.
  Span trimmed_span(uint16_t start, uint16_t end) const {
    static constexpr std::string_view kOuter = ",;:-\u2013\u2014)(.";
    while (start < end && is_mark(start, kOuter)) ++start;
    while (end > start && is_mark(static_cast<uint16_t>(end - 1), kOuter)) --end;
    return lattice().span(start, end);
  }

  bool place_content(std::string where, const Candidate& candidate, uint16_t limit, int32_t speaker, Statement& statement) {
    const Match& match = candidate.match;
    uint16_t start = 0, end = lattice().size();
    // "Meanwhile, according to X, ...": nothing is told before the cue.
    if (where == "before" && !verb_in(0, match.start) && verb_in(match.end, lattice().size())) where = "after";
    if (where == "after") {
      start = match.end;
      // The match may have run over an opening quotation mark.
      while (start > candidate.cue.end && is_mark(static_cast<uint16_t>(start - 1), "\"\u201C\u00AB")) --start;
      end = std::min(end, limit);
      if (start >= end) return false;
      const uint32_t byte = lattice().token(start).start;
      if (const Quotation* quote = quotation_at(byte); quote && quote->span.start == byte) {
        const Span rest = lattice().span(start, end);
        if (quote->span.end >= rest.end || only_marks_behind(quote->span.end, end)) {
          statement.content = quote->inside;
          statement.mode = Mode::kDirect;
          return true;
        }
      }
    } else if (where == "before") {
      end = match.start;
      if (speaker >= 0) end = std::min<uint16_t>(end, lattice().edge(speaker).start);
      if (match.start < lattice().size() && is_mark(match.start, "\"\u201D\u00BB")) ++end;
      if (end == 0) return false;
      uint16_t close = end;
      while (close > 0 && is_mark(static_cast<uint16_t>(close - 1), ",")) --close;
      if (close > 0)
        if (const Quotation* quote = quotation_at(lattice().token(static_cast<uint16_t>(close - 1)).start);
            quote && quote->span.end == lattice().token(static_cast<uint16_t>(close - 1)).end && quote->span.start <= lattice().token(0).start) {
          statement.content = quote->inside;
          statement.mode = Mode::kDirect;
          return true;
        }
    } else if (where == "around") {
      start = std::max(candidate.cue.end, match.end);
      end = std::min(end, limit);
      if (start >= end) return false;
    }
    // What is said within a quotation ends with it.
    if (const Quotation* around = statement.cue ? quotation_at(statement.cue->start) : nullptr) {
      while (end > start && lattice().token(static_cast<uint16_t>(end - 1)).end > around->inside.end) --end;
      while (start < end && lattice().token(start).start < around->inside.start) ++start;
    }
    const Span span = trimmed_span(start, end);
    if (span.empty()) return false;
    bool tells = false;   // a conjunction alone tells nothing
    for (uint16_t i = start; i < end; ++i) tells |= clauses().top_at(i) >= 0 || lattice().token(i).kind == TokenKind::kNumber;
    if (!tells) return false;
    statement.content = span;
    statement.mode = mode_of(span);
    if (statement.mode == Mode::kDirect)   // what is all quotation is that quotation, unless its cue is quoted too
      if (const Quotation* quote = quotation_at(span.start); quote && !(statement.cue && quote->span.contains(*statement.cue))) statement.content = quote->inside;
    return true;
  }

  bool verb_in(uint16_t start, uint16_t end) const {
    for (int32_t verb : clauses().verbs())
      if (lattice().edge(verb).start >= start && lattice().edge(verb).end <= end) return true;
    return false;
  }

  bool only_marks_behind(uint32_t byte, uint16_t end) const {
    for (uint16_t i = 0; i < end; ++i)
      if (lattice().token(i).start >= byte && lattice().token(i).kind == TokenKind::kWord) return false;
    return true;
  }

  // Where the group of a later cue begins, with the conjunction or comma before it.
  uint16_t group_start(const Capture& cue) const {
    static constexpr int kLongestConjunction = 3;
    const int start = cue.edge >= 0 ? lattice().edge(cue.edge).start : cue.start;
    for (int at = std::max(0, start - kLongestConjunction); at < start; ++at)
      for (int32_t e = lattice().first_edge(static_cast<uint16_t>(at)); e >= 0; e = lattice().edge(e).next) {
        const Edge& word = lattice().edge(e);
        if (word.kind == EdgeKind::kEntry && word.end == start && strings_[lattice().entry(word).lexicon] == "conjunctions") return static_cast<uint16_t>(at);
      }
    return static_cast<uint16_t>(std::max(0, start - 1));
  }

  Mode mode_of(Span span) const {
    uint32_t quoted = 0;
    for (const Quotation& quotation : quotations_)
      if (quotation.span.overlaps(span))
        quoted += std::min(quotation.span.end, span.end) - std::max(quotation.span.start, span.start);
    if (quoted == 0) return Mode::kIndirect;
    return quoted + 3 >= span.length() ? Mode::kDirect : Mode::kMixed;
  }

  // A quotation without a cue goes on with the speaker of the sentence before, if it is a sentence of its own, or of the quotation that the
  // cue stands behind ("A", X said, "B").
  void continue_quotation(const Quotation& quotation) {
    size_t at = 0;
    while (at < sentences_.size() && sentences_[at].range.span.end <= quotation.span.start) ++at;
    if (at == sentences_.size() || (sentences_[at].zone != ZoneKind::kBody && sentences_[at].zone != ZoneKind::kTitle)) return;
    const Statement* last = nullptr;
    const bool whole = sentences_[at].range.span.start == quotation.span.start && mode_of(sentences_[at].range.span) == Mode::kDirect;
    for (const Statement& statement : out_) {
      if (statement.content && statement.content->contains(quotation.inside)) return;
      if (last || statement.act == Act::kDecline || statement.act == Act::kSilent) continue;
      const bool before = whole && statement.sentence + 1 == static_cast<int>(at);
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
