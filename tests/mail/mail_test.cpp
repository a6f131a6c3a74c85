// Mails, saved pages and mailboxes.
// SPDX-License-Identifier: Apache-2.0
#include "mail/mail.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

using Lines = std::vector<std::string>;

constexpr const char* kHeader =
    "From: \"B\xE1\xBA\xA3n tin S\xC3\xB4ng Lam\" <tin@songlam.example>\r\nTo: doc-gia@songlam.example\r\nDate: Mon, 6 May 2024 07:08:09 +0700\r\nMIME-Version: 1.0\r\n";

std::string mail(const std::string& fields, const std::string& body) { return kHeader + fields + "\r\n" + body; }
std::string part(const std::string& fields, const std::string& body) { return "--b\r\n" + fields + "\r\n" + body + "\r\n"; }
std::string multipart(const std::string& kind, const std::string& parts) { return mail("Content-Type: multipart/" + kind + "; boundary=b\r\n", parts + "--b--\r\n"); }

const std::string kText = part("Content-Type: text/plain; charset=utf-8\r\n", "as text"), kHtml = part("Content-Type: text/html; charset=utf-8\r\n", "<p>as page</p>");

Mail read(const std::string& bytes, const MailLimits& limits = {}) {
  Result<Mail> mail = read_mail(bytes, limits);
  EXPECT_TRUE(mail) << mail.error().message;
  return mail ? *mail : Mail{};
}
std::string body(const std::string& bytes) {
  const Mail mail = read(bytes);
  EXPECT_EQ(mail.faults, Lines{});
  return mail.body.media_type + "|" + mail.body.charset + "|" + mail.body.bytes;
}
Lines attached(const Mail& mail) {
  Lines out;
  for (const MailPart& part : mail.attached) out.push_back(part.name + "|" + part.media_type + "|" + part.bytes);
  return out;
}

TEST(Mail, GivesItsHeader) {
  const Mail mail = read(std::string(kHeader) +
                         "Subject: =?utf-8?B?VGluIHPDoW5n?=\r\nMessage-ID: <1@songlam.example>\r\nList-Id: Tin <tin.songlam.example>\r\n\r\nbody");
  EXPECT_EQ(mail.subject, "Tin s\xC3\xA1ng");
  EXPECT_EQ(mail.from, "B\xE1\xBA\xA3n tin S\xC3\xB4ng Lam");
  EXPECT_EQ(mail.date, "2024-05-06T07:08:09+07:00");
  EXPECT_EQ(mail.message_id, "1@songlam.example");
  EXPECT_EQ(mail.list_id, "Tin <tin.songlam.example>");
}

TEST(Mail, LeavesEmptyWhatItsHeaderDoesNotSay) {
  const Mail mail = read("From: tin@songlam.example\r\nDate: yesterday\r\n\r\nbody");
  EXPECT_EQ(mail.from, "tin@songlam.example");
  EXPECT_EQ(mail.subject + mail.date + mail.message_id + mail.list_id, "");
  EXPECT_EQ(mail.body.bytes, "body");
}

TEST(Mail, GivesItsTextWithCharsetAndEncodingUndone) {
  EXPECT_EQ(body(mail("Content-Type: text/plain; charset=\"Windows-1258\"\r\n", "caf\xE9")), "text/plain|windows-1258|caf\xE9");
  EXPECT_EQ(body(mail("Content-Type: Text/HTML; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n", "PHA+b25l\r\nPC9wPg==\r\n")), "text/html|utf-8|<p>one</p>");
  EXPECT_EQ(body(mail("Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n", "<p>m=E1=BB=99t=\r\n hai</p>")),
            "text/html|utf-8|<p>m\xE1\xBB\x99t hai</p>");
  EXPECT_EQ(body(mail("", "no type")), "text/plain||no type");
}

TEST(Mail, ToleratesBrokenEncodings) {
  EXPECT_EQ(body(mail("Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n", "b25l!!\r\n*IHR3")), "text/plain||one tw");
  EXPECT_EQ(body(mail("Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n", "100=ZZ =E1=B")), "text/plain||100=ZZ \xE1");
  EXPECT_EQ(body(mail("Content-Type: text/plain\r\nContent-Transfer-Encoding: none-such\r\n", "as it is")), "text/plain||as it is");
}

TEST(Mail, PrefersThePageOfWhatIsSentInBothForms) {
  for (const std::string& parts : {kText + kHtml, kHtml + kText}) {
    const Mail mail = read(multipart("alternative", parts));
    EXPECT_EQ(mail.body.bytes, "<p>as page</p>");
    EXPECT_EQ(attached(mail), Lines{});
  }
}

TEST(Mail, FindsThePageWithinParts) {
  const std::string related = "Content-Type: multipart/related; boundary=c\r\n";
  const std::string inner = "--c\r\nContent-Type: text/html\r\n\r\n<p>deep</p>\r\n--c\r\nContent-Type: image/png\r\n\r\nx\r\n--c--\r\n";
  EXPECT_EQ(body(multipart("alternative", kText + part(related, inner))), "text/html||<p>deep</p>");
}

TEST(Mail, ListsWhatIsAttached) {
  const Mail mail = read(multipart("mixed", kText + part("Content-Type: text/html; name=\"tin.html\"\r\nContent-Disposition: attachment; filename=\"tin.html\"\r\n", "<p>attached</p>") +
                                                part("Content-Type: application/zip; name=tin.zip\r\nContent-Transfer-Encoding: base64\r\n", "UEsDBA==") + part("Content-Type: image/png\r\n", "x") +
                                                part("Content-Type: message/rfc822\r\n", "From: a@b.example\r\nSubject: within\r\n\r\nforwarded")));
  EXPECT_EQ(mail.body.bytes, "as text");
  ASSERT_EQ(mail.attached.size(), 3u);
  EXPECT_EQ(attached(mail)[0], "tin.html|text/html|<p>attached</p>");
  EXPECT_EQ(attached(mail)[1], std::string("tin.zip|application/zip|PK\x03\x04"));
  EXPECT_EQ(mail.attached[2].media_type, "message/rfc822");
  const Mail within = read(mail.attached[2].bytes);
  EXPECT_EQ(within.subject, "within");
  EXPECT_EQ(within.body.bytes, "forwarded");
}

TEST(Mail, KeepsPartsThatFollowOneAnother) {
  const Mail mail = read(multipart("mixed", kText + kHtml + part("Content-Type: text/plain\r\n", "footer")));
  EXPECT_EQ(mail.body.bytes, "<p>as page</p>");
  EXPECT_EQ(attached(mail), (Lines{"|text/plain|as text", "|text/plain|footer"}));
}

TEST(SavedPage, GivesTheRootWithItsAddress) {
  const std::string page = part("Content-Type: text/html\r\nContent-ID: <frame@mhtml.blink>\r\nContent-Location: https://tin.example/bai-1\r\n", "<p>page</p>");
  const std::string frame = part("Content-Type: text/html\r\nContent-ID: <other@mhtml.blink>\r\nContent-Location: https://tin.example/frame\r\n", "<p>frame</p>");
  const std::string style = part("Content-Type: text/css\r\nContent-Location: https://tin.example/a.css\r\n", "p {}");
  const Mail first = read(multipart("related; type=\"text/html\"", style + page + frame));
  EXPECT_EQ(first.body.bytes, "<p>page</p>");
  EXPECT_EQ(first.body.url, "https://tin.example/bai-1");
  EXPECT_EQ(attached(first), Lines{});
  EXPECT_EQ(read(multipart("related; start=\"<other@mhtml.blink>\"", page + frame)).body.bytes, "<p>frame</p>");
  EXPECT_EQ(read(multipart("related; start=\"<none@mhtml.blink>\"", page + frame)).body.bytes, "<p>page</p>");
}

TEST(SavedPage, TakesTheAddressThatTheBrowserPutAbove) {
  const std::string bytes =
      "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://tin.example/bai-2\r\nSubject: =?utf-8?Q?B=C3=A0i?=\r\nDate: Mon, 6 May 2024 07:08:09 -0000\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"b\"\r\n\r\n" + kHtml + "--b--\r\n";
  const Mail saved = read(bytes);
  EXPECT_EQ(saved.body.url, "https://tin.example/bai-2");
  EXPECT_EQ(saved.subject, "B\xC3\xA0i");
  EXPECT_EQ(saved.date, "2024-05-06T07:08:09+00:00");
  EXPECT_TRUE(looks_like_mail(bytes));
}

// ---- what is a mail

TEST(LooksLikeMail, BySeveralFieldsAndOneProof) {
  EXPECT_TRUE(looks_like_mail(mail("", "")));
  EXPECT_TRUE(looks_like_mail("\r\nReturn-Path: <a@b.example>\nReceived: from x.example\n\tby y.example; Mon, 6 May 2024 07:08:09 +0700\nX-Any: 1\nSubject: a\n\nbody"));
  EXPECT_TRUE(looks_like_mail(std::string(kHeader) + "X-Long: cut off here with"));
  EXPECT_TRUE(looks_like_mail("From tin@songlam.example Mon May  6 07:08:09 2024\nSubject: x\n"));
}

TEST(LooksLikeMail, ButNotNewsThatBeginsLikeIt) {
  for (const char* text : {
           "",
           "T\xE1\xBB\xAB: H\xC3\xA0 N\xE1\xBB\x99i\nNg\xC3\xA0y: 6/5/2024\n\nTin.",
           "Title: The flood\nDate: 2024-05-06\nSource: Song Lam\n\nThe river rose.",
           "From: our correspondent in Vinh\nDate: Monday\nSubject: The flood\n\nThe river rose.",
           "From: editor@songlam.example\nThe river rose on Monday: two villages are cut off.\n",
           "Subject: flood\nFrom: editor@songlam.example\n\nOnly two fields.",
           "From the river: a report.\nDate: Mon, 6 May 2024 07:08:09 +0700\n",
           "From Vinh at 7:08 the river rose; in 2024\n",
           "From Vinh, the river: rose.",
           "<html>From: a@b.example\nTo: c@d.example\nDate: Mon, 6 May 2024 07:08:09\n",
           "{\"From\": \"a@b.example\",\n\"To\": 1,\n\"Date\": 2}",
       }) {
    EXPECT_FALSE(looks_like_mail(text)) << text;
  }
}

// ---- mailboxes

struct Box {
  Lines mails, faults;
};

class Pieces : public ByteSource {
 public:
  Pieces(std::string_view bytes, size_t size) : rest_(bytes), size_(size) {}
  Result<std::string_view> next() override {
    const std::string_view piece = rest_.substr(0, size_);
    rest_.remove_prefix(piece.size());
    if (piece == "LOST") return Error{Error::Kind::kInput, "lost"};
    return piece;
  }

 private:
  std::string_view rest_;
  size_t size_;
};

Box open_box(const std::string& bytes, const MailLimits& limits = {}, size_t piece = 1 << 20) {
  Box box;
  MailHandlers handlers;
  handlers.take = [&](const std::string& path, Mail mail) {
    box.mails.push_back(path + "|" + mail.subject + "|" + mail.body.bytes);
    return true;
  };
  handlers.fault = [&](const std::string& path, const std::string& line) { box.faults.push_back(path + ": " + line); };
  Pieces source(bytes, piece);
  const uint64_t taken = walk_mails(source, "box", limits, handlers);
  EXPECT_EQ(taken, box.mails.size());
  return box;
}

const std::string kMark = "From tin@songlam.example Mon May  6 07:08:09 2024\n";
std::string boxed(const std::string& subject, const std::string& body) { return kMark + "From: tin@songlam.example\nSubject: " + subject + "\n\n" + body + "\n\n"; }

TEST(Mailbox, GivesEachMailByItsNumber) {
  const std::string bytes = boxed("one", "first\nFrom here on:\n>From a line\n>>From another") + boxed("two", "second");
  for (size_t piece : {1u, 7u, 1u << 20}) {
    const Box box = open_box(bytes, {}, piece);
    EXPECT_EQ(box.mails, (Lines{"box!/1|one|first\nFrom here on:\nFrom a line\n>From another\n\n", "box!/2|two|second\n\n"})) << piece;
    EXPECT_EQ(box.faults, Lines{});
  }
}

TEST(Mailbox, LeavesOutAMailThatIsTooLong) {
  MailLimits limits;
  limits.mail_bytes = 2 << 20;
  const Box box = open_box(boxed("one", "1") + boxed("long", std::string(3 << 20, 'x')) + boxed("lines", std::string(3 << 20, '\n')) + boxed("two", "2"), limits);
  EXPECT_EQ(box.mails, (Lines{"box!/1|one|1\n\n", "box!/4|two|2\n\n"}));
  EXPECT_EQ(box.faults, (Lines{"box!/2: is longer than 2 MB, the limit for one mail; it is left out", "box!/3: is longer than 2 MB, the limit for one mail; it is left out"}));
}

TEST(Mailbox, GoesOnBehindLostBytes) {
  const std::string first = boxed("one", "cut he"), second = boxed("two", "whole");
  std::string bytes = first.substr(0, first.size() - first.size() % 4) + "LOST" + "this\n\n" + second;
  EXPECT_EQ(open_box(bytes, {}, 4).mails.back(), "box!/2|two|whole\n\n");
  EXPECT_EQ(open_box(bytes, {}, 4).faults, Lines{"box: lost"});
}

TEST(Mailbox, OfOneMailIsTheMail) {
  EXPECT_EQ(open_box(mail("Subject: alone\r\n", "x")).mails, Lines{"box|alone|x"});
  EXPECT_EQ(open_box("no mail at all").faults, Lines{"box: is no mail: it has no header"});
}

TEST(Mailbox, StopsWhenTold) {
  int taken = 0;
  MailHandlers handlers;
  handlers.take = [&](const std::string&, Mail) { return ++taken < 2; };
  const std::string bytes = boxed("one", "1") + boxed("two", "2") + boxed("three", "3");
  Pieces source(bytes, 100);
  EXPECT_EQ(walk_mails(source, "box", {}, handlers), 2u);
}

// ---- hostile ones

std::string nested(int levels) {
  std::string bytes = kHeader;
  for (int i = 0; i < levels; ++i) bytes += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\r\n\r\n--b" + std::to_string(i) + "\r\n";
  return bytes + "Content-Type: text/plain\r\n\r\ndeep";
}

TEST(HostileMail, NestedWithoutEndIsReadToTheLimit) {
  EXPECT_EQ(read(nested(10)).body.bytes, "deep");
  for (int levels : {100, 3000}) {
    const Mail mail = read(nested(levels));
    EXPECT_EQ(mail.faults, Lines{"parts are nested deeper than 16 levels, the limit; they are left out"});
    EXPECT_EQ(mail.body.bytes, "");
  }
}

TEST(HostileMail, OfMailsInMailsIsReadOneByOne) {
  std::string bytes;
  for (int i = 0; i < 2000; ++i) bytes += "From: a@b.example\r\nContent-Type: message/rfc822\r\n\r\n";
  const Mail mail = read(bytes);
  ASSERT_EQ(mail.attached.size(), 1u);
  EXPECT_EQ(mail.attached[0].media_type, "message/rfc822");
}

TEST(HostileMail, OfManyPartsIsReadToTheLimit) {
  std::string parts;
  for (int i = 0; i < 1500; ++i) parts += part("Content-Type: application/zip\r\n", "x");
  const Mail mail = read(multipart("mixed", parts));
  EXPECT_EQ(mail.attached.size(), 1000u);
  EXPECT_EQ(mail.faults, Lines{"more than 1000 parts, the limit for one mail; the rest is left out"});
}

TEST(HostileMail, ThatWouldCostTooMuchIsLeftOut) {
  const auto times = [](int count, const std::string& text) {
    std::string out;
    for (int i = 0; i < count; ++i) out += text;
    return out;
  };
  for (const std::string& bytes : {nested(1500) + times(19'000, "--b\r\n"), multipart("mixed", times(20'001, "--b\r\n\r\n\r\n")), times(500'001, "X: y\n"), "From: " + times(40'000, "a:") + "\r\n\r\n",
                                   "Cc \t: a\r\n" + times(3000, " aaaaaaaaaaaaaaaaaaaaaaa,\r\n") + "\r\n", mail("Content-Type: text/plain" + times(20'000, "; a=b") + "\r\n", "x")}) {
    const Result<Mail> refused = read_mail(bytes);
    ASSERT_FALSE(refused) << bytes.substr(0, 300);
    EXPECT_EQ(refused.error().message, "has parts, fields or addresses without end; it is left out");
  }
}

TEST(HostileMail, OfNestedGroupsWithinTheLimitIsRead) {
  std::string groups;
  while (groups.size() < 65'000) groups += "a:";
  for (const char* field : {"From: ", "From : ", "To: ", "Disposition-Notification-To: "}) EXPECT_EQ(read(field + groups + "\r\nSubject: x\r\n\r\nbody").subject, "x") << field;
  EXPECT_EQ(read("From: " + std::string(65'000, '(') + "\r\nSubject: x\r\n\r\nbody").subject, "x");
}

TEST(HostileMail, TooLongIsLeftOut) {
  MailLimits limits;
  limits.mail_bytes = 1 << 20;
  EXPECT_EQ(read_mail(mail("", std::string(1 << 20, 'x')), limits).error().message, "is longer than 1 MB, the limit for one mail; it is left out");
}

TEST(HostileMail, OfOneLongFieldIsRead) {
  const std::string subject(1 << 20, 'x');
  EXPECT_EQ(read(mail("Subject: " + subject + "\r\n", "body")).body.bytes, "body");
  std::string words = "Subject: ";
  for (int i = 0; i < 20'000; ++i) words += "=?utf-8?Q?a?= ";
  EXPECT_EQ(read(mail(words + "\r\n", "body")).body.bytes, "body");
}

}  // namespace
}  // namespace hearsay
