// Frames as they are written into frames as they are run.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pack/automaton.h"
#include "pack/frame.h"
#include "pack/names.h"

namespace hearsay {

class FrameCompiler {
 public:
  // `kinds` are the kinds of events there are.
  FrameCompiler(StringCollector& strings, SymbolTable& symbols, const std::vector<std::string>& kinds, Diagnostics& diagnostics)
      : strings_(strings), symbols_(symbols), kinds_(kinds), diagnostics_(diagnostics) {}

  void add(const FrameSource& source);
  // Writes the sections "LANGUAGE/frame*".
  void write(const std::string& language, ImageWriter& image);

  // What the frames ask for by name.
  struct Asked {
    Pattern pattern;                     // or, with a name, a step of a path
    std::string step;
    std::string file, language;
    int line = 0, column = 0;
  };
  const std::vector<Asked>& asked() const { return asked_; }

 private:
  using Line = FrameSource::Line;
  void read(const Line& line, Frame& frame);
  void read_party(const Line& line, Frame& frame);
  void read_part(const Line& line);
  void check_kind(const Line& line);
  FramePath path_of(std::string_view text, const Line& line, int column);
  // Paths between `mark`s in a line's text, which begins at a column.
  std::vector<FramePath> paths_of(std::string_view text, char mark, const Line& line);
  uint32_t add_symbols(const Line& line);
  void collect(const Pattern& pattern, const Line& line, uint32_t& count);
  void error(const Line& line, int column, std::string message) { diagnostics_.error(source_->file, line.line, column, std::move(message)); }

  StringCollector& strings_;
  SymbolTable& symbols_;
  const std::vector<std::string>& kinds_;
  Diagnostics& diagnostics_;
  const FrameSource* source_ = nullptr;
  std::vector<Asked> asked_;
  std::vector<Frame> frames_;
  std::vector<FrameTest> tests_;
  std::vector<FramePath> paths_;
  std::map<std::string, FramePath> path_known_;
  std::vector<StrId> steps_;
  std::vector<Symbol> head_symbols_;
};

}  // namespace hearsay
