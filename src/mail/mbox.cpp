// SPDX-License-Identifier: Apache-2.0
#include "mail/mbox.h"

#include <algorithm>
#include <vector>

namespace hearsay {
namespace {

constexpr size_t kLongestMark = 1000;     // a line before a mail is shorter, and so is its start all that is looked at

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  while (!line.empty()) {
    const size_t end = std::min(line.find(' '), line.size());
    if (end > 0) words.push_back(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return words;
}

bool is_name(std::string_view word, std::string_view names) { return word.size() == 3 && names.find(word) != std::string_view::npos; }
bool is_number(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class Cutting {
 public:
  Cutting(ByteSource& source, uint64_t most, const MboxHandlers& handlers) : source_(source), most_(most), handlers_(handlers) {}

  void run() {
    while (!stopped_) {
      const Result<std::string_view> piece = source_.next();
      if (!piece) lose(piece.error());
      else if (piece->empty()) break;
      else read(*piece);
    }
    add_line(line_);
    finish();
  }

 private:
  // What follows lost bytes does not belong to the mail they were in.
  void lose(const Error& loss) {
    add_line(line_);
    line_.clear();
    finish();
    begun_ = false;
    at_start_ = after_blank_ = true;
    handlers_.lost(loss);
  }

  void read(std::string_view piece) {
    while (!piece.empty() && !stopped_) {
      const size_t end = std::min(piece.find('\n'), piece.size() - 1) + 1;
      const bool whole = piece[end - 1] == '\n';
      if (line_.empty() && whole) {
        add_line(piece.substr(0, end));
      } else {
        line_ += piece.substr(0, end);
        if (whole || line_.size() > kLongestMark) {
          add_line(line_);
          line_.clear();
        }
      }
      piece.remove_prefix(end);
    }
  }

  // Takes a line with its end, or the first or a further stretch of a long one.
  void add_line(std::string_view line) {
    const bool starts = at_start_;
    at_start_ = line.ends_with('\n');
    const bool blank = starts && (line == "\n" || line == "\r\n");
    if (starts && after_blank_ && begins_mbox_mail(line.substr(0, line.find_last_not_of("\r\n") + 1))) {
      finish();
      begun_ = true;
      after_blank_ = false;
      return;
    }
    after_blank_ = blank;
    if (!begun_) return;
    if (starts && is_quoted(line)) line.remove_prefix(1);
    if (line.size() > most_ - mail_.size()) too_long_ = true;
    if (!too_long_) mail_ += line;
    else mail_.clear();
  }

  static bool is_quoted(std::string_view line) {
    const size_t first = line.find_first_not_of('>');
    return first != 0 && first != std::string_view::npos && line.substr(first).starts_with("From ");
  }

  void finish() {
    if (!begun_ || stopped_) return;
    if (too_long_) handlers_.too_long();
    else stopped_ = !handlers_.take(std::move(mail_));
    mail_.clear();
    too_long_ = false;
  }

  ByteSource& source_;
  uint64_t most_;
  const MboxHandlers& handlers_;
  std::string line_, mail_;
  bool at_start_ = true, after_blank_ = true, begun_ = false, too_long_ = false, stopped_ = false;
};

}  // namespace

bool begins_mbox_mail(std::string_view line) {
  constexpr std::string_view kDays = "Mon Tue Wed Thu Fri Sat Sun", kMonths = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";
  if (!line.starts_with("From ") || line.size() > kLongestMark) return false;
  const std::vector<std::string_view> words = words_of(line);      // From a@b.example Fri Jul 8 12:08:34 2011, before the year perhaps a zone
  for (size_t at = 2; at + 4 < words.size(); ++at) {
    const bool date = is_name(words[at], kDays) && is_name(words[at + 1], kMonths) && is_number(words[at + 2]) && words[at + 3].find(':') != std::string_view::npos;
    if (date) return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(at) + 4, words.end(), [](std::string_view word) { return word.size() == 4 && is_number(word); });
  }
  return false;
}

void cut_mbox(ByteSource& source, uint64_t most, const MboxHandlers& handlers) { Cutting(source, most, handlers).run(); }

}  // namespace hearsay
