// Why what was asked for did not come about. What exactly is wrong has been said to the session.
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace hearsay::browse {

enum class Trouble {
  kNone,
  kUsage,                                // what is asked for makes no sense
  kNotFound,                             // nothing has the id or name that was asked for
  kStore,                                // the store cannot be opened or read
  kPack,                                 // a mistake in a language pack
};

}  // namespace hearsay::browse
