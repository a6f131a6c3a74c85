// hearsay origins: the ways by which the words of one happening came, from its origins to the documents.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "browse/dates.h"
#include "browse/display.h"
#include "browse/find_happenings.h"
#include "browse/records.h"
#include "cli/commands.h"
#include "cli/page.h"

namespace hearsay::cli {
namespace {

using Node = OriginGraph::Node;
using Edge = OriginGraph::Edge;
using NodeKind = OriginGraph::NodeKind;
using EdgeKind = OriginGraph::EdgeKind;

const Node& at(const OriginGraph& graph, int node) { return graph.nodes[static_cast<size_t>(node)]; }

class OriginPage : public Page {
 public:
  OriginPage(const Engine& engine, const Documents& documents, const Session& session, const OriginGraph& graph) : Page(engine, documents, session), graph_(graph) {}

  void print(const Happening& happening) {
    line(0, headline(engine_, happening, session_));
    line(0, session_.paint(paint_of(happening.standing), standing_words(happening.standing, words_)) + ": " + reason_words(engine_, happening, words_));
    line(0, counts_words(happening, words_));
    print_side(Message::kFor, OriginGraph::Side::kFor);
    print_side(Message::kAgainst, OriginGraph::Side::kAgainst);
    print_side(Message::kNoComment, OriginGraph::Side::kNoComment);
    print_others(happening);
  }

 private:
  void print_side(Message title, OriginGraph::Side side) {
    bool any = false;
    for (int i = 0; i < static_cast<int>(graph_.nodes.size()); ++i) {
      const Node& node = at(graph_, i);
      if (node.kind != NodeKind::kOrigin || node.side != side) continue;
      if (!any) heading(words_(title));
      any = true;
      line(2, origin_words(engine_, {node.actor, node.name, node.origin, node.voices, {}, node.circular}, words_));
      for (const Edge& edge : graph_.edges)
        if (edge.from == i) print_way(edge.document, edge.statement, edge.words);
    }
  }

  // What adds no origin: citations that lead on to another's report, and what an outlet says itself beside its sources.
  void print_others(const Happening& happening) {
    bool any = false;
    for (const HappeningMention& mention : happening.mentions) {
      const Analysis* analysis = document(mention.document);
      if (!analysis || told_.contains(mention.document)) continue;
      if (!any) heading(words_(Message::kTellsOn));
      any = true;
      const Event& event = analysis->events[static_cast<size_t>(mention.event)];
      const Span words = event.statement < 0 ? event.span : analysis->statements[static_cast<size_t>(event.statement)].span;
      print_way(mention.document, event.statement, words);
    }
  }

  // "a diplomat -> NK News -> VTC News, 13 Jun 2025", the words, and who copied them.
  void print_way(const std::string& id, int statement, Span words) {
    told_.insert(id);
    const Analysis* analysis = document(id);
    if (!analysis) return;
    line(4, with_arrows(chain_of(engine_, *analysis, statement, words_)) + ", " + published_phrase(analysis->document, words_));
    const Span around = statement < 0 ? sentence_holding(*analysis, words) : words;
    line(6, quotation(*analysis, around, words, session_));
    for (const Edge& edge : graph_.edges) {
      const Analysis* copy = edge.kind == EdgeKind::kCopied && at(graph_, edge.from).document == id ? document(edge.document) : nullptr;
      if (copy && copies_shown_.insert(&edge).second)
        line(6, words_(Message::kCopiedBy, printed_by(edge.document)) + ": \u201c" + beginning(words_of(*copy, edge.words)) + "\u201d");
    }
  }

  static Span sentence_holding(const Analysis& analysis, Span words) {
    for (const Span sentence : analysis.sentences)
      if (sentence.overlaps(words)) return {std::min(sentence.start, words.start), std::max(sentence.end, words.end)};
    return words;
  }

  const OriginGraph& graph_;
  std::set<std::string> told_;
  std::set<const Edge*> copies_shown_;
};

// In the language of Graphviz.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char c : one_line(text)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

void print_dot(const Engine& engine, const OriginGraph& graph, const Documents& documents, const Session& session) {
  put_line("digraph origins {\n  rankdir=LR;\n  node [fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\"];");
  for (size_t i = 0; i < graph.nodes.size(); ++i) {
    const Node& node = graph.nodes[i];
    const char* shape = node.kind == NodeKind::kDocument ? "note" : node.kind == NodeKind::kOrigin ? "doubleoctagon" : "ellipse";
    const auto document = documents.find(node.document);
    std::string label = name_words(engine, node.actor, node.name, session.words);
    if (document != documents.end()) label = teller(document->second.document) + ", " + published_phrase(document->second.document, session.words);
    put_line(fmt::format("  n{} [shape={}, label={}];", i, shape, quoted(label)));
  }
  for (const Edge& edge : graph.edges) {
    const auto document = documents.find(edge.document);
    const std::string words = document == documents.end() ? "" : words_of(document->second, edge.words);
    put_line(fmt::format("  n{} -> n{} [label={}, tooltip={}];", edge.from, edge.to, quoted(to_string(edge.kind)), quoted(words)));
  }
  put_line("}");
}

}  // namespace

int show_origins(const Session& session, const OriginsOptions& options) {
  Trouble trouble = Trouble::kNone;
  const auto chronicle = open_chronicle(session, options.store, trouble, {.id = options.id});
  if (!chronicle) return exit_code_of(trouble);
  const auto found = find_happenings(session, *chronicle, options.id, trouble);
  if (found.empty()) return exit_code_of(trouble);
  Documents documents;
  if (!load_documents(session, chronicle->holdings.store, speaking_of(found), documents)) return kStoreError;
  std::vector<Analysis> analyses;
  for (const auto& [_, analysis] : documents) analyses.push_back(analysis);
  const Copying copying = chronicle->holdings.engine.copying(analyses);
  for (const Happening* happening : found) {
    const OriginGraph graph = origin_graph(*happening, analyses, copying);
    if (options.dot) {
      print_dot(chronicle->holdings.engine, graph, documents, session);
    } else if (options.store.json) {
      put_line(origin_graph_record(*happening, graph, documents));
    } else {
      if (happening != found.front()) put_line("");
      OriginPage(chronicle->holdings.engine, documents, session, graph).print(*happening);
    }
  }
  return kOk;
}

}  // namespace hearsay::cli
