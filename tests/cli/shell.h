// Runs the real binary as a user would, in a folder of its own.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "paths.h"

namespace hearsay::cli_test {

namespace fs = std::filesystem;

struct Answer {
  int exit_code = -1;
  std::string out, err;
};

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

inline bool is_json_object(const std::string& line) {
  rapidjson::Document json;
  return !json.Parse<rapidjson::kParseValidateEncodingFlag>(line.data(), line.size()).HasParseError() && json.IsObject();
}

class Shell : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "hearsay-cli-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  void write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  std::string read(const std::string& name) const {
    std::ostringstream out;
    out << std::ifstream(folder_ / name, std::ios::binary).rdbuf();
    return out.str();
  }
  // "hearsay" begins the command; environment may stand before it, redirections behind.
  Answer shell(const std::string& command) const {
    const std::string script = "cd '" + folder_.string() + "' && export PATH='" + fs::path(program_file()).parent_path().string() +
                               "':$PATH LC_ALL=C.UTF-8 LANG=C.UTF-8; unset COLUMNS NO_COLOR; (" + command + ") >.out 2>.err";
    const int status = std::system(("bash -c \"$(cat <<'END_OF_SCRIPT'\n" + script + "\nEND_OF_SCRIPT\n)\"").c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read(".out"), read(".err")};
  }
  Answer hearsay(const std::string& arguments) const { return shell("hearsay " + arguments); }

  // Two outlets about one letter, one in each language, and their manifest.
  void write_reports() const {
    write("news/a.txt", "Triều Tiên phủ nhận việc gửi thư cho Mỹ\n\nBộ Ngoại giao Triều Tiên ngày 19/4/2020 phủ nhận việc ông Kim Jong-un gửi thư cho ông Donald Trump.\n");
    write("news/b.txt", "Trump sent a letter to Kim\n\nDonald Trump sent a letter to Kim Jong Un on Friday, the White House said.\n");
    write("news/manifest.tsv", "document\toutlet\tpublished\tnote\na.txt\tBáo Sông Hồng\t2020-04-20\tx\nb.txt\tThe Harbour Post\t2020-03-22T10:00+07:00\t\n");
  }
  void read_reports() const {
    write_reports();
    const Answer answer = hearsay("read news --manifest news/manifest.tsv");
    ASSERT_EQ(answer.exit_code, 0) << answer.err;
  }

  fs::path folder_;
};

}  // namespace hearsay::cli_test
