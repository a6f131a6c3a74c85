// SPDX-License-Identifier: Apache-2.0
#include <cstdio>   // before cld2, which forgets it

#include <cld2/public/compact_lang_det.h>
#include <openssl/sha.h>

#include <algorithm>

#include "charset/charset.h"
#include "document/document.h"
#include "page/page.h"
#include "text/utf8.h"

namespace hearsay {

std::string sha256_hex(std::string_view bytes) {
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest);
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  for (unsigned char byte : digest) {
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 15];
  }
  return hex;
}

std::optional<Day> published_day(std::string_view iso) {
  using namespace std::chrono;
  auto number = [&](size_t at, size_t length) -> int {
    int value = 0;
    for (size_t i = at; i < at + length; ++i) {
      if (i >= iso.size() || !is_digit(static_cast<unsigned char>(iso[i]))) return -1;
      value = value * 10 + (iso[i] - '0');
    }
    return value;
  };
  const int y = number(0, 4), m = number(5, 2), d = number(8, 2);
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-' || y < 1000 || m < 1 || d < 1) return std::nullopt;
  if (iso.size() > 10 && iso[10] != 'T' && iso[10] != ' ') return std::nullopt;
  const year_month_day date{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

namespace {

struct Told {
  std::string language;                  // a guess if it is not reliable
  bool reliable = false;
};
Told tell(std::string_view text) {
  Told told;
  const CLD2::Language language = CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()), true, &told.reliable);
  told.language = language == CLD2::UNKNOWN_LANGUAGE ? "und" : CLD2::LanguageCode(language);
  return told;
}

// About so many bytes from the middle, whole characters.
std::string_view middle(std::string_view text, size_t bytes) {
  if (text.size() <= bytes) return text;
  auto inside = [&](size_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; };
  size_t first = (text.size() - bytes) / 2, last = first + bytes;
  while (inside(first)) ++first;
  while (inside(last)) ++last;
  return text.substr(first, last - first);
}

// The middle has no headings and lists of links, and is mostly enough; where it leaves doubt, more is looked at.
Told tell_language(std::string_view text) {
  constexpr size_t kMiddle = 512, kMost = 20'000;
  Told told = tell(middle(text, kMiddle));
  return told.reliable || text.size() <= kMiddle ? told : tell(middle(text, kMost));
}

}  // namespace

std::string identify_language(std::string_view text) { return tell_language(text).language; }

std::string certain_language(std::string_view text) {
  Told told = tell(text);
  return told.reliable ? std::move(told.language) : "und";
}

namespace {

// More control characters than text has: an archive, a picture, a program. Of text that was decoded, so that UTF-16 is text.
bool binary(std::string_view text) {
  const std::string_view head = text.substr(0, 8192);
  const auto odd = std::count_if(head.begin(), head.end(), [](unsigned char c) { return c < 9 || (c > 13 && c < 32 && c != 27); });
  return static_cast<size_t>(odd) * 50 > head.size() || head.find('\0') != std::string_view::npos;
}

// "a\r\nb" and "a\rb" as "a\nb".
std::string plain_lines(std::string text) {
  if (text.find('\r') == std::string::npos) return text;
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') out += text[i];
    else if (i + 1 == text.size() || text[i + 1] != '\n') out += '\n';
  }
  return out;
}

// The file's name and its folder's: what stays the same wherever a collection is put.
std::string path_end(const std::string& path) {
  size_t slash = path.find_last_of('/');
  if (slash != std::string::npos && slash > 0) slash = path.find_last_of('/', slash - 1);
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

std::optional<ZoneKind> zone_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::kTitle: return ZoneKind::kTitle;
    case BlockKind::kCaption: return ZoneKind::kCaption;
    case BlockKind::kCredit:
    case BlockKind::kByline: return ZoneKind::kCredit;
    case BlockKind::kDateline: return ZoneKind::kDateline;
    default: return std::nullopt;
  }
}

// The article's lines, an empty one between two, as outlets set paragraphs apart in plain text.
void take_text(Document& document, const std::vector<PageBlock>& blocks) {
  document.text.clear();
  for (const PageBlock& block : blocks) {
    if (!document.text.empty()) document.text += "\n\n";
    const auto start = static_cast<uint32_t>(document.text.size());
    document.text += block.text;
    if (const auto kind = zone_of(block.kind)) document.zones.push_back({*kind, {start, static_cast<uint32_t>(document.text.size())}, -1});
  }
}

// "bao.example" of "https://www.bao.example/tin/1"; empty of what is no address.
std::string host_of(std::string_view address) {
  const size_t scheme = address.find("://");
  if (scheme == std::string_view::npos) return {};
  std::string_view host = address.substr(scheme + 3, address.find_first_of("/:?#", scheme + 3) - scheme - 3);
  if (host.starts_with("www.")) host.remove_prefix(4);
  return std::string(host);
}

// What a page says of itself, as far as nothing was said from outside, and what only its feed says. Of a plain text the page is empty.
class FieldTaker {
 public:
  explicit FieldTaker(Document& document) : document_(document) {}

  void take(const WebPage& page, const Metadata& given) {
    const Metadata::Feed& feed = given.feed;
    fill("title", document_.title, given.title, page.title, feed.title);
    fill("outlet", document_.outlet_name, given.outlet, page.outlet ? page.outlet : by_address(host_of(feed.address)), feed.outlet);
    fill("url", document_.url, given.url, page.url ? page.url : by_address(feed.address), {});
    fill("modified", document_.modified, {}, page.modified, {});
    fill("published", document_.published, given.published, page.published, published_day(feed.published) ? feed.published : "");
    for (const PageField& author : page.authors) add_author(author.value, author.from);
    if (page.authors.empty() && !feed.author.empty()) add_author(feed.author, FieldOrigin::kFeed);
    if (given.lang) document_.fields["lang"] = FieldOrigin::kGiven;
  }

 private:
  static std::optional<PageField> by_address(const std::string& value) {
    if (value.empty()) return std::nullopt;
    return PageField{value, FieldOrigin::kAddress};
  }
  void fill(const char* name, std::optional<std::string>& field, const std::optional<std::string>& given, const std::optional<PageField>& found, const std::string& by_feed) {
    if (given) return set(name, field, *given, FieldOrigin::kGiven);
    if (found && (by_feed.empty() || found->from < FieldOrigin::kFeed)) return set(name, field, found->value, found->from);
    if (!by_feed.empty()) set(name, field, by_feed, FieldOrigin::kFeed);
  }
  void set(const char* name, std::optional<std::string>& field, const std::string& value, FieldOrigin from) {
    field = value;
    document_.fields[name] = from;
  }
  void add_author(const std::string& name, FieldOrigin from) {
    document_.fields["authors"] = from;
    document_.authors.push_back(name);
  }
  Document& document_;
};

// By its text; what the page says of its language is often what its template was written in, and counts where the text leaves doubt.
std::string language_of(Document& document, const std::optional<PageField>& said, const std::string& by_feed) {
  const Told told = tell_language(document.text);
  if (told.reliable || (!said && by_feed.empty())) return told.language;
  document.fields["lang"] = said ? said->from : FieldOrigin::kFeed;
  const std::string tag = said ? said->value : fold_plain(by_feed);
  return tag.substr(0, tag.find_first_of("-_"));
}

}  // namespace

void name_document(Document& document, std::string path) {
  document.path = std::move(path);
  document.id = sha256_hex(path_end(document.path) + "\n" + document.sha256).substr(0, 16);
}

Result<Document> decode_document(std::string bytes, const Metadata& metadata, std::vector<std::string>& notes) {
  auto refuse = [&](const std::string& why) { return Error{Error::Kind::kInput, metadata.path + ": " + why}; };
  if (bytes.empty()) return refuse("the file is empty");
  if (bytes.size() > kMaxReportBytes) return refuse("larger than " + std::to_string(kMaxReportBytes >> 20) + " MB, too large for one report");
  Document document;
  document.url = metadata.url;
  document.sha256 = sha256_hex(bytes);
  name_document(document, metadata.path);
  const std::string charset = metadata.charset.empty() ? std::string(declared_charset(bytes)) : metadata.charset;
  DecodedText decoded = decode_text(std::move(bytes), charset);
  if (binary(decoded.text)) return refuse("not text");
  notes.insert(notes.end(), decoded.notes.begin(), decoded.notes.end());
  document.encoding = std::move(decoded.encoding);
  document.title = metadata.title;
  document.outlet_name = metadata.outlet;
  document.published = metadata.published;
  document.published_from = metadata.published ? metadata.published_from : DateOrigin::kUnknown;
  std::optional<PageField> said_lang;
  if (looks_like_page(decoded.text)) {
    const WebPage page = read_page(decoded.text, metadata.url.value_or(metadata.feed.address));
    if (page.blocks.empty()) return refuse("a page without an article");
    said_lang = page.lang;
    take_text(document, page.blocks);
    FieldTaker(document).take(page, metadata);
    notes.insert(notes.end(), page.notes.begin(), page.notes.end());
  } else {
    document.text = plain_lines(std::move(decoded.text));
    document.zones = metadata.marked;
    if (metadata.feed != Metadata::Feed{}) FieldTaker(document).take({}, metadata);
  }
  if (!metadata.published && document.published) document.published_from = DateOrigin::kMetadata;
  if (document.text.find_first_not_of(" \t\n\f\v") == std::string::npos) return refuse("the file holds only white space");
  if (document.published) {
    document.published_day = published_day(*document.published);
    if (!document.published_day) return refuse("published \"" + *document.published + "\" is no date; write YYYY-MM-DD");
  }
  document.lang = metadata.lang ? *metadata.lang : language_of(document, said_lang, metadata.feed.lang);
  return document;
}

}  // namespace hearsay
