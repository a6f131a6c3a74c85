// What one record has otherwise than another, field by field: a record as it is kept, beside what it would be if it were written again.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

struct Discrepancy {
  std::string place;                     // "events[2].source.code"
  std::string found, expected;           // as JSON; of lists of other lengths how many items they have
};

// No more than `most`. Fields that only one of them has say nothing: other programs write fewer fields, and more.
std::vector<Discrepancy> discrepancies(std::string_view found, std::string_view expected, size_t most);

// The field "text" of a record of which no more need be sound than that it is JSON; empty if it has none.
std::string text_of_record(std::string_view json);

}  // namespace hearsay
