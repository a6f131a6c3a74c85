// A page as lines of text, each with the element it stands in, without what is furniture of the site.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "page/names.h"
#include "page/tree.h"

namespace hearsay::page {

// A line: the text of a block element, between two of its children that are blocks, or between two empty lines of <br>.
struct Line {
  std::string text;        // folded, never empty
  uint32_t holder = 0;     // the element that makes it a line
  uint32_t linked = 0;     // bytes of it that are links
  bool bold = false;       // all of it
  bool row = false;        // of a table
};

// What an element holds, counted in bytes that are no white space.
struct Weight {
  uint32_t text = 0, linked = 0;   // linked: within links that lead elsewhere
  uint32_t prose = 0;              // in lines that are long and hardly linked
  uint32_t links = 0;              // their number
  bool keeps = false;              // holds what no furniture holds: <h1>, articleBody
};

class Outline {
 public:
  explicit Outline(std::string_view html);

  const Tree& tree() const { return tree_; }
  const std::vector<Line>& lines() const { return lines_; }
  Purpose purpose(size_t node) const { return purposes_[node]; }
  // Of everything within, furniture included.
  const Weight& weight(size_t node) const { return weights_[node]; }
  // Of the lines within only.
  uint32_t prose(size_t node) const { return prose_[node]; }
  // How many lines it makes itself, not by its children.
  uint32_t own_lines(size_t node) const { return own_lines_[node]; }
  // The nearest element around `node`, itself included, that bears one of the purposes; 0 if none below `limit`.
  size_t nearest(size_t node, Purpose purposes, size_t limit) const;
  bool dropped(size_t node) const { return dropped_[node]; }
  bool in_head(size_t node) const { return node < head_end_; }
  // Whether furniture with several links stands between two nodes.
  bool links_between(size_t from, size_t to) const;

 private:
  void weigh();
  void drop_furniture();
  bool is_furniture(size_t node) const;
  bool is_hidden(size_t node) const;
  void drop_teasers();
  void drop(size_t node);
  void cut_lines();
  bool breaks_line(size_t node) const;
  bool is_data_table(size_t node) const;
  size_t add_row(size_t row);

  Tree tree_;
  std::vector<Purpose> purposes_;
  std::vector<Weight> weights_;
  std::vector<uint32_t> prose_, own_lines_;
  std::vector<char> dropped_;
  size_t head_end_ = 0;
  std::vector<uint32_t> furniture_;   // the elements that were dropped, in order
  std::vector<Line> lines_;
};

inline bool is_heading(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }
uint32_t visible_bytes(std::string_view text);

// A line is prose from this length on, in bytes that are no white space, if under two fifths of it are links. Source: the thresholds of boilerpipe
// (Kohlschuetter, Fankhauser, Nejdl: Boilerplate Detection using Shallow Text Features, WSDM 2010): 10 to 17 words, link density 0.33.
inline constexpr uint32_t kShortestProse = 60;
inline bool is_prose(uint32_t text, uint32_t linked) { return text >= kShortestProse && linked * 5 < text * 2; }

}  // namespace hearsay::page
