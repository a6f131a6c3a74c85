// The server as a client meets it: over a real connection, on any free port.
// SPDX-License-Identifier: Apache-2.0
#include "serve/server.h"

#include <arpa/inet.h>
#include <httplib.h>

#include <atomic>
#include <future>

#include "serve/letters_bench.h"
#include "serve/tar.h"

namespace hearsay::testing {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

const std::string& small_page() {
  static const std::string kTar = serve::tar_member("index.html", "<!doctype html><title>Hearsay</title>") + serve::tar_member("assets/a-1f.js", "export {};") + serve::tar_end();
  return kTar;
}

class Running {
 public:
  explicit Running(serve::GuardOptions options = {}, std::string_view page = small_page(), const KeptReports& kept = kept_letters())
      : bench_(workbench_of(kept)), server_(sure(serve::Server::listen(std::move(options), serve::Routes(serve::all_routes(), "x"), serve::Pages(page), *bench_))), answering_([this] { server_.run(); }) {}
  ~Running() {
    server_.stop();
    if (answering_.joinable()) answering_.join();
  }
  httplib::Client client() const {
    httplib::Client client("127.0.0.1", server_.port());
    client.set_read_timeout(10);
    return client;
  }
  httplib::Headers host() const { return {{"Host", "127.0.0.1:" + std::to_string(server_.port())}}; }
  int port() const { return server_.port(); }
  Reply answer(const std::string& path, const Query& query = {}) const { return server_.answer({"GET", path, query, {{"host", "127.0.0.1:" + std::to_string(port())}}, ""}); }
  // Until all has ended.
  milliseconds stopped() {
    const auto start = steady_clock::now();
    server_.stop();
    answering_.join();
    return std::chrono::duration_cast<milliseconds>(steady_clock::now() - start);
  }

 private:
  std::unique_ptr<serve::Workbench> bench_;
  serve::Server server_;
  std::thread answering_;
};

std::string error_in(const httplib::Result& answer) {
  const rapidjson::Document json = json_of(answer->body);
  return json.IsObject() && json.HasMember("error") ? json["error"].GetString() : "";
}

// Bytes as they stand, to what no client would send.
class Raw {
 public:
  explicit Raw(int port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET, address.sin_port = htons(static_cast<uint16_t>(port)), address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  }
  ~Raw() { close(socket_); }
  Raw(const Raw&) = delete;
  void send(std::string_view bytes) const { EXPECT_EQ(::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL), static_cast<ssize_t>(bytes.size())); }
  // What comes until the other side closes.
  std::string rest() const {
    std::string all;
    char part[4096];
    for (ssize_t got; (got = recv(socket_, part, sizeof part, 0)) > 0;) all.append(part, static_cast<size_t>(got));
    return all;
  }

 private:
  int socket_;
};

TEST(ServeServer, GivesThePageAndTheApi) {
  const Running running;
  auto client = running.client();
  for (const char* path : {"/", "/happening/h1", "/assets/a-1f.js", "/api/v1/info", "/api/v1/openapi.json"}) {
    const auto answer = client.Get(path);
    ASSERT_TRUE(answer) << path;
    EXPECT_EQ(answer->status, 200) << path;
    EXPECT_EQ(answer->get_header_value("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(answer->get_header_value("X-Frame-Options"), "DENY");
    EXPECT_NE(answer->get_header_value("Content-Security-Policy").find("default-src 'self'"), std::string::npos);
    EXPECT_EQ(answer->get_header_value("Content-Security-Policy").find("unsafe"), std::string::npos);
    EXPECT_FALSE(answer->has_header("Access-Control-Allow-Origin"));
  }
  EXPECT_NE(client.Get("/")->body.find("Hearsay"), std::string::npos);
  const auto info = client.Get("/api/v1/info");
  EXPECT_EQ(info->get_header_value("Content-Type"), "application/json; charset=utf-8");
  EXPECT_EQ(json_of(info->body)["counts"]["documents"].GetInt(), 16);
  const std::string tag = info->get_header_value("ETag");
  const auto again = client.Get("/api/v1/info", {{"If-None-Match", tag}});
  EXPECT_EQ(again->status, 304);
  EXPECT_EQ(again->body, "");
  const auto head = client.Head("/api/v1/info");
  EXPECT_EQ(head->status, 200);
  EXPECT_EQ(head->body, "");
}

TEST(ServeServer, DecodesWhatStandsInAddresses) {
  const Running running;
  auto client = running.client();
  EXPECT_GT(json_of(client.Get("/api/v1/happenings?outlet=Th%E1%BB%9Di%20%C4%90%C3%A0m&kind=letter-*")->body)["total"].GetInt(), 0);
  EXPECT_EQ(client.Get("/api/v1/happenings/%00")->status, 404);
  EXPECT_EQ(client.Get("/api/v1/happenings/..%2F..%2Finfo")->status, 404);
  EXPECT_EQ(client.Get("/api/v1/happenings?between=usa&between=prk")->status, 200);
}

TEST(ServeServer, SaysThatThereIsNoPage) {
  const Running running({}, "");
  auto client = running.client();
  const auto page = client.Get("/");
  EXPECT_EQ(page->status, 404);
  EXPECT_NE(error_in(page).find("/api/v1"), std::string::npos);
  EXPECT_EQ(client.Get("/api/v1/info")->status, 200);
}

TEST(ServeServer, AnswersToItsOwnNameAlone) {
  const Running running;
  auto client = running.client();
  const auto answer = client.Get("/api/v1/info", {{"Host", "evil.example:" + std::to_string(running.port())}});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 421);
  EXPECT_NE(error_in(answer), "");
  EXPECT_EQ(client.Get("/", {{"Host", "evil.example"}})->status, 421);
}

TEST(ServeServer, AsksForTheToken) {
  const Running running({"127.0.0.1", 0, "s3cret", true});
  auto client = running.client();
  EXPECT_EQ(client.Get("/api/v1/info")->status, 401);
  EXPECT_EQ(client.Get("/")->status, 401);
  EXPECT_EQ(client.Get("/api/v1/changes")->status, 401);
  EXPECT_EQ(client.Get("/api/v1/export?format=csv")->status, 401);
  EXPECT_EQ(client.Get("/api/v1/info", {{"Authorization", "Bearer s3cret"}})->status, 200);
  const auto first = client.Get("/?token=s3cret");
  EXPECT_EQ(first->status, 302);
  EXPECT_EQ(first->get_header_value("Location"), "/");
  const std::string cookie = first->get_header_value("Set-Cookie");
  EXPECT_NE(cookie.find("HttpOnly"), std::string::npos);
  EXPECT_EQ(client.Get("/api/v1/info", {{"Cookie", cookie.substr(0, cookie.find(';'))}})->status, 200);
  EXPECT_EQ(client.Get("/?token=s3cre")->status, 401);
}

TEST(ServeServer, LetsNothingBeWritten) {
  const Running running({"127.0.0.1", 0, "", true});
  auto client = running.client();
  EXPECT_EQ(client.Post("/api/v1/happenings", "{}", "application/json")->status, 403);
  EXPECT_EQ(client.Put("/api/v1/info", "{}", "application/json")->status, 403);
  EXPECT_EQ(client.Delete("/api/v1/info")->status, 403);
  EXPECT_EQ(client.Post("/", "a=b", "application/x-www-form-urlencoded")->status, 403);
  const Running writable({"127.0.0.1", 0, "", false});
  auto other = writable.client();
  EXPECT_EQ(other.Post("/api/v1/info", "{}", "application/json")->status, 405);
  EXPECT_EQ(other.Post("/api/v1/info", "{}", "text/plain")->status, 415);
  EXPECT_EQ(other.Post("/api/v1/info", {{"Origin", "http://evil.example"}}, "{}", "application/json")->status, 403);
}

TEST(ServeServer, TakesNoLargeBody) {
  const Running running;
  auto client = running.client();
  const auto answer = client.Post("/api/v1/info", std::string(3 << 20, 'x'), "application/json");
  EXPECT_TRUE(!answer || answer->status == 413);         // it may be broken off before it has read the answer
  EXPECT_EQ(running.client().Get("/api/v1/info")->status, 200);
}

TEST(ServeServer, AnswersWhatIsNoRequest) {
  const Running running;
  for (const std::string& bytes : {std::string("\r\n\r\n"), std::string("GET\r\n\r\n"), std::string("GET / HTTP/9.9\r\n\r\n"), std::string("BREW / HTTP/1.1\r\nHost: x\r\n\r\n"), std::string("\x16\x03\x01\x02\0", 5) + "\r\n",
                                   "GET /" + std::string(20'000, 'x') + " HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n" + std::string()}) {
    const Raw raw(running.port());
    raw.send(bytes);
    const std::string answer = raw.rest();
    EXPECT_TRUE(answer.empty() || answer.starts_with("HTTP/1.1 4")) << bytes.substr(0, 40) << ": " << answer.substr(0, 200);
  }
  EXPECT_EQ(running.client().Get("/api/v1/info")->status, 200);
}

TEST(ServeServer, IsNotStoppedByRequestsThatNeverEnd) {
  const Running running;
  std::vector<std::unique_ptr<Raw>> never;
  for (int i = 0; i < 40; ++i) {
    never.push_back(std::make_unique<Raw>(running.port()));
    never.back()->send("GET /api/v1/info HTTP/1.1\r\nHost: ");
  }
  const auto start = steady_clock::now();
  EXPECT_EQ(running.client().Get("/api/v1/info")->status, 200);
  EXPECT_LT(steady_clock::now() - start, seconds(2));
}

TEST(ServeServer, AnswersManyAtATime) {
  const Running running;
  std::vector<std::future<int>> readers;
  for (int i = 0; i < 60; ++i) {
    readers.push_back(std::async(std::launch::async, [&running, i] {
      auto client = running.client();
      int good = 0;
      for (const char* path : {"/api/v1/info", "/api/v1/timeline?lanes=dyad", "/api/v1/happenings?kind=letter-*", "/api/v1/export?format=csv&from=2019"}) {
        const auto answer = client.Get(path);
        good += answer && (answer->status == 200 || (answer->status == 503 && std::string(path).find("export") != std::string::npos));
      }
      return good + 0 * i;
    }));
  }
  for (auto& reader : readers) EXPECT_EQ(reader.get(), 4);
}

TEST(ServeServer, SendsExportsAsFiles) {
  const Running running;
  const auto answer = running.client().Get("/api/v1/export?format=csv&kind=letter-*");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(answer->get_header_value("Content-Disposition"), "attachment; filename=\"hearsay.csv\"");
  EXPECT_EQ(answer->get_header_value("Content-Type"), "text/csv; charset=utf-8");
  LettersBench bench;
  std::string expected;
  EXPECT_TRUE(bench.ask("/export", {{"format", "csv"}, {"kind", "letter-*"}}).stream([&](std::string_view part) { return expected += part, true; }));
  EXPECT_EQ(answer->body, expected);
}

// Packing the page anew each time took a second.
TEST(ServeServer, PacksNothing) {
  const Running running;
  for (const char* path : {"/", "/assets/a-1f.js", "/api/v1/info", "/api/v1/export?format=csv"}) {
    const auto answer = running.client().Get(path, {{"Accept-Encoding", "gzip, deflate, br"}});
    ASSERT_TRUE(answer);
    EXPECT_FALSE(answer->has_header("Content-Encoding")) << path;
  }
}

// A browser asks for the rest of what it broke off, and would put together what does not belong together.
TEST(ServeServer, GivesNoParts) {
  Running running;
  const auto whole = running.client().Get("/api/v1/happenings");
  const auto part = running.client().Get("/api/v1/happenings", {{"Range", "bytes=5-9"}});
  EXPECT_EQ(part->status, 200);
  EXPECT_EQ(part->body, whole->body);
  EXPECT_EQ(part->get_header_value("Accept-Ranges"), "none");
  EXPECT_FALSE(part->has_header("Content-Range"));
}

// Who takes no more of an answer still holds its place.
TEST(ServeServer, HasPlacesForSoMany) {
  const Running running;
  std::vector<Reply> exports, watchers;
  for (int i = 0; i < 4; ++i) EXPECT_EQ(exports.emplace_back(running.answer("/api/v1/export", {{"format", "csv"}})).status, 200);
  EXPECT_EQ(running.answer("/api/v1/export", {{"format", "csv"}}).status, 503);
  exports.pop_back();
  EXPECT_EQ(running.answer("/api/v1/export", {{"format", "doc"}}).status, 400);
  EXPECT_EQ(running.answer("/api/v1/export", {{"format", "csv"}}).status, 200);
  for (int i = 0; i < 64; ++i) EXPECT_EQ(watchers.emplace_back(running.answer("/api/v1/changes")).status, 200);
  EXPECT_EQ(running.answer("/api/v1/changes").status, 503);
  watchers.clear();
  EXPECT_EQ(running.answer("/api/v1/changes").status, 200);
  EXPECT_EQ(running.answer("/api/v1/info").status, 200);
}

TEST(ServeServer, EndsBeforeItHasBegun) {
  for (int i = 0; i < 20; ++i) Running running;          // its end may come before its thread's beginning
  const auto bench = workbench_of(kept_letters());
  serve::Server server = sure(serve::Server::listen({}, serve::Routes(serve::all_routes(), "x"), serve::Pages(""), *bench));
  server.stop();
  server.run();                                          // returns
}

// ---- changes

// What comes as events, gathered on a thread of its own until `enough`.
class Listener {
 public:
  Listener(const Running& running, std::string enough) : listening_([this, client = std::make_shared<httplib::Client>(running.client()), enough = std::move(enough)] {
    client->Get("/api/v1/changes", [&](const char* bytes, size_t size) {
      const std::lock_guard lock(mutex_);
      heard_.append(bytes, size);
      return enough.empty() || heard_.find(enough) == std::string::npos;
    });
    ended_ = true;
  }) {}
  ~Listener() { listening_.join(); }
  std::string heard() const {
    const std::lock_guard lock(mutex_);
    return heard_;
  }
  bool hears(const std::string& words, seconds most) const {
    for (const auto until = steady_clock::now() + most; steady_clock::now() < until; std::this_thread::sleep_for(milliseconds(20)))
      if (heard().find(words) != std::string::npos) return true;
    return false;
  }

 private:
  mutable std::mutex mutex_;
  std::string heard_;
  std::atomic<bool> ended_ = false;
  std::thread listening_;
};

TEST(ServeServer, TellsOfChangesOfTheStore) {
  const KeptReports kept(analysed_letters());
  const Running running({}, "", kept);
  const Listener listener(running, "\"generation\":2");
  ASSERT_TRUE(listener.hears("event: store\ndata: {\"generation\":1,\"unsettled\":0}", seconds(5))) << listener.heard();
  const auto before = running.client().Get("/api/v1/info");
  {
    Store store = sure(Store::open(kept.path()));
    const std::string id = sure(store.load_all()).front().document.id;
    EXPECT_EQ(sure(store.forget(id)), 1);
    sure(shared_engine().update(store));
  }
  EXPECT_TRUE(listener.hears("\"generation\":2", seconds(10))) << listener.heard();
  const auto after = running.client().Get("/api/v1/info");
  EXPECT_NE(before->get_header_value("ETag"), after->get_header_value("ETag"));
  EXPECT_EQ(json_of(after->body)["counts"]["documents"].GetInt(), 15);
}

TEST(ServeServer, StopsThoughSomebodyWaits) {
  Running running;
  const Listener listener(running, "");
  ASSERT_TRUE(listener.hears("generation", seconds(5)));
  EXPECT_LT(running.stopped(), seconds(1));
}

// A browser keeps its connections.
TEST(ServeServer, StopsThoughSomebodyStaysConnected) {
  Running running;
  auto client = running.client();
  client.set_keep_alive(true);
  EXPECT_EQ(client.Get("/api/v1/info")->status, 200);
  EXPECT_LT(running.stopped(), seconds(2));
}

TEST(ServeServer, SaysThatAPortIsTaken) {
  const Running running;
  const auto bench = workbench_of(kept_letters());
  const auto second = serve::Server::listen({"127.0.0.1", running.port(), "", true}, serve::Routes(serve::all_routes(), "x"), serve::Pages(""), *bench);
  ASSERT_FALSE(second);
  EXPECT_NE(second.error().message.find("127.0.0.1"), std::string::npos);
}

}  // namespace
}  // namespace hearsay::testing
