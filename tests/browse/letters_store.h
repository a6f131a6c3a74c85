// A store of examples/letters, and one that holds the reports of all scenarios as well: made once for all tests of a process.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <stdexcept>

#include "browse/holdings.h"
#include "engine/letters.h"
#include "story/scenario.h"

namespace hearsay::testing {

// What of a Result must be there.
template <class Value>
Value sure(Result<Value> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return std::move(*result);
}
inline void sure(const Status& status) {
  if (!status) throw std::runtime_error(status.error().message);
}

inline Engine new_engine() {
  EngineOptions options;
  if (!has_embedded_pack()) options.base_packs = packs_folder();
  return sure(Engine::open(options));
}

// A folder that is gone with it.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "hearsay-browse-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    folder_ = name;
  }
  ~TemporaryFolder() { std::filesystem::remove_all(folder_); }
  std::string operator/(const std::string& name) const { return (folder_ / name).string(); }

 private:
  std::filesystem::path folder_;
};

// A settled store of some reports.
class KeptReports {
 public:
  explicit KeptReports(const std::vector<Analysis>& reports) {
    Store store = sure(Store::open(path()));
    for (const Analysis& report : reports) static_cast<void>(sure(store.save(report)));
    sure(shared_engine().update(store));
  }
  std::string path() const { return folder_ / "letters.db"; }
  std::string beside(const std::string& name) const { return folder_ / name; }
  browse::Holdings open() const { return {sure(Store::open(path(), true)), new_engine()}; }

 private:
  TemporaryFolder folder_;
};

inline std::vector<Analysis> analysed_letters() {
  std::vector<Analysis> reports;
  for (const Letter& letter : letters()) reports.push_back(analysed(letter));
  return reports;
}

inline const KeptReports& kept_letters() {
  static const KeptReports kept(analysed_letters());
  return kept;
}

inline const KeptReports& kept_letters_and_scenarios() {
  static const KeptReports kept([] {
    std::vector<Analysis> reports = analysed_letters();
    for (const std::string& name : scenario_names())
      for (Analysis& report : ScenarioReader(name).read().analyses) reports.push_back(std::move(report));
    return reports;
  }());
  return kept;
}

}  // namespace hearsay::testing
