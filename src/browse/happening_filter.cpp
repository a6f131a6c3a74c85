// SPDX-License-Identifier: Apache-2.0
#include "browse/happening_filter.h"

#include <algorithm>


namespace hearsay::browse {
namespace {

std::vector<std::string> listed(const std::string& text) {
  std::vector<std::string> parts;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find(',', at), text.size());
    if (end > at) parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

// "letter-refused", "letter-*", a CAMEO code or its beginning, or a PLOVER category.
bool is_kind(const std::string& asked, std::string_view kind, std::string_view cameo, std::string_view plover) {
  if (asked.ends_with('*')) return kind.starts_with(std::string_view(asked).substr(0, asked.size() - 1));
  const bool code = asked.find_first_not_of("0123456789") == std::string::npos;
  return kind == asked || plover == asked || (code && cameo.starts_with(asked));
}

std::optional<Standing> standing_named(const std::string& name) {
  for (int i = 0; i <= static_cast<int>(Standing::kWithdrawn); ++i)
    if (to_string(static_cast<Standing>(i)) == name) return static_cast<Standing>(i);
  return std::nullopt;
}

}  // namespace

std::optional<HappeningFilter> HappeningFilter::parse(const Session& session, const HappeningFilterOptions& asked) {
  HappeningFilter filter;
  filter.asked_ = asked;
  const auto period = PeriodFilter::parse(session, asked.from, asked.to);
  if (!period) return std::nullopt;
  filter.period_ = *period;
  for (const std::string& name : listed(asked.standing.value_or(""))) {
    const auto standing = standing_named(name);
    if (!standing) return session.complain(session.words(Message::kNoStanding, name)), std::nullopt;
    filter.standings_.push_back(*standing);
  }
  if (asked.kind) filter.kinds_ = listed(*asked.kind);
  if (asked.as_of && !(filter.as_of_ = last_day_of(session, *asked.as_of))) return std::nullopt;
  return filter;
}

bool HappeningFilter::matches(const Happening& happening) const {
  const auto &source = happening.source, &target = happening.target;
  if (actor_ && !actor_->matches(source) && !actor_->matches(target)) return false;
  if (!between_.empty()) {
    const bool forth = between_[0].matches(source) && between_[1].matches(target);
    const bool back = between_[1].matches(source) && between_[0].matches(target);
    if (!forth && !back) return false;
  }
  if (!any_kind() && !has_kind(happening.kind, happening.cameo, happening.plover)) return false;
  if (!standings_.empty() && std::find(standings_.begin(), standings_.end(), happening.standing) == standings_.end()) return false;
  return period_.matches(happening.from, happening.to);
}

// kNone, or what went wrong.
Trouble HappeningFilter::find_actors(const Session& session, const Holdings& holdings) {
  if (asked_.actor && !(actor_ = find_actor(session, holdings, *asked_.actor))) return Trouble::kNotFound;
  for (const std::string& name : asked_.between) {
    auto actor = find_actor(session, holdings, name);
    if (!actor) return Trouble::kNotFound;
    between_.push_back(std::move(*actor));
  }
  return Trouble::kNone;
}

bool HappeningFilter::has_kind(std::string_view kind, std::string_view cameo, std::string_view plover) const {
  return std::any_of(kinds_.begin(), kinds_.end(), [&](const std::string& asked) { return is_kind(asked, kind, cameo, plover); });
}

// A store is asked for all that may match.
template <class Query>
void HappeningFilter::narrow_by_actor(Query& asked) const {
  if (actor_) actor_->narrow(asked);
  else if (!between_.empty()) between_[0].narrow(asked);
}

std::optional<std::vector<Happening>> HappeningFilter::load(const Session& session, const Holdings& holdings, Trouble& trouble,
                                                            const std::optional<std::vector<std::string>>& ids) {
  if ((trouble = find_actors(session, holdings)) != Trouble::kNone) return std::nullopt;
  HappeningQuery happenings;
  period_.narrow(happenings);
  narrow_by_actor(happenings);
  DocumentQuery told_by;                 // whose days are those of publication
  told_by.to = as_of_;
  narrow_by_actor(told_by);
  auto loaded = as_of_ ? happenings_as_of(session, holdings, as_of_, told_by) : load_happenings(session, holdings, happenings);
  if (!loaded) return trouble = Trouble::kStore, std::nullopt;
  const auto among = [&](const Happening& happening) { return !ids || std::find(ids->begin(), ids->end(), happening.id) != ids->end(); };
  std::erase_if(*loaded, [&](const Happening& happening) { return !among(happening) || !matches(happening); });
  return loaded;
}

}  // namespace hearsay::browse
