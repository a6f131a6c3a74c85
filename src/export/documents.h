// The formats that have one file, or several, for each document: what `formats` lists by name.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "export/formats.h"

namespace hearsay {

// brat standoff: the text as it is, the annotations of it, and what is known of the report besides.
std::vector<ExportedFile> brat_files(const Analysis& analysis);
// What brat needs to let a folder of these be edited: the types, roles and attributes, with the packs' kinds of events, and how they are drawn.
std::vector<ExportedFile> brat_folder(const Engine& engine);

// A page of W3C Web Annotations.
std::vector<ExportedFile> web_annotations(const Analysis& analysis);

// The text with its TIMEX3 elements.
std::vector<ExportedFile> timeml(const Analysis& analysis);

}  // namespace hearsay
