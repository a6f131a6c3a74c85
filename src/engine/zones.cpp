// Which lines are not the report's own telling. A line is a caption if a word of the pack's `captions` opens it or stands near its end;
// boilerplate if one fills it, or opens it with a colon; a credit if it is signed, at the report's head or below its last words, whatever boilerplate
// follows; the text's first line is its title if it ends like one. A line that repeats another has its kind. A paragraph is foreign
// if most of its words stand in no lexicon of the pack, and what it is written in is certain.
// What the document has marked already stays so.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "document/document.h"
#include "engine/engine.h"
#include "text/utf8.h"

namespace hearsay {

namespace {

struct LineSentences {
  Span span;
  size_t first = 0, last = 0;    // sentences
};

std::vector<LineSentences> lines_of(const Document& document, const std::vector<Sentence>& sentences) {
  std::vector<LineSentences> lines;
  for (size_t i = 0; i < sentences.size(); ++i) {
    const Span span = sentences[i].range.span;
    const bool same = !lines.empty() && document.text.substr(lines.back().span.end, span.start - lines.back().span.end).find('\n') == std::string::npos;
    if (same) {
      lines.back().span.end = span.end;
      lines.back().last = i + 1;
    } else {
      lines.push_back({span, i, i + 1});
    }
  }
  return lines;
}

class ZoneMarker {
 public:
  ZoneMarker(Document& document, std::vector<Sentence>& sentences, const Strings& strings)
      : document_(document), sentences_(sentences), strings_(strings), kind_(strings.find("kind")) {}

  void run() {
    marked_.swap(document_.zones);
    const auto lines = lines_of(document_, sentences_);
    find_tail(lines);
    std::map<std::string_view, ZoneKind> seen;
    int paragraph = 0;
    for (size_t i = 0; i < lines.size(); ++i) {
      const std::string_view text = std::string_view(document_.text).substr(lines[i].span.start, lines[i].span.length());
      const auto marked = marked_as(lines[i].span);
      ZoneKind kind = marked.value_or(kind_of(lines, i, text));
      if (auto at = seen.find(text); at != seen.end() && kind == ZoneKind::kBody) kind = at->second == ZoneKind::kBody ? ZoneKind::kCaption : at->second;
      seen.emplace(text, kind);
      Zone zone;
      if (kind == ZoneKind::kBody) zone.lang = foreign(lines[i], text);
      if (!zone.lang.empty()) kind = ZoneKind::kForeign;
      zone.kind = kind;
      zone.span = lines[i].span;
      zone.paragraph = kind == ZoneKind::kBody ? paragraph++ : -1;
      for (size_t s = lines[i].first; s < lines[i].last; ++s) {
        sentences_[s].zone = kind;
        sentences_[s].paragraph = zone.paragraph;
      }
      document_.zones.push_back(std::move(zone));
    }
    std::erase_if(sentences_, [](const Sentence& sentence) { return sentence.zone == ZoneKind::kForeign; });
  }

 private:
  std::optional<ZoneKind> marked_as(Span line) const {
    const auto at = std::find_if(marked_.begin(), marked_.end(), [&](const Zone& zone) { return zone.span.overlaps(line); });
    return at == marked_.end() ? std::nullopt : std::optional(at->kind);
  }

  static constexpr uint32_t kLongestCaption = 400, kLongestTitle = 220;   // bytes

  static constexpr uint32_t kLongestSignature = 40, kLongestByline = 100, kLongestCredits = 200;   // bytes
  static constexpr size_t kMostCredits = 3, kBylineWithin = 3;           // lines at the end, and from the start

  std::string_view text_of(const LineSentences& line) const { return std::string_view(document_.text).substr(line.span.start, line.span.length()); }
  const Lattice& first_of(const LineSentences& line) const { return *sentences_[line.first].lattice; }

  // The credits below the report's last words; boilerplate between and behind them is no word of the report.
  void find_tail(const std::vector<LineSentences>& lines) {
    size_t credits = 0;
    for (size_t i = lines.size(); i-- > 1 && credits < kMostCredits;) {
      if (is_boilerplate(lines[i])) continue;
      if (!signs(lines[i], credits == 0)) break;
      tail_.insert(i);
      ++credits;
    }
  }

  bool is_boilerplate(const LineSentences& line) const {
    const Lattice& first = first_of(line);
    if (line.last - line.first == 1 && marked(first, 0, first.size(), "boilerplate", true)) return true;
    const std::string_view text = text_of(line);
    if (text.size() > kLongestTitle) return false;
    return marked(first, 0, 1, "boilerplate-start", false) || (ends_openly(text) && opens_with_colon(first));
  }

  // "Read more: ..."
  bool opens_with_colon(const Lattice& lattice) const {
    for (int32_t e = lattice.first_edge(0); e >= 0; e = lattice.edge(e).next) {
      const Edge& edge = lattice.edge(e);
      if (is_caption_word(lattice, edge, "boilerplate") && lattice.words(edge.start, edge.end).ends_with(':')) return true;
    }
    return false;
  }

  // Whether a line says who wrote, as "By Jane Miller", "(Reporting by ...)" do, or names and nothing else; the latter may end like a sentence if it is the last.
  bool signs(const LineSentences& line, bool may_close) const {
    const std::string_view text = text_of(line);
    if (text.size() <= kLongestCredits && (ends_openly(text) || text.ends_with(')')) && marked(first_of(line), 0, 1, "credit-start", false)) return true;
    if (text.size() >= kLongestSignature) return false;
    if (!ends_openly(text) && !may_close) return false;
    return text.front() == '(' || !has_verb(first_of(line)) || (ends_openly(text) && mostly_names(text));
  }

  // Most words in capitals, as in "Lan Anh / Hai Phong Daily".
  static bool mostly_names(std::string_view text) {
    size_t words = 0, capitals = 0;
    bool inside = false;
    for (size_t at = 0; at < text.size();) {
      const auto [code, length] = decode_utf8(text, at);
      at += length;
      const bool letter = is_letter(code);
      if (letter && !inside) ++words, capitals += is_upper(code);
      inside = letter;
    }
    return words > 1 && capitals * 5 >= words * 3;
  }

  ZoneKind kind_of(const std::vector<LineSentences>& lines, size_t index, std::string_view text) const {
    const LineSentences& line = lines[index];
    const Lattice& first = first_of(line);
    const Lattice& last = *sentences_[line.last - 1].lattice;
    if (is_boilerplate(line)) return ZoneKind::kBoilerplate;
    if (text.size() <= kLongestCaption) {
      if (marked(first, 0, 1, "caption-start", false)) return ZoneKind::kCaption;
      const uint16_t near = last.size() > 8 ? static_cast<uint16_t>(last.size() - 8) : uint16_t{0};
      if (marked(last, near, last.size(), "caption-end", false)) return ZoneKind::kCaption;
    }
    if (tail_.contains(index)) return ZoneKind::kCredit;
    if (index > 0 && index <= kBylineWithin && text.size() <= kLongestByline && ends_openly(text) && marked(first, 0, 1, "credit-start", false)) return ZoneKind::kCredit;
    if (index == 0 && text.size() < kLongestSignature && text.starts_with('(') && (text.ends_with(')') || !ends_openly(text))) return ZoneKind::kDateline;
    const std::string_view document_title = document_.title ? std::string_view(*document_.title) : std::string_view{};
    if (index <= 2 && (text == document_title || (index == 0 && lines.size() > 1 && text.size() <= kLongestTitle && ends_openly(text) && blank_behind(line)))) return ZoneKind::kTitle;
    return ZoneKind::kBody;
  }

  static constexpr size_t kShortestForeign = 100;      // bytes: of less nobody can be certain
  static constexpr double kKnownWords = 0.25;          // share of words in lexicons above which a paragraph is in the pack's own language

  // The language of a line that is not in the report's own; empty of all others.
  std::string foreign(const LineSentences& line, std::string_view text) const {
    if (text.size() < kShortestForeign) return {};
    size_t words = 0, known = 0;
    for (size_t s = line.first; s < line.last; ++s) {
      const Lattice& lattice = *sentences_[s].lattice;
      for (uint16_t at = 0; at < lattice.size(); ++at) {
        ++words;
        known += in_lexicon(lattice, at);
      }
    }
    if (static_cast<double>(known) > kKnownWords * static_cast<double>(words)) return {};
    std::string language = certain_language(text);
    return language == "und" || language == document_.lang ? std::string() : language;
  }

  bool in_lexicon(const Lattice& lattice, uint16_t at) const {
    for (int32_t e = lattice.first_edge(at); e >= 0; e = lattice.edge(e).next)
      if (lattice.edge(e).kind == EdgeKind::kEntry) return true;
    return false;
  }

  bool marked(const Lattice& lattice, uint16_t from, uint16_t to, std::string_view kind, bool whole) const {
    for (uint16_t at = from; at < to; ++at)
      for (int32_t e = lattice.first_edge(at); e >= 0; e = lattice.edge(e).next) {
        const Edge& edge = lattice.edge(e);
        if (!is_caption_word(lattice, edge, kind)) continue;
        if (!whole || (edge.start == 0 && edge.end == lattice.size())) return true;
      }
    return false;
  }

  bool is_caption_word(const Lattice& lattice, const Edge& edge, std::string_view kind) const {
    return edge.kind == EdgeKind::kEntry && strings_[lattice.entry(edge).lexicon] == "captions" && strings_[lattice.entry_attr(lattice.entry(edge), kind_)] == kind;
  }

  bool has_verb(const Lattice& lattice) const {
    for (uint16_t at = 0; at < lattice.size(); ++at)
      for (int32_t e = lattice.first_edge(at); e >= 0; e = lattice.edge(e).next)
        if (lattice.edge(e).kind == EdgeKind::kEntry && strings_[lattice.entry(lattice.edge(e)).lexicon] == "verbs") return true;
    return false;
  }

  static bool ends_openly(std::string_view text) { return !text.ends_with('.') && !text.ends_with(':') && !text.ends_with("\"") && !text.ends_with("\u201D"); }

  // A title stands alone: an empty line follows it.
  bool blank_behind(const LineSentences& line) const {
    size_t at = line.span.end;
    int breaks = 0;
    for (; at < document_.text.size() && (document_.text[at] == '\n' || document_.text[at] == ' ' || document_.text[at] == '\t'); ++at)
      breaks += document_.text[at] == '\n';
    return breaks >= 2;
  }

  Document& document_;
  std::vector<Sentence>& sentences_;
  const Strings& strings_;
  StrId kind_;
  std::vector<Zone> marked_;             // what is known before
  std::set<size_t> tail_;                // lines that are credits below the last words
};

}  // namespace

void mark_zones(Document& document, std::vector<Sentence>& sentences, const Strings& strings) { ZoneMarker(document, sentences, strings).run(); }

}  // namespace hearsay
