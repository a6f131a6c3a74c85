// A table row by row: the mark, the header if there is one, then each row by itself, so that a bad one spoils no other.
// SPDX-License-Identifier: Apache-2.0
#include "table/table.h"

#include <algorithm>
#include <utility>

#include "charset/charset.h"
#include "table/json_row.h"
#include "table/mapping.h"
#include "table/rows.h"
#include "text/utf8.h"

namespace hearsay {

namespace {

constexpr size_t kMostColumns = 1000;   // of exports of everything there is a hundred are usual

CellSyntax first_syntax(TableKind kind) {
  if (kind == TableKind::kCsv) return {.separators = ",;\t", .quotes = true};   // until the header says which
  return {.separators = kind == TableKind::kTsv ? "\t" : "", .quotes = false};
}

std::string in_megabytes(size_t bytes) { return bytes < (1u << 20) ? std::to_string(bytes) + " bytes" : std::to_string(bytes >> 20) + " MB"; }

// Some exports are in the encoding of the system they were made on; a row is long enough to tell it by.
std::string decoded(std::string_view row, std::vector<std::string>& notes) {
  if (valid_utf8(row)) return std::string(row);
  DecodedText text = decode_text(std::string(row), "");
  notes = std::move(text.notes);
  return std::move(text.text);
}

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos; }

}  // namespace

class TableReader::State {
 public:
  State(TableKind kind, ColumnMapping mapping, OnRow on_row, OnError on_error, size_t max_row_bytes)
      : kind_(kind),
        mapping_(std::move(mapping)),
        on_row_(std::move(on_row)),
        on_error_(std::move(on_error)),
        max_(max_row_bytes),
        syntax_(first_syntax(kind)),
        cutter_(syntax_, max_row_bytes, [this](const RowCutter::Cut& cut) { take(cut); }) {}

  void feed(std::string_view bytes) {
    constexpr size_t kMark = 3;
    if (!begun_) {
      const size_t taken = std::min(kMark - head_.size(), bytes.size());
      head_ += bytes.substr(0, taken);
      bytes.remove_prefix(taken);
      if (head_.size() < kMark) return;
      begin();
    }
    if (!unreadable_) cutter_.feed(bytes);
  }
  void finish() {
    if (!begun_) begin();
    if (!unreadable_) cutter_.finish();
  }

 private:
  // The first bytes without the mark of UTF-8.
  void begin() {
    begun_ = true;
    const std::string_view head = head_;
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) give_up(1, "the table is in UTF-16; save it as UTF-8");
    else cutter_.feed(head.starts_with("\xEF\xBB\xBF") ? head.substr(3) : head);
  }
  void give_up(uint64_t line, std::string why) {
    unreadable_ = true;
    on_error_({line, std::move(why)});
  }

  void take(const RowCutter::Cut& cut) {
    if (unreadable_) return;
    const bool header = kind_ != TableKind::kJsonLines && header_.empty();
    if (cut.too_long && header) return give_up(cut.line, "the header is longer than " + in_megabytes(max_));
    if (cut.too_long) return on_error_({cut.line, "the row is longer than " + in_megabytes(max_)});
    if (cut.open) return on_error_({cut.line, "a quotation mark of this row is not closed before the end"});
    ReportRow row{.line = cut.line, .fields = {}, .notes = {}};
    const std::string text = decoded(cut.row, row.notes);
    if (header) return take_header(cut.line, text);
    const std::string why = kind_ == TableKind::kJsonLines ? read_json_row(text, mapping_, row) : read_cells(text, row);
    if (!why.empty()) return on_error_({cut.line, why});
    for (std::optional<std::string>& field : row.fields)
      if (field && blank(*field)) field.reset();
    if (!row[ReportField::kBody]) return on_error_({cut.line, "the row has no text"});
    on_row_(std::move(row));
  }
  void take_header(uint64_t line, const std::string& text) {
    if (kind_ == TableKind::kCsv) syntax_.separators = guess_separator(text);
    cutter_.set_syntax(syntax_);
    header_ = cut_cells(text, syntax_, kMostColumns);
    if (header_.size() > kMostColumns) return give_up(line, "the header has more than " + std::to_string(kMostColumns) + " columns");
    const Result<ColumnPlaces> places = find_columns(header_, mapping_);
    if (!places) return give_up(line, places.error().message);
    places_ = *places;
  }
  // A row of more cells than the header has most likely a separator in its text, and what lies where is not known.
  std::string read_cells(std::string_view text, ReportRow& row) const {
    std::vector<std::string> cells = cut_cells(text, syntax_, header_.size());
    if (cells.size() > header_.size() && cells.back().find_first_not_of(syntax_.separators + " ") != std::string::npos)
      return "more cells than the header's " + std::to_string(header_.size());
    for (size_t field = 0; field < kReportFields; ++field)
      if (places_[field] && *places_[field] < cells.size()) row.fields[field] = std::move(cells[*places_[field]]);
    return "";
  }

  TableKind kind_;
  ColumnMapping mapping_;
  OnRow on_row_;
  OnError on_error_;
  size_t max_;
  CellSyntax syntax_;
  RowCutter cutter_;
  std::string head_;   // the first bytes, until they are enough for a mark
  bool begun_ = false, unreadable_ = false;
  std::vector<std::string> header_;
  ColumnPlaces places_;
};

TableReader::TableReader(TableKind kind, ColumnMapping mapping, OnRow on_row, OnError on_error, size_t max_row_bytes)
    : state_(std::make_unique<State>(kind, std::move(mapping), std::move(on_row), std::move(on_error), max_row_bytes)) {}
TableReader::~TableReader() = default;
TableReader::TableReader(TableReader&&) noexcept = default;
TableReader& TableReader::operator=(TableReader&&) noexcept = default;

void TableReader::feed(std::string_view bytes) { state_->feed(bytes); }
void TableReader::finish() { state_->finish(); }

}  // namespace hearsay
