// A hand-written recursive-descent parser over one rule's pattern.
// SPDX-License-Identifier: Apache-2.0
#include "pack/pattern.h"

#include <algorithm>

#include "text/utf8.h"

namespace hearsay {

namespace {

bool name_char(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; }

class PatternParser {
 public:
  PatternParser(std::string_view text, const std::string& file, int line, int column, const Defines& defines, Diagnostics& diagnostics)
      : text_(text), file_(file), line_(line), column_(column), defines_(defines), diagnostics_(diagnostics) {}

  Pattern run() {
    Pattern pattern = choice();
    skip();
    if (at_ < text_.size()) fail(std::string("unexpected \"") + text_[at_] + "\"");
    return pattern;
  }

 private:
  void fail(std::string message) {
    if (!failed_) diagnostics_.error(file_, line_, column_ + static_cast<int>(at_), std::move(message));
    failed_ = true;
    at_ = text_.size();
  }
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip() {
    while (peek() == ' ' || peek() == '\t') ++at_;
  }
  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  void expect(char c) {
    skip();
    if (!take(c)) fail(std::string("expected \"") + c + "\"");
  }
  std::string name() {
    const size_t start = at_;
    while (name_char(peek())) ++at_;
    return std::string(text_.substr(start, at_ - start));
  }
  Pattern make(Pattern::Kind kind) {
    Pattern pattern;
    pattern.kind = kind;
    pattern.line = line_;
    pattern.column = column_ + static_cast<int>(at_);
    return pattern;
  }

  Pattern choice() {
    std::vector<Pattern> ways{sequence()};
    for (skip(); take('|'); skip()) ways.push_back(sequence());
    if (ways.size() == 1) return std::move(ways.front());
    Pattern pattern = make(Pattern::Kind::kChoice);
    pattern.parts = std::move(ways);
    return pattern;
  }

  Pattern sequence() {
    Pattern pattern = make(Pattern::Kind::kSequence);
    for (skip(); at_ < text_.size() && peek() != '|' && peek() != ')'; skip()) pattern.parts.push_back(element());
    if (pattern.parts.empty()) fail("an empty alternative; write (x)? for something optional");
    return pattern;
  }

  Pattern element() {
    // name:element captures; a name is ASCII and a colon follows at once.
    size_t end = at_;
    while (end < text_.size() && name_char(text_[end])) ++end;
    if (end > at_ && end + 1 < text_.size() && text_[end] == ':' && text_[end + 1] != ' ') {
      Pattern pattern = make(Pattern::Kind::kCapture);
      pattern.text = std::string(text_.substr(at_, end - at_));
      at_ = end + 1;
      pattern.parts.push_back(atom());
      return repeated(std::move(pattern));
    }
    return repeated(atom());
  }

  Pattern repeated(Pattern inner) {
    int low = 1, high = 1;
    if (take('?')) low = 0;
    else if (take('*')) low = 0, high = -1;
    else if (take('+')) high = -1;
    else if (take('{')) {
      low = number();
      high = take(',') ? (peek() == '}' ? -1 : number()) : low;
      expect('}');
      if (high >= 0 && high < low) fail("a repetition's end lies before its beginning");
    }
    if (low == 1 && high == 1) return inner;
    Pattern pattern = make(Pattern::Kind::kRepeat);
    pattern.low = low;
    pattern.high = high;
    pattern.parts.push_back(std::move(inner));
    return pattern;
  }

  int number() {
    int value = 0;
    const size_t start = at_;
    for (; peek() >= '0' && peek() <= '9'; ++at_) value = std::min(value * 10 + (peek() - '0'), 1'000'000'000);
    if (at_ == start) fail("expected a number");
    return value;
  }

  Pattern atom() {
    skip();
    switch (peek()) {
      case '(': {
        ++at_;
        Pattern inner = choice();
        expect(')');
        return inner;
      }
      case '<': return lexicon();
      case '@': return node();
      case '#': return predicate();
      case '&': return define();
      case '"': return quoted();
      case '^': ++at_; return make(Pattern::Kind::kStart);
      case '$': ++at_; return make(Pattern::Kind::kEnd);
      case '!': {
        Pattern pattern = make(Pattern::Kind::kNot);
        ++at_;
        pattern.parts.push_back(atom());
        return pattern;
      }
      default: return word();
    }
  }

  Pattern word() {
    Pattern pattern = make(Pattern::Kind::kWords);
    const size_t start = at_;
    while (at_ < text_.size()) {
      const Decoded next = decode_utf8(text_, at_);
      if (!is_letter(next.code) && !is_digit(next.code) && next.code != '\'') break;
      at_ += next.length;
    }
    pattern.text = std::string(text_.substr(start, at_ - start));
    if (pattern.text.empty()) fail(std::string("unexpected \"") + peek() + "\"; quote marks that are meant as text");
    return pattern;
  }

  Pattern quoted() {
    Pattern pattern = make(Pattern::Kind::kWords);
    const size_t end = text_.find('"', ++at_);
    if (end == std::string_view::npos) {
      fail("a quotation mark is not closed");
      return pattern;
    }
    pattern.text = std::string(text_.substr(at_, end - at_));
    // \q stands for the quotation mark itself.
    for (size_t q; (q = pattern.text.find("\\q")) != std::string::npos;) pattern.text.replace(q, 2, "\"");
    at_ = end + 1;
    return pattern;
  }

  Pattern define() {
    Pattern pattern = make(Pattern::Kind::kSequence);
    ++at_;
    const std::string wanted = name();
    auto found = defines_.find(wanted);
    if (found == defines_.end()) {
      std::vector<std::string> known;
      for (const auto& [key, _] : defines_) known.push_back(key);
      const std::string near = nearest(wanted, known);
      fail("nothing is defined as \"" + wanted + "\"" + (near.empty() ? "" : "; did you mean \"" + near + "\"?"));
      return pattern;
    }
    if (++depth_ > 16) {
      fail("\"" + wanted + "\" is defined by itself");
      return pattern;
    }
    PatternParser inner(found->second, file_, line_, column_ + static_cast<int>(at_), defines_, diagnostics_);
    inner.depth_ = depth_;
    pattern.parts.push_back(inner.run());
    --depth_;
    return pattern;
  }

  Pattern lexicon() {
    Pattern pattern = make(Pattern::Kind::kLexicon);
    ++at_;
    skip();
    pattern.text = name();
    if (pattern.text.empty()) fail("a lexicon's name is missing");
    for (skip(); at_ < text_.size() && peek() != '>'; skip()) pattern.tests.push_back(test());
    expect('>');
    return pattern;
  }

  Pattern node() {
    Pattern pattern = make(Pattern::Kind::kNode);
    ++at_;
    pattern.text = name();
    if (pattern.text.empty()) fail("a node's name is missing");
    if (take('['))  {
      for (skip(); at_ < text_.size() && peek() != ']'; skip()) pattern.tests.push_back(test());
      expect(']');
    }
    return pattern;
  }

  // key=value|value, key!=value, key, !key, part.key=value, part=<lexicon ...>
  Pattern::Test test() {
    Pattern::Test test;
    if (take('!')) test.negated = true;
    test.key = name();
    if (take('.')) {
      test.part = test.key;
      test.key = name();
    }
    if (test.key.empty()) {
      fail("expected a name");
      return test;
    }
    if (take('!')) test.negated = true;
    if (!take('=')) return test;
    if (peek() == '<') {
      test.part = test.key;
      test.key.clear();
      test.inner.push_back(lexicon());
      while (take('|')) test.inner.push_back(lexicon());
      return test;
    }
    do test.values.push_back(name());
    while (take('|'));
    if (test.values.back().empty()) fail("a value is missing");
    return test;
  }

  Pattern predicate() {
    Pattern pattern = make(Pattern::Kind::kPredicate);
    ++at_;
    pattern.text = name();
    if (take('(')) {
      pattern.low = number();
      pattern.high = take('-') ? number() : pattern.low;
      expect(')');
    }
    return pattern;
  }

  std::string_view text_;
  const std::string& file_;
  int line_, column_;
  const Defines& defines_;
  Diagnostics& diagnostics_;
  size_t at_ = 0;
  int depth_ = 0;
  bool failed_ = false;
};

struct Line {
  std::string_view text;   // without the indentation
  int number = 0;
  int column = 1;
  bool indented = false;
};

std::vector<Line> lines_of(const SourceFile& file) {
  std::vector<Line> lines;
  int number = 0;
  for (std::string_view rest = file.text; !rest.empty();) {
    const size_t end = rest.find('\n');
    const std::string_view raw = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    ++number;
    const std::string_view text = trimmed(raw);
    if (text.empty() || (text.front() == '#' && (text.size() == 1 || text[1] == ' ' || text[1] == '#'))) continue;
    lines.push_back({text, number, static_cast<int>(text.data() - raw.data()) + 1, text.data() != raw.data()});
  }
  return lines;
}

std::string_view take_word(std::string_view& text) {
  text = trimmed(text);
  const size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text = trimmed(text.substr(end));
  return word;
}

bool is_example(std::string_view text) { return text.starts_with("+ ") || text.starts_with("- ") || text.starts_with("~ "); }

// "+ [2024-03-05] words => expected"
ExampleSource parse_example(std::string_view text, int line) {
  ExampleSource example;
  example.positive = text.front() != '-';
  example.wanted = text.front() == '~';
  example.line = line;
  text = trimmed(text.substr(1));
  if (text.starts_with("[")) {
    const size_t end = text.find(']');
    example.published = std::string(text.substr(1, end - 1));
    text = trimmed(text.substr(std::min(end + 1, text.size())));
  }
  const size_t arrow = text.rfind(" => ");
  if (arrow != std::string_view::npos) {
    example.expected = std::string(trimmed(text.substr(arrow + 4)));
    text = trimmed(text.substr(0, arrow));
  }
  example.text = std::string(text);
  return example;
}

EmitSource parse_emit(std::string_view text, const SourceFile& file, int line, int column, Diagnostics& diagnostics) {
  EmitSource emit;
  emit.line = line;
  emit.column = column;
  text = trimmed(text.substr(2));
  size_t end = 0;
  while (end < text.size() && name_char(text[end])) ++end;
  emit.label = std::string(text.substr(0, end));
  text.remove_prefix(end);
  if (text.starts_with("(")) {
    const size_t close = text.find(')');
    const auto args = split_values(text.substr(1, close - 1), ',');
    if (close == std::string_view::npos || args.size() != 2) diagnostics.error(file.name, line, column, "a relation names two captures: -> subject(v, s)");
    else emit.from = std::string(args[0]), emit.to = std::string(args[1]);
    text.remove_prefix(std::min(close, text.size() - 1) + 1);
  }
  if (emit.label.empty()) diagnostics.error(file.name, line, column, "what the rule makes is missing after \"->\"");
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    EmitSource::Value& value = emit.values.emplace_back();
    const size_t equals = text.find('=');
    if (equals == std::string_view::npos) {
      diagnostics.error(file.name, line, column, "expected key=value, found \"" + std::string(text) + "\"");
      break;
    }
    value.key = std::string(trimmed(text.substr(0, equals)));
    text = trimmed(text.substr(equals + 1));
    if (text.starts_with("{")) {
      const size_t close = std::min(text.find('}'), text.size() - 1);
      const std::string_view inside = text.substr(1, close - 1);
      const size_t dot = inside.find('.');
      value.capture = std::string(inside.substr(0, dot));
      if (dot != std::string_view::npos) value.attr = std::string(inside.substr(dot + 1));
      text.remove_prefix(close + 1);
    } else {
      value.literal = std::string(take_word(text));
    }
    if (value.key == "inherit") {
      value.inherit = true;
      value.capture = value.literal;
    }
  }
  return emit;
}

}  // namespace

Pattern parse_pattern(std::string_view text, const std::string& file, int line, int column, const Defines& defines, Diagnostics& diagnostics) {
  return PatternParser(text, file, line, column, defines, diagnostics).run();
}

void collect_defines(const SourceFile& file, Defines& defines, Diagnostics& diagnostics) {
  for (const Line& line : lines_of(file)) {
    if (!line.text.starts_with("define ")) continue;
    std::string_view rest = line.text.substr(7);
    const size_t equals = rest.find('=');
    if (equals == std::string_view::npos) {
      diagnostics.error(file.name, line.number, line.column, "expected: define NAME = pattern");
      continue;
    }
    defines[std::string(trimmed(rest.substr(0, equals)))] = std::string(trimmed(rest.substr(equals + 1)));
  }
}

void parse_rules(const SourceFile& file, const Defines& defines, ParsedRules& out, Diagnostics& diagnostics) {
  RuleSource* rule = nullptr;
  std::string pattern;
  int pattern_line = 0, pattern_column = 0;
  int level = 1;
  auto finish_pattern = [&] {
    if (!rule || pattern.empty()) return;
    rule->pattern = parse_pattern(pattern, file.name, pattern_line, pattern_column, defines, diagnostics);
    pattern.clear();
  };
  auto finish_rule = [&] {
    finish_pattern();
    if (rule && rule->emits.empty()) diagnostics.error(file.name, rule->line, 1, "rule \"" + rule->name + "\" makes nothing; add a \"->\" line");
  };
  for (const Line& line : lines_of(file)) {
    if (line.text.starts_with("define ")) continue;
    if (line.text.starts_with("level ")) {
      finish_rule();
      rule = nullptr;
      level = std::atoi(std::string(line.text.substr(6)).c_str());
      if (level < 1 || level > 9) diagnostics.error(file.name, line.number, line.column, "a level is a number from 1 to 9");
    } else if (line.text.starts_with("rule ") && !line.indented) {
      finish_rule();
      std::string_view rest = line.text.substr(5);
      rule = &out.rules.emplace_back();
      rule->name = std::string(take_word(rest));
      rule->file = file.name;
      rule->language = file.language;
      rule->room = file.room;
      rule->line = line.number;
      rule->level = level;
      rule->id = file.name.substr(0, file.name.rfind('.')) + ":" + rule->name;
      if (take_word(rest) == "priority") rule->priority = std::atoi(std::string(take_word(rest)).c_str());
    } else if (!rule) {
      diagnostics.error(file.name, line.number, line.column, "expected \"rule NAME\", \"level N\" or \"define NAME = pattern\"");
    } else if (line.text.starts_with("->")) {
      finish_pattern();
      rule->emits.push_back(parse_emit(line.text, file, line.number, line.column, diagnostics));
    } else if (is_example(line.text)) {
      rule->examples.push_back(parse_example(line.text, line.number));
    } else {
      if (pattern.empty()) pattern_line = line.number, pattern_column = line.column;
      else pattern += ' ';
      pattern += line.text;
    }
  }
  finish_rule();
}

void parse_frames(const SourceFile& file, ParsedRules& out, Diagnostics& diagnostics) {
  FrameSource* frame = nullptr;
  for (const Line& line : lines_of(file)) {
    if (line.text.starts_with("frame ") && !line.indented) {
      std::string_view rest = line.text.substr(6);
      frame = &out.frames.emplace_back();
      frame->name = std::string(take_word(rest));
      frame->file = file.name;
      frame->language = file.language;
      frame->line = line.number;
      frame->id = file.name.substr(0, file.name.rfind('.')) + ":" + frame->name;
      if (take_word(rest) == "priority") frame->priority = std::atoi(std::string(take_word(rest)).c_str());
    } else if (!frame) {
      diagnostics.error(file.name, line.number, line.column, "expected \"frame NAME\"");
    } else if (is_example(line.text)) {
      frame->examples.push_back(parse_example(line.text, line.number));
    } else {
      std::string_view rest = line.text.substr(0, line.text.find(" #"));
      const std::string key(take_word(rest));
      frame->lines.push_back({key, std::string(rest), line.number});
    }
  }
}

}  // namespace hearsay
