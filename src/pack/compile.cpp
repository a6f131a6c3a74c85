// Compiles packs: tables to a trie of entries, rules to automata, frames to tests; all of it into one image.
// Everything is numbered in the order of the sorted files, so the same packs give the same bytes.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <set>

#include <toml++/toml.h>

#include "pack/automaton.h"
#include "pack/lexicons.h"
#include "pack/pack.h"
#include "pack/world_tables.h"
#include "text/utf8.h"

namespace hearsay {

namespace {

// A pack's pack.toml.
struct PackSettings {
  std::string name;
  char decimal = '.', group = ',';
  std::vector<std::string> names;        // which name columns of the world pack the language reads
};

class Compiler {
 public:
  Compiler(const std::vector<SourceFile>& files, Diagnostics& diagnostics) : files_(files), diagnostics_(diagnostics) {}

  std::string run() {
    auto names = compile_world(files_, strings_, image_, diagnostics_);
    std::set<std::string> languages;
    for (const SourceFile& file : files_)
      if (file.language != "world" && !file.room.empty()) languages.insert(file.language);
    std::vector<StrId> ids;
    for (const std::string& language : languages) {
      ids.push_back(strings_.add(language));
      compile_language(language, names);
    }
    image_.add("languages", ids);
    write_vocabulary();
    strings_.finish(image_);
    write_sources();
    return image_.finish();
  }

 private:
  FormId form(std::string_view folded) {
    auto [at, fresh] = forms_.emplace(std::string(folded), static_cast<FormId>(forms_.size() + 1));
    (void)fresh;
    return at->second;
  }

  // The folded tokens of words as a rule or lexicon writes them.
  std::vector<std::string> words(std::string_view text, const TextRules& rules) {
    static const Strings kNoStrings;
    static const Vocabulary kNoWords({}, &kNoStrings);
    WordCache cache(&kNoWords);
    std::vector<std::string> out;
    for (const Token& token : tokenize(text, rules, cache)) out.push_back(fold(text.substr(token.start, token.end - token.start)));
    return out;
  }

  PackSettings settings_of(const std::string& language) {
    PackSettings settings;
    settings.names = {language};
    for (const SourceFile& file : files_) {
      if (file.language != language || file.extension != ".toml") continue;
      try {
        const toml::table table = toml::parse(file.text);
        settings.name = table["name"].value_or(std::string{});
        settings.decimal = table["decimal"].value_or(std::string("."))[0];
        settings.group = table["group"].value_or(std::string(","))[0];
        if (const toml::array* names = table["names"].as_array()) {
          settings.names.clear();
          for (const auto& name : *names) settings.names.push_back(name.value_or(std::string{}));
        }
      } catch (const toml::parse_error& error) {
        diagnostics_.error(file.name, static_cast<int>(error.source().begin.line), static_cast<int>(error.source().begin.column),
                           std::string(error.description()));
      }
    }
    return settings;
  }

  bool reads(const SourceFile& file, const std::string& language) const { return file.language == language || file.language == "world"; }

  void compile_language(const std::string& language, const std::map<std::string, std::vector<EntrySource>>& names) {
    const PackSettings settings = settings_of(language);
    TextRules rules;
    rules.decimal = settings.decimal;
    rules.group = settings.group;
    read_spelling(language);

    Inflection inflection;
    for (const SourceFile& file : files_) {
      if (file.language != language || file.room != "text" || file.extension != ".tsv") continue;
      if (file.stem == "paradigms") inflection.read_paradigms(Table(file, diagnostics_));
      if (file.stem == "irregular") inflection.read_irregular(Table(file, diagnostics_));
    }
    std::vector<EntrySource> entries;
    std::vector<FormId> abbreviations;
    for (const SourceFile& file : files_) {
      if (file.language != language || file.extension != ".tsv") continue;
      if (file.room == "text" && (file.stem == "paradigms" || file.stem == "irregular" || file.stem == "spelling")) continue;
      const Table table(file, diagnostics_);
      if (file.room == "text" && file.stem == "abbreviations") {
        read_abbreviations(table, rules, abbreviations);
        continue;
      }
      auto more = read_lexicon(table, inflection, diagnostics_);
      entries.insert(entries.end(), more.begin(), more.end());
    }
    std::set<std::string> columns(settings.names.begin(), settings.names.end());
    columns.insert("");
    for (const std::string& column : columns)
      if (auto found = names.find(column); found != names.end()) {
        // Of another language's states only the names serve here, not its adjectives or short forms.
        for (const EntrySource& entry : found->second)
          if (column.empty() || column == language || (entry.attr("form") == "name" && entry.attr("kind") != "state")) entries.push_back(entry);
      }

    SymbolTable symbols(strings_, [this](std::string_view folded) { return form(folded); });
    const Words literal_words = [&](std::string_view text) { return words(text, rules); };
    compile_rules(language, symbols, literal_words);
    compile_frames(language, symbols);
    check_lexicons(language, entries, symbols);
    write_entries(language, entries, symbols, rules);
    write_symbols(language, symbols);
    std::sort(abbreviations.begin(), abbreviations.end());
    abbreviations.erase(std::unique(abbreviations.begin(), abbreviations.end()), abbreviations.end());
    image_.add(language + "/abbreviations", abbreviations);
    image_.add(language + "/numbers", std::vector<char>{settings.decimal, settings.group});
  }

  void read_spelling(const std::string& language) {
    for (const SourceFile& file : files_) {
      if (file.language != language || file.room != "text" || file.stem != "spelling") continue;
      const Table table(file, diagnostics_);
      for (const TableRow& row : table.rows())
        spellings_.emplace_back(fold(table.cell(row, "from")), fold(table.cell(row, "to")));
    }
  }

  void read_abbreviations(const Table& table, const TextRules& rules, std::vector<FormId>& out) {
    for (const TableRow& row : table.rows()) {
      std::string_view text = table.cell(row, "form");
      while (text.ends_with(".")) text.remove_suffix(1);
      const auto tokens = words(text, rules);
      if (!tokens.empty()) out.push_back(form(tokens.back()));
    }
  }

  void compile_rules(const std::string& language, SymbolTable& symbols, const Words& literal_words) {
    Defines defines;
    for (const SourceFile& file : files_)
      if (reads(file, language) && file.extension == ".rules") collect_defines(file, defines, diagnostics_);
    ParsedRules parsed;
    for (const SourceFile& file : files_)
      if (reads(file, language) && file.extension == ".rules") parse_rules(file, defines, parsed, diagnostics_);
    std::set<std::string> ids;
    for (const RuleSource& rule : parsed.rules) {
      if (!ids.insert(rule.id).second) diagnostics_.error(rule.file, rule.line, 1, "rule \"" + rule.name + "\" stands twice in this file");
      if (std::find(kRuleRooms.begin(), kRuleRooms.end(), rule.room) == kRuleRooms.end())
        diagnostics_.error(rule.file, rule.line, 1, "rules belong in time, actors, syntax or statements; events have frames");
    }
    std::vector<std::pair<const RuleSource*, Automaton>> built;
    for (const RuleSource& rule : parsed.rules) built.emplace_back(&rule, build_automaton(rule, symbols, literal_words, diagnostics_));
    starts_.clear();
    needed_.clear();
    for (std::string_view room : kRuleRooms)
      for (int level = 1; level <= kLevels; ++level) write_program(language, room, level, built);
    image_.add(language + "/starts", starts_);
    image_.add(language + "/needed", std::vector<Symbol>(needed_.begin(), needed_.end()));
  }

  void write_program(const std::string& language, std::string_view room, int level,
                     const std::vector<std::pair<const RuleSource*, Automaton>>& built) {
    std::vector<State> states;
    std::vector<Transition> transitions;
    std::vector<Rule> rules;
    std::vector<Emit> emits;
    std::vector<EmitValue> values;
    std::vector<StrId> captures;
    for (const auto& [source, automaton] : built) {
      if (source->room != room || source->level != level) continue;
      Rule rule;
      rule.id = strings_.add(source->id);
      rule.line = static_cast<uint32_t>(source->line);
      rule.priority = static_cast<int16_t>(source->priority);
      rule.specificity = automaton.specificity;
      rule.required = automaton.required;
      rule.state_first = static_cast<uint32_t>(states.size());
      rule.state_count = static_cast<uint32_t>(automaton.states.size());
      for (size_t i = 0; i < automaton.states.size(); ++i) {
        const auto& steps = automaton.states[i];
        states.push_back({static_cast<uint32_t>(transitions.size()), static_cast<uint16_t>(steps.size()), static_cast<uint16_t>(automaton.accepts[i])});
        transitions.insert(transitions.end(), steps.begin(), steps.end());
      }
      rule.capture_first = static_cast<uint32_t>(captures.size());
      rule.capture_count = static_cast<uint16_t>(automaton.captures.size());
      for (const std::string& name : automaton.captures) captures.push_back(strings_.add(name));
      rule.emit_first = static_cast<uint32_t>(emits.size());
      rule.emit_count = static_cast<uint32_t>(source->emits.size());
      for (const EmitSource& emit : source->emits) emits.push_back(compile_emit(*source, emit, automaton, values));
      for (Symbol symbol : first_symbols(automaton)) {
        if (starts_.size() <= symbol) starts_.resize(symbol + 1u, 0);
        starts_[symbol] |= uint64_t{1} << program_slot(room, level);
      }
      if (rule.required != 0) needed_.insert(rule.required);
      rules.push_back(rule);
    }
    const std::string at = language + "/" + std::string(room) + "/" + std::to_string(level) + "/";
    if (rules.empty()) return;
    image_.add(at + "states", states);
    image_.add(at + "transitions", transitions);
    image_.add(at + "rules", rules);
    image_.add(at + "emits", emits);
    image_.add(at + "values", values);
    image_.add(at + "captures", captures);
  }

  Emit compile_emit(const RuleSource& rule, const EmitSource& source, const Automaton& automaton, std::vector<EmitValue>& values) {
    auto capture = [&](const std::string& name) -> uint8_t {
      auto at = std::find(automaton.captures.begin(), automaton.captures.end(), name);
      if (at == automaton.captures.end()) {
        const std::string near = nearest(name, automaton.captures);
        diagnostics_.error(rule.file, source.line, source.column,
                           "the pattern captures nothing as \"" + name + "\"" + (near.empty() ? "" : "; did you mean \"" + near + "\"?"));
        return 0;
      }
      return static_cast<uint8_t>(at - automaton.captures.begin());
    };
    Emit emit;
    emit.label = strings_.add(source.label);
    emit.relation = !source.from.empty();
    if (emit.relation) {
      emit.from = capture(source.from);
      emit.to = capture(source.to);
    }
    emit.value_first = static_cast<uint32_t>(values.size());
    emit.value_count = static_cast<uint16_t>(source.values.size());
    for (const EmitSource::Value& given : source.values) {
      EmitValue value;
      value.key = strings_.add(given.key);
      value.kind = given.inherit ? ValueKind::kInherit : given.capture.empty() ? ValueKind::kLiteral : given.attr.empty() ? ValueKind::kText : ValueKind::kAttr;
      if (!given.capture.empty()) value.capture = capture(given.capture);
      value.value = strings_.add(given.attr.empty() ? given.literal : given.attr);
      values.push_back(value);
    }
    return emit;
  }

  void compile_frames(const std::string& language, SymbolTable& symbols);

  void check_lexicons(const std::string& language, const std::vector<EntrySource>& entries, const SymbolTable& symbols) {
    std::set<std::string> known;
    for (const EntrySource& entry : entries) known.insert(entry.lexicon);
    const std::vector<std::string> names(known.begin(), known.end());
    for (const auto& [name, place] : symbols.named_lexicons) {
      if (known.contains(name)) continue;
      const std::string near = nearest(name, names);
      // A rule of the world pack may name a lexicon that one language lacks.
      if (!place.first.starts_with("world/"))
        diagnostics_.error(place.first, place.second, 0,
                           "no lexicon \"" + name + "\" in packs/" + language + (near.empty() ? "" : "; did you mean \"" + near + "\"?"));
    }
  }

  static bool passes(const EntrySource& entry, const EntryClass& wanted) {
    if (entry.lexicon != wanted.lexicon) return false;
    for (const Pattern::Test& test : wanted.tests) {
      const std::string value = entry.attr(test.key);
      bool any = test.values.empty() ? !value.empty() : false;
      for (std::string_view has : split_values(value))
        if (std::find(test.values.begin(), test.values.end(), has) != test.values.end()) any = true;
      if (any == test.negated) return false;
    }
    return true;
  }

  void write_entries(const std::string& language, const std::vector<EntrySource>& sources, const SymbolTable& symbols, const TextRules& rules) {
    std::map<std::string, std::vector<const EntryClass*>> classes;
    for (const EntryClass& wanted : symbols.classes()) classes[wanted.lexicon].push_back(&wanted);
    std::vector<Entry> entries;
    std::vector<Attr> attrs;
    std::vector<Symbol> entry_symbols;
    std::vector<std::map<FormId, uint32_t>> children(1);
    std::vector<std::vector<uint32_t>> held(1);
    std::set<std::vector<uint32_t>> seen;
    for (const EntrySource& source : sources) {
      Entry entry;
      entry.lexicon = strings_.add(source.lexicon);
      entry.text = strings_.add(source.text);
      entry.file = strings_.add(source.file);
      entry.line = static_cast<uint32_t>(source.line);
      entry.actor = source.actor;
      entry.flags = source.flags;
      entry.attr_first = static_cast<uint32_t>(attrs.size());
      for (const auto& [key, value] : source.attrs) attrs.push_back({strings_.add(key), strings_.add(value)});
      entry.attr_count = static_cast<uint16_t>(attrs.size() - entry.attr_first);
      entry.symbol_first = static_cast<uint32_t>(entry_symbols.size());
      for (const EntryClass* wanted : classes[source.lexicon])
        if (passes(source, *wanted)) entry_symbols.push_back(wanted->symbol);
      entry.symbol_count = static_cast<uint16_t>(entry_symbols.size() - entry.symbol_first);
      uint32_t node = 0;
      uint32_t position = 0;
      for (const std::string& token : words(source.text, rules)) {
        if (entry.flags & (kNeedsEachCapital | kNeedsACapital)) set_capital(entry, source.text, position, rules);
        auto [at, fresh] = children[node].emplace(form(token), static_cast<uint32_t>(children.size()));
        if (fresh) {
          children.emplace_back();
          held.emplace_back();
        }
        node = children[node].at(form(token));
        ++position;
      }
      if (node == 0) continue;
      // The same name of the same actor may come from several columns.
      if (source.actor >= 0 && !seen.insert({node, static_cast<uint32_t>(source.actor), entry.flags}).second) continue;
      held[node].push_back(static_cast<uint32_t>(entries.size()));
      entries.push_back(entry);
    }
    write_trie(language, children, held);
    image_.add(language + "/entries", entries);
    image_.add(language + "/attrs", attrs);
    image_.add(language + "/entry_symbols", entry_symbols);
  }

  // Sets the bit of each token that begins with a capital in the name as written.
  void set_capital(Entry& entry, const std::string& text, uint32_t position, const TextRules& rules) {
    static const Strings kNoStrings;
    static const Vocabulary kNoWords({}, &kNoStrings);
    WordCache cache(&kNoWords);
    const auto tokens = tokenize(text, rules, cache);
    if (position < tokens.size() && position < 24 && tokens[position].has(kCapital)) entry.flags |= 1u << (kCapitalMaskShift + position);
  }

  void write_trie(const std::string& language, const std::vector<std::map<FormId, uint32_t>>& children,
                  const std::vector<std::vector<uint32_t>>& held) {
    std::vector<TrieNode> nodes;
    std::vector<uint32_t> listed;
    size_t count = 0;
    for (size_t node = 0; node < children.size(); ++node) {
      nodes.push_back({static_cast<uint32_t>(listed.size()), static_cast<uint32_t>(held[node].size())});
      listed.insert(listed.end(), held[node].begin(), held[node].end());
      count += children[node].size();
    }
    size_t size = 2;
    while (size < count * 2) size *= 2;
    std::vector<TrieEdge> edges(size);
    for (uint32_t node = 0; node < children.size(); ++node)
      for (const auto& [form, child] : children[node]) {
        size_t at = trie_hash(node, form) & (size - 1);
        while (edges[at].form != 0) at = (at + 1) & (size - 1);
        edges[at] = {node, form, child};
      }
    image_.add(language + "/trie_nodes", nodes);
    image_.add(language + "/trie_edges", edges);
    image_.add(language + "/trie_entries", listed);
  }

  void write_symbols(const std::string& language, SymbolTable& symbols) {
    if (symbols.size() > 0xFFFF) diagnostics_.error(language, 0, 0, "more than 65535 symbols; name fewer words in rules, more in lexicons");
    std::vector<Literal> literals;
    for (const auto& [form, symbol] : symbols.literals()) literals.push_back({form, symbol, 0});
    std::stable_sort(symbols.nodes.begin(), symbols.nodes.end(), [](const NodeSymbol& a, const NodeSymbol& b) { return a.category < b.category; });
    image_.add(language + "/literals", literals);
    image_.add(language + "/predicates", symbols.predicates());
    image_.add(language + "/node_symbols", symbols.nodes);
    image_.add(language + "/conditions", symbols.conditions);
    image_.add(language + "/values", symbols.values);
  }

  // File after file: name, line feed, bytes in decimal, line feed, text.
  void write_sources() {
    std::string all;
    for (const SourceFile& file : files_) all += file.name + "\n" + std::to_string(file.text.size()) + "\n" + file.text;
    image_.add_bytes("sources", all.data(), all.size());
  }

  // Every spelling of a form has the form's number: tone marks in the older and the newer place, i and y.
  void write_vocabulary() {
    std::map<std::string, FormId> slots(forms_.begin(), forms_.end());
    for (const auto& [text, id] : forms_)
      for (const auto& [from, to] : spellings_)
        for (const auto& [a, b] : {std::pair(from, to), std::pair(to, from)})
          if (const size_t at = text.find(a); at != std::string::npos) {
            std::string other = text;
            other.replace(at, a.size(), b);
            slots.emplace(other, id);
          }
    size_t size = 2;
    while (size < slots.size() * 2) size *= 2;
    std::vector<Vocabulary::Slot> table(size);
    for (const auto& [text, id] : slots) {
      size_t at = hash_bytes(text) & (size - 1);
      while (table[at].form != 0) at = (at + 1) & (size - 1);
      table[at] = {id, strings_.add(text)};
    }
    image_.add("vocabulary", table);
  }

  const std::vector<SourceFile>& files_;
  Diagnostics& diagnostics_;
  StringCollector strings_;
  ImageWriter image_;
  std::vector<uint64_t> starts_;                 // of the language at hand: by symbol, the programs that can begin with it
  std::set<Symbol> needed_;                      // and what some rule cannot do without
  std::map<std::string, FormId> forms_;
  std::vector<std::pair<std::string, std::string>> spellings_;
};

// ---- frames

class FrameCompiler {
 public:
  FrameCompiler(StringCollector& strings, SymbolTable& symbols, Diagnostics& diagnostics)
      : strings_(strings), symbols_(symbols), diagnostics_(diagnostics) {}

  void add(const FrameSource& source) {
    source_ = &source;
    Frame frame;
    frame.id = strings_.add(source.id);
    frame.line = static_cast<uint32_t>(source.line);
    frame.priority = source.priority;
    frame.test_first = static_cast<uint32_t>(tests.size());
    for (const FrameSource::Line& line : source.lines) read(line, frame);
    frame.test_count = static_cast<uint32_t>(tests.size()) - frame.test_first;
    if (frame.head_count == 0) diagnostics_.error(source.file, source.line, 1, "frame \"" + source.name + "\" has no \"verb\" or \"noun\" line");
    if (frame.kind == 0) diagnostics_.error(source.file, source.line, 1, "frame \"" + source.name + "\" has no \"kind\" line");
    frames.push_back(frame);
  }

  std::vector<Frame> frames;
  std::vector<FrameTest> tests;
  std::vector<FramePath> paths;
  std::vector<StrId> steps;
  std::vector<Symbol> symbols;

 private:
  void read(const FrameSource::Line& line, Frame& frame) {
    line_ = &line;
    if (line.key == "verb" || line.key == "noun") {
      frame.noun = line.key == "noun";
      frame.head_first = static_cast<uint32_t>(symbols.size());
      frame.head_count = add_symbols(line.rest);
    } else if (line.key == "kind") {
      frame.kind = strings_.add(line.rest);
    } else if (line.key == "status") {
      frame.status = strings_.add(line.rest);
    } else if (line.key == "polarity") {
      if (line.rest != "negative") diagnostics_.error(source_->file, line.line, 1, "polarity is \"negative\" or not said");
      frame.flags |= kNegative;
    } else if (line.key == "source" || line.key == "target") {
      std::string_view rest = line.rest;
      uint32_t need = line.key == "source" ? kNeedsSource : kNeedsTarget;
      if (rest.ends_with("?")) {
        rest.remove_suffix(1);
        need = 0;
      }
      frame.flags |= need;
      if (line.key == "target") frame.flags |= kTargetNamed;
      const uint32_t first = static_cast<uint32_t>(paths.size());
      for (std::string_view path : split_values(rest)) paths.push_back(path_of(path));
      (line.key == "source" ? frame.source_first : frame.target_first) = first;
      (line.key == "source" ? frame.source_count : frame.target_count) = static_cast<uint32_t>(paths.size()) - first;
    } else if (line.key == "has" || line.key == "not") {
      for (std::string_view path : split_values(line.rest, ' '))
        tests.push_back({line.key == "has" ? FrameTestKind::kPresent : FrameTestKind::kAbsent, path_of(path), 0, 0});
    } else {
      FrameTest test;
      std::string_view path = line.key;
      if (path.starts_with("!")) {
        test.kind = FrameTestKind::kNotSymbol;
        path.remove_prefix(1);
      }
      test.path = path_of(path);
      test.symbol_first = static_cast<uint32_t>(symbols.size());
      test.symbol_count = add_symbols(line.rest);
      tests.push_back(test);
    }
  }

  // The same words give the same path, so that its first step names it.
  FramePath path_of(std::string_view text) {
    auto [at, fresh] = paths_.try_emplace(std::string(text));
    if (!fresh) return at->second;
    FramePath& path = at->second;
    path.step_first = static_cast<uint32_t>(steps.size());
    for (std::string_view step : split_values(text, '.')) steps.push_back(strings_.add(step));
    path.step_count = static_cast<uint32_t>(steps.size()) - path.step_first;
    return path;
  }

  uint32_t add_symbols(const std::string& text) {
    static const Defines kNone;
    symbols_.current_file = source_->file;
    const Pattern pattern = parse_pattern(text, source_->file, line_->line, 1, kNone, diagnostics_);
    uint32_t count = 0;
    collect(pattern, count);
    return count;
  }
  void collect(const Pattern& pattern, uint32_t& count) {
    if (pattern.kind == Pattern::Kind::kLexicon) {
      symbols.push_back(symbols_.entry_class(pattern));
      ++count;
    } else if (pattern.kind == Pattern::Kind::kNode) {
      symbols.push_back(symbols_.node(pattern, diagnostics_, source_->file));
      ++count;
    } else if (pattern.kind == Pattern::Kind::kChoice || pattern.kind == Pattern::Kind::kSequence) {
      for (const Pattern& part : pattern.parts) collect(part, count);
    } else {
      diagnostics_.error(source_->file, line_->line, 1, "expected <lexicon ...> or @node, with | between alternatives");
    }
  }

  StringCollector& strings_;
  SymbolTable& symbols_;
  Diagnostics& diagnostics_;
  std::map<std::string, FramePath> paths_;
  const FrameSource* source_ = nullptr;
  const FrameSource::Line* line_ = nullptr;
};

void Compiler::compile_frames(const std::string& language, SymbolTable& symbols) {
  ParsedRules parsed;
  for (const SourceFile& file : files_)
    if (reads(file, language) && file.extension == ".frames") parse_frames(file, parsed, diagnostics_);
  FrameCompiler compiler(strings_, symbols, diagnostics_);
  for (const FrameSource& frame : parsed.frames) compiler.add(frame);
  std::stable_sort(compiler.frames.begin(), compiler.frames.end(), [](const Frame& a, const Frame& b) {
    return a.priority != b.priority ? a.priority > b.priority : a.test_count > b.test_count;
  });
  image_.add(language + "/frames", compiler.frames);
  image_.add(language + "/frame_tests", compiler.tests);
  image_.add(language + "/frame_paths", compiler.paths);
  image_.add(language + "/frame_steps", compiler.steps);
  image_.add(language + "/frame_symbols", compiler.symbols);
}

}  // namespace

std::string compile_image(const std::vector<SourceFile>& files, Diagnostics& diagnostics) {
  std::string image = Compiler(files, diagnostics).run();
  return diagnostics.failed() ? std::string{} : image;
}

ParsedRules parse_all_rules(const std::vector<SourceFile>& files, Diagnostics& diagnostics) {
  ParsedRules parsed;
  std::map<std::string, Defines> defines;
  for (const SourceFile& file : files)
    if (file.extension == ".rules") collect_defines(file, defines[file.language], diagnostics);
  for (const SourceFile& file : files) {
    if (file.extension == ".rules") parse_rules(file, defines[file.language], parsed, diagnostics);
    if (file.extension == ".frames") parse_frames(file, parsed, diagnostics);
  }
  return parsed;
}

}  // namespace hearsay
