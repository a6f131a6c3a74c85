// SPDX-License-Identifier: Apache-2.0
#include "inputs.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>

#include "actors/actors.h"
#include "document/document.h"
#include "events/events.h"
#include "time/times.h"

extern "C" {
extern const char hearsay_pack_start[];
extern const char hearsay_pack_end[];
}

namespace hearsay::bench {

namespace {

namespace fs = std::filesystem;

constexpr size_t kEnough = 512 << 10;

// The reports of a folder in a language; repeated until there are enough bytes.
std::vector<Input> read_folder(const fs::path& folder, const std::string& lang, bool all_of_it) {
  std::vector<Input> out;
  const fs::path manifest = folder / "manifest.tsv";
  const InputList list = list_reports({folder.string()}, fs::exists(manifest) ? std::optional(manifest.string()) : std::nullopt);
  size_t bytes = 0;
  for (const Metadata& metadata : list.reports) {
    if (!all_of_it && metadata.lang != lang) continue;
    auto text = read_file(metadata.path, kMaxReportBytes);
    if (!text || bytes > kEnough) continue;
    bytes += text->size();
    out.push_back({*text, metadata});
    out.back().metadata.lang = lang;
  }
  for (size_t i = 0; !out.empty() && bytes < kEnough; ++i) {
    out.push_back(out[i]);
    bytes += out.back().text.size();
  }
  return out;
}

std::vector<Input> find_inputs(const std::string& lang) {
  const fs::path root = HEARSAY_SOURCE, corpora = root / ".." / "shared" / "corpora";
  const fs::path real = lang == "vi" ? corpora / "vn-mds" : corpora / "polnear" / "dev" / "text";
  std::vector<Input> found;
  if (fs::exists(real)) found = read_folder(real, lang, true);
  return found.empty() ? read_folder(root / "examples" / "letters", lang, false) : found;
}

}  // namespace

const std::vector<Input>& inputs(const std::string& lang) {
  static std::map<std::string, std::vector<Input>> held;
  auto [at, fresh] = held.try_emplace(lang);
  if (fresh) at->second = find_inputs(lang);
  return at->second;
}

size_t bytes_of(const std::vector<Input>& inputs) {
  size_t bytes = 0;
  for (const Input& input : inputs) bytes += input.text.size();
  return bytes;
}

std::string_view image() { return {hearsay_pack_start, static_cast<size_t>(hearsay_pack_end - hearsay_pack_start)}; }

const Pack& packs() {
  static const Result<Pack> pack = Pack::load(image());
  if (!pack) {
    std::fprintf(stderr, "%s\n", pack.error().message.c_str());
    std::exit(1);
  }
  return *pack;
}

void run_stage(Stage stage, const LanguagePack& language, Prepared& p, WordCache& words, Matcher& matcher) {
  const std::string& text = p.document.text;
  switch (stage) {
    case Stage::kTokens: p.tokens = tokenize(text, language.text, words); return;
    case Stage::kSentences: {
      int cut = 0;
      p.sentences.clear();
      const auto sets = matcher.sets_of(language.language);
      for (const SentenceTokens& range : split_sentences(text, p.tokens, language.text, cut)) {
        Sentence& sentence = p.sentences.emplace_back();
        sentence.range = range;
        sentence.lattice = std::make_unique<Lattice>(sets, text, std::span(p.tokens).subspan(range.first, range.last - range.first));
      }
      p.quotations = find_quotations(text, p.tokens);
      mark_zones(p.document, p.sentences, packs().strings());
      return;
    }
    case Stage::kTimes: return read_times(packs(), language, p.document, p.sentences, matcher, p.times);
    case Stage::kActors: return read_actors(packs(), language, p.document, p.sentences, matcher, p.actors);
    case Stage::kSyntax: p.clauses = read_clauses(packs(), language, p.sentences, matcher); return;
    case Stage::kStatements:
      return read_statements(packs(), language, p.document, p.sentences, p.clauses, p.quotations, p.actors, matcher, p.statements);
    case Stage::kEvents:
      return read_events(packs(), language, p.document, p.sentences, p.clauses, p.times, p.actors, p.statements, p.events);
  }
}

Prepared prepare(const Input& input, const LanguagePack& language, Stage before, WordCache& words, Matcher& matcher) {
  Prepared prepared;
  std::vector<std::string> notes;
  if (auto document = decode_document(input.text, input.metadata, notes)) prepared.document = std::move(*document);
  for (int stage = 0; stage < static_cast<int>(before); ++stage) run_stage(static_cast<Stage>(stage), language, prepared, words, matcher);
  return prepared;
}

}  // namespace hearsay::bench
