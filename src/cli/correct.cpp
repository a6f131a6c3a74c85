// hearsay correct, hearsay corrections: what people say of the readings.
// SPDX-License-Identifier: Apache-2.0
#include <pwd.h>
#include <unistd.h>

#include "browse/correcting.h"
#include "browse/describe.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/settle.h"
#include "export/corrections.h"

namespace hearsay::cli {
namespace {

std::string user_name() {
  const passwd* user = getpwuid(geteuid());
  return user && user->pw_name ? user->pw_name : "";
}

bool is_item(const std::string& word) { return word.size() > 1 && (word[0] == 'e' || word[0] == 's') && word.find_first_not_of("0123456789", 1) == std::string::npos; }

// Puts words behind one another into documents and items.
void take_documents(CorrectionOptions& asked, std::vector<std::string>::const_iterator from, std::vector<std::string>::const_iterator to) {
  for (; from != to; ++from) (is_item(*from) ? asked.items : asked.documents).push_back(*from);
}

// What a note is about: the first that there is of a happening, a document, an actor.
void take_subject(const Holdings& holdings, CorrectionOptions& asked, const std::string& what) {
  const auto happenings = holdings.store.load_chronicle({.id = what});
  const auto documents = holdings.store.find_documents(what);
  if (happenings && *happenings && !(*happenings)->empty()) asked.happenings = {what};
  else if (documents && !documents->empty()) asked.documents = {what};
  else asked.actor = what;
}

CorrectionOptions understood(const Holdings& holdings, const CorrectOptions& options) {
  const std::vector<std::string>& targets = options.targets;
  CorrectionOptions asked;
  asked.kind = options.action;
  asked.by = options.by.value_or(user_name());
  asked.words = options.words;
  if (asked.kind == "reject") take_documents(asked, targets.begin(), targets.end());
  if (asked.kind == "merge") asked.happenings = targets;
  if (asked.kind == "split") asked.happenings = {targets.front()}, take_documents(asked, targets.begin() + 1, targets.end());
  if (asked.kind == "owner") asked.actor = targets.front(), asked.owner = targets.size() > 1 ? Text(targets[1]) : std::nullopt;
  if (asked.kind == "note" && targets.size() > 1) {
    take_subject(holdings, asked, targets.front());
    asked.items.assign(targets.begin() + 1, targets.end() - 1);
    asked.words = targets.back();
  }
  return asked;
}

// kOk, or what is wrong after complaining.
int save(const Session& session, const CorrectOptions& options, const Engine& engine, const std::optional<Correction>& correction) {
  Result<Store> store = Store::open(options.store.db);
  if (!store) return session.complain(store.error()), kStoreError;
  const auto complain = [&](const Error& error) { return session.complain(error), error.kind == Error::Kind::kUsage ? kUsage : kStoreError; };
  if (correction) {
    const auto id = engine.correct(*store, *correction);
    if (!id) return complain(id.error());
    put_line(session.words(Message::kCorrected, *id));
  } else {
    // All are found before the first is withdrawn: a slip of the hand changes nothing.
    const auto all = store->corrections();
    if (!all) return complain(all.error());
    for (const std::string& id : options.targets) {
      const bool holds = std::any_of(all->begin(), all->end(), [&](const Correction& one) { return one.id == id && one.withdrawn.empty(); });
      if (!holds) return session.complain(session.words(Message::kLibraryNoCorrection, id)), kNotFound;
    }
    for (const std::string& id : options.targets) {
      if (const Status done = store->withdraw_correction(id, options.by.value_or(user_name())); !done) return complain(done.error());
      put_line(session.words(Message::kWithdrawnNow, id));
    }
  }
  const Interrupt interrupt;
  const auto settled = settle(session, engine, *store, interrupt);
  if (!settled) return session.complain(settled.error()), kStoreError;
  if (*settled) return kOk;
  session.complain(session.words(Message::kInterrupted) + " " + session.words(Message::kChronicleOld));
  return interrupt.exit_code();
}

void print(const Session& session, const Correction& correction) {
  put_line(correction_words(correction, session.words) + "  " + session.paint(Paint::kDim, "(" + correction.made + ")"));
  if (!correction.withdrawn.empty()) put_line("  " + session.words(Message::kWithdrawnBy, correction.withdrawn_by, correction.withdrawn));
  if (correction.lost) put_line("  " + session.paint(Paint::kYellow, session.words(Message::kLost)));
}

int write_files(const Session& session, const std::string& folder, const std::vector<ExportedFile>& files) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  for (const ExportedFile& file : files) {
    const std::string path = file_in(folder, file.name);
    Output output(path);
    output.write(file.bytes);
    if (const int wrong = output.close(session); wrong != kOk) return wrong;
    put_line(path);
  }
  return kOk;
}

int export_corrections(const Session& session, const CorrectionsOptions& options, const Holdings& holdings, const std::vector<Correction>& corrections) {
  Documents documents;
  std::set<std::string> ids;
  for (const Correction& correction : corrections)
    for (const CorrectedPlace& place : correction.places) ids.insert(place.document);
  if (!load_documents(session, holdings.store, ids, documents)) return kStoreError;
  if (options.as == "rules") return put(correction_rules(corrections, documents)), kOk;
  if (!options.out) return session.complain(session.words(Message::kNeedsFolder, "gold")), kUsage;
  return write_files(session, *options.out, correction_gold(corrections, documents));
}

}  // namespace

int correct(const Session& session, const CorrectOptions& options) {
  Trouble trouble = Trouble::kNone;
  std::optional<Correction> correction;
  std::optional<Engine> engine;
  {
    auto holdings = open_holdings(session, options.store, trouble);
    if (!holdings) return exit_code_of(trouble);
    if (options.action != "withdraw" && !(correction = correction_of(session, *holdings, understood(*holdings, options), trouble))) return exit_code_of(trouble);
    engine = std::move(holdings->engine);
  }
  return save(session, options, *engine, correction);
}

int list_corrections(const Session& session, const CorrectionsOptions& options) {
  Trouble trouble = Trouble::kNone;
  const auto holdings = open_holdings(session, options.store, trouble);
  if (!holdings) return exit_code_of(trouble);
  auto all = holdings->store.corrections();
  if (!all) return session.complain(all.error()), kStoreError;
  if (!options.all) std::erase_if(*all, [](const Correction& correction) { return !correction.withdrawn.empty(); });
  if (options.as) return export_corrections(session, options, *holdings, *all);
  for (const Correction& correction : *all) options.store.json ? put_line(correction_record(correction)) : print(session, correction);
  if (all->empty() && !options.store.json) put_line(session.words(Message::kNoCorrections));
  return kOk;
}

}  // namespace hearsay::cli
