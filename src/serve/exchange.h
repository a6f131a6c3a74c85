// What is asked over HTTP and what is answered, whatever carries it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearsay::serve {

// The table of statuses.
enum HttpStatus : int {
  kOk = 200,
  kFound = 302,
  kNotModified = 304,
  kBadRequest = 400,
  kUnauthorized = 401,
  kForbidden = 403,
  kNotFound = 404,
  kMethodNotAllowed = 405,
  kTooLarge = 413,
  kUnsupportedMedia = 415,
  kMisdirected = 421,
  kFailed = 500,
  kUnavailable = 503,
};

struct Request {
  std::string method, path;              // the path without the query, percent signs resolved
  std::multimap<std::string, std::string> query;
  std::map<std::string, std::string, std::less<>> headers;     // names in small letters
  std::string body;

  std::string_view header(std::string_view name) const {
    const auto at = headers.find(name);
    return at == headers.end() ? std::string_view() : std::string_view(at->second);
  }
};

// Takes a part of an answer; false if nobody is there any more to take it.
using Write = std::function<bool(std::string_view part)>;

struct Reply {
  int status = kOk;
  std::string type = "application/json";
  std::string body = {};
  std::vector<std::pair<std::string, std::string>> headers = {};
  // Instead of a body: gives it part by part, on the connection's thread; false if it is not whole, and then the connection breaks off.
  std::function<bool(const Write& write)> stream = {};
};

Reply refusal(int status, std::string_view why);       // {"error": why}

}  // namespace hearsay::serve
