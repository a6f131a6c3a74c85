// Text on a terminal: how many columns it takes, where it breaks, and what must not reach a terminal at all.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay::browse {

// Columns that a text takes: combining marks take none, East Asian wide characters and most emoji two, and
// the escape sequences of colour none.
int display_width(std::string_view text);

// Words of a report as one line of harmless text: white space becomes single spaces, control characters (which could
// drive the terminal) and marks that reorder text go.
std::string one_line(std::string_view text);

// Breaks a text at spaces into lines of at most `width` columns; a word that is wider is broken where it must be.
// A colour that is on at a break is switched off and on again, so that margins stay plain. Line feeds are kept.
std::vector<std::string> wrap(std::string_view text, int width);

// The same as one text: the first line as it is, the others behind `indent` spaces. `used` columns of the
// first line are taken already.
std::string wrap_indented(std::string_view text, int width, int indent);

// Fills up with spaces to a width.
std::string padded(std::string_view text, int width);
// Cuts to a width, with an ellipsis if anything was cut.
std::string shortened(std::string_view text, int width);

// Each malformed byte becomes U+FFFD.
std::string well_formed(std::string_view text);

}  // namespace hearsay::browse
