// SPDX-License-Identifier: Apache-2.0
#include "cli/holdings.h"
#include "cli/describe.h"

#include <algorithm>
#include <filesystem>

#include "cli/dates.h"
#include "cli/display.h"

namespace hearsay::cli {
namespace {

// Whether all words of `part` stand side by side in `whole`; both folded.
bool holds_words(const std::string& whole, const std::string& part) { return (" " + whole + " ").find(" " + part + " ") != std::string::npos; }

template <class Test>
std::set<std::string> ids_of(const std::vector<Actor>& actors, Test test) {
  std::set<std::string> ids;
  for (const Actor& actor : actors)
    if (test(actor)) ids.insert(actor.id);
  return ids;
}

std::string upper_case(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return text;
}

std::set<std::string> ids_named(const Engine& engine, const std::vector<Actor>& actors, const std::string& name) {
  const std::string wanted = folded(name);
  auto ids = ids_of(actors, [&](const Actor& a) { return a.id == name || a.code == name || folded(a.name) == wanted; });
  if (const auto known = engine.find_actors(name); !known.empty()) ids.insert(known.begin(), known.end());
  if (ids.empty() && !wanted.empty()) ids = ids_of(actors, [&](const Actor& a) { return holds_words(folded(a.name), wanted); });
  return ids;
}

}  // namespace

const Analysis* Holdings::document(std::string_view id) const {
  const auto at = by_id.find(id);
  return at == by_id.end() ? nullptr : &analyses[at->second];
}

std::optional<Store> open_store(const Session& session, const std::string& db, int& exit_code) {
  exit_code = kStoreError;
  std::error_code failed;
  if (!std::filesystem::exists(db, failed)) return session.complain(session.words(Message::kNoStore, db)), std::nullopt;
  Result<Store> store = Store::open(db, true);
  if (!store) return session.complain(store.error()), std::nullopt;
  exit_code = kOk;
  return std::move(*store);
}

std::unique_ptr<Holdings> open_holdings(const Session& session, const StoreOptions& options, int& exit_code) {
  std::optional<Store> store = open_store(session, options.db, exit_code);
  if (!store) return nullptr;
  std::optional<Engine> engine = open_engine(session, options.packs);
  if (!engine) return exit_code = kPackError, nullptr;
  Result<std::vector<Analysis>> analyses = store->load_all();
  if (!analyses) return session.complain(analyses.error()), exit_code = kStoreError, nullptr;
  Result<std::vector<Actor>> actors = store->load_actors();
  if (!actors) return session.complain(actors.error()), exit_code = kStoreError, nullptr;
  auto holdings = std::make_unique<Holdings>(Holdings{std::move(*store), std::move(*engine), std::move(*actors), std::move(*analyses), {}});
  for (size_t i = 0; i < holdings->analyses.size(); ++i) holdings->by_id.emplace(holdings->analyses[i].document.id, i);
  return holdings;
}

std::unique_ptr<Chronicle> open_unread(const Session& session, const StoreOptions& options, int& exit_code) {
  std::optional<Store> store = open_store(session, options.db, exit_code);
  if (!store) return nullptr;
  std::optional<Engine> engine = open_engine(session, options.packs);
  if (!engine) return exit_code = kPackError, nullptr;
  return std::make_unique<Chronicle>(Chronicle{std::move(*store), std::move(*engine), {}, false});
}

bool read_happenings(const Session& session, Chronicle& chronicle, std::optional<Day> as_of, const HappeningQuery& asked) {
  if (!as_of) {
    auto kept = chronicle.store.load_chronicle(asked);
    if (!kept) return session.complain(kept.error()), false;
    chronicle.kept = kept->has_value();
    if (*kept) return chronicle.happenings = std::move(**kept), true;
  }
  const auto analyses = chronicle.store.load_all();
  if (!analyses) return session.complain(analyses.error()), false;
  chronicle.happenings = chronicle.engine.chronicle(*analyses, as_of);
  return true;
}

std::unique_ptr<Chronicle> open_chronicle(const Session& session, const StoreOptions& options, std::optional<Day> as_of, int& exit_code, const HappeningQuery& asked) {
  auto chronicle = open_unread(session, options, exit_code);
  if (chronicle && !read_happenings(session, *chronicle, as_of, asked)) return exit_code = kStoreError, nullptr;
  return chronicle;
}

bool add_happenings(const Session& session, Chronicle& chronicle, const HappeningQuery& asked) {
  if (!chronicle.kept) return true;
  auto more = chronicle.store.load_chronicle(asked);
  if (!more) return session.complain(more.error()), false;
  if (!*more) return true;
  for (Happening& happening : **more) {
    const auto same = [&](const Happening& held) { return held.id == happening.id; };
    if (std::none_of(chronicle.happenings.begin(), chronicle.happenings.end(), same)) chronicle.happenings.push_back(std::move(happening));
  }
  return true;
}

size_t short_id_length(const Chronicle& chronicle, const std::vector<const Happening*>& shown) {
  std::vector<std::string> ids;
  if (!chronicle.kept) {
    for (const Happening& happening : chronicle.happenings) ids.push_back(happening.id);
    return short_id_length(std::move(ids));
  }
  for (const Happening* happening : shown) ids.push_back(happening->id);
  const auto length = chronicle.store.distinct_length(ids);
  return length ? std::max(*length, kLeastIdLength) : std::string::npos;
}

std::optional<std::vector<Happening>> happenings_of(const Session& session, const Holdings& holdings) {
  auto kept = holdings.store.load_chronicle();
  if (!kept) return session.complain(kept.error()), std::nullopt;
  return *kept ? std::move(**kept) : holdings.engine.chronicle(holdings.analyses);
}

std::optional<std::vector<Story>> load_stories(const Session& session, const Chronicle& chronicle) {
  auto kept = chronicle.store.load_stories();
  if (!kept) return session.complain(kept.error()), std::nullopt;
  if (*kept) return std::move(**kept);
  const auto analyses = chronicle.store.load_all();
  if (!analyses) return session.complain(analyses.error()), std::nullopt;
  return chronicle.engine.stories(*analyses, chronicle.happenings);
}

std::optional<std::map<std::string, std::string>> stories_of(const Session& session, const Holdings& holdings) {
  auto kept = holdings.store.load_stories();
  if (!kept) return session.complain(kept.error()), std::nullopt;
  const std::vector<Story> stories = *kept ? std::move(**kept) : holdings.engine.stories(holdings.analyses, {});
  std::map<std::string, std::string> out;
  for (const Story& story : stories)
    for (const std::string& document : story.documents) out.emplace(document, story.id);
  return out;
}

bool load_documents(const Session& session, const Store& store, const std::set<std::string>& ids, Documents& documents) {
  for (const std::string& id : ids) {
    auto analysis = store.load(id);
    if (!analysis) return session.complain(analysis.error()), false;
    if (*analysis) documents.emplace(id, std::move(**analysis));
  }
  return true;
}

bool ActorQuery::matches(const Voice& voice, const Analysis& analysis) const {
  return voice.actor >= 0 && matches(analysis.actors[static_cast<size_t>(voice.actor)]);
}

void ActorQuery::narrow(HappeningQuery& asked) const {
  asked.actors.assign(ids_.begin(), ids_.end());
  asked.countries.assign(countries_.begin(), countries_.end());
}

std::optional<ActorQuery> find_actor(const Session& session, const Engine& engine, const std::vector<Actor>& actors, const std::string& name) {
  ActorQuery query;
  query.ids_ = ids_named(engine, actors, name);
  if (query.ids_.empty()) return session.complain(session.words(Message::kNoActor, name)), std::nullopt;
  for (const Actor& actor : actors)
    if (actor.kind == ActorKind::kState && !actor.country.empty() && query.ids_.contains(actor.id)) query.countries_.insert(actor.country);
  // A state whose leaders are in the news and that is never named itself: its id is its code in small letters.
  for (const std::string& id : query.ids_)
    if (id.size() == 3) query.countries_.insert(upper_case(id));
  return query;
}

bool names_document(const Document& document, const std::string& asked) {
  const size_t slash = document.path.find_last_of('/');
  const std::string_view name = std::string_view(document.path).substr(slash == std::string::npos ? 0 : slash + 1);
  return document.id.starts_with(asked) || document.path.starts_with(asked) || name.starts_with(asked);
}

std::vector<const Analysis*> find_documents(const Session& session, const Holdings& holdings, const std::string& asked) {
  std::vector<const Analysis*> found;
  for (const Analysis& analysis : holdings.analyses)
    if (names_document(analysis.document, asked)) found.push_back(&analysis);
  if (found.empty()) session.complain(session.words(Message::kNoDocument, asked));
  return found;
}

const Analysis* find_document(const Session& session, const Holdings& holdings, const std::string& asked) {
  const auto found = find_documents(session, holdings, asked);
  if (found.size() == 1) return found[0];
  if (!found.empty()) session.complain(session.words(Message::kAmbiguousDocument, asked, found.size(), found[0]->document.path, found[1]->document.path));
  return nullptr;
}

std::optional<Picks> pick(const Session& session, const Holdings& holdings, const ListOptions& options) {
  Picks picks;
  if (options.actor && !(picks.actor = find_actor(session, holdings.engine, holdings.actors, *options.actor))) return std::nullopt;
  if (options.speaker && !(picks.speaker = find_actor(session, holdings.engine, holdings.actors, *options.speaker))) return std::nullopt;
  if (options.document) {
    picks.documents = find_documents(session, holdings, *options.document);
    if (picks.documents.empty()) return std::nullopt;
    return picks;
  }
  for (const Analysis& analysis : holdings.analyses) picks.documents.push_back(&analysis);
  return picks;
}

std::optional<PeriodFilter> PeriodFilter::parse(const Session& session, const Text& from, const Text& to) {
  PeriodFilter filter;
  for (const auto& [typed, first] : {std::pair(&from, true), std::pair(&to, false)}) {
    if (!*typed) continue;
    const auto period = parse_period(**typed);
    if (!period) return session.complain(session.words(Message::kNoDate, **typed)), std::nullopt;
    (first ? filter.from_ : filter.to_) = first ? period->from : period->to;
  }
  return filter;
}

bool PeriodFilter::matches(std::optional<Day> from, std::optional<Day> to) const {
  if (!from_ && !to_) return true;
  if (!from && !to) return false;
  return (!from_ || to.value_or(*from) >= *from_) && (!to_ || from.value_or(*to) <= *to_);
}

std::optional<Day> last_day_of(const Session& session, const std::string& typed) {
  const auto period = parse_period(typed);
  if (period) return period->to;
  session.complain(session.words(Message::kNoDate, typed));
  return std::nullopt;
}

}  // namespace hearsay::cli
