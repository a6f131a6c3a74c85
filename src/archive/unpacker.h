// One run of libarchive over a source: the members of a ZIP or TAR, or what zstd, xz and bzip2 compressed.
// libarchive gives up at the first broken member of a ZIP or frame of zstd. Since it says how far it has read, another run is begun at the next place that looks like a member's start.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <locale.h>

#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

#include "archive/kinds.h"
#include "archive/source.h"

struct archive;
struct archive_entry;

namespace hearsay {

class Unpacker {
 public:
  // What a step came to. After kBroken only restart() leads on; after kFault the next entry may be asked for.
  enum class Step { kGiven, kEnd, kFault, kBroken };

  Unpacker(ByteSource& source, ArchiveKind kind);
  ~Unpacker();
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;

  Step next_entry(archive_entry*& entry);
  // The next bytes of the entry, valid until the next call.
  Step next_bytes(std::string_view& bytes);
  Step skip_entry();
  // libarchive's name for how the entry of a ZIP is compressed.
  std::string method() const;
  // What the last fault was.
  std::string why() const;
  // Begins again behind the broken place; false if nothing that could be read on follows, or too much is broken.
  bool restart();
  // Whether bytes other than zeros follow the end.
  bool has_rest();
  // Bytes taken from the source.
  uint64_t taken() const;

 private:
  struct Free {
    void operator()(archive* run) const;
  };
  struct FreeLocale {
    void operator()(locale_t locale) const;
  };
  void begin();
  Step step(int code) const;
  Result<std::string_view> feed();
  uint64_t taken_in_run() const;
  size_t untaken() const;            // bytes at the end of what was given that libarchive has not taken yet
  std::string take_untaken();

  ByteSource& source_;
  ArchiveKind kind_;
  std::unique_ptr<std::remove_pointer_t<locale_t>, FreeLocale> names_;      // libarchive turns names into the locale's encoding, which in the "C" locale makes them unreadable
  std::unique_ptr<archive, Free> run_;
  std::string kept_;                 // bytes given to libarchive before the last piece; those not yet taken, and perhaps some before them
  std::string_view piece_;           // the last piece given
  std::string first_;                // what a restart begins with
  uint64_t given_ = 0, before_ = 0;  // bytes given in this run; taken in earlier ones
  bool doubtful_ = false;            // the bytes just given end in a wrong checksum, which is said behind them
  int restarts_ = 0;
};

}  // namespace hearsay
