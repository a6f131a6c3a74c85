// SPDX-License-Identifier: Apache-2.0
#include "cli/page.h"

#include <algorithm>

#include "cli/dates.h"
#include "cli/display.h"
#include "export/told.h"

namespace hearsay::cli {
namespace {

constexpr size_t kMostCandidates = 8;

std::vector<const Happening*> find(const std::vector<Happening>& happenings, const std::string& id) {
  std::vector<const Happening*> found;
  for (const Happening& happening : happenings) {
    if (happening.id == id) return {&happening};
    if (happening.id.starts_with(id) || (happening.joint && *happening.joint == id)) found.push_back(&happening);
  }
  return found;
}

void complain_of_several(const Session& session, const Engine& engine, const std::vector<const Happening*>& found, const std::string& id) {
  std::string message = session.words(Message::kAmbiguous, id, found.size());
  for (size_t i = 0; i < std::min(found.size(), kMostCandidates); ++i) {
    const Session plain{session.words, false, session.width};
    message += "\n" + found[i]->id + "  " + headline(engine, *found[i], plain);
  }
  session.complain(message);
}

}  // namespace

void Page::line(int indent, const std::string& text) const { put_line(std::string(static_cast<size_t>(indent), ' ') + wrap_indented(text, session_.width, indent)); }

void Page::heading(const std::string& text) const { put_line("\n" + session_.paint(Paint::kBold, text)); }

std::string Page::origin_words(const Origin& origin) const {
  std::string text = name_words(engine_, origin.actor, origin.name, words_) + " \u2014 " + origin_kind_words(origin.kind, words_);
  if (origin.voices > 1) text += ", " + words_.count(Message::kVoices, origin.voices);
  if (origin.circular) text += ", " + words_(Message::kCircular);
  return text;
}

void Page::print_origins(Message title, const std::vector<Origin>& origins) const {
  if (origins.empty()) return;
  heading(words_(title));
  for (const Origin& origin : origins) {
    line(2, origin_words(origin));
    for (const StatementRef& ref : origin.statements) print_reference(ref);
  }
}

void Page::print_difference(const Difference& difference) const {
  const bool figures = difference.kind == Difference::Kind::kFigure;
  heading(figures ? words_(Message::kFiguresDiffer, difference.of) : words_(difference.kind == Difference::Kind::kDate ? Message::kDatesDiffer : Message::kPlacesDiffer));
  for (const Difference::Telling& telling : difference.tellings) {
    const Analysis* analysis = document(telling.document);
    if (!analysis) continue;
    std::string value = telling.value;
    if (difference.kind == Difference::Kind::kPlace) value = name_words(engine_, value, value, words_);
    if (difference.kind == Difference::Kind::kDate) {
      const Event& event = analysis->events[static_cast<size_t>(telling.event)];
      value = date_phrase(event.from, event.to, words_);
    }
    line(2, value + " \u2014 " + printed_by(telling.document) + ": " + quotation(*analysis, sentence_around(*analysis, telling.words, telling.sentence), telling.words, session_));
  }
}

// Where an origin speaks: the outlet, and the words if there are any of its own.
void Page::print_reference(const StatementRef& ref) const {
  const Analysis* analysis = document(ref.document);
  if (!analysis) return;
  const std::string text = printed_by(ref.document);
  if (ref.statement < 0 || static_cast<size_t>(ref.statement) >= analysis->statements.size()) return line(4, text + ": " + words_(Message::kOwnVoice));
  const Statement& said = analysis->statements[static_cast<size_t>(ref.statement)];
  line(4, text + ": " + quotation(*analysis, said.span, said.cue.value_or(said.span), session_));
}

std::string Page::printed_by(const std::string& id) const {
  const Analysis* analysis = document(id);
  return analysis ? teller(analysis->document) + ", " + published_phrase(analysis->document, words_) : id;
}

const Analysis* Page::document(const std::string& id) const {
  const auto at = documents_.find(id);
  return at == documents_.end() ? nullptr : &at->second;
}

std::set<std::string> speaking_of(const std::vector<const Happening*>& happenings) {
  std::set<std::string> ids;
  for (const Happening* happening : happenings) ids.merge(hearsay::speaking_of(*happening));
  return ids;
}

std::string successor_of(const Session& session, const Store& store, const std::string& id, Trouble& trouble) {
  const auto now = store.successor(id);
  if (!now) return session.complain(now.error()), trouble = Trouble::kStore, std::string();
  if (*now) session.warn(session.words(Message::kNowKnownAs, id, **now));
  return now->value_or("");
}

std::vector<const Happening*> find_happenings(const Session& session, Chronicle& chronicle, const std::string& id, Trouble& trouble) {
  auto found = find(chronicle.happenings, id);
  if (found.empty()) {
    const std::string now = successor_of(session, chronicle.holdings.store, id, trouble);
    if (trouble != Trouble::kNone) return found;
    if (!now.empty() && !add_happenings(session, chronicle, {.id = now})) return trouble = Trouble::kStore, found;
    if (!now.empty()) found = find(chronicle.happenings, now);
  }
  if (found.empty()) return session.complain(session.words(Message::kNoHappening, id)), trouble = Trouble::kNotFound, found;
  const bool one_act = std::all_of(found.begin(), found.end(), [&](const Happening* h) { return h->joint && *h->joint == id; });
  if (found.size() == 1 || one_act) return found;
  complain_of_several(session, chronicle.holdings.engine, found, id);
  trouble = Trouble::kNotFound;
  return {};
}

}  // namespace hearsay::cli
