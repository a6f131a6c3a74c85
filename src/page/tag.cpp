// Attributes by the rules of the HTML standard, 13.2.5.32 to 13.2.5.39.
// SPDX-License-Identifier: Apache-2.0
#include "page/tag.h"

#include <algorithm>

#include "base/ascii.h"

namespace hearsay::page {

bool AttributeReader::next(Attribute& found) {
  const size_t end = bytes_.size();
  while (at_ < end && (is_white(bytes_[at_]) || bytes_[at_] == '/')) ++at_;
  if (at_ >= end || bytes_[at_] == '>') return false;
  size_t start = at_++;   // a first = belongs to the name
  while (at_ < end && !is_white(bytes_[at_]) && bytes_[at_] != '/' && bytes_[at_] != '>' && bytes_[at_] != '=') ++at_;
  found = {bytes_.substr(start, at_ - start), {}, 0};
  size_t after = at_;
  while (after < end && is_white(bytes_[after])) ++after;
  if (after >= end || bytes_[after] != '=') return true;
  at_ = after + 1;
  while (at_ < end && is_white(bytes_[at_])) ++at_;
  if (at_ >= end || bytes_[at_] == '>') return true;
  if (bytes_[at_] == '"' || bytes_[at_] == '\'') {
    found.quote = bytes_[at_];
    start = at_ + 1;
    const size_t close = bytes_.find(found.quote, start);
    unclosed_ = close == std::string_view::npos;
    at_ = unclosed_ ? end : close + 1;
    found.value = bytes_.substr(start, (unclosed_ ? end : close) - start);
    return true;
  }
  start = at_;
  while (at_ < end && !is_white(bytes_[at_]) && bytes_[at_] != '>') ++at_;
  found.value = bytes_.substr(start, at_ - start);
  return true;
}

}  // namespace hearsay::page
