// SPDX-License-Identifier: Apache-2.0
#include "export/corrections.h"

#include <map>
#include <set>

#include "correction/places.h"
#include "export/legible.h"
#include "record/json_line.h"

namespace hearsay {
namespace {

struct Rejected {
  const Correction& correction;
  const Analysis& analysis;
  CorrectedItem item;
  size_t index;
  const std::string& rule() const { return item == CorrectedItem::kEvent ? analysis.events[index].rule : analysis.statements[index].rule; }
  int sentence() const { return item == CorrectedItem::kEvent ? analysis.events[index].sentence : analysis.statements[index].sentence; }
};

std::vector<Rejected> rejected_in(const std::vector<Correction>& corrections, const DocumentsById& documents) {
  std::vector<Rejected> out;
  for (const Correction& correction : corrections) {
    if (correction.kind != CorrectionKind::kReject) continue;
    for (const CorrectedPlace& place : correction.places) {
      const auto at = documents.find(place.document);
      const int index = at == documents.end() ? -1 : find_item(at->second, place, correction.kind);
      if (index >= 0) out.push_back({correction, at->second, place.item, static_cast<size_t>(index)});
    }
  }
  return out;
}

std::string made_by(const Correction& correction) {
  return "# " + correction.id + ", " + legible_line(correction.by) + ", " + correction.made + (correction.words.empty() ? "" : ": " + legible_line(correction.words)) + "\n";
}

// How an example says its day; those of packs have days of publication.
std::string dated(const Document& document) { return document.published_day ? "[" + iso(*document.published_day) + "] " : ""; }

class GoldWriter {
 public:
  GoldWriter(const Analysis& analysis, const std::set<CorrectedItem>& layers) : analysis_(analysis), layers_(layers) {}

  std::string write() {
    const Document& document = analysis_.document;
    json_.begin();
    json_.text("document", document.path);
    json_.text("lang", document.lang);
    json_.optional_text("published", document.published);
    json_.optional_text("outlet", document.outlet_name);
    if (layers_.contains(CorrectedItem::kStatement)) statements();
    if (layers_.contains(CorrectedItem::kEvent)) events();
    json_.end();
    return legible_json(json_.finish()) + "\n";
  }

 private:
  void statements() {
    json_.begin_list("statements");
    for (const Statement& said : analysis_.statements) {
      if (said.rejected) continue;
      json_.begin();
      anchor("sentence", said.span);
      json_.begin_list("speaker");
      if (!said.speaker.name.empty()) json_.text(said.speaker.name);
      json_.end_list();
      json_.flag("anonymous", said.speaker.anonymous);
      if (said.cue) json_.text("cue", words_at(analysis_, *said.cue));
      json_.quote("mode", to_string(said.mode));
      json_.quote("act", to_string(said.act));
      json_.flag("optional", true);
      json_.end();
    }
    json_.end_list();
  }

  void events() {
    json_.begin_list("events");
    for (const Event& event : analysis_.events) {
      if (event.rejected) continue;
      json_.begin();
      anchor("anchor", event.span);
      json_.begin_list("codes");
      json_.text(event.cameo.substr(0, 2));          // the root
      json_.end_list();
      party("source", event.source);
      party("target", event.target);
      json_.quote("status", to_string(event.status));
      if (event.from || event.to) {
        json_.day("from", event.from);
        json_.day("to", event.to);
      }
      json_.flag("optional", true);
      json_.end();
    }
    json_.end_list();
  }

  // Words, and which of their occurrences is meant.
  void anchor(std::string_view name, Span span) {
    const std::string_view text = analysis_.document.text, words = words_at(analysis_, span);
    int n = 1;
    for (size_t at = text.find(words); at != std::string_view::npos && at < span.start; at = text.find(words, at + 1)) ++n;
    json_.text(name, words);
    json_.number("n", n);
  }

  // Any of these is right; "" stands for nobody.
  void party(std::string_view name, const Party& party) {
    const Actor* actor = actor_at(analysis_, party.actor);
    json_.begin_list(name);
    if (!actor) json_.text("");
    if (actor) json_.text(actor->name);
    if (actor && !actor->country.empty()) json_.text(actor->country);
    json_.end_list();
  }

  const Analysis& analysis_;
  const std::set<CorrectedItem>& layers_;
  JsonLine json_;
};

}  // namespace

std::string correction_rules(const std::vector<Correction>& corrections, const DocumentsById& documents) {
  std::map<std::string, std::string> by_rule;
  for (const Rejected& one : rejected_in(corrections, documents)) {
    const Span sentence = one.analysis.sentences[static_cast<size_t>(one.sentence())];
    by_rule[one.rule()] += made_by(one.correction) + "- " + dated(one.analysis.document) + legible_line(words_at(one.analysis, sentence)) + "\n";
  }
  std::string out;
  for (const auto& [rule, examples] : by_rule) out += (out.empty() ? "" : "\n") + std::string("# ") + rule + "\n" + examples;
  std::string owners;
  for (const Correction& correction : corrections)
    if (correction.kind == CorrectionKind::kOwner) owners += made_by(correction) + correction.actor + "\t" + correction.owner + "\n";
  if (!owners.empty()) out += (out.empty() ? "" : "\n") + std::string("# actors/outlets.tsv\nid\towner\n") + owners;
  return out;
}

std::vector<ExportedFile> correction_gold(const std::vector<Correction>& corrections, const DocumentsById& documents) {
  std::map<std::string, std::set<CorrectedItem>> layers;
  for (const Rejected& one : rejected_in(corrections, documents)) layers[one.analysis.document.id].insert(one.item);
  std::vector<ExportedFile> files;
  for (const auto& [id, its] : layers) files.push_back({id + ".json", GoldWriter(documents.at(id), its).write()});
  return files;
}

}  // namespace hearsay
