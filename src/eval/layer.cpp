// SPDX-License-Identifier: Apache-2.0
#include "eval/layer.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "base/ascii.h"

namespace hearsay {

std::string Layer::id(size_t found) const { return std::string(1, to_string(name()).front()) + std::to_string(found + 1); }

namespace {

// Whether words stand in a stretch of the text from its first letter to its last, with whatever between them: those of several stretches are not all of it.
bool spans(std::string_view text, std::string_view words) {
  std::string there, wanted;
  std::copy_if(text.begin(), text.end(), std::back_inserter(there), [](char c) { return !is_white(c); });
  std::copy_if(words.begin(), words.end(), std::back_inserter(wanted), [](char c) { return !is_white(c); });
  if (there.empty() || wanted.empty() || there.back() != wanted.back() || there.front() != wanted.front()) return false;
  size_t met = 0;
  for (const char c : there) met += met < wanted.size() && c == wanted[met];
  return met == wanted.size();
}

}  // namespace

std::optional<Range> place_of(const GoldEntry& entry, const Report& report) {
  if (entry.at) return entry.at->end <= report.length() && spans(report.words(report.span(*entry.at)), entry.anchor) ? entry.at : std::nullopt;
  const std::vector<Range> places = report.text().find(entry.anchor);
  const auto n = static_cast<size_t>(entry.n);
  return n <= places.size() ? std::optional(places[n - 1]) : std::nullopt;
}

Likely rank(const GoldEntry& entry, size_t expected, Range there, size_t found, Range here) {
  return {-likeness(there, here), entry.optional, std::abs(there.start - here.start), expected, found};
}

bool is_accepted(const Accepted& accepted, std::string_view value) {
  return std::any_of(accepted.begin(), accepted.end(), [&](const auto& one) { return one && *one == value; });
}

std::string words_of(const Accepted& accepted) {
  std::vector<std::string> values;
  for (const auto& one : accepted) values.push_back(one.value_or("-"));
  return joined(values);
}

std::string joined(const std::vector<GoldName>& names, std::string_view between) {
  std::vector<std::string> words;
  for (const GoldName& name : names) words.push_back(name.words);
  return joined(words, between);
}

std::string joined(const std::vector<std::string>& names, std::string_view between) {
  std::string out;
  for (const std::string& name : names) out.append(out.empty() ? "" : between).append(name.empty() ? "-" : name);
  return out;
}

}  // namespace hearsay
