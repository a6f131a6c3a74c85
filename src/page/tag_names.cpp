// Elements by how the HTML standard's parser treats them (13.1.2 "elements", 13.2.4.2 "the stack of open elements").
// SPDX-License-Identifier: Apache-2.0
#include "page/tag_names.h"

#include <unordered_map>

namespace hearsay::page {

TagClass tag_class(std::string_view name) {
  using enum TagClass;
  static const std::unordered_map<std::string_view, TagClass> kClasses = {
      {"html", kOptionalEnd},  {"head", kOptionalEnd},  {"body", kOptionalEnd}, {"p", kOptionalEnd},     {"li", kOptionalEnd},    {"dt", kOptionalEnd},
      {"dd", kOptionalEnd},    {"tr", kOptionalEnd},    {"td", kOptionalEnd},   {"th", kOptionalEnd},    {"tbody", kOptionalEnd}, {"thead", kOptionalEnd},
      {"tfoot", kOptionalEnd}, {"rt", kInline},         {"rp", kInline},        {"span", kInline},       {"abbr", kInline},       {"time", kInline},
      {"cite", kInline},       {"q", kInline},          {"mark", kInline},      {"sub", kInline},        {"sup", kInline},        {"label", kInline},
      {"ins", kInline},        {"del", kInline},        {"bdi", kInline},       {"bdo", kInline},        {"data", kInline},       {"dfn", kInline},
      {"kbd", kInline},        {"samp", kInline},       {"var", kInline},       {"ruby", kInline},       {"acronym", kInline},    {"b", kFormatting},
      {"strong", kFormatting}, {"i", kFormatting},      {"em", kFormatting},    {"u", kFormatting},      {"big", kFormatting},    {"small", kFormatting},
      {"code", kFormatting},   {"font", kFormatting},   {"s", kFormatting},     {"strike", kFormatting}, {"tt", kFormatting},     {"a", kAnchor},
      {"br", kVoid},           {"hr", kVoid},           {"img", kVoid},         {"meta", kVoid},         {"link", kVoid},         {"title", kTitle},
      {"script", kRaw},        {"style", kRaw},         {"iframe", kRaw},       {"noembed", kRaw},       {"noframes", kRaw},      {"xmp", kRaw},
      {"noscript", kRaw},      {"textarea", kRaw},      {"svg", kNested},       {"math", kNested},       {"template", kNested},   {"select", kNested},
      {"datalist", kNested},   {"object", kNested},     {"video", kNested},     {"audio", kNested},      {"canvas", kNested},     {"area", kIgnored},
      {"base", kIgnored},      {"col", kIgnored},       {"colgroup", kIgnored}, {"embed", kIgnored},     {"input", kIgnored},     {"param", kIgnored},
      {"source", kIgnored},    {"track", kIgnored},     {"wbr", kIgnored},      {"keygen", kIgnored},    {"frame", kIgnored},     {"frameset", kIgnored},
      {"plaintext", kIgnored}, {"isindex", kIgnored},   {"image", kIgnored},    {"option", kIgnored},    {"optgroup", kIgnored},  {"nobr", kIgnored},
      {"bgsound", kIgnored},   {"listing", kIgnored}};
  const auto found = kClasses.find(name);
  return found == kClasses.end() ? kBlock : found->second;
}

}  // namespace hearsay::page
