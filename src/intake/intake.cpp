// SPDX-License-Identifier: Apache-2.0
#include "intake/intake.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "feed/feed.h"

namespace hearsay {
namespace {

constexpr int kDeepestMail = 4;          // mails attached to mails: a thread that was forwarded again and again

std::optional<TableKind> table_kind(std::string_view path) {
  static constexpr std::pair<std::string_view, TableKind> kEndings[] = {
      {".jsonl", TableKind::kJsonLines}, {".ndjson", TableKind::kJsonLines}, {".csv", TableKind::kCsv}, {".tsv", TableKind::kTsv}};
  std::string folded(path);
  for (char& c : folded) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  for (const auto& [ending, kind] : kEndings)
    if (folded.ends_with(ending)) return kind;
  return std::nullopt;
}

void say(std::optional<std::string>& field, const std::string& value) {
  if (!value.empty()) field = value;
}

// The day of a date that a report's record takes; others are left out.
void say_published(Metadata& about, const std::string& date) {
  if (date.empty()) return;
  about.published = date;
  about.published_from = DateOrigin::kMetadata;
}

class Walk {
 public:
  Walk(const TakeOptions& options, const TakeHandlers& handlers) : options_(options), handlers_(handlers) {}

  void archive(ByteSource& source, const Metadata& about, int mails) {
    ArchiveHandlers walk;
    walk.fault = handlers_.fault;
    walk.take = [&](ArchiveMember member) {
      take_member(std::move(member), about, mails);
      return going_;
    };
    walk.stream = [&](const ArchiveMember& member, std::string_view head, ByteSource& bytes) { return stream(member, head, bytes, about, mails); };
    const ArchiveCount walked = walk_archive(source, about.path, options_.archive, walk);
    for (const auto& [why, times] : walked.passed_over) count_.passed_over[why] += times;
  }

  IntakeCount take() { return std::move(count_); }

 private:
  // Tables and boxes of mails may be longer than any report.
  Streamed stream(const ArchiveMember& member, std::string_view head, ByteSource& bytes, const Metadata& about, int mails) {
    const Metadata its = named(about, member.path);
    if (const auto kind = table_kind(member.path)) table(*kind, bytes, its);
    else if (looks_like_mbox(head)) mailbox(bytes, its, mails);
    else return Streamed::kNo;
    return going_ ? Streamed::kYes : Streamed::kStop;
  }

  void take_member(ArchiveMember member, const Metadata& about, int mails) {
    Metadata its = named(about, member.path);
    say(its.url, member.url);
    its.charset = member.charset;
    const std::string_view head = std::string_view(member.bytes).substr(0, kArchiveHead);
    if (looks_like_mail(head)) return mail(member.bytes, its, mails);
    if (looks_like_feed(head)) return feed(member.bytes, its);
    report(std::move(its), std::move(member.bytes));
  }

  void report(Metadata about, std::string bytes) {
    ++count_.reports;
    going_ = going_ && handlers_.take({std::move(about), std::move(bytes), {}});
  }

  void table(TableKind kind, ByteSource& bytes, const Metadata& about) {
    const auto row = [&](ReportRow row) {
      if (!going_) return;
      Metadata its = named(about, about.path + ":" + std::to_string(row.line));
      const auto say_field = [&](std::optional<std::string>& field, ReportField column) { say(field, row[column].value_or("")); };
      say_field(its.title, ReportField::kTitle);
      say_field(its.outlet, ReportField::kOutlet);
      say_field(its.url, ReportField::kUrl);
      say_field(its.lang, ReportField::kLang);
      say_published(its, row[ReportField::kDate].value_or(""));
      its.charset = "utf-8";
      report(std::move(its), *row[ReportField::kBody]);
    };
    const auto bad = [&](RowError error) { handlers_.fault(about.path + ":" + std::to_string(error.line), error.message); };
    TableReader reader(kind, options_.columns, row, bad);
    while (going_) {
      const auto piece = bytes.next();
      if (!piece) continue;              // the loss has been told, and the rows beyond it may be whole
      if (piece->empty()) return reader.finish();
      reader.feed(*piece);
    }
  }

  void mailbox(ByteSource& bytes, const Metadata& about, int mails) {
    MailHandlers walk;
    walk.fault = handlers_.fault;
    walk.take = [&](const std::string& path, Mail one) {
      take_mail(std::move(one), named(about, path), mails);
      return going_;
    };
    walk_mails(bytes, about.path, options_.mail, walk);
  }

  void mail(const std::string& bytes, const Metadata& about, int mails) {
    Result<Mail> one = read_mail(bytes, options_.mail);
    if (!one) return handlers_.fault(about.path, one.error().message);
    take_mail(std::move(*one), about, mails);
  }

  // Of a saved page the mail's own fields say when and by what program it was saved; of a letter, what it is.
  void take_mail(Mail one, const Metadata& about, int mails) {
    for (const std::string& line : one.faults) handlers_.fault(about.path, line);
    if (!one.body.bytes.empty()) {
      Metadata its = about;
      its.charset = one.body.charset;
      if (!one.body.url.empty()) {
        its.url = one.body.url;
      } else {
        say(its.title, one.subject);
        say(its.outlet, one.from);
        say_published(its, one.date);
      }
      report(std::move(its), std::move(one.body.bytes));
    }
    for (size_t i = 0; i < one.attached.size() && going_; ++i) attached(std::move(one.attached[i]), i, about, mails);
  }

  // Files that may hold reports; the parts of a saved page, such as its frames, are no reports.
  void attached(MailPart part, size_t number, const Metadata& about, int mails) {
    const bool letter = part.media_type == "message/rfc822";
    if (!part.url.empty() || (part.name.empty() && !letter)) return void(++count_.passed_over["parts of mails"]);
    if (mails == kDeepestMail) return handlers_.fault(about.path, "mails in mails go deeper than " + std::to_string(kDeepestMail) + "; what lies deeper is not read");
    const auto bytes = bytes_in_memory(part.bytes);
    archive(*bytes, named(about, about.path + "!/" + (part.name.empty() ? std::to_string(number + 1) : part.name)), mails + 1);
  }

  void feed(const std::string& bytes, const Metadata& about) {
    const Result<Feed> read = read_feed(bytes, about.url.value_or(""));
    if (!read) return handlers_.fault(about.path, read.error().message);
    for (const std::string& note : read->notes) handlers_.fault(about.path, note);
    if (!read->links.empty()) count_.passed_over["addresses of other feeds"] += read->links.size();
    for (size_t i = 0; i < read->entries.size() && going_; ++i) {
      const FeedEntry& entry = read->entries[i];
      std::string page = entry_page(entry);
      if (page.empty()) {
        ++count_.passed_over["entries without words"];
        continue;
      }
      Metadata its = named(about, about.path + "!/" + std::to_string(i + 1));
      its.feed = {entry.url, entry.title, entry.outlet.empty() ? read->title : entry.outlet, entry.published, entry.lang, entry.author};
      its.charset = "utf-8";
      report(std::move(its), std::move(page));
    }
  }

  static Metadata named(const Metadata& about, const std::string& path) {
    Metadata its = about;
    its.path = path;
    return its;
  }

  const TakeOptions& options_;
  const TakeHandlers& handlers_;
  IntakeCount count_;
  bool going_ = true;
};

}  // namespace

IntakeCount take_reports(ByteSource& source, const Metadata& about, const TakeOptions& options, const TakeHandlers& handlers) {
  Walk walk(options, handlers);
  walk.archive(source, about, 0);
  return walk.take();
}

}  // namespace hearsay
