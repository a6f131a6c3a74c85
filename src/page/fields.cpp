// Fields from markup: <meta> (HTML standard, 4.2.5; Dublin Core; parsely-*, sailthru.*), Open Graph (ogp.me, article:*), microdata (schema.org), <time>.
// SPDX-License-Identifier: Apache-2.0
#include "page/fields.h"

#include <algorithm>
#include <unordered_map>

#include "base/ascii.h"
#include "dates/dates.h"
#include "page/text.h"

namespace hearsay::page {
namespace {

constexpr size_t kLongestName = 120;    // bytes of an author's or outlet's name
constexpr size_t kMostAuthors = 50;
// What sets an outlet's name off behind a title: also an en dash, em dash, guillemet, bullet and middle dot.
constexpr std::string_view kSeparators[] = {" - ", " | ", " ~ ", " :: ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xBB ", " \xE2\x80\xA2 ", " \xC2\xB7 "};

enum class Wanted { kTitle, kOutlet, kPublished, kModified, kAuthor, kUrl, kLang };
struct MetaName {
  Wanted wanted;
  FieldOrigin from;
};

// Names and properties of <meta>, in lower case.
const std::unordered_map<std::string_view, MetaName>& meta_names() {
  using enum Wanted;
  using enum FieldOrigin;
  static const std::unordered_map<std::string_view, MetaName> kNames = {
      {"og:title", {kTitle, kOpenGraph}}, {"og:site_name", {kOutlet, kOpenGraph}}, {"og:url", {kUrl, kOpenGraph}}, {"og:locale", {kLang, kOpenGraph}},
      {"article:published_time", {kPublished, kOpenGraph}}, {"article:published", {kPublished, kOpenGraph}}, {"og:published_time", {kPublished, kOpenGraph}},
      {"article:modified_time", {kModified, kOpenGraph}}, {"article:modified", {kModified, kOpenGraph}}, {"og:updated_time", {kModified, kOpenGraph}},
      {"article:author", {kAuthor, kOpenGraph}}, {"og:article:author", {kAuthor, kOpenGraph}}, {"og:article:published_time", {kPublished, kOpenGraph}},
      {"twitter:title", {kTitle, kMeta}}, {"title", {kTitle, kMeta}}, {"dc.title", {kTitle, kMeta}}, {"parsely-title", {kTitle, kMeta}}, {"sailthru.title", {kTitle, kMeta}},
      {"headline", {kTitle, kMeta}}, {"citation_title", {kTitle, kMeta}},
      {"application-name", {kOutlet, kMeta}}, {"publisher", {kOutlet, kMeta}}, {"dc.publisher", {kOutlet, kMeta}}, {"dcterms.publisher", {kOutlet, kMeta}},
      {"article:publisher:name", {kOutlet, kMeta}}, {"source", {kOutlet, kMeta}},
      {"pubdate", {kPublished, kMeta}}, {"publishdate", {kPublished, kMeta}}, {"publish-date", {kPublished, kMeta}}, {"publish_date", {kPublished, kMeta}},
      {"published", {kPublished, kMeta}}, {"publication_date", {kPublished, kMeta}}, {"publication-date", {kPublished, kMeta}}, {"date", {kPublished, kMeta}},
      {"dc.date", {kPublished, kMeta}}, {"dc.date.issued", {kPublished, kMeta}}, {"dcterms.issued", {kPublished, kMeta}}, {"dcterms.created", {kPublished, kMeta}},
      {"dcterms.date", {kPublished, kMeta}}, {"dc.date.created", {kPublished, kMeta}}, {"parsely-pub-date", {kPublished, kMeta}}, {"sailthru.date", {kPublished, kMeta}},
      {"datepublished", {kPublished, kMeta}}, {"article_date_original", {kPublished, kMeta}}, {"originalpublicationdate", {kPublished, kMeta}},
      {"article.published", {kPublished, kMeta}}, {"cxenseparse:recs:publishtime", {kPublished, kMeta}}, {"release_date", {kPublished, kMeta}},
      {"lastmod", {kModified, kMeta}}, {"last-modified", {kModified, kMeta}}, {"dcterms.modified", {kModified, kMeta}}, {"dc.date.modified", {kModified, kMeta}},
      {"datemodified", {kModified, kMeta}}, {"revised", {kModified, kMeta}}, {"article.updated", {kModified, kMeta}}, {"article_date_updated", {kModified, kMeta}},
      {"author", {kAuthor, kMeta}}, {"dc.creator", {kAuthor, kMeta}}, {"dcterms.creator", {kAuthor, kMeta}}, {"parsely-author", {kAuthor, kMeta}},
      {"sailthru.author", {kAuthor, kMeta}}, {"byl", {kAuthor, kMeta}}, {"article.author", {kAuthor, kMeta}},
      {"content-language", {kLang, kMeta}}, {"language", {kLang, kMeta}}, {"dc.language", {kLang, kMeta}}, {"dcterms.language", {kLang, kMeta}}};
  return kNames;
}

// "vi_VN" as "vi-VN"; empty for what is no BCP 47 tag.
std::string language_tag(std::string_view written) {
  std::string tag(trim(written).substr(0, trim(written).find_first_of(",; ")));
  std::replace(tag.begin(), tag.end(), '_', '-');
  const size_t primary = std::min(tag.find('-'), tag.size());
  if (primary < 2 || primary > 3 || tag.size() > 20) return {};
  for (size_t i = 0; i < tag.size(); ++i) {
    if (!is_alpha_or_digit(tag[i]) && tag[i] != '-') return {};
    if (i < primary) tag[i] = to_lower(tag[i]);
  }
  if (tag.size() == primary + 3)
    for (size_t i = primary + 1; i < tag.size(); ++i) tag[i] = static_cast<char>(is_alpha(tag[i]) ? tag[i] & ~32 : tag[i]);   // a region
  return tag;
}

void take(WebPage& page, Wanted wanted, FieldOrigin from, std::string_view value) {
  switch (wanted) {
    case Wanted::kTitle: return offer(page.title, folded(value), from);
    case Wanted::kOutlet: return offer(page.outlet, value.size() > kLongestName ? "" : folded(value), from);
    case Wanted::kPublished: return offer_date(page.published, value, from);
    case Wanted::kModified: return offer_date(page.modified, value, from);
    case Wanted::kAuthor: return offer_author(page.authors, value, from);
    case Wanted::kUrl: return offer(page.url, std::string(trim(value)), from);
    case Wanted::kLang: return offer(page.lang, language_tag(value), from);
  }
}

void read_meta(const Tree& tree, size_t node, WebPage& page) {
  const std::string_view content = tree.attribute(node, "content");
  if (trim(content).empty()) return;
  for (const char* name : {"property", "name", "http-equiv"}) {
    const auto found = meta_names().find(lower(trim(tree.attribute(node, name))));
    if (found == meta_names().end()) continue;
    take(page, found->second.wanted, found->second.from, content);
    return;
  }
}

// An item property's value: what its attributes say, or its text.
std::string property_value(const Tree& tree, size_t node) {
  for (const char* name : {"content", "datetime"})
    if (const std::string_view value = trim(tree.attribute(node, name)); !value.empty()) return std::string(value);
  const GumboTag tag = tree[node].tag;
  if (tag == GUMBO_TAG_LINK) return std::string(trim(tree.attribute(node, "href")));
  return folded(tree.text_of(node));
}

// The value of the property `name` within an item, or the item's text.
std::string item_name(const Tree& tree, size_t node) {
  for (size_t i = node + 1; i < tree[node].end; ++i)
    if (tree.attribute(i, "itemprop") == "name") return property_value(tree, i);
  return property_value(tree, node);
}

void read_microdata(const Tree& tree, size_t node, WebPage& page) {
  static const std::unordered_map<std::string_view, Wanted> kProperties = {{"headline", Wanted::kTitle},         {"datePublished", Wanted::kPublished},
                                                                           {"dateCreated", Wanted::kPublished},  {"dateModified", Wanted::kModified},
                                                                           {"author", Wanted::kAuthor},          {"publisher", Wanted::kOutlet},
                                                                           {"inLanguage", Wanted::kLang},        {"mainEntityOfPage", Wanted::kUrl}};
  std::string_view properties = tree.attribute(node, "itemprop");
  while (!properties.empty()) {
    const std::string_view one = properties.substr(0, properties.find(' '));
    properties.remove_prefix(std::min(one.size() + 1, properties.size()));
    const auto found = kProperties.find(one);
    if (found == kProperties.end()) continue;
    const bool item = found->second == Wanted::kAuthor || found->second == Wanted::kOutlet;
    const std::string value = item ? item_name(tree, node) : property_value(tree, node);
    if (found->second != Wanted::kUrl || value.starts_with("http")) take(page, found->second, FieldOrigin::kMicrodata, value);
  }
}

// How well an article of the JSON-LD fits what the page calls itself.
double fit(const LinkedArticle& article, const std::vector<std::string>& titles, std::string_view address) {
  if (!article.url.empty() && article.url == address) return 1;
  double best = 0;
  for (const std::string& title : titles) best = std::max(best, likeness(words_of(article.headline), words_of(title)));
  return best;
}

}  // namespace

void offer(std::optional<PageField>& field, std::string value, FieldOrigin from) {
  if (!value.empty() && (!field || from < field->from)) field = PageField{std::move(value), from};
}

void offer_date(std::optional<PageField>& field, std::string_view value, FieldOrigin from) {
  if (auto date = metadata_date(value)) offer(field, std::move(*date), from);
}

void offer_author(std::vector<PageField>& authors, std::string_view written, FieldOrigin from) {
  std::string name = folded(written);
  if (name.empty() || name.size() > kLongestName || name.starts_with("http") || name.starts_with('@') || authors.size() >= kMostAuthors) return;
  if (!authors.empty() && authors[0].from < from) return;
  if (!authors.empty() && authors[0].from > from) authors.clear();
  for (const PageField& one : authors)
    if (one.value == name) return;
  authors.push_back({std::move(name), from});
}

std::string absolute(std::string_view url, std::string_view address) {
  if (std::any_of(url.begin(), url.end(), [](char c) { return static_cast<unsigned char>(c) <= 0x20; })) return {};
  if (has_at(url, 0, "http://") || has_at(url, 0, "https://")) return std::string(url);
  const size_t scheme = address.find("://");
  if (scheme == std::string_view::npos || !url.starts_with('/')) return {};
  if (url.starts_with("//")) return std::string(address.substr(0, scheme + 1)).append(url);
  return std::string(address.substr(0, address.find('/', scheme + 3))).append(url);
}

std::string title_element(const Tree& tree) {
  for (size_t i = 0; i < tree.size(); ++i)
    if (tree[i].tag == GUMBO_TAG_TITLE) return folded(tree.text_of(i));
  return {};
}

std::string outlet_behind(const std::string& title, std::string_view shown) {
  if (shown.empty() || !title.starts_with(shown)) return {};
  const std::string ending = title.substr(shown.size());
  size_t begin = std::string::npos;
  for (std::string_view separator : kSeparators)
    if (const size_t at = ending.rfind(separator); at != std::string::npos && (begin == std::string::npos || at + separator.size() > begin)) begin = at + separator.size();
  return begin == std::string::npos ? std::string() : folded(ending.substr(begin));
}

std::string without_ending(const std::string& title, std::string_view shown, std::string_view outlet) {
  if (!shown.empty() && title.size() > shown.size() && title.starts_with(shown)) return std::string(shown);
  for (std::string_view separator : kSeparators) {
    const size_t at = title.rfind(separator);
    if (at == std::string::npos || at == 0 || outlet.empty()) continue;
    if (likeness(words_of(title.substr(at)), words_of(outlet)) >= 0.5) return without_ending(title.substr(0, at), shown, outlet);
  }
  return title;
}

void read_markup(const Outline& outline, WebPage& page) {
  const Tree& tree = outline.tree();
  for (size_t i = 0; i < tree.size(); ++i) {
    const Node& node = tree[i];
    if (!node.element) continue;
    if (node.tag == GUMBO_TAG_META) read_meta(tree, i, page);
    if (node.tag == GUMBO_TAG_LINK && same_ascii(tree.attribute(i, "rel"), "canonical")) offer(page.url, std::string(trim(tree.attribute(i, "href"))), FieldOrigin::kMeta);
    if (tree.has(i, "itemprop") && (!outline.dropped(i) || outline.in_head(i))) read_microdata(tree, i, page);
  }
  for (size_t i = 0; i < tree.size(); ++i)
    if (tree[i].tag == GUMBO_TAG_HTML || tree[i].tag == GUMBO_TAG_BODY) offer(page.lang, language_tag(tree.attribute(i, "lang")), FieldOrigin::kVisible);
}

void read_footer(const Outline& outline, size_t frame, WebPage& page) {
  const Tree& tree = outline.tree();
  for (size_t i = frame; i < tree[frame].end; ++i) {
    const bool footer = tree[i].tag == GUMBO_TAG_FOOTER || lower(tree.attribute(i, "class")).find("footer") != std::string::npos;
    if (!footer || !outline.dropped(i) || outline.dropped(tree[i].parent)) continue;
    WebPage found;
    for (size_t j = i; j < tree[i].end; ++j) read_microdata(tree, j, found);
    if (found.published) offer(page.published, found.published->value, FieldOrigin::kMicrodata);
    if (found.modified) offer(page.modified, found.modified->value, FieldOrigin::kMicrodata);
    for (const PageField& author : found.authors) offer_author(page.authors, author.value, FieldOrigin::kMicrodata);
  }
}

void read_times(const Outline& outline, size_t frame, WebPage& page) {
  const Tree& tree = outline.tree();
  for (size_t i = frame; i < tree[frame].end; ++i) {
    if (tree[i].tag != GUMBO_TAG_TIME || outline.dropped(i)) continue;
    const std::string_view datetime = tree.attribute(i, "datetime");
    const std::string value = datetime.empty() ? folded(tree.text_of(i)) : std::string(datetime);
    const bool update = lower(tree.attribute(i, "class")).find("updat") != std::string::npos || lower(tree.attribute(i, "class")).find("modif") != std::string::npos;
    const bool published = tree.has(i, "pubdate") || lower(tree.attribute(i, "class")).find("publish") != std::string::npos;
    offer_date(update && !published ? page.modified : page.published, value, FieldOrigin::kTimeElement);
  }
}

void read_linked(const std::vector<LinkedArticle>& articles, const std::vector<std::string>& titles, std::string_view address, WebPage& page) {
  constexpr double kFits = 0.3;   // headlines in JSON-LD are cut, or written otherwise for search engines
  const LinkedArticle* best = nullptr;
  double most = -1;
  for (const LinkedArticle& one : articles)
    if (const double how_well = fit(one, titles, address); how_well > most) most = how_well, best = &one;
  if (!best) return;
  if (!best->headline.empty() && !titles.empty() && most < kFits) {
    page.notes.push_back("JSON-LD about another article was left out");
    return;
  }
  using enum FieldOrigin;
  offer(page.title, best->headline, kJsonLd);
  offer(page.outlet, best->outlet, kJsonLd);
  offer_date(page.published, best->published, kJsonLd);
  offer_date(page.modified, best->modified, kJsonLd);
  offer(page.url, best->url, kJsonLd);
  offer(page.lang, language_tag(best->lang), kJsonLd);
  for (const std::string& author : best->authors) offer_author(page.authors, author, kJsonLd);
  if (!best->free_to_read) page.notes.push_back("the page says that it is not free to read: its text may be cut");
}

}  // namespace hearsay::page
