// SPDX-License-Identifier: Apache-2.0
#include "chronicle/case.h"

#include <algorithm>
#include <map>

namespace hearsay {
namespace {

bool holds(const PartySide& side, const Side& one) {
  return std::any_of(side.names.begin(), side.names.end(), [&](const Side& name) { return same_side(name, one); });
}

// Adds a name to the side that it is another name of.
void add_name(std::vector<PartySide>& sides, const Side& name) {
  if (!name.known()) return;
  for (PartySide& side : sides) {
    if (!holds(side, name)) continue;
    const auto same = [&](const Side& held) { return held.actor == name.actor && held.body == name.body; };
    if (std::none_of(side.names.begin(), side.names.end(), same)) side.names.push_back(name);
    return;
  }
}

// The party is shown as its state where any of the reports names that.
PartySide side_named(const Library& library, const Group& group, const Party& party, const Side& side) {
  const Actor* shown = nullptr;
  for (size_t i = 0; i < group.told.size() && !shown; ++i) shown = state_in(library.analysis(item(library.told, group.told[i]).document), side.body);
  if (!shown) shown = &item(library.analysis(item(library.told, group.told.front()).document).actors, party.actor);
  return {{side}, shown->id, shown->name};
}

}  // namespace

Library::Library(std::vector<const Analysis*> in_order, const World& world) : Library(in_order, world, find_copies(in_order)) {}

Library::Library(std::vector<const Analysis*> in_order, const World& world, Copies found)
    : documents(std::move(in_order)), who(world), copies(std::move(found)), told(collect(documents, copies, who)) {
  std::map<int, int> roots;
  for (size_t d = 0; d < documents.size(); ++d) roots[copies.family[d]] += copies.copy_of[d] < 0;
  for (size_t d = 0; d < documents.size(); ++d) originals.push_back(roots[copies.family[d]]);
}

int Case::side_of(const Side& speaker) const {
  if (!speaker.known()) return -1;
  for (size_t i = 0; i < sides.size(); ++i)
    for (const Side& name : sides[i].names)
      if (name.actor == speaker.actor) return static_cast<int>(i);
  for (size_t i = 0; i < sides.size(); ++i)
    if (holds(sides[i], speaker)) return static_cast<int>(i);
  return -1;
}

std::vector<PartySide> sides_of(const Library& library, const Group& group) {
  const Told& first = item(library.told, group.told.front());
  std::vector<PartySide> sides;
  if (first.source.known()) sides.push_back(side_named(library, group, first.what->source, first.source));
  if (first.target.known()) sides.push_back(side_named(library, group, first.what->target, first.target));
  // Later tellings may use other names, or the other order. Twice, for names that only other names connect.
  for (int pass = 0; pass < 2; ++pass) {
    for (int i : group.told) {
      add_name(sides, item(library.told, i).source);
      add_name(sides, item(library.told, i).target);
    }
  }
  return sides;
}

void add_sides(std::vector<PartySide>& sides, const std::vector<PartySide>& more) {
  for (const PartySide& side : more) {
    const bool held = std::any_of(sides.begin(), sides.end(), [&](const PartySide& one) {
      return std::any_of(side.names.begin(), side.names.end(), [&](const Side& name) { return holds(one, name); });
    });
    if (!held) sides.push_back(side);
  }
}

}  // namespace hearsay
