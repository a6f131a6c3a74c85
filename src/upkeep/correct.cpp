// SPDX-License-Identifier: Apache-2.0
#include "upkeep/correct.h"

#include <algorithm>
#include <map>

#include "correction/places.h"
#include "story/order.h"
#include "story/told.h"
#include "text/utf8.h"

namespace hearsay {
namespace {

// What a person types: a name, a reason.
constexpr size_t kMostBy = 200, kMostWords = 10'000, kMostPlaces = 10'000;

Error refuse(std::string why) { return {Error::Kind::kUsage, std::move(why)}; }

bool is_merge(const Correction& correction) { return correction.kind == CorrectionKind::kMerge; }
bool is_split(const Correction& correction) { return correction.kind == CorrectionKind::kSplit; }

std::string shape_fault(const Correction& correction) {
  const bool named = correction.kind == CorrectionKind::kOwner || correction.kind == CorrectionKind::kNote;
  const auto& places = correction.places;
  const auto in_part = [&](int part) { return std::any_of(places.begin(), places.end(), [&](const CorrectedPlace& place) { return place.part == part; }); };
  if (correction.by.empty()) return "a correction needs a name: whose it is";
  if (correction.by.size() > kMostBy || correction.words.size() > kMostWords || places.size() > kMostPlaces) return "the correction is too long";
  if (!valid_utf8(correction.by) || !valid_utf8(correction.words)) return "a correction's words must be UTF-8";
  if (places.empty() && (!named || correction.actor.empty())) return "the correction does not say what it is about";
  if (correction.kind == CorrectionKind::kOwner && (correction.actor.empty() || !places.empty())) return "an owner is that of an outlet, not of a place";
  if (correction.kind == CorrectionKind::kNote && correction.words.empty()) return "a note needs words";
  if (is_merge(correction) && places.size() < 2) return "it takes two events to be one happening";
  if (is_split(correction) && !(in_part(0) && in_part(1))) return "a happening is split into two parts, and one of them is empty";
  return {};
}

// The documents that a correction is about.
class Concerned {
 public:
  explicit Concerned(const Store& store) : store_(store) {}

  Status load(const Correction& correction) {
    for (const CorrectedPlace& place : correction.places) {
      if (analyses_.contains(place.document)) continue;
      auto analysis = store_.load(place.document);
      if (!analysis) return analysis.error();
      if (!*analysis) return refuse("there is no document " + place.document);
      analyses_.emplace(place.document, std::move(**analysis));
    }
    return Nothing{};
  }

  const Analysis& operator[](const std::string& id) const { return analyses_.at(id); }
  const std::map<std::string, Analysis>& all() const { return analyses_; }

 private:
  const Store& store_;
  std::map<std::string, Analysis> analyses_;
};

std::string quoted(const CorrectedPlace& place) { return "characters " + std::to_string(place.start) + " to " + std::to_string(place.end) + " of document " + place.document; }

// Takes the place as it is read now; what is wrong with it.
std::string settle_place(const Correction& correction, const Concerned& documents, CorrectedPlace& place) {
  const Analysis& analysis = documents[place.document];
  const bool events_only = is_merge(correction) || is_split(correction);
  if (events_only && place.item != CorrectedItem::kEvent) return "happenings are made of events: " + quoted(place) + " is none";
  if (correction.kind == CorrectionKind::kReject && place.item == CorrectedItem::kWords) return "only statements and events can be rejected";
  if (place.item == CorrectedItem::kWords) {
    const CodePoints points(analysis.document.text);
    const Span span{points.byte_of(place.start), points.byte_of(place.end)};
    if (place.end < place.start || points.at(span.end) != place.end) return quoted(place) + ": past the end of the text";
    place.words = analysis.document.text.substr(span.start, span.length());
    return {};
  }
  const int at = find_item(analysis, place, correction.kind);
  if (at < 0) return "no " + std::string(to_string(place.item)) + " is read in " + quoted(place);
  const int part = place.part;
  place = place_of(analysis, place.item, at);
  place.part = part;
  return {};
}

// Corrections that hold and that this one would contradict: two events held together and kept apart.
std::string contradiction(const Correction& correction, const Concerned& documents) {
  std::map<std::string, std::pair<const Tie*, int>> met;       // by correction: a tie, and the part of this correction that it was met in
  for (const CorrectedPlace& place : correction.places) {
    const Analysis& analysis = documents[place.document];
    const int at = find_item(analysis, place, correction.kind);
    if (at < 0) continue;
    for (const Tie& tie : analysis.events[static_cast<size_t>(at)].ties) {
      const auto [other, fresh] = met.emplace(tie.correction, std::pair(&tie, place.part));
      if (fresh) continue;
      const bool apart_there = tie.apart && tie.part != other->second.first->part;
      const bool apart_here = is_split(correction) && place.part != other->second.second;
      if (is_merge(correction) && apart_there) return tie.correction + " keeps them apart: withdraw it first";
      if (apart_here && !tie.apart) return tie.correction + " takes them for one: withdraw it first";
    }
  }
  return {};
}

// Where the first telling of a merge stands among all tellings: the others are looked for there from now on.
std::string home_of(const Correction& correction, const Concerned& documents, const Who& who) {
  std::vector<Analysis> analyses;
  for (const auto& [_, analysis] : documents.all()) analyses.push_back(analysis);
  const std::vector<const Analysis*> order = canonical_order(analyses, {});
  Copies alone;
  for (size_t i = 0; i < order.size(); ++i) alone.family.push_back(static_cast<int>(i));
  const std::vector<Told> told = collect(order, alone, who);
  const auto first = std::find_if(told.begin(), told.end(), [&](const Told& one) {
    return std::any_of(correction.places.begin(), correction.places.end(),
                       [&](const CorrectedPlace& place) { return place.document == one.report && find_item(*order[static_cast<size_t>(one.document)], place, correction.kind) == one.event; });
  });
  return first == told.end() ? std::string() : place_among_tellings(*first);
}

}  // namespace

Result<std::string> correct_store(Store& store, const Pack& packs, Correction correction) {
  if (std::string why = shape_fault(correction); !why.empty()) return refuse(std::move(why));
  Concerned documents(store);
  if (const Status loaded = documents.load(correction); !loaded) return loaded.error();
  for (CorrectedPlace& place : correction.places)
    if (std::string why = settle_place(correction, documents, place); !why.empty()) return refuse(std::move(why));
  if (std::string why = contradiction(correction, documents); !why.empty()) return refuse(std::move(why));
  if (is_merge(correction)) {
    const Who who(packs.world());
    correction.told_as = home_of(correction, documents, who);
    if (correction.told_as.empty()) return refuse("rejected events tell of no happening");
  }
  return store.add_correction(correction);
}

}  // namespace hearsay
