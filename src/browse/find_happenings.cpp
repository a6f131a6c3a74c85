// SPDX-License-Identifier: Apache-2.0
#include "browse/find_happenings.h"

#include <algorithm>

#include "browse/describe.h"
#include "export/told.h"

namespace hearsay::browse {
namespace {

constexpr size_t kMostCandidates = 8;

std::vector<const Happening*> find(const std::vector<Happening>& happenings, const std::string& id) {
  std::vector<const Happening*> found;
  for (const Happening& happening : happenings) {
    if (happening.id == id) return {&happening};
    if (happening.id.starts_with(id) || (happening.joint && *happening.joint == id)) found.push_back(&happening);
  }
  return found;
}

void complain_of_several(const Session& session, const Engine& engine, const std::vector<const Happening*>& found, const std::string& id) {
  std::string message = session.words(Message::kAmbiguous, id, found.size());
  for (size_t i = 0; i < std::min(found.size(), kMostCandidates); ++i) {
    const Session plain{session.words, false, session.width};
    message += "\n" + found[i]->id + "  " + headline(engine, *found[i], plain);
  }
  session.complain(message);
}

}  // namespace

std::set<std::string> speaking_of(const std::vector<const Happening*>& happenings) {
  std::set<std::string> ids;
  for (const Happening* happening : happenings) ids.merge(hearsay::speaking_of(*happening));
  return ids;
}

std::string successor_of(const Session& session, const Store& store, const std::string& id, Trouble& trouble) {
  const auto now = store.successor(id);
  if (!now) return session.complain(now.error()), trouble = Trouble::kStore, std::string();
  if (*now) session.warn(session.words(Message::kNowKnownAs, id, **now));
  return now->value_or("");
}

std::vector<const Happening*> find_happenings(const Session& session, Chronicle& chronicle, const std::string& id, Trouble& trouble) {
  auto found = find(chronicle.happenings, id);
  if (found.empty()) {
    const std::string now = successor_of(session, chronicle.holdings.store, id, trouble);
    if (trouble != Trouble::kNone) return found;
    if (!now.empty() && !add_happenings(session, chronicle, {.id = now})) return trouble = Trouble::kStore, found;
    if (!now.empty()) found = find(chronicle.happenings, now);
  }
  if (found.empty()) return session.complain(session.words(Message::kNoHappening, id)), trouble = Trouble::kNotFound, found;
  const bool one_act = std::all_of(found.begin(), found.end(), [&](const Happening* h) { return h->joint && *h->joint == id; });
  if (found.size() == 1 || one_act) return found;
  complain_of_several(session, chronicle.holdings.engine, found, id);
  trouble = Trouble::kNotFound;
  return {};
}

}  // namespace hearsay::browse
