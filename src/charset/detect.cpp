// Vietnamese encodings are told by reading a sample in each of them and looking whether syllables come out (syllables.h): a text read in the
// wrong one of them breaks the orthography in nearly every word. Everything else is ICU's detector (n-grams of its 1999..2008 models).
// SPDX-License-Identifier: Apache-2.0
#include "charset/detect.h"

#include <unicode/ucsdet.h>

#include <memory>

#include "charset/mending.h"
#include "charset/syllables.h"
#include "text/utf8.h"

namespace hearsay {

namespace {

void add_stretches(std::string& sample, std::string_view bytes, size_t most, bool tags) {
  bool in_tag = false;
  each_stretch(bytes, [&](std::string_view stretch, std::string_view end) {
    if (sample.size() < most && in_tag == tags && !plain_ascii(stretch)) sample.append(stretch.substr(0, most - sample.size())) += '\n';
    in_tag = end == "<";
  });
}

}  // namespace

std::string telling_stretches(std::string_view bytes, size_t most) {
  std::string sample;
  add_stretches(sample, bytes, most, false);
  if (sample.empty()) add_stretches(sample, bytes, most, true);   // a page whose only letters are in attributes
  return sample;
}

namespace {

// A sample as one of the encodings reads it; without an encoding if it is not surely Vietnamese in any.
struct Reading {
  const Encoding* encoding = nullptr;
  Look look;
};

Look look_in(const Encoding& encoding, std::string_view sample, size_t& malformed) { return look_at(convert(sample, encoding, malformed)); }

// Some short words of Romance languages are syllables too. Then they are so in windows-1252 already, and another reading mends little.
bool better_than_western(const Look& look, std::string_view sample) {
  size_t malformed = 0;
  const Look western = look_in(*find_encoding("windows-1252"), sample, malformed);
  return look.marked >= 2 * western.marked || western.marked_strange >= look.marked_strange + 2;
}

// The reading with most syllables among those that are surely Vietnamese, or if there is none, among all.
Reading best_reading(std::string_view sample) {
  constexpr size_t kMalformedIn = 8;
  Reading best;
  for (const char* name : {"tcvn3", "vni", "windows-1258", "viscii", "vps"}) {
    const Encoding* encoding = find_encoding(name);
    size_t malformed = 0;
    const Look look = look_in(*encoding, sample, malformed);
    const bool sure = surely_vietnamese(look) && malformed * kMalformedIn <= look.marked;
    if (sure == (best.encoding != nullptr) ? look.marked > best.look.marked : sure) best = {sure ? encoding : nullptr, look};
  }
  if (best.encoding && !better_than_western(best.look, sample)) best.encoding = nullptr;
  return best;
}

}  // namespace

const Encoding* detect_vietnamese(std::string_view sample) {
  constexpr size_t kFirst = 1024, kMost = 8192, kMany = 40;   // the first words mostly settle it, either way
  const Reading first = best_reading(sample.substr(0, kFirst));
  const bool settled = first.encoding ? first.look.marked >= kMany : first.look.marked_strange >= kMany && first.look.marked_strange > first.look.marked;
  return settled || sample.size() <= kFirst ? first.encoding : best_reading(sample.substr(0, kMost)).encoding;
}

namespace {

// Whether a sample can be in an encoding: next to all of it means something, and of characters of several bytes there are not just a few among letters.
bool fits(const Encoding& encoding, std::string_view sample) {
  if (encoding.kind != EncodingKind::kSingleByte && encoding.kind != EncodingKind::kMultiByte) return false;
  constexpr size_t kMalformedIn = 20;
  size_t malformed = 0, high = 0, letters = 0;
  for (const char c : sample) {
    high += static_cast<unsigned char>(c) >= 0x80;
    letters += static_cast<unsigned char>(c) < 0x80 && is_letter(static_cast<unsigned char>(c));
  }
  if (encoding.kind == EncodingKind::kMultiByte && high > 0 && 2 * high <= letters) return false;
  convert(sample, encoding, malformed);
  return malformed * kMalformedIn <= high;
}

}  // namespace

const Encoding* detect_by_icu(std::string_view sample, int least) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
  if (!detector) return nullptr;
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status)) return nullptr;
  for (int32_t i = 0; i < count; ++i) {   // best first
    if (ucsdet_getConfidence(matches[i], &status) < least) break;
    const Encoding* encoding = find_encoding(ucsdet_getName(matches[i], &status));
    if (encoding && fits(*encoding, sample)) return encoding;
  }
  return nullptr;
}

const Encoding* detect_wide(std::string_view bytes) {
  constexpr size_t kMost = 4096;
  bytes = bytes.substr(0, kMost);
  size_t zeros[2] = {0, 0};
  for (size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == 0;
  constexpr size_t kOneIn = 16;   // spaces and line ends alone are more than that; of the other bytes next to none is zero
  const size_t pairs = bytes.size() / 2;
  if (pairs == 0) return nullptr;
  if (zeros[1] * kOneIn >= pairs && zeros[0] * kOneIn <= zeros[1]) return find_encoding("utf-16le");
  if (zeros[0] * kOneIn >= pairs && zeros[1] * kOneIn <= zeros[0]) return find_encoding("utf-16be");
  return nullptr;
}

bool mostly_utf8(std::string_view bytes) {
  constexpr size_t kBrokenIn = 2;    // of letters in other encodings nearly all are broken as UTF-8; a short text of it may have some broken ones
  size_t whole = 0, broken = 0, last_whole = 0;
  for (size_t at = 0; at < bytes.size();) {
    const Decoded next = decode_utf8(bytes, at);
    if (next.length > 1) ++whole;
    if (next.code == 0xFFFD && next.length == 1) ++broken;
    else last_whole = at + next.length;
    at += next.length;
  }
  const bool cut_off = broken > 0 && broken <= 3 && bytes.size() - last_whole == broken && static_cast<unsigned char>(bytes[last_whole]) >= 0xC2;
  return whole > 0 && (broken * kBrokenIn <= whole || cut_off);
}

}  // namespace hearsay
