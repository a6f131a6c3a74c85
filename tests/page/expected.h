// What a page of tests/page/pages is expected to give, as text: an address, fields with their origin, and after an empty line the blocks with their kind.
//   address: https://tin.example/a.html
//   published <json-ld>: 2024-03-05T10:15:00+07:00
//
//   paragraph: The text of the block.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "page/page.h"

namespace hearsay::testing {

inline const char* const kKindNames[] = {"title", "lead", "heading", "paragraph", "item", "quotation", "caption", "credit", "byline", "dateline"};

struct Expected {
  std::string address, fields, blocks;   // fields and blocks as lines
};

inline std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

inline Expected read_expected(const std::string& path) {
  std::istringstream lines(contents(path));
  Expected expected;
  bool in_blocks = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) in_blocks = true;
    else if (in_blocks) expected.blocks += line + "\n";
    else if (line.starts_with("address: ")) expected.address = line.substr(9);
    else expected.fields += line + "\n";
  }
  return expected;
}

inline std::string fields_of(const WebPage& page) {
  std::string lines;
  const auto add = [&](const char* name, const PageField& field) { lines += std::string(name) + " <" + std::string(to_string(field.from)) + ">: " + field.value + "\n"; };
  const std::pair<const char*, const std::optional<PageField>*> single[] = {{"title", &page.title},       {"outlet", &page.outlet}, {"published", &page.published},
                                                                            {"modified", &page.modified}, {"url", &page.url},       {"lang", &page.lang}};
  for (const auto& [name, field] : single)
    if (*field) add(name, **field);
  for (const PageField& author : page.authors) add("author", author);
  return lines;
}

inline std::string blocks_of(const WebPage& page) {
  std::string lines;
  for (const PageBlock& block : page.blocks) lines += std::string(kKindNames[static_cast<int>(block.kind)]) + ": " + block.text + "\n";
  return lines;
}

}  // namespace hearsay::testing
