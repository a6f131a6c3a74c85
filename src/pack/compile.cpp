// Compiles packs: tables to a trie of entries, rules to automata, frames to tests; all of it into one image.
// Everything is numbered in the order of the sorted files, so the same packs give the same bytes.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <unordered_map>

#include "base/hash.h"
#include "pack/automaton.h"
#include "pack/check.h"
#include "pack/frames.h"
#include "pack/headings.h"
#include "pack/lexicons.h"
#include "pack/names.h"
#include "pack/pack.h"
#include "pack/settings.h"
#include "pack/world_tables.h"
#include "text/utf8.h"

namespace hearsay {

namespace {

constexpr size_t kMostCapitals = 32 - kCapitalMaskShift;         // words of a name whose capitals count

// Lists of items one behind another, in which equal lists lie once.
template <class Item>
class SharedLists {
 public:
  uint32_t add(const std::vector<Item>& list) {
    const std::string_view bytes(reinterpret_cast<const char*>(list.data()), list.size() * sizeof(Item));
    const auto [at, fresh] = places_.emplace(std::string(bytes), static_cast<uint32_t>(items_.size()));
    if (fresh) items_.insert(items_.end(), list.begin(), list.end());
    return at->second;
  }
  const std::vector<Item>& items() const { return items_; }

 private:
  std::vector<Item> items_;
  std::unordered_map<std::string, uint32_t> places_;
};

// A power of two for a table with open addressing, at most half full: a miss should end soon.
size_t slots_for(size_t items) {
  size_t slots = 2;
  while (slots < items * 2) slots *= 2;
  return slots;
}

class Compiler {
 public:
  Compiler(const std::vector<SourceFile>& files, Diagnostics& diagnostics) : files_(files), diagnostics_(diagnostics) {}

  std::string run() {
    const CompiledWorld world = compile_world(files_, strings_, image_, diagnostics_);
    std::set<std::string> languages;
    for (const SourceFile& file : files_)
      if (file.language != "world" && !file.room.empty()) languages.insert(file.language);
    std::vector<StrId> ids;
    for (const std::string& language : languages) {
      ids.push_back(strings_.add(language));
      compile_language(language, world);
    }
    check_names();
    image_.add("languages", ids);
    write_vocabulary();
    strings_.finish(image_);
    write_sources();
    return image_.finish();
  }

 private:
  // What was read of a language, kept until all languages' names are known.
  struct Read {
    PackNames names;
    Defines defines;
    ParsedRules parsed;
    std::vector<FrameCompiler::Asked> asked;
  };

  FormId form(std::string_view folded) {
    auto [at, fresh] = forms_.emplace(std::string(folded), static_cast<FormId>(forms_.size() + 1));
    (void)fresh;
    return at->second;
  }

  Table checked_table(const SourceFile& file) {
    Table table(file, diagnostics_);
    check_heading(table, diagnostics_);
    return table;
  }

  std::vector<Token> tokens_of(std::string_view text, const TextRules& rules) {
    static const Strings kNoStrings;
    static const Vocabulary kNoWords({}, &kNoStrings);
    if (!word_cache_) word_cache_.emplace(&kNoWords);
    return tokenize(text, rules, *word_cache_);
  }

  // The folded tokens of words as a rule or lexicon writes them.
  std::vector<std::string> words(std::string_view text, const TextRules& rules) {
    std::vector<std::string> out;
    for (const Token& token : tokens_of(text, rules)) out.push_back(fold(text.substr(token.start, token.end - token.start)));
    return out;
  }

  void compile_language(const std::string& language, const CompiledWorld& world) {
    const auto& names = world.names;
    const PackSettings settings = read_settings(files_, language, world.name_columns(), diagnostics_);
    TextRules rules;
    rules.decimal = settings.decimal;
    rules.group = settings.group;
    read_spelling(language);

    Inflection inflection;
    for (const SourceFile& file : files_) {
      if (file.language != language || file.room != "text" || file.extension != ".tsv") continue;
      if (file.stem == "paradigms") inflection.read_paradigms(checked_table(file));
      if (file.stem == "irregular") inflection.read_irregular(checked_table(file));
    }
    Read& read = read_[language];
    std::vector<EntrySource> entries;
    std::vector<FormId> abbreviations;
    std::map<uint64_t, CommonWord> common;
    LexiconRows seen;
    for (const SourceFile& file : files_) {
      if (file.language != language || file.extension != ".tsv") continue;
      if (file.room == "text" && (file.stem == "paradigms" || file.stem == "irregular" || file.stem == "spelling")) continue;
      const Table table = checked_table(file);
      if (file.room == "text" && file.stem == "abbreviations") {
        read_abbreviations(table, rules, abbreviations);
        continue;
      }
      if (file.room == "text" && file.stem == "common") {
        read_common(table, common);
        continue;
      }
      if (table.column("form") < 0) read.names.add_unread(file.stem);
      auto more = read_lexicon(table, inflection, seen, diagnostics_);
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
    for (const EntrySource& entry : entries) read.names.add(entry);
    compile_rules(language, read, symbols, literal_words);
    compile_frames(language, read, symbols, world.kinds);
    write_entries(language, entries, symbols, rules);
    write_symbols(language, symbols);
    std::sort(abbreviations.begin(), abbreviations.end());
    abbreviations.erase(std::unique(abbreviations.begin(), abbreviations.end()), abbreviations.end());
    image_.add(language + "/abbreviations", abbreviations);
    std::vector<CommonWord> listed;
    for (const auto& [_, word] : common) listed.push_back(word);
    image_.add(language + "/common", listed);
    image_.add(language + "/numbers", std::vector<char>{settings.decimal, settings.group});
  }

  void read_spelling(const std::string& language) {
    for (const SourceFile& file : files_) {
      if (file.language != language || file.room != "text" || file.stem != "spelling") continue;
      const Table table = checked_table(file);
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

  // Later files, those of packs layered above, have the last word.
  void read_common(const Table& table, std::map<uint64_t, CommonWord>& out) {
    for (const TableRow& row : table.rows()) {
      const std::string_view number = table.cell(row, "per_mille");
      CommonWord word;
      const auto [stop, failed] = std::from_chars(number.data(), number.data() + number.size(), word.per_mille);
      if (failed != std::errc() || stop != number.data() + number.size() || word.per_mille < 1 || word.per_mille > 1000) {
        table.error(row, "per_mille", "per_mille is a number from 1 to 1000: of a thousand reports, in how many the word stands");
        continue;
      }
      word.hash = hash_bytes(fold(table.cell(row, "form")));
      out[word.hash] = word;
    }
  }

  void compile_rules(const std::string& language, Read& read, SymbolTable& symbols, const Words& literal_words) {
    const CountWords count = [&](std::string_view text) { return literal_words(text).size(); };
    read.defines = read_defines(files_, language, diagnostics_);
    for (auto& [name, define] : read.defines.all()) check_define(name, define, literal_words, count);
    for (const SourceFile& file : files_) {
      if (!serves(file, language)) continue;
      if (file.extension == ".rules") parse_rules(file, read.defines, read.parsed, diagnostics_);
      if (file.extension == ".frames") parse_frames(file, read.parsed, diagnostics_);
    }
    std::map<std::string, const RuleSource*> ids;
    std::vector<std::pair<const RuleSource*, Automaton>> built;
    for (const RuleSource& rule : read.parsed.rules) {
      const auto [first, fresh] = ids.emplace(rule.id, &rule);
      if (!fresh) report_twice("rule", rule, *first->second);
      read.names.add(rule);
      if (rule.pattern.broken || !check_rule(rule, count, diagnostics_)) continue;
      built.emplace_back(&rule, build_automaton(rule, symbols, literal_words, diagnostics_));
    }
    starts_.clear();
    needed_.clear();
    for (std::string_view room : kRuleRooms)
      for (int level = 1; level <= kLevels; ++level) write_program(language, room, level, built);
    image_.add(language + "/starts", starts_);
    image_.add(language + "/needed", std::vector<Symbol>(needed_.begin(), needed_.end()));
  }

  // Built for its mistakes alone, so that they are named where the define stands and not at each rule that uses it.
  void check_define(const std::string& name, Define& define, const Words& literal_words, const CountWords& count) {
    if (define.pattern.broken) return;
    RuleSource rule;
    rule.name = name;
    rule.file = define.file;
    rule.line = define.line;
    rule.pattern = define.pattern;
    StringCollector strings;
    FormId forms = 0;
    SymbolTable symbols(strings, [&](std::string_view) { return ++forms; });
    define.pattern.broken = !check_pattern(rule.pattern, rule.file, count, diagnostics_);
    const size_t before = diagnostics_.all().size();
    if (!define.pattern.broken && states_of(rule.pattern, count) <= kMostStates) build_automaton(rule, symbols, literal_words, diagnostics_);
    define.pattern.broken |= diagnostics_.all().size() > before;
  }

  template <class Item>
  void report_twice(const std::string& what, const Item& item, const Item& first) {
    diagnostics_.error(item.file, item.line, 1, what + " \"" + item.name + "\" stands already at " + first.file + ":" + std::to_string(first.line));
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
      for (const EmitSource& emit : source->emits) emits.push_back(compile_emit(emit, automaton, values));
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

  Emit compile_emit(const EmitSource& source, const Automaton& automaton, std::vector<EmitValue>& values) {
    auto capture = [&](const std::string& name) {
      return static_cast<uint8_t>(std::find(automaton.captures.begin(), automaton.captures.end(), name) - automaton.captures.begin());
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

  void compile_frames(const std::string& language, Read& read, SymbolTable& symbols, const std::vector<std::string>& kinds) {
    FrameCompiler compiler(strings_, symbols, kinds, diagnostics_);
    std::map<std::string, const FrameSource*> ids;
    for (const FrameSource& frame : read.parsed.frames) {
      const auto [first, fresh] = ids.emplace(frame.id, &frame);
      if (!fresh) report_twice("frame", frame, *first->second);
      compiler.add(frame);
    }
    compiler.write(language, image_);
    read.asked = compiler.asked();
  }

  // Of what stands in a language's own packs, that language must have it; of what stands in the world pack, any of them.
  void check_names() {
    PackNames all;
    for (const auto& [_, read] : read_) all.add(read.names);
    for (auto& [language, read] : read_) {
      const auto names_for = [&](const std::string& owner) -> const PackNames& { return owner == "world" ? all : read.names; };
      const auto where = [&](const std::string& owner) { return owner == "world" ? std::string("any language's packs") : "packs/" + language; };
      for (const auto& [_, define] : read.defines.all())
        if (!define.pattern.broken) names_for(define.language).check(define.pattern, define.file, where(define.language), diagnostics_);
      for (const RuleSource& rule : read.parsed.rules) {
        if (rule.pattern.broken) continue;
        names_for(rule.language).check(rule.pattern, rule.file, where(rule.language), diagnostics_);
        names_for(rule.language).check_made(rule, diagnostics_);
      }
      for (const FrameCompiler::Asked& asked : read.asked) {
        if (!asked.step.empty()) names_for(asked.language).check_step(asked.step, asked.file, asked.line, asked.column, diagnostics_);
        else if (!asked.pattern.broken) names_for(asked.language).check(asked.pattern, asked.file, where(asked.language), diagnostics_);
      }
    }
  }

  // An entry's attributes, each cut into its values once: as many classes ask for them as rules name.
  struct Values {
    std::string_view key;
    bool given = false;
    std::vector<std::string_view> all;
  };
  static std::vector<Values> values_of(const EntrySource& entry) {
    std::vector<Values> out;
    for (const auto& [key, value] : entry.attrs) out.push_back({key, !value.empty(), split_values(value)});
    return out;
  }

  static bool passes(const std::vector<Values>& entry, const EntryClass& wanted) {
    for (const Pattern::Test& test : wanted.tests) {
      const auto its = std::find_if(entry.begin(), entry.end(), [&](const Values& values) { return values.key == test.key; });
      bool any = its != entry.end() && test.values.empty() && its->given;
      if (its != entry.end() && !any)
        any = std::any_of(its->all.begin(), its->all.end(), [&](std::string_view has) { return std::find(test.values.begin(), test.values.end(), has) != test.values.end(); });
      if (any == test.negated) return false;
    }
    return true;
  }

  void write_entries(const std::string& language, const std::vector<EntrySource>& sources, const SymbolTable& symbols, const TextRules& rules) {
    std::map<std::string, std::vector<const EntryClass*>> classes;
    for (const EntryClass& wanted : symbols.classes()) classes[wanted.lexicon].push_back(&wanted);
    std::vector<Entry> entries;
    SharedLists<Attr> attrs;
    SharedLists<Symbol> entry_symbols;
    std::vector<std::map<FormId, uint32_t>> children(1);
    std::vector<std::vector<uint32_t>> held(1);
    std::set<std::vector<uint32_t>> seen;
    const EntrySource* before = nullptr;
    Entry alike;                         // what entries side by side mostly share, as those of one actor do
    for (const EntrySource& source : sources) {
      Entry entry;
      entry.lexicon = strings_.add(source.lexicon);
      entry.text = strings_.add(source.text);
      entry.file = strings_.add(source.file);
      if (!before || before->lexicon != source.lexicon || before->attrs != source.attrs) {
        std::vector<Attr> own_attrs;
        for (const auto& [key, value] : source.attrs) own_attrs.push_back({strings_.add(key), strings_.add(value)});
        std::vector<Symbol> own_symbols;
        const std::vector<Values> values = values_of(source);
        for (const EntryClass* wanted : classes[source.lexicon])
          if (passes(values, *wanted)) own_symbols.push_back(wanted->symbol);
        alike.attr_first = attrs.add(own_attrs);
        alike.attr_count = static_cast<uint16_t>(own_attrs.size());
        alike.symbol_first = entry_symbols.add(own_symbols);
        alike.symbol_count = static_cast<uint16_t>(own_symbols.size());
      }
      before = &source;
      entry.attr_first = alike.attr_first, entry.attr_count = alike.attr_count;
      entry.symbol_first = alike.symbol_first, entry.symbol_count = alike.symbol_count;
      entry.line = static_cast<uint32_t>(source.line);
      entry.actor = source.actor;
      entry.flags = source.flags;
      uint32_t node = 0;
      const std::vector<Token> tokens = tokens_of(source.text, rules);
      for (size_t position = 0; position < tokens.size(); ++position) {
        const Token& token = tokens[position];
        const bool heeds_capitals = (entry.flags & (kNeedsEachCapital | kNeedsACapital)) != 0;
        if (heeds_capitals && position < kMostCapitals && token.has(kCapital)) entry.flags |= 1u << (kCapitalMaskShift + position);
        const FormId next = form(fold(std::string_view(source.text).substr(token.start, token.end - token.start)));
        const auto [at, fresh] = children[node].emplace(next, static_cast<uint32_t>(children.size()));
        node = at->second;
        if (!fresh) continue;
        children.emplace_back();
        held.emplace_back();
      }
      if (node == 0) continue;
      // The same name of the same actor may come from several columns.
      if (source.actor >= 0 && !seen.insert({node, static_cast<uint32_t>(source.actor), entry.flags}).second) continue;
      held[node].push_back(static_cast<uint32_t>(entries.size()));
      entries.push_back(entry);
    }
    write_trie(language, children, held);
    image_.add(language + "/entries", entries);
    image_.add(language + "/attrs", attrs.items());
    image_.add(language + "/entry_symbols", entry_symbols.items());
  }

  void write_trie(const std::string& language, const std::vector<std::map<FormId, uint32_t>>& children,
                  const std::vector<std::vector<uint32_t>>& held) {
    std::vector<TrieNode> nodes;
    std::vector<TrieEdge> edges;
    std::vector<uint32_t> listed;
    for (size_t node = 0; node < children.size(); ++node) {
      nodes.push_back({static_cast<uint32_t>(listed.size()), static_cast<uint32_t>(edges.size()), static_cast<uint16_t>(held[node].size()), 0});
      listed.insert(listed.end(), held[node].begin(), held[node].end());
      if (node == 0 || children[node].empty()) continue;
      uint16_t& bits = nodes.back().edge_bits;
      while (size_t{1} << bits < children[node].size() + children[node].size() / 2 + 1) ++bits;
      edges.resize(edges.size() + (size_t{1} << bits));
      for (const auto& [form, child] : children[node]) {
        TrieEdge* table = edges.data() + nodes.back().edge_first;
        size_t at = trie_slot(form, bits);
        while (table[at].form != 0) at = (at + 1) & ((size_t{1} << bits) - 1);
        table[at] = {form, child};
      }
    }
    std::vector<uint32_t> first(children[0].empty() ? 0 : children[0].rbegin()->first + 1u, 0);
    for (const auto& [form, child] : children[0]) first[form] = child;
    image_.add(language + "/trie_nodes", nodes);
    image_.add(language + "/trie_first", first);
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
    const size_t size = slots_for(slots.size());
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
  std::optional<WordCache> word_cache_;
  std::vector<std::pair<std::string, std::string>> spellings_;
  std::map<std::string, Read> read_;     // by language
};

}  // namespace

std::string compile_image(const std::vector<SourceFile>& files, Diagnostics& diagnostics) {
  std::string image;
  if (check_encoding(files, diagnostics)) image = Compiler(files, diagnostics).run();
  diagnostics.sort();
  return diagnostics.failed() ? std::string{} : image;
}

}  // namespace hearsay
