// What a watch remembers: that it is found again, and nothing else is.
// SPDX-License-Identifier: Apache-2.0
#include "store/watched.h"

#include "folder.h"

namespace hearsay {
namespace {

using std::chrono::hours;
using std::chrono::seconds;
using Moment = std::chrono::system_clock::time_point;

constexpr const char *kFeed = "https://bao.example/rss", *kOther = "https://bao.example/other";
const Moment kNow{seconds(1'700'000'000)};

class StoreWatched : public sample::StoreTest {
 protected:
  bool seen(const std::string& feed, const std::string& id, const std::string& address) { return *Watched(store_).was_seen(feed, id, address); }
  Store store_ = open();
  Watched watched_{store_};
};

FeedState feed(const std::string& url) {
  FeedState feed{url, "\"e\"", "Tue, 14 Nov 2023 22:13:20 GMT", kNow + hours(1), seconds(900), 3, {"https://bao.example/a.opml", "https://bao.example/b.opml"}};
  return feed;
}

TEST_F(StoreWatched, FeedsAreFoundAgainAsTheyWereSaved) {
  ASSERT_TRUE(watched_.save(feed(kFeed)));
  FeedState other;
  other.url = kOther;
  ASSERT_TRUE(watched_.save(other));
  store_ = open();
  const auto found = Watched(store_).feeds();
  ASSERT_TRUE(found);
  ASSERT_EQ(found->size(), 2u);
  const FeedState &first = (*found)[0], &second = (*found)[1];
  EXPECT_EQ(first.url, kFeed);
  EXPECT_EQ(first.etag, "\"e\"");
  EXPECT_EQ(first.last_modified, feed(kFeed).last_modified);
  EXPECT_EQ(first.next_due, kNow + hours(1));
  EXPECT_EQ(first.interval, seconds(900));
  EXPECT_EQ(first.failures, 3);
  EXPECT_EQ(first.listed_by, feed(kFeed).listed_by);
  EXPECT_EQ(second.etag, "");
  EXPECT_EQ(second.next_due, Moment{});
  EXPECT_TRUE(second.listed_by.empty());
}

TEST_F(StoreWatched, ASavedFeedReplacesItself) {
  ASSERT_TRUE(watched_.save(feed(kFeed)));
  ASSERT_TRUE(watched_.save_seen(kFeed, {"1"}, kNow));
  FeedState later = feed(kFeed);
  later.etag.clear();
  later.listed_by = {kOther};
  ASSERT_TRUE(watched_.save(later));
  const auto found = watched_.feeds();
  ASSERT_EQ(found->size(), 1u);
  EXPECT_EQ(found->front().etag, "");
  EXPECT_EQ(found->front().listed_by, std::set<std::string>{kOther});
  EXPECT_TRUE(seen(kFeed, "1", ""));
}

TEST_F(StoreWatched, IdsAreOfTheirFeedAndAddressesOfAll) {
  ASSERT_TRUE(watched_.save_seen(kFeed, {"1", "https://bao.example/1"}, kNow));
  EXPECT_TRUE(seen(kFeed, "1", ""));
  EXPECT_TRUE(seen(kFeed, "", "https://bao.example/1"));
  EXPECT_FALSE(seen(kOther, "1", ""));
  EXPECT_TRUE(seen(kOther, "1", "https://bao.example/1"));
  EXPECT_FALSE(seen(kFeed, "", ""));
  EXPECT_FALSE(seen(kFeed, "2", "https://bao.example/2"));
  EXPECT_EQ(watched_.feeds()->size(), 1u);               // known from then on
}

TEST_F(StoreWatched, ForgetsWhatIsOldAndNoLongerOffered) {
  ASSERT_TRUE(watched_.save_seen(kFeed, {"old", "offered"}, kNow));
  ASSERT_TRUE(watched_.save_seen(kOther, {"old"}, kNow));
  ASSERT_TRUE(watched_.save_seen(kFeed, {"new", "old"}, kNow + hours(2)));
  ASSERT_TRUE(watched_.forget_seen(kFeed, kNow + hours(1), {"offered"}));
  EXPECT_FALSE(seen(kFeed, "old", ""));                  // seen twice, but first long ago
  EXPECT_TRUE(seen(kFeed, "offered", ""));
  EXPECT_TRUE(seen(kFeed, "new", ""));
  EXPECT_TRUE(seen(kOther, "old", ""));
}

TEST_F(StoreWatched, ADroppedFeedTakesAllWithIt) {
  ASSERT_TRUE(watched_.save(feed(kFeed)));
  ASSERT_TRUE(watched_.save_seen(kFeed, {"1"}, kNow));
  ASSERT_TRUE(watched_.drop(kFeed));
  EXPECT_TRUE(watched_.feeds()->empty());
  EXPECT_FALSE(seen(kFeed, "1", "1"));
  EXPECT_EQ(query("SELECT count(*) FROM feed_lists; SELECT count(*) FROM seen"), "0\n0");
}

TEST_F(StoreWatched, KnowsDocumentsByTheirPath) {
  ASSERT_TRUE(store_.save(sample::report("a", "words")));
  EXPECT_TRUE(*watched_.has_document("news/a.txt"));
  EXPECT_FALSE(*watched_.has_document("news/b.txt"));
  EXPECT_FALSE(*watched_.has_document(""));
}

// What an index answers does not grow with all that was seen.
TEST_F(StoreWatched, IsAskedByIndexes) {
  for (const char* asked : {"SELECT 1 FROM seen WHERE key = 'a' AND feed = 1", "SELECT 1 FROM seen WHERE key = 'a'", "SELECT key FROM seen WHERE feed = 1 AND since < 9",
                            "DELETE FROM seen WHERE key = 'a' AND feed = 1"})
    EXPECT_EQ(query("EXPLAIN QUERY PLAN " + std::string(asked)).find("SCAN"), std::string::npos) << asked;
}

// Killed after any call, what it saved is there.
TEST_F(StoreWatched, IsDurableWhenACallReturns) {
  EXPECT_EQ(sample::in_child([&] {
              Store store = open();
              Watched watched(store);
              if (!watched.save_seen(kFeed, {"1"}, kNow) || !watched.save(feed(kFeed))) return 1;
              kill(getpid(), SIGKILL);
              return 2;
            }),
            -1);
  EXPECT_TRUE(seen(kFeed, "1", ""));
  EXPECT_EQ(watched_.feeds()->front().failures, 3);
}

}  // namespace
}  // namespace hearsay
