// SPDX-License-Identifier: Apache-2.0
#include "pack/source.h"

#include <algorithm>
#include <fstream>
#include <sstream>

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

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split_values(std::string_view cell, char mark) {
  std::vector<std::string_view> values;
  while (!cell.empty()) {
    const size_t end = cell.find(mark);
    const std::string_view value = trimmed(cell.substr(0, end));
    if (!value.empty()) values.push_back(value);
    if (end == std::string_view::npos) break;
    cell.remove_prefix(end + 1);
  }
  return values;
}

SourceFile name_source(const std::string& name) {
  const std::filesystem::path relative(name);
  SourceFile file;
  file.name = name;
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
    }
  }
  return files;
}

Table::Table(const SourceFile& file, Diagnostics& diagnostics) : file_(&file) {
  if (!valid_utf8(file.text)) diagnostics.error(file.name, 0, 0, "not UTF-8; save the file as UTF-8");
  int number = 0;
  for (std::string_view rest = file.text; !rest.empty();) {
    const size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#' || trimmed(line).empty()) continue;
    std::vector<std::string_view> cells;
    for (std::string_view cells_left = line;;) {
      const size_t tab = cells_left.find('\t');
      cells.push_back(trimmed(cells_left.substr(0, tab)));
      if (tab == std::string_view::npos) break;
      cells_left.remove_prefix(tab + 1);
    }
    if (columns_.empty()) {
      columns_ = std::move(cells);
      continue;
    }
    if (cells.size() > columns_.size())
      diagnostics.error(file.name, number, 0,
                        std::to_string(cells.size()) + " cells, but the heading names " + std::to_string(columns_.size()) + " columns");
    cells.resize(columns_.size());
    rows_.push_back({number, std::move(cells)});
  }
  if (columns_.empty()) diagnostics.error(file.name, 1, 0, "no heading line");
}

int Table::column(std::string_view name) const {
  auto at = std::find(columns_.begin(), columns_.end(), name);
  return at == columns_.end() ? -1 : static_cast<int>(at - columns_.begin());
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

}  // namespace hearsay
