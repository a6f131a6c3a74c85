// SPDX-License-Identifier: Apache-2.0
#include "feed/mend.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "feed/markup.h"
#include "text/utf8.h"

namespace hearsay {
namespace {

constexpr size_t kPiece = 64u << 10;
constexpr size_t kMaxJunk = 4096;        // warnings of a server take some hundred bytes

bool name_start(unsigned char c) { return c == '_' || ((c | 32) >= 'a' && (c | 32) <= 'z'); }
bool name_part(unsigned char c) { return name_start(c) || is_digit(c) || c == '-' || c == '.' || c == ':'; }
bool blank(unsigned char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

size_t name_end(std::string_view text, size_t at) {
  while (at < text.size() && name_part(static_cast<unsigned char>(text[at]))) ++at;
  return at;
}

// Behind the next `mark`; npos if there is none.
size_t behind(std::string_view text, size_t at, std::string_view mark) {
  const size_t found = text.find(mark, at);
  return found == std::string_view::npos ? found : found + mark.size();
}

// Behind "<!DOCTYPE ... [ ... ]>"; npos if it does not end.
size_t behind_declaration(std::string_view text, size_t at) {
  int brackets = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"' || c == '\'') {
      at = text.find(c, at + 1);
    } else if (text.substr(at, 4) == "<!--") {
      at = behind(text, at + 4, "-->");
      if (at != std::string_view::npos) continue;
    } else if (c == '[') {
      ++brackets;
    } else if (c == ']') {
      --brackets;
    } else if (c == '>' && brackets <= 0) {
      return at + 1;
    }
    if (at == std::string_view::npos) return at;
    ++at;
  }
  return std::string_view::npos;
}

// Behind a comment, an instruction or a declaration that begins at `at`; `at` itself if none does.
size_t behind_misc(std::string_view text, size_t at) {
  if (text.substr(at, 4) == "<!--") return behind(text, at + 4, "-->");
  if (text.substr(at, 2) == "<?") return behind(text, at + 2, ">");
  if (text.substr(at, 2) == "<!") return behind_declaration(text, at + 2);
  return at;
}

class Mender {
 public:
  Mender(std::string_view text, size_t root, const std::function<bool(std::string_view)>& take) : text_(text), at_(root), take_(take) { prolog(); }

  Mending run() {
    do {
      text_[at_] == '<' ? markup() : words();
      flush();
    } while (going_ && at_ < text_.size() && !open_.empty());
    if (!open_.empty() && going_) mending_.cut_off = true;
    while (!open_.empty()) close();
    flush(true);
    return mending_;
  }

 private:
  struct Open {
    std::string_view name;
    size_t namespaces = 0;
  };

  void prolog() {
    const std::string_view before = text_.substr(0, at_);
    for (size_t at = 0; at < before.size();) {
      const size_t misc = behind_misc(before, at);
      mending_.dtd |= before.substr(at, 9) == "<!DOCTYPE";
      mending_.junk += misc == at && !blank(static_cast<unsigned char>(before[at]));
      at = misc == at ? at + 1 : misc;
    }
  }

  void flush(bool all = false) {
    if (!going_ || out_.empty() || (!all && out_.size() < kPiece)) return;
    going_ = take_(out_);
    out_.clear();
  }

  void cut() {
    mending_.cut_off = true;
    at_ = text_.size();
  }

  void words() {
    const size_t end = std::min(text_.find('<', at_), text_.size());
    escape(text_.substr(at_, end - at_), true, true);
    at_ = end;
  }

  // Appends text as XML has it. `references`: an ampersand may begin one; `pieces`: it may be handed on in parts.
  void escape(std::string_view text, bool references, bool pieces) {
    for (size_t at = 0; at < text.size() && going_;) {
      const auto c = static_cast<unsigned char>(text[at]);
      if (c == '&') {
        if (pieces) flush();
        at += ampersand(text, at, references);
        continue;
      }
      if (c == '<') out_ += "&lt;";
      else if (c == '>') out_ += "&gt;";
      else if (c == '"') out_ += "&quot;";
      else if ((c < ' ' && !blank(c)) || c == '\f') ++mending_.controls;
      else if (c == 0xEF && (text.substr(at, 3) == "\xEF\xBF\xBE" || text.substr(at, 3) == "\xEF\xBF\xBF")) ++mending_.controls, at += 2;
      else out_ += static_cast<char>(c);
      if (pieces && c < 0x80) flush();
      ++at;
    }
  }

  // How many bytes were taken.
  size_t ampersand(std::string_view text, size_t at, bool references) {
    const CharacterReference reference = references ? html_reference(text, at) : CharacterReference{};
    if (reference.length == 0) {
      out_ += "&amp;";
      mending_.stray += references;
      return 1;
    }
    const std::string_view written = text.substr(at, reference.length);
    static constexpr auto kOfXml = std::to_array<std::string_view>({"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"});
    mending_.names += written[1] != '#' && std::find(kOfXml.begin(), kOfXml.end(), written) == kOfXml.end();
    out_ += "&#" + std::to_string(static_cast<uint32_t>(reference.code)) + ";";
    return reference.length;
  }

  void markup() {
    if (text_.substr(at_, 9) == "<![CDATA[") return character_data();
    const size_t misc = behind_misc(text_, at_);
    if (misc == std::string_view::npos) return cut();
    if (misc != at_) {
      mending_.dtd |= text_.substr(at_, 9) == "<!DOCTYPE";
      at_ = misc;
    } else if (text_.substr(at_, 2) == "</") {
      end_tag();
    } else if (at_ + 1 < text_.size() && name_start(static_cast<unsigned char>(text_[at_ + 1]))) {
      start_tag();
    } else {
      out_ += "&lt;";
      ++mending_.stray;
      ++at_;
    }
  }

  void character_data() {
    const size_t first = at_ + 9, end = text_.find("]]>", first);
    escape(text_.substr(first, end == std::string_view::npos ? end : end - first), false, true);
    if (end == std::string_view::npos) return cut();
    at_ = end + 3;
  }

  void close() {
    out_.append("</").append(open_.back().name).append(">");
    namespaces_ -= open_.back().namespaces;
    if (--open_names_[open_.back().name] == 0) open_names_.erase(open_.back().name);
    open_.pop_back();
  }

  // Closes what is open within the element that it ends. The table of names keeps this linear where nothing is.
  void end_tag() {
    const size_t end = name_end(text_, at_ + 2);
    const std::string_view name = text_.substr(at_ + 2, end - at_ - 2);
    at_ = behind(text_, end, ">");
    if (at_ == std::string_view::npos) cut();
    if (!open_names_.contains(name)) {
      mending_.unbalanced += !empty_by_habit(name);
      return;
    }
    while (open_.back().name != name) {
      ++mending_.unbalanced;
      close();
    }
    close();
  }

  // HTML's empty elements which stand unclosed in descriptions, but for those that are names of feeds too.
  static bool empty_by_habit(std::string_view name) { return void_element(name) && name != "link" && name != "source"; }

  void start_tag() {
    const size_t before = out_.size(), first = at_ + 1, last = name_end(text_, first);
    const std::string_view name = text_.substr(first, last - first);
    out_.append("<").append(name);
    at_ = last;
    attributes_.clear();
    declared_ = 0;
    bool closed = false;
    while (attribute(closed)) {}
    if (open_.size() >= kMaxXmlDepth || name.size() > kMaxXmlName) {
      out_.resize(before);
      ++mending_.beyond_limits;
      return;
    }
    if (closed || (empty_by_habit(name) && !open_.empty())) {
      out_ += "/>";
      return;
    }
    out_ += ">";
    open_.push_back({name, declared_});
    namespaces_ += declared_;
    ++open_names_[name];
  }

  // Reads up to one attribute; false at the tag's end, whose ">" is passed. `closed`: it ends in "/>".
  bool attribute(bool& closed) {
    while (at_ < text_.size() && (blank(static_cast<unsigned char>(text_[at_])) || text_[at_] == '/')) closed = text_[at_++] == '/';
    if (at_ == text_.size()) return cut(), false;
    if (text_[at_] == '>') return ++at_, false;
    if (text_[at_] == '<') return ++mending_.malformed_tags, false;
    closed = false;
    if (!name_start(static_cast<unsigned char>(text_[at_]))) {
      ++mending_.malformed_tags;
      ++at_;
      return true;
    }
    const size_t first = at_;
    at_ = name_end(text_, at_);
    const std::string_view name = text_.substr(first, at_ - first);
    add_attribute(name, value());
    return true;
  }

  std::string_view value() {
    size_t at = at_;
    while (at < text_.size() && blank(static_cast<unsigned char>(text_[at]))) ++at;
    if (at == text_.size() || text_[at] != '=') {
      ++mending_.malformed_tags;
      return {};
    }
    ++at;
    while (at < text_.size() && blank(static_cast<unsigned char>(text_[at]))) ++at;
    const char quote = at < text_.size() ? text_[at] : '\0';
    const bool quoted = quote == '"' || quote == '\'';
    const size_t first = at + quoted;
    const size_t end = quoted ? text_.find(quote, first) : text_.find_first_of(" \t\r\n\f>", first);
    mending_.malformed_tags += !quoted;
    if (end == std::string_view::npos) {
      cut();
      return text_.substr(std::min(first, text_.size()));
    }
    at_ = end + quoted;
    return text_.substr(first, end - first);
  }

  void add_attribute(std::string_view name, std::string_view value) {
    const bool declares = name == "xmlns" || name.starts_with("xmlns:");
    if (attributes_.size() >= kMaxXmlAttributes || name.size() > kMaxXmlName || value.size() > kMaxXmlAttribute ||
        (declares && namespaces_ + declared_ >= kMaxXmlNamespaces)) {
      ++mending_.beyond_limits;
      return;
    }
    if (std::find(attributes_.begin(), attributes_.end(), name) != attributes_.end()) {
      ++mending_.malformed_tags;
      return;
    }
    attributes_.push_back(name);
    declared_ += declares;
    out_.append(" ").append(name).append("=\"");
    escape(value, true, false);
    out_ += '"';
  }

  std::string_view text_;
  size_t at_;
  const std::function<bool(std::string_view)>& take_;
  std::string out_;
  std::vector<Open> open_;
  std::unordered_map<std::string_view, size_t> open_names_;
  std::vector<std::string_view> attributes_;   // names of the tag under way
  size_t declared_ = 0, namespaces_ = 0;       // by the tag under way, by those that are open
  bool going_ = true;
  Mending mending_;
};

bool known_root(std::string_view name) {
  static constexpr auto kRoots = std::to_array<std::string_view>({"rss", "RDF", "feed", "urlset", "sitemapindex", "opml"});
  return std::find(kRoots.begin(), kRoots.end(), name) != kRoots.end();
}

}  // namespace

std::string_view local_name_at(std::string_view utf8, size_t at) {
  const std::string_view name = utf8.substr(at + 1, name_end(utf8, at + 1) - at - 1);
  const size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

size_t find_xml_root(std::string_view utf8) {
  size_t junk_from = std::string_view::npos;           // the first tag that is no feed's
  for (size_t at = utf8.find('<'); at < utf8.size(); at = utf8.find('<', at)) {
    if (const size_t misc = behind_misc(utf8, at); misc != at) {
      at = misc;
      continue;
    }
    const std::string_view name = local_name_at(utf8, at);
    if (known_root(name)) return at;
    junk_from = std::min(junk_from, at);
    if (name == "html" || name == "HTML" || at > junk_from + kMaxJunk) break;
    ++at;
  }
  return std::string_view::npos;
}

Mending mend_xml(std::string_view utf8, size_t root, const std::function<bool(std::string_view)>& take) { return Mender(utf8, root, take).run(); }

std::vector<std::string> mending_notes(const Mending& mending) {
  std::vector<std::string> notes;
  auto note = [&](size_t count, const std::string& what) {
    if (count > 0) notes.push_back("mended: " + std::to_string(count) + " " + what);
  };
  note(mending.junk, "bytes before its beginning, left out");
  note(mending.stray, "stray & or <, taken as text");
  note(mending.names, "names of HTML characters");
  note(mending.controls, "control characters, left out");
  note(mending.unbalanced, "tags out of balance");
  note(mending.malformed_tags, "malformed tags");
  note(mending.beyond_limits, "tags or attributes beyond the limits, left out");
  if (mending.dtd) notes.push_back("its DTD was not read");
  if (mending.cut_off) notes.push_back("it is cut off, and was read as far as it goes");
  return notes;
}

}  // namespace hearsay
