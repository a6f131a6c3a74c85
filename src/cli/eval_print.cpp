// SPDX-License-Identifier: Apache-2.0
#include "cli/eval_print.h"

#include <algorithm>
#include <map>

#include "browse/display.h"
#include "browse/json.h"
#include "cli/table.h"

namespace hearsay::cli {
namespace {

std::string attribute_words(Attribute attribute, const Words& words) { return words(Words::after(Message::kAttributeStrict, static_cast<int>(attribute))); }

std::string cause_words(Cause cause, const Words& words) { return words(Words::after(Message::kCauseReportUnread, static_cast<int>(cause) - 1)); }

std::string percent(const std::optional<double>& rate) { return rate ? fmt::format("{:.1f}", 100 * *rate) : "-"; }

std::string share_words(const Share& share) { return share.of ? fmt::format("{} ({}/{})", percent(share.rate()), share.right, share.of) : "-"; }

Share share_of(const Tally& tally, Attribute attribute) {
  const auto at = tally.attributes.find(attribute);
  return at == tally.attributes.end() ? Share() : at->second;
}

std::string kind_words(const Finding& finding, const Words& words) {
  if (finding.kind == FindingKind::kMiss) return words(Message::kFindingMiss);
  if (finding.kind == FindingKind::kFalseAlarm) return words(Message::kFindingFalseAlarm);
  return words(Message::kFindingWrong, attribute_words(finding.attribute, words));
}

std::string expected_words(const Finding& finding, const Words& words) {
  if (finding.expected.empty()) return words(Message::kNothingThere);
  const std::string expected = one_line(finding.expected);
  if (finding.kind != FindingKind::kFalseAlarm) return expected;
  return words(finding.beside == Beside::kMissed ? Message::kBesideMissed : Message::kBesideFound, expected);
}

// The sentence, with the words marked in it.
std::string marked(const Session& session, const Finding& finding) {
  std::string text = one_line(finding.sentence);
  const std::string words = one_line(finding.words);
  const size_t at = text.find(words);
  if (at == std::string::npos || words.empty()) return text.empty() ? words : text;
  const std::string mark = session.colour ? session.paint(Paint::kMark, words) : "\u00ab" + words + "\u00bb";
  return text.replace(at, words.size(), mark);
}

void print_finding(const Session& session, const Finding& finding) {
  constexpr int kIndent = 4, kLabel = 8;
  const Words& words = session.words;
  std::string head = one_line(finding.document) + (finding.line ? ":" + std::to_string(finding.line) : "") + "  " + kind_words(finding, words);
  if (finding.hard) head += ", " + words(Message::kHardEntry);
  put_line("  " + wrap_indented(head, session.width - 2, kIndent));
  put_line("    " + wrap_indented(session.paint(Paint::kDim, marked(session, finding)), session.width - kIndent, kIndent));
  const auto row = [&](Message label, const std::string& value) {
    put_line("    " + wrap_indented(padded(words(label), kLabel) + value, session.width - kIndent, kIndent + kLabel));
  };
  row(Message::kExpectedIs, expected_words(finding, words));
  const std::string found = one_line(finding.blame.found);
  row(Message::kFoundIs, (found.empty() ? words(Message::kNothingThere) : found) + (finding.blame.id.empty() ? "" : "  [" + finding.blame.id + "]"));
  if (finding.blame.cause != Cause::kNone && !finding.blame.rule.empty()) row(Message::kFurthestIs, session.paint(Paint::kCyan, finding.blame.rule));
}

// "false alarm 4, wrong when 2": the kinds of a rule's mistakes, the most frequent first.
std::string kinds_words(const FindingGroup& group, const Words& words) {
  std::map<std::pair<FindingKind, Attribute>, std::pair<int, const Finding*>> kinds;
  for (const Finding& finding : group.findings) {
    auto& [count, first] = kinds[{finding.kind, finding.attribute}];
    if (++count == 1) first = &finding;
  }
  std::vector<std::pair<int, const Finding*>> ordered;
  for (const auto& [kind, counted] : kinds) ordered.push_back(counted);
  std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string out;
  for (const auto& [count, finding] : ordered) out += (out.empty() ? "" : ", ") + kind_words(*finding, words) + " " + words.number(count);
  return out;
}

void print_group(const Session& session, const FindingGroup& group) {
  const Words& words = session.words;
  std::string head = words.number(static_cast<int64_t>(group.findings.size())) + "  " + layer_words(group.layer, words) + "  ";
  if (group.cause == Cause::kNone) head += one_line(group.rule) + ": " + kinds_words(group, words);
  else head += cause_words(group.cause, words);
  if (group.finds.of) head += "; " + words(Message::kRightFinds, group.finds.right, group.finds.of);
  put_line(session.paint(Paint::kBold, wrap_indented(head, session.width, 4)));
  for (const Finding& finding : group.findings) print_finding(session, finding);
  put_line("");
}

std::optional<std::string> known(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

}  // namespace

std::string layer_words(LayerName layer, const Words& words) { return words(Words::after(Message::kLayerTime, static_cast<int>(layer))); }

void print_figures(const Session& session, const Bench& bench, const std::vector<LayerName>& layers) {
  constexpr int kWidest = 60;            // figures do not wrap
  const Words& words = session.words;
  put_line(words.count(Message::kReportsCompared, bench.documents()));
  for (const LayerName layer : layers) {
    const auto rows = bench.figures(layer);
    if (rows.empty()) continue;
    std::vector<Table::Column> columns{{layer_words(layer, words), Table::Align::kLeft, kWidest}};
    std::vector<std::string> headings{words(Message::kColumnGold), words(Message::kColumnFound), words(Message::kColumnRight), "P", "R", "F1"};
    for (const Attribute attribute : attributes_of(layer)) headings.push_back(attribute_words(attribute, words));
    if (layer == LayerName::kStatement) headings.push_back(words(Message::kColumnHard));
    for (const std::string& heading : headings) columns.push_back({heading, Table::Align::kRight, kWidest});
    Table table(std::move(columns));
    for (const auto& [language, tally] : rows) {
      std::vector<std::string> cells{language, std::to_string(tally.expected), std::to_string(tally.found), std::to_string(tally.right),
                                     percent(tally.precision()), percent(tally.recall()), percent(tally.f1())};
      for (const Attribute attribute : attributes_of(layer)) cells.push_back(share_words(share_of(tally, attribute)));
      if (layer == LayerName::kStatement) cells.push_back(share_words(tally.hard));
      table.add(std::move(cells));
    }
    put_line("");
    table.print(session);
  }
}

void print_figures_json(const Bench& bench, const std::vector<LayerName>& layers) {
  for (const LayerName layer : layers)
    for (const auto& [language, tally] : bench.figures(layer)) {
      Json json;
      json.text("layer", to_string(layer)).text("lang", language).number("gold", tally.expected).number("found", tally.found).number("right", tally.right);
      json.rate("precision", tally.precision()).rate("recall", tally.recall()).rate("f1", tally.f1());
      json.open("attributes");
      for (const Attribute attribute : attributes_of(layer)) {
        const Share share = share_of(tally, attribute);
        json.open(std::string(to_string(attribute)).c_str()).number("right", share.right).number("of", share.of).rate("accuracy", share.rate()).close();
      }
      json.close();
      if (layer == LayerName::kStatement) json.open("hard").number("gold", tally.hard.of).number("right", tally.hard.right).rate("recall", tally.hard.rate()).close();
      put(json.line());
    }
}

void print_groups(const Session& session, const std::vector<FindingGroup>& groups, size_t most) {
  size_t findings = 0;
  for (const FindingGroup& group : groups) findings += group.findings.size();
  const Words& words = session.words;
  const std::string all = words.count(Message::kFindings, static_cast<int64_t>(findings));
  const std::string number = words.count(Message::kFindingGroups, static_cast<int64_t>(groups.size()));
  put_line("\n" + (most < groups.size() ? words(Message::kGroupsShown, all, number, most) : words(Message::kGroupsAll, all, number)) + "\n");
  for (size_t i = 0; i < std::min(most, groups.size()); ++i) print_group(session, groups[i]);
}

void print_groups_json(const std::vector<FindingGroup>& groups, size_t most) {
  for (size_t i = 0; i < std::min(most, groups.size()); ++i)
    for (const Finding& finding : groups[i].findings) {
      Json json;
      json.text("layer", to_string(finding.layer)).text("what", to_string(finding.kind));
      json.known("attribute", finding.kind == FindingKind::kWrong ? known(std::string(to_string(finding.attribute))) : std::nullopt);
      json.text("cause", to_string(finding.blame.cause)).known("rule", known(finding.blame.rule)).number("group", static_cast<int64_t>(i + 1));
      json.text("document", finding.document);
      if (finding.line) json.number("line", finding.line).number("start", finding.range.start).number("end", finding.range.end);
      json.text("words", finding.words).known("sentence", known(finding.sentence));
      json.known("expected", known(finding.expected)).known("found", known(finding.blame.found)).known("id", known(finding.blame.id));
      if (finding.kind == FindingKind::kFalseAlarm) json.text("beside", to_string(finding.beside));
      json.text("gold", finding.gold);
      if (finding.entry) json.number("entry", finding.entry).flag("hard", finding.hard);
      put(json.line());
    }
}

}  // namespace hearsay::cli
