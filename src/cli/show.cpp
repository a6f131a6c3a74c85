// hearsay show: one happening with every telling of it.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "cli/commands.h"
#include "cli/dates.h"
#include "cli/describe.h"
#include "cli/display.h"
#include "cli/holdings.h"

namespace hearsay::cli {
namespace {

constexpr size_t kMostCandidates = 8;

std::set<std::string> speaking_of(const std::vector<const Happening*>& happenings) {
  std::set<std::string> ids;
  for (const Happening* happening : happenings) {
    for (const HappeningMention& mention : happening->mentions) ids.insert(mention.document);
    for (const auto* origins : {&happening->origins, &happening->denials, &happening->declined})
      for (const Origin& origin : *origins)
        for (const StatementRef& ref : origin.statements) ids.insert(ref.document);
  }
  return ids;
}

class Page {
 public:
  Page(const Engine& engine, const Documents& documents, const Session& session) : engine_(engine), documents_(documents), session_(session), words_(session.words) {}

  void print(const Happening& happening) {
    print_head(happening);
    print_history(happening);
    print_origins(Message::kFor, happening.origins);
    print_origins(Message::kAgainst, happening.denials);
    print_origins(Message::kNoComment, happening.declined);
    heading(words_.count(Message::kTellings, static_cast<int64_t>(happening.mentions.size())));
    for (const HappeningMention& mention : happening.mentions) print_telling(mention);
  }

 private:
  void line(int indent, const std::string& text) const {
    put_line(std::string(static_cast<size_t>(indent), ' ') + wrap_indented(text, session_.width, indent));
  }
  void heading(const std::string& text) const { put_line("\n" + session_.paint(Paint::kBold, text)); }

  void print_head(const Happening& h) const {
    line(0, headline(engine_, h, session_));
    line(0, date_phrase(h.from, h.to, words_) + "; " + status_words(h.status, words_) + (h.unverified ? ", " + words_(Message::kUnverified) : ""));
    line(0, session_.paint(paint_of(h.standing), standing_words(h.standing, words_)) + ": " + reason_words(engine_, h, words_));
    line(0, counts_words(h, words_));
    std::string codes = h.id + "  " + h.kind;
    if (!h.cameo.empty()) codes += "  CAMEO " + h.cameo + (h.plover.empty() ? "" : "  PLOVER " + h.plover) + fmt::format("  Goldstein {:+.1f}", h.goldstein);
    line(0, session_.paint(Paint::kDim, codes + (h.joint ? "  " + words_(Message::kJoint, *h.joint) : "")));
  }

  void print_history(const Happening& happening) const {
    heading(words_(Message::kHistory));
    for (const StandingChange& change : happening.history) {
      const auto day = change.on.empty() ? std::nullopt : parse_period(change.on);
      std::string documents;
      for (const std::string& id : change.because) {
        const Analysis* analysis = document(id);
        documents += (documents.empty() ? "" : ", ") + (analysis ? teller(analysis->document) : id);
      }
      line(2, (day ? day_phrase(day->from, words_) : words_(Message::kDateUnknown)) + ": " + standing_words(change.standing, words_) + " (" + documents + ")");
    }
  }

  void print_origins(Message title, const std::vector<Origin>& origins) const {
    if (origins.empty()) return;
    heading(words_(title));
    for (const Origin& origin : origins) {
      std::string text = name_words(engine_, origin.actor, origin.name, words_) + " \u2014 " + origin_kind_words(origin.kind, words_);
      if (origin.voices > 1) text += ", " + words_.count(Message::kVoices, origin.voices);
      line(2, text);
      for (const StatementRef& ref : origin.statements) print_reference(ref);
    }
  }

  // Where an origin speaks: the outlet, and the words if there are any of its own.
  void print_reference(const StatementRef& ref) const {
    const Analysis* analysis = document(ref.document);
    if (!analysis) return;
    std::string text = teller(analysis->document) + ", " + published_phrase(analysis->document, words_);
    if (ref.statement < 0 || static_cast<size_t>(ref.statement) >= analysis->statements.size()) return line(4, text + ": " + words_(Message::kOwnVoice));
    const Statement& said = analysis->statements[static_cast<size_t>(ref.statement)];
    line(4, text + ": " + quotation(*analysis, said.span, said.cue.value_or(said.span), session_));
  }

  void print_telling(const HappeningMention& mention) const {
    const Analysis* analysis = document(mention.document);
    if (!analysis || static_cast<size_t>(mention.event) >= analysis->events.size()) return;
    const Event& event = analysis->events[static_cast<size_t>(mention.event)];
    const Document& document = analysis->document;
    put("\n");
    line(2, session_.paint(Paint::kCyan, teller(document)) + ", " + published_phrase(document, words_) + (document.title ? ": " + one_line(*document.title) : ""));
    line(4, quotation(*analysis, sentence_around(*analysis, event.span, event.sentence), event.span, session_));
    line(4, words_(Message::kChain) + with_arrows(chain_of(engine_, *analysis, event.statement, words_)));
    const std::string place = fmt::format("{}:{}  {} e{}", one_line(document.path), line_of(document.text, event.span.start), document.id, mention.event + 1);
    line(4, session_.paint(Paint::kDim, place + (mention.because.empty() ? "" : "  (" + in_words(words_, one_line(mention.because)) + ")")));
  }

  const Analysis* document(const std::string& id) const {
    const auto at = documents_.find(id);
    return at == documents_.end() ? nullptr : &at->second;
  }

  const Engine& engine_;
  const Documents& documents_;
  const Session& session_;
  const Words& words_;
};

// All happenings whose id, or whose joint act's id, begins so; an id in full means itself alone.
std::vector<const Happening*> find(const std::vector<Happening>& happenings, const std::string& id) {
  std::vector<const Happening*> found;
  for (const Happening& happening : happenings) {
    if (happening.id == id) return {&happening};
    if (happening.id.starts_with(id) || (happening.joint && *happening.joint == id)) found.push_back(&happening);
  }
  return found;
}

// What an id that somebody noted down has become since.
std::vector<const Happening*> find_successor(const Session& session, const Chronicle& chronicle, const std::string& id, int& exit_code) {
  const auto now = chronicle.store.successor(id);
  if (!now) return session.complain(now.error()), exit_code = kStoreError, std::vector<const Happening*>{};
  if (!*now) return {};
  session.warn(session.words(Message::kNowKnownAs, id, **now));
  return find(chronicle.happenings, **now);
}

int ambiguous(const Session& session, const Engine& engine, const std::vector<const Happening*>& found, const std::string& id) {
  std::string message = session.words(Message::kAmbiguous, id, found.size());
  for (size_t i = 0; i < std::min(found.size(), kMostCandidates); ++i) {
    const Session plain{session.words, false, session.width};
    message += "\n" + found[i]->id + "  " + headline(engine, *found[i], plain);
  }
  session.complain(message);
  return kNotFound;
}

}  // namespace

int show_happening(const Session& session, const ShowOptions& options) {
  int exit_code = kOk;
  const auto chronicle = open_chronicle(session, options.store, std::nullopt, exit_code);
  if (!chronicle) return exit_code;
  auto found = find(chronicle->happenings, options.id);
  if (found.empty()) found = find_successor(session, *chronicle, options.id, exit_code);
  if (exit_code != kOk) return exit_code;
  if (found.empty()) return session.complain(session.words(Message::kNoHappening, options.id)), kNotFound;
  const bool one_act = std::all_of(found.begin(), found.end(), [&](const Happening* h) { return h->joint && *h->joint == options.id; });
  if (found.size() > 1 && !one_act) return ambiguous(session, chronicle->engine, found, options.id);
  Documents documents;
  if (!options.store.json && !load_documents(session, chronicle->store, speaking_of(found), documents)) return kStoreError;
  for (const Happening* happening : found) {
    if (happening != found.front()) put_line("");
    options.store.json ? put_line(happening_record(*happening)) : Page(chronicle->engine, documents, session).print(*happening);
  }
  return kOk;
}

}  // namespace hearsay::cli
