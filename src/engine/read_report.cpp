// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "actors/actors.h"
#include "document/document.h"
#include "engine/engine.h"
#include "events/events.h"
#include "figures/figures.h"
#include "text/utf8.h"
#include "time/times.h"

namespace hearsay {

namespace {

// What a thread keeps from report to report while it reads with one pack: costly to make, never to be seen in what is read.
struct Workbench {
  std::shared_ptr<const void> pack;
  std::unique_ptr<WordCache> words;
  Matcher matcher;
};
Workbench& workbench(const Pack& pack) {
  thread_local Workbench bench;
  if (bench.pack != pack.identity()) {
    bench = Workbench();
    bench.pack = pack.identity();
    bench.words = std::make_unique<WordCache>(&pack.vocabulary());
  }
  return bench;
}

// Outlets are known by domain or name; an unknown one keeps its name and an id made of it.
void resolve_outlet(Document& document, const World& world, const Strings& strings) {
  if (!document.outlet_name) return;
  if (const int outlet = world.outlet(*document.outlet_name); outlet >= 0) {
    document.outlet_id = std::string(strings[world.actor(static_cast<uint32_t>(outlet)).id]);
    document.outlet_name = std::string(strings[world.actor(static_cast<uint32_t>(outlet)).name]);
    return;
  }
  std::string slug;
  for (char c : fold_plain(*document.outlet_name)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter) slug += c;
    else if (!slug.empty() && slug.back() != '-') slug += '-';
  }
  while (slug.ends_with('-')) slug.pop_back();
  if (slug.empty()) slug = sha256_hex(*document.outlet_name).substr(0, 12);
  document.outlet_id = slug;
}

// An outlet that a pack holds is one of the report's actors even if nothing mentions it: whose voice it is hangs on its owner
// and on whom it speaks for.
void list_outlet(Analysis& analysis, const World& world) {
  if (!analysis.document.outlet_id) return;
  const std::string& id = *analysis.document.outlet_id;
  const int outlet = world.find(id);
  const auto is_it = [&](const Actor& actor) { return actor.id == id; };
  if (outlet < 0 || std::any_of(analysis.actors.begin(), analysis.actors.end(), is_it)) return;
  analysis.actors.push_back(actor_of_world(world, static_cast<uint32_t>(outlet), analysis.document.published_day));
}

}  // namespace

Matcher& matcher_of_thread(const Pack& pack) { return workbench(pack).matcher; }

Result<std::unique_ptr<Reading>> read_report(const Pack& pack, std::string bytes, const Metadata& metadata) {
  auto reading = std::make_unique<Reading>();
  Analysis& analysis = reading->analysis;
  Result<Document> document = decode_document(std::move(bytes), metadata, analysis.notes);
  if (!document) return document.error();
  analysis.document = std::move(*document);
  resolve_outlet(analysis.document, pack.world(), pack.strings());
  const LanguagePack* language = pack.language(analysis.document.lang);
  if (!language) {
    analysis.notes.push_back("no pack reads the language \"" + analysis.document.lang + "\"; the text is kept unread");
    return reading;
  }
  Workbench& bench = workbench(pack);
  const std::string& text = analysis.document.text;
  reading->tokens = tokenize(text, language->text, *bench.words);
  int cut = 0;
  const auto ranges = split_sentences(text, reading->tokens, language->text, cut);
  if (cut > 0) analysis.notes.push_back(std::to_string(cut) + " sentences of more than " + std::to_string(kMostSentenceTokens) + " words were cut");
  reading->sentences.reserve(ranges.size());
  const auto sets = bench.matcher.sets_of(language->language);
  for (const SentenceTokens& range : ranges) {
    Sentence& sentence = reading->sentences.emplace_back();
    sentence.range = range;
    sentence.lattice = std::make_unique<Lattice>(sets, text, std::span(reading->tokens).subspan(range.first, range.last - range.first));
  }
  mark_zones(analysis.document, reading->sentences, pack.strings());
  for (const Sentence& sentence : reading->sentences) analysis.sentences.push_back(sentence.range.span);
  if (!analysis.document.title)
    for (const Zone& zone : analysis.document.zones)
      if (zone.kind == ZoneKind::kTitle) analysis.document.title = text.substr(zone.span.start, zone.span.length());
  date_report(pack, *language, *reading, bench.matcher);
  const auto quotations = find_quotations(text, reading->tokens);
  read_times(pack, *language, analysis.document, reading->sentences, bench.matcher, analysis.times);
  read_actors(pack, *language, analysis.document, reading->sentences, bench.matcher, analysis.actors);
  reading->clauses = read_clauses(pack, *language, reading->sentences, bench.matcher);
  read_statements(pack, *language, analysis.document, reading->sentences, reading->clauses, quotations, analysis.actors, bench.matcher,
                  analysis.statements);
  read_events(pack, *language, analysis.document, reading->sentences, reading->clauses, analysis.times, analysis.actors, analysis.statements,
              analysis.events);
  read_figures(pack, *language, reading->sentences, reading->clauses, analysis.statements, analysis.events, bench.matcher, analysis.figures);
  list_outlet(analysis, pack.world());
  return reading;
}

}  // namespace hearsay
