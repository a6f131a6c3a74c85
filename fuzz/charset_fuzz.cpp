// Fuzzes the charset room: any bytes under any label become valid UTF-8 of bounded size, the same each time.
// The first byte of an input chooses what is declared.
// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string>

#include "charset/charset.h"
#include "text/utf8.h"

namespace {
constexpr const char* kLabels[] = {"",       "utf-8",    "latin1",    "windows-1258", "tcvn3",  "vni",    "vps",        "viscii",
                                   "gb2312", "shift_jis", "iso-2022-jp", "euc-kr",       "utf-16", "utf-32", "windows-1251", "none"};
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const char* label = kLabels[data[0] % std::size(kLabels)];
  const hearsay::DecodedText decoded = hearsay::decode_text(bytes, label);
  if (!hearsay::valid_utf8(decoded.text) || decoded.text.size() > 3 * bytes.size() || decoded.encoding.empty()) std::abort();
  if (decoded.repaired && decoded.notes.empty()) std::abort();
  return 0;
}
