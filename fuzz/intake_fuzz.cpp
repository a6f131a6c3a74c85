// Any bytes as an input, whose name the first byte chooses: nothing crashes, and what comes of it is bounded.
// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "intake/intake.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static constexpr const char* kNames[] = {"in", "in.jsonl", "in.csv", "in.tsv"};
  if (size == 0) return 0;
  hearsay::TakeOptions options;
  options.archive.limits = {1 << 16, 1 << 20, 50, 1 << 14, 3, 1000};
  hearsay::Metadata about;
  about.path = kNames[data[0] % 4];
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const auto source = hearsay::bytes_in_memory(bytes);
  uint64_t reports = 0;
  const hearsay::TakeHandlers handlers{[&](hearsay::IncomingReport report) {
                                         require(report.about.path.starts_with(about.path) && report.fault.empty());
                                         ++reports;
                                         return reports < 500;
                                       },
                                       [](const std::string&, const std::string& line) { require(!line.empty()); }};
  require(hearsay::take_reports(*source, about, options, handlers).reports >= reports);
  return 0;
}
