// SPDX-License-Identifier: Apache-2.0
#include "upkeep/desk.h"

namespace hearsay {

void Desk::make_room() {
  if (held_.size() > room.reports) {
    held_.clear();
  } else if (texts_ > room.texts) {
    for (auto& [_, held] : held_) held.analysis.reset(), held.words.reset();
  } else {
    return;
  }
  texts_ = 0;
}

const Analysis& Desk::analysis(int64_t key) {
  Held& held = held_[key];
  if (!held.analysis) {
    const auto report = shelves.report(key);
    auto found = report ? shelves.analysis(report->id) : std::nullopt;
    held.analysis = std::make_unique<Analysis>(found ? std::move(*found) : Analysis{});
    ++texts_;
  }
  return *held.analysis;
}

void Desk::hold(int64_t key, Analysis analysis) {
  held_[key].analysis = std::make_unique<Analysis>(std::move(analysis));
  ++texts_;
}

Desk::Held& Desk::with_gist(int64_t key) {
  Held& held = held_[key];
  if (held.gist) return held;
  const auto report = shelves.report(key);
  held.gist = std::make_unique<Gist>(report ? unpack_gist(report->gist) : Gist{});
  if (report) held.story = report->story;
  return held;
}

const Gist& Desk::gist(int64_t key) { return *with_gist(key).gist; }
const std::vector<uint64_t>& Desk::terms(int64_t key) {
  Held& held = with_gist(key);
  if (!held.terms) held.terms = index_terms(*held.gist);
  return *held.terms;
}
std::optional<Rank> Desk::story(int64_t key) { return with_gist(key).story; }

void Desk::set_story(int64_t key, Rank story) {
  with_gist(key).story = story;
  shelves.set_story(key, story);
}

const std::vector<OwnWord>& Desk::words(int64_t key) {
  Held& held = held_[key];
  if (held.words) return *held.words;
  if (held.analysis) {
    held.words = std::make_unique<std::vector<OwnWord>>(own_words(held.analysis->document));
  } else {
    const auto report = shelves.report(key);
    const auto document = report ? shelves.document(report->id) : std::nullopt;
    held.words = std::make_unique<std::vector<OwnWord>>(document ? own_words(*document) : std::vector<OwnWord>{});
    ++texts_;
  }
  return *held.words;
}

const StoryReport& Desk::brief(int64_t key) {
  Held& held = held_[key];
  if (!held.brief) held.brief = std::make_unique<StoryReport>(unpack_brief(shelves.brief(key)));
  return *held.brief;
}

void Desk::leave_story(const std::string& happening) {
  const std::optional<int64_t> story = shelves.story_of(happening);
  if (!story) return;
  if (const auto first = shelves.report(*story)) stories.insert(first->rank);
}

}  // namespace hearsay
