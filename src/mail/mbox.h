// mbox, cut into its mails.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "archive/source.h"

namespace hearsay {

// Whether a line, without its end, is what an mbox puts before a mail: "From", an address, a date of the form of asctime (RFC 4155, appendix A).
bool begins_mbox_mail(std::string_view line);

struct MboxHandlers {
  std::function<bool(std::string mail)> take;       // false to stop
  std::function<void()> too_long;                   // called in place of `take`
  std::function<void(const Error& loss)> lost;      // the mail it was in is given as far as it goes
};

// Gives each mail's bytes, without the line before it and without the ">" that an mbox puts before a mail's own lines that begin with "From ".
//   most   bytes of one mail; what is longer is passed over without being held
void cut_mbox(ByteSource& source, uint64_t most, const MboxHandlers& handlers);

}  // namespace hearsay
