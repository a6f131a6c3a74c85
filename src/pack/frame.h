// A frame: what a clause or noun group must have to tell one kind of event, and where its parties stand.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "match/program.h"

namespace hearsay {

// A way through a clause's parts, `object.of`: names from outside in.
struct FramePath {
  uint32_t step_first = 0;      // StrIds in `steps`; no other path begins there
  uint32_t step_count = 0;
};
enum class FrameTestKind : uint32_t { kSymbol, kPresent, kAbsent, kNotSymbol };
struct FrameTest {
  FrameTestKind kind = FrameTestKind::kSymbol;
  FramePath path;
  uint32_t symbol_first = 0;
  uint32_t symbol_count = 0;
};
struct Frame {
  StrId id = 0;
  uint32_t line = 0;
  StrId kind = 0;               // of the event
  StrId status = 0;             // overrides what the words say; 0: as worded
  uint32_t noun = 0;            // 1: heads a noun group, 0: a verb group
  uint32_t head_first = 0;      // symbols, any of which the head must have
  uint32_t head_count = 0;
  uint32_t test_first = 0;
  uint32_t test_count = 0;
  uint32_t source_first = 0;    // paths, first found wins
  uint32_t source_count = 0;
  uint32_t target_first = 0;
  uint32_t target_count = 0;
  int32_t priority = 0;
  uint32_t flags = 0;           // kNeedsSource, ...
};
inline constexpr uint32_t kNeedsSource = 1;
inline constexpr uint32_t kNeedsTarget = 2;
inline constexpr uint32_t kNegative = 4;        // the verb is negated, and that is the event: "did not accept the letter"
inline constexpr uint32_t kTargetNamed = 8;     // the frame has a target line
inline constexpr uint32_t kSourceSaid = 16;      // its paths alone tell it: nobody is taken from the rest of the sentence or from what was told before
inline constexpr uint32_t kTargetSaid = 32;
inline constexpr uint32_t kAnyParty = 128;      // told whoever its parties are, persons who are only described too
inline constexpr uint32_t kNoEvent = 64;        // what fits tells nothing, nor do the frames behind: "battled for votes"

struct Frames {
  std::span<const Frame> frames;      // in the order in which they are tried: priority, number of tests, place in the pack
  std::span<const FrameTest> tests;
  std::span<const FramePath> paths;
  std::span<const StrId> steps;
  std::span<const Symbol> symbols;
  // Frames by the symbol their head must have, for verbs and for nouns.
  std::vector<std::vector<uint32_t>> by_symbol;
};

}  // namespace hearsay
