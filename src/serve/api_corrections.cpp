// Corrections: what people say of the readings, and how they say it.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "browse/correcting.h"
#include "record/names.h"
#include "serve/api.h"
#include "store/catalogue.h"

namespace hearsay::serve {
namespace {

using browse::Trouble;

constexpr int64_t kMostNamed = 1000;

bool is_of(const Correction& correction, const Happening& happening) {
  return std::any_of(correction.places.begin(), correction.places.end(), [&](const CorrectedPlace& place) {
    return std::any_of(happening.mentions.begin(), happening.mentions.end(),
                       [&](const HappeningMention& mention) { return mention.document == place.document && mention.start < place.end && place.start < mention.end; });
  });
}

bool is_of(const Correction& correction, const std::string& document) {
  return std::any_of(correction.places.begin(), correction.places.end(), [&](const CorrectedPlace& place) { return place.document == document; });
}

std::optional<Reply> corrections(Call& call) {
  const Given& given = call.given;
  const Store& store = call.view.holdings.store;
  auto all = store.corrections();
  if (!all) return fail(call, all.error());
  if (given.text("withdrawn") != "yes") std::erase_if(*all, [](const Correction& one) { return !one.withdrawn.empty(); });
  if (const auto kind = given.text("kind")) std::erase_if(*all, [&](const Correction& one) { return to_string(one.kind) != *kind; });
  if (const auto document = given.text("document")) std::erase_if(*all, [&](const Correction& one) { return !is_of(one, *document); });
  if (const auto actor = given.text("actor")) std::erase_if(*all, [&](const Correction& one) { return one.actor != *actor; });
  if (const auto id = given.text("happening")) {
    const auto found = Catalogue(store).happenings({*id});
    if (!found) return fail(call, found.error());
    std::erase_if(*all, [&](const Correction& one) { return found->empty() || !is_of(one, found->front()); });
  }
  if (given.text("order") == "newest") std::reverse(all->begin(), all->end());
  const Slice slice = slice_of(given, static_cast<int64_t>(all->size()));
  Json json;
  json.list("items");
  for (int64_t i = slice.first; i < slice.last; ++i) {
    const Correction& one = (*all)[static_cast<size_t>(i)];
    json.open().raw("record", correction_record(one)).text("line", browse::correction_words(one, call.session.words)).close();
  }
  put_slice(json.end_list(), slice);
  return Reply{kOk, "application/json", json.object()};
}

// What was wished was done, or refused: who asked meant it wrongly, or the store cannot be written just now.
std::optional<Reply> answer(Call& call, const Result<std::string>& id) {
  if (!id) return fail(call, id.error().kind == Error::Kind::kUsage ? Trouble::kUsage : Trouble::kStore, id.error().message);
  return Reply{kOk, "application/json", Json().text("id", *id).number("generation", call.workbench.view()->generation).object()};
}

std::optional<Reply> correct(Call& call) {
  const Given& given = call.given;
  browse::CorrectionOptions asked{given.text("kind").value_or(""), given.texts("happenings"), given.texts("documents"), given.texts("items"), given.text("actor"), given.text("owner"), given.text("words"), given.text("by").value_or("")};
  const auto correction = browse::correction_of(call.session, call.view.holdings, asked, call.trouble);
  if (!correction) return std::nullopt;
  return answer(call, call.workbench.change([&](Store& store, const Engine& engine) { return engine.correct(store, *correction); }));
}

std::optional<Reply> withdraw(Call& call) {
  const std::string id = call.given.text("id").value_or(""), by = call.given.text("by").value_or("");
  return answer(call, call.workbench.change([&](Store& store, const Engine&) -> Result<std::string> {
    const auto done = store.withdraw_correction(id, by);
    if (!done) return done.error();
    return id;
  }));
}

Argument texts(const char* name, const char* about) { return {.name = name, .about = about, .type = Argument::Type::kTexts, .least = 0, .most = kMostNamed}; }

std::vector<std::string> kinds() {
  std::vector<std::string> all;
  for (std::string_view kind : names_of<CorrectionKind>()) all.emplace_back(kind);
  return all;
}

}  // namespace

std::vector<Route> correction_routes() {
  const Argument by{.name = "by", .about = "Whose it is.", .required = true};
  return {
      {"/corrections",
       "List corrections",
       "What people say of the readings, in the order in which they said it.",
       with({text("document", "About this document: its id."), text("happening", "About what this happening's tellings say: its id."), text("actor", "About this actor: an id."),
             {.name = "kind", .about = "Only these.", .choices = kinds()},
             {.name = "order", .about = "In which order.", .choices = {"time", "newest"}},
             {.name = "withdrawn", .about = "`yes`: those that were withdrawn, too.", .choices = {"yes"}}},
            page_of_list()),
       "CorrectionList",
       corrections},
      {"/corrections",
       "Correct a reading",
       "reject: items of a document; merge: happenings that are one; split: a happening, and the documents (or items of one) that tell another; owner: of an outlet; note: on a happening, a document, its items, or an actor.",
       {},
       "Corrected",
       correct,
       "POST",
       {{.name = "kind", .about = "What is said.", .required = true, .choices = kinds()},
        texts("happenings", "Ids."),
        texts("documents", "Ids."),
        texts("items", "Of the one document: e3, s2."),
        text("actor", "An outlet, or whom a note is about."),
        text("owner", "Who owns the outlet; empty: nobody else."),
        text("words", "Why; a note's words."),
        by}},
      {"/corrections/{id}/withdraw", "Withdraw a correction", "It does nothing any more, and is kept.", {}, "Corrected", withdraw, "POST", {by}},
  };
}

}  // namespace hearsay::serve
