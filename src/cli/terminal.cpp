// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace hearsay::cli {
namespace {

constexpr int kWidthWithoutTerminal = 80, kLeastWidth = 40, kMostWidth = 200;

bool colour_by_itself() {
  const char* no_colour = std::getenv("NO_COLOR");      // no-color.org: any value but the empty one
  const char* term = std::getenv("TERM");
  return !(no_colour && *no_colour) && on_terminal(STDOUT_FILENO) && term && std::string_view(term) != "dumb";
}

void to_stderr(const std::string& line) {
  std::fputs(("hearsay: " + line + "\n").c_str(), stderr);
  std::fflush(stderr);
}

}  // namespace

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value && *value) return std::string_view(value).starts_with("vi") ? Language::kVietnamese : Language::kEnglish;
  }
  return Language::kEnglish;
}

Session open_session(Language language, Colour colour) {
  const bool on = colour == Colour::kAlways || (colour == Colour::kAuto && colour_by_itself());
  return {Words(language), on, terminal_width(), to_stderr};
}

bool on_terminal(int descriptor) { return isatty(descriptor) == 1; }

int terminal_width() {
  int width = 0;
  if (const char* columns = std::getenv("COLUMNS")) width = std::atoi(columns);
  winsize size{};
  if (width <= 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) width = size.ws_col;
  return width <= 0 ? kWidthWithoutTerminal : std::clamp(width, kLeastWidth, kMostWidth);
}

void put(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }
void put_line(std::string_view text) {
  put(text);
  put("\n");
}
bool output_failed() { return std::ferror(stdout) != 0; }
bool close_output() { return std::fflush(stdout) == 0 && !std::ferror(stdout); }

}  // namespace hearsay::cli
