// hearsay repair: what of a damaged store can be mended, and mending it.
// SPDX-License-Identifier: Apache-2.0
#include "verify/repair.h"

#include <filesystem>

#include "browse/display.h"
#include "browse/faults.h"
#include "browse/open_engine.h"
#include "cli/commands.h"
#include "cli/copying.h"
#include "cli/settle.h"
#include "cli/verifying.h"
#include "store/salvage.h"

namespace hearsay::cli {
namespace {

constexpr int kMostRounds = 3;           // what rests on something faulty is looked at once that is mended: file, documents, chronicle

// One that is not there yet: an earlier one may be all that is left of something.
std::string name_beside(const std::string& db) {
  std::error_code failed;
  std::string name = db + ".before-repair";
  for (int n = 2; std::filesystem::exists(name, failed); ++n) name = db + ".before-repair-" + std::to_string(n);
  return name;
}

void list_mends(const Session& session, const Repair& repair) {
  for (const auto& [mend, count] : repair.mends()) put_line("  - " + in_words(session.words, mend, count));
}

// Brings the chronicle up to date; kOk if it came to its end.
int settle_all(const Session& session, const Engine& engine, Store& store, const Interrupt& interrupt) {
  const Result<bool> settled = settle(session, engine, store, interrupt);
  if (!settled) return session.complain(settled.error()), kStoreError;
  if (*settled) return kOk;
  session.complain(session.words(Message::kInterrupted) + " " + session.words(Message::kChronicleOld));
  return interrupt.exit_code();
}

int mend(const Session& session, const std::string& db, const Engine& engine, const Repair& repair, const Interrupt& interrupt) {
  put_line(session.words(Message::kRepairDoes));
  list_mends(session, repair);
  if (repair.completes_schema()) {
    const Status completed = complete_schema(db);
    return completed ? kOk : (session.complain(completed.error()), kStoreError);
  }
  Result<Store> store = Store::open(db);
  if (!store) return session.complain(store.error()), kStoreError;
  const auto aside = [&](const std::string& id, const std::string& why) { put_line(session.words(Message::kRepairAside, one_line(id), one_line(in_words(session.words, why)))); };
  if (const Status mended = repair.run(*store, engine, aside); !mended) return session.complain(mended.error()), kStoreError;
  if (const int settled = settle_all(session, engine, *store, interrupt); settled != kOk) return settled;
  const Status finished = repair.finish(*store);
  return finished ? kOk : (session.complain(finished.error()), kStoreError);
}

// The new file takes the place of the damaged one only when it is whole.
int take_over(const Session& session, const std::string& db, const Engine& engine, const Interrupt& interrupt) {
  const std::string fresh = db + ".salvaged";
  const auto salvaged = salvage(db, fresh);
  if (!salvaged) return session.complain(salvaged.error()), kStoreError;
  {
    Result<Store> store = Store::open(fresh);
    if (!store) return session.complain(store.error()), kStoreError;
    if (const int settled = settle_all(session, engine, *store, interrupt); settled != kOk) return settled;
  }
  const std::string damaged = name_beside(db);
  if (const Status moved = exchange(db, fresh, damaged); !moved) return session.complain(moved.error()), kStoreError;
  const Words& words = session.words;
  put_line(words(Message::kSalvaged, one_line(db), words.count(Message::kDocuments, salvaged->documents), one_line(damaged)));
  if (salvaged->lost > 0) put_line(words.count(Message::kSalvageLost, salvaged->lost));
  return kOk;
}

}  // namespace

int repair_store(const Session& session, const RepairOptions& options) {
  const auto engine = open_engine(session, options.store.packs);
  if (!engine) return kPackError;
  const Interrupt interrupt;
  const std::string& db = options.store.db;
  std::error_code failed;
  if (options.act && std::filesystem::exists(db, failed)) static_cast<void>(Store::open(db));    // an older store is brought to this schema; what is wrong with it is said below
  const auto say = [&](const Verified& result) {
    for (const std::string& line : in_words(session.words, db, result)) put_line(line);
  };
  for (int round = 0;; ++round) {
    Repair repair;
    const auto found = [&](const Fault& fault) {
      repair.add(fault);
      if (round == kMostRounds) put_line(in_words(session.words, fault));
    };
    int code = kOk;
    const auto result = verified(session, db, *engine, false, interrupt, found, code);
    if (!result || result->interrupted) return code;
    const bool lags = options.act && round == 0 && result->left_out == LeftOut::kUnsettled;
    if (round == kMostRounds || (result->sound() && !lags)) {
      say(*result);
      if (round == 0) put_line(session.words(Message::kRepairNothing));
      return code;
    }
    if (!options.act) {
      put_line(in_words(session.words, db, *result).front());
      put_line(session.words(Message::kRepairCould));
      return list_mends(session, repair), code;
    }
    const bool copy = !options.no_backup && round == 0 && !repair.salvages();
    if (const int copied = copy ? copy_store(session, db, name_beside(db), false, interrupt) : kOk; copied != kOk) return copied;
    if (const int mended = repair.salvages() ? take_over(session, db, *engine, interrupt) : mend(session, db, *engine, repair, interrupt); mended != kOk) return mended;
  }
}

}  // namespace hearsay::cli
