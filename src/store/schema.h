// The tables of a store and how older stores become newer ones.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "store/database.h"

namespace hearsay {

// SQL that takes a store from one version to the next.
using Migration = const char*;

// Step i leads from version i to i + 1. Steps are added at the end; one that was released is never changed.
std::span<const Migration> migrations();

// Refuses what is no Hearsay store, or one that a newer Hearsay made. Changes nothing.
void check_store(Database& database, std::span<const Migration> steps = migrations());
// Refuses a store that lacks steps, for it is open for reading only.
void check_current(Database& database, std::span<const Migration> steps = migrations());
// Applies the steps that the store lacks, each in a transaction of its own.
void migrate_store(Database& database, std::span<const Migration> steps = migrations());

}  // namespace hearsay
