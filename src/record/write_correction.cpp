// Writes corrections as hearsay-correction/1.
// SPDX-License-Identifier: Apache-2.0
#include "record/json_line.h"

namespace hearsay {

std::string correction_record(const Correction& correction) {
  JsonLine line;
  line.begin();
  line.quote("format", "hearsay-correction/1");
  line.text_or_null("id", correction.id);
  line.quote("kind", to_string(correction.kind));
  line.begin_list("places");
  for (const CorrectedPlace& place : correction.places) {
    line.begin();
    line.text("document", place.document);
    line.quote("item", to_string(place.item));
    line.number("start", place.start);
    line.number("end", place.end);
    line.text_or_null("read_as", place.read_as);
    line.text("words", place.words);
    if (correction.kind == CorrectionKind::kSplit) line.number("part", place.part);
    line.end();
  }
  line.end_list();
  line.text_or_null("actor", correction.actor);
  if (correction.kind == CorrectionKind::kOwner) line.text_or_null("owner", correction.owner);
  line.text_or_null("words", correction.words);
  line.text("by", correction.by);
  line.text("made", correction.made);
  line.text_or_null("withdrawn_by", correction.withdrawn_by);
  line.text_or_null("withdrawn", correction.withdrawn);
  if (correction.kind == CorrectionKind::kMerge) line.text("told_as", correction.told_as);
  line.flag("lost", correction.lost);
  line.end();
  return line.finish();
}

}  // namespace hearsay
