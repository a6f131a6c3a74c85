// One telling of a happening: an event of one document, with what merging asks of it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "story/copies.h"
#include "story/kinds.h"
#include "story/period.h"
#include "story/place.h"
#include "story/who.h"

namespace hearsay {

// Happened, to come, or said not to have happened: never one record. A plan and its fulfilment are linked instead.
enum class Course { kHappened, kPlan, kNotHappened };

struct Told {
  int document = 0;                      // index in canonical order
  std::string_view report;               // the document's id
  int event = 0;
  const Event* what = nullptr;
  std::string_view root;
  bool frequent = false;                 // is_frequent(root)
  Side source, target;
  std::string region;                    // both parties' regions in order of the alphabet: a block of candidates
  Course course = Course::kHappened;
  Period period;                         // open where nothing bounds it; what happened has happened by publication
  Period loose;                          // the same, and more where its words name no more than a part of a year or month
  bool dated = false;                    // the text bounds it on both sides
  bool news = false;                     // undated, and what the report opens with
  bool elsewhen = false;                 // undated, though the text names a time: it is on no calendar ("the day after")
  std::optional<Day> published;
  Place place;
  std::string speaker;                   // who tells it within the report: body, name or carrier; empty: its own voice
  bool answers = false;                  // confirms or denies a claim: it means what the report has told before
  int family = 0;
  uint64_t words = 0;                    // hash of the words that tell it
  std::vector<Tie> ties;                 // by corrections
  std::string told_as;                   // by one that merges: the block where it is looked for, instead of its own; empty: none
};

// All events of the documents that no correction rejects, in order.
std::vector<Told> collect(const std::vector<const Analysis*>& documents, const Copies& copies, const Who& who);

// Tellings of different blocks have nothing to do with one another: kinds of one class, parties of the same regions; or what a correction says.
std::string block_of(const Told& told);

// Whether the event stands in the content that the statement denies.
bool denies_event(const Statement& statement, const Event& event);

// The index of the telling of a document's event, which must be there.
int told_at(const std::vector<Told>& all, int document, int event);

// Where tellings are looked for that a correction takes for one with this one (Tie::told_as).
std::string place_among_tellings(const Told& told);

// The statements an event is told in that no correction rejects, innermost first; empty for the outlet's own voice.
std::vector<int> statements_around(const Analysis& analysis, const Event& event);

}  // namespace hearsay
