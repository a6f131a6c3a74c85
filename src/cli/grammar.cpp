// SPDX-License-Identifier: Apache-2.0
#include "cli/grammar.h"

#include <sstream>

#include "cli/app.h"

namespace hearsay::cli {
namespace {

std::vector<std::string> cut(const std::string& text, char mark) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, mark);) parts.push_back(part);
  return parts;
}

// What help says of the value is all that there is to know: the alternatives, or by the word for it a file or a folder.
Takes takes_of(const CLI::Option& option, const Words& words) {
  if (option.get_items_expected_max() == 0) return Takes::kNothing;
  if (option.get_option_text().find('|') != std::string::npos) return Takes::kChoice;
  if (option.get_type_name() == words(Message::kTypeFile)) return Takes::kFile;
  return option.get_type_name() == words(Message::kTypeFolder) ? Takes::kFolder : Takes::kAnything;
}

OptionForm form_of(const CLI::Option& option, const Words& words) {
  OptionForm form{.about = option.get_description(), .group = option.get_group(), .takes = takes_of(option, words), .required = option.get_required()};
  if (option.get_positional()) form.names.push_back(option.get_name(true));
  for (const std::string& name : option.get_snames()) form.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) form.names.push_back("--" + name);
  if (form.takes == Takes::kNothing) return form;
  form.repeats = option.get_items_expected_max() > option.get_items_expected_min() || option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
  form.values = option.get_items_expected_min();
  const std::string one = option.get_option_text().empty() ? option.get_type_name() : option.get_option_text();
  for (int i = 0; i < form.values && !option.get_positional(); ++i) form.value += (i ? " " : "") + one;
  if (form.takes == Takes::kChoice) form.choices = cut(option.get_option_text(), '|');
  return form;
}

// The command lines behind the heading of examples.
std::vector<std::string> examples_of(const CLI::App& app, const Words& words) {
  const std::string footer = app.get_footer(), heading = words(Message::kHelpExamples) + "\n";
  const size_t at = footer.find(heading);
  std::vector<std::string> lines = at == std::string::npos ? std::vector<std::string>{} : cut(footer.substr(at + heading.size()), '\n');
  for (std::string& line : lines) line.erase(0, line.find_first_not_of(' '));
  return lines;
}

CommandForm form_of(const CLI::App& app, std::vector<std::string> above, const Words& words) {
  CommandForm form{.path = std::move(above), .aliases = app.get_aliases(), .about = app.get_description(), .group = app.get_group(), .examples = examples_of(app, words)};
  form.path.push_back(app.get_name());
  for (const CLI::Option* option : app.get_options()) (option->get_positional() ? form.arguments : form.options).push_back(form_of(*option, words));
  for (const CLI::App* child : app.get_subcommands({})) form.commands.push_back(form_of(*child, form.path, words));
  return form;
}

}  // namespace

CommandForm grammar_of(const CLI::App& app, const Words& words) { return form_of(app, {}, words); }

std::vector<const CommandForm*> all_of(const CommandForm& command) {
  std::vector<const CommandForm*> all{&command};
  for (const CommandForm& child : command.commands)
    for (const CommandForm* below : all_of(child)) all.push_back(below);
  return all;
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string all;
  for (const std::string& word : words) all.append(&word == &words.front() ? "" : between).append(word);
  return all;
}

}  // namespace hearsay::cli
