// SPDX-License-Identifier: Apache-2.0
#include "cli/page.h"

#include "browse/dates.h"
#include "browse/display.h"

namespace hearsay::cli {

void Page::line(int indent, const std::string& text) const { put_line(std::string(static_cast<size_t>(indent), ' ') + wrap_indented(text, session_.width, indent)); }

void Page::heading(const std::string& text) const { put_line("\n" + session_.paint(Paint::kBold, text)); }

void Page::print_origins(Message title, const std::vector<Origin>& origins) const {
  if (origins.empty()) return;
  heading(words_(title));
  for (const Origin& origin : origins) {
    line(2, origin_words(engine_, origin, words_));
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
  return analysis ? outlet_and_day(analysis->document, words_) : id;
}

}  // namespace hearsay::cli
