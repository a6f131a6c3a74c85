// SPDX-License-Identifier: Apache-2.0
#include "fetch/transfer.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <mutex>

#include "base/ascii.h"
#include "fetch/network.h"

namespace hearsay {
namespace {

void start_curl() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

constexpr size_t kMaxHeader = 8192;      // bytes of a value; addresses are the longest, and no longer than this

}  // namespace

Transfer::Transfer(const FetchLimits& limits, std::string agent, std::function<bool()> go_on) : limits_(limits), agent_(std::move(agent)), go_on_(std::move(go_on)) {
  start_curl();
  curl_.reset(curl_easy_init());
  if (curl_) set_options();
}

void Transfer::set_options() {
  CURL* curl = curl_.get();
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent_.c_str());
  curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");          // all that libcurl was built with
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits_.connect.count()));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(limits_.total.count()));
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, limits_.least_speed);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, static_cast<long>(limits_.slow.count()));
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, this);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION,
                   +[](void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) { return static_cast<Transfer*>(self)->go_on_() ? 0 : 1; });
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, this);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION,
                   +[](char* bytes, size_t size, size_t count, void* self) { return static_cast<Transfer*>(self)->take_header({bytes, size * count}); });
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, this);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION,
                   +[](char* bytes, size_t size, size_t count, void* self) { return static_cast<Transfer*>(self)->take_body({bytes, size * count}); });
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, this);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, +[](void* self, curlsocktype, curl_sockaddr* to) { return static_cast<Transfer*>(self)->open_socket(*to); });
}

curl_socket_t Transfer::open_socket(const curl_sockaddr& to) {
  if (!allow_private_ && !public_address(to.addr)) {
    reply_.private_address = written_address(to.addr);
    return CURL_SOCKET_BAD;
  }
  return socket(to.family, to.socktype | SOCK_CLOEXEC, to.protocol);
}

// A status line begins a new set: that of an interim reply is forgotten.
size_t Transfer::take_header(std::string_view line) {
  static constexpr auto kUsed = std::to_array<std::string_view>({"cache-control", "content-type", "date", "etag", "last-modified", "location", "retry-after"});
  const size_t taken = line.size(), colon = line.find(':');
  if (line.starts_with("HTTP/")) reply_.headers.clear();
  if (colon == std::string_view::npos || line.size() > kMaxHeader) return taken;
  const std::string name = lower(line.substr(0, colon));
  if (std::find(kUsed.begin(), kUsed.end(), name) == kUsed.end()) return taken;
  const std::string_view value = line.substr(colon + 1);
  const size_t first = value.find_first_not_of(" \t\r\n");
  reply_.headers[name] = first == std::string_view::npos ? std::string{} : std::string(value.substr(first, value.find_last_not_of(" \t\r\n") + 1 - first));
  return taken;
}

size_t Transfer::take_body(std::string_view bytes) {
  const size_t room = largest_ - reply_.body.size();
  reply_.body.append(bytes.substr(0, room));
  if (bytes.size() <= room) return bytes.size();
  reply_.too_large = true;
  return 0;
}

TransferReply Transfer::get(const std::string& url, const std::vector<std::string>& headers, bool allow_private, size_t largest, bool cut) {
  if (!curl_) return {};
  reply_ = {};
  allow_private_ = allow_private;
  largest_ = largest;
  char error[CURL_ERROR_SIZE] = "";
  curl_slist* list = nullptr;
  for (const std::string& header : headers) list = curl_slist_append(list, header.c_str());
  CURL* curl = curl_.get();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error);
  curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(cut ? 0 : largest));
  reply_.code = curl_easy_perform(curl);
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply_.status);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, nullptr);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, nullptr);
  curl_slist_free_all(list);
  if (reply_.code == CURLE_FILESIZE_EXCEEDED) reply_.too_large = true;
  if (cut && reply_.too_large) reply_.code = CURLE_OK;
  if (reply_.code != CURLE_OK) reply_.error = error[0] ? error : curl_easy_strerror(reply_.code);
  return std::move(reply_);
}

}  // namespace hearsay
