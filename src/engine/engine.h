// The wiring of the rooms: one report through all layers.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "hearsay/hearsay.h"
#include "match/sentence.h"
#include "pack/pack.h"
#include "statements/statements.h"

namespace hearsay {

struct Engine::Impl {
  std::string image;             // owned, where the pack is not the embedded one
  std::string_view bytes;        // the image, owned or embedded
  // Worked out when it is first asked for: the sources are megabytes, and few ask.
  mutable std::once_flag identified;
  mutable std::string packs_id;
  Pack pack;
};

// All that reading one report left behind: the analysis, and the lattices it was read from (for derivations).
struct Reading {
  Analysis analysis;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Clauses> clauses;
};
Result<std::unique_ptr<Reading>> read_report(const Pack& pack, std::string bytes, const Metadata& metadata);
// The matcher by which this thread reads with a pack. What is known of a lattice's edges is noted for it, so no other may look at the lattices
// of the thread's readings.
Matcher& matcher_of_thread(const Pack& pack);

// What packs are known by: 16 hexadecimal digits from the sources that an image was compiled from.
std::string packs_id_of(std::string_view image);

// The sources of the packs that are embedded in the program.
std::vector<SourceFile> embedded_sources();

// Marks lines that are titles, captions, credits, datelines, boilerplate and in another language, and numbers the body's paragraphs. Sentences in another
// language are taken out.
void mark_zones(Document& document, std::vector<Sentence>& sentences, const Strings& strings);

// Dates a report of which nothing else says the day by its dateline or a line that is a date; the sentences have their zones.
void date_report(const Pack& pack, const LanguagePack& language, Reading& reading, Matcher& matcher);

// A figure's number in words: "12", "about 100", "at least 12", "10 to 15".
std::string bounds_of(const Figure& figure);

// One tree per time, mention, statement, event and figure, in order of the text.
std::vector<Derivation> derive(const Reading& reading, const Pack& pack);

}  // namespace hearsay
