// The one table of exit codes; `hearsay --help` prints it from messages.def.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/trouble.h"
#include "cli/browse.h"

namespace hearsay::cli {

enum ExitCode {
  kOk = 0,
  kSomeFailed = 1,        // some inputs could not be read, the others were
  kUsage = 2,             // the command line makes no sense
  kNothingRead = 3,       // no input could be read
  kPackError = 4,         // a mistake in a language pack, or a failed example
  kStoreError = 5,        // the store cannot be opened, read or written
  kOutputError = 6,       // standard output, or the file of --report, cannot be written
  kNotFound = 7,          // nothing has the id or name that was asked for
  kFaulty = 8,            // the store has faults
  kInternalError = 70,    // an invariant broke (EX_SOFTWARE of sysexits.h)
  kInterrupted = 130,     // 128 + SIGINT; 143 likewise for SIGTERM
};

constexpr ExitCode exit_code_of(Trouble trouble) {
  switch (trouble) {
    case Trouble::kNone: return kOk;
    case Trouble::kUsage: return kUsage;
    case Trouble::kNotFound: return kNotFound;
    case Trouble::kStore: return kStoreError;
    case Trouble::kPack: return kPackError;
  }
  return kInternalError;
}

}  // namespace hearsay::cli
