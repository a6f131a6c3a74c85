// hearsay read: reports into a store, without those that it read before with the same packs; then the chronicle brought up to date with them.
// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include "browse/dates.h"
#include "cli/commands.h"
#include "cli/settle.h"
#include "cli/tally.h"

namespace hearsay::cli {
namespace {

// A report on its way into the store; without an analysis, if the store has read it before.
struct Read {
  std::optional<Analysis> analysis;
  Provenance provenance;
};

// --report: the file is made before anything is read, so that a folder that is not there costs no reading.
class ReportFile {
 public:
  explicit ReportFile(const Text& path) : path_(path.value_or("")) {
    if (!path_.empty()) file_.open(path_, std::ios::binary | std::ios::trunc);
  }
  bool good() const { return path_.empty() || file_.good(); }
  void write(const std::string& record) {
    if (!path_.empty()) file_ << record << std::flush;
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
  std::ofstream file_;
};

void print_totals(const Session& session, const std::string& db, const Store& store) {
  const auto counts = store.counts();
  if (!counts) return;
  const Words& words = session.words;
  put_line(db + ": " + words.count(Message::kDocuments, counts->documents) + ", " + words.count(Message::kStatements, counts->statements) + ", " +
           words.count(Message::kEvents, counts->events) + ", " + words.count(Message::kHappenings, counts->happenings) + ", " + words.count(Message::kStories, counts->stories) + ".");
}

// Reports on their way into the store, some together in one transaction; they count once that has ended.
class Group {
 public:
  Group(Store& store, Tally& tally) : store_(store), tally_(tally) {}

  Status add(Read read) {
    if (!read.analysis) return tally_.count(Store::Saved::kUnchanged, nullptr), Nothing{};
    if (reads_.empty()) since_ = Clock::now();
    bytes_ += read.analysis->document.text.size();
    reads_.push_back(std::move(read));
    return reads_.size() >= kMost || bytes_ >= kMostBytes || Clock::now() - since_ >= kLongest ? save() : Nothing{};
  }

  Status save() {
    if (reads_.empty()) return Nothing{};
    std::vector<Store::Reading> readings;
    for (const Read& read : reads_) readings.push_back({*read.analysis, read.provenance});
    const auto saved = store_.save(readings);
    if (!saved) return saved.error();
    for (size_t i = 0; i < reads_.size(); ++i) tally_.count((*saved)[i], &*reads_[i].analysis);
    reads_.clear();
    bytes_ = 0;
    return Nothing{};
  }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr size_t kMost = 64;                    // what one kill can take with it, and how long others who write may have to wait
  static constexpr size_t kMostBytes = 4 << 20;
  static constexpr auto kLongest = std::chrono::seconds(1);      // looked at when a report comes: where they come slowly, each is saved with the next

  Store& store_;
  Tally& tally_;
  std::vector<Read> reads_;
  size_t bytes_ = 0;
  Clock::time_point since_;
};

// The store's error ends a read; what was read before it is in the store, and is told.
struct Outcome {
  bool interrupted = false;
  std::optional<Error> store_error;
};

Outcome read_all(const Session& session, const Engine& engine, Store& store, Inputs& inputs, Tally& tally, const Interrupt& interrupt) {
  Outcome outcome;
  Progress progress(session, inputs.total());
  const auto read = [&](std::string bytes, const Metadata& report) -> Result<Read> {
    Provenance provenance = engine.provenance(bytes, report);
    // A store that cannot answer cannot be written either, which is said when the report is saved.
    if (const auto held = store.holds(report.path, provenance); held && *held) return Read{};
    Result<Analysis> analysis = engine.analyse(std::move(bytes), report);
    if (!analysis) return analysis.error();
    return Read{std::move(*analysis), std::move(provenance)};
  };
  Group group(store, tally);
  const auto keep = [&](const Status& saved) {
    if (!saved) outcome.store_error = saved.error();
    progress.say(tally.shown(session.words));
    return static_cast<bool>(saved);
  };
  const auto save = [&](Read read) { return !interrupt.came() && keep(group.add(std::move(read))) && !interrupt.came(); };
  inputs.read<Read>(progress, read, save);
  if (!outcome.store_error) keep(group.save());
  outcome.interrupted = interrupt.came();
  return outcome;
}

// The chronicle, once all is read.
void settle_all(const Session& session, const Engine& engine, Store& store, Outcome& outcome, const Interrupt& interrupt) {
  if (outcome.store_error || outcome.interrupted) return;
  const Result<bool> settled = settle(session, engine, store, interrupt);
  if (!settled) outcome.store_error = settled.error();
  else outcome.interrupted = !*settled;
}

}  // namespace

int read_reports(const Session& session, const ReadOptions& options) {
  if (const Text& published = options.input.published; published && !is_date_or_date_time(*published)) return session.complain(session.words(Message::kNoIsoDate, *published)), kUsage;
  std::optional<Engine> engine = open_engine(session, options.input.packs);
  if (!engine) return kPackError;
  Inputs inputs(session, options.input);
  if (!inputs.any()) return kNothingRead;
  ReportFile report(options.input.report);
  if (!report.good()) return session.complain(session.words(Message::kNotWritten, report.path())), kOutputError;
  Result<Store> store = Store::open(options.db);
  if (!store) return session.complain(store.error()), kStoreError;

  const Interrupt interrupt;
  Tally tally(*engine);
  Outcome outcome = read_all(session, *engine, *store, inputs, tally, interrupt);
  settle_all(session, *engine, *store, outcome, interrupt);
  report.write(tally.record(inputs, options.db, !outcome.store_error && !outcome.interrupted));
  if (!report.good()) session.complain(session.words(Message::kNotWritten, report.path()));
  const std::string summary = tally.summary(session.words, inputs);
  if (outcome.interrupted) {
    session.complain(session.words(Message::kInterrupted) + " " + summary + " " + session.words(Message::kChronicleOld));
    return interrupt.exit_code();
  }
  if (outcome.store_error) session.complain(*outcome.store_error);
  put_line(summary);
  if (outcome.store_error) return kStoreError;
  print_totals(session, options.db, *store);
  return report.good() ? inputs.exit_code(static_cast<size_t>(tally.known())) : kOutputError;
}

}  // namespace hearsay::cli
