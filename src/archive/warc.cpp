// WARC files (ISO 28500, versions 1.0 and 1.1), read by ourselves since libarchive drops the records' headers. A record says how long it is; where that does not lead to another record, the
// next is looked for by its first line.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>

#include "archive/decoded.h"
#include "archive/http.h"
#include "archive/names.h"
#include "archive/walk.h"

namespace hearsay {
namespace {

constexpr size_t kLongestHeader = 64 << 10;     // of a record: a handful of lines, of which addresses are the longest
constexpr size_t kLineEnds = 8;                 // looked over between two records: the standard has four bytes there, crawlers up to six

struct RecordHeader {
  std::string type, url, date;
  MediaType media;
  bool truncated = false;                       // by the crawler
  std::optional<uint64_t> length;
};

RecordHeader read_record_header(std::string_view lines) {
  const HeaderFields fields(lines);
  RecordHeader header{std::string(fields["warc-type"]), printable_name(fields["warc-target-uri"]), std::string(fields["warc-date"]), read_media_type(fields["content-type"]),
                      !fields["warc-truncated"].empty(), std::nullopt};
  if (header.url.size() > 1 && header.url.front() == '<' && header.url.back() == '>') header.url = header.url.substr(1, header.url.size() - 2);     // WARC 1.0 was read so
  const std::string_view digits = fields["content-length"];
  uint64_t length = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
  if (!digits.empty() && error == std::errc() && end == digits.data() + digits.size()) header.length = length;
  return header;
}

bool looks_iso(std::string_view date) {
  return date.size() >= 10 && date.size() <= 40 && date[4] == '-' && date[7] == '-' && std::all_of(date.begin(), date.end(), [](char c) { return c > ' ' && c < 127; });
}

// Where the header at the front ends, its blank line included; 0 if another record begins before; nullopt if neither stands there.
std::optional<size_t> find_header_end(std::string_view bytes) {
  for (size_t end = bytes.find('\n'); end != std::string_view::npos; end = bytes.find('\n', end + 1)) {
    const std::string_view behind = bytes.substr(end + 1);
    if (behind.starts_with("\n")) return end + 2;
    if (behind.starts_with("\r\n")) return end + 3;
    if (begins_warc_record(behind)) return 0;
  }
  return std::nullopt;
}

class WarcWalk {
 public:
  WarcWalk(ArchiveWalk& walk, ByteSource& source, const ArchivePlace& place)
      : walk_(walk), source_(source), place_(place), most_(walk.options.limits.member_bytes - place.held) {}

  void run() {
    while (!walk_.stopped && (next_record() || seek_record())) {
      if (!read_record()) seek_record();
    }
  }

 private:
  std::string_view rest() const { return std::string_view(buffer_).substr(at_); }

  // Reads until `size` bytes are there; false at the end, or where bytes are lost.
  bool fill(size_t size) {
    while (rest().size() < size) {
      if (ended_ || loss_) return false;
      if (at_ > buffer_.size() / 2) buffer_.erase(0, std::exchange(at_, 0));
      const Result<std::string_view> piece = source_.next();
      if (!piece) loss_ = piece.error();
      else if (piece->empty()) ended_ = true;
      else buffer_ += *piece;
    }
    return true;
  }

  // Goes over the line ends between records; false, with the fault told, if no record begins there.
  bool next_record() {
    while (fill(1) && (buffer_[at_] == '\r' || buffer_[at_] == '\n')) ++at_;
    if (fill(kWarcLine) && begins_warc_record(rest())) return true;
    if (!loss_ && !rest().empty()) walk_.faults.tell(place_.path, "holds bytes that belong to no WARC record");
    return false;
  }

  // Goes to the next line that begins a record; false at the end. Behind lost bytes everything begins anew.
  bool seek_record() {
    bool line_start = at_ == 0 || buffer_[at_ - 1] == '\n';
    while (true) {
      const size_t found = find_record(rest(), line_start);
      if (found != std::string_view::npos) {
        at_ += found;
        return true;
      }
      const size_t tail = std::min(rest().size(), kWarcLine);
      at_ = buffer_.size() - tail;
      if (at_ > 0) line_start = buffer_[at_ - 1] == '\n';
      if (fill(tail + 1)) continue;
      at_ = buffer_.size();
      if (!loss_) return false;
      tell_loss();
      line_start = true;
    }
  }

  void tell_loss() {
    walk_.faults.tell(place_.path, loss_->message);
    loss_.reset();
    buffer_.clear();
    at_ = 0;
  }

  static size_t find_record(std::string_view bytes, bool line_start) {
    for (size_t at = bytes.find("WARC/1."); at != std::string_view::npos; at = bytes.find("WARC/1.", at + 1)) {
      if ((at == 0 ? line_start : bytes[at - 1] == '\n') && begins_warc_record(bytes.substr(at))) return at;
    }
    return std::string_view::npos;
  }

  // Reads the record that begins here; false if the next has to be looked for.
  bool read_record() {
    std::optional<size_t> end;
    bool more = true;
    for (size_t size = kWarcLine; !end && more && size <= kLongestHeader; size *= 2) {
      more = fill(size);
      end = find_header_end(rest().substr(0, kLongestHeader));
    }
    const size_t length = end.value_or(0);
    if (length == 0) return give_up("a record's header has no end");
    const RecordHeader header = read_record_header(rest().substr(0, length));
    at_ += length;
    if (!header.length) return give_up("a record does not say how long it is");
    const bool wanted = header.type == "response" || header.type == "resource" || header.type == "conversion";
    if (!wanted) pass_over(header.type);
    if (*header.length > most_) {
      if (wanted) walk_.faults.tell(path_of(header), "is " + amount(*header.length) + " long, and " + amount(most_) + " is the limit for one report; it is left out");
      return give_up("");
    }
    bool cut_short = header.truncated;
    const size_t size = settle_length(static_cast<size_t>(*header.length), cut_short);
    if (wanted) take(header, extract(size), cut_short);
    else at_ += size;
    return true;
  }

  // Leaves a record whose end is not known: the next is looked for behind its first line.
  bool give_up(const std::string& fault) {
    if (!fault.empty() && !loss_) walk_.faults.tell(place_.path, fault);
    at_ = std::min(at_ + 1, buffer_.size());
    return false;
  }

  std::string path_of(const RecordHeader& header) const { return place_.path + "!/" + header.url; }

  // How much of what follows is the record's content, whatever its header says.
  size_t settle_length(size_t said, bool& cut_short) {
    const bool whole = fill(said);
    fill(said + kLineEnds + kWarcLine);
    const std::string_view content = rest().substr(0, said);
    std::string_view behind = whole ? rest().substr(said, kLineEnds + kWarcLine) : std::string_view();
    while (!behind.empty() && (behind[0] == '\r' || behind[0] == '\n')) behind.remove_prefix(1);
    if (whole && (behind.empty() || begins_warc_record(behind) || loss_)) return said;
    const size_t next = find_record(content, true);
    if (whole && next == std::string_view::npos) return said;
    cut_short = true;
    size_t there = std::min(next, content.size());
    if (next != std::string_view::npos) there -= content.substr(0, there).ends_with("\r\n\r\n") ? 4 : 0;
    if (next != std::string_view::npos) {
      walk_.faults.tell(place_.path, "a record says that it is " + std::to_string(said) + " bytes long, but the next begins after " + std::to_string(there));
    } else if (!loss_) {
      walk_.faults.tell(place_.path, "the last record ends after " + std::to_string(there) + " of its " + std::to_string(said) + " bytes");
    }
    return there;
  }

  // Takes bytes out, without a second copy where they are most of what is held.
  std::string extract(size_t size) {
    std::string bytes;
    if (size < buffer_.size() / 2) {
      bytes = rest().substr(0, size);
      at_ += size;
      return bytes;
    }
    std::string behind(rest().substr(size));
    bytes = std::exchange(buffer_, std::move(behind));
    bytes.resize(at_ + size);
    bytes.erase(0, std::exchange(at_, 0));
    return bytes;
  }

  void pass_over(const std::string& type) {
    constexpr std::array<std::string_view, 5> kTypes = {"warcinfo", "request", "metadata", "revisit", "continuation"};
    const bool known = std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end();
    ++walk_.count.passed_over[(known ? type : "other") + " records"];
  }

  void take(const RecordHeader& header, std::string bytes, bool cut_short) {
    ArchiveMember member;
    member.path = path_of(header);
    member.url = header.url;
    member.cut_short = cut_short;
    if (looks_iso(header.date)) member.dates.push_back({"WARC-Date", header.date});
    const bool usable = header.type == "response" ? open_response(header, bytes, member) : !bytes.empty();
    if (header.type != "response") {
      member.media_type = header.media.type;
      member.charset = header.media.charset;
    }
    if (usable) hand_on(std::move(member), std::move(bytes));
  }

  // Turns an HTTP response into its body; false if there is none to take.
  bool open_response(const RecordHeader& header, std::string& bytes, ArchiveMember& member) {
    if (header.media.type != "application/http" && !header.media.type.empty()) {
      ++walk_.count.passed_over["responses that are not HTTP"];
      return false;
    }
    const std::optional<HttpResponse> response = read_http_response(bytes);
    if (!response) {
      walk_.faults.tell(member.path, "the record holds no HTTP response");
      return false;
    }
    if (response->status != 200 && !walk_.options.every_status) {
      ++walk_.count.passed_over["HTTP status " + std::to_string(response->status)];
      return false;
    }
    member.media_type = response->media.type;
    member.charset = response->media.charset;
    if (!response->last_modified.empty()) member.dates.push_back({"Last-Modified", response->last_modified});
    if (!response->date.empty()) member.dates.push_back({"Date", response->date});
    bytes.erase(0, response->body);
    if (response->chunked && join_chunks(bytes) == Chunks::kCutShort) member.cut_short = true;
    for (auto coding = response->codings.rbegin(); coding != response->codings.rend(); ++coding) {
      if (!undo(*coding, bytes, member)) return false;
    }
    if (bytes.empty()) ++walk_.count.passed_over["empty files"];
    return !bytes.empty();
  }

  // Undoes one content coding; a body that is not coded so, since the crawler has undone it and kept the header, stays as it is.
  bool undo(const std::string& coding, std::string& bytes, ArchiveMember& member) {
    const ArchiveKind kind = archive_kind(bytes);
    const bool gzip = coding == "gzip" || coding == "x-gzip", deflate = coding == "deflate";
    if (!gzip && !deflate && coding != "zstd") {
      walk_.faults.tell(member.path, "was sent as \"" + printable_name(coding).substr(0, 40) + "\", which is not read");
      return false;
    }
    if (bytes.empty() || (gzip && kind != ArchiveKind::kGzip) || (coding == "zstd" && kind != ArchiveKind::kZstd)) return true;
    const std::unique_ptr<ByteSource> packed = bytes_in_memory(bytes);
    const std::unique_ptr<ByteSource> plain = deflate ? decode_deflate(*packed, !begins_zlib(bytes), walk_.budget) : decode(*packed, kind, walk_.budget);
    std::optional<std::string> undone = gather(walk_, *plain, member.path, most_, member.cut_short);
    if (undone) bytes = std::move(*undone);
    return undone.has_value();
  }

  // RFC 1950: the method, and a checksum over the first two bytes.
  static bool begins_zlib(std::string_view bytes) {
    if (bytes.size() < 2) return false;
    const unsigned first = static_cast<unsigned char>(bytes[0]), second = static_cast<unsigned char>(bytes[1]);
    return (first & 15) == 8 && (first << 8 | second) % 31 == 0;
  }

  void hand_on(ArchiveMember member, std::string bytes) {
    if (!looks_like_archive(bytes)) {
      member.bytes = std::move(bytes);
      return take_member(walk_, std::move(member));
    }
    ArchivePlace inner = place_;
    inner.path = member.path;
    inner.held += bytes.size();
    const std::unique_ptr<ByteSource> packed = bytes_in_memory(bytes);
    walk_bytes(walk_, *packed, member, inner);
  }

  ArchiveWalk& walk_;
  ByteSource& source_;
  const ArchivePlace& place_;
  uint64_t most_;               // bytes that one record may have
  std::string buffer_;
  size_t at_ = 0;               // what of buffer_ has been read
  std::optional<Error> loss_;   // behind what is in buffer_
  bool ended_ = false;
};

}  // namespace

void walk_warc(ArchiveWalk& walk, ByteSource& source, const ArchivePlace& place) { WarcWalk(walk, source, place).run(); }

}  // namespace hearsay
