// One table per enumeration: both directions, and the error messages, are read from it.
// SPDX-License-Identifier: Apache-2.0
#include "record/names.h"

#include <charconv>
#include <cstdio>

namespace hearsay {
namespace {

using Name = std::string_view;

// `kUnknown` is null in the record; the name is for people.
constexpr Name kDateOrigins[] = {"unknown", "metadata", "option", "dateline", "text"};
constexpr Name kFieldOrigins[] = {"given", "json-ld", "open-graph", "microdata", "meta", "time", "visible", "feed", "address", "text"};
constexpr Name kZoneKinds[] = {"title", "body", "caption", "credit", "dateline", "boilerplate", "foreign"};
constexpr Name kTimeTypes[] = {"DATE", "TIME", "DURATION", "SET"};
constexpr Name kActorKinds[] = {"person", "state", "organisation", "group", "place"};
constexpr Name kMentionForms[] = {"name", "title", "pronoun", "description"};
constexpr Name kModes[] = {"direct", "indirect", "mixed"};
constexpr Name kActs[] = {"assert", "confirm", "deny", "decline", "silent"};
constexpr Name kEventStatuses[] = {"happened", "planned", "possible", "not-happened", "cancelled"};
constexpr Name kOriginKinds[] = {"party", "third-party", "unnamed", "outlet"};
constexpr Name kStandings[] = {"disputed",    "denied",    "both-parties", "one-party",
                               "third-party", "anonymous", "unattributed", "withdrawn"};
constexpr Name kOverlapKinds[] = {"reprint", "shortened", "extended", "reworked", "passages", "quotations"};
constexpr Name kCopiedBys[] = {"undecided", "credit", "date"};
constexpr Name kNodeKinds[] = {"origin", "voice", "document"};
constexpr Name kSides[] = {"none", "for", "against", "no-comment"};
constexpr Name kEdgeKinds[] = {"speaks", "tells", "prints", "copied"};
constexpr Name kDifferences[] = {"date", "place", "figure"};
constexpr Name kCorrectionKinds[] = {"reject", "merge", "split", "owner", "note"};
constexpr Name kCorrectedItems[] = {"words", "statement", "event"};

// The digits of [from, from + count), nullopt if anything else stands there.
std::optional<int> digits(std::string_view text, size_t from, size_t count) {
  int value = 0;
  const char* end = text.data() + from + count;
  const auto [stop, error] = std::from_chars(text.data() + from, end, value);
  if (error != std::errc() || stop != end || text[from] == '-') return std::nullopt;
  return value;
}

}  // namespace

// Gives an enumeration its table; the last enumerator proves that the two are equally long.
#define HEARSAY_NAMES(Enum, table, last)                                                        \
  static_assert(std::size(table) == static_cast<size_t>(Enum::last) + 1);                       \
  template <>                                                                                   \
  std::span<const std::string_view> names_of<Enum>() {                                          \
    return table;                                                                               \
  }                                                                                             \
  std::string_view to_string(Enum value) { return table[static_cast<size_t>(value)]; }

HEARSAY_NAMES(DateOrigin, kDateOrigins, kText)
HEARSAY_NAMES(FieldOrigin, kFieldOrigins, kText)
HEARSAY_NAMES(ZoneKind, kZoneKinds, kForeign)
HEARSAY_NAMES(TimeType, kTimeTypes, kSet)
HEARSAY_NAMES(ActorKind, kActorKinds, kPlace)
HEARSAY_NAMES(MentionForm, kMentionForms, kDescription)
HEARSAY_NAMES(Mode, kModes, kMixed)
HEARSAY_NAMES(Act, kActs, kSilent)
HEARSAY_NAMES(EventStatus, kEventStatuses, kCancelled)
HEARSAY_NAMES(OriginKind, kOriginKinds, kOutlet)
HEARSAY_NAMES(Standing, kStandings, kWithdrawn)
HEARSAY_NAMES(OverlapKind, kOverlapKinds, kQuotations)
HEARSAY_NAMES(CopiedBy, kCopiedBys, kDate)
HEARSAY_NAMES(OriginGraph::NodeKind, kNodeKinds, kDocument)
HEARSAY_NAMES(OriginGraph::Side, kSides, kNoComment)
HEARSAY_NAMES(OriginGraph::EdgeKind, kEdgeKinds, kCopied)
HEARSAY_NAMES(Difference::Kind, kDifferences, kFigure)
HEARSAY_NAMES(CorrectionKind, kCorrectionKinds, kNote)
HEARSAY_NAMES(CorrectedItem, kCorrectedItems, kEvent)

#undef HEARSAY_NAMES

std::string iso(Day day) {
  const std::chrono::year_month_day date(day);
  char text[24];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
  return text;
}

std::optional<Day> parse_day(std::string_view iso) {
  // Counted from the end, for years before 0 or after 9999 are longer.
  const size_t size = iso.size();
  if (size < 10 || size > 12 || iso[size - 3] != '-' || iso[size - 6] != '-') return std::nullopt;
  const bool before_zero = iso[0] == '-';
  const auto year = digits(iso, before_zero, size - 6 - before_zero);
  const auto month = digits(iso, size - 5, 2), day = digits(iso, size - 2, 2);
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(before_zero ? -*year : *year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day)));
  if (!date.ok()) return std::nullopt;
  return Day(date);
}

}  // namespace hearsay
