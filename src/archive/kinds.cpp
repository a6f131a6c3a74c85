// Sources: RFC 1952 (gzip), RFC 8878 (zstd), the .xz file format 1.1, bzip2 1.0, APPNOTE 6.3 (ZIP), POSIX.1-2001 pax and the older v7 layout (TAR), ISO 28500 (WARC).
// SPDX-License-Identifier: Apache-2.0
#include "archive/kinds.h"

#include <algorithm>

namespace hearsay {
namespace {

using namespace std::string_view_literals;

uint8_t byte_at(std::string_view bytes, size_t at) { return static_cast<uint8_t>(bytes[at]); }
unsigned short_at(std::string_view bytes, size_t at) { return byte_at(bytes, at) | byte_at(bytes, at + 1) << 8; }

constexpr size_t kTarBlock = 512, kTarSum = 148, kTarSumLength = 8;

// The octal sum of the header's bytes, in which its own field counts as blanks: the only mark that all layouts of TAR share.
bool has_tar_sum(std::string_view head) {
  if (head.size() < kTarBlock || head[0] == '\0') return false;
  unsigned long stated = 0, sum = 0;
  bool digits = false;
  for (char c : head.substr(kTarSum, kTarSumLength)) {
    if (c >= '0' && c <= '7') {
      stated = stated * 8 + static_cast<unsigned>(c - '0');
      digits = true;
    } else if (digits) {
      break;
    } else if (c != ' ') {
      return false;
    }
  }
  for (size_t i = 0; i < kTarBlock; ++i) sum += i >= kTarSum && i < kTarSum + kTarSumLength ? ' ' : byte_at(head, i);
  return digits && sum == stated;
}

bool begins_bzip2(std::string_view head) {
  return head.size() >= 10 && head.starts_with("BZh") && head[3] >= '1' && head[3] <= '9' &&
         (head.substr(4, 6) == "\x31\x41\x59\x26\x53\x59"sv || head.substr(4, 6) == "\x17\x72\x45\x38\x50\x90"sv);
}

bool begins_gzip(std::string_view head) { return head.size() >= 4 && head.starts_with("\x1f\x8b\x08"sv) && (byte_at(head, 3) & 0xE0) == 0; }

// A frame, or one to be skipped, such as the dictionary at the head of a WARC file.
bool begins_zstd(std::string_view head) {
  return head.starts_with("\x28\xb5\x2f\xfd"sv) || (head.size() >= 4 && (byte_at(head, 0) & 0xF0) == 0x50 && head.substr(1, 3) == "\x2a\x4d\x18"sv);
}

}  // namespace

ArchiveKind archive_kind(std::string_view head) {
  if (begins_gzip(head)) return ArchiveKind::kGzip;
  if (begins_zstd(head)) return ArchiveKind::kZstd;
  if (head.starts_with("\xfd" "7zXZ\0"sv)) return ArchiveKind::kXz;
  if (begins_bzip2(head)) return ArchiveKind::kBzip2;
  for (std::string_view magic : {"PK\x03\x04"sv, "PK\x05\x06"sv, "PK\x07\x08PK"sv}) {
    if (head.starts_with(magic)) return ArchiveKind::kZip;
  }
  if (begins_warc_record(head)) return ArchiveKind::kWarc;
  for (std::string_view magic : {"7z\xbc\xaf\x27\x1c"sv, "Rar!\x1a\x07"sv, "MSCF\0\0\0\0"sv}) {
    if (head.starts_with(magic)) return ArchiveKind::kUnread;
  }
  return has_tar_sum(head) ? ArchiveKind::kTar : ArchiveKind::kNone;
}

uint64_t xz_memory(std::string_view head) {
  constexpr size_t kBlockFlags = 13;              // behind the file's own header and the size of this one
  constexpr uint8_t kLzma2 = 0x21, kHasPackedSize = 0x40, kHasSize = 0x80;
  if (head.size() <= kBlockFlags || archive_kind(head) != ArchiveKind::kXz) return 0;
  size_t at = kBlockFlags + 1;
  const auto skip_number = [&] {                  // seven bits a byte, the last below 0x80
    while (at < head.size() && (byte_at(head, at) & 0x80) != 0) ++at;
    ++at;
  };
  for (uint8_t flag : {kHasPackedSize, kHasSize}) {
    if ((byte_at(head, kBlockFlags) & flag) != 0) skip_number();
  }
  for (int filters = (byte_at(head, kBlockFlags) & 3) + 1; filters > 0 && at + 2 < head.size(); --filters) {
    if (byte_at(head, at) == kLzma2) {
      const unsigned bits = byte_at(head, at + 2) & 0x3F;
      return uint64_t{2 | (bits & 1)} << (bits / 2 + 11);
    }
    skip_number();
    at += 1 + byte_at(head, std::min(at, head.size() - 1));
  }
  return 0;
}

std::string_view to_string(ArchiveKind kind) {
  switch (kind) {
    case ArchiveKind::kNone: return "no archive";
    case ArchiveKind::kGzip: return "gzip";
    case ArchiveKind::kZstd: return "zstd";
    case ArchiveKind::kXz: return "xz";
    case ArchiveKind::kBzip2: return "bzip2";
    case ArchiveKind::kZip: return "ZIP";
    case ArchiveKind::kTar: return "TAR";
    case ArchiveKind::kWarc: return "WARC";
    case ArchiveKind::kUnread: return "7z, RAR or CAB";
  }
  return "";
}

bool begins_warc_record(std::string_view bytes) {
  return bytes.size() >= kWarcLine && bytes.starts_with("WARC/1.") && bytes[7] >= '0' && bytes[7] <= '9' && (bytes[8] == '\r' || bytes[8] == '\n');
}

bool may_begin(ArchiveKind kind, std::string_view bytes) {
  switch (kind) {
    case ArchiveKind::kGzip:      // besides the flags: how hard it was packed (0, 2, 4), and on which system
      return bytes.size() >= 10 && begins_gzip(bytes) && (byte_at(bytes, 8) & ~6u) == 0 && (byte_at(bytes, 9) <= 13 || byte_at(bytes, 9) == 255);
    case ArchiveKind::kZstd:      // besides the magic number: a bit that is never set
      return bytes.size() >= 5 && bytes.starts_with("\x28\xb5\x2f\xfd"sv) && (byte_at(bytes, 4) & 8) == 0;
    case ArchiveKind::kBzip2: return begins_bzip2(bytes);
    case ArchiveKind::kZip: {     // besides the magic number: a version there is, a method there is, a name
      if (bytes.size() < kMostMagic || !bytes.starts_with("PK\x03\x04"sv)) return false;
      const unsigned version = byte_at(bytes, 4), method = short_at(bytes, 8), name = short_at(bytes, 26);
      return version <= 63 && method <= 99 && name > 0 && name <= 4096;
    }
    default: return false;
  }
}

}  // namespace hearsay
