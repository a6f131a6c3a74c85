// SPDX-License-Identifier: Apache-2.0
#include "store/corrections.h"

#include <charconv>
#include <chrono>
#include <ctime>

#include "correction/places.h"

namespace hearsay {
namespace {

constexpr char kLetter = 'c';

// "c12" as 12; 0 if it is no such id.
int64_t number_of(const std::string& id) {
  int64_t number = 0;
  if (id.empty() || id.front() != kLetter) return 0;
  const auto [end, error] = std::from_chars(id.data() + 1, id.data() + id.size(), number);
  return error == std::errc() && end == id.data() + id.size() ? number : 0;
}

std::string now_in_utc() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm utc{};
  gmtime_r(&now, &utc);
  char text[sizeof "2026-11-23T09:00:00Z"];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text;
}

bool is_everywhere(const Correction& correction) { return correction.kind == CorrectionKind::kOwner; }

Correction correction_in(const Database& database, const Query::Rows& row) {
  Result<Correction> correction = read_correction_record(row.text(1));
  if (!correction) database.fail("correction " + std::to_string(row.number(0)) + ": " + correction.error().message);
  correction->id = kLetter + std::to_string(row.number(0));
  return std::move(*correction);
}

Correction with_end(Correction correction, const Query::Rows& row) {
  correction.withdrawn_by = row.text(2);
  correction.withdrawn = row.text(3);
  return correction;
}

}  // namespace

void Corrections::apply(Analysis& analysis) {
  for (Query::Rows row = about_.ask(analysis.document.id); row.next();) hearsay::apply(correction_in(database_, row), analysis);
}

std::vector<Correction> Corrections::all() {
  std::vector<Correction> out;
  for (Query::Rows row = all_.ask(); row.next();) out.push_back(with_end(correction_in(database_, row), row));
  return out;
}

void Corrections::mark_changed(const Correction& correction) {
  if (correction.kind == CorrectionKind::kNote) return;
  for (const CorrectedPlace& place : correction.places) change_.run(place.document);
  if (is_everywhere(correction)) change_named_.run(correction.actor);
}

std::string Corrections::add(const Correction& correction) {
  Correction made = correction;
  made.id.clear();
  made.withdrawn_by.clear(), made.withdrawn.clear();
  if (made.made.empty()) made.made = now_in_utc();
  add_.run(is_everywhere(made), correction_record(made));
  const int64_t number = sqlite3_last_insert_rowid(database_.handle());
  for (const CorrectedPlace& place : made.places) add_document_.run(place.document, number);
  mark_changed(made);
  return kLetter + std::to_string(number);
}

void Corrections::withdraw(const std::string& id, const std::string& by) {
  const int64_t number = number_of(id);
  Correction correction;
  {
    Query::Rows row = one_.ask(number);
    if (!row.next()) throw Failure{SQLITE_OK, {Error::Kind::kUsage, "no correction " + id + " holds"}};
    correction = correction_in(database_, row);
  }
  withdraw_.run(number, by, now_in_utc());
  mark_changed(correction);
}

}  // namespace hearsay
