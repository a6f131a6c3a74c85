// SPDX-License-Identifier: Apache-2.0
#include "store/watched.h"

#include <map>

#include "store/columns.h"
#include "store/impl.h"

namespace hearsay {
namespace {

using std::chrono::seconds;
using std::chrono::system_clock;

int64_t since_1970(system_clock::time_point moment) { return std::chrono::floor<seconds>(moment.time_since_epoch()).count(); }

}  // namespace

struct Watched::Queries {
  explicit Queries(Database& opened) : database(opened) {}
  Database& database;
  Query feeds{database, "SELECT number, url, etag, last_modified, next_due, interval, failures FROM feeds"};
  Query lists{database, "SELECT feed, list FROM feed_lists"};
  Query name_feed{database, "INSERT OR IGNORE INTO feeds(url) VALUES(?)"};
  Query number_of{database, "SELECT number FROM feeds WHERE url = ?"};
  Query update_feed{database, "UPDATE feeds SET etag = ?2, last_modified = ?3, next_due = ?4, interval = ?5, failures = ?6 WHERE number = ?1"};
  Query drop_lists{database, "DELETE FROM feed_lists WHERE feed = ?"};
  Query add_list{database, "INSERT INTO feed_lists VALUES(?, ?)"};
  Query drop_feed{database, "DELETE FROM feeds WHERE url = ?"};
  Query seen_in{database, "SELECT 1 FROM seen WHERE key = ?1 AND feed = (SELECT number FROM feeds WHERE url = ?2)"};
  Query seen_anywhere{database, "SELECT 1 FROM seen WHERE key = ? LIMIT 1"};
  Query add_seen{database, "INSERT OR IGNORE INTO seen VALUES(?, ?, ?)"};
  Query seen_before{database, "SELECT key FROM seen WHERE feed = ? AND since < ?"};
  Query drop_seen{database, "DELETE FROM seen WHERE key = ? AND feed = ?"};
  Query document{database, "SELECT 1 FROM documents WHERE path = ?"};

  // Its number; a feed that was never saved gets one.
  int64_t feed(const std::string& url) {
    name_feed.run(url);
    Query::Rows row = number_of.ask(url);
    return row.next() ? row.number(0) : 0;
  }
};

Watched::Watched(Store& store) : store_(store) {}
Watched::~Watched() = default;

Watched::Queries& Watched::queries() const {
  if (!queries_) queries_ = std::make_unique<Queries>(*store_.impl_->database);
  return *queries_;
}

template <class Work>
Status Watched::change(Work work) {
  return store_.impl_->enter([&] {
    Queries& its = queries();
    Transaction transaction(its.database);
    work(its);
    transaction.commit();
    return Nothing{};
  });
}

template <class Ask>
auto Watched::ask(Ask ask) const {
  return store_.impl_->enter([&] { return ask(queries()); });
}

Result<std::vector<FeedState>> Watched::feeds() const {
  return ask([](Queries& its) {
    const Transaction snapshot(its.database, Transaction::To::kRead);
    std::map<int64_t, FeedState> feeds;
    for (Query::Rows row = its.feeds.ask(); row.next();) {
      FeedState& feed = feeds[row.number(0)];
      feed.url = row.text(1);
      feed.etag = row.text(2);
      feed.last_modified = row.text(3);
      feed.next_due = system_clock::time_point(seconds(row.number(4)));
      feed.interval = seconds(row.number(5));
      feed.failures = static_cast<int>(row.number(6));
    }
    for (Query::Rows row = its.lists.ask(); row.next();)
      if (const auto feed = feeds.find(row.number(0)); feed != feeds.end()) feed->second.listed_by.emplace(row.text(1));
    std::vector<FeedState> out;
    for (auto& [_, feed] : feeds) out.push_back(std::move(feed));
    return out;
  });
}

Status Watched::save(const FeedState& feed) {
  return change([&](Queries& its) {
    const int64_t number = its.feed(feed.url);
    its.update_feed.run(number, Columns::known(feed.etag), Columns::known(feed.last_modified), since_1970(feed.next_due), feed.interval.count(), feed.failures);
    its.drop_lists.run(number);
    for (const std::string& list : feed.listed_by) its.add_list.run(number, list);
  });
}

Status Watched::drop(const std::string& feed) {
  return change([&](Queries& its) { its.drop_feed.run(feed); });         // the other tables follow it
}

Result<bool> Watched::was_seen(const std::string& feed, const std::string& id, const std::string& address) const {
  return ask([&](Queries& its) { return (!id.empty() && its.seen_in.ask(id, feed).next()) || (!address.empty() && its.seen_anywhere.ask(address).next()); });
}

Status Watched::save_seen(const std::string& feed, const std::vector<std::string>& keys, system_clock::time_point when) {
  return change([&](Queries& its) {
    const int64_t number = its.feed(feed);
    for (const std::string& key : keys) its.add_seen.run(key, number, since_1970(when));
  });
}

Status Watched::forget_seen(const std::string& feed, system_clock::time_point before, const std::set<std::string>& except) {
  return change([&](Queries& its) {
    const int64_t number = its.feed(feed);
    std::vector<std::string> old;
    for (Query::Rows row = its.seen_before.ask(number, since_1970(before)); row.next();)
      if (!except.contains(std::string(row.text(0)))) old.emplace_back(row.text(0));
    for (const std::string& key : old) its.drop_seen.run(key, number);
  });
}

Result<bool> Watched::has_document(const std::string& path) const {
  return ask([&](Queries& its) { return its.document.ask(path_key(path)).next(); });
}

}  // namespace hearsay
