// SPDX-License-Identifier: Apache-2.0
#include "fetch/robots.h"

#include <algorithm>
#include <cstdlib>

#include "base/ascii.h"

namespace hearsay {
namespace {

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char letter = to_lower(c);
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

bool unreserved(char c) { return is_alpha_or_digit(c) || c == '-' || c == '.' || c == '_' || c == '~'; }

// Bytes beyond ASCII as %XX, and %XX of what needs none as itself, so that both spellings compare equal.
std::string normal(std::string_view path) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (size_t at = 0; at < path.size(); ++at) {
    auto c = static_cast<unsigned char>(path[at]);
    const bool escaped = c == '%' && at + 2 < path.size() && hex(path[at + 1]) >= 0 && hex(path[at + 2]) >= 0;
    if (escaped) c = static_cast<unsigned char>(hex(path[at + 1]) * 16 + hex(path[at + 2])), at += 2;
    if (escaped ? unreserved(c) : c < 0x80) out += static_cast<char>(c);
    else out += '%', out += kDigits[c >> 4], out += kDigits[c & 15];
  }
  return out;
}

// Each piece between asterisks is taken where it first comes; the last must reach the end if the pattern says so.
bool fits(std::string_view pattern, std::string_view target) {
  const bool to_end = pattern.ends_with('$');
  if (to_end) pattern.remove_suffix(1);
  size_t star = pattern.find('*');
  const std::string_view head = pattern.substr(0, star);
  if (!target.starts_with(head)) return false;
  target.remove_prefix(head.size());
  if (star == std::string_view::npos) return !to_end || target.empty();
  while (true) {
    pattern.remove_prefix(star + 1);
    star = pattern.find('*');
    if (star == std::string_view::npos) return to_end ? target.ends_with(pattern) : target.find(pattern) != std::string_view::npos;
    const size_t found = target.find(pattern.substr(0, star));
    if (found == std::string_view::npos) return false;
    target.remove_prefix(found + star);
  }
}

std::optional<std::chrono::milliseconds> delay_of(std::string_view value) {
  constexpr size_t kLongest = 16;
  const std::string text(value.substr(0, kLongest));
  char* end = nullptr;
  const double seconds = std::strtod(text.c_str(), &end);
  if (end == text.c_str() || !(seconds >= 0)) return std::nullopt;
  return std::chrono::milliseconds(static_cast<long>(std::min(seconds, static_cast<double>(kMaxCrawlDelay.count())) * 1000));
}

// Groups under way: lines "user-agent" one after another begin one, and the rules after them are its.
class Parser {
 public:
  explicit Parser(std::string_view product) : product_(product) {}

  void line(std::string_view line) {
    line = line.substr(0, line.find('#'));
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const std::string_view key = trim(line.substr(0, colon)), value = trim(line.substr(colon + 1));
    if (same_ascii(key, "user-agent")) agent(value);
    else if (same_ascii(key, "allow")) rule(value, true);
    else if (same_ascii(key, "disallow")) rule(value, false);
    else if (same_ascii(key, "crawl-delay")) pace(value);
  }
  Robots finish() { return std::move(named_ ? own_ : any_); }

 private:
  void agent(std::string_view value) {
    if (!heading_) to_own_ = to_any_ = false;
    heading_ = true;
    to_own_ |= lower(value.substr(0, value.find('/'))) == lower(product_);
    to_any_ |= value == "*";
    named_ |= to_own_;
  }
  void rule(std::string_view value, bool allow) {
    heading_ = false;
    if (value.empty()) return;           // "Disallow:" forbids nothing
    if (to_own_) own_.rules.push_back({normal(value), allow});
    if (to_any_) any_.rules.push_back({normal(value), allow});
  }
  void pace(std::string_view value) {
    heading_ = false;
    if (to_own_) own_.delay = delay_of(value);
    if (to_any_) any_.delay = delay_of(value);
  }

  std::string_view product_;
  Robots own_, any_;
  bool heading_ = false, to_own_ = false, to_any_ = false, named_ = false;
};

}  // namespace

Robots parse_robots(std::string_view text, std::string_view product) {
  text = text.substr(0, kMaxRobotsBytes);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Parser parser(product);
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of("\r\n"), text.size());
    parser.line(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parser.finish();
}

bool Robots::allows(std::string_view target) const {
  const std::string path = normal(target);
  if (path == "/robots.txt") return true;
  const Rule* best = nullptr;
  for (const Rule& rule : rules) {
    const bool better = !best || rule.pattern.size() > best->pattern.size() || (rule.pattern.size() == best->pattern.size() && rule.allow);
    if (better && fits(rule.pattern, path)) best = &rule;
  }
  return !best || best->allow;
}

}  // namespace hearsay
