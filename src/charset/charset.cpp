// In which order the encoding of bytes is told: by a mark, by being valid UTF-8, by what was declared unless the bytes speak against it, by their letters.
// That valid UTF-8 with letters beyond ASCII is UTF-8 whatever was declared is sound: text in another encoding is next to never valid by chance
// (M. Duerst, The Properties and Promises of UTF-8, 1997), but for a few characters of East Asian encodings, which are believed if declared.
// SPDX-License-Identifier: Apache-2.0
#include "charset/charset.h"

#include <algorithm>
#include <utility>

#include "charset/detect.h"
#include "charset/encodings.h"
#include "charset/mending.h"
#include "text/utf8.h"

namespace hearsay {

namespace {

constexpr size_t kSample = 1u << 14;   // ICU looks at 8 KB, and so many letters say all there is to say

struct Choice {
  const Encoding* encoding = nullptr;
  EncodingFrom from = EncodingFrom::kFallback;
  bool whole = false;   // the bytes are valid UTF-8 as they stand
};

struct Mark {
  std::string_view bytes;
  std::string_view encoding;
};
constexpr Mark kMarks[] = {   // the longer first: UTF-32LE begins as UTF-16LE does
    {{"\xFF\xFE\0\0", 4}, "utf-32le"}, {{"\0\0\xFE\xFF", 4}, "utf-32be"}, {"\xEF\xBB\xBF", "utf-8"}, {"\xFF\xFE", "utf-16le"}, {"\xFE\xFF", "utf-16be"}};

const Encoding* take_mark(std::string& bytes) {
  for (const Mark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    bytes.erase(0, mark.bytes.size());
    return find_encoding(mark.encoding);
  }
  return nullptr;
}

size_t count_high(std::string_view bytes) {
  return static_cast<size_t>(std::count_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
}

// Whether what was declared makes nonsense of the sample: characters that do not exist in it, or letters beyond ASCII in such number
// that a Latin encoding would have hardly any word without them.
bool plainly_wrong(const Encoding& declared, std::string_view sample) {
  if (declared.kind == EncodingKind::kUtf8) return !mostly_utf8(sample);
  if (declared.kind == EncodingKind::kWide) return detect_wide(sample) != &declared;
  constexpr size_t kMalformedIn = 20;
  size_t malformed = 0;
  const std::string text = convert(sample, declared, malformed);
  const size_t high = count_high(sample);
  if (malformed * kMalformedIn > high) return true;
  if (declared.kind == EncodingKind::kVietnamese) return false;
  const auto letters = std::count_if(sample.begin(), sample.end(), [](char c) { return is_letter(static_cast<unsigned char>(c & 0x7F)) && !(c & 0x80); });
  return declared.name == "windows-1252" && high > static_cast<size_t>(letters) && detect_by_icu(sample, 50) != nullptr;
}

// What the bytes themselves say, which are not valid UTF-8.
Choice detect(std::string_view bytes, std::string_view sample) {
  constexpr int kLeastConfidence = 10;   // what ICU gives a multibyte encoding of which it saw few characters, all well-formed
  if (mostly_utf8(bytes)) return {find_encoding("utf-8"), EncodingFrom::kDetected};
  if (const Encoding* found = detect_vietnamese(sample)) return {found, EncodingFrom::kDetected};
  if (const Encoding* found = detect_by_icu(sample, kLeastConfidence)) return {found, EncodingFrom::kDetected};
  return {find_encoding("windows-1252"), EncodingFrom::kFallback};
}

// UTF-8 by chance: few characters, and an East Asian encoding declared in which they are well-formed too.
bool perhaps_east_asian(std::string_view bytes, const Encoding* declared) {
  constexpr size_t kMostByChance = 24;   // bytes beyond ASCII
  if (!declared || declared->kind != EncodingKind::kMultiByte) return false;
  size_t malformed = 0;
  if (bytes.find('\x1B') != std::string_view::npos) return declared->name == "iso-2022-jp";
  if (count_high(bytes) == 0 || count_high(bytes) > kMostByChance) return false;
  convert(bytes, *declared, malformed);
  return malformed == 0;
}

Choice choose_unmarked(std::string_view bytes, const Encoding* declared) {
  const bool zeros = bytes.find('\0') != std::string_view::npos;
  if (const Encoding* wide = zeros ? detect_wide(bytes) : nullptr) return {wide, wide == declared ? EncodingFrom::kDeclared : EncodingFrom::kDetected};
  if (valid_utf8(bytes)) {
    if (perhaps_east_asian(bytes, declared)) return {declared, EncodingFrom::kDeclared};
    const Encoding* utf8 = find_encoding("utf-8");
    const Encoding* escapes = bytes.find("\x1B$") != std::string_view::npos ? detect_by_icu(bytes.substr(0, kSample), 50) : nullptr;
    if (escapes && escapes->name == "iso-2022-jp") return {escapes, EncodingFrom::kDetected};
    return {utf8, declared == utf8 ? EncodingFrom::kDeclared : EncodingFrom::kValid, true};
  }
  const std::string sample = telling_stretches(bytes, kSample);
  if (declared && !plainly_wrong(*declared, declared->kind == EncodingKind::kUtf8 ? bytes : std::string_view(sample))) {
    const bool latin = declared->kind == EncodingKind::kSingleByte || declared->kind == EncodingKind::kVietnamese;
    const Encoding* vietnamese = latin ? detect_vietnamese(sample) : nullptr;
    if (vietnamese && vietnamese != declared) return {vietnamese, EncodingFrom::kDetected};
    return {declared, EncodingFrom::kDeclared};
  }
  return detect(bytes, sample);
}

// A mark of UTF-8 is as good as a declaration: programs put it before whatever they have. Those of the others do not happen by chance.
Choice choose(std::string_view bytes, const Encoding* marked, const Encoding* declared) {
  if (!marked) return choose_unmarked(bytes, declared);
  if (marked->kind == EncodingKind::kWide) return {marked, EncodingFrom::kMark};
  Choice choice = choose_unmarked(bytes, marked);
  if (choice.encoding == marked) choice.from = EncodingFrom::kMark;
  return choice;
}

// ---- what a reader should know

void note_declared(DecodedText& decoded, std::string_view label, const Encoding* declared) {
  if (label.empty()) return;
  const bool ascii = decoded.from == EncodingFrom::kValid && plain_ascii(decoded.text);
  if (!declared) decoded.notes.push_back("the declared encoding \"" + std::string(label.substr(0, 40)) + "\" is not known; read as " + decoded.encoding);
  else if (declared->name != decoded.encoding && !ascii)
    decoded.notes.push_back("declared as " + std::string(declared->name) + ", but the bytes are " + decoded.encoding + " and were read as such");
}

void note_rest(DecodedText& decoded) {
  if (decoded.from == EncodingFrom::kFallback) decoded.notes.push_back("the encoding could not be told; read as " + decoded.encoding);
  if (decoded.encoding == "tcvn3")
    decoded.notes.push_back("letters in a capital font of TCVN3 (.VnTimeH) cannot be told from small ones and came out small");
  if (decoded.malformed > 0)
    decoded.notes.push_back(std::to_string(decoded.malformed) + (decoded.malformed == 1 ? " malformed character was" : " malformed characters were") + " replaced by U+FFFD");
}

}  // namespace

bool mend_text(std::string& text, std::vector<std::string>& notes) {
  const int rounds = unfold_mojibake(text);
  if (rounds > 0) notes.push_back(std::string("UTF-8 that had been read as windows-1252 ") + (rounds > 1 ? "more than once " : "") + "was repaired");
  const Encoding* encoding = convert_font_letters(text);
  if (encoding) notes.push_back("letters in " + std::string(encoding->name) + " that had been read as windows-1252 were converted");
  return rounds > 0 || encoding;
}

DecodedText decode_text(std::string bytes, std::string_view label) {
  DecodedText decoded;
  const Encoding* declared = find_encoding(label);
  const Encoding* marked = take_mark(bytes);
  const Choice choice = choose(bytes, marked, declared);
  decoded.encoding = choice.encoding->name;
  decoded.from = choice.from;
  decoded.text = choice.whole ? std::move(bytes) : convert(bytes, *choice.encoding, decoded.malformed);
  note_declared(decoded, label, declared);
  decoded.repaired = choice.encoding->kind == EncodingKind::kUtf8 && mend_text(decoded.text, decoded.notes);
  note_rest(decoded);
  return decoded;
}

}  // namespace hearsay
