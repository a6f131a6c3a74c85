// The pass before the parser. Gumbo reads some 18 MB a second, and is quadratic in the depth of what is open; the pages of the press are scripts, styles
// and drawings for the most part. So these are cut out by searching for their ends, attributes that nobody reads are left behind, and tags that would
// nest too deep, or would be opened again in every block, do not reach the parser. What a browser's parser makes of the rest is left to Gumbo.
// Source: HTML standard, 13.2.5 (tokenization). Tested by tame_test.cpp, page_test.cpp.
// SPDX-License-Identifier: Apache-2.0
#include "page/tame.h"

#include <algorithm>

#include "base/hash.h"
#include "base/ascii.h"
#include "page/page.h"
#include "page/tag.h"
#include "page/tag_names.h"

namespace hearsay::page {
namespace {

constexpr size_t kLongestName = 40;       // of a tag; longer ones are nobody's
constexpr size_t kLongestTitle = 2000;    // bytes of <title>
constexpr size_t kMostReopenedLinks = 2000;   // links within links, each of which makes the parser walk over what is open

// Attributes that are read later, and of how many bytes.
struct Kept {
  std::string_view name;
  size_t most;
};
constexpr Kept kKept[] = {{"class", 200},  {"id", 80},        {"href", 1000},     {"content", 4000}, {"name", 80},    {"property", 80}, {"itemprop", 80}, {"itemtype", 120},
                          {"rel", 40},     {"datetime", 60},  {"pubdate", 40},    {"lang", 20},      {"role", 30},    {"align", 10},    {"hidden", 0},    {"aria-hidden", 5},
                          {"http-equiv", 30}};
constexpr size_t kMostAttributes = 12;    // kept of one tag
constexpr size_t kLongestStyle = 500;     // bytes of a style attribute that are looked at

class Tamer {
 public:
  explicit Tamer(std::string_view html) : in_(html) { out_.html.reserve(html.size() / 2); }
  Tamed run();

 private:
  struct Open {
    uint64_t name;   // hash
    std::string written;
    TagClass kind;
    bool holds_blocks = false;
  };

  void markup();
  void start_tag();
  void end_tag();
  void read_attributes();
  void keep(const Attribute& attribute);
  void drop_raw(const std::string& name, bool json_ld);
  void drop_nested(const std::string& name);
  void keep_title();
  void open(const std::string& name, TagClass kind);
  void begin_block(TagClass kind);
  void close_inline(bool also_empty_of_blocks);
  void write_end(std::string_view name) { out_.html.append("</").append(name).append(">"); }
  void write_start(std::string_view name);
  bool stands(size_t at, std::string_view start) const;
  size_t find_tag(const std::string& start, size_t from) const;
  void skip_behind(std::string_view end, size_t from);
  bool known_unclosed(const std::string& name) const { return std::find(unclosed_.begin(), unclosed_.end(), name) != unclosed_.end(); }

  std::string_view in_;
  size_t at_ = 0;
  Tamed out_;
  std::vector<Open> open_;
  std::vector<std::string> unclosed_;   // elements that no end tag closes from here on
  size_t elements_ = 0, reopened_links_ = 0, not_opened_ = 0;
  bool too_deep_ = false;
  // Of the tag being read.
  std::string attributes_;
  bool json_ld_ = false, names_a_link_ = false, self_closing_ = false;
};

Tamed Tamer::run() {
  while (at_ < in_.size()) {
    const size_t next = std::min(in_.find('<', at_), in_.size());
    out_.html.append(in_, at_, next - at_);
    at_ = next;
    if (at_ < in_.size()) markup();
    if (elements_ < kMostPageElements) continue;
    out_.notes.push_back("only the first " + std::to_string(kMostPageElements) + " elements were read");
    break;
  }
  if (too_deep_) out_.notes.push_back("elements nested deeper than " + std::to_string(kDeepestElement) + " were taken as text of what holds them");
  return std::move(out_);
}

void Tamer::skip_behind(std::string_view end, size_t from) {
  const size_t found = in_.find(end, from);
  at_ = found == std::string_view::npos ? in_.size() : found + end.size();
}

// From a < on.
void Tamer::markup() {
  const char next = at_ + 1 < in_.size() ? in_[at_ + 1] : '\0';
  if (is_alpha(next)) return start_tag();
  if (next == '/') return end_tag();
  if (in_.substr(at_, 4) == "<!--") return skip_behind(in_.substr(at_ + 4, 1) == ">" ? ">" : "-->", at_ + 2);
  if (next == '!' || next == '?') {
    if (has_at(in_, at_, "<!doctype")) out_.html += "<!DOCTYPE html>";
    return skip_behind(">", at_);
  }
  out_.html += "&lt;";
  ++at_;
}

// Whether `start`, as "</script", stands at `at` and is no part of a longer name.
bool Tamer::stands(size_t at, std::string_view start) const {
  const size_t end = at + start.size();
  return has_at(in_, at, start) && (end >= in_.size() || is_white(in_[end]) || in_[end] == '>' || in_[end] == '/');
}

size_t Tamer::find_tag(const std::string& start, size_t from) const {
  size_t at = in_.find('<', from);
  while (at != std::string_view::npos && !stands(at, start)) at = in_.find('<', at + 1);
  return at;
}

void Tamer::drop_raw(const std::string& name, bool json_ld) {
  const size_t close = std::min(find_tag("</" + name, at_), in_.size());
  if (json_ld) out_.json_ld.push_back(in_.substr(at_, close - at_));
  skip_behind(">", close);
}

void Tamer::drop_nested(const std::string& name) {
  if (self_closing_ || known_unclosed(name)) return;
  const std::string start = "<" + name, end = "</" + name;
  size_t depth = 1, next = at_;
  for (; depth > 0; ++next) {
    next = in_.find('<', next);
    if (next == std::string_view::npos) return unclosed_.push_back(name);
    if (stands(next, end)) --depth;
    else if (stands(next, start)) ++depth;
  }
  skip_behind(">", next);
}

void Tamer::keep_title() {
  const size_t close = known_unclosed("title") ? std::string_view::npos : find_tag("</title", at_);
  if (close == std::string_view::npos) return unclosed_.push_back("title");
  out_.html.append("<title>").append(in_.substr(at_, std::min(close - at_, kLongestTitle))).append("</title>");
  ++elements_;
  skip_behind(">", close);
}

// One attribute as far as it is read later, within the bounds.
void Tamer::keep(const Attribute& attribute) {
  const auto known = std::find_if(std::begin(kKept), std::end(kKept), [&](const Kept& one) { return same_ascii(attribute.name, one.name); });
  if (known == std::end(kKept)) return;
  names_a_link_ |= known->name == "href" || known->name == "class";
  std::string_view value = attribute.value.substr(0, known->most);
  while (value.size() < attribute.value.size() && !value.empty() && (attribute.value[value.size()] & 0xC0) == 0x80) value.remove_suffix(1);
  const char quote = attribute.quote == 0 ? '"' : attribute.quote;
  attributes_.append(" ").append(known->name).append("=") += quote;
  attributes_.append(value.substr(0, value.find(quote))) += quote;
}

void Tamer::read_attributes() {
  attributes_.clear();
  json_ld_ = names_a_link_ = self_closing_ = false;
  const size_t start = at_;
  AttributeReader reader(in_, at_);
  size_t kept = 0;
  for (Attribute one; reader.next(one);) {
    if (reader.unclosed()) {
      // An open quotation mark would swallow the rest of the page: the tag ends at the next > in place of that.
      attributes_.clear();
      return skip_behind(">", start);
    }
    if (same_ascii(one.name, "type")) json_ld_ = has_at(trim(one.value), 0, "application/ld+json");
    else if (same_ascii(one.name, "style")) {
      std::string style = lower(one.value.substr(0, kLongestStyle));
      std::erase_if(style, is_white);
      if (style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos) attributes_ += " hidden";
      if (style.find("text-align:right") != std::string::npos) attributes_ += " align=right";
    } else if (kept < kMostAttributes) {
      const size_t before = attributes_.size();
      keep(one);
      kept += attributes_.size() > before;
    }
  }
  self_closing_ = reader.at() > start && in_[reader.at() - 1] == '/';
  at_ = std::min(reader.at() + 1, in_.size());
}

void Tamer::write_start(std::string_view name) {
  out_.html.append("<").append(name).append(attributes_).append(">");
  ++elements_;
}

// Ends what is open in a line: formatting, and at a paragraph's end the inline elements that hold no paragraphs.
void Tamer::close_inline(bool also_empty_of_blocks) {
  while (!open_.empty()) {
    const Open& top = open_.back();
    if (top.kind != TagClass::kFormatting && !(also_empty_of_blocks && top.kind == TagClass::kInline && !top.holds_blocks)) return;
    write_end(top.written);
    open_.pop_back();
  }
}

void Tamer::begin_block(TagClass kind) {
  close_inline(false);
  if (kind != TagClass::kOptionalEnd) return;
  for (size_t i = open_.size(); i-- > 0 && open_[i].kind != TagClass::kBlock && !open_[i].holds_blocks;) open_[i].holds_blocks = true;
}

void Tamer::open(const std::string& name, TagClass kind) {
  if (open_.size() >= kDeepestElement) {
    too_deep_ = true;
    ++not_opened_;
    return;
  }
  if (kind == TagClass::kAnchor) {
    const auto other = std::find_if(open_.begin(), open_.end(), [](const Open& one) { return one.kind == TagClass::kAnchor; });
    if (!names_a_link_ || (other != open_.end() && ++reopened_links_ > kMostReopenedLinks)) return;
    if (other != open_.end()) open_.erase(other);
  }
  write_start(name);
  open_.push_back({hash_bytes(name), name, kind});
}

void Tamer::start_tag() {
  size_t end = at_ + 1;
  while (end < in_.size() && !is_white(in_[end]) && in_[end] != '>' && in_[end] != '/') ++end;
  const std::string name = lower(in_.substr(at_ + 1, std::min(end - at_ - 1, kLongestName + 1)));
  at_ = end;
  read_attributes();
  if (name.size() > kLongestName) return;
  const TagClass kind = tag_class(name);
  switch (kind) {
    case TagClass::kRaw: return drop_raw(name, json_ld_ && name == "script");
    case TagClass::kNested: return drop_nested(name);
    case TagClass::kIgnored: return;
    case TagClass::kTitle: return keep_title();
    case TagClass::kVoid: return write_start(name);
    case TagClass::kOptionalEnd: begin_block(kind); return write_start(name);
    case TagClass::kBlock: begin_block(kind); return open(name, kind);
    case TagClass::kInline:
    case TagClass::kFormatting:
    case TagClass::kAnchor: return open(name, kind);
  }
}

void Tamer::end_tag() {
  size_t end = at_ + 2;
  while (end < in_.size() && !is_white(in_[end]) && in_[end] != '>' && in_[end] != '/') ++end;
  const std::string name = lower(in_.substr(at_ + 2, std::min(end - at_ - 2, kLongestName + 1)));
  skip_behind(">", end);
  const TagClass kind = tag_class(name);
  if (name == "br" || name == "p") ++elements_;   // each makes one where none is open
  if (name == "br") return write_end(name);
  if (kind == TagClass::kOptionalEnd) {
    close_inline(true);
    return write_end(name);
  }
  if (kind != TagClass::kBlock && kind != TagClass::kInline && kind != TagClass::kFormatting && kind != TagClass::kAnchor) return;
  if (kind == TagClass::kBlock) close_inline(false);
  const uint64_t hash = hash_bytes(name);
  for (size_t i = open_.size(); i-- > 0;) {
    if (open_[i].name == hash) {
      open_.resize(i);
      return write_end(name);
    }
    if (open_[i].kind == TagClass::kBlock && kind != TagClass::kBlock && kind != TagClass::kAnchor) break;
  }
  if (not_opened_ > 0) --not_opened_;
}

}  // namespace

Tamed tame(std::string_view html) { return Tamer(html).run(); }

}  // namespace hearsay::page
