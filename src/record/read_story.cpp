// Reads hearsay-story/1 back into the story it was written from.
// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include "record/json_field.h"

namespace hearsay {
namespace {

constexpr int kMostInt = std::numeric_limits<int>::max();

std::string read_text(Field field) { return std::string(field.text()); }

std::pair<Day, int> read_day(Field field) { return {field["on"].day(), field["documents"].number(0, kMostInt)}; }

StoryActor read_actor(Field field) {
  return {read_text(field["actor"]), read_text(field["name"]), field["documents"].number_or(0, 0, kMostInt), field["mentions"].number_or(0, 0, kMostInt)};
}

}  // namespace

Result<Story> read_story_record(std::string_view json) {
  Story story;
  const Status read = read_record(json, "hearsay-story/1", [&](Field record) {
    story.id = record["id"].text();
    story.title = record["title"].text_or_empty();
    story.titled_by = record["titled_by"].text_or_empty();
    story.documents = list(record["documents"], read_text);
    story.outlets = record["outlets"].number_or(0, 0, kMostInt);
    story.days = list(record["days"], read_day);
    story.actors = list(record["actors"], read_actor);
    story.happenings = list(record["happenings"], read_text);
  });
  if (!read) return read.error();
  return story;
}

}  // namespace hearsay
