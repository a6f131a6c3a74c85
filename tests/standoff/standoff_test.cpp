// Standoff as brat writes it is read, what it does not know is passed over, and what is broken is named with its line.
// SPDX-License-Identifier: Apache-2.0
#include "standoff/standoff.h"

#include <gtest/gtest.h>

#include "standoff/scheme.h"

namespace hearsay {
namespace {

TEST(ReadStandoff, TakesTheLinesThatBratWrites) {
  const auto ann = read_standoff("a.ann",
                                 "\xEF\xBB\xBFT1\tPerson 0 4\tLinh\r\n"
                                 "T2\tmeeting 5 8;12 17\tmet twice\r\n"
                                 "T3\tPerson 20 24\tMinh\r\n"
                                 "E1\tmeeting:T2 Actor:T1 Recipient:T3 Via2:E1 \r\n"
                                 "A1\tStatus E1 not-happened\r\n"
                                 "M1\tLead E1\r\n"
                                 "#1\tAnnotatorNotes T3\tor his brother\r\n"
                                 "R1\tCoreference Arg1:T1 Arg2:T3\t\r\n"
                                 "A2\tSure R1\r\n"
                                 "#2\tAnnotatorNotes R1\tnot sure\r\n"
                                 "N1\tReference T1 Hearsay:linh\tLinh\r\n"
                                 "*\tEquiv T1 T3\r\n"
                                 "\r\n"
                                 "# a line of somebody's own\r\n"
                                 "X1\tnobody knows\r\n");
  ASSERT_TRUE(ann) << ann.error().message;
  ASSERT_EQ(ann->bounds.size(), 3u);
  EXPECT_EQ(ann->bounds[1].type, "meeting");
  EXPECT_EQ(ann->bounds[1].start, 5u);
  EXPECT_EQ(ann->bounds[1].end, 17u);
  EXPECT_EQ(ann->bounds[1].words, "met twice");
  ASSERT_EQ(ann->events.size(), 1u);
  const StandoffEvent& event = ann->events[0];
  EXPECT_EQ(event.trigger, "T2");
  EXPECT_EQ(event.line, 4);
  ASSERT_EQ(event.roles.size(), 3u);
  EXPECT_EQ(event.roles[0].name + event.roles[0].of, "ActorT1");
  EXPECT_EQ(event.roles[2].name, "Via");
  EXPECT_EQ(event.roles[2].number, 2);
  ASSERT_EQ(ann->attributes.size(), 2u);
  EXPECT_EQ(ann->attributes[0].value, "not-happened");
  EXPECT_EQ(ann->attributes[1].value, "");
  ASSERT_EQ(ann->notes.size(), 1u);
  EXPECT_EQ(ann->notes[0].words, "or his brother");
  EXPECT_TRUE(read_standoff("a.ann", "")->bounds.empty());
}

TEST(ReadStandoff, SaysWhatIsBrokenAndWhere) {
  const std::string good = "T1\tPerson 0 4\tLinh\n";
  for (const auto& [line, message] : std::vector<std::pair<std::string, std::string>>{
           {"T2", "no tab behind the id \"T2\""},
           {"T1\tPerson 5 6\tx", "the id \"T1\" is there twice"},
           {"T2\t", "no type"},
           {"T2\tPerson\tx", "no offsets"},
           {"T2\tPerson 5\tx", "offsets are pairs of numbers, as in \"5 12;20 24\""},
           {"T2\tPerson 5 6;\tx 7", ""},
           {"T2\tPerson -5 6\tx", "offsets are pairs of numbers, as in \"5 12;20 24\""},
           {"T2\tPerson 5 99999999999\tx", "offsets are pairs of numbers, as in \"5 12;20 24\""},
           {"T2\tPerson 6 6\tx", "a stretch ends where it begins, or before"},
           {"T2\tPerson 5 6", "no words behind the offsets"},
           {"T2\tPerson 5 6\t\xFF", "not UTF-8"},
           {"E1\tmeeting", "no type and trigger, as in \"meeting:T3\""},
           {"E1\tmeeting:T7", "its trigger \"T7\" is not there"},
           {"E1\tmeeting:T1", "its trigger is a \"Person\", and itself a \"meeting\""},
           {"E1\tPerson:T1 Actor", "no role, as in \"Actor:T4\": \"Actor\""},
           {"E1\tPerson:T1 Actor:T9", "\"T9\" is not there"},
           {"E1\tPerson:T1 Actor:R9", "\"R9\" is not there"},
           {"A1\tStatus", "no name of an attribute and what it is of, as in \"Status E2 planned\""},
           {"A1\tStatus E9 planned", "\"E9\" is not there"},
           {"M1\tLead E9", "\"E9\" is not there"}}) {
    const auto ann = read_standoff("a.ann", good + line + "\n");
    EXPECT_EQ(ann ? "" : ann.error().message, message.empty() ? "" : "a.ann:2: " + message) << line;
  }
}

TEST(StandoffScheme, KindsAreTypesThatBratAllows) {
  EXPECT_EQ(scheme::type_of("letter-sent"), "letter-sent");
  EXPECT_EQ(scheme::type_of("talks (two sides)"), "talks__two_sides_");
  EXPECT_EQ(scheme::type_of(""), "event");
  EXPECT_EQ(scheme::type_of(ActorKind::kPlace), "Place");
}

}  // namespace
}  // namespace hearsay
