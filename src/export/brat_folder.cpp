// What brat is told of a folder: which types, roles and attributes there are (annotation.conf) and how they are drawn (visual.conf). Source: brat's manual,
// https://brat.nlplab.org/configuration.html.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "engine/engine.h"
#include "export/coded.h"
#include "export/documents.h"
#include "record/names.h"
#include "standoff/scheme.h"

namespace hearsay {
namespace {

constexpr std::string_view kMarks[] = {scheme::kTimex, scheme::kSource, scheme::kContent, scheme::kVia, scheme::kIgnored};

struct TypeOfAct {
  std::string type, root;
};

// The packs' kinds, by their CAMEO codes.
std::vector<TypeOfAct> types_of_acts(const World& world) {
  std::vector<std::pair<std::string, TypeOfAct>> by_code;
  for (const WorldKind& kind : world.kinds()) {
    const std::string code(world.strings()[kind.cameo]);
    by_code.push_back({code, {scheme::type_of(world.strings()[kind.id]), code.substr(0, 2)}});
  }
  std::stable_sort(by_code.begin(), by_code.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<TypeOfAct> types;
  for (auto& [_, type] : by_code) types.push_back(std::move(type));
  return types;
}

template <class Names>
std::string any_of(const Names& names) {
  return fmt::format("{}", fmt::join(names, "|"));
}
std::string any_act(const std::vector<TypeOfAct>& acts) {
  std::vector<std::string_view> types;
  for (const TypeOfAct& act : acts) types.push_back(act.type);
  return any_of(types);
}

template <class Enum>
std::string values() {
  return any_of(names_of<Enum>());
}

// Kinds stand below their CAMEO root, which is no type to choose.
std::string events(const std::vector<TypeOfAct>& acts) {
  const std::string parties = any_of(scheme::kMentions);
  std::string out = fmt::format("{}\t{}?:{}, {}?:{}, {}*:{}\n", scheme::kAttribution, scheme::kSource, scheme::kSource, scheme::kContent, scheme::kContent, scheme::kVia, scheme::kVia);
  std::string root;
  for (const TypeOfAct& act : acts) {
    if (act.root != root) out += fmt::format("!CAMEO-{}\n", root = act.root);
    out += fmt::format("\t{}\t{}?:{}, {}?:{}, {}?:{}\n", act.type, scheme::kActor, parties, scheme::kRecipient, parties, scheme::kTime, scheme::kTimex);
  }
  return out;
}

std::string attributes(const std::vector<TypeOfAct>& acts) {
  const std::string all_acts = any_act(acts), attribution(scheme::kAttribution);
  const std::string events = attribution + "|" + all_acts, scored = std::string(scheme::kTimex) + "|" + events;
  std::string out;
  const auto valued = [&](std::string_view name, const std::string& of, const std::string& values) { out += fmt::format("{}\tArg:{}, Value:{}\n", name, of, values); };
  const auto flag = [&](std::string_view name, const std::string& of) { out += fmt::format("{}\tArg:{}\n", name, of); };
  valued(scheme::kTimexType, std::string(scheme::kTimex), values<TimeType>());
  valued(scheme::kForm, any_of(scheme::kMentions), values<MentionForm>());
  valued(scheme::kAct, attribution, values<Act>());
  valued(scheme::kMode, attribution, values<Mode>());
  flag(scheme::kAnonymous, attribution);
  flag(scheme::kNoCue, attribution);
  valued(scheme::kStatus, all_acts, values<EventStatus>());
  flag(scheme::kLead, all_acts);
  flag(scheme::kOptional, scored);
  flag(scheme::kHard, attribution);
  return out;
}

std::string annotation_conf(const std::vector<TypeOfAct>& acts) {
  return fmt::format("[entities]\n{}\n{}\n\n[relations]\n\n[events]\n{}\n[attributes]\n{}", fmt::join(kMarks, "\n"), fmt::join(scheme::kMentions, "\n"), events(acts), attributes(acts));
}

std::string visual_conf(const std::vector<TypeOfAct>& acts) {
  constexpr std::string_view kMentionColour = "#ffccaa", kMarkColour = "#e8e8e8", kTimexColour = "#ffe680", kAttributionColour = "#c9b8f0";
  constexpr std::string_view kQuadColours[] = {"#ffffff", "#bfe3f7", "#b9e8b0", "#f9d0b0", "#f3a6a6"};          // by quad class
  std::string out = "[labels]\nOrganisation | Organisation | Org\nAttribution | Attribution | Said\nRecipient | Recipient | Rec\n\n[drawing]\n"
                    "SPAN_DEFAULT\tfgColor:black, bgColor:#ffffff, borderColor:darken\nARC_DEFAULT\tcolor:black, arrowHead:triangle-5\n";
  const auto colour = [&](std::string_view type, std::string_view background) { out += fmt::format("{}\tbgColor:{}\n", type, background); };
  colour(scheme::kTimex, kTimexColour);
  for (const std::string_view type : scheme::kMentions) colour(type, kMentionColour);
  for (const std::string_view type : kMarks)
    if (type != scheme::kTimex) colour(type, kMarkColour);
  colour(scheme::kAttribution, kAttributionColour);
  for (const TypeOfAct& act : acts) colour(act.type, kQuadColours[quad_class(act.root)]);
  return out;
}

}  // namespace

std::vector<ExportedFile> brat_folder(const Engine& engine) {
  const std::vector<TypeOfAct> acts = types_of_acts(engine.impl().pack.world());
  return {{"annotation.conf", annotation_conf(acts)}, {"visual.conf", visual_conf(acts)}};
}

}  // namespace hearsay
