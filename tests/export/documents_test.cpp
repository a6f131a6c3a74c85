// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <sstream>

#include "export/told_letters.h"

namespace hearsay::testing {
namespace {

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, at);) parts.push_back(part);
  return parts;
}

// All documents that are tried: the letters, and a hostile one.
std::vector<const Analysis*> documents() {
  static const ToldLetters hostile = hostile_told();
  std::vector<const Analysis*> all{&hostile.documents.at("d1")};
  for (const auto& [_, analysis] : told_letters().documents) all.push_back(&analysis);
  return all;
}

TEST(BratExport, SpansHaveTheWordsTheySay) {
  for (const Analysis* analysis : documents()) {
    const auto files = document_format("brat")->files(*analysis);
    ASSERT_EQ(files.size(), 2u);
    EXPECT_EQ(files[0].name, analysis->document.id + ".txt");
    EXPECT_EQ(files[0].bytes, analysis->document.text);
    size_t spans = 0;
    for (const std::string& line : split(files[1].bytes, '\n')) {
      if (!line.starts_with('T')) continue;
      ++spans;
      const auto cells = split(line, '\t');
      ASSERT_EQ(cells.size(), 3u) << line;
      std::string words;
      for (const std::string& stretch : split(cells[1].substr(cells[1].find(' ') + 1), ';')) {
        const auto offsets = split(stretch, ' ');
        words += (words.empty() ? "" : " ") + at_code_points(files[0].bytes, static_cast<uint32_t>(std::stoul(offsets.at(0))), static_cast<uint32_t>(std::stoul(offsets.at(1))));
      }
      EXPECT_EQ(cells[2], words) << line;
    }
    EXPECT_GE(spans, analysis->times.size());
  }
}

TEST(BratExport, NamesOnlyWhatIsThere) {
  for (const Analysis* analysis : documents()) {
    std::set<std::string> made;
    size_t events = 0;
    for (const std::string& line : split(document_format("brat")->files(*analysis)[1].bytes, '\n')) {
      const auto cells = split(line, '\t');
      EXPECT_TRUE(made.insert(cells.at(0)).second) << line;
      if (line.starts_with('E')) {
        ++events;
        for (const std::string& role : split(cells.at(1), ' ')) EXPECT_TRUE(made.contains(role.substr(role.find(':') + 1))) << line;
      } else if (!line.starts_with('T')) {
        EXPECT_TRUE(made.contains(split(cells.at(1), ' ').at(1))) << line;
      }
    }
    EXPECT_LE(events, analysis->statements.size() + analysis->events.size());
    EXPECT_GE(events, analysis->events.size());
  }
}

// The words that the two selectors of an annotation choose.
TEST(WebAnnotationExport, BothSelectorsChooseTheSameWords) {
  for (const Analysis* analysis : documents()) {
    const auto files = document_format("webannotation")->files(*analysis);
    ASSERT_EQ(files.size(), 1u);
    EXPECT_EQ(files[0].bytes.find("\u202e"), std::string::npos);
    const auto json = parsed_json(files[0].bytes);
    const std::string& text = analysis->document.text;
    size_t mentions = 0;
    for (const Actor& actor : analysis->actors) mentions += actor.mentions.size();
    EXPECT_EQ(json["items"].Size(), analysis->times.size() + analysis->statements.size() + analysis->events.size() + analysis->figures.size() + mentions);
    std::set<std::string> ids;
    for (const auto& item : json["items"].GetArray()) {
      EXPECT_TRUE(ids.insert(item["id"].GetString()).second);
      const auto &position = item["target"]["selector"][0], &quote = item["target"]["selector"][1];
      const uint32_t start = position["start"].GetUint(), end = position["end"].GetUint();
      const std::string exact = quote["exact"].GetString(), prefix = quote["prefix"].GetString(), suffix = quote["suffix"].GetString();
      EXPECT_EQ(exact, at_code_points(text, start, end));
      EXPECT_EQ(prefix, at_code_points(text, start > 32 ? start - 32 : 0, start));
      EXPECT_EQ(suffix, at_code_points(text, end, end + 32));
      EXPECT_NE(text.find(prefix + exact + suffix), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace hearsay::testing
