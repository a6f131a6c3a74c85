// hearsay packs check, test, compile.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include "browse/display.h"
#include "browse/open_engine.h"
#include "cli/commands.h"

namespace hearsay::cli {
namespace {

bool folder_exists(const Session& session, const std::string& folder) {
  std::error_code failed;
  if (std::filesystem::is_directory(folder, failed)) return true;
  session.complain(session.words(Message::kNoPackFolder, folder));
  return false;
}

struct Mistakes {
  int64_t errors = 0, warnings = 0;
};

// Diagnostics keep the form of a compiler's, so that editors can jump to them.
Mistakes print_diagnostics(const Session& session, const PackReport& report) {
  Mistakes mistakes;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    put_line(session.paint(diagnostic.warning ? Paint::kYellow : Paint::kRed, to_string(diagnostic)));
    ++(diagnostic.warning ? mistakes.warnings : mistakes.errors);
  }
  return mistakes;
}

std::string contents(const Words& words, const PackReport& report) {
  return words.count(Message::kRules, report.rules) + ", " + words.count(Message::kEntries, report.entries) + ", " + words.count(Message::kExamples, report.examples);
}

void print_list(const Session& session, Message heading, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  put_line(session.paint(Paint::kBold, session.words.count(heading, static_cast<int64_t>(lines.size()))));
  for (const std::string& line : lines) put_line("  " + wrap_indented(line, session.width, 4));
}

}  // namespace

int check_pack_folder(const Session& session, const PackFolderOptions& options) {
  if (!folder_exists(session, options.folder)) return kPackError;
  const PackReport report = check_packs(options.folder, !whole_set(options.folder));
  const Mistakes mistakes = print_diagnostics(session, report);
  const std::string id = report.id.empty() ? "" : "; " + session.words(Message::kPacksId, report.id);
  put_line(options.folder + ": " + contents(session.words, report) + "; " + session.words.count(Message::kErrors, mistakes.errors) + ", " +
           session.words.count(Message::kWarnings, mistakes.warnings) + id + ".");
  return mistakes.errors > 0 ? kPackError : kOk;
}

int test_pack_folder(const Session& session, const PackFolderOptions& options) {
  if (!folder_exists(session, options.folder)) return kPackError;
  const PackReport report = test_packs(options.folder, !whole_set(options.folder));
  const Mistakes mistakes = print_diagnostics(session, report);
  print_list(session, Message::kExamplesFailed, report.failures);
  print_list(session, Message::kRulesUncovered, report.uncovered);
  put_line(options.folder + ": " + contents(session.words, report) + "; " + session.words.count(Message::kFailed, report.failed) + ", " + session.words.count(Message::kWanted, report.wanted) + ".");
  return mistakes.errors > 0 || report.failed > 0 ? kPackError : kOk;
}

int compile_pack_folder(const Session& session, const PackFolderOptions& options) {
  if (!folder_exists(session, options.folder)) return kPackError;
  const Status compiled = compile_packs(options.folder, options.image);
  if (!compiled) return session.complain(compiled.error()), kPackError;
  std::error_code failed;
  const auto bytes = static_cast<int64_t>(std::filesystem::file_size(options.image, failed));
  put_line(session.words(Message::kCompiled, options.image, session.words.number(bytes / 1024)));
  return kOk;
}

}  // namespace hearsay::cli
