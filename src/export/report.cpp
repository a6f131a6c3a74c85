// SPDX-License-Identifier: Apache-2.0
#include "export/report.h"

#include <fmt/format.h>

#include <algorithm>

#include "export/legible.h"

namespace hearsay {
namespace {

// Colours of standings tell apart by lightness too, and each stands beside its word.
constexpr std::string_view kStyle = R"(
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1b; --dim: #5c5c5c; --rule: #d4d4d4; --mark: #fff1b8;
  --disputed: #b3261e; --denied: #7d1f19; --both-parties: #1d6b35; --one-party: #1b5a8c; --third-party: #3f7fae; --anonymous: #946200; --unattributed: #6e6e6e; --withdrawn: #9a9a9a; }
@media (prefers-color-scheme: dark) { :root { --paper: #16181a; --ink: #e6e6e6; --dim: #a3a3a3; --rule: #3b3e41; --mark: #4d4318;
  --disputed: #ff8a80; --denied: #e57368; --both-parties: #7fd396; --one-party: #82bff0; --third-party: #a9cfea; --anonymous: #e6b95c; --unattributed: #b0b0b0; --withdrawn: #7c7c7c; } }
body { margin: 0 auto; max-width: 52rem; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.2rem; margin-top: 2.2rem; border-bottom: 1px solid var(--rule); } h3 { font-size: 1.02rem; margin: 0.2rem 0; }
a { color: inherit; } .dim { color: var(--dim); } article { margin: 1.1rem 0; padding-left: 0.8rem; border-left: 0.25rem solid var(--rule); }
article p, article dl { margin: 0.2rem 0; } .id { font-family: ui-monospace, monospace; font-size: 0.82rem; } dt { font-weight: 600; } dd { margin: 0 0 0.2rem 1.2rem; }
.chip { font-weight: 600; } ol.notes { padding-left: 1.6rem; } ol.notes li { margin: 0.5rem 0; } mark { background: var(--mark); color: inherit; } q { quotes: "\201c" "\201d"; }
svg { width: 100%; height: auto; } svg text { fill: var(--dim); font-size: 11px; } svg line { stroke: var(--rule); } ul.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } article, ol.notes li { break-inside: avoid; } a { text-decoration: none; } }
)";

constexpr Standing kStandings[] = {Standing::kDisputed,   Standing::kDenied,    Standing::kBothParties,  Standing::kOneParty,
                                   Standing::kThirdParty, Standing::kAnonymous, Standing::kUnattributed, Standing::kWithdrawn};

// ".disputed { color: var(--disputed); }" and so on, for words, bars and borders.
std::string standing_styles() {
  std::string out;
  for (const Standing standing : kStandings)
    out += fmt::format(".chip.{0} {{ color: var(--{0}); }} article.{0} {{ border-color: var(--{0}); }} svg .{0} {{ fill: var(--{0}); }}\n", to_string(standing));
  return out;
}

// An id is an anchor: letters and digits by themselves, whatever a store holds.
std::string anchor(std::string_view id) {
  std::string out;
  for (const char c : id) out += (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ? c : '_';
  return out;
}

// ---- the timeline

constexpr int kWidth = 960, kMargin = 24, kLane = 14, kLeastLanes = 3, kMostLanes = 40, kLeastBar = 6;

struct Bar {
  const ReportEntry* entry;
  int left, width, lane;
};

// Where days stand on the page.
class Scale {
 public:
  Scale(Day first, Day last) : first_(first), days_(std::max<int64_t>((last - first).count(), 1)) {}
  int at(Day day) const { return kMargin + static_cast<int>((day - first_).count() * (kWidth - 2 * kMargin) / days_); }
  int64_t days() const { return days_; }

 private:
  Day first_;
  int64_t days_;
};

std::vector<const ReportEntry*> dated(const Report& report) {
  std::vector<const ReportEntry*> entries;
  for (const ReportGroup& group : report.groups)
    for (const ReportEntry& entry : group.entries)
      if (entry.from || entry.to) entries.push_back(&entry);
  std::stable_sort(entries.begin(), entries.end(), [](const ReportEntry* a, const ReportEntry* b) { return a->from.value_or(*a->to) < b->from.value_or(*b->to); });
  return entries;
}

Day first_day(const ReportEntry& entry) { return entry.from.value_or(entry.to.value_or(Day())); }
Day last_day(const ReportEntry& entry) { return entry.to.value_or(first_day(entry)); }

// Each in the first lane that is free there.
std::vector<Bar> laid_out(const std::vector<const ReportEntry*>& entries, const Scale& scale) {
  std::vector<Bar> bars;
  std::vector<int> ends;                 // of each lane
  for (const ReportEntry* entry : entries) {
    const int left = scale.at(first_day(*entry)), width = std::max(scale.at(last_day(*entry)) - left, kLeastBar);
    size_t lane = 0;
    while (lane < ends.size() && ends[lane] >= left) ++lane;
    if (lane == ends.size() && lane + 1 < static_cast<size_t>(kMostLanes)) ends.push_back(0);
    lane = std::min(lane, ends.size() - 1);
    ends[lane] = std::max(ends[lane], left + width + 2);
    bars.push_back({entry, left, width, static_cast<int>(lane)});
  }
  return bars;
}

// A line at the beginning of each year, or of each month of a short time; not so many that their words run into one another.
std::string ticks(const Scale& scale, Day first, Day last, int height) {
  using namespace std::chrono;
  const bool by_month = scale.days() < 750;
  const year_month_day begin(first), end(last);
  const auto months_of = [](year_month_day date) { return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())); };
  const int months = months_of(end) - months_of(begin);
  const int step = by_month ? std::max(1, months / 12) : 12 * std::max(1, months / 12 / 16);
  std::string out;
  for (year_month at = by_month ? begin.year() / begin.month() : begin.year() / January; at <= end.year() / end.month(); at += std::chrono::months(step)) {
    const Day day(at / 1);
    if (day < first) continue;
    const std::string label = by_month ? iso(day).substr(0, 7) : std::to_string(static_cast<int>(at.year()));
    out += fmt::format("<line x1=\"{0}\" x2=\"{0}\" y1=\"0\" y2=\"{1}\"/><text x=\"{2}\" y=\"{3}\">{4}</text>\n", scale.at(day), height - 16, scale.at(day) + 3, height - 4, label);
  }
  return out;
}

std::string what(const ReportEntry& entry) { return entry.source + " " + entry.act + (entry.target.empty() ? "" : " " + entry.target); }

std::string timeline(const Report& report) {
  const auto entries = dated(report);
  if (entries.empty()) return {};
  const Day first = first_day(*entries.front());
  Day last = first;
  for (const ReportEntry* entry : entries) last = std::max(last, last_day(*entry));
  const Scale scale(first, last);
  const auto bars = laid_out(entries, scale);
  int lanes = kLeastLanes;
  for (const Bar& bar : bars) lanes = std::max(lanes, bar.lane + 1);
  const int height = lanes * kLane + 22;
  std::string out = fmt::format("<h2>{}</h2>\n<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">\n", html_text(report.timeline), kWidth, height, html_text(report.timeline));
  out += ticks(scale, first, last, height);
  for (const Bar& bar : bars) {
    out += fmt::format("<a href=\"#{}\"><title>{}</title><rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"3\"/></a>\n", anchor(bar.entry->id),
                       html_text(legible_line(bar.entry->date + ": " + what(*bar.entry) + " (" + bar.entry->standing_words + ")")), to_string(bar.entry->standing), bar.left,
                       bar.lane * kLane + 2, bar.width, kLane - 4);
  }
  out += "</svg>\n<ul class=\"legend\">\n";
  for (const auto& [standing, words] : report.legend) out += fmt::format("<li class=\"chip {}\">{}</li>\n", to_string(standing), html_text(words));
  return out + "</ul>\n";
}

// ---- entries and their notes

class Page {
 public:
  explicit Page(const Report& report) : report_(report) {}

  std::string write() {
    std::string body;
    for (const ReportGroup& group : report_.groups) {
      body += fmt::format("<section>\n<h2>{}</h2>\n", html_text(group.heading));
      for (const ReportEntry& entry : group.entries) body += article(entry);
      body += "</section>\n";
    }
    return head() + timeline(report_) + body + notes() + "</body>\n</html>\n";
  }

 private:
  std::string head() const {
    std::string out = fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n", html_text(report_.lang));
    out += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n";
    out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n";
    out += fmt::format("<title>{}</title>\n<style>{}{}</style>\n</head>\n<body>\n<h1>{}</h1>\n", html_text(legible_line(report_.title)), kStyle, standing_styles(), html_text(legible_line(report_.title)));
    for (const std::string* line : {&report_.total, &report_.asked, &report_.note})
      if (!line->empty()) out += "<p class=\"dim\">" + html_text(*line) + "</p>\n";
    return out;
  }

  std::string article(const ReportEntry& entry) {
    std::string out = fmt::format("<article class=\"{}\" id=\"{}\">\n<p class=\"dim\">{}</p>\n", to_string(entry.standing), anchor(entry.id), html_text(entry.date));
    const std::string target = entry.target.empty() ? "" : " \u2192 " + line_of(entry.target);
    out += fmt::format("<h3>{} \u2192 {}{}{}</h3>\n<p>", line_of(entry.source), line_of(entry.act), target, references(entry.notes));
    if (!entry.status.empty()) out += "<strong>" + html_text(entry.status) + "</strong>; ";
    out += fmt::format("<span class=\"chip {}\">{}</span>: {}</p>\n", to_string(entry.standing), html_text(entry.standing_words), line_of(entry.reason));
    out += fmt::format("<p class=\"dim\">{} <span class=\"id\">{}</span></p>\n", html_text(entry.counts), html_text(entry.id));
    if (entry.sides.empty()) return out + "</article>\n";
    out += "<dl>\n";
    for (const ReportSide& side : entry.sides) {
      out += "<dt>" + html_text(side.heading) + "</dt>\n";
      for (const ReportVoice& voice : side.voices) out += "<dd>" + line_of(voice.name) + references(voice.notes) + "</dd>\n";
    }
    return out + "</dl>\n</article>\n";
  }

  static std::string line_of(std::string_view text) { return html_text(legible_line(text)); }

  // Numbers of footnotes, which are kept for the end.
  std::string references(const std::vector<ReportNote>& notes) {
    std::string out;
    for (const ReportNote& note : notes) {
      notes_.push_back(&note);
      out += fmt::format("<sup> <a href=\"#n{0}\" id=\"r{0}\">{0}</a></sup>", notes_.size());
    }
    return out;
  }

  std::string notes() const {
    if (notes_.empty()) return {};
    std::string out = fmt::format("<section>\n<h2>{}</h2>\n<ol class=\"notes\">\n", html_text(report_.evidence));
    for (size_t i = 0; i < notes_.size(); ++i) {
      const ReportNote& note = *notes_[i];
      out += fmt::format("<li id=\"n{0}\"><q>{1}<mark>{2}</mark>{3}</q><br><span class=\"dim\">{4}", i + 1, html_text(note.before), html_text(note.words), html_text(note.after), line_of(note.where));
      if (note.url.starts_with("https://") || note.url.starts_with("http://")) out += fmt::format(" <a rel=\"noopener noreferrer nofollow\" href=\"{0}\">{0}</a>", html_text(note.url));
      out += fmt::format("</span> <a href=\"#r{}\">\u21a9</a></li>\n", i + 1);
    }
    return out + "</ol>\n</section>\n";
  }

  const Report& report_;
  std::vector<const ReportNote*> notes_;
};

}  // namespace

std::string html_report(const Report& report) { return Page(report).write(); }

}  // namespace hearsay
