// PROV-O as JSON-LD: where the words of each happening came from. Documents and words are entities, those who speak and print are agents; what a document or a
// voice has from another is attribution, delegation, quotation and derivation. W3C Recommendation PROV-O, 2013.
// SPDX-License-Identifier: Apache-2.0
#include "export/happenings.h"
#include "export/legible.h"
#include "record/json_line.h"

namespace hearsay {
namespace {

using Node = OriginGraph::Node;
using NodeKind = OriginGraph::NodeKind;
using Edge = OriginGraph::Edge;
using EdgeKind = OriginGraph::EdgeKind;

std::string document_iri(const std::string& id) { return "urn:hearsay:document:" + id; }

class Provenances {
 public:
  explicit Provenances(const ToldHappening& told) : told_(told), graph_(*told.ways), claim_("urn:hearsay:happening:" + told.happening.id) {}

  // Objects between commas.
  std::string write() {
    write_claim();
    for (size_t i = 0; i < graph_.nodes.size(); ++i) graph_.nodes[i].kind == NodeKind::kDocument ? write_document(graph_.nodes[i]) : write_agent(static_cast<int>(i));
    for (size_t i = 0; i < graph_.edges.size(); ++i)
      if (has_words(graph_.edges[i])) write_words(static_cast<int>(i));
    return out_;
  }

 private:
  // Nodes of one happening have no names outside of it, but for documents.
  std::string iri(int node) const {
    const Node& named = graph_.nodes[static_cast<size_t>(node)];
    return named.kind == NodeKind::kDocument ? document_iri(named.document) : claim_ + ":agent:" + std::to_string(node + 1);
  }
  std::string words_iri(int edge) const { return claim_ + ":words:" + std::to_string(edge + 1); }
  static bool has_words(const Edge& edge) { return edge.kind != EdgeKind::kCopied && !edge.words.empty(); }

  void begin(JsonLine& json, const std::string& id, std::initializer_list<std::string_view> types) {
    json.begin();
    json.text("@id", id);
    json.begin_list("@type");
    for (const std::string_view type : types) json.quote(type);
    json.end_list();
  }
  void end(JsonLine& json) {
    json.end();
    out_ += (out_.empty() ? "" : ",\n") + json.finish();
  }
  static void list(JsonLine& json, std::string_view name, const std::vector<std::string>& ids) {
    if (ids.empty()) return;
    std::set<std::string_view> written;
    json.begin_list(name);
    for (const std::string& id : ids)
      if (written.insert(id).second) json.text(id);
    json.end_list();
  }
  template <class Wanted>
  std::vector<std::string> agents(Wanted wanted) const {
    std::vector<std::string> ids;
    for (size_t i = 0; i < graph_.nodes.size(); ++i)
      if (wanted(graph_.nodes[i])) ids.push_back(iri(static_cast<int>(i)));
    return ids;
  }

  void write_claim() {
    const Happening& happening = told_.happening;
    JsonLine json;
    begin(json, claim_, {"prov:Entity", "hs:Claim"});
    json.text("hs:kind", happening.kind);
    json.quote("hs:status", to_string(happening.status));
    json.quote("hs:standing", to_string(happening.standing));
    const auto on_side = [](OriginGraph::Side side) { return [side](const Node& node) { return node.kind == NodeKind::kOrigin && node.side == side; }; };
    list(json, "prov:wasAttributedTo", agents(on_side(OriginGraph::Side::kFor)));
    list(json, "hs:deniedBy", agents(on_side(OriginGraph::Side::kAgainst)));
    list(json, "hs:declinedBy", agents(on_side(OriginGraph::Side::kNoComment)));
    list(json, "prov:wasDerivedFrom", agents([](const Node& node) { return node.kind == NodeKind::kDocument; }));
    end(json);
  }

  void write_agent(int index) {
    const Node& node = graph_.nodes[static_cast<size_t>(index)];
    JsonLine json;
    begin(json, iri(index), {"prov:Agent", node.kind == NodeKind::kOrigin ? "hs:Origin" : "hs:Voice"});
    json.text("rdfs:label", node.name);
    if (!node.actor.empty()) json.text("hs:actor", node.actor);
    if (node.kind == NodeKind::kOrigin) {
      json.quote("hs:side", to_string(node.side));
      json.quote("hs:originKind", to_string(node.origin));
      json.number("hs:voices", node.voices);
      if (node.circular) json.flag("hs:circular", true);
    }
    // A voice speaks for the origin that its words end in.
    std::vector<std::string> origins;
    for (const Edge& edge : graph_.edges)
      if (edge.to == index && edge.kind == EdgeKind::kSpeaks) origins.push_back(iri(edge.from));
    list(json, "prov:actedOnBehalfOf", origins);
    end(json);
  }

  void write_document(const Node& node) {
    JsonLine json;
    begin(json, document_iri(node.document), {"prov:Entity", "hs:Document"});
    if (const auto at = told_.documents.find(node.document); at != told_.documents.end()) {
      const Document& document = at->second.document;
      if (document.title) json.text("dcterms:title", *document.title);
      if (document.published) json.text("dcterms:issued", *document.published);
      if (document.url) json.text("hs:url", *document.url);
      if (const std::string outlet = outlet_of(document); !outlet.empty()) json.text("dcterms:publisher", outlet);
      json.text("hs:sha256", document.sha256);
    }
    std::vector<std::string> printed_by, copied, quoted;
    for (size_t i = 0; i < graph_.edges.size(); ++i) {
      const Edge& edge = graph_.edges[i];
      if (edge.kind == EdgeKind::kPrints && iri(edge.to) == document_iri(node.document)) printed_by.push_back(iri(edge.from));
      if (edge.kind == EdgeKind::kCopied && iri(edge.to) == document_iri(node.document)) copied.push_back(iri(edge.from));
      if (has_words(edge) && edge.document == node.document) quoted.push_back(words_iri(static_cast<int>(i)));
    }
    list(json, "prov:wasAttributedTo", printed_by);
    list(json, "prov:wasDerivedFrom", copied);
    list(json, "hs:holds", quoted);
    end(json);
  }

  // The words that prove one step: whose they are, who has them from him, in which document they stand.
  void write_words(int index) {
    const Edge& edge = graph_.edges[static_cast<size_t>(index)];
    JsonLine json;
    begin(json, words_iri(index), {"prov:Entity", "hs:Words"});
    json.quote("hs:step", to_string(edge.kind));
    if (graph_.nodes[static_cast<size_t>(edge.from)].kind != NodeKind::kDocument) list(json, "prov:wasAttributedTo", {iri(edge.from)});
    list(json, "hs:passedTo", {iri(edge.to)});
    list(json, "prov:wasQuotedFrom", {document_iri(edge.document)});
    if (edge.statement >= 0) json.id("hs:statement", 's', edge.statement);
    if (const auto at = told_.documents.find(edge.document); at != told_.documents.end()) {
      const CodePoints points(at->second.document.text);
      json.number("hs:start", points.at(edge.words.start));
      json.number("hs:end", points.at(edge.words.end));
      json.text("prov:value", words_at(at->second, edge.words));
    }
    end(json);
  }

  const ToldHappening& told_;
  const OriginGraph& graph_;
  std::string claim_, out_;
};

}  // namespace

std::string prov_head(const ExportSettings&) {
  return "{\"@context\":{\"prov\":\"http://www.w3.org/ns/prov#\",\"dcterms\":\"http://purl.org/dc/terms/\",\"rdfs\":\"http://www.w3.org/2000/01/rdf-schema#\",\"hs\":\"urn:hearsay:terms:\","
         "\"prov:wasAttributedTo\":{\"@type\":\"@id\"},\"prov:wasDerivedFrom\":{\"@type\":\"@id\"},\"prov:actedOnBehalfOf\":{\"@type\":\"@id\"},\"prov:wasQuotedFrom\":{\"@type\":\"@id\"},"
         "\"hs:deniedBy\":{\"@type\":\"@id\"},\"hs:declinedBy\":{\"@type\":\"@id\"},\"hs:holds\":{\"@type\":\"@id\"},\"hs:passedTo\":{\"@type\":\"@id\"}},\"@graph\":[";
}

std::string prov_of(const ToldHappening& told, const ExportSettings&, ExportTally& tally) {
  if (!told.ways) return {};
  const std::string objects = legible_json(Provenances(told).write());
  return (tally.written++ > 0 ? ",\n" : "\n") + objects;
}

std::string prov_tail(const ExportTally&) { return "\n]}\n"; }

}  // namespace hearsay
