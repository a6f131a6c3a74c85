// What is kept of a report between two runs, as bytes: what merging asks of its events, by what it is found, what it shares.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "story/gist.h"
#include "story/overlaps.h"
#include "story/stories.h"
#include "story/told.h"

namespace hearsay {

std::string pack(const std::vector<uint64_t>& prints);
std::vector<uint64_t> unpack_prints(std::string_view bytes);

std::string pack(const std::vector<uint16_t>& sketch);
std::vector<uint16_t> unpack_sketch(std::string_view bytes);

std::string pack(const Gist& gist);
Gist unpack_gist(std::string_view bytes);

std::string pack(const StoryReport& report);
StoryReport unpack_brief(std::string_view bytes);

// Without the numbers of the documents.
std::string pack(const Shared& pair);
Shared unpack_pair(std::string_view bytes);

// Without document, event and family. `what` is unpacked as far as merging asks for it; both refer to `bytes`.
std::string pack(const Told& told);
void unpack_told(std::string_view bytes, Told& told, Event& what);

}  // namespace hearsay
