// RSS, Atom, sitemaps and OPML: where an element stands says what it is. One table has all places and fields; the reader only walks it.
//
// Sources: RSS 0.91, 0.92 and 2.0 (rssboard.org), RSS 1.0 with its modules (web.resource.org), RFC 4287 (Atom), "The Atom Syndication Format 0.3",
// sitemaps.org, Google's schema sitemap-news, OPML 2.0 (opml.org). What other namespaces add (media, itunes, images of sitemaps) is passed over.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "feed/builder.h"
#include "feed/markup.h"
#include "feed/readers.h"
#include "feed/xml.h"
#include "fetch/address.h"

namespace hearsay {
namespace {

// What an open element is. kNowhere: nothing that is read; kText: a field whose text is being gathered.
enum class Place { kNowhere, kFile, kRoot, kFeed, kEntry, kPerson, kSource, kNews, kPublication, kOutline, kText };

struct Rule {
  Place in;
  Space space;
  std::string_view name;
  Place to;
  FeedField field = FeedField::kNone;
  int rank = 0;                          // which of several elements for one field is taken: the lowest
};
constexpr Space O = Space::kOwn, A = Space::kAtom, D = Space::kDublinCore, N = Space::kNews, S = Space::kSyndication;
constexpr Place kT = Place::kText;
constexpr std::array kRules = std::to_array<Rule>({
  {Place::kFile, O, "rss", Place::kRoot}, {Place::kFile, Space::kRdf, "RDF", Place::kRoot}, {Place::kFile, A, "feed", Place::kFeed},
  {Place::kFile, O, "urlset", Place::kFeed}, {Place::kFile, O, "sitemapindex", Place::kFeed}, {Place::kFile, O, "opml", Place::kRoot},

  {Place::kRoot, O, "channel", Place::kFeed}, {Place::kRoot, O, "item", Place::kEntry}, {Place::kRoot, O, "head", Place::kFeed}, {Place::kRoot, O, "body", Place::kOutline},
  {Place::kOutline, O, "outline", Place::kOutline},

  {Place::kFeed, O, "item", Place::kEntry}, {Place::kFeed, A, "entry", Place::kEntry}, {Place::kFeed, O, "url", Place::kEntry}, {Place::kFeed, O, "sitemap", Place::kFeed},
  {Place::kFeed, O, "title", kT, FeedField::kFeedTitle}, {Place::kFeed, A, "title", kT, FeedField::kFeedTitle, 1},
  {Place::kFeed, O, "link", kT, FeedField::kFeedUrl},
  {Place::kFeed, O, "language", kT, FeedField::kFeedLang}, {Place::kFeed, D, "language", kT, FeedField::kFeedLang, 1},
  {Place::kFeed, O, "ttl", kT, FeedField::kTtl}, {Place::kFeed, S, "updatePeriod", kT, FeedField::kPeriod}, {Place::kFeed, S, "updateFrequency", kT, FeedField::kFrequency},
  {Place::kFeed, O, "loc", kT, FeedField::kLink},

  {Place::kEntry, O, "guid", kT, FeedField::kId}, {Place::kEntry, A, "id", kT, FeedField::kId, 1},
  {Place::kEntry, O, "link", kT, FeedField::kUrl}, {Place::kEntry, O, "loc", kT, FeedField::kUrl},
  {Place::kEntry, O, "title", kT, FeedField::kTitle}, {Place::kEntry, A, "title", kT, FeedField::kTitle, 1}, {Place::kEntry, D, "title", kT, FeedField::kTitle, 2},
  {Place::kEntry, D, "creator", kT, FeedField::kAuthor}, {Place::kEntry, A, "author", Place::kPerson}, {Place::kEntry, O, "author", kT, FeedField::kAuthor, 2},
  {Place::kPerson, A, "name", kT, FeedField::kAuthor, 1},
  {Place::kEntry, O, "source", kT, FeedField::kOutlet}, {Place::kEntry, A, "source", Place::kSource}, {Place::kSource, A, "title", kT, FeedField::kOutlet},
  {Place::kEntry, O, "pubDate", kT, FeedField::kPublished}, {Place::kEntry, A, "published", kT, FeedField::kPublished, 1}, {Place::kEntry, A, "issued", kT, FeedField::kPublished, 1},
  {Place::kEntry, D, "date", kT, FeedField::kPublished, 2}, {Place::kEntry, D, "issued", kT, FeedField::kPublished, 2}, {Place::kEntry, D, "created", kT, FeedField::kPublished, 3},
  {Place::kEntry, A, "updated", kT, FeedField::kUpdated}, {Place::kEntry, A, "modified", kT, FeedField::kUpdated}, {Place::kEntry, D, "modified", kT, FeedField::kUpdated, 1},
  {Place::kEntry, O, "lastmod", kT, FeedField::kUpdated},
  {Place::kEntry, D, "language", kT, FeedField::kLang},
  {Place::kEntry, Space::kContent, "encoded", kT, FeedField::kContent}, {Place::kEntry, A, "content", kT, FeedField::kContent, 1},
  {Place::kEntry, O, "description", kT, FeedField::kSummary}, {Place::kEntry, A, "summary", kT, FeedField::kSummary, 1}, {Place::kEntry, D, "description", kT, FeedField::kSummary, 2},
  {Place::kEntry, O, "category", kT, FeedField::kCategory}, {Place::kEntry, A, "category", Place::kNowhere, FeedField::kCategory}, {Place::kEntry, D, "subject", kT, FeedField::kCategory},

  {Place::kEntry, N, "news", Place::kNews}, {Place::kNews, N, "publication", Place::kPublication},
  {Place::kPublication, N, "name", kT, FeedField::kOutlet}, {Place::kPublication, N, "language", kT, FeedField::kLang},
  {Place::kNews, N, "publication_date", kT, FeedField::kPublished}, {Place::kNews, N, "title", kT, FeedField::kTitle}, {Place::kNews, N, "keywords", kT, FeedField::kCategory},
});

const Rule* find_rule(Place in, Space space, std::string_view name) {
  const auto found = std::find_if(kRules.begin(), kRules.end(), [&](const Rule& rule) { return rule.in == in && rule.space == space && rule.name == name; });
  return found == kRules.end() ? nullptr : &*found;
}

// How the text of an element is written.
enum class Writing { kPlain, kHtml, kXhtml, kUnread };

bool opml_address(std::string_view url) { return url.ends_with(".opml") || url.ends_with(".OPML"); }

class XmlFeed : public XmlHandler {
 public:
  explicit XmlFeed(std::string_view address) : builder_(FeedKind::kRss, address) { open_.push_back({Place::kFile, nullptr, std::string(address), {}}); }

  bool enough() const override { return builder_.full(); }
  Feed finish(std::vector<std::string> notes) {
    for (std::string& note : notes) builder_.note(std::move(note));
    return builder_.finish();
  }

  void start(const XmlElement& element) override {
    if (gathering_ > 0) return start_within(element);
    const Space space = atom_ && element.space == O ? A : element.space;
    if (open_.size() == 1) begin_file(element);
    const Rule* rule = find_rule(open_.back().place, open_.size() == 1 && atom_ ? A : space, element.name);
    if (rule && rule->to == Place::kEntry) begin_entry(element);
    open_.push_back(opened(rule, element));
    if (rule && rule->to == kT) begin_text(*rule, element);
    else read_attributes(rule, space, element);
  }

  void text(std::string_view utf8) override {
    if (gathering_ == 0 || writing_ == Writing::kUnread) return;
    if (writing_ == Writing::kXhtml || (gathering_ > 1 && keeps_markup())) append_escaped(text_, utf8);
    else text_ += utf8;
  }

  void end(std::string_view name) override {
    if (gathering_ > 1) return end_within(name);
    const Open closed = std::move(open_.back());
    open_.pop_back();
    if (gathering_ == 1) end_text(*closed.rule);
    if (closed.place == Place::kEntry) builder_.end_entry();
  }

 private:
  struct Open {
    Place place;
    const Rule* rule;
    std::string base;                    // xml:base, empty where it is that of the element around it
    std::string lang;                    // xml:lang, likewise
  };

  void begin_file(const XmlElement& element) {
    if (element.name == "RDF") builder_.kind(FeedKind::kRdf);
    else if (element.name == "urlset") builder_.kind(FeedKind::kSitemap);
    else if (element.name == "sitemapindex") builder_.kind(FeedKind::kSitemapIndex);
    else if (element.name == "opml") builder_.kind(FeedKind::kOpml);
    atom_ = element.name == "feed";
    if (atom_) builder_.kind(FeedKind::kAtom);
    builder_.set(FeedField::kFeedLang, element.attribute("lang", Space::kXml), 2);
  }

  void begin_entry(const XmlElement& element) {
    builder_.begin_entry();
    builder_.set(FeedField::kLang, element.attribute("lang", Space::kXml), 1);
    builder_.set(FeedField::kId, element.attribute("about", Space::kRdf), 2);
  }

  Open opened(const Rule* rule, const XmlElement& element) const {
    const std::string_view base = element.attribute("base", Space::kXml), lang = element.attribute("lang", Space::kXml);
    return {rule ? rule->to : Place::kNowhere, rule, base.empty() ? std::string{} : web_address(this->base(), base), std::string(lang)};
  }

  // The nearest xml:base, else the feed's address; there are no more than kMaxXmlDepth to look through.
  std::string_view base() const {
    for (auto open = open_.rbegin(); open != open_.rend(); ++open)
      if (!open->base.empty()) return open->base;
    return {};
  }

  // ---- elements that say it by attributes

  void read_attributes(const Rule* rule, Space space, const XmlElement& element) {
    const Place around = open_[open_.size() - 2].place;
    if (rule && rule->to == Place::kOutline) return read_outline(element);
    if (rule && rule->field == FeedField::kCategory) {
      const std::string_view label = element.attribute("label");
      return builder_.set(FeedField::kCategory, label.empty() ? element.attribute("term") : label);
    }
    if (space == A && element.name == "link" && (around == Place::kEntry || around == Place::kFeed)) read_link(element, around == Place::kEntry);
  }

  // RFC 4287, section 4.2.7: no rel is "alternate". Within RSS it comes after RSS's own link.
  void read_link(const XmlElement& element, bool of_entry) {
    const std::string_view rel = element.attribute("rel"), type = element.attribute("type");
    if (!rel.empty() && rel != "alternate") return;
    const bool page = type.empty() || type.starts_with("text/html") || type.starts_with("application/xhtml");
    builder_.set(of_entry ? FeedField::kUrl : FeedField::kFeedUrl, element.attribute("href"), page ? 1 : 2, base());
  }

  // OPML 2.0: xmlUrl is a feed; an outline of type "include", or a link to a file .opml, is another list.
  void read_outline(const XmlElement& element) {
    for (const XmlAttribute& attribute : element.attributes)
      if (attribute.name == "xmlUrl" || attribute.name == "xmlurl" || attribute.name == "xmlURL") return builder_.set(FeedField::kLink, attribute.value);
    const std::string_view type = element.attribute("type"), url = element.attribute("url");
    if (type == "include" || type == "rss" || type == "atom" || (type == "link" && opml_address(url))) builder_.set(FeedField::kLink, url);
  }

  // ---- elements that say it by their text

  bool keeps_markup() const { return field_ == FeedField::kContent || field_ == FeedField::kSummary; }

  void begin_text(const Rule& rule, const XmlElement& element) {
    gathering_ = 1;
    field_ = rule.field;
    text_.clear();
    permalink_ = element.name == "guid" && element.attribute("isPermaLink") != "false";
    writing_ = rule.space == A ? atom_writing(element) : Writing::kHtml;
    wrapper_ = writing_ == Writing::kXhtml && !element.attribute("type").starts_with("application/");
    if (keeps_markup() && !element.attribute("lang", Space::kXml).empty()) builder_.set(FeedField::kLang, element.attribute("lang", Space::kXml), 2);
  }

  // RFC 4287, section 3.1 and 4.1.3; Atom 0.3, section 3.1 (mode). What is no text, or lies elsewhere, is not read.
  Writing atom_writing(const XmlElement& element) const {
    const std::string_view type = element.attribute("type"), mode = element.attribute("mode");
    if (mode == "base64" || (field_ == FeedField::kContent && !element.attribute("src").empty())) return Writing::kUnread;
    if (type == "xhtml" || type == "application/xhtml+xml" || type == "text/xml" || (mode == "xml" && type.starts_with("text/html"))) return Writing::kXhtml;
    if (type == "html" || type.starts_with("text/html")) return Writing::kHtml;
    return type.empty() || type == "text" || type == "text/plain" ? Writing::kPlain : Writing::kUnread;
  }

  // An element within a text: XHTML, or HTML that was not escaped.
  void start_within(const XmlElement& element) {
    ++gathering_;
    if (!keeps_markup() || writing_ == Writing::kUnread) return;
    if (gathering_ == 2 && wrapper_ && element.name == "div") return;
    text_.append("<").append(element.name);
    for (const XmlAttribute& attribute : element.attributes) {
      if (attribute.space != O) continue;
      text_.append(" ").append(attribute.name).append("=\"");
      append_escaped(text_, attribute.value);
      text_ += '"';
    }
    text_ += ">";
  }

  void end_within(std::string_view name) {
    if (keeps_markup() && writing_ != Writing::kUnread && !void_element(name) && !(gathering_ == 2 && wrapper_ && name == "div")) text_.append("</").append(name).append(">");
    --gathering_;
  }

  void end_text(const Rule& rule) {
    gathering_ = 0;
    if (writing_ == Writing::kUnread) return;
    if (keeps_markup()) return builder_.set(field_, writing_ == Writing::kPlain ? html_of_text(text_) : text_, rule.rank);
    const bool words = field_ == FeedField::kTitle || field_ == FeedField::kFeedTitle || field_ == FeedField::kAuthor || field_ == FeedField::kOutlet || field_ == FeedField::kCategory;
    if (words && writing_ == Writing::kHtml && !address_in_angles()) text_ = text_of_html(text_);
    if (field_ == FeedField::kCategory && rule.space == N) return set_keywords();
    builder_.set(field_, text_, rule.rank, base());
    if (permalink_) builder_.set(FeedField::kUrl, text_.find("://") == std::string::npos ? std::string_view{} : text_, 3, base());
  }

  // "Name <a@x.example>" is no markup.
  bool address_in_angles() const { return field_ == FeedField::kAuthor && text_.find('@') != std::string::npos; }

  void set_keywords() {
    for (std::string_view rest = text_; !rest.empty();) {
      const size_t comma = std::min(rest.find(','), rest.size());
      builder_.set(FeedField::kCategory, rest.substr(0, comma));
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
  }

  FeedBuilder builder_;
  std::vector<Open> open_;
  bool atom_ = false;                    // the root is Atom's, so elements without a namespace are too
  size_t gathering_ = 0;                 // how deep within a text, 0 outside
  FeedField field_ = FeedField::kNone;           // of that text
  Writing writing_ = Writing::kPlain;
  bool wrapper_ = false, permalink_ = false;   // the div that Atom asks for around XHTML; a guid that may be an address
  std::string text_;
};

}  // namespace

Feed read_xml_feed(std::string_view utf8, size_t root, std::string_view address) {
  XmlFeed reader(address);
  std::vector<std::string> notes = walk_xml(utf8, root, reader);
  return reader.finish(std::move(notes));
}

}  // namespace hearsay
