// A function for each command, which hands its options and arguments to _arguments of zsh.
// SPDX-License-Identifier: Apache-2.0
#include "cli/completion.h"

namespace hearsay::cli {
namespace {

constexpr const char* kHead = R"(#compdef hearsay
# Completion of hearsay in zsh, made by "hearsay completion zsh".
)";

// Both when the function is loaded from a folder of fpath, which calls it, and when the script is sourced.
constexpr const char* kTail = R"(
if [[ $funcstack[1] == _hearsay ]]; then
  _hearsay "$@"
else
  compdef _hearsay hearsay
fi
)";

// A text within single quotes, the marks of a specification taken for letters.
std::string plain(std::string_view text, std::string_view marks) {
  std::string out;
  for (char c : text) {
    if (c == '\'') out += "'\\''";
    else out += (marks.find(c) != std::string_view::npos ? "\\" : "") + std::string(1, c);
  }
  return out;
}

std::string action_of(const OptionForm& form) {
  switch (form.takes) {
    case Takes::kFile: return "_files";
    case Takes::kFolder: return "_files -/";
    case Takes::kChoice: return "(" + joined(form.choices, " ") + ")";
    default: return " ";
  }
}

std::string option_spec(const OptionForm& option) {
  std::string names, behind = "[" + plain(option.about, "\\[]:") + "]";
  const std::string own = option.takes == Takes::kNothing ? "" : "=";
  for (const std::string& name : option.names) names += (names.empty() ? "" : ",") + name + (own.empty() ? "" : name.starts_with("--") ? "=" : "+");
  if (option.names.size() > 1) names = "'{" + names + "}'";
  // What zsh calls the value, which must not be nothing: two colons would make it one that may be left out.
  const std::string value = option.choices.empty() ? option.value.substr(0, option.value.find(' ')) : option.names.back().substr(2);
  for (int i = 0; i < option.values; ++i) behind += ":" + plain(value, "\\:") + ":" + action_of(option);
  return "'" + std::string(option.repeats ? "*" : "") + names + behind + "'";
}

std::string argument_spec(const OptionForm& argument) {
  return "'" + std::string(argument.repeats ? "*" : argument.required ? "" : ":") + ":" + argument.names.front() + ":" + action_of(argument) + "'";
}

std::string function_of(const CommandForm& command) {
  std::string text = "\n_" + path_of(command, "_") + "() {\n";
  if (!command.commands.empty()) text += "  local curcontext=$curcontext state line ret=1\n  typeset -A opt_args\n";
  text += command.commands.empty() ? "  _arguments -S" : "  _arguments -C -S";
  for (const OptionForm& option : command.options) text += " \\\n    " + option_spec(option);
  for (const OptionForm& argument : command.arguments) text += " \\\n    " + argument_spec(argument);
  if (command.commands.empty()) return text + "\n}\n";
  text += " \\\n    '1: :->command' \\\n    '*:: :->behind' && ret=0\n  case $state in\n    command)\n      local -a commands=(\n";
  for (const CommandForm& child : command.commands) text += "        '" + child.path.back() + ":" + plain(child.about, "") + "'\n";
  text += "      )\n      _describe -t commands command commands && ret=0 ;;\n    behind)\n      case $line[1] in\n";
  for (const CommandForm& child : command.commands)
    text += "        " + child.path.back() + (child.aliases.empty() ? "" : "|" + joined(child.aliases, "|")) + ") _" + path_of(child, "_") + " && ret=0 ;;\n";
  return text + "      esac ;;\n  esac\n  return ret\n}\n";
}

}  // namespace

std::string zsh_completion(const CommandForm& hearsay) {
  std::string script = kHead;
  for (const CommandForm* command : all_of(hearsay)) script += function_of(*command);
  return script + kTail;
}

}  // namespace hearsay::cli
