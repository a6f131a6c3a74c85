// A press of many years as web pages in one WARC, to measure with what reading costs from the bytes on. Usage: hearsay-press PAGES [BYTES] > FILE;
// pages of so many bytes (default: 55,000, as news sites serve), nine tenths of them scripts, menus and the other parts that are not the report.
// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <cstdlib>
#include <string>

#include "newswire.h"

namespace hearsay::bench {
namespace {

std::string escaped(const std::string& text) {
  std::string out;
  for (char c : text) {
    if (c == '<') out += "&lt;";
    else if (c == '&') out += "&amp;";
    else if (c == '"') out += "&quot;";
    else out += c;
  }
  return out;
}

std::string paragraphs(const std::string& text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) out += "<p>" + escaped(text.substr(at, end - at)) + "</p>\n";
    at = end + 1;
  }
  return out;
}

// What stands around a report: as much of it in front as behind.
std::string surroundings(size_t bytes) {
  static const std::string kMenu = "<nav><ul><li><a href=\"/a\">Home</a></li><li><a href=\"/b\">World</a></li><li><a href=\"/c\">Business</a></li></ul></nav>\n";
  static const std::string kScript = "<script>window.parts = window.parts || []; window.parts.push({place: 'side', after: 3, of: [1, 2, 3]});</script>\n";
  std::string out = kMenu;
  while (out.size() + kScript.size() < bytes) out += kScript;
  return out;
}

std::string page_of(const NewsItem& item, size_t bytes) {
  const Metadata& about = item.metadata;
  std::string head = "<!doctype html><html lang=\"" + about.lang.value_or("") + "\"><head><meta charset=\"utf-8\"><title>" + escaped(about.title.value_or("")) + "</title>\n" +
                     "<meta property=\"og:site_name\" content=\"" + escaped(about.outlet.value_or("")) + "\"><meta property=\"article:published_time\" content=\"" + about.published.value_or("") +
                     "\"></head><body>\n";
  const std::string report = "<article><h1>" + escaped(about.title.value_or("")) + "</h1>\n" + paragraphs(item.text) + "</article>\n";
  const std::string around = surroundings((bytes - std::min(bytes, head.size() + report.size())) / 2);
  return head + around + report + around + "</body></html>\n";
}

int run(int pages, size_t bytes) {
  NewswireOptions options;
  options.reports = std::max(pages, 1'000'000);     // of ten years, as hearsay-scale has them
  Newswire newswire(options);
  for (int i = 0; i < pages; ++i) {
    const auto item = newswire.next();
    if (!item) break;
    const std::string page = page_of(*item, bytes);
    std::printf("WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://press.example/%d\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %zu\r\n\r\n", i, page.size());
    std::fwrite(page.data(), 1, page.size(), stdout);
    std::fputs("\r\n\r\n", stdout);
  }
  return std::fflush(stdout) == 0 ? 0 : 1;
}

}  // namespace
}  // namespace hearsay::bench

int main(int count, char** arguments) {
  const int pages = count > 1 ? std::atoi(arguments[1]) : 0;
  const int bytes = count > 2 ? std::atoi(arguments[2]) : 55'000;
  if (pages <= 0 || bytes <= 0) {
    std::fprintf(stderr, "usage: hearsay-press PAGES [BYTES] > FILE\n");
    return 64;
  }
  return hearsay::bench::run(pages, static_cast<size_t>(bytes));
}
