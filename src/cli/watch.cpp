// hearsay watch: keeps on reading feeds into a store, round by round, and the chronicle up to date with them.
// SPDX-License-Identifier: Apache-2.0
#include <ctime>
#include <filesystem>
#include <set>

#include "browse/dates.h"
#include "browse/json.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/settle.h"
#include "feed/feed.h"
#include "fetch/address.h"
#include "watch/store_sink.h"

namespace hearsay::cli {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr size_t kSettleEvery = 100;     // reports: so far may the chronicle lag behind in a long round
constexpr seconds kLeastSleep{1};
constexpr int kMostFailures = 3;         // of the store, in a row: another program may hold it for a while

std::string written(Moment moment, const char* form, bool local) {
  const time_t time = std::chrono::system_clock::to_time_t(moment);
  tm parts{};
  local ? localtime_r(&time, &parts) : gmtime_r(&time, &parts);
  char out[32];
  return std::string(out, std::strftime(out, sizeof out, form, &parts));
}
std::string utc(Moment moment) { return written(moment, "%Y-%m-%dT%H:%M:%SZ", false); }

// The feeds that a file of this machine lists; says what is wrong with it.
bool add_listed(const Session& session, const std::string& file, std::set<std::string>& addresses) {
  std::error_code failed;
  if (!std::filesystem::exists(file, failed)) return session.complain(session.words(Message::kNoFeedNamed, file)), false;
  const Result<std::string> bytes = read_file(file, kMaxFeedBytes);
  if (!bytes) return session.complain(bytes.error()), false;
  const Result<Feed> list = read_feed(*bytes, {});
  if (!list || (list->kind != FeedKind::kOpml && list->kind != FeedKind::kSitemapIndex)) return session.complain(session.words(Message::kNoListOfFeeds, file, file)), false;
  bool any = false;
  for (const std::string& link : list->links)
    if (!web_address({}, link).empty()) any = true, addresses.insert(link);
  if (!any) session.complain(session.words(Message::kEmptyListOfFeeds, file));
  return any;
}

// The roots that the command line asks for: files are read anew for each round. Empty after complaining.
std::vector<std::string> roots_of(const Session& session, const WatchOptions& options) {
  std::set<std::string> addresses;
  for (const std::string& named : options.feeds) {
    if (!web_address({}, named).empty()) addresses.insert(named);
    else if (!add_listed(session, named, addresses)) return {};
  }
  return {addresses.begin(), addresses.end()};
}

std::string reports_read(const Words& words, const StoreSink::Tally& tally) {
  std::string line = words.count(Message::kReportsRead, static_cast<int64_t>(tally.fresh + tally.replaced));
  if (tally.replaced > 0) line += " (" + words.count(Message::kReplaced, static_cast<int64_t>(tally.replaced)) + ")";
  return line;
}

// The store, with the chronicle brought up to date now and then, and words for what goes wrong.
class Desk : public StoreSink {
 public:
  Desk(const Session& session, const Engine& engine, Store& store, const Interrupt& interrupt)
      : StoreSink(engine, store), session_(session), engine_(engine), store_(store), interrupt_(interrupt) {}

  Result<std::string> save_report(const WatchedReport& report) override {
    Result<std::string> refused = StoreSink::save_report(report);
    progress_.say(reports_read(session_.words, tally()));
    progress_.show({});
    if (!refused || !refused->empty() || ++unsettled_ % kSettleEvery != 0) return refused;
    if (const Status done = bring_up_to_date(); !done) return done.error();
    return refused;
  }
  void problem(const std::string& line, Taken taken) override {
    progress_.clear();
    const std::string why = in_words(session_.words, line);
    session_.complain(taken == Taken::kNotSaid ? why : session_.words(taken == Taken::kFeedsWords ? Message::kFeedsWordsTaken : Message::kNothingTaken, why));
  }
  // Also what another run left behind.
  Status bring_up_to_date() {
    progress_.clear();
    const Result<bool> current = store_.chronicle_is_current();
    if (!current) return current.error();
    if (*current) return Nothing{};
    const Result<bool> settled = settle(session_, engine_, store_, interrupt_);
    return settled ? Status(Nothing{}) : Status(settled.error());
  }

 private:
  const Session& session_;
  const Engine& engine_;
  Store& store_;
  const Interrupt& interrupt_;
  Progress progress_{session_, {}};
  size_t unsettled_ = 0;
};

// "2026-11-23 14:05:12  12 feeds asked, 9 unchanged; 5 reports read, 1 skipped; next at 14:20:12"
std::string round_line(const Words& words, const WatchRound& round, const StoreSink::Tally& tally) {
  size_t unread = 0;
  for (const auto& [language, times] : tally.unread) unread += times;
  const auto also = [&](Message message, size_t n) { return n > 0 ? ", " + words.count(message, static_cast<int64_t>(n)) : std::string(); };
  std::string line = written(std::chrono::system_clock::now(), "%Y-%m-%d %H:%M:%S  ", true) + words.count(Message::kFeedsAsked, static_cast<int64_t>(round.feeds));
  line += also(Message::kFeedsUnchanged, round.unchanged) + also(Message::kFeedsFailed, round.failed);
  line += "; " + reports_read(words, tally) + also(Message::kUnchanged, tally.unchanged) + also(Message::kInFeedsWords, round.from_feed) + also(Message::kSkipped, round.skipped) +
          also(Message::kUnreadLanguage, unread);
  return round.stopped ? line : line + "; " + words(Message::kNextDue, written(round.next_due, "%H:%M:%S", true));
}

std::string round_json(const WatchRound& round, const StoreSink::Tally& tally) {
  Json json;
  json.text("at", utc(std::chrono::system_clock::now()));
  const std::pair<const char*, size_t> numbers[] = {{"feeds", round.feeds},         {"feeds_unchanged", round.unchanged}, {"feeds_failed", round.failed},  {"read", tally.fresh + tally.replaced},
                                                    {"anew", tally.replaced},       {"unchanged", tally.unchanged},       {"from_feed", round.from_feed}, {"skipped", round.skipped}};
  for (const auto& [name, n] : numbers) json.number(name, static_cast<int64_t>(n));
  json.open("unread");
  for (const auto& [language, n] : tally.unread) json.number(language.c_str(), static_cast<int64_t>(n));
  json.close();
  return json.text("next", utc(round.next_due)).line();
}

int exit_code_of(const WatchRound& round) {
  if (round.failed + round.skipped == 0) return kOk;
  return round.feeds == round.failed ? kNothingRead : kSomeFailed;
}

FetchOptions fetch_options(const WatchOptions& options, const Interrupt& interrupt) {
  return {.version = HEARSAY_VERSION, .private_hosts = options.private_hosts, .go_on = [&interrupt] { return !interrupt.came(); }};
}

class Watching {
 public:
  Watching(const Session& session, const WatchOptions& options, const WatchLimits& limits, const Engine& engine, Store& store)
      : session_(session), options_(options), limits_(limits), store_(store), desk_(session, engine, store, interrupt_), fetcher_(fetch_options(options, interrupt_), clock_) {}

  int run(std::vector<std::string> roots) {
    for (int failed = 0;;) {
      const Result<WatchRound> round = make_round(roots);
      if (!round) session_.complain(round.error());
      if (interrupt_.came()) return interrupted();
      failed = round ? 0 : failed + 1;
      if (!round && (options_.once || failed == kMostFailures)) return kStoreError;
      if (output_failed()) return kOutputError;
      if (options_.once) return exit_code_of(*round);
      const Moment next = round ? round->next_due : clock_.now() + limits_.least;
      interrupt_.wait(std::chrono::ceil<milliseconds>(std::max<Moment::duration>(next - clock_.now(), kLeastSleep)));
      if (interrupt_.came()) return interrupted();
      // A list that is being written just now is read the next time.
      if (std::vector<std::string> now = roots_of(session_, options_); !now.empty()) roots = std::move(now);
    }
  }

 private:
  Result<WatchRound> make_round(const std::vector<std::string>& roots) {
    if (!state_) {
      Result<WatchState> state = desk_.load();
      if (!state) return state.error();
      state_ = std::move(*state);
    }
    set_roots(*state_, roots);
    Result<WatchRound> round = watch_round(*state_, fetcher_, desk_, clock_, [this] { return !interrupt_.came(); }, limits_);
    if (!round) return state_.reset(), round;            // it knows of what the store does not
    if (const Status done = desk_.bring_up_to_date(); !done) return done.error();
    print(*round);
    return round;
  }
  void print(const WatchRound& round) {
    const StoreSink::Tally tally = desk_.take_tally();
    all_.fresh += tally.fresh;
    all_.replaced += tally.replaced;
    if (options_.json) put(round_json(round, tally));
    else put_line(round_line(session_.words, round, tally));
    close_output();                      // a line each round, whoever reads it
  }
  int interrupted() const {
    const Result<bool> current = store_.chronicle_is_current();
    session_.complain(session_.words(Message::kInterrupted) + " " + reports_read(session_.words, all_) + "." + (current && *current ? "" : " " + session_.words(Message::kChronicleOld)));
    return interrupt_.exit_code();
  }

  const Session& session_;
  const WatchOptions& options_;
  const WatchLimits& limits_;
  Store& store_;
  const Interrupt interrupt_;
  const Clock clock_{[] { return std::chrono::system_clock::now(); }, [this](milliseconds time) { interrupt_.wait(time); }};
  Desk desk_;
  Fetcher fetcher_;
  std::optional<WatchState> state_;      // as the store has it
  StoreSink::Tally all_;
};

}  // namespace

int watch_feeds(const Session& session, const WatchOptions& options) {
  const auto interval = parse_length(options.interval);
  if (!interval) return session.complain(session.words(Message::kNoLength, options.interval)), kUsage;
  const std::vector<std::string> roots = roots_of(session, options);
  if (roots.empty()) return kNothingRead;
  const std::optional<Engine> engine = open_engine(session, options.packs);
  if (!engine) return kPackError;
  Result<Store> store = Store::open(options.db);
  if (!store) return session.complain(store.error()), kStoreError;
  WatchLimits limits;
  limits.least = *interval;
  limits.first = 3 * limits.least;
  limits.most = std::max<seconds>(std::min<seconds>(limits.most, 72 * limits.least), limits.first);
  limits.most_reports = static_cast<size_t>(options.most);
  return Watching(session, options, limits, *engine, *store).run(roots);
}

}  // namespace hearsay::cli
