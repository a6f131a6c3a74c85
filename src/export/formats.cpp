// SPDX-License-Identifier: Apache-2.0
#include "export/formats.h"

#include "export/documents.h"
#include "export/happenings.h"

namespace hearsay {
namespace {

std::string nothing(const ExportSettings&) { return {}; }
std::string nothing(const ExportTally&) { return {}; }

constexpr std::string_view kCsv = "text/csv; charset=utf-8", kTabs = "text/tab-separated-values; charset=utf-8", kLines = "application/x-ndjson", kLinked = "application/ld+json";

constexpr HappeningFormat kHappeningFormats[] = {
    {"csv", ".csv", kCsv, csv_heading, csv_row, nothing},
    {"jsonl", ".jsonl", kLines, nothing, json_line, nothing},
    {.name = "plover", .ending = ".jsonl", .type = kLines, .head = nothing, .one = plover_line, .tail = nothing, .event_data = true},
    {.name = "polecat", .ending = ".tsv", .type = kTabs, .head = polecat_heading, .one = polecat_row, .tail = nothing, .event_data = true},
    {.name = "gdelt", .ending = ".tsv", .type = kTabs, .head = nothing, .one = gdelt_event, .tail = nothing, .event_data = true},
    {.name = "gdelt-mentions", .ending = ".tsv", .type = kTabs, .head = nothing, .one = gdelt_mentions, .tail = nothing, .event_data = true},
    {.name = "phoenix", .ending = ".tsv", .type = kTabs, .head = nothing, .one = phoenix_row, .tail = nothing, .event_data = true},
    {.name = "prov", .ending = ".jsonld", .type = kLinked, .head = prov_head, .one = prov_of, .tail = prov_tail, .ways = true},
    {"geojson", ".geojson", "application/geo+json", geojson_head, geojson_feature, geojson_tail},
};

constexpr DocumentFormat kDocumentFormats[] = {
    {.name = "timeml", .type = "application/xml", .files = timeml},
    {.name = "brat", .type = "text/plain; charset=utf-8", .files = brat_files, .several_files = true, .folder = brat_folder},
    {.name = "webannotation", .type = kLinked, .files = web_annotations},
};

template <class Formats>
const auto* named(const Formats& formats, std::string_view name) {
  for (const auto& format : formats)
    if (format.name == name) return &format;
  return static_cast<decltype(&formats[0])>(nullptr);
}

}  // namespace

const HappeningFormat* happening_format(std::string_view name) { return named(kHappeningFormats, name); }
const DocumentFormat* document_format(std::string_view name) { return named(kDocumentFormats, name); }


std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const HappeningFormat& format : kHappeningFormats) names.emplace_back(format.name);
  for (const DocumentFormat& format : kDocumentFormats) names.emplace_back(format.name);
  return names;
}

}  // namespace hearsay
