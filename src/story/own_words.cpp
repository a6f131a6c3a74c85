// SPDX-License-Identifier: Apache-2.0
#include "story/own_words.h"

#include "base/hash.h"
#include "text/utf8.h"

namespace hearsay {
namespace {

void add_words(std::string_view text, Span zone, std::vector<OwnWord>& words) {
  uint32_t start = zone.start;
  const auto close = [&](uint32_t end) {
    if (end > start) words.push_back({hash_bytes(fold(text.substr(start, end - start))), {start, end}});
  };
  for (uint32_t at = zone.start; at < zone.end;) {
    const Decoded next = decode_utf8(text, at);
    const auto after = static_cast<uint32_t>(at + next.length);
    if (!is_letter(next.code) && !is_digit(next.code)) {
      close(at);
      start = after;
    }
    at = after;
  }
  close(zone.end);
}

}  // namespace

std::vector<OwnWord> own_words(std::string_view text) {
  std::vector<OwnWord> words;
  add_words(text, {0, static_cast<uint32_t>(text.size())}, words);
  return words;
}

std::vector<OwnWord> own_words(const Document& document) {
  if (document.zones.empty()) return own_words(document.text);
  std::vector<OwnWord> words;
  for (const Zone& zone : document.zones)
    if (zone.kind == ZoneKind::kBody) add_words(document.text, zone.span, words);
  return words;
}

}  // namespace hearsay
