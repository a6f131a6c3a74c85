// Any bytes as a WARC file, in pieces of a size that the first byte says, with a loss between two of them where it is odd: reading ends, and no record comes out that is longer than what went in.
// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>

#include "archive/walk.h"

namespace {

using namespace hearsay;

class Pieces : public ByteSource {
 public:
  Pieces(std::string_view bytes, size_t size, bool lossy) : rest_(bytes), size_(size), lossy_(lossy) {}
  Result<std::string_view> next() override {
    if (lossy_ && ++given_ == 3) return Error{Error::Kind::kInput, "lost"};
    const std::string_view piece = rest_.substr(0, size_);
    rest_.remove_prefix(piece.size());
    return piece;
  }

 private:
  std::string_view rest_;
  size_t size_;
  bool lossy_;
  int given_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  ArchiveOptions options;
  options.limits.member_bytes = 1 << 20;
  options.limits.total_bytes = 16 << 20;
  options.limits.ratio_from = 1 << 16;
  options.every_status = (data[0] & 2) != 0;
  ArchiveHandlers handlers;
  handlers.take = [&](ArchiveMember member) {
    if (member.bytes.size() > options.limits.member_bytes) std::abort();
    return true;
  };
  ArchiveWalk walk(options, handlers);
  Pieces source(bytes, 1 + (data[0] >> 2) * 64, (data[0] & 1) != 0);
  walk_warc(walk, source, {"in"});
  return 0;
}
