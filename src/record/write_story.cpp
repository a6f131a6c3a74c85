// Writes stories as hearsay-story/1.
// SPDX-License-Identifier: Apache-2.0
#include "record/json_line.h"

namespace hearsay {

std::string story_record(const Story& story) {
  JsonLine line;
  line.begin();
  line.quote("format", "hearsay-story/1");
  line.text("id", story.id);
  line.text_or_null("title", story.title);
  line.text_or_null("titled_by", story.titled_by);
  line.begin_list("documents");
  for (const std::string& document : story.documents) line.text(document);
  line.end_list();
  line.number("outlets", story.outlets);
  line.begin_list("days");
  for (const auto& [day, documents] : story.days) {
    line.begin();
    line.quote("on", iso(day));
    line.number("documents", documents);
    line.end();
  }
  line.end_list();
  line.begin_list("actors");
  for (const StoryActor& actor : story.actors) {
    line.begin();
    line.text("actor", actor.id);
    line.text("name", actor.name);
    line.number("documents", actor.documents);
    line.number("mentions", actor.mentions);
    line.end();
  }
  line.end_list();
  line.begin_list("happenings");
  for (const std::string& happening : story.happenings) line.text(happening);
  line.end_list();
  line.end();
  return line.finish();
}

}  // namespace hearsay
