// SPDX-License-Identifier: Apache-2.0
#include "verify/fault.h"

#include <cstddef>

namespace hearsay {

std::string_view to_string(FaultKind kind) {
  static constexpr std::string_view kNames[] = {"file", "unreadable", "text-changed", "reading-changed", "missing", "left-over", "differs", "leads-nowhere"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view to_string(FaultOf of) {
  static constexpr std::string_view kNames[] = {"store", "document", "happening", "story", "actor", "correction", "feed", "id"};
  return kNames[static_cast<std::size_t>(of)];
}

std::string_view to_string(Mend mend) {
  static constexpr std::string_view kNames[] = {"salvage", "schema", "reindex", "lone-rows", "correction-aside", "set-aside",
                                                  "read-anew", "rows", "words", "roll", "corrected", "chronicle", "former-ids"};
  return kNames[static_cast<std::size_t>(mend)];
}

}  // namespace hearsay
