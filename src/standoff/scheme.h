// What Hearsay's annotations are called in brat: one scheme for the export that writes them, for the configuration in which they are edited, and for gold that is
// read from them. Roles of attributions are those of PolNeAR: Source, Cue, Content.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "hearsay/hearsay.h"

namespace hearsay::scheme {

// Of marks.
inline constexpr std::string_view kTimex = "Timex", kAttribution = "Attribution", kSource = "Source", kContent = "Content", kVia = "Via", kIgnored = "Ignored";
inline constexpr std::string_view kMentions[] = {"Person", "State", "Organisation", "Group", "Place"};     // by ActorKind
// Of roles, beside those that are called as what they mark.
inline constexpr std::string_view kActor = "Actor", kRecipient = "Recipient", kTime = "Time";
// Of attributes. Those from Lead on are there or not, and have no value.
inline constexpr std::string_view kTimexType = "TimexType", kForm = "Form", kAct = "Act", kMode = "Mode", kStatus = "Status", kLead = "Lead", kAnonymous = "Anonymous",
                                  kNoCue = "NoCue", kOptional = "Optional", kHard = "Hard";
// Of notes.
inline constexpr std::string_view kNotes = "AnnotatorNotes";

inline std::string_view type_of(ActorKind kind) { return kMentions[static_cast<size_t>(kind)]; }
// A kind of event as a type: these have letters, digits, hyphens and underscores.
std::string type_of(std::string_view kind);

}  // namespace hearsay::scheme
