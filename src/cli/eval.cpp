// hearsay eval: what is read, compared with what careful readers found, and what each mistake comes from.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <limits>

#include "cli/commands.h"
#include "cli/eval_print.h"
#include "cli/inputs.h"
#include "cli/pool.h"
#include "eval/whereabouts.h"

namespace hearsay::cli {
namespace {

namespace fs = std::filesystem;

// What was named on the command line: gold files, and reports among which to look for theirs.
struct Asked {
  std::vector<GoldFile> gold;
  std::vector<std::string> reports;
};

// A .json or .ann file is gold, and so is a folder with gold files in it; all else is reports.
std::optional<Asked> sort_out(const Session& session, const EvalOptions& options, const ActTypes& acts) {
  Asked asked;
  std::vector<std::string> reports;
  for (const std::string& path : options.paths) {
    std::error_code failed;
    const bool folder = fs::is_directory(path, failed);
    if (!folder && !is_gold_name(path)) {
      reports.push_back(path);
      continue;
    }
    Result<std::vector<GoldFile>> gold = read_gold({path}, acts);
    if (!gold) return session.complain(gold.error()), std::nullopt;
    if (gold->empty()) reports.push_back(path);
    for (GoldFile& one : *gold) asked.gold.push_back(std::move(one));
  }
  InputList list = list_reports(reports, {});
  for (const InputError& error : list.errors)
    if (!error.warning) session.complain(error.path + ": " + in_words(session.words, error.message));
  if (!list.errors.empty()) return std::nullopt;
  for (const Metadata& report : list.reports) asked.reports.push_back(report.path);
  if (!asked.gold.empty()) return asked;
  session.complain(session.words(Message::kNoGold, options.paths.front()));
  return std::nullopt;
}

bool says_anything(const Metadata& report) { return report.url || report.outlet || report.published || report.lang || report.title; }

// What the manifests say of the reports; of each the first that has a row for it. nullopt if one cannot be read.
std::optional<std::map<std::string, Metadata>> rows_of(const Session& session, const EvalOptions& options, const std::vector<std::string>& files) {
  std::map<std::string, Metadata> rows;
  for (const std::string& manifest : options.manifests) {
    const InputList list = list_reports(files, manifest);
    for (const InputError& error : list.errors)
      if (!error.warning) return session.complain(error.path + ": " + in_words(session.words, error.message)), std::nullopt;
    const auto has_row = [](const Metadata& report) { return says_anything(report); };
    if (std::none_of(list.reports.begin(), list.reports.end(), has_row)) session.warn(session.words(Message::kManifestOfOthers, manifest));
    for (const Metadata& report : list.reports)
      if (has_row(report)) rows.emplace(report.path, report);
  }
  return rows;
}

// A gold file with its report; without a path it is not there.
struct Pair {
  const GoldFile* gold;
  Metadata report;
};

std::optional<std::vector<Pair>> find_reports(const Session& session, const EvalOptions& options, const Asked& asked) {
  std::vector<Pair> pairs;
  std::vector<std::string> files;
  for (const GoldFile& gold : asked.gold) {
    auto file = report_among(asked.reports, gold.document);
    if (!file) file = report_of(gold, options.root);
    if (!file) session.complain(session.words(Message::kNoReport, gold.path, gold.document));
    else files.push_back(*file);
    pairs.push_back({&gold, {}});
    pairs.back().report.path = file.value_or("");
  }
  const auto rows = rows_of(session, options, files);
  if (!rows) return std::nullopt;
  for (Pair& pair : pairs)
    if (const auto row = rows->find(pair.report.path); row != rows->end()) pair.report = row->second;
  return pairs;
}

// Names the anchors that their reports do not hold; how many there are.
int complain_of_anchors(const Session& session, const Judged& judged) {
  int absent = 0;
  for (const Finding& finding : judged.findings) {
    if (finding.blame.cause != Cause::kAnchorAbsent) continue;
    session.complain(session.words(Message::kNoAnchor, finding.gold, layer_words(finding.layer, session.words), finding.entry, finding.words));
    ++absent;
  }
  return absent;
}

struct Outcome {
  size_t read = 0, faults = 0;
};

Outcome compare_all(const Session& session, const Engine& engine, const std::vector<Pair>& pairs, int threads, Bench& bench) {
  Outcome outcome;
  const auto make = [&](size_t i) -> Result<Judged> {
    const Pair& pair = pairs[i];
    if (pair.report.path.empty()) return judge_unread(*pair.gold);
    Result<std::string> bytes = read_file(pair.report.path, kMaxReportBytes);
    if (!bytes) return bytes.error();
    return judge(engine, *pair.gold, std::move(*bytes), pair.report);
  };
  size_t taken = 0;
  const auto take = [&](Result<Judged> judged) {
    const size_t i = taken++;
    if (!judged) session.complain(judged.error());
    const bool read = judged && !pairs[i].report.path.empty();
    outcome.read += read;
    outcome.faults += !read;
    if (judged) outcome.faults += static_cast<size_t>(complain_of_anchors(session, *judged));
    bench.add(judged ? std::move(*judged) : judge_unread(*pairs[i].gold));
    return true;
  };
  const auto next = [&, at = size_t{0}]() mutable { return at < pairs.size() ? std::optional(at++) : std::nullopt; };
  make_in_order<Result<Judged>>(next, threads, make, take);
  return outcome;
}

std::vector<LayerName> layers_asked(const EvalOptions& options) {
  std::vector<LayerName> layers;
  for (const LayerName layer : {LayerName::kTime, LayerName::kStatement, LayerName::kEvent})
    if (!options.layer || *options.layer == to_string(layer)) layers.push_back(layer);
  return layers;
}

}  // namespace

int evaluate(const Session& session, const EvalOptions& options) {
  const std::optional<Engine> engine = open_engine(session, options.packs);
  if (!engine) return kPackError;
  const auto asked = sort_out(session, options, act_types(engine->impl().pack.world()));
  if (!asked) return kNothingRead;
  const auto pairs = find_reports(session, options, *asked);
  if (!pairs) return kNothingRead;
  Bench bench;
  const int threads = options.threads > 0 ? options.threads : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  const Outcome outcome = compare_all(session, *engine, *pairs, threads, bench);
  if (outcome.read == 0) return kNothingRead;
  const std::vector<LayerName> layers = layers_asked(options);
  std::vector<FindingGroup> groups = bench.groups();
  std::erase_if(groups, [&](const FindingGroup& group) { return std::find(layers.begin(), layers.end(), group.layer) == layers.end(); });
  const size_t most = options.top > 0 ? static_cast<size_t>(options.top) : std::numeric_limits<size_t>::max();
  if (options.json) {
    options.figures ? print_figures_json(bench, layers) : print_groups_json(groups, most);
  } else {
    print_figures(session, bench, layers);
    if (!options.figures) print_groups(session, groups, most);
  }
  return outcome.faults == 0 ? kOk : kSomeFailed;
}

}  // namespace hearsay::cli
