// The happenings of a store as columns in memory, so that what an interface asks while somebody waits is one pass over them: filters, counts, bins of time.
// About 120 bytes each. Records and texts stay in the store.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "hearsay/hearsay.h"

namespace hearsay::browse {

// Texts, each once, by number. Number 0 is the empty one.
class Texts {
 public:
  Texts() { number(""); }
  uint32_t number(std::string_view text);
  // 0 if it was never put in.
  uint32_t find(std::string_view text) const;
  const std::string& operator[](uint32_t number) const { return all_[number]; }
  uint32_t size() const { return static_cast<uint32_t>(all_.size()); }

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::vector<std::string> all_;
  std::unordered_map<std::string, uint32_t, Hash, std::equal_to<>> numbers_;
};

// Days since 1970.
using DayNumber = int32_t;
inline constexpr DayNumber kNoDay = std::numeric_limits<DayNumber>::max();
inline DayNumber number_of(const std::optional<Day>& day) { return day ? static_cast<DayNumber>(day->time_since_epoch().count()) : kNoDay; }
inline std::optional<Day> day_of(DayNumber number) { return number == kNoDay ? std::nullopt : std::optional(Day{std::chrono::days{number}}); }

class Index {
 public:
  struct Party {
    uint32_t actor = 0, name = 0, country = 0;       // numbers of texts; actor 0: unknown
  };
  // An origin speaks in a report of an outlet.
  struct Voice {
    uint32_t outlet = 0;                 // of the report; 0: not known
    uint32_t name = 0, actor = 0;        // of the origin
    OriginKind kind = OriginKind::kOutlet;
    bool against = false;
    friend auto operator<=>(const Voice&, const Voice&) = default;
  };
  struct Tale {                          // a story
    uint32_t id = 0;
    std::string title;
    DayNumber from = kNoDay, to = kNoDay;
    int64_t documents = 0, outlets = 0;
  };
  struct Change {
    DayNumber on = kNoDay;               // kNoDay: by reports without a date
    Standing standing = Standing::kUnattributed;
  };
  struct Row {
    uint32_t id = 0, kind = 0, cameo = 0, plover = 0, story = 0;         // numbers of texts
    Party source, target;
    DayNumber from = kNoDay, to = kNoDay;
    float goldstein = 0;
    uint64_t languages = 0;              // a bit for each of `languages` that reports tell it in
    uint32_t first_outlet = 0, outlets = 0;          // in `outlets_of`
    uint32_t first_change = 0, changes = 0;          // in `history_of`
    uint32_t first_voice = 0, voices = 0;            // in `voices_of`
    uint32_t documents = 0;
    Standing standing = Standing::kUnattributed;
    EventStatus status = EventStatus::kHappened;
    bool unverified = false;
  };

  static Result<Index> of(const Store& store);

  const std::vector<Row>& rows() const { return rows_; }                 // in the order of the chronicle
  const Texts& texts() const { return texts_; }
  const std::string& text(uint32_t number) const { return texts_[number]; }
  std::span<const uint32_t> outlets_of(const Row& row) const { return std::span(outlets_).subspan(row.first_outlet, row.outlets); }
  std::span<const Change> history_of(const Row& row) const { return std::span(history_).subspan(row.first_change, row.changes); }
  // Each once.
  std::span<const Voice> voices_of(const Row& row) const { return std::span(voices_).subspan(row.first_voice, row.voices); }
  // What reports up to a day made of it; nullopt if none told it by then.
  std::optional<Standing> standing_on(const Row& row, DayNumber day) const;
  // The row with this id; nullptr if there is none.
  const Row* find(std::string_view id) const;

  const std::vector<Tale>& stories() const { return tales_; }             // in the order of their first reports
  // Of a story's id; empty if it has none.
  std::string_view title_of(std::string_view story) const;
  const std::vector<std::string>& languages() const { return languages_; }         // of documents, in the order of their bits; those after the 64th share the last
  const std::vector<std::pair<uint32_t, int64_t>>& outlets() const { return documents_of_; }     // names' numbers, with how many documents, most first

 private:
  friend class IndexMaker;
  Texts texts_;
  std::vector<Row> rows_;
  std::vector<uint32_t> outlets_;
  std::vector<Change> history_;
  std::unordered_map<uint32_t, size_t> row_of_;      // by id
  std::vector<Voice> voices_;
  std::vector<Tale> tales_;
  std::unordered_map<uint32_t, size_t> tale_of_;     // by id
  std::vector<std::string> languages_;
  std::vector<std::pair<uint32_t, int64_t>> documents_of_;
};

}  // namespace hearsay::browse
