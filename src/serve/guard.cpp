// SPDX-License-Identifier: Apache-2.0
#include "serve/guard.h"

#include <algorithm>

#include "base/ascii.h"

namespace hearsay::serve {
namespace {

constexpr size_t kMostWords = 1 << 20;   // bytes of a body that is no file
constexpr std::string_view kCookie = "hearsay_token=";

bool is_everywhere(std::string_view host) { return host == "0.0.0.0" || host == "::"; }

bool is_address(std::string_view host) {
  return host.find_first_not_of("0123456789.") == std::string_view::npos || (host.starts_with('[') && host.find_first_not_of("0123456789abcdefABCDEF:.[]") == std::string_view::npos);
}

// The header without the port, which must be the right one: browsers leave 80 out.
std::optional<std::string_view> named_host(std::string_view header, int port) {
  const size_t colon = header.rfind(':');
  if (colon == std::string_view::npos || header.ends_with(']')) return port == 80 ? std::optional(header) : std::nullopt;
  if (header.substr(colon + 1) != std::to_string(port)) return std::nullopt;
  return header.substr(0, colon);
}

bool is_here(std::string_view header, const GuardOptions& options) {
  const auto host = named_host(header, options.port);
  if (!host || host->empty()) return false;
  if (is_loopback(*host)) return is_loopback(options.host) || is_everywhere(options.host);
  return is_everywhere(options.host) ? is_address(*host) : *host == options.host;
}

// Takes as long wherever they differ.
bool same(std::string_view a, std::string_view b) {
  unsigned char differ = a.size() != b.size();
  for (size_t i = 0; i < std::min(a.size(), b.size()); ++i) differ |= static_cast<unsigned char>(a[i] ^ b[i]);
  return differ == 0;
}

std::string_view cookie_of(const Request& request) {
  std::string_view left = request.header("cookie");
  while (!left.empty()) {
    const std::string_view one = left.substr(0, left.find(';'));
    if (one.starts_with(kCookie)) return one.substr(kCookie.size());
    left.remove_prefix(std::min(left.size(), one.size() + 1));
    while (left.starts_with(' ')) left.remove_prefix(1);
  }
  return {};
}

// As it stands in an address (RFC 3986): what came with percent signs resolved must not end a line of the header, nor begin another part.
std::string encoded(std::string_view text, std::string_view kept) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_alpha_or_digit(c) || kept.find(c) != std::string_view::npos) out += c;
    else (out += '%') += {kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return out;
}

// The page once more, without what nobody should see over a shoulder. Two strokes at the beginning would lead to another host.
Reply with_cookie(const Request& request, const std::string& token) {
  constexpr std::string_view kUnreserved = "-._~";
  const size_t begin = std::min(request.path.find_first_not_of('/'), request.path.size());
  std::string address = "/" + encoded(std::string_view(request.path).substr(begin), "-._~/");
  char before = '?';
  for (const auto& [name, value] : request.query) {
    if (name == "token") continue;
    address += before + encoded(name, kUnreserved) + "=" + encoded(value, kUnreserved);
    before = '&';
  }
  Reply reply{kFound, "text/plain", ""};
  reply.headers = {{"Location", address}, {"Set-Cookie", std::string(kCookie) + token + "; Path=/; HttpOnly; SameSite=Strict"}};
  return reply;
}

std::optional<Reply> refuse_stranger(const Request& request, const GuardOptions& options) {
  constexpr std::string_view kBearer = "Bearer ";
  const std::string_view authorization = request.header("authorization");
  if (authorization.starts_with(kBearer) && same(authorization.substr(kBearer.size()), options.token)) return std::nullopt;
  if (same(cookie_of(request), options.token)) return std::nullopt;
  const auto given = request.query.find("token");
  if (given != request.query.end() && same(given->second, options.token) && request.method == "GET" && !request.path.starts_with("/api/")) return with_cookie(request, options.token);
  return refusal(kUnauthorized, "a token is needed: open the address that the server printed");
}

std::optional<Reply> refuse_write(const Request& request, const GuardOptions& options) {
  const std::string_view type = request.header("content-type");
  const bool is_file = type.starts_with("application/octet-stream");
  if (!is_file && request.body.size() > kMostWords) return refusal(kTooLarge, "the body is too large");
  if (options.read_only) return refusal(kForbidden, "the server is read-only");
  const std::string_view site = request.header("sec-fetch-site"), origin = request.header("origin");
  if (!site.empty() && site != "same-origin" && site != "none") return refusal(kForbidden, "requests from other sites change nothing here");
  if (!origin.empty() && origin != "http://" + std::string(request.header("host"))) return refusal(kForbidden, "requests from other sites change nothing here");
  // Types that no form of another page can send unasked.
  if (!request.body.empty() && !is_file && !type.starts_with("application/json")) return refusal(kUnsupportedMedia, "the body must be application/json, or a file as application/octet-stream");
  return std::nullopt;
}

}  // namespace

bool is_loopback(std::string_view host) { return host == "localhost" || host == "::1" || host == "[::1]" || (host.starts_with("127.") && is_address(host)); }

std::optional<Reply> refuse(const Request& request, const GuardOptions& options) {
  if (!is_here(request.header("host"), options)) return refusal(kMisdirected, "this is not the host that was asked for");
  if (!options.token.empty())
    if (auto refused = refuse_stranger(request, options)) return refused;
  const bool reads = request.method == "GET" || request.method == "HEAD";
  return reads ? std::nullopt : refuse_write(request, options);
}

const std::vector<std::pair<std::string, std::string>>& safety_headers() {
  static const std::vector<std::pair<std::string, std::string>> kHeaders = {
      {"Content-Security-Policy",
       "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"},
      {"X-Content-Type-Options", "nosniff"},
      {"X-Frame-Options", "DENY"},
      {"Referrer-Policy", "no-referrer"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
  };
  return kHeaders;
}

}  // namespace hearsay::serve
