// SPDX-License-Identifier: Apache-2.0
#include "archive/walk.h"

#include "archive/decoded.h"
#include "archive/names.h"

namespace hearsay {
namespace {

constexpr uint64_t kMostXzMemory = 128 << 20;     // `xz -9` needs 64 MB; zstd has the same limit of its own

// Counts what is read of the input itself.
class CountedSource : public ByteSource {
 public:
  CountedSource(ByteSource& source, ArchiveBudget& budget) : source_(source), budget_(budget) {}
  Result<std::string_view> next() override {
    Result<std::string_view> piece = source_.next();
    if (piece) budget_.read(piece->size());
    return piece;
  }

 private:
  ByteSource& source_;
  ArchiveBudget& budget_;
};

// Tells the faults of what is read as a stream.
class ToldSource : public ByteSource {
 public:
  ToldSource(ByteSource& source, ArchiveWalk& walk, const std::string& path) : source_(source), walk_(walk), path_(path) {}
  Result<std::string_view> next() override {
    Result<std::string_view> piece = source_.next();
    if (!piece) walk_.faults.tell(path_, piece.error().message);
    return piece;
  }

 private:
  ByteSource& source_;
  ArchiveWalk& walk_;
  const std::string& path_;
};

bool may_take(ArchiveWalk& walk, const std::string& path) {
  if (++walk.count.members <= walk.options.limits.members) return true;
  --walk.count.members;
  walk.stopped = true;
  walk.faults.tell(path, "more than " + std::to_string(walk.options.limits.members) + " members, the limit for one input; the rest is not read");
  return false;
}

void hand_on(ArchiveWalk& walk, PeekedSource& source, const ArchiveMember& about, const ArchivePlace& place) {
  const std::string head(source.head(kArchiveHead));
  if (!head.empty() && walk.handlers.stream) {
    ToldSource told(source, walk, about.path);
    const Streamed streamed = walk.handlers.stream(about, head, told);
    if (streamed != Streamed::kNo) {
      if (may_take(walk, about.path)) walk.stopped = streamed == Streamed::kStop;
      return;
    }
  }
  ArchiveMember member = about;
  if (auto bytes = gather(walk, source, about.path, walk.options.limits.member_bytes - place.held, member.cut_short)) {
    member.bytes = std::move(*bytes);
    take_member(walk, std::move(member));
  }
}

// Whether another level may be opened.
bool may_open(ArchiveWalk& walk, const ArchivePlace& place) {
  if (place.depth < walk.options.limits.depth) return true;
  walk.faults.tell(place.path, "archives are nested deeper than " + std::to_string(walk.options.limits.depth) + " levels, the limit; it is left out");
  return false;
}

}  // namespace

std::optional<std::string> gather(ArchiveWalk& walk, ByteSource& source, const std::string& path, uint64_t most, bool& cut_short) {
  std::string bytes;
  while (true) {
    const Result<std::string_view> piece = source.next();
    if (!piece) {
      walk.faults.tell(path, piece.error().message);
      cut_short = true;
      break;
    }
    if (piece->empty()) break;
    if (piece->size() > most - bytes.size()) {
      walk.faults.tell(path, "is longer than " + amount(most) + ", the limit for one report; it is left out");
      return std::nullopt;
    }
    bytes += *piece;
  }
  if (!bytes.empty()) return bytes;
  if (!cut_short) ++walk.count.passed_over["empty files"];
  return std::nullopt;
}

void take_member(ArchiveWalk& walk, ArchiveMember member) {
  if (may_take(walk, member.path) && walk.handlers.take && !walk.handlers.take(std::move(member))) walk.stopped = true;
}

void walk_bytes(ArchiveWalk& walk, ByteSource& source, const ArchiveMember& about, const ArchivePlace& place) {
  PeekedSource peeked(source);
  const ArchiveKind kind = archive_kind(peeked.head(kArchiveHead));
  ArchivePlace inner = place;
  inner.depth += place.decoded ? 0 : 1;
  inner.decoded = false;
  switch (kind) {
    case ArchiveKind::kNone: return hand_on(walk, peeked, about, place);
    case ArchiveKind::kUnread: return walk.faults.tell(place.path, "is a " + std::string(to_string(kind)) + " archive, which is not read");
    case ArchiveKind::kZip:
    case ArchiveKind::kTar:
      if (place.decoded || may_open(walk, place)) walk_entries(walk, peeked, kind, inner);
      return;
    case ArchiveKind::kWarc:
      if (place.decoded || may_open(walk, place)) walk_warc(walk, peeked, inner);
      return;
    default: break;
  }
  if (!may_open(walk, place)) return;
  if (const uint64_t memory = xz_memory(peeked.head(kArchiveHead)); memory > kMostXzMemory) {
    return walk.faults.tell(place.path, "needs " + amount(memory) + " of memory to be unpacked, and " + amount(kMostXzMemory) + " is the limit; it is left out");
  }
  const std::unique_ptr<ByteSource> decoded = decode(peeked, kind, walk.budget);
  inner.depth = place.depth + 1;
  inner.decoded = true;
  walk_bytes(walk, *decoded, about, inner);
}

bool looks_like_archive(std::string_view head) { return archive_kind(head) != ArchiveKind::kNone; }

ArchiveCount walk_archive(ByteSource& source, const std::string& path, const ArchiveOptions& options, const ArchiveHandlers& handlers) {
  ArchiveWalk walk(options, handlers);
  CountedSource counted(source, walk.budget);
  ArchiveMember about;
  about.path = printable_name(path);
  walk_bytes(walk, counted, about, {about.path});
  walk.faults.close(about.path);
  return walk.count;
}

}  // namespace hearsay
