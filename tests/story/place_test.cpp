// Which places can be one.
// SPDX-License-Identifier: Apache-2.0
#include "story/place.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

const std::vector<std::string> kNobody, kHome{"EGY", "ISR"};

Actor actor(const std::string& id, ActorKind kind, const std::string& country, std::vector<std::string> within = {}) {
  Actor one;
  one.id = id;
  one.kind = kind;
  one.country = country;
  one.within = std::move(within);
  one.known = true;
  return one;
}
Place place(const std::string& id, const std::string& country, std::vector<std::string> within = {}) {
  return place_of(actor(id, ActorKind::kPlace, country, std::move(within)), kHome);
}
Place state(const std::string& id, const std::string& country) { return place_of(actor(id, ActorKind::kState, country), kHome); }

TEST(Place, OneLiesInTheOther) {
  const Place square = place("tahrir-square", "EGY", {"cairo-centre"}), centre = place("cairo-centre", "EGY"), luxor = place("luxor", "EGY");
  EXPECT_TRUE(is_one(square, centre));
  EXPECT_TRUE(is_one(centre, square));
  EXPECT_FALSE(may_be_one(square, luxor));
  EXPECT_TRUE(is_one(place("village", "EGY"), place("border-village", "EGY"))) << "one name in the other";
}

TEST(Place, ACityLiesInItsState) {
  EXPECT_TRUE(is_one(place("geneva", "CHE"), state("che", "CHE")));
  EXPECT_FALSE(may_be_one(place("geneva", "CHE"), state("aut", "AUT")));
  EXPECT_FALSE(may_be_one(state("che", "CHE"), state("aut", "AUT")));
}

TEST(Place, APartysOwnStateTellsNothingApart) {
  EXPECT_TRUE(is_one(state("che", "CHE"), state("che", "CHE")));
  EXPECT_FALSE(is_one(state("egy", "EGY"), state("egy", "EGY")));
  EXPECT_TRUE(may_be_one(place("luxor", "EGY"), state("egy", "EGY")));
  EXPECT_FALSE(is_one(place("luxor", "EGY"), state("egy", "EGY")));
}

TEST(Place, OnABorderIsInEitherState) {
  const Place crossing = place("crossing", "", {"egy", "isr"});
  EXPECT_TRUE(may_be_one(crossing, state("egy", "EGY")));
  EXPECT_TRUE(may_be_one(crossing, state("isr", "ISR")));
  EXPECT_FALSE(may_be_one(crossing, state("che", "CHE")));
}

TEST(Place, ARegionSpeaksAgainstNothing) {
  const Place europe = place("europe", "");
  EXPECT_TRUE(may_be_one(europe, place("geneva", "CHE")));
  EXPECT_FALSE(is_one(europe, europe));
}

TEST(Place, ATellingWithoutAPlace) {
  EXPECT_TRUE(may_be_one(Place{}, place("luxor", "EGY")));
  EXPECT_FALSE(is_one(Place{}, Place{}));
}

}  // namespace
}  // namespace hearsay
