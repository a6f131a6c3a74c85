// Work on many threads, whose results come back in order.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace hearsay::cli {

// Makes a value of each item on `threads` threads and hands them over, in the order of the items, on the calling thread.
//   next  gives the items one after another, nullopt at the end; called from any thread, by one at a time
//   make  called with an item, from any thread
//   take  called with a value; returns false to stop, after which nothing more is made
// At most two values per thread wait at any time, so that memory does not grow with the number of items.
template <class Value, class Next, class Make, class Take>
void make_in_order(Next next, int threads, Make make, Take take) {
  std::mutex mutex, drawing;                             // of all below; of the items, while one is drawn
  std::condition_variable made, taken;
  const size_t window = 2 * static_cast<size_t>(std::max(threads, 1));
  std::vector<std::optional<Value>> waiting(window);     // result i waits in slot i % window
  size_t drawn = 0, done = 0;                            // the next to be made, the next to be taken
  bool stop = false, ended = false;

  auto work = [&] {
    for (;;) {
      std::unique_lock draw(drawing);
      {
        std::unique_lock lock(mutex);
        taken.wait(lock, [&] { return stop || ended || drawn < done + window; });
        if (stop || ended) return;
      }
      auto item = next();
      size_t index = 0;
      {
        const std::lock_guard lock(mutex);
        if (!item) {
          ended = true;
          made.notify_one();
          return;
        }
        index = drawn++;
      }
      draw.unlock();
      Value value = make(std::move(*item));
      const std::lock_guard lock(mutex);
      waiting[index % window] = std::move(value);
      made.notify_one();
    }
  };
  std::vector<std::jthread> workers;
  for (int i = 0; i < std::max(threads, 1); ++i) workers.emplace_back(work);

  for (;;) {
    std::unique_lock lock(mutex);
    made.wait(lock, [&] { return waiting[done % window].has_value() || (ended && done == drawn); });
    if (!waiting[done % window]) break;
    Value value = std::move(*waiting[done % window]);
    waiting[done % window].reset();
    lock.unlock();
    const bool more = take(std::move(value));            // before its place is given away: the bound counts it
    lock.lock();
    ++done;
    stop = !more;
    taken.notify_all();
    if (stop) break;
  }
}

}  // namespace hearsay::cli
