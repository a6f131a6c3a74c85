// SPDX-License-Identifier: Apache-2.0
#include "fetch/address.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

#include "base/ascii.h"

namespace hearsay {
namespace {

using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::string part(CURLU* url, CURLUPart which, unsigned flags = 0) {
  char* value = nullptr;
  if (curl_url_get(url, which, &value, flags) != CURLUE_OK) return {};
  std::string out = value;
  curl_free(value);
  return out;
}

// Without white space at the ends, and without the line breaks and tabs that feeds put into addresses (the URL Standard drops them too).
std::string tidy(std::string_view text) {
  std::string out;
  for (char c : text)
    if (static_cast<unsigned char>(c) >= ' ') out += c;
  out.erase(0, std::min(out.find_first_not_of(' '), out.size()));
  out.erase(out.find_last_not_of(' ') + 1);
  return out;
}

bool web(CURLU* url) {
  const std::string scheme = part(url, CURLUPART_SCHEME);
  return scheme == "http" || scheme == "https";
}

}  // namespace

std::string AddressParts::origin() const {
  const bool six = host.find(':') != std::string::npos;
  return scheme + "://" + (six ? "[" + host + "]" : host) + ":" + port;
}

std::string web_address(std::string_view base, std::string_view reference) {
  constexpr unsigned kLenient = CURLU_URLENCODE | CURLU_ALLOW_SPACE | CURLU_NON_SUPPORT_SCHEME;
  if (base.size() > kMaxAddress || reference.size() > kMaxAddress) return {};
  const Url url(curl_url(), curl_url_cleanup);
  const std::string from = tidy(base), to = tidy(reference);
  if (!from.empty() && curl_url_set(url.get(), CURLUPART_URL, from.c_str(), kLenient) != CURLUE_OK && to.find(':') == std::string::npos) return {};
  if (to.empty() || curl_url_set(url.get(), CURLUPART_URL, to.c_str(), kLenient) != CURLUE_OK || !web(url.get())) return {};
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  const std::string host = lower(part(url.get(), CURLUPART_HOST));
  curl_url_set(url.get(), CURLUPART_HOST, host.c_str(), 0);
  std::string address = part(url.get(), CURLUPART_URL);
  return address.size() > kMaxAddress ? std::string{} : address;
}

std::optional<AddressParts> address_parts(const std::string& address) {
  const Url url(curl_url(), curl_url_cleanup);
  if (curl_url_set(url.get(), CURLUPART_URL, address.c_str(), 0) != CURLUE_OK || !web(url.get())) return std::nullopt;
  AddressParts parts{part(url.get(), CURLUPART_SCHEME), lower(part(url.get(), CURLUPART_HOST)), part(url.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT), part(url.get(), CURLUPART_PATH)};
  if (parts.host.size() > 2 && parts.host.front() == '[') parts.host = parts.host.substr(1, parts.host.size() - 2);
  if (const std::string query = part(url.get(), CURLUPART_QUERY); !query.empty()) parts.target += "?" + query;
  return parts;
}

}  // namespace hearsay
