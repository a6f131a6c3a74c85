// SPDX-License-Identifier: Apache-2.0
#include "cli/settle.h"

#include <optional>

#include "cli/progress.h"

namespace hearsay::cli {

Result<bool> settle(const Session& session, const Engine& engine, Store& store, const Interrupt& interrupt) {
  std::optional<Progress> progress;
  int64_t total = 0;
  const auto go_on = [&](int64_t left) {
    if (!progress) progress.emplace(session, Done{static_cast<size_t>(total = left)});
    progress->say(session.words.count(Message::kToSettle, left));
    progress->show({static_cast<size_t>(total - left)});
    return !interrupt.came();
  };
  if (const Status done = engine.update(store, go_on); !done) return done.error();
  return !interrupt.came();
}

}  // namespace hearsay::cli
