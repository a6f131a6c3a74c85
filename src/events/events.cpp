// Frames ask for a clause's parts. For each verb and noun group the frames whose head fits are tried, the most telling first; the parties
// are read from the paths the frame names; time, place, status and statement come from where the group stands.
// SPDX-License-Identifier: Apache-2.0
#include "events/events.h"

#include <algorithm>

#include "events/status.h"

namespace hearsay {

namespace {

class EventReader {
 public:
  EventReader(const Pack& pack, const LanguagePack& language, const Document& document, const std::vector<Sentence>& sentences,
              const std::vector<Clauses>& clauses, const std::vector<TimeExpression>& times, const std::vector<Actor>& actors,
              const std::vector<Statement>& statements, std::vector<Event>& out)
      : pack_(pack), world_(pack.world()), strings_(pack.strings()), frames_(language.frames), document_(document), sentences_(sentences),
        all_clauses_(clauses), times_(times), actors_(actors), statements_(statements), out_(out) {
    auto key = [&](std::string_view text) { return strings_.find(text); };
    vg_ = key("vg"), role_ = key("role"), verb_ = key("verb"), head_ = key("head"), object_ = key("object"), actor_ = key("actor"), polarity_ = key("polarity");
    in_ = key("in"), subject_ = key("subject"), mention_ = key("mention"), complement_ = key("complement"), and_ = key("and"), with_ = key("with");
  }

  void run() {
    for (index_ = 0; index_ < sentences_.size(); ++index_) {
      const ZoneKind zone = sentences_[index_].zone;
      if (zone == ZoneKind::kBody || zone == ZoneKind::kTitle) read_sentence();
    }
  }

 private:
  struct Candidate {
    const Frame* frame;
    int32_t group;
    std::vector<int> source, target;
    std::vector<int32_t> used;         // groups the frame's tests rest on
    std::vector<int32_t> hidden;       // what is asked for, promised or refused tells no event of its own
    int32_t source_group = -1, target_group = -1;
    int venue = -1;                    // a state that is only the place
  };

  const Clauses& clauses() const { return all_clauses_[index_]; }
  const Lattice& lattice() const { return *sentences_[index_].lattice; }

  // ---- heads and parts

  // The token range of the word that heads a group.
  std::pair<uint16_t, uint16_t> head_of(int32_t group) const {
    const Edge* edge = &lattice().edge(group);
    for (int depth = 0; depth < 8 && edge->kind == EdgeKind::kNode; ++depth) {
      const Node& node = lattice().node(*edge);
      const Part* word = node.part(node.category == vg_ ? verb_ : head_);
      if (!word) return {edge->start, edge->start};
      if (word->edge < 0 || lattice().edge(word->edge).kind != EdgeKind::kNode) return {word->start, word->end};
      edge = &lattice().edge(word->edge);
    }
    return {edge->start, edge->end};
  }

  // The symbols of all entries that spell the head.
  template <class Visit>
  void each_head_symbol(int32_t group, Visit visit) const {
    const auto [start, end] = head_of(group);
    if (start >= end) return;
    for (int32_t at = lattice().first_edge(start); at >= 0; at = lattice().edge(at).next) {
      const Edge& edge = lattice().edge(at);
      if (edge.kind != EdgeKind::kEntry || edge.end != end) continue;
      for (uint16_t i = 0; i < edge.symbol_count; ++i) visit(edge.symbols[i]);
    }
  }
  bool head_has(int32_t group, std::span<const Symbol> wanted) const {
    bool found = false;
    each_head_symbol(group, [&](Symbol symbol) { found |= std::find(wanted.begin(), wanted.end(), symbol) != wanted.end(); });
    if (!found)
      for (Symbol symbol : wanted) found |= lattice().edge(group).has(symbol);
    return found || mention_has(group, wanted);
  }
  // A group that is all mention has its word there: "diplomats" in "23 Russian diplomats".
  bool mention_has(int32_t group, std::span<const Symbol> wanted) const {
    const Node* node = node_at(group);
    for (int depth = 0; node && node->category != mention_ && depth < 8; ++depth) {
      const Part* inner = node->part(head_) ? node->part(head_) : node->part(mention_);
      node = inner && inner->edge >= 0 ? node_at(inner->edge) : nullptr;
    }
    if (!node || node->category != mention_) return false;
    for (const Part& part : node->parts) {
      const std::string_view name = strings_[part.name];
      if (name != "what" && name != "head" && name != "title" && name != "who") continue;
      for (int32_t at = lattice().first_edge(part.start); at >= 0; at = lattice().edge(at).next)
        if (lattice().edge(at).kind == EdgeKind::kEntry && lattice().edge(at).end == part.end)
          for (Symbol symbol : wanted)
            if (lattice().edge(at).has(symbol)) return true;
    }
    return false;
  }
  const Node* node_at(int32_t edge) const {
    return lattice().edge(edge).kind == EdgeKind::kNode ? &lattice().node(lattice().edge(edge)) : nullptr;
  }

  // The groups at a path's end. A verb's preposition may hang on its object instead: "signed an agreement with".
  // `verbal`: a verb may stand where the object's noun does ("stop negotiating with", "demand to reform").
  std::vector<int32_t> follow(int32_t group, const FramePath& path, bool verbal = false) const {
    std::vector<int32_t> here{group};
    for (StrId step : frames_.steps.subspan(path.step_first, path.step_count)) {
      if (step == actor_) {
        std::erase_if(here, [&](int32_t g) { return actors_at(g).empty(); });
        continue;
      }
      std::vector<int32_t> next;
      for (int32_t at : here) {
        auto found = clauses().parts(at, step);
        if (found.empty() && step == object_ && verbal && is_verb(at)) found = clauses().parts(at, complement_);
        if (found.empty() && step != subject_ && step != object_ && is_verb(at))
          for (int32_t object : clauses().parts(at, object_)) {
            found = clauses().parts(object, step);
            if (!found.empty()) break;
          }
        next.insert(next.end(), found.begin(), found.end());
      }
      here = std::move(next);
    }
    return here;
  }
  bool is_verb(int32_t group) const {
    const Edge& edge = lattice().edge(group);
    return edge.kind == EdgeKind::kNode && lattice().node(edge).category == vg_;
  }
  std::vector<int> actors_at(int32_t group) const {
    std::vector<int> out = actors_of(clauses(), sentences_[index_], strings_, group);
    if (out.empty()) return out;
    if (const Node* node = node_at(group))   // "the US and South Korea": all that are named
      for (const Part& part : node->parts)
        if (part.name == and_ && part.edge >= 0)
          for (int actor : actors_of(clauses(), sentences_[index_], strings_, part.edge))
            if (std::find(out.begin(), out.end(), actor) == out.end()) out.push_back(actor);
    return out;
  }

  // ---- frames

  bool passes(const Frame& frame, Candidate& candidate) const {
    const Node* node = &lattice().node(lattice().edge(candidate.group));
    if ((frame.flags & kNegative) && strings_[node->attr(polarity_)] != "negative") return false;
    for (const FrameTest& test : frames_.tests.subspan(frame.test_first, frame.test_count)) {
      const auto groups = follow(candidate.group, test.path, test.kind == FrameTestKind::kSymbol || test.kind == FrameTestKind::kNotSymbol);
      const auto wanted = frames_.symbols.subspan(test.symbol_first, test.symbol_count);
      bool holds = false;
      switch (test.kind) {
        case FrameTestKind::kPresent:
          holds = !groups.empty();
          if (holds && test.path.step_count == 1 && frames_.steps[test.path.step_first] == complement_) candidate.hidden = groups;
          break;
        case FrameTestKind::kAbsent: holds = groups.empty(); break;
        case FrameTestKind::kSymbol:
          for (int32_t group : groups)
            if (head_has(group, wanted)) {
              holds = true;
              candidate.used.push_back(group);
            }
          break;
        case FrameTestKind::kNotSymbol:
          holds = true;
          for (int32_t group : groups) holds &= !head_has(group, wanted);
          break;
      }
      if (!holds) return false;
    }
    return true;
  }

  std::vector<int> party(const Candidate& candidate, uint32_t first, uint32_t count, int32_t& group, bool& place) const {
    for (const FramePath& path : frames_.paths.subspan(first, count)) {
      std::vector<int> found;
      for (int32_t at : follow(candidate.group, path, path.step_count > 1))
        for (int actor : actors_at(at)) {
          if (actors_[static_cast<size_t>(actor)].kind == ActorKind::kPlace) {
            place = true;
            continue;
          }
          if (std::find(found.begin(), found.end(), actor) == found.end()) found.push_back(actor);
          if (group < 0) group = at;
        }
      if (!found.empty()) return found;
    }
    return {};
  }

  bool joint(const Frame& frame) const {
    const WorldKind* kind = world_.kind(strings_[frame.kind]);
    return kind && kind->joint;
  }

  bool done_with(const Frame& frame) const {
    for (const FramePath& path : frames_.paths.subspan(frame.target_first, frame.target_count))
      if (path.step_count == 1 && frames_.steps[path.step_first] == with_ && (frame.flags & kNeedsTarget)) return true;
    return false;
  }

  // The first of several parties on one side, the rest on the other.
  static void split_sides(const std::vector<int> all, std::vector<int>& first, std::vector<int>& rest) {
    first.clear();
    rest.clear();
    for (int actor : all) (first.empty() ? first : rest).push_back(actor);
  }

  bool find_parties(Candidate& candidate, bool guess) const {
    const Frame& frame = *candidate.frame;
    bool from_place = false, to_place = false;   // a party's own place in the clause is held by a mere place
    candidate.source = party(candidate, frame.source_first, frame.source_count, candidate.source_group, from_place);
    candidate.target = party(candidate, frame.target_first, frame.target_count, candidate.target_group, to_place);
    std::erase_if(candidate.target, [&](int actor) { return std::find(candidate.source.begin(), candidate.source.end(), actor) != candidate.source.end(); });
    if (candidate.target.empty() && candidate.source.size() >= 2 && (joint(frame) || done_with(frame))) {
      split_sides(candidate.source, candidate.source, candidate.target);
      candidate.target_group = candidate.source_group;
    }
    if (candidate.source.empty() && candidate.target.size() >= 2 && joint(frame)) {
      split_sides(candidate.target, candidate.source, candidate.target);
      candidate.source_group = candidate.target_group;
    }
    if (joint(frame)) drop_venue(candidate);
    if (joint(frame) && (candidate.source.empty() || candidate.target.empty())) borrow_parties(candidate);
    const bool lacks = (candidate.source.empty() && (joint(frame) || (frame.flags & kNeedsSource))) ||
                       (candidate.target.empty() && (joint(frame) || (frame.flags & kNeedsTarget)));
    if (lacks && !guess) return false;
    if (!joint(frame) && candidate.target.empty() && to_place) return !(frame.flags & kNeedsTarget) && !candidate.source.empty();
    borrow_target(candidate);
    if ((candidate.source.empty() || candidate.target.empty()) && (joint(frame) || ((frame.flags & kNeedsTarget) && !candidate.source.empty()))) take_two_sides(candidate);
    if (candidate.source.empty() && (frame.flags & kNeedsSource)) return false;
    if (candidate.target.empty() && (frame.flags & kNeedsTarget)) return false;
    return !candidate.source.empty() || !candidate.target.empty();
  }

  // "The second summit took place in Hanoi": the parties are those of the meeting told last.
  void borrow_parties(Candidate& candidate) const {
    if (is_verb(candidate.group)) return;
    for (auto event = out_.rbegin(); event != out_.rend(); ++event) {
      if (event->sentence + 3 < static_cast<int>(index_)) return;
      if (!event->joint || event->source.actor < 0 || event->target.actor < 0) continue;
      const int other = candidate.source.empty() ? (candidate.target.empty() ? -1 : candidate.target.front()) : candidate.source.front();
      if (other >= 0 && other != event->source.actor && other != event->target.actor) continue;
      candidate.source = {other < 0 ? event->source.actor : other};
      candidate.target = {candidate.source.front() == event->source.actor ? event->target.actor : event->source.actor};
      return;
    }
  }

  bool of_country(int actor, const std::string& country) const { return actor >= 0 && actors_[static_cast<size_t>(actor)].country == country; }

  // Acts of force (CAMEO 15 to 20) need no target and borrow none.
  bool may_borrow_target(const Candidate& candidate) const {
    const WorldKind* kind = world_.kind(strings_[candidate.frame->kind]);
    return kind && strings_[kind->cameo].substr(0, 2) < "15" && !candidate.source.empty() && candidate.target.empty() &&
           (candidate.frame->flags & kTargetNamed) && !actors_[static_cast<size_t>(candidate.source.front())].country.empty();
  }

  // "He sent the letter": to whom, the report has said when it told the same kind of act of the same side before.
  void borrow_target(Candidate& candidate) const {
    if (!may_borrow_target(candidate)) return;
    const std::string& country = actors_[static_cast<size_t>(candidate.source.front())].country;
    for (auto event = out_.rbegin(); event != out_.rend() && event->sentence + 4 >= static_cast<int>(index_); ++event) {
      if (event->kind != strings_[candidate.frame->kind]) continue;
      if (of_country(event->source.actor, country) && event->target.actor >= 0) candidate.target = {event->target.actor};
      else if (of_country(event->target.actor, country) && event->source.actor >= 0) candidate.target = {event->source.actor};
      else continue;
      return;
    }
  }

  // Or the sentence tells another act between this side and somebody.
  void borrow_target_within(Candidate& candidate, const std::vector<Candidate>& others) const {
    if (!may_borrow_target(candidate)) return;
    const std::string& country = actors_[static_cast<size_t>(candidate.source.front())].country;
    for (const Candidate& other : others) {
      if (other.source.size() != 1 || other.target.size() != 1) continue;
      const bool from = of_country(other.source.front(), country), to = of_country(other.target.front(), country);
      if (from == to) continue;
      candidate.target = from ? other.target : other.source;
      return;
    }
  }

  // "The Singapore summit" was held there: a single state that modifies a joint act's noun is its place.
  void drop_venue(Candidate& candidate) const {
    if (is_verb(candidate.group) || candidate.source.size() + candidate.target.size() != 1) return;
    const int actor = candidate.source.empty() ? candidate.target.front() : candidate.source.front();
    if (actors_[static_cast<size_t>(actor)].kind != ActorKind::kState) return;
    const int32_t modifier = clauses().part(candidate.group, strings_.find("modifier"));
    if (modifier < 0) return;
    for (const Found& found : sentences_[index_].mentions)
      if (found.edge == modifier && found.index == actor) {
        candidate.source.clear();
        candidate.target.clear();
        candidate.venue = actor;
      }
  }

  // Where the sentence names actors of exactly two countries, a joint act is theirs; where one has its side, the other has the other.
  void take_two_sides(Candidate& candidate) const {
    std::vector<int> sides;
    for (const Found& found : sentences_[index_].mentions) {
      const Actor& actor = actors_[static_cast<size_t>(found.index)];
      if (actor.country.empty() || actor.outlet || actor.kind == ActorKind::kPlace || found.index == candidate.venue || is_place(found)) continue;
      const bool known = std::any_of(sides.begin(), sides.end(), [&](int side) { return actors_[static_cast<size_t>(side)].country == actor.country; });
      if (!known) sides.push_back(found.index);
    }
    if (sides.size() != 2) return;
    if (candidate.source.empty() && candidate.target.empty()) {
      candidate.source = {sides[0]};
      candidate.target = {sides[1]};
      return;
    }
    std::vector<int>& have = candidate.source.empty() ? candidate.target : candidate.source;
    std::vector<int>& want = candidate.source.empty() ? candidate.source : candidate.target;
    const std::string country = actors_[static_cast<size_t>(have.front())].country;
    for (int side : sides)
      if (actors_[static_cast<size_t>(side)].country != country && !country.empty()) want = {side};
  }

  // "in Singapore", "tai Ha Noi": a state named as where it was.
  bool is_place(const Found& found) const {
    const uint16_t start = lattice().edge(found.edge).start;
    for (uint16_t at = start > 3 ? static_cast<uint16_t>(start - 3) : uint16_t{0}; at < start; ++at)
      for (int32_t e = lattice().first_edge(at); e >= 0; e = lattice().edge(e).next) {
        const Edge& edge = lattice().edge(e);
        if (edge.kind != EdgeKind::kEntry || edge.end != start || strings_[lattice().entry(edge).lexicon] != "prepositions") continue;
        const std::string_view role = strings_[lattice().entry_attr(lattice().entry(edge), role_)];
        if (role == "in" || role == "on") return true;
      }
    return false;
  }

  void read_sentence() {
    std::vector<Candidate> found;
    for (const auto* groups : {&clauses().verbs(), &clauses().nouns()})
      for (int32_t group : *groups) try_group(group, found);
    for (int32_t inner : inner_nouns()) try_group(inner, found);
    std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
      if (a.frame->noun != b.frame->noun) return a.frame->noun < b.frame->noun;
      return false;
    });
    std::vector<int32_t> used;
    std::vector<Candidate> kept;
    for (Candidate& candidate : found) {
      if (std::find(used.begin(), used.end(), candidate.group) != used.end()) continue;
      bool told = false;
      for (const Candidate& other : kept)
        told |= other.frame->kind == candidate.frame->kind && same(other, candidate);
      if (told) continue;
      used.insert(used.end(), candidate.used.begin(), candidate.used.end());
      used.insert(used.end(), candidate.hidden.begin(), candidate.hidden.end());
      kept.push_back(candidate);
    }
    std::stable_sort(kept.begin(), kept.end(), [&](const Candidate& a, const Candidate& b) { return lattice().edge(a.group).start < lattice().edge(b.group).start; });
    for (Candidate& candidate : kept) borrow_target_within(candidate, kept);
    for (const Candidate& candidate : kept) make(candidate);
  }

  static bool same(const Candidate& a, const Candidate& b) {
    return (a.source == b.source && a.target == b.target) || (a.source == b.target && a.target == b.source);
  }

  // Noun groups inside noun groups: "the letter" in "the refusal of the letter".
  std::vector<int32_t> inner_nouns() const {
    std::vector<int32_t> inner;
    for (const Node& node : lattice().nodes()) {
      if (node.category == vg_ || node.category == mention_ || lattice().edge(node.edge).active) continue;
      const Part* head = node.part(head_);
      if (!head) continue;
      bool is_head = false;   // of a larger group, which has been tried
      for (const Node& outer : lattice().nodes())
        if (const Part* held = outer.part(head_); held && held->edge == node.edge) is_head = true;
      if (!is_head) inner.push_back(node.edge);
    }
    return inner;
  }

  void try_group(int32_t group, std::vector<Candidate>& out) const {
    std::vector<uint32_t> frames;
    const bool verb = is_verb(group);
    each_head_symbol(group, [&](Symbol symbol) {
      if (symbol < frames_.by_symbol.size())
        for (uint32_t frame : frames_.by_symbol[symbol])
          if ((frames_.frames[frame].noun == 0) == verb && std::find(frames.begin(), frames.end(), frame) == frames.end()) frames.push_back(frame);
    });
    std::stable_sort(frames.begin(), frames.end(), [&](uint32_t a, uint32_t b) {
      const Frame &x = frames_.frames[a], &y = frames_.frames[b];
      if (x.priority != y.priority) return x.priority > y.priority;
      if (x.test_count != y.test_count) return x.test_count > y.test_count;
      return a < b;
    });
    for (bool guess : {false, true})   // a frame whose parties are named goes before one whose parties must be guessed
      for (uint32_t index : frames) {
        Candidate candidate;
        candidate.frame = &frames_.frames[index];
        candidate.group = group;
        if (!passes(*candidate.frame, candidate) || !find_parties(candidate, guess)) continue;
        out.push_back(std::move(candidate));
        return;
      }
  }

  // ---- the event

  Span span_of(int32_t group) const { return lattice().span(lattice().edge(group).start, lattice().edge(group).end); }

  void make(const Candidate& candidate) {
    const Frame& frame = *candidate.frame;
    const WorldKind* kind = world_.kind(strings_[frame.kind]);
    if (!kind) return;
    Event event;
    event.span = span_of(candidate.group);
    for (int32_t group : candidate.used) {
      const Span more = span_of(group);
      event.span.start = std::min(event.span.start, more.start);
      event.span.end = std::max(event.span.end, more.end);
    }
    event.sentence = static_cast<int>(index_);
    event.kind = std::string(strings_[frame.kind]);
    event.cameo = std::string(strings_[kind->cameo]);
    event.plover = std::string(strings_[kind->plover]);
    event.goldstein = kind->goldstein;
    event.joint = kind->joint != 0;
    event.rule = std::string(strings_[frame.id]);
    const Sentence& sentence = sentences_[index_];
    event.lead = sentence.zone == ZoneKind::kTitle || (sentence.paragraph >= 0 && sentence.paragraph <= 1);
    event.status = StatusReader(clauses(), strings_).read(candidate.group, (frame.flags & kNegative) != 0);
    if (frame.noun && event.status != EventStatus::kHappened && dated_before_telling(candidate.group)) event.status = EventStatus::kHappened;
    if (frame.status) event.status = status_named(strings_[frame.status], event.status);
    event.place = place_of(candidate);
    event.statement = statement_at(event.span);
    if (event.statement >= 0) event.unverified = statements_[static_cast<size_t>(event.statement)].unverified;
    date(candidate, event);
    for (size_t i = 0; i < std::max<size_t>(candidate.source.size(), 1) && i < 2; ++i)
      for (size_t k = 0; k < std::max<size_t>(candidate.target.size(), 1) && k < 3; ++k) {
        Event one = event;
        if (i < candidate.source.size()) one.source = party_of(candidate.source[i], candidate.source_group);
        if (k < candidate.target.size()) one.target = party_of(candidate.target[k], candidate.target_group);
        if (one.source.actor >= 0 && one.source.actor == one.target.actor) continue;
        if (routine(one)) continue;
        out_.push_back(one);
        if (candidate.source.empty() || event.joint) break;
      }
  }

  // Talk, proposals and requests between the offices of one state are its daily work.
  bool routine(const Event& event) const {
    if (event.source.actor < 0 || event.target.actor < 0 || event.cameo.substr(0, 2) > "10") return false;
    const Actor &a = actors_[static_cast<size_t>(event.source.actor)], &b = actors_[static_cast<size_t>(event.target.actor)];
    auto office = [](const Actor& actor) {
      const std::string sector = actor.code.size() > 3 ? actor.code.substr(3, 3) : std::string();
      return sector.empty() || sector == "GOV" || sector == "LEG" || sector == "JUD" || sector == "MIL" || sector == "COP" || sector == "BUS";
    };
    return !a.country.empty() && a.country == b.country && office(a) && office(b);
  }

  // "Progress since the 2018 summit": what bears its own past date has happened, whatever is hoped of it.
  bool dated_before_telling(int32_t group) const {
    const Edge& edge = lattice().edge(group);
    for (const Found& found : sentences_[index_].times) {
      const Edge& when = lattice().edge(found.edge);
      const TimeExpression& time = times_[static_cast<size_t>(found.index)];
      if (when.start >= edge.start && when.end <= edge.end && time.to && document_.published_day && *time.to < *document_.published_day) return true;
    }
    return false;
  }

  static EventStatus status_named(std::string_view name, EventStatus worded) {
    if (name == "possible") return EventStatus::kPossible;
    if (name == "planned") return worded == EventStatus::kHappened ? EventStatus::kPlanned : worded;
    if (name == "not-happened") return EventStatus::kNotHappened;
    if (name == "happened") return EventStatus::kHappened;
    return worded;
  }

  Party party_of(int actor, int32_t group) const {
    Party party;
    party.actor = actor;
    if (group < 0) return party;
    party.span = span_of(group);
    const Edge& edge = lattice().edge(group);
    for (const Found& found : sentences_[index_].mentions) {
      const Edge& mention = lattice().edge(found.edge);
      if (found.index == actor && mention.start >= edge.start && mention.end <= edge.end) party.span = lattice().span(mention.start, mention.end);
    }
    return party;
  }

  int place_of(const Candidate& candidate) const {
    if (candidate.venue >= 0) return candidate.venue;
    for (int32_t group : clauses().parts(candidate.group, in_))
      for (int actor : mentioned_in(group)) {
        const ActorKind kind = actors_[static_cast<size_t>(actor)].kind;
        if (kind == ActorKind::kPlace || kind == ActorKind::kState) return actor;
      }
    return -1;
  }
  std::vector<int> mentioned_in(int32_t group) const {
    std::vector<int> out;
    const Edge& edge = lattice().edge(group);
    for (const Found& found : sentences_[index_].mentions) {
      const Edge& mention = lattice().edge(found.edge);
      if (mention.start >= edge.start && mention.end <= edge.end) out.push_back(found.index);
    }
    return out;
  }

  int statement_at(Span span) const {
    int best = -1;
    uint32_t smallest = UINT32_MAX;
    for (size_t i = 0; i < statements_.size(); ++i) {
      const Statement& statement = statements_[i];
      if (!statement.content || statement.content->length() >= smallest) continue;
      if (statement.content->start <= span.start && span.start < statement.content->end) {
        best = static_cast<int>(i);
        smallest = statement.content->length();
      }
    }
    return best;
  }

  // ---- time

  // How far a time stands from the event, in tokens; each verb between counts as ten.
  int distance(const Edge& time, int32_t group) const {
    const Edge& edge = lattice().edge(group);
    if (time.start >= edge.start && time.end <= edge.end) return 0;
    const int from = time.end <= edge.start ? time.end : edge.end;
    const int to = time.end <= edge.start ? edge.start : time.start;
    int cost = to - from;
    for (int32_t verb : clauses().verbs()) {
      const Edge& between = lattice().edge(verb);
      if (verb != group && between.start >= from && between.end <= to) cost += 10;
    }
    // A time that opens the sentence dates all of it.
    if (time.start <= 1) cost = std::min(cost, 12);
    return cost;
  }

  void date(const Candidate& candidate, Event& event) {
    int best = INT32_MAX;
    bool recent = false;
    for (const Found& found : sentences_[index_].times) {
      const TimeExpression& time = times_[static_cast<size_t>(found.index)];
      if (time.type != TimeType::kDate && time.type != TimeType::kTime) continue;
      if (time.value == "PAST_REF" || time.value == "PRESENT_REF") recent = true;
      const bool open_day = time.value.starts_with("XXXX-XX-XX");
      if (!time.from && !open_day) continue;
      const int cost = distance(lattice().edge(found.edge), candidate.group);
      if (cost < best) {
        best = cost;
        event.time = found.index;
      }
    }
    if (event.time >= 0) {
      const TimeExpression& time = times_[static_cast<size_t>(event.time)];
      event.from = time.from;
      event.to = time.to;
      if (!event.from) day_after_told(event);
      bound_by_office(candidate, event);
      const auto published = document_.published_day;
      if (published && event.from && *event.from > *published && event.status == EventStatus::kHappened) event.status = EventStatus::kPlanned;
      return;
    }
    // Undated news: it happened before it was told, and while those held office whom the report calls by it.
    if ((event.lead || recent) && document_.published_day && event.status != EventStatus::kPlanned && event.status != EventStatus::kPossible) {
      event.to = document_.published_day;
      bound_by_office(candidate, event);
      if (!event.from) event.to.reset();
    }
  }

  // "The day after" hangs on the event told before: no earlier than that, at most a day later.
  void day_after_told(Event& event) const {
    if (out_.empty() || !out_.back().from || !out_.back().to) return;
    event.from = out_.back().from;
    event.to = *out_.back().to + std::chrono::days{1};
  }

  static constexpr int kNewsYear = 366;   // days

  // The days are narrowed to the present term of an office by which a party, or who leads it, is called in the sentence.
  void bound_by_office(const Candidate& candidate, Event& event) const {
    const auto published = document_.published_day;
    if (!published || (event.status != EventStatus::kHappened && event.status != EventStatus::kNotHappened)) return;
    for (const Found& found : sentences_[index_].mentions) {
      const Edge& mention = lattice().edge(found.edge);
      if (!lattice().node(mention).part(strings_.find("title"))) continue;
      const Actor& actor = actors_[static_cast<size_t>(found.index)];
      if (actor.kind != ActorKind::kPerson || !actor.known || lattice().node(mention).part(strings_.find("former"))) continue;
      bool party = false;
      for (const auto* side : {&candidate.source, &candidate.target})
        for (int who : *side) party |= who == found.index || (!actor.country.empty() && actors_[static_cast<size_t>(who)].country == actor.country);
      if (!party) continue;
      const int world = world_.find(actor.id);
      const WorldTerm* term = world < 0 ? nullptr : world_.term_on(static_cast<uint32_t>(world), "head-of-state|head-of-government|leader", published);
      if (!term || term->since == INT32_MIN) continue;
      const Day since{std::chrono::days{term->since}};
      // A term that began long ago narrows nothing that is news.
      if (!event.from && *published - since > std::chrono::days{kNewsYear}) continue;
      if (event.to && *event.to < since) continue;
      if (!event.from || *event.from < since) event.from = since;
      if (!event.to) event.to = published;
    }
  }

  const Pack& pack_;
  const World& world_;
  const Strings& strings_;
  const Frames& frames_;
  const Document& document_;
  const std::vector<Sentence>& sentences_;
  const std::vector<Clauses>& all_clauses_;
  const std::vector<TimeExpression>& times_;
  const std::vector<Actor>& actors_;
  const std::vector<Statement>& statements_;
  std::vector<Event>& out_;
  size_t index_ = 0;
  StrId vg_, role_, verb_, head_, object_, actor_, polarity_, in_, subject_, mention_, complement_, and_, with_;
};

}  // namespace

void read_events(const Pack& pack, const LanguagePack& language, const Document& document, const std::vector<Sentence>& sentences,
                 const std::vector<Clauses>& clauses, const std::vector<TimeExpression>& times, const std::vector<Actor>& actors,
                 const std::vector<Statement>& statements, std::vector<Event>& out) {
  EventReader(pack, language, document, sentences, clauses, times, actors, statements, out).run();
}

}  // namespace hearsay
