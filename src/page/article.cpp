// The choice of the article's element. What the page says itself goes before what its text looks like: the articleBody of microdata, then <article>,
// <main> and the usual names, then the element that holds nine tenths of the prose. Source of the ideas: HTML standard, 4.3 (sections); schema.org;
// density of text over the tree as in Readability (Arc90, 2009) and boilerpipe (Kohlschuetter et al., WSDM 2010). Tested by pages_test.cpp.
// SPDX-License-Identifier: Apache-2.0
#include "page/article.h"

#include <algorithm>

#include "page/text.h"

namespace hearsay::page {
namespace {

constexpr double kSameTitle = 0.5;         // likeness from which on a heading shows the page's title
constexpr double kSurelySameTitle = 0.85;  // and any other line
constexpr size_t kLongestTitle = 400;      // bytes

// How much speaks for a line being the shown title, 0 if nothing.
double title_score(const Outline& outline, const Line& line, const std::vector<Words>& titles) {
  const Tree& tree = outline.tree();
  const GumboTag tag = tree[line.holder].tag;
  const bool named = tree.attribute(line.holder, "itemprop").find("headline") != std::string_view::npos || (outline.purpose(line.holder) & kHeadlineName);
  const bool heading = is_heading(tag) || named;
  const Words words = words_of(line.text);
  double best = 0;
  for (const Words& title : titles) best = std::max(best, likeness(words, title));
  if (best < (heading ? kSameTitle : kSurelySameTitle)) return 0;
  return best + (tag == GUMBO_TAG_H1 ? 0.3 : named ? 0.2 : tag == GUMBO_TAG_H2 ? 0.1 : 0);
}

std::optional<size_t> find_title(const Outline& outline, const std::vector<std::string>& titles) {
  std::vector<Words> wanted;
  for (const std::string& title : titles) wanted.push_back(words_of(title));
  const auto& lines = outline.lines();
  std::optional<size_t> best, first_heading;
  double most = 0;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].text.size() > kLongestTitle) continue;
    if (const double score = title_score(outline, lines[i], wanted); score > most) most = score, best = i;
    if (!first_heading && outline.tree()[lines[i].holder].tag == GUMBO_TAG_H1 && lines[i].linked == 0) first_heading = i;
  }
  return best ? best : first_heading;
}

class Search {
 public:
  Search(const Outline& outline, std::optional<size_t> title) : outline_(outline), tree_(outline.tree()) {
    if (title) title_ = outline.lines()[*title].holder;
  }

  size_t body() const {
    if (const size_t marked = marked_body()) return marked;
    const size_t scope = find_scope();
    if (const size_t named = named_body(scope)) return named;
    return densest(scope);
  }

 private:
  bool holds_title(size_t node) const { return title_ != 0 && tree_.within(title_, node); }

  // articleBody of microdata: the first behind the title, on pages that go on with other articles.
  size_t marked_body() const {
    size_t best = 0;
    for (size_t i = 1; i < tree_.size(); ++i) {
      if (outline_.dropped(i) || !tree_.attribute(i, "itemprop").starts_with("articleBody") || outline_.prose(i) == 0) continue;
      if (tree_[i].end < title_ || (best != 0 && (best > title_ || outline_.prose(i) <= outline_.prose(best)))) continue;
      best = i;
    }
    return outline_.prose(best) * 10 >= outline_.prose(0) * 2 ? best : 0;
  }

  // The <article> that shows the title, else the one with most prose, else <main>, else the whole page.
  size_t find_scope() const {
    const uint32_t all = outline_.prose(0);
    size_t best = 0, main = 0;
    for (size_t i = 1; i < tree_.size(); ++i) {
      if (outline_.dropped(i)) continue;
      if (tree_[i].tag == GUMBO_TAG_MAIN || tree_.attribute(i, "role") == "main") main = i;
      if (tree_[i].tag != GUMBO_TAG_ARTICLE) continue;
      if (holds_title(i) && outline_.prose(i) * 5 >= all) return i;
      if (best == 0 || outline_.prose(i) > outline_.prose(best)) best = i;
    }
    if (best != 0 && outline_.prose(best) * 5 >= all * 2) return best;
    return main != 0 && outline_.prose(main) * 2 >= all ? main : 0;
  }

  // The innermost element within that bears the name of a body and holds most of the prose.
  size_t named_body(size_t scope) const {
    size_t best = 0;
    for (size_t i = scope; i < tree_[scope].end; ++i) {
      if (outline_.dropped(i) || !(outline_.purpose(i) & kBodyName)) continue;
      const uint32_t wanted = best == 0 ? outline_.prose(scope) / 2 : outline_.prose(best) / 20 * 19;
      if (outline_.prose(i) > 0 && outline_.prose(i) >= wanted) best = i;
    }
    return best;
  }

  // Goes down while one child holds nine tenths of the prose, or the title and seven tenths: beside it stand notices of the site.
  size_t densest(size_t node) const {
    for (size_t child = node + 1; child < tree_[node].end;) {
      const uint32_t tenths = holds_title(child) ? 7 : 9;
      const bool holds_most = outline_.prose(child) > 0 && outline_.prose(child) * 10 >= outline_.prose(node) * tenths;
      if (!holds_most || !is_block(tree_[child].tag)) {
        child = tree_[child].end;
        continue;
      }
      if (outline_.own_lines(child) == 1) break;   // a paragraph
      node = child++;
    }
    return node;
  }

  const Outline& outline_;
  const Tree& tree_;
  size_t title_ = 0;
};

}  // namespace

Article find_article(const Outline& outline, const std::vector<std::string>& titles) {
  Article article;
  article.title = find_title(outline, titles);
  article.body = Search(outline, article.title).body();
  article.frame = article.body;
  const size_t shown = article.title ? outline.lines()[*article.title].holder : article.body;
  while (!outline.tree().within(shown, article.frame)) article.frame = outline.tree()[article.frame].parent;
  return article;
}

}  // namespace hearsay::page
