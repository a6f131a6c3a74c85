// What holds reports, opened as a stream: ZIP, TAR, WARC, and what gzip, zstd, xz and bzip2 compressed, one in another.
// What a file is is told by its first bytes, never by its name. Nothing is ever written to disk.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "archive/source.h"

namespace hearsay {

struct ArchiveOptions {
  IntakeLimits limits;
  bool every_status = false;                    // WARC: take responses whatever their status, and not those of status 200 only
};

// A date that came with a member, and what said so.
struct MemberDate {
  std::string field;                            // "WARC-Date" (when it was fetched), or of HTTP "Last-Modified" or "Date"
  std::string time;                             // ISO 8601
};

// One file out of what holds it. The times that ZIP and TAR keep are a copy's and are not given.
struct ArchiveMember {
  std::string path;                             // "outer.zip!/folder/page.html": valid UTF-8 without control characters, U+FFFD for what was neither
  std::string bytes;
  bool cut_short = false;                       // the bytes are not all of the member, or not those it was made of; a fault says why
  std::string media_type, charset;              // of a WARC record: in lower case, without parameters; empty if unknown
  std::string url;                              // of a WARC record
  std::vector<MemberDate> dates;                // of a WARC record, in the order above
};

// What becomes of a member that is offered as a stream.
enum class Streamed { kNo, kYes, kStop };

struct ArchiveHandlers {
  // Called for each member in order; false to stop.
  std::function<bool(ArchiveMember)> take;
  // Something is left out or cut short: what, and one line. Of lines that are alike the first ten are told, and last how many more there were.
  std::function<void(const std::string& path, const std::string& line)> fault;
  // May be empty. Asked before a member of a ZIP or TAR or a packed file is taken: it may read `bytes` itself, however long they are; `head` is how they begin.
  // The faults that `bytes` gives have been told.
  std::function<Streamed(const ArchiveMember& about, std::string_view head, ByteSource& bytes)> stream;
};

struct ArchiveCount {
  uint64_t members = 0;                         // taken, or read as a stream
  std::map<std::string, uint64_t> passed_over;  // what is no report, by why: "folders", "request records", "HTTP status 404"
};

// How many first bytes `looks_like_archive` and `stream` are given, if there are as many.
inline constexpr size_t kArchiveHead = 4096;

bool looks_like_archive(std::string_view head);

// Reads everything that `source` holds; what is no archive is itself the one member, of the given path.
// Memory: a few MB, at most about three times `member_bytes` while a member is put together, and for each level of zstd or xz what its first bytes ask for, up to 128 MB.
ArchiveCount walk_archive(ByteSource& source, const std::string& path, const ArchiveOptions& options, const ArchiveHandlers& handlers);

}  // namespace hearsay
