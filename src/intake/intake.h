// What one input holds, report by report: a file or a stream may be a report, or a feed, a mail, a table or an archive of any of them, one in another.
// What a file is is told by its first bytes; tables alone, which look like any text, by the end of their name.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "archive/archive.h"
#include "hearsay/hearsay.h"
#include "mail/mail.h"
#include "table/table.h"

namespace hearsay {

struct TakeOptions {
  ArchiveOptions archive;
  MailLimits mail;
  ColumnMapping columns;
};

struct TakeHandlers {
  std::function<bool(IncomingReport)> take;                                        // each report in order; false to stop
  std::function<void(const std::string& path, const std::string& line)> fault;     // what is left out, and why
};

struct IntakeCount {
  uint64_t reports = 0;
  std::map<std::string, uint64_t> passed_over;           // what is no report, by why
};

// Reads all that `source` holds.
//   about  of the input: its path, and what is true of all its reports; what they say of themselves goes before that
// Memory: that of walk_archive, and one report, mail or row.
IntakeCount take_reports(ByteSource& source, const Metadata& about, const TakeOptions& options, const TakeHandlers& handlers);

}  // namespace hearsay
