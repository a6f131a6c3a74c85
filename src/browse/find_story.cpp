// SPDX-License-Identifier: Apache-2.0
#include "browse/find_story.h"

#include "browse/display.h"
#include "browse/find_happenings.h"

namespace hearsay::browse {
namespace {

// An id in full means itself alone.
std::vector<const Story*> find(const std::vector<Story>& stories, const std::string& id) {
  std::vector<const Story*> found;
  for (const Story& story : stories) {
    if (story.id == id) return {&story};
    found.push_back(&story);
  }
  return found;
}

void complain_of_several(const Session& session, const std::vector<const Story*>& found, const std::string& id) {
  std::string message = session.words(Message::kAmbiguousStory, id, found.size());
  for (const Story* story : found) message += "\n" + story->id + "  " + title_of(*story, session.words);
  session.complain(message);
}

}  // namespace

std::string title_of(const Story& story, const Words& words) { return story.title.empty() ? words(Message::kUntitled) : one_line(story.title); }

std::optional<std::vector<Story>> load_stories(const Session& session, const Holdings& holdings, const StoryQuery& asked) {
  auto kept = holdings.store.load_stories(asked);
  if (!kept) return session.complain(kept.error()), std::nullopt;
  if (!*kept) return session.complain(session.words(Message::kStoreInUse)), std::nullopt;
  return std::move(**kept);
}

std::optional<Story> find_story(const Session& session, const Holdings& holdings, const std::string& id, Trouble& trouble) {
  trouble = Trouble::kStore;
  auto stories = load_stories(session, holdings, {.id = id});
  if (!stories) return std::nullopt;
  trouble = Trouble::kNone;
  if (stories->empty()) {
    const std::string now = successor_of(session, holdings.store, id, trouble);
    if (trouble != Trouble::kNone) return std::nullopt;
    if (!now.empty() && !(stories = load_stories(session, holdings, {.id = now}))) return trouble = Trouble::kStore, std::nullopt;
  }
  const auto found = find(*stories, id);
  if (found.size() == 1) return *found[0];
  if (found.empty()) session.complain(session.words(Message::kNoStory, id));
  else complain_of_several(session, found, id);
  trouble = Trouble::kNotFound;
  return std::nullopt;
}

}  // namespace hearsay::browse
