// Whole reports through the engine, their records, and how long an engine takes to open.
// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include "inputs.h"

namespace hearsay::bench {
namespace {

const Engine& engine() {
  static const Result<Engine> opened = Engine::open();
  return *opened;
}

void count(benchmark::State& state, const std::vector<Input>& all) {
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) * static_cast<int64_t>(bytes_of(all)));
  state.counters["documents"] = benchmark::Counter(static_cast<double>(state.iterations() * all.size()), benchmark::Counter::kIsRate);
}

std::vector<Analysis> analyses(const std::string& lang) {
  std::vector<Analysis> out;
  for (const Input& input : inputs(lang))
    if (auto analysis = engine().analyse(input.text, input.metadata)) out.push_back(std::move(*analysis));
  return out;
}

void analyse(benchmark::State& state, const std::string& lang) {
  const auto& all = inputs(lang);
  for (auto _ : state)
    for (const Input& input : all) benchmark::DoNotOptimize(engine().analyse(input.text, input.metadata));
  count(state, all);
}

void write_records(benchmark::State& state, const std::string& lang) {
  const auto all = analyses(lang);
  for (auto _ : state)
    for (const Analysis& analysis : all) benchmark::DoNotOptimize(analysis_record(analysis));
  count(state, inputs(lang));
}

void read_records(benchmark::State& state, const std::string& lang) {
  std::vector<std::string> records;
  for (const Analysis& analysis : analyses(lang)) records.push_back(analysis_record(analysis));
  for (auto _ : state)
    for (const std::string& record : records) benchmark::DoNotOptimize(read_analysis_record(record));
  count(state, inputs(lang));
}

void chronicle(benchmark::State& state, const std::string& lang) {
  const auto all = analyses(lang);
  for (auto _ : state) benchmark::DoNotOptimize(engine().chronicle(all));
  count(state, inputs(lang));
}

void open_engine(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Engine::open());
  state.counters["image_MB"] = static_cast<double>(image().size()) / (1 << 20);
}
BENCHMARK(open_engine)->Name("pack/load")->Unit(benchmark::kMillisecond);

void compile(benchmark::State& state) {
  const std::vector<SourceFile> files = sources_of(image());
  for (auto _ : state) {
    Diagnostics diagnostics;
    benchmark::DoNotOptimize(compile_image(files, diagnostics));
  }
}
BENCHMARK(compile)->Name("pack/compile")->Unit(benchmark::kMillisecond);

void register_all() {
  for (const std::string lang : {"vi", "en"}) {
    const auto add = [&](const std::string& name, auto body) { benchmark::RegisterBenchmark((name + "/" + lang).c_str(), body)->Unit(benchmark::kMillisecond); };
    add("engine/analyse", [lang](benchmark::State& state) { analyse(state, lang); });
    add("engine/chronicle", [lang](benchmark::State& state) { chronicle(state, lang); });
    add("record/write", [lang](benchmark::State& state) { write_records(state, lang); });
    add("record/read", [lang](benchmark::State& state) { read_records(state, lang); });
  }
}
const bool kRegistered = (register_all(), true);

}  // namespace
}  // namespace hearsay::bench
