// Bytes of any encoding as UTF-8, with how the encoding was told, and text mended that was once read in the wrong one.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// By what the encoding of some bytes was told.
enum class EncodingFrom {
  kMark,       // a byte order mark
  kDeclared,   // what was said of them, and the bytes do not speak against it
  kValid,      // they are valid UTF-8 (plain ASCII among it)
  kDetected,   // the letters they make
  kFallback,   // nothing: windows-1252 is taken, as browsers do
};

// Text as UTF-8, and how its encoding was told.
struct DecodedText {
  std::string text;       // valid UTF-8, without a byte order mark; of valid UTF-8 every character as it was, unless `repaired`
  std::string encoding;   // WHATWG's name in lower case ("utf-8", "windows-1258", "gb18030"), or "viscii", "tcvn3", "vni", "vps", "utf-32le", "utf-32be"
  EncodingFrom from = EncodingFrom::kFallback;
  size_t malformed = 0;   // characters of `text` that are U+FFFD because their bytes mean nothing
  bool repaired = false;  // mend_text changed it
  std::vector<std::string> notes;   // a line for each thing that a reader of the text should know
};

// Decodes bytes. What was declared is believed unless the bytes plainly speak against it.
//   declared  a label as a header or a page gives it ("latin1" is windows-1252), empty if there is none
// Cost: linear; valid UTF-8 is validated and looked over once. Sources: WHATWG Encoding Standard (labels, fallback), ICU (tables, and
// detection of what is not Vietnamese). Measured by detection_test.cpp.
DecodedText decode_text(std::string bytes, std::string_view declared);

// Mends valid UTF-8 that was decoded wrongly before it came here: UTF-8 read as windows-1252, once or twice, and letters of the old
// Vietnamese fonts left as windows-1252. For text from where bytes are no longer seen (entities of a page, strings of JSON);
// decode_text does it to its own. Only what is certain is changed, by stretches between line breaks and tags.
//   returns  whether `text` was changed; then `notes` has a line more
bool mend_text(std::string& text, std::vector<std::string>& notes);

}  // namespace hearsay
