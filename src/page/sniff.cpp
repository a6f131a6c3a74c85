// Is it a web page, and which encoding does it declare? By the HTML standard and WHATWG MIME Sniffing.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/ascii.h"
#include "page/page.h"
#include "page/tag.h"

namespace hearsay {

using namespace page;

namespace {

constexpr size_t kPrescan = 1024;   // bytes, HTML standard 13.2.3.2

// Behind the first `end` from `at` on, or the end of the bytes.
size_t behind(std::string_view bytes, size_t at, std::string_view end) {
  const size_t found = bytes.find(end, at);
  return found == std::string_view::npos ? bytes.size() : found + end.size();
}

// The standard's "algorithm for extracting a character encoding from a meta element": what stands behind charset= in a content attribute.
std::string_view charset_of(std::string_view content) {
  for (size_t at = 0; at < content.size(); ++at) {
    if (!has_at(content, at, "charset")) continue;
    size_t from = at + 7;
    while (from < content.size() && is_white(content[from])) ++from;
    if (from >= content.size() || content[from] != '=') continue;
    std::string_view value = trim(content.substr(from + 1));
    if (value.empty()) return {};
    if (value[0] == '"' || value[0] == '\'') {
      const size_t close = value.find(value[0], 1);
      return close == std::string_view::npos ? std::string_view() : trim(value.substr(1, close - 1));
    }
    return value.substr(0, std::min(value.find(';'), std::find_if(value.begin(), value.end(), is_white) - value.begin() + size_t{0}));
  }
  return {};
}

// What a <meta> whose attributes begin at `at` declares.
std::string_view meta_charset(std::string_view bytes, size_t at) {
  std::string_view charset, content;
  bool http_equiv = false;
  AttributeReader attributes(bytes, at);
  for (Attribute one; attributes.next(one);) {
    if (attributes.unclosed()) return {};
    if (same_ascii(one.name, "charset")) charset = trim(one.value);
    if (same_ascii(one.name, "content")) content = charset_of(one.value);
    if (same_ascii(one.name, "http-equiv")) http_equiv = same_ascii(trim(one.value), "content-type");
  }
  if (charset.empty() && http_equiv) charset = content;
  return has_at(charset, 0, "utf-16") ? "utf-8" : charset;
}

}  // namespace

std::string_view declared_charset(std::string_view bytes) {
  bytes = bytes.substr(0, kPrescan);
  for (size_t at = bytes.find('<'); at < bytes.size(); at = bytes.find('<', at)) {
    if (bytes.substr(at, 4) == "<!--") {
      at = behind(bytes, at + 2, "-->");
      continue;
    }
    const char next = at + 1 < bytes.size() ? bytes[at + 1] : '\0';
    if (next == '!' || next == '?') {
      at = behind(bytes, at, ">");
      continue;
    }
    size_t name_end = at + 1 + (next == '/');
    if (name_end >= bytes.size() || !is_alpha(bytes[name_end])) {
      at = next == '/' ? behind(bytes, at, ">") : at + 1;
      continue;
    }
    while (name_end < bytes.size() && !is_white(bytes[name_end]) && bytes[name_end] != '>' && bytes[name_end] != '/') ++name_end;
    if (same_ascii(bytes.substr(at, name_end - at), "<meta"))
      if (const std::string_view label = meta_charset(bytes, name_end); !label.empty()) return label;
    AttributeReader attributes(bytes, name_end);
    for (Attribute one; attributes.next(one);) continue;
    at = attributes.at();
  }
  return {};
}

bool looks_like_page(std::string_view bytes) {
  static constexpr std::string_view kStarts[] = {"<!doctype html", "<html", "<head", "<script", "<iframe", "<h1", "<div", "<font", "<table", "<a",
                                                 "<style", "<title", "<b", "<body", "<br", "<p", "<meta", "<link"};
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  size_t at = 0;
  while (true) {
    while (at < bytes.size() && is_white(bytes[at])) ++at;
    if (bytes.substr(at, 4) == "<!--") at = behind(bytes, at + 2, "-->");
    else if (has_at(bytes, at, "<?xml")) at = behind(bytes, at, "?>");
    else break;
  }
  return std::any_of(std::begin(kStarts), std::end(kStarts), [&](std::string_view start) {
    const size_t end = at + start.size();
    return has_at(bytes, at, start) && end < bytes.size() && (is_white(bytes[end]) || bytes[end] == '>');
  });
}

}  // namespace hearsay
