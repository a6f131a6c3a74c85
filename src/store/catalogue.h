// What a store holds, gone through from one end to the other: what an index in memory is made of. Shows what is settled, whether or not documents have come since.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/hearsay.h"

namespace hearsay {

class Catalogue {
 public:
  // The store lives longer.
  explicit Catalogue(const Store& store) : store_(store) {}

  // What stands in these is good until the next one comes.
  struct DocumentEntry {
    int64_t number = 0;                  // good for Store::load
    std::string_view id, title, outlet, lang;      // outlet: its name; empty if not known, as the title
    std::string_view published;          // as in the record; empty if not known
  };
  struct HappeningEntry {
    std::string_view story;              // id of the one that opens with it; empty for none
    std::string_view cameo, plover, record;
  };
  struct StoryEntry {
    std::string_view id, title, from, to;            // the days of its reports; empty if none has one
    int64_t documents = 0, outlets = 0;
  };
  struct Visitor {
    std::function<void(const DocumentEntry&)> document;        // by date of publication
    std::function<void(const StoryEntry&)> story;
    std::function<void(const HappeningEntry&)> happening;      // in the order of the chronicle
  };
  // All of one state of the store: first documents, then stories, then happenings.
  Status visit(const Visitor& visitor) const;

  // Happenings with these ids, in their order; those that are gone are left out.
  Result<std::vector<Happening>> happenings(const std::vector<std::string>& ids) const;
  Result<std::vector<Story>> stories(const std::vector<std::string>& ids) const;
  // Ids of the happenings that a document tells, in order of the events that do; none for an event that is of none.
  Result<std::vector<std::string>> happenings_of_events(const std::string& document, size_t events) const;

  // A number that is another one once somebody else has changed the store.
  Result<int64_t> version() const;
  // Documents that came, went or changed and are not settled yet.
  Result<int64_t> unsettled() const;

 private:
  const Store& store_;
};

}  // namespace hearsay
