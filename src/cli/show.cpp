// hearsay show: one happening with every telling of it.
// SPDX-License-Identifier: Apache-2.0
#include "browse/dates.h"
#include "browse/display.h"
#include "browse/find_happenings.h"
#include "cli/commands.h"
#include "cli/page.h"

namespace hearsay::cli {
namespace {

class HappeningPage : public Page {
 public:
  using Page::Page;

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
  void print_head(const Happening& h) const {
    line(0, headline(engine_, h, session_));
    line(0, date_phrase(h.from, h.to, words_) + "; " + status_words(h.status, words_) + (h.unverified ? ", " + words_(Message::kUnverified) : ""));
    line(0, session_.paint(paint_of(h.standing), standing_words(h.standing, words_)) + ": " + reason_words(engine_, h, words_));
    line(0, counts_words(h, words_));
    std::string codes = h.id + "  " + h.kind;
    if (!h.cameo.empty()) codes += "  CAMEO " + h.cameo + (h.plover.empty() ? "" : "  PLOVER " + h.plover) + fmt::format("  Goldstein {:+.1f}", h.goldstein);
    if (!h.announced_by.empty()) line(0, words_(Message::kAnnouncedBy, all_of(h.announced_by)));
    if (!h.carried_out_by.empty()) line(0, words_(Message::kCarriedOutBy, all_of(h.carried_out_by)));
    line(0, session_.paint(Paint::kDim, codes + (h.joint ? "  " + words_(Message::kJoint, *h.joint) : "")));
  }

  static std::string all_of(const std::vector<std::string>& ids) {
    std::string all;
    for (const std::string& id : ids) all += (all.empty() ? "" : ", ") + id;
    return all;
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

  void print_telling(const HappeningMention& mention) const {
    const Analysis* analysis = document(mention.document);
    if (!analysis || static_cast<size_t>(mention.event) >= analysis->events.size()) return;
    const Event& event = analysis->events[static_cast<size_t>(mention.event)];
    const Document& document = analysis->document;
    put("\n");
    line(2, session_.paint(Paint::kCyan, teller(document)) + ", " + published_phrase(document, words_) + (document.title ? ": " + one_line(*document.title) : ""));
    line(4, quotation(*analysis, sentence_around(*analysis, event.span, event.sentence), event.span, session_));
    if (!mention.lead) line(4, words_(Message::kBackground));
    line(4, words_(Message::kChain) + with_arrows(chain_of(engine_, *analysis, event.statement, words_)));
    const std::string place = fmt::format("{}:{}  {} e{}", one_line(document.path), line_of(document.text, event.span.start), document.id, mention.event + 1);
    line(4, session_.paint(Paint::kDim, place + (mention.because.empty() ? "" : "  (" + in_words(words_, one_line(mention.because)) + ")")));
  }
};

}  // namespace

int show_happening(const Session& session, const ShowOptions& options) {
  Trouble trouble = Trouble::kNone;
  const auto chronicle = open_chronicle(session, options.store, trouble, {.id = options.id});
  if (!chronicle) return exit_code_of(trouble);
  const auto found = find_happenings(session, *chronicle, options.id, trouble);
  if (found.empty()) return exit_code_of(trouble);
  Documents documents;
  if (!options.store.json && !load_documents(session, chronicle->holdings.store, speaking_of(found), documents)) return kStoreError;
  for (const Happening* happening : found) {
    if (happening != found.front()) put_line("");
    options.store.json ? put_line(happening_record(*happening)) : HappeningPage(chronicle->holdings.engine, documents, session).print(*happening);
  }
  return kOk;
}

}  // namespace hearsay::cli
