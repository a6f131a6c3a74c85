// What a compression holds, as a source of bytes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "archive/budget.h"
#include "archive/kinds.h"
#include "archive/source.h"

namespace hearsay {

// gzip, zstd, xz or bzip2; several members or frames one behind another are one stream. Behind a broken one, after an Error, the next is found by its mark (not in xz, which has none to rely on).
//   budget   outlives the source; once it is spent the source ends
std::unique_ptr<ByteSource> decode(ByteSource& packed, ArchiveKind kind, ArchiveBudget& budget);

// The same for one of HTTP's two forms of "deflate" (RFC 9110 8.4.1.2): zlib's, or the bare one that many servers send.
std::unique_ptr<ByteSource> decode_deflate(ByteSource& packed, bool bare, ArchiveBudget& budget);

}  // namespace hearsay
