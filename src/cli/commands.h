// One function per command, a file each; all return an ExitCode.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/exit_codes.h"
#include "cli/options.h"
#include "cli/terminal.h"

namespace hearsay::cli {

int read_reports(const Session& session, const ReadOptions& options);
int watch_feeds(const Session& session, const WatchOptions& options);
int analyse_reports(const Session& session, const InputOptions& options);
int print_chronicle(const Session& session, const ChronicleOptions& options);
int export_records(const Session& session, const ExportFileOptions& options);
int show_happening(const Session& session, const ShowOptions& options);
int list_statements(const Session& session, const ListOptions& options);
int list_actors(const Session& session, const ListOptions& options);
int list_documents(const Session& session, const ListOptions& options);
int forget_documents(const Session& session, const ForgetOptions& options);
int verify_store(const Session& session, const VerifyOptions& options);
int repair_store(const Session& session, const RepairOptions& options);
int back_up_store(const Session& session, const BackupOptions& options);
int list_copies(const Session& session, const CopiesOptions& options);
int show_origins(const Session& session, const OriginsOptions& options);
int list_disputes(const Session& session, const ListOptions& options);
int trace_document(const Session& session, const TraceOptions& options);
int print_changes(const Session& session, const DiffOptions& options);
int list_stories(const Session& session, const StoriesOptions& options);
int print_stats(const Session& session, const LookOptions& options);
int search_store(const Session& session, const ListOptions& options);
int correct(const Session& session, const CorrectOptions& options);
int list_corrections(const Session& session, const CorrectionsOptions& options);
int serve_store(const Session& session, const ServeOptions& options);
int answer_assistant(const Session& session, const StoreOptions& options);
int explain(const Session& session, const ExplainOptions& options);
int evaluate(const Session& session, const EvalOptions& options);
int check_pack_folder(const Session& session, const PackFolderOptions& options);
int test_pack_folder(const Session& session, const PackFolderOptions& options);
int compile_pack_folder(const Session& session, const PackFolderOptions& options);
int diff_packs(const Session& session, const PackFolderOptions& options);
int print_completion(const Session& session, const CompletionOptions& options);
int print_manual(const Session& session, const ManualOptions& options);

}  // namespace hearsay::cli
