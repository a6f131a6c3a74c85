// Annotations of brat as gold: what `export --format brat` wrote and somebody mended, or what was marked by hand in its scheme. All layers count, for all can be marked.
// Names are words at their places: who is meant by them is not asked, for brat cannot change the references from mentions to actors.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <filesystem>

#include "base/ascii.h"
#include "eval/gold.h"
#include "standoff/scheme.h"
#include "standoff/standoff.h"

namespace hearsay {

namespace {

struct Malformed {
  int line;
  std::string what;
};

Range range(const TextBound& bound) { return {static_cast<int>(bound.start), static_cast<int>(bound.end)}; }

class BratReader {
 public:
  BratReader(const Standoff& ann, const ActTypes& acts) : acts_(acts) {
    for (const TextBound& bound : ann.bounds) bounds_[bound.id] = &bound;
    for (const StandoffEvent& event : ann.events) triggers_[event.id] = bounds_[event.trigger];
    for (const StandoffAttribute& attribute : ann.attributes) attributes_[{attribute.of, attribute.name}] = attribute.value;
    for (const StandoffNote& note : ann.notes) notes_[note.of] = note.words;
  }

  GoldFile read(const Standoff& ann) const {
    GoldFile gold;
    gold.as_written = true;
    gold.times.emplace(), gold.statements.emplace(), gold.events.emplace();
    for (const TextBound& bound : ann.bounds) {
      if (bound.type == scheme::kTimex) gold.times->push_back(time(bound));
      if (bound.type == scheme::kIgnored) gold.ignored_at.push_back(range(bound));
    }
    for (const StandoffEvent& event : ann.events) {
      if (event.type == scheme::kAttribution) gold.statements->push_back(statement(event));
      else gold.events->push_back(act(event));
    }
    return gold;
  }

 private:
  void place(const std::string& id, const TextBound& bound, GoldEntry& entry) const {
    std::from_chars(id.data() + 1, id.data() + id.size(), entry.number);
    entry.anchor = bound.words;
    entry.at = range(bound);
    entry.optional = has(id, scheme::kOptional);
    entry.hard = has(id, scheme::kHard);
  }

  GoldTime time(const TextBound& bound) const {
    GoldTime time;
    place(bound.id, bound, time);
    time.type = attribute(bound.id, scheme::kTimexType);
    if (const auto note = notes_.find(bound.id); note != notes_.end()) time.value = values(note->second);
    return time;
  }

  // "2019 | 2019-06"
  static Accepted values(std::string_view note) {
    Accepted out;
    for (size_t from = 0, to; from <= note.size(); from = to + 1) {
      to = std::min(note.find('|', from), note.size());
      out.emplace_back(trim(note.substr(from, to - from)));
    }
    return out;
  }

  GoldStatement statement(const StandoffEvent& event) const {
    GoldStatement said;
    const TextBound& cue = *triggers_.at(event.id);
    place(event.id, cue, said);
    said.cue = Accepted{has(event.id, scheme::kNoCue) ? std::nullopt : std::optional(cue.words)};
    said.speaker = names(event, scheme::kSource);
    said.anonymous = has(event.id, scheme::kAnonymous);
    said.act = attribute(event.id, scheme::kAct);
    said.mode = attribute(event.id, scheme::kMode);
    if (const auto content = filling(event, scheme::kContent); !content.empty()) said.content_at = range(*content.front());
    said.via.emplace();
    for (const TextBound* carrier : filling(event, scheme::kVia)) said.via->push_back({name(*carrier)});
    return said;
  }

  GoldEvent act(const StandoffEvent& event) const {
    const auto type = acts_.find(event.type);
    if (type == acts_.end()) throw Malformed{event.line, "no kind of event that the packs know: " + event.type};
    GoldEvent act;
    place(event.id, *triggers_.at(event.id), act);
    act.codes = {type->second.root};
    act.source = names(event, scheme::kActor);
    act.target = names(event, scheme::kRecipient);
    if (type->second.joint) either_way_round(act);
    act.status = attribute(event.id, scheme::kStatus);
    // As gold files write it.
    if (act.status && act.status->front() == to_string(EventStatus::kCancelled)) act.status = Accepted{std::string(to_string(EventStatus::kNotHappened))};
    act.dated_by.emplace();
    if (const auto when = filling(event, scheme::kTime); !when.empty()) act.dated_by->emplace(time(*when.front()));
    return act;
  }

  static void either_way_round(GoldEvent& act) {
    for (auto* side : {&act.source, &act.target})
      if (side->empty()) side->emplace_back();
    act.source.insert(act.source.end(), act.target.begin(), act.target.end());
    act.target = act.source;
  }

  bool has(const std::string& of, std::string_view name) const { return attributes_.contains({of, std::string(name)}); }
  IfGiven<Accepted> attribute(const std::string& of, std::string_view name) const {
    const auto at = attributes_.find({of, std::string(name)});
    return at == attributes_.end() || at->second.empty() ? std::nullopt : std::optional(Accepted{at->second});
  }

  // What fills a role, in the order of its numbers.
  std::vector<const TextBound*> filling(const StandoffEvent& event, std::string_view role) const {
    std::vector<StandoffRole> roles;
    std::copy_if(event.roles.begin(), event.roles.end(), std::back_inserter(roles), [&](const StandoffRole& one) { return one.name == role; });
    std::stable_sort(roles.begin(), roles.end(), [](const StandoffRole& a, const StandoffRole& b) { return a.number < b.number; });
    std::vector<const TextBound*> out;
    for (const StandoffRole& one : roles) out.push_back(one.of.starts_with('T') ? bounds_.at(one.of) : triggers_.at(one.of));
    return out;
  }
  static GoldName name(const TextBound& bound) { return {bound.words, range(bound)}; }
  std::vector<GoldName> names(const StandoffEvent& event, std::string_view role) const {
    std::vector<GoldName> out;
    for (const TextBound* bound : filling(event, role)) out.push_back(name(*bound));
    return out;
  }

  const ActTypes& acts_;
  std::map<std::string, const TextBound*> bounds_, triggers_;      // by the id of T, of E
  std::map<std::pair<std::string, std::string>, std::string> attributes_;
  std::map<std::string, std::string> notes_;
};

}  // namespace

Result<std::optional<GoldFile>> parse_brat_gold(const std::string& path, std::string_view bytes, const ActTypes& acts) {
  const Result<Standoff> ann = read_standoff(path, bytes);
  if (!ann) return ann.error();
  if (ann->bounds.empty()) return std::optional<GoldFile>();
  try {
    GoldFile gold = BratReader(*ann, acts).read(*ann);
    gold.path = path;
    gold.document = std::filesystem::path(path).filename().replace_extension(".txt").string();
    return std::optional(std::move(gold));
  } catch (const Malformed& fault) {
    return Error{Error::Kind::kInput, path + ":" + std::to_string(fault.line) + ": " + fault.what};
  }
}

}  // namespace hearsay
