// hearsay verify: whether a store holds together.
// SPDX-License-Identifier: Apache-2.0
#include "browse/faults.h"
#include "browse/open_engine.h"
#include "cli/commands.h"
#include "cli/verifying.h"

namespace hearsay::cli {

int verify_store(const Session& session, const VerifyOptions& options) {
  const auto engine = open_engine(session, options.packs);
  if (!engine) return kPackError;
  const Interrupt interrupt;
  const auto found = [&](const Fault& fault) { options.json ? put(json_line(fault)) : put_line(in_words(session.words, fault)); };
  int code = kOk;
  const auto result = verified(session, options.db, *engine, options.quick, interrupt, found, code);
  if (!result || result->interrupted) return code;
  if (options.json) return put(json_line(options.db, *result)), code;
  for (const std::string& line : in_words(session.words, options.db, *result)) put_line(line);
  return code;
}

}  // namespace hearsay::cli
