// WARC files: records of every kind, what HTTP did to them, and broken ones.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "archive/http.h"
#include "build.h"

namespace hearsay::test {
namespace {

const std::string kInfo = warc_record("warcinfo", "", "application/warc-fields", "software: none\r\n");
const std::string kOne = page_record("https://tin.example/1", "<p>one</p>"), kTwo = page_record("https://tin.example/2", "<p>two</p>");
const Lines kBoth = {"in!/https://tin.example/1=<p>one</p>", "in!/https://tin.example/2=<p>two</p>"};

// The one page that a record of these HTTP fields and this body gives.
std::string body_of(const std::string& fields, const std::string& body) {
  const Walked walked = walk(page_record("https://tin.example/1", body, fields));
  EXPECT_EQ(walked.faults, Lines{});
  return walked.members.size() == 1 ? walked.members[0].bytes : "(" + std::to_string(walked.members.size()) + " members)";
}

// The one fault that these bytes lead to.
std::string fault_of(const Walked& walked) { return walked.faults.size() == 1 ? walked.faults[0] : "(" + std::to_string(walked.faults.size()) + " faults)"; }

TEST(Warc, GivesPagesWithWhatTheirHeadersSay) {
  const Walked walked = walk(kInfo + page_record("https://tin.example/1", "<p>one</p>",
                                                 "Content-Type: Text/HTML; Charset=\"Windows-1258\"\r\nLast-Modified: Mon, 06 May 2024 01:02:03 GMT\r\nDate: Mon, 06 May 2024 07:00:00 GMT\r\n"));
  ASSERT_EQ(walked.members.size(), 1u);
  const ArchiveMember& page = walked.members[0];
  EXPECT_EQ(page.path, "in!/https://tin.example/1");
  EXPECT_EQ(page.url, "https://tin.example/1");
  EXPECT_EQ(page.media_type, "text/html");
  EXPECT_EQ(page.charset, "windows-1258");
  Lines dates;
  for (const MemberDate& date : page.dates) dates.push_back(date.field + " " + date.time);
  EXPECT_EQ(dates, (Lines{"WARC-Date 2024-05-06T07:08:09Z", "Last-Modified 2024-05-06T01:02:03Z", "Date 2024-05-06T07:00:00Z"}));
  EXPECT_FALSE(page.cut_short);
}

TEST(Warc, IsReadPlainAndPackedByRecordOrAsAWhole) {
  for (const std::string& bytes : {kInfo + kOne + kTwo, gzip(kInfo) + gzip(kOne) + gzip(kTwo), gzip(kInfo + kOne + kTwo), zstd(kInfo) + zstd(kOne) + zstd(kTwo)}) {
    const Walked walked = walk(bytes);
    EXPECT_EQ(walked.told(), kBoth);
    EXPECT_EQ(walked.faults, Lines{});
    EXPECT_EQ(walked.count.passed_over, (std::map<std::string, uint64_t>{{"warcinfo records", 1}}));
  }
}

TEST(Warc, PassesOverWhatIsNoPage) {
  const Walked walked = walk(kInfo + warc_record("request", "https://tin.example/1", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n") + kOne +
                             warc_record("metadata", "https://tin.example/1", "application/warc-fields", "a: b") + warc_record("revisit", "https://tin.example/1", "application/http", http("", "")) +
                             warc_record("response", "dns:tin.example", "text/dns", "20240506 tin.example") +
                             warc_record("response", "https://tin.example/x", "application/http", http("", "gone", "404 Not Found")) + warc_record("strange", "https://tin.example/1", "a/b", "c") + kTwo);
  EXPECT_EQ(walked.told(), kBoth);
  EXPECT_EQ(walked.faults, Lines{});
  EXPECT_EQ(walked.count.passed_over, (std::map<std::string, uint64_t>{{"HTTP status 404", 1},
                                                                       {"metadata records", 1},
                                                                       {"other records", 1},
                                                                       {"request records", 1},
                                                                       {"responses that are not HTTP", 1},
                                                                       {"revisit records", 1},
                                                                       {"warcinfo records", 1}}));
}

TEST(Warc, TakesEveryStatusIfTold) {
  ArchiveOptions options;
  options.every_status = true;
  EXPECT_EQ(walk(warc_record("response", "https://tin.example/x", "application/http", http("", "gone", "404 Not Found")), options).told(), Lines{"in!/https://tin.example/x=gone"});
}

TEST(Warc, TakesResourcesAndConversionsAsTheyAre) {
  const Walked walked = walk(warc_record("resource", "file:///tin.txt", "text/plain; charset=utf-8", "as it is") + warc_record("conversion", "<https://tin.example/1>", "text/plain", "as text"));
  EXPECT_EQ(walked.told(), (Lines{"in!/file:///tin.txt=as it is", "in!/https://tin.example/1=as text"}));
  EXPECT_EQ(walked.members[0].media_type + " " + walked.members[0].charset, "text/plain utf-8");
  EXPECT_EQ(walked.members[1].url, "https://tin.example/1");
}

TEST(Warc, OpensArchivesInRecords) {
  const Walked walked = walk(warc_record("resource", "https://tin.example/pages.zip", "application/zip", zip({{"a.html", "<p>a</p>"}})) + page_record("https://tin.example/b", gzip("packed")));
  EXPECT_EQ(walked.told(), (Lines{"in!/https://tin.example/pages.zip!/a.html=<p>a</p>", "in!/https://tin.example/b=packed"}));
  EXPECT_EQ(walked.members[1].url, "https://tin.example/b");
}

// ---- what HTTP did to a body

// zlib's form of what gzip packed, and the bare one.
std::string bare_deflate(const std::string& text) {
  const std::string whole = gzip(text);
  return whole.substr(10, whole.size() - 18);
}
std::string zlib_deflate(const std::string& text) {
  uint32_t a = 1, b = 0;
  for (unsigned char c : text) {
    a = (a + c) % 65521;
    b = (b + a) % 65521;
  }
  std::string bytes = "\x78\x9c" + bare_deflate(text);
  for (uint32_t part : {b >> 8, b, a >> 8, a}) bytes += static_cast<char>(part & 0xFF);
  return bytes;
}

TEST(HttpBody, IsUnpacked) {
  EXPECT_EQ(body_of("Content-Encoding: gzip\r\n", gzip("report")), "report");
  EXPECT_EQ(body_of("Content-Encoding: X-GZIP\r\n", gzip("report")), "report");
  EXPECT_EQ(body_of("Content-Encoding: deflate\r\n", zlib_deflate("report")), "report");
  EXPECT_EQ(body_of("Content-Encoding: deflate\r\n", bare_deflate("report")), "report");
  EXPECT_EQ(body_of("Content-Encoding: zstd\r\n", zstd("report")), "report");
  EXPECT_EQ(body_of("Content-Encoding: deflate, gzip\r\n", gzip(zlib_deflate("report"))), "report");
  EXPECT_EQ(body_of("Content-Encoding: identity\r\n", "report"), "report");
}

TEST(HttpBody, ThatTheCrawlerHasUnpackedStaysAsItIs) {
  EXPECT_EQ(body_of("Content-Encoding: gzip\r\n", "report"), "report");
  EXPECT_EQ(body_of("Transfer-Encoding: chunked\r\n", "report"), "report");
}

TEST(HttpBody, IsJoinedOfItsChunks) {
  EXPECT_EQ(body_of("Transfer-Encoding: chunked\r\n", "3\r\nrep\r\n3;note=x\r\nort\r\n0\r\n\r\n"), "report");
  const std::string packed = gzip("report"), first = packed.substr(0, 10), second = packed.substr(10);
  char size[16];
  std::snprintf(size, sizeof size, "%zX", second.size());
  EXPECT_EQ(body_of("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", "a\r\n" + first + "\r\n" + size + "\r\n" + second + "\r\n0\r\n\r\n"), "report");
}

TEST(HttpBody, WhoseChunksEndEarlyIsCutShort) {
  for (const char* chunks : {"6\r\nrepo", "4\r\nrepo\r\nzz", "4\r\nrepo\r\nFFFFFFFFFFFFFFFF\r\n", "4\r\nrepo\r\nFFFFFFFFFFFFFFFFFFFF\r\n"}) {
    std::string body = chunks;
    EXPECT_EQ(join_chunks(body), Chunks::kCutShort) << chunks;
    EXPECT_EQ(body, "repo");
  }
}

TEST(HttpBody, OfAnUnknownCodingIsNamed) {
  const Walked walked = walk(page_record("https://tin.example/1", "\x0b\x02\x80", "Content-Encoding: br\r\n") + kTwo);
  EXPECT_EQ(fault_of(walked), "in!/https://tin.example/1: was sent as \"br\", which is not read");
  EXPECT_EQ(walked.told(), Lines{kBoth[1]});
}

TEST(HttpBody, ThatIsABombIsLeft) {
  ArchiveOptions options;
  options.limits.ratio_from = 1 << 20;
  const Walked walked = walk(page_record("https://tin.example/1", gzip(std::string(8 << 20, 'a')), "Content-Encoding: gzip\r\n") + kTwo, options);
  EXPECT_EQ(fault_of(walked), "in!/https://tin.example/1: unpacks to more than 200 times its size, the limit; it is not read on");
  EXPECT_EQ(walked.told().back(), kBoth[1]);
}

TEST(HttpDate, IsReadInItsThreeForms) {
  EXPECT_EQ(http_date_to_iso("Sun, 06 Nov 1994 08:49:37 GMT"), "1994-11-06T08:49:37Z");
  EXPECT_EQ(http_date_to_iso("Sunday, 06-Nov-94 08:49:37 GMT"), "1994-11-06T08:49:37Z");
  EXPECT_EQ(http_date_to_iso("Sun Nov  6 08:49:37 1994"), "1994-11-06T08:49:37Z");
  for (const char* text : {"", "yesterday", "0", "Sun, 06 Nix 1994 08:49:37 GMT", "Sun, 99 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov 1994 25:49:37 GMT"}) {
    EXPECT_EQ(http_date_to_iso(text), "") << text;
  }
}

// ---- broken files

TEST(BrokenWarc, GivesTheStartOfATruncatedLastRecord) {
  const Walked walked = walk(kOne + kTwo.substr(0, kTwo.size() - 10));
  EXPECT_EQ(fault_of(walked), "in: the last record ends after 63 of its 69 bytes");
  EXPECT_EQ(walked.told(), (Lines{kBoth[0], "in!/https://tin.example/2=<p>t"}));
  EXPECT_TRUE(walked.members[1].cut_short);
}

TEST(BrokenWarc, GoesOnBehindGarbage) {
  for (const std::string& garbage : {std::string("no record at all\r\n"), noise(300'000) + "\n", std::string("WARC/9.0\r\n\r\nWARC/1.\n"), std::string(100, '\0') + "\r\n"}) {
    const Walked walked = walk(kOne + garbage + kTwo);
    EXPECT_EQ(walked.told(), kBoth);
    EXPECT_EQ(fault_of(walked), "in: holds bytes that belong to no WARC record");
  }
  EXPECT_EQ(fault_of(walk(kOne + "some more")), "in: holds bytes that belong to no WARC record");
}

TEST(BrokenWarc, GoesOnBehindALengthThatLies) {
  const std::string content = http("", "<p>one</p>");
  const auto lying = [&](int64_t length) { return walk(warc_record("response", "https://tin.example/1", "application/http", content, length) + kTwo); };
  const std::string end = std::to_string(content.size());
  EXPECT_EQ(lying(200).told(), kBoth);
  EXPECT_EQ(fault_of(lying(200)), "in: a record says that it is 200 bytes long, but the next begins after " + end);
  EXPECT_EQ(lying(23).told(), (Lines{"in!/https://tin.example/1=<p>o", kBoth[1]}));
  EXPECT_EQ(fault_of(lying(23)), "in: holds bytes that belong to no WARC record");
  EXPECT_EQ(lying(int64_t{1} << 60).told(), Lines{kBoth[1]});
  EXPECT_EQ(fault_of(lying(int64_t{1} << 60)), "in!/https://tin.example/1: is 1 EB long, and 64 MB is the limit for one report; it is left out");
}

TEST(BrokenWarc, GoesOnBehindAHeaderThatSaysNothing) {
  EXPECT_EQ(fault_of(walk("WARC/1.0\r\nWARC-Type: response\r\n\r\nwhat\r\n\r\n" + kTwo)), "in: a record does not say how long it is");
  EXPECT_EQ(walk("WARC/1.0\r\nContent-Length: -5\r\n\r\nwhat\r\n\r\n" + kTwo).told(), Lines{kBoth[1]});
  EXPECT_EQ(fault_of(walk("WARC/1.0\r\nWARC-Type: response\r\n" + kTwo)), "in: a record's header has no end");
  const Walked endless = walk("WARC/1.0\r\nX: " + std::string(100'000, 'x') + "\r\n" + kTwo);
  EXPECT_EQ(fault_of(endless), "in: a record's header has no end");
  EXPECT_EQ(endless.told(), Lines{kBoth[1]});
}

TEST(BrokenWarc, NamesARecordWithoutItsResponse) {
  const Walked walked = walk(warc_record("response", "https://tin.example/1", "application/http", "no header") + kTwo);
  EXPECT_EQ(fault_of(walked), "in!/https://tin.example/1: the record holds no HTTP response");
  EXPECT_EQ(walked.told(), Lines{kBoth[1]});
}

TEST(BrokenWarc, GoesOnBehindABrokenGzipMember) {
  std::string broken = gzip(page_record("https://tin.example/x", noise(20'000)));
  broken.replace(9000, 2000, std::string(2000, '\xFF'));
  std::string text;
  for (int i = 0; i < 5000; ++i) text += std::to_string(i);
  std::string deflated = gzip(page_record("https://tin.example/x", text));
  deflated.replace(200, 100, std::string(100, '\xFF'));
  for (const std::string& bad : {broken, deflated, deflated.substr(0, 150)}) {
    const Walked walked = walk(gzip(kInfo) + gzip(kOne) + bad + gzip(kTwo));
    EXPECT_EQ(walked.told().front(), kBoth[0]);
    EXPECT_EQ(walked.told().back(), kBoth[1]);
    ASSERT_FALSE(walked.faults.empty());
    EXPECT_TRUE(walked.faults[0].starts_with("in: the gzip data is broken: ")) << walked.faults[0];
    for (const ArchiveMember& member : walked.members) EXPECT_EQ(member.cut_short, member.url == "https://tin.example/x") << member.url;
  }
}

TEST(BrokenWarc, GoesOnBehindABrokenZstdFrame) {
  std::string broken = zstd(page_record("https://tin.example/x", noise(400'000)));
  broken.replace(1000, 100, std::string(100, '\xFF'));
  broken[4] = '\xFF';
  const Walked walked = walk(zstd(kOne) + zstd(page_record("https://tin.example/y", noise(300'000))) + broken + zstd(kTwo));
  EXPECT_EQ(walked.told().back(), kBoth[1]);
  EXPECT_FALSE(walked.faults.empty());
}

TEST(Warc, SaysWhatTheCrawlerCutShort) {
  std::string cut = kOne;
  cut.replace(cut.find("WARC-Date"), 0, "WARC-Truncated: length\r\n");
  EXPECT_TRUE(walk(cut).members.at(0).cut_short);
}

}  // namespace
}  // namespace hearsay::test
