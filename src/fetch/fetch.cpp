// SPDX-License-Identifier: Apache-2.0
#include "fetch/fetch.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "fetch/address.h"
#include "fetch/robots.h"
#include "fetch/transfer.h"

namespace hearsay {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::string_view kProduct = "hearsay";       // RFC 9309's product token
constexpr seconds kRobotsLife{24 * 3600};              // RFC 9309, section 2.4: no longer than a day
constexpr seconds kRobotsRetry{600};                   // how long a robots.txt that could not be had forbids all
constexpr seconds kFirstBackoff{5}, kLongestBackoff{3600};     // doubled with each failure of a host
constexpr size_t kMaxHosts = 10'000;                   // kept in memory; beyond it they are forgotten, which costs a robots.txt each

struct Host {
  std::optional<Robots> robots;
  std::string robots_problem;                          // why it may not be asked at all, empty if it may
  Moment robots_until{};
  Moment next{};                                       // not asked before
  int failures = 0;                                    // in a row
};

std::string header(const TransferReply& reply, const std::string& name) {
  const auto found = reply.headers.find(name);
  return found == reply.headers.end() ? std::string{} : found->second;
}

std::optional<long> whole_number(std::string_view text) {
  long value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc{} || value < 0) return std::nullopt;
  return value;
}

std::optional<seconds> cache_age(std::string_view control) {
  const size_t at = control.find("max-age=");
  const auto age = at == std::string_view::npos ? std::nullopt : whole_number(control.substr(at + 8));
  return age ? std::optional(seconds(*age)) : std::nullopt;
}

// "text/html; charset=utf-8"
void read_content_type(std::string type, FetchReply& reply) {
  std::transform(type.begin(), type.end(), type.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c; });
  reply.media_type = type.substr(0, type.find_first_of("; \t"));
  size_t at = type.find("charset=");
  if (at == std::string::npos) return;
  at += 8;
  if (at < type.size() && type[at] == '"') ++at;
  reply.charset = type.substr(at, std::min(type.find_first_of("\"; \t,", at), type.size()) - at);
}

bool redirects(long status) { return status == 301 || status == 302 || status == 303 || status == 307 || status == 308; }
bool waits(long status) { return status >= 500 || status == 429 || status == 408; }

// What may go well another time.
bool passing(CURLcode code) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST: case CURLE_COULDNT_CONNECT: case CURLE_OPERATION_TIMEDOUT: case CURLE_GOT_NOTHING: case CURLE_SEND_ERROR: case CURLE_RECV_ERROR:
    case CURLE_PARTIAL_FILE: case CURLE_SSL_CONNECT_ERROR: case CURLE_HTTP2: case CURLE_HTTP2_STREAM: case CURLE_OUT_OF_MEMORY: return true;
    default: return false;
  }
}

}  // namespace

struct Fetcher::Impl {
  FetchOptions options;
  Clock clock;
  Transfer transfer;
  std::map<std::string, Host> hosts;     // by origin

  Impl(FetchOptions given, Clock time) : options(std::move(given)), clock(std::move(time)), transfer(options.limits, "Hearsay/" + options.version, options.go_on) {}

  Host& host_of(const AddressParts& parts) { return hosts[parts.origin()]; }

  static FetchReply failed(FetchOutcome outcome, const std::string& url, const std::string& why) {
    FetchReply reply;
    reply.outcome = outcome;
    reply.url = url;
    reply.problem = url + ": " + why;
    return reply;
  }

  // Waits until the host may be asked; a reply if it may not be, or if it was broken off.
  std::optional<FetchReply> wait_for(Host& host, const std::string& url) {
    if (!options.go_on()) return failed(FetchOutcome::kStopped, url, "broken off");
    const auto left = std::chrono::ceil<milliseconds>(host.next - clock.now());
    if (left <= milliseconds(0)) return std::nullopt;
    if (left > options.limits.longest_wait) {
      const seconds rest = std::chrono::ceil<seconds>(left);
      FetchReply reply = failed(FetchOutcome::kLater, url, "its host is left alone for another " + std::to_string(rest.count()) + " s");
      reply.retry_after = rest;
      return reply;
    }
    clock.sleep(left);
    return options.go_on() ? std::nullopt : std::optional(failed(FetchOutcome::kStopped, url, "broken off"));
  }

  std::optional<seconds> retry_after(const TransferReply& reply) const {
    const std::string said = header(reply, "retry-after");
    if (said.empty()) return std::nullopt;
    if (const auto number = whole_number(said)) return std::min(seconds(std::min(*number, 1'000'000L)), kLongestRetryAfter);
    const time_t date = curl_getdate(said.c_str(), nullptr);
    if (date < 0) return std::nullopt;
    const auto left = std::chrono::ceil<seconds>(std::chrono::system_clock::from_time_t(date) - clock.now());
    return std::clamp(left, seconds(0), kLongestRetryAfter);
  }

  // One request; afterwards the host rests, longer after a failure.
  TransferReply ask(Host& host, const AddressParts& parts, const std::string& url, const std::vector<std::string>& headers, size_t largest, bool cut) {
    const auto& named = options.private_hosts;
    const bool allow_private = std::find(named.begin(), named.end(), "*") != named.end() || std::find(named.begin(), named.end(), parts.host) != named.end();
    TransferReply reply = transfer.get(url, headers, allow_private, largest, cut);
    milliseconds rest = options.limits.pause;
    if (host.robots && host.robots->delay) rest = std::max(rest, *host.robots->delay);
    const bool failure = reply.code == CURLE_OK ? waits(reply.status) : passing(reply.code) && reply.private_address.empty();
    if (failure) {
      constexpr int kMostDoublings = 10;
      const seconds backoff = std::min(kFirstBackoff * (1 << std::min(host.failures++, kMostDoublings)), kLongestBackoff);
      rest = std::max<milliseconds>({rest, backoff, retry_after(reply).value_or(seconds(0))});
    } else {
      host.failures = 0;
    }
    host.next = clock.now() + rest;
    return reply;
  }

  // RFC 9309, section 2.3.1: no file (4xx) allows all; a server that fails allows nothing for now, unless its rules are known from before.
  std::optional<FetchReply> learn_robots(Host& host, const AddressParts& parts) {
    if (host.robots_until > clock.now()) return std::nullopt;
    constexpr int kMostHops = 5;         // RFC 9309, section 2.3.1.2
    const std::string first = parts.origin() + "/robots.txt";
    std::string url = first;
    std::optional<TransferReply> reply;
    for (int hop = 0; hop <= kMostHops; ++hop) {
      const auto at = address_parts(url);
      if (!at) break;
      Host& asked = hop == 0 ? host : host_of(*at);
      if (auto wait = wait_for(asked, url)) {
        if (wait->outcome == FetchOutcome::kStopped) return wait;
        reply.reset();
        break;
      }
      reply = ask(asked, *at, url, {}, kMaxRobotsBytes, true);
      if (reply->code == CURLE_ABORTED_BY_CALLBACK || !reply->private_address.empty()) return unanswered(url, *reply);
      if (reply->code != CURLE_OK || !redirects(reply->status)) break;
      url = web_address(url, header(*reply, "location"));
    }
    keep_robots(host, reply);
    return std::nullopt;
  }

  void keep_robots(Host& host, const std::optional<TransferReply>& reply) const {
    const bool answered = reply && reply->code == CURLE_OK && !waits(reply->status);
    const bool silent = !reply || reply->code != CURLE_OK;
    host.robots_problem = answered || host.robots ? "" : "its host's robots.txt cannot be had for now: " + (!reply ? "the host is left alone" : silent ? reply->error : "the server answered " + std::to_string(reply->status));
    host.robots_until = clock.now() + (answered ? kRobotsLife : kRobotsRetry);
    if (answered) host.robots = reply->status >= 200 && reply->status < 300 ? parse_robots(reply->body, kProduct) : Robots{};
  }

  // A redirect's address in `onward`, or a reply.
  std::optional<FetchReply> step(const FetchRequest& request, const std::string& url, std::string& onward) {
    const auto parts = address_parts(url);
    if (!parts) return failed(FetchOutcome::kRefused, url, "no http or https address");
    Host& host = host_of(*parts);
    if (auto stopped = learn_robots(host, *parts)) return stopped;
    if (!host.robots_problem.empty()) return failed(FetchOutcome::kLater, url, host.robots_problem);
    if (host.robots && !host.robots->allows(parts->target)) return failed(FetchOutcome::kRefused, url, "its host's robots.txt asks not to read it");
    if (auto wait = wait_for(host, url)) return wait;
    std::vector<std::string> headers;
    if (!request.etag.empty()) headers.push_back("If-None-Match: " + request.etag);
    if (!request.last_modified.empty()) headers.push_back("If-Modified-Since: " + request.last_modified);
    const TransferReply reply = ask(host, *parts, url, headers, options.limits.largest_body, false);
    if (reply.code == CURLE_OK && redirects(reply.status) && !header(reply, "location").empty()) {
      onward = web_address(url, header(reply, "location"));
      if (onward.empty()) return failed(FetchOutcome::kRefused, url, "redirects to \"" + header(reply, "location").substr(0, 200) + "\", which is no http or https address");
      return std::nullopt;
    }
    return read(url, reply);
  }

  FetchReply unanswered(const std::string& url, const TransferReply& reply) const {
    if (reply.code == CURLE_ABORTED_BY_CALLBACK) return failed(FetchOutcome::kStopped, url, "broken off");
    if (reply.too_large) return failed(FetchOutcome::kRefused, url, "larger than " + std::to_string(options.limits.largest_body) + " bytes");
    if (!reply.private_address.empty()) {
      FetchReply kept_in = failed(FetchOutcome::kRefused, url, "leads to " + reply.private_address + ", which is no public address");
      kept_in.kept_in = true;
      return kept_in;
    }
    return failed(passing(reply.code) ? FetchOutcome::kLater : FetchOutcome::kRefused, url, reply.error);
  }

  FetchReply read(const std::string& url, const TransferReply& got) const {
    if (got.code != CURLE_OK) return unanswered(url, got);
    FetchReply reply;
    reply.status = got.status;
    reply.url = url;
    reply.etag = header(got, "etag");
    reply.last_modified = header(got, "last-modified");
    reply.date = header(got, "date");
    reply.retry_after = retry_after(got);
    reply.max_age = cache_age(header(got, "cache-control"));
    read_content_type(header(got, "content-type"), reply);
    const bool had = got.status >= 200 && got.status < 300;
    reply.outcome = had ? FetchOutcome::kBody : got.status == 304 ? FetchOutcome::kNotModified : waits(got.status) ? FetchOutcome::kLater : FetchOutcome::kRefused;
    if (had) reply.body = got.body;
    else if (got.status != 304) reply.problem = url + ": the server answered " + std::to_string(got.status);
    return reply;
  }
};

Fetcher::Fetcher(FetchOptions options, Clock clock) : impl_(std::make_unique<Impl>(std::move(options), std::move(clock))) {}
Fetcher::~Fetcher() = default;

FetchReply Fetcher::fetch(const FetchRequest& request) {
  std::string url = web_address({}, request.url);
  if (url.empty()) return Impl::failed(FetchOutcome::kRefused, request.url.substr(0, 200), "no http or https address");
  if (impl_->hosts.size() >= kMaxHosts) impl_->hosts.clear();
  std::vector<std::string> notes;
  for (int hop = 0; hop <= impl_->options.limits.most_redirects; ++hop) {
    std::string onward;
    if (auto reply = impl_->step(request, url, onward)) {
      reply->notes = std::move(notes);
      return std::move(*reply);
    }
    if (url.starts_with("https:") && onward.starts_with("http:")) notes.push_back("redirected from https to http: " + onward);
    url = std::move(onward);
  }
  return Impl::failed(FetchOutcome::kRefused, request.url, "redirects more than " + std::to_string(impl_->options.limits.most_redirects) + " times");
}

}  // namespace hearsay
