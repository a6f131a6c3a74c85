// Kinds are the packs' own words. Only those that name one act differently are listed here; all others are one if equal,
// or related if CAMEO gives them one specific code.
// SPDX-License-Identifier: Apache-2.0
#include "story/kinds.h"

#include <algorithm>
#include <array>
#include <span>

namespace hearsay {
namespace {

struct Family {
  std::string_view name, kind;
  Likeness likeness;
};
constexpr std::array kFamilies = {
    Family{"letter", "letter", Likeness::kSame},      Family{"letter", "letter-sent", Likeness::kSame},
    Family{"letter", "letter-received", Likeness::kSame}, Family{"encounter", "meeting", Likeness::kRelated},
    Family{"encounter", "meeting-held", Likeness::kRelated}, Family{"encounter", "summit", Likeness::kRelated},
    Family{"encounter", "visit", Likeness::kRelated}, Family{"encounter", "visit-hosted", Likeness::kRelated},
    Family{"encounter", "talks", Likeness::kRelated},
};
constexpr std::string_view kEncounter = "encounter";
constexpr std::array<std::string_view, 3> kEncounterCodes = {"042", "043", "044"};    // CAMEO: make a visit, host a visit, meet
constexpr std::array<std::string_view, 10> kFrequent = {"01", "02", "10", "11", "13", "14", "15", "17", "18", "19"};
constexpr std::array<std::string_view, 5> kSpeech = {"01", "02", "10", "11", "13"};

const Family* find_family(std::string_view kind) {
  const auto at = std::find_if(kFamilies.begin(), kFamilies.end(), [&](const Family& family) { return family.kind == kind; });
  return at == kFamilies.end() ? nullptr : &*at;
}

bool holds(std::span<const std::string_view> list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

// A code of three digits or more that is not its root's "not specified below" (040, 120).
bool is_specific(std::string_view cameo) { return cameo.size() > 3 || (cameo.size() == 3 && cameo.back() != '0'); }

}  // namespace

Likeness likeness(const Event& a, const Event& b) {
  if (a.kind == b.kind) return Likeness::kSame;
  const Family* left = find_family(a.kind);
  const Family* right = find_family(b.kind);
  if (left && right) return left->name == right->name ? left->likeness : Likeness::kNone;
  return a.cameo == b.cameo && is_specific(a.cameo) ? Likeness::kRelated : Likeness::kNone;
}

std::string_view cameo_root(const Event& event) {
  if (event.cameo.size() < 2) return event.kind;
  return std::string_view(event.cameo).substr(0, 2);
}

std::string_view kind_family(const Event& event) {
  const Family* family = find_family(event.kind);
  return family ? family->name : std::string_view(event.kind);
}

std::string_view kind_class(const Event& event) {
  if (const Family* family = find_family(event.kind)) return family->name;
  if (holds(kEncounterCodes, event.cameo)) return kEncounter;
  return is_specific(event.cameo) ? std::string_view(event.cameo) : std::string_view(event.kind);
}

bool either_order(const Event& event) { return event.joint || kind_family(event) == kEncounter; }

bool is_visit(const Event& event) { return event.kind == "visit" || event.kind == "visit-hosted"; }

int host(const Event& event) {
  if (event.kind == "visit") return event.target.actor;
  return event.kind == "visit-hosted" ? event.source.actor : -1;
}

bool is_frequent(std::string_view root) { return holds(kFrequent, root); }

bool is_speech(std::string_view root) { return holds(kSpeech, root); }

}  // namespace hearsay
