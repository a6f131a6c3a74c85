// Memory does not grow with what is read: inputs far larger than what may be held, made as they are read.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <malloc.h>

#include "build.h"

namespace hearsay::test {
namespace {

// The same bytes again and again, after some and before others.
class Repeated : public ByteSource {
 public:
  Repeated(std::string first, std::string bytes, int times, std::string last = {}) : first_(std::move(first)), bytes_(std::move(bytes)), last_(std::move(last)), left_(times) {}
  Result<std::string_view> next() override {
    if (!std::exchange(begun_, true)) return std::string_view(first_);
    if (left_ < 0) return std::string_view();
    return std::string_view(left_-- > 0 ? bytes_ : last_);
  }

 private:
  std::string first_, bytes_, last_;
  int left_;
  bool begun_ = false;
};

// Bytes that the program holds; nothing where the allocator does not say.
size_t held() {
  const struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
}

struct Peak {
  size_t start = held(), most = 0;
  uint64_t bytes = 0;
  void note(size_t size) {
    bytes += size;
    const size_t now = held();
    if (now > start) most = std::max(most, now - start);
  }
};

// Walks and throws away what comes, but for a look at what is held.
Peak drain(ByteSource& source) {
  Peak peak;
  ArchiveHandlers handlers;
  handlers.take = [&](ArchiveMember member) {
    peak.note(member.bytes.size());
    return true;
  };
  handlers.fault = [](const std::string& path, const std::string& line) { ADD_FAILURE() << path << ": " << line; };
  handlers.stream = [&](const ArchiveMember& about, std::string_view, ByteSource& bytes) {
    if (!about.path.ends_with(".csv")) return Streamed::kNo;
    for (auto piece = bytes.next(); piece && !piece->empty(); piece = bytes.next()) peak.note(piece->size());
    return Streamed::kYes;
  };
  walk_archive(source, "in", {}, handlers);
  return peak;
}

constexpr size_t kMegabyte = 1 << 20;
constexpr size_t kHeldAtMost = 8 * kMegabyte;

TEST(Streaming, HoldsOnePageOfAWarcFile) {
  const std::string page = noise(kMegabyte), record = gzip(page_record("https://tin.example/long", page));
  Repeated source(gzip(page_record("https://tin.example/first", "x")), record, 100);
  const Peak peak = drain(source);
  EXPECT_EQ(peak.bytes, 1 + 100 * page.size());
  EXPECT_LT(peak.most, kHeldAtMost);
}

TEST(Streaming, HoldsAPieceOfALongMember) {
  Packing packing(ARCHIVE_FORMAT_TAR_PAX_RESTRICTED, ARCHIVE_FILTER_NONE);
  packing.begin("rows.csv", AE_IFREG, 300 * kMegabyte);
  packing.write("x");
  std::string head = packing.so_far();
  ASSERT_GE(head.size(), 512u);
  head.resize(512);
  Repeated source(head, noise(kMegabyte), 300);
  const Peak peak = drain(source);
  EXPECT_EQ(peak.bytes, 300 * kMegabyte);
  EXPECT_LT(peak.most, kHeldAtMost);
}

TEST(Streaming, HoldsOneMemberOfALongZip) {
  const std::string page = noise(kMegabyte), member = zip({{"page.html", page}}, "zip:compression=store"), body = member.substr(0, member.find("PK\x01\x02"));
  Repeated source(body, body, 200, member.substr(body.size()));
  const Peak peak = drain(source);
  EXPECT_EQ(peak.bytes, 201 * page.size());
  EXPECT_LT(peak.most, kHeldAtMost);
}

TEST(Streaming, StepsOverALongRecordWithoutHoldingIt) {
  const std::string head = warc_record("resource", "https://tin.example/film", "video/mp4", "", 300 * static_cast<int64_t>(kMegabyte));
  std::string piece = noise(kMegabyte);
  Repeated source(page_record("https://tin.example/first", "x") + head, piece, 300);
  Peak peak;
  ArchiveHandlers handlers;
  Lines faults;
  handlers.fault = [&](const std::string&, const std::string& line) {
    peak.note(0);
    faults.push_back(line);
  };
  walk_archive(source, "in", {}, handlers);
  EXPECT_EQ(faults, Lines{"is 300 MB long, and 64 MB is the limit for one report; it is left out"});
  EXPECT_LT(peak.most, kHeldAtMost);
}

}  // namespace
}  // namespace hearsay::test
