// Who may ask what: decided before anything is looked at. A page of another site that a browser has open can send requests to this machine, and can make a name of its own lead here; both are told by headers that a page cannot set.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "serve/exchange.h"

namespace hearsay::serve {

struct GuardOptions {
  std::string host = "127.0.0.1";        // on which it listens
  int port = 0;
  std::string token;                     // that each request must have; empty: none
  bool read_only = false;
};

bool is_loopback(std::string_view host);

// nullopt lets the request pass.
//
//   Host     names where it listens; on all addresses ("0.0.0.0", "::") any address in figures and the names given by the system
//   token    as `Authorization: Bearer`, as the cookie, or as ?token= of a page, which is answered with the cookie and the address without it
//   writes   need a body of JSON, or a file as octets, from a page of its own, or from no page at all
std::optional<Reply> refuse(const Request& request, const GuardOptions& options);

// What each answer says to the browser: load nothing from elsewhere, show it in no other site's frame.
const std::vector<std::pair<std::string, std::string>>& safety_headers();

}  // namespace hearsay::serve
