// What made a reading, beside its packs: a hash of the library's own sources, written while it is built (cmake/revision.cmake).
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace hearsay {

extern const char* const kProgramRevision;

}  // namespace hearsay
