// What one asks of a store.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace hearsay::browse {

using Text = std::optional<std::string>;

struct PackOptions {
  std::vector<std::string> packs;        // folders
  std::string base;                      // a folder; empty: the built-in ones
};

struct StoreOptions {
  std::string db = "hearsay.db";
  PackOptions packs;
};

// What of a chronicle is asked for, as a user types it.
struct HappeningFilterOptions {
  Text actor, kind, from, to, standing, as_of;
  std::vector<std::string> between;
};

struct ExportOptions {
  HappeningFilterOptions filter;
  std::string format;
  Text story, document;
  Text outlet, lang;                     // of reports that tell it, for interfaces that show them
  bool all = false, standard = false;    // formats.h: ExportSettings
};

// Who and which documents are asked for.
struct PickOptions {
  Text actor, speaker, document;
};

}  // namespace hearsay::browse
