// The command line: parses it, runs one command, exits with one of the codes of exit_codes.h.
// SPDX-License-Identifier: Apache-2.0
#include <cerrno>
#include <csignal>
#include <cstring>

#include "cli/app.h"
#include "cli/exit_codes.h"

namespace hearsay::cli {
namespace {

// --ui must be known before the rest is parsed: help and errors speak its language.
Language asked_language(const std::vector<std::string>& arguments) {
  std::string ui;
  for (size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    if (arguments[i] == "--ui" && i + 1 < arguments.size()) ui = arguments[i + 1];
    if (arguments[i].starts_with("--ui=")) ui = arguments[i].substr(5);
  }
  if (ui == "vi") return Language::kVietnamese;
  return ui == "en" ? Language::kEnglish : language_of_environment();
}

Colour colour_named(const std::string& name) {
  return name == "always" ? Colour::kAlways : name == "never" ? Colour::kNever : Colour::kAuto;
}

int finish(const Session& session, int exit_code) {
  errno = 0;
  if (close_output()) return exit_code;
  session.complain(session.words(Message::kOutputFailed, std::string(std::strerror(errno ? errno : EIO))));
  return kOutputError;
}

int run(const std::vector<std::string>& arguments) {
  const Words words(asked_language(arguments));
  Request request;
  const auto app = make_app(words, request);
  Session session = open_session(words.language(), Colour::kNever);
  try {
    app->parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    session = open_session(words.language(), colour_named(request.colour));
    return finish(session, request.run ? request.run(session) : kUsage);
  } catch (const CLI::CallForVersion& version) {
    put_line(version.what());
  } catch (const CLI::CallForHelp&) {
    const CLI::App* command = app.get();
    while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
    put(command->help());
  } catch (const CLI::ParseError& error) {
    session.complain(usage_error(*app, error, arguments, words));
    return kUsage;
  } catch (const std::exception& error) {
    session.complain(words(Message::kInternal, std::string(error.what())));
    return finish(session, kInternalError);
  }
  return finish(session, kOk);
}

}  // namespace
}  // namespace hearsay::cli

int main(int argc, char** argv) {
  std::signal(SIGXFSZ, SIG_IGN);         // a file that may grow no more is an error to report, like a full disk
  return hearsay::cli::run(std::vector<std::string>(argv + 1, argv + argc));
}
