// Which kinds of event can be one happening.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "hearsay/hearsay.h"

namespace hearsay {

enum class Likeness { kNone, kRelated, kSame };

// Same: equal kinds, or two names of one act (a letter sent, the same letter received). Related: acts that reports call by
// each other's names (a meeting, a summit, a visit), or one specific CAMEO code; these need more evidence.
Likeness likeness(const Event& a, const Event& b);

// The first two digits of the CAMEO code; the kind where there is none.
std::string_view cameo_root(const Event& event);

// What the happening's identity keeps of a kind: the family's name, or the kind.
std::string_view kind_family(const Event& event);

// Events that are alike, or that a third is like, have one class.
std::string_view kind_class(const Event& event);

// Whether the order of the parties says nothing: joint acts, and visits, which one side makes and the other receives.
bool either_order(const Event& event);

// Whether it is a visit, made or received: it may last for days, and other acts are done in its course.
bool is_visit(const Event& event);

// The party at whose place the act is done, an index of an actor: whom a visitor visits; -1 for acts that are done anywhere.
int host(const Event& event);

// Whether acts of this root come often between the same parties (words, protests, force), so that a shared month or year
// is no reason to take two for one.
bool is_frequent(std::string_view root);

// Whether the act is done by words (CAMEO roots 01, 02, 10, 11, 13): who does it is who says it.
bool is_speech(std::string_view root);

}  // namespace hearsay
