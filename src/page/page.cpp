// The way of one page: made fit for the parser, parsed, cut into lines, its fields gathered, its article found.
// SPDX-License-Identifier: Apache-2.0
#include "page/page.h"

#include "page/article.h"
#include "page/blocks.h"
#include "dates/dates.h"
#include "page/fields.h"
#include "page/json_ld.h"
#include "page/outline.h"
#include "page/tame.h"
#include "page/text.h"
#include "text/utf8.h"

namespace hearsay {

using namespace page;

namespace {

constexpr size_t kLittleText = 200;      // bytes; a page that shows less may have its text in JSON-LD alone

size_t text_bytes(const std::vector<PageBlock>& blocks) {
  size_t bytes = 0;
  for (const PageBlock& block : blocks)
    if (block.kind != BlockKind::kTitle) bytes += block.text.size();
  return bytes;
}

std::vector<LinkedArticle> linked_articles(const Tamed& tamed, std::vector<std::string>& notes) {
  std::vector<LinkedArticle> articles;
  bool broken = false;
  for (std::string_view script : tamed.json_ld) broken |= !read_json_ld(script, articles);
  if (broken) notes.push_back("JSON-LD that cannot be read was left out");
  return articles;
}

// The text that JSON-LD gives, where the page itself shows next to nothing: pages that scripts fill.
void take_linked_body(const std::vector<LinkedArticle>& articles, WebPage& page) {
  const size_t shown = text_bytes(page.blocks);
  if (articles.empty() || shown >= kLittleText || articles[0].body.size() < 2 * shown) return;
  if (articles[0].body.empty()) return;
  std::erase_if(page.blocks, [](const PageBlock& block) { return block.kind != BlockKind::kTitle; });
  std::string_view rest = articles[0].body;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    if (std::string line = folded(rest.substr(0, end)); !line.empty()) page.blocks.push_back({BlockKind::kParagraph, std::move(line)});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  page.notes.push_back("the text was taken from JSON-LD, since the page shows none");
}

}  // namespace

WebPage read_page(std::string_view html, std::string_view address) {
  WebPage page;
  if (html.size() > kMostPageBytes) {
    html = html.substr(0, kMostPageBytes);
    page.notes.push_back("only the first " + std::to_string(kMostPageBytes >> 20) + " MB were read");
  }
  std::string mended;
  if (!valid_utf8(html)) {
    size_t replaced = 0;
    mended = replace_malformed(html, replaced);
    html = mended;
  }
  Tamed tamed = tame(html);
  page.notes.insert(page.notes.end(), tamed.notes.begin(), tamed.notes.end());
  const std::vector<LinkedArticle> linked = linked_articles(tamed, page.notes);
  const Outline outline(tamed.html);
  read_markup(outline, page);
  const std::string whole = title_element(outline.tree());
  std::vector<std::string> titles;
  if (page.title) titles.push_back(page.title->value);
  if (!whole.empty()) titles.push_back(whole);
  if (titles.empty() && !linked.empty()) titles.push_back(linked[0].headline);

  const Article article = find_article(outline, titles);
  const std::string shown = article.title ? outline.lines()[*article.title].text : std::string();
  if (!shown.empty()) titles.push_back(shown);
  read_linked(linked, titles, address, page);
  offer(page.outlet, outlet_behind(whole, shown), FieldOrigin::kMeta);
  read_footer(outline, article.frame, page);
  const std::string outlet = page.outlet ? page.outlet->value : std::string();
  if (page.title) page.title->value = without_ending(page.title->value, shown, outlet);
  offer(page.title, shown, FieldOrigin::kVisible);
  if (!page.title) offer(page.title, without_ending(whole, shown, outlet), FieldOrigin::kMeta);

  page.blocks = blocks_of(outline, article);
  read_times(outline, article.frame, page);
  if (const auto date = shown_date(outline, article)) offer(page.published, *date, FieldOrigin::kVisible);
  for (const std::string& name : shown_authors(outline, article)) offer_author(page.authors, name, FieldOrigin::kVisible);
  if (const auto date = address_date(address)) offer(page.published, *date, FieldOrigin::kAddress);
  if (page.url) page.url->value = absolute(page.url->value, address);
  if (page.url && page.url->value.empty()) page.url.reset();
  offer(page.url, absolute(address, {}), FieldOrigin::kAddress);
  take_linked_body(linked, page);
  return page;
}

}  // namespace hearsay
