// hearsay copies: which reports are one text, and what others have in common.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "browse/dates.h"
#include "browse/describe.h"
#include "browse/display.h"
#include "browse/holdings.h"
#include "browse/json.h"
#include "cli/commands.h"

namespace hearsay::cli {
namespace {

bool is_copy(const Overlap& overlap) { return overlap.kind <= OverlapKind::kReworked; }

class CopyPage {
 public:
  CopyPage(const Session& session, const Store& store, const Engine::Neighbours& near) : session_(session), words_(session.words), near_(near) {
    std::vector<std::string> ids;
    for (const Analysis& analysis : near.analyses) ids.push_back(analysis.document.id);
    id_length_ = short_id_length(store, Store::Sort::kDocuments, ids);
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
  const Analysis& at(int document) const { return near_.analyses[static_cast<size_t>(document)]; }

  // The one that it copies, else the one it has most in common with.
  const Overlap* nearest(int member) const {
    const Overlap* any = nullptr;
    for (const Overlap& overlap : near_.copying.overlaps) {
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
  const Engine::Neighbours& near_;
  size_t id_length_ = 0;
};

void add_place(Json& json, const char* name, const CodePoints& points, Span span) {
  json.open(name).number("start", points.at(span.start)).number("end", points.at(span.end)).close();
}

// A document with all that it shares with those it copies, or, where that is undecided, with longer ones.
std::string json_line(const Engine::Neighbours& near, int index, bool shared) {
  const auto document = [&](int i) -> const Document& { return near.analyses[static_cast<size_t>(i)].document; };
  const Document& own = document(index);
  const CodePoints here(own.text);
  Json json;
  json.text("document", own.id).text("path", own.path).known("outlet", own.outlet_name).known("published", own.published);
  json.text("group", document(near.copying.family[static_cast<size_t>(index)]).id).list("overlaps");
  for (const Overlap& overlap : near.copying.overlaps) {
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

// What is printed once, though it is found from each of its documents.
struct Printed {
  std::set<std::string> documents, families;             // by id, that of the first document
  std::set<std::pair<std::string, std::string>> pairs;
};

void print(const Session& session, const Store& store, const Engine::Neighbours& near, int index, bool shared, Printed& printed) {
  const auto id = [&](int document) { return near.analyses[static_cast<size_t>(document)].document.id; };
  const CopyPage page(session, store, near);
  const int first = near.copying.family[static_cast<size_t>(index)];
  std::vector<int> members;
  for (int i = 0; i < static_cast<int>(near.analyses.size()); ++i)
    if (near.copying.family[static_cast<size_t>(i)] == first) members.push_back(i);
  if (members.size() > 1 && printed.families.insert(id(first)).second) page.print_family(first, members);
  for (const Overlap& overlap : near.copying.overlaps) {
    if (!shared || is_copy(overlap) || (overlap.first != index && overlap.second != index)) continue;
    if (printed.pairs.insert(std::minmax(id(overlap.first), id(overlap.second))).second) page.print_pair(overlap);
  }
}

}  // namespace

int list_copies(const Session& session, const CopiesOptions& options) {
  Trouble trouble = Trouble::kNone;
  const auto holdings = open_holdings(session, options.store, trouble);
  if (!holdings) return exit_code_of(trouble);
  Printed printed;
  std::optional<Error> failed;
  const auto list = [&](const std::string& id) {
    const auto near = holdings->engine.neighbours(holdings->store, id);
    if (!near) return void(failed = near.error());
    const auto at = std::find_if(near->analyses.begin(), near->analyses.end(), [&](const Analysis& one) { return one.document.id == id; });
    if (at == near->analyses.end() || !printed.documents.insert(id).second) return;
    const int index = static_cast<int>(at - near->analyses.begin());
    if (options.store.json) put(json_line(*near, index, options.shared));
    else print(session, holdings->store, *near, index, options.shared, printed);
  };
  if (options.document) {
    const auto asked = find_documents(session, holdings->store, *options.document);
    if (asked.empty()) return kNotFound;
    for (const std::string& id : asked) list(id);
  } else if (options.store.json) {
    if (!each_document(session, holdings->store, {}, [&](const Analysis& analysis) { list(analysis.document.id); })) return kStoreError;
  } else {
    const auto sharing = holdings->store.sharing_documents();
    if (!sharing) return session.complain(sharing.error()), kStoreError;
    for (const std::string& id : *sharing) list(id);
  }
  if (failed) return session.complain(*failed), kStoreError;
  if (!options.store.json && printed.families.empty() && printed.pairs.empty()) put_line(session.words(Message::kNothingMatches));
  return kOk;
}

}  // namespace hearsay::cli
