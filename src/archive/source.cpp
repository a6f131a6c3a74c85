// SPDX-License-Identifier: Apache-2.0
#include "archive/source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace hearsay {
namespace {

constexpr size_t kPiece = 256 << 10;     // large enough that system calls cost nothing beside unpacking, small enough for a processor's cache

class DescriptorSource : public ByteSource {
 public:
  DescriptorSource(int descriptor, bool owned) : descriptor_(descriptor), owned_(owned), piece_(kPiece, '\0') {}
  DescriptorSource(const DescriptorSource&) = delete;
  DescriptorSource& operator=(const DescriptorSource&) = delete;
  ~DescriptorSource() override {
    if (owned_) close(descriptor_);
  }

  Result<std::string_view> next() override {
    while (!ended_) {
      const ssize_t got = read(descriptor_, piece_.data(), piece_.size());
      if (got > 0) return std::string_view(piece_).substr(0, static_cast<size_t>(got));
      if (got < 0 && errno == EINTR) continue;
      ended_ = true;
      if (got < 0) return Error{Error::Kind::kInput, std::string("cannot read on: ") + std::strerror(errno)};
    }
    return std::string_view();
  }

 private:
  int descriptor_;
  bool owned_, ended_ = false;
  std::string piece_;
};

class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : rest_(bytes) {}
  Result<std::string_view> next() override {
    const std::string_view piece = rest_.substr(0, kPiece);
    rest_.remove_prefix(piece.size());
    return piece;
  }

 private:
  std::string_view rest_;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> open_bytes(const std::string& path) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return Error{Error::Kind::kInput, path + ": " + std::strerror(errno)};
  std::unique_ptr<ByteSource> source = std::make_unique<DescriptorSource>(descriptor, true);
  struct stat status;
  if (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) return Error{Error::Kind::kInput, path + ": is a folder"};
  return source;
}

std::unique_ptr<ByteSource> bytes_of_descriptor(int descriptor) { return std::make_unique<DescriptorSource>(descriptor, false); }
std::unique_ptr<ByteSource> bytes_in_memory(std::string_view bytes) { return std::make_unique<MemorySource>(bytes); }

std::string_view PeekedSource::head(size_t size) {
  while (head_.size() < size && !loss_) {
    const Result<std::string_view> piece = source_.next();
    if (!piece) loss_ = piece.error();
    else if (piece->empty()) break;
    else head_ += *piece;
  }
  return std::string_view(head_).substr(0, size);
}

Result<std::string_view> PeekedSource::next() {
  if (!std::exchange(head_given_, true) && !head_.empty()) return std::string_view(head_);
  if (loss_) {
    Error loss = *std::exchange(loss_, std::nullopt);
    return loss;
  }
  return source_.next();
}

}  // namespace hearsay
