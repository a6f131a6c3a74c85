// A copy of a store on the disk, made while others read and write it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "hearsay/hearsay.h"

namespace hearsay {

struct BackupSize {
  int64_t bytes = 0, documents = 0;
};

// Copies one state of the store at `from`, a few pages at a time, under another name; only what is whole and found sound becomes `to`, at once.
//   replace  whether `to` may be there already
//   go_on    told how many pages are copied, of how many; false stops, and nothing is left of the copy
//   returns  how much was copied; nothing, if it was stopped
Result<std::optional<BackupSize>> back_up(const std::string& from, const std::string& to, bool replace, const std::function<bool(int64_t done, int64_t total)>& go_on = {});

}  // namespace hearsay
