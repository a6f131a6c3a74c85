// hearsay stories: which reports tell one unfolding occurrence, and what happened in it.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "browse/dates.h"
#include "browse/display.h"
#include "browse/find_story.h"
#include "cli/commands.h"
#include "cli/page.h"
#include "cli/table.h"

namespace hearsay::cli {
namespace {

constexpr int kWidestBar = 40;           // columns

using Happenings = std::map<std::string_view, const Happening*>;

Happenings by_id(const std::vector<Happening>& happenings) {
  Happenings out;
  for (const Happening& happening : happenings) out.emplace(happening.id, &happening);
  return out;
}

std::optional<Day> first_day(const Story& story) { return story.days.empty() ? std::nullopt : std::optional(story.days.front().first); }
std::optional<Day> last_day(const Story& story) { return story.days.empty() ? std::nullopt : std::optional(story.days.back().first); }

class StoryPage : public Page {
 public:
  StoryPage(const Session& session, const Engine& engine, const Happenings& happenings, const Documents& documents)
      : Page(engine, documents, session), happenings_(happenings) {}

  void print(const Story& story) const {
    line(0, session_.paint(Paint::kBold, title_of(story, words_)));
    line(0, date_phrase(first_day(story), last_day(story), words_) + "; " + words_.count(Message::kDocuments, static_cast<int64_t>(story.documents.size())) + ", " +
                words_.count(Message::kOutlets, story.outlets));
    if (!story.actors.empty()) line(0, words_(Message::kMostlyAbout, names(story)));
    line(0, session_.paint(Paint::kDim, story.id));
    print_arc(story);
    print_happenings(story);
    std::vector<const Analysis*> telling;
    for (const auto& [_, analysis] : documents_) telling.push_back(&analysis);
    for (const Difference& difference : differing_figures(telling)) print_difference(difference);
    heading(words_(Message::kReports));
    for (const std::string& id : story.documents) print_report(id);
  }

 private:
  std::string names(const Story& story) const {
    std::string all;
    for (const StoryActor& actor : story.actors) all += (all.empty() ? "" : ", ") + name_words(engine_, actor.id, actor.name, words_);
    return all;
  }

  void print_arc(const Story& story) const {
    if (story.days.size() < 2) return;
    heading(words_(Message::kArc));
    int most = 0, width = 0;
    for (const auto& [day, documents] : story.days) {
      most = std::max(most, documents);
      width = std::max(width, display_width(day_phrase(day, words_)));
    }
    for (const auto& [day, documents] : story.days) {
      std::string bar;
      for (int i = 0; i < (most <= kWidestBar ? documents : (documents * kWidestBar + most - 1) / most); ++i) bar += "\u25a0";
      put_line("  " + padded(day_phrase(day, words_), width + 2) + bar + " " + words_.number(documents));
    }
  }

  void print_happenings(const Story& story) const {
    bool any = false;
    for (const std::string& id : story.happenings) {
      const auto at = happenings_.find(id);
      if (at == happenings_.end()) continue;
      if (!any) heading(words_(Message::kWhatHappened));
      any = true;
      const Happening& h = *at->second;
      line(2, date_phrase(h.from, h.to, words_) + ": " + headline(engine_, h, session_));
      line(4, session_.paint(paint_of(h.standing), standing_words(h.standing, words_)) + "; " + counts_words(h, words_) + "  " + session_.paint(Paint::kDim, h.id));
    }
  }

  void print_report(const std::string& id) const {
    const Analysis* analysis = document(id);
    if (!analysis) return;
    const auto& title = analysis->document.title;
    line(2, printed_by(id) + (title ? ": " + one_line(*title) : "") + "  " + session_.paint(Paint::kDim, id));
  }

  const Happenings& happenings_;
};

int show_story(const Session& session, const Holdings& holdings, const StoriesOptions& options) {
  Trouble trouble = Trouble::kNone;
  const auto found = find_story(session, holdings, options.id, trouble);
  if (!found) return exit_code_of(trouble);
  const Story& story = *found;
  if (options.store.json) return put_line(story_record(story)), kOk;
  Documents documents;
  if (!load_documents(session, holdings.store, {story.documents.begin(), story.documents.end()}, documents)) return kStoreError;
  std::vector<Happening> happenings;
  if (!story.happenings.empty()) {
    auto loaded = load_happenings(session, holdings, {.ids = story.happenings});
    if (!loaded) return kStoreError;
    happenings = std::move(*loaded);
  }
  StoryPage(session, holdings.engine, by_id(happenings), documents).print(story);
  return kOk;
}

}  // namespace

int list_stories(const Session& session, const StoriesOptions& options) {
  StoryQuery asked;
  const auto period = PeriodFilter::parse(session, options.from, options.to);
  if (!period) return kUsage;
  period->narrow(asked);
  asked.least = options.least;
  Trouble trouble = Trouble::kNone;
  const auto holdings = open_holdings(session, options.store, trouble);
  if (!holdings) return exit_code_of(trouble);
  if (!options.id.empty()) return show_story(session, *holdings, options);
  if (options.actor) {
    const auto actor = find_actor(session, *holdings, *options.actor);
    if (!actor) return kNotFound;
    actor->narrow(asked);
  }
  if (options.document && (asked.documents = find_documents(session, holdings->store, *options.document)).empty()) return kNotFound;
  const auto stories = load_stories(session, *holdings, asked);
  if (!stories) return kStoreError;
  const Words& words = session.words;
  std::vector<std::string> ids;
  for (const Story& story : *stories) ids.push_back(story.id);
  const size_t id_length = short_id_length(holdings->store, Store::Sort::kStories, ids);
  using enum Table::Align;
  Table table({{words(Message::kColumnId), kLeft, 17}, {words(Message::kColumnSpan), kLeft, 26}, {words(Message::kColumnDocuments), kRight, 9},
               {words(Message::kColumnOutlets), kRight, 9}, {words(Message::kColumnTitle), kLeft, 0}});
  for (const Story& story : *stories) {
    if (options.store.json) put_line(story_record(story));
    else table.add({story.id.substr(0, id_length), date_phrase(first_day(story), last_day(story), words), words.number(static_cast<int64_t>(story.documents.size())),
                    words.number(story.outlets), title_of(story, words)});
  }
  if (options.store.json) return kOk;
  table.empty() ? put_line(words(Message::kNothingMatches)) : table.print(session);
  return kOk;
}

}  // namespace hearsay::cli
