// SPDX-License-Identifier: Apache-2.0
#include "eval/judge.h"

#include <algorithm>

#include "eval/layer.h"

namespace hearsay {

namespace {

// White space as single blanks.
std::string one_line(const std::string& text) {
  std::string out;
  for (char c : text) {
    const bool blank = c == '\n' || c == '\t' || c == ' ';
    if (!blank) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// What the gold file says to leave out, and its literal repeats.
std::vector<Range> ignored_in(const GoldFile& gold, const Report& report) {
  std::vector<Range> out = gold.ignored_at;
  for (const auto& part : gold.ignore)
    for (const Range range : report.text().repeats(part)) out.push_back(range);
  return out;
}

class LayerJudge {
 public:
  LayerJudge(const GoldFile& gold, const Report& report, const Layer& layer, const std::vector<Range>& ignored)
      : gold_(gold), report_(report), layer_(layer), kept_(layer.found(), true), expected_by_(layer.found()) {
    for (size_t j = 0; j < layer.found(); ++j) {
      const Range range = report.range(layer.span(j));
      kept_[j] = std::none_of(ignored.begin(), ignored.end(), [&](Range part) { return 2 * shared(range, part) >= std::max(1, range.length()); });
    }
  }

  void run(Judged& out) {
    std::vector<Likely> likely;
    for (size_t i = 0; i < layer_.expected(); ++i)
      for (size_t j = 0; j < layer_.found(); ++j)
        if (kept_[j])
          if (const auto one = layer_.likely(i, j)) likely.push_back(*one);
    pairs_ = pair_up(layer_.expected(), layer_.found(), likely);
    for (size_t i = 0; i < pairs_.size(); ++i)
      if (pairs_[i]) expected_by_[*pairs_[i]] = i;
    Tally& tally = out.figures[layer_.name()];
    for (size_t i = 0; i < layer_.expected(); ++i) judge_expected(i, tally, out);
    for (size_t j = 0; j < layer_.found(); ++j)
      if (kept_[j]) judge_found(j, tally, out);
  }

 private:
  void judge_expected(size_t i, Tally& tally, Judged& out) const {
    const GoldEntry& entry = layer_.entry(i);
    const bool found = pairs_[i].has_value();
    if (found || !entry.optional) {
      ++tally.expected;
      tally.right += found;
      if (entry.hard) tally.hard += {found, 1};
    }
    if (!found) {
      if (!entry.optional) out.findings.push_back(miss(i));
      return;
    }
    for (Verdict& verdict : layer_.verdicts(i, *pairs_[i])) {
      tally.attributes[verdict.attribute] += {verdict.right, 1};
      if (verdict.right) continue;
      Finding finding = at_entry(i, FindingKind::kWrong);
      finding.attribute = verdict.attribute;
      finding.expected = one_line(verdict.expected);
      finding.blame = std::move(verdict.blame);
      place(report_.range(layer_.span(*pairs_[i])), finding);
      out.findings.push_back(tidy(std::move(finding)));
    }
  }

  void judge_found(size_t j, Tally& tally, Judged& out) const {
    ++tally.found;
    out.rules[layer_.rule(j)] += {expected_by_[j].has_value(), 1};
    if (!expected_by_[j]) out.findings.push_back(false_alarm(j));
  }

  Finding at_entry(size_t i, FindingKind kind) const {
    Finding finding;
    finding.layer = layer_.name();
    finding.kind = kind;
    finding.document = report_.analysis().document.path;
    finding.gold = gold_.path;
    finding.entry = layer_.entry(i).number;
    finding.hard = layer_.entry(i).hard;
    return finding;
  }

  Finding miss(size_t i) const {
    Finding finding = at_entry(i, FindingKind::kMiss);
    finding.expected = layer_.expected_words(i);
    finding.words = layer_.entry(i).anchor;
    if (!layer_.place(i)) {
      finding.blame.cause = Cause::kAnchorAbsent;
      return tidy(std::move(finding));
    }
    finding.blame = layer_.why_missed(i);
    place(*place_of(layer_.entry(i), report_), finding);
    return tidy(std::move(finding));
  }

  Finding false_alarm(size_t j) const {
    Finding finding;
    finding.layer = layer_.name();
    finding.kind = FindingKind::kFalseAlarm;
    finding.document = report_.analysis().document.path;
    finding.gold = gold_.path;
    finding.blame = {Cause::kNone, layer_.rule(j), layer_.found_words(j), layer_.id(j)};
    const Range range = report_.range(layer_.span(j));
    place(range, finding);
    // What gold has there: something that was missed, before something that was found already.
    std::optional<size_t> beside;
    for (size_t i = 0; i < layer_.expected(); ++i) {
      if (!layer_.place(i) || !shared(*layer_.place(i), range)) continue;
      const auto better = [&] { return std::pair(!pairs_[i], likeness(*layer_.place(i), range)) > std::pair(!pairs_[*beside], likeness(*layer_.place(*beside), range)); };
      if (!beside || better()) beside = i;
    }
    if (beside) {
      finding.beside = pairs_[*beside] ? Beside::kFound : Beside::kMissed;
      finding.expected = layer_.expected_words(*beside);
      finding.entry = layer_.entry(*beside).number;
    }
    return tidy(std::move(finding));
  }

  void place(Range range, Finding& finding) const {
    const Span span = report_.span(range);
    finding.range = range;
    finding.line = report_.line(span.start);
    finding.words = report_.words(span);
    const int sentence = report_.sentence_at(span.start);
    finding.sentence = sentence < 0 ? finding.words : report_.words(report_.analysis().sentences[static_cast<size_t>(sentence)]);
  }

  static Finding tidy(Finding finding) {
    for (std::string* text : {&finding.words, &finding.sentence, &finding.expected, &finding.blame.found}) *text = one_line(*text);
    return finding;
  }

  const GoldFile& gold_;
  const Report& report_;
  const Layer& layer_;
  std::vector<bool> kept_;                               // by found: not ignored
  std::vector<std::optional<size_t>> pairs_;             // by expected
  std::vector<std::optional<size_t>> expected_by_;       // by found
};

// As it is read, where the line ends of another system are one character.
std::string with_plain_ends(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::string text;
  for (size_t i = 0; i < bytes.size(); ++i)
    if (bytes.substr(i, 2) != "\r\n") text += bytes[i];
  return text;
}

void fill_in(Metadata& metadata, const GoldFile& gold, std::string_view bytes) {
  if (!metadata.published) metadata.published = gold.published;
  if (!metadata.outlet) metadata.outlet = gold.outlet;
  if (!metadata.title) metadata.title = gold.title;
  if (!metadata.lang && gold.lang != "-") metadata.lang = gold.lang;
  if (!metadata.marked.empty() || gold.zones.empty()) return;
  const std::string text = with_plain_ends(bytes);
  const CodePoints points(text);
  for (const GoldZone& zone : gold.zones)
    metadata.marked.push_back({.kind = zone.kind, .span = {points.byte_of(static_cast<uint32_t>(zone.at.start)), points.byte_of(static_cast<uint32_t>(zone.at.end))}});
}

template <class Item>
void miss_all(const GoldFile& gold, LayerName layer, const IfGiven<std::vector<Item>>& items, Judged& out) {
  if (!items) return;
  Tally& tally = out.figures[layer];
  for (const Item& item : *items) {
    if (item.optional) continue;
    ++tally.expected;
    if (item.hard) tally.hard += {0, 1};
    Finding finding;
    finding.layer = layer;
    finding.blame.cause = Cause::kReportUnread;
    finding.document = gold.document;
    finding.words = one_line(item.anchor);
    finding.gold = gold.path;
    finding.entry = item.number;
    finding.hard = item.hard;
    out.findings.push_back(std::move(finding));
  }
}

}  // namespace

Result<Judged> judge(const Engine& engine, const GoldFile& gold, std::string bytes, Metadata metadata) {
  fill_in(metadata, gold, bytes);
  const Pack& pack = engine.impl().pack;
  auto reading = read_report(pack, std::move(bytes), metadata);
  if (!reading) return reading.error();
  return judge(pack, gold, std::move(*reading));
}

Judged judge(const Pack& pack, const GoldFile& gold, std::unique_ptr<Reading> reading) {
  const Report report(pack, std::move(reading));
  const std::vector<Range> ignored = ignored_in(gold, report);
  Judged out;
  out.lang = gold.lang;
  for (const auto& layer : {time_layer(gold, report), statement_layer(gold, report), event_layer(gold, report)})
    if (layer) LayerJudge(gold, report, *layer, ignored).run(out);
  return out;
}

Judged judge_unread(const GoldFile& gold) {
  Judged out;
  out.lang = gold.lang;
  miss_all(gold, LayerName::kTime, gold.times, out);
  miss_all(gold, LayerName::kStatement, gold.statements, out);
  miss_all(gold, LayerName::kEvent, gold.events, out);
  return out;
}

}  // namespace hearsay
