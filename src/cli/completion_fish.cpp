// One line for each option, argument and command, each on condition that the line names its command so far.
// SPDX-License-Identifier: Apache-2.0
#include "cli/completion.h"

namespace hearsay::cli {
namespace {

constexpr const char* kHead = R"(# Completion of hearsay in fish, made by "hearsay completion fish".

# Whether the line names this command so far and, if a number is given too, has at least so many arguments of it.
function __hearsay_at
    set -q argv[2]; or set argv[2] 0
    set -l command hearsay
    set -l given 0
    set -l awaited 0
    for word in (commandline -opc)[2..-1]
        if test $awaited -gt 0
            set awaited (math $awaited - 1)
            continue
        end
        switch "$command $word"
)";

constexpr const char* kAfterWords = R"(            case '* -*'
            case '*'
                set given (math $given + 1)
        end
    end
    test "$command" = "$argv[1]"; and test $given -ge $argv[2]
end

complete -c hearsay -f
)";

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (char c : text) out += (c == '\'' || c == '\\' ? "\\" : "") + std::string(1, c);
  return out + "'";
}

// The words that a command may go on with, and by which the place on the line is known.
std::string cases_of(const CommandForm& command) {
  const std::string path = path_of(command);
  std::string text, one, two;
  for (const CommandForm& child : command.commands) {
    text += "            case " + quoted(path_of(child));
    for (const std::string& alias : child.aliases) text += " " + quoted(path + " " + alias);
    text += "\n                set command " + quoted(path_of(child)) + "\n";
  }
  for (const OptionForm& option : command.options)
    for (const std::string& name : option.names)
      if (option.values) (option.values == 1 ? one : two) += " " + quoted(path + " " + name);
  if (!one.empty()) text += "            case" + one + "\n                set awaited 1\n";
  if (!two.empty()) text += "            case" + two + "\n                set awaited 2\n";
  return text;
}

// What to offer; of an argument nothing asks for a word there.
std::string offer_of(const OptionForm& form, bool argument) {
  switch (form.takes) {
    case Takes::kNothing: return "";
    case Takes::kFile: return argument ? " -F" : " -r -F";
    case Takes::kFolder: return std::string(argument ? "" : " -x") + " -a '(__fish_complete_directories)'";
    case Takes::kAnything: return argument ? "" : " -x";
    case Takes::kChoice: break;
  }
  return std::string(argument ? "" : " -x") + " -a " + quoted(joined(form.choices, " "));
}

std::string lines_of(const CommandForm& command) {
  const std::string path = path_of(command);
  const auto at = [&](const std::string& more) { return "complete -c hearsay -n \"__hearsay_at '" + path + "'" + more + "\""; };
  std::string text = "\n";
  for (const CommandForm& child : command.commands) text += at("") + " -a " + child.path.back() + " -d " + quoted(child.about) + "\n";
  for (size_t i = 0; i < command.arguments.size(); ++i) {
    const OptionForm& argument = command.arguments[i];
    const std::string from = i ? " " + std::to_string(i) : "", until = argument.repeats ? "" : "; and not __hearsay_at '" + path + "' " + std::to_string(i + 1);
    if (const std::string offer = offer_of(argument, true); !offer.empty()) text += at(from + until) + offer + "\n";
  }
  for (const OptionForm& option : command.options) {
    text += at("");
    for (const std::string& name : option.names) text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    text += offer_of(option, false) + " -d " + quoted(option.about) + "\n";
  }
  return text;
}

}  // namespace

std::string fish_completion(const CommandForm& hearsay) {
  std::string script = kHead;
  const std::vector<const CommandForm*> all = all_of(hearsay);
  for (const CommandForm* command : all) script += cases_of(*command);
  script += kAfterWords;
  for (const CommandForm* command : all) script += lines_of(*command);
  return script;
}

}  // namespace hearsay::cli
