// A page's elements and texts in one row, in the page's order, so that every question about them is a loop.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay::page {

struct Node {
  const GumboElement* element = nullptr;   // null for a text
  std::string_view text;                   // character references resolved, white space as written
  GumboTag tag = GUMBO_TAG_LAST;           // GUMBO_TAG_LAST for a text
  uint32_t parent = 0;                     // its own index for the root
  uint32_t end = 0;                        // one behind the last node within it
};

inline constexpr size_t kLongestLabel = 2000;   // bytes

// Parses what `tame` made; the nodes live as long as the tree and `html`.
class Tree {
 public:
  explicit Tree(std::string_view html);
  const std::vector<Node>& nodes() const { return nodes_; }
  const Node& operator[](size_t index) const { return nodes_[index]; }
  size_t size() const { return nodes_.size(); }
  bool within(size_t node, size_t holder) const { return node >= holder && node < nodes_[holder].end; }
  // Empty if absent.
  std::string_view attribute(size_t node, const char* name) const;
  bool has(size_t node, const char* name) const;
  // The text within, not folded, as far as a title or name may go.
  std::string text_of(size_t node) const;

 private:
  // Hands out memory and frees all of it at once.
  class Arena {
   public:
    void* take(size_t size);

   private:
    std::vector<std::unique_ptr<char[]>> chunks_;
    size_t left_ = 0;
    char* next_ = nullptr;
  };
  Arena arena_;
  std::vector<Node> nodes_;
};

// Whether an element stands in lines of its own; so do unknown ones.
bool is_block(GumboTag tag);

}  // namespace hearsay::page
