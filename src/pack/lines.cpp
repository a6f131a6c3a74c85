// SPDX-License-Identifier: Apache-2.0
#include "pack/lines.h"

#include "base/ascii.h"

namespace hearsay {

std::vector<FileLine> lines_of(const SourceFile& file) {
  std::vector<FileLine> lines;
  int number = 0;
  for (std::string_view rest = file.text; !rest.empty();) {
    FileLine line;
    const size_t end = rest.find('\n');
    line.whole = rest.substr(0, end);
    line.text = trim(line.whole);
    line.number = ++number;
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    const bool comment = line.text.starts_with('#') && (line.text.size() == 1 || line.text[1] == ' ' || line.text[1] == '#');
    if (line.text.empty() || comment) continue;
    line.column = line.column_of(line.text);
    line.indented = line.text.data() != line.whole.data();
    lines.push_back(line);
  }
  return lines;
}

}  // namespace hearsay
