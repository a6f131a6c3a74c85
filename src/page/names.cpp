// Names that pages give to their parts. A name is cut into words at hyphens, underscores and capitals; words and pairs of neighbouring words, written
// together, are looked up. The words are conventions of markup that were seen with many outlets (in English, and as Vietnamese outlets
// write theirs: without diacritics); they never see what a page says.
// SPDX-License-Identifier: Apache-2.0
#include "page/names.h"

#include <string>
#include <unordered_map>

#include "base/ascii.h"

namespace hearsay::page {
namespace {

const std::unordered_map<std::string_view, Purpose>& words() {
  static const auto kWords = [] {
    std::unordered_map<std::string_view, Purpose> all;
    const auto add = [&](Purpose purpose, std::initializer_list<std::string_view> names) {
      for (std::string_view name : names) all[name] |= purpose;
    };
    add(kFurniture, {"related",       "relate",        "relatednews",   "relatedposts",  "relatedarticles", "relation",     "recommend",     "recommended",  "recommendation",
                     "recommendations", "recirc",      "recirculation", "seealso",       "readmore",        "readalso",     "readnext",      "upnext",       "morenews",
                     "othernews",     "morestories",   "morefrom",      "moreon",        "mostread",        "mostviewed",   "mostpopular",   "popular",      "trending",
                     "breadcrumb",    "breadcrumbs",   "share",         "sharing",       "sharebar",        "sharebox",     "shares",        "sharelinks",   "social",
                     "socials",       "addthis",       "addtoany",      "sharedaddy",    "cookie",          "cookies",      "consent",       "gdpr",         "newsletter",
                     "newsletters",   "subscribe",     "subscription",  "signup",        "promo",           "promotion",    "nav",           "navbar",       "navigation",
                     "menu",          "submenu",       "megamenu",      "sidebar",       "tags",            "taglist",      "tagcloud",      "keywords",     "advert",
                     "adverts",       "advertisement", "advertising",   "advertorial",   "adsbygoogle",     "adslot",       "adbox",         "adunit",       "banner",
                     "sponsor",       "sponsored",     "outbrain",      "taboola",       "mgid",            "toolbar",      "login",         "modal",        "popup",
                     "overlay",       "rating",        "ratings",       "vote",          "voting",          "poll",         "survey",        "weather",      "lottery",
                     "ticker",        "skiplink",      "skiplinks",     "skiptocontent", "pagination",      "pager",        "paging",        "prevnext",     "nextprev",
                     "paywall",       "regwall",       "masthead",      "topbar",        "offcanvas",       "tooltip",      "sitefooter",    "pagefooter",   "siteheader",
                     "footer",        "copyright",     "disclaimer",    "lienquan",      "tinlienquan",     "cungchuyenmuc", "tinkhac",      "tinmoi",       "xemthem",
                     "docthem",       "chiase",        "quangcao",      "tukhoa",        "docnhieu",        "xemnhieu",     "tinnong",       "tindoc",       "thoitiet",
                     "xoso",          "xsmb",          "ads",           "adsense",       "googleads",       "contextmenu",  "search",        "searchbox",    "searchform",
                     "feedback",      "reactions",     "emoji",         "applinks",      "installapp",      "fontsize",     "printpage",     "hotline",      "followus",
                     "authorbio",     "authorbox",     "aboutauthor",   "tocontainer",   "embedcode",       "inread",       "tinlq",         "boxlq",        "topicbox",
                     "dialog",        "ad",            "ampad",         "ampembed",      "usernotification"});
    add(kMaybeFurniture, {"box", "widget", "tag", "teaser", "card", "cards", "carousel", "slider", "notice", "alert", "aside", "list", "item", "more", "block", "tools", "links",
                          "topic", "topics", "latest", "headlines", "event", "video", "player", "follow", "app", "feed", "zone", "print", "poll", "quiz", "stories", "storylist"});
    add(kComments, {"comment", "comments", "commentlist", "disqus", "binhluan", "ykien", "fbcomments", "livefyre", "respond", "commentbox", "usercomment"});
    add(kBodyName, {"articlebody",   "articlecontent", "articletext",  "storybody",   "storycontent", "storytext",    "entrycontent", "postbody",      "postcontent",   "newsbody",
                    "newscontent",   "newstext",       "detailcontent", "contentdetail", "detailbody", "bodycontent",  "contentbody",  "maincontent",   "maindetail",    "fckdetail",
                    "singlecontent", "pagecontent",    "noidung",      "contentmain", "bodytext",     "articledetail", "newsdetail",  "richtext",      "fulltext",      "cmsbody",
                    "liveblog",      "paragraphs",     "wysiwyg",      "mainbody",    "detailnews",   "pressrelease", "releasebody",  "ckedit",        "singularcontent"});
    add(kLeadName, {"lead", "lede", "sapo", "summary", "dek", "deck", "standfirst", "subtitle", "subheadline", "subhead", "subheading", "chapeau", "excerpt", "intro", "description",
                    "singularsapo", "articlesummary", "tomtat", "abstract", "blurb", "strapline"});
    add(kCaptionName, {"cap", "caption", "captions", "figcaption", "imagecaption", "photocaption", "wpcaptiontext", "chuthich", "cutline", "imagedesc", "photodesc", "desccaption"});
    add(kCreditName, {"credit", "credits", "photocredit", "imagecredit", "photographer", "imagesource", "photosource", "captioncredit", "photoby"});
    add(kBylineName, {"by", "auth", "byline", "author", "authors", "authorname", "bylines", "writer", "reporter", "tacgia", "butdanh", "contributor", "contributors", "signature"});
    add(kDateName, {"date", "time", "timestamp", "datetime", "pubdate", "publishdate", "publisheddate", "publishtime", "published", "entrydate", "postdate", "articledate", "dateline", "ngaydang",
                    "thoigian", "updated"});
    add(kHeadlineName, {"headline", "title", "articletitle", "entrytitle", "posttitle", "newstitle", "storytitle", "titledetail", "detailtitle", "pagetitle", "tieude"});
    add(kHiddenName, {"sronly", "visuallyhidden", "screenreadertext", "screenreader", "offscreen", "dnone", "assistivetext", "a11yhidden"});
    add(kSourceName, {"source", "articlesource", "newssource", "nguon", "nguontin"});
    return all;
  }();
  return kWords;
}

// Adds what the words of one attribute say.
void read_words(std::string_view name, Purpose& purpose) {
  std::string before, word;
  const auto look_up = [&](const std::string& text) {
    if (const auto found = words().find(text); found != words().end()) purpose |= found->second;
  };
  for (size_t at = 0; at <= name.size(); ++at) {
    const char c = at < name.size() ? name[at] : ' ';
    const bool hump = at > 0 && c >= 'A' && c <= 'Z' && name[at - 1] >= 'a' && name[at - 1] <= 'z';
    if ((hump || !is_alpha_or_digit(c)) && !word.empty()) {
      look_up(word);
      if (!before.empty()) look_up(before + word);
      before = std::move(word);
      word.clear();
    }
    if (is_white(c)) before.clear();
    if (is_alpha_or_digit(c)) word += to_lower(c);
  }
}

}  // namespace

Purpose purpose_of(const Tree& tree, size_t node) {
  Purpose purpose = 0;
  const GumboElement* element = tree[node].element;
  if (!element) return 0;
  for (const char* name : {"class", "id"})
    if (const std::string_view value = tree.attribute(node, name); !value.empty()) read_words(value, purpose);
  if (element->tag == GUMBO_TAG_UNKNOWN) {
    GumboStringPiece written = element->original_tag;
    gumbo_tag_from_original_text(&written);
    read_words({written.data ? written.data : "", written.length}, purpose);
  }
  if (tree.attribute(node, "rel") == "author" || tree.attribute(node, "itemprop") == "author") purpose |= kBylineName;
  const std::string_view role = tree.attribute(node, "role");
  if (role == "navigation" || role == "complementary" || role == "contentinfo" || role == "search" || role == "dialog" || role == "banner" || role == "menu") purpose |= kFurniture;
  switch (element->tag) {
    case GUMBO_TAG_NAV: case GUMBO_TAG_FOOTER: case GUMBO_TAG_BUTTON: case GUMBO_TAG_MENU: purpose |= kFurniture; break;
    case GUMBO_TAG_ASIDE: purpose |= kMaybeFurniture; break;
    case GUMBO_TAG_FIGCAPTION: case GUMBO_TAG_CAPTION: purpose |= kCaptionName; break;
    case GUMBO_TAG_TIME: purpose |= kDateName; break;
    default: break;
  }
  return purpose;
}

}  // namespace hearsay::page
