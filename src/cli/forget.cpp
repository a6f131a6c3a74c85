// hearsay forget: documents out of a store, with all that the chronicle has from them.
// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "browse/holdings.h"
#include "cli/commands.h"
#include "cli/settle.h"

namespace hearsay::cli {

int forget_documents(const Session& session, const ForgetOptions& options) {
  Trouble trouble = Trouble::kNone;
  std::set<std::string> ids;
  // All are found before the first is taken out: a slip of the hand loses nothing.
  {
    const auto store = open_store(session, options.db, trouble);
    if (!store) return exit_code_of(trouble);
    for (const std::string& asked : options.documents) {
      const std::string id = find_document(session, *store, asked);
      if (id.empty()) return kNotFound;
      ids.insert(id);
    }
  }
  const auto engine = open_engine(session, options.packs);
  if (!engine) return kPackError;
  Result<Store> store = Store::open(options.db);
  if (!store) return session.complain(store.error()), kStoreError;
  const Interrupt interrupt;
  int64_t forgotten = 0;
  for (const std::string& id : ids) {
    const auto gone = store->forget(id);
    if (!gone) return session.complain(gone.error()), kStoreError;
    forgotten += *gone;
  }
  const auto settled = settle(session, *engine, *store, interrupt);
  if (!settled) return session.complain(settled.error()), kStoreError;
  put_line(session.words.count(Message::kForgotten, forgotten) + ".");
  if (*settled) return kOk;
  session.complain(session.words(Message::kInterrupted) + " " + session.words(Message::kChronicleOld));
  return interrupt.exit_code();
}

}  // namespace hearsay::cli
