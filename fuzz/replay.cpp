// Runs a fuzz target over files: its corpus as a test, or an input that was found. Usage: NAME FILES|FOLDERS...
// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

namespace fs = std::filesystem;

int run(const fs::path& path) {
  if (fs::is_directory(path)) {
    int files = 0;
    for (const auto& entry : fs::directory_iterator(path)) files += run(entry.path());
    return files;
  }
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
  return 1;
}

}  // namespace

int main(int count, char** arguments) {
  int files = 0;
  for (int i = 1; i < count; ++i) files += run(arguments[i]);
  std::printf("%d inputs\n", files);
  return files > 0 ? 0 : 1;
}
