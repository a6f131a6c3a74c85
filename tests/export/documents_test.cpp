// SPDX-License-Identifier: Apache-2.0
#include <libxml/parser.h>

#include <algorithm>
#include <memory>
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
    ASSERT_EQ(files.size(), 3u);
    EXPECT_EQ(files[0].name, analysis->document.id + ".txt");
    EXPECT_EQ(files[0].bytes, analysis->document.text);
    EXPECT_EQ(files[2].name, analysis->document.id + ".json");
    EXPECT_EQ(parsed_json(files[2].bytes)["zones"].Size(), analysis->document.zones.size());
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

// What annotation.conf allows, read as brat reads it: sections, an indent for what stands below another type, arguments behind white space.
struct BratTypes {
  std::set<std::string> chosen;                          // types of marks and events that may be chosen
  std::map<std::string, std::map<std::string, std::set<std::string>>> events, attributes;    // by type: what may fill each argument

  explicit BratTypes(const std::string& conf) {
    std::string section;
    for (const std::string& line : split(conf, '\n')) {
      if (line.starts_with('[')) section = line;
      if (line.empty() || line.starts_with('[')) continue;
      const auto cells = split(line.substr(line.starts_with('\t') ? 1 : 0), '\t');
      EXPECT_LE(cells.size(), 2u) << line;
      const std::string& type = cells.at(0);
      if (type.starts_with('!')) continue;
      EXPECT_EQ(type.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"), std::string::npos) << line;
      EXPECT_TRUE(section == "[attributes]" || chosen.insert(type).second) << line;
      auto& arguments = (section == "[attributes]" ? attributes : events)[type];
      if (cells.size() < 2) continue;
      for (std::string argument : split(cells[1], ',')) {
        argument.erase(0, argument.find_first_not_of(' '));
        const size_t colon = argument.find(':');
        EXPECT_NE(colon, std::string::npos) << line;
        for (const std::string& filling : split(argument.substr(colon + 1), '|')) arguments[argument.substr(0, argument.find_first_of("?*:"))].insert(filling);
      }
    }
  }
};

TEST(BratExport, FolderAllowsAllThatIsWritten) {
  const auto files = document_format("brat")->folder(shared_engine());
  ASSERT_EQ(files.size(), 2u);
  EXPECT_EQ(files[0].name, "annotation.conf");
  for (const char* section : {"[entities]", "[relations]", "[events]", "[attributes]"}) EXPECT_NE(files[0].bytes.find(std::string(section) + "\n"), std::string::npos) << section;
  const BratTypes types(files[0].bytes);
  for (const Analysis* analysis : documents()) {
    std::map<std::string, std::string> type_of;
    for (const std::string& line : split(document_format("brat")->files(*analysis)[1].bytes, '\n')) {
      const auto cells = split(line, '\t');
      const auto parts = split(cells.at(1), ' ');
      EXPECT_TRUE(!line.starts_with('T') || types.chosen.contains(type_of[cells[0]] = parts[0])) << line;
      if (line.starts_with('E')) {
        const std::string type = type_of[cells[0]] = parts[0].substr(0, parts[0].find(':'));
        for (size_t i = 1; i < parts.size(); ++i) {
          const std::string role = parts[i].substr(0, parts[i].find_first_of("0123456789:"));
          EXPECT_TRUE(types.events.at(type).at(role).contains(type_of.at(parts[i].substr(parts[i].find(':') + 1)))) << line;
        }
      }
      if (line.starts_with('A')) {
        const auto& arguments = types.attributes.at(parts[0]);
        EXPECT_TRUE(arguments.at("Arg").contains(type_of.at(parts[1]))) << line;
        EXPECT_EQ(arguments.contains("Value"), parts.size() == 3) << line;
        EXPECT_TRUE(parts.size() < 3 || arguments.at("Value").contains(parts[2])) << line;
      }
    }
  }
}

TEST(BratExport, FolderSaysHowItIsDrawn) {
  const auto files = document_format("brat")->folder(shared_engine());
  EXPECT_EQ(files[1].name, "visual.conf");
  const BratTypes types(files[0].bytes);
  std::set<std::string> drawn;
  for (const std::string& line : split(files[1].bytes.substr(files[1].bytes.find("[drawing]")), '\n')) EXPECT_TRUE(drawn.insert(line.substr(0, line.find('\t'))).second) << line;
  for (const std::string& type : types.chosen) EXPECT_TRUE(drawn.contains(type)) << type;
  EXPECT_TRUE(drawn.contains("SPAN_DEFAULT") && drawn.contains("ARC_DEFAULT"));
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

using Xml = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

std::string content_of(xmlNode* node) {
  const std::unique_ptr<xmlChar, void (*)(void*)> text(xmlNodeGetContent(node), [](void* bytes) { xmlFree(bytes); });
  return reinterpret_cast<const char*>(text.get());
}

std::string attribute_of(xmlNode* node, const char* name) {
  const std::unique_ptr<xmlChar, void (*)(void*)> text(xmlGetProp(node, reinterpret_cast<const xmlChar*>(name)), [](void* bytes) { xmlFree(bytes); });
  return text ? reinterpret_cast<const char*>(text.get()) : "";
}

xmlNode* child(xmlNode* node, std::string_view name) {
  for (xmlNode* at = node->children; at; at = at->next)
    if (at->type == XML_ELEMENT_NODE && reinterpret_cast<const char*>(at->name) == name) return at;
  return nullptr;
}

// A text without what XML cannot hold.
std::string pictured(std::string text) {
  for (size_t at = 0; at < text.size(); ++at)
    if (text[at] > 0 && text[at] < 0x20 && text[at] != '\n' && text[at] != '\t' && text[at] != '\r') text.replace(at, 1, std::string("\xE2\x90") + static_cast<char>(0x80 + text[at]));
  return text;
}

TEST(TimeMlExport, IsTheTextAgainWithoutItsTags) {
  for (const Analysis* analysis : documents()) {
    const std::string tml = document_format("timeml")->files(*analysis).at(0).bytes;
    const Xml xml(xmlReadMemory(tml.data(), static_cast<int>(tml.size()), nullptr, nullptr, XML_PARSE_NONET), xmlFreeDoc);
    ASSERT_TRUE(xml) << tml;
    xmlNode* root = xmlDocGetRootElement(xml.get());
    xmlNode* text = child(root, "TEXT");
    ASSERT_TRUE(text);
    EXPECT_EQ(content_of(text), pictured(analysis->document.text));
    for (xmlNode* at = text->children; at; at = at->next) {
      if (at->type != XML_ELEMENT_NODE) continue;
      const TimeExpression& time = analysis->times.at(std::stoul(attribute_of(at, "tid").substr(1)) - 1);
      EXPECT_EQ(content_of(at), words_at(*analysis, time.span));
      EXPECT_EQ(attribute_of(at, "value"), time.value);
      EXPECT_EQ(attribute_of(at, "type"), to_string(time.type));
    }
    EXPECT_EQ(content_of(child(root, "DCT")), iso(*analysis->document.published_day));
  }
}

TEST(TimeMlExport, MakesUpNoDayOfPublication) {
  Analysis undated = told_letters().documents.begin()->second;
  undated.document.published_day.reset();
  EXPECT_EQ(document_format("timeml")->files(undated).at(0).bytes.find("<DCT>"), std::string::npos);
}

TEST(TimeMlExport, LeavesOutWhatOverlaps) {
  Analysis analysis = hostile_told().documents.begin()->second;
  analysis.document.text = "from Monday to Friday";
  analysis.times = {{{5, 21}, TimeType::kDuration, "P5D", {}, {}, ""}, {{5, 11}, TimeType::kDate, "2020-01-06", {}, {}, ""}, {{15, 21}, TimeType::kDate, "2020-01-10", {}, {}, ""}};
  const std::string tml = document_format("timeml")->files(analysis).at(0).bytes;
  EXPECT_NE(tml.find("from <TIMEX3 tid=\"t1\" type=\"DURATION\" value=\"P5D\">Monday to Friday</TIMEX3></TEXT>"), std::string::npos) << tml;
}

}  // namespace
}  // namespace hearsay::testing
