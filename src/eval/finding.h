// What a comparison with gold found to be wrong, and what is to blame.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "eval/search.h"
#include "hearsay/hearsay.h"

namespace hearsay {

enum class LayerName { kTime, kStatement, kEvent };
inline constexpr size_t kLayers = 3;

// What is scored of a find that was expected.
enum class Attribute { kStrict, kValue, kAct, kMode, kCue, kVia, kViaHard, kStatus, kWhen, kBy };
// The attributes of a layer, in the order of its figures.
std::vector<Attribute> attributes_of(LayerName layer);

// What was missing where no rule is to blame: first the causes of misses, as far as the engine came, then those of wrong attributes.
enum class Cause {
  kNone,                                 // a rule is to blame
  kReportUnread,
  kAnchorAbsent,                         // the report does not hold the anchor, or the content
  kTaken,                                // found, but it is what another entry expects
  kZoneUnread,                           // it stands where the layer does not read: a caption, a credit, boilerplate
  kNoTimeRule,
  kSpeakerUnresolved,                    // content found; its speaker was traced to nobody
  kOtherSpeaker,                         // content found, with another speaker
  kOtherContent,                         // cue and speaker found, the content elsewhere
  kOtherSpeakerAndContent,               // only the cue was found
  kNoSpeaker,                            // a rule matched the cue; nobody stands where its speaker should
  kMuteSpeaker,                          // a rule matched the cue; what stands there cannot speak
  kCueDropped,                           // a rule matched the cue, with a speaker; no statement came of it
  kCueWithoutRule,                       // the lexicon has the cue; no rule matched
  kCueUnknown,                           // the lexicon does not have the cue
  kNoCue,                                // the text has none: a quotation that goes on
  kSourceMissing, kSourceWrong, kTargetMissing, kTargetWrong, kPartiesSwapped, kPartiesWrong,   // an act of that root was found
  kOtherRoot,                            // an act with these parties was found there, of another root
  kOtherAct,                             // another act of others was found there
  kFrameDropped,                         // a frame of the root fits; the act was told elsewhere, or left out
  kFrameOutranked,                       // a frame of the root would fit; another goes before it
  kFrameWithoutSource, kFrameWithoutTarget, kFrameWithoutParties,   // a frame of the root passes its tests and lacks who must be there
  kFrameTestFails,                       // a frame of the root has this head; one of its tests fails
  kNoFrame,                              // no frame of the root has this head
  kHeadUnknown,                          // the head stands in no lexicon
  kNoGroup,                              // no verb or noun group was made of these words
  kNoDate,                               // wrong period: its sentence has no date
  kDateUnused,                           // wrong period: its sentence has a date, which was not taken for the act's
  kBounded,                              // wrong period: inferred, not read off an expression
  kNoStatement,                          // wrong teller: the act stands in no statement
};
inline constexpr int kCauses = static_cast<int>(Cause::kNoStatement) + 1;

enum class FindingKind { kMiss, kFalseAlarm, kWrong };
// What gold has where something was found that it does not expect.
enum class Beside { kNothing, kMissed, kFound };

// A cause, or a rule.
struct Blame {
  Cause cause = Cause::kNone;
  std::string rule;                      // beside a cause: how far it came
  std::string found;                     // what was found instead, in a few words; empty for nothing
  std::string id;                        // of what was found: "s3"
};

struct Finding {
  LayerName layer = LayerName::kTime;
  FindingKind kind = FindingKind::kMiss;
  Attribute attribute = Attribute::kStrict;              // of kWrong
  Blame blame;
  std::string document;                  // path of the report
  int line = 0;                          // from 1; 0 where the report does not hold it
  Range range;                           // in code points
  std::string words, sentence;
  std::string expected;                  // in a few words; empty for nothing
  Beside beside = Beside::kNothing;      // of kFalseAlarm: what `expected` is
  std::string gold;                      // path of the gold file
  int entry = 0;                         // number in the layer of the gold file; 0 for none
  bool hard = false;
};

std::string_view to_string(LayerName);
std::string_view to_string(Attribute);
std::string_view to_string(Cause);
std::string_view to_string(FindingKind);
std::string_view to_string(Beside);

}  // namespace hearsay
