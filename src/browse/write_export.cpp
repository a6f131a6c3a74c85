// SPDX-License-Identifier: Apache-2.0
#include "browse/write_export.h"

#include "browse/export_report.h"
#include "browse/find_story.h"
#include "export/formats.h"

namespace hearsay::browse {
namespace {

// Documents in memory at one time: happenings that follow one another are often told by the same ones.
constexpr size_t kMostHeld = 256;

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
  if (tally.uncoded > 0) session.warn(words(Message::kLeftOutUncoded, words.number(tally.uncoded), format));
}

// The ways of the words of one happening, among the documents that tell it.
OriginGraph ways_of(const Engine& engine, const Happening& happening, const Documents& documents) {
  std::vector<Analysis> analyses;
  for (const std::string& id : speaking_of(happening))
    if (const auto at = documents.find(id); at != documents.end()) analyses.push_back(at->second);
  return origin_graph(happening, analyses, engine.copying(analyses));
}

Trouble write_format(const Session& session, const Holdings& holdings, const ExportOptions& options, const HappeningFormat& format, const std::vector<Happening>& happenings,
                     const std::function<void(std::string_view)>& write) {
  const ExportSettings settings{options.all, options.standard};
  ExportTally tally;
  Held held(session, holdings.store);
  write(format.head(settings));
  for (const Happening& happening : happenings) {
    const Documents* documents = held.with(speaking_of(happening));
    if (!documents) return Trouble::kStore;
    const auto ways = format.ways ? std::optional(ways_of(holdings.engine, happening, *documents)) : std::nullopt;
    write(format.one({happening, *documents, ways ? &*ways : nullptr}, settings, tally));
  }
  write(format.tail(tally));
  warn_of_left_out(session, tally, options.format);
  return Trouble::kNone;
}

Trouble write_report(const Session& session, const Holdings& holdings, const ExportOptions& options, const Picked& picked, const std::function<void(std::string_view)>& write) {
  Report report = empty_report(session.words, options, picked.story, static_cast<int64_t>(picked.happenings.size()));
  Held held(session, holdings.store);
  for (const Happening& happening : picked.happenings) {
    const Documents* documents = held.with(speaking_of(happening));
    if (!documents) return Trouble::kStore;
    add_to_report(report, holdings.engine, happening, *documents, session.words);
  }
  write(html_report(report));
  return Trouble::kNone;
}

bool any(const HappeningFilterOptions& filter) { return filter.actor || filter.kind || filter.from || filter.to || filter.standing || filter.as_of || !filter.between.empty(); }

}  // namespace

std::vector<std::string> export_formats() {
  std::vector<std::string> names = format_names();
  names.emplace_back("html");            // laid out by src/export too, but in the words of the interface
  return names;
}

std::optional<Picked> pick_happenings(const Session& session, const Holdings& holdings, HappeningFilter& filter, const Text& story, Trouble& trouble) {
  Picked picked;
  if (story && !(picked.story = find_story(session, holdings, *story, trouble))) return std::nullopt;
  auto happenings = filter.load(session, holdings, trouble, picked.story ? std::optional(picked.story->happenings) : std::nullopt);
  if (!happenings) return std::nullopt;
  picked.happenings = std::move(*happenings);
  return picked;
}

DocumentQuery documents_to_export(const Session& session, const Holdings& holdings, HappeningFilter& filter, const ExportOptions& options, Trouble& trouble) {
  if (options.document) {
    const std::string id = find_document(session, holdings.store, *options.document);
    trouble = id.empty() ? Trouble::kNotFound : Trouble::kNone;
    return {.ids = {id}};
  }
  if (!options.story && !any(options.filter)) return {};
  const auto picked = pick_happenings(session, holdings, filter, options.story, trouble);
  if (!picked) return {};
  if (picked->story && !any(options.filter)) return {.ids = picked->story->documents};
  std::set<std::string> ids{""};         // of no document: no ids would ask for all
  for (const Happening& happening : picked->happenings)
    for (const HappeningMention& mention : happening.mentions) ids.insert(mention.document);
  return {.ids = {ids.begin(), ids.end()}};
}

Trouble write_export(const Session& session, const Holdings& holdings, const ExportOptions& options, const Picked& picked, const std::function<void(std::string_view)>& write) {
  const HappeningFormat* format = happening_format(options.format);
  return format ? write_format(session, holdings, options, *format, picked.happenings, write) : write_report(session, holdings, options, picked, write);
}

}  // namespace hearsay::browse
