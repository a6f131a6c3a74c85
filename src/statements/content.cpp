// Content is what stands on one side of the cue, up to the sentence's end or another statement's words; quotation marks say more surely
// where it ends than anything else.
// SPDX-License-Identifier: Apache-2.0
#include "statements/content.h"

#include <algorithm>

namespace hearsay {

namespace {

constexpr std::string_view kDashes = "-\u2013\u2014";
constexpr uint32_t kMostBlanks = 4;   // between sentences of one line

}  // namespace

Mode mode_of(Span span, const std::vector<Quotation>& quotations) {
  uint32_t quoted = 0;
  for (const Quotation& quotation : quotations)
    if (quotation.span.overlaps(span)) quoted += std::min(quotation.span.end, span.end) - std::max(quotation.span.start, span.start);
  if (quoted == 0) return Mode::kIndirect;
  return quoted + 3 >= span.length() ? Mode::kDirect : Mode::kMixed;
}

const Quotation* quotation_at(const std::vector<Quotation>& quotations, uint32_t byte) {
  for (const Quotation& quotation : quotations)
    if (quotation.span.start <= byte && byte < quotation.span.end) return &quotation;
  return nullptr;
}

std::optional<ContentReader::Content> ContentReader::find(std::string_view where, const Frame& frame) const {
  if (where == "quotation") {
    const Quotation* quote = quotation_behind(frame.match_start);
    return quote ? std::optional(Content{quote->inside, Mode::kDirect}) : std::nullopt;
  }
  if (where == "before" || where == "same")
    if (const auto around = before_and_after(frame)) return around;
  // "Meanwhile, according to X, ...": nothing is told before the cue.
  if ((where == "before" || where == "same") && (verb_in(0, frame.match_start) || !verb_in(frame.match_end, lattice_.size()))) return before(frame);
  if (where == "captured" && frame.captured) return stretch(frame.captured->start, frame.captured->end, frame);
  if (where == "object") return frame.object < 0 ? std::nullopt : stretch(lattice_.edge(frame.object).start, lattice_.edge(frame.object).end, frame);
  if (where == "around") return stretch(std::max(frame.cue_end, frame.match_end), frame.limit, frame);
  return after(frame);
}

std::optional<ContentReader::Content> ContentReader::after(const Frame& frame) const {
  uint16_t start = frame.captured ? frame.captured->start : frame.match_end;
  // The match may have run over an opening quotation mark.
  while (start > frame.cue_end && is_mark(static_cast<uint16_t>(start - 1), "\"\u201C\u00AB")) --start;
  if (start >= frame.limit) return std::nullopt;
  const uint32_t byte = lattice_.token(start).start;
  if (const Quotation* quote = quotation_at(quotations_, byte); quote && quote->span.start == byte) {
    const Span rest = lattice_.span(start, frame.limit);
    if (quote->span.end >= rest.end || only_marks_behind(quote->span.end, frame.limit)) return Content{quote->inside, Mode::kDirect};
  }
  return stretch(start, frame.limit, frame);
}

// "The deal, X said on Monday, was dead", "If we win, X said, the deal is dead": what stands before the cue is the subject of what stands behind it,
// or hangs on it, and all of it is told.
std::optional<ContentReader::Content> ContentReader::before_and_after(const Frame& frame) const {
  uint16_t opens = frame.match_start, resumes = frame.match_end;
  if (frame.speaker >= 0) opens = std::min<uint16_t>(opens, lattice_.edge(frame.speaker).start);
  if (!is_mark(opens, ",") && opens > 0 && is_mark(static_cast<uint16_t>(opens - 1), ",")) --opens;
  if (resumes > 0 && is_mark(static_cast<uint16_t>(resumes - 1), ",")) --resumes;
  if (!is_mark(opens, ",") || !is_mark(resumes, ",")) return std::nullopt;
  uint16_t clause = opens;
  while (clause > 0 && !is_mark(static_cast<uint16_t>(clause - 1), ",;:")) --clause;
  const bool subject_alone = clauses_.top_at(static_cast<uint16_t>(opens > 0 ? opens - 1 : 0)) >= 0 && clause < opens && !verb_in(clause, opens);
  const uint16_t behind = static_cast<uint16_t>(resumes + 1);
  if (behind >= frame.limit) return std::nullopt;
  const bool hangs = frame.hanging && verb_in(0, opens) && noun_group_at(behind) && verb_in(behind, frame.limit);
  if (!hangs && !(subject_alone && finite_verb_at(behind))) return std::nullopt;
  return stretch(behind_dateline(), frame.limit, frame);
}

// Whether a finite verb stands there, its adverbs with it.
bool ContentReader::finite_verb_at(uint16_t at) const {
  const int32_t top = at < lattice_.size() ? clauses_.top_at(at) : -1;
  return top >= 0 && lattice_.edge(top).start == at && std::find(clauses_.verbs().begin(), clauses_.verbs().end(), top) != clauses_.verbs().end() &&
         !lattice_.node(lattice_.edge(top)).attr(form_);
}

bool ContentReader::noun_group_at(uint16_t at) const {
  const int32_t top = at < lattice_.size() ? clauses_.top_at(at) : -1;
  return top >= 0 && lattice_.edge(top).start == at && std::find(clauses_.nouns().begin(), clauses_.nouns().end(), top) != clauses_.nouns().end();
}

std::optional<ContentReader::Content> ContentReader::before(const Frame& frame) const {
  uint16_t end = frame.match_start;
  if (frame.speaker >= 0) end = std::min<uint16_t>(end, lattice_.edge(frame.speaker).start);
  if (frame.match_start < lattice_.size() && is_mark(frame.match_start, "\"\u201D\u00BB")) ++end;
  if (end == 0) return std::nullopt;
  uint16_t close = end;
  while (close > 0 && is_mark(static_cast<uint16_t>(close - 1), ",")) --close;
  if (close > 0)
    if (const Quotation* quote = closed_by(static_cast<uint16_t>(close - 1))) return Content{quote->inside, Mode::kDirect};
  for (const uint16_t mark : {frame.match_start, static_cast<uint16_t>(close > 0 ? close - 1 : 0)})
    if (const Quotation* quote = behind_colon(mark)) return Content{quote->inside, Mode::kDirect};
  return stretch(behind_dateline(), end, frame);
}

const Quotation* ContentReader::quotation_behind(uint16_t match_start) const {
  if (match_start > 0) return closed_by(match_start);
  const uint32_t here = lattice_.size() > 0 ? lattice_.token(0).start : 0;
  for (const Quotation& quote : quotations_)
    if (quote.closed && quote.span.end < here && here - quote.span.end <= kMostBlanks &&
        std::string_view("?!").find(lattice_.text()[quote.inside.end - 1]) != std::string_view::npos &&
        lattice_.text().substr(quote.span.end, here - quote.span.end).find_first_not_of(' ') == std::string_view::npos)
      return &quote;
  return nullptr;
}

// The quotation whose closing mark stands at this token and which the sentence, or one before it, begins with.
const Quotation* ContentReader::closed_by(uint16_t mark) const {
  const Quotation* quote = mark < lattice_.size() ? quotation_at(quotations_, lattice_.token(mark).start) : nullptr;
  const uint16_t first = behind_dateline();
  const bool begins = quote && first < lattice_.size() && quote->span.start <= lattice_.token(first).start;
  return begins && quote->span.end == lattice_.token(mark).end ? quote : nullptr;
}

std::optional<ContentReader::Content> ContentReader::stretch(uint16_t start, uint16_t end, const Frame& frame) const {
  // What is said within a quotation ends with it.
  if (const Quotation* around = frame.cue ? quotation_at(quotations_, frame.cue->start) : nullptr) {
    while (end > start && lattice_.token(static_cast<uint16_t>(end - 1)).end > around->inside.end) --end;
    while (start < end && lattice_.token(start).start < around->inside.start) ++start;
  }
  if (start >= end) return std::nullopt;
  Content content{trimmed_span(start, end), Mode::kIndirect};
  if (content.span.empty()) return std::nullopt;
  bool tells = false;   // a conjunction alone tells nothing
  const bool behind = start >= frame.cue_end;
  for (uint16_t i = start; i < end; ++i) tells |= clauses_.top_at(i) >= 0 || lattice_.token(i).kind == TokenKind::kNumber || (behind && adjective_at(i));
  if (!tells) return std::nullopt;
  content.mode = mode_of(content.span, quotations_);
  if (content.mode == Mode::kDirect)   // what is all quotation is that quotation, unless its cue is quoted too
    if (const Quotation* quote = quotation_at(quotations_, content.span.start); quote && !(frame.cue && quote->span.contains(*frame.cue))) content.span = quote->inside;
  return content;
}

// "X spoke of it: "A," he said": the quotation that holds this token and opens behind a colon.
const Quotation* ContentReader::behind_colon(uint16_t within) const {
  const Quotation* quote = within < lattice_.size() ? quotation_at(quotations_, lattice_.token(within).start) : nullptr;
  for (uint16_t at = within; quote && at > 0 && lattice_.token(at).start >= quote->span.start; --at)
    if (lattice_.token(at).start == quote->span.start) return is_mark(static_cast<uint16_t>(at - 1), ":") ? quote : nullptr;
  return nullptr;
}

// Where the report itself begins behind "SEOUL, March 2 (Reuters) -" or a dash that opens the line; 0 if the sentence has neither.
uint16_t ContentReader::behind_dateline() const {
  static constexpr int kMostPlaceTokens = 6, kMostOutletTokens = 8;
  const uint16_t size = lattice_.size();
  auto dashes = [&](uint16_t at) {
    while (is_mark(at, kDashes)) ++at;
    return at;
  };
  if (const uint16_t first = dashes(0); first > 0) return first < size ? first : 0;
  uint16_t at = 0;
  bool all_capitals = true;
  while (at < size && at < kMostPlaceTokens && !is_mark(at, "(") && !is_mark(at, kDashes)) {
    const Token& token = lattice_.token(at);
    if (token.kind == TokenKind::kWord && !token.has(kCapital)) return 0;
    if (token.kind == TokenKind::kPunct && !is_mark(at, ",./")) return 0;
    if (token.kind == TokenKind::kWord) all_capitals &= token.has(kAllCapitals);
    ++at;
  }
  if (is_mark(at, "(")) {
    const int most = at + kMostOutletTokens;
    while (at < size && at < most && !is_mark(at, ")")) ++at;
    if (!is_mark(at, ")")) return 0;
    ++at;
  } else if (at == 0 || !all_capitals) {
    return 0;
  }
  const uint16_t first = dashes(at);
  return first > at && first < size ? first : 0;
}

bool ContentReader::is_mark(uint16_t at, std::string_view marks) const {
  if (at >= lattice_.size()) return false;
  const std::string_view word = lattice_.words(at, static_cast<uint16_t>(at + 1));
  return lattice_.token(at).kind != TokenKind::kWord && lattice_.token(at).kind != TokenKind::kNumber && marks.find(word) != std::string_view::npos;
}

// Without commas, colons and brackets at its ends, nor a full stop. A bracket that is opened within stays.
Span ContentReader::trimmed_span(uint16_t start, uint16_t end) const {
  static constexpr std::string_view kOuter = ",;:-\u2013\u2014)(./";
  while (start < end && is_mark(start, kOuter)) ++start;
  while (end > start && is_mark(static_cast<uint16_t>(end - 1), kOuter) && !opened_within(start, end)) --end;
  return lattice_.span(start, end);
}

bool ContentReader::opened_within(uint16_t start, uint16_t end) const {
  if (!is_mark(static_cast<uint16_t>(end - 1), ")")) return false;
  int open = 0;
  for (uint16_t i = start; i < end; ++i) open += is_mark(i, "(") ? 1 : is_mark(i, ")") ? -1 : 0;
  return open >= 0;
}

bool ContentReader::verb_in(uint16_t start, uint16_t end) const {
  return std::any_of(clauses_.verbs().begin(), clauses_.verbs().end(),
                     [&](int32_t verb) { return lattice_.edge(verb).start >= start && lattice_.edge(verb).end <= end; });
}

bool ContentReader::adjective_at(uint16_t at) const {
  for (int32_t e = lattice_.first_edge(at); e >= 0; e = lattice_.edge(e).next)
    if (lattice_.edge(e).kind == EdgeKind::kEntry && lattice_.entry(lattice_.edge(e)).lexicon == adjectives_) return true;
  return false;
}

bool ContentReader::only_marks_behind(uint32_t byte, uint16_t end) const {
  for (uint16_t i = 0; i < end; ++i)
    if (lattice_.token(i).start >= byte && lattice_.token(i).kind == TokenKind::kWord) return false;
  return true;
}

}  // namespace hearsay
