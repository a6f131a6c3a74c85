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
constexpr size_t kNearest = 3;           // ... of so many: by one that happens to be alike a story would drift away
constexpr double kEqual = 1e-9;          // sums of the same numbers in another order
constexpr size_t kMostActors = 5;        // shown of a story

}  // namespace

const Gist& StoryFinder::gist(int report) const { return item(gists_, report); }

void StoryFinder::add_up(const Index& index, const std::vector<Term>& terms, const Gist& gist) {
  for (const Term& term : terms) {
    const auto found = index.find(term.what);
    if (found == index.end()) continue;
    // Backwards in time: the first that is too far apart ends it.
    for (auto at = found->second.rbegin(); at != found->second.rend(); ++at) {
      if (closeness(item(gists_, at->report).day, gist.day) == 0) break;
      double& sum = item(shared_, at->report);
      if (sum == 0) met_.push_back(at->report);
      sum += static_cast<double>(term.weight) * static_cast<double>(at->weight);
    }
  }
}

// Of reports in other languages, those that open with the same act.
void StoryFinder::gather(const Gist& gist) {
  if (const auto index = words_.find(gist.lang); index != words_.end()) add_up(index->second, gist.words, gist);
  for (int report : met_) item(shared_, report) *= closeness(item(gists_, report).day, gist.day);
  for (uint64_t act : gist.acts) {
    const auto found = acts_.find(act);
    if (found == acts_.end()) continue;
    for (auto at = found->second.rbegin(); at != found->second.rend(); ++at) {
      const Gist& other = item(gists_, *at);
      if (closeness(other.day, gist.day) == 0) break;
      if (other.lang == gist.lang || item(shared_, *at) > 0) continue;
      item(shared_, *at) = resemblance(other, gist);
      met_.push_back(*at);
    }
  }
}

int StoryFinder::nearest_story() {
  std::map<int, std::vector<double>> likenesses;
  for (int report : met_) likenesses[item(story_of_, report)].push_back(item(shared_, report));
  int best = -1;
  double most = kOneStory;
  for (auto& [story, all] : likenesses) {
    std::sort(all.rbegin(), all.rend());
    const size_t nearest = std::min(kNearest, item(stories_, story).size());
    double sum = 0;
    for (size_t i = 0; i < std::min(nearest, all.size()); ++i) sum += all[i];
    const double mean = sum / static_cast<double>(nearest);
    if (best < 0 ? mean >= most : mean > most + kEqual) best = story, most = mean;
  }
  return best;
}

int StoryFinder::add(Gist gist) {
  gather(gist);
  int story = nearest_story();
  for (int report : met_) item(shared_, report) = 0;
  met_.clear();
  const int report = static_cast<int>(gists_.size());
  if (story < 0) {
    story = static_cast<int>(stories_.size());
    stories_.emplace_back();
  }
  item(stories_, story).push_back(report);
  story_of_.push_back(story);
  shared_.push_back(0);
  for (const Term& term : gist.words) words_[gist.lang][term.what].push_back({report, term.weight});
  for (uint64_t act : gist.acts) acts_[act].push_back(report);
  gists_.push_back(std::move(gist));
  return story;
}

namespace {

std::string identity(const Analysis& first) {
  char id[18];
  std::snprintf(id, sizeof id, "s%016llx", static_cast<unsigned long long>(hash_bytes(first.document.id)));
  return id;
}

class StoryWriter {
 public:
  StoryWriter(const std::vector<const Analysis*>& documents, const StoryFinder& finder) : documents_(documents), finder_(finder) {}

  Story write(const std::vector<int>& members) const {
    Story out;
    out.id = identity(*item(documents_, members.front()));
    const Document& titled = item(documents_, central(members))->document;
    out.title = titled.title.value_or("");
    out.titled_by = titled.id;
    std::set<std::string> outlets;
    for (int member : members) {
      const Document& document = item(documents_, member)->document;
      out.documents.push_back(document.id);
      if (document.outlet_id) outlets.insert(*document.outlet_id);
      else if (document.outlet_name) outlets.insert(*document.outlet_name);
      if (!document.published_day) continue;
      if (out.days.empty() || out.days.back().first != *document.published_day) out.days.emplace_back(*document.published_day, 0);
      ++out.days.back().second;
    }
    out.outlets = static_cast<int>(outlets.size());
    out.actors = actors(members);
    return out;
  }

 private:
  // The report that all others resemble most, one with a title before one without; the earliest of several.
  int central(const std::vector<int>& members) const {
    int best = members.front();
    double most = -1;
    for (int member : members) {
      double sum = item(documents_, member)->document.title ? 1 : 0;
      const size_t compared = std::min(members.size(), kMostCompared);
      for (size_t i = 0; i < compared; ++i)
        if (members[i] != member) sum += resemblance(finder_.gist(members[i]), finder_.gist(member)) / static_cast<double>(compared);
      if (sum > most + kEqual) best = member, most = sum;
    }
    return best;
  }

  // Those that most of the reports name, by how many do.
  std::vector<StoryActor> actors(const std::vector<int>& members) const {
    std::map<std::string, StoryActor> all;
    for (int member : members) {
      for (const Actor& actor : item(documents_, member)->actors) {
        if (actor.outlet || actor.mentions.empty()) continue;
        StoryActor& held = all.try_emplace(actor.id, StoryActor{actor.id, actor.name, 0, 0}).first->second;
        ++held.documents;
        held.mentions += static_cast<int>(actor.mentions.size());
      }
    }
    std::vector<StoryActor> out;
    for (auto& [_, actor] : all)
      if (2 * static_cast<size_t>(actor.documents) > members.size()) out.push_back(std::move(actor));
    const auto before = [](const StoryActor& a, const StoryActor& b) {
      return a.documents != b.documents ? a.documents > b.documents : a.mentions != b.mentions ? a.mentions > b.mentions : a.id < b.id;
    };
    std::sort(out.begin(), out.end(), before);
    out.resize(std::min(out.size(), kMostActors));
    return out;
  }

  static constexpr size_t kMostCompared = 64;
  const std::vector<const Analysis*>& documents_;
  const StoryFinder& finder_;
};

// A happening is of the story that opens with it most often; the first of several.
void add_happenings(const std::vector<const Analysis*>& documents, const std::vector<std::vector<int>>& members, const std::vector<Happening>& happenings,
                    std::vector<Story>& stories) {
  std::map<std::string_view, std::pair<const Analysis*, size_t>> of;
  for (size_t s = 0; s < members.size(); ++s)
    for (int member : members[s]) of.emplace(item(documents, member)->document.id, std::pair(item(documents, member), s));
  for (const Happening& happening : happenings) {
    std::map<size_t, int> tellings;
    for (const HappeningMention& mention : happening.mentions) {
      const auto at = of.find(mention.document);
      if (at != of.end() && item(at->second.first->events, mention.event).lead) ++tellings[at->second.second];
    }
    const auto most = std::max_element(tellings.begin(), tellings.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most != tellings.end()) stories[most->first].happenings.push_back(happening.id);
  }
}

}  // namespace

std::vector<Story> find_stories(const std::vector<const Analysis*>& documents, const Pack& pack, const std::vector<Happening>& happenings) {
  StoryFinder finder;
  for (const Analysis* analysis : documents) {
    const LanguagePack* language = pack.language(analysis->document.lang);
    finder.add(gist_of(*analysis, language ? language->common : std::span<const CommonWord>{}));
  }
  const StoryWriter writer(documents, finder);
  std::vector<Story> stories;
  for (const std::vector<int>& members : finder.stories()) stories.push_back(writer.write(members));
  add_happenings(documents, finder.stories(), happenings, stories);
  return stories;
}

}  // namespace hearsay
