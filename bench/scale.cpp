// How a store takes a press of many years: reports are made up, read, saved and settled, and what each of these costs is printed as the store
// grows. Usage: hearsay-scale STORE REPORTS [EVERY]; prints a line for each EVERY reports (default: a twentieth), tab-separated. A store that
// holds some of them already is gone on with where it ended.
//
//   read, save, update  milliseconds a report, of those since the line before; reading is shared by all cores
//   busy                milliseconds of processor time a report, of all three and on all cores: what they cost where other programs run beside them
//   one                 milliseconds to settle one more report: median and slowest of 20 that come one by one, the last five of them late (a year)
//   memory              peak of the process, megabytes; store: the file and its log, megabytes
// SPDX-License-Identifier: Apache-2.0
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <thread>

#include "newswire.h"

namespace hearsay::bench {
namespace {

using Clock = std::chrono::steady_clock;
double milliseconds_since(Clock::time_point start) { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }

[[noreturn]] void stop(const Error& error) {
  std::fprintf(stderr, "hearsay-scale: %s\n", error.message.c_str());
  std::exit(1);
}

double megabytes_at(const std::string& path) {
  double bytes = 0;
  for (const char* end : {"", "-wal"}) {
    std::error_code missing;
    const auto size = std::filesystem::file_size(path + end, missing);
    if (!missing) bytes += static_cast<double>(size);
  }
  return bytes / 1e6;
}

rusage usage_so_far() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage;
}
double peak_megabytes() { return static_cast<double>(usage_so_far().ru_maxrss) / 1e3; }
double busy_milliseconds() {
  const rusage usage = usage_so_far();
  return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 + static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

class Scale {
 public:
  Scale(const Engine& engine, Store& store, Newswire& newswire) : engine_(engine), store_(store), newswire_(newswire) {}

  // As many as there are, `most` at the most, in batches as they come from a press: read on all cores, saved and settled.
  int take(int most) {
    constexpr int kBatch = 1000;
    constexpr size_t kTogether = 64;     // as `hearsay read` saves them
    int taken = 0;
    while (taken < most) {
      std::vector<NewsItem> items;
      while (static_cast<int>(items.size()) < std::min(kBatch, most - taken)) {
        auto item = newswire_.next();
        if (!item) break;
        items.push_back(std::move(*item));
      }
      if (items.empty()) break;
      auto start = Clock::now();
      const std::vector<Analysis> analyses = read(std::move(items));
      read_ms += milliseconds_since(start);
      start = Clock::now();
      std::vector<Store::Reading> group;
      for (const Analysis& analysis : analyses) {
        group.push_back({analysis});
        if (group.size() < kTogether && &analysis != &analyses.back()) continue;
        if (const auto saved = store_.save(group); !saved) stop(saved.error());
        group.clear();
      }
      save_ms += milliseconds_since(start);
      update_ms += update();
      taken += static_cast<int>(analyses.size());
    }
    return taken;
  }

  // One report after the other; each one's milliseconds.
  std::vector<double> take_one_by_one(int reports, int late) {
    std::vector<double> out;
    for (int i = 0; i < reports; ++i) {
      auto item = newswire_.next();
      if (!item) break;
      if (i >= reports - late && item->metadata.published) {
        std::string& day = *item->metadata.published;
        day.replace(0, 4, std::to_string(std::atoi(day.c_str()) - 1));
        if (day.substr(5, 5) == "02-29") day.replace(5, 5, "02-28");
      }
      std::vector<NewsItem> items;
      items.push_back(std::move(*item));
      if (const auto saved = store_.save(read(std::move(items)).front()); !saved) stop(saved.error());
      out.push_back(update());
    }
    return out;
  }

  double read_ms = 0, save_ms = 0, update_ms = 0;

 private:
  std::vector<Analysis> read(std::vector<NewsItem> items) const {
    std::vector<Analysis> analyses(items.size());
    const size_t threads = std::max(1u, std::thread::hardware_concurrency());
    std::vector<std::future<void>> work;
    for (size_t t = 0; t < threads; ++t) {
      work.push_back(std::async(std::launch::async, [&, t] {
        for (size_t i = t; i < items.size(); i += threads) {
          Result<Analysis> analysis = engine_.analyse(std::move(items[i].text), items[i].metadata);
          if (!analysis) stop(analysis.error());
          analyses[i] = std::move(*analysis);
        }
      }));
    }
    for (auto& one : work) one.get();
    return analyses;
  }
  double update() const {
    const auto start = Clock::now();
    if (const Status updated = engine_.update(store_); !updated) stop(updated.error());
    return milliseconds_since(start);
  }

  const Engine& engine_;
  Store& store_;
  Newswire& newswire_;
};

int run(const std::string& path, int reports, int every) {
  auto engine = Engine::open();
  if (!engine) stop(engine.error());
  auto store = Store::open(path);
  if (!store) stop(store.error());
  NewswireOptions options;
  options.reports = std::max(reports, 1'000'000);     // of ten years: as many a day, whenever one stops
  Newswire newswire(options);
  Scale scale(*engine, *store, newswire);
  const auto held = store->counts();
  if (!held) stop(held.error());
  int total = static_cast<int>(held->documents);
  for (int i = 0; i < total; ++i) newswire.next();
  std::printf("reports\tread\tsave\tupdate\tbusy\tone, median\tslowest\tmemory\tstore\n");
  constexpr int kOneByOne = 20, kLate = 5;
  while (total < reports) {
    scale.read_ms = scale.save_ms = scale.update_ms = 0;
    const double busy = busy_milliseconds();
    const int taken = scale.take(std::min(every, reports - total) - kOneByOne);
    const double busied = (busy_milliseconds() - busy) / taken;
    std::vector<double> one = scale.take_one_by_one(kOneByOne, kLate);
    if (taken <= 0 || one.empty()) break;
    total += taken + static_cast<int>(one.size());
    std::sort(one.begin(), one.end());
    std::printf("%d\t%.2f\t%.2f\t%.2f\t%.2f\t%.1f\t%.1f\t%.0f\t%.0f\n", total, scale.read_ms / taken, scale.save_ms / taken, scale.update_ms / taken, busied,
                one[one.size() / 2], one.back(), peak_megabytes(), megabytes_at(path));
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace
}  // namespace hearsay::bench

int main(int count, char** arguments) {
  const int reports = count > 2 ? std::atoi(arguments[2]) : 0;
  if (reports <= 0) {
    std::fprintf(stderr, "usage: hearsay-scale STORE REPORTS [EVERY]\n");
    return 64;
  }
  return hearsay::bench::run(arguments[1], reports, count > 3 ? std::atoi(arguments[3]) : std::max(100, reports / 20));
}
