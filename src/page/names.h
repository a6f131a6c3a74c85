// What an element's class, id, role and name say it is for, by the conventions of those who make pages.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "page/tree.h"

namespace hearsay::page {

// A set of these bits.
using Purpose = uint16_t;
inline constexpr Purpose kFurniture = 1;        // menus, related links, sharing, notices: whatever stands in it
inline constexpr Purpose kMaybeFurniture = 2;   // boxes and widgets: if what stands in them are links
inline constexpr Purpose kComments = 4;         // readers' comments
inline constexpr Purpose kBodyName = 8;         // holds the article's text
inline constexpr Purpose kLeadName = 16;
inline constexpr Purpose kCaptionName = 32;
inline constexpr Purpose kCreditName = 64;
inline constexpr Purpose kBylineName = 128;
inline constexpr Purpose kDateName = 256;
inline constexpr Purpose kHeadlineName = 512;
inline constexpr Purpose kHiddenName = 1024;    // for screen readers only
inline constexpr Purpose kSourceName = 2048;    // where a text comes from

Purpose purpose_of(const Tree& tree, size_t node);

}  // namespace hearsay::page
