// Files of rules and frames, line by line.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <optional>

#include "base/ascii.h"
#include "pack/lines.h"
#include "pack/pattern.h"

namespace hearsay {

namespace {

std::string_view take_word(std::string_view& text) {
  text = trim(text);
  const size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text = trim(text.substr(end));
  return word;
}

// The whole text as a number within the bounds.
std::optional<int> whole_number(std::string_view text, int low, int high) {
  int value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || failure != std::errc{} || end != text.data() + text.size() || value < low || value > high) return std::nullopt;
  return value;
}

bool is_example(std::string_view text) { return text.starts_with("+ ") || text.starts_with("- ") || text.starts_with("~ "); }

// "+ [2024-03-05] words => expected"
ExampleSource parse_example(std::string_view text, int line) {
  ExampleSource example;
  example.positive = text.front() != '-';
  example.wanted = text.front() == '~';
  example.line = line;
  text = trim(text.substr(1));
  if (text.starts_with("[")) {
    const size_t end = text.find(']');
    example.published = std::string(text.substr(1, end - 1));
    text = trim(text.substr(std::min(end, text.size() - 1) + 1));
  }
  const size_t arrow = text.rfind(" => ");
  if (arrow != std::string_view::npos) {
    example.expected = std::string(trim(text.substr(arrow + 4)));
    text = trim(text.substr(0, arrow));
  }
  example.text = std::string(text);
  return example;
}

// "-> np head={n} inherit=n", "-> subject(v, s)"
class EmitParser {
 public:
  EmitParser(const FileLine& line, const SourceFile& file, Diagnostics& diagnostics)
      : line_(line), rest_(trim(line.text.substr(2))), file_(file), diagnostics_(diagnostics) {}

  EmitSource run() {
    emit_.line = line_.number;
    emit_.column = line_.column;
    emit_.label = std::string(take_name());
    if (emit_.label.empty()) fail("what the rule makes is missing after \"->\"");
    if (rest_.starts_with("(")) relation();
    for (rest_ = trim(rest_); !rest_.empty(); rest_ = trim(rest_)) value();
    return std::move(emit_);
  }

 private:
  void fail(std::string message) {
    diagnostics_.error(file_.place, line_.number, line_.column_of(rest_), std::move(message));
    rest_ = rest_.substr(rest_.size());
  }

  std::string_view take_name() {
    size_t end = 0;
    while (end < rest_.size() && name_char(rest_[end])) ++end;
    const std::string_view name = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return name;
  }

  void relation() {
    const size_t close = rest_.find(')');
    const auto args = split_values(rest_.substr(1, close - 1), ',');
    if (close == std::string_view::npos || args.size() != 2) return fail("a relation names two captures: -> subject(v, s)");
    emit_.from = std::string(args[0]);
    emit_.to = std::string(args[1]);
    rest_.remove_prefix(close + 1);
  }

  void value() {
    EmitSource::Value value;
    value.column = line_.column_of(rest_);
    const size_t equals = rest_.find('=');
    if (equals == std::string_view::npos || equals == 0) return fail("expected key=value, found \"" + std::string(rest_) + "\"");
    value.key = std::string(trim(rest_.substr(0, equals)));
    rest_ = trim(rest_.substr(equals + 1));
    if (rest_.starts_with("{")) {
      const size_t close = rest_.find('}');
      if (close == std::string_view::npos) return fail("expected \"}\"");
      const std::string_view inside = rest_.substr(1, close - 1);
      const size_t dot = inside.find('.');
      value.capture = std::string(inside.substr(0, dot));
      if (dot != std::string_view::npos) value.attr = std::string(inside.substr(dot + 1));
      rest_.remove_prefix(close + 1);
    } else {
      value.literal = std::string(take_word(rest_));
    }
    if (value.key == "inherit") {
      value.inherit = true;
      value.capture = value.literal;
    }
    emit_.values.push_back(std::move(value));
  }

  const FileLine& line_;
  std::string_view rest_;
  const SourceFile& file_;
  Diagnostics& diagnostics_;
  EmitSource emit_;
};

// "name priority 2", behind "rule" or "frame".
template <class Item>
void read_title(Item& item, const FileLine& line, std::string_view rest, const SourceFile& file, Diagnostics& diagnostics) {
  item.name = std::string(take_word(rest));
  item.file = file.place;
  item.language = file.language;
  item.line = line.number;
  item.id = file.name.substr(0, file.name.rfind('.')) + ":" + item.name;
  if (item.name.empty()) diagnostics.error(file.place, line.number, line.column, "a name is missing");
  if (rest.empty()) return;
  const std::string_view word = take_word(rest);
  const auto priority = whole_number(rest, -1000, 1000);
  if (word != "priority" || !priority)
    diagnostics.error(file.place, line.number, line.column_of(word), "expected \"priority\" and a number from -1000 to 1000 behind the name");
  item.priority = priority.value_or(0);
}

class RulesParser {
 public:
  RulesParser(const SourceFile& file, Defines& defines, ParsedRules& out, Diagnostics& diagnostics)
      : file_(file), defines_(defines), out_(out), diagnostics_(diagnostics) {}

  void run() {
    for (const FileLine& line : lines_of(file_)) read(line);
    finish_rule();
  }

 private:
  void read(const FileLine& line) {
    if (line.text.starts_with("define ")) return;
    if (line.text.starts_with("level ")) return read_level(line);
    if (line.text.starts_with("rule ") && !line.indented) return begin_rule(line);
    if (!rule_) return error(line, "expected \"rule NAME\", \"level N\" or \"define NAME = pattern\"");
    if (line.text.starts_with("->")) {
      finish_pattern();
      rule_->emits.push_back(EmitParser(line, file_, diagnostics_).run());
    } else if (is_example(line.text)) {
      rule_->examples.push_back(parse_example(line.text, line.number));
    } else if (!rule_->emits.empty()) {
      error(line, "the pattern stands before \"->\"; behind it come examples with \"+\", \"-\" or \"~\"");
    } else {
      pattern_.add(line.text, line.number, line.column);
    }
  }

  void read_level(const FileLine& line) {
    finish_rule();
    rule_ = nullptr;
    const auto level = whole_number(trim(line.text.substr(6)), 1, 9);
    if (!level) error(line, "a level is a number from 1 to 9");
    level_ = level.value_or(1);
  }

  void begin_rule(const FileLine& line) {
    finish_rule();
    rule_ = &out_.rules.emplace_back();
    rule_->room = file_.room;
    rule_->level = level_;
    read_title(*rule_, line, line.text.substr(5), file_, diagnostics_);
  }

  void finish_pattern() {
    if (pattern_.empty()) return;
    rule_->pattern = parse_pattern(pattern_, file_.place, defines_, diagnostics_);
    pattern_ = {};
    has_pattern_ = true;
  }

  void finish_rule() {
    if (!rule_) return;
    finish_pattern();
    if (!has_pattern_) {
      diagnostics_.error(file_.place, rule_->line, 1, "rule \"" + rule_->name + "\" has no pattern");
      rule_->pattern.broken = true;
    }
    if (rule_->emits.empty()) diagnostics_.error(file_.place, rule_->line, 1, "rule \"" + rule_->name + "\" makes nothing; add a \"->\" line");
    has_pattern_ = false;
  }

  void error(const FileLine& line, std::string message) { diagnostics_.error(file_.place, line.number, line.column, std::move(message)); }

  const SourceFile& file_;
  Defines& defines_;
  ParsedRules& out_;
  Diagnostics& diagnostics_;
  RuleSource* rule_ = nullptr;
  PatternText pattern_;
  bool has_pattern_ = false;
  int level_ = 1;
};

}  // namespace

void parse_rules(const SourceFile& file, Defines& defines, ParsedRules& out, Diagnostics& diagnostics) {
  RulesParser(file, defines, out, diagnostics).run();
}

void parse_frames(const SourceFile& file, ParsedRules& out, Diagnostics& diagnostics) {
  FrameSource* frame = nullptr;
  for (const FileLine& line : lines_of(file)) {
    if (line.text.starts_with("frame ") && !line.indented) {
      frame = &out.frames.emplace_back();
      read_title(*frame, line, line.text.substr(6), file, diagnostics);
    } else if (!frame) {
      diagnostics.error(file.place, line.number, line.column, "expected \"frame NAME\"");
    } else if (is_example(line.text)) {
      frame->examples.push_back(parse_example(line.text, line.number));
    } else {
      std::string_view rest = line.text.substr(0, line.text.find(" #"));
      const std::string key(take_word(rest));
      frame->lines.push_back({key, std::string(rest), line.number, line.column, line.column_of(rest)});
    }
  }
}

bool serves(const SourceFile& file, const std::string& language) { return file.language == language || file.language == "world"; }

Defines read_defines(const std::vector<SourceFile>& files, const std::string& language, Diagnostics& diagnostics) {
  Defines defines;
  for (const SourceFile& file : files)
    if (serves(file, language) && file.extension == ".rules") defines.collect(file, diagnostics);
  defines.parse(diagnostics);
  return defines;
}

ParsedRules parse_all_rules(const std::vector<SourceFile>& files, Diagnostics& diagnostics) {
  ParsedRules parsed;
  std::map<std::string, Defines> defines;
  for (const SourceFile& file : files) {
    if (file.extension == ".rules") {
      if (!defines.contains(file.language)) defines.emplace(file.language, read_defines(files, file.language, diagnostics));
      parse_rules(file, defines.at(file.language), parsed, diagnostics);
    }
    if (file.extension == ".frames") parse_frames(file, parsed, diagnostics);
  }
  return parsed;
}

}  // namespace hearsay
