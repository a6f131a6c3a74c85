// A chronicle as one page of HTML that stands by itself: no scripts, nothing fetched. What it says comes in words already, in whatever language; here it is laid out and made harmless.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hearsay/hearsay.h"

namespace hearsay {

// Words as they stand, within their sentence, and where that is.
struct ReportNote {
  std::string before, words, after;
  std::string where;                     // outlet, date, document, characters
  std::string url;                       // led to only if it is of the web
};
// Who stands on one side, each with what he says; no notes for an outlet's own voice, which is that of the telling.
struct ReportVoice {
  std::string name;
  std::vector<ReportNote> notes;
};
struct ReportSide {
  std::string heading;
  std::vector<ReportVoice> voices;
};
struct ReportEntry {
  std::string id;
  std::string date;
  std::optional<Day> from, to;
  std::string source, act, target;       // target empty if nobody is acted on
  std::string status;                    // empty of what happened
  Standing standing = Standing::kUnattributed;
  std::string standing_words, reason, counts;
  std::vector<ReportSide> sides;
  std::vector<ReportNote> notes;
};
struct ReportGroup {
  std::string heading;
  std::vector<ReportEntry> entries;
};
struct Report {
  std::string lang;                      // of the page's words, ISO 639-1
  std::string title, note, asked, total;
  std::string timeline, evidence;        // headings
  std::vector<std::pair<Standing, std::string>> legend;
  std::vector<ReportGroup> groups;
};

std::string html_report(const Report& report);

}  // namespace hearsay
