// The reports of examples/letters, read and shown so that two records can be compared line by line.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/reading.h"
#include "paths.h"

namespace hearsay::testing {

struct Letter {
  Metadata metadata;
  std::string bytes;
};

inline std::string source_path(const std::string& path) { return source_folder() + "/" + path; }

// In order of path; paths are told from the root of the tree, so that records are the same wherever it lies.
inline std::vector<Letter> letters() {
  const std::string folder = source_path("examples/letters");
  InputList list = list_reports({folder}, folder + "/manifest.tsv");
  for (const InputError& error : list.errors) ADD_FAILURE() << error.path << ": " << error.message;
  std::vector<Letter> out;
  for (Metadata& metadata : list.reports) {
    Letter& letter = out.emplace_back();
    auto bytes = read_file(metadata.path, kMaxReportBytes);
    if (!bytes) {
      ADD_FAILURE() << bytes.error().message;
      continue;
    }
    letter.bytes = *bytes;
    metadata.path = "examples/letters" + metadata.path.substr(metadata.path.rfind('/'));
    letter.metadata = metadata;
  }
  return out;
}

// The engine over the embedded packs, or over those of the tree where there are none.
inline const Engine& shared_engine() {
  static const Result<Engine> engine = [] {
    EngineOptions options;
    if (!has_embedded_pack()) options.base_packs = packs_folder();
    return Engine::open(options);
  }();
  if (!engine) throw std::runtime_error(engine.error().message);
  return *engine;
}

inline Analysis analysed(const Letter& letter) {
  Result<Analysis> analysis = shared_engine().analyse(letter.bytes, letter.metadata);
  if (!analysis) throw std::runtime_error(analysis.error().message);
  return std::move(*analysis);
}

// A record with a line for each of its values: what stands in strings is left alone.
inline std::vector<std::string> pretty(std::string_view json) {
  std::vector<std::string> lines{""};
  size_t depth = 0;
  bool quoted = false;
  for (size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (!quoted && (c == '}' || c == ']')) lines.emplace_back(2 * --depth, ' ');
    lines.back() += c;
    if (quoted && c == '\\') lines.back() += json[++i];
    else if (c == '"') quoted = !quoted;
    else if (!quoted && (c == '{' || c == '[')) lines.emplace_back(2 * ++depth, ' ');
    else if (!quoted && c == ',') lines.emplace_back(2 * depth, ' ');
  }
  return lines;
}

}  // namespace hearsay::testing
