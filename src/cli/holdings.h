// A store as the commands look into it: all documents, the engine that names things, and ways to pick.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>

#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/terminal.h"

namespace hearsay::cli {

struct Holdings {
  Store store;
  Engine engine;
  std::vector<Actor> actors;                             // of all documents, without mentions
  std::vector<Analysis> analyses;                        // by date of publication, the undated first
  std::map<std::string_view, size_t> by_id;

  const Analysis* document(std::string_view id) const;
};

// Opens a store for reading; says what is wrong, and then `exit_code` is that.
std::optional<Store> open_store(const Session& session, const std::string& db, int& exit_code);
std::unique_ptr<Holdings> open_holdings(const Session& session, const StoreOptions& options, int& exit_code);

// A store's chronicle, and what it takes to show it. The one that the store keeps is taken if it is that of its documents; else
// it is made from them.
struct Chronicle {
  Store store;
  Engine engine;
  std::vector<Happening> happenings;                     // of a kept one no more than was asked for
  bool kept = false;
};
// In two steps, where what is asked for is found in the store first.
std::unique_ptr<Chronicle> open_unread(const Session& session, const StoreOptions& options, int& exit_code);
bool read_happenings(const Session& session, Chronicle& chronicle, std::optional<Day> as_of, const HappeningQuery& asked);
std::unique_ptr<Chronicle> open_chronicle(const Session& session, const StoreOptions& options, std::optional<Day> as_of, int& exit_code, const HappeningQuery& asked = {});
// What else of a kept chronicle is asked for; false after complaining.
bool add_happenings(const Session& session, Chronicle& chronicle, const HappeningQuery& asked);
// How many letters of these happenings' ids tell them from all others of the chronicle.
size_t short_id_length(const Chronicle& chronicle, const std::vector<const Happening*>& shown);

// The chronicle of a store that is open already: the kept one if it is current, else made from the documents; nullopt after complaining.
std::optional<std::vector<Happening>> happenings_of(const Session& session, const Holdings& holdings);

// The kept stories if the chronicle is the kept one, else made from the documents; nullopt after complaining.
std::optional<std::vector<Story>> load_stories(const Session& session, const Chronicle& chronicle);
// Each document's story: ids of both.
std::optional<std::map<std::string, std::string>> stories_of(const Session& session, const Holdings& holdings);

// Some documents by id, those that the store holds.
using Documents = std::map<std::string, Analysis>;
bool load_documents(const Session& session, const Store& store, const std::set<std::string>& ids, Documents& documents);

// Actors that a name given by a user may mean. A state stands for all who are of that country.
class ActorQuery {
 public:
  bool matches(const HappeningParty& party) const { return ids_.contains(party.actor) || countries_.contains(party.country); }
  bool matches(const std::optional<HappeningParty>& party) const { return party && matches(*party); }
  bool matches(const std::string& id) const { return ids_.contains(id); }
  bool matches(const Actor& actor) const { return ids_.contains(actor.id) || countries_.contains(actor.country); }
  bool matches(const Voice& voice, const Analysis& analysis) const;
  // The happenings that may match.
  void narrow(HappeningQuery& asked) const;

 private:
  friend std::optional<ActorQuery> find_actor(const Session&, const Engine&, const std::vector<Actor>&, const std::string&);
  std::set<std::string> ids_, countries_;
};
// By id, code, or name in any language, with or without diacritics, whole or in part; says so if there is no such actor.
std::optional<ActorQuery> find_actor(const Session& session, const Engine& engine, const std::vector<Actor>& actors, const std::string& name);

// Documents that a user may mean: the beginning of an id or of a path, or a file's name.
bool names_document(const Document& document, const std::string& asked);
// All that match; says so if there is none.
std::vector<const Analysis*> find_documents(const Session& session, const Holdings& holdings, const std::string& asked);
// The one that matches; nullptr after saying that there is none, or several.
const Analysis* find_document(const Session& session, const Holdings& holdings, const std::string& asked);

// An optional filter of a command: nothing asked is fine, something that is not there is not.
struct Picks {
  std::optional<ActorQuery> actor, speaker;
  std::vector<const Analysis*> documents;                // all, if none was asked for
};
std::optional<Picks> pick(const Session& session, const Holdings& holdings, const ListOptions& options);

// A period asked for with --from and --to. Without either, all that is and all that has no date matches.
class PeriodFilter {
 public:
  // nullopt if a date makes no sense, which is then said.
  static std::optional<PeriodFilter> parse(const Session& session, const Text& from, const Text& to);
  bool matches(std::optional<Day> from, std::optional<Day> to) const;
  void narrow(HappeningQuery& asked) const { asked.from = from_, asked.to = to_; }

 private:
  std::optional<Day> from_, to_;
};

// The last day of a period typed by the user; complains and returns nullopt if it is none.
std::optional<Day> last_day_of(const Session& session, const std::string& typed);

}  // namespace hearsay::cli
