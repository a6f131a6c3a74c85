// hearsay backup: a copy of a store while it is in use.
// SPDX-License-Identifier: Apache-2.0
#include "store/backup.h"

#include <filesystem>
#include <optional>

#include "browse/display.h"
#include "cli/commands.h"
#include "cli/copying.h"
#include "cli/progress.h"

namespace hearsay::cli {

int copy_store(const Session& session, const std::string& db, const std::string& target, bool replace, const Interrupt& interrupt) {
  std::error_code failed;
  if (!std::filesystem::exists(db, failed)) return session.complain(session.words(Message::kNoStore, db)), kStoreError;
  std::optional<Progress> bar;
  const auto go_on = [&](int64_t done, int64_t total) {
    if (!bar) bar.emplace(session, Done{static_cast<size_t>(total)});
    bar->show({static_cast<size_t>(done)});
    return !interrupt.came();
  };
  const auto copied = back_up(db, target, replace, go_on);
  bar.reset();
  if (!copied) return session.complain(copied.error()), copied.error().kind == Error::Kind::kUsage ? kUsage : kStoreError;
  if (!*copied) return session.complain(session.words(Message::kInterrupted) + " " + target), interrupt.exit_code();
  const Words& words = session.words;
  put_line(words(Message::kBackedUp, one_line(target), words.count(Message::kDocuments, (*copied)->documents), words.number(((*copied)->bytes + 999'999) / 1'000'000)));
  return kOk;
}

int back_up_store(const Session& session, const BackupOptions& options) {
  const Interrupt interrupt;
  return copy_store(session, options.db, options.target, options.force, interrupt);
}

}  // namespace hearsay::cli
