// SPDX-License-Identifier: Apache-2.0
#include "serve/server.h"

#include <httplib.h>

#include <atomic>
#include <thread>

#include "base/ascii.h"
#include "browse/json.h"

namespace hearsay::serve {
namespace {

// A connection holds a thread as long as it stands. 200 readers and their pages' events fit; more wait for their turn.
constexpr size_t kThreads = 256;
constexpr int kMostWatchers = 64;        // of kThreads
constexpr int kMostExports = 4;          // each holds some hundred documents, and takes its turn at the store with all other answers
constexpr time_t kReadSeconds = 5, kWriteSeconds = 30;
constexpr time_t kKeepSeconds = 5;       // an idle connection holds a thread; much less, and browsers ask on one that is just being closed
constexpr int kMostPolite = 50;          // hundredths of a second for answers under way at the end
constexpr int kMostSockets = 4096;       // that are looked through at the end; more than threads and files of a store
constexpr int kMostWaiting = 1024;       // connections, for a thread
constexpr size_t kMostRequests = 10'000; // on one connection
constexpr size_t kMostBytes = kMaxReportBytes;       // of a request's body: a file
constexpr std::chrono::seconds kHeartbeat{15};       // a comment now and then finds out who is gone

// All connections to a port of this process read their ends: the library waits for those that are idle, and has no list of them.
void hang_up(int port) {
  for (int socket = 3; socket < kMostSockets; ++socket) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) continue;
    const bool v6 = address.ss_family == AF_INET6;
    const in_port_t its = v6 ? reinterpret_cast<const sockaddr_in6&>(address).sin6_port : reinterpret_cast<const sockaddr_in&>(address).sin_port;
    if ((v6 || address.ss_family == AF_INET) && ntohs(its) == port) ::shutdown(socket, SHUT_RD);
  }
}

Request request_of(const httplib::Request& asked) {
  Request request{asked.method, asked.path, {}, {}, asked.body};
  for (const auto& [name, value] : asked.params) request.query.emplace(name, value);
  for (const auto& [name, value] : asked.headers) request.headers.emplace(lower(name), value);
  return request;
}

void give(Reply&& reply, httplib::Response& response) {
  response.status = reply.status;
  for (const auto& [name, value] : safety_headers()) response.set_header(name, value);
  response.set_header("Accept-Ranges", "none");
  for (const auto& [name, value] : reply.headers) response.set_header(name, value);
  if (reply.stream) {
    response.set_chunked_content_provider(reply.type, [stream = std::move(reply.stream)](size_t, httplib::DataSink& sink) {
      const bool whole = stream([&](std::string_view part) { return part.empty() || sink.write(part.data(), part.size()); });
      if (whole) sink.done();
      return whole;
    });
    return;
  }
  const std::string type = reply.type == "application/json" ? "application/json; charset=utf-8" : reply.type;
  if (reply.status != kNotModified) response.set_content(std::move(reply.body), type);
}

// A place among so many, until the last copy of it is gone; null if there is none left.
std::shared_ptr<void> place_in(std::atomic<int>& taken, int most) {
  const std::shared_ptr<void> place(&taken, [&taken](void*) { taken.fetch_sub(1); });
  return taken.fetch_add(1) < most ? place : nullptr;
}

}  // namespace

enum class Phase { kIdle, kRunning, kEnded };

struct Server::Impl {
  Impl(GuardOptions its, Routes known, Pages files, Workbench& bench) : options(std::move(its)), routes(std::move(known)), pages(std::move(files)), workbench(bench) {}

  GuardOptions options;
  Routes routes;
  Pages pages;
  Workbench& workbench;
  std::atomic<int> watchers = 0, exports = 0;
  httplib::Server http;
  std::atomic<Phase> phase = Phase::kIdle;

  Reply changes();
  Reply export_file(const Request& request);
  Reply answer(const Request& request);
};

// One event for each state of the store, the present one first.
Reply Server::Impl::changes() {
  const auto place = place_in(watchers, kMostWatchers);
  if (!place) return refusal(kUnavailable, "too many wait for changes");
  Reply reply{kOk, "text/event-stream", ""};
  reply.headers.emplace_back("Cache-Control", "no-store");
  reply.stream = [this, place](const Write& write) {
    for (int64_t seen = 0;;) {
      const auto view = workbench.view_after(seen, kHeartbeat);
      if (workbench.closed()) return true;
      const bool changed = view->generation != seen;
      seen = view->generation;
      if (!write(changed ? "event: store\ndata: " + browse::Json().number("generation", seen).number("unsettled", view->unsettled).object() + "\n\n" : ":\n\n")) return false;
    }
  };
  return reply;
}

Reply Server::Impl::export_file(const Request& request) {
  const auto place = place_in(exports, kMostExports);
  if (!place) return refusal(kUnavailable, "too many exports are under way: try again in a while");
  Reply reply = routes.answer(request, workbench);
  if (!reply.stream) return reply;
  reply.stream = [this, place, stream = std::move(reply.stream)](const Write& write) { return stream([&](std::string_view part) { return !workbench.closed() && write(part); }); };
  return reply;
}

Reply Server::Impl::answer(const Request& request) {
  if (auto refused = refuse(request, options)) return std::move(*refused);
  if (request.path == std::string(kApi) + "/changes" && request.method == "GET") return changes();
  if (request.path == std::string(kApi) + std::string(kExport)) return export_file(request);
  if (request.path == kApi || request.path.starts_with(std::string(kApi) + "/")) return routes.answer(request, workbench);
  if (request.method != "GET" && request.method != "HEAD") return refusal(kMethodNotAllowed, request.method + " does nothing here");
  if (auto page = pages.answer(request.path)) return std::move(*page);
  return refusal(kNotFound, "this program was built without the page, as there was no Node.js: the API is at " + std::string(kApi));
}

Result<Server> Server::listen(GuardOptions options, Routes routes, Pages pages, Workbench& workbench) {
  auto impl = std::make_unique<Impl>(std::move(options), std::move(routes), std::move(pages), workbench);
  httplib::Server& http = impl->http;
  http.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
  http.set_read_timeout(kReadSeconds).set_write_timeout(kWriteSeconds).set_keep_alive_timeout(kKeepSeconds).set_keep_alive_max_count(kMostRequests);
  http.set_payload_max_length(kMostBytes).set_tcp_nodelay(true);
  // The library's own choice lets a second server take the same port.
  int bound = -1;
  http.set_socket_options([&bound](int socket) {
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    bound = socket;
  });
  // The library would pack texts anew for each answer, with Brotli at its slowest where a browser takes it: a second for the page, the way from here to here takes none.
  // It would also give parts, and so a browser that broke an answer off would ask for its rest later on: of an answer that may be another one by then.
  http.set_pre_routing_handler([](const httplib::Request& asked, httplib::Response&) {
    auto& taken = const_cast<httplib::Request&>(asked);
    taken.headers.erase("Accept-Encoding");
    taken.ranges.clear();
    return httplib::Server::HandlerResponse::Unhandled;
  });
  const auto handle = [its = impl.get()](const httplib::Request& asked, httplib::Response& response) {
    give(its->answer(request_of(asked)), response);
  };
  http.Get(".*", handle).Post(".*", handle).Put(".*", handle).Patch(".*", handle).Delete(".*", handle).Options(".*", handle);
  // What the library refuses by itself: too large, no HTTP.
  http.set_error_handler([](const httplib::Request&, httplib::Response& response) {
    if (response.body.empty() && response.status >= kBadRequest) give(refusal(response.status, "the request cannot be answered"), response);
  });
  http.set_exception_handler([](const httplib::Request&, httplib::Response& response, const std::exception_ptr&) { give(refusal(kFailed, "the request could not be answered"), response); });
  const std::string& host = impl->options.host;
  int& port = impl->options.port;
  if (port == 0) port = http.bind_to_any_port(host);
  else if (!http.bind_to_port(host, port)) port = -1;
  if (port <= 0) return Error{Error::Kind::kInput, host + ": cannot listen there: the port is taken, or the address is not of this machine"};
  // The library lets 5 wait to be taken in: the sixth of those who come at once would try again after a second, then three, then seven.
  ::listen(bound, kMostWaiting);
  http.set_socket_options({});
  return Server(std::move(impl));
}

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::Server(Server&&) noexcept = default;
Server::~Server() = default;

int Server::port() const { return impl_->options.port; }
void Server::run() {
  Phase idle = Phase::kIdle;
  if (!impl_->phase.compare_exchange_strong(idle, Phase::kRunning)) return;
  impl_->http.listen_after_bind();
  impl_->phase = Phase::kEnded;
}

// The library forgets to stop what has not begun to answer: so that is prevented, or waited for.
void Server::stop() {
  impl_->workbench.close();
  Phase idle = Phase::kIdle;
  if (impl_->phase.compare_exchange_strong(idle, Phase::kEnded)) return;
  while (impl_->phase == Phase::kRunning && !impl_->http.is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  if (impl_->http.is_running()) impl_->http.stop();
  // Answers under way are ended as they should be; then whoever is left is idle, or was taken in while the others were gone through.
  for (int waited = 0; impl_->phase == Phase::kRunning; ++waited) {
    if (waited >= kMostPolite) hang_up(impl_->options.port);
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

Reply Server::answer(const Request& request) const { return impl_->answer(request); }

}  // namespace hearsay::serve
