// Help in the shape of CLI11's, but wrapped to the terminal, aligned by display width, and in words of the interface.
// SPDX-License-Identifier: Apache-2.0
#include "browse/display.h"
#include "cli/app.h"

namespace hearsay::cli {
namespace {

constexpr int kLeftColumn = 28;

class Formatter : public CLI::Formatter {
 public:
  Formatter(const Words& words, int width) : words_(words), width_(width) {
    label("OPTIONS", words(Message::kHelpOptions));
    label("SUBCOMMAND", words(Message::kHelpCommand));
    label("Usage", words(Message::kHelpUsage));
    label("Positionals", words(Message::kHelpArguments));
    label("REQUIRED", "");
  }

  std::string make_description(const CLI::App* app) const override { return wrap_indented(app->get_description(), width_, 0) + "\n\n"; }
  std::string make_subcommand(const CLI::App* sub) const override { return entry(sub->get_name(), sub->get_description()); }
  std::string make_option(const CLI::Option* option, bool positional) const override {
    return entry(make_option_name(option, positional) + make_option_opts(option), make_option_desc(option));
  }
  // Without defaults and "REQUIRED": the descriptions and the usage line say what they need to.
  std::string make_option_opts(const CLI::Option* option) const override {
    if (option->get_type_size() == 0 || option->get_positional()) return {};
    if (!option->get_option_text().empty()) return " " + option->get_option_text();
    std::string text;
    for (int i = 0; i < std::max(1, option->get_expected_max() < 10 ? option->get_expected_max() : 1); ++i) text += " " + option->get_type_name();
    return text;
  }
  // CLI11 leaves two blank lines between some groups.
  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
    return CLI::detail::find_and_replace(CLI::Formatter::make_help(app, std::move(name), mode), "\n\n\n", "\n\n");
  }
  std::string make_footer(const CLI::App* app) const override { return app->get_footer() + "\n"; }
  std::string make_usage(const CLI::App* app, std::string) const override {
    std::string path = app->get_name();
    for (const CLI::App* parent = app->get_parent(); parent; parent = parent->get_parent()) path = parent->get_name() + " " + path;
    return CLI::Formatter::make_usage(app, path);
  }

 private:
  std::string entry(const std::string& left, const std::string& right) const {
    const int indent = width_ < 2 * kLeftColumn ? 6 : kLeftColumn;
    const std::string name = "  " + left;
    const std::string gap = display_width(name) + 2 <= indent ? std::string(static_cast<size_t>(indent - display_width(name)), ' ')
                                                              : "\n" + std::string(static_cast<size_t>(indent), ' ');
    return name + gap + wrap_indented(right, width_, indent) + "\n";
  }

  const Words words_;
  int width_;
};

}  // namespace

std::shared_ptr<CLI::FormatterBase> make_formatter(const Words& words, int width) { return std::make_shared<Formatter>(words, width); }

}  // namespace hearsay::cli
