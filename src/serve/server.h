// The server: connections, threads and limits are a library's; who may ask is the guard's; what is answered, the routes' and the pages'.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "serve/guard.h"
#include "serve/pages.h"
#include "serve/routes.h"

namespace hearsay::serve {

class Server {
 public:
  // Listens from here on; an Error if it cannot. Port 0: any that is free.
  static Result<Server> listen(GuardOptions options, Routes routes, Pages pages, Workbench& workbench);
  Server(Server&&) noexcept;
  ~Server();

  int port() const;
  // Answers until `stop`.
  void run();
  // From any thread, or from a handler of signals on a thread of its own.
  void stop();

  // What is answered to a request, whatever carries it.
  Reply answer(const Request& request) const;

 private:
  struct Impl;
  explicit Server(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace hearsay::serve
