// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <sstream>

#include "cli/manual.h"

namespace hearsay::cli {
namespace {

// A text as troff takes it for letters alone. Each "-" is one that can be copied to a command line, and no line begins like a request.
std::string plain(std::string_view text) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '\\': out += "\\e"; break;
      case '-': out += "\\-"; break;
      case '\'': out += "\\(aq"; break;
      case '`': out += "\\(ga"; break;
      case '^': out += "\\(ha"; break;
      case '~': out += "\\(ti"; break;
      case '|': out += "|\\:"; break;          // a long list of alternatives may be broken here
      default: out += c;
    }
  }
  return out.starts_with('.') ? "\\&" + out : out;
}
std::string bold(std::string_view text) { return "\\fB" + plain(text) + "\\fR"; }
std::string slanted(std::string_view text) { return "\\fI" + plain(text) + "\\fR"; }
std::string entry(const std::string& tag, std::string_view about) { return ".TP\n" + tag + "\n" + plain(about) + "\n"; }

std::string upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

class Page {
 public:
  Page(const CommandForm& hearsay, const CommandForm& command, const Words& words) : hearsay_(hearsay), command_(command), words_(words) {}

  std::string text(const std::string& version) {
    // The first line tells man in which encoding the page is.
    out_ = "'\\\" -*- coding: UTF-8 -*-\n.TH " + upper(plain(page_name(command_))) + " 1 \"\" \"" + plain(version) + "\" Hearsay\n";
    section(Message::kManualName, plain(page_name(command_)) + " \\- " + plain(command_.about) + "\n");
    section(Message::kManualSynopsis, synopsis());
    section(Message::kManualDescription, description());
    section(Message::kManualCommands, commands());
    section(Message::kManualArguments, arguments());
    section(Message::kManualOptions, options());
    section(Message::kManualExamples, examples());
    section(Message::kManualExitStatus, exit_status());
    section(Message::kManualEnvironment, environment());
    section(Message::kManualFiles, files());
    section(Message::kManualSeeAlso, see_also());
    return out_;
  }

 private:
  void section(Message title, const std::string& body) {
    if (!body.empty()) out_ += ".SH " + words_(title) + "\n" + body;
  }

  std::string synopsis() const {
    std::string line = bold(path_of(command_)) + " [" + slanted(words_(Message::kHelpOptions)) + "]";
    for (const OptionForm& argument : command_.arguments) {
      const std::string one = slanted(argument.names.front()) + (argument.repeats ? "..." : "");
      line += " " + (argument.required ? one : "[" + one + "]");
    }
    return line + (command_.commands.empty() ? "" : " " + slanted(words_(Message::kHelpCommand))) + "\n";
  }

  std::string description() const {
    const std::string about = plain(command_.about) + (command_.about.ends_with('.') ? "\n" : ".\n");
    return &command_ == &hearsay_ ? about : about + ".PP\n" + plain(words_(Message::kManualPart)) + "\n";
  }

  std::string commands() const {
    std::string text;
    for (const CommandForm& child : command_.commands) {
      std::string names = bold(child.path.back());
      for (const std::string& alias : child.aliases) names += ", " + bold(alias);
      text += entry(names, child.about);
    }
    return text;
  }

  std::string arguments() const {
    std::string text;
    for (const OptionForm& argument : command_.arguments) text += entry(slanted(argument.names.front()), argument.about);
    return text;
  }

  // By groups, in the order in which these are first met.
  std::string options() const {
    std::vector<std::string> groups;
    for (const OptionForm& option : command_.options)
      if (std::find(groups.begin(), groups.end(), option.group) == groups.end()) groups.push_back(option.group);
    std::string text;
    for (const std::string& group : groups) {
      text += ".SS " + plain(group) + "\n";
      for (const OptionForm& option : command_.options)
        if (option.group == group) text += entry(option_tag(option), option.about);
    }
    return text;
  }

  static std::string option_tag(const OptionForm& option) {
    std::string tag;
    for (const std::string& name : option.names) tag += (tag.empty() ? "" : ", ") + bold(name);
    if (option.value.empty()) return tag;
    return tag + " " + (option.takes == Takes::kChoice ? plain(option.value) : slanted(option.value));
  }

  std::string examples() const {
    std::string text;
    for (const std::string& line : command_.examples) text += plain(line) + "\n";
    return text.empty() ? text : ".nf\n" + text + ".fi\n";
  }

  // The lines of help below its heading: "  70   something went wrong".
  std::string exit_status() const {
    std::istringstream lines(words_(Message::kHelpExitCodes));
    std::string text, line, code, about;
    std::getline(lines, line);
    while (lines >> code && std::getline(lines >> std::ws, about)) text += entry(bold(code), about);
    return text;
  }

  std::string environment() const {
    return entry(bold("LC_ALL") + ", " + bold("LC_MESSAGES") + ", " + bold("LANG"), words_(Message::kManualLanguage)) +
           entry(bold("NO_COLOR"), words_(Message::kManualNoColor)) + entry(bold("COLUMNS"), words_(Message::kManualColumns));
  }

  std::string files() const {
    const auto is_store = [](const OptionForm& option) { return option.names.front() == "--db"; };
    return std::any_of(command_.options.begin(), command_.options.end(), is_store) ? entry(slanted("hearsay.db"), words_(Message::kManualStore)) : "";
  }

  // The page of the command above, and those of the commands below.
  std::string see_also() const {
    std::vector<std::string> names;
    for (const CommandForm* other : all_of(hearsay_)) {
      const bool above = command_.path.size() == other->path.size() + 1 && std::equal(other->path.begin(), other->path.end(), command_.path.begin());
      const bool below = other->path.size() == command_.path.size() + 1 && std::equal(command_.path.begin(), command_.path.end(), other->path.begin());
      if (above || below) names.push_back(".BR " + plain(page_name(*other)) + " (1)");
    }
    return joined(names, ",\n") + "\n";
  }

  const CommandForm& hearsay_;
  const CommandForm& command_;
  const Words& words_;
  std::string out_;
};

}  // namespace

std::string manual_page(const CommandForm& hearsay, const CommandForm& command, const std::string& version, const Words& words) {
  return Page(hearsay, command, words).text(version);
}

std::string page_name(const CommandForm& command) { return path_of(command, "-"); }

}  // namespace hearsay::cli
