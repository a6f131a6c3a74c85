// A synthetic press: reports with the statistics of a real one, in any number, to measure stores with. It streams in order of publication and holds
// only the stories of the last days, so that a million reports need no more memory than a thousand; the same options give the same reports.
//
// The rates and where they come from. Of 316 Vietnamese reports of 2013 about one in ten names a news agency or foreign paper it rests on, and those that
// tell one occurrence mostly tell it in their own words; docs/quality.md has how near copies differ (cut, swapped, reworded, with a lead of their own, with
// another outlet's line). Those collections were made of different accounts, so the share of copies is taken from what is generally known of news sites
// that live on agencies: here a quarter to a third of all reports. Lengths, lines of credit and datelines are in newswire.cpp beside what they decide.
// Real reports of that collection are twice as long as these (a median of 2,400 bytes), which are as long as agency news.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "hearsay/hearsay.h"

namespace hearsay::bench {

struct NewsItem {
  std::string text;
  Metadata metadata;
  int story = 0;                             // running number of the occurrence it tells
  std::optional<int> copy_of;                // running number of the report it was made of
};

struct NewswireOptions {
  uint64_t seed = 1;
  int reports = 1000;
  Day first_day = std::chrono::year{2015} / 10 / 1;
  int days = 3650;                           // over which the stories begin
  std::string packs = HEARSAY_SOURCE "/packs";  // whose states, officers and outlets are written about
};

class Newswire {
 public:
  explicit Newswire(const NewswireOptions& options);
  ~Newswire();
  // The next report, in order of the day of publication; nothing after the last one.
  std::optional<NewsItem> next();

 private:
  class Desk;
  std::unique_ptr<Desk> desk_;
};

}  // namespace hearsay::bench
