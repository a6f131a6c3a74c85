// SPDX-License-Identifier: Apache-2.0
#include "browse/holdings.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "browse/dates.h"
#include "browse/describe.h"

namespace hearsay::browse {
namespace {

std::string upper_case(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return text;
}

}  // namespace

std::optional<Store> open_store(const Session& session, const std::string& db, Trouble& trouble) {
  trouble = Trouble::kStore;
  std::error_code failed;
  if (!std::filesystem::exists(db, failed)) return session.complain(session.words(Message::kNoStore, db)), std::nullopt;
  Result<Store> store = Store::open(db, true);
  if (!store) return session.complain(store.error()), std::nullopt;
  trouble = Trouble::kNone;
  return std::move(*store);
}

std::unique_ptr<Holdings> open_holdings(const Session& session, const StoreOptions& options, Trouble& trouble) {
  std::optional<Store> store = open_store(session, options.db, trouble);
  if (!store) return nullptr;
  std::optional<Engine> engine = open_engine(session, options.packs);
  if (!engine) return trouble = Trouble::kPack, nullptr;
  auto holdings = std::make_unique<Holdings>(Holdings{std::move(*store), std::move(*engine)});
  const auto failed = [&](const Error& error) { return session.complain(error), trouble = Trouble::kStore, nullptr; };
  const auto current = holdings->store.chronicle_is_current();
  if (!current) return failed(current.error());
  if (*current) return holdings;
  session.warn(session.words(Message::kChronicleLags, options.db));
  Result<Store> copy = holdings->store.copy();
  if (!copy) return failed(copy.error());
  holdings->store = std::move(*copy);
  holdings->lagged = true;
  if (const Status updated = holdings->engine.update(holdings->store); !updated) return failed(updated.error());
  return holdings;
}

std::optional<std::vector<Happening>> load_happenings(const Session& session, const Holdings& holdings, const HappeningQuery& asked) {
  auto kept = holdings.store.load_chronicle(asked);
  if (!kept) return session.complain(kept.error()), std::nullopt;
  if (!*kept) return session.complain(session.words(Message::kStoreInUse)), std::nullopt;
  return std::move(**kept);
}

std::optional<std::vector<Happening>> happenings_as_of(const Session& session, const Holdings& holdings, std::optional<Day> as_of, const DocumentQuery& told_by) {
  auto happenings = holdings.engine.chronicle_as_of(holdings.store, as_of, told_by);
  if (!happenings) return session.complain(happenings.error()), std::nullopt;
  return std::move(*happenings);
}

std::unique_ptr<Chronicle> open_chronicle(const Session& session, const StoreOptions& options, Trouble& trouble, const HappeningQuery& asked) {
  auto holdings = open_holdings(session, options, trouble);
  if (!holdings) return nullptr;
  auto happenings = load_happenings(session, *holdings, asked);
  if (!happenings) return trouble = Trouble::kStore, nullptr;
  return std::make_unique<Chronicle>(Chronicle{std::move(*holdings), std::move(*happenings)});
}

bool add_happenings(const Session& session, Chronicle& chronicle, const HappeningQuery& asked) {
  auto more = load_happenings(session, chronicle.holdings, asked);
  if (!more) return false;
  for (Happening& happening : *more) {
    const auto same = [&](const Happening& held) { return held.id == happening.id; };
    if (std::none_of(chronicle.happenings.begin(), chronicle.happenings.end(), same)) chronicle.happenings.push_back(std::move(happening));
  }
  return true;
}

size_t short_id_length(const Store& store, Store::Sort sort, const std::vector<std::string>& ids) {
  const auto length = store.distinct_length(sort, ids);
  return length ? std::max(*length, kLeastIdLength) : std::string::npos;
}

size_t short_id_length(const Store& store, const std::vector<const Happening*>& shown) {
  std::vector<std::string> ids;
  for (const Happening* happening : shown) ids.push_back(happening->id);
  return short_id_length(store, Store::Sort::kHappenings, ids);
}

const Analysis* document_in(const Documents& documents, const std::string& id) {
  const auto at = documents.find(id);
  return at == documents.end() ? nullptr : &at->second;
}

bool load_documents(const Session& session, const Store& store, const std::set<std::string>& ids, Documents& documents) {
  for (const std::string& id : ids) {
    auto analysis = store.load(id);
    if (!analysis) return session.complain(analysis.error()), false;
    if (*analysis) documents.emplace(id, std::move(**analysis));
  }
  return true;
}

bool each_document(const Session& session, const Store& store, const DocumentQuery& asked, const std::function<void(const Analysis&)>& work) {
  const auto numbers = store.list_documents(asked);
  if (!numbers) return session.complain(numbers.error()), false;
  for (int64_t number : *numbers) {
    const auto analysis = store.load(number);
    if (!analysis) return session.complain(analysis.error()), false;
    if (*analysis) work(**analysis);
  }
  return true;
}

bool ActorQuery::matches(const Voice& voice, const Analysis& analysis) const {
  return voice.actor >= 0 && matches(analysis.actors[static_cast<size_t>(voice.actor)]);
}

std::optional<ActorQuery> find_actor(const Session& session, const Holdings& holdings, const std::string& name) {
  ActorQuery query;
  const auto known = holdings.engine.find_actors(name);
  const auto found = holdings.store.find_actors(name, known);
  if (!found) return session.complain(found.error()), std::nullopt;
  query.ids_.insert(known.begin(), known.end());
  for (const Actor& actor : *found) {
    query.ids_.insert(actor.id);
    if (actor.kind == ActorKind::kState && !actor.country.empty()) query.countries_.insert(actor.country);
  }
  if (query.ids_.empty()) return session.complain(session.words(Message::kNoActor, name)), std::nullopt;
  // A state whose leaders are in the news and that is never named itself: its id is its code in small letters.
  for (const std::string& id : query.ids_)
    if (id.size() == 3) query.countries_.insert(upper_case(id));
  return query;
}

namespace {

// Those that may be meant; nullopt after complaining.
std::optional<std::vector<Store::Named>> documents_named(const Session& session, const Store& store, const std::string& asked) {
  auto found = store.find_documents(asked);
  if (!found) return session.complain(found.error()), std::nullopt;
  if (found->empty()) return session.complain(session.words(Message::kNoDocument, asked)), std::nullopt;
  return std::move(*found);
}

}  // namespace

std::vector<std::string> find_documents(const Session& session, const Store& store, const std::string& asked) {
  std::vector<std::string> ids;
  if (const auto found = documents_named(session, store, asked))
    for (const Store::Named& one : *found) ids.push_back(one.document);
  return ids;
}

std::string find_document(const Session& session, const Store& store, const std::string& asked) {
  const auto found = documents_named(session, store, asked);
  if (!found) return {};
  const auto same = [&](const Store::Named& one) { return one.document == found->front().document; };
  const auto other = std::find_if_not(found->begin(), found->end(), same);
  if (other == found->end()) return found->front().document;
  session.complain(session.words(Message::kAmbiguousDocument, asked, found->size(), found->front().path, other->path));
  return {};
}

std::optional<Analysis> load_document(const Session& session, const Store& store, const std::string& asked) {
  const std::string id = find_document(session, store, asked);
  if (id.empty()) return std::nullopt;
  auto analysis = store.load(id);
  if (!analysis) return session.complain(analysis.error()), std::nullopt;
  if (!*analysis) return session.complain(session.words(Message::kNoDocument, asked)), std::nullopt;
  return std::move(**analysis);
}

std::optional<Picks> pick(const Session& session, const Holdings& holdings, const PickOptions& options) {
  Picks picks;
  if (options.actor && !(picks.actor = find_actor(session, holdings, *options.actor))) return std::nullopt;
  if (options.speaker && !(picks.speaker = find_actor(session, holdings, *options.speaker))) return std::nullopt;
  if (options.document && (picks.documents.ids = find_documents(session, holdings.store, *options.document)).empty()) return std::nullopt;
  if (picks.speaker) {
    picks.speaker->narrow(picks.documents);
    picks.documents.speakers = std::exchange(picks.documents.actors, {});
  } else if (picks.actor) {
    picks.actor->narrow(picks.documents);
  }
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

}  // namespace hearsay::browse
