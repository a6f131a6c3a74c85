// The members of a ZIP or TAR, read in the order in which they stand. A ZIP's directory at its end is not used: it says nothing that a stream has not given before, and to reach it the whole
// would have to be kept.
// SPDX-License-Identifier: Apache-2.0
#include <archive.h>
#include <archive_entry.h>

#include "archive/names.h"
#include "archive/unpacker.h"
#include "archive/walk.h"

namespace hearsay {
namespace {

constexpr int kStandstill = 100;    // faults without a byte read between them: libarchive is at its end with this archive

// The bytes of the entry that an unpacker stands at.
class EntrySource : public ByteSource {
 public:
  EntrySource(Unpacker& unpacker, ArchiveKind kind, ArchiveBudget& budget) : unpacker_(unpacker), counts_(kind == ArchiveKind::kZip), budget_(budget), start_(unpacker.taken()) {}

  Result<std::string_view> next() override {
    while (!ended_) {
      std::string_view bytes;
      const Unpacker::Step step = unpacker_.next_bytes(bytes);
      ended_ = step != Unpacker::Step::kGiven;
      broken_ = step == Unpacker::Step::kBroken;
      if (broken_ || step == Unpacker::Step::kFault) return Error{Error::Kind::kInput, "is broken: " + unpacker_.why()};
      given_ += bytes.size();
      if (const auto refused = counts_ ? budget_.unpack(bytes.size(), unpacker_.taken() - start_, given_) : std::nullopt) {
        ended_ = broken_ = true;
        return Error{Error::Kind::kInput, *refused};
      }
      if (!bytes.empty()) return bytes;
    }
    return std::string_view();
  }
  bool ended() const { return ended_; }
  // Whether libarchive, or a limit, leads no further from here.
  bool broken() const { return broken_; }

 private:
  Unpacker& unpacker_;
  bool counts_;
  ArchiveBudget& budget_;
  uint64_t start_, given_ = 0;
  bool ended_ = false, broken_ = false;
};

class EntryWalk {
 public:
  EntryWalk(ArchiveWalk& walk, ByteSource& source, ArchiveKind kind, const ArchivePlace& place) : walk_(walk), kind_(kind), place_(place), unpacker_(source, kind) {}

  void run() {
    uint64_t last = 0;
    int still = 0;
    while (!walk_.stopped && still < kStandstill) {
      archive_entry* entry = nullptr;
      const Unpacker::Step step = unpacker_.next_entry(entry);
      if (step == Unpacker::Step::kEnd) return;
      if (step != Unpacker::Step::kGiven) walk_.faults.tell(place_.path, "the " + std::string(to_string(kind_)) + " archive is broken: " + unpacker_.why());
      const bool sound = step == Unpacker::Step::kFault || (step == Unpacker::Step::kGiven && read(entry));
      if (walk_.budget.spent() || (!sound && !unpacker_.restart())) return;
      still = step == Unpacker::Step::kGiven || unpacker_.taken() != last ? 0 : still + 1;
      last = unpacker_.taken();
    }
  }

 private:
  // Reads or skips one entry; false if libarchive leads no further from it.
  bool read(archive_entry* entry) {
    const char* pathname = archive_entry_pathname(entry);
    const std::string name = printable_name(pathname ? pathname : ""), path = place_.path + "!/" + name;
    EntrySource source(unpacker_, kind_, walk_.budget);
    const std::string unreadable = why_unreadable(entry);
    if (const char* passed_over = passed_over_as(entry, name)) ++walk_.count.passed_over[passed_over];
    else if (!unreadable.empty()) walk_.faults.tell(path, unreadable);
    else walk_into(source, path);
    if (source.ended()) return !source.broken();
    return kind_ == ArchiveKind::kTar ? unpacker_.skip_entry() != Unpacker::Step::kBroken : unreadable.empty() && drain(source);
  }

  void walk_into(EntrySource& source, const std::string& path) {
    ArchiveMember about;
    about.path = path;
    ArchivePlace inner = place_;
    inner.path = path;
    walk_bytes(walk_, source, about, inner);
  }

  static const char* passed_over_as(archive_entry* entry, const std::string& name) {
    if (archive_entry_filetype(entry) == AE_IFDIR) return "folders";
    if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) || archive_entry_symlink(entry)) return "links and devices";
    return is_system_name(name) ? "files of the system" : nullptr;
  }

  // Why an entry cannot be read, if so. Of ZIP's methods those are read whose memory is small whatever the archive says; libarchive puts their names in parentheses.
  std::string why_unreadable(archive_entry* entry) const {
    if (archive_entry_is_encrypted(entry)) return "is encrypted and cannot be read";
    if (archive_entry_sparse_count(entry) > 0) return "is a sparse file, which is not read";
    const std::string method = unpacker_.method();
    if (kind_ == ArchiveKind::kZip && method != "uncompressed" && method != "deflation" && method != "bzip") return "is compressed by a method that is not read: " + method;
    return {};
  }

  // To step over a member of a ZIP libarchive may unpack it, and what is unpacked must count.
  static bool drain(EntrySource& source) {
    while (!source.ended()) (void)source.next();
    return !source.broken();
  }

  ArchiveWalk& walk_;
  ArchiveKind kind_;
  const ArchivePlace& place_;
  Unpacker unpacker_;
};

}  // namespace

void walk_entries(ArchiveWalk& walk, ByteSource& source, ArchiveKind kind, const ArchivePlace& place) { EntryWalk(walk, source, kind, place).run(); }

}  // namespace hearsay
