// Derivations are read off the lattice that a report was read from: each node knows its rule and its parts.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "engine/engine.h"

namespace hearsay {

namespace {

class Deriver {
 public:
  Deriver(const Reading& reading, const Pack& pack) : reading_(reading), strings_(pack.strings()) {}

  std::vector<Derivation> run() {
    const Analysis& analysis = reading_.analysis;
    for (size_t i = 0; i < analysis.times.size(); ++i) {
      const TimeExpression& time = analysis.times[i];
      out_.push_back({"time t" + std::to_string(i + 1) + " " + std::string(to_string(time.type)) + " " + time.value, time.rule, time.span, within(time.span)});
    }
    for (const Actor& actor : analysis.actors)
      for (const Mention& mention : actor.mentions)
        out_.push_back({"mention of " + actor.id + (actor.code.empty() ? "" : " (" + actor.code + ")"), mention.rule, mention.span, within(mention.span)});
    for (size_t i = 0; i < analysis.statements.size(); ++i) add_statement(i);
    for (size_t i = 0; i < analysis.events.size(); ++i) add_event(i);
    for (size_t i = 0; i < analysis.figures.size(); ++i) add_figure(i);
    std::stable_sort(out_.begin(), out_.end(), [](const Derivation& a, const Derivation& b) { return a.span.start < b.span.start; });
    return std::move(out_);
  }

 private:
  const Sentence* sentence_at(uint32_t byte) const {
    for (const Sentence& sentence : reading_.sentences)
      if (sentence.range.span.start <= byte && byte < sentence.range.span.end) return &sentence;
    return nullptr;
  }

  void add_statement(size_t index) {
    const Statement& statement = reading_.analysis.statements[index];
    Derivation tree;
    tree.what = "statement s" + std::to_string(index + 1) + " " + std::string(to_string(statement.act)) + " by " +
                (statement.speaker.anonymous ? "an unnamed source" : statement.speaker.name);
    tree.rule = statement.rule;
    tree.span = statement.span;
    if (statement.cue) tree.parts.push_back({"cue", "", *statement.cue, within(*statement.cue)});
    if (!statement.speaker.span.empty()) tree.parts.push_back({"speaker", "", statement.speaker.span, within(statement.speaker.span)});
    for (const Voice& voice : statement.via) tree.parts.push_back({"via " + voice.name, "", voice.span, {}});
    if (statement.content) tree.parts.push_back({"content", "", *statement.content, {}});
    out_.push_back(std::move(tree));
  }

  void add_event(size_t index) {
    const Event& event = reading_.analysis.events[index];
    const auto& actors = reading_.analysis.actors;
    Derivation tree;
    tree.what = "event e" + std::to_string(index + 1) + " " + event.kind + " (CAMEO " + event.cameo + ", " + std::string(to_string(event.status)) + ")";
    tree.rule = event.rule;
    tree.span = event.span;
    auto add_party = [&](const char* role, const Party& party) {
      if (party.actor >= 0) tree.parts.push_back({std::string(role) + " " + actors[static_cast<size_t>(party.actor)].id, "", party.span, within(party.span)});
    };
    add_party("source", event.source);
    add_party("target", event.target);
    if (event.time >= 0) tree.parts.push_back({"dated by t" + std::to_string(event.time + 1), "", reading_.analysis.times[static_cast<size_t>(event.time)].span, {}});
    if (event.statement >= 0) tree.parts.push_back({"told in s" + std::to_string(event.statement + 1), "", {}, {}});
    for (Derivation& part : within(event.span)) tree.parts.push_back(std::move(part));
    out_.push_back(std::move(tree));
  }

  void add_figure(size_t index) {
    const Figure& figure = reading_.analysis.figures[index];
    Derivation tree;
    tree.what = "figure f" + std::to_string(index + 1) + " " + figure.of + (figure.who.empty() ? "" : " of " + figure.who) + " (" + bounds_of(figure) + ")";
    tree.rule = figure.rule;
    tree.span = figure.span;
    if (figure.event >= 0) tree.parts.push_back({"belongs to e" + std::to_string(figure.event + 1), "", {}, {}});
    if (figure.statement >= 0) tree.parts.push_back({"told in s" + std::to_string(figure.statement + 1), "", {}, {}});
    for (Derivation& part : within(figure.span)) tree.parts.push_back(std::move(part));
    out_.push_back(std::move(tree));
  }

  // The outermost groups inside a span, with what they are made of.
  std::vector<Derivation> within(Span span) const {
    std::vector<Derivation> parts;
    const Sentence* sentence = sentence_at(span.start);
    if (!sentence) return parts;
    const Lattice& lattice = *sentence->lattice;
    uint32_t reached = span.start;
    for (uint16_t at = 0; at < lattice.size(); ++at) {
      if (lattice.token(at).start < reached) continue;
      if (lattice.token(at).start >= span.end) break;
      const int32_t best = widest(lattice, at, span);
      if (best < 0) continue;
      parts.push_back(of_edge(lattice, best, 0));
      reached = lattice.span(lattice.edge(best).start, lattice.edge(best).end).end;
    }
    return parts;
  }

  static int32_t widest(const Lattice& lattice, uint16_t at, Span span) {
    int32_t best = -1;
    for (int32_t e = lattice.first_edge(at); e >= 0; e = lattice.edge(e).next) {
      const Edge& edge = lattice.edge(e);
      if (edge.kind == EdgeKind::kToken || lattice.span(edge.start, edge.end).end > span.end) continue;
      const bool better = best < 0 || edge.end > lattice.edge(best).end ||
                          (edge.end == lattice.edge(best).end && edge.kind == EdgeKind::kNode);
      if (better) best = e;
    }
    return best;
  }

  Derivation of_edge(const Lattice& lattice, int32_t index, int depth) const {
    const Edge& edge = lattice.edge(index);
    Derivation tree;
    tree.span = lattice.span(edge.start, edge.end);
    if (edge.kind == EdgeKind::kEntry) {
      const Entry& entry = lattice.entry(edge);
      tree.what = "entry of " + std::string(strings_[entry.lexicon]);
      tree.rule = std::string(strings_[entry.file]) + ":" + std::to_string(entry.line);
    } else if (edge.kind == EdgeKind::kNode) {
      const Node& node = lattice.node(edge);
      tree.what = std::string(strings_[node.category]);
      tree.rule = std::string(strings_[node.rule]);
      if (depth < 8)
        for (const Part& part : node.parts) {
          if (part.edge < 0) continue;
          Derivation inner = of_edge(lattice, part.edge, depth + 1);
          inner.what = std::string(strings_[part.name]) + ": " + inner.what;
          tree.parts.push_back(std::move(inner));
        }
    } else {
      tree.what = "word";
    }
    return tree;
  }

  const Reading& reading_;
  const Strings& strings_;
  std::vector<Derivation> out_;
};

}  // namespace

std::string bounds_of(const Figure& figure) {
  const auto number = [](double value) {
    char digits[32];
    return std::string(digits, std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed).ptr);
  };
  const std::string about = figure.about ? "about " : "";
  if (!figure.most) return "at least " + about + number(figure.least.value_or(0));
  if (!figure.least) return "at most " + about + number(*figure.most);
  return about + number(*figure.least) + (*figure.most == *figure.least ? "" : " to " + number(*figure.most));
}

std::vector<Derivation> derive(const Reading& reading, const Pack& pack) { return Deriver(reading, pack).run(); }

}  // namespace hearsay
