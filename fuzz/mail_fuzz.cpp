// Any bytes as a mail and as a mailbox: reading ends, with no more attached than may be.
// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>

#include "mail/mail.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace hearsay;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)looks_like_mail(bytes);
  MailLimits limits;
  limits.mail_bytes = 1 << 20;
  limits.parts = 20;
  (void)read_mail(bytes, limits);
  MailHandlers handlers;
  handlers.take = [&](const std::string&, Mail mail) {
    if (mail.attached.size() > limits.parts) std::abort();
    return true;
  };
  const std::unique_ptr<ByteSource> source = bytes_in_memory(bytes);
  walk_mails(*source, "in", limits, handlers);
  return 0;
}
