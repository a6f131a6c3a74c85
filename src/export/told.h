// A happening with the documents that tell it: what every format asks of the two.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>

#include "hearsay/hearsay.h"

namespace hearsay {

using DocumentsById = std::map<std::string, Analysis>;

struct ToldHappening {
  const Happening& happening;
  const DocumentsById& documents;        // with all that tell it and in which its origins speak, as far as the store has them
  const OriginGraph* ways = nullptr;     // for formats that ask for them
  std::optional<Coordinates> point = {}; // of `place_of` its tellings, if it is known
};

// The documents that tell a happening, or in which its origins speak: ids.
std::set<std::string> speaking_of(const Happening& happening);

// An event in its document.
struct Telling {
  const HappeningMention& mention;
  const Analysis& analysis;
  const Event& event;

  const Document& document() const { return analysis.document; }
};
// The first telling first; without those whose document is gone.
std::vector<Telling> tellings_of(const ToldHappening& told);

// The words of a span as they stand; empty if it is none.
std::string_view words_at(const Analysis& analysis, Span span);
// The actor at a place of `Analysis::actors`; null for none.
const Actor* actor_at(const Analysis& analysis, int index);
// An outlet's name, else its id; empty if it is not known.
std::string outlet_of(const Document& document);
// "e1", "s1": as the records number what they hold.
std::string numbered(char letter, int index);
// The innermost statement's sentence around an event, or the event itself.
Span sentence_of(const Analysis& analysis, const Event& event);

// Texts in the order in which they come, each once; empty ones are left out.
std::string joined_once(const std::vector<std::string>& texts, std::string_view between = "; ");

// The earliest and the latest day on which a document that tells it was published; nullopt if none has a date.
struct Published {
  std::optional<Day> first, last;
};
Published published(const std::vector<Telling>& tellings);
// Where it happened, if all tellings that give a place give the same one; null else.
const Actor* place_of(const std::vector<Telling>& tellings);

int voices(const Happening& happening);
std::vector<std::string> names_of_origins(const std::vector<Origin>& origins);

}  // namespace hearsay
