// robots.txt: the first line is the address asked for, the rest the file.
// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>

#include "fetch/robots.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string_view target = bytes.substr(0, bytes.find('\n'));
  const hearsay::Robots robots = hearsay::parse_robots(bytes.substr(target.size()), "hearsay");
  static_cast<void>(robots.allows(target));
  if (!robots.allows("/robots.txt") || (robots.rules.empty() && !robots.allows(target)) || robots.delay > hearsay::kMaxCrawlDelay) std::abort();
  return 0;
}
