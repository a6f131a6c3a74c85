// Reports onto the shelves and off them. Who came after a report in a list may now have other neighbours: looked up where the list still has
// those that go, and where it has those that come.
// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "base/hash.h"
#include "story/happenings.h"
#include "story/overlaps.h"
#include "story/own_words.h"
#include "story/shingles.h"
#include "story/stories.h"
#include "upkeep/brought.h"
#include "upkeep/desk.h"

namespace hearsay {
namespace {

enum class Move { kGoes, kComes };

// Who comes takes others out of the sight of those after it and brings nobody but itself: where it is not to be compared with one that shares passages
// with nobody, nothing changes for that one.
void mark_later(Desk& desk, const Shelves::Report& report, Move move) {
  if (!desk.is_late(report.rank)) return;
  std::map<Rank, Meetings> met;
  for (uint64_t print : unpack_prints(report.prints)) {
    const std::vector<Rank> after = desk.shelves.after(print, report.rank, kNearestInList);
    for (size_t between = 0; between < after.size(); ++between) met[after[between]].add(between);
  }
  for (const auto& [later, meetings] : met)
    if (move == Move::kGoes || meetings.enough() || desk.shelves.has_earlier_partner(later.key)) desk.reprinted.insert(later);
  // Who is not near this one in time is not near those before it either, which it may have taken the place of.
  for (uint64_t term : index_terms(unpack_gist(report.gist)))
    for (Rank later : desk.shelves.after(term, report.rank, kMostNear))
      if (near_in_time(report.rank, later)) desk.retold.insert(later);
}

// By what it is listed: prints, and terms of its gist.
std::vector<uint64_t> terms_of(const Shelves::Report& report) {
  std::vector<uint64_t> terms = unpack_prints(report.prints);
  const std::vector<uint64_t> of_gist = index_terms(unpack_gist(report.gist));
  terms.insert(terms.end(), of_gist.begin(), of_gist.end());
  return terms;
}

void clear(Desk& desk, const Shelves::Report& report) {
  const int64_t key = report.rank.key;
  for (uint64_t term : terms_of(report)) desk.shelves.strike(term, report.rank);
  for (Rank partner : desk.shelves.partners_of(key)) {
    desk.copies_changed.insert(partner.key);
    desk.shelves.remove_pair(key, partner.key);
    desk.shelves.remove_pair(partner.key, key);
  }
  for (const Shelves::Telling& telling : desk.shelves.tellings_of(key)) {
    desk.blocks.insert(telling.block);
    if (telling.happening.empty()) continue;
    desk.former[{key, telling.start}][telling.event] = telling.happening;
    desk.loosened.insert(telling.happening);
  }
  desk.shelves.remove_tellings(key);
  desk.shelves.remove_report(key);
}

// A joint act of three is told in one clause.
std::optional<int64_t> clause_of(const Rank& report, const Event& event) {
  if (!event.joint) return std::nullopt;
  return static_cast<int64_t>(hash_bytes(std::to_string(report.key) + '|' + std::to_string(event.span.start) + '|' + std::to_string(event.span.end) + '|' + event.kind));
}

std::vector<Shelves::Telling> tellings_of(const Pack& packs, Rank report, const Analysis& analysis) {
  const Who who(packs.world());
  Copies alone;
  alone.family = {0};
  std::vector<Shelves::Telling> out;
  for (const Told& told : collect({&analysis}, alone, who)) {
    Shelves::Telling& telling = out.emplace_back();
    telling.block = static_cast<int64_t>(hash_bytes(block_of(told)));
    telling.report = telling.family = report;
    telling.event = told.event;
    telling.start = told.what->span.start;
    telling.lead = told.what->lead;
    telling.clause = clause_of(report, *told.what);
    telling.told = pack(told);
  }
  return out;
}

Rank rank_of(const Document& document) {
  const auto& day = document.published_day;
  return {day ? static_cast<int32_t>(day->time_since_epoch().count()) : Rank::kUndated, key_of(document.id)};
}

Shelves::Report report_of(const Analysis& analysis, const Pack& packs) {
  const LanguagePack* language = packs.language(analysis.document.lang);
  const Gist gist = gist_of(analysis, language ? language->common : std::span<const CommonWord>{});
  const Rank rank = rank_of(analysis.document);
  const std::vector<OwnWord> words = own_words(analysis.document);
  return {rank, analysis.document.id, rank, 0, std::nullopt, pack(prints(words)), pack(gist), pack(sketch(words)), pack(story_report(analysis))};
}

}  // namespace

Brought brought_by(const Analysis& analysis, const Pack& packs) {
  Brought brought{report_of(analysis, packs), {}, {}};
  brought.terms = terms_of(brought.report);
  brought.tellings = tellings_of(packs, brought.report.rank, analysis);
  return brought;
}

void take_out(Desk& desk, const std::vector<std::string>& ids) {
  std::vector<Shelves::Report> out;
  for (const std::string& id : ids)
    if (auto report = desk.shelves.report(key_of(id))) out.push_back(std::move(*report));
  for (const Shelves::Report& report : out) mark_later(desk, report, Move::kGoes);
  for (const Shelves::Report& report : out) {
    desk.gone.insert(report.rank);
    if (report.story) {
      desk.stories.insert(*report.story);
      desk.left.emplace_back(*report.story, report.rank);
    }
    clear(desk, report);
  }
}

void take_in(Desk& desk, const std::vector<std::string>& ids) {
  std::vector<Shelves::Report> in;
  std::vector<Listing> listings;
  for (const std::string& id : ids) {
    auto analysis = desk.shelves.analysis(id);
    if (!analysis) continue;
    Brought brought = brought_by(*analysis, desk.packs);
    const Shelves::Report& report = in.emplace_back(std::move(brought.report));
    desk.shelves.add_report(report);
    for (uint64_t term : brought.terms) listings.push_back({term, report.rank});
    for (const Shelves::Telling& telling : brought.tellings) {
      desk.shelves.add_telling(telling);
      desk.blocks.insert(telling.block);
    }
    desk.fresh.insert(report.rank);
    desk.touched.insert(report.rank.key);
    desk.copies_changed.insert(report.rank.key);
    desk.hold(report.rank.key, std::move(*analysis));
  }
  in_order_of_lists(listings);
  for (const Listing& listing : listings) desk.shelves.enlist(listing.term, listing.report);
  for (const Shelves::Report& report : in) mark_later(desk, report, Move::kComes);
  for (auto* marked : {&desk.reprinted, &desk.retold}) {
    for (Rank gone : desk.gone) marked->erase(gone);
    marked->insert(desk.fresh.begin(), desk.fresh.end());
  }
}

}  // namespace hearsay
