// Mends what verify_store finds: what is worked out is made anew from readings, a damaged reading is read anew from its text, and what is lost is put aside so that the
// rest stands. What is sound is not touched.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>

#include "hearsay/hearsay.h"
#include "verify/fault.h"

namespace hearsay {

class Repair {
 public:
  // A fault that verify_store has found. All are told before anything is mended.
  void add(const Fault& fault);
  // How many things each mend is done to: documents, corrections; 1 where it is done once for the whole store.
  const std::map<Mend, int64_t>& mends() const { return mends_; }
  bool any() const { return !mends_.empty(); }
  bool salvages() const { return mends_.contains(Mend::kSalvage); }
  bool completes_schema() const { return mends_.contains(Mend::kSchema); }

  // All in one transaction, but for what is worked out: that is left to Engine::update, as after `hearsay read`, and known to lag until then. Afterwards `finish`.
  //   aside  hears of what was put aside, and why
  Status run(Store& store, const Engine& engine, const std::function<void(const std::string& id, const std::string& why)>& aside) const;
  Status finish(Store& store) const;

 private:
  std::map<Mend, int64_t> mends_;
  std::map<Mend, std::map<int64_t, std::string>> which_;         // by number; why it was put aside
};

// What the schema lacks, made again; all else is looked at only then.
Status complete_schema(const std::string& db);

}  // namespace hearsay
