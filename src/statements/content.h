// Where the words of a statement stand, and how they are given.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "syntax/clauses.h"

namespace hearsay {

// Whether all, some or none of a stretch stands in quotation marks.
Mode mode_of(Span span, const std::vector<Quotation>& quotations);
// The quotation a byte stands in, its marks included; null if none.
const Quotation* quotation_at(const std::vector<Quotation>& quotations, uint32_t byte);

// Finds the contents of one sentence's statements. Cheap to make; refers to what it is made of.
//   Tested by tests/statements/content_test.cpp.
class ContentReader {
 public:
  // `form` is the name of the attribute that only verbs which are not finite have, `adjectives` that of a lexicon.
  ContentReader(const Clauses& clauses, const std::vector<Quotation>& quotations, StrId form, StrId adjectives)
      : clauses_(clauses), lattice_(clauses.lattice()), quotations_(quotations), form_(form), adjectives_(adjectives) {}

  // What is known of a statement before its content is: positions are tokens, `limit` is where another statement's words begin.
  struct Frame {
    uint16_t match_start = 0, match_end = 0, cue_end = 0, limit = 0;
    int32_t speaker = -1;
    std::optional<Span> cue;
    const Capture* captured = nullptr;   // as content
    int32_t object = -1;                 // the cue's, an edge
    bool hanging = false;                // whether the sentence opens with a clause that hangs on another
  };
  struct Content {
    Span span;
    Mode mode = Mode::kIndirect;
  };
  // `where` as in schema.h; nullopt if nothing is told there.
  std::optional<Content> find(std::string_view where, const Frame& frame) const;

  // The quotation that a match from this token begins behind, or with whose closing mark it begins, and which the sentence, or one before it, begins
  // with. A sentence's first token stands behind the question or call that ends right before it in its line ("Is that all?" X said). Null if none.
  const Quotation* quotation_behind(uint16_t match_start) const;
  bool is_mark(uint16_t at, std::string_view marks) const;

 private:
  std::optional<Content> after(const Frame& frame) const;
  std::optional<Content> before(const Frame& frame) const;
  std::optional<Content> before_and_after(const Frame& frame) const;
  std::optional<Content> stretch(uint16_t start, uint16_t end, const Frame& frame) const;
  const Quotation* closed_by(uint16_t mark) const;
  const Quotation* behind_colon(uint16_t within) const;
  uint16_t behind_dateline() const;
  Span trimmed_span(uint16_t start, uint16_t end) const;
  bool opened_within(uint16_t start, uint16_t end) const;
  bool verb_in(uint16_t start, uint16_t end) const;
  bool finite_verb_at(uint16_t at) const;
  bool noun_group_at(uint16_t at) const;
  bool only_marks_behind(uint32_t byte, uint16_t end) const;
  bool adjective_at(uint16_t at) const;

  const Clauses& clauses_;
  const Lattice& lattice_;
  const std::vector<Quotation>& quotations_;
  StrId form_, adjectives_;
};

}  // namespace hearsay
