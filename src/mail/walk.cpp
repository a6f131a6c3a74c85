// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "mail/mail.h"
#include "mail/mbox.h"

namespace hearsay {
namespace {

constexpr size_t kHead = 4096;

class MailWalk {
 public:
  MailWalk(const std::string& path, const MailLimits& limits, const MailHandlers& handlers) : path_(path), limits_(limits), handlers_(handlers) {}

  void read_box(ByteSource& source) {
    const auto name = [&] { return path_ + "!/" + std::to_string(++number_); };
    const MboxHandlers cut = {[&](std::string bytes) { return read(name(), bytes); },
                              [&] { tell(name(), too_long(limits_)); },
                              [&](const Error& loss) { tell(path_, loss.message); }};
    cut_mbox(source, limits_.mail_bytes, cut);
  }

  void read_one(ByteSource& source) {
    std::string bytes;
    while (bytes.size() <= limits_.mail_bytes) {
      const Result<std::string_view> piece = source.next();
      if (!piece) tell(path_, piece.error().message);
      if (!piece || piece->empty()) break;
      bytes += *piece;
    }
    read(path_, bytes);
  }
  uint64_t taken() const { return taken_; }

 private:
  bool read(const std::string& path, std::string_view bytes) {
    Result<Mail> mail = read_mail(bytes, limits_);
    if (!mail) {
      tell(path, mail.error().message);
      return true;
    }
    for (const std::string& fault : mail->faults) tell(path, fault);
    ++taken_;
    return handlers_.take(path, std::move(*mail));
  }
  void tell(const std::string& path, const std::string& line) {
    if (handlers_.fault) handlers_.fault(path, line);
  }

  const std::string& path_;
  const MailLimits& limits_;
  const MailHandlers& handlers_;
  uint64_t number_ = 0, taken_ = 0;
};

}  // namespace

uint64_t walk_mails(ByteSource& source, const std::string& path, const MailLimits& limits, const MailHandlers& handlers) {
  PeekedSource peeked(source);
  MailWalk walk(path, limits, handlers);
  if (looks_like_mbox(peeked.head(kHead))) walk.read_box(peeked);
  else walk.read_one(peeked);
  return walk.taken();
}

}  // namespace hearsay
