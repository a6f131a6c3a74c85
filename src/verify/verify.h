// Whether a store holds together: its file, each document by itself, the rows that repeat documents, and the chronicle beside what its documents make.
//
// What is worked out is worked out again, report by report and block by block, by the same functions that upkeep uses, and compared; nothing is held longer than that
// takes, but for a few numbers a document. All of it is one state of the store: others may write meanwhile.
// What rests on something faulty is not compared: one damaged thing is told once.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>

#include "hearsay/hearsay.h"
#include "verify/fault.h"

namespace hearsay {

enum class VerifyStage { kFile, kLinks, kDocuments, kReports, kHappenings, kStories };

struct VerifyProgress {
  VerifyStage stage = VerifyStage::kFile;
  int64_t done = 0, total = 0;
};

// Why a part of the store was not compared with what it should be.
enum class LeftOut {
  kNothing,
  kQuick,                                // not asked for
  kFaulty,                               // it rests on what is faulty
  kUnsettled,                            // documents came or went since, or another program made the chronicle
  kOtherPacks,                           // other packs made it
};

struct Verified {
  int64_t documents = 0, happenings = 0, stories = 0;          // how many there are
  int64_t undigested = 0;                // documents that were saved before stores kept by what damage is told
  int64_t aside = 0;                     // what was put aside
  int64_t faults = 0;
  std::map<Mend, int64_t> mends;         // faults by what can be done
  LeftOut left_out = LeftOut::kNothing;
  VerifyStage left_out_from = VerifyStage::kFile;
  bool interrupted = false;

  bool sound() const { return faults == 0 && !interrupted; }
};

//   quick  the file, digests, and what leads where; nothing is worked out again
//   found  hears each fault
//   go_on  told how far it is; false stops
Result<Verified> verify_store(const Store& store, const Engine& engine, bool quick, const std::function<void(const Fault&)>& found, const std::function<bool(const VerifyProgress&)>& go_on = {});

// The store in a file; one that cannot be opened because it is damaged has that fault.
Result<Verified> verify_file(const std::string& db, const Engine& engine, bool quick, const std::function<void(const Fault&)>& found, const std::function<bool(const VerifyProgress&)>& go_on = {});

}  // namespace hearsay
