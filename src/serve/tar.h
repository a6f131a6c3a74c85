// Several files as one: a TAR (POSIX.1-1988, ustar), which every system unpacks, member by member as they are made.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace hearsay::serve {

// A file of a TAR. Of a longer name than the format has room for, the last hundred bytes: no date, so that the same files are the same TAR.
std::string tar_member(std::string_view name, std::string_view bytes);
// What stands behind the last one.
std::string tar_end();

}  // namespace hearsay::serve
