// SPDX-License-Identifier: Apache-2.0
#include "eval/search.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "eval/wide.h"
#include "text/utf8.h"

namespace hearsay {

namespace {

constexpr char32_t kNothing = 0;

std::u32string decoded(std::string_view bytes) {
  std::u32string out;
  for (size_t at = 0; at < bytes.size();) {
    const Decoded next = decode_utf8(bytes, at);
    out += next.code;
    at += next.length;
  }
  return out;
}

bool is_blank(char32_t code) { return u_isUWhiteSpace(static_cast<UChar32>(code)) || (code >= 0x1C && code <= 0x1F); }

// Marks that are the same to a reader as one; those that cannot be seen are nothing.
char32_t alike(char32_t code) {
  constexpr std::u32string_view kDouble = U"\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033", kSingle = U"\u2018\u2019\u201A\u201B\u2032",
                                kDash = U"\u2010\u2011\u2012\u2013\u2014\u2015\u2212", kUnseen = U"\u200B\u200C\u200D\u2060\uFEFF\u00AD";
  if (code < 0x80) return code;
  if (kDouble.find(code) != std::u32string_view::npos) return U'"';
  if (kSingle.find(code) != std::u32string_view::npos) return U'\'';
  if (kDash.find(code) != std::u32string_view::npos) return U'-';
  if (kUnseen.find(code) != std::u32string_view::npos) return kNothing;
  return code;
}

std::u32string composed(std::u32string_view cluster) {
  if (cluster.size() == 1 && cluster[0] < 0x300) return std::u32string(cluster);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  return wide(nfc->normalize(of_icu(cluster), status));
}

}  // namespace

int shared(Range a, Range b) { return std::max(0, std::min(a.end, b.end) - std::max(a.start, b.start)); }

double likeness(Range a, Range b) {
  const int both = std::max(a.end, b.end) - std::min(a.start, b.start);
  return both ? static_cast<double>(shared(a, b)) / both : 0;
}

SearchText::SearchText(std::string_view utf8) : text_(decoded(utf8)) {
  for (size_t start = 0, end; start < text_.size(); start = end) {
    end = start + 1;
    while (end < text_.size() && u_getCombiningClass(static_cast<UChar32>(text_[end])) != 0) ++end;
    for (char32_t code : composed(std::u32string_view(text_).substr(start, end - start))) {
      code = alike(code);
      if (code == kNothing) continue;
      if (is_blank(code)) {
        if (folded_.empty() || folded_.back() == U' ') continue;
        code = U' ';
      }
      folded_ += code;
      at_.push_back({static_cast<int>(start), static_cast<int>(end)});
    }
  }
}

std::vector<Range> SearchText::find(std::string_view words) const {
  std::u32string wanted = SearchText(words).folded_;
  if (!wanted.empty() && wanted.back() == U' ') wanted.pop_back();
  std::vector<Range> found;
  if (wanted.empty()) return found;
  for (size_t at = folded_.find(wanted); at != std::u32string::npos; at = folded_.find(wanted, at + wanted.size()))
    found.push_back({at_[at].start, at_[at + wanted.size() - 1].end});
  return found;
}

std::vector<Range> SearchText::stretches(const std::pair<std::string, std::string>& first_and_last) const {
  const std::vector<Range> ends = find(first_and_last.second);
  std::vector<Range> found;
  for (const Range first : find(first_and_last.first)) {
    int end = -1;
    for (const Range last : ends)
      if (last.start >= first.start && last.end >= first.end && (end < 0 || last.end < end)) end = last.end;
    if (end >= 0) found.push_back({first.start, end});
  }
  return found;
}

std::vector<Range> SearchText::repeats(const std::pair<std::string, std::string>& first_and_last) const {
  std::vector<Range> found = stretches(first_and_last);
  if (found.empty()) return found;
  const std::u32string first = words_of(found.front());
  std::erase_if(found, [&](Range other) { return words_of(other) != first; });
  return found;
}

// With single blanks between the words.
std::u32string SearchText::words_of(Range range) const {
  std::u32string out;
  for (int i = range.start; i < range.end; ++i) {
    const char32_t code = text_[static_cast<size_t>(i)];
    if (!is_blank(code)) out += code;
    else if (!out.empty() && out.back() != U' ') out += U' ';
  }
  if (!out.empty() && out.back() == U' ') out.pop_back();
  return out;
}

}  // namespace hearsay
