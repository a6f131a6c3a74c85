// Compiles a folder of packs into an image while Hearsay itself is built.
// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "hearsay/hearsay.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: pack-compiler FOLDER IMAGE\n", stderr);
    return 2;
  }
  const hearsay::Status done = hearsay::compile_packs(argv[1], argv[2]);
  if (done) return 0;
  std::fprintf(stderr, "%s\n", done.error().message.c_str());
  return 1;
}
