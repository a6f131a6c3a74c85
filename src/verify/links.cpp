// SPDX-License-Identifier: Apache-2.0
#include "verify/verifying.h"

namespace hearsay {
namespace {

FaultOf of(LinkFault::Of of) {
  switch (of) {
    case LinkFault::Of::kDocument: return FaultOf::kDocument;
    case LinkFault::Of::kHappening: return FaultOf::kHappening;
    case LinkFault::Of::kStory: return FaultOf::kStory;
    case LinkFault::Of::kActor: return FaultOf::kActor;
    case LinkFault::Of::kCorrection: return FaultOf::kCorrection;
    case LinkFault::Of::kFeed: return FaultOf::kFeed;
    case LinkFault::Of::kId: return FaultOf::kId;
  }
  return FaultOf::kId;
}

FaultKind kind(LinkFault::Kind kind) {
  switch (kind) {
    case LinkFault::Kind::kMissing: return FaultKind::kMissing;
    case LinkFault::Kind::kLeftOver: return FaultKind::kLeftOver;
    case LinkFault::Kind::kDiffers: return FaultKind::kDiffers;
    case LinkFault::Kind::kLeadsNowhere: return FaultKind::kLeadsNowhere;
  }
  return FaultKind::kDiffers;
}

Mend mend_of(const std::string& table) {
  for (const char* rows : {"times", "actors", "statements", "events", "feed_lists", "seen"})
    if (table == rows) return Mend::kLoneRows;
  if (table == "exact" || table == "plain") return Mend::kWords;
  if (table == "corrected") return Mend::kCorrected;
  return table == "successors" ? Mend::kFormerIds : Mend::kChronicle;
}

// Follows what is written in the record of one happening or story.
class Following {
 public:
  Following(Verifying& verifying, FaultOf of, const std::string& id) : verifying_(verifying), of_(of), id_(id) {}

  void document(const std::string& place, const std::string& id) { lead(place, id, verifying_.kept.has_document(id), FaultOf::kDocument, id); }
  void statement(const std::string& place, const StatementRef& said) {
    if (said.statement < 0) return document(place, said.document);
    lead(place, said.document + " s" + std::to_string(said.statement + 1), verifying_.kept.has_statement(said.document, said.statement), FaultOf::kDocument, said.document);
  }
  void telling(const std::string& place, const HappeningMention& mention) {
    const bool there = verifying_.kept.has_document(mention.document) && verifying_.kept.has_telling(mention.document, mention.event);
    lead(place, mention.document + " e" + std::to_string(mention.event + 1), there, FaultOf::kDocument, mention.document);
  }
  void happening(const std::string& place, const std::string& id) {
    lead(place, id, !verifying_.kept.record(Inspection::Records::kHappenings, id).empty(), FaultOf::kHappening, id);
  }

 private:
  // What is itself at fault has been told; a document that has not been settled yet may be gone.
  void lead(const std::string& place, const std::string& where, bool there, FaultOf of, const std::string& to) {
    if (there || verifying_.is_named(of, to) || (of == FaultOf::kDocument && verifying_.kept.is_changed(to))) return;
    verifying_.report({FaultKind::kLeadsNowhere, of_, id_, "record", place, where, "", Mend::kChronicle, 0});
  }

  Verifying& verifying_;
  FaultOf of_;
  const std::string& id_;
};

std::string numbered(const char* name, size_t i) { return std::string(name) + '[' + std::to_string(i) + ']'; }

void follow_origins(Following& following, const char* name, const std::vector<Origin>& origins) {
  for (size_t i = 0; i < origins.size(); ++i)
    for (size_t j = 0; j < origins[i].statements.size(); ++j) following.statement(numbered(name, i) + numbered(".statements", j), origins[i].statements[j]);
}

void follow(Following& following, const Happening& happening) {
  for (size_t i = 0; i < happening.mentions.size(); ++i) following.telling(numbered("mentions", i), happening.mentions[i]);
  follow_origins(following, "origins", happening.origins);
  follow_origins(following, "denials", happening.denials);
  follow_origins(following, "declined", happening.declined);
  for (size_t i = 0; i < happening.history.size(); ++i)
    for (const std::string& id : happening.history[i].because) following.document(numbered("history", i), id);
  for (const std::string& id : happening.announced_by) following.happening("announced_by", id);
  for (const std::string& id : happening.carried_out_by) following.happening("carried_out_by", id);
}

void follow(Following& following, const Story& story) {
  for (size_t i = 0; i < story.documents.size(); ++i) following.document(numbered("documents", i), story.documents[i]);
  if (!story.titled_by.empty()) following.document("titled_by", story.titled_by);
  for (size_t i = 0; i < story.happenings.size(); ++i) following.happening(numbered("happenings", i), story.happenings[i]);
}

template <class Record>
void follow_all(Verifying& verifying, Inspection::Records records, FaultOf of, Result<Record> (*read)(std::string_view), int64_t& done) {
  verifying.kept.each_record(records, [&](const std::string& id, std::string_view json) {
    verifying.step(++done);
    if (verifying.is_named(of, id)) return;
    const Result<Record> record = read(json);
    if (!record) return verifying.report({FaultKind::kUnreadable, of, id, "record", "", record.error().message, "", Mend::kChronicle, 0});
    Following following(verifying, of, id);
    follow(following, *record);
  });
}

}  // namespace

void check_links(Verifying& verifying, Inspection::Links links) {
  verifying.begin(VerifyStage::kLinks, 0);
  for (const LinkFault& fault : verifying.kept.links(links))
    verifying.report({kind(fault.kind), of(fault.of), fault.id, fault.table, fault.place, fault.found, fault.expected, mend_of(fault.table), 0});
}

void check_records(Verifying& verifying) {
  const Inspection::Totals totals = verifying.kept.totals();
  verifying.begin(VerifyStage::kLinks, totals.happenings + totals.stories);
  int64_t done = 0;
  follow_all<Happening>(verifying, Inspection::Records::kHappenings, FaultOf::kHappening, read_happening_record, done);
  follow_all<Story>(verifying, Inspection::Records::kStories, FaultOf::kStory, read_story_record, done);
}

}  // namespace hearsay
