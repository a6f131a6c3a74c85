// Which column, or which value of a JSON object, is which field of a report.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "table/table.h"

namespace hearsay {

std::string_view field_name(size_t field);

// The names under which a field is looked for, the likeliest first.
std::span<const std::string_view> known_names(size_t field);

// ASCII letters of either case are the same.
bool same_column(std::string_view a, std::string_view b);

// For each field the column of a header that holds it. The error says which column is missing.
using ColumnPlaces = std::array<std::optional<size_t>, kReportFields>;
Result<ColumnPlaces> find_columns(const std::vector<std::string>& header, const ColumnMapping& mapping);

}  // namespace hearsay
