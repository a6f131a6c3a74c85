// Bytes into a Document: decoding, line ends, identity, date and language.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "hearsay/hearsay.h"

namespace hearsay {

// Decodes the bytes and fills what needs no pack: text, sha256, id, published, title, url, lang (declared or identified).
// Binary input and empty input are Errors; malformed UTF-8 is replaced and noted.
Result<Document> decode_document(std::string bytes, const Metadata& metadata, std::vector<std::string>& notes);

// Gives a document its path, and the id that hangs on that and on its bytes.
void name_document(Document& document, std::string path);

// An ISO date or date-time as its day; nullopt if there is no such day.
std::optional<Day> published_day(std::string_view iso);
std::string sha256_hex(std::string_view bytes);
// ISO 639-1 code by CLD2, "und" if it cannot tell.
std::string identify_language(std::string_view text);
// The same of a short text as a whole, "und" where there is any doubt.
std::string certain_language(std::string_view text);

}  // namespace hearsay
