// The ways of the words of one happening. What `origins` counts is drawn here with all that lies between: each edge is read in one
// document, and shows the words there that say so.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "hearsay/hearsay.h"
#include "story/item.h"

namespace hearsay {
namespace {

using Node = OriginGraph::Node;
using Edge = OriginGraph::Edge;

class Drawing {
 public:
  Drawing(const Happening& happening, const std::vector<Analysis>& analyses, const Copying& copying) : happening_(happening), analyses_(analyses), copying_(copying) {
    for (size_t i = 0; i < analyses.size(); ++i) by_id_.emplace(analyses[i].document.id, static_cast<int>(i));
  }

  OriginGraph draw() {
    for (const HappeningMention& mention : happening_.mentions)
      if (const int index = find(mention.document); index >= 0) draw_telling(index, mention.event);
    draw_origins(happening_.origins, OriginGraph::Side::kFor);
    draw_origins(happening_.denials, OriginGraph::Side::kAgainst);
    draw_origins(happening_.declined, OriginGraph::Side::kNoComment);
    draw_copies();
    return std::move(graph_);
  }

 private:
  int find(const std::string& document) const {
    const auto at = by_id_.find(document);
    return at == by_id_.end() ? -1 : at->second;
  }

  // The node of that key, made by `make` if it is new.
  template <class Make>
  int node(const std::string& key, Make make) {
    const auto [at, fresh] = nodes_.emplace(key, static_cast<int>(graph_.nodes.size()));
    if (fresh) graph_.nodes.push_back(make());
    return at->second;
  }
  int named(OriginGraph::NodeKind kind, const std::string& key, std::string name, std::string actor) {
    return node(key, [&] {
      Node made;
      made.kind = kind;
      made.name = std::move(name);
      made.actor = std::move(actor);
      return made;
    });
  }
  int document(int index) {
    const Document& text = item(analyses_, index).document;
    return node("document:" + text.id, [&] {
      Node made;
      made.kind = OriginGraph::NodeKind::kDocument;
      made.name = text.title.value_or(text.path);
      made.document = text.id;
      return made;
    });
  }
  // Who printed it; the document itself if nobody knows.
  int printer(int index) {
    const Document& text = item(analyses_, index).document;
    if (!text.outlet_id && !text.outlet_name) return document(index);
    const std::string id = text.outlet_id.value_or("");
    return named(OriginGraph::NodeKind::kVoice, id.empty() ? "name:" + *text.outlet_name : "actor:" + id, text.outlet_name.value_or(id), id);
  }
  // An unnamed source is another in each document.
  int voice(int index, const Voice& one) {
    const Analysis& analysis = item(analyses_, index);
    const Actor* actor = one.actor >= 0 ? &item(analysis.actors, one.actor) : nullptr;
    if (actor && !one.anonymous) return named(OriginGraph::NodeKind::kVoice, "actor:" + actor->id, actor->name, actor->id);
    const std::string name = one.name.empty() ? "unnamed source" : one.name;
    const std::string key = one.anonymous ? "unnamed:" + analysis.document.id + ":" + name : "name:" + name;
    return named(OriginGraph::NodeKind::kVoice, key, name, "");
  }

  // Each statement is a way of its own; a document is printed once.
  void edge(int from, int to, OriginGraph::EdgeKind kind, int index, Span words, int statement) {
    if (from == to) return;
    const std::string& id = item(analyses_, index).document.id;
    if (!drawn_.emplace(from, to, kind, id, kind == OriginGraph::EdgeKind::kPrints ? 0 : words.start).second) return;
    graph_.edges.push_back({from, to, kind, id, words, statement});
  }

  // Who speaks, through whom, and who tells of it, up to the document.
  int draw_chain(int index, int innermost) {
    const Analysis& analysis = item(analyses_, index);
    int first = -1, last = -1;
    for (size_t steps = 0; innermost >= 0 && steps < analysis.statements.size(); ++steps) {
      const Statement& said = item(analysis.statements, innermost);
      const int speaker = voice(index, said.speaker);
      if (first < 0) first = speaker;
      if (last >= 0) edge(last, speaker, OriginGraph::EdgeKind::kTells, index, said.span, innermost);
      last = speaker;
      for (const Voice& via : said.via) {
        const int next = voice(index, via);
        edge(last, next, OriginGraph::EdgeKind::kTells, index, said.span, innermost);
        last = next;
      }
      if (said.parent < 0) edge(last, printer(index), OriginGraph::EdgeKind::kTells, index, said.span, innermost);
      innermost = said.parent;
    }
    return first;
  }

  void draw_telling(int index, int event) {
    const Event& told = item(item(analyses_, index).events, event);
    draw_chain(index, told.statement);
    edge(printer(index), document(index), OriginGraph::EdgeKind::kPrints, index, told.span, told.statement);
  }

  void draw_origins(const std::vector<Origin>& origins, OriginGraph::Side side) {
    for (const Origin& origin : origins) {
      const int at = static_cast<int>(graph_.nodes.size());
      graph_.nodes.push_back({OriginGraph::NodeKind::kOrigin, origin.name, origin.actor, "", side, origin.kind, origin.voices, origin.circular});
      for (const StatementRef& ref : origin.statements) {
        const int index = find(ref.document);
        if (index < 0) continue;
        const Analysis& analysis = item(analyses_, index);
        const bool said = ref.statement >= 0 && static_cast<size_t>(ref.statement) < analysis.statements.size();
        const int speaker = said ? draw_chain(index, ref.statement) : printer(index);
        edge(printer(index), document(index), OriginGraph::EdgeKind::kPrints, index, said ? item(analysis.statements, ref.statement).span : telling_of(analysis),
             ref.statement);
        edge(at, speaker, OriginGraph::EdgeKind::kSpeaks, index, said ? item(analysis.statements, ref.statement).span : telling_of(analysis), ref.statement);
      }
    }
  }
  Span telling_of(const Analysis& analysis) const {
    for (const HappeningMention& mention : happening_.mentions)
      if (mention.document == analysis.document.id) return item(analysis.events, mention.event).span;
    return {};
  }

  // Between documents that tell it, or that are told to be where one of them comes from. The longest passage shows it.
  void draw_copies() {
    for (const Overlap& overlap : copying_.overlaps) {
      if (overlap.kind > OverlapKind::kReworked || overlap.by == CopiedBy::kUndecided || overlap.passages.empty()) continue;
      const auto tells = [&](int index) { return nodes_.contains("document:" + item(analyses_, index).document.id); };
      if (!tells(overlap.second)) continue;
      const auto longest =
          std::max_element(overlap.passages.begin(), overlap.passages.end(), [](const SharedPassage& a, const SharedPassage& b) { return a.words < b.words; });
      edge(document(overlap.first), document(overlap.second), OriginGraph::EdgeKind::kCopied, overlap.second, longest->second, -1);
    }
  }

  const Happening& happening_;
  const std::vector<Analysis>& analyses_;
  const Copying& copying_;
  std::map<std::string, int> by_id_, nodes_;
  std::set<std::tuple<int, int, OriginGraph::EdgeKind, std::string, uint32_t>> drawn_;
  OriginGraph graph_;
};

}  // namespace

OriginGraph origin_graph(const Happening& happening, const std::vector<Analysis>& analyses, const Copying& copying) { return Drawing(happening, analyses, copying).draw(); }

}  // namespace hearsay
