// The command line's grammar. CLI11 is known here and in help.cpp only.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <functional>
#include <memory>

#include "cli/terminal.h"

namespace hearsay::cli {

// What a command line asks for.
struct Request {
  std::string ui, colour = "auto";
  std::function<int(const Session&)> run;                // empty until a command is parsed
};

// All commands with their options, helps and examples, in the language of the interface.
std::unique_ptr<CLI::App> make_app(const Words& words, Request& request);

// Help that is wrapped to the terminal and aligned by display width.
std::shared_ptr<CLI::FormatterBase> make_formatter(const Words& words, int width);

// The one line that says what is wrong with a command line.
std::string usage_error(const CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& arguments, const Words& words);

}  // namespace hearsay::cli
