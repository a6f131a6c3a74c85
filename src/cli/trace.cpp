// hearsay trace: where each claim of one report comes from.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "browse/dates.h"
#include "browse/display.h"
#include "browse/json.h"
#include "cli/commands.h"
#include "cli/page.h"

namespace hearsay::cli {
namespace {

// An act that the report tells, and the happening that it was taken for.
struct Claim {
  int event = -1;
  const Happening* happening = nullptr;
  bool lead = false;
  const std::string& first() const { return happening->mentions.front().document; }
};

std::vector<Claim> claims_of(const std::string& document, const std::vector<Happening>& happenings) {
  std::vector<Claim> out;
  for (const Happening& happening : happenings)
    for (const HappeningMention& mention : happening.mentions)
      if (mention.document == document) out.push_back({mention.event, &happening, mention.lead});
  std::sort(out.begin(), out.end(), [](const Claim& a, const Claim& b) { return a.event < b.event; });
  return out;
}

// Of what the document copies, or, where nobody knows which came first, is a copy along with.
std::vector<const Overlap*> copied(const Engine::Neighbours& near, const std::string& document) {
  const auto at = std::find_if(near.analyses.begin(), near.analyses.end(), [&](const Analysis& one) { return one.document.id == document; });
  const int own = static_cast<int>(at - near.analyses.begin());
  std::vector<const Overlap*> out;
  for (const Overlap& overlap : near.copying.overlaps) {
    if (overlap.kind > OverlapKind::kReworked) continue;
    if (overlap.second == own || (overlap.first == own && overlap.by == CopiedBy::kUndecided)) out.push_back(&overlap);
  }
  return out;
}

class TracePage : public Page {
 public:
  TracePage(const Engine& engine, const Documents& documents, const Session& session, const Engine::Neighbours& near, size_t id_length)
      : Page(engine, documents, session), near_(near), id_length_(id_length) {}

  void print(const Analysis& analysis, const std::vector<Claim>& claims) const {
    const Document& text = analysis.document;
    line(0, session_.paint(Paint::kBold, printed_by(text.id)) + (text.title ? ": " + one_line(*text.title) : "") + "  " + session_.paint(Paint::kDim, text.id));
    const auto copies = copied(near_, analysis.document.id);
    if (copies.empty()) line(2, words_(Message::kNoCopy));
    for (const Overlap* overlap : copies) print_copy(*overlap, analysis.document.id);
    if (claims.empty()) line(2, words_(Message::kNoClaims));
    for (const Claim& claim : claims) print_claim(claim, analysis);
  }

 private:
  void print_copy(const Overlap& overlap, const std::string& own) const {
    const auto at = [&](int document) -> const Document& { return near_.analyses[static_cast<size_t>(document)].document; };
    const bool second = at(overlap.second).id == own;
    const Document& other = at(second ? overlap.first : overlap.second);
    const double share = second ? overlap.second_share : overlap.first_share;
    line(2, overlap_kind_words(overlap.kind, words_) + ": " + outlet_and_day(other, words_) + fmt::format(", {:.0f} %, ", share * 100) +
                copied_by_words(overlap.by, words_) + "  " + session_.paint(Paint::kDim, other.id));
  }

  void print_claim(const Claim& claim, const Analysis& analysis) const {
    const Happening& h = *claim.happening;
    const Event& event = analysis.events[static_cast<size_t>(claim.event)];
    put("\n");
    line(2, quotation(analysis, sentence_around(analysis, event.span, event.sentence), event.span, session_));
    line(4, headline(engine_, h, session_) + "  " + session_.paint(Paint::kDim, h.id.substr(0, id_length_)));
    line(4, words_(Message::kChain) + with_arrows(chain_of(engine_, analysis, event.statement, words_)) + (claim.lead ? "" : "; " + words_(Message::kBackground)));
    const std::string first = claim.first() == analysis.document.id ? words_(Message::kFirstToldHere) : words_(Message::kFirstToldBy, printed_by(claim.first()));
    line(4, first + "; " + session_.paint(paint_of(h.standing), standing_words(h.standing, words_)) + "; " + counts_words(h, words_));
  }

  const Engine::Neighbours& near_;
  size_t id_length_;
};

void add_voice(Json& json, const Voice& voice, const Analysis& analysis) {
  json.open().known("actor", voice.actor < 0 ? std::nullopt : std::optional(analysis.actors[static_cast<size_t>(voice.actor)].id)).text("name", voice.name);
  json.flag("anonymous", voice.anonymous).close();
}

// A line a claim.
std::string json_line(const Claim& claim, const Analysis& analysis) {
  const Event& event = analysis.events[static_cast<size_t>(claim.event)];
  const CodePoints points(analysis.document.text);
  Json json;
  json.text("document", analysis.document.id).text("event", "e" + std::to_string(claim.event + 1));
  json.number("start", points.at(event.span.start)).number("end", points.at(event.span.end)).text("text", words_of(analysis, event.span));
  json.flag("lead", claim.lead).text("happening", claim.happening->id).text("kind", claim.happening->kind).text("standing", to_string(claim.happening->standing));
  json.text("first_told", claim.first()).list("chain");
  int statement = event.statement;
  for (size_t steps = 0; statement >= 0 && steps < analysis.statements.size(); ++steps) {
    const Statement& said = analysis.statements[static_cast<size_t>(statement)];
    add_voice(json, said.speaker, analysis);
    for (const Voice& voice : said.via) add_voice(json, voice, analysis);
    statement = said.parent;
  }
  return json.end_list().line();
}

}  // namespace

int trace_document(const Session& session, const TraceOptions& options) {
  Trouble trouble = Trouble::kNone;
  const auto holdings = open_holdings(session, options.store, trouble);
  if (!holdings) return exit_code_of(trouble);
  auto document = load_document(session, holdings->store, options.document);
  if (!document) return kNotFound;
  const std::string id = document->document.id;
  const auto happenings = load_happenings(session, *holdings, {.document = id});
  if (!happenings) return kStoreError;
  const auto claims = claims_of(id, *happenings);
  if (options.store.json) {
    for (const Claim& claim : claims) put(json_line(claim, *document));
    return kOk;
  }
  const auto near = holdings->engine.neighbours(holdings->store, id);
  if (!near) return session.complain(near.error()), kStoreError;
  Documents documents;
  std::set<std::string> first{id};
  std::vector<const Happening*> told;
  for (const Claim& claim : claims) first.insert(claim.first()), told.push_back(claim.happening);
  if (!load_documents(session, holdings->store, first, documents)) return kStoreError;
  TracePage(holdings->engine, documents, session, *near, short_id_length(holdings->store, told)).print(*document, claims);
  return kOk;
}

}  // namespace hearsay::cli
