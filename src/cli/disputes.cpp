// hearsay disputes: what some assert and others deny, what one says against himself, and dates, places and figures that differ.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "browse/dates.h"
#include "browse/display.h"
#include "browse/find_happenings.h"
#include "browse/json.h"
#include "cli/commands.h"
#include "cli/page.h"

namespace hearsay::cli {
namespace {

// A happening and what is in dispute about it.
struct Dispute {
  const Happening* happening = nullptr;
  std::vector<std::string> against_themselves;           // actors or names that both assert and deny it
  std::vector<Difference> differences;

  bool any() const { return !happening->denials.empty() || !differences.empty(); }
};

std::string key_of(const Origin& origin) { return origin.actor.empty() ? origin.name : origin.actor; }

Dispute dispute_about(const Happening& happening, const Engine& engine, const Documents& documents) {
  std::vector<const Analysis*> telling;
  for (const auto& [_, analysis] : documents) telling.push_back(&analysis);
  Dispute out{&happening, {}, differences(happening, telling)};
  for (const Origin& denial : happening.denials)
    if (std::any_of(happening.origins.begin(), happening.origins.end(), [&](const Origin& origin) { return key_of(origin) == key_of(denial); }))
      out.against_themselves.push_back(name_words(engine, denial.actor, denial.name, Words(Language::kEnglish)));
  return out;
}

class DisputePage : public Page {
 public:
  using Page::Page;

  void print(const Dispute& dispute, const std::string& id) const {
    const Happening& h = *dispute.happening;
    line(0, headline(engine_, h, session_) + "  " + session_.paint(Paint::kDim, id));
    line(0, date_phrase(h.from, h.to, words_) + "; " + session_.paint(paint_of(h.standing), standing_words(h.standing, words_)) + ": " + reason_words(engine_, h, words_));
    if (!h.denials.empty()) {
      print_origins(Message::kFor, h.origins);
      print_origins(Message::kAgainst, h.denials);
      for (const std::string& name : dispute.against_themselves) line(2, words_(Message::kAgainstThemselves, name));
    }
    for (const Difference& difference : dispute.differences) print_difference(difference);
    put_line("");
  }
};

void add_origins(Json& json, const char* name, const std::vector<Origin>& origins, const Documents& documents) {
  json.list(name);
  for (const Origin& origin : origins) {
    json.open().known("actor", origin.actor).text("name", origin.name).text("kind", to_string(origin.kind)).list("statements");
    for (const StatementRef& ref : origin.statements) {
      json.open().text("document", ref.document);
      const auto document = documents.find(ref.document);
      const bool said = document != documents.end() && ref.statement >= 0;
      json.known("statement", said ? std::optional("s" + std::to_string(ref.statement + 1)) : std::nullopt);
      json.known("text", said ? std::optional(words_of(document->second, document->second.statements[static_cast<size_t>(ref.statement)].span)) : std::nullopt).close();
    }
    json.end_list().close();
  }
  json.end_list();
}

std::string json_line(const Dispute& dispute, const Documents& documents) {
  const Happening& h = *dispute.happening;
  Json json;
  json.text("happening", h.id).text("kind", h.kind).text("standing", to_string(h.standing));
  add_origins(json, "for", h.origins, documents);
  add_origins(json, "against", h.denials, documents);
  json.list("against_themselves");
  for (const std::string& name : dispute.against_themselves) json.item(name);
  json.end_list().list("differences");
  for (const Difference& difference : dispute.differences) {
    json.open().text("kind", to_string(difference.kind)).known("of", difference.of).list("tellings");
    for (const Difference::Telling& telling : difference.tellings) {
      json.open().text("document", telling.document).known("event", telling.event < 0 ? "" : "e" + std::to_string(telling.event + 1)).text("value", telling.value);
      if (const auto document = documents.find(telling.document); document != documents.end()) {
        const CodePoints points(document->second.document.text);
        json.number("start", points.at(telling.words.start)).number("end", points.at(telling.words.end)).text("text", words_of(document->second, telling.words));
      }
      json.close();
    }
    json.end_list().close();
  }
  return json.end_list().line();
}

}  // namespace

int list_disputes(const Session& session, const ListOptions& options) {
  const auto period = PeriodFilter::parse(session, options.from, options.to);
  if (!period) return kUsage;
  Trouble trouble = Trouble::kNone;
  const auto holdings = open_holdings(session, options.store, trouble);
  if (!holdings) return exit_code_of(trouble);
  const auto picks = pick(session, *holdings, options);
  if (!picks) return kNotFound;
  HappeningQuery asked;
  period->narrow(asked);
  if (picks->actor) picks->actor->narrow(asked);
  const auto happenings = load_happenings(session, *holdings, asked);
  if (!happenings) return kStoreError;
  int64_t shown = 0;
  for (const Happening& happening : *happenings) {
    if (happening.mentions.size() < 2 && happening.denials.empty()) continue;      // one telling has nothing to differ from
    Documents documents;
    if (!load_documents(session, holdings->store, speaking_of({&happening}), documents)) return kStoreError;
    const Dispute dispute = dispute_about(happening, holdings->engine, documents);
    if (!dispute.any()) continue;
    ++shown;
    if (options.store.json) put(json_line(dispute, documents));
    else DisputePage(holdings->engine, documents, session).print(dispute, happening.id.substr(0, short_id_length(holdings->store, {&happening})));
  }
  if (!options.store.json) put_line(shown == 0 ? session.words(Message::kNothingMatches) : session.words.count(Message::kHappenings, shown) + ".");
  return kOk;
}

}  // namespace hearsay::cli
