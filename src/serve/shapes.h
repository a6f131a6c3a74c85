// The shapes that the API's answers are made of; schemas.cpp says the same to programs, and the tests hold the two together.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/json.h"
#include "export/told.h"
#include "serve/routes.h"

namespace hearsay::serve {

using browse::Json;
using Documents = browse::Documents;

// An object of its own each, within a list or under the name just written.
void put_head(Json& json, const Call& call, const Happening& happening, DayNumber as_of = kNoDay);
void put_head(Json& json, const char* name, const Call& call, const Happening& happening);
void put_brief(Json& json, const Document& document);
void put_brief(Json& json, const char* name, const Document& document);

// What a document's text says at some place; the words meant within a sentence.
struct Quoted {
  const Analysis& analysis;
  std::optional<std::string> item;       // "s3", "e2"
  Span sentence, words;
};
// Into an object that is open already.
void put_quote(Json& json, const Quoted& quoted);

// A list of sides: each independent origin with its words.
void put_sides(Json& json, const char* name, const Call& call, const Happening& happening, const std::vector<Origin>& origins, const Documents& documents);

// "story": its id and title; null for none.
void put_story(Json& json, const Call& call, const std::string& id);
void put_day(Json& json, const char* name, const std::optional<Day>& day);
void put_party(Json& json, const char* name, const Call& call, const std::optional<HappeningParty>& party);

// A page of a list, as `offset` and `limit` of a call ask for it.
struct Slice {
  int64_t first = 0, last = 0, total = 0;
};
Slice slice_of(const Given& given, int64_t total);
// "total" and, if there is more, "next_offset".
void put_slice(Json& json, const Slice& slice);

// The name of an actor, or of a country by its code, in the language of the call.
std::string name_of(const Call& call, const std::string& id, const std::string& name);

}  // namespace hearsay::serve
