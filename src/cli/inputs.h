// Reports on their way from the disk through the engine.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>

#include "cli/options.h"
#include "cli/progress.h"
#include "cli/exit_codes.h"
#include "cli/terminal.h"

namespace hearsay::cli {

// Whether a folder of packs can be read without the built-in ones: it says what kinds of events there are, and has a language.
bool whole_set(const std::string& folder);
// Opens the engine with the packs that were asked for; says what is wrong with them.
//   --packs DIR       layered over the built-in packs; a folder that holds a whole set of packs stands in their place
//   --base-packs DIR  stands in the place of the built-in packs
std::optional<Engine> open_engine(const Session& session, const PackOptions& options);

// --published: the date of a report of which nothing else says it.
void date_by_option(Metadata& report, const Text& published);

// How many reports could not be read, and why.
struct Failures {
  int count = 0;
  std::map<std::string, int> reasons;    // in the words of the interface
};

class Inputs {
 public:
  // Finds the reports and says what is missing; nothing is read yet.
  Inputs(const Session& session, const InputOptions& options);
  // Whether there is anything to read.
  bool any() const { return !reports_.empty(); }
  size_t size() const { return reports_.size(); }
  const std::vector<Metadata>& reports() const { return reports_; }
  const Failures& failures() const { return failures_; }
  // kOk, kSomeFailed or kNothingRead.
  int exit_code(size_t read) const;

  // Reads all reports on many threads and hands over, in order, what `make` made of their bytes. A report that fails is
  // named on stderr. `take` returns false to stop.
  template <class Value>
  void read(Progress& progress, const std::function<Result<Value>(std::string bytes, const Metadata&)>& make, const std::function<bool(Value)>& take);

 private:
  void fail(const std::string& path, const std::string& why);

  const Session& session_;
  int threads_;
  std::vector<Metadata> reports_;
  Failures failures_;
};

}  // namespace hearsay::cli

#include "cli/pool.h"

namespace hearsay::cli {

template <class Value>
void Inputs::read(Progress& progress, const std::function<Result<Value>(std::string, const Metadata&)>& make, const std::function<bool(Value)>& take) {
  const auto make_one = [&](size_t i) -> Result<Value> {
    const Metadata& report = reports_[i];
    try {
      Result<std::string> bytes = read_file(report.path, kMaxReportBytes);
      if (!bytes) return bytes.error();
      return make(std::move(*bytes), report);
    } catch (const std::bad_alloc&) {
      return Error{Error::Kind::kInput, report.path + ": " + session_.words(Message::kNoMemory)};
    }
  };
  make_in_order<Result<Value>>(reports_.size(), threads_, make_one, [&](size_t i, Result<Value> made) {
    bool more = true;
    if (made) {
      more = take(std::move(*made));
    } else {
      progress.clear();
      fail(reports_[i].path, made.error().message);
    }
    progress.show(i + 1);
    return more;
  });
}

}  // namespace hearsay::cli
