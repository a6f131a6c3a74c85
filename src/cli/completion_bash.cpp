// The grammar as a table, a line for each command, and one function that goes along the words and looks them up. Bash shows no descriptions, so none are in it; the package
// bash-completion may be missing, so nothing of it is used.
// SPDX-License-Identifier: Apache-2.0
#include "cli/completion.h"

namespace hearsay::cli {
namespace {

constexpr const char* kTable = R"(# Completion of hearsay in bash, made by "hearsay completion bash".

# What a command takes: commands, arguments in order (the last may come again where it ends in dots), and options, each with what stands behind it.
_hearsay_grammar() {
  case $1 in
)";

constexpr const char* kFunction = R"(    *) return 1 ;;
  esac
}

_hearsay() {
  local IFS=$' \t\n' current=${COMP_WORDS[COMP_CWORD]} command=hearsay commands arguments options
  local wanted='' awaited=0 given=0 i word entry
  _hearsay_grammar "$command"
  [[ $current != '=' ]] || current=
  for ((i = 1; i < COMP_CWORD; ++i)); do
    word=${COMP_WORDS[i]}
    if [[ $word == '=' ]]; then
      continue                           # bash cuts --option=value into three words
    elif ((awaited > 0)); then
      awaited=$((awaited - 1))
    elif [[ $word == -* ]]; then
      for entry in $options; do
        [[ $entry == "$word="* ]] || continue
        wanted=${entry#*=} awaited=1
        [[ $wanted != @*@* ]] || awaited=2
      done
    elif _hearsay_grammar "$command $word"; then
      command+=" $word"
    else
      given=$((given + 1))
    fi
  done
  if ((awaited == 0)); then
    wanted=$commands
    if [[ $current == -* ]]; then
      for entry in $options; do wanted+=" ${entry%%=*}"; done
    else
      for entry in $arguments; do
        wanted=$entry
        ((given-- > 0)) || break
        [[ $entry == *... ]] || wanted=
      done
    fi
  fi
  wanted=${wanted%...}
  case $wanted in
    @file*) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
    @folder*) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$current") ;;
    @* | '') COMPREPLY=() ;;
    *) mapfile -t COMPREPLY < <(compgen -W "${wanted//|/ }" -- "$current") ;;
  esac
}

complete -F _hearsay hearsay
)";

std::string value_of(const OptionForm& form) {
  if (form.takes == Takes::kChoice) return joined(form.choices, "|");
  std::string all;
  for (int i = 0; i < form.values; ++i) all += form.takes == Takes::kFile ? "@file" : form.takes == Takes::kFolder ? "@folder" : "@any";
  return all;
}

std::string row_of(const CommandForm& command) {
  std::vector<std::string> patterns{"'" + path_of(command) + "'"}, commands, arguments, options;
  const std::string above = path_of(command).substr(0, path_of(command).rfind(' ') + 1);
  for (const std::string& alias : command.aliases) patterns.push_back("'" + above + alias + "'");
  for (const CommandForm& child : command.commands) commands.push_back(child.path.back());
  for (const OptionForm& argument : command.arguments) arguments.push_back(value_of(argument) + (argument.repeats ? "..." : ""));
  for (const OptionForm& option : command.options)
    for (const std::string& name : option.names) options.push_back(name + (option.takes == Takes::kNothing ? "" : "=" + value_of(option)));
  return "    " + joined(patterns, " | ") + ") commands='" + joined(commands, " ") + "' arguments='" + joined(arguments, " ") + "' options='" + joined(options, " ") + "' ;;\n";
}

}  // namespace

std::string bash_completion(const CommandForm& hearsay) {
  std::string script = kTable;
  for (const CommandForm* command : all_of(hearsay)) script += row_of(*command);
  return script + kFunction;
}

}  // namespace hearsay::cli
