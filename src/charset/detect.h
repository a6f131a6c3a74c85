// Which encoding bytes are in that say nothing of it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "charset/encodings.h"

namespace hearsay {

// Stretches of bytes with letters beyond ASCII, between tags and lines, a line each: what encodings are told by.
//   most   bytes at which it stops
std::string telling_stretches(std::string_view bytes, size_t most);

// The Vietnamese legacy encoding in which a sample becomes Vietnamese for certain; null if there is none.
const Encoding* detect_vietnamese(std::string_view sample);

// What ICU's detection takes bytes for, of what find_encoding knows and without Unicode; null where it is not confident.
//   least   its confidence, 0..100
const Encoding* detect_by_icu(std::string_view sample, int least);

// UTF-16 without a mark, told by the zeros of its ASCII characters; null if it is none.
const Encoding* detect_wide(std::string_view bytes);

// Whether bytes are UTF-8 in which only few characters are broken, or the last is cut off.
bool mostly_utf8(std::string_view bytes);

}  // namespace hearsay
