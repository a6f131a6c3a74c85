// What people say of the readings, as it is kept beside the documents.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "hearsay/hearsay.h"
#include "store/database.h"

namespace hearsay {

class Corrections {
 public:
  explicit Corrections(Database& database) : database_(database) {}

  // Marks in a reading what is said of it.
  void apply(Analysis& analysis);
  // All, in the order in which they were made.
  std::vector<Correction> all();
  // Both within a transaction; the documents that are concerned count as changed from then on.
  std::string add(const Correction& correction);
  void withdraw(const std::string& id, const std::string& by);

 private:
  void mark_changed(const Correction& correction);

  Database& database_;
  Query about_{database_, "SELECT number, record FROM corrections WHERE withdrawn IS NULL AND number IN "
                          "(SELECT correction FROM corrected WHERE document = ?1 UNION ALL SELECT number FROM corrections WHERE everywhere) ORDER BY number"};
  Query all_{database_, "SELECT number, record, withdrawn_by, withdrawn FROM corrections ORDER BY number"};
  Query one_{database_, "SELECT number, record, withdrawn_by, withdrawn FROM corrections WHERE number = ?1 AND withdrawn IS NULL"};
  Query add_{database_, "INSERT INTO corrections(everywhere, record) VALUES(?, ?)"};
  Query add_document_{database_, "INSERT OR IGNORE INTO corrected VALUES(?, ?)"};
  Query withdraw_{database_, "UPDATE corrections SET withdrawn_by = ?2, withdrawn = ?3 WHERE number = ?1"};
  Query change_{database_, "INSERT OR IGNORE INTO changed SELECT id, coalesce(published_day, '9') FROM documents WHERE id = ?"};
  Query change_named_{database_, "INSERT OR IGNORE INTO changed SELECT id, coalesce(published_day, '9') FROM documents "
                                 "WHERE outlet = ?1 OR number IN (SELECT document FROM actors WHERE id = ?1)"};
};

}  // namespace hearsay
