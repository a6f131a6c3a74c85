// SPDX-License-Identifier: Apache-2.0
#include "pack/settings.h"

#include <algorithm>

#include <toml++/toml.h>

#include "text/utf8.h"

namespace hearsay {

namespace {

const std::vector<std::string> kKeys = {"name", "decimal", "group", "names"};

class SettingsReader {
 public:
  SettingsReader(const SourceFile& file, const std::vector<std::string>& columns, PackSettings& settings, Diagnostics& diagnostics)
      : file_(file), columns_(columns), settings_(settings), diagnostics_(diagnostics) {}

  void run() {
    if (!valid_utf8(file_.text)) return;   // which was said of the file
    try {
      const toml::table table = toml::parse(file_.text);
      for (const auto& [key, value] : table) read(std::string(key.str()), key.source(), value);
      if (good_ && settings_.decimal == settings_.group) error(table.source(), "decimal and group are the same mark");
    } catch (const toml::parse_error& failure) {
      error(failure.source(), std::string(failure.description()));
    }
  }

 private:
  void error(const toml::source_region& place, std::string message) {
    good_ = false;
    diagnostics_.error(file_.place, static_cast<int>(place.begin.line), static_cast<int>(place.begin.column), std::move(message));
  }

  void read(const std::string& key, const toml::source_region& place, const toml::node& value) {
    if (key == "name") {
      if (!value.is_string()) error(value.source(), "name is a text in quotation marks");
    } else if (key == "decimal") {
      read_mark(key, value, settings_.decimal);
    } else if (key == "group") {
      read_mark(key, value, settings_.group);
    } else if (key == "names") {
      read_names(value);
    } else {
      error(place, "no setting \"" + key + "\"" + did_you_mean(key, kKeys));
    }
  }

  void read_mark(const std::string& key, const toml::node& value, char& mark) {
    const std::string text = value.value_or(std::string{});
    if (text.size() != 1) return error(value.source(), key + " is one mark in quotation marks, such as \",\"");
    mark = text[0];
  }

  void read_names(const toml::node& value) {
    const toml::array* names = value.as_array();
    if (!names) return error(value.source(), "names is a list, such as [\"en\"]");
    settings_.names.clear();
    for (const toml::node& name : *names) {
      const std::string column = name.value_or(std::string{});
      if (!columns_.empty() && std::find(columns_.begin(), columns_.end(), column) == columns_.end())
        error(name.source(), "no table of world/actors has names in \"" + column + "\"" + did_you_mean(column, columns_));
      settings_.names.push_back(column);
    }
  }

  const SourceFile& file_;
  const std::vector<std::string>& columns_;
  PackSettings& settings_;
  Diagnostics& diagnostics_;
  bool good_ = true;
};

}  // namespace

PackSettings read_settings(const std::vector<SourceFile>& files, const std::string& language, const std::vector<std::string>& columns,
                           Diagnostics& diagnostics) {
  PackSettings settings;
  settings.names = {language};
  for (const SourceFile& file : files)
    if (file.language == language && file.extension == ".toml") SettingsReader(file, columns, settings, diagnostics).run();
  return settings;
}

}  // namespace hearsay
