// Where a command writes what a program is to read: standard output, a file, or files of a folder.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>

#include "browse/write_export.h"
#include "cli/commands.h"

namespace hearsay::cli {

// Standard output, or the file of --out, which is made before anything is loaded, so that a folder that is not there costs no work.
class Output {
 public:
  explicit Output(const Text& path) : path_(path.value_or("")) {
    if (!path_.empty()) file_.open(path_, std::ios::binary | std::ios::trunc);
  }
  void write(std::string_view bytes) { path_.empty() ? put(bytes) : static_cast<void>(file_ << bytes); }
  // kOk, or complains.
  int close(const Session& session) {
    if (path_.empty() || file_.flush().good()) return kOk;
    return session.complain(session.words(Message::kNotWritten, path_)), kOutputError;
  }

 private:
  std::string path_;
  std::ofstream file_;
};

// In a folder, under a name that leads nowhere else, whatever the store calls the document.
inline std::string file_in(const std::string& folder, const std::string& name) { return (std::filesystem::path(folder) / file_name_of(name)).string(); }

}  // namespace hearsay::cli
