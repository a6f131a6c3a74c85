// The formats that have one file, or several, for each document: what `formats` lists by name.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "export/formats.h"

namespace hearsay {

// brat standoff: the text as it is, and the annotations of it.
std::vector<ExportedFile> brat_files(const Analysis& analysis);

// A page of W3C Web Annotations.
std::vector<ExportedFile> web_annotations(const Analysis& analysis);

// The text with its TIMEX3 elements.
std::vector<ExportedFile> timeml(const Analysis& analysis);

}  // namespace hearsay
