// SPDX-License-Identifier: Apache-2.0
#include "pack/world.h"

#include <algorithm>
#include <charconv>

#include "pack/source.h"
#include "text/utf8.h"

namespace hearsay {

World::World(const ImageView& image, const Strings* strings)
    : strings_(strings),
      actors_(image.get<WorldActor>("world/actors")),
      terms_(image.get<WorldTerm>("world/terms")),
      terms_by_of_(image.get<uint32_t>("world/terms_by_of")),
      actor_labels_(image.get<WorldLabel>("world/actor_labels")),
      kind_labels_(image.get<WorldLabel>("world/kind_labels")),
      domains_(image.get<WorldDomain>("world/domains")),
      points_(image.get<WorldPoint>("world/points")),
      kinds_(image.get<WorldKind>("world/kinds")) {
  for (size_t i = 0; i < actors_.size(); ++i)
    if (static_cast<ActorKind>(actors_[i].kind) == ActorKind::kState) states_.emplace((*strings_)[actors_[i].country], static_cast<int>(i));
  for (const WorldKind& kind : kinds_) kinds_by_id_.push_back(&kind);
  std::sort(kinds_by_id_.begin(), kinds_by_id_.end(), [](const WorldKind* a, const WorldKind* b) { return a->id < b->id; });
}

int World::state(std::string_view country) const {
  const auto at = states_.find(country);
  return at == states_.end() ? -1 : at->second;
}

int World::find(StrId id) const {
  if (id == 0) return -1;
  auto at = std::lower_bound(actors_.begin(), actors_.end(), id, [](const WorldActor& actor, StrId key) { return actor.id < key; });
  return at != actors_.end() && at->id == id ? static_cast<int>(at - actors_.begin()) : -1;
}

// Asked of nearly every word: without a list.
bool shares_value(std::string_view a, std::string_view b) {
  const auto next = [](std::string_view& rest) {
    const size_t bar = std::min(rest.find('|'), rest.size());
    const std::string_view value = rest.substr(0, bar);
    rest.remove_prefix(std::min(bar + 1, rest.size()));
    return value;
  };
  while (!a.empty()) {
    const std::string_view x = next(a);
    for (std::string_view rest = b; !rest.empty();)
      if (next(rest) == x) return true;
  }
  return false;
}

int World::holder(StrId of, std::string_view roles, std::optional<Day> day) const {
  if (of == 0 || !day) return -1;
  const int32_t when = static_cast<int32_t>(day->time_since_epoch().count());
  for (std::string_view role : split_values(roles)) {
    int found = -1;
    bool several = false;
    for (auto at = std::lower_bound(terms_by_of_.begin(), terms_by_of_.end(), of, [this](uint32_t term, StrId key) { return terms_[term].of < key; });
         at != terms_by_of_.end() && terms_[*at].of == of; ++at) {
      const WorldTerm& term = terms_[*at];
      if (when < term.since || when > term.until || (*strings_)[term.role] != role) continue;
      several |= found >= 0 && found != static_cast<int>(term.actor);
      found = static_cast<int>(term.actor);
    }
    if (found >= 0 && !several) return found;
  }
  return -1;
}

std::vector<std::string> World::around(uint32_t place) const {
  std::vector<std::string> found;
  const auto add = [&](const WorldActor& actor) {
    for (std::string_view id : split_values((*strings_)[actor.within]))
      if (std::find(found.begin(), found.end(), id) == found.end()) found.emplace_back(id);
  };
  add(actors_[place]);
  for (size_t i = 0; i < found.size(); ++i)
    if (const int outer = find(found[i]); outer >= 0) add(actors_[static_cast<size_t>(outer)]);
  return found;
}

std::optional<Coordinates> World::coordinates(uint32_t actor) const {
  const auto at = std::lower_bound(points_.begin(), points_.end(), actor, [](const WorldPoint& point, uint32_t key) { return point.actor < key; });
  if (at == points_.end() || at->actor != actor) return std::nullopt;
  return at->at;
}

const WorldTerm* World::term_on(uint32_t actor, std::string_view roles, std::optional<Day> day) const {
  if (!day) return nullptr;
  const int32_t when = static_cast<int32_t>(day->time_since_epoch().count());
  for (const WorldTerm& term : terms_of(actors_[actor]))
    if (term.since <= when && when <= term.until && (roles.empty() || shares_value(roles, (*strings_)[term.role]))) return &term;
  return nullptr;
}

const WorldTerm* World::term_in(uint32_t actor, std::string_view roles, StrId of) const {
  for (const WorldTerm& term : terms_of(actors_[actor]))
    if (term.of == of && shares_value(roles, (*strings_)[term.role])) return &term;
  return nullptr;
}

std::string World::code_on(uint32_t index, std::optional<Day> day) const {
  const WorldActor& actor = actors_[index];
  if (actor.term_count == 0) return std::string((*strings_)[actor.code]);
  // The highest office first: the pack lists a person's terms in order of since; heads of state and government win.
  const WorldTerm* held = term_on(index, "head-of-state|head-of-government|leader", day);
  if (!held) held = term_on(index, "", day);
  if (held) return std::string((*strings_)[held->code]);
  const std::string country((*strings_)[actor.country]);
  if (!day || country.empty()) return country;
  const int32_t when = static_cast<int32_t>(day->time_since_epoch().count());
  for (const WorldTerm& term : terms_of(actor))
    if (term.until < when) return country + "ELI";
  return country;
}

int World::outlet(std::string_view name) const {
  std::string folded = fold(name);
  if (folded.starts_with("www.")) folded.erase(0, 4);
  const StrId domain = strings_->find(folded);
  if (domain != 0) {
    auto at = std::lower_bound(domains_.begin(), domains_.end(), domain, [](const WorldDomain& d, StrId key) { return d.domain < key; });
    if (at != domains_.end() && at->domain == domain) return static_cast<int>(at->actor);
  }
  // A host below a known domain: "thethao.vnexpress.net".
  const size_t dot = folded.find('.');
  if (dot != std::string::npos && folded.find('.', dot + 1) != std::string::npos && folded.find(' ') == std::string::npos)
    return outlet(std::string_view(folded).substr(dot + 1));
  return -1;
}

const WorldKind* World::kind(std::string_view id) const {
  const StrId wanted = strings_->find(id);
  const auto at = std::lower_bound(kinds_by_id_.begin(), kinds_by_id_.end(), wanted, [](const WorldKind* kind, StrId id) { return kind->id < id; });
  return at != kinds_by_id_.end() && (*at)->id == wanted ? *at : nullptr;
}

std::string_view World::label(std::span<const WorldLabel> labels, uint32_t item, std::string_view language) const {
  const StrId wanted = strings_->find(language);
  for (auto at = std::lower_bound(labels.begin(), labels.end(), item, [](const WorldLabel& l, uint32_t key) { return l.item < key; });
       at != labels.end() && at->item == item; ++at)
    if (at->language == wanted) return (*strings_)[at->text];
  return {};
}

std::string_view World::kind_label(std::string_view kind, std::string_view language) const {
  const WorldKind* found = this->kind(kind);
  return found ? label(kind_labels_, static_cast<uint32_t>(found - kinds_.data()), language) : std::string_view();
}

std::optional<std::pair<Day, Day>> parse_partial_date(std::string_view text) {
  using namespace std::chrono;
  int parts[3] = {0, 0, 0};
  int count = 0;
  for (std::string_view piece : split_values(text.substr(0, 10), '-')) {
    if (count == 3) return std::nullopt;
    auto [end, failure] = std::from_chars(piece.data(), piece.data() + piece.size(), parts[count]);
    if (failure != std::errc{} || end != piece.data() + piece.size()) return std::nullopt;
    ++count;
  }
  if (count == 0 || parts[0] < 1000 || parts[0] > 9999) return std::nullopt;
  const year y{parts[0]};
  if (count == 1) return std::pair{Day{y / January / 1}, Day{y / December / 31}};
  const month m{static_cast<unsigned>(parts[1])};
  if (!m.ok()) return std::nullopt;
  if (count == 2) return std::pair{Day{y / m / 1}, Day{y / m / last}};
  const year_month_day date{y, m, day{static_cast<unsigned>(parts[2])}};
  if (!date.ok()) return std::nullopt;
  return std::pair{Day{date}, Day{date}};
}

}  // namespace hearsay
