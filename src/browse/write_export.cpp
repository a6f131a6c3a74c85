// SPDX-License-Identifier: Apache-2.0
#include "browse/write_export.h"

#include "base/ascii.h"
#include "browse/export_report.h"
#include "browse/find_story.h"
#include "export/formats.h"
#include "store/catalogue.h"

namespace hearsay::browse {
namespace {

// Documents in memory at one time: happenings that follow one another are often told by the same ones.
constexpr size_t kMostHeld = 256;
constexpr size_t kAtOnce = 64;           // happenings

// The documents that one happening after the other asks for.
class Held {
 public:
  Held(const Session& session, const Store& store) : session_(session), store_(store) {}
  // nullptr after complaining.
  const Documents* with(const std::set<std::string>& ids) {
    std::set<std::string> missing;
    if (documents_.size() > kMostHeld) documents_.clear();
    for (const std::string& id : ids)
      if (!documents_.contains(id)) missing.insert(id);
    return load_documents(session_, store_, missing, documents_) ? &documents_ : nullptr;
  }

 private:
  const Session& session_;
  const Store& store_;
  Documents documents_;
};

void warn_of_left_out(const Session& session, const ExportTally& tally, const std::string& format) {
  const Words& words = session.words;
  if (tally.unreal > 0) session.warn(words.count(Message::kLeftOutUnreal, tally.unreal));
  if (tally.undated > 0) session.warn(words(Message::kLeftOutUndated, words.number(tally.undated), format));
  if (tally.unplaced > 0) session.warn(words.count(Message::kLeftOutUnplaced, tally.unplaced));
  if (tally.uncoded > 0) session.warn(words(Message::kLeftOutUncoded, words.number(tally.uncoded), format));
}

// The ways of the words of one happening, among the documents that tell it.
OriginGraph ways_of(const Engine& engine, const Happening& happening, const Documents& documents) {
  std::vector<Analysis> analyses;
  for (const std::string& id : speaking_of(happening))
    if (const auto at = documents.find(id); at != documents.end()) analyses.push_back(at->second);
  return origin_graph(happening, analyses, engine.copying(analyses));
}

Trouble write_format(const Session& session, const Holdings& holdings, const ExportOptions& options, const HappeningFormat& format, const Picked& picked, const Write& write) {
  const ExportSettings settings{options.all, options.standard};
  ExportTally tally;
  Held held(session, holdings.store);
  bool goes_on = write(format.head(settings)), failed = false;
  const auto take = [&](const Happening& happening) {
    const Documents* documents = goes_on ? held.with(speaking_of(happening)) : nullptr;
    if (!documents) return failed = goes_on, false;
    const auto ways = format.ways ? std::optional(ways_of(holdings.engine, happening, *documents)) : std::nullopt;
    ToldHappening told{happening, *documents, ways ? &*ways : nullptr};
    if (const Actor* place = place_of(tellings_of(told))) told.point = holdings.engine.coordinates(place->id);
    return goes_on = write(format.one(told, settings, tally));
  };
  if (const Trouble trouble = picked.each(session, take); trouble != Trouble::kNone) return trouble;
  if (failed) return Trouble::kStore;
  if (goes_on && write(format.tail(tally))) warn_of_left_out(session, tally, options.format);
  return Trouble::kNone;
}

Trouble write_report(const Session& session, const Holdings& holdings, const ExportOptions& options, const Picked& picked, const Write& write) {
  Report report = empty_report(session.words, options, picked.story, picked.happenings);
  Held held(session, holdings.store);
  bool failed = false;
  const auto take = [&](const Happening& happening) {
    const Documents* documents = held.with(speaking_of(happening));
    if (!documents) return failed = true, false;
    return add_to_report(report, holdings.engine, happening, *documents, session.words), true;
  };
  if (const Trouble trouble = picked.each(session, take); trouble != Trouble::kNone || failed) return failed ? Trouble::kStore : trouble;
  write(html_report(report));
  return Trouble::kNone;
}

bool any(const ExportOptions& options) {
  const HappeningFilterOptions& filter = options.filter;
  return filter.actor || filter.kind || filter.from || filter.to || filter.standing || filter.as_of || !filter.between.empty() || options.outlet || options.lang;
}

}  // namespace

std::vector<std::string> export_formats() {
  std::vector<std::string> names = format_names();
  names.emplace_back("html");            // laid out by src/export too, but in the words of the interface
  return names;
}

std::optional<Picked> pick_happenings(const Session& session, const Holdings& holdings, HappeningFilter& filter, const Text& story, Trouble& trouble) {
  Picked picked;
  if (story && !(picked.story = find_story(session, holdings, *story, trouble))) return std::nullopt;
  auto loaded = filter.load(session, holdings, trouble, picked.story ? std::optional(picked.story->happenings) : std::nullopt);
  if (!loaded) return std::nullopt;
  picked.happenings = static_cast<int64_t>(loaded->size());
  picked.each = [happenings = std::make_shared<const std::vector<Happening>>(std::move(*loaded))](const Session&, const auto& take) {
    for (const Happening& happening : *happenings)
      if (!take(happening)) break;
    return Trouble::kNone;
  };
  return picked;
}

Picked pick_by_ids(const Store& store, std::vector<std::string> ids, std::optional<Story> story) {
  const auto count = static_cast<int64_t>(ids.size());
  const auto each = [&store, ids = std::make_shared<const std::vector<std::string>>(std::move(ids))](const Session& session, const std::function<bool(const Happening&)>& take) {
    for (size_t at = 0; at < ids->size(); at += kAtOnce) {
      const auto begin = ids->begin() + static_cast<std::ptrdiff_t>(at);
      const auto some = Catalogue(store).happenings({begin, begin + static_cast<std::ptrdiff_t>(std::min(kAtOnce, ids->size() - at))});
      if (!some) return session.complain(some.error()), Trouble::kStore;
      for (const Happening& happening : *some)
        if (!take(happening)) return Trouble::kNone;
    }
    return Trouble::kNone;
  };
  return {std::move(story), count, each};
}

DocumentQuery documents_to_export(const Session& session, const Holdings& holdings, const ExportOptions& options, const std::function<std::optional<Picked>(Trouble&)>& pick, Trouble& trouble) {
  if (options.document) {
    const std::string id = find_document(session, holdings.store, *options.document);
    trouble = id.empty() ? Trouble::kNotFound : Trouble::kNone;
    return {.ids = {id}};
  }
  if (!options.story && !any(options)) return {};
  const auto picked = pick(trouble);
  if (!picked) return {};
  if (picked->story && !any(options)) return {.ids = picked->story->documents};
  std::set<std::string> ids{""};         // of no document: no ids would ask for all
  const auto take = [&](const Happening& happening) {
    for (const HappeningMention& mention : happening.mentions) ids.insert(mention.document);
    return true;
  };
  trouble = picked->each(session, take);
  return {.ids = {ids.begin(), ids.end()}};
}

Trouble write_export(const Session& session, const Holdings& holdings, const ExportOptions& options, const Picked& picked, const Write& write) {
  const HappeningFormat* format = happening_format(options.format);
  return format ? write_format(session, holdings, options, *format, picked, write) : write_report(session, holdings, options, picked, write);
}

std::string file_name_of(std::string name) {
  for (char& c : name)
    if (!is_alpha_or_digit(c) && c != '.' && c != '-') c = '_';
  return name.starts_with('.') ? "_" + name : name;
}

}  // namespace hearsay::browse
