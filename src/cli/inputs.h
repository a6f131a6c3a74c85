// Reports on their way from the disk through the engine.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>

#include "browse/open_engine.h"
#include "cli/exit_codes.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/terminal.h"

namespace hearsay::cli {

// --published: the date of a report of which nothing else says it.
void date_by_option(Metadata& report, const Text& published);

// What could not be read, and why.
struct Failures {
  int count = 0;
  std::map<std::string, int> reasons;    // in the words of the interface
  std::vector<std::pair<std::string, std::string>> each;         // path and reason, as the library says it; only where --report asks for it
};

class Inputs {
 public:
  // Finds the inputs and says what is missing.
  Inputs(const Session& session, const InputOptions& options);
  // Whether there is anything to read, and how it is to be read makes sense.
  bool any() const { return intake_.has_value(); }
  // Inputs, and their bytes where all of them are files.
  Done total() const { return total_; }
  Done done() const;
  const Failures& failures() const { return failures_; }
  // Things that are no reports, by what they are.
  std::map<std::string, uint64_t> passed_over() const;
  // kOk, kSomeFailed or kNothingRead.
  int exit_code(size_t read) const;

  // Reads all reports on many threads and hands over, in order, what `make` made of their bytes. What fails or is left out is
  // named on stderr. `take` returns false to stop. Once.
  template <class Value>
  void read(Progress& progress, const std::function<Result<Value>(std::string bytes, const Metadata&)>& make, const std::function<bool(Value)>& take);

 private:
  void fail(const std::string& path, const std::string& why);

  const Session& session_;
  int threads_;
  bool keep_each_;
  Done total_;
  std::optional<Intake> intake_;
  Failures failures_;
};

}  // namespace hearsay::cli

#include "cli/pool.h"

namespace hearsay::cli {

template <class Value>
void Inputs::read(Progress& progress, const std::function<Result<Value>(std::string, const Metadata&)>& make, const std::function<bool(Value)>& take) {
  struct Made {
    std::string path;
    Result<Value> value;
  };
  const auto make_one = [&](IncomingReport report) -> Made {
    const std::string path = report.about.path;
    if (!report.fault.empty()) return {path, Error{Error::Kind::kInput, std::move(report.fault)}};
    try {
      return {path, make(std::move(report.bytes), report.about)};
    } catch (const std::bad_alloc&) {
      return {path, Error{Error::Kind::kInput, session_.words(Message::kNoMemory)}};
    }
  };
  size_t reports = 0;
  const auto take_one = [&](Made made) {
    bool more = true;
    ++reports;
    if (made.value) {
      more = take(std::move(*made.value));
    } else {
      progress.clear();
      fail(made.path, made.value.error().message);
    }
    progress.show({reports, intake_->progress().bytes});
    return more;
  };
  make_in_order<Made>([&] { return intake_->next(); }, threads_, make_one, take_one);
}

}  // namespace hearsay::cli
