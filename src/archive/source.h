// Where bytes come from: a file, standard input, memory, or something that makes bytes of another's. All of them are pulled a piece at a time,
// so that what holds reports is read without being held itself.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "hearsay/hearsay.h"

namespace hearsay {

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // The next bytes, valid until the next call; empty at the end, and from then on.
  //   an Error   something is lost at this place; what later calls give, if anything, does not join on to what came before
  virtual Result<std::string_view> next() = 0;
};

// A file from its beginning.
Result<std::unique_ptr<ByteSource>> open_bytes(const std::string& path);
// What is left of an open descriptor, such as standard input, which stays open.
std::unique_ptr<ByteSource> bytes_of_descriptor(int descriptor);
// Bytes that outlive the source.
std::unique_ptr<ByteSource> bytes_in_memory(std::string_view bytes);

// A source whose first bytes can be looked at before they are read.
class PeekedSource : public ByteSource {
 public:
  explicit PeekedSource(ByteSource& source) : source_(source) {}
  // The first `size` bytes, fewer if that is all before the end or a loss. Call it before next().
  std::string_view head(size_t size);
  Result<std::string_view> next() override;

 private:
  ByteSource& source_;
  std::string head_;
  std::optional<Error> loss_;
  bool head_given_ = false;
};

}  // namespace hearsay
