// Archives built in memory for tests, and what walking them gave.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <string>
#include <vector>

#include "archive/archive.h"

namespace hearsay::test {

struct Entry {
  std::string name, bytes;
  mode_t type = AE_IFREG;
};

class Packing {
 public:
  Packing(int format, int filter, const char* options = nullptr) : archive_(archive_write_new()) {
    archive_write_set_format(archive_, format);
    archive_write_add_filter(archive_, filter);
    archive_write_set_bytes_per_block(archive_, 0);
    archive_write_set_bytes_in_last_block(archive_, 1);
    if (options) archive_write_set_options(archive_, options);
    archive_write_open(archive_, &bytes_, nullptr, [](archive*, void* out, const void* data, size_t size) -> la_ssize_t {
      static_cast<std::string*>(out)->append(static_cast<const char*>(data), size);
      return static_cast<la_ssize_t>(size);
    }, nullptr);
  }
  ~Packing() { archive_write_free(archive_); }
  Packing(const Packing&) = delete;
  Packing& operator=(const Packing&) = delete;

  void begin(const std::string& name, mode_t type, int64_t size) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, type);
    archive_entry_set_perm(entry, 0644);
    if (type == AE_IFREG) archive_entry_set_size(entry, size);
    if (type == AE_IFLNK) archive_entry_set_symlink(entry, "/etc/passwd");
    archive_write_header(archive_, entry);
    archive_entry_free(entry);
  }
  void write(std::string_view bytes) { archive_write_data(archive_, bytes.data(), bytes.size()); }
  std::string& so_far() { return bytes_; }
  std::string close() {
    archive_write_close(archive_);
    return std::move(bytes_);
  }

 private:
  archive* archive_;
  std::string bytes_;
};

inline std::string pack(const std::vector<Entry>& entries, int format, int filter = ARCHIVE_FILTER_NONE, const char* options = nullptr) {
  Packing packing(format, filter, options);
  for (const Entry& entry : entries) {
    packing.begin(entry.name, entry.type, static_cast<int64_t>(entry.bytes.size()));
    if (!entry.bytes.empty()) packing.write(entry.bytes);
  }
  return packing.close();
}
inline std::string zip(const std::vector<Entry>& entries, const char* options = nullptr) { return pack(entries, ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, options); }
inline std::string tar(const std::vector<Entry>& entries, int filter = ARCHIVE_FILTER_NONE) { return pack(entries, ARCHIVE_FORMAT_TAR_PAX_RESTRICTED, filter); }
inline std::string packed(const std::string& bytes, int filter) { return pack({{"x", bytes}}, ARCHIVE_FORMAT_RAW, filter); }
inline std::string gzip(const std::string& bytes) { return packed(bytes, ARCHIVE_FILTER_GZIP); }
inline std::string zstd(const std::string& bytes) { return packed(bytes, ARCHIVE_FILTER_ZSTD); }

// Bytes that do not pack, the same for the same seed.
inline std::string noise(size_t size, uint32_t seed = 1) {
  std::string bytes;
  bytes.reserve(size);
  while (bytes.size() < size) bytes += static_cast<char>((seed = seed * 1664525u + 1013904223u) >> 24);
  return bytes;
}

inline std::string warc_record(const std::string& type, const std::string& url, const std::string& media, const std::string& content, int64_t length = -1) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url + "\r\nWARC-Date: 2024-05-06T07:08:09Z\r\nContent-Type: " + media +
         "\r\nContent-Length: " + std::to_string(length < 0 ? static_cast<int64_t>(content.size()) : length) + "\r\n\r\n" + content + "\r\n\r\n";
}
inline std::string http(const std::string& fields, const std::string& body, const std::string& status = "200 OK") { return "HTTP/1.1 " + status + "\r\n" + fields + "\r\n" + body; }
inline std::string page_record(const std::string& url, const std::string& body, const std::string& fields = "Content-Type: text/html; charset=UTF-8\r\n") {
  return warc_record("response", url, "application/http; msgtype=response", http(fields, body));
}

struct Walked {
  std::vector<ArchiveMember> members;
  std::vector<std::string> faults;      // "path: line"
  ArchiveCount count;

  std::vector<std::string> told() const {
    std::vector<std::string> out;
    for (const ArchiveMember& member : members) out.push_back(member.path + "=" + (member.bytes.size() > 60 ? std::to_string(member.bytes.size()) : member.bytes));
    return out;
  }
};

inline Walked walk(ByteSource& source, const ArchiveOptions& options = {}, const std::string& name = "in") {
  Walked walked;
  ArchiveHandlers handlers;
  handlers.take = [&](ArchiveMember member) {
    walked.members.push_back(std::move(member));
    return true;
  };
  handlers.fault = [&](const std::string& path, const std::string& line) { walked.faults.push_back(path + ": " + line); };
  walked.count = walk_archive(source, name, options, handlers);
  return walked;
}
inline Walked walk(const std::string& bytes, const ArchiveOptions& options = {}) {
  const std::unique_ptr<ByteSource> source = bytes_in_memory(bytes);
  return walk(*source, options);
}

using Lines = std::vector<std::string>;

}  // namespace hearsay::test
