// hearsay export: the chronicle, or its documents, for other programs. What becomes of it as text is the business of write_export; this writes the files.
// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "browse/write_export.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "export/formats.h"

namespace hearsay::cli {
namespace {

int write_happenings(const Session& session, const Holdings& holdings, const ExportFileOptions& options, HappeningFilter& filter) {
  Trouble trouble = Trouble::kNone;
  const auto picked = pick_happenings(session, holdings, filter, options.what.story, trouble);
  if (!picked) return exit_code_of(trouble);
  Output output(options.out);
  if (output.close(session) != kOk) return kOutputError;
  trouble = write_export(session, holdings, options.what, *picked, [&](std::string_view bytes) { return output.write(bytes), true; });
  return trouble == Trouble::kNone ? output.close(session) : exit_code_of(trouble);
}

// Whether what is exported takes a folder rather than a file.
bool takes_folder(const ExportOptions& what, const DocumentFormat& format) { return format.several_files || !what.document; }

int write_files(const Session& session, const ExportFileOptions& options, const DocumentFormat& format, const std::vector<ExportedFile>& files) {
  for (const ExportedFile& file : files) {
    Output output(takes_folder(options.what, format) ? Text(file_in(*options.out, file.name)) : options.out);
    output.write(file.bytes);
    if (const int wrong = output.close(session); wrong != kOk) return wrong;
  }
  return kOk;
}

int write_documents(const Session& session, const Holdings& holdings, const ExportFileOptions& options, const DocumentFormat& format, HappeningFilter& filter) {
  Trouble trouble = Trouble::kNone;
  const auto pick = [&](Trouble& wrong) { return pick_happenings(session, holdings, filter, options.what.story, wrong); };
  const DocumentQuery asked = documents_to_export(session, holdings, options.what, pick, trouble);
  if (trouble != Trouble::kNone) return exit_code_of(trouble);
  std::error_code failed;
  if (options.out && takes_folder(options.what, format)) std::filesystem::create_directories(*options.out, failed);
  if (failed) return session.complain(session.words(Message::kNotWritten, *options.out)), kOutputError;
  int exit_code = kOk;
  bool any = false;
  const auto write = [&](const Analysis& analysis) {
    any = true;
    if (exit_code == kOk) exit_code = write_files(session, options, format, format.files(analysis));
  };
  if (!each_document(session, holdings.store, asked, write)) return kStoreError;
  return any && format.folder && exit_code == kOk ? write_files(session, options, format, format.folder(holdings.engine)) : exit_code;
}

// What does not go together; false after complaining.
bool makes_sense(const Session& session, const ExportFileOptions& options, const DocumentFormat* documents) {
  const ExportOptions& what = options.what;
  const HappeningFormat* happenings = happening_format(what.format);
  const auto complain = [&](Message message) { return session.complain(session.words(message, what.format)), false; };
  if (what.all && what.standard) return complain(Message::kAllOrStandard);
  if (what.document && !documents) return complain(Message::kNoDocumentFormat);
  if (documents && !options.out && takes_folder(what, *documents)) return complain(Message::kNeedsFolder);
  if ((what.all || what.standard) && !(happenings && happenings->event_data)) return complain(Message::kNotEventData);
  return true;
}

}  // namespace

int export_records(const Session& session, const ExportFileOptions& options) {
  const DocumentFormat* document = document_format(options.what.format);
  if (!makes_sense(session, options, document)) return kUsage;
  auto filter = HappeningFilter::parse(session, options.what.filter);
  if (!filter) return kUsage;
  Trouble trouble = Trouble::kNone;
  const auto holdings = open_holdings(session, options.store, trouble);
  if (!holdings) return exit_code_of(trouble);
  return document ? write_documents(session, *holdings, options, *document, *filter) : write_happenings(session, *holdings, options, *filter);
}

}  // namespace hearsay::cli
