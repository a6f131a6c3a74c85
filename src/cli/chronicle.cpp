// hearsay chronicle: what happened, in order of time, and how well each thing is supported.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "cli/commands.h"
#include "cli/dates.h"
#include "cli/describe.h"
#include "cli/display.h"
#include "cli/holdings.h"

namespace hearsay::cli {
namespace {

constexpr int kMostDateWidth = 26, kNarrow = 60;

std::vector<std::string> listed(const std::string& text) {
  std::vector<std::string> parts;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find(',', at), text.size());
    if (end > at) parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

struct Filter {
  std::optional<ActorQuery> actor;
  std::vector<ActorQuery> between;                       // none or two
  std::vector<std::string> kinds;
  std::vector<Standing> standings;
  PeriodFilter period;

  bool matches(const Happening& happening) const;
};

// "letter-refused", "letter-*", a CAMEO code or its beginning, or a PLOVER category.
bool kind_matches(const Happening& happening, const std::string& asked) {
  if (asked.ends_with('*')) return happening.kind.starts_with(asked.substr(0, asked.size() - 1));
  const bool code = asked.find_first_not_of("0123456789") == std::string::npos;
  return happening.kind == asked || happening.plover == asked || (code && happening.cameo.starts_with(asked));
}

bool Filter::matches(const Happening& happening) const {
  const auto &source = happening.source, &target = happening.target;
  if (actor && !actor->matches(source) && !actor->matches(target)) return false;
  if (!between.empty()) {
    const bool forth = between[0].matches(source) && between[1].matches(target);
    const bool back = between[1].matches(source) && between[0].matches(target);
    if (!forth && !back) return false;
  }
  if (!kinds.empty() && std::none_of(kinds.begin(), kinds.end(), [&](const auto& kind) { return kind_matches(happening, kind); })) return false;
  if (!standings.empty() && std::find(standings.begin(), standings.end(), happening.standing) == standings.end()) return false;
  return period.matches(happening.from, happening.to);
}

std::optional<Standing> standing_named(const std::string& name) {
  for (int i = 0; i <= static_cast<int>(Standing::kWithdrawn); ++i)
    if (to_string(static_cast<Standing>(i)) == name) return static_cast<Standing>(i);
  return std::nullopt;
}

// What needs no store is checked before it is opened.
bool add_standings(const Session& session, const Text& asked, Filter& filter) {
  if (!asked) return true;
  for (const std::string& name : listed(*asked)) {
    const auto standing = standing_named(name);
    if (!standing) return session.complain(session.words(Message::kNoStanding, name)), false;
    filter.standings.push_back(*standing);
  }
  return true;
}

// kOk, or what went wrong.
int add_actors(const Session& session, const Holdings& holdings, const ChronicleOptions& options, Filter& filter) {
  if (options.actor && !(filter.actor = find_actor(session, holdings, *options.actor))) return kNotFound;
  for (const std::string& name : options.between) {
    auto actor = find_actor(session, holdings, name);
    if (!actor) return kNotFound;
    filter.between.push_back(std::move(*actor));
  }
  return kOk;
}

// What a store is asked for: all that may match.
HappeningQuery narrowed(const Filter& filter) {
  HappeningQuery asked;
  filter.period.narrow(asked);
  if (filter.actor) filter.actor->narrow(asked);
  else if (!filter.between.empty()) filter.between[0].narrow(asked);
  return asked;
}

// The same of documents. Days are those of publication there.
DocumentQuery narrowed_by_actor(const Filter& filter, Day as_of) {
  DocumentQuery asked;
  asked.to = as_of;
  if (filter.actor) filter.actor->narrow(asked);
  else if (!filter.between.empty()) filter.between[0].narrow(asked);
  return asked;
}

// What stands behind the date of one happening.
std::string block(const Engine& engine, const Happening& happening, const std::string& short_id, const Session& session) {
  const Words& words = session.words;
  std::string standing = session.paint(paint_of(happening.standing), standing_words(happening.standing, words));
  if (happening.status != EventStatus::kHappened) standing = session.paint(Paint::kYellow, status_words(happening.status, words)) + "; " + standing;
  if (happening.unverified) standing += ", " + words(Message::kUnverified);
  return headline(engine, happening, session) + "\n" + standing + ": " + reason_words(engine, happening, words) + "\n" +
         session.paint(Paint::kDim, counts_words(happening, words) + "  " + short_id);
}

class Printer {
 public:
  Printer(const Holdings& holdings, const Session& session, const std::vector<const Happening*>& shown)
      : engine_(holdings.engine), session_(session), id_length_(short_id_length(holdings.store, shown)) {
    for (const Happening* happening : shown) date_width_ = std::max(date_width_, display_width(date_phrase(happening->from, happening->to, session.words)));
    date_width_ = std::min(date_width_, kMostDateWidth) + 2;
  }

  void print(const Happening& happening) {
    print_heading(happening);
    const std::string date = date_phrase(happening.from, happening.to, session_.words);
    const bool narrow = session_.width < kNarrow || display_width(date) + 2 > date_width_;
    const int indent = session_.width < kNarrow ? 2 : date_width_;
    const std::string told = wrap_indented(block(engine_, happening, happening.id.substr(0, id_length_), session_), session_.width, indent);
    put((narrow ? date + "\n" + std::string(static_cast<size_t>(indent), ' ') : padded(date, indent)) + told + "\n\n");
  }

 private:
  void print_heading(const Happening& happening) {
    const auto day = happening.from ? happening.from : happening.to;
    std::string heading = session_.words(Message::kDateUnknownHeading);
    if (day) heading = std::to_string(static_cast<int>(std::chrono::year_month_day(*day).year()));
    if (heading == heading_) return;
    heading_ = heading;
    put_line(session_.paint(Paint::kBold, heading));
  }

  const Engine& engine_;
  const Session& session_;
  int date_width_ = 0;
  size_t id_length_;
  std::string heading_;
};

}  // namespace

int print_chronicle(const Session& session, const ChronicleOptions& options) {
  Filter filter;
  const auto period = PeriodFilter::parse(session, options.from, options.to);
  if (!period || !add_standings(session, options.standing, filter)) return kUsage;
  filter.period = *period;
  if (options.kind) filter.kinds = listed(*options.kind);
  std::optional<Day> as_of;
  if (options.as_of && !(as_of = last_day_of(session, *options.as_of))) return kUsage;

  int exit_code = kOk;
  const auto holdings = open_holdings(session, options.store, exit_code);
  if (!holdings) return exit_code;
  if (const int wrong = add_actors(session, *holdings, options, filter); wrong != kOk) return wrong;
  const auto happenings = as_of ? happenings_as_of(session, *holdings, as_of, narrowed_by_actor(filter, *as_of)) : load_happenings(session, *holdings, narrowed(filter));
  if (!happenings) return kStoreError;
  std::vector<const Happening*> shown;
  for (const Happening& happening : *happenings)
    if (filter.matches(happening)) shown.push_back(&happening);
  if (options.store.json) {
    for (const Happening* happening : shown) put_line(happening_record(*happening));
    return kOk;
  }
  Printer printer(*holdings, session, shown);
  for (const Happening* happening : shown) printer.print(*happening);
  put_line(shown.empty() ? session.words(Message::kNothingMatches) : session.words.count(Message::kHappenings, static_cast<int64_t>(shown.size())) + ".");
  return kOk;
}

}  // namespace hearsay::cli
