// The table of routes: which address takes what, and what answers. Requests are checked by it, and the OpenAPI document is made from it, so that the two cannot differ.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/arguments.h"
#include "serve/exchange.h"
#include "serve/workbench.h"

namespace hearsay::serve {

using browse::DayNumber;
using browse::kNoDay;

// One call of a route: what was given, all checked, and what the answer is made of. What goes wrong is said to `session`, and `trouble` is what it was.
struct Call {
  const Given& given;
  const browse::Session& session;
  const View& view;
  Workbench& workbench;
  const std::string& body;               // of a route that takes a file
  browse::Trouble trouble = browse::Trouble::kNone;
};

struct Route {
  std::string path;                      // "/happenings/{id}", under /api/v1
  std::string title, about;
  std::vector<Argument> arguments;       // besides `ui` and those in the path
  std::string answer;                    // the name of its shape in the OpenAPI document; empty: a file
  std::optional<Reply> (*run)(Call&);    // nullopt after saying what is wrong
  std::string method = "GET";
  std::vector<Argument> body = {};       // of a POST: fields of the JSON object that it brings
  bool takes_file = false;               // of a POST: it brings a file instead
};

inline constexpr std::string_view kApi = "/api/v1", kExport = "/export";

class Routes {
 public:
  explicit Routes(std::vector<Route> routes, std::string version) : routes_(std::move(routes)), version_(std::move(version)) {}
  // Any request under /api/v1. Never fails: what cannot be answered is said.
  Reply answer(const Request& request, Workbench& workbench) const;
  // The OpenAPI document, version 3.1.0.
  std::string openapi() const;

 private:
  std::vector<Route> routes_;
  std::string version_;
};

}  // namespace hearsay::serve
