// SPDX-License-Identifier: Apache-2.0
#include "story/gist.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/hash.h"
#include "story/item.h"
#include "story/kinds.h"
#include "story/own_words.h"

namespace hearsay {
namespace {

// Judged on the clusters of eval/cluster; see docs/quality.md.
constexpr uint32_t kRare = 5;            // of a thousand reports: those that hold a word no table lists
constexpr double kPair = 1;              // what two words side by side say beyond the rarer one
constexpr double kTitleWeight = 3, kLeadWeight = 1;
constexpr size_t kLeadWords = 80;
constexpr double kStateName = 0.25;     // what a word counts that names a state
constexpr double kCalendarDays = 7;      // resemblance falls by a factor of e in so many days
constexpr double kUndated = 0.85;        // ... of reports of which one has no date
constexpr double kPersonWeight = 2, kActorWeight = 1;

using Weights = std::unordered_map<uint64_t, double>;

class Rarity {
 public:
  explicit Rarity(std::span<const CommonWord> common) : common_(common) {}
  double of(uint64_t word) const {
    const auto at = std::lower_bound(common_.begin(), common_.end(), word, [](const CommonWord& listed, uint64_t hash) { return listed.hash < hash; });
    return std::log(1000.0 / (at != common_.end() && at->hash == word ? at->per_mille : kRare));
  }

 private:
  std::span<const CommonWord> common_;
};

uint64_t pair_of(uint64_t first, uint64_t second) { return (first * 0x9e3779b97f4a7c15ull) ^ (second + (first >> 29)); }

void keep_heaviest(std::vector<Term>& terms, size_t most) {
  const auto heavier = [](const Term& a, const Term& b) { return a.weight != b.weight ? a.weight > b.weight : a.what < b.what; };
  const size_t kept = std::min(terms.size(), most);
  std::partial_sort(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(kept), terms.end(), heavier);
  terms.resize(kept);
}

// Sorted by term; the heaviest, of length 1.
std::vector<Term> heaviest(const Weights& weights) {
  std::vector<Term> terms;
  for (const auto& [what, weight] : weights) terms.push_back({what, static_cast<float>(weight)});
  keep_heaviest(terms, kMostTerms);
  double length = 0;
  for (const Term& term : terms) length += static_cast<double>(term.weight) * static_cast<double>(term.weight);
  for (Term& term : terms) term.weight /= static_cast<float>(std::sqrt(length));
  std::sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.what < b.what; });
  return terms;
}

// Which words name a state: half the reports of a day name the same few.
std::vector<bool> name_states(const Analysis& analysis, const std::vector<OwnWord>& words) {
  std::vector<Span> names;
  for (const Actor& actor : analysis.actors)
    if (actor.kind == ActorKind::kState)
      for (const Mention& mention : actor.mentions)
        if (mention.form == MentionForm::kName) names.push_back(mention.span);
  std::sort(names.begin(), names.end(), [](Span a, Span b) { return a.start < b.start; });
  std::vector<bool> out;
  size_t at = 0;
  for (const OwnWord& word : words) {
    while (at < names.size() && names[at].end <= word.span.start) ++at;
    out.push_back(at < names.size() && names[at].contains(word.span));
  }
  return out;
}

class Weigher {
 public:
  Weigher(const std::vector<OwnWord>& words, const std::vector<bool>& states, const Rarity& rarity) : words_(words), states_(states), rarity_(rarity) {}

  // How often a term stands in the report counts by its logarithm.
  void weigh_all(Weights& out) const {
    std::unordered_map<uint64_t, int> times;
    for (size_t i = 0; i < words_.size(); ++i) {
      out[words_[i].hash] += of_word(i) / ++times[words_[i].hash];
      if (i + 1 < words_.size()) out[pair(i)] += of_pair(i) / ++times[pair(i)];
    }
  }
  void weigh_pairs(size_t most, double weight, Weights& out) const {
    for (size_t i = 0; i + 1 < std::min(words_.size(), most); ++i) out[pair(i)] += weight * of_pair(i);
  }

 private:
  uint64_t pair(size_t i) const { return pair_of(words_[i].hash, words_[i + 1].hash); }
  bool state(size_t i) const { return i < states_.size() && states_[i]; }
  double of_word(size_t i) const { return (state(i) ? kStateName : 1) * rarity_.of(words_[i].hash); }
  double of_pair(size_t i) const {
    const bool both = state(i) && state(i + 1);
    return (both ? kStateName : 1) * (kPair + std::max(rarity_.of(words_[i].hash), rarity_.of(words_[i + 1].hash)));
  }
  const std::vector<OwnWord>& words_;
  const std::vector<bool>& states_;
  const Rarity& rarity_;
};

std::vector<Term> weigh_words(const Analysis& analysis, const Rarity& rarity) {
  const std::vector<OwnWord> words = own_words(analysis.document);
  const std::vector<bool> states = name_states(analysis, words);
  Weights weights;
  const Weigher body(words, states, rarity);
  body.weigh_all(weights);
  body.weigh_pairs(kLeadWords, kLeadWeight, weights);
  if (analysis.document.title) {
    const std::vector<OwnWord> title = own_words(*analysis.document.title);
    Weigher(title, {}, rarity).weigh_pairs(title.size(), kTitleWeight, weights);
  }
  return heaviest(weights);
}

std::vector<Term> weigh_names(const Analysis& analysis) {
  Weights weights;
  for (const Actor& actor : analysis.actors) {
    if (!actor.known || actor.outlet || actor.mentions.empty()) continue;
    const double weight = actor.kind == ActorKind::kPerson || actor.kind == ActorKind::kOrganisation ? kPersonWeight : kActorWeight;
    weights[hash_bytes(actor.id)] += weight * (1 + std::log(static_cast<double>(actor.mentions.size())));
  }
  return heaviest(weights);
}

// By country where there is one: "Washington" and the president's name open one report with the same act.
std::vector<uint64_t> opening_acts(const Analysis& analysis) {
  std::vector<uint64_t> acts;
  const auto party = [&](const Party& one) {
    const Actor& actor = item(analysis.actors, one.actor);
    return actor.country.empty() ? actor.id : actor.country;
  };
  for (const Event& event : analysis.events) {
    if (event.rejected || !event.lead || event.source.actor < 0 || event.target.actor < 0) continue;
    std::string a = party(event.source), b = party(event.target);
    if (either_order(event) && b < a) std::swap(a, b);
    acts.push_back(hash_bytes(std::string(kind_family(event)) + '|' + a + '|' + b));
  }
  std::sort(acts.begin(), acts.end());
  acts.erase(std::unique(acts.begin(), acts.end()), acts.end());
  return acts;
}

double cosine(const std::vector<Term>& a, const std::vector<Term>& b) {
  double sum = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->what == y->what) sum += static_cast<double>(x->weight) * static_cast<double>(y->weight);
    const bool step_x = x->what <= y->what, step_y = y->what <= x->what;
    x += step_x;
    y += step_y;
  }
  return sum;
}

}  // namespace

Gist gist_of(const Analysis& analysis, std::span<const CommonWord> common) {
  return {analysis.document.lang, analysis.document.published_day, weigh_words(analysis, Rarity(common)), weigh_names(analysis), opening_acts(analysis)};
}

std::vector<uint64_t> index_terms(const Gist& gist) {
  std::vector<Term> words = gist.words;
  keep_heaviest(words, kMostIndexed);
  std::vector<uint64_t> out = gist.acts;
  for (const Term& term : words) out.push_back(pair_of(hash_bytes(gist.lang), term.what));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool share_an_act(const Gist& a, const Gist& b) {
  return std::any_of(a.acts.begin(), a.acts.end(), [&](uint64_t act) { return std::binary_search(b.acts.begin(), b.acts.end(), act); });
}

double closeness(const std::optional<Day>& a, const std::optional<Day>& b) {
  if (!a || !b) return kUndated;
  const auto apart = std::chrono::abs(*a - *b);
  if (apart > kStoryPause) return 0;
  return std::exp(-std::max<double>(0, static_cast<double>(apart.count()) - 1) / kCalendarDays);
}

double resemblance(const Gist& a, const Gist& b) {
  const double close = closeness(a.day, b.day);
  if (close == 0) return 0;
  if (a.lang == b.lang) return close * cosine(a.words, b.words);
  return share_an_act(a, b) ? close * kAcrossLanguages * cosine(a.names, b.names) : 0;
}

}  // namespace hearsay
