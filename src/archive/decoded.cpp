// gzip and deflate go through GLib's converter of zlib, which gives every byte before a broken place; libarchive's gzip filter loses a block of 64 kB with it, in which whole records of a
// WARC file stand. zstd, xz and bzip2 go through libarchive.
// SPDX-License-Identifier: Apache-2.0
#include "archive/decoded.h"

#include <gio/gio.h>

#include <algorithm>

#include "archive/unpacker.h"

namespace hearsay {
namespace {

constexpr size_t kBlock = 32 << 10;     // what is lost of a broken member is less than this

Error broken(ArchiveKind kind, const std::string& why) { return Error{Error::Kind::kInput, "the " + std::string(to_string(kind)) + " data is broken: " + why}; }

// Shared by both ways of unpacking: bytes given so far, and the end.
class Decoding : public ByteSource {
 public:
  explicit Decoding(ArchiveBudget& budget) : budget_(budget) {}

 protected:
  Result<std::string_view> give(std::string_view bytes, uint64_t taken) {
    given_ += bytes.size();
    if (const auto refused = budget_.unpack(bytes.size(), taken, given_)) return end(Error{Error::Kind::kInput, *refused});
    return bytes;
  }
  Error end(Error error) {
    ended_ = true;
    return error;
  }
  bool ended_ = false;

 private:
  ArchiveBudget& budget_;
  uint64_t given_ = 0;
};

// Members of gzip one behind another, or one stream of deflate.
class Inflating : public Decoding {
 public:
  Inflating(ByteSource& packed, GZlibCompressorFormat format, ArchiveBudget& budget)
      : Decoding(budget), packed_(packed), format_(format), inflater_(G_CONVERTER(g_zlib_decompressor_new(format))), block_(kBlock, '\0') {}
  Inflating(const Inflating&) = delete;
  Inflating& operator=(const Inflating&) = delete;
  ~Inflating() override { g_object_unref(inflater_); }

  Result<std::string_view> next() override {
    while (!ended_) {
      if (!inside_) {
        const bool strange = !seek_member();
        if (loss_) return lose(*std::exchange(loss_, std::nullopt));
        if (!inside_) ended_ = true;
        if (strange) return broken(ArchiveKind::kGzip, "it holds bytes that are no member of it");
      } else if (at_ == input_.size() && !fill()) {
        if (loss_) return lose(*std::exchange(loss_, std::nullopt));
        return end(broken(ArchiveKind::kGzip, "it ends early"));
      } else {
        const Result<std::string_view> bytes = inflate();
        if (!bytes || !bytes->empty()) return bytes;
      }
    }
    return std::string_view();
  }

 private:
  bool fill() {
    input_.erase(0, std::exchange(at_, 0));
    Result<std::string_view> piece = packed_.next();
    if (!piece) loss_ = piece.error();
    else input_ += *piece;
    return piece && !piece->empty();
  }

  Result<std::string_view> inflate() {
    gsize read = 0, written = 0;
    GError* error = nullptr;
    const GConverterResult result =
        g_converter_convert(inflater_, input_.data() + at_, input_.size() - at_, block_.data(), block_.size(), G_CONVERTER_NO_FLAGS, &read, &written, &error);
    if (result == G_CONVERTER_ERROR) {
      const Error why = broken(ArchiveKind::kGzip, error->message);
      g_error_free(error);
      if (at_start_) ++at_;                 // the same place must not be tried again
      return lose(why);
    }
    at_start_ = false;
    taken_ += read;
    at_ += read;
    if (result == G_CONVERTER_FINISHED) leave_member();
    return give(std::string_view(block_).substr(0, written), taken_);
  }

  void leave_member() {
    g_converter_reset(inflater_);
    inside_ = false;
    if (format_ != G_ZLIB_COMPRESSOR_FORMAT_GZIP) ended_ = true;
  }

  Error lose(Error error) {
    leave_member();
    searching_ = true;
    return error;
  }

  // Goes to the next member, over zeros, which are padding; false if it stepped over anything else that has not been told yet.
  bool seek_member() {
    bool plain = true;
    while (true) {
      while (!searching_ && at_ < input_.size() && input_[at_] == '\0') ++at_;
      if (input_.size() - at_ < kHeader && fill()) continue;
      if (at_ == input_.size()) return plain;
      const std::string_view rest = std::string_view(input_).substr(at_);
      inside_ = searching_ ? may_begin(ArchiveKind::kGzip, rest) : archive_kind(rest) == ArchiveKind::kGzip;
      if (inside_) break;
      if (!std::exchange(searching_, true)) plain = false;
      ++at_;
    }
    searching_ = false;
    at_start_ = true;
    return plain;
  }

  static constexpr size_t kHeader = 10;     // of a gzip member, at least
  ByteSource& packed_;
  GZlibCompressorFormat format_;
  GConverter* inflater_;
  std::string block_, input_;
  size_t at_ = 0;                           // what of input_ has been read
  uint64_t taken_ = 0;
  std::optional<Error> loss_;
  bool inside_ = true;                      // a member; the first is known to begin
  bool at_start_ = true;                    // of a member: zlib has taken nothing of it
  bool searching_ = false;                  // for a member behind a broken one
};

// zstd without the frames at its beginning that are to be skipped (RFC 8878 3.1.2), which libarchive does not know there: pzstd writes them.
class FramesOnly : public ByteSource {
 public:
  explicit FramesOnly(ByteSource& packed) : packed_(packed) {}
  Result<std::string_view> next() override {
    while (true) {
      Result<std::string_view> piece = packed_.next();
      if (!piece || piece->empty() || begun_) return piece;
      head_ += *piece;
      drop();
      begun_ = left_ == 0 && head_.size() - at_ >= kSkipHeader;
      if (begun_) return std::string_view(head_).substr(at_);
      head_.erase(0, std::exchange(at_, 0));
    }
  }

 private:
  void drop() {
    while (true) {
      const size_t dropped = static_cast<size_t>(std::min<uint64_t>(left_, head_.size() - at_));
      at_ += dropped;
      left_ -= dropped;
      const std::string_view rest = std::string_view(head_).substr(at_);
      if (left_ > 0 || rest.size() < kSkipHeader || may_begin(ArchiveKind::kZstd, rest) || archive_kind(rest.substr(0, kSkipHeader)) != ArchiveKind::kZstd) return;
      left_ = kSkipHeader;
      for (size_t i = 0; i < 4; ++i) left_ += uint64_t{static_cast<unsigned char>(rest[4 + i])} << (8 * i);
    }
  }

  static constexpr size_t kSkipHeader = 8;      // the mark, and how long the rest is
  ByteSource& packed_;
  std::string head_;
  size_t at_ = 0;                               // what of head_ has been stepped over
  uint64_t left_ = 0;                           // to step over
  bool begun_ = false;
};

class Unfiltering : public Decoding {
 public:
  Unfiltering(ByteSource& packed, ArchiveKind kind, ArchiveBudget& budget)
      : Decoding(budget), frames_(packed), unpacker_(kind == ArchiveKind::kZstd ? frames_ : packed, kind), kind_(kind) {}

  Result<std::string_view> next() override {
    while (!ended_) {
      std::string_view bytes;
      archive_entry* whole = nullptr;
      const Unpacker::Step step = std::exchange(opened_, true) ? unpacker_.next_bytes(bytes) : unpacker_.next_entry(whole);
      if (step == Unpacker::Step::kGiven && !bytes.empty()) return give(bytes, unpacker_.taken());
      if (step == Unpacker::Step::kGiven) continue;
      const bool over = step == Unpacker::Step::kEnd;
      if (over && !unpacker_.has_rest()) break;
      const Error error = broken(kind_, over ? "it holds bytes that are no part of it" : unpacker_.why());
      opened_ = false;
      ended_ = !unpacker_.restart();
      return error;
    }
    ended_ = true;
    return std::string_view();
  }

 private:
  FramesOnly frames_;
  Unpacker unpacker_;
  ArchiveKind kind_;
  bool opened_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> decode(ByteSource& packed, ArchiveKind kind, ArchiveBudget& budget) {
  if (kind == ArchiveKind::kGzip) return std::make_unique<Inflating>(packed, G_ZLIB_COMPRESSOR_FORMAT_GZIP, budget);
  return std::make_unique<Unfiltering>(packed, kind, budget);
}

std::unique_ptr<ByteSource> decode_deflate(ByteSource& packed, bool bare, ArchiveBudget& budget) {
  return std::make_unique<Inflating>(packed, bare ? G_ZLIB_COMPRESSOR_FORMAT_RAW : G_ZLIB_COMPRESSOR_FORMAT_ZLIB, budget);
}

}  // namespace hearsay
