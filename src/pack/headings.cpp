// SPDX-License-Identifier: Apache-2.0
#include "pack/headings.h"

#include <algorithm>

namespace hearsay {

namespace {

struct Heading {
  std::string room, table;
  std::vector<std::string> needed, known;
  std::vector<std::string> by_language;  // what may stand before a language: "name_" of "name_vi"; "" for the language alone
};

const std::vector<Heading>& headings() {
  static const std::vector<std::string> kNames = {"", "name_", "demonym_", "seat_", "short_"};
  static const std::vector<Heading> kHeadings = {
      {"actors", "states", {"id", "name"}, {"kind", "code", "country", "parent"}, kNames},
      {"actors", "organisations", {"id", "name"}, {"kind", "code", "country", "parent"}, kNames},
      {"actors", "people", {"id", "name"}, {"kind", "code", "country", "gender", "short"}, kNames},
      {"actors", "places", {"id", "name"}, {"kind", "code", "country", "parent", "within"}, kNames},
      {"actors", "outlets", {"id", "name"}, {"kind", "code", "country", "domain", "owner", "speaks_for"}, kNames},
      {"actors", "terms", {"person", "role", "of"}, {"code", "since", "until"}, {"title_"}},
      {"actors", "coordinates", {"id", "latitude", "longitude"}, {}, {}},
      {"events", "kinds", {"kind", "cameo"}, {"plover", "goldstein", "joint"}, {"label_"}},
      {"events", "cameo", {"cameo"}, {"name", "goldstein", "plover"}, {}},
      {"text", "paradigms", {"paradigm", "feature", "ending", "replacement"}, {}, {}},
      {"text", "irregular", {"paradigm", "base", "feature", "form"}, {}, {}},
      {"text", "spelling", {"from", "to"}, {}, {}},
      {"text", "abbreviations", {"form"}, {"gloss"}, {}},
      {"text", "common", {"form", "per_mille"}, {}, {}},
  };
  return kHeadings;
}

bool is_language(std::string_view text) {
  return (text.size() == 2 || text.size() == 3) && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool has_column(const Heading& heading, std::string_view column) {
  const auto among = [&](const std::vector<std::string>& names) { return std::find(names.begin(), names.end(), column) != names.end(); };
  if (among(heading.needed) || among(heading.known)) return true;
  return std::any_of(heading.by_language.begin(), heading.by_language.end(),
                     [&](const std::string& before) { return column.starts_with(before) && is_language(column.substr(before.size())); });
}

// What a column may have been meant for; those of languages in the language that it ends in.
std::vector<std::string> known_columns(const Heading& heading, std::string_view column) {
  std::vector<std::string> known = heading.needed;
  known.insert(known.end(), heading.known.begin(), heading.known.end());
  const std::string_view language = column.substr(column.rfind('_') + 1);
  if (is_language(language))
    for (const std::string& before : heading.by_language) known.push_back(before + std::string(language));
  return known;
}

}  // namespace

void check_heading(const Table& table, Diagnostics& diagnostics) {
  const SourceFile& file = table.file();
  const auto heading = std::find_if(headings().begin(), headings().end(), [&](const Heading& one) { return one.room == file.room && one.table == file.stem; });
  if (heading == headings().end() || table.columns().empty()) return;
  for (std::string_view column : table.columns())
    if (!column.empty() && !has_column(*heading, column))
      table.error_at(table.heading(), column,
                     "a table of " + file.stem + " has no column \"" + std::string(column) + "\"" + did_you_mean(column, known_columns(*heading, column)));
  for (const std::string& column : heading->needed)
    if (table.column(column) < 0)
      diagnostics.error(file.place, table.heading().line, 1, "a table of " + file.stem + " needs a column \"" + column + "\"");
}

const std::vector<std::string>& actor_tables() {
  static const std::vector<std::string> kTables = {"states", "organisations", "people", "places", "outlets", "terms", "coordinates"};
  return kTables;
}

}  // namespace hearsay
