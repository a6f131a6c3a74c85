// What of a chronicle is asked for: the filters that `chronicle` and `export` share.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/holdings.h"

namespace hearsay::browse {

class HappeningFilter {
 public:
  // What needs no store is checked before one is opened; nullopt after complaining of it.
  static std::optional<HappeningFilter> parse(const Session& session, const HappeningFilterOptions& asked);
  // Those of a store that match, in the order of the chronicle, of all or of these ids; nullopt after complaining, and then `trouble` says why.
  std::optional<std::vector<Happening>> load(const Session& session, const Holdings& holdings, Trouble& trouble, const std::optional<std::vector<std::string>>& ids = {});
  // `load` finds who is meant by the names of actors: before it, none are asked for.
  bool matches(const Happening& happening) const;
  // Finds who is meant; complains if nobody is.
  Trouble find_actors(const Session& session, const Holdings& holdings);

  // What is asked for, for those who go through an index instead of a store.
  const std::optional<ActorQuery>& actor() const { return actor_; }
  const std::vector<ActorQuery>& between() const { return between_; }
  bool any_kind() const { return kinds_.empty(); }
  bool has_kind(std::string_view kind, std::string_view cameo, std::string_view plover) const;
  const std::vector<Standing>& standings() const { return standings_; }        // none: any
  const PeriodFilter& period() const { return period_; }
  std::optional<Day> as_of() const { return as_of_; }

 private:
  template <class Query>
  void narrow_by_actor(Query& asked) const;

  HappeningFilterOptions asked_;
  std::optional<ActorQuery> actor_;
  std::vector<ActorQuery> between_;      // none or two
  std::vector<std::string> kinds_;
  std::vector<Standing> standings_;
  PeriodFilter period_;
  std::optional<Day> as_of_;
};

}  // namespace hearsay::browse
