// A scenario: a few short reports, and what of their chronicle, copies and stories follows from the rules (tests/scenarios/README.md).
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include <toml++/toml.h>

#include "document/document.h"
#include "engine/letters.h"
#include "paths.h"

namespace hearsay::testing {

// What is said of one thing, by key. Both what is expected and what is found are brought into this form; sets are sorted.
using Facts = std::map<std::string, std::vector<std::string>>;

struct Expectation {
  int line = 0;                          // in scenario.toml
  bool wanted = false;                   // known not to hold yet
  Facts facts;
};

struct Scenario {
  std::string name, about;
  std::vector<Expectation> happenings, copies, stories;
  std::vector<Analysis> analyses;        // in order of path

  int wanted() const {
    const auto count = [](const std::vector<Expectation>& all) { return std::count_if(all.begin(), all.end(), [](const Expectation& one) { return one.wanted; }); };
    return static_cast<int>(count(happenings) + count(copies) + count(stories));
  }
  // The name of a report's file without its ending.
  std::string report(const Analysis& analysis) const { return std::filesystem::path(analysis.document.path).stem().string(); }
  std::string report(const std::string& id) const {
    const auto at = std::find_if(analyses.begin(), analyses.end(), [&](const Analysis& one) { return one.document.id == id; });
    return at == analyses.end() ? "?" : report(*at);
  }
};

// ---- what is found

// "party: Vietnam". The words for an unnamed source vary; it is known by its carrier, "unnamed: Reuters".
inline std::string in_words(const Origin& origin) {
  std::string name = origin.name;
  if (origin.kind == OriginKind::kUnnamed && name.ends_with(')')) name = name.substr(name.rfind('(') + 1, name.size() - name.rfind('(') - 2);
  return std::string(to_string(origin.kind)) + ": " + name;
}

inline std::string in_words(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : "; ") + value;
  return "\"" + out + "\"";
}

inline std::string in_words(const Facts& facts) {
  std::string out;
  for (const auto& [key, values] : facts) out += (out.empty() ? "" : ", ") + key + " " + in_words(values);
  return out;
}

inline std::vector<std::string> sorted(std::vector<std::string> values) {
  std::sort(values.begin(), values.end());
  return values;
}

inline Facts facts_of(const Happening& happening) {
  const auto id = [](const std::optional<HappeningParty>& party) { return party ? party->actor : std::string("none"); };
  const auto all = [](const std::vector<Origin>& origins) {
    std::vector<std::string> out;
    for (const Origin& origin : origins) out.push_back(in_words(origin));
    return sorted(out);
  };
  const auto answer = [](bool yes) { return std::vector<std::string>{yes ? "true" : "false"}; };
  int voices = 0;
  for (const Origin& origin : happening.origins) voices += origin.voices;
  Facts facts;
  facts["kind"] = {happening.kind};
  facts["source"] = {id(happening.source)};
  facts["target"] = {id(happening.target)};
  facts["parties"] = sorted({id(happening.source), id(happening.target)});
  facts["status"] = {std::string(to_string(happening.status))};
  facts["standing"] = {std::string(to_string(happening.standing))};
  facts["from"] = {happening.from ? iso(*happening.from) : "none"};
  facts["to"] = {happening.to ? iso(*happening.to) : "none"};
  facts["documents"] = {std::to_string(happening.documents)};
  facts["outlets"] = {std::to_string(happening.outlets)};
  facts["origins"] = all(happening.origins);
  facts["denials"] = all(happening.denials);
  facts["declined"] = all(happening.declined);
  facts["voices"] = {std::to_string(voices)};
  facts["circular"] = answer(std::any_of(happening.origins.begin(), happening.origins.end(), [](const Origin& origin) { return origin.circular; }));
  facts["unverified"] = answer(happening.unverified);
  facts["joint"] = answer(happening.joint.has_value());
  facts["announced"] = answer(!happening.announced_by.empty());
  facts["carried-out"] = answer(!happening.carried_out_by.empty());
  for (const StandingChange& change : happening.history)
    facts["history"].push_back((change.on.empty() ? "undated" : change.on) + " " + std::string(to_string(change.standing)));
  return facts;
}

// ---- scenario.toml

inline Day day_of(const std::string& iso_date) {
  const std::optional<Day> day = published_day(iso_date);
  if (!day) throw std::runtime_error(iso_date + " is no date");
  return *day;
}

class ScenarioReader {
 public:
  explicit ScenarioReader(const std::string& name) : folder_(source_folder() + "/tests/scenarios/" + name) { scenario_.name = name; }

  Scenario read() {
    for (const auto& [key, value] : toml::parse_file(folder_ + "/scenario.toml")) {
      if (key == "about" && value.is_string()) scenario_.about = **value.as_string();
      else if (key == "happening") scenario_.happenings = expectations(value, kOfHappenings);
      else if (key == "copy") scenario_.copies = expectations(value, {"documents", "overlap", "original"});
      else if (key == "story") scenario_.stories = expectations(value, {"documents"});
      else fail(value, "nobody knows \"" + std::string(key.str()) + "\"");
    }
    if (scenario_.about.empty()) throw std::runtime_error(folder_ + "/scenario.toml: there is no about");
    read_reports();
    return std::move(scenario_);
  }

 private:
  using Keys = std::vector<std::string>;
  static inline const Keys kOfHappenings = {"kind", "source", "target", "parties", "from", "to", "status", "standing", "documents", "outlets", "origins", "denials",
                                            "declined", "voices", "circular", "unverified", "joint", "announced", "carried-out", "history", "as_of", "number"};

  [[noreturn]] void fail(const toml::node& at, const std::string& why) const {
    throw std::runtime_error(folder_ + "/scenario.toml:" + std::to_string(at.source().begin.line) + ": " + why);
  }

  std::vector<Expectation> expectations(const toml::node& tables, const Keys& keys) const {
    if (!tables.is_array_of_tables()) fail(tables, "this is no list of tables");
    std::vector<Expectation> out;
    for (const toml::node& table : *tables.as_array()) out.push_back(expectation(*table.as_table(), keys));
    return out;
  }

  Expectation expectation(const toml::table& table, const Keys& keys) const {
    Expectation out;
    out.line = static_cast<int>(table.source().begin.line);
    for (const auto& [name, value] : table) {
      const std::string key(name.str());
      if (key == "wanted") {
        out.wanted = value.value_or(false);
        continue;
      }
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) fail(value, "nobody knows \"" + key + "\"");
      out.facts[key] = values_of(value);
      if (key != "history" && key != "as_of") out.facts[key] = sorted(out.facts[key]);
    }
    return out;
  }

  std::vector<std::string> values_of(const toml::node& value) const {
    if (!value.is_array()) return {text_of(value)};
    std::vector<std::string> out;
    for (const toml::node& one : *value.as_array()) out.push_back(text_of(one));
    return out;
  }

  std::string text_of(const toml::node& value) const {
    if (const auto* day = value.as_date()) {
      const toml::date date = **day;
      return iso(std::chrono::year{date.year} / date.month / date.day);
    }
    if (const auto* table = value.as_table()) {       // { on = 2024-05-02, standing = "anonymous" }
      if (!table->contains("on") || !table->contains("standing") || table->size() != 2) fail(value, "this is no { on, standing }");
      return text_of(*table->get("on")) + " " + text_of(*table->get("standing"));
    }
    if (value.is_boolean()) return value.value_or(false) ? "true" : "false";
    if (value.is_integer()) return std::to_string(value.value_or(int64_t{0}));
    if (!value.is_string()) fail(value, "this is no text, number, date, true or false");
    return value.value_or(std::string{});
  }

  void read_reports() {
    const InputList list = list_reports({folder_}, folder_ + "/manifest.tsv");
    for (const InputError& error : list.errors) throw std::runtime_error(error.path + ": " + error.message);
    for (const Metadata& metadata : list.reports) {
      const auto bytes = read_file(metadata.path, kMaxReportBytes);
      if (!bytes) throw std::runtime_error(bytes.error().message);
      scenario_.analyses.push_back(analysed({metadata, *bytes}));
    }
  }

  std::string folder_;
  Scenario scenario_;
};

inline std::vector<std::string> scenario_names() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(source_folder() + "/tests/scenarios"))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  return sorted(names);
}

// Read once for all tests of a process; throws where the folder is not as it should be.
inline const Scenario& scenario(const std::string& name) {
  static std::map<std::string, Scenario> held;
  const auto at = held.find(name);
  return at != held.end() ? at->second : held.emplace(name, ScenarioReader(name).read()).first->second;
}

}  // namespace hearsay::testing
