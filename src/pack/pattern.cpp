// A hand-written recursive-descent parser over one pattern, and the defines that patterns use.
// SPDX-License-Identifier: Apache-2.0
#include "pack/pattern.h"

#include <algorithm>
#include <cstdint>
#include <tuple>

#include "base/ascii.h"
#include "pack/lines.h"
#include "text/utf8.h"

namespace hearsay {

namespace {

constexpr size_t kMostNestedDefines = 100;

class PatternParser {
 public:
  // `owner` is what messages call the whole.
  PatternParser(const PatternText& text, const std::string& file, std::string owner, Defines& defines, Diagnostics& diagnostics)
      : source_(text), text_(text.text()), file_(file), owner_(std::move(owner)), defines_(defines), diagnostics_(diagnostics) {}

  Pattern run() {
    Pattern pattern = choice();
    skip();
    if (at_ < text_.size()) fail("unexpected \"" + character() + "\"");
    pattern.broken = failed_;
    return pattern;
  }
  int deepest() const { return deepest_; }

 private:
  // The first mistake of a pattern only: what follows it would be guessed.
  void fail(std::string message) {
    if (failed_) return;
    const auto [line, column] = source_.place(at_);
    diagnostics_.error(file_, line, column, std::move(message));
    give_up();
  }
  void give_up() {
    failed_ = true;
    at_ = text_.size();
  }
  std::string character() const { return std::string(text_.substr(at_, decode_utf8(text_, at_).length)); }
  // Goes one bracket deeper, and back when it goes out of scope.
  class Deeper {
   public:
    explicit Deeper(PatternParser& parser) : parser_(parser) {
      parser_.deepest_ = std::max(parser_.deepest_, ++parser_.depth_);
      if (parser_.depth_ > kDeepestPattern) parser_.fail("brackets within brackets, more than " + std::to_string(kDeepestPattern) + " deep");
    }
    ~Deeper() { --parser_.depth_; }

   private:
    PatternParser& parser_;
  };
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
    std::tie(pattern.line, pattern.column) = source_.place(at_);
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
    const Deeper deeper(*this);
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
      if (next.code == 0xFFFD && next.length == 1) give_up();   // which was said of the file
      if (!is_letter(next.code) && !is_digit(next.code) && next.code != '\'') break;
      at_ += next.length;
    }
    pattern.text = std::string(text_.substr(start, at_ - start));
    if (pattern.text.empty())
      fail(at_ == text_.size() ? "the pattern ends where an element is expected" : "unexpected \"" + character() + "\"; quote marks that are meant as text");
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
    const size_t start = at_++;
    pattern.text = name();
    const Define* found = defines_.find(pattern.text, diagnostics_);
    const size_t end = std::exchange(at_, start);
    if (!found) {
      fail("nothing is defined as \"" + pattern.text + "\"" + did_you_mean(pattern.text, defines_.names()));
    } else if (found->pattern.broken) {
      give_up();   // which was said where it stands
    } else if ((written_out_ += found->states) > kMostStates) {
      fail(owner_ + " grows past " + std::to_string(kMostStates) + " states with \"" + pattern.text + "\" written out here; a rule may have no more");
    } else if (depth_ + found->depth > kDeepestPattern) {
      fail("with \"" + pattern.text + "\" written out, brackets stand within brackets more than " + std::to_string(kDeepestPattern) + " deep");
    } else {
      deepest_ = std::max(deepest_, depth_ + found->depth);
      pattern.parts.push_back(found->pattern);
      at_ = end;
    }
    return pattern;
  }

  Pattern lexicon() {
    Pattern pattern = make(Pattern::Kind::kLexicon);
    expect('<');
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
    const Deeper deeper(*this);
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

  const PatternText& source_;
  std::string_view text_;
  const std::string& file_;
  std::string owner_;
  Defines& defines_;
  Diagnostics& diagnostics_;
  size_t at_ = 0;
  size_t written_out_ = 0;   // states of the defines so far
  int depth_ = 0, deepest_ = 0;
  bool failed_ = false;
};

size_t times(size_t a, size_t b) { return b != 0 && a > SIZE_MAX / b ? SIZE_MAX : a * b; }
size_t plus(size_t a, size_t b) { return a > SIZE_MAX - b ? SIZE_MAX : a + b; }

}  // namespace

// As Thompson's construction makes them, without those that empty steps alone lead to.
size_t states_of(const Pattern& pattern, const CountWords& words) {
  size_t states = 0;
  if (pattern.kind == Pattern::Kind::kWords) return words(pattern.text);
  for (const Pattern& part : pattern.parts) states = plus(states, states_of(part, words));
  switch (pattern.kind) {
    case Pattern::Kind::kSequence:
    case Pattern::Kind::kChoice:
    case Pattern::Kind::kNot: return states;
    case Pattern::Kind::kCapture: return plus(states, 2);
    case Pattern::Kind::kRepeat: return times(states, static_cast<size_t>(pattern.high < 0 ? pattern.low + 1 : pattern.high));
    default: return 1;
  }
}

void PatternText::add(std::string_view text, int line, int column) {
  if (!pieces_.empty()) text_ += ' ';
  pieces_.push_back({text_.size(), line, column});
  text_ += text;
}

std::pair<int, int> PatternText::place(size_t at) const {
  if (pieces_.empty()) return {0, 0};
  auto piece = pieces_.end() - 1;
  while (piece != pieces_.begin() && piece->begin > at) --piece;
  return {piece->line, piece->column + column_at(std::string_view(text_).substr(piece->begin), at - piece->begin) - 1};
}

void Defines::collect(const SourceFile& file, Diagnostics& diagnostics) {
  for (const FileLine& line : lines_of(file)) {
    if (!line.text.starts_with("define ")) continue;
    const std::string_view rest = line.text.substr(7);
    const size_t equals = rest.find('=');
    const std::string name(trim(rest.substr(0, equals)));
    if (equals == std::string_view::npos || name.empty() || !std::all_of(name.begin(), name.end(), name_char)) {
      diagnostics.error(file.place, line.number, line.column, "expected: define NAME = pattern");
      continue;
    }
    const std::string_view text = trim(rest.substr(equals + 1));
    Define define;
    define.text = PatternText(text, line.number, line.column_of(text));
    define.file = file.place;
    define.language = file.language;
    define.line = line.number;
    define.column = line.column;
    const auto [at, fresh] = defines_.emplace(name, std::move(define));
    if (!fresh)
      diagnostics.error(file.place, line.number, line.column,
                        "\"" + name + "\" is defined already at " + at->second.file + ":" + std::to_string(at->second.line));
  }
}

void Defines::parse(Diagnostics& diagnostics) {
  for (const auto& [name, _] : defines_) find(name, diagnostics);
}

const Define* Defines::find(const std::string& name, Diagnostics& diagnostics) {
  const auto at = defines_.find(name);
  if (at == defines_.end()) return nullptr;
  Define& define = at->second;
  if (define.stage == Define::Stage::kOpen) {
    report_circle(name, diagnostics);
    define.pattern.broken = true;
  }
  if (define.stage != Define::Stage::kNew) return &define;
  define.stage = Define::Stage::kOpen;
  open_.push_back(name);
  if (open_.size() > kMostNestedDefines) {
    diagnostics.error(define.file, define.line, define.column,
                      "\"" + name + "\" is the end of a chain of more than " + std::to_string(kMostNestedDefines) + " defines");
    define.pattern.broken = true;
  } else {
    PatternParser parser(define.text, define.file, "\"" + name + "\"", *this, diagnostics);
    define.pattern = parser.run();
    define.depth = parser.deepest();
    define.states = states_of(define.pattern, [](std::string_view) { return size_t{1}; });
    if (!define.pattern.broken && define.states > kMostStates) {
      diagnostics.error(define.file, define.line, define.column,
                        "\"" + name + "\" stands for more than " + std::to_string(kMostStates) + " states, the most that a rule may have");
      define.pattern.broken = true;
    }
  }
  open_.pop_back();
  define.stage = Define::Stage::kDone;
  return &define;
}

// "A" is defined by itself: A, B, A
void Defines::report_circle(const std::string& name, Diagnostics& diagnostics) {
  std::string way;
  for (auto at = std::find(open_.begin(), open_.end(), name); at != open_.end(); ++at) way += *at + ", ";
  const Define& define = defines_.at(name);
  diagnostics.error(define.file, define.line, define.column, "\"" + name + "\" is defined by itself: " + way + name);
}

std::vector<std::string> Defines::names() const {
  std::vector<std::string> names;
  for (const auto& [name, _] : defines_) names.push_back(name);
  return names;
}

Pattern parse_pattern(const PatternText& text, const std::string& file, Defines& defines, Diagnostics& diagnostics) {
  return PatternParser(text, file, "the pattern", defines, diagnostics).run();
}

}  // namespace hearsay
