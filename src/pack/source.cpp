// SPDX-License-Identifier: Apache-2.0
#include "pack/source.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <tuple>

#include "base/ascii.h"
#include "text/utf8.h"

namespace hearsay {

std::string to_string(const Diagnostic& diagnostic) {
  std::string out = diagnostic.file;
  if (diagnostic.line > 0) out += ":" + std::to_string(diagnostic.line);
  if (diagnostic.column > 0) out += ":" + std::to_string(diagnostic.column);
  return out + (diagnostic.warning ? ": warning: " : ": error: ") + diagnostic.message;
}

void Diagnostics::add(std::string file, int line, int column, bool warning, std::string message) {
  all_.push_back({std::move(file), line, column, warning, std::move(message)});
}

bool Diagnostics::failed() const {
  return std::any_of(all_.begin(), all_.end(), [](const Diagnostic& d) { return !d.warning; });
}

void Diagnostics::sort() {
  const auto key = [](const Diagnostic& d) { return std::tie(d.file, d.line, d.column, d.warning, d.message); };
  std::sort(all_.begin(), all_.end(), [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  all_.erase(std::unique(all_.begin(), all_.end(), [&](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); }), all_.end());
}

std::vector<std::string_view> split_values(std::string_view cell, char mark) {
  std::vector<std::string_view> values;
  while (!cell.empty()) {
    const size_t end = cell.find(mark);
    const std::string_view value = trim(cell.substr(0, end));
    if (!value.empty()) values.push_back(value);
    if (end == std::string_view::npos) break;
    cell.remove_prefix(end + 1);
  }
  return values;
}

SourceFile name_source(const std::string& name) {
  const std::filesystem::path relative(name);
  SourceFile file;
  file.name = file.place = name;
  auto part = relative.begin();
  file.language = part->string();
  if (std::next(part) != relative.end() && std::next(part, 2) != relative.end()) file.room = std::next(part)->string();
  file.stem = relative.stem().string();
  file.extension = relative.extension().string();
  return file;
}

Result<std::vector<SourceFile>> read_sources(const std::vector<std::string>& folders) {
  namespace fs = std::filesystem;
  std::vector<SourceFile> files;
  for (const std::string& folder : folders) {
    std::error_code failure;
    if (!fs::is_directory(folder, failure)) return Error{Error::Kind::kPack, folder + ": no such folder of packs"};
    std::vector<fs::path> paths;
    for (auto at = fs::recursive_directory_iterator(folder, failure); !failure && at != fs::recursive_directory_iterator(); at.increment(failure))
      if (at->is_regular_file()) paths.push_back(at->path());
    if (failure) return Error{Error::Kind::kPack, folder + ": " + failure.message()};
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths) {
      const std::string extension = path.extension().string();
      if (extension != ".tsv" && extension != ".rules" && extension != ".frames" && extension != ".toml") continue;
      SourceFile& file = files.emplace_back(name_source(path.lexically_relative(folder).generic_string()));
      std::ifstream stream(path, std::ios::binary);
      std::ostringstream bytes;
      bytes << stream.rdbuf();
      if (!stream) return Error{Error::Kind::kPack, path.string() + ": cannot be read"};
      file.text = bytes.str();
      if (file.text.starts_with("\xEF\xBB\xBF")) file.text.erase(0, 3);   // a byte order mark
      file.place = (fs::path(folder) / file.name).lexically_normal().generic_string();
    }
  }
  return files;
}

int column_at(std::string_view line, size_t bytes) {
  const std::string_view before = line.substr(0, bytes);
  return 1 + static_cast<int>(std::count_if(before.begin(), before.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// The first byte that is NUL or belongs to no well-formed sequence.
static size_t first_bad_byte(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const Decoded next = decode_utf8(text, at);
    if (next.code == 0 || (next.code == 0xFFFD && next.length == 1)) return at;
    at += next.length;
  }
  return text.size();
}

bool check_encoding(const std::vector<SourceFile>& files, Diagnostics& diagnostics) {
  bool good = true;
  for (const SourceFile& file : files) {
    const std::string_view text = file.text;
    const size_t bad = first_bad_byte(text);
    if (bad == text.size()) continue;
    good &= text.find('\0') == std::string_view::npos;
    const size_t begin = text.rfind('\n', bad) + 1;
    const int line = 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(bad), '\n'));
    diagnostics.error(file.place, line, column_at(text.substr(begin), bad - begin),
                      text[bad] == '\0' ? "a NUL byte; save the file as plain text in UTF-8" : "not UTF-8; save the file as UTF-8");
  }
  return good;
}

Table::Table(const SourceFile& file, Diagnostics& diagnostics) : file_(&file), diagnostics_(&diagnostics) {
  int number = 0;
  for (std::string_view rest = file.text; !rest.empty();) {
    const size_t end = rest.find('\n');
    TableRow row;
    row.text = rest.substr(0, end);
    row.line = ++number;
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (row.text.ends_with('\r')) row.text.remove_suffix(1);
    if (row.text.starts_with('#') || trim(row.text).empty()) continue;
    for (std::string_view left = row.text;;) {
      const size_t tab = left.find('\t');
      row.cells.push_back(trim(left.substr(0, tab)));
      if (tab == std::string_view::npos) break;
      left.remove_prefix(tab + 1);
    }
    if (columns().empty()) {
      read_heading(std::move(row));
      continue;
    }
    if (row.cells.size() > columns().size())
      error_at(row, row.cells[columns().size()],
               std::to_string(row.cells.size()) + " cells, but the heading names " + std::to_string(columns().size()) + " columns");
    row.cells.resize(columns().size());
    rows_.push_back(std::move(row));
  }
  if (columns().empty()) diagnostics.error(file.place, 1, 1, "no heading line");
}

void Table::read_heading(TableRow row) {
  heading_ = std::move(row);
  for (auto at = heading_.cells.begin(); at != heading_.cells.end(); ++at) {
    if (at->empty()) error_at(heading_, *at, "a column without a name");
    else if (std::find(heading_.cells.begin(), at, *at) != at) error_at(heading_, *at, "column \"" + std::string(*at) + "\" stands twice");
  }
}

// A cell that a short line lacks is missing at its end.
int Table::column_of(const TableRow& row, std::string_view piece) {
  return column_at(row.text, piece.data() ? static_cast<size_t>(piece.data() - row.text.data()) : row.text.size());
}

void Table::error_at(const TableRow& row, std::string_view piece, std::string message) const {
  diagnostics_->error(file_->place, row.line, column_of(row, piece), std::move(message));
}

void Table::warn_at(const TableRow& row, std::string_view piece, std::string message) const {
  diagnostics_->warn(file_->place, row.line, column_of(row, piece), std::move(message));
}

int Table::column(std::string_view name) const {
  auto at = std::find(columns().begin(), columns().end(), name);
  return at == columns().end() ? -1 : static_cast<int>(at - columns().begin());
}

std::string_view Table::cell(const TableRow& row, std::string_view name) const {
  const int at = column(name);
  return at < 0 ? std::string_view{} : row.cells[static_cast<size_t>(at)];
}

std::string nearest(std::string_view name, const std::vector<std::string>& known) {
  std::string best;
  size_t best_distance = name.size() / 3 + 2;
  for (const std::string& candidate : known) {
    // Levenshtein distance, row by row.
    std::vector<size_t> row(candidate.size() + 1);
    for (size_t k = 0; k < row.size(); ++k) row[k] = k;
    for (size_t i = 0; i < name.size(); ++i) {
      size_t diagonal = row[0]++;
      for (size_t k = 0; k < candidate.size(); ++k) {
        const size_t above = row[k + 1];
        row[k + 1] = std::min({above + 1, row[k] + 1, diagonal + (name[i] != candidate[k])});
        diagonal = above;
      }
    }
    if (row.back() < best_distance) {
      best_distance = row.back();
      best = candidate;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& known, std::string_view mark) {
  const std::string near = nearest(name, known);
  return near.empty() ? "" : "; did you mean \"" + std::string(mark) + near + "\"?";
}

}  // namespace hearsay
