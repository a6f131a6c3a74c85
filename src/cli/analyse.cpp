// hearsay analyse: the record of each report, in order, without a store.
// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include "browse/dates.h"
#include "cli/commands.h"
#include "cli/inputs.h"

namespace hearsay::cli {

int analyse_reports(const Session& session, const InputOptions& options) {
  if (options.published && !is_date_or_date_time(*options.published)) return session.complain(session.words(Message::kNoIsoDate, *options.published)), kUsage;
  std::optional<Engine> engine = open_engine(session, options.packs);
  if (!engine) return kPackError;
  Inputs inputs(session, options);
  if (!inputs.any()) return kNothingRead;
  size_t read = 0;
  bool written = true;
  Progress progress(session, inputs.total(), !on_terminal(STDOUT_FILENO));
  const auto record = [&](std::string bytes, const Metadata& report) -> Result<std::string> {
    Result<Analysis> analysis = engine->analyse(std::move(bytes), report);
    if (!analysis) return analysis.error();
    return analysis_record(*analysis) + "\n";
  };
  const auto print = [&](const std::string& line) {
    put(line);
    ++read;
    return written = !output_failed();
  };
  inputs.read<std::string>(progress, record, print);
  return written ? inputs.exit_code(read) : kOutputError;
}

}  // namespace hearsay::cli
