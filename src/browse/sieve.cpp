// SPDX-License-Identifier: Apache-2.0
#include "browse/sieve.h"

#include <algorithm>

#include "text/utf8.h"

namespace hearsay::browse {
namespace {

uint64_t bit_of(const Index& index, const std::string& lang) {
  const auto& all = index.languages();
  const auto at = std::find(all.begin(), all.end(), lang);
  return at == all.end() ? 0 : uint64_t{1} << std::min<size_t>(static_cast<size_t>(at - all.begin()), 63);
}

// An outlet by its name, whatever the case and diacritics; 0, which no report has, for none.
uint32_t outlet_named(const Index& index, const std::string& name) {
  for (const auto& [outlet, _] : index.outlets())
    if (fold_name(index.text(outlet)) == fold_name(name)) return outlet;
  return 0;
}

}  // namespace

Sieve::Meant Sieve::meant(const ActorQuery& query) const {
  HappeningQuery asked;
  query.narrow(asked);
  Meant out{std::vector<bool>(index_->texts().size()), std::vector<bool>(index_->texts().size())};
  for (const std::string& id : asked.actors) out.actors[index_->texts().find(id)] = true;
  for (const std::string& country : asked.countries) out.countries[index_->texts().find(country)] = true;
  return out;
}

std::optional<Sieve> Sieve::make(const Session& session, const Holdings& holdings, const Index& index, const SieveOptions& asked, Trouble& trouble) {
  trouble = Trouble::kUsage;
  auto filter = HappeningFilter::parse(session, asked.happenings);
  if (!filter) return std::nullopt;
  if ((trouble = filter->find_actors(session, holdings)) != Trouble::kNone) return std::nullopt;
  Sieve sieve(index);
  if (filter->actor()) sieve.actor_ = sieve.meant(*filter->actor());
  for (const ActorQuery& party : filter->between()) sieve.between_.push_back(sieve.meant(party));
  if (!filter->any_kind()) {
    sieve.kinds_.emplace(index.texts().size());
    for (const Index::Row& row : index.rows())
      if (!(*sieve.kinds_)[row.kind]) (*sieve.kinds_)[row.kind] = filter->has_kind(index.text(row.kind), index.text(row.cameo), index.text(row.plover));
  }
  if (!filter->standings().empty()) sieve.standings_ = 0;
  for (Standing standing : filter->standings()) sieve.standings_ |= 1u << static_cast<int>(standing);
  sieve.period_ = filter->period();
  sieve.as_of_ = number_of(filter->as_of());
  if (asked.outlet) sieve.outlet_ = outlet_named(index, *asked.outlet);
  if (asked.lang) sieve.languages_ = bit_of(index, *asked.lang);
  if (asked.story) {
    sieve.stories_.emplace(index.texts().size());
    for (const Index::Row& row : index.rows())
      if (row.story != 0 && index.text(row.story).starts_with(*asked.story)) (*sieve.stories_)[row.story] = true;
  }
  return sieve;
}

bool Sieve::is_told(const Index::Row& row) const {
  if ((row.languages & languages_) == 0 && languages_ != ~uint64_t{0}) return false;
  if (!outlet_) return true;
  const auto outlets = index_->outlets_of(row);
  return *outlet_ != 0 && std::find(outlets.begin(), outlets.end(), *outlet_) != outlets.end();
}

bool Sieve::passes(const Index::Row& row) const {
  if (actor_ && !actor_->matches(row.source) && !actor_->matches(row.target)) return false;
  if (!between_.empty()) {
    const bool back = between_[1].matches(row.source) && between_[0].matches(row.target);
    if (!is_forth(row) && !back) return false;
  }
  if (kinds_ && !(*kinds_)[row.kind]) return false;
  if (stories_ && !(*stories_)[row.story]) return false;
  if (as_of_ != kNoDay && !index_->standing_on(row, as_of_)) return false;
  if ((standings_ >> static_cast<int>(standing_of(row)) & 1) == 0) return false;
  return period_.matches(day_of(row.from), day_of(row.to)) && is_told(row);
}

std::vector<uint32_t> Sieve::rows() const {
  std::vector<uint32_t> out;
  for (uint32_t i = 0; i < index_->rows().size(); ++i)
    if (passes(index_->rows()[i])) out.push_back(i);
  return out;
}

Standing Sieve::standing_of(const Index::Row& row) const { return as_of_ == kNoDay ? row.standing : index_->standing_on(row, as_of_).value_or(row.standing); }

}  // namespace hearsay::browse
