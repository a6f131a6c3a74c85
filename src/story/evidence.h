// The evidence for taking two clusters of tellings for one happening.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "story/cluster.h"

namespace hearsay {

// Why two clusters are one happening: the higher rank is the better reason, 0 is none.
struct Evidence {
  int rank = 0;
  std::string because;
};
// Within one document or family of copies.
Evidence within_family(const Cluster& a, const Cluster& b);
// Across reports: periods that agree closely.
Evidence across_reports(const Cluster& a, const Cluster& b);
// Across reports: periods that do not exclude each other, good only if nothing else can be meant.
Evidence only_candidate(const Cluster& a, const Cluster& b);

// Why two clusters are not one happening, in words; of those that nothing tells apart, what is missing to take them for one.
std::string refusal(const Cluster& a, const Cluster& b);

}  // namespace hearsay
