// SPDX-License-Identifier: Apache-2.0
#include "cli/tally.h"

#include <algorithm>

#include "browse/json.h"

namespace hearsay::cli {
namespace {

// "fr (7), de (5)"
template <class Count>
std::string listed(const Words& words, const std::map<std::string, Count>& counts) {
  std::string list;
  for (const auto& [what, n] : counts) list += (list.empty() ? "" : ", ") + what + " (" + words.number(static_cast<int64_t>(n)) + ")";
  return list;
}

template <class Count>
void add_counts(Json& json, const char* name, const std::map<std::string, Count>& counts) {
  json.open(name);
  for (const auto& [what, n] : counts) json.number(what.c_str(), static_cast<int64_t>(n));
  json.close();
}

}  // namespace

Tally::Tally(const Engine& engine) : with_packs_(engine.languages()) {}

void Tally::count(Store::Saved saved, const Analysis* analysis) {
  if (saved == Store::Saved::kNew) ++fresh_;
  else if (saved == Store::Saved::kReplaced) ++replaced_;
  else ++unchanged_;
  if (analysis) ++languages_[analysis->document.lang];
}

std::map<std::string, int64_t> Tally::unread() const {
  std::map<std::string, int64_t> unread = languages_;
  for (const std::string& language : with_packs_) unread.erase(language);
  return unread;
}

std::string Tally::shown(const Words& words) const {
  std::string line = words.count(Message::kReportsRead, read());
  if (replaced_ > 0) line += " (" + words.count(Message::kReplaced, replaced_) + ")";
  return line + ", " + words.count(Message::kUnchanged, unchanged_);
}

std::string Tally::summary(const Words& words, const Inputs& inputs) const {
  const Failures& failures = inputs.failures();
  std::string text = shown(words);
  if (failures.count > 0) text += ", " + words.count(Message::kSkipped, failures.count) + ": " + listed(words, failures.reasons);
  text += ".";
  if (const auto languages = unread(); !languages.empty()) text += "\n" + words(Message::kKeptUnread, listed(words, languages));
  std::map<std::string, uint64_t> others;
  for (const auto& [what, n] : inputs.passed_over()) others[in_words(words, what)] += n;
  if (!others.empty()) text += "\n" + words(Message::kPassedOver, listed(words, others));
  return text;
}

std::string Tally::record(const Inputs& inputs, const std::string& store, bool complete) const {
  const Failures& failures = inputs.failures();
  Json json;
  json.text("schema", "hearsay-reading/1").text("store", store).flag("complete", complete);
  json.number("inputs", static_cast<int64_t>(inputs.total().count)).number("inputs_done", static_cast<int64_t>(inputs.done().count)).number("bytes", static_cast<int64_t>(inputs.done().bytes));
  json.open("reports").number("new", fresh_).number("replaced", replaced_).number("unchanged", unchanged_).number("failed", failures.count).close();
  add_counts(json, "languages", languages_);
  add_counts(json, "languages_without_pack", unread());
  add_counts(json, "passed_over", inputs.passed_over());
  json.list("failed");
  for (const auto& [path, why] : failures.each) json.open().text("path", path).text("why", why).close();
  json.end_list();
  return json.line();
}

}  // namespace hearsay::cli
