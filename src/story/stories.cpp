// SPDX-License-Identifier: Apache-2.0
#include "story/stories.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include "base/hash.h"
#include "story/item.h"
#include "story/period.h"

namespace hearsay {
namespace {

// Judged on eval/cluster: from 0.11 to 0.17 the figure stays within a hundredth of its best.
constexpr double kOneStory = 0.13;       // mean resemblance to a story's nearest reports with which a report joins it
constexpr double kEqual = 1e-9;          // sums of the same numbers in another order
constexpr size_t kMostActors = 5;        // shown of a story

constexpr size_t kMostCompared = 16;     // reports of a story that its title is chosen by

// The report that all others resemble most, one with a title before one without; the earliest of several.
size_t central(const std::vector<const StoryReport*>& reports, const std::vector<const Gist*>& gists) {
  size_t best = 0;
  double most = -1;
  const size_t compared = std::min(reports.size(), kMostCompared);
  for (size_t r = 0; r < reports.size(); ++r) {
    double sum = reports[r]->title ? 1 : 0;
    for (size_t i = 0; i < compared; ++i)
      if (i != r) sum += resemblance(*gists[i], *gists[r]) / static_cast<double>(compared);
    if (sum > most + kEqual) best = r, most = sum;
  }
  return best;
}

// Those that most of the reports name, by how many do.
std::vector<StoryActor> actors_of(const std::vector<const StoryReport*>& reports) {
  std::map<std::string, StoryActor> all;
  for (const StoryReport* report : reports) {
    for (const StoryActor& actor : report->actors) {
      StoryActor& held = all.try_emplace(actor.id, StoryActor{actor.id, actor.name, 0, 0}).first->second;
      ++held.documents;
      held.mentions += actor.mentions;
    }
  }
  std::vector<StoryActor> out;
  for (auto& [_, actor] : all)
    if (2 * static_cast<size_t>(actor.documents) > reports.size()) out.push_back(std::move(actor));
  const auto before = [](const StoryActor& a, const StoryActor& b) {
    return a.documents != b.documents ? a.documents > b.documents : a.mentions != b.mentions ? a.mentions > b.mentions : a.id < b.id;
  };
  std::sort(out.begin(), out.end(), before);
  out.resize(std::min(out.size(), kMostActors));
  return out;
}

void add_happenings(const std::vector<Happening>& happenings, std::vector<Story>& stories) {
  std::map<std::string_view, size_t> of;
  for (size_t s = 0; s < stories.size(); ++s)
    for (const std::string& document : stories[s].documents) of.emplace(document, s);
  for (const Happening& happening : happenings) {
    std::map<size_t, int> tellings;
    for (const HappeningMention& mention : happening.mentions)
      if (const auto at = of.find(mention.document); mention.lead && at != of.end()) ++tellings[at->second];
    const auto most = std::max_element(tellings.begin(), tellings.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most != tellings.end()) stories[most->first].happenings.push_back(happening.id);
  }
}

}  // namespace

int nearest_story(std::vector<StoryNear>& stories) {
  int best = -1;
  double most = kOneStory;
  for (size_t s = 0; s < stories.size(); ++s) {
    std::vector<double>& all = stories[s].likenesses;
    std::sort(all.rbegin(), all.rend());
    const size_t nearest = std::min(kNearest, stories[s].reports);
    double sum = 0;
    for (size_t i = 0; i < std::min(nearest, all.size()); ++i) sum += all[i];
    const double mean = sum / static_cast<double>(nearest);
    if (best < 0 ? mean >= most : mean > most + kEqual) best = static_cast<int>(s), most = mean;
  }
  return best;
}

int StoryFinder::add(Gist gist) {
  const int report = static_cast<int>(gists_.size());
  std::map<int, StoryNear> near;
  const std::vector<uint64_t> terms = index_terms(gist);
  for (int other : others(terms)) {
    const double likeness = resemblance(item(gists_, other), gist);
    if (likeness > 0) near[item(story_of_, other)].likenesses.push_back(likeness);
  }
  for (uint64_t term : terms) index_[term].push_back(report);
  gists_.push_back(std::move(gist));
  story_of_.push_back(choose(near));
  item(stories_, story_of_.back()).push_back(report);
  return story_of_.back();
}

const Gist& StoryFinder::gist(int report) const { return item(gists_, report); }

std::set<int> StoryFinder::others(const std::vector<uint64_t>& terms) const {
  std::set<int> out;
  for (uint64_t term : terms) {
    const auto found = index_.find(term);
    if (found == index_.end()) continue;
    const auto& list = found->second;
    out.insert(list.end() - static_cast<std::ptrdiff_t>(std::min(list.size(), kMostNear)), list.end());
  }
  return out;
}

int StoryFinder::choose(const std::map<int, StoryNear>& near) {
  std::vector<StoryNear> stories;
  std::vector<int> numbers;
  for (const auto& [number, story] : near) {
    numbers.push_back(number);
    stories.push_back(story);
    stories.back().reports = item(stories_, number).size();
  }
  if (const int best = nearest_story(stories); best >= 0) return item(numbers, best);
  stories_.emplace_back();
  return static_cast<int>(stories_.size()) - 1;
}

std::string story_id(std::string_view document) {
  char id[18];
  std::snprintf(id, sizeof id, "s%016llx", static_cast<unsigned long long>(hash_bytes(document)));
  return id;
}

StoryReport story_report(const Analysis& analysis) {
  const Document& document = analysis.document;
  StoryReport out{document.id, document.title, document.outlet_id.value_or(document.outlet_name.value_or("")), document.published_day, {}};
  for (const Actor& actor : analysis.actors)
    if (!actor.outlet && !actor.mentions.empty()) out.actors.push_back({actor.id, actor.name, 1, static_cast<int>(actor.mentions.size())});
  return out;
}

Story write_story(const std::vector<const StoryReport*>& reports, const std::vector<const Gist*>& gists) {
  Story out;
  out.id = story_id(reports.front()->document);
  const StoryReport& titled = *reports[central(reports, gists)];
  out.title = titled.title.value_or("");
  out.titled_by = titled.document;
  std::set<std::string> outlets;
  for (const StoryReport* report : reports) {
    out.documents.push_back(report->document);
    if (!report->outlet.empty()) outlets.insert(report->outlet);
    if (!report->day) continue;
    if (out.days.empty() || out.days.back().first != *report->day) out.days.emplace_back(*report->day, 0);
    ++out.days.back().second;
  }
  out.outlets = static_cast<int>(outlets.size());
  out.actors = actors_of(reports);
  return out;
}

std::vector<Story> find_stories(const std::vector<const Analysis*>& documents, const Pack& pack, const std::vector<Happening>& happenings) {
  StoryFinder finder;
  std::vector<StoryReport> briefs;
  for (const Analysis* analysis : documents) {
    briefs.push_back(story_report(*analysis));
    const LanguagePack* language = pack.language(analysis->document.lang);
    finder.add(gist_of(*analysis, language ? language->common : std::span<const CommonWord>{}));
  }
  std::vector<Story> stories;
  for (const std::vector<int>& members : finder.stories()) {
    std::vector<const StoryReport*> reports;
    std::vector<const Gist*> gists;
    for (int member : members) {
      reports.push_back(&item(briefs, member));
      gists.push_back(&finder.gist(member));
    }
    stories.push_back(write_story(reports, gists));
  }
  add_happenings(happenings, stories);
  return stories;
}

}  // namespace hearsay
