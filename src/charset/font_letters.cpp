// Text typed in the fonts of TCVN3, VNI and the like has no encoding but that of its bytes; pages call it windows-1252, and what saves or serves them
// as UTF-8 keeps the wrong letters. Each is turned back into its byte, and the bytes are told apart as those of any text (detect.h).
// SPDX-License-Identifier: Apache-2.0
#include "charset/detect.h"
#include "charset/mending.h"
#include "charset/syllables.h"
#include "charset/vietnamese.h"
#include "text/utf8.h"

namespace hearsay {

int windows_byte(char32_t code) {
  if (code < 0x100) return static_cast<int>(code);
  for (int byte = 0x80; byte < 0xA0; ++byte)
    if (windows_1252(static_cast<unsigned char>(byte)) == code) return byte;
  return -1;
}

bool plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

namespace {

// The bytes of a stretch in windows-1252; empty where it has a character that has none there.
std::string windows_bytes(std::string_view stretch) {
  std::string bytes;
  for (size_t at = 0; at < stretch.size();) {
    const Decoded next = decode_utf8(stretch, at);
    const int byte = windows_byte(next.code);
    if (byte < 0) return "";
    bytes += static_cast<char>(byte);
    at += next.length;
  }
  return bytes;
}

// Whether most letters beyond ASCII are of the block in which windows-1252 has its own, and next to none is one of Vietnamese.
// The lead bytes tell: C2 and C3 are U+0080..U+00FF, E1 begins U+1EA0..U+1EF9.
bool western_letters(std::string_view text) {
  const auto count = [&](auto belongs) { return std::count_if(text.begin(), text.end(), [&](char c) { return belongs(static_cast<unsigned char>(c)); }); };
  const auto western = count([](unsigned char c) { return c == 0xC2 || c == 0xC3; });
  return western >= 3 && western >= 4 * count([](unsigned char c) { return c == 0xE1; }) && 2 * western >= count([](unsigned char c) { return c >= 0xC2; });
}

std::string sample_of(std::string_view text, size_t most) {
  std::string sample;
  each_stretch(text, [&](std::string_view stretch, std::string_view) {
    if (sample.size() >= most || plain_ascii(stretch)) return;
    sample.append(windows_bytes(stretch.substr(0, stretch.size() <= most ? stretch.size() : stretch.find(' ', most)))) += '\n';
  });
  return sample;
}

bool better(const Look& converted) { return converted.marked > 0 && converted.marked >= 3 * converted.marked_strange; }

}  // namespace

const Encoding* convert_font_letters(std::string& text) {
  if (!western_letters(text)) return nullptr;
  constexpr size_t kMost = 4096;
  const std::string sample = sample_of(text, kMost);
  const Encoding* encoding = detect_vietnamese(sample);
  if (!encoding) return nullptr;
  size_t none = 0;
  if (look_at(convert(sample, *find_encoding("windows-1252"), none)).marked_strange == 0) return nullptr;   // good as it is
  std::string out;
  out.reserve(text.size());
  each_stretch(text, [&](std::string_view stretch, std::string_view end) {
    std::string converted = plain_ascii(stretch) ? "" : convert(windows_bytes(stretch), *encoding, none);
    out.append(better(look_at(converted)) ? converted : stretch).append(end);
  });
  text = std::move(out);
  return encoding;
}

}  // namespace hearsay
