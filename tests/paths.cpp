// SPDX-License-Identifier: Apache-2.0
#include "paths.h"

namespace hearsay {

const std::string& source_folder() {
  static const std::string folder = HEARSAY_SOURCE;
  return folder;
}
const std::string& packs_folder() {
  static const std::string folder = source_folder() + "/packs";
  return folder;
}
const std::string& program_file() {
  static const std::string file = HEARSAY_BINARY;
  return file;
}

}  // namespace hearsay
