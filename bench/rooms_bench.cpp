// How long each room takes, in bytes of text a second, beside what the machine can do at best: copying and checking the bytes.
// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <cstring>

#include "inputs.h"
#include "text/utf8.h"

namespace hearsay::bench {
namespace {

void count(benchmark::State& state, const std::vector<Input>& all) {
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) * static_cast<int64_t>(bytes_of(all)));
  state.counters["documents"] = benchmark::Counter(static_cast<double>(state.iterations() * all.size()), benchmark::Counter::kIsRate);
}

void copy(benchmark::State& state, const std::string& lang) {
  const auto& all = inputs(lang);
  std::string to(bytes_of(all), ' ');
  for (auto _ : state) {
    size_t at = 0;
    for (const Input& input : all) {
      std::memcpy(to.data() + at, input.text.data(), input.text.size());
      at += input.text.size();
    }
    benchmark::ClobberMemory();
  }
  count(state, all);
}

void validate(benchmark::State& state, const std::string& lang) {
  const auto& all = inputs(lang);
  for (auto _ : state)
    for (const Input& input : all) benchmark::DoNotOptimize(valid_utf8(input.text));
  count(state, all);
}

// One stage alone: what it rests on is made anew outside the clock, since rooms add to the lattices they read.
void room(benchmark::State& state, const std::string& lang, Stage stage) {
  const auto& all = inputs(lang);
  const LanguagePack& language = *packs().language(lang);
  WordCache words(&packs().vocabulary());
  Matcher matcher;
  for (auto _ : state) {
    state.PauseTiming();
    std::vector<Prepared> prepared;
    for (const Input& input : all) prepared.push_back(prepare(input, language, stage, words, matcher));
    state.ResumeTiming();
    for (Prepared& one : prepared) run_stage(stage, language, one, words, matcher);
    state.PauseTiming();
    prepared.clear();
    state.ResumeTiming();
  }
  count(state, all);
}

void register_all() {
  static constexpr std::pair<const char*, Stage> kRooms[] = {
      {"tokenize", Stage::kTokens}, {"sentences", Stage::kSentences},   {"times", Stage::kTimes},  {"actors", Stage::kActors},
      {"syntax", Stage::kSyntax},   {"statements", Stage::kStatements}, {"events", Stage::kEvents}};
  for (const std::string lang : {"vi", "en"}) {
    const auto add = [&](const std::string& name, auto body) { benchmark::RegisterBenchmark((name + "/" + lang).c_str(), body)->Unit(benchmark::kMillisecond); };
    add("baseline/memcpy", [lang](benchmark::State& state) { copy(state, lang); });
    add("baseline/utf8", [lang](benchmark::State& state) { validate(state, lang); });
    for (const auto& [name, stage] : kRooms) add(std::string("room/") + name, [lang, stage = stage](benchmark::State& state) { room(state, lang, stage); });
  }
}
const bool kRegistered = (register_all(), true);

}  // namespace
}  // namespace hearsay::bench
