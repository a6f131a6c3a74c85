// Reads hearsay-correction/1 back into the correction it was written from.
// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include "record/json_field.h"

namespace hearsay {
namespace {

constexpr int kMostInt = std::numeric_limits<int>::max();

CorrectedPlace read_place(Field field) {
  CorrectedPlace place;
  place.document = field["document"].text();
  place.item = field["item"].name<CorrectedItem>();
  place.start = static_cast<uint32_t>(field["start"].number(0, kMostInt));
  place.end = static_cast<uint32_t>(field["end"].number(static_cast<int>(place.start), kMostInt));
  place.read_as = field["read_as"].text_or_empty();
  place.words = field["words"].text_or_empty();
  place.part = field["part"].number_or(0, 0, 1);
  return place;
}

}  // namespace

Result<Correction> read_correction_record(std::string_view json) {
  Correction correction;
  const Status read = read_record(json, "hearsay-correction/1", [&](Field record) {
    correction.id = record["id"].text_or_empty();
    correction.kind = record["kind"].name<CorrectionKind>();
    correction.places = list(record["places"], read_place);
    correction.actor = record["actor"].text_or_empty();
    correction.owner = record["owner"].text_or_empty();
    correction.words = record["words"].text_or_empty();
    correction.by = record["by"].text_or_empty();
    correction.made = record["made"].text_or_empty();
    correction.withdrawn_by = record["withdrawn_by"].text_or_empty();
    correction.withdrawn = record["withdrawn"].text_or_empty();
    correction.told_as = record["told_as"].text_or_empty();
    correction.lost = record["lost"].flag_or_false();
  });
  if (!read) return read.error();
  return correction;
}

}  // namespace hearsay
