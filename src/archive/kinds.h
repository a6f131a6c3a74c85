// What a file is, by its first bytes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace hearsay {

enum class ArchiveKind { kNone, kGzip, kZstd, kXz, kBzip2, kZip, kTar, kWarc, kUnread };

ArchiveKind archive_kind(std::string_view head);
inline bool is_compression(ArchiveKind kind) { return kind >= ArchiveKind::kGzip && kind <= ArchiveKind::kBzip2; }
std::string_view to_string(ArchiveKind kind);

// How much memory the first block of an .xz file needs, in bytes; 0 if that does not stand in its head.
uint64_t xz_memory(std::string_view head);

// Whether a record of a WARC file begins here: "WARC/1.", a digit, the line's end.
bool begins_warc_record(std::string_view bytes);
inline constexpr size_t kWarcLine = 9;      // bytes that `begins_warc_record` looks at

// Whether what begins here may be the start of a gzip member, a zstd frame, a bzip2 stream or a ZIP member, for looking for the next one behind a broken one.
bool may_begin(ArchiveKind kind, std::string_view bytes);
inline constexpr size_t kMostMagic = 30;    // bytes that `may_begin` looks at, at most

}  // namespace hearsay
