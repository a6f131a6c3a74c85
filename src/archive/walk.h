// One walk through an input: its state, and the ways from one level to the next.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive/archive.h"
#include "archive/budget.h"
#include "archive/kinds.h"

namespace hearsay {

struct ArchiveWalk {
  ArchiveWalk(const ArchiveOptions& options_, const ArchiveHandlers& handlers_) : options(options_), handlers(handlers_), budget(options_.limits), faults(handlers_) {}
  const ArchiveOptions& options;
  const ArchiveHandlers& handlers;
  ArchiveBudget budget;
  ArchiveFaults faults;
  ArchiveCount count;
  bool stopped = false;
};

// Where a walk is.
struct ArchivePlace {
  std::string path;
  int depth = 0;              // levels opened so far; an archive with the compression around it is one
  uint64_t held = 0;          // bytes that outer levels hold in memory
  bool decoded = false;       // what is read here came out of a compression just now
};

// Reads what `source` gives: an archive, or a member, of which `about` says what is known.
void walk_bytes(ArchiveWalk& walk, ByteSource& source, const ArchiveMember& about, const ArchivePlace& place);
void walk_entries(ArchiveWalk& walk, ByteSource& source, ArchiveKind kind, const ArchivePlace& place);
void walk_warc(ArchiveWalk& walk, ByteSource& source, const ArchivePlace& place);

// The bytes of one member, with what went wrong told; nullopt if there are none, or more than may be.
std::optional<std::string> gather(ArchiveWalk& walk, ByteSource& source, const std::string& path, uint64_t most, bool& cut_short);
void take_member(ArchiveWalk& walk, ArchiveMember member);

}  // namespace hearsay
