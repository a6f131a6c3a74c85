// ZIP, TAR and compressions, one in another, broken and hostile ones.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "build.h"

namespace hearsay::test {
namespace {

const std::vector<Entry> kTwo = {{"a.html", "<p>one</p>"}, {"b/c.txt", "two"}};
const Lines kTwoTold = {"in!/a.html=<p>one</p>", "in!/b/c.txt=two"};

std::string repeated(size_t size) { return std::string(size, 'a'); }

// Fails unless nothing went wrong.
Lines sound(const std::string& bytes, const ArchiveOptions& options = {}) {
  const Walked walked = walk(bytes, options);
  EXPECT_EQ(walked.faults, Lines{});
  return walked.told();
}

TEST(Archive, IsReadInOrderWhateverItsKind) {
  EXPECT_EQ(sound(zip(kTwo)), kTwoTold);
  EXPECT_EQ(sound(zip(kTwo, "zip:compression=store")), kTwoTold);
  EXPECT_EQ(sound(tar(kTwo)), kTwoTold);
  EXPECT_EQ(sound(pack(kTwo, ARCHIVE_FORMAT_TAR_GNUTAR)), kTwoTold);
  EXPECT_EQ(sound(pack(kTwo, ARCHIVE_FORMAT_TAR_USTAR)), kTwoTold);
  for (int filter : {ARCHIVE_FILTER_GZIP, ARCHIVE_FILTER_ZSTD, ARCHIVE_FILTER_XZ, ARCHIVE_FILTER_BZIP2}) EXPECT_EQ(sound(tar(kTwo, filter)), kTwoTold) << filter;
}

TEST(Archive, GivesOnePackedFileItsOwnName) {
  for (int filter : {ARCHIVE_FILTER_GZIP, ARCHIVE_FILTER_ZSTD, ARCHIVE_FILTER_XZ, ARCHIVE_FILTER_BZIP2}) EXPECT_EQ(sound(packed("report", filter)), Lines{"in=report"}) << filter;
  EXPECT_EQ(sound(gzip("one ") + gzip("two")), Lines{"in=one two"});
  EXPECT_EQ(sound(zstd("one ") + zstd("two")), Lines{"in=one two"});
  EXPECT_EQ(sound("plain text"), Lines{"in=plain text"});
}

TEST(Archive, StepsOverFramesOfZstdThatHoldNothing) {
  const std::string skipped("\x50\x2A\x4D\x18\4\0\0\0abcd", 12), longer = std::string("\x5D\x2A\x4D\x18\0\0\1\0", 8) + noise(1 << 16);
  EXPECT_EQ(sound(skipped + zstd("one ") + skipped + zstd("two")), Lines{"in=one two"});
  EXPECT_EQ(sound(longer + skipped + zstd("one")), Lines{"in=one"});
}

TEST(Archive, ReadsArchivesInArchives) {
  const std::string inner = zip({{"page.html.gz", gzip("deep")}, {"last.txt", "last"}});
  EXPECT_EQ(sound(tar({{"x/inner.zip", inner}, {"after.txt", "after"}}, ARCHIVE_FILTER_GZIP)),
            (Lines{"in!/x/inner.zip!/page.html.gz=deep", "in!/x/inner.zip!/last.txt=last", "in!/after.txt=after"}));
}

TEST(Archive, IsToldByContent) {
  EXPECT_TRUE(looks_like_archive(zip(kTwo)));
  EXPECT_TRUE(looks_like_archive(tar(kTwo)));
  EXPECT_TRUE(looks_like_archive(gzip("x")));
  EXPECT_TRUE(looks_like_archive(page_record("https://tin.example/a", "x")));
  for (const char* text : {"", "PK", "WARC is a format", "WARC/1.x", "BZh91 is how bzip2 begins", "<html><p>WARC/1.0\r\n</html>", "{\"a\": 1}"}) EXPECT_FALSE(looks_like_archive(text)) << text;
  EXPECT_FALSE(looks_like_archive(std::string(4096, ' ')));
  EXPECT_FALSE(looks_like_archive(std::string(4096, '\0')));
}

TEST(Archive, NamesAnArchiveThatIsNotRead) {
  EXPECT_EQ(walk("Rar!\x1a\x07 and more").faults, Lines{"in: is a 7z, RAR or CAB archive, which is not read"});
}

TEST(Archive, PassesOverWhatIsNoReport) {
  const Walked walked = walk(tar({{"folder/", "", AE_IFDIR},
                                  {"__MACOSX/._a.html", "x"},
                                  {".DS_Store", "x"},
                                  {"._b", "x"},
                                  {"link", "", AE_IFLNK},
                                  {"pipe", "", AE_IFIFO},
                                  {"empty", ""},
                                  {"/etc/a.txt", "absolute"},
                                  {"../../b.txt", "upward"}}));
  EXPECT_EQ(walked.told(), (Lines{"in!//etc/a.txt=absolute", "in!/../../b.txt=upward"}));
  EXPECT_EQ(walked.faults, Lines{});
  EXPECT_EQ(walked.count.passed_over, (std::map<std::string, uint64_t>{{"folders", 1}, {"files of the system", 3}, {"links and devices", 2}, {"empty files", 1}}));
  EXPECT_EQ(walked.count.members, 2u);
}

TEST(Archive, KeepsNamesPrintable) {
  EXPECT_EQ(sound(pack({{"tin \xC4\x91\xE1\xBB\x95i.txt", "x"}}, ARCHIVE_FORMAT_TAR_GNUTAR)), Lines{"in!/tin \xC4\x91\xE1\xBB\x95i.txt=x"});
  EXPECT_EQ(sound(pack({{"a\xFF\nb\xC0\x80.txt", "x"}}, ARCHIVE_FORMAT_TAR_GNUTAR)), Lines{"in!/a\xEF\xBF\xBD\xEF\xBF\xBD" "b\xEF\xBF\xBD\xEF\xBF\xBD.txt=x"});
  std::string marked = zip({{"tin-xxxxx.txt", "x"}}, "zip:compression=store");      // the flag of UTF-8 names, set by hand
  for (size_t at = marked.find("PK\x03\x04"); at != std::string::npos; at = std::string::npos) marked[at + 7] = '\x08';
  for (size_t at = marked.find("xxxxx"); at != std::string::npos; at = marked.find("xxxxx")) marked.replace(at, 5, "\xC4\x91\xE1\xBB\x95");
  EXPECT_EQ(sound(marked), Lines{"in!/tin-\xC4\x91\xE1\xBB\x95.txt=x"});
}

TEST(Archive, StopsWhenTold) {
  int taken = 0;
  ArchiveHandlers handlers;
  handlers.take = [&](ArchiveMember) { return ++taken < 2; };
  const std::string bytes = tar({{"a", "1"}, {"b", "2"}, {"c", "3"}});
  const std::unique_ptr<ByteSource> source = bytes_in_memory(bytes);
  EXPECT_EQ(walk_archive(*source, "in", {}, handlers).members, 2u);
  EXPECT_EQ(taken, 2);
}

TEST(Archive, OffersMembersAsStreams) {
  std::string whole, head_seen;
  Lines taken;
  ArchiveHandlers handlers;
  handlers.take = [&](ArchiveMember member) {
    taken.push_back(member.path);
    return true;
  };
  handlers.stream = [&](const ArchiveMember& about, std::string_view head, ByteSource& bytes) {
    if (!about.path.ends_with(".csv")) return Streamed::kNo;
    head_seen = head;
    for (auto piece = bytes.next(); piece && !piece->empty(); piece = bytes.next()) whole += *piece;
    return Streamed::kYes;
  };
  const std::string table = noise(300'000), bytes = zip({{"a.txt", "1"}, {"rows.csv", table}, {"b.txt", "2"}});
  const std::unique_ptr<ByteSource> source = bytes_in_memory(bytes);
  ArchiveOptions options;
  options.limits.member_bytes = 1000;
  const ArchiveCount count = walk_archive(*source, "in", options, handlers);
  EXPECT_EQ(count.members, 3u);
  EXPECT_EQ(taken, (Lines{"in!/a.txt", "in!/b.txt"}));
  EXPECT_EQ(whole, table);
  EXPECT_EQ(head_seen, table.substr(0, kArchiveHead));
}

// ---- files and descriptors

TEST(Archive, IsReadFromAFileAndFromADescriptor) {
  std::string name = ::testing::TempDir() + "hearsay-archive-XXXXXX";
  const int descriptor = mkstemp(name.data());
  ASSERT_GE(descriptor, 0);
  const std::string bytes = zip(kTwo);
  ASSERT_EQ(write(descriptor, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  lseek(descriptor, 0, SEEK_SET);
  const auto file = open_bytes(name);
  ASSERT_TRUE(file);
  EXPECT_EQ(walk(**file).told(), kTwoTold);
  EXPECT_EQ(walk(*bytes_of_descriptor(descriptor)).told(), kTwoTold);
  close(descriptor);
  unlink(name.c_str());
}

TEST(Archive, ThatIsMissingIsAnError) {
  EXPECT_EQ(open_bytes("/no/such/file").error().message, "/no/such/file: No such file or directory");
  EXPECT_EQ(open_bytes("/").error().message, "/: is a folder");
}

// ---- broken ones

TEST(BrokenArchive, GivesWhatStandsBeforeTheBreak) {
  const std::string text = noise(100'000), whole = gzip(text);
  const Walked walked = walk(whole.substr(0, whole.size() / 2));
  ASSERT_EQ(walked.members.size(), 1u);
  EXPECT_TRUE(walked.members[0].cut_short);
  EXPECT_GT(walked.members[0].bytes.size(), 40'000u);
  EXPECT_TRUE(text.starts_with(walked.members[0].bytes));
  EXPECT_EQ(walked.faults, Lines{"in: the gzip data is broken: it ends early"});
  EXPECT_EQ(walk(gzip("short").substr(0, 12)).faults, Lines{"in: the gzip data is broken: it ends early"});
}

TEST(BrokenArchive, OfTarGivesTheMembersBeforeTheBreak) {
  const std::string whole = tar({{"a", "1"}, {"b", noise(5000)}});
  const Walked walked = walk(whole.substr(0, 4000));
  EXPECT_EQ(walked.told()[0], "in!/a=1");
  ASSERT_FALSE(walked.faults.empty());
  EXPECT_TRUE(walked.faults[0].starts_with("in!/b: is broken: ")) << walked.faults[0];
}

// The same archive with a few bytes of its second member written over.
std::string damage_second(std::string bytes) {
  const size_t second = bytes.find("PK\x03\x04", 4);
  bytes.replace(second + 60, 40, std::string(40, '\xEE'));
  return bytes;
}

TEST(BrokenArchive, OfZipTellsAWrongChecksum) {
  const Walked walked = walk(damage_second(zip({{"a", "first"}, {"b", noise(3000)}, {"c", "last"}})));
  EXPECT_EQ(walked.told(), (Lines{"in!/a=first", "in!/b=3000", "in!/c=last"}));
  ASSERT_EQ(walked.faults.size(), 1u);
  EXPECT_TRUE(walked.faults[0].starts_with("in!/b: is broken: ZIP bad CRC")) << walked.faults[0];
  EXPECT_TRUE(walked.members[1].cut_short);
}

TEST(BrokenArchive, OfZipGoesOnBehindABrokenMember) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += std::to_string(i);
  const Walked walked = walk(damage_second(zip({{"a", repeated(500) + "tail"}, {"b", text}, {"c", "last"}})));
  EXPECT_EQ(walked.members.front().path, "in!/a");
  EXPECT_EQ(walked.told().back(), "in!/c=last");
  ASSERT_EQ(walked.faults.size(), 1u);
  EXPECT_TRUE(walked.faults[0].starts_with("in!/b: is broken: ")) << walked.faults[0];
}

TEST(BrokenArchive, OfGzipTellsOfWhatIsNoMember) {
  const Walked walked = walk(gzip("text") + "and something else");
  EXPECT_EQ(walked.told(), Lines{"in=text"});
  EXPECT_EQ(walked.faults, Lines{"in: the gzip data is broken: it holds bytes that are no member of it"});
  EXPECT_EQ(sound(gzip("text") + std::string(1000, '\0')), Lines{"in=text"});
}

TEST(BrokenArchive, EncryptedMembersAreNamed) {
  std::string bytes = zip({{"secret", "hidden"}, {"open", "seen"}}, "zip:compression=store");
  bytes[6] = static_cast<char>(bytes[6] | 1);      // the flag of an encrypted member
  const Walked walked = walk(bytes);
  EXPECT_EQ(walked.faults, Lines{"in!/secret: is encrypted and cannot be read"});
  EXPECT_EQ(walked.told(), Lines{"in!/open=seen"});
}

TEST(BrokenArchive, MembersOfAnotherMethodAreNamed) {
  std::string bytes = zip({{"a", "packed"}, {"b", "seen"}}, "zip:compression=store");
  bytes[8] = 14;      // LZMA, whose memory is what the archive says
  const Walked walked = walk(bytes);
  EXPECT_EQ(walked.faults, Lines{"in!/a: is compressed by a method that is not read: lzma"});
  EXPECT_EQ(walked.told(), Lines{"in!/b=seen"});
}

TEST(BrokenArchive, WithoutMembersIsNoFault) {
  for (const std::string& bytes : {zip({}), gzip(""), zstd("")}) {
    const Walked walked = walk(bytes);
    EXPECT_TRUE(walked.members.empty());
    EXPECT_EQ(walked.faults, Lines{}) << bytes.size();
  }
}

// ---- hostile ones

ArchiveOptions small_limits() {
  ArchiveOptions options;
  options.limits.ratio_from = 1 << 20;
  return options;
}

TEST(Bomb, OfGzipIsLeft) {
  const Walked walked = walk(gzip(repeated(8 << 20)), small_limits());
  EXPECT_EQ(walked.faults, Lines{"in: unpacks to more than 200 times its size, the limit; it is not read on"});
  ASSERT_EQ(walked.members.size(), 1u);
  EXPECT_TRUE(walked.members[0].cut_short);
  EXPECT_LT(walked.members[0].bytes.size(), 2u << 20);
}

TEST(Bomb, InAZipIsLeftAndTheRestIsRead) {
  const Walked walked = walk(zip({{"bomb", repeated(8 << 20)}, {"after", "read"}}), small_limits());
  EXPECT_EQ(walked.faults, Lines{"in!/bomb: unpacks to more than 200 times its size, the limit; it is not read on"});
  EXPECT_EQ(walked.told().back(), "in!/after=read");
}

TEST(Bomb, PackedTwiceIsLeft) {
  const Walked walked = walk(gzip(gzip(repeated(32 << 20))), small_limits());
  ASSERT_EQ(walked.faults.size(), 1u);
  EXPECT_TRUE(walked.faults[0].find("200 times") != std::string::npos);
}

// Zips of zips of zips, each level sixteen times the same, as in the well-known 42.zip: what is opened is bounded by the levels, what is said by the number of like lines.
TEST(Bomb, OfNestedZipsIsBounded) {
  std::string bytes = zip({{"page", repeated(10'000)}});
  for (int level = 0; level < 5; ++level) {
    std::vector<Entry> entries;
    for (int i = 0; i < 16; ++i) entries.push_back({std::to_string(i), bytes});
    bytes = zip(entries);
  }
  ArchiveOptions options = small_limits();
  options.limits.depth = 3;
  const Walked walked = walk(bytes, options);
  EXPECT_TRUE(walked.members.empty());
  EXPECT_LE(walked.faults.size(), 50u);
  EXPECT_NE(walked.faults[0].find("archives are nested deeper than 3 levels, the limit; it is left out"), std::string::npos) << walked.faults[0];
  EXPECT_NE(walked.faults.back().find(" more like this: "), std::string::npos) << walked.faults.back();
}

// An archive that holds itself ends at the limit of levels, as does this one that holds only its like.
TEST(Bomb, OfManyLevelsEndsAtTheLimit) {
  std::string bytes = "core";
  for (int level = 0; level < 5; ++level) bytes = gzip(bytes);
  EXPECT_EQ(walk(bytes).faults, Lines{"in: archives are nested deeper than 4 levels, the limit; it is left out"});
  for (int level = 0; level < 30; ++level) bytes = tar({{"in.tar", bytes}});
  EXPECT_EQ(walk(bytes).faults, Lines{"in!/in.tar!/in.tar!/in.tar!/in.tar: archives are nested deeper than 4 levels, the limit; it is left out"});
}

// Members whose bytes overlap: every local header claims all that follows. Read as a stream, what follows is read once.
TEST(Bomb, OfOverlappingMembersIsReadOnce) {
  const std::string one = zip({{"a", noise(2000)}}, "zip:compression=store");
  const std::string head = one.substr(0, one.find("PK\x07\x08"));
  std::string overlapping;
  for (int i = 0; i < 50; ++i) overlapping += head.substr(0, 200);
  const Walked walked = walk(overlapping + one);
  size_t bytes = 0;
  for (const ArchiveMember& member : walked.members) bytes += member.bytes.size();
  EXPECT_LE(bytes, overlapping.size() + one.size());
}

TEST(Limit, OfOneMemberLeavesItOut) {
  ArchiveOptions options;
  options.limits.member_bytes = 1000;
  const Walked walked = walk(tar({{"long", repeated(1001)}, {"fits", repeated(1000)}}), options);
  EXPECT_EQ(walked.faults, Lines{"in!/long: is longer than 1000 bytes, the limit for one report; it is left out"});
  EXPECT_EQ(walked.told(), Lines{"in!/fits=1000"});
  EXPECT_EQ(walk(zip({{"long", noise(3000)}, {"fits", "x"}}), options).told(), Lines{"in!/fits=x"});
}

TEST(Limit, OfTheWholeEndsTheReading) {
  ArchiveOptions options;
  options.limits.total_bytes = 10'000;
  const Walked walked = walk(zip({{"a", noise(6000)}, {"b", noise(6000, 2)}, {"c", "never"}}), options);
  EXPECT_EQ(walked.faults, Lines{"in!/b: more than 9.8 kB were unpacked, the limit for one input; the rest is not read"});
  EXPECT_EQ(walked.told()[0], "in!/a=6000");
}

// A file that xz made with a dictionary of 1 GB, up to where it says so.
TEST(Limit, OfMemoryLeavesOut) {
  const std::string head("\xFD" "7zXZ\0\0\4\xE6\xD6\xB4\x46\2\0\x21\1\x24\0\0\0", 20);
  EXPECT_EQ(walk(head + noise(100)).faults, Lines{"in: needs 1 GB of memory to be unpacked, and 128 MB is the limit; it is left out"});
  std::string of_zstd = zstd("x");
  of_zstd.replace(4, 2, std::string("\0\xA8", 2));     // a window of 2 GB
  EXPECT_EQ(walk(of_zstd).faults, Lines{"in: the zstd data is broken: Zstd decompression failed: Frame requires too much memory for decoding"});
}

TEST(Limit, OfMembersEndsTheReading) {
  ArchiveOptions options;
  options.limits.members = 2;
  const Walked walked = walk(tar({{"a", "1"}, {"b", "2"}, {"c", "3"}}), options);
  EXPECT_EQ(walked.faults, Lines{"in!/c: more than 2 members, the limit for one input; the rest is not read"});
  EXPECT_EQ(walked.count.members, 2u);
}

TEST(Limit, OfLikeLinesSaysHowManyMore) {
  std::vector<Entry> entries;
  for (int i = 0; i < 25; ++i) entries.push_back({"r" + std::to_string(i), "Rar!\x1a\x07"});
  const Walked walked = walk(tar(entries));
  ASSERT_EQ(walked.faults.size(), 11u);
  EXPECT_EQ(walked.faults.back(), "in: 15 more like this: is a 7z, RAR or CAB archive, which is not read");
}

}  // namespace
}  // namespace hearsay::test
