// Standoff: any bytes as an .ann give marks and events that hang together, and gold of them, or one clear line with the file and a number.
// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include "eval/gold.h"
#include "standoff/standoff.h"
#include "text/utf8.h"

namespace {

void hold(bool right) {
  if (!right) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace hearsay;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Result<Standoff> ann = read_standoff("a.ann", bytes);
  static const ActTypes kActs{{"meeting", {"04", true}}, {"letter-sent", {"04", false}}, {"criticism", {"11", false}}};
  const auto gold = parse_brat_gold("a.ann", bytes, kActs);
  for (const std::string* message : {ann ? nullptr : &ann.error().message, gold ? nullptr : &gold.error().message})
    if (message) hold(message->starts_with("a.ann:") && message->find('\n') == std::string::npos && valid_utf8(*message));
  hold(ann || !gold);
  if (!ann) return 0;
  for (const TextBound& bound : ann->bounds) hold(bound.start < bound.end && !bound.type.empty() && valid_utf8(bound.words));
  if (!gold || !*gold) return 0;
  hold((*gold)->document == "a.txt" && (*gold)->statements->size() + (*gold)->events->size() == ann->events.size());
  for (const GoldTime& time : *(*gold)->times) hold(time.at && time.at->start < time.at->end && time.number >= 0);
  return 0;
}
