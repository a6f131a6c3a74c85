// hearsay search: documents by their words.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "browse/describe.h"
#include "browse/display.h"
#include "browse/holdings.h"
#include "browse/json.h"
#include "cli/commands.h"

namespace hearsay::cli {
namespace {

constexpr int kMostHits = 1'000'000;     // asked of the store when hits are filtered here

std::string json_line(const Store::Hit& hit) {
  Json json;
  return json.text("document", hit.document).known("title", hit.title).text("snippet", hit.snippet).line();
}

// The found words, between guillemets, in colour if there is any.
std::string marked(const Session& session, const std::string& snippet) {
  if (!session.colour) return snippet;
  std::string out;
  for (size_t at = 0; at < snippet.size();) {
    const size_t open = snippet.find("\u00ab", at), close = snippet.find("\u00bb", open);
    if (open == std::string::npos || close == std::string::npos) return out + snippet.substr(at);
    out += snippet.substr(at, open - at) + session.paint(Paint::kMark, snippet.substr(open + 2, close - open - 2));
    at = close + 2;
  }
  return out;
}

void print(const Session& session, const Store::Hit& hit, const Analysis* analysis) {
  const auto line = [&](int indent, const std::string& text) { put_line(std::string(static_cast<size_t>(indent), ' ') + wrap_indented(text, session.width, indent)); };
  std::string head = session.paint(Paint::kBold, one_line(hit.title.empty() ? hit.document : hit.title));
  if (analysis) head += " \u2014 " + outlet_and_day(analysis->document, session.words);
  line(0, head);
  line(2, marked(session, one_line(hit.snippet)));
  line(2, session.paint(Paint::kDim, hit.document + (analysis ? "  " + one_line(analysis->document.path) : "")));
  put_line("");
}

// Whether it is one of the documents that --document and --actor leave.
bool wanted(const Analysis& analysis, const Picks& picks) {
  const auto& ids = picks.documents.ids;
  if (!ids.empty() && std::find(ids.begin(), ids.end(), analysis.document.id) == ids.end()) return false;
  return !picks.actor || std::any_of(analysis.actors.begin(), analysis.actors.end(), [&](const Actor& actor) { return !actor.mentions.empty() && picks.actor->matches(actor); });
}

std::string query_of(const std::vector<std::string>& words) {
  std::string query;
  // A shell's argument of several words was meant as a phrase.
  for (const std::string& word : words) query += (query.empty() ? "" : " ") + (words.size() > 1 && word.find(' ') != std::string::npos ? "\"" + word + "\"" : word);
  return query;
}

}  // namespace

int search_store(const Session& session, const ListOptions& options) {
  Trouble trouble = Trouble::kNone;
  const auto store = open_store(session, options.store.db, trouble);
  if (!store) return exit_code_of(trouble);
  const bool filtered = options.actor || options.document;
  std::unique_ptr<Holdings> holdings;
  std::optional<Picks> picks;
  if (filtered) {
    holdings = open_holdings(session, options.store, trouble);
    if (!holdings) return exit_code_of(trouble);
    if (!(picks = pick(session, *holdings, options))) return kNotFound;
  }
  const auto hits = store->search(query_of(options.words), filtered ? kMostHits : options.limit);
  if (!hits) return session.complain(hits.error()), kStoreError;
  int shown = 0;
  for (const Store::Hit& hit : *hits) {
    if (shown == options.limit) break;
    const auto analysis = store->load(hit.document);
    if (!analysis) return session.complain(analysis.error()), kStoreError;
    if (picks && (!*analysis || !wanted(**analysis, *picks))) continue;
    ++shown;
    if (options.store.json) put(json_line(hit));
    else print(session, hit, *analysis ? &**analysis : nullptr);
  }
  if (!options.store.json && shown == 0) put_line(session.words(Message::kNothingMatches));
  return kOk;
}

}  // namespace hearsay::cli
