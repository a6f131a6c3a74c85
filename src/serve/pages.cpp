// SPDX-License-Identifier: Apache-2.0
#include "serve/pages.h"

#include <charconv>

extern "C" const char hearsay_pages[], hearsay_pages_end[];

namespace hearsay::serve {
namespace {

constexpr size_t kBlock = 512;           // of a TAR
constexpr std::string_view kFirst = "/index.html";

std::string_view field(std::string_view header, size_t at, size_t size) {
  const std::string_view whole = header.substr(at, size);
  return whole.substr(0, whole.find('\0'));
}

size_t octal(std::string_view digits) {
  size_t value = 0;
  while (digits.starts_with(' ')) digits.remove_prefix(1);
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 8);
  return value;
}

std::string_view type_of(std::string_view path) {
  static constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
      {".html", "text/html; charset=utf-8"}, {".js", "text/javascript; charset=utf-8"}, {".css", "text/css; charset=utf-8"}, {".svg", "image/svg+xml"}, {".png", "image/png"},
      {".ico", "image/x-icon"},              {".json", "application/json"},             {".woff2", "font/woff2"},           {".txt", "text/plain; charset=utf-8"}};
  for (const auto& [end, type] : kTypes)
    if (path.ends_with(end)) return type;
  return "application/octet-stream";
}

}  // namespace

std::string_view embedded_pages() { return {hearsay_pages, static_cast<size_t>(hearsay_pages_end - hearsay_pages)}; }

// Name, size, type and prefix stand at 0, 124, 156 and 345 of a header.
Pages::Pages(std::string_view tar) {
  while (tar.size() >= kBlock && tar.front() != '\0') {
    const std::string_view header = tar.substr(0, kBlock), name = field(header, 0, 100), prefix = field(header, 345, 155);
    const size_t size = octal(field(header, 124, 12)), blocks = (size + kBlock - 1) / kBlock * kBlock;
    tar.remove_prefix(kBlock);
    if (size > tar.size()) return;
    std::string path = (prefix.empty() ? "" : std::string(prefix) + "/") + std::string(name);
    if (path.starts_with("./")) path.erase(0, 2);
    if (header[156] == '0' || header[156] == '\0') files_["/" + path] = tar.substr(0, size);
    tar.remove_prefix(std::min(blocks, tar.size()));
  }
}

// Files under /assets have a hash of their bytes in their names.
std::optional<Reply> Pages::answer(const std::string& path) const {
  if (!any()) return std::nullopt;
  const auto at = files_.find(path);
  const auto& [name, bytes] = at == files_.end() ? *files_.find(kFirst) : *at;
  Reply reply{kOk, std::string(type_of(name)), std::string(bytes)};
  reply.headers.emplace_back("Cache-Control", name.starts_with("/assets/") ? "max-age=31536000, immutable" : "no-cache");
  return reply;
}

}  // namespace hearsay::serve
