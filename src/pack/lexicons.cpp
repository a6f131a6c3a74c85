// SPDX-License-Identifier: Apache-2.0
#include "pack/lexicons.h"

namespace hearsay {

void Inflection::read_paradigms(const Table& table) {
  for (const TableRow& row : table.rows())
    rules_[std::string(table.cell(row, "paradigm"))][std::string(table.cell(row, "feature"))][std::string(table.cell(row, "ending"))] =
        std::string(table.cell(row, "replacement"));
}

void Inflection::read_irregular(const Table& table) {
  for (const TableRow& row : table.rows()) {
    const std::string key = std::string(table.cell(row, "paradigm")) + " " + std::string(table.cell(row, "base"));
    for (std::string_view form : split_values(table.cell(row, "form")))
      irregular_[key][std::string(table.cell(row, "feature"))].emplace_back(form);
  }
}

std::vector<std::string> Inflection::paradigms() const {
  std::vector<std::string> names;
  for (const auto& [name, _] : rules_) names.push_back(name);
  return names;
}

std::vector<std::pair<std::string, std::string>> Inflection::forms(const std::string& paradigm, const std::string& base) const {
  std::vector<std::pair<std::string, std::string>> forms;
  auto rules = rules_.find(paradigm);
  if (rules == rules_.end()) return forms;
  const bool last = paradigm == "noun";
  const size_t space = last ? base.rfind(' ') : base.find(' ');
  const std::string before = last && space != std::string::npos ? base.substr(0, space + 1) : "";
  const std::string after = !last && space != std::string::npos ? base.substr(space) : "";
  const std::string word = last ? base.substr(before.size()) : base.substr(0, space);
  auto irregular = irregular_.find(paradigm + " " + word);
  for (const auto& [feature, endings] : rules->second) {
    if (irregular != irregular_.end()) {
      if (auto given = irregular->second.find(feature); given != irregular->second.end()) {
        for (const std::string& form : given->second) forms.emplace_back(feature, before + form + after);
        continue;
      }
    }
    for (size_t length = word.size() + 1; length-- > 0;) {
      auto rule = endings.find(word.substr(word.size() - length));
      if (rule == endings.end()) continue;
      forms.emplace_back(feature, before + word.substr(0, word.size() - length) + rule->second + after);
      break;
    }
  }
  return forms;
}

// Whether a lexicon's entries are words of the language, and not stretches that a layer looks up (dates, captions, "who asked not to be
// named") or words that others hold already (what figures count): the latter have no say in where words end.
static bool is_vocabulary(const SourceFile& file) {
  return file.room != "time" && file.room != "figures" && (file.room != "statements" || file.stem == "cues");
}

// A form that stands already with the same attributes says nothing new.
static void warn_if_seen(const Table& table, const TableRow& row, std::string_view form, const EntrySource& model, const std::string& paradigm,
                         LexiconRows& seen) {
  std::string key = model.lexicon + "\t" + std::string(form) + "\t" + paradigm;
  for (const auto& [name, value] : model.attrs) key += "\t" + name + "=" + value;
  const auto [first, fresh] = seen.emplace(std::move(key), table.file().place + ":" + std::to_string(row.line));
  if (!fresh) table.warn_at(row, form, "\"" + std::string(form) + "\" stands already, with the same attributes, at " + first->second);
}

std::vector<EntrySource> read_lexicon(const Table& table, const Inflection& inflection, LexiconRows& seen, Diagnostics& diagnostics) {
  std::vector<EntrySource> entries;
  const SourceFile& file = table.file();
  if (table.columns().empty()) return entries;
  if (table.column("form") < 0) {
    diagnostics.error(file.place, table.heading().line, 1, "a lexicon needs a column \"form\"");
    return entries;
  }
  for (const TableRow& row : table.rows()) {
    EntrySource model;
    model.lexicon = file.stem;
    model.file = file.name;
    model.line = row.line;
    model.flags = is_vocabulary(file) ? 0 : kNotAWord;
    std::string paradigm;
    for (size_t i = 0; i < table.columns().size(); ++i) {
      const std::string_view column = table.columns()[i], cell = row.cells[i];
      if (column == "form" || column == "gloss" || cell.empty()) continue;
      if (column == "paradigm") paradigm = std::string(cell);
      else model.attrs.emplace_back(std::string(column), std::string(cell));
    }
    const auto forms = split_values(table.cell(row, "form"));
    if (forms.empty()) table.error(row, "form", "the form is empty");
    if (!paradigm.empty() && !inflection.knows(paradigm))
      table.error(row, "paradigm", "no paradigm \"" + paradigm + "\" in text/paradigms.tsv" + did_you_mean(paradigm, inflection.paradigms()));
    for (std::string_view form : forms) {
      warn_if_seen(table, row, form, model, paradigm, seen);
      EntrySource entry = model;
      entry.text = std::string(form);
      if (!paradigm.empty()) entry.attrs.emplace_back("infl", "base"), entry.attrs.emplace_back("lemma", std::string(form));
      entries.push_back(entry);
      for (const auto& [feature, inflected] : inflection.forms(paradigm, std::string(form))) {
        entry.text = inflected;
        entry.attrs = model.attrs;
        entry.attrs.emplace_back("infl", feature);
        entry.attrs.emplace_back("lemma", std::string(form));
        entries.push_back(entry);
      }
    }
  }
  return entries;
}

}  // namespace hearsay
