// Fuzzes the table room: any bytes as a table of any kind give rows of valid UTF-8 with a body, the same in pieces of any size.
// The first byte of an input chooses the kind, the second the size of the pieces.
// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "table/table.h"
#include "text/utf8.h"

namespace {

std::string written(hearsay::TableKind kind, std::string_view bytes, size_t piece) {
  constexpr size_t kMaxRow = 512;   // so that rows beyond it are found soon
  std::string out;
  const auto on_row = [&](const hearsay::ReportRow& row) {
    if (!row[hearsay::ReportField::kBody]) std::abort();
    out += std::to_string(row.line);
    for (const auto& field : row.fields) {
      if (field && !hearsay::valid_utf8(*field)) std::abort();
      out += field ? "=" + *field : "-";
    }
  };
  const auto on_error = [&](const hearsay::RowError& error) { out += std::to_string(error.line) + "!" + error.message; };
  hearsay::TableReader reader(kind, {}, on_row, on_error, kMaxRow);
  for (size_t at = 0; at < bytes.size(); at += piece) reader.feed(bytes.substr(at, piece));
  reader.finish();
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 2) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
  const auto kind = static_cast<hearsay::TableKind>(data[0] % 3);
  if (written(kind, bytes, bytes.size() + 1) != written(kind, bytes, data[1] % 16 + 1u)) std::abort();
  return 0;
}
