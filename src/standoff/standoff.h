// brat standoff: what the lines of an .ann say of a text. Source: the format's description, https://brat.nlplab.org/standoff.html.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hearsay/hearsay.h"

namespace hearsay {

// A line that begins with an id.
struct StandoffLine {
  std::string id;                        // "T12"
  int line = 0;                          // from 1
};

// T: words that are marked. A mark of several stretches, which lines break or words part, goes from the first to the last.
struct TextBound : StandoffLine {
  std::string type;
  uint32_t start = 0, end = 0;           // half-open, in code points
  std::string words;                     // a space between stretches
};

// "Via2:T5": the second of the role Via.
struct StandoffRole {
  std::string name;
  int number = 1;
  std::string of;                        // a T or an E
};

// E
struct StandoffEvent : StandoffLine {
  std::string type, trigger;             // a T of the same type
  std::vector<StandoffRole> roles;
};

// A, and M of older files, which have no values.
struct StandoffAttribute : StandoffLine {
  std::string name, of, value;
};

// #, of what an annotator wrote.
struct StandoffNote : StandoffLine {
  std::string of, words;
};

struct Standoff {
  std::vector<TextBound> bounds;
  std::vector<StandoffEvent> events;
  std::vector<StandoffAttribute> attributes;       // of marks and events
  std::vector<StandoffNote> notes;
};

// Reads an .ann. Lines of relations, references and equivalences (R, N, *) and of kinds that are not known are passed over, and so are notes and attributes on them.
//   returns  an Error "PATH:LINE: what is wrong" for a line that is broken, or that names what is not there
// Cost: linear but for a logarithm. Fuzzed by fuzz/standoff_fuzz.cpp.
Result<Standoff> read_standoff(const std::string& path, std::string_view bytes);

}  // namespace hearsay
