// SPDX-License-Identifier: Apache-2.0
#include "pack/frames.h"

#include <algorithm>
#include <array>

namespace hearsay {

namespace {

constexpr std::array<EventStatus, 5> kStatuses = {EventStatus::kHappened, EventStatus::kPlanned, EventStatus::kPossible, EventStatus::kNotHappened,
                                                  EventStatus::kCancelled};
// The lines of a frame; all others begin with a path.
const std::vector<std::string> kKeys = {"verb", "noun", "kind", "status", "polarity", "party", "source", "target", "has", "not", "object", "subject", "complement"};

}  // namespace

void FrameCompiler::add(const FrameSource& source) {
  source_ = &source;
  Frame frame;
  frame.id = strings_.add(source.id);
  frame.line = static_cast<uint32_t>(source.line);
  frame.priority = source.priority;
  frame.test_first = static_cast<uint32_t>(tests_.size());
  for (const Line& line : source.lines) read(line, frame);
  frame.test_count = static_cast<uint32_t>(tests_.size()) - frame.test_first;
  // A line with a mistake is there all the same.
  const auto has = [&](std::string_view key) { return std::any_of(source.lines.begin(), source.lines.end(), [&](const Line& line) { return line.key == key; }); };
  if (!has("verb") && !has("noun")) diagnostics_.error(source.file, source.line, 1, "frame \"" + source.name + "\" has no \"verb\" or \"noun\" line");
  if (!has("kind")) diagnostics_.error(source.file, source.line, 1, "frame \"" + source.name + "\" has no \"kind\" line");
  frames_.push_back(frame);
}

void FrameCompiler::write(const std::string& language, ImageWriter& image) {
  std::stable_sort(frames_.begin(), frames_.end(), [](const Frame& a, const Frame& b) {
    return a.priority != b.priority ? a.priority > b.priority : a.test_count > b.test_count;
  });
  image.add(language + "/frames", frames_);
  image.add(language + "/frame_tests", tests_);
  image.add(language + "/frame_paths", paths_);
  image.add(language + "/frame_steps", steps_);
  image.add(language + "/frame_symbols", head_symbols_);
}

void FrameCompiler::read(const Line& line, Frame& frame) {
  if (line.key == "verb" || line.key == "noun") {
    if (frame.head_count > 0) error(line, line.column, "a frame has one head");
    frame.noun = line.key == "noun";
    frame.head_first = static_cast<uint32_t>(head_symbols_.size());
    frame.head_count = add_symbols(line);
  } else if (line.key == "kind") {
    if (line.rest == kNoKind) frame.flags |= kNoEvent;
    else check_kind(line);
    frame.kind = strings_.add(line.rest);
  } else if (line.key == "status") {
    if (std::none_of(kStatuses.begin(), kStatuses.end(), [&](EventStatus status) { return to_string(status) == line.rest; }))
      error(line, line.rest_column, "status is happened, planned, possible, not-happened or cancelled");
    frame.status = strings_.add(line.rest);
  } else if (line.key == "polarity") {
    if (line.rest != "negative") error(line, line.rest_column, "polarity is \"negative\" or not said");
    frame.flags |= kNegative;
  } else if (line.key == "party") {
    if (line.rest != "any") error(line, line.rest_column, "party is \"any\" or not said");
    frame.flags |= kAnyParty;
  } else if (line.key == "source" || line.key == "target") {
    read_party(line, frame);
  } else if (line.key == "has" || line.key == "not") {
    for (const FramePath& path : paths_of(line.rest, ' ', line))
      tests_.push_back({line.key == "has" ? FrameTestKind::kPresent : FrameTestKind::kAbsent, path, 0, 0});
  } else {
    read_part(line);
  }
}

void FrameCompiler::check_kind(const Line& line) {
  if (std::find(kinds_.begin(), kinds_.end(), line.rest) == kinds_.end())
    error(line, line.rest_column, "no kind \"" + line.rest + "\" in world/events/kinds.tsv" + did_you_mean(line.rest, kinds_));
}

// "object.of | from ?": the first path that names an actor wins. "to !": nobody whom no path names.
void FrameCompiler::read_party(const Line& line, Frame& frame) {
  const bool source = line.key == "source";
  std::string_view rest = line.rest;
  if (rest.ends_with("?")) {
    rest.remove_suffix(1);
  } else {
    frame.flags |= source ? kNeedsSource : kNeedsTarget;
    if (rest.ends_with("!")) rest.remove_suffix(1), frame.flags |= source ? kSourceSaid : kTargetSaid;
  }
  if (!source) frame.flags |= kTargetNamed;
  const uint32_t first = static_cast<uint32_t>(paths_.size());
  const std::vector<FramePath> paths = paths_of(rest, '|', line);
  paths_.insert(paths_.end(), paths.begin(), paths.end());
  (source ? frame.source_first : frame.target_first) = first;
  (source ? frame.source_count : frame.target_count) = static_cast<uint32_t>(paths.size());
}

// "object <act noun=letter>", "!object.of <...>"
void FrameCompiler::read_part(const Line& line) {
  if (!line.rest.starts_with("<") && !line.rest.starts_with("@"))
    return error(line, line.column, "expected a line such as \"source subject\" or \"object <act noun=letter>\"" + did_you_mean(line.key, kKeys));
  FrameTest test;
  std::string_view path = line.key;
  int column = line.column;
  if (path.starts_with("!")) {
    test.kind = FrameTestKind::kNotSymbol;
    path.remove_prefix(1);
    ++column;
  }
  test.path = path_of(path, line, column);
  test.symbol_first = static_cast<uint32_t>(head_symbols_.size());
  test.symbol_count = add_symbols(line);
  tests_.push_back(test);
}

std::vector<FramePath> FrameCompiler::paths_of(std::string_view text, char mark, const Line& line) {
  std::vector<FramePath> paths;
  for (std::string_view path : split_values(text, mark))
    paths.push_back(path_of(path, line, line.rest_column + column_at(text, static_cast<size_t>(path.data() - text.data())) - 1));
  if (paths.empty()) error(line, line.column, "\"" + line.key + "\" names no part");
  return paths;
}

// The same words give the same path, so that its first step names it.
FramePath FrameCompiler::path_of(std::string_view text, const Line& line, int column) {
  auto [at, fresh] = path_known_.try_emplace(std::string(text));
  FramePath& path = at->second;
  if (fresh) path.step_first = static_cast<uint32_t>(steps_.size());
  for (std::string_view step : split_values(text, '.')) {
    if (fresh) steps_.push_back(strings_.add(step));
    asked_.push_back({{}, std::string(step), source_->file, source_->language, line.line, column + column_at(text, static_cast<size_t>(step.data() - text.data())) - 1});
  }
  if (fresh) path.step_count = static_cast<uint32_t>(steps_.size()) - path.step_first;
  return path;
}

uint32_t FrameCompiler::add_symbols(const Line& line) {
  Defines none;
  Pattern pattern = parse_pattern(PatternText(line.rest, line.line, line.rest_column), source_->file, none, diagnostics_);
  uint32_t count = 0;
  if (!pattern.broken) collect(pattern, line, count);
  asked_.push_back({std::move(pattern), {}, source_->file, source_->language});
  return count;
}

void FrameCompiler::collect(const Pattern& pattern, const Line& line, uint32_t& count) {
  if (pattern.kind == Pattern::Kind::kLexicon) {
    head_symbols_.push_back(symbols_.entry_class(pattern));
    ++count;
  } else if (pattern.kind == Pattern::Kind::kNode) {
    head_symbols_.push_back(symbols_.node(pattern, diagnostics_, source_->file));
    ++count;
  } else if (pattern.kind == Pattern::Kind::kChoice || pattern.kind == Pattern::Kind::kSequence) {
    for (const Pattern& part : pattern.parts) collect(part, line, count);
  } else {
    error(line, pattern.column, "expected <lexicon ...> or @node, with | between alternatives");
  }
}

}  // namespace hearsay
