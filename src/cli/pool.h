// Work on many threads, whose results come back in order.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace hearsay::cli {

// Makes the results 0..count-1 on `threads` threads and hands them over, in order, on the calling thread.
//   make  called with an index, from any thread
//   take  called with an index and its result; returns false to stop, after which nothing more is made
// At most two results per thread wait at any time, so that memory does not grow with the number of inputs.
template <class Value, class Make, class Take>
void make_in_order(size_t count, int threads, Make make, Take take) {
  std::mutex mutex;
  std::condition_variable made, taken;
  const size_t window = 2 * static_cast<size_t>(std::max(threads, 1));
  std::vector<std::optional<Value>> waiting(window);     // result i waits in slot i % window
  size_t next = 0, done = 0;                             // the next to be made, the next to be taken
  bool stop = false;

  auto work = [&] {
    for (std::unique_lock lock(mutex);;) {
      taken.wait(lock, [&] { return stop || next == count || next < done + window; });
      if (stop || next == count) return;
      const size_t index = next++;
      lock.unlock();
      Value value = make(index);
      lock.lock();
      waiting[index % window] = std::move(value);
      made.notify_one();
    }
  };
  std::vector<std::jthread> workers;
  for (int i = 0; i < std::max(threads, 1); ++i) workers.emplace_back(work);

  while (done < count) {
    std::unique_lock lock(mutex);
    made.wait(lock, [&] { return waiting[done % window].has_value(); });
    Value value = std::move(*waiting[done % window]);
    waiting[done % window].reset();
    lock.unlock();
    const bool more = take(done, std::move(value));      // before its place is given away: the bound counts it
    lock.lock();
    ++done;
    stop = !more;
    taken.notify_all();
    if (stop) break;
  }
}

}  // namespace hearsay::cli
