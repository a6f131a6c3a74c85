// SPDX-License-Identifier: Apache-2.0
#include "browse/index.h"

#include <algorithm>
#include <map>

#include "record/names.h"
#include "store/catalogue.h"

namespace hearsay::browse {

uint32_t Texts::number(std::string_view text) {
  if (const auto at = numbers_.find(text); at != numbers_.end()) return at->second;
  const uint32_t number = size();
  all_.emplace_back(text);
  numbers_.emplace(text, number);
  return number;
}

uint32_t Texts::find(std::string_view text) const {
  const auto at = numbers_.find(text);
  return at == numbers_.end() ? 0 : at->second;
}

class IndexMaker {
 public:
  void add(const Catalogue::DocumentEntry& entry) {
    const uint32_t outlet = texts().number(entry.outlet);
    of_.emplace(std::string(entry.id), Told{outlet, language(entry.lang)});
    if (outlet != 0) ++documents_of_[outlet];
  }
  void add(const Catalogue::StoryEntry& entry) {
    const uint32_t id = texts().number(entry.id);
    index_.tale_of_[id] = index_.tales_.size();
    index_.tales_.push_back({id, std::string(entry.title), number_of(parse_day(entry.from)), number_of(parse_day(entry.to)), entry.documents, entry.outlets});
  }
  void add(const Catalogue::HappeningEntry& entry) {
    const Result<Happening> happening = read_happening_record(entry.record);
    if (!happening) return void(fault_ = happening.error());
    Index::Row row;
    row.id = texts().number(happening->id), row.kind = texts().number(happening->kind);
    row.cameo = texts().number(entry.cameo), row.plover = texts().number(entry.plover), row.story = texts().number(entry.story);
    row.source = party(happening->source), row.target = party(happening->target);
    row.from = number_of(happening->from), row.to = number_of(happening->to);
    row.goldstein = static_cast<float>(happening->goldstein);
    row.documents = static_cast<uint32_t>(happening->documents);
    row.standing = happening->standing, row.status = happening->status, row.unverified = happening->unverified;
    add_tellers(row, happening->mentions);
    add_history(row, happening->history);
    add_voices(row, *happening);
    index_.row_of_[row.id] = index_.rows_.size();
    index_.rows_.push_back(row);
  }
  Result<Index> finish() {
    if (fault_) return *fault_;
    index_.documents_of_.assign(documents_of_.begin(), documents_of_.end());
    const auto more = [&](const auto& a, const auto& b) { return a.second != b.second ? a.second > b.second : index_.texts_[a.first] < index_.texts_[b.first]; };
    std::sort(index_.documents_of_.begin(), index_.documents_of_.end(), more);
    return std::move(index_);
  }

 private:
  struct Told {
    uint32_t outlet = 0;
    uint64_t language = 0;
  };
  Texts& texts() { return index_.texts_; }

  Index::Party party(const std::optional<HappeningParty>& party) {
    if (!party) return {};
    return {texts().number(party->actor), texts().number(party->name), texts().number(party->country)};
  }

  uint64_t language(std::string_view lang) {
    auto& all = index_.languages_;
    const auto at = std::find(all.begin(), all.end(), lang);
    const auto bit = static_cast<size_t>(at - all.begin());
    if (at == all.end()) all.emplace_back(lang);
    return uint64_t{1} << std::min<size_t>(bit, 63);
  }

  void add_tellers(Index::Row& row, const std::vector<HappeningMention>& mentions) {
    std::vector<uint32_t> outlets;
    for (const HappeningMention& mention : mentions) {
      const auto told = of_.find(mention.document);
      if (told == of_.end()) continue;
      row.languages |= told->second.language;
      if (told->second.outlet != 0) outlets.push_back(told->second.outlet);
    }
    std::sort(outlets.begin(), outlets.end());
    outlets.erase(std::unique(outlets.begin(), outlets.end()), outlets.end());
    row.first_outlet = static_cast<uint32_t>(index_.outlets_.size()), row.outlets = static_cast<uint32_t>(outlets.size());
    index_.outlets_.insert(index_.outlets_.end(), outlets.begin(), outlets.end());
  }

  void add_history(Index::Row& row, const std::vector<StandingChange>& history) {
    row.first_change = static_cast<uint32_t>(index_.history_.size()), row.changes = static_cast<uint32_t>(history.size());
    for (const StandingChange& change : history) index_.history_.push_back({number_of(parse_day(change.on)), change.standing});
  }

  void add_voices(Index::Row& row, const Happening& happening) {
    std::vector<Index::Voice> voices;
    for (const auto* side : {&happening.origins, &happening.denials}) {
      for (const Origin& origin : *side) {
        const uint32_t name = texts().number(origin.name), actor = texts().number(origin.actor);
        for (const StatementRef& said : origin.statements) {
          const auto told = of_.find(said.document);
          voices.push_back({told == of_.end() ? 0 : told->second.outlet, name, actor, origin.kind, side == &happening.denials});
        }
      }
    }
    std::sort(voices.begin(), voices.end());
    voices.erase(std::unique(voices.begin(), voices.end()), voices.end());
    row.first_voice = static_cast<uint32_t>(index_.voices_.size()), row.voices = static_cast<uint32_t>(voices.size());
    index_.voices_.insert(index_.voices_.end(), voices.begin(), voices.end());
  }

  Index index_;
  std::unordered_map<std::string, Told> of_;         // documents, by id
  std::map<uint32_t, int64_t> documents_of_;         // by outlet
  std::optional<Error> fault_;
};

Result<Index> Index::of(const Store& store) {
  IndexMaker maker;
  const auto add = [&](const auto& entry) { maker.add(entry); };
  if (const Status visited = Catalogue(store).visit({add, add, add}); !visited) return visited.error();
  return maker.finish();
}

std::optional<Standing> Index::standing_on(const Row& row, DayNumber day) const {
  std::optional<Standing> standing;
  for (const Change& change : history_of(row))
    if (change.on <= day) standing = change.standing;
  return standing;
}

const Index::Row* Index::find(std::string_view id) const {
  const auto at = row_of_.find(texts_.find(id));
  return at == row_of_.end() ? nullptr : &rows_[at->second];
}

std::string_view Index::title_of(std::string_view story) const {
  const auto at = tale_of_.find(texts_.find(story));
  return at == tale_of_.end() ? std::string_view() : std::string_view(tales_[at->second].title);
}

}  // namespace hearsay::browse
