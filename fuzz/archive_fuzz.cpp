// Any bytes as an archive: whatever they are, reading them ends, within the limits.
// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>

#include "archive/archive.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace hearsay;
  ArchiveOptions options;
  options.limits.member_bytes = 1 << 20;
  options.limits.total_bytes = 16 << 20;
  options.limits.ratio_from = 1 << 16;
  options.limits.members = 1000;
  uint64_t taken = 0;
  ArchiveHandlers handlers;
  handlers.take = [&](ArchiveMember member) {
    if (member.bytes.size() > options.limits.member_bytes) std::abort();
    ++taken;
    return true;
  };
  const std::unique_ptr<ByteSource> source = bytes_in_memory(std::string_view(reinterpret_cast<const char*>(data), size));
  if (walk_archive(*source, "in", options, handlers).members != taken || taken > options.limits.members) std::abort();
  return 0;
}
