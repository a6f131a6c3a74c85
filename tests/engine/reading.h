// Texts read with the real packs: the embedded ones, or those of the tree where the program was built without.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "paths.h"

extern "C" {
extern const char hearsay_pack_start[];
extern const char hearsay_pack_end[];
}

namespace hearsay::testing {

inline std::string compiled_tree() {
  auto files = read_sources({packs_folder()});
  if (!files) throw std::runtime_error(files.error().message);
  Diagnostics diagnostics;
  std::string image = compile_image(*files, diagnostics);
  std::string messages;
  for (const Diagnostic& diagnostic : diagnostics.all()) messages += "\n" + to_string(diagnostic);
  if (image.empty()) throw std::runtime_error("the packs do not compile:" + messages);
  return image;
}

inline bool has_embedded_pack() { return hearsay_pack_end - hearsay_pack_start > 64; }

// Loaded once for all tests of a process.
inline const Pack& real_packs() {
  static const std::string compiled = has_embedded_pack() ? std::string() : compiled_tree();
  static const Result<Pack> pack =
      Pack::load(has_embedded_pack() ? std::string_view(hearsay_pack_start, static_cast<size_t>(hearsay_pack_end - hearsay_pack_start)) : std::string_view(compiled));
  if (!pack) throw std::runtime_error(pack.error().message);
  return *pack;
}

inline Metadata metadata_of(const std::string& lang, const std::string& published) {
  Metadata metadata;
  metadata.path = "test";
  metadata.lang = lang;
  if (!published.empty()) metadata.published = published;
  return metadata;
}

// One text with all that was read from it, and short answers to what tests ask.
class TextRead {
 public:
  TextRead(const std::string& lang, const std::string& text, const std::string& published = "2020-01-10") {
    auto reading = read_report(real_packs(), text, metadata_of(lang, published));
    if (!reading) throw std::runtime_error(reading.error().message);
    reading_ = std::move(*reading);
  }
  const Reading& reading() const { return *reading_; }
  const Analysis& analysis() const { return reading_->analysis; }

  std::string words(Span span) const { return analysis().document.text.substr(span.start, span.length()); }
  // What an optional span holds; "-" if it is absent.
  std::string words(const std::optional<Span>& span) const { return span ? words(*span) : "-"; }

  const Actor* actor(std::string_view id) const {
    for (const Actor& actor : analysis().actors)
      if (actor.id == id) return &actor;
    return nullptr;
  }
  std::string code(std::string_view id) const { return actor(id) ? actor(id)->code : "absent"; }
  std::string id(int index) const { return index < 0 ? "-" : analysis().actors[static_cast<size_t>(index)].id; }

  // The ids of the actors mentioned by these words (their nth occurrence, from 0), in order of the alphabet, with blanks between.
  std::string who(std::string_view mention, int nth = 0) const {
    size_t at = analysis().document.text.find(mention);
    while (nth-- > 0 && at != std::string::npos) at = analysis().document.text.find(mention, at + 1);
    if (at == std::string::npos) throw std::logic_error("not in the text: " + std::string(mention));
    const Span wanted{static_cast<uint32_t>(at), static_cast<uint32_t>(at + mention.size())};
    std::vector<std::string> ids;
    for (const Actor& actor : analysis().actors)
      for (const Mention& found : actor.mentions)
        if (found.span.overlaps(wanted) && std::find(ids.begin(), ids.end(), actor.id) == ids.end()) ids.push_back(actor.id);
    std::sort(ids.begin(), ids.end());
    std::string out;
    for (const std::string& id : ids) out += (out.empty() ? "" : " ") + id;
    return out;
  }

  // The part of the first verb or noun group that holds the word: its words, "-" if it has none.
  std::string part(std::string_view word, std::string_view name) const {
    for (const Clauses& clauses : reading_->clauses)
      for (const auto* groups : {&clauses.verbs(), &clauses.nouns()})
        for (int32_t group : *groups) {
          const Edge& edge = clauses.lattice().edge(group);
          if (clauses.lattice().words(edge.start, edge.end).find(word) == std::string_view::npos) continue;
          const int32_t part = clauses.part(group, real_packs().strings().find(name));
          if (part < 0) return "-";
          const Edge& found = clauses.lattice().edge(part);
          return std::string(clauses.lattice().words(found.start, found.end));
        }
    return "no such group";
  }

  // kind source target status
  std::vector<std::string> events() const {
    std::vector<std::string> out;
    for (const Event& event : analysis().events)
      out.push_back(event.kind + " " + id(event.source.actor) + " " + id(event.target.actor) + " " + std::string(to_string(event.status)));
    return out;
  }
  bool tells(const std::string& event) const {
    const auto all = events();
    return std::find(all.begin(), all.end(), event) != all.end();
  }

 private:
  std::unique_ptr<Reading> reading_;
};

}  // namespace hearsay::testing
