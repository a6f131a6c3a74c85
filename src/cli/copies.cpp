// hearsay copies: which reports are one text, and what others have in common.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "cli/commands.h"
#include "cli/dates.h"
#include "cli/describe.h"
#include "cli/display.h"
#include "cli/holdings.h"
#include "cli/json.h"

namespace hearsay::cli {
namespace {

bool is_copy(const Overlap& overlap) { return overlap.kind <= OverlapKind::kReworked; }

class CopyPage {
 public:
  CopyPage(const Session& session, const Holdings& holdings, const Copying& copying) : session_(session), words_(session.words), holdings_(holdings), copying_(copying) {
    std::vector<std::string> ids;
    for (const Analysis& analysis : holdings.analyses) ids.push_back(analysis.document.id);
    id_length_ = short_id_length(std::move(ids));
  }

  void print_family(int first, const std::vector<int>& members) const {
    put_line(session_.paint(Paint::kBold, words_(Message::kOneText, words_.count(Message::kDocuments, static_cast<int64_t>(members.size())))));
    print_document(first);
    for (int member : members) {
      if (member == first) continue;
      print_document(member);
      if (const Overlap* overlap = nearest(member)) print_overlap(*overlap);
    }
    put_line("");
  }

  void print_pair(const Overlap& overlap) const {
    print_document(overlap.first);
    print_document(overlap.second);
    print_overlap(overlap);
    put_line("");
  }

 private:
  const Analysis& at(int document) const { return holdings_.analyses[static_cast<size_t>(document)]; }

  // The one that it copies, else the one it has most in common with.
  const Overlap* nearest(int member) const {
    const Overlap* any = nullptr;
    for (const Overlap& overlap : copying_.overlaps) {
      if (!is_copy(overlap) || (overlap.first != member && overlap.second != member)) continue;
      if (overlap.second == member && overlap.by != CopiedBy::kUndecided) return &overlap;
      if (!any) any = &overlap;
    }
    return any;
  }

  void line(int indent, const std::string& text) const { put_line(std::string(static_cast<size_t>(indent), ' ') + wrap_indented(text, session_.width, indent)); }

  void print_document(int index) const {
    const Document& document = at(index).document;
    line(2, name(document) + (document.title ? "  " + one_line(*document.title) : "") + "  " + session_.paint(Paint::kDim, document.id.substr(0, id_length_)));
  }
  std::string name(const Document& document) const { return teller(document) + ", " + published_phrase(document, words_); }

  void print_overlap(const Overlap& overlap) const {
    const Document &first = at(overlap.first).document, &second = at(overlap.second).document;
    line(4, overlap_kind_words(overlap.kind, words_) + (is_copy(overlap) ? "; " + copied_by_words(overlap.by, words_) : ""));
    line(4, words_(Message::kShareOfWords, name(second), percent(overlap.second_share), name(first), percent(overlap.first_share)));
    const auto longest = std::max_element(overlap.passages.begin(), overlap.passages.end(), [](const SharedPassage& a, const SharedPassage& b) { return a.words < b.words; });
    if (longest == overlap.passages.end()) return;
    const std::string passages = words_.count(Message::kPassages, static_cast<int64_t>(overlap.passages.size()));
    line(4, passages + "; " + words_(Message::kLongestPassage, longest->words) + " " + "\u201c" + beginning(words_of(at(overlap.second), longest->second)) + "\u201d");
  }

  static std::string percent(double share) { return fmt::format("{:.0f} %", share * 100); }

  const Session& session_;
  const Words& words_;
  const Holdings& holdings_;
  const Copying& copying_;
  size_t id_length_ = 0;
};

void add_place(Json& json, const char* name, const CodePoints& points, Span span) {
  json.open(name).number("start", points.at(span.start)).number("end", points.at(span.end)).close();
}

// A document with all that it shares with those it copies, or, where that is undecided, with longer ones.
std::string json_line(const Holdings& holdings, const Copying& copying, int index, bool shared) {
  const auto document = [&](int i) -> const Document& { return holdings.analyses[static_cast<size_t>(i)].document; };
  const Document& own = document(index);
  const CodePoints here(own.text);
  Json json;
  json.text("document", own.id).text("path", own.path).known("outlet", own.outlet_name).known("published", own.published);
  json.text("group", document(copying.family[static_cast<size_t>(index)]).id).list("overlaps");
  for (const Overlap& overlap : copying.overlaps) {
    if (overlap.second != index || (!shared && !is_copy(overlap))) continue;
    const CodePoints there(document(overlap.first).text);
    json.open().text("document", document(overlap.first).id).text("kind", to_string(overlap.kind)).text("by", to_string(overlap.by));
    json.rate("share", overlap.second_share).rate("share_there", overlap.first_share).list("passages");
    for (const SharedPassage& passage : overlap.passages) {
      json.open().number("words", passage.words).flag("quoted", passage.quoted);
      add_place(json, "here", here, passage.second);
      add_place(json, "there", there, passage.first);
      json.close();
    }
    json.end_list().close();
  }
  return json.end_list().line();
}

}  // namespace

int list_copies(const Session& session, const CopiesOptions& options) {
  int exit_code = kOk;
  const auto holdings = open_holdings(session, options.store, exit_code);
  if (!holdings) return exit_code;
  std::set<int> asked;
  if (options.document) {
    const auto found = find_documents(session, *holdings, *options.document);
    if (found.empty()) return kNotFound;
    for (const Analysis* analysis : found) asked.insert(static_cast<int>(analysis - holdings->analyses.data()));
  }
  const auto is_asked = [&](int document) { return !options.document || asked.contains(document); };
  const Copying copying = holdings->engine.copying(holdings->analyses);
  if (options.store.json) {
    for (int i = 0; i < static_cast<int>(holdings->analyses.size()); ++i)
      if (is_asked(i)) put(json_line(*holdings, copying, i, options.shared));
    return kOk;
  }
  std::map<int, std::vector<int>> families;
  for (int i = 0; i < static_cast<int>(copying.family.size()); ++i) families[copying.family[static_cast<size_t>(i)]].push_back(i);
  const CopyPage page(session, *holdings, copying);
  bool any = false;
  for (const auto& [first, members] : families) {
    if (members.size() < 2 || std::none_of(members.begin(), members.end(), is_asked)) continue;
    page.print_family(first, members);
    any = true;
  }
  for (const Overlap& overlap : copying.overlaps) {
    if (!options.shared || is_copy(overlap) || !(is_asked(overlap.first) || is_asked(overlap.second))) continue;
    page.print_pair(overlap);
    any = true;
  }
  if (!any) put_line(session.words(Message::kNothingMatches));
  return kOk;
}

}  // namespace hearsay::cli
