// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "cli/display.h"

namespace hearsay::cli {
namespace {

constexpr const char* kEscapes[] = {"", "\x1b[1m", "\x1b[2m", "\x1b[1;4m", "\x1b[32m", "\x1b[33m", "\x1b[31m", "\x1b[36m"};

constexpr int kWidthWithoutTerminal = 80, kLeastWidth = 40, kMostWidth = 200;

bool colour_by_itself() {
  const char* no_colour = std::getenv("NO_COLOR");      // no-color.org: any value but the empty one
  const char* term = std::getenv("TERM");
  return !(no_colour && *no_colour) && on_terminal(STDOUT_FILENO) && term && std::string_view(term) != "dumb";
}

void to_stderr(const std::string& line) {
  std::fputs((line + "\n").c_str(), stderr);
  std::fflush(stderr);
}

// Each line of a message made harmless: file names may hold anything.
std::string harmless(std::string_view message) {
  std::string out;
  for (size_t at = 0; at <= message.size();) {
    const size_t end = std::min(message.find('\n', at), message.size());
    out += (at == 0 ? "" : "\n  ") + one_line(message.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

// The values that stand in the places of a template; false if the message is another one.
bool match(std::string_view form, std::string_view message, std::vector<std::string>& values) {
  values.clear();
  while (true) {
    const size_t place = form.find("{}");
    const std::string_view fixed = form.substr(0, place);
    if (!message.starts_with(fixed)) return false;
    message.remove_prefix(fixed.size());
    if (place == std::string_view::npos) return message.empty();
    form.remove_prefix(place + 2);
    const std::string_view next = form.substr(0, form.find("{}"));
    const size_t end = next.empty() ? message.size() : message.find(next);
    if (end == std::string_view::npos) return false;
    values.emplace_back(message.substr(0, end));
    message.remove_prefix(end);
  }
}

std::string fill(std::string_view form, const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) {
    const size_t place = form.find("{}");
    out.append(form.substr(0, place)).append(value);
    form.remove_prefix(place + 2);
  }
  return out.append(form);
}

}  // namespace

std::string Session::paint(Paint paint, std::string_view text) const {
  if (!colour || paint == Paint::kPlain || text.empty()) return std::string(text);
  return std::string(kEscapes[static_cast<size_t>(paint)]).append(text).append("\x1b[0m");
}

void Session::complain(std::string_view message) const {
  if (heard) *heard += harmless(message) + "\n";
  else to_stderr("hearsay: " + harmless(message));
}
void Session::complain(const Error& error) const { complain(in_words(words, error.message)); }
void Session::warn(std::string_view message) const { complain(words(Message::kWarning) + in_words(words, message)); }

Session open_session(Language language, Colour colour) {
  const bool on = colour == Colour::kAlways || (colour == Colour::kAuto && colour_by_itself());
  return {Words(language), on, terminal_width()};
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

std::string in_words(const Words& words, std::string_view library_message) {
  const Words english(Language::kEnglish);
  if (words.language() == Language::kEnglish) return std::string(library_message);
  // "file: what is wrong with it": only the second half is in the table.
  for (size_t at = 0; at != std::string_view::npos; at = library_message.find(": ", at)) {
    if (at > 0) at += 2;
    const std::string_view said = library_message.substr(at);
    std::vector<std::string> values;
    for (int row = static_cast<int>(Message::kLibraryFirst) + 1; row < static_cast<int>(Message::kLibraryLast); ++row) {
      const auto message = static_cast<Message>(row);
      if (match(english.text(message), said, values)) return std::string(library_message.substr(0, at)) + fill(words.text(message), values);
    }
  }
  return std::string(library_message);
}

}  // namespace hearsay::cli
