// Rules of level 1 make amounts of numbers; those of higher levels say what the amounts count, by the words beside them or by the clause
// they stand in. What several rules say of one amount competes.
// SPDX-License-Identifier: Apache-2.0
#include "figures/figures.h"

#include <algorithm>
#include <tuple>

#include "figures/amounts.h"
#include "time/meaning.h"

namespace hearsay {

namespace {

constexpr int kAmountLevel = 1;
// Words behind an amount among which the counted people stand, and those in which a thing that is named must begin.
constexpr int kNearestPeople = 4, kNearestThing = 2;

// Names that this room asks rules, nodes and entries for.
struct Keys {
  explicit Keys(const Strings& strings) {
    auto key = [&](std::string_view text) { return strings.find(text); };
    amount = key("amount"), n = key("n"), h = key("h"), w = key("w"), of = key("of"), who = key("who"), count = key("count"), about = key("about");
    headcounts = key("headcounts"), polarity = key("polarity"), modality = key("modality"), tense = key("tense"), times = key("times"), behind = key("behind");
  }
  StrId amount, n, h, w, of, who, count, about, headcounts, polarity, modality, tense, times, behind;
};

// What one rule says of one amount.
struct Candidate {
  const Rule* rule = nullptr;
  const Program* program = nullptr;
  const Emit* emit = nullptr;
  Match match;
  int32_t amount = -1;          // edge
};

class SentenceReader {
 public:
  SentenceReader(const LanguagePack& language, const Strings& strings, const Keys& keys, const AmountReader& amounts, Lattice& lattice, const Clauses& clauses)
      : language_(language), strings_(strings), k_(keys), amounts_(amounts), lattice_(lattice), clauses_(clauses) {}

  std::vector<Figure> read(Matcher& matcher) {
    std::vector<Figure> figures;
    if (!make_amounts(matcher)) return figures;
    for (const Candidate& candidate : best_of(candidates(matcher)))
      if (Figure figure = figure_of(candidate); !figure.of.empty()) figures.push_back(std::move(figure));
    return figures;
  }

 private:
  bool make_amounts(Matcher& matcher) {
    const Program& program = language_.program("figures", kAmountLevel);
    if (program.rules.empty()) return false;
    for (const Match& match : matcher.find_best(program, lattice_))
      for (const Emit& emit : program.emits_of(*match.rule)) {
        if (emit.relation) continue;
        Node node = make_node(program, emit, match, lattice_, strings_);
        const auto amount = emit.label == k_.amount ? amounts_.read(lattice_, node) : std::nullopt;
        if (!amount && emit.label == k_.amount) continue;
        const int32_t edge = lattice_.add_node(std::move(node));
        if (amount) made_.push_back({edge, *amount});
      }
    return !made_.empty();
  }

  std::vector<Candidate> candidates(Matcher& matcher) const {
    std::vector<Candidate> found;
    for (int level = kAmountLevel + 1; level <= kLevels; ++level) {
      const Program& program = language_.program("figures", level);
      if (program.rules.empty()) continue;
      for (const Match& match : matcher.find_all(program, lattice_))
        for (const Emit& emit : program.emits_of(*match.rule)) {
          const Candidate candidate{match.rule, &program, &emit, match, amount_of(program, emit, match)};
          if (made(candidate.amount)) found.push_back(candidate);
        }
    }
    return found;
  }

  const Amount* made(int32_t edge) const {
    for (const auto& [node, amount] : made_)
      if (node == edge) return &amount;
    return nullptr;
  }

  // The amount that is captured, or that heads the part of the clause that the rule names; -1 where the verb says that it is not so.
  int32_t amount_of(const Program& program, const Emit& emit, const Match& match) const {
    const Capture* harm = capture_named(program, match, k_.h);
    const int32_t verb = harm ? verb_at(harm->start) : -1;
    if (verb >= 0 && !tells(lattice_.node(lattice_.edge(verb)))) return -1;
    const StrId part = emit_id(program, emit, match, lattice_, k_.count);
    if (!part) {
      const Capture* captured = capture_named(program, match, k_.n);
      if (!captured || captured->edge < 0) return -1;
      const StrId behind = emit_id(program, emit, match, lattice_, k_.behind);
      return !behind || word_behind(captured->end, behind, kNearestThing) ? captured->edge : -1;
    }
    const int32_t group = verb < 0 ? -1 : clauses_.part(verb, part);
    return group < 0 || far_apart(group, verb) ? -1 : amount_at_head(lattice_.edge(group));
  }

  int32_t verb_at(uint16_t position) const {
    for (int32_t verb : clauses_.verbs())
      if (lattice_.edge(verb).start <= position && position < lattice_.edge(verb).end) return verb;
    return -1;
  }

  // What is not, or may yet be, is counted by nobody.
  bool tells(const Node& verb) const {
    const std::string_view modality = strings_[verb.attr(k_.modality)];
    return strings_[verb.attr(k_.polarity)] != "negative" && modality != "possible" && modality != "intended" && strings_[verb.attr(k_.tense)] != "future";
  }

  // A noun group's own number opens it, behind no more than a word that bounds or points to it. What it counts are people, or is not said.
  int32_t amount_at_head(const Edge& group) const {
    for (const auto& [edge, _] : made_) {
      const Edge& amount = lattice_.edge(edge);
      if (amount.end <= group.start || amount.start > group.start + 1 || amount.end > group.end) continue;
      return amount.end == group.end || names_people(amount.end, group.end) ? edge : -1;
    }
    return -1;
  }

  bool names_people(uint16_t start, uint16_t end) const {
    const auto people = people_behind(start);
    return people.second > start && people.second <= end;
  }

  // Of two verbs or more that stand between, one would have taken the group before this one did.
  bool far_apart(int32_t group, int32_t verb) const {
    const uint16_t from = lattice_.edge(group).end, to = lattice_.edge(verb).start;
    return std::count_if(clauses_.verbs().begin(), clauses_.verbs().end(), [&](int32_t other) {
      return lattice_.edge(other).start >= from && lattice_.edge(other).end <= to;
    }) > 1;
  }

  std::vector<Candidate> best_of(std::vector<Candidate> found) const {
    std::stable_sort(found.begin(), found.end(), [&](const Candidate& a, const Candidate& b) {
      const uint16_t a_start = lattice_.edge(a.amount).start, b_start = lattice_.edge(b.amount).start;
      if (a_start != b_start) return a_start < b_start;
      if (a.rule->priority != b.rule->priority) return a.rule->priority > b.rule->priority;
      return a.match.end - a.match.start > b.match.end - b.match.start;
    });
    const auto same = [](const Candidate& a, const Candidate& b) { return a.amount == b.amount; };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
    return found;
  }

  Figure figure_of(const Candidate& candidate) const {
    const auto text = [&](StrId key) { return emit_text(*candidate.program, *candidate.emit, candidate.match, lattice_, strings_, key); };
    const Edge& amount = lattice_.edge(candidate.amount);
    const Amount& counted = *made(candidate.amount);
    Figure figure;
    uint16_t end = amount.end;
    figure.of = text(k_.of);
    figure.who = text(k_.who);
    const StrId behind = emit_id(*candidate.program, *candidate.emit, candidate.match, lattice_, k_.behind);
    const Edge* thing = behind ? word_behind(amount.end, behind, kNearestThing) : nullptr;
    const Capture* what = capture_named(*candidate.program, candidate.match, k_.w);
    if (thing) figure.of = attribute(*thing, k_.of), end = thing->end;
    else if (what && what->end > end) end = what->end;
    else if (figure.who.empty()) std::tie(figure.who, end) = people_behind(amount.end);
    figure.span = lattice_.span(amount.start, end);
    const double times = read_number(text(k_.times), '.').value_or(1);
    if (counted.least) figure.least = scaled(*counted.least, times);
    if (counted.most) figure.most = scaled(*counted.most, times);
    figure.about = counted.about || !text(k_.about).empty();
    figure.rule = std::string(strings_[candidate.rule->id]);
    return figure;
  }

  // Who is counted, and where the word for them ends; empty, and where the amount ends, if no such word stands close behind it.
  std::pair<std::string, uint16_t> people_behind(uint16_t amount_end) const {
    const Edge* word = word_behind(amount_end, k_.headcounts, kNearestPeople);
    return word ? std::pair(attribute(*word, k_.who), word->end) : std::pair(std::string(), amount_end);
  }
  std::string attribute(const Edge& word, StrId key) const { return std::string(strings_[lattice_.entry_attr(lattice_.entry(word), key)]); }

  // The first entry of the lexicon among the words behind an amount; null if there is none. Words inside mentions are hidden and count all the same,
  // those inside a longer word do not.
  const Edge* word_behind(uint16_t amount_end, StrId lexicon, int words) const {
    for (uint16_t at = amount_end; at < lattice_.size() && at < amount_end + words;) {
      if (lattice_.token(at).kind != TokenKind::kWord) break;
      const Edge* word = nullptr;
      uint16_t next = static_cast<uint16_t>(at + 1);
      for (int32_t e = lattice_.first_edge(at); e >= 0; e = lattice_.edge(e).next) {
        const Edge& edge = lattice_.edge(e);
        if (edge.kind != EdgeKind::kEntry) continue;
        if (edge.active) next = std::max(next, edge.end);
        if (lattice_.entry(edge).lexicon == lexicon && (!word || edge.end > word->end)) word = &edge;
      }
      if (word && word->end >= next) return word;
      at = next;
    }
    return nullptr;
  }

  const LanguagePack& language_;
  const Strings& strings_;
  const Keys& k_;
  const AmountReader& amounts_;
  Lattice& lattice_;
  const Clauses& clauses_;
  std::vector<std::pair<int32_t, Amount>> made_;   // by edge, from left to right
};

uint32_t distance(Span a, Span b) {
  if (a.overlaps(b)) return 0;
  return a.start < b.start ? b.start - a.end : a.start - b.end;
}

// The event of the figure's sentence that the same voice tells, the one that holds it or else stands nearest; of several, the shortest.
int event_of(const std::vector<Event>& events, const Figure& figure) {
  int best = -1;
  for (size_t i = 0; i < events.size(); ++i) {
    const Event& event = events[i];
    if (event.sentence != figure.sentence || event.statement != figure.statement) continue;
    const auto rank = [&](const Event& e) { return std::pair(distance(e.span, figure.span), e.span.length()); };
    if (best < 0 || rank(event) < rank(events[static_cast<size_t>(best)])) best = static_cast<int>(i);
  }
  return best;
}

bool tells(ZoneKind zone) { return zone == ZoneKind::kBody || zone == ZoneKind::kTitle || zone == ZoneKind::kCaption; }

}  // namespace

void read_figures(const Pack& pack, const LanguagePack& language, const std::vector<Sentence>& sentences, const std::vector<Clauses>& clauses,
                  const std::vector<Statement>& statements, const std::vector<Event>& events, Matcher& matcher, std::vector<Figure>& out) {
  const Keys keys(pack.strings());
  const AmountReader amounts(pack, language);
  for (size_t index = 0; index < sentences.size(); ++index) {
    if (!tells(sentences[index].zone)) continue;
    for (Figure& figure : SentenceReader(language, pack.strings(), keys, amounts, *sentences[index].lattice, clauses[index]).read(matcher)) {
      figure.sentence = static_cast<int>(index);
      figure.statement = innermost_statement(statements, figure.span);
      figure.event = event_of(events, figure);
      out.push_back(std::move(figure));
    }
  }
}

}  // namespace hearsay
