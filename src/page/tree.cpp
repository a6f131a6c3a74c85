// Gumbo's tree, laid out in a row. Its memory comes from an arena: a page is parsed, read and forgotten.
// SPDX-License-Identifier: Apache-2.0
#include "page/tree.h"

#include <cstddef>

namespace hearsay::page {

void* Tree::Arena::take(size_t size) {
  constexpr size_t kChunk = 256 << 10, kAlign = alignof(std::max_align_t);
  size = (size + kAlign - 1) / kAlign * kAlign;
  if (size > left_) {
    const size_t chunk = size > kChunk / 4 ? size : kChunk;
    chunks_.emplace_back(new char[chunk]);
    if (chunk == size) return chunks_.back().get();
    next_ = chunks_.back().get();
    left_ = chunk;
  }
  char* taken = next_;
  next_ += size;
  left_ -= size;
  return taken;
}

Tree::Tree(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = [](void* arena, size_t size) { return static_cast<Arena*>(arena)->take(size); };
  options.deallocator = [](void*, void*) {};
  options.userdata = &arena_;
  options.max_errors = 0;
  const GumboOutput* output = gumbo_parse_with_options(&options, html.data(), html.size());
  struct Step {
    const GumboVector* children;
    unsigned next;
    uint32_t node;
  };
  std::vector<Step> steps;
  const auto enter = [&](const GumboNode* node, uint32_t parent) {
    const auto index = static_cast<uint32_t>(nodes_.size());
    const bool element = node->type == GUMBO_NODE_ELEMENT;
    nodes_.push_back({element ? &node->v.element : nullptr, element ? std::string_view() : node->v.text.text, element ? node->v.element.tag : GUMBO_TAG_LAST, parent, index + 1});
    if (element) steps.push_back({&node->v.element.children, 0, index});
  };
  enter(output->root, 0);
  while (!steps.empty()) {
    Step& step = steps.back();
    if (step.next == step.children->length) {
      nodes_[step.node].end = static_cast<uint32_t>(nodes_.size());
      steps.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(step.children->data[step.next++]);
    if (child->type != GUMBO_NODE_COMMENT && child->type != GUMBO_NODE_TEMPLATE) enter(child, step.node);
  }
}

std::string_view Tree::attribute(size_t node, const char* name) const {
  const GumboAttribute* found = nodes_[node].element ? gumbo_get_attribute(&nodes_[node].element->attributes, name) : nullptr;
  return found ? found->value : std::string_view();
}

bool Tree::has(size_t node, const char* name) const { return nodes_[node].element && gumbo_get_attribute(&nodes_[node].element->attributes, name); }

std::string Tree::text_of(size_t node) const {
  std::string text;
  for (size_t i = node; i < nodes_[node].end && text.size() < kLongestLabel; ++i) text.append(nodes_[i].text.substr(0, kLongestLabel));
  return text;
}

bool is_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A: case GUMBO_TAG_EM: case GUMBO_TAG_STRONG: case GUMBO_TAG_SMALL: case GUMBO_TAG_S: case GUMBO_TAG_CITE: case GUMBO_TAG_Q:
    case GUMBO_TAG_DFN: case GUMBO_TAG_ABBR: case GUMBO_TAG_DATA: case GUMBO_TAG_TIME: case GUMBO_TAG_CODE: case GUMBO_TAG_VAR: case GUMBO_TAG_SAMP:
    case GUMBO_TAG_KBD: case GUMBO_TAG_SUB: case GUMBO_TAG_SUP: case GUMBO_TAG_I: case GUMBO_TAG_B: case GUMBO_TAG_U: case GUMBO_TAG_MARK:
    case GUMBO_TAG_RUBY: case GUMBO_TAG_RT: case GUMBO_TAG_RP: case GUMBO_TAG_BDI: case GUMBO_TAG_BDO: case GUMBO_TAG_SPAN: case GUMBO_TAG_BR:
    case GUMBO_TAG_INS: case GUMBO_TAG_DEL: case GUMBO_TAG_IMG: case GUMBO_TAG_LABEL: case GUMBO_TAG_BUTTON: case GUMBO_TAG_FONT: case GUMBO_TAG_BIG:
    case GUMBO_TAG_STRIKE: case GUMBO_TAG_TT: case GUMBO_TAG_ACRONYM: case GUMBO_TAG_LINK: case GUMBO_TAG_META: case GUMBO_TAG_LAST: return false;
    default: return true;
  }
}

}  // namespace hearsay::page
