// Any bytes as a date: nothing crashes, and what is found is a day of the calendar in ISO 8601.
// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "dates/dates.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const auto& date : {hearsay::metadata_date(bytes), hearsay::visible_date(bytes), hearsay::address_date(bytes)}) {
    if (!date) continue;
    require(date->size() >= 10 && date->size() <= 25 && (*date)[4] == '-' && (*date)[7] == '-');
    // What was written is read back as itself.
    require(hearsay::metadata_date(*date) == date);
  }
  return 0;
}
