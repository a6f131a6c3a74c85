// A store as one looks into it: its documents and chronicle, the engine that names things, and ways to pick.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <set>

#include "browse/open_engine.h"
#include "browse/trouble.h"

namespace hearsay::browse {

// A store whose chronicle is that of its documents, and the engine that names things.
struct Holdings {
  Store store;
  Engine engine;
  bool lagged = false;                   // it was not: the store is a copy in memory, brought up to date
};

// Opens a store for reading; says what is wrong, and then `trouble` is that.
std::optional<Store> open_store(const Session& session, const std::string& db, Trouble& trouble);
// With its chronicle. One that lags behind its documents is brought up to date in memory, which may take long, and says so; the store stays as it is.
std::unique_ptr<Holdings> open_holdings(const Session& session, const StoreOptions& options, Trouble& trouble);

// Happenings of a store, and what it takes to show them.
struct Chronicle {
  Holdings holdings;
  std::vector<Happening> happenings;                     // no more than was asked for
};
// nullopt after complaining.
std::optional<std::vector<Happening>> load_happenings(const Session& session, const Holdings& holdings, const HappeningQuery& asked = {});
std::optional<std::vector<Happening>> happenings_as_of(const Session& session, const Holdings& holdings, std::optional<Day> as_of, const DocumentQuery& told_by = {});
std::unique_ptr<Chronicle> open_chronicle(const Session& session, const StoreOptions& options, Trouble& trouble, const HappeningQuery& asked);
// What else is asked for; false after complaining.
bool add_happenings(const Session& session, Chronicle& chronicle, const HappeningQuery& asked);

// How many letters of ids tell them from all others of their sort.
size_t short_id_length(const Store& store, Store::Sort sort, const std::vector<std::string>& ids);
size_t short_id_length(const Store& store, const std::vector<const Happening*>& shown);

// Some documents by id, those that the store holds.
using Documents = std::map<std::string, Analysis>;
// nullptr if it is none of them.
const Analysis* document_in(const Documents& documents, const std::string& id);
bool load_documents(const Session& session, const Store& store, const std::set<std::string>& ids, Documents& documents);
// One after the other, each gone before the next is loaded; false after complaining.
bool each_document(const Session& session, const Store& store, const DocumentQuery& asked, const std::function<void(const Analysis&)>& work);

// Actors that a name given by a user may mean. A state stands for all who are of that country.
class ActorQuery {
 public:
  bool matches(const HappeningParty& party) const { return ids_.contains(party.actor) || countries_.contains(party.country); }
  bool matches(const std::optional<HappeningParty>& party) const { return party && matches(*party); }
  bool matches(const std::string& id) const { return ids_.contains(id); }
  bool matches(const Actor& actor) const { return ids_.contains(actor.id) || countries_.contains(actor.country); }
  bool matches(const Voice& voice, const Analysis& analysis) const;
  // What may match, of happenings, stories or documents.
  template <class Query>
  void narrow(Query& asked) const {
    asked.actors.assign(ids_.begin(), ids_.end());
    asked.countries.assign(countries_.begin(), countries_.end());
  }

 private:
  friend std::optional<ActorQuery> find_actor(const Session&, const Holdings&, const std::string&);
  std::set<std::string> ids_, countries_;
};
// By id, code, or name in any language, with or without diacritics, whole or in part; says so if there is no such actor.
std::optional<ActorQuery> find_actor(const Session& session, const Holdings& holdings, const std::string& name);

// Documents that a user may mean: the beginning of an id or of a path, or a file's name. Ids; says so if there is none.
std::vector<std::string> find_documents(const Session& session, const Store& store, const std::string& asked);
// The one that is meant; empty after saying that there is none, or several.
std::string find_document(const Session& session, const Store& store, const std::string& asked);
// Its analysis; nullopt after complaining.
std::optional<Analysis> load_document(const Session& session, const Store& store, const std::string& asked);

// An optional filter: nothing asked is fine, something that is not there is not.
struct Picks {
  std::optional<ActorQuery> actor, speaker;
  DocumentQuery documents;               // in which all that is asked for stands
};
std::optional<Picks> pick(const Session& session, const Holdings& holdings, const PickOptions& options);

// A period asked for by its first and its last day. Without either, all that is and all that has no date matches.
class PeriodFilter {
 public:
  // nullopt if a date makes no sense, which is then said.
  static std::optional<PeriodFilter> parse(const Session& session, const Text& from, const Text& to);
  bool matches(std::optional<Day> from, std::optional<Day> to) const;
  std::optional<Day> from() const { return from_; }
  std::optional<Day> to() const { return to_; }
  template <class Query>
  void narrow(Query& asked) const {
    asked.from = from_;
    asked.to = to_;
  }

 private:
  std::optional<Day> from_, to_;
};

// The last day of a period typed by the user; complains and returns nullopt if it is none.
std::optional<Day> last_day_of(const Session& session, const std::string& typed);

}  // namespace hearsay::browse
