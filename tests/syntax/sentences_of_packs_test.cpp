// Subjects, objects and what hangs on them in plain Vietnamese and English sentences, with the real packs.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "engine/reading.h"

namespace hearsay::testing {
namespace {

bool holds(const std::string& found, std::string_view wanted) { return found.find(wanted) != std::string::npos; }

TEST(PackSyntax, SubjectAndObject) {
  const TextRead en("en", "North Korea refused the letter.");
  EXPECT_EQ(en.part("refused", "subject"), "North Korea");
  EXPECT_EQ(en.part("refused", "object"), "the letter");
  const TextRead vi("vi", "Triều Tiên từ chối bức thư.");
  EXPECT_EQ(vi.part("từ chối", "subject"), "Triều Tiên");
  EXPECT_EQ(vi.part("từ chối", "object"), "bức thư");
}

TEST(PackSyntax, WordsBetweenSubjectAndVerb) {
  EXPECT_EQ(TextRead("en", "North Korea on Monday refused the letter.").part("refused", "subject"), "North Korea");
  EXPECT_EQ(TextRead("vi", "Triều Tiên hôm qua đã từ chối bức thư.").part("từ chối", "subject"), "Triều Tiên");
}

TEST(PackSyntax, Passives) {
  const TextRead en("en", "The letter was refused by North Korea.");
  EXPECT_EQ(en.part("refused", "subject"), "North Korea");
  EXPECT_EQ(en.part("refused", "object"), "The letter");
  const TextRead vi("vi", "Bức thư bị Triều Tiên từ chối.");
  EXPECT_EQ(vi.part("từ chối", "subject"), "Triều Tiên");
  EXPECT_EQ(vi.part("từ chối", "object"), "Bức thư");
}

TEST(PackSyntax, RelativeClauses) {
  const TextRead vi("vi", "Triều Tiên từ chối bức thư mà ông Donald Trump gửi.");
  EXPECT_TRUE(holds(vi.part("gửi", "subject"), "Donald Trump"));
  EXPECT_TRUE(holds(vi.part("gửi", "object"), "bức thư"));
  EXPECT_EQ(vi.part("từ chối", "subject"), "Triều Tiên");
}

TEST(PackSyntax, CoordinatedVerbsShareTheirSubject) {
  EXPECT_TRUE(holds(TextRead("vi", "Ông Donald Trump đến Seoul và gặp ông Moon Jae-in.").part("gặp", "subject"), "Donald Trump"));
  EXPECT_TRUE(holds(TextRead("en", "Donald Trump flew to Seoul and met Moon Jae-in.").part("met", "subject"), "Donald Trump"));
}

TEST(PackSyntax, ComplementsShareTheirSubject) {
  const TextRead vi("vi", "Bình Nhưỡng từ chối tiếp nhận bức thư.");
  EXPECT_EQ(vi.part("từ chối", "complement"), "tiếp nhận");
  EXPECT_EQ(vi.part("tiếp nhận", "subject"), "Bình Nhưỡng");
  const TextRead en("en", "Pyongyang refused to accept the letter.");
  EXPECT_TRUE(holds(en.part("refused", "complement"), "accept"));
}

TEST(PackSyntax, ContentClausesHaveTheirOwnSubject) {
  EXPECT_EQ(TextRead("vi", "Bộ Quốc phòng Hàn Quốc cho biết Triều Tiên đã phóng tên lửa.").part("phóng", "subject"), "Triều Tiên");
  EXPECT_EQ(TextRead("en", "South Korea said North Korea had launched a missile.").part("launched", "subject"), "North Korea");
}

}  // namespace
}  // namespace hearsay::testing
