// SPDX-License-Identifier: Apache-2.0
#include "chronicle/chronicle.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <tuple>

#include "base/hash.h"
#include "chronicle/standing.h"
#include "story/evidence.h"
#include "story/order.h"

namespace hearsay {
namespace {

// Groups that one clause tells of several pairs of parties: an act of three or more. Each group's set has a number, and
// -1 stands for an act of two.
std::vector<int> find_joint_acts(const Library& library, const std::vector<Group>& groups) {
  std::vector<int> set(groups.size());
  for (size_t g = 0; g < groups.size(); ++g) set[g] = static_cast<int>(g);
  const auto root = [&](int g) {
    while (item(set, g) != g) g = item(set, g);
    return g;
  };
  std::map<std::tuple<int, uint32_t, uint32_t, std::string_view>, int> clause;
  for (size_t g = 0; g < groups.size(); ++g) {
    for (int i : groups[g].told) {
      const Told& told = item(library.told, i);
      if (!told.what->joint) continue;
      const int a = root(static_cast<int>(g));
      const Event& event = *told.what;
      const std::tuple key(told.document, event.span.start, event.span.end, std::string_view(event.kind));
      const int b = root(clause.emplace(key, a).first->second);
      item(set, std::max(a, b)) = std::min(a, b);
    }
  }
  std::map<int, int> size;
  for (size_t g = 0; g < groups.size(); ++g) ++size[root(static_cast<int>(g))];
  std::vector<int> out;
  for (size_t g = 0; g < groups.size(); ++g) {
    const int act = root(static_cast<int>(g));
    out.push_back(size[act] > 1 ? act : -1);
  }
  return out;
}

std::optional<HappeningParty> party_of(const Analysis& analysis, const Party& party) {
  if (party.actor < 0) return std::nullopt;
  const Actor& actor = item(analysis.actors, party.actor);
  return HappeningParty{actor.id, actor.name, actor.code, actor.country};
}

// A plan has the status of its last report; on one day, cancelled before planned before possible.
EventStatus status_of(const Library& library, const Group& group) {
  const auto rank = [](EventStatus status) {
    return status == EventStatus::kCancelled ? 2 : status == EventStatus::kPlanned ? 1 : 0;
  };
  const Told& first = item(library.told, group.told.front());
  EventStatus status = first.what->status;
  Day last = first.published.value_or(kNoStart);
  for (int i : group.told) {
    const Told& told = item(library.told, i);
    if (told.course == Course::kHappened && told.what->status == EventStatus::kHappened) return EventStatus::kHappened;
    const Day day = told.published.value_or(kNoStart);
    if (told.course != Course::kPlan || day < last || (day == last && rank(told.what->status) <= rank(status))) continue;
    status = told.what->status;
    last = day;
  }
  return status;
}

bool calls_unverified(const Analysis& analysis, const Event& event) {
  const std::vector<int> around = statements_around(analysis, event);
  const auto flagged = [&](int s) { return item(analysis.statements, s).unverified; };
  return event.unverified || std::any_of(around.begin(), around.end(), flagged);
}

class Writer {
 public:
  Writer(const Library& library, const std::vector<Group>& groups)
      : library_(library), groups_(groups), joint_(find_joint_acts(library, groups)) {
    for (size_t g = 0; g < groups.size(); ++g)
      if (joint_[g] >= 0) acts_[joint_[g]].push_back(g);
    for (const Analysis* analysis : library.documents) code_points_.emplace_back(analysis->document.text);
  }

  Happening write(size_t g) const {
    const Group& group = groups_[g];
    const Case happening{&library_, &group, sides(g)};
    Happening out;
    out.id = group.id;
    describe(out, happening.first(), group);
    if (joint_[g] >= 0) out.joint = joint_id(joint_[g]);
    add_mentions(out, group);
    const std::vector<Testimony> heard = testimonies(happening);
    const Verdicts verdicts = weigh(happening, heard, kNoEnd);
    const Judgement judgement = judge(happening, verdicts);
    out.standing = judgement.standing;
    out.reason = judgement.reason;
    for (const CountedOrigin& one : verdicts.origins) out.origins.push_back(one.origin);
    for (const CountedOrigin& one : verdicts.denials) out.denials.push_back(one.origin);
    for (const CountedOrigin& one : verdicts.declined) out.declined.push_back(one.origin);
    add_history(out, happening, heard);
    return out;
  }

 private:
  void describe(Happening& out, const Told& first, const Group& group) const {
    const Analysis& analysis = library_.analysis(first.document);
    const Event& event = *first.what;
    out.kind = event.kind;
    out.cameo = event.cameo;
    out.plover = event.plover;
    out.goldstein = event.goldstein;
    out.source = party_of(analysis, event.source);
    out.target = party_of(analysis, event.target);
    if (group.period) {
      out.from = group.period->from;
      out.to = group.period->to;
    }
    out.status = status_of(library_, group);
  }

  std::vector<PartySide> sides(size_t g) const {
    std::vector<PartySide> out = sides_of(library_, groups_[g]);
    if (joint_[g] < 0) return out;
    for (size_t other : acts_.at(joint_[g]))
      if (other != g) add_sides(out, sides_of(library_, groups_[other]));
    return out;
  }

  std::string joint_id(int set) const {
    std::set<std::string> ids;
    for (size_t g : acts_.at(set)) ids.insert(groups_[g].id);
    std::string all;
    for (const std::string& id : ids) all += id;
    char out[18];
    std::snprintf(out, sizeof out, "j%016llx", static_cast<unsigned long long>(hash_bytes(all)));
    return out;
  }

  void add_mentions(Happening& out, const Group& group) const {
    std::set<int> documents;
    std::set<std::string> outlets;
    for (size_t i = 0; i < group.told.size(); ++i) {
      const Told& told = item(library_.told, group.told[i]);
      const Analysis& analysis = library_.analysis(told.document);
      const CodePoints& points = item(code_points_, told.document);
      const Span span = told.what->span;
      const uint32_t start = points.at(span.start), end = points.at(span.end);
      out.mentions.push_back({analysis.document.id, told.event, start, end, group.because[i], told.what->lead});
      out.unverified |= calls_unverified(analysis, *told.what);
      documents.insert(told.document);
      if (analysis.document.outlet_id) outlets.insert(*analysis.document.outlet_id);
      else if (analysis.document.outlet_name) outlets.insert(*analysis.document.outlet_name);
    }
    out.announced_by = group.plans;
    out.carried_out_by = group.fulfilments;
    out.documents = static_cast<int>(documents.size());
    out.outlets = static_cast<int>(outlets.size());
  }

  // One entry per day of publication; documents without a date stand before all others, in an entry without a day.
  void add_history(Happening& out, const Case& happening, const std::vector<Testimony>& heard) const {
    std::map<Day, std::set<int>> days;
    for (int i : happening.group->told) {
      const Told& told = item(library_.told, i);
      days[told.published.value_or(kNoStart)].insert(told.document);
    }
    for (const auto& [day, documents] : days) {
      Judgement then = judge(happening, weigh(happening, heard, day));
      StandingChange change{day == kNoStart ? "" : iso(day), then.standing, {}, std::move(then.reason)};
      for (int document : documents) change.because.push_back(library_.analysis(document).document.id);
      out.history.push_back(std::move(change));
    }
  }

  const Library& library_;
  const std::vector<Group>& groups_;
  std::vector<int> joint_;
  std::map<int, std::vector<size_t>> acts_;        // groups by their number in joint_
  std::vector<CodePoints> code_points_;
};

}  // namespace

std::vector<Happening> write_happenings(const Library& library, const std::vector<Group>& groups) {
  const Writer writer(library, groups);
  std::vector<Happening> out;
  out.reserve(groups.size());
  for (size_t g = 0; g < groups.size(); ++g) out.push_back(writer.write(g));
  sort_by_time(out);
  return out;
}

void sort_by_time(std::vector<Happening>& happenings) {
  const auto key = [](const Happening& h) { return std::tuple(or_last(h.from), std::string_view(h.id)); };
  std::sort(happenings.begin(), happenings.end(), [&](const Happening& a, const Happening& b) { return key(a) < key(b); });
}

std::vector<Happening> build_chronicle(const std::vector<Analysis>& analyses, const World& world, std::optional<Day> as_of) {
  const Library library(canonical_order(analyses, as_of), world);
  return write_happenings(library, group_events(library.told));
}

std::string why_apart(const std::vector<Analysis>& analyses, const World& world, const Happening& a, const Happening& b) {
  const Library library(canonical_order(analyses, {}), world);
  const auto tellings = [&](const Happening& happening) {
    std::vector<int> out;
    for (size_t i = 0; i < library.told.size(); ++i) {
      const Told& told = library.told[i];
      const auto it_is = [&](const HappeningMention& mention) { return mention.document == told.report && mention.event == told.event; };
      if (std::any_of(happening.mentions.begin(), happening.mentions.end(), it_is)) out.push_back(static_cast<int>(i));
    }
    return out;
  };
  const std::vector<int> x = tellings(a), y = tellings(b);
  if (x.empty() || y.empty()) return {};
  return refusal(cluster_of(library.told, x), cluster_of(library.told, y));
}

}  // namespace hearsay
