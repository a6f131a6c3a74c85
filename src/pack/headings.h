// Which columns the tables have that the engine reads by name; a lexicon's columns are the attributes of its entries, and free.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pack/source.h"

namespace hearsay {

// Names the columns that a table of that name has no use for, and those that it cannot do without.
void check_heading(const Table& table, Diagnostics& diagnostics);
// The tables of world/actors that hold actors, and the one of their offices.
const std::vector<std::string>& actor_tables();

}  // namespace hearsay
