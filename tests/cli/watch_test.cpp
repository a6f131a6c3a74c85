// hearsay watch as a user meets it, with a server of our own. Between two requests to it the program waits a second, as it does with any.
// SPDX-License-Identifier: Apache-2.0
#include <sqlite3.h>

#include "fetch/server.h"
#include "shell.h"

namespace hearsay::cli_test {
namespace {

class WatchCommand : public Shell {
 protected:
  WatchCommand() {
    page("/a", "Donald Trump sent a letter to Kim Jong Un on Friday, the White House said in the evening.");
    page("/b", "KCNA denied on Sunday that Kim Jong Un had sent a letter to Donald Trump.");
    offer({"/a"});
  }
  void page(const std::string& path, const std::string& words) {
    server_.on(path, Server::reply("200 OK", "<!DOCTYPE html><html><body><article><h1>Letter " + path + "</h1><p>" + words + "</p></article></body></html>", "Content-Type: text/html\r\n"));
  }
  void offer(const std::vector<std::string>& links) {
    std::string items;
    for (const std::string& link : links) items += "<item><link>" + link + "</link><pubDate>Mon, 20 Apr 2020 10:00:00 +0700</pubDate></item>";
    server_.on("/rss", Server::reply("200 OK", "<rss version=\"2.0\"><channel>" + items + "</channel></rss>"));
  }
  std::string command(const std::string& feeds) const { return "watch " + feeds + " --private 127.0.0.1 "; }
  // What a line says behind its time, up to when the next feed is due.
  static std::string said(const std::string& line) { return line.substr(line.find("  ") + 2, line.rfind(";") - line.find("  ") - 2); }
  // Runs in the background until `out` has so many lines, then sends a signal.
  Answer until(const std::string& arguments, int lines, const std::string& signal, const std::string& meanwhile = "") const {
    // The file is there, and empty, before anyone looks into it.
    return shell(": >lines; hearsay " + arguments + " >>lines & child=$!; until [ $(wc -l <lines) -ge 1 ] || ! kill -0 $child; do sleep 0.05; done; " + meanwhile + " until [ $(wc -l <lines) -ge " + std::to_string(lines) +
                 " ] || ! kill -0 $child; do sleep 0.05; done; kill -" + signal + " $child; wait $child");
  }

  // Past the program's back.
  void sql(const std::string& statements) const {
    sqlite3* handle = nullptr;
    sqlite3_open((folder_ / "hearsay.db").c_str(), &handle);
    EXPECT_EQ(sqlite3_exec(handle, statements.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
    sqlite3_close(handle);
  }

  Server server_;
};

TEST_F(WatchCommand, ReadsOnceAndThenFindsNothingNew) {
  const std::string once = command(server_.url("/rss")) + "--once";
  const Answer first = hearsay(once);
  EXPECT_EQ(first.exit_code, 0) << first.err;
  EXPECT_EQ(first.err, "");
  EXPECT_EQ(said(first.out), "1 feed asked; 1 report read");
  EXPECT_NE(hearsay("chronicle").out.find("Donald Trump"), std::string::npos);
  const Answer second = hearsay(once);
  EXPECT_EQ(second.exit_code, 0) << second.err;
  EXPECT_EQ(said(second.out), "0 feeds asked; 0 reports read");        // it is not due yet
  EXPECT_EQ(server_.count("/a"), 1u);
  EXPECT_EQ(hearsay("forget " + server_.url("/a")).out, "1 document forgotten.\n");
}

TEST_F(WatchCommand, GoesOnUntilItIsInterrupted) {
  offer({"/b", "/a"});
  const Answer answer = until(command(server_.url("/rss")), 1, "INT");
  EXPECT_EQ(answer.exit_code, 130);
  EXPECT_EQ(answer.err, "hearsay: interrupted: 2 reports read.\n");
  EXPECT_NE(read("lines").find("2 reports read; next at "), std::string::npos) << read("lines");
  EXPECT_EQ(hearsay("documents").err, "");                               // the chronicle is up to date
  EXPECT_EQ(until(command(server_.url("/rss")), 1, "TERM").exit_code, 143);
}

TEST_F(WatchCommand, ReadsWhatComesInLaterRounds) {
  const Answer answer = until(command(server_.url("/rss")) + "--interval 1s --json", 2, "INT");
  EXPECT_EQ(answer.exit_code, 130) << answer.err;
  const auto lines = lines_of(read("lines"));
  ASSERT_GE(lines.size(), 2u);
  for (const std::string& line : lines) EXPECT_TRUE(is_json_object(line)) << line;
  EXPECT_NE(lines[0].find("\"feeds\":1,\"feeds_unchanged\":0,\"feeds_failed\":0,\"read\":1,"), std::string::npos) << lines[0];
  EXPECT_NE(lines[1].find("\"feeds\":1,\"feeds_unchanged\":0,\"feeds_failed\":0,\"read\":0,"), std::string::npos) << lines[1];
}

TEST_F(WatchCommand, StopsAtOnceInTheMiddleOfARound) {
  server_.on("/rss", [this](Server::Peer& peer, const Server::Asked&) { peer.send("HTTP/1.1 200 OK\r\n\r\n"), write("asked", ""), peer.drip(); });
  const Answer answer = shell("hearsay " + command(server_.url("/rss")) + " & child=$!; until [ -e asked ] || ! kill -0 $child; do sleep 0.05; done; kill -INT $child; wait $child");
  EXPECT_EQ(answer.exit_code, 130);
  EXPECT_EQ(answer.err, "hearsay: interrupted: 0 reports read.\n");
}

// The store may be another program's for a while; what could not be saved then is read in a later round.
TEST_F(WatchCommand, GoesOnWhenTheStoreFailedOnce) {
  ASSERT_EQ(hearsay(command(server_.url("/rss")) + "--once").exit_code, 0);
  sql("CREATE TRIGGER no BEFORE INSERT ON documents BEGIN SELECT RAISE(ABORT, 'no room'); END; UPDATE feeds SET next_due = 0");
  offer({"/b", "/a"});
  EXPECT_EQ(hearsay(command(server_.url("/rss")) + "--once").exit_code, 5);
  std::thread later([this] {
    while (read("problems").empty()) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    sql("DROP TRIGGER no");
  });
  const Answer answer = until(command(server_.url("/rss")) + "--interval 1s 2>problems", 1, "INT");
  later.join();
  EXPECT_EQ(answer.exit_code, 130);
  EXPECT_EQ(lines_of(read("problems")).at(0), "hearsay: hearsay.db: no room");
  EXPECT_NE(read("lines").find("1 report read"), std::string::npos) << read("lines");
  EXPECT_EQ(server_.count("/a"), 1u);
}

TEST_F(WatchCommand, ReadsListsOfFeedsFromFiles) {
  write("feeds.opml", "<opml version=\"2.0\"><body><outline text=\"x\" xmlUrl=\"" + server_.url("/rss") + "\"/></body></opml>");
  const Answer answer = hearsay(command("feeds.opml") + "--once --ui vi");
  EXPECT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_EQ(said(answer.out), "đã hỏi 1 nguồn tin; đã đọc 1 bài");
}

TEST_F(WatchCommand, NamesWhatFailed) {
  server_.on("/page", Server::reply("200 OK", "<p>no feed</p>"));
  const Answer answer = hearsay(command(server_.url("/page") + " " + server_.url("/rss")) + "--once");
  EXPECT_EQ(answer.exit_code, 1);
  EXPECT_EQ(answer.err, "hearsay: " + server_.url("/page") + ": no feed: neither RSS, Atom, a sitemap, OPML nor JSON Feed\n");
  EXPECT_EQ(said(answer.out), "2 feeds asked, 1 failed; 1 report read");
  EXPECT_EQ(hearsay(command(server_.url("/gone")) + "--once").exit_code, 3);
}

TEST_F(WatchCommand, OpensNoPrivateAddressUnasked) {
  const Answer answer = hearsay("watch --once " + server_.url("/rss"));
  EXPECT_EQ(answer.exit_code, 3);
  EXPECT_NE(answer.err.find("leads to 127.0.0.1, which is no public address"), std::string::npos) << answer.err;
  EXPECT_TRUE(server_.asked().empty());
  EXPECT_EQ(hearsay(command(server_.url("/rss")) + "--once").exit_code, 0);       // at once: nothing failed
  EXPECT_EQ(server_.count("/a"), 1u);
}

TEST_F(WatchCommand, SaysWhatIsWrongWithItsCommandLine) {
  EXPECT_EQ(hearsay("watch").exit_code, 2);
  EXPECT_EQ(hearsay("watch https://bao.example/rss --interval soon").exit_code, 2);
  EXPECT_EQ(hearsay("watch https://bao.example/rss --most 0").exit_code, 2);
  EXPECT_EQ(hearsay("watch gone.opml").err, "hearsay: gone.opml: neither an http or https address nor a file\n");
  write("feed.xml", "<rss version=\"2.0\"><channel><item><title>a</title></item></channel></rss>");
  const Answer feed = hearsay("watch feed.xml");
  EXPECT_EQ(feed.exit_code, 3);
  EXPECT_EQ(feed.err, "hearsay: feed.xml: no list of feeds (OPML); a feed in a file is read by: hearsay read feed.xml\n");
  write("empty.opml", "<opml><body></body></opml>");
  EXPECT_EQ(hearsay("watch empty.opml").err, "hearsay: empty.opml: names no feeds by their http or https addresses\n");
  EXPECT_FALSE(fs::exists(folder_ / "hearsay.db"));
}

}  // namespace
}  // namespace hearsay::cli_test
