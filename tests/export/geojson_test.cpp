// GeoJSON of the letters, read back.
// SPDX-License-Identifier: Apache-2.0
#include "export/legible.h"
#include "told_letters.h"

namespace hearsay::testing {
namespace {

TEST(GeoJson, HoldsHappeningsWithOnePlaceAndCountsTheOthers) {
  const Exported out = exported("geojson");
  const auto json = parsed_json(out.text);
  EXPECT_STREQ(json["type"].GetString(), "FeatureCollection");
  EXPECT_EQ(json["features"].Size(), static_cast<unsigned>(out.tally.written));
  EXPECT_GT(out.tally.written, 0);
  EXPECT_GT(out.tally.unplaced, 0);
  EXPECT_EQ(out.tally.written + out.tally.unplaced, static_cast<int64_t>(told_letters().happenings.size()));
}

TEST(GeoJson, PointsLieWhereTheirPlacesDo) {
  const auto json = parsed_json(exported("geojson").text);
  for (const auto& feature : json["features"].GetArray()) {
    const auto& at = feature["geometry"]["coordinates"];
    const auto known = shared_engine().coordinates(feature["properties"]["place"].GetString());
    ASSERT_TRUE(known);
    EXPECT_EQ(at[0].GetDouble(), known->longitude);
    EXPECT_EQ(at[1].GetDouble(), known->latitude);
  }
}

TEST(GeoJson, OffsetsGiveTheWords) {
  const auto json = parsed_json(exported("geojson").text);
  for (const auto& feature : json["features"].GetArray()) {
    const auto& told = feature["properties"];
    const Analysis& analysis = told_letters().documents.at(told["document"].GetString());
    EXPECT_EQ(at_code_points(analysis.document.text, told["start"].GetUint(), told["end"].GetUint()), told["words"].GetString());
  }
}

TEST(GeoJson, IsACollectionEvenOfNothing) {
  ToldLetters nothing;
  EXPECT_EQ(parsed_json(exported("geojson", {}, nothing).text)["features"].Size(), 0u);
}

TEST(GeoJson, HidesNothingOfHostileText) {
  ToldLetters told = hostile_told();
  Analysis& analysis = told.documents.at("d1");
  Actor& place = analysis.actors.emplace_back();
  place.id = "prk";
  place.name = "\xE2\x80\xAEP";
  place.kind = ActorKind::kState;
  analysis.events[0].place = 2;
  const std::string text = exported("geojson", {}, told).text;
  EXPECT_EQ(text.find("\xE2\x80\xAE"), std::string::npos);
  const auto json = parsed_json(text);
  ASSERT_EQ(json["features"].Size(), 1u);
  EXPECT_STREQ(json["features"][0]["properties"]["place_name"].GetString(), "\xE2\x80\xAEP");
}

TEST(Coordinates, AreKnownOfStatesAndPlacesAndOfNobodyElse) {
  const Engine& engine = shared_engine();
  for (const char* id : {"vnm", "usa", "chn", "prk", "tuv", "vat", "twn", "pse"}) EXPECT_TRUE(engine.coordinates(id)) << id;
  EXPECT_FALSE(engine.coordinates("donald-trump"));
  EXPECT_FALSE(engine.coordinates("nowhere"));
  const auto panmunjom = engine.coordinates("panmunjom");
  ASSERT_TRUE(panmunjom);
  EXPECT_NEAR(panmunjom->latitude, 37.96, 0.1);
  EXPECT_NEAR(panmunjom->longitude, 126.67, 0.1);
}

}  // namespace
}  // namespace hearsay::testing
