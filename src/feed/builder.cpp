// SPDX-License-Identifier: Apache-2.0
#include "feed/builder.h"

#include <algorithm>
#include <charconv>

#include "dates/dates.h"
#include "feed/markup.h"
#include "fetch/address.h"
#include "text/utf8.h"

namespace hearsay {
namespace {

constexpr int kUnset = 1000;             // above any rank
constexpr size_t kMaxNames = 100;        // categories of an entry; each is compared with all before it
constexpr size_t kMaxAuthors = 2000;     // bytes of an entry's authors; likewise
constexpr size_t kMaxShown = 40;         // bytes of a value that a note shows

bool is_date(FeedField field) { return field == FeedField::kPublished || field == FeedField::kUpdated; }
bool is_html(FeedField field) { return field == FeedField::kContent || field == FeedField::kSummary; }

// What RSS has for an author: "a@x.example (Name)", "Name <a@x.example>", or just a name.
std::string author_name(const std::string& text) {
  const size_t open = text.find('('), close = text.rfind(')');
  if (text.find('@') < open && open != std::string::npos && close != std::string::npos && close > open) return fold_blanks(text.substr(open + 1, close - open - 1));
  const size_t angle = text.find('<');
  return angle != std::string::npos && angle > 0 && text.find('@', angle) != std::string::npos ? fold_blanks(text.substr(0, angle)) : text;
}

int whole_number(std::string_view text) {
  int value = 0;
  return std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc{} && value > 0 ? value : 0;
}

// RSS 1.0, module "syndication".
int seconds_of_period(std::string_view name) {
  constexpr int kHour = 3600, kDay = 24 * kHour;
  if (name == "hourly") return kHour;
  if (name == "daily") return kDay;
  if (name == "weekly") return 7 * kDay;
  if (name == "monthly") return 30 * kDay;
  return name == "yearly" ? 365 * kDay : 0;
}

std::string shown(std::string_view value) {
  size_t length = std::min(value.size(), kMaxShown);
  while (length < value.size() && length > 0 && (static_cast<unsigned char>(value[length]) & 0xC0) == 0x80) --length;
  return std::string(value.substr(0, length)) + (length < value.size() ? "..." : "");
}

}  // namespace

FeedBuilder::FeedBuilder(FeedKind kind, std::string_view address) : address_(address) {
  feed_.kind = kind;
  rank_.fill(kUnset);
}

void FeedBuilder::begin_entry() {
  entry_ = {};
  std::fill_n(rank_.begin(), static_cast<size_t>(FeedField::kFeedTitle), kUnset);
  relative_.clear();
}

void FeedBuilder::end_entry() {
  if (entry_.url.empty() && !relative_.empty()) entry_.url = web_address(feed_.url, relative_);
  if (entry_.id.empty()) entry_.id = entry_.url.empty() ? relative_ : entry_.url;
  if (entry_.url.empty()) entry_.url = web_address({}, entry_.id);
  if (entry_.lang.empty()) entry_.lang = feed_.lang;
  const bool something = !entry_.id.empty() || !entry_.title.empty() || !entry_.content.empty() || !entry_.summary.empty();
  full_ = full_ || (something && feed_.entries.size() + feed_.links.size() >= kMaxFeedEntries);
  if (something && !full_) feed_.entries.push_back(std::move(entry_));
  begin_entry();
}

std::string* FeedBuilder::place(FeedField field) {
  switch (field) {
    case FeedField::kId: return &entry_.id;
    case FeedField::kUrl: return &entry_.url;
    case FeedField::kTitle: return &entry_.title;
    case FeedField::kAuthor: return &entry_.author;
    case FeedField::kOutlet: return &entry_.outlet;
    case FeedField::kPublished: return &entry_.published;
    case FeedField::kUpdated: return &entry_.updated;
    case FeedField::kLang: return &entry_.lang;
    case FeedField::kContent: return &entry_.content;
    case FeedField::kSummary: return &entry_.summary;
    case FeedField::kFeedTitle: return &feed_.title;
    case FeedField::kFeedUrl: return &feed_.url;
    case FeedField::kFeedLang: return &feed_.lang;
    default: return nullptr;
  }
}

std::string FeedBuilder::address(std::string_view value, std::string_view base) const {
  std::string url = web_address(base.empty() ? address_ : base, value);
  return url.empty() ? web_address(feed_.url, value) : url;
}

std::string FeedBuilder::value_of(FeedField field, std::string_view value, std::string_view base) {
  if (is_html(field)) return value.find_first_not_of(" \t\r\n") == std::string_view::npos ? std::string{} : std::string(value);
  if (field == FeedField::kUrl || field == FeedField::kFeedUrl || field == FeedField::kLink) return address(value, base);
  if (!is_date(field)) return field == FeedField::kAuthor ? author_name(fold_blanks(value)) : fold_blanks(value);
  std::string date = metadata_date(value).value_or("");
  if (date.empty() && !fold_blanks(value).empty() && odd_dates_++ == 0) odd_date_ = shown(fold_blanks(value));
  return date;
}

void FeedBuilder::add_link(std::string url) {
  full_ = full_ || feed_.entries.size() + feed_.links.size() >= kMaxFeedEntries;
  if (!full_) feed_.links.push_back(std::move(url));
}

void FeedBuilder::set_pace(FeedField field, std::string_view value) {
  constexpr int kMostMinutes = 60 * 24 * 365;
  if (field == FeedField::kTtl) {
    if (const int minutes = std::min(whole_number(value), kMostMinutes)) feed_.every = std::chrono::minutes(minutes);
  } else if (field == FeedField::kPeriod) {
    period_ = seconds_of_period(value);
  } else {
    frequency_ = std::max(1, whole_number(value));
  }
}

void FeedBuilder::set(FeedField field, std::string_view value, int rank, std::string_view base) {
  if (field == FeedField::kTtl || field == FeedField::kPeriod || field == FeedField::kFrequency) return set_pace(field, fold_blanks(value));
  std::string* const held = place(field);
  if (held && field != FeedField::kAuthor && !held->empty() && rank >= rank_[static_cast<size_t>(field)]) return;
  const std::string read = value_of(field, value, base);
  if (field == FeedField::kUrl && read.empty() && entry_.url.empty() && relative_.empty()) relative_ = fold_blanks(value);
  if (read.empty()) return;
  if (field == FeedField::kLink) return add_link(read);
  if (field == FeedField::kCategory) {
    if (entry_.categories.size() < kMaxNames && std::find(entry_.categories.begin(), entry_.categories.end(), read) == entry_.categories.end()) entry_.categories.push_back(read);
    return;
  }
  std::string& to = *held;
  int& has = rank_[static_cast<size_t>(field)];
  if (field == FeedField::kAuthor && !to.empty() && rank == has) {
    if (to.size() + read.size() < kMaxAuthors && to.find(read) == std::string::npos) to += ", " + read;
  } else if (to.empty() || rank < has) {
    to = read;
    has = rank;
  }
}

Feed FeedBuilder::finish() {
  if (!feed_.every && period_ > 0) feed_.every = std::chrono::seconds(std::max(1, period_ / frequency_));
  if (odd_dates_ > 0) note(std::to_string(odd_dates_) + " dates could not be read, the first \"" + odd_date_ + "\"");
  if (full_) note("it has more than " + std::to_string(kMaxFeedEntries) + " entries; the rest was not read");
  return std::move(feed_);
}

}  // namespace hearsay
