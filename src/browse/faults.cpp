// SPDX-License-Identifier: Apache-2.0
#include "browse/faults.h"

#include "browse/display.h"
#include "browse/json.h"

namespace hearsay::browse {
namespace {

constexpr int kLongest = 60;             // columns of a value: texts may be long

std::string shown(const std::string& value) { return shortened(one_line(value), kLongest); }

std::string subject(const Words& words, const Fault& fault) { return words(Words::after(Message::kOfStore, static_cast<int>(fault.of)), shown(fault.id)); }

std::string where(const Fault& fault) { return fault.table + (fault.table.empty() || fault.place.empty() ? "" : " ") + shown(fault.place); }

std::string_view name_of(LeftOut why) {
  static constexpr std::string_view kNames[] = {"nothing", "quick", "faulty", "unsettled", "other-packs"};
  return kNames[static_cast<size_t>(why)];
}

std::string left_out(const Words& words, const Verified& verified) {
  switch (verified.left_out) {
    case LeftOut::kNothing: return {};
    case LeftOut::kQuick: return words(Message::kVerifyQuick);
    case LeftOut::kFaulty: return words(Message::kVerifyRests, words(Words::after(Message::kRestAll, static_cast<int>(verified.left_out_from))));
    case LeftOut::kUnsettled: return words(Message::kVerifyUnsettled);
    case LeftOut::kOtherPacks: return words(Message::kVerifyOtherPacks);
  }
  return {};
}

}  // namespace

std::string in_words(const Words& words, const Fault& fault) {
  const std::string what = subject(words, fault);
  switch (fault.kind) {
    case FaultKind::kFile: return words(Message::kFaultFile, one_line(fault.found));
    case FaultKind::kUnreadable: return words(Message::kFaultUnreadable, what, one_line(fault.found));
    case FaultKind::kTextChanged: return words(Message::kFaultText, what);
    case FaultKind::kReadingChanged: return words(Message::kFaultReading, what);
    case FaultKind::kMissing: return words(Message::kFaultMissing, what, where(fault));
    case FaultKind::kLeftOver: return words(Message::kFaultLeftOver, what, where(fault));
    case FaultKind::kLeadsNowhere: return words(Message::kFaultNowhere, what, where(fault), shown(fault.found));
    case FaultKind::kDiffers: break;
  }
  if (fault.found.empty() && fault.expected.empty()) return words(Message::kFaultOtherwise, what, where(fault));
  return words(Message::kFaultDiffers, what, where(fault), shown(fault.found), shown(fault.expected));
}

std::string json_line(const Fault& fault) {
  Json json;
  json.text("fault", to_string(fault.kind)).text("of", to_string(fault.of)).known("id", fault.id).known("table", fault.table).known("place", fault.place);
  return json.known("found", fault.found).known("expected", fault.expected).text("mend", to_string(fault.mend)).line();
}

std::vector<std::string> in_words(const Words& words, const std::string& db, const Verified& verified) {
  const std::string documents = words.count(Message::kDocuments, verified.documents), happenings = words.count(Message::kHappenings, verified.happenings), stories = words.count(Message::kStories, verified.stories);
  std::vector<std::string> lines;
  const bool file_alone = verified.left_out == LeftOut::kFaulty && verified.left_out_from == VerifyStage::kLinks;
  if (file_alone) lines.push_back(words(Message::kVerifyDamaged, one_line(db), words.count(Message::kFaults, verified.faults)));
  else if (verified.faults == 0) lines.push_back(words(Message::kVerifySound, one_line(db), documents, happenings, stories));
  else lines.push_back(words(Message::kVerifyFaulty, one_line(db), words.count(Message::kFaults, verified.faults), documents, happenings, stories));
  if (std::string why = left_out(words, verified); !why.empty()) lines.push_back(std::move(why));
  if (verified.undigested > 0) lines.push_back(words.count(Message::kVerifyUndigested, verified.undigested));
  if (verified.aside > 0) lines.push_back(words.count(Message::kVerifyAside, verified.aside));
  return lines;
}

std::string json_line(const std::string& db, const Verified& verified) {
  Json json;
  json.text("store", db).flag("sound", verified.sound()).number("faults", verified.faults).text("left_out", name_of(verified.left_out));
  json.number("documents", verified.documents).number("happenings", verified.happenings).number("stories", verified.stories);
  return json.number("undigested", verified.undigested).number("aside", verified.aside).line();
}

std::string in_words(const Words& words, Mend mend, int64_t count) { return words.count(Words::after(Message::kMendSalvage, static_cast<int>(mend)), count); }

}  // namespace hearsay::browse
