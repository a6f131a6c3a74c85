// Lines of a page. What holds how much text and how many links is counted over the whole tree first; furniture is dropped by what it is called and by
// these counts; what remains is cut into lines. Source of the idea: text and link density per block decide what is boilerplate (Kohlschuetter et al.
// 2010, above), and names of elements help (Readability, Arc90 2009); the code and the thresholds are our own, measured on tests/page/pages.
// SPDX-License-Identifier: Apache-2.0
#include "page/outline.h"

#include <algorithm>

#include "base/ascii.h"
#include "page/text.h"
#include "text/utf8.h"

namespace hearsay::page {
namespace {

// Not a rule of dashes or a separator between links.
bool says_something(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const Decoded next = decode_utf8(text, at);
    if (is_letter(next.code) || is_digit(next.code) || next.code > 0x2FFF) return true;
    at += next.length;
  }
  return false;
}

bool leads_elsewhere(const Tree& tree, size_t node) { return tree[node].tag == GUMBO_TAG_A && !tree.attribute(node, "href").starts_with('#'); }

}  // namespace

uint32_t visible_bytes(std::string_view text) {
  return static_cast<uint32_t>(std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > 0x20; }));
}

Outline::Outline(std::string_view html) : tree_(html) {
  weigh();
  drop_furniture();
  cut_lines();
}

// Counts what every element holds, from the leaves up.
void Outline::weigh() {
  const size_t size = tree_.size();
  purposes_.resize(size);
  weights_.resize(size);
  std::vector<uint32_t> block(size, 0);      // the nearest block around
  std::vector<char> linked(size, 0);
  std::vector<Weight> own(size);             // of a block's own lines
  for (size_t i = 0; i < size; ++i) {
    const Node& node = tree_[i];
    const bool link = leads_elsewhere(tree_, i);
    linked[i] = link || (i > 0 && linked[node.parent]);
    block[i] = is_block(node.tag) ? static_cast<uint32_t>(i) : block[node.parent];
    purposes_[i] = purpose_of(tree_, i);
    weights_[i].links = link;
    weights_[i].keeps = node.tag == GUMBO_TAG_H1 || tree_.attribute(i, "itemprop").starts_with("articleBody");
    if (node.text.empty()) continue;
    const uint32_t bytes = visible_bytes(node.text);
    weights_[i].text = bytes;
    weights_[i].linked = linked[i] ? bytes : 0;
    own[block[i]].text += bytes;
    own[block[i]].linked += weights_[i].linked;
  }
  for (size_t i = size; i-- > 0;) {
    if (is_prose(own[i].text, own[i].linked)) weights_[i].prose += own[i].text;
    if (i == 0) break;
    Weight& up = weights_[tree_[i].parent];
    up.text += weights_[i].text;
    up.linked += weights_[i].linked;
    up.prose += weights_[i].prose;
    up.links += weights_[i].links;
    up.keeps |= weights_[i].keeps;
  }
}

void Outline::drop(size_t node) {
  std::fill(dropped_.begin() + static_cast<ptrdiff_t>(node), dropped_.begin() + tree_[node].end, 1);
  furniture_.push_back(static_cast<uint32_t>(node));
}

bool Outline::is_hidden(size_t node) const {
  return tree_.has(node, "hidden") || (purposes_[node] & kHiddenName) || tree_.attribute(node, "aria-hidden") == "true";
}

bool Outline::is_furniture(size_t node) const {
  const Weight& own = weights_[node];
  const Purpose purpose = purposes_[node];
  const GumboTag tag = tree_[node].tag;
  if (own.text == 0) return false;
  const bool most_of_page = own.prose * 2 > weights_[0].prose;
  if (is_hidden(node)) return !most_of_page;
  if (own.keeps) return false;
  if (tag == GUMBO_TAG_BLOCKQUOTE) return false;   // quotations of posts are often named after the network they come from
  if (purpose & kComments) return own.prose * 10 < weights_[0].prose * 9 || weights_[0].prose == 0;
  if (tag == GUMBO_TAG_FOOTER) return tree_[tree_[node].parent].tag != GUMBO_TAG_BLOCKQUOTE;   // there it names the speaker
  if (most_of_page) return false;
  if (purpose & kFurniture) return true;
  if ((purpose & kMaybeFurniture) && own.links > 0 && (own.prose == 0 || own.linked * 20 > own.text * 7)) return true;
  if (purpose & (kBylineName | kCaptionName | kCreditName | kLeadName)) return false;
  const bool list = tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_DL;
  const bool holder = list || tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_ASIDE;
  return holder && own.links >= (list ? 2u : 3u) && own.linked * 10 >= own.text * 6;
}

void Outline::drop_furniture() {
  dropped_.assign(tree_.size(), 0);
  for (size_t i = 1; i < tree_.size();) {
    const GumboTag tag = tree_[i].tag;
    if (tag == GUMBO_TAG_HEAD) {
      std::fill(dropped_.begin() + static_cast<ptrdiff_t>(i), dropped_.begin() + tree_[i].end, 1);
      head_end_ = i = tree_[i].end;
    } else if (tag != GUMBO_TAG_LAST && tag != GUMBO_TAG_BODY && is_furniture(i)) {
      drop(i);
      i = tree_[i].end;
    } else {
      ++i;
    }
  }
  drop_teasers();
  std::sort(furniture_.begin(), furniture_.end());
}

// Teasers of other articles: a heading that is nothing but a link, with a few words beside it.
void Outline::drop_teasers() {
  constexpr uint32_t kLongestTeaser = 600;
  for (size_t i = 1; i < tree_.size(); ++i) {
    const Weight& heading = weights_[i];
    if (dropped_[i] || !is_heading(tree_[i].tag) || heading.text == 0 || heading.linked < heading.text || heading.keeps) continue;
    size_t holder = i;
    while (holder > 0 && weights_[holder].text == heading.text) holder = tree_[holder].parent;
    const Weight& all = weights_[holder];
    if (holder > 0 && all.text <= kLongestTeaser && !all.keeps && all.prose * 2 <= weights_[0].prose) drop(holder);
  }
}

bool Outline::breaks_line(size_t node) const {
  const Node& one = tree_[node];
  if (is_block(one.tag)) return true;
  if (!one.element) return false;
  const bool in_prose = one.parent && (tree_[one.parent].tag == GUMBO_TAG_P || is_heading(tree_[one.parent].tag));
  if (one.tag == GUMBO_TAG_A) return !in_prose && (purposes_[node] & kBylineName) && !(purposes_[one.parent] & kBylineName);
  const Purpose wanted = static_cast<Purpose>(kCaptionName | kCreditName | kBylineName | kSourceName | (in_prose ? 0 : kDateName));
  const Purpose own = purposes_[node] & wanted;
  return own && !(purposes_[one.parent] & own);
}

// Rows of cells with little in them; others are layout, and what stands in their cells is read as it stands.
bool Outline::is_data_table(size_t table) const {
  constexpr uint32_t kMostInCell = 300;
  uint32_t cells = 0, rows = 0, wide_rows = 0;
  for (size_t i = table + 1; i < tree_[table].end; ++i) {
    const GumboTag tag = tree_[i].tag;
    if (tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_IMG || is_heading(tag)) return false;
    if (tag == GUMBO_TAG_TR) wide_rows += cells >= 2, cells = 0, ++rows;
    if (tag != GUMBO_TAG_TD && tag != GUMBO_TAG_TH) continue;
    ++cells;
    if (weights_[i].text > kMostInCell) return false;
  }
  wide_rows += cells >= 2;
  return rows >= 2 && wide_rows >= 2;
}

// A table's row as a line; returns the row's end.
size_t Outline::add_row(size_t row) {
  Line line;
  line.holder = static_cast<uint32_t>(row);
  line.row = true;
  for (size_t i = row + 1; i < tree_[row].end;) {
    const GumboTag tag = tree_[i].tag;
    if (tag != GUMBO_TAG_TD && tag != GUMBO_TAG_TH) {
      ++i;
      continue;
    }
    std::string cell;
    for (size_t j = i; j < tree_[i].end; ++j) {
      if (dropped_[j]) continue;
      if (tree_[j].element && (is_block(tree_[j].tag) || tree_[j].tag == GUMBO_TAG_BR)) append_folded(cell, " ");
      append_folded(cell, tree_[j].text);
    }
    cell = folded(cell);
    if (!cell.empty()) line.text += (line.text.empty() ? "" : " | ") + cell;
    i = tree_[i].end;
  }
  line.linked = weights_[row].linked;
  if (!line.text.empty()) lines_.push_back(std::move(line));
  return tree_[row].end;
}

void Outline::cut_lines() {
  const size_t size = tree_.size();
  std::vector<uint32_t> holder(size, 0);
  std::vector<char> linked(size, 0), bold(size, 0), data(size, 0);
  Line line;
  bool all_bold = true;
  int breaks = 0;
  const auto flush = [&] {
    line.text = folded(line.text);
    line.bold = all_bold;
    if (says_something(line.text)) lines_.push_back(std::move(line));
    line = {};
    all_bold = true;
    breaks = 0;
  };
  for (size_t i = 0; i < size;) {
    const Node& node = tree_[i];
    if (dropped_[i]) {
      i = node.end;
      continue;
    }
    const size_t up = node.parent;
    holder[i] = breaks_line(i) ? static_cast<uint32_t>(i) : holder[up];
    linked[i] = linked[up] || leads_elsewhere(tree_, i);
    bold[i] = bold[up] || node.tag == GUMBO_TAG_B || node.tag == GUMBO_TAG_STRONG;
    data[i] = data[up] || (node.tag == GUMBO_TAG_TABLE && is_data_table(i));
    if (holder[i] == i || holder[i] != line.holder) flush();
    line.holder = holder[i];
    if (data[i] && node.tag == GUMBO_TAG_TR) {
      i = add_row(i);
      continue;
    }
    if (node.tag == GUMBO_TAG_BR) {
      if (++breaks >= 2) flush(), line.holder = holder[i];
      append_folded(line.text, " ");
    }
    if (const uint32_t bytes = visible_bytes(node.text); bytes > 0) {
      line.linked += linked[i] ? bytes : 0;
      all_bold &= bold[i] != 0;
      breaks = 0;
    }
    append_folded(line.text, node.text);
    ++i;
  }
  flush();
  prose_.assign(size, 0);
  own_lines_.assign(size, 0);
  for (const Line& one : lines_) ++own_lines_[one.holder];
  for (const Line& one : lines_)
    if (const uint32_t bytes = visible_bytes(one.text); is_prose(bytes, one.linked)) prose_[one.holder] += bytes;
  for (size_t i = size; i-- > 1;) prose_[tree_[i].parent] += prose_[i];
}

size_t Outline::nearest(size_t node, Purpose purposes, size_t limit) const {
  for (; node > limit; node = tree_[node].parent)
    if (purposes_[node] & purposes) return node;
  return 0;
}

bool Outline::links_between(size_t from, size_t to) const {
  auto next = std::lower_bound(furniture_.begin(), furniture_.end(), from);
  while (next != furniture_.end() && *next < to && weights_[*next].links < 2) ++next;
  return next != furniture_.end() && *next < to;
}

}  // namespace hearsay::page
