// Reads sentences with the `time` rules of the packs in the tree; other rooms' files are left out.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "paths.h"
#include "time/calendar.h"
#include "time/times.h"

namespace hearsay::testing {

class TimePacks {
 public:
  TimePacks() {
    auto files = read_sources({packs_folder()});
    if (!files) return;
    for (SourceFile& file : *files)
      if (file.room == "time" || file.room == "text" || file.extension == ".toml") sources_.push_back(std::move(file));
    image_ = compile_image(sources_, diagnostics_);
    if (image_.empty()) return;
    if (auto loaded = Pack::load(image_)) pack_ = std::make_unique<Pack>(std::move(*loaded));
  }
  // Compiled once for all tests.
  static TimePacks& shared() {
    static TimePacks packs;
    return packs;
  }
  const Pack* pack() const { return pack_.get(); }
  Diagnostics& diagnostics() { return diagnostics_; }
  const std::vector<SourceFile>& sources() const { return sources_; }

  struct Reading {
    std::vector<std::string> lines;      // DATE 2013-10-22 "Ngày 22/10"
    std::vector<std::string> used;       // ids of the rules whose nodes were made
    std::vector<TimeExpression> times;
    std::vector<std::string> types;      // attribute `type` of each expression's node
    uint64_t steps = 0;                  // of the matcher
  };
  // `published` is an ISO date, empty for unknown.
  Reading read(const std::string& lang, const std::string& published, const std::string& text) const {
    Document document;
    document.text = text;
    document.lang = lang;
    if (int year = 0, month = 0, day = 0; std::sscanf(published.c_str(), "%d-%d-%d", &year, &month, &day) == 3)
      document.published_day = day_of(year, month, day);
    const LanguagePack& language = *pack_->language(lang);
    WordCache words(&pack_->vocabulary());
    const std::vector<Token> tokens = tokenize(document.text, language.text, words);
    std::vector<Sentence> sentences;
    const auto sets = std::make_shared<SymbolSets>(language.language);
    int cut = 0;
    for (const SentenceTokens& range : split_sentences(document.text, tokens, language.text, cut)) {
      Sentence& sentence = sentences.emplace_back();
      sentence.range = range;
      sentence.lattice = std::make_unique<Lattice>(sets, document.text, std::span(tokens).subspan(range.first, range.last - range.first));
    }
    Matcher matcher;
    Reading reading;
    read_times(*pack_, language, document, sentences, matcher, reading.times);
    reading.steps = matcher.steps();
    for (const TimeExpression& time : reading.times)
      reading.lines.push_back(std::string(to_string(time.type)) + " " + time.value + " \"" + text.substr(time.span.start, time.span.length()) + "\"");
    for (const Sentence& sentence : sentences) {
      for (const Node& node : sentence.lattice->nodes()) reading.used.emplace_back(pack_->strings()[node.rule]);
      for (const Found& found : sentence.times) {
        const Node& node = sentence.lattice->node(sentence.lattice->edge(found.edge));
        reading.types.emplace_back(pack_->strings()[node.attr(pack_->strings().find("type"))]);
      }
    }
    return reading;
  }

 private:
  std::vector<SourceFile> sources_;
  Diagnostics diagnostics_;
  std::string image_;
  std::unique_ptr<Pack> pack_;
};

}  // namespace hearsay::testing
