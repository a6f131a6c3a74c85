// hearsay read: reports into a store, without those that it read before with the same packs; then the chronicle brought up to date with them.
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/dates.h"
#include "cli/inputs.h"
#include "cli/settle.h"

namespace hearsay::cli {
namespace {

struct Tally {
  int64_t fresh = 0, replaced = 0, unchanged = 0;
  int64_t read() const { return fresh + replaced; }
};

// A report on its way into the store; without an analysis, if the store has read it before.
struct Read {
  std::optional<Analysis> analysis;
  Provenance provenance;
};

void count(Tally& tally, Store::Saved saved) {
  if (saved == Store::Saved::kNew) ++tally.fresh;
  else if (saved == Store::Saved::kReplaced) ++tally.replaced;
  else ++tally.unchanged;
}

// "2 skipped: the file is empty (1), not text (1)"
std::string skipped(const Words& words, const Failures& failures) {
  std::string reasons;
  for (const auto& [reason, n] : failures.reasons) reasons += (reasons.empty() ? ": " : ", ") + reason + " (" + words.number(n) + ")";
  return words.count(Message::kSkipped, failures.count) + reasons;
}

std::string shown(const Words& words, const Tally& tally) {
  std::string line = words.count(Message::kReportsRead, tally.read());
  if (tally.replaced > 0) line += " (" + words.count(Message::kReplaced, tally.replaced) + ")";
  return line + ", " + words.count(Message::kUnchanged, tally.unchanged);
}

std::string summary(const Words& words, const Tally& tally, const Failures& failures) {
  return shown(words, tally) + (failures.count > 0 ? ", " + skipped(words, failures) : "") + ".";
}

int store_failed(const Session& session, const Tally& tally, const Failures& failures, const Error& error) {
  session.complain(error);
  put_line(summary(session.words, tally, failures));
  return kStoreError;
}

void print_totals(const Session& session, const std::string& db, const Store& store) {
  const auto counts = store.counts();
  if (!counts) return;
  const Words& words = session.words;
  put_line(db + ": " + words.count(Message::kDocuments, counts->documents) + ", " + words.count(Message::kStatements, counts->statements) + ", " +
           words.count(Message::kEvents, counts->events) + ", " + words.count(Message::kHappenings, counts->happenings) + ", " + words.count(Message::kStories, counts->stories) + ".");
}

}  // namespace

int read_reports(const Session& session, const ReadOptions& options) {
  if (const Text& published = options.input.published; published && !is_date_or_date_time(*published)) return session.complain(session.words(Message::kNoIsoDate, *published)), kUsage;
  std::optional<Engine> engine = open_engine(session, options.input.packs);
  if (!engine) return kPackError;
  Inputs inputs(session, options.input);
  if (!inputs.any()) return kNothingRead;
  Result<Store> store = Store::open(options.db);
  if (!store) return session.complain(store.error()), kStoreError;

  const Interrupt interrupt;
  Tally tally;
  std::optional<Error> store_error;
  {
    Progress progress(session, inputs.size());
    const auto read = [&](std::string bytes, const Metadata& report) -> Result<Read> {
      Provenance provenance = engine->provenance(bytes, report);
      // A store that cannot answer cannot be written either, which is said when the report is saved.
      if (const auto held = store->holds(report.path, provenance); held && *held) return Read{};
      Result<Analysis> analysis = engine->analyse(std::move(bytes), report);
      if (!analysis) return analysis.error();
      return Read{std::move(*analysis), std::move(provenance)};
    };
    const auto save = [&](const Read& read) {
      if (interrupt.came()) return false;
      Result<Store::Saved> saved = read.analysis ? store->save(*read.analysis, read.provenance) : Store::Saved::kUnchanged;
      if (saved) count(tally, *saved);
      else store_error = saved.error();
      progress.say(shown(session.words, tally));
      return saved && !interrupt.came();
    };
    inputs.read<Read>(progress, read, save);
  }
  if (store_error) return store_failed(session, tally, inputs.failures(), *store_error);
  const auto stopped = [&] {
    session.complain(session.words(Message::kInterrupted) + " " + summary(session.words, tally, inputs.failures()) + " " + session.words(Message::kChronicleOld));
    return interrupt.exit_code();
  };
  if (interrupt.came()) return stopped();
  const Result<bool> settled = settle(session, *engine, *store, interrupt);
  if (!settled) return store_failed(session, tally, inputs.failures(), settled.error());
  if (!*settled) return stopped();
  put_line(summary(session.words, tally, inputs.failures()));
  print_totals(session, options.db, *store);
  return inputs.exit_code(static_cast<size_t>(tally.read() + tally.unchanged));
}

}  // namespace hearsay::cli
