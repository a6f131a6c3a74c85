// What the library knows as values, in words for people.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/session.h"

namespace hearsay::browse {

std::string status_words(EventStatus status, const Words& words);
std::string standing_words(Standing standing, const Words& words);
std::string act_words(Act act, const Words& words);
std::string actor_kind_words(ActorKind kind, const Words& words);
std::string origin_kind_words(OriginKind kind, const Words& words);
std::string overlap_kind_words(OverlapKind kind, const Words& words);
std::string copied_by_words(CopiedBy by, const Words& words);
Paint paint_of(Standing standing);

// The standing's reason. The library gives it in English; in other languages it is made from the origins.
std::string reason_words(const Engine& engine, const Happening& happening, const Words& words);

// "Donald Trump (USAGOV)"; an unknown party is "someone".
std::string party_words(const Engine& engine, const std::optional<HappeningParty>& party, const Session& session);
// "Donald Trump (USAGOV) -> sent a letter to -> Kim Jong-un (PRKGOV)".
std::string headline(const Engine& engine, const Happening& happening, const Session& session);
// "4 documents, 3 outlets, 2 origins, 5 voices".
std::string counts_words(const Happening& happening, const Words& words);

// An actor's name in the language of the interface; `name` if no pack holds the id.
std::string name_words(const Engine& engine, const std::string& id, const std::string& name, const Words& words);
// An outlet's name, else the file's.
std::string teller(const Document& document);
// The outlet and the day of a document.
std::string outlet_and_day(const Document& document, const Words& words);
// An origin's name, kind and voices.
std::string origin_words(const Engine& engine, const Origin& origin, const Words& words);
// Who speaks here, in words; unnamed sources are said to be so.
std::string voice_words(const Engine& engine, const Voice& voice, const Analysis& analysis, const Words& words);
// From whom the words came, and through whom they passed, up to the outlet that printed them.
std::vector<std::string> chain_of(const Engine& engine, const Analysis& analysis, int statement, const Words& words);
// A chain, or anything that goes from one to the other, with arrows.
std::string with_arrows(const std::vector<std::string>& parts);

// The words of a span, on one line.
std::string words_of(const Analysis& analysis, Span span);
// The span's sentence, widened to the whole span if that goes beyond it.
Span sentence_around(const Analysis& analysis, Span span, int sentence);
// Words of a document in quotation marks, those of a span within them (unless it is all of them) marked.
std::string quotation(const Analysis& analysis, Span around, Span marked, const Session& session);
// How a long text begins, up to a word's end.
std::string beginning(const std::string& words);
// "s3", "e2": which of so many of that letter it is, from 0; nullopt if it is none.
std::optional<size_t> item_number(std::string_view item, char letter, size_t many);
// From 1.
int line_of(const std::string& text, uint32_t byte);

inline constexpr size_t kLeastIdLength = 7;
// The number of characters of an id that tell it from all others of the same kind.
size_t short_id_length(std::vector<std::string> ids);

}  // namespace hearsay::browse
