// What the parts of this room look at together: the documents, and one happening among them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "story/happenings.h"
#include "story/item.h"

namespace hearsay {

// All documents in canonical order (publication, then id) with what `story` found of them.
struct Library {
  Library(std::vector<const Analysis*> in_order, const World& world);
  Library(std::vector<const Analysis*> in_order, const World& world, Copies found);
  const Analysis& analysis(int document) const { return *item(documents, document); }

  std::vector<const Analysis*> documents;
  Who who;
  Copies copies;
  std::vector<int> originals;            // per document: of how many documents without a known original its family consists
  std::vector<Told> told;
};

// One side of a happening under all names that its tellings use.
struct PartySide {
  std::vector<Side> names;
  std::string actor, name;               // how an origin of this side is shown
};

// One happening on trial: its tellings and its sides, of a joint act all that took part in it.
struct Case {
  const Library* library = nullptr;
  const Group* group = nullptr;
  std::vector<PartySide> sides;          // source and target first
  const Told& first() const { return item(library->told, group->told.front()); }
  // The side that someone speaks for, -1 if none.
  int side_of(const Side& speaker) const;
};

// The sides of one group, in the order of its first telling.
std::vector<PartySide> sides_of(const Library& library, const Group& group);
// Adds sides that are not among `sides` yet.
void add_sides(std::vector<PartySide>& sides, const std::vector<PartySide>& more);

}  // namespace hearsay
