// A line of JSON Lines as the fields of a report.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "table/table.h"

namespace hearsay {

// Fills the fields from the object that a line holds. A number is its digits, a list its items between commas, an object its "name".
//   returns  why the line is no row; empty if it is one, though it may lack a body
std::string read_json_row(const std::string& line, const ColumnMapping& mapping, ReportRow& row);

}  // namespace hearsay
