// Malformed records: each is refused with its place and reason.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "sample.h"

namespace hearsay {
namespace {

// The sample's record with the first `old` replaced.
std::string changed(std::string_view old, std::string_view with) {
  std::string record = analysis_record(sample::analysis());
  const size_t at = record.find(old);
  if (at == std::string::npos) throw std::logic_error("not in the record: " + std::string(old));
  return record.replace(at, old.size(), with);
}

std::string refusal(const std::string& record) {
  const Result<Analysis> read = read_analysis_record(record);
  return read ? "read" : read.error().message;
}

TEST(ReadRecord, SaysWhatIsNotJson) {
  EXPECT_EQ(refusal(""), "record: not JSON at byte 0: The document is empty.");
  EXPECT_EQ(refusal("{\"format\":"), "record: not JSON at byte 10: Invalid value.");
  EXPECT_EQ(refusal("\"\xFF\""), "record: not JSON at byte 1: Invalid encoding in string.");
  EXPECT_EQ(refusal("[]"), "record: expected an object");
  EXPECT_EQ(refusal(analysis_record({}) + "{}"),
            "record: not JSON at byte " + std::to_string(analysis_record({}).size()) +
                ": The document root must not be followed by other values.");
}

TEST(ReadRecord, NamesThePlaceOfAFault) {
  const std::pair<std::string, std::string> cases[] = {
      {refusal("{}"), "format: missing"},
      {refusal(changed("hearsay/1", "hearsay/2")), "format: expected \"hearsay/1\", not \"hearsay/2\""},
      {refusal(changed("\"text\":", "\"test\":")), "text: missing"},
      {refusal(changed("\"sha256\":", "\"sha\":")), "source.sha256: missing"},
      {refusal(changed("[[0,14]", "[[0,1400]")), "sentences[0][1]: past the end of the text"},
      {refusal(changed("[[0,14]", "[[20,14]")), "sentences[0][1]: 14 is not within 20..2147483647"},
      {refusal(changed("[[0,14]", "[[0]")), "sentences[0]: expected [start, end]"},
      {refusal(changed("[[0,14]", "[7")), "sentences[0]: expected a list"},
      {refusal(changed("\"type\":\"SET\"", "\"type\":\"set\"")), "times[1].type: expected one of: DATE, TIME, DURATION, SET"},
      {refusal(changed("\"from\":\"2025-06-11\"", "\"from\":\"2025-06-31\"")), "times[0].from: expected a day such as 2025-01-31"},
      {refusal(changed("\"id\":\"t2\"", "\"id\":\"t3\"")), "times[1].id: expected \"t2\", not \"t3\""},
      {refusal(changed("\"id\":\"kim\"", "\"id\":\"prk\"")), "actors[1].id: a second actor of this id"},
      {refusal(changed("\"cue\":{", "\"cue\":{\"start\":\"x\",\"was\":{},")), "statements[0].cue.start: expected a whole number"},
      {refusal(changed("\"via\":[{\"actor\":\"nk-news\"", "\"via\":[{\"actor\":\"nk\"")),
       "statements[0].via[0].actor: no actor of the id \"nk\""},
      {refusal(changed("\"parent\":\"s2\"", "\"parent\":\"s3\"")), "statements[0].parent: \"s3\" is not in statements"},
      {refusal(changed("\"parent\":\"s2\"", "\"parent\":\"\"")), "statements[0].parent: \"\" is not in statements"},
      {refusal(changed("\"time\":\"t1\"", "\"time\":\"s1\"")), "events[0].time: \"s1\" is not in times"},
      {refusal(changed("\"goldstein\":-4.0", "\"goldstein\":\"-4\"")), "events[0].goldstein: expected a number"},
      {refusal(changed("\"lead\":true", "\"lead\":1")), "events[0].lead: expected true or false"},
  };
  for (const auto& [found, expected] : cases) EXPECT_EQ(found, "record: " + expected);
}

TEST(ReadRecord, TakesRecordsWithoutOurOwnFields) {
  const Result<Analysis> read = read_analysis_record(
      R"({"format":"hearsay/1","id":"x","source":{"path":"p","sha256":""},"lang":"en","text":"He left.",)"
      R"("sentences":[[0,8]],"times":[],"actors":[],"events":[],"statements":[{"id":"s1","sentence":0,"start":0,"end":8,)"
      R"("mode":"direct","act":"deny","speaker":{"actor":null,"name":"He"}}],"more":{"deep":[[[{}]]]}})");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->statements[0].speaker.name, "He");
  EXPECT_EQ(read->statements[0].speaker.voices, 1);
  EXPECT_TRUE(read->figures.empty());
}

TEST(ReadRecord, SurvivesDeepNesting) {
  const std::string deep = std::string(1'000'000, '[') + std::string(1'000'000, ']');
  EXPECT_EQ(refusal(changed("\"notes\":", "\"deep\":" + deep + ",\"notes\":")), "read");
  EXPECT_EQ(refusal("{\"deep\":" + deep + "}"), "record: format: missing");
}

// No cut of a record may crash; that a shorter one is whole would be a fault of the format.
TEST(ReadRecord, RefusesEveryTruncation) {
  const std::string record = analysis_record(sample::analysis());
  for (size_t size = 0; size < record.size(); ++size) EXPECT_FALSE(read_analysis_record(record.substr(0, size)));
}

}  // namespace
}  // namespace hearsay
