// What one walk may still do: how much may come out of it, how deep, and what has been said of it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "archive/archive.h"

namespace hearsay {

// An amount as people write it: "64 MB", "1.5 GB", "12 bytes".
std::string amount(uint64_t bytes);

// What has been unpacked from one input, over all levels.
class ArchiveBudget {
 public:
  explicit ArchiveBudget(const IntakeLimits& limits) : limits_(limits) {}

  void read(uint64_t bytes) { read_ += bytes; }     // from the input itself
  // Counts what one step of unpacking gave.
  //   taken, given   what this step has read and given so far
  //   returns        why no more of it may be read, if so
  std::optional<std::string> unpack(uint64_t bytes, uint64_t taken, uint64_t given);
  // Whether nothing more of the input may be unpacked at all.
  bool spent() const { return unpacked_ > limits_.total_bytes; }
  const IntakeLimits& limits() const { return limits_; }

 private:
  bool beyond_ratio(uint64_t taken, uint64_t given) const {
    return given > limits_.ratio_from && static_cast<double>(given) > limits_.ratio * static_cast<double>(taken);
  }
  const IntakeLimits& limits_;
  uint64_t read_ = 0, unpacked_ = 0;
};

// Tells faults, of those that are alike only the first few and at the end how many more.
class ArchiveFaults {
 public:
  explicit ArchiveFaults(const ArchiveHandlers& handlers) : handlers_(handlers) {}
  void tell(const std::string& path, const std::string& line);
  // Tells how many were left out.
  void close(const std::string& path);

 private:
  const ArchiveHandlers& handlers_;
  struct Alike {
    uint64_t count = 0;
    std::string first;
  };
  std::map<std::string, Alike> told_;      // by the line without its numbers
};

}  // namespace hearsay
