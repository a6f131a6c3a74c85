// What became of the reports of one `hearsay read`, in a line for people and as JSON for --report.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "cli/inputs.h"

namespace hearsay::cli {

class Tally {
 public:
  explicit Tally(const Engine& engine);

  // `analysis` is null of a report that the store has read before.
  void count(Store::Saved saved, const Analysis* analysis);
  int64_t read() const { return fresh_ + replaced_; }
  int64_t known() const { return read() + unchanged_; }

  // "12 reports read (3 anew), 4 unchanged"
  std::string shown(const Words& words) const;
  // The same with what was skipped and why, as a sentence; a second line where no pack reads the language of some, a third on what was no report.
  std::string summary(const Words& words, const Inputs& inputs) const;
  // hearsay-reading/1, as docs/formats.md has it.
  std::string record(const Inputs& inputs, const std::string& store, bool complete) const;

 private:
  std::map<std::string, int64_t> unread() const;

  int64_t fresh_ = 0, replaced_ = 0, unchanged_ = 0;
  std::map<std::string, int64_t> languages_;             // of what was read
  std::vector<std::string> with_packs_;
};

}  // namespace hearsay::cli
