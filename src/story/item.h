// Indexes in records are int, with -1 for none; containers count with size_t.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace hearsay {

template <class Items>
auto& item(Items& items, int i) {
  return items[static_cast<std::size_t>(i)];
}

}  // namespace hearsay
