// What the workbench looks at: a store, an index of it in memory, and the words for people. Notices when another program changes the store.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "browse/index.h"
#include "browse/holdings.h"
#include "serve/answers.h"

namespace hearsay::serve {

// One state of the store, as long as somebody looks at it.
struct View {
  const browse::Holdings& holdings;
  std::shared_ptr<const browse::Index> index;
  std::string edition;                   // another one for each state, and for each start of the program
  int64_t generation = 0;                // counts the states
  int64_t unsettled = 0;                 // documents that the chronicle does not have yet
  Store::Counts counts;
  bool read_only = true;
  std::string name, version;             // of the store's file, and of the program
  std::shared_ptr<Answers> answers = std::make_shared<Answers>();
};

class Workbench {
 public:
  // The store is opened for reading and indexed; the index is made anew, beside the answers, when the store has changed.
  static Result<std::unique_ptr<Workbench>> open(browse::Holdings holdings, const std::string& path, std::string version, bool read_only = true);
  ~Workbench();

  std::shared_ptr<const View> view() const;
  // Waits until there is a state after this one, or for so long at the most, or until the program ends.
  std::shared_ptr<const View> view_after(int64_t generation, std::chrono::milliseconds most) const;
  // Writes into the store and brings the chronicle up to date; when it returns, `view` is the state after it. One at a time; others wait.
  Result<std::string> change(const std::function<Result<std::string>(Store&, const Engine&)>& work);
  // Wakes all who wait; they get what there is.
  void close();
  bool closed() const;

 private:
  Workbench(browse::Holdings holdings, Store indexed, std::string path, std::string version, bool read_only);
  Status look();
  void watch();

  browse::Holdings holdings_;
  Store indexed_;                        // the same store once more: indexing lets no answer wait
  const std::string path_, version_, start_;
  const bool read_only_;
  std::mutex writing_, looking_;         // held by whoever does
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::shared_ptr<const View> view_;
  int64_t seen_ = -1;                    // Catalogue::version of `view_`
  bool closed_ = false;
  std::thread watcher_;
};

}  // namespace hearsay::serve
