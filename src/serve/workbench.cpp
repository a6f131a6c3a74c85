// SPDX-License-Identifier: Apache-2.0
#include "serve/workbench.h"

#include <chrono>

#include "store/catalogue.h"

namespace hearsay::serve {
namespace {

using std::chrono::milliseconds;

// How often the store is asked whether it has changed: a question costs microseconds.
constexpr milliseconds kLookEvery{1000};
// A read in progress changes it many times a second: an eleventh of the time, at the most, goes into indexing.
constexpr int kRests = 10;

std::string now_in_letters() { return std::to_string(std::chrono::system_clock::now().time_since_epoch().count()); }

}  // namespace

Workbench::Workbench(browse::Holdings holdings, Store indexed, std::string path, std::string version, bool read_only)
    : holdings_(std::move(holdings)), indexed_(std::move(indexed)), path_(std::move(path)), version_(std::move(version)), start_(now_in_letters()), read_only_(read_only) {}

Result<std::unique_ptr<Workbench>> Workbench::open(browse::Holdings holdings, const std::string& path, std::string version, bool read_only) {
  Result<Store> again = Store::open(path, true);
  if (!again) return again.error();
  std::unique_ptr<Workbench> workbench(new Workbench(std::move(holdings), std::move(*again), path, std::move(version), read_only));
  if (const Status looked = workbench->look(); !looked) return looked.error();
  workbench->watcher_ = std::thread([its = workbench.get()] { its->watch(); });
  return workbench;
}

Workbench::~Workbench() {
  close();
  if (watcher_.joinable()) watcher_.join();
}

void Workbench::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  changed_.notify_all();
}

bool Workbench::closed() const {
  const std::lock_guard lock(mutex_);
  return closed_;
}

// The version is asked for first: what changes meanwhile is seen the next time.
Status Workbench::look() {
  const std::lock_guard turn(looking_);
  const Catalogue catalogue(indexed_);
  const auto version = catalogue.version();
  if (!version) return version.error();
  if (*version == seen_) return Nothing{};
  auto index = browse::Index::of(indexed_);
  const auto unsettled = catalogue.unsettled();
  auto counts = indexed_.counts();
  if (!index) return index.error();
  if (!unsettled) return unsettled.error();
  if (!counts) return counts.error();
  const std::lock_guard lock(mutex_);
  const int64_t generation = view_ ? view_->generation + 1 : 1;
  view_ = std::make_shared<View>(View{holdings_, std::make_shared<browse::Index>(std::move(*index)), start_ + "-" + std::to_string(generation), generation, *unsettled, std::move(*counts), read_only_, path_.substr(path_.find_last_of('/') + 1), version_});
  seen_ = *version;
  changed_.notify_all();
  return Nothing{};
}

Result<std::string> Workbench::change(const std::function<Result<std::string>(Store&, const Engine&)>& work) {
  const std::lock_guard turn(writing_);
  if (read_only_) return Error{Error::Kind::kUsage, "the store is open for reading only"};
  auto store = Store::open(path_);
  if (!store) return store.error();
  auto done = work(*store, holdings_.engine);
  if (!done) return done;
  if (const Status settled = holdings_.engine.update(*store); !settled) return settled.error();
  if (const Status looked = look(); !looked) return looked.error();
  return done;
}

// What fails is tried again: a store that is being moved, or written by a program that holds it for itself.
void Workbench::watch() {
  milliseconds rest = kLookEvery;
  std::unique_lock lock(mutex_);
  while (!changed_.wait_for(lock, rest, [&] { return closed_; })) {
    lock.unlock();
    const auto start = std::chrono::steady_clock::now();
    static_cast<void>(look());
    rest = std::max(kLookEvery, kRests * std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - start));
    lock.lock();
  }
}

std::shared_ptr<const View> Workbench::view() const {
  const std::lock_guard lock(mutex_);
  return view_;
}

std::shared_ptr<const View> Workbench::view_after(int64_t generation, milliseconds most) const {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, most, [&] { return closed_ || view_->generation > generation; });
  return view_;
}

}  // namespace hearsay::serve
