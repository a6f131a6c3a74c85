// hearsay packs diff: what another set of packs would read in the same reports.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "browse/dates.h"
#include "browse/describe.h"
#include "browse/display.h"
#include "cli/commands.h"
#include "cli/inputs.h"

namespace hearsay::cli {
namespace {

// What was read, by place and meaning; items that agree in both are the same item.
using Items = std::multimap<uint32_t, std::string>;

std::string id_of(const Analysis& analysis, int actor) { return actor < 0 ? "-" : analysis.actors[static_cast<size_t>(actor)].id; }

std::string quoted(const Analysis& analysis, Span span) { return "\u201c" + words_of(analysis, span) + "\u201d"; }

std::string event_line(const Analysis& analysis, const Event& event) {
  const std::string days = event.from || event.to ? " " + (event.from ? iso(*event.from) : "") + ".." + (event.to ? iso(*event.to) : "") : "";
  std::string teller = "-";
  if (event.statement >= 0) {
    const Voice& speaker = analysis.statements[static_cast<size_t>(event.statement)].speaker;
    teller = speaker.name.empty() ? "?" : one_line(speaker.name);
  }
  return fmt::format("event {} {} > {} {}{} [{}] {}", event.kind, id_of(analysis, event.source.actor), id_of(analysis, event.target.actor),
                     to_string(event.status), days, teller, quoted(analysis, event.span));
}

std::string statement_line(const Analysis& analysis, const Statement& said) {
  std::string via;
  for (const Voice& voice : said.via) via += " < " + one_line(voice.name);
  return fmt::format("statement {} {}{}{} {}", to_string(said.act), said.speaker.anonymous ? "unnamed " : "", one_line(said.speaker.name), via, quoted(analysis, said.span));
}

Items items_of(const Analysis& analysis) {
  Items items;
  for (const TimeExpression& time : analysis.times)
    items.emplace(time.span.start, fmt::format("time {} {} {}", to_string(time.type), time.value, quoted(analysis, time.span)));
  for (const Actor& actor : analysis.actors)
    for (const Mention& mention : actor.mentions)
      items.emplace(mention.span.start, fmt::format("mention {} {} {}", actor.id, actor.code.empty() ? "-" : actor.code, quoted(analysis, mention.span)));
  for (const Statement& said : analysis.statements) items.emplace(said.span.start, statement_line(analysis, said));
  for (const Event& event : analysis.events) items.emplace(event.span.start, event_line(analysis, event));
  return items;
}

struct Change {
  uint32_t at;
  bool appeared;
  std::string what;
};

// What is in `one` and not in `other`; several of a kind are counted.
void add_missing(const Items& one, const Items& other, bool appeared, std::vector<Change>& changes) {
  std::map<std::pair<uint32_t, std::string>, int> held;
  for (const auto& item : other) ++held[item];
  for (const auto& item : one)
    if (--held[item] < 0) changes.push_back({item.first, appeared, item.second});
}

// The changes of one report.
struct Difference {
  std::string path;
  std::vector<std::pair<int, Change>> changes;           // with their lines, in order of the text
};

Result<Difference> compare(const Engine& before, const Engine& after, const std::string& bytes, const Metadata& report) {
  const Result<Analysis> old_reading = before.analyse(bytes, report), new_reading = after.analyse(bytes, report);
  if (!old_reading) return old_reading.error();
  if (!new_reading) return new_reading.error();
  const Items olds = items_of(*old_reading), news = items_of(*new_reading);
  std::vector<Change> changes;
  add_missing(olds, news, false, changes);
  add_missing(news, olds, true, changes);
  std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.at < b.at; });
  Difference difference{report.path, {}};
  for (Change& change : changes) {
    const int line = line_of(old_reading->document.text, change.at);
    difference.changes.emplace_back(line, std::move(change));
  }
  return difference;
}

void print(const Session& session, const Difference& difference) {
  put_line(session.paint(Paint::kBold, one_line(difference.path)));
  for (const auto& [line, change] : difference.changes) {
    const std::string text = fmt::format("{} {}: {}", change.appeared ? "+" : "-", line, change.what);
    put_line(session.paint(change.appeared ? Paint::kGreen : Paint::kRed, "  " + wrap_indented(text, session.width, 6)));
  }
}

}  // namespace

int diff_packs(const Session& session, const PackFolderOptions& options) {
  const auto before = open_engine(session, options.against);
  const auto after = open_engine(session, options.input.packs);
  if (!before || !after) return kPackError;
  Inputs inputs(session, options.input);
  if (!inputs.any()) return kNothingRead;
  int64_t read = 0, changed = 0, appeared = 0, vanished = 0;
  {
    Progress progress(session, inputs.total());
    const auto make = [&](const std::string& bytes, const Metadata& report) { return compare(*before, *after, bytes, report); };
    const auto take = [&](const Difference& difference) {
      ++read;
      if (difference.changes.empty()) return true;
      ++changed;
      for (const auto& [line, change] : difference.changes) ++(change.appeared ? appeared : vanished);
      progress.clear();
      print(session, difference);
      return !output_failed();
    };
    inputs.read<Difference>(progress, make, take);
  }
  put_line(session.words(Message::kDiffSummary, session.words.number(read), session.words.number(changed), session.words.number(appeared), session.words.number(vanished)));
  return inputs.exit_code(static_cast<size_t>(read));
}

}  // namespace hearsay::cli
