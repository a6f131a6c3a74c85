// From analyses to the chronicle: what happened, where each report of it comes from, and how well it is supported.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chronicle/case.h"

namespace hearsay {

// The happenings of all analyses, in the order of sort_by_time. The answer depends neither on the order of the
// analyses nor on documents given twice.
//   as_of  leaves out documents published later, and those whose date is unknown: they may be later
// Cost: near linear in documents; at worst quadratic in the tellings of one kind between the same parties.
std::vector<Happening> build_chronicle(const std::vector<Analysis>& analyses, const World& world, std::optional<Day> as_of);

// The records of some groups, in that order. Of an act of three or more all groups must be among them, and the library must hold their
// documents with all that these copy.
std::vector<Happening> write_happenings(const Library& library, const std::vector<Group>& groups);

// By start, the unknown last, then by id.
void sort_by_time(std::vector<Happening>& happenings);

// Engine::why_apart.
std::string why_apart(const std::vector<Analysis>& analyses, const World& world, const Happening& a, const Happening& b);

}  // namespace hearsay
