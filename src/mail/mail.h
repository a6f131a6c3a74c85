// Mails and saved pages in MIME: EML (RFC 5322), MHTML (RFC 2557), and mbox, which is mails one behind another (RFC 4155).
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/source.h"

namespace hearsay {

struct MailLimits {
  uint64_t mail_bytes = kMaxReportBytes;      // of one mail with all that is attached; providers end at 25 to 50 MB
  int depth = 16;                             // parts in parts: a forwarded newsletter with pictures has five
  size_t parts = 1000;                        // attached to one mail: a day's digest of a list has a few hundred
};

// The content of one part, with its transfer encoding undone. A broken encoding gives what can be read of it.
struct MailPart {
  std::string name;                           // of the file, if it has one; valid UTF-8
  std::string media_type, charset;            // lower case; charset empty if not said
  std::string url;                            // Content-Location
  std::string bytes;
};

struct Mail {
  std::string subject, from, message_id, list_id;     // valid UTF-8; `from` is the name, or the address of who has none
  std::string date;                                   // ISO 8601 with zone; empty if it has none that can be read
  MailPart body;                                      // its HTML if it has any, otherwise its text; of MHTML the page; bytes empty if it has neither
  std::vector<MailPart> attached;                     // everything else but pictures, sound, film and fonts; mails in it as "message/rfc822"
  std::vector<std::string> faults;                    // what is left out, a line each
};

// Whether a file that begins so is a mail: lines of a header up to the first blank one, three of them known to mail, one of these in the form that only mail gives it.
bool looks_like_mail(std::string_view head);
// The same for mbox: the line that stands before each of its mails.
bool looks_like_mbox(std::string_view head);

// The line that says so of a mail.
std::string too_long(const MailLimits& limits);

// Reads one mail. An Error if it has no header, or is too large to be read.
Result<Mail> read_mail(std::string_view bytes, const MailLimits& limits = {});

struct MailHandlers {
  // Called for each mail in order; false to stop. In an mbox the path names the mail by its number: "box!/1".
  std::function<bool(const std::string& path, Mail mail)> take;
  // What is left out: which, and one line.
  std::function<void(const std::string& path, const std::string& line)> fault;
};

// Reads a mail, or all of an mbox. Memory: at most about three times `mail_bytes`.
//   returns  how many mails were taken
uint64_t walk_mails(ByteSource& source, const std::string& path, const MailLimits& limits, const MailHandlers& handlers);

}  // namespace hearsay
