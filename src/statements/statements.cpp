// An attribution is read from its cue outwards. A rule of the pack finds the cue and says on which side the content
// stands; the clause says who the cue's subject is; quotation marks say where direct speech ends. What stands inside another
// statement's content was passed on by that statement's speaker: that is the chain.
// SPDX-License-Identifier: Apache-2.0
#include "statements/statements.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

#include "statements/attributions.h"
#include "statements/chains.h"
#include "statements/content.h"
#include "statements/reference.h"
#include "statements/speaker.h"

namespace hearsay {

namespace {

class StatementReader {
 public:
  StatementReader(const Pack& pack, const LanguagePack& language, const Document& document, const std::vector<Sentence>& sentences,
                  const std::vector<Clauses>& clauses, const std::vector<Quotation>& quotations, const std::vector<Actor>& actors,
                  Matcher& matcher, std::vector<Statement>& out)
      : strings_(pack.strings()), language_(language), document_(document), sentences_(sentences), all_clauses_(clauses),
        quotations_(quotations), actors_(actors), matcher_(matcher), out_(out), k_(strings_) {
    auto key = [&](std::string_view text) { return strings_.find(text); };
    via_ = key("via"), act_ = key("act"), of_ = key("of"), det_ = key("det"), object_ = key("object"), unverified_ = key("unverified");
  }

  void run() {
    for (index_ = 0; index_ < sentences_.size(); ++index_) {
      if (sentences_[index_].zone != ZoneKind::kBody && sentences_[index_].zone != ZoneKind::kTitle) continue;
      read_sentence();
    }
    for (const Quotation& quotation : quotations_) continue_quotation(quotation);
    std::stable_sort(out_.begin(), out_.end(), [](const Statement& a, const Statement& b) { return a.span.start < b.span.start; });
    link_chains(out_, actors_, sentences_);
    mark_unverified();
  }

 private:
  using Candidate = AttributionReader::Candidate;
  using Attribution = AttributionReader::Attribution;

  const Sentence& sentence() const { return sentences_[index_]; }
  const Clauses& clauses() const { return all_clauses_[index_]; }
  const Lattice& lattice() const { return *sentence().lattice; }

  void read_sentence() {
    reading_.emplace(language_, strings_, k_, sentence(), clauses(), quotations_, actors_);
    for (const Attribution& attribution : reading_->read(matcher_)) make(attribution);
  }

  void make(const Attribution& attribution) {
    const Candidate& candidate = attribution.candidate;
    const Program& program = *candidate.program;
    const Match& match = candidate.match;
    Statement statement;
    statement.sentence = static_cast<int>(index_);
    statement.rule = std::string(strings_[match.rule->id]);
    const Capture* second = capture_named(program, match, k_.cue2);
    const Capture& cue = candidate.cue;
    statement.cue = reading_->cue_span(cue);
    const Entry* entry = second ? reading_->cue_entry(*second) : reading_->cue_entry(cue);
    statement.act = act_of(entry, cue);
    if (statement.act == Act::kAssert && reading_->is_unsaid(cue)) return;
    // speaker
    const std::string_view how = strings_[emit_id(program, *candidate.emit, match, lattice(), k_.speaker)];
    int32_t speaker = -1;
    bool speaks = true;
    if (how == "unnamed") {
      statement.speaker.anonymous = true;
    } else {
      speaker = speaker_group(attribution, how);
      if (speaker < 0) return;   // without a speaker it is nobody's word
      speaks = how == "any" || speaker_in(speaker).can_speak();
      if (!speaks && !may_be_quoted(candidate, speaker)) return;
      const int32_t named = attribution.source;
      const bool carries = named >= 0 && speaker_in(named).can_speak();
      read_voice(carries ? named : speaker, statement);
      if (carries) add_carrier(std::exchange(speaker, named), statement);
    }
    add_carriers(candidate, statement);
    // content
    const std::string_view where = statement.act == Act::kSilent ? "none" : candidate.where;
    if (where != "none") {
      const int32_t object = where == "object" && cue.edge >= 0 ? clauses().part(cue.edge, object_) : -1;
      const Capture* captured = capture_named(program, match, k_.content);
      ContentReader::Frame frame{match.start, match.end, cue.end, attribution.limit, speaker, statement.cue, captured, object, reading_->opens_hanging()};
      if (const uint16_t end = where == "after" && match.end == cue.end ? reading_->shorter_cue_end(cue) : 0; end > 0) {
        frame.match_end = frame.cue_end = end;
        statement.cue->end = frame.cue->end = lattice().token(static_cast<uint16_t>(end - 1)).end;
      }
      auto content = ContentReader(clauses(), quotations_, k_.form, k_.adjectives).find(where, frame);
      if (!content && where == "after") content = opened_by_next_sentence(match);
      if (!content) return;
      if (where == "after" && content->mode == Mode::kIndirect && reading_->wants_clause(cue) && reading_->is_setting(content->span)) return;
      statement.content = content->span, statement.mode = content->mode;
    }
    const bool answers = statement.act == Act::kDeny || statement.act == Act::kConfirm;
    statement.refers_back = answers && statement.mode == Mode::kIndirect && (!statement.content || Reference(clauses(), strings_).points_back(*statement.content));
    const bool direct = statement.content && statement.mode == Mode::kDirect;
    if (!direct && (!speaks || (statement.act == Act::kAssert && reading_->is_possible(cue)))) return;
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

  // The noun group of whoever speaks; -1 if there is none.
  int32_t speaker_group(const Attribution& attribution, std::string_view how) const {
    const Candidate& candidate = attribution.candidate;
    if (const Capture* captured = capture_named(*candidate.program, candidate.match, k_.speaker)) return captured->edge;
    if (how == "owner") return owner_of(candidate.cue.edge);
    if (candidate.cue.edge < 0) return -1;
    return attribution.carried >= 0 ? attribution.carried : reading_->speaker_of(candidate.cue.edge);
  }

  // Whoever "said" what stands between marks before the cue speaks, even if no lexicon holds the noun.
  bool may_be_quoted(const Candidate& candidate, int32_t speaker) const {
    const Edge& edge = lattice().edge(speaker);
    return candidate.where != "after" && reading_->group_of(candidate) == "say" && reading_->takes_clause(candidate) && candidate.cue.edge >= 0 &&
           lattice().edge(candidate.cue.edge).kind == EdgeKind::kNode && !quotation_at(quotations_, lattice().token(candidate.cue.start).start) &&
           edge.kind == EdgeKind::kNode && lattice().node(edge).part(k_.head);
  }

  // Whom a noun group belongs to: "the claim of X", or the mention that "his" is in "his claim".
  int32_t owner_of(int32_t group) const {
    if (const int32_t owner = clauses().part(group, of_); owner >= 0 || group < 0) return owner;
    const Edge& edge = lattice().edge(group);
    const Part* det = edge.kind == EdgeKind::kNode ? lattice().node(edge).part(det_) : nullptr;
    for (int32_t at = det ? lattice().first_edge(det->start) : -1; at >= 0; at = lattice().edge(at).next) {
      const Edge& here = lattice().edge(at);
      if (here.kind == EdgeKind::kNode && here.end == det->end && lattice().node(here).category == k_.mention) return at;
    }
    return -1;
  }

  // "He said:" at the end of a paragraph: the quotation that the next one opens with.
  std::optional<ContentReader::Content> opened_by_next_sentence(const Match& match) const {
    const uint16_t size = lattice().size();
    if (match.end < size || lattice().words(static_cast<uint16_t>(size - 1), size) != ":") return std::nullopt;
    if (index_ + 1 == sentences_.size() || sentences_[index_ + 1].zone != ZoneKind::kBody) return std::nullopt;
    const Span next = sentences_[index_ + 1].range.span;
    const Quotation* quote = quotation_at(quotations_, next.start);
    return quote && quote->span.start == next.start ? std::optional(ContentReader::Content{quote->inside, Mode::kDirect}) : std::nullopt;
  }

  bool is_coordinated(int32_t group) const { return !clauses().parts(group, strings_.find("and")).empty(); }

  Act act_of(const Entry* entry, const Capture& cue) const {
    const std::string_view act = entry ? strings_[lattice().entry_attr(*entry, act_)] : std::string_view{};
    if (act == "confirm") return negated(cue) ? Act::kAssert : Act::kConfirm;
    if (act == "deny") return negated(cue) ? Act::kAssert : Act::kDeny;
    if (act == "decline") return Act::kDecline;
    if (act == "silent") return Act::kSilent;
    // Who does not say something keeps silent about it; who does not believe it has said so.
    if (entry && strings_[lattice().entry_attr(*entry, k_.group)] == "say" && negated(cue)) return Act::kSilent;
    return Act::kAssert;
  }
  bool negated(const Capture& cue) const {
    if (cue.edge < 0 || lattice().edge(cue.edge).kind != EdgeKind::kNode) return false;
    return strings_[lattice().node(lattice().edge(cue.edge)).attr(k_.polarity)] == "negative";
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
        return &outer != &*earlier && outer.content && earlier->cue && outer.content->contains(*earlier->cue) && !by_outlet(outer);
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
    if (const Capture* via = capture_named(*candidate.program, candidate.match, via_)) {
      const auto named = via->edge >= 0 ? actors_of(clauses(), sentence(), strings_, via->edge) : std::vector<int>{};
      add_via(statement, named.empty() ? -1 : named.front(), lattice().span(via->start, via->end));
    } else if (const Capture* carrier = capture_named(*candidate.program, candidate.match, k_.carrier); carrier && carrier->edge >= 0) {
      if (const int32_t who = clauses().part(carrier->edge, k_.subject); who >= 0) add_carrier(who, statement);
    }
    // An outlet among those the words were told to.
    for (const char* role : {"object", "to", "with"})
      if (const int32_t hearer = candidate.cue.edge < 0 || reading_->group_of(candidate) != "say" ? -1 : clauses().part(candidate.cue.edge, strings_.find(role)); hearer >= 0 && reading_->is_medium(hearer))
        outlets_in(lattice().edge(hearer).start, lattice().edge(hearer).end);
    if (const Capture* told = capture_named(*candidate.program, candidate.match, strings_.find("to"))) outlets_in(told->start, told->end);
    if (candidate.match.end > candidate.cue.end && candidate.where != "none" && candidate.where != "around")
      outlets_in(candidate.cue.end, candidate.match.end);
  }

  // The sentence a byte stands in; their number if it stands behind all.
  size_t sentence_at(uint32_t byte) const {
    size_t at = 0;
    while (at < sentences_.size() && sentences_[at].range.span.end <= byte) ++at;
    return at;
  }

  // A quotation without a cue goes on with whoever the report itself has speak in the sentence before, if it is a sentence of its own, or of the
  // quotation that the cue stands behind ("A", X said, "B").
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
                              statement.content->end <= statement.cue->start && statement.cue->end <= quotation.span.start && mark_before(quotation);
      if ((before || broken_off) && !is_passed_on(statement)) last = &statement;
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

  // A title or a word in marks goes on in its clause; what is said goes on behind a comma, a dash or a stop.
  bool mark_before(const Quotation& quotation) const {
    const size_t last = document_.text.find_last_not_of(" \t\n", quotation.span.start == 0 ? 0 : quotation.span.start - 1);
    return last != std::string::npos && !std::isalnum(static_cast<unsigned char>(document_.text[last]));
  }

  // Whether a statement stands in what another says, and so is not the report's own telling.
  bool is_passed_on(const Statement& statement) const {
    return std::any_of(out_.begin(), out_.end(), [&](const Statement& outer) {
      if (&outer == &statement || !outer.content || !statement.cue || !outer.content->contains(*statement.cue)) return false;
      return !(outer.cue && statement.content && statement.content->contains(*outer.cue));   // each inside the other
    });
  }

  // A phrase such as "could not be verified" in the document marks every statement before it.
  void mark_unverified() {
    for (const Sentence& sentence : sentences_) {
      const Lattice& lattice = *sentence.lattice;
      for (uint16_t at = 0; at < lattice.size(); ++at)
        for (int32_t e = lattice.first_edge(at); e >= 0; e = lattice.edge(e).next) {
          const Edge& edge = lattice.edge(e);
          if (edge.kind != EdgeKind::kEntry || lattice.entry(edge).lexicon != unverified_) continue;
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
  const AttributionReader::Keys k_;
  StrId via_ = 0, act_ = 0, of_ = 0, det_ = 0, object_ = 0, unverified_ = 0;
  std::optional<AttributionReader> reading_;   // of the sentence at hand
  size_t index_ = 0;
};

}  // namespace

void read_statements(const Pack& pack, const LanguagePack& language, const Document& document, const std::vector<Sentence>& sentences,
                     const std::vector<Clauses>& clauses, const std::vector<Quotation>& quotations, const std::vector<Actor>& actors,
                     Matcher& matcher, std::vector<Statement>& out) {
  StatementReader(pack, language, document, sentences, clauses, quotations, actors, matcher, out).run();
}

}  // namespace hearsay
