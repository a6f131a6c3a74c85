// The network: one address asked for, politely, within limits, and never within one's own house.
//
// Redirects are followed here one by one, so that each target is looked at like the first: only http and https, allowed by its host's robots.txt, after a
// pause, and at a public address. That last is asked of the address a name resolved to when the socket is opened, so a name that changes in between gains
// nothing. TLS is always verified. Proxies of the environment are not used: what lies behind one cannot be checked.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hearsay {

using Moment = std::chrono::system_clock::time_point;

// Where time comes from and goes to; tests hand in one that does not wait.
struct Clock {
  std::function<Moment()> now;
  std::function<void(std::chrono::milliseconds)> sleep;  // may return early if it is interrupted; go_on is asked afterwards
};

// A host that asks to be left alone for longer is asked again then.
inline constexpr std::chrono::seconds kLongestRetryAfter{24 * 3600};

struct FetchLimits {
  std::chrono::milliseconds connect{10'000}, total{60'000};
  long least_speed = 100;                // bytes a second; a reply slower than this for `slow` is given up
  std::chrono::seconds slow{15};
  size_t largest_body = 64u << 20;       // after decompression; as large as a report may be
  int most_redirects = 10;
  std::chrono::milliseconds pause{1'000};           // between two requests to one host, unless its robots.txt asks for more
  std::chrono::milliseconds longest_wait{30'000};   // a host that asks to be left alone for longer is not waited for
};

struct FetchOptions {
  std::string version;                   // of the program; the User-Agent is "Hearsay/VERSION"
  FetchLimits limits = {};
  std::vector<std::string> private_hosts = {};      // host names that may lie at private addresses; "*" for all
  std::function<bool()> go_on = [] { return true; };           // asked often; false breaks off
};

struct FetchRequest {
  std::string url;
  std::string etag = {}, last_modified = {};        // of the reply one has; empty to ask unconditionally
};

enum class FetchOutcome {
  kBody,                                 // 2xx
  kNotModified,                          // 304
  kRefused,                              // asking again will not help soon: 4xx, robots.txt, a private address, too large, no web address
  kLater,                                // it may: 5xx, 429, a timeout, a broken connection, a host that asks to wait
  kStopped                               // go_on said so
};

struct FetchReply {
  FetchOutcome outcome = FetchOutcome::kRefused;
  std::string problem;                   // one line with the address, unless there is a body or nothing was modified
  long status = 0;                       // 0 if there was no reply
  std::string url;                       // after redirects
  std::string media_type, charset;       // lower case, of Content-Type; empty if it says none
  std::string etag, last_modified, date; // as sent
  std::string body;                      // decompressed
  std::optional<std::chrono::seconds> retry_after, max_age;    // Retry-After, Cache-Control
  bool kept_in = false;                  // refused, and no connection made, since it leads to a private address
  std::vector<std::string> notes;        // "redirected from https to http"
};

// What a watch needs of the network.
class Source {
 public:
  virtual ~Source() = default;
  virtual FetchReply fetch(const FetchRequest& request) = 0;
};

// For one thread. Keeps each host's robots.txt for a day and when it may be asked again.
class Fetcher : public Source {
 public:
  Fetcher(FetchOptions options, Clock clock);
  ~Fetcher() override;
  // Waits for the host's pause, asks for its robots.txt if need be, follows redirects. Never throws; every failure is an outcome.
  FetchReply fetch(const FetchRequest& request) override;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace hearsay
