// hearsay manual: a page for man, or all of them as files.
// SPDX-License-Identifier: Apache-2.0
#include "cli/manual.h"

#include <algorithm>

#include "cli/output.h"

namespace hearsay::cli {
namespace {

int write_pages(const Session& session, const ManualOptions& options, const CommandForm& hearsay) {
  std::error_code failed;
  std::filesystem::create_directories(*options.out, failed);
  if (failed) return session.complain(session.words(Message::kNotWritten, *options.out)), kOutputError;
  for (const CommandForm* command : all_of(hearsay)) {
    Output output(file_in(*options.out, page_name(*command) + ".1"));
    output.write(manual_page(hearsay, *command, options.version, session.words));
    if (const int wrong = output.close(session); wrong != kOk) return wrong;
  }
  return kOk;
}

const CommandForm* find(const CommandForm& command, const std::string& word) {
  for (const CommandForm& child : command.commands)
    if (child.path.back() == word || std::count(child.aliases.begin(), child.aliases.end(), word)) return &child;
  return nullptr;
}

}  // namespace

int print_manual(const Session& session, const ManualOptions& options) {
  const CommandForm hearsay = options.grammar();
  if (options.out) return write_pages(session, options, hearsay);
  const CommandForm* command = &hearsay;
  for (const std::string& word : options.command) {
    command = find(*command, word);
    if (!command) return session.complain(session.words(Message::kUnknownCommand, word)), kUsage;
  }
  put(manual_page(hearsay, *command, options.version, session.words));
  return kOk;
}

}  // namespace hearsay::cli
