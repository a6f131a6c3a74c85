// Packs written in a test: file names with their texts, compiled in memory.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "match/lattice.h"
#include "pack/pack.h"

namespace hearsay::testing {

using PackFiles = std::vector<std::pair<std::string, std::string>>;   // "vi/time/days.rules", its text

inline std::vector<SourceFile> sources(const PackFiles& files) {
  std::vector<SourceFile> out;
  for (const auto& [name, text] : files) out.emplace_back(name_source(name)).text = text;
  return out;
}

class MadePack {
 public:
  explicit MadePack(const PackFiles& files) {
    Diagnostics diagnostics;
    image_ = compile_image(sources(files), diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all()) messages_ += to_string(diagnostic) + "\n";
    if (image_.empty()) return;
    if (auto loaded = Pack::load(image_)) pack_ = std::make_unique<Pack>(std::move(*loaded));
  }
  bool made() const { return pack_ != nullptr; }
  // A pack that does not compile is a mistake of the test.
  const Pack& pack() const {
    if (!pack_) throw std::logic_error("the test's pack does not compile:\n" + messages_);
    return *pack_;
  }
  const LanguagePack& language(std::string_view id) const {
    const LanguagePack* found = pack().language(id);
    if (!found) throw std::logic_error("the test's pack has no such language: " + std::string(id));
    return *found;
  }
  const std::string& image() const { return image_; }
  const std::string& messages() const { return messages_; }   // one line each

 private:
  std::string image_, messages_;
  std::unique_ptr<Pack> pack_;
};

// One sentence in a lattice; holds what the lattice points to.
class OneSentence {
 public:
  OneSentence(const MadePack& made, const std::string& language, std::string text) : text_(std::move(text)) {
    WordCache cache(&made.pack().vocabulary());
    const LanguagePack& pack = made.language(language);
    tokens_ = tokenize(text_, pack.text, cache);
    lattice_ = std::make_unique<Lattice>(std::make_shared<SymbolSets>(pack.language), text_, std::span<const Token>(tokens_));
  }
  Lattice& lattice() { return *lattice_; }
  const std::vector<Token>& tokens() const { return tokens_; }

 private:
  std::string text_;
  std::vector<Token> tokens_;
  std::unique_ptr<Lattice> lattice_;
};

}  // namespace hearsay::testing
