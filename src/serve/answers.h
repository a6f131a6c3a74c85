// Answers that have been given of one state of the store, for whoever asks the same: all first views are alike. Who asks while an answer is being made waits for it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <future>
#include <mutex>
#include <unordered_map>

#include "serve/exchange.h"

namespace hearsay::serve {

class Answers {
 public:
  // What `make` makes, or made before. Only what went well is kept.
  Reply of(const std::string& question, const std::function<Reply()>& make);

 private:
  void keep(const std::string& question, const Reply& reply);

  std::mutex mutex_;
  std::unordered_map<std::string, std::shared_future<Reply>> known_;
  size_t bytes_ = 0;                     // of what is kept, about
};

}  // namespace hearsay::serve
