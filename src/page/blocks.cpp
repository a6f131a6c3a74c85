// Which lines belong to the article, and what they are. Within its body all lines do that are no links; between the title and the body only those that are
// leads, bylines, dates and captions; behind the body only who wrote it and where it comes from. A line's kind is told by the elements around it.
// SPDX-License-Identifier: Apache-2.0
#include "page/blocks.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "dates/dates.h"
#include "page/text.h"

namespace hearsay::page {
namespace {

constexpr uint32_t kLongestByline = 150;    // bytes
constexpr uint32_t kLongestLead = 1200;
constexpr uint32_t kLongestHeading = 400;   // one that nothing closes holds the whole text
constexpr uint32_t kMostAroundPicture = 400;
constexpr uint32_t kShortestPoint = 30;     // of a list between title and text
constexpr uint32_t kShortLabel = 60;        // of a line that introduces a list

struct Taken {
  PageBlock block;
  const Line* line;
};

class Blocks {
 public:
  Blocks(const Outline& outline, const Article& article) : outline_(outline), tree_(outline.tree()), article_(article) {}

  std::vector<PageBlock> take() {
    const auto& lines = outline_.lines();
    if (article_.title) add(BlockKind::kTitle, lines[*article_.title]);
    for (size_t i = 0; i < lines.size(); ++i)
      if (i != article_.title && tree_.within(lines[i].holder, article_.frame)) consider(lines[i], i);
    return finished();
  }

 private:
  void add(BlockKind kind, const Line& line) {
    if (seen_.insert(line.text).second) taken_.push_back({{kind, line.text}, &line});
  }

  void consider(const Line& line, size_t index) {
    const bool inside = tree_.within(line.holder, article_.body);
    const bool before_title = article_.title && index < *article_.title;
    BlockKind kind = kind_of(line);
    if (body_lines_ == 0 && article_.title && !before_title && leads(kind, line, index)) kind = BlockKind::kLead;
    const bool label = kind == BlockKind::kByline || kind == BlockKind::kDateline || kind == BlockKind::kCaption || kind == BlockKind::kCredit;
    if (!label && is_link(line)) return;
    if (before_title) {
      if ((kind == BlockKind::kCaption || kind == BlockKind::kCredit) && !is_link(line)) add(kind, line);
      return;
    }
    if (inside) {
      body_lines_ += !label && kind != BlockKind::kLead;
      return add(kind, line);
    }
    const bool behind = line.holder >= tree_[article_.body].end;
    if (behind) {
      if (kind == BlockKind::kByline || kind == BlockKind::kCredit) add(kind, line);
    } else if (label || kind == BlockKind::kLead || (kind == BlockKind::kListItem && visible_bytes(line.text) >= kShortestPoint)) {
      add(kind, line);
    } else if (is_prose(visible_bytes(line.text), line.linked)) {
      add(BlockKind::kLead, line);
    }
  }

  // A long heading below the title, or a paragraph that stands in one element with it while the text goes on in another.
  bool leads(BlockKind kind, const Line& line, size_t index) const {
    if (kind == BlockKind::kHeading) return line.text.size() > 100;
    const auto& lines = outline_.lines();
    const auto parent = [&](const Line& one) { return tree_[one.holder].parent; };
    return kind == BlockKind::kParagraph && parent(line) == parent(lines[*article_.title]) && index + 1 < lines.size() && parent(lines[index + 1]) != parent(line) &&
           is_prose(visible_bytes(line.text), line.linked);
  }

  static bool is_link(const Line& line) { return line.linked > 0 && line.linked * 5 >= visible_bytes(line.text) * 3; }

  bool small(size_t node, uint32_t most) const { return node != 0 && outline_.weight(node).text <= most; }

  // What the nearest element around says that says anything.
  BlockKind kind_of(const Line& line) const {
    if (line.row) return BlockKind::kParagraph;
    if (tree_.attribute(line.holder, "align") == "right" && visible_bytes(line.text) <= kShortLabel) return BlockKind::kByline;
    bool item = false;
    for (size_t node = line.holder; node > article_.frame; node = tree_[node].parent) {
      const GumboTag tag = tree_[node].tag;
      const Purpose purpose = outline_.purpose(node);
      if (const auto named = kind_by_name(line, node, purpose)) {
        if (*named != BlockKind::kLead || (!item && body_lines_ < 2)) return *named;
      }
      if (is_heading(tag) && small(node, kLongestHeading)) return visible_date(line.text) ? BlockKind::kDateline : BlockKind::kHeading;
      if (tag == GUMBO_TAG_BLOCKQUOTE) return BlockKind::kQuotation;
      if (tag == GUMBO_TAG_FIGURE || surrounds_picture(node, line)) return BlockKind::kCaption;
      item |= tag == GUMBO_TAG_LI;
    }
    return item ? BlockKind::kListItem : visible_date(line.text) ? BlockKind::kDateline : BlockKind::kParagraph;
  }

  std::optional<BlockKind> kind_by_name(const Line& line, size_t node, Purpose purpose) const {
    const uint32_t text = outline_.weight(node).text;
    if ((purpose & kCreditName) && text <= kLongestByline) return BlockKind::kCredit;
    if ((purpose & kCaptionName) && text <= kLongestLead) return BlockKind::kCaption;
    if ((purpose & (kBylineName | kDateName)) && text <= kLongestByline && visible_date(line.text)) return BlockKind::kDateline;
    if ((purpose & kDateName) && text <= kShortLabel) return BlockKind::kDateline;
    if ((purpose & kBylineName) && text <= kLongestByline) return BlockKind::kByline;
    if ((purpose & kSourceName) && text <= kLongestByline) return BlockKind::kCredit;
    if ((purpose & kLeadName) && text <= kLongestLead) return BlockKind::kLead;
    return std::nullopt;
  }

  // A table or division that was made for a picture and the line that is said of it.
  bool surrounds_picture(size_t node, const Line& line) const {
    const GumboTag tag = tree_[node].tag;
    if (node == article_.body || (tag != GUMBO_TAG_TABLE && tag != GUMBO_TAG_DIV && tag != GUMBO_TAG_CENTER) || !small(node, kMostAroundPicture)) return false;
    if (visible_bytes(line.text) * 4 < outline_.weight(node).text * 3) return false;
    for (size_t i = node; i < tree_[node].end; ++i)
      if (tree_[i].tag == GUMBO_TAG_IMG) return true;
    return false;
  }

  // Headings and labels that stood over what was dropped go with it.
  std::vector<PageBlock> finished() {
    std::vector<PageBlock> blocks;
    size_t next = tree_[article_.body].end;
    bool last = true;
    for (size_t i = taken_.size(); i-- > 0;) {
      const PageBlock& block = taken_[i].block;
      const bool heading = block.kind == BlockKind::kHeading;
      const bool label = heading || (block.kind == BlockKind::kParagraph && visible_bytes(block.text) < kShortLabel && (block.text.ends_with(':') || taken_[i].line->bold));
      if ((heading && last) || (label && outline_.links_between(taken_[i].line->holder, next))) continue;
      last = last && block.kind == BlockKind::kByline;
      next = taken_[i].line->holder;
      blocks.push_back(std::move(taken_[i].block));
    }
    std::reverse(blocks.begin(), blocks.end());
    return blocks;
  }

  const Outline& outline_;
  const Tree& tree_;
  const Article& article_;
  std::vector<Taken> taken_;
  std::unordered_set<std::string> seen_;
  size_t body_lines_ = 0;
};

// Two to six words without figures and without what joins names to other things.
bool looks_like_name(std::string_view text) {
  const auto spaces = std::count(text.begin(), text.end(), ' ');
  return spaces >= 1 && spaces <= 5 && text.find_first_of("0123456789@:,|/-()") == std::string_view::npos;
}

}  // namespace

std::vector<PageBlock> blocks_of(const Outline& outline, const Article& article) { return Blocks(outline, article).take(); }

std::optional<std::string> shown_date(const Outline& outline, const Article& article) {
  constexpr size_t kFewLines = 12;   // a date further below the title is one of the text's
  const auto& lines = outline.lines();
  const size_t first = article.title.value_or(0);
  for (size_t i = first; i < lines.size() && i < first + kFewLines; ++i)
    if (auto date = visible_date(lines[i].text)) return date;
  // Bars with the section's name and the date are furniture, but their date counts.
  const Tree& tree = outline.tree();
  for (size_t i = article.title ? lines[first].holder : article.body; i-- > article.frame;)
    if (!tree[i].text.empty())
      if (auto date = visible_date(folded(tree[i].text))) return date;
  return std::nullopt;
}

std::vector<std::string> shown_authors(const Outline& outline, const Article& article) {
  const Tree& tree = outline.tree();
  std::vector<std::string> names;
  for (size_t i = article.frame; i < tree[article.frame].end; ++i) {
    const Node& node = tree[i];
    if (!node.element || outline.dropped(i)) continue;
    const size_t byline = outline.nearest(i, kBylineName, article.frame);
    const bool named = byline != 0 && outline.weight(byline).text <= kLongestByline && (node.tag == GUMBO_TAG_A || byline == i);
    if (!named && tree.attribute(i, "rel") != "author") continue;
    if (outline.weight(i).links > 0 && node.tag != GUMBO_TAG_A) continue;
    std::string name = folded(tree.text_of(i));
    if (looks_like_name(name)) names.push_back(std::move(name));
  }
  return names;
}

}  // namespace hearsay::page
