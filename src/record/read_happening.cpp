// Reads hearsay-chronicle/1 back into the happening it was written from.
// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <limits>

#include "record/json_field.h"

namespace hearsay {
namespace {

constexpr int kMostInt = std::numeric_limits<int>::max();

int index_of(Field id, char letter) {
  const std::optional<int> index = id.index_after(letter);
  if (!index) id.fail(std::string("expected an id such as ") + letter + "1");
  return *index;
}

std::optional<HappeningParty> read_party(Field field) {
  if (field.null()) return std::nullopt;
  return HappeningParty{field["actor"].text_or_empty(), field["name"].text_or_empty(), field["code"].text_or_empty(),
                        field["country"].text_or_empty()};
}

// [document id, "s3"]; null for the outlet's own voice.
StatementRef read_statement(Field pair) {
  if (pair.size() != 2) pair.fail("expected [document, statement]");
  return {std::string(pair.item(0).text()), pair.item(1).null() ? -1 : index_of(pair.item(1), 's')};
}

Origin read_origin(Field field) {
  return {field["actor"].text_or_empty(), field["name"].text_or_empty(), field["kind"].name<OriginKind>(),
          field["voices"].number_or(1, 0, kMostInt), list(field["statements"], read_statement), field["circular"].flag_or_false()};
}

HappeningMention read_mention(Field field) {
  HappeningMention mention;
  mention.document = field["document"].text();
  mention.event = index_of(field["event"], 'e');
  mention.start = static_cast<uint32_t>(field["start"].number(0, kMostInt));
  mention.end = static_cast<uint32_t>(field["end"].number(static_cast<int>(mention.start), kMostInt));
  mention.because = field["because"].text_or_empty();
  mention.lead = field["lead"].flag_or_false();
  return mention;
}

StandingChange read_change(Field field) {
  StandingChange change;
  change.on = field["on"].text_or_empty();
  change.standing = field["standing"].name<Standing>();
  change.because = list(field["because"], [](Field id) { return std::string(id.text()); });
  change.reason = field["reason"].text_or_empty();
  return change;
}

std::string read_id(Field field) { return std::string(field.text()); }

Happening read_happening(Field record) {
  Happening happening;
  happening.id = record["id"].text();
  happening.kind = record["kind"].text();
  happening.cameo = record["cameo"].text_or_empty();
  happening.plover = record["plover"].text_or_empty();
  // As the writer has it: without a code, 0 stands for null.
  happening.goldstein = record["goldstein"].number_or(happening.cameo.empty() ? 0 : std::nan(""));
  happening.source = read_party(record["source"]);
  happening.target = read_party(record["target"]);
  happening.joint = record["joint"].optional_text();
  happening.from = record["from"].optional_day();
  happening.to = record["to"].optional_day();
  happening.status = record["status"].name<EventStatus>();
  happening.standing = record["standing"].name<Standing>();
  happening.reason = record["reason"].text_or_empty();
  happening.unverified = record["unverified"].flag_or_false();
  happening.documents = record["documents"].number_or(0, 0, kMostInt);
  happening.outlets = record["outlets"].number_or(0, 0, kMostInt);
  happening.origins = list(record["origins"], read_origin);
  happening.denials = list(record["denials"], read_origin);
  happening.declined = list(record["declined"], read_origin);
  happening.mentions = list(record["mentions"], read_mention);
  happening.history = list(record["history"], read_change);
  happening.announced_by = list(record["announced_by"], read_id);
  happening.carried_out_by = list(record["carried_out_by"], read_id);
  return happening;
}

}  // namespace

Result<Happening> read_happening_record(std::string_view json) {
  Happening happening;
  const Status read = read_record(json, "hearsay-chronicle/1", [&](Field record) { happening = read_happening(record); });
  if (!read) return read.error();
  return happening;
}

}  // namespace hearsay
