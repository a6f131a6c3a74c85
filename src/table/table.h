// Rows of JSON Lines, CSV and TSV as reports: which column is which field, and a reader that takes a stream in pieces.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/hearsay.h"

namespace hearsay {

enum class TableKind { kJsonLines, kCsv, kTsv };

// What a row says of a report.
enum class ReportField : uint8_t { kTitle, kBody, kDate, kOutlet, kUrl, kLang, kAuthor };
inline constexpr size_t kReportFields = 7;

// The file's own names of the fields: columns of a header, or paths of JSON ("source.name"). What is empty is guessed by well-known names.
struct ColumnMapping {
  std::array<std::string, kReportFields> columns;
};

// Reads "body=text,date=pub_date"; the error names what is no field.
Result<ColumnMapping> parse_mapping(std::string_view option);

// A row that holds a report: its body is never absent.
struct ReportRow {
  uint64_t line = 0;   // in which it begins, from 1
  std::array<std::optional<std::string>, kReportFields> fields;   // valid UTF-8; absent where the row has nothing but white space
  std::vector<std::string> notes;   // of the decoding, where the row was not UTF-8
  const std::optional<std::string>& operator[](ReportField field) const { return fields[static_cast<size_t>(field)]; }
};

struct RowError {
  uint64_t line = 0;
  std::string message;   // without the line
};

// A longer row is an error. The longest reports have a megabyte or two; JSON of nothing but numbers takes thirty times its size while it is read.
inline constexpr size_t kMaxRowBytes = 8u << 20;

// Reads a table that comes in pieces of any size; rows and errors are handed on as soon as a row ends. Of a bad row there is one error, and the
// next is read; what makes the whole table unreadable (a header without a text column, UTF-16) is one error, and the rest is passed over.
// Holds one row at a time. Cost: linear. Source: RFC 4180 for CSV (and semicolons or tabs, if the header has more of them), IANA
// text/tab-separated-values for TSV (no line breaks in cells; cells in quotation marks are unwrapped), jsonlines.org.
class TableReader {
 public:
  using OnRow = std::function<void(ReportRow)>;
  using OnError = std::function<void(RowError)>;
  TableReader(TableKind kind, ColumnMapping mapping, OnRow on_row, OnError on_error, size_t max_row_bytes = kMaxRowBytes);
  ~TableReader();
  TableReader(TableReader&&) noexcept;
  TableReader& operator=(TableReader&&) noexcept;
  void feed(std::string_view bytes);
  void finish();   // the last row may lack its line end

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace hearsay
