// Whose word it rests on: outlets as origins and as carriers, who cites whom; and stories.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <unordered_map>

#include "browse/describe.h"
#include "browse/find_happenings.h"
#include "serve/api.h"
#include "store/catalogue.h"

namespace hearsay::serve {
namespace {

using browse::Index;
using browse::Message;
using browse::Trouble;

constexpr size_t kMostEdges = 400, kMostOrigins = 200;
constexpr size_t kMostBriefs = 200;      // reports of a story that are described

struct OutletTotals {
  int64_t documents = 0, origin = 0, carrier = 0;
};
struct OriginKey {
  uint32_t name = 0, actor = 0;
  OriginKind kind = OriginKind::kOutlet;
  friend auto operator<=>(const OriginKey&, const OriginKey&) = default;
};

struct Hash {
  size_t operator()(const std::pair<uint32_t, uint32_t>& edge) const { return std::hash<uint64_t>()((uint64_t{edge.first} << 32 | edge.second) * 0x9E3779B97F4A7C15); }
  size_t operator()(const OriginKey& key) const { return (*this)(std::pair(key.name, key.actor)) ^ static_cast<size_t>(key.kind); }
};

// Most first; those with as many in the order of their keys, so that the same question has the same answer.
template <class Counted, class Weight>
auto by(const Counted& counted, Weight weight, size_t most) {
  std::vector<std::pair<typename Counted::key_type, typename Counted::mapped_type>> order(counted.begin(), counted.end());
  most = std::min(most, order.size());
  const auto before = [&](const auto& a, const auto& b) { return weight(a.second) != weight(b.second) ? weight(a.second) > weight(b.second) : a.first < b.first; };
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(most), order.end(), before);
  order.resize(most);
  return order;
}
template <class Key>
void keep_once(std::vector<Key>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

// Counted in happenings.
class Citations {
 public:
  Citations(const Index& index, const std::vector<uint32_t>& rows) : index_(index) {
    for (const auto& [outlet, documents] : index.outlets()) outlets_[outlet].documents = documents;
    for (uint32_t i : rows) add(index.rows()[i]);
  }

  void put(Json& json, const Call& call) const {
    json.list("outlets");
    for (const auto& [outlet, totals] : by(outlets_, [](const OutletTotals& totals) { return totals.documents; }, outlets_.size()))
      json.open().text("name", index_.text(outlet)).number("documents", totals.documents).number("origin", totals.origin).number("carrier", totals.carrier).close();
    json.end_list().list("edges");
    const auto count = [](int64_t n) { return n; };
    for (const auto& [edge, happenings] : by(edges_, count, kMostEdges))
      json.open().text("from", index_.text(edge.first)).text("to", index_.text(edge.second)).number("happenings", happenings).close();
    json.end_list().list("origins");
    for (const auto& [origin, happenings] : by(origins_, count, kMostOrigins)) {
      const std::string& actor = index_.text(origin.actor);
      json.open().text("name", name_of(call, actor, index_.text(origin.name))).known("actor", actor).text("kind", to_string(origin.kind));
      json.text("kind_label", browse::origin_kind_words(origin.kind, call.session.words)).number("happenings", happenings).close();
    }
    json.end_list();
  }

 private:
  void add(const Index::Row& row) {
    own_.clear(), named_.clear(), cited_.clear();
    for (const Index::Voice& voice : index_.voices_of(row)) {
      named_.push_back({voice.name, voice.actor, voice.kind});
      if (voice.outlet == 0) continue;
      if (voice.name == voice.outlet) own_.push_back(voice.outlet);
      else cited_.emplace_back(voice.outlet, voice.name);
    }
    keep_once(named_), keep_once(cited_);
    for (const OriginKey& origin : named_) ++origins_[origin];
    for (const auto& edge : cited_) ++edges_[edge];
    for (uint32_t outlet : index_.outlets_of(row)) ++(std::find(own_.begin(), own_.end(), outlet) != own_.end() ? outlets_[outlet].origin : outlets_[outlet].carrier);
  }

  const Index& index_;
  std::unordered_map<uint32_t, OutletTotals> outlets_;
  std::unordered_map<std::pair<uint32_t, uint32_t>, int64_t, Hash> edges_;
  std::unordered_map<OriginKey, int64_t, Hash> origins_;
  // Of one happening: outlets that are an origin, origins, and who cites whom.
  std::vector<uint32_t> own_;
  std::vector<OriginKey> named_;
  std::vector<std::pair<uint32_t, uint32_t>> cited_;
};

std::optional<Reply> sources(Call& call) {
  const auto sieve = sieve_of(call);
  if (!sieve) return std::nullopt;
  const std::vector<uint32_t> rows = sieve->rows();
  Json json;
  json.number("total", static_cast<int64_t>(rows.size()));
  Citations(*call.view.index, rows).put(json, call);
  return Reply{kOk, "application/json", json.object()};
}

// ---- stories

// Whom a story is about: a party of what it opens with.
std::optional<std::vector<bool>> stories_about(Call& call) {
  const Index& index = *call.view.index;
  std::vector<bool> about(index.texts().size(), !call.given.text("actor"));
  if (!call.given.text("actor")) return about;
  browse::SieveOptions asked;
  asked.happenings.actor = call.given.text("actor");
  const auto sieve = browse::Sieve::make(call.session, call.view.holdings, index, asked, call.trouble);
  if (!sieve) return std::nullopt;
  for (uint32_t i : sieve->rows()) about[index.rows()[i].story] = true;
  return about;
}

std::optional<Reply> stories(Call& call) {
  const Index& index = *call.view.index;
  const auto about = stories_about(call);
  if (!about) return std::nullopt;
  const auto period = browse::PeriodFilter::parse(call.session, call.given.text("from"), call.given.text("to"));
  if (!period) return call.trouble = Trouble::kUsage, std::nullopt;
  std::vector<const Index::Tale*> tales;
  for (const Index::Tale& tale : index.stories())
    if ((*about)[tale.id] && tale.documents >= call.given.number("least", 1) && period->matches(browse::day_of(tale.from), browse::day_of(tale.to))) tales.push_back(&tale);
  const std::string order = call.given.text("order").value_or("newest");
  const auto last = [](const Index::Tale* tale) { return tale->to == kNoDay ? std::numeric_limits<DayNumber>::min() : tale->to; };
  if (order == "newest") std::stable_sort(tales.begin(), tales.end(), [&](const auto* a, const auto* b) { return last(a) > last(b); });
  if (order == "reports") std::stable_sort(tales.begin(), tales.end(), [](const auto* a, const auto* b) { return a->documents > b->documents; });
  const Slice slice = slice_of(call.given, static_cast<int64_t>(tales.size()));
  std::vector<std::string> ids;
  for (int64_t i = slice.first; i < slice.last; ++i) ids.push_back(index.text(tales[static_cast<size_t>(i)]->id));
  const auto found = Catalogue(call.view.holdings.store).stories(ids);
  if (!found) return fail(call, found.error());
  Json json;
  json.list("items");
  for (const Story& story : *found) json.raw_item(story_record(story));
  put_slice(json.end_list(), slice);
  return Reply{kOk, "application/json", json.object()};
}

std::optional<Reply> story(Call& call) {
  const Store& store = call.view.holdings.store;
  const std::string id = call.given.text("id").value_or("");
  auto found = Catalogue(store).stories({id});
  if (!found) return fail(call, found.error());
  if (found->empty()) {
    const auto now = store.successor(id);
    if (!now) return fail(call, now.error());
    if (*now) found = Catalogue(store).stories({**now});
    if (!found || found->empty()) return fail(call, Trouble::kNotFound, call.session.words(Message::kNoStory, id));
  }
  const Story& story = found->front();
  Json json;
  json.raw("story", story_record(story));
  if (!put_heads(json, "happenings", call, story.happenings)) return std::nullopt;
  Documents documents;
  const std::set<std::string> first(story.documents.begin(), story.documents.begin() + static_cast<std::ptrdiff_t>(std::min(story.documents.size(), kMostBriefs)));
  if (!browse::load_documents(call.session, store, first, documents)) return call.trouble = Trouble::kStore, std::nullopt;
  json.list("briefs");
  for (const std::string& document : story.documents)
    if (const auto at = documents.find(document); at != documents.end()) put_brief(json, at->second.document);
  return json.end_list(), Reply{kOk, "application/json", json.object()};
}

}  // namespace

std::vector<Route> source_routes() {
  return {
      {"/sources", "Who cites whom", "Outlets with how often they are an origin and how often they carry others' words, who cites whom, and whose word it rests on: counted in happenings.", happening_filters(), "Sources", sources},
      {"/stories",
       "List stories",
       "Reports that tell one unfolding occurrence.",
       with({text("actor", "Who is a party of what it opens with."), text("from", "First day of its reports."), text("to", "Last day."),
             {.name = "least", .about = "Reports, at the least.", .type = Argument::Type::kNumber, .least = 1, .most = INT32_MAX},
             {.name = "order", .about = "In which order (usually the newest first).", .choices = {"newest", "time", "reports"}}},
            page_of_list()),
       "StoryList",
       stories},
      {"/stories/{id}", "One story", "With its happenings and its reports, the first 200 of them.", {}, "StoryPage", story},
  };
}

}  // namespace hearsay::serve
