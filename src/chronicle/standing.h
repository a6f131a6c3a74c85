// How well a happening is supported, by the table of the chronicle record.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "chronicle/origins.h"

namespace hearsay {

struct Judgement {
  Standing standing = Standing::kUnattributed;
  std::string reason;                    // who asserts, denies or is silent, in words
};

// The first row of the table that holds, from the origins alone.
Judgement judge(const Case& happening, const Verdicts& verdicts);

}  // namespace hearsay
