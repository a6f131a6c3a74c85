// hearsay diff: what changed in the chronicle between two days.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "browse/dates.h"
#include "browse/display.h"
#include "browse/json.h"
#include "cli/commands.h"
#include "cli/page.h"

namespace hearsay::cli {
namespace {

// What a change is listed under: the first that holds.
enum class Heading { kNew, kBecameOne, kStanding, kStatus, kDates, kToldAgain, kGone };
constexpr std::pair<Heading, Message> kHeadings[] = {
    {Heading::kNew, Message::kNewHappenings},       {Heading::kStanding, Message::kChangedStanding}, {Heading::kStatus, Message::kChangedStatus},
    {Heading::kBecameOne, Message::kBecameOne},     {Heading::kDates, Message::kChangedDates},       {Heading::kToldAgain, Message::kToldAgain},
    {Heading::kGone, Message::kGone},
};

Heading heading_of(const HappeningChange& change) {
  if (change.now < 0) return Heading::kGone;
  if (change.before.empty()) return Heading::kNew;
  if (change.before.size() > 1) return Heading::kBecameOne;
  if (change.standing) return Heading::kStanding;
  if (change.status) return Heading::kStatus;
  return change.dates ? Heading::kDates : Heading::kToldAgain;
}

class ChangePage : public Page {
 public:
  ChangePage(const Engine& engine, const Documents& documents, const Session& session, const std::vector<Happening>& before, const std::vector<Happening>& after)
      : Page(engine, documents, session), before_(before), after_(after) {}

  void print(const std::vector<HappeningChange>& changes) const {
    for (const auto& [kind, title] : kHeadings) {
      bool any = false;
      for (const HappeningChange& change : changes) {
        if (heading_of(change) != kind) continue;
        if (!any) heading(words_(title));
        any = true;
        print_change(change);
      }
    }
  }
  const Happening& shown(const HappeningChange& change) const { return change.now >= 0 ? at(after_, change.now) : at(before_, change.before.front()); }

 private:
  static const Happening& at(const std::vector<Happening>& all, int i) { return all[static_cast<size_t>(i)]; }

  void print_change(const HappeningChange& change) const {
    const Happening& now = shown(change);
    line(2, date_phrase(now.from, now.to, words_) + ": " + headline(engine_, now, session_) + "  " + session_.paint(Paint::kDim, now.id));
    std::string how = session_.paint(paint_of(now.standing), standing_words(now.standing, words_));
    if (now.status != EventStatus::kHappened) how = status_words(now.status, words_) + "; " + how;
    if (change.now >= 0 && change.before.size() == 1) {
      const Happening& was = at(before_, change.before.front());
      if (change.standing) how = with_arrows({standing_words(was.standing, words_), how});
      else if (change.status) how = with_arrows({status_words(was.status, words_), how});
      else if (change.dates) how = with_arrows({date_phrase(was.from, was.to, words_), date_phrase(now.from, now.to, words_)}) + "; " + how;
    }
    line(4, how + ": " + reason_words(engine_, now, words_));
    std::string told;
    for (const std::string& id : change.documents) told += (told.empty() ? "" : "; ") + printed_by(id);
    if (!told.empty()) line(4, told);
  }

  const std::vector<Happening>& before_;
  const std::vector<Happening>& after_;
};

std::string json_line(const HappeningChange& change, const std::vector<Happening>& before, const std::vector<Happening>& after) {
  static constexpr const char* kNames[] = {"new", "became-one", "standing", "status", "dates", "told-again", "gone"};
  const Happening* now = change.now >= 0 ? &after[static_cast<size_t>(change.now)] : nullptr;
  Json json;
  json.text("change", kNames[static_cast<size_t>(heading_of(change))]).known("happening", now ? std::optional(now->id) : std::nullopt).list("before");
  for (int i : change.before) {
    const Happening& was = before[static_cast<size_t>(i)];
    json.open().text("happening", was.id).text("standing", to_string(was.standing)).text("status", to_string(was.status));
    json.known("from", was.from ? iso(*was.from) : "").known("to", was.to ? iso(*was.to) : "").close();
  }
  json.end_list();
  if (now) {
    json.text("kind", now->kind).text("standing", to_string(now->standing)).text("status", to_string(now->status));
    json.known("from", now->from ? iso(*now->from) : "").known("to", now->to ? iso(*now->to) : "");
  }
  json.list("documents");
  for (const std::string& id : change.documents) json.item(id);
  return json.end_list().line();
}

}  // namespace

int print_changes(const Session& session, const DiffOptions& options) {
  const auto since = last_day_of(session, options.since);
  if (!since) return kUsage;
  std::optional<Day> until;
  if (options.until && !(until = last_day_of(session, *options.until))) return kUsage;
  Trouble trouble = Trouble::kNone;
  const auto holdings = open_holdings(session, options.store, trouble);
  if (!holdings) return exit_code_of(trouble);
  std::optional<ActorQuery> actor;
  if (options.actor && !(actor = find_actor(session, *holdings, *options.actor))) return kNotFound;
  // Without an end what has no date counts as well.
  const DocumentQuery fresh{.from = *since + std::chrono::days(1), .to = until, .or_undated = !until};
  const auto earlier = happenings_as_of(session, *holdings, since, fresh), later = happenings_as_of(session, *holdings, until, fresh);
  if (!earlier || !later) return kStoreError;
  std::vector<HappeningChange> changes = compare(*earlier, *later);
  Documents documents;
  std::set<std::string> ids;
  for (const HappeningChange& change : changes) ids.insert(change.documents.begin(), change.documents.end());
  if (!options.store.json && !load_documents(session, holdings->store, ids, documents)) return kStoreError;
  const ChangePage page(holdings->engine, documents, session, *earlier, *later);
  if (actor) std::erase_if(changes, [&](const HappeningChange& change) { return !actor->matches(page.shown(change).source) && !actor->matches(page.shown(change).target); });
  if (!options.store.json) {
    changes.empty() ? put_line(session.words(Message::kNothingMatches)) : page.print(changes);
    return kOk;
  }
  for (const HappeningChange& change : changes) put(json_line(change, *earlier, *later));
  return kOk;
}

}  // namespace hearsay::cli
