// robots.txt: which addresses of a host a reader may ask for.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// What is read of a file; RFC 9309 (section 2.5) asks for at least as much.
inline constexpr size_t kMaxRobotsBytes = 500u << 10;
// A longer Crawl-delay is taken as this: a courtesy, not a way to be read once a day.
inline constexpr std::chrono::seconds kMaxCrawlDelay{60};

struct Robots {
  struct Rule {
    std::string pattern;                 // normalised: "*" any bytes, a last "$" the end
    bool allow = false;
  };
  std::vector<Rule> rules;               // of the groups that the reader belongs to
  std::optional<std::chrono::milliseconds> delay;

  // Whether a path with its query may be asked for: the longest rule that fits decides, of two as long the one that allows. Source: RFC 9309, section 2.2.2.
  bool allows(std::string_view target) const;
};

// Reads the rules for a product token, such as "hearsay" in any case; those for "*" if no group names it. What is no line of robots.txt is passed over.
// Source: RFC 9309; Crawl-delay is no part of it, but kept by habit. Cost: linear; one target against all rules costs at most bytes of rules times bytes of target.
Robots parse_robots(std::string_view text, std::string_view product);

}  // namespace hearsay
