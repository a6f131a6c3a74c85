// hearsay mcp: the store for assistants, over standard input and output.
// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "cli/commands.h"
#include "cli/mcp_tools.h"

namespace hearsay::cli {
namespace {

enum class Line { kWhole, kTooLong, kEnd };

// One line without its end; what is longer than a message may be is passed over.
Line read_line(std::streambuf& in, std::string& line) {
  line.clear();
  bool fits = true, any = false;
  for (int c = in.sbumpc(); c != std::streambuf::traits_type::eof(); c = in.sbumpc()) {
    any = true;
    if (c == '\n') break;
    if (line.size() == mcp::kMostMessageBytes) fits = false;
    else line += static_cast<char>(c);
  }
  return !any ? Line::kEnd : fits ? Line::kWhole : Line::kTooLong;
}

}  // namespace

int answer_assistant(const Session& session, const StoreOptions& options) {
  Trouble trouble = Trouble::kNone;
  if (!open_holdings(session, options, trouble)) return exit_code_of(trouble);     // what is wrong with the store is said now, to whoever set it up
  const mcp::Server server("hearsay", HEARSAY_VERSION, advice(), store_tools(options));
  std::string line;
  for (Line read; (read = read_line(*std::cin.rdbuf(), line)) != Line::kEnd;) {
    if (read == Line::kWhole && line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto reply = read == Line::kTooLong ? mcp::Server::too_long() : server.answer(line);
    if (!reply) continue;
    put_line(*reply);
    if (!close_output()) return kOutputError;
  }
  return kOk;
}

}  // namespace hearsay::cli
