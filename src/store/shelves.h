// What is worked out from documents and kept beside them, so that one more costs look-ups: by what each report is found, what it shares with
// others, which tellings are one happening, which reports one story. It keeps and finds; what is to be kept others know.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "store/database.h"

namespace hearsay {

// A report in the order in which all are taken: by day of publication, the undated last, then by id.
struct Rank {
  static constexpr int32_t kUndated = std::numeric_limits<int32_t>::max();
  int32_t day = kUndated;
  int64_t key = 0;                       // the id as a number, in the same order
  friend auto operator<=>(const Rank&, const Rank&) = default;
};
// Ids are those that the engine makes, 16 hexadecimal digits; any others are told apart, but have no order of their own.
int64_t key_of(std::string_view id);

class Shelves {
 public:
  explicit Shelves(Database& database);
  ~Shelves();
  // Runs `work` as one transaction on a store that is open for writing.
  static Status change(Store& store, const std::function<void(Shelves&)>& work);

  // The same on one state of a store that may be open for reading only; `work` only looks.
  static Status look(const Store& store, const std::function<void(Shelves&)>& work);

  // ---- what is to be done. All documents are to be looked at anew if another program or other packs made the chronicle.
  void begin(std::string_view packs);
  // Nothing is left to be done.
  void end();
  std::vector<std::string> changed(size_t most);
  void forget_changed(const std::string& id);
  int64_t count_changed();

  // ---- documents: of several with one id that which comes first
  std::string id_of(int64_t document);   // by its number; empty if there is none
  std::optional<Analysis> analysis(const std::string& id);
  std::optional<Document> document(const std::string& id);       // without what was read from it

  // ---- reports
  struct Report {
    Rank rank;
    std::string id;                      // of the document
    Rank family;
    uint64_t copies = 0;                 // hash of what its words are known to be copied from
    std::optional<Rank> story;
    std::string prints, gist;
    std::string sketch, brief;           // these are loaded by themselves
  };
  std::optional<Report> report(int64_t key);
  std::string sketch(int64_t key);
  std::string brief(int64_t key);
  void add_report(const Report& report);
  void remove_report(int64_t key);
  void set_family(int64_t key, Rank family, uint64_t copies);
  void set_story(int64_t key, Rank story);
  // Of a story, in order.
  std::vector<Rank> reports_of(Rank story, size_t most = SIZE_MAX);
  std::optional<Rank> last_report();

  // ---- lists of the reports that have a term; the nearest first
  void enlist(uint64_t term, Rank report);
  void strike(uint64_t term, Rank report);
  std::vector<Rank> before(uint64_t term, Rank report, size_t most);
  std::vector<Rank> after(uint64_t term, Rank report, size_t most);

  // ---- pairs that share passages
  struct Pair {
    Rank a, b;
    bool copy = false;
    std::string passages;
  };
  void add_pair(const Pair& pair);
  void remove_pair(int64_t a, int64_t b);
  std::vector<Pair> pairs_of(int64_t later);                  // in which it is the later one
  bool has_earlier_partner(int64_t later);
  std::vector<Rank> partners_of(int64_t key);                 // of all pairs
  std::vector<Rank> copies_of(int64_t key);                   // of pairs that are copies

  // ---- tellings
  struct Telling {
    int64_t block = 0;
    Rank report, family;
    int event = 0;
    uint32_t start = 0;                  // of its span
    bool lead = false;
    std::optional<int64_t> clause;
    std::string happening;               // empty: not settled yet
    std::string told;
  };
  void add_telling(const Telling& telling);
  void remove_tellings(int64_t key);
  void assign(const Telling& telling, const std::string& happening);
  std::vector<Telling> tellings_in(int64_t block);            // by report and event
  std::vector<Telling> tellings_of(int64_t key);              // without `told`, as the next
  std::vector<Telling> tellings_of_clause(int64_t clause);
  std::vector<std::string> happenings_of(int64_t key);
  // How often the reports of each story open with the happening.
  std::vector<std::pair<Rank, int>> stories_opening_with(const std::string& happening);

  // ---- happenings and stories
  // Of a block: what each of its happenings was made of when it was written.
  std::map<std::string, uint64_t> grouped(int64_t block);
  void set_grouped(int64_t block, const std::string& happening, uint64_t made_of);
  void ungroup(int64_t block, const std::string& happening);
  void put(const Happening& happening);
  void remove_happening(const std::string& id);
  std::optional<int64_t> story_of(const std::string& happening);
  void set_story_of(const std::string& happening, std::optional<int64_t> story);
  std::vector<std::string> happenings_of_story(int64_t story);           // in the order of the chronicle
  void put(const Story& story, Rank first);
  std::optional<std::string> remove_story(int64_t first);                // its id
  // The id is no longer in use, and has become the other; nothing, if that is empty.
  void succeed(const std::string& id, const std::string& now);
  void in_use(const std::string& id);

 private:
  friend class Inspection;
  static Shelves& of(const Store& store);
  void clear();                          // all that is worked out
  Database& database_;
  Store::Impl* impl_ = nullptr;          // of the store whose shelves these are
  struct Queries;
  std::unique_ptr<Queries> q_;
};

}  // namespace hearsay
