// Checks packs and runs the examples that stand beside their rules.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "engine/engine.h"
#include "pack/pattern.h"
#include "text/utf8.h"

namespace hearsay {

namespace {

constexpr std::string_view kDefaultPublished = "2024-03-05";

// What one example's text gave: rule id -> one line per item that the rule made.
using Lines = std::multimap<std::string, std::string>;

std::string quoted(const std::string& text, Span span) { return "\"" + text.substr(span.start, span.length()) + "\""; }

class ExampleReader {
 public:
  explicit ExampleReader(const Pack& pack) : pack_(pack), strings_(pack.strings()) {}

  Lines read(const std::string& text, const std::string& language, const std::string& published, std::string& failure) const {
    Metadata metadata;
    metadata.path = "example";
    metadata.lang = language;
    metadata.published = published.empty() ? std::string(kDefaultPublished) : published;
    auto reading = read_report(pack_, text, metadata);
    Lines lines;
    if (!reading) {
      failure = reading.error().message;
      return lines;
    }
    add_records((*reading)->analysis, lines);
    for (size_t i = 0; i < (*reading)->sentences.size(); ++i) add_syntax((*reading)->sentences[i], i < (*reading)->clauses.size() ? &(*reading)->clauses[i] : nullptr, (*reading)->analysis, lines);
    return lines;
  }

 private:
  static std::string code(const Analysis& analysis, const Party& party) {
    if (party.actor < 0) return "-";
    const Actor& actor = analysis.actors[static_cast<size_t>(party.actor)];
    return !actor.country.empty() ? actor.country : !actor.code.empty() ? actor.code : actor.id;
  }

  void add_records(const Analysis& analysis, Lines& lines) const {
    const std::string& text = analysis.document.text;
    for (const TimeExpression& time : analysis.times)
      lines.emplace(time.rule, std::string(to_string(time.type)) + " " + time.value + " " + quoted(text, time.span));
    for (const Statement& statement : analysis.statements)
      lines.emplace(statement.rule, std::string(to_string(statement.act)) + " " + std::string(to_string(statement.mode)) + " " +
                                        (statement.cue ? quoted(text, *statement.cue) : "-") + " " +
                                        (statement.speaker.anonymous ? "unnamed" : "\"" + statement.speaker.name + "\""));
    for (const Event& event : analysis.events)
      lines.emplace(event.rule, event.kind + " " + code(analysis, event.source) + " " + code(analysis, event.target) + " " + std::string(to_string(event.status)));
    for (const Figure& figure : analysis.figures)
      lines.emplace(figure.rule, figure.of + " " + bounds_of(figure) + " " + (figure.who.empty() ? "-" : figure.who) + " " + quoted(text, figure.span));
  }

  void add_syntax(const Sentence& sentence, const Clauses* clauses, const Analysis& analysis, Lines& lines) const {
    const Lattice& lattice = *sentence.lattice;
    const StrId mention = strings_.find("mention"), as = strings_.find("as");
    for (const Node& node : lattice.nodes()) {
      const std::string words = "\"" + std::string(lattice.words(node.start, node.end)) + "\"";
      if (node.category == mention) {
        std::string line = std::string(strings_[node.attr(as)]) + " " + words;
        for (const Found& found : sentence.mentions)
          if (found.edge == node.edge) {
            const Actor& actor = analysis.actors[static_cast<size_t>(found.index)];
            line += " " + (actor.known ? actor.id : actor.code.empty() ? actor.id : actor.code);
          }
        lines.emplace(strings_[node.rule], line);
      } else {
        lines.emplace(strings_[node.rule], std::string(strings_[node.category]) + " " + words);
      }
    }
    if (!clauses) return;
    for (const Relation& relation : clauses->relations()) {
      auto words = [&](int32_t edge) { return " \"" + std::string(lattice.words(lattice.edge(edge).start, lattice.edge(edge).end)) + "\""; };
      lines.emplace(strings_[relation.rule], std::string(strings_[relation.label]) + words(relation.from) + words(relation.to));
    }
  }

  const Pack& pack_;
  const Strings& strings_;
};

struct Loaded {
  std::vector<SourceFile> files;
  std::set<std::string> own;             // places of the folder's files
  std::string image;
  std::unique_ptr<Pack> pack;
};

Loaded load(const std::string& folder, bool layered, PackReport& report) {
  Loaded loaded;
  Diagnostics diagnostics;
  if (layered) loaded.files = embedded_sources();
  if (auto files = read_sources({folder})) {
    for (const SourceFile& file : *files) loaded.own.insert(file.place);
    loaded.files.insert(loaded.files.end(), files->begin(), files->end());
  } else {
    diagnostics.error(folder, 0, 0, "no such folder of packs");
  }
  if (!diagnostics.failed()) loaded.image = compile_image(loaded.files, diagnostics);
  if (!loaded.image.empty())
    if (auto pack = Pack::load(loaded.image)) loaded.pack = std::make_unique<Pack>(std::move(*pack));
  report.diagnostics = std::move(diagnostics.all());
  if (loaded.pack) report.id = packs_id_of(loaded.image);
  if (loaded.pack)
    for (const LanguagePack& language : loaded.pack->languages()) {
      report.entries += static_cast<int>(language.language.entries.size());
      report.rules += static_cast<int>(language.frames.frames.size());
      for (const Program& program : language.programs) report.rules += static_cast<int>(program.rules.size());
    }
  return loaded;
}

class ExampleRunner {
 public:
  ExampleRunner(const Pack& pack, PackReport& report) : reader_(pack), report_(report) {}

  // `silent`: a frame that says that there is no event is used where none is told.
  void run(const std::string& id, const std::string& file, const std::string& language, const std::vector<ExampleSource>& examples, bool silent) {
    bool reached = false;
    for (const ExampleSource& example : examples) {
      ++report_.examples;
      std::string failure;
      const Lines lines = reader_.read(example.text, language_of(example, language), example.published, failure);
      const auto [first, last] = lines.equal_range(id);
      const bool used = silent ? std::none_of(lines.begin(), lines.end(), is_event) : first != last;
      reached |= used && example.positive;
      std::string why = failure;
      // What is expected may come of another rule that builds on this one; that this one is reached is counted apart.
      const bool met = example.expected.empty() ? used : std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return line.second.starts_with(example.expected); });
      if (why.empty() && example.positive && !met)
        why = (example.expected.empty() ? "the rule is not used" : "expected: " + example.expected) + "; found: " + (first != last ? first->second : first_lines(lines));
      if (why.empty() && !example.positive && used) why = "the rule must not be used, but made: " + (first != last ? first->second : "no event");
      if (why.empty()) continue;
      if (example.wanted) {
        ++report_.wanted;
        continue;
      }
      ++report_.failed;
      report_.failures.push_back(file + ":" + std::to_string(example.line) + ": " + why);
    }
    if (!reached) report_.uncovered.push_back(id);
  }

 private:
  // Examples of shared rules are of either language.
  static std::string language_of(const ExampleSource& example, const std::string& language) {
    if (language != "world") return language;
    return std::any_of(example.text.begin(), example.text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) ? "vi" : "en";
  }
  static bool is_event(const Lines::value_type& line) { return line.first.find("/events/") != std::string::npos; }
  static std::string first_lines(const Lines& lines) {
    std::string out;
    int shown = 0;
    for (const auto& [rule, line] : lines)
      if (rule.find("/syntax/") == std::string::npos && rule.find("/actors/") == std::string::npos && shown++ < 3) out += (out.empty() ? "" : "; ") + line;
    return out.empty() ? "nothing" : out;
  }

  ExampleReader reader_;
  PackReport& report_;
};

}  // namespace

PackReport check_packs(const std::string& folder, bool layered) {
  PackReport report;
  load(folder, layered, report);
  return report;
}

PackReport test_packs(const std::string& folder, bool layered) {
  PackReport report;
  const Loaded loaded = load(folder, layered, report);
  if (!loaded.pack) return report;
  Diagnostics diagnostics;
  const ParsedRules parsed = parse_all_rules(loaded.files, diagnostics);
  ExampleRunner runner(*loaded.pack, report);
  const auto run = [&](const auto& item, bool silent) {
    if (loaded.own.contains(item.file)) runner.run(item.id, item.file, item.language, item.examples, silent);
  };
  for (const RuleSource& rule : parsed.rules) run(rule, false);
  for (const FrameSource& frame : parsed.frames)
    run(frame, std::any_of(frame.lines.begin(), frame.lines.end(), [](const FrameSource::Line& line) { return line.key == "kind" && line.rest == kNoKind; }));
  return report;
}

}  // namespace hearsay
