// SPDX-License-Identifier: Apache-2.0
#include "eval/finding.h"

namespace hearsay {

namespace {

constexpr std::string_view kCauseNames[] = {
    "rule", "report-unread", "anchor-absent", "taken", "zone-unread", "no-time-rule", "speaker-unresolved", "other-speaker", "other-content",
    "other-speaker-and-content", "no-speaker", "mute-speaker", "cue-dropped", "cue-without-rule", "cue-unknown", "no-cue", "source-missing",
    "source-wrong", "target-missing", "target-wrong", "parties-swapped", "parties-wrong", "other-root", "other-act", "frame-dropped",
    "frame-outranked", "frame-without-source", "frame-without-target", "frame-without-parties", "frame-test-fails", "no-frame", "head-unknown", "no-group", "no-date",
    "date-unused", "bounded", "no-statement"};
static_assert(std::size(kCauseNames) == kCauses);
constexpr std::string_view kAttributeNames[] = {"strict", "value", "act", "mode", "cue", "via", "via_hard", "status", "when", "by"};
constexpr std::string_view kLayerNames[] = {"time", "statement", "event"};
constexpr std::string_view kKindNames[] = {"miss", "false-alarm", "wrong"};
constexpr std::string_view kBesideNames[] = {"nothing", "missed", "found"};

}  // namespace

std::vector<Attribute> attributes_of(LayerName layer) {
  switch (layer) {
    case LayerName::kTime: return {Attribute::kStrict, Attribute::kValue};
    case LayerName::kStatement: return {Attribute::kAct, Attribute::kMode, Attribute::kCue, Attribute::kVia, Attribute::kViaHard};
    case LayerName::kEvent: return {Attribute::kStatus, Attribute::kWhen, Attribute::kBy};
  }
  return {};
}

std::string_view to_string(LayerName layer) { return kLayerNames[static_cast<size_t>(layer)]; }
std::string_view to_string(Attribute attribute) { return kAttributeNames[static_cast<size_t>(attribute)]; }
std::string_view to_string(Cause cause) { return kCauseNames[static_cast<size_t>(cause)]; }
std::string_view to_string(FindingKind kind) { return kKindNames[static_cast<size_t>(kind)]; }
std::string_view to_string(Beside beside) { return kBesideNames[static_cast<size_t>(beside)]; }

}  // namespace hearsay
