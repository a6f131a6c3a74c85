// SPDX-License-Identifier: Apache-2.0
#include "watch/store_sink.h"

#include <new>

#include "document/document.h"
#include "fetch/address.h"

namespace hearsay {
namespace {

// "vnexpress.net" of "www.vnexpress.net".
std::string_view bare(std::string_view host) { return host.starts_with("www.") ? host.substr(4) : host; }

// Whether one host is the other, or lies below it: "m.bao.example" and "bao.example".
bool same_site(const std::string& a, const std::string& b) {
  const std::string_view one = bare(a), other = bare(b);
  const auto below = [](std::string_view host, std::string_view site) { return host.size() > site.size() && host.ends_with(site) && host[host.size() - site.size() - 1] == '.'; };
  return one == other || below(one, other) || below(other, one);
}

bool front_page(const AddressParts& parts) { return parts.target == "/"; }

// A page in the report's place that is none: a picture, a film, a file to keep. A server that does not know says octet-stream.
bool may_be_report(const std::string& media_type) {
  return media_type.empty() || media_type == "application/octet-stream" || media_type == "application/xhtml+xml" || media_type == "text/html" || media_type == "text/plain";
}

Metadata metadata_of(const WatchedReport& report) {
  Metadata metadata;
  metadata.path = report.address.empty() ? report.feed + "#" + report.id : report.address;
  metadata.charset = report.charset;
  metadata.feed = {report.address, report.title, report.outlet, report.published, report.lang, report.author};
  return metadata;
}

// All that is known of such a document, the feed said.
void mark_as_words(Analysis& analysis, const std::string& why) {
  for (auto& [field, from] : analysis.document.fields)
    if (from < FieldOrigin::kFeed) from = FieldOrigin::kFeed;
  analysis.notes.push_back("these are the words of its feed: " + why);
}

}  // namespace

std::string report_path(const std::string& asked, const std::string& had, const std::optional<std::string>& canonical) {
  const auto first = address_parts(asked), last = address_parts(had);
  if (!first || !last) return asked;
  if (front_page(*last) && !front_page(*first)) return asked;
  const std::string own = web_address({}, canonical.value_or(""));
  const auto named = address_parts(own);
  if (!named || !same_site(named->host, last->host) || (front_page(*named) && !front_page(*last))) return had;
  return own;
}

Result<WatchState> StoreSink::load() const {
  Result<std::vector<FeedState>> feeds = watched_.feeds();
  if (!feeds) return feeds.error();
  WatchState state;
  for (FeedState& feed : *feeds) {
    const std::string url = feed.url;
    state.feeds.emplace(url, std::move(feed));
  }
  return state;
}

Result<std::string> StoreSink::save_report(const WatchedReport& report) {
  if (!may_be_report(report.media_type)) return report.address + ": \"" + report.media_type + "\" is no page";
  Metadata metadata = metadata_of(report);
  Result<Analysis> analysis = Error{};
  try {
    analysis = engine_.analyse(report.bytes, metadata);
  } catch (const std::bad_alloc&) {
    return metadata.path + ": too little memory to read it";
  }
  if (!analysis) return analysis.error().message;
  Document& document = analysis->document;
  if (!report.url.empty()) name_document(document, metadata.path = report_path(report.url, report.address, document.url));
  if (report.from_feed) {
    // A report that was read in full before, and can be had no more, is not cut down to what its feed says of it.
    const Result<bool> known = watched_.has_document(document.path);
    if (!known) return known.error();
    if (*known) return ++tally_.unchanged, std::string();
    mark_as_words(*analysis, report.note);
  }
  const Result<Store::Saved> saved = store_.save(*analysis, engine_.provenance(report.bytes, metadata));
  if (!saved) return saved.error();
  ++(*saved == Store::Saved::kNew ? tally_.fresh : *saved == Store::Saved::kReplaced ? tally_.replaced : tally_.unchanged);
  bool read = false;
  for (const std::string& language : engine_.languages()) read = read || language == document.lang;
  if (!read) ++tally_.unread[document.lang];
  return std::string();
}

}  // namespace hearsay
