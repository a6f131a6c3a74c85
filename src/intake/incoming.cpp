// Inputs are read on a thread that stays a few reports ahead of who asks for them.
// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <new>
#include <thread>

#include "intake/intake.h"

namespace hearsay {
namespace {

constexpr size_t kMostAhead = 64;                        // reports; of small ones enough for many cores
constexpr size_t kMostBytesAhead = 32u << 20;            // of large ones

// Tells how much has been read.
class MeteredSource : public ByteSource {
 public:
  MeteredSource(ByteSource& source, uint64_t& read) : source_(source), read_(read) {}
  Result<std::string_view> next() override {
    Result<std::string_view> piece = source_.next();
    if (piece) read_ += piece->size();
    return piece;
  }

 private:
  ByteSource& source_;
  uint64_t& read_;
};

}  // namespace

struct Intake::Impl {
  Impl(std::vector<Metadata> given, TakeOptions how) : inputs(std::move(given)), options(std::move(how)), reader([this] { read_all(); }) {}
  ~Impl() {
    const std::lock_guard lock(mutex);
    stopped = true;
    room.notify_all();
  }

  struct Waiting {
    IncomingReport report;
    Progress progress;
  };

  // False if nobody wants more.
  bool hand_over(IncomingReport report) {
    std::unique_lock lock(mutex);
    room.wait(lock, [&] { return stopped || (waiting.size() < kMostAhead && bytes_waiting < kMostBytesAhead); });
    if (stopped) return false;
    bytes_waiting += report.bytes.size();
    waiting.push_back({std::move(report), {inputs_read, bytes_read}});
    more.notify_one();
    return true;
  }

  void fault(const Metadata& about, std::string path, std::string line) {
    IncomingReport left_out;
    left_out.about = about;
    left_out.about.path = std::move(path);
    left_out.fault = std::move(line);
    hand_over(std::move(left_out));
  }

  void read_one(const Metadata& about) {
    Result<std::unique_ptr<ByteSource>> source = about.path == "-" ? Result(bytes_of_descriptor(STDIN_FILENO)) : open_bytes(about.path);
    if (!source) return fault(about, about.path, source.error().message);
    MeteredSource metered(**source, bytes_read);
    PeekedSource peeked(metered);
    if (peeked.head(1).empty()) return fault(about, about.path, "the file is empty");
    const TakeHandlers handlers{[&](IncomingReport report) { return hand_over(std::move(report)); },
                                [&](const std::string& path, const std::string& line) { fault(about, path, line); }};
    const IntakeCount count = take_reports(peeked, about, options, handlers);
    const std::lock_guard lock(mutex);
    for (const auto& [what, times] : count.passed_over) passed_over[what] += times;
  }

  void read_all() {
    for (const Metadata& about : inputs) {
      try {
        read_one(about);
      } catch (const std::bad_alloc&) {
        fault(about, about.path, "not enough memory");
      }
      const std::lock_guard lock(mutex);
      ++inputs_read;
      if (stopped) break;
    }
    const std::lock_guard lock(mutex);
    ended = true;
    more.notify_all();
  }

  std::vector<Metadata> inputs;
  TakeOptions options;
  mutable std::mutex mutex;
  std::condition_variable room, more;
  std::deque<Waiting> waiting;
  size_t bytes_waiting = 0, inputs_read = 0;
  uint64_t bytes_read = 0;               // the reader's own
  Progress handed_over;
  std::map<std::string, uint64_t> passed_over;
  bool stopped = false, ended = false;
  std::jthread reader;                   // the last: it uses all of the above, and is joined before they go
};

Result<Intake> Intake::open(std::vector<Metadata> inputs, const IntakeOptions& options) {
  TakeOptions how;
  if (!options.columns.empty()) {
    Result<ColumnMapping> columns = parse_mapping(options.columns);
    if (!columns) return columns.error();
    how.columns = std::move(*columns);
  }
  how.archive.limits = options.limits;
  return Intake(std::make_unique<Impl>(std::move(inputs), std::move(how)));
}

Intake::Intake(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Intake::Intake(Intake&&) noexcept = default;
Intake::~Intake() = default;

std::optional<IncomingReport> Intake::next() {
  std::unique_lock lock(impl_->mutex);
  impl_->more.wait(lock, [&] { return impl_->ended || !impl_->waiting.empty(); });
  if (impl_->waiting.empty()) {
    impl_->handed_over = {impl_->inputs_read, impl_->bytes_read};
    return std::nullopt;
  }
  Impl::Waiting first = std::move(impl_->waiting.front());
  impl_->waiting.pop_front();
  impl_->bytes_waiting -= first.report.bytes.size();
  impl_->handed_over = first.progress;
  impl_->room.notify_one();
  return std::move(first.report);
}

Intake::Progress Intake::progress() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->handed_over;
}

std::map<std::string, uint64_t> Intake::passed_over() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->passed_over;
}

}  // namespace hearsay
