// SPDX-License-Identifier: Apache-2.0
#include "archive/unpacker.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>

namespace hearsay {
namespace {

constexpr int kRestarts = 10'000;    // in one archive: each costs as much as 100 kB of reading

// A locale for this thread, for as long as this stands.
class InLocale {
 public:
  explicit InLocale(locale_t locale) : before_(uselocale(locale)) {}
  ~InLocale() { uselocale(before_); }
  InLocale(const InLocale&) = delete;
  InLocale& operator=(const InLocale&) = delete;

 private:
  locale_t before_;
};

void choose(archive* run, ArchiveKind kind) {
  switch (kind) {
    case ArchiveKind::kZip: archive_read_support_format_zip_streamable(run); return;
    case ArchiveKind::kTar: archive_read_support_format_tar(run); return;
    case ArchiveKind::kXz: archive_read_append_filter(run, ARCHIVE_FILTER_XZ); break;
    case ArchiveKind::kBzip2: archive_read_append_filter(run, ARCHIVE_FILTER_BZIP2); break;
    default: archive_read_support_filter_zstd(run); break;
  }
  archive_read_support_format_raw(run);
  archive_read_support_format_empty(run);
}

}  // namespace

void Unpacker::Free::operator()(archive* run) const { archive_read_free(run); }
void Unpacker::FreeLocale::operator()(locale_t locale) const { freelocale(locale); }

Unpacker::Unpacker(ByteSource& source, ArchiveKind kind) : source_(source), kind_(kind), names_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) { begin(); }
Unpacker::~Unpacker() = default;

void Unpacker::begin() {
  run_.reset(archive_read_new());
  kept_.clear();
  piece_ = {};
  given_ = 0;
  doubtful_ = false;
  choose(run_.get(), kind_);
  archive_read_open(run_.get(), this, nullptr, [](archive* run, void* self, const void** buffer) -> la_ssize_t {
    const Result<std::string_view> piece = static_cast<Unpacker*>(self)->feed();
    if (!piece) {
      archive_set_error(run, EIO, "%s", piece.error().message.c_str());
      return -1;
    }
    *buffer = piece->data();
    return static_cast<la_ssize_t>(piece->size());
  }, nullptr);
}

Result<std::string_view> Unpacker::feed() {
  kept_ += piece_;
  piece_ = {};
  // Cut only now and then, since libarchive may want a megabyte in one piece, and the source give it byte by byte.
  const size_t taken = kept_.size() - untaken();
  if (taken > kept_.size() / 2) kept_.erase(0, taken);
  if (!first_.empty()) {
    kept_ = std::exchange(first_, {});
    given_ += kept_.size();
    return std::string_view(kept_);
  }
  Result<std::string_view> next = source_.next();
  if (next) piece_ = *next;
  given_ += piece_.size();
  return next;
}

uint64_t Unpacker::taken_in_run() const { return std::min(given_, static_cast<uint64_t>(std::max<int64_t>(0, archive_filter_bytes(run_.get(), -1)))); }

std::string Unpacker::take_untaken() {
  kept_ += piece_;
  piece_ = {};
  kept_.erase(0, kept_.size() - untaken());
  return std::exchange(kept_, {});
}

size_t Unpacker::untaken() const { return static_cast<size_t>(std::min<uint64_t>(given_ - taken_in_run(), kept_.size() + piece_.size())); }

uint64_t Unpacker::taken() const { return before_ + taken_in_run(); }

Unpacker::Step Unpacker::step(int code) const {
  if (code == ARCHIVE_OK || code == ARCHIVE_WARN) return Step::kGiven;
  if (code == ARCHIVE_EOF) return Step::kEnd;
  return code == ARCHIVE_FATAL ? Step::kBroken : Step::kFault;
}

Unpacker::Step Unpacker::next_entry(archive_entry*& entry) {
  const InLocale names(names_.get());
  if (kind_ == ArchiveKind::kZstd && archive_filter_code(run_.get(), 0) != ARCHIVE_FILTER_ZSTD) return Step::kBroken;     // what begins so is no frame
  return step(archive_read_next_header(run_.get(), &entry));
}

Unpacker::Step Unpacker::next_bytes(std::string_view& bytes) {
  bytes = {};
  if (std::exchange(doubtful_, false)) return Step::kFault;
  const void* data = nullptr;
  size_t size = 0;
  int64_t offset = 0;
  const int code = archive_read_data_block(run_.get(), &data, &size, &offset);
  const Step result = step(code);
  doubtful_ = code == ARCHIVE_WARN;
  if (result == Step::kGiven) bytes = std::string_view(static_cast<const char*>(data), size);
  return result;
}

Unpacker::Step Unpacker::skip_entry() { return step(archive_read_data_skip(run_.get())); }

std::string Unpacker::method() const {
  const char* name = archive_format_name(run_.get());     // "ZIP 2.0 (deflation)"
  const std::string_view format = name ? name : "";
  const size_t open = format.find('('), close = format.rfind(')');
  return open < close && close != std::string_view::npos ? std::string(format.substr(open + 1, close - open - 1)) : std::string();
}

std::string Unpacker::why() const {
  const char* text = archive_error_string(run_.get());
  return text ? text : "it cannot be read";
}

bool Unpacker::restart() {
  const bool marked = kind_ != ArchiveKind::kTar && kind_ != ArchiveKind::kXz;
  if (!marked || ++restarts_ > kRestarts) return false;
  std::string window = take_untaken();
  before_ += taken_in_run();
  if (taken_in_run() == 0 && !window.empty()) {         // this run got nowhere: the same place must not be tried again
    window.erase(0, 1);
    ++before_;
  }
  while (true) {
    for (size_t at = 0; at < window.size(); ++at) {
      if (!may_begin(kind_, std::string_view(window).substr(at, kMostMagic))) continue;
      before_ += at;
      first_ = window.substr(at);
      begin();
      return true;
    }
    const size_t tail = std::min(window.size(), kMostMagic - 1);
    before_ += window.size() - tail;
    window.erase(0, window.size() - tail);
    const Result<std::string_view> next = source_.next();
    if (!next) {
      before_ += window.size();
      window.clear();
      continue;
    }
    if (next->empty()) return false;
    window += *next;
  }
}

bool Unpacker::has_rest() {
  const std::string rest = take_untaken();
  std::string_view bytes = rest;
  while (true) {
    if (bytes.find_first_not_of('\0') != std::string_view::npos) {
      given_ = taken_in_run() + bytes.size();
      kept_ = bytes;
      piece_ = {};
      return true;
    }
    const Result<std::string_view> next = source_.next();
    if (!next || next->empty()) return false;
    bytes = *next;
  }
}

}  // namespace hearsay
