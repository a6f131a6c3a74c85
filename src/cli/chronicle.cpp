// hearsay chronicle: what happened, in order of time, and how well each thing is supported.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "browse/dates.h"
#include "browse/describe.h"
#include "browse/display.h"
#include "browse/happening_filter.h"
#include "cli/commands.h"

namespace hearsay::cli {
namespace {

constexpr int kMostDateWidth = 26, kNarrow = 60;

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
  auto filter = HappeningFilter::parse(session, options.filter);
  if (!filter) return kUsage;
  Trouble trouble = Trouble::kNone;
  const auto holdings = open_holdings(session, options.store, trouble);
  if (!holdings) return exit_code_of(trouble);
  const auto happenings = filter->load(session, *holdings, trouble);
  if (!happenings) return exit_code_of(trouble);
  if (options.store.json) {
    for (const Happening& happening : *happenings) put_line(happening_record(happening));
    return kOk;
  }
  std::vector<const Happening*> shown;
  for (const Happening& happening : *happenings) shown.push_back(&happening);
  Printer printer(*holdings, session, shown);
  for (const Happening* happening : shown) printer.print(*happening);
  put_line(shown.empty() ? session.words(Message::kNothingMatches) : session.words.count(Message::kHappenings, static_cast<int64_t>(shown.size())) + ".");
  return kOk;
}

}  // namespace hearsay::cli
