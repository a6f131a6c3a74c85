// hearsay serve: the store as a workbench in the browser. What is served is the business of src/serve; this opens, listens and ends.
// SPDX-License-Identifier: Apache-2.0
#include <random>
#include <thread>

#include "cli/commands.h"
#include "cli/interrupt.h"
#include "serve/api.h"
#include "serve/server.h"

namespace hearsay::cli {
namespace {

constexpr std::chrono::hours kLong{1};

std::string new_token() {
  std::random_device random;
  std::string token;
  for (int i = 0; i < 4; ++i) token += fmt::format("{:08x}", random());
  return token;
}

std::string address_of(const serve::GuardOptions& guard, int port) {
  const bool everywhere = guard.host == "0.0.0.0" || guard.host == "::";
  const std::string host = everywhere ? "localhost" : guard.host.find(':') != std::string::npos ? "[" + guard.host + "]" : guard.host;
  return fmt::format("http://{}:{}/{}", host, port, guard.token.empty() ? "" : "?token=" + guard.token);
}

}  // namespace

int serve_store(const Session& session, const ServeOptions& options) {
  Trouble trouble = Trouble::kNone;
  auto store = open_store(session, options.store.db, trouble);
  if (!store) return exit_code_of(trouble);
  std::optional<Engine> engine = open_engine(session, options.store.packs);
  if (!engine) return kPackError;
  auto workbench = serve::Workbench::open({std::move(*store), std::move(*engine)}, options.store.db, HEARSAY_VERSION, options.read_only);
  if (!workbench) return session.complain(workbench.error()), kStoreError;
  if (const int64_t left = (*workbench)->view()->unsettled; left > 0) session.warn(session.words.count(Message::kUnsettled, left));
  const serve::Pages pages(serve::embedded_pages());
  if (!pages.any()) session.warn(session.words(Message::kNoPage));

  serve::GuardOptions guard{options.host, options.port, options.token.value_or(""), options.read_only};
  if (guard.token.empty() && !serve::is_loopback(guard.host)) guard.token = new_token();
  auto server = serve::Server::listen(guard, serve::Routes(serve::all_routes(), HEARSAY_VERSION), pages, **workbench);
  if (!server) return session.complain(server.error()), kUsage;
  put_line(session.words(Message::kServing, address_of(guard, server->port())));
  if (!close_output()) return kOutputError;

  const Interrupt interrupt;
  std::thread answering([&] { server->run(); });
  while (!interrupt.came()) interrupt.wait(kLong);
  server->stop();
  answering.join();
  return kOk;
}

}  // namespace hearsay::cli
