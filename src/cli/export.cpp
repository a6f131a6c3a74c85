// hearsay export: the chronicle, or its documents, for other programs. What the formats hold is the business of src/export; this picks, loads and writes.
// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>

#include "base/ascii.h"
#include "cli/commands.h"
#include "cli/export_report.h"
#include "cli/find_story.h"
#include "cli/happening_filter.h"
#include "export/formats.h"

namespace hearsay::cli {
namespace {

// Documents in memory at one time: happenings that follow one another are often told by the same ones.
constexpr size_t kMostHeld = 256;

// Standard output, or the file of --out, which is made before anything is loaded, so that a folder that is not there costs no work.
class Output {
 public:
  explicit Output(const Text& path) : path_(path.value_or("")) {
    if (!path_.empty()) file_.open(path_, std::ios::binary | std::ios::trunc);
  }
  void write(const std::string& bytes) { path_.empty() ? put(bytes) : static_cast<void>(file_ << bytes); }
  // kOk, or complains.
  int close(const Session& session) {
    if (path_.empty() || file_.flush().good()) return kOk;
    return session.complain(session.words(Message::kNotWritten, path_)), kOutputError;
  }

 private:
  std::string path_;
  std::ofstream file_;
};

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

// What was asked for, and of which story, if one was named.
struct Picked {
  std::optional<Story> story;
  std::vector<Happening> happenings;
};
std::optional<Picked> pick(const Session& session, const Holdings& holdings, HappeningFilter& filter, const Text& story_id, Trouble& trouble) {
  Picked picked;
  if (story_id && !(picked.story = find_story(session, holdings, *story_id, trouble))) return std::nullopt;
  auto happenings = filter.load(session, holdings, trouble, picked.story ? std::optional(picked.story->happenings) : std::nullopt);
  if (!happenings) return std::nullopt;
  picked.happenings = std::move(*happenings);
  return picked;
}

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

int write_happenings(const Session& session, const Holdings& holdings, const ExportOptions& options, const HappeningFormat& format, const std::vector<Happening>& happenings) {
  const ExportSettings settings{options.all, options.standard};
  Output output(options.out);
  if (output.close(session) != kOk) return kOutputError;
  ExportTally tally;
  Held held(session, holdings.store);
  output.write(format.head(settings));
  for (const Happening& happening : happenings) {
    const Documents* documents = held.with(speaking_of(happening));
    if (!documents) return kStoreError;
    const auto ways = format.ways ? std::optional(ways_of(holdings.engine, happening, *documents)) : std::nullopt;
    output.write(format.one({happening, *documents, ways ? &*ways : nullptr}, settings, tally));
  }
  output.write(format.tail(tally));
  warn_of_left_out(session, tally, options.format);
  return output.close(session);
}

int write_report(const Session& session, const Holdings& holdings, const ExportOptions& options, const Picked& picked) {
  Output output(options.out);
  if (output.close(session) != kOk) return kOutputError;
  Report report = empty_report(session.words, options, picked.story, static_cast<int64_t>(picked.happenings.size()));
  Held held(session, holdings.store);
  for (const Happening& happening : picked.happenings) {
    const Documents* documents = held.with(speaking_of(happening));
    if (!documents) return kStoreError;
    add_to_report(report, holdings.engine, happening, *documents, session.words);
  }
  output.write(html_report(report));
  return output.close(session);
}

// ---- formats of documents

bool any(const HappeningFilterOptions& filter) { return filter.actor || filter.kind || filter.from || filter.to || filter.standing || filter.as_of || !filter.between.empty(); }

// The one that is named, those of a story, those that tell the happenings asked for, or all.
DocumentQuery documents_asked_for(const Session& session, const Holdings& holdings, HappeningFilter& filter, const ExportOptions& options, Trouble& trouble) {
  if (options.document) {
    const std::string id = find_document(session, holdings.store, *options.document);
    trouble = id.empty() ? Trouble::kNotFound : Trouble::kNone;
    return {.ids = {id}};
  }
  if (!options.story && !any(options.filter)) return {};
  const auto picked = pick(session, holdings, filter, options.story, trouble);
  if (!picked) return {};
  if (picked->story && !any(options.filter)) return {.ids = picked->story->documents};
  std::set<std::string> ids{""};         // of no document: no ids would ask for all
  for (const Happening& happening : picked->happenings)
    for (const HappeningMention& mention : happening.mentions) ids.insert(mention.document);
  return {.ids = {ids.begin(), ids.end()}};
}

// A file of its own in a folder, whatever the store calls the document.
std::string file_in(const std::string& folder, std::string name) {
  for (char& c : name)
    if (!is_alpha_or_digit(c) && c != '.' && c != '-') c = '_';
  return (std::filesystem::path(folder) / (name.starts_with('.') ? "_" + name : name)).string();
}

int write_document(const Session& session, const ExportOptions& options, const DocumentFormat& format, const Analysis& analysis) {
  const bool folder = format.several_files || !options.document;
  for (const ExportedFile& file : format.files(analysis)) {
    Output output(folder ? Text(file_in(*options.out, file.name)) : options.out);
    output.write(file.bytes);
    if (const int wrong = output.close(session); wrong != kOk) return wrong;
  }
  return kOk;
}

int write_documents(const Session& session, const Holdings& holdings, const ExportOptions& options, const DocumentFormat& format, HappeningFilter& filter) {
  Trouble trouble = Trouble::kNone;
  const DocumentQuery asked = documents_asked_for(session, holdings, filter, options, trouble);
  if (trouble != Trouble::kNone) return exit_code_of(trouble);
  std::error_code failed;
  if (options.out && (format.several_files || !options.document)) std::filesystem::create_directories(*options.out, failed);
  if (failed) return session.complain(session.words(Message::kNotWritten, *options.out)), kOutputError;
  int exit_code = kOk;
  const auto write = [&](const Analysis& analysis) {
    if (exit_code == kOk) exit_code = write_document(session, options, format, analysis);
  };
  return each_document(session, holdings.store, asked, write) ? exit_code : kStoreError;
}

// What does not go together; false after complaining.
bool makes_sense(const Session& session, const ExportOptions& options, const HappeningFormat* happenings, const DocumentFormat* documents) {
  const auto complain = [&](Message message) { return session.complain(session.words(message, options.format)), false; };
  if (options.all && options.standard) return complain(Message::kAllOrStandard);
  if (options.document && !documents) return complain(Message::kNoDocumentFormat);
  if (documents && !options.out && (documents->several_files || !options.document)) return complain(Message::kNeedsFolder);
  if ((options.all || options.standard) && !(happenings && happenings->event_data)) return complain(Message::kNotEventData);
  return true;
}

}  // namespace

std::vector<std::string> export_formats() {
  std::vector<std::string> names = format_names();
  names.emplace_back("html");            // laid out by src/export too, but in the words of the interface
  return names;
}

int export_records(const Session& session, const ExportOptions& options) {
  const HappeningFormat* happening = happening_format(options.format);
  const DocumentFormat* document = document_format(options.format);
  if (!makes_sense(session, options, happening, document)) return kUsage;
  auto filter = HappeningFilter::parse(session, options.filter);
  if (!filter) return kUsage;
  Trouble trouble = Trouble::kNone;
  const auto holdings = open_holdings(session, options.store, trouble);
  if (!holdings) return exit_code_of(trouble);
  if (document) return write_documents(session, *holdings, options, *document, *filter);
  const auto picked = pick(session, *holdings, *filter, options.story, trouble);
  if (!picked) return exit_code_of(trouble);
  return happening ? write_happenings(session, *holdings, options, *happening, picked->happenings) : write_report(session, *holdings, options, *picked);
}

}  // namespace hearsay::cli
