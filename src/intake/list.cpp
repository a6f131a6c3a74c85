// Finds the reports of files and folders, ties them to the rows of a manifest, and reads their bytes.
// Tested by list_test.cpp.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <map>
#include <memory>
#include <set>

#include "hearsay/hearsay.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

constexpr uint64_t kMaxManifestBytes = 1u << 30;
constexpr size_t kNamesShown = 3;        // of many files that share one message

// What tells one file from another, however its path is written.
std::string key_of(const fs::path& path) {
  std::error_code failed;
  fs::path real = fs::weakly_canonical(path, failed);
  return failed ? fs::absolute(path, failed).lexically_normal().string() : real.string();
}

struct Manifest {
  std::map<std::string, Metadata> rows;  // by key_of the file
  std::vector<std::string> absent;       // files that rows name and that are not there
  bool readable = true;
};

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  for (size_t at = 0;;) {
    const size_t tab = line.find('\t', at);
    std::string_view cell = line.substr(at, tab - at);
    while (!cell.empty() && cell.front() == ' ') cell.remove_prefix(1);
    while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\r')) cell.remove_suffix(1);
    cells.push_back(cell);
    if (tab == std::string_view::npos) return cells;
    at = tab + 1;
  }
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// The field that a column fills; null for the columns that say nothing here.
std::optional<std::string>* field_of(Metadata& row, std::string_view column) {
  if (column == "url") return &row.url;
  if (column == "outlet") return &row.outlet;
  if (column == "published") return &row.published;
  if (column == "lang") return &row.lang;
  if (column == "title") return &row.title;
  return nullptr;
}

std::string first_of(const std::vector<std::string>& names) {
  std::string out;
  for (size_t i = 0; i < std::min(names.size(), kNamesShown); ++i) out += (i == 0 ? "" : ", ") + names[i];
  return names.size() > kNamesShown ? out + ", ..." : out;
}

std::string count_of(size_t n, const char* one, const char* many) { return std::to_string(n) + " " + (n == 1 ? one : many); }

Manifest read_manifest(const std::string& path, std::vector<InputError>& errors) {
  Manifest manifest;
  manifest.readable = false;
  Result<std::string> bytes = read_file(path, kMaxManifestBytes);
  if (!bytes) return errors.push_back({path, bytes.error().message.substr(path.size() + 2)}), manifest;
  const auto lines = lines_of(*bytes);
  const auto columns = lines.empty() ? std::vector<std::string_view>{} : cells_of(lines[0]);
  const auto document = std::find(columns.begin(), columns.end(), "document");
  if (document == columns.end()) {
    errors.push_back({path, "the first line of a manifest names its columns, between tabs, and one of them is \"document\""});
    return manifest;
  }
  manifest.readable = true;
  const auto name_at = static_cast<size_t>(document - columns.begin());
  std::vector<std::string> twice;
  for (size_t i = 1; i < lines.size(); ++i) {
    const auto cells = cells_of(lines[i]);
    if (name_at >= cells.size() || cells[name_at].empty()) continue;
    const std::string name(cells[name_at]);
    const fs::path file = fs::path(path).parent_path() / name;
    std::error_code ignored;
    if (!fs::exists(file, ignored)) {
      manifest.absent.push_back(name);
      continue;
    }
    Metadata row;
    for (size_t c = 0; c < std::min(cells.size(), columns.size()); ++c)
      if (auto* field = field_of(row, columns[c]); field && !cells[c].empty()) *field = std::string(cells[c]);
    if (!manifest.rows.emplace(key_of(file), std::move(row)).second) twice.push_back(name);
  }
  if (!manifest.absent.empty())
    errors.push_back({path, count_of(manifest.absent.size(), "row names a file that is", "rows name files that are") + " not there: " + first_of(manifest.absent), true});
  if (!twice.empty()) errors.push_back({path, count_of(twice.size(), "file has", "files have") + " several rows, of which the first counts: " + first_of(twice), true});
  return manifest;
}

// By which endings the reports of a folder are told from its other files.
constexpr std::string_view kReportEndings[] = {".txt", ".html", ".htm", ".xhtml", ".rss", ".atom", ".xml", ".eml", ".mht", ".mhtml", ".mbox",
                                               ".jsonl", ".ndjson", ".csv", ".zip", ".tar", ".tgz", ".gz", ".zst", ".xz", ".bz2", ".warc"};
bool is_report(const fs::path& path) {
  std::string ending = path.extension().string();
  for (char& c : ending) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return std::find(std::begin(kReportEndings), std::end(kReportEndings), ending) != std::end(kReportEndings);
}

// The reports of a folder, at any depth, without what is hidden.
std::vector<std::string> files_in(const std::string& folder, std::vector<InputError>& errors) {
  std::vector<std::string> files;
  std::error_code failed;
  auto at = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, failed);
  for (; !failed && at != fs::recursive_directory_iterator(); at.increment(failed)) {
    std::error_code ignored;
    if (at->path().filename().string().starts_with('.')) {
      at.disable_recursion_pending();
    } else if (is_report(at->path()) && !at->is_directory(ignored)) {
      files.push_back(at->path().lexically_normal().string());
    }
  }
  if (failed) errors.push_back({folder, failed.message()});
  else if (files.empty()) errors.push_back({folder, "no reports in this folder"});
  return files;
}

}  // namespace

InputList list_reports(const std::vector<std::string>& paths, const std::optional<std::string>& manifest_path) {
  InputList list;
  Manifest manifest;
  if (manifest_path) manifest = read_manifest(*manifest_path, list.errors);
  // Without its manifest a report would be read as undated and of no outlet, which is worse than not at all.
  if (!manifest.readable) return list;
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    if (path == "-") {
      files.push_back(path);
      continue;
    }
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (status.type() == fs::file_type::directory) {
      for (std::string& file : files_in(path, list.errors)) files.push_back(std::move(file));
    } else if (fs::exists(status)) {
      files.push_back(fs::path(path).lexically_normal().string());
    } else {
      list.errors.push_back({path, status.type() == fs::file_type::not_found ? "no such file" : failed.message()});
    }
  }
  std::sort(files.begin(), files.end());
  std::set<std::string> seen;
  std::vector<std::string> rowless;
  for (std::string& file : files) {
    const std::string key = key_of(file);
    if (!seen.insert(key).second) continue;
    const auto row = manifest.rows.find(key);
    Metadata report = row == manifest.rows.end() ? Metadata{} : row->second;
    if (manifest_path && row == manifest.rows.end()) rowless.push_back(file);
    report.path = std::move(file);
    list.reports.push_back(std::move(report));
  }
  if (!rowless.empty())
    list.errors.push_back({*manifest_path, count_of(rowless.size(), "file has", "files have") + " no row: " + first_of(rowless), true});
  return list;
}

Result<std::string> read_file(const std::string& path, uint64_t max_bytes) {
  auto refuse = [&](const std::string& why) { return Error{Error::Kind::kInput, path + ": " + why}; };
  auto too_large = [&] { return refuse("larger than " + std::to_string(max_bytes >> 20) + " MB, too large for one report"); };
  std::error_code failed;
  const fs::file_status status = fs::status(path, failed);
  if (status.type() == fs::file_type::not_found) return refuse("no such file");
  if (failed) return refuse(failed.message());
  if (fs::is_directory(status)) return refuse("a folder, not a file");
  const uint64_t size = fs::is_regular_file(status) ? fs::file_size(path, failed) : 0;
  if (!failed && size > max_bytes) return too_large();
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), [](std::FILE* f) { return f ? std::fclose(f) : 0; });
  if (!file) return refuse(std::strerror(errno));
  std::string bytes;
  bytes.reserve(size + 1);
  // The size is only a hint: a file may grow, and a pipe has none.
  for (char block[1 << 16]; const size_t n = std::fread(block, 1, sizeof block, file.get());) {
    bytes.append(block, n);
    if (bytes.size() > max_bytes) return too_large();
  }
  if (std::ferror(file.get())) return refuse(std::strerror(errno));
  return bytes;
}

}  // namespace hearsay
