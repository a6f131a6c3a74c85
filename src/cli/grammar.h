// The command line's grammar as values, read off the tree that parses it: what completion scripts and manual pages are made from, so that neither goes out of step.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "browse/messages.h"
#include "cli/browse.h"

namespace CLI {
class App;
}

namespace hearsay::cli {

// What stands behind an option, or in the place of an argument.
enum class Takes { kNothing, kAnything, kChoice, kFile, kFolder };

struct OptionForm {
  std::vector<std::string> names = {};   // "-h", "--help"; of an argument the one that help calls it by, "FILES"
  std::string value = {};                // as help shows it: "FILE", "vi|en", "NAME NAME"; empty of a flag
  std::string about, group;
  Takes takes = Takes::kNothing;
  std::vector<std::string> choices = {}; // of kChoice
  int values = 0;                        // how many words stand behind an option each time
  bool repeats = false, required = false;
};

struct CommandForm {
  std::vector<std::string> path;         // "hearsay", "packs", "check"
  std::vector<std::string> aliases;      // of the last word
  std::string about, group;
  std::vector<std::string> examples;     // command lines
  std::vector<OptionForm> options = {}, arguments = {};  // in the order of the help
  std::vector<CommandForm> commands = {};
};

CommandForm grammar_of(const CLI::App& app, const Words& words);

// A command and all below it, each before its own.
std::vector<const CommandForm*> all_of(const CommandForm& command);

std::string joined(const std::vector<std::string>& words, std::string_view between);
// "hearsay packs check" with another mark between.
inline std::string path_of(const CommandForm& command, std::string_view between = " ") { return joined(command.path, between); }

}  // namespace hearsay::cli
