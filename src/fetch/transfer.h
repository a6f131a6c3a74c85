// One request and its reply by libcurl, without redirects and manners.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <curl/curl.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "fetch/fetch.h"

namespace hearsay {

struct TransferReply {
  CURLcode code = CURLE_FAILED_INIT;
  std::string error;                     // libcurl's words if the code is not CURLE_OK
  long status = 0;
  std::map<std::string, std::string> headers;       // those that are used, by names in lower case
  std::string body;
  bool too_large = false;
  std::string private_address;           // the address that was refused, empty if none was
};

class Transfer {
 public:
  Transfer(const FetchLimits& limits, std::string agent, std::function<bool()> go_on);
  //   headers        "Name: value"
  //   allow_private  whether the host may lie at a private address
  //   largest        bytes of body; `cut`: what goes beyond is dropped and no failure
  TransferReply get(const std::string& url, const std::vector<std::string>& headers, bool allow_private, size_t largest, bool cut);

 private:
  struct Free {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
  };
  void set_options();
  size_t take_header(std::string_view line);
  size_t take_body(std::string_view bytes);
  curl_socket_t open_socket(const curl_sockaddr& to);

  FetchLimits limits_;
  std::string agent_;
  std::function<bool()> go_on_;
  std::unique_ptr<CURL, Free> curl_;
  TransferReply reply_;                  // under way
  bool allow_private_ = false;
  size_t largest_ = 0;
};

}  // namespace hearsay
