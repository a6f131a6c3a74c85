// SPDX-License-Identifier: Apache-2.0
#include "base/image.h"

#include <algorithm>

namespace hearsay {

namespace {
size_t aligned(size_t bytes) { return (bytes + 15) & ~size_t{15}; }
}  // namespace

std::string ImageWriter::finish() const {
  ImageHeader header;
  header.sections = static_cast<uint32_t>(sections_.size());
  size_t offset = aligned(sizeof header + sections_.size() * sizeof(ImageSection));
  std::vector<ImageSection> table;
  for (const auto& [name, bytes] : sections_) {
    ImageSection& section = table.emplace_back();
    std::memcpy(section.name, name.data(), std::min(name.size(), sizeof section.name - 1));
    section.offset = offset;
    section.bytes = bytes.size();
    offset += aligned(bytes.size());
  }
  std::string image(offset, '\0');
  std::memcpy(image.data(), &header, sizeof header);
  std::memcpy(image.data() + sizeof header, table.data(), table.size() * sizeof(ImageSection));
  size_t index = 0;
  for (const auto& [name, bytes] : sections_) std::memcpy(image.data() + table[index++].offset, bytes.data(), bytes.size());
  return image;
}

ImageView::ImageView(std::string_view bytes) {
  ImageHeader header;
  if (bytes.size() < sizeof header) return;
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != ImageHeader::kMagic || header.version != ImageHeader::kVersion) return;
  if (bytes.size() < sizeof header + header.sections * sizeof(ImageSection)) return;
  std::span<const ImageSection> sections{reinterpret_cast<const ImageSection*>(bytes.data() + sizeof header), header.sections};
  for (const ImageSection& section : sections)
    if (section.offset > bytes.size() || section.bytes > bytes.size() - section.offset) return;
  bytes_ = bytes;
  sections_ = sections;
}

std::string_view ImageView::find(std::string_view name) const {
  auto at = std::lower_bound(sections_.begin(), sections_.end(), name,
                             [](const ImageSection& section, std::string_view key) { return std::string_view(section.name) < key; });
  if (at == sections_.end() || std::string_view(at->name) != name) return {};
  return bytes_.substr(at->offset, at->bytes);
}

}  // namespace hearsay
