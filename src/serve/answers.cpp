// SPDX-License-Identifier: Apache-2.0
#include "serve/answers.h"

namespace hearsay::serve {
namespace {

// A first view has some 70 kB. When it is full, all is forgotten: nothing is worth more than being asked again.
constexpr size_t kMostBytes = 32 << 20;

}  // namespace

Reply Answers::of(const std::string& question, const std::function<Reply()>& make) {
  std::promise<Reply> promise;
  std::shared_future<Reply> answer;
  {
    const std::lock_guard lock(mutex_);
    const auto [at, first] = known_.try_emplace(question);
    if (!first) answer = at->second;
    else at->second = promise.get_future().share();
  }
  if (answer.valid()) return answer.get();
  try {
    Reply reply = make();
    keep(question, reply);
    promise.set_value(reply);
    return reply;
  } catch (...) {                        // no memory: they who wait are told, and the next one tries again
    keep(question, {kFailed});
    promise.set_exception(std::current_exception());
    throw;
  }
}

void Answers::keep(const std::string& question, const Reply& reply) {
  const std::lock_guard lock(mutex_);
  if (reply.status != kOk) return void(known_.erase(question));
  bytes_ += question.size() + reply.body.size();
  if (bytes_ <= kMostBytes) return;
  known_.clear();
  bytes_ = 0;
}

}  // namespace hearsay::serve
