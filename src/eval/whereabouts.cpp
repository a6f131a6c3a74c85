// SPDX-License-Identifier: Apache-2.0
#include "eval/whereabouts.h"

#include <algorithm>
#include <filesystem>

namespace hearsay {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> steps_of(const fs::path& path) {
  std::vector<std::string> steps;
  for (const fs::path& step : path.lexically_normal())
    if (!step.empty() && step != "." && step != "/") steps.push_back(step.string());
  return steps;
}

bool ends_in(const std::vector<std::string>& path, const std::vector<std::string>& end) {
  return path.size() >= end.size() && std::equal(end.rbegin(), end.rend(), path.rbegin());
}

bool is_file(const fs::path& path) {
  std::error_code failed;
  return fs::exists(path, failed) && !fs::is_directory(path, failed);
}

}  // namespace

std::optional<std::string> report_of(const GoldFile& gold, const std::optional<std::string>& root) {
  const auto in = [&](const fs::path& folder) { return (folder / gold.document).lexically_normal(); };
  if (root) return is_file(in(*root)) ? std::optional(in(*root).string()) : std::nullopt;
  std::error_code failed;
  const fs::path gold_file = fs::weakly_canonical(gold.path, failed);
  // As near to what was typed as can be: "../seeds/a.txt" rather than the path from "/".
  fs::path typed = fs::path(gold.path).parent_path();
  for (fs::path folder = gold_file.parent_path();; folder = folder.parent_path(), typed /= "..") {
    if (is_file(folder / gold.document)) return (is_file(in(typed)) ? in(typed) : in(folder)).string();
    if (folder == folder.parent_path()) return std::nullopt;
  }
}

std::optional<std::string> report_among(const std::vector<std::string>& files, const std::string& document) {
  std::vector<std::string> wanted = steps_of(document);
  for (const std::string& file : files)
    if (ends_in(steps_of(file), wanted)) return file;
  if (wanted.size() < 2) return std::nullopt;
  wanted.erase(wanted.begin(), wanted.end() - 2);
  std::optional<std::string> only;
  for (const std::string& file : files) {
    if (!ends_in(steps_of(file), wanted)) continue;
    if (only) return std::nullopt;
    only = file;
  }
  return only;
}

}  // namespace hearsay
