// A store looked at without trust, and mended: rows as they lie there beside rows as they should be, which are put by the same hands into a store in
// memory. It compares, finds what leads nowhere, and rewrites; what should be others know.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/shelves.h"

namespace hearsay {

// A row that is not as it should be.
struct RowFault {
  enum class Kind { kMissing, kLeftOver, kDiffers };
  Kind kind = Kind::kDiffers;
  std::string table, row, column;        // the row by what tells it from others, empty where there is one; the column that differs
  std::string found, expected;
};

// A row that does not fit with others: whose it is, and what is the matter.
struct LinkFault {
  enum class Of { kDocument, kHappening, kStory, kActor, kCorrection, kFeed, kId };
  enum class Kind { kMissing, kLeftOver, kDiffers, kLeadsNowhere };
  Of of = Of::kId;
  Kind kind = Kind::kLeadsNowhere;
  std::string id;
  std::string table, place;              // `place`: a row or a column of it, or empty
  std::string found, expected;           // of kDiffers; `found` of kLeadsNowhere: where it leads
};

class Inspection {
 public:
  // Within Shelves::look or Shelves::change.
  explicit Inspection(Shelves& shelves);
  ~Inspection();

  // What SQLite finds wrong with the file, a line each; `quick`: but not whether each index agrees with its table.
  std::vector<std::string> damage(bool quick);
  // Whether damage is why a file cannot be opened.
  static bool is_damaged(const std::string& path);
  // Tables, indexes, views and triggers of a file that are not as the schema has them, which whoever asks for the shelves takes for granted; and making them again.
  // A table that is there stays as it is.
  static std::vector<std::string> schema_faults(const std::string& path);
  static Status complete_schema(const std::string& path);

  // ---- documents, one after the other
  struct RawDocument {
    int64_t number = 0;
    std::string_view id, path, record;   // path: empty if it came without one
    std::string_view digest, text_digest;          // empty if not known
  };
  void each_document(const std::function<void(const RawDocument&)>& work);
  std::string record_of(int64_t document);                                // empty if there is none
  struct Totals {
    int64_t documents = 0, happenings = 0, stories = 0, undigested = 0, aside = 0;
  };
  Totals totals();
  // Whose chronicle it is, and how many documents it does not know yet.
  struct MadeBy {
    std::string program, packs;
    int64_t changed = 0;
  };
  MadeBy made_by();
  bool is_changed(const std::string& document);
  bool has_document(const std::string& id);
  bool has_statement(const std::string& document, int statement);        // by its index
  bool has_telling(const std::string& document, int event);
  struct RawCorrection {
    int64_t number = 0;
    std::string_view record;
  };
  void each_correction(const std::function<void(const RawCorrection&)>& work);
  // Ids of the documents that a correction is kept for, sorted.
  std::vector<std::string> corrected_by(int64_t correction);
  // Ids and records of happenings, or of stories.
  enum class Records { kHappenings, kStories };
  void each_record(Records of, const std::function<void(const std::string& id, std::string_view record)>& work);
  std::string record(Records of, const std::string& id);                 // empty if there is none

  // ---- rows that repeat documents, full text among them; by number of the document
  // Goes through both indexes of full text; the names of those that cannot be read, and why. To be asked first.
  std::vector<std::pair<std::string, std::string>> sum_words();
  struct Held {
    int64_t number = 0;
    Analysis analysis;                   // as its record has it, without corrections
  };
  std::vector<std::pair<int64_t, RowFault>> compare_documents(std::span<const Held> documents);
  // Full text of documents that are none of those that have been compared; by their numbers.
  std::vector<std::pair<int64_t, RowFault>> words_left_over();
  // Actors and names that do not add up; `row` is who.
  std::vector<RowFault> compare_roll();

  // ---- rows that repeat what is worked out
  enum class Kept { kReport, kTellings, kHappening, kStory, kGrouped };
  // Where what should be there is put.
  Shelves& expected();
  // Compares the rows of one key, an id of a happening where it is one, with what was put since the last time.
  std::vector<RowFault> compare(Kept kept, int64_t key);
  std::vector<RowFault> compare(Kept kept, const std::string& id);
  // Whether the lists have a report where they should: once for each. Afterwards the keys of others in them.
  bool is_listed(Rank report, const std::vector<uint64_t>& terms);
  std::vector<int64_t> listed_left_over();

  std::vector<Rank> reports();                                           // in order
  std::vector<int64_t> blocks();
  std::vector<Rank> stories();                                           // by their first reports
  // What leads nowhere, is there for nothing, or lacks its counterpart: of rows that repeat documents; of reports and what they bring; of happenings and stories, with their
  // counts of documents.
  enum class Links { kDocuments, kReports, kChronicle };
  std::vector<LinkFault> links(Links of);

  // ---- mending; within Shelves::change
  void reindex();
  void drop_lone_rows();
  void rewrite_rows(int64_t document, const Analysis& analysis);
  // Another reading of a document whose text is sound; it counts as not yet read, so that whoever has its file reads it again.
  void replace(int64_t document, const Analysis& analysis);
  std::string set_aside(int64_t document, const std::string& why);       // its id
  void set_correction_aside(int64_t number, const std::string& why);
  void rewrite_words();
  void rewrite_roll();
  void rewrite_corrected();
  void drop_links();                     // former ids that lead nowhere or are in use
  void empty_chronicle();                // all documents are to be settled

 private:
  struct Expected;
  struct Queries;
  Shelves& shelves_;
  Database& database_;
  std::unique_ptr<Expected> expected_;
  std::unique_ptr<Queries> q_;
  std::unordered_map<int64_t, uint64_t> words_[2], listed_;              // a sum for each document and report: 40 bytes or so
  bool words_read_[2] = {false, false}, listed_read_ = false;
};

}  // namespace hearsay
