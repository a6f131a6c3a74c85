// What is wrong with a store, one thing at a time, and what can be done about it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

enum class FaultKind {
  kFile,                                 // SQLite finds the file damaged
  kUnreadable,                           // a record cannot be read
  kTextChanged,                          // a text is not the one that was read
  kReadingChanged,                       // a reading is not the one that was saved
  kMissing, kLeftOver,                   // a row
  kDiffers,                              // a row or a field of a record, from what it should be
  kLeadsNowhere,                         // to what is not there
};

enum class FaultOf { kStore, kDocument, kHappening, kStory, kActor, kCorrection, kFeed, kId };

// In the order in which it is done.
enum class Mend {
  kSalvage,                              // what can still be read of the file is taken into a new one
  kSchema,                               // tables, indexes, views and triggers that are not there are made again
  kReindex,                              // indexes are made anew from their tables
  kLoneRows,                             // rows of what is not there are taken out
  kCorrectionAside, kSetAside,           // what is lost is put into a table of its own, so that the rest stands
  kReadAnew,                             // a document is read again from its text
  kRows,                                 // rows are written again from their document's reading
  kWords, kRoll, kCorrected,             // full text; the roll of actors; which documents corrections are about
  kChronicle,                            // all that is worked out from the readings is made anew
  kFormerIds,                            // ids that lead nowhere are forgotten
};

struct Fault {
  FaultKind kind = FaultKind::kDiffers;
  FaultOf of = FaultOf::kStore;
  std::string id;                        // of what
  std::string table;                     // or "record"; empty for the thing itself
  std::string place;                     // a row and its column, or a field of the record; empty for the whole
  std::string found, expected;           // of kDiffers; `found` alone: why it cannot be read, where it leads
  Mend mend = Mend::kChronicle;
  int64_t number = 0;                    // of the document or correction that is to be mended
};

// As JSON writes them: "text-changed", "set-aside".
std::string_view to_string(FaultKind);
std::string_view to_string(FaultOf);
std::string_view to_string(Mend);

}  // namespace hearsay
