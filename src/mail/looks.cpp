// What is told to be a mail. News in plain text begins with lines like "Title: ..." or "From: our correspondent" too, so names of fields are not enough.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "mail/mail.h"
#include "mail/mbox.h"

namespace hearsay {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "6 Nov 1994": what RFC 5322 wants in a date and few others write.
bool has_mail_date(std::string_view value) {
  constexpr std::array<std::string_view, 12> kMonths = {" jan ", " feb ", " mar ", " apr ", " may ", " jun ", " jul ", " aug ", " sep ", " oct ", " nov ", " dec "};
  return std::any_of(kMonths.begin(), kMonths.end(), [&](std::string_view month) {
    const size_t at = value.find(month);
    return at != std::string_view::npos && at > 0 && is_digit(value[at - 1]) && at + 9 < value.size() && is_digit(value[at + 5]) && is_digit(value[at + 8]) && value.find(':', at) != std::string_view::npos;
  });
}

enum class Telling { kNothing, kKnown, kProof };

// What a field, in lower case, tells.
Telling telling(std::string_view name, std::string_view value) {
  constexpr std::array<std::string_view, 24> kKnown = {
      "bcc",     "cc",         "content-disposition", "content-location", "content-transfer-encoding", "content-type", "date",   "delivered-to", "dkim-signature", "from",    "in-reply-to", "list-id",
      "list-post", "list-unsubscribe", "message-id",  "mime-version",     "received",                  "references",   "reply-to", "return-path",  "sender",         "subject", "to",          "snapshot-content-location"};
  if (std::find(kKnown.begin(), kKnown.end(), name) == kKnown.end()) return Telling::kNothing;
  const bool proof = (name == "from" && (value.find('@') != std::string_view::npos || value.find('<') != std::string_view::npos)) || (name == "date" && has_mail_date(value)) ||
                     (name == "mime-version" && value.find("1.0") != std::string_view::npos) || (name == "received" && (value.find("from ") != std::string_view::npos || value.find("by ") != std::string_view::npos)) ||
                     (name == "content-type" && value.find('/') != std::string_view::npos);
  return proof ? Telling::kProof : Telling::kKnown;
}

// The field's name at a line's beginning, empty if it has none: printable ASCII before a colon.
std::string_view field_name(std::string_view line) {
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view name = line.substr(0, colon);
  return std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 127; }) ? name : std::string_view();
}

}  // namespace

bool looks_like_mbox(std::string_view head) { return begins_mbox_mail(head.substr(0, head.find('\n'))); }

bool looks_like_mail(std::string_view head) {
  head.remove_prefix(std::min(head.find_first_not_of("\r\n"), head.size()));
  if (looks_like_mbox(head)) return true;
  int known = 0, proofs = 0;
  bool begun = false;
  while (!head.empty()) {
    const size_t end = head.find('\n');
    std::string_view line = head.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) break;
    const bool continues = begun && (line[0] == ' ' || line[0] == '\t'), last = end == std::string_view::npos;
    const std::string_view name = continues ? std::string_view() : field_name(line);
    if (!continues && name.empty() && !last) return false;      // the last line may be cut before its colon
    if (!name.empty()) {
      const Telling told = telling(lower(name), lower(line.substr(name.size() + 1)));
      known += told != Telling::kNothing;
      proofs += told == Telling::kProof;
    }
    begun = true;
    if (last) break;
    head.remove_prefix(end + 1);
  }
  return known >= 3 && proofs >= 1;
}

}  // namespace hearsay
