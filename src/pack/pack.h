// A loaded pack image: vocabulary, languages with their programs, the world. Immutable; shared by all threads.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "base/image.h"
#include "hearsay/hearsay.h"
#include "match/program.h"
#include "pack/frame.h"
#include "pack/pattern.h"
#include "pack/source.h"
#include "pack/world.h"
#include "text/tokens.h"

namespace hearsay {

inline constexpr int kLevels = 9;
inline constexpr std::array<std::string_view, 5> kRuleRooms = {"time", "actors", "syntax", "statements", "figures"};
// A program's bit among the programs of its language.
constexpr unsigned program_slot(std::string_view room, int level) {
  size_t index = 0;
  while (index + 1 < kRuleRooms.size() && kRuleRooms[index] != room) ++index;
  return static_cast<unsigned>(index * kLevels) + static_cast<unsigned>(level - 1);
}
static_assert(kRuleRooms.size() * kLevels <= 64);

// Of a thousand reports, in how many the word stands.
struct CommonWord {
  uint64_t hash = 0;                               // hash_bytes of the folded word
  uint32_t per_mille = 0;
  uint32_t unused = 0;                             // no padding in images
};

struct LanguagePack {
  std::string id;                                  // "vi"
  Language language;
  TextRules text;
  std::array<Program, kRuleRooms.size() * kLevels> programs;   // by slot
  Frames frames;
  std::span<const CommonWord> common;              // sorted by hash
  const Program& program(std::string_view room, int level) const { return programs[program_slot(room, level)]; }
};

class Pack {
 public:
  // The bytes must outlive the pack.
  static Result<Pack> load(std::string_view image);
  const Strings& strings() const { return *strings_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  const World& world() const { return world_; }
  const std::vector<LanguagePack>& languages() const { return languages_; }
  const LanguagePack* language(std::string_view id) const;
  // Unlike any other pack's while anybody holds it: what caches are kept by.
  std::shared_ptr<const void> identity() const { return identity_; }

 private:
  std::shared_ptr<const void> identity_ = std::make_shared<char>();
  std::unique_ptr<Strings> strings_;
  Vocabulary vocabulary_;
  World world_;
  std::vector<LanguagePack> languages_;
};

// Compiles all packs of the folders (later ones layered over earlier) into an image; empty if a diagnostic is an error.
std::string compile_image(const std::vector<SourceFile>& files, Diagnostics& diagnostics);
// All that an image was compiled from, in one piece; the bytes are the image's.
std::string_view written_sources(std::string_view image);
// The files an image was compiled from, which it carries so that own packs can be layered over it.
std::vector<SourceFile> sources_of(std::string_view image);

}  // namespace hearsay
