// The formats that have one row, line or object for each happening: what `formats` lists by name.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "export/formats.h"

namespace hearsay {

// A table of our own names, one row each.
std::string csv_heading(const ExportSettings& settings);
std::string csv_row(const ToldHappening& told, const ExportSettings& settings, ExportTally& tally);

// The record hearsay-chronicle/1 with one more field, `evidence`: the words of each telling, and who says them.
std::string json_line(const ToldHappening& told, const ExportSettings& settings, ExportTally& tally);

// GDELT 2.0, its tables of events and of their mentions; own columns behind those of the data set.
std::string gdelt_event(const ToldHappening& told, const ExportSettings& settings, ExportTally& tally);
std::string gdelt_mentions(const ToldHappening& told, const ExportSettings& settings, ExportTally& tally);

// POLECAT's table, and PLOVER's objects, one a line.
std::string polecat_heading(const ExportSettings& settings);
std::string polecat_row(const ToldHappening& told, const ExportSettings& settings, ExportTally& tally);
std::string plover_line(const ToldHappening& told, const ExportSettings& settings, ExportTally& tally);

std::string phoenix_row(const ToldHappening& told, const ExportSettings& settings, ExportTally& tally);

// GeoJSON, one collection; asks for ToldHappening::point.
std::string geojson_head(const ExportSettings& settings);
std::string geojson_feature(const ToldHappening& told, const ExportSettings& settings, ExportTally& tally);
std::string geojson_tail(const ExportTally& tally);

// PROV-O as JSON-LD, one graph of all; asks for ToldHappening::ways.
std::string prov_head(const ExportSettings& settings);
std::string prov_of(const ToldHappening& told, const ExportSettings& settings, ExportTally& tally);
std::string prov_tail(const ExportTally& tally);

}  // namespace hearsay
