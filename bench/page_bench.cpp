// How fast pages are read: those of tests/page/pages, padded with scripts, styles and drawings to the share that pages of the press have of them.
// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "page/page.h"
#include "page/tame.h"

namespace hearsay::bench {
namespace {

// Before </head> as much script, style and SVG as the rest of the page times `share` / (1 - share).
std::string padded(const std::string& html, double share) {
  static const std::string kScript = "<script>(function(w){var q=w.q||[];for(var i=0;i<q.length;i++){q[i].push({id:i,on:function(e){return e<3&&'<b>'}})}})(window)</script>\n";
  static const std::string kStyle = "<style>.a1>.b2:hover{color:#b00;margin:0 auto;padding:4px 8px}@media(max-width:640px){.c3{display:none}}</style>\n";
  static const std::string kDrawing = "<svg viewBox=\"0 0 24 24\"><path d=\"M13 22v-8h3l1-4h-4V8c0-1 .5-2 2-2h2V2.5C16.5 2.4 15.5 2 14 2\"/></svg>\n";
  std::string filler;
  while (static_cast<double>(filler.size()) < static_cast<double>(html.size()) * share / (1 - share)) filler += kScript + kScript + kStyle + kDrawing;
  const size_t at = html.find("</head>");
  return at == std::string::npos ? html + filler : html.substr(0, at) + filler + html.substr(at);
}

std::vector<std::string> pages(double share) {
  std::vector<std::string> all;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(HEARSAY_SOURCE) + "/tests/page/pages")) {
    if (entry.path().extension() != ".html") continue;
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    all.push_back(share > 0 ? padded(bytes.str(), share) : bytes.str());
  }
  return all;
}

// share: tenths of the bytes that are added.
template <class Read>
void run(benchmark::State& state, Read read) {
  const std::vector<std::string> all = pages(static_cast<double>(state.range(0)) / 10);
  size_t bytes = 0;
  for (const std::string& one : all) bytes += one.size();
  for (auto _ : state)
    for (const std::string& one : all) benchmark::DoNotOptimize(read(one));
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) * static_cast<int64_t>(bytes));
  state.counters["pages"] = benchmark::Counter(static_cast<double>(state.iterations() * all.size()), benchmark::Counter::kIsRate);
}

void page_read(benchmark::State& state) {
  run(state, [](const std::string& html) { return read_page(html, ""); });
}
void page_tame(benchmark::State& state) {
  run(state, [](const std::string& html) { return page::tame(html); });
}
BENCHMARK(page_read)->Name("page/read")->ArgName("tenths_of_script")->Arg(0)->Arg(5)->Arg(7)->Unit(benchmark::kMillisecond);
BENCHMARK(page_tame)->Name("page/tame")->ArgName("tenths_of_script")->Arg(0)->Arg(7)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace hearsay::bench
