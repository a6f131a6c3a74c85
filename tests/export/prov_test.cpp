// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "export/told_letters.h"

namespace hearsay::testing {
namespace {

OriginGraph ways_of(const Happening& happening, const DocumentsById& documents) {
  std::vector<Analysis> analyses;
  for (const std::string& id : speaking_of(happening)) analyses.push_back(documents.at(id));
  return origin_graph(happening, analyses, shared_engine().copying(analyses));
}

std::string prov(const ToldLetters& told) {
  const HappeningFormat& format = *happening_format("prov");
  ExportTally tally;
  std::string out = format.head({});
  for (const Happening& happening : told.happenings) {
    const OriginGraph ways = ways_of(happening, told.documents);
    out += format.one({happening, told.documents, &ways}, {}, tally);
  }
  return out + format.tail(tally);
}

TEST(ProvExport, EveryNameLeadsToAnObjectAndWordsStandWhereTheyAre) {
  const ToldLetters& told = told_letters();
  const auto json = parsed_json(prov(told));
  std::set<std::string> ids;
  for (const auto& object : json["@graph"].GetArray()) ids.insert(object["@id"].GetString());
  size_t words = 0, claims = 0;
  for (const auto& object : json["@graph"].GetArray()) {
    for (const char* field : {"prov:wasAttributedTo", "prov:wasDerivedFrom", "prov:actedOnBehalfOf", "prov:wasQuotedFrom", "hs:deniedBy", "hs:declinedBy", "hs:holds", "hs:passedTo"})
      for (rapidjson::SizeType i = 0; object.HasMember(field) && i < object[field].Size(); ++i) EXPECT_TRUE(ids.contains(object[field][i].GetString())) << field;
    const std::string type = object["@type"][1].GetString();
    claims += type == "hs:Claim";
    if (type != "hs:Words") continue;
    ++words;
    const std::string document = object["prov:wasQuotedFrom"][0].GetString();
    const std::string& text = told.documents.at(document.substr(document.rfind(':') + 1)).document.text;
    EXPECT_EQ(object["prov:value"].GetString(), at_code_points(text, object["hs:start"].GetUint(), object["hs:end"].GetUint()));
  }
  EXPECT_EQ(claims, told.happenings.size());
  EXPECT_GT(words, claims);
}

TEST(ProvExport, NamesTheOriginsOfBothSides) {
  const auto json = parsed_json(prov(told_letters()));
  for (const Happening& happening : told_letters().happenings)
    for (const auto& object : json["@graph"].GetArray())
      if (object["@id"].GetString() == "urn:hearsay:happening:" + happening.id) {
        EXPECT_EQ(object.HasMember("prov:wasAttributedTo") ? object["prov:wasAttributedTo"].Size() : 0u, happening.origins.size()) << happening.id;
        EXPECT_EQ(object.HasMember("hs:deniedBy") ? object["hs:deniedBy"].Size() : 0u, happening.denials.size()) << happening.id;
      }
}

TEST(ProvExport, IsWellFormedOfHostileTextAndOfNothing) {
  const auto hostile = parsed_json(prov(hostile_told()));
  EXPECT_GT(hostile["@graph"].Size(), 0u);
  EXPECT_EQ(parsed_json(prov({}))["@graph"].Size(), 0u);
}

}  // namespace
}  // namespace hearsay::testing
