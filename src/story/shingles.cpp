// Words are runs of letters and digits; punctuation, quotation marks and spacing are what reprints change first.
// SPDX-License-Identifier: Apache-2.0
#include "story/shingles.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "text/utf8.h"

namespace hearsay {
namespace {

// Folds a whole zone at once, which is much cheaper than word by word.
void hash_words(std::string_view zone, std::vector<uint64_t>& words) {
  const std::string folded = fold(zone);
  const std::string_view text = folded;
  size_t start = 0, at = 0;
  const auto close = [&](size_t end) {
    if (end > start) words.push_back(hash_bytes(text.substr(start, end - start)));
  };
  while (at < text.size()) {
    const Decoded next = decode_utf8(text, at);
    const bool inside = is_letter(next.code) || is_digit(next.code);
    if (!inside) close(at);
    at += next.length;
    if (!inside) start = at;
  }
  close(at);
}

uint64_t mix(uint64_t hash, uint64_t word) { return (hash ^ word) * 0x9e3779b97f4a7c15ull ^ (hash >> 29); }

}  // namespace

std::vector<uint64_t> shingles(const Document& document) {
  const std::string_view text = document.text;
  std::vector<uint64_t> words;
  if (document.zones.empty()) hash_words(text, words);
  for (const Zone& zone : document.zones) {
    if (zone.kind == ZoneKind::kBody) hash_words(text.substr(zone.span.start, zone.span.length()), words);
  }
  std::vector<uint64_t> out;
  for (size_t i = 0; i + kShingleWords <= words.size(); ++i) {
    uint64_t hash = 0;
    for (size_t k = 0; k < kShingleWords; ++k) hash = mix(hash, words[i + k]);
    out.push_back(hash);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

size_t count_shared(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  size_t shared = 0;
  for (size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i] == b[k]) ++shared;
    const bool step_a = a[i] <= b[k], step_b = b[k] <= a[i];
    i += step_a;
    k += step_b;
  }
  return shared;
}

}  // namespace hearsay
