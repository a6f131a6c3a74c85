// SPDX-License-Identifier: Apache-2.0
#include "store/catalogue.h"

#include <algorithm>
#include <map>

#include "record/names.h"
#include "store/impl.h"

namespace hearsay {

Status Catalogue::visit(const Visitor& visitor) const {
  return store_.impl_->enter([&] {
    Database& database = *store_.impl_->database;
    const Transaction snapshot(database, Transaction::To::kRead);
    Query documents(database, "SELECT number, id, coalesce(title, ''), coalesce(outlet_name, ''), lang, coalesce(published, '') FROM documents ORDER BY published, path, id");
    for (Query::Rows row = documents.ask(); row.next();) visitor.document({row.number(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)});
    Query stories(database, "SELECT id, coalesce(title, ''), coalesce(from_day, ''), coalesce(to_day, ''), documents, outlets FROM stories ORDER BY day, key");
    for (Query::Rows row = stories.ask(); row.next();) visitor.story({row.text(0), row.text(1), row.text(2), row.text(3), row.number(4), row.number(5)});
    Query happenings(database,
                     "SELECT coalesce(stories.id, ''), coalesce(cameo, ''), coalesce(plover, ''), happenings.record FROM happenings LEFT JOIN stories ON stories.key = happenings.story "
                     "ORDER BY happenings.from_day IS NULL, happenings.from_day, happenings.id");
    for (Query::Rows row = happenings.ask(); row.next();) visitor.happening({row.text(0), row.text(1), row.text(2), row.text(3)});
    return Nothing{};
  });
}

namespace {

// The records with these ids, read, in the order of the ids.
template <class Record>
std::vector<Record> records(Database& database, const std::string& table, const std::vector<std::string>& ids, Result<Record> (*read)(std::string_view)) {
  const Transaction snapshot(database, Transaction::To::kRead);
  Query record(database, "SELECT record FROM " + table + " WHERE id = ?");
  std::vector<Record> found;
  for (const std::string& id : ids) {
    Query::Rows row = record.ask(id);
    if (!row.next()) continue;
    Result<Record> one = read(row.text(0));
    if (!one) database.fail(table + " " + id + ": " + one.error().message);
    found.push_back(std::move(*one));
  }
  return found;
}

}  // namespace

Result<std::vector<Happening>> Catalogue::happenings(const std::vector<std::string>& ids) const {
  return store_.impl_->enter([&] { return records(*store_.impl_->database, "happenings", ids, read_happening_record); });
}

Result<std::vector<Story>> Catalogue::stories(const std::vector<std::string>& ids) const {
  return store_.impl_->enter([&] { return records(*store_.impl_->database, "stories", ids, read_story_record); });
}

Result<std::vector<std::string>> Catalogue::happenings_of_events(const std::string& document, size_t events) const {
  return store_.impl_->enter([&] {
    std::vector<std::string> ids(events);
    Query tellings(*store_.impl_->database, "SELECT event, happening FROM tellings WHERE key = ? AND happening IS NOT NULL");
    for (Query::Rows row = tellings.ask(key_of(document)); row.next();)
      if (const auto event = static_cast<size_t>(row.number(0)); event < events) ids[event] = row.text(1);
    return ids;
  });
}

Result<int64_t> Catalogue::version() const {
  return store_.impl_->enter([&] { return store_.impl_->database->number("PRAGMA data_version"); });
}

Result<int64_t> Catalogue::unsettled() const {
  return store_.impl_->enter([&] { return store_.impl_->database->number("SELECT count(*) FROM changed"); });
}

}  // namespace hearsay
