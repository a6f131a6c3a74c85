// What of an index is asked for: the filters of `hearsay chronicle`, and those of an interface that shows outlets, languages and stories as well.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/happening_filter.h"
#include "browse/index.h"

namespace hearsay::browse {

struct SieveOptions {
  HappeningFilterOptions happenings;
  Text outlet, lang, story;              // of reports that tell it; a story's id, or how it begins
};

class Sieve {
 public:
  // nullopt after complaining.
  static std::optional<Sieve> make(const Session& session, const Holdings& holdings, const Index& index, const SieveOptions& asked, Trouble& trouble);

  // The rows that pass, in their order: numbers of rows. Cost: one pass.
  std::vector<uint32_t> rows() const;
  // The standing of a row that passes, as of the day that is asked for.
  Standing standing_of(const Index::Row& row) const;
  const PeriodFilter& period() const { return period_; }
  DayNumber as_of() const { return as_of_; }         // kNoDay: today
  // Of two parties that are asked for: whether the first does it to the second.
  bool is_forth(const Index::Row& row) const { return between_[0].matches(row.source) && between_[1].matches(row.target); }
  // Whether the one actor that is asked for does it.
  bool is_by_actor(const Index::Row& row) const { return actor_->matches(row.source); }

 private:
  explicit Sieve(const Index& index) : index_(&index) {}
  // Which numbers of texts are of somebody who is meant: of actors, and of countries.
  struct Meant {
    std::vector<bool> actors, countries;
    bool matches(const Index::Party& party) const { return party.actor != 0 && (actors[party.actor] || (party.country != 0 && countries[party.country])); }
  };
  Meant meant(const ActorQuery& query) const;
  bool passes(const Index::Row& row) const;
  bool is_told(const Index::Row& row) const;

  const Index* index_;
  std::optional<Meant> actor_;
  std::vector<Meant> between_;           // none or two
  std::optional<std::vector<bool>> kinds_, stories_;
  uint32_t standings_ = ~0u;             // a bit for each that is asked for
  PeriodFilter period_;
  std::optional<uint32_t> outlet_;
  uint64_t languages_ = ~uint64_t{0};
  DayNumber as_of_ = kNoDay;
};

}  // namespace hearsay::browse
