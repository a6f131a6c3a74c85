// Days, columns and messages: what only turns values into text.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "browse/dates.h"
#include "browse/display.h"
#include "browse/messages.h"

namespace hearsay::browse {
namespace {

const Words kEnglish(Language::kEnglish), kVietnamese(Language::kVietnamese);

Day day(int y, unsigned m, unsigned d) { return std::chrono::year(y) / static_cast<int>(m) / static_cast<int>(d); }

struct Phrase {
  Day from, to;
  const char *en, *vi;
};

TEST(DatePhrases, AreWhatPeopleWrite) {
  for (const Phrase& phrase : {
           Phrase{day(2013, 10, 23), day(2013, 10, 23), "23 Oct 2013", "23/10/2013"},
           Phrase{day(2013, 10, 1), day(2013, 10, 31), "Oct 2013", "tháng 10/2013"},
           Phrase{day(2012, 2, 1), day(2012, 2, 29), "Feb 2012", "tháng 2/2012"},
           Phrase{day(2013, 1, 1), day(2013, 12, 31), "2013", "năm 2013"},
           Phrase{day(2013, 1, 1), day(2014, 12, 31), "2013–2014", "năm 2013–2014"},
           Phrase{day(2013, 10, 1), day(2013, 11, 30), "Oct–Nov 2013", "tháng 10–11/2013"},
           Phrase{day(2013, 12, 1), day(2014, 1, 31), "Dec 2013 – Jan 2014", "tháng 12/2013 – 1/2014"},
           Phrase{day(2013, 10, 3), day(2013, 10, 7), "3–7 Oct 2013", "3–7/10/2013"},
           Phrase{day(2013, 9, 28), day(2013, 10, 3), "28 Sep – 3 Oct 2013", "28/9 – 3/10/2013"},
           Phrase{day(2013, 12, 28), day(2014, 1, 3), "28 Dec 2013 – 3 Jan 2014", "28/12/2013 – 3/1/2014"},
       }) {
    EXPECT_EQ(date_phrase(phrase.from, phrase.to, kEnglish), phrase.en);
    EXPECT_EQ(date_phrase(phrase.from, phrase.to, kVietnamese), phrase.vi);
  }
}

TEST(DatePhrases, SayWhatIsNotKnown) {
  EXPECT_EQ(date_phrase({}, {}, kEnglish), "date unknown");
  EXPECT_EQ(date_phrase(day(2013, 10, 3), {}, kEnglish), "from 3 Oct 2013");
  EXPECT_EQ(date_phrase({}, day(2013, 10, 3), kVietnamese), "đến 3/10/2013");
}

TEST(Periods, AreReadAsTyped) {
  const auto is = [](const char* typed, Day from, Day to) {
    const auto period = parse_period(typed);
    return period && period->from == from && period->to == to;
  };
  EXPECT_TRUE(is("2013", day(2013, 1, 1), day(2013, 12, 31)));
  EXPECT_TRUE(is("2012-02", day(2012, 2, 1), day(2012, 2, 29)));
  EXPECT_TRUE(is("2/2012", day(2012, 2, 1), day(2012, 2, 29)));
  EXPECT_TRUE(is("2013-10-23", day(2013, 10, 23), day(2013, 10, 23)));
  EXPECT_TRUE(is("23/10/2013", day(2013, 10, 23), day(2013, 10, 23)));
  for (const char* wrong : {"", "-", "13", "2013-13", "2013-02-30", "2013-", "2013-10-23-1", "23/10", "2013/10/23", "x", "20131023", "2013-1a"})
    EXPECT_FALSE(parse_period(wrong)) << wrong;
}

TEST(Periods, OfPublicationAreDaysOrMoments) {
  for (const char* good : {"2013-10-23", "2013-10-23T11:39+07:00", "2013-10-23 11:39"}) EXPECT_TRUE(is_date_or_date_time(good)) << good;
  for (const char* wrong : {"2013-10", "2013-02-30", "2013-10-23x", "23/10/2013"}) EXPECT_FALSE(is_date_or_date_time(wrong)) << wrong;
}

TEST(Lengths, AreReadAsTyped) {
  EXPECT_EQ(parse_length("90s"), std::chrono::seconds(90));
  EXPECT_EQ(parse_length("5m"), std::chrono::minutes(5));
  EXPECT_EQ(parse_length("2h"), std::chrono::hours(2));
  EXPECT_EQ(parse_length("30d"), std::chrono::hours(720));
  for (const char* wrong : {"", "5", "m", "0s", "-1s", "31d", "1.5h", "5 m", "5min", "99999999999s"}) EXPECT_FALSE(parse_length(wrong)) << wrong;
}

TEST(Width, CountsColumnsNotBytes) {
  EXPECT_EQ(display_width("Việt Nam"), 8);
  EXPECT_EQ(display_width("Vie\u0323\u0302t Nam"), 8);       // decomposed
  EXPECT_EQ(display_width("北京"), 4);
  EXPECT_EQ(display_width("\x1b[1mđậm\x1b[0m"), 3);
  EXPECT_EQ(display_width("\U0001F4E8"), 2);
  EXPECT_EQ(padded("Mỹ", 4), "Mỹ  ");
  EXPECT_EQ(shortened("Triều Tiên", 6), "Triều…");
}

TEST(Wrapping, BreaksAtSpacesAndWithinWordsThatAreTooWide) {
  EXPECT_EQ(wrap("một hai ba bốn", 7), (std::vector<std::string>{"một hai", "ba bốn"}));
  EXPECT_EQ(wrap("abcdefghij k", 4), (std::vector<std::string>{"abcd", "efgh", "ij k"}));
  EXPECT_EQ(wrap("", 10), std::vector<std::string>{""});
  EXPECT_EQ(wrap("a\n\nb", 10), (std::vector<std::string>{"a", "", "b"}));
  EXPECT_EQ(wrap_indented("một hai ba bốn năm sáu bảy", 22, 2), "một hai ba bốn năm\n  sáu bảy");
}

TEST(Wrapping, NeverExceedsTheWidth) {
  const std::string text = "Bộ Ngoại giao Triều Tiên 北京北京 phủ nhận «tin» \x1b[1mđó hôm qua\x1b[0m, supercalifragilistic";
  for (int width = 2; width < 60; ++width)
    for (const std::string& line : wrap(text, width)) EXPECT_LE(display_width(line), width) << line;
}

TEST(Wrapping, TurnsColourOffAtTheEndOfALine) {
  EXPECT_EQ(wrap("\x1b[1maa bb\x1b[0m cc", 3), (std::vector<std::string>{"\x1b[1maa\x1b[0m", "\x1b[1mbb\x1b[0m", "cc"}));
}

TEST(OneLine, LetsNothingDriveTheTerminal) {
  EXPECT_EQ(one_line("  a\n\tb\u00a0 c "), "a b c");
  EXPECT_EQ(one_line("a\x1b[31mb\x07"), "a[31mb");
  EXPECT_EQ(one_line("a\u202eb"), "ab");
  EXPECT_EQ(one_line("a\xff"), "a\uFFFD");
}

TEST(Messages, CountInBothLanguages) {
  EXPECT_EQ(kEnglish.count(Message::kDocuments, 1), "1 document");
  EXPECT_EQ(kEnglish.count(Message::kDocuments, 1234567), "1,234,567 documents");
  EXPECT_EQ(kVietnamese.count(Message::kDocuments, 1), "1 tài liệu");
  EXPECT_EQ(kVietnamese.number(-1234), "-1.234");
  EXPECT_EQ(kVietnamese.number(123), "123");
}

TEST(Messages, PutTheLibrarysWordsIntoVietnamese) {
  EXPECT_EQ(in_words(kVietnamese, "a: b.txt: the file is empty"), "a: b.txt: tệp rỗng");
  EXPECT_EQ(in_words(kVietnamese, "larger than 64 MB, too large for one report"), "lớn hơn 64 MB, quá lớn đối với một bài báo");
  EXPECT_EQ(in_words(kVietnamese, "a.db: the disk is full; what was being saved is not in the store"), "a.db: đĩa đã đầy; phần đang lưu không có trong kho");
  EXPECT_EQ(in_words(kVietnamese, "no/a.db: cannot be opened: No such file or directory"), "no/a.db: không mở được: No such file or directory");
  EXPECT_EQ(in_words(kVietnamese, "x: unheard of"), "x: unheard of");
  EXPECT_EQ(in_words(kEnglish, "not text"), "not text");
}

}  // namespace
}  // namespace hearsay::browse
