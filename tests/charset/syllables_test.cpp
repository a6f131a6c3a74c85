// The orthography of Vietnamese syllables.
// SPDX-License-Identifier: Apache-2.0
#include "charset/syllables.h"

#include <gtest/gtest.h>

#include "charset/texts.h"

namespace hearsay::testing {
namespace {

TEST(Syllables, AreThoseOfTheOrthography) {
  for (const std::u32string_view word : {U"nghiêng", U"Việt", U"khuya", U"thuở", U"giếng", U"gì", U"quyết", U"quốc", U"khuỷu", U"ĐƯỜNG", U"Ở", U"ngoằn", U"oái", U"xoong",
                                         U"yêu", U"huệ", U"lũy", U"hòa", U"rượu", U"gửi", U"kẻng"})
    EXPECT_TRUE(is_syllable(word));
}
TEST(Syllables, AreNothingElse) {
  for (const std::u32string_view word : {U"", U"tếch9", U"cafe", U"ngườii", U"mắk", U"viêt", U"làc", U"thủc", U"vIệt", U"VIệt", U"été", U"für", U"straße", U"niño", U"háháhá", U"nguờiờ",
                                         U"nghiêngg", U"мир", U"zá"})
    EXPECT_FALSE(is_syllable(word));
}
TEST(Syllables, FillVietnameseTextsAndNoOther) {
  for (std::string_view text : kVietnamese) {
    EXPECT_TRUE(surely_vietnamese(look_at(text)));
    EXPECT_EQ(look_at(text).marked_strange, 0u);
  }
  for (const Foreign& foreign : kForeign) EXPECT_FALSE(surely_vietnamese(look_at(foreign.text)));
}
TEST(Syllables, SymbolsBetweenLettersMakeAWordStrange) {
  EXPECT_EQ(look_at("Th\u00B6nh ch\u00B7ng").marked_strange, 2u);
  EXPECT_EQ(look_at("BBC, FIFA và UNESCO").plain_strange, 1u);   // the last is too long for initials
}

}  // namespace
}  // namespace hearsay::testing
