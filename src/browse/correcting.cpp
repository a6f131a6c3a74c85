// SPDX-License-Identifier: Apache-2.0
#include "browse/correcting.h"

#include <algorithm>

#include "browse/describe.h"
#include "browse/find_happenings.h"
#include "record/names.h"

namespace hearsay::browse {
namespace {

constexpr size_t kMostNamed = 5;

class Maker {
 public:
  Maker(const Session& session, const Holdings& holdings, const CorrectionOptions& asked, Trouble& trouble)
      : session_(session), holdings_(holdings), asked_(asked), trouble_(trouble) {}

  bool make(Correction& correction) {
    switch (correction.kind) {
      case CorrectionKind::kReject: return reject(correction);
      case CorrectionKind::kMerge: return merge(correction);
      case CorrectionKind::kSplit: return split(correction);
      case CorrectionKind::kOwner: return own(correction);
      case CorrectionKind::kNote: return note(correction);
    }
    return false;
  }

 private:
  bool refuse(const std::string& why) { return session_.complain(why), trouble_ = Trouble::kUsage, false; }
  bool refuse(Message why) { return refuse(session_.words(why)); }

  bool add_item(Correction& correction, const Analysis& analysis, const std::string& item) {
    if (const auto event = item_number(item, 'e', analysis.events.size())) correction.places.push_back(place_of(analysis, CorrectedItem::kEvent, static_cast<int>(*event)));
    else if (const auto said = item_number(item, 's', analysis.statements.size())) correction.places.push_back(place_of(analysis, CorrectedItem::kStatement, static_cast<int>(*said)));
    else return session_.complain(session_.words(Message::kNoItem, analysis.document.path, item)), trouble_ = Trouble::kNotFound, false;
    return true;
  }

  std::optional<Analysis> document(const std::string& asked) {
    auto analysis = load_document(session_, holdings_.store, asked);
    if (!analysis) trouble_ = Trouble::kNotFound;
    return analysis;
  }

  // The one that is meant by the beginning of an id, or that one of a former id has become.
  std::optional<Happening> happening(const std::string& asked) {
    auto found = load_happenings(session_, holdings_, {.id = asked});
    if (found && found->empty()) {
      const std::string now = successor_of(session_, holdings_.store, asked, trouble_);
      if (!now.empty()) found = load_happenings(session_, holdings_, {.id = now});
    }
    if (!found) return trouble_ = Trouble::kStore, std::nullopt;
    const auto exact = std::find_if(found->begin(), found->end(), [&](const Happening& one) { return one.id == asked; });
    if (exact != found->end()) return *exact;
    if (found->size() == 1) return found->front();
    session_.complain(found->empty() ? session_.words(Message::kNoHappening, asked) : session_.words(Message::kAmbiguous, asked, found->size()));
    return trouble_ = Trouble::kNotFound, std::nullopt;
  }

  bool add_tellings(Correction& correction, const Happening& happening, const std::set<std::string>& part_one) {
    for (const HappeningMention& mention : happening.mentions) {
      const auto analysis = holdings_.store.load(mention.document);
      if (!analysis) return session_.complain(analysis.error()), trouble_ = Trouble::kStore, false;
      if (!*analysis || static_cast<size_t>(mention.event) >= (*analysis)->events.size()) continue;
      correction.places.push_back(place_of(**analysis, CorrectedItem::kEvent, mention.event));
      correction.places.back().part = part_one.contains(mention.document) ? 1 : 0;
    }
    return true;
  }

  bool reject(Correction& correction) {
    if (asked_.documents.size() != 1 || asked_.items.empty()) return refuse(Message::kRejectWhat);
    const auto analysis = document(asked_.documents.front());
    return analysis && std::all_of(asked_.items.begin(), asked_.items.end(), [&](const std::string& item) { return add_item(correction, *analysis, item); });
  }

  bool merge(Correction& correction) {
    std::set<std::string> ids;
    for (const std::string& asked : asked_.happenings) {
      const auto found = happening(asked);
      if (!found) return false;
      if (ids.insert(found->id).second && !add_tellings(correction, *found, {})) return false;
    }
    return ids.size() >= 2 || refuse(Message::kMergeWhat);
  }

  bool split(Correction& correction) {
    if (asked_.happenings.size() != 1 || asked_.documents.empty()) return refuse(Message::kSplitWhat);
    const auto found = happening(asked_.happenings.front());
    if (!found) return false;
    std::set<std::string> part_one;
    for (const std::string& asked : asked_.documents) {
      const std::string id = find_document(session_, holdings_.store, asked);
      if (id.empty()) return trouble_ = Trouble::kNotFound, false;
      part_one.insert(id);
    }
    if (!add_tellings(correction, *found, part_one)) return false;
    if (!asked_.items.empty() && !only_items(correction)) return false;
    const auto goes = std::count_if(correction.places.begin(), correction.places.end(), [](const CorrectedPlace& place) { return place.part == 1; });
    if (goes == 0 || goes == static_cast<std::ptrdiff_t>(correction.places.size())) return refuse(session_.words(Message::kSplitNothing, found->id));
    return true;
  }

  // Of one document some events go, and others stay.
  bool only_items(Correction& correction) {
    if (asked_.documents.size() != 1) return refuse(Message::kSplitWhat);
    const auto analysis = document(asked_.documents.front());
    Correction named;
    if (!analysis || !std::all_of(asked_.items.begin(), asked_.items.end(), [&](const std::string& item) { return add_item(named, *analysis, item); })) return false;
    for (CorrectedPlace& place : correction.places) {
      const auto same = [&](const CorrectedPlace& one) { return one.start == place.start && one.end == place.end && one.read_as == place.read_as; };
      if (place.part == 1 && std::none_of(named.places.begin(), named.places.end(), same)) place.part = 0;
    }
    return true;
  }

  // The ids that may be meant, by id, code or name; `outlet`: of outlets. Those that print documents need be nobody that is named in one.
  std::optional<std::set<std::string>> ids_of(const std::string& asked, bool outlet) {
    const auto known = holdings_.engine.find_actors(asked);
    const auto found = holdings_.store.find_actors(asked, known);
    if (!found) return session_.complain(found.error()), trouble_ = Trouble::kStore, std::nullopt;
    std::set<std::string> ids;
    for (const Actor& one : *found)
      if (!outlet || one.outlet) ids.insert(one.id);
    if (!outlet) ids.insert(known.begin(), known.end());
    if (!ids.empty()) return ids;
    const auto printed = holdings_.store.list_documents({.outlet = asked});
    if (!printed) return session_.complain(printed.error()), trouble_ = Trouble::kStore, std::nullopt;
    const auto first = printed->empty() ? Result<std::optional<Analysis>>(std::nullopt) : holdings_.store.load(printed->front());
    if (!first) return session_.complain(first.error()), trouble_ = Trouble::kStore, std::nullopt;
    if (*first && (*first)->document.outlet_id) ids.insert(*(*first)->document.outlet_id);
    return ids;
  }

  std::optional<std::string> actor(const std::string& asked, bool outlet) {
    const auto ids = ids_of(asked, outlet);
    return ids ? only(asked, *ids, outlet) : std::nullopt;
  }
  std::optional<std::string> only(const std::string& asked, const std::set<std::string>& ids, bool outlet) {
    if (ids.contains(asked)) return asked;
    if (ids.size() == 1) return *ids.begin();
    trouble_ = Trouble::kNotFound;
    if (ids.empty()) return session_.complain(session_.words(outlet ? Message::kNoOutlet : Message::kNoActor, asked)), std::nullopt;
    std::string all;
    for (const std::string& id : ids) all += (all.empty() ? "" : ", ") + id;
    return session_.complain(session_.words(Message::kSeveralActors, asked, all)), std::nullopt;
  }

  bool own(Correction& correction) {
    if (!asked_.actor) return refuse(Message::kOwnerWhat);
    const auto outlet = actor(*asked_.actor, true);
    if (!outlet) return false;
    correction.actor = *outlet;
    if (!asked_.owner || asked_.owner->empty()) return true;
    const auto ids = ids_of(*asked_.owner, false);
    if (!ids) return false;
    // Whoever no pack and no report knows can own outlets all the same: it is what they have in common.
    const auto owner = ids->empty() ? std::optional(*asked_.owner) : only(*asked_.owner, *ids, false);
    if (owner) correction.owner = *owner;
    return owner.has_value();
  }

  bool note(Correction& correction) {
    if (asked_.happenings.size() + asked_.documents.size() + (asked_.actor ? 1 : 0) != 1 || correction.words.empty()) return refuse(Message::kNoteWhat);
    if (asked_.actor) {
      const auto who = actor(*asked_.actor, false);
      if (who) correction.actor = *who;
      return who.has_value();
    }
    if (!asked_.happenings.empty()) {
      const auto found = happening(asked_.happenings.front());
      return found && add_tellings(correction, *found, {});
    }
    const auto analysis = document(asked_.documents.front());
    if (!analysis) return false;
    if (asked_.items.empty()) correction.places.emplace_back().document = analysis->document.id;     // all of it
    return std::all_of(asked_.items.begin(), asked_.items.end(), [&](const std::string& item) { return add_item(correction, *analysis, item); });
  }

  const Session& session_;
  const Holdings& holdings_;
  const CorrectionOptions& asked_;
  Trouble& trouble_;
};

std::string named(const std::vector<std::string>& all, const Words& words) {
  std::string out;
  for (size_t i = 0; i < std::min(all.size(), kMostNamed); ++i) out += (i == 0 ? "" : ", ") + all[i];
  return all.size() <= kMostNamed ? out : words(Message::kPlacesMore, out, all.size() - kMostNamed);
}

// Each document's places, in the words of the part that is meant.
std::string places_words(const Correction& correction, int part, const Words& words) {
  std::vector<std::string> all;
  for (const CorrectedPlace& place : correction.places)
    if (place.part == part) all.push_back(place.document + ":" + std::to_string(place.start) + "-" + std::to_string(place.end) + (place.words.empty() ? "" : " \"" + beginning(place.words) + "\""));
  return named(all, words);
}

std::string said(const Correction& correction, const Words& words) {
  switch (correction.kind) {
    case CorrectionKind::kReject: return words(Message::kRejected, correction.by, places_words(correction, 0, words));
    case CorrectionKind::kMerge: return words(Message::kMerged, correction.by, places_words(correction, 0, words));
    case CorrectionKind::kSplit: return words(Message::kSplitOff, correction.by, places_words(correction, 1, words));
    case CorrectionKind::kOwner: return correction.owner.empty() ? words(Message::kOwnedByNobody, correction.by, correction.actor) : words(Message::kOwned, correction.by, correction.actor, correction.owner);
    case CorrectionKind::kNote: return words(Message::kNoted, correction.by, correction.actor.empty() ? places_words(correction, 0, words) : correction.actor);
  }
  return {};
}

}  // namespace

std::optional<Correction> correction_of(const Session& session, const Holdings& holdings, const CorrectionOptions& asked, Trouble& trouble) {
  const auto kind = parse_name<CorrectionKind>(asked.kind);
  if (!kind) return session.complain(session.words(Message::kNoCorrectionKind, asked.kind)), trouble = Trouble::kUsage, std::nullopt;
  Correction correction;
  correction.kind = *kind;
  correction.by = asked.by;
  correction.words = asked.words.value_or("");
  if (!Maker(session, holdings, asked, trouble).make(correction)) return std::nullopt;
  return correction;
}

std::string correction_words(const Correction& correction, const Words& words) {
  return correction.id + ": " + said(correction, words) + (correction.words.empty() ? "" : ": " + correction.words);
}

}  // namespace hearsay::browse
