// Whom one looks into a store for: in which words to answer, how they may look, and who hears what is wrong.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "browse/messages.h"
#include "hearsay/hearsay.h"

namespace hearsay::browse {

enum class Paint { kPlain, kBold, kDim, kMark, kGreen, kYellow, kRed, kCyan };

struct Session {
  Words words;
  bool colour = false;                   // whether escape sequences may stand in what is shown
  int width = 80;                        // columns
  // Hears complaints and warnings, each harmless to a terminal and without its end; empty: nobody does.
  std::function<void(const std::string& line)> hear = {};

  std::string paint(Paint paint, std::string_view text) const;
  // What the library says is put into the language of the interface.
  void complain(std::string_view message) const;
  void complain(const Error& error) const;
  // The same for what does not stop anything: "warning: ...".
  void warn(std::string_view message) const;
};

}  // namespace hearsay::browse
