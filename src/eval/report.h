// A report as it was read, in the shape in which a gold file is compared with it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "engine/engine.h"
#include "eval/gold.h"
#include "eval/search.h"

namespace hearsay {

class Report {
 public:
  Report(const Pack& pack, std::unique_ptr<Reading> reading);
  const Pack& pack() const { return pack_; }
  const Reading& reading() const { return *reading_; }
  const Analysis& analysis() const { return reading_->analysis; }
  const SearchText& text() const { return text_; }

  Range range(Span bytes) const { return {static_cast<int>(points_.at(bytes.start)), static_cast<int>(points_.at(bytes.end))}; }
  Span span(Range range) const { return {points_.byte_of(static_cast<uint32_t>(range.start)), points_.byte_of(static_cast<uint32_t>(range.end))}; }
  std::string words(Span bytes) const;
  int length() const { return length_; } // in code points
  int line(uint32_t byte) const;         // from 1
  // The sentence that holds a place, -1 if none does.
  int sentence_at(uint32_t byte) const;

  // Whether a voice is one of the wanted names: by its name and those of its actor; by its own words too where it has no actor, is unnamed,
  // or `as_written`.
  bool is_named(const Voice& voice, const std::vector<std::string>& wanted, bool as_written) const;
  bool is_named(const Voice& voice, const std::vector<GoldName>& wanted, bool as_written) const;
  // Whether a party is the wanted one: by country, by the first three letters of its code, or by name.
  bool is_party(const Party& party, const GoldName& wanted) const;
  // Whether a name only describes a source that is not named: it opens with a number, with a determiner that picks nobody out, or with a word
  // of the language's `sources`.
  bool describes_unnamed(std::string_view name) const;

 private:
  std::vector<std::string> names_of(const Actor& actor) const;
  // Whether these words, or a mention of the actor, are for the most part those at the place that a name has, if it has one.
  bool stands_at(int actor, Span words, const GoldName& name) const;

  const Pack& pack_;
  std::unique_ptr<Reading> reading_;
  SearchText text_;
  CodePoints points_;
  int length_;
};

}  // namespace hearsay
