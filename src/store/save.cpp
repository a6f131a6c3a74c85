// Saves documents with all that was read from them, and forgets one: one transaction each.
// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "document/document.h"
#include "store/columns.h"
#include "store/impl.h"

namespace hearsay {
namespace {

// What the structs write as -1 or NaN is null in the tables.
std::optional<int> number_from_1(int index) {
  if (index < 0) return std::nullopt;
  return index + 1;
}
std::optional<double> goldstein_of(const Event& event) {
  if (event.cameo.empty() || std::isnan(event.goldstein)) return std::nullopt;
  return event.goldstein;
}

}  // namespace

// The full text comes last. It is gathered in memory until the transaction ends or until any statement opens a savepoint, as those with triggers do; each time
// it is written as a segment of its own, which is then merged with others.
std::vector<Store::Saved> Store::Impl::save(std::span<const Reading> readings) {
  std::vector<std::string> records;      // made before the others who write have to wait
  for (const Reading& reading : readings) records.push_back(analysis_record(reading.analysis));
  Transaction transaction(*database);
  std::vector<Saved> saved;
  std::vector<Unindexed> unindexed;
  for (size_t i = 0; i < readings.size(); ++i) saved.push_back(save(readings[i], records[i], unindexed));
  index(unindexed);
  transaction.commit();
  return saved;
}

Store::Saved Store::Impl::save(const Reading& reading, const std::string& record, std::vector<Unindexed>& unindexed) {
  const auto& [analysis, provenance] = reading;
  const Document& document = analysis.document;
  std::optional<int64_t> before;
  bool same = false;
  if (auto row = document_at.ask(path_key(document.path), document.id); row.next()) {
    // The record holds the sha256, and differs as well if a newer pack read more in the same bytes.
    same = row.text(1) == record;
    before = row.number(0);
  }
  if (same) {
    sign_document.run(*before, Columns::known(provenance.packs), Columns::known(provenance.fingerprint), sha256_hex(record), sha256_hex(document.text));
    return Saved::kUnchanged;
  }
  if (before) {
    index(unindexed);                    // which may be this very document, given twice
    remove_document(*before);
  }
  insert(analysis, record, provenance, unindexed);
  return before ? Saved::kReplaced : Saved::kNew;
}

int64_t Store::Impl::insert(const Analysis& analysis, const std::string& record, const Provenance& provenance, std::vector<Unindexed>& unindexed) {
  const int64_t number = insert_document(analysis.document, record, provenance);
  insert_rows(number, analysis);
  unindexed.push_back({number, &analysis.document});
  drop_aside.run(analysis.document.id);
  return number;
}

void Store::Impl::insert_rows(int64_t document, const Analysis& analysis) {
  const CodePoints code_points(analysis.document.text);
  insert_times(document, analysis, code_points);
  insert_actors(document, analysis);
  insert_statements(document, analysis, code_points);
  insert_events(document, analysis, code_points);
}

void Store::Impl::index(std::vector<Unindexed>& unindexed) {
  // The views that the words are forgotten by end a text at U+0000, as SQLite's JSON does.
  const auto text = [](const Document& document) { return std::string_view(document.text.c_str()); };
  for (const auto& [number, document] : unindexed) index_exact.run(number, document->title, text(*document));
  for (const auto& [number, document] : unindexed) index_plain.run(number, document->title, text(*document));
  unindexed.clear();
}

int64_t Store::Impl::forget(const std::string& id) {
  Transaction transaction(*database);
  std::vector<int64_t> numbers;
  for (Query::Rows row = documents_by_id.ask(id); row.next();) numbers.push_back(row.number(0));
  for (int64_t number : numbers) remove_document(number);
  transaction.commit();
  return static_cast<int64_t>(numbers.size());
}

void Store::Impl::remove_document(int64_t number) {
  forget_exact.run(number);
  forget_plain.run(number);
  drop_document.run(number);  // the other tables follow it
}

int64_t Store::Impl::insert_document(const Document& document, const std::string& record, const Provenance& provenance) {
  add_document.run(document.id, path_key(document.path), document.sha256, document.outlet_id, document.outlet_name,
                   document.published, Columns::known(document.published_day), document.lang, document.title, record, Columns::known(provenance.packs),
                   Columns::known(provenance.fingerprint), sha256_hex(record), sha256_hex(document.text));
  return sqlite3_last_insert_rowid(database->handle());
}

void Store::Impl::insert_times(int64_t document, const Analysis& analysis, const CodePoints& code_points) {
  for (int number = 0; const TimeExpression& time : analysis.times) {
    add_time.run(document, ++number, code_points.at(time.span.start), code_points.at(time.span.end),
                 to_string(time.type), time.value, Columns::known(time.from), Columns::known(time.to));
  }
}

void Store::Impl::insert_actors(int64_t document, const Analysis& analysis) {
  for (int number = 0; const Actor& actor : analysis.actors) {
    add_actor.run(document, ++number, actor.id, actor.name, to_string(actor.kind), Columns::known(actor.code),
                  Columns::known(actor.country), actor.outlet, actor.known, actor.mentions.size());
  }
}

void Store::Impl::insert_statements(int64_t document, const Analysis& analysis, const CodePoints& code_points) {
  for (int number = 0; const Statement& said : analysis.statements) {
    add_statement.run(document, ++number, said.sentence, code_points.at(said.span.start), code_points.at(said.span.end),
                      to_string(said.mode), to_string(said.act), Columns::who_is(analysis, said.speaker.actor).id,
                      Columns::known(said.speaker.name), said.speaker.anonymous, said.speaker.voices, number_from_1(said.parent),
                      said.unverified, said.rule);
  }
}

void Store::Impl::insert_events(int64_t document, const Analysis& analysis, const CodePoints& code_points) {
  for (int number = 0; const Event& event : analysis.events) {
    const Columns::Who source = Columns::who_is(analysis, event.source.actor), target = Columns::who_is(analysis, event.target.actor);
    add_event.run(document, ++number, event.sentence, code_points.at(event.span.start), code_points.at(event.span.end),
                  event.kind, Columns::known(event.cameo), Columns::known(event.plover), goldstein_of(event), to_string(event.status),
                  source.id, source.country, target.id, target.country, Columns::who_is(analysis, event.place).id,
                  Columns::known(event.from), Columns::known(event.to), number_from_1(event.time), number_from_1(event.statement),
                  event.lead, event.joint, event.unverified, event.rule);
  }
}

}  // namespace hearsay
