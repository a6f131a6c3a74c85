// One mail, read by GMime: which of its parts is what was meant to be read, and what else there is.
// SPDX-License-Identifier: Apache-2.0
#include "mail/mail.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>

#include "archive/budget.h"
#include "archive/names.h"
#include "base/ascii.h"
#include "mail/cost.h"

namespace hearsay {
namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Held = std::unique_ptr<T, Unref>;

struct GFree {
  void operator()(char* text) const { g_free(text); }
};
using HeldText = std::unique_ptr<char, GFree>;

// GMime keeps tables of its own, which are made once and live as long as the program.
void start_gmime() {
  static std::once_flag once;
  std::call_once(once, g_mime_init);
}

std::string printable(const char* text) { return text ? printable_name(text) : std::string(); }

std::string lower_or_empty(const char* text) { return text ? lower(text) : std::string(); }

std::string media_type(GMimeObject* object) {
  const HeldText type(g_mime_content_type_get_mime_type(g_mime_object_get_content_type(object)));
  return lower_or_empty(type.get());
}

std::string written(const Held<GMimeStream>& stream) {
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return std::string(reinterpret_cast<const char*>(bytes->data), bytes->len);
}

std::string content(GMimePart* part) {
  const Held<GMimeStream> stream(g_mime_stream_mem_new());
  if (GMimeDataWrapper* wrapper = g_mime_part_get_content(part)) g_mime_data_wrapper_write_to_stream(wrapper, stream.get());
  return written(stream);
}

MailPart open_part(GMimePart* part) {
  GMimeObject* object = GMIME_OBJECT(part);
  return {printable(g_mime_part_get_filename(part)), media_type(object), lower_or_empty(g_mime_object_get_content_type_parameter(object, "charset")), printable(g_mime_part_get_content_location(part)),
          content(part)};
}

class Reading {
 public:
  Reading(Mail& mail, const MailLimits& limits) : mail_(mail), limits_(limits) {}

  void read(GMimeMessage* message) {
    read_header(message);
    GMimeObject* root = g_mime_message_get_mime_part(message);
    if (GMimePart* body = root ? find_body(root, 0) : nullptr) mail_.body = open_part(body);
    for (const char* name : {"Snapshot-Content-Location", "Content-Location"}) {
      if (mail_.body.url.empty()) mail_.body.url = printable(g_mime_object_get_header(GMIME_OBJECT(message), name));
    }
  }

 private:
  void read_header(GMimeMessage* message) {
    mail_.subject = printable(g_mime_message_get_subject(message));
    mail_.message_id = printable(g_mime_message_get_message_id(message));
    if (const char* list = g_mime_object_get_header(GMIME_OBJECT(message), "List-Id")) {
      const HeldText decoded(g_mime_utils_header_decode_text(nullptr, list));
      mail_.list_id = printable(decoded.get());
    }
    if (InternetAddressList* from = g_mime_message_get_from(message); from && internet_address_list_length(from) > 0) {
      InternetAddress* first = internet_address_list_get_address(from, 0);
      mail_.from = printable(internet_address_get_name(first));
      if (mail_.from.empty() && INTERNET_ADDRESS_IS_MAILBOX(first)) mail_.from = printable(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first)));
    }
    if (GDateTime* date = g_mime_message_get_date(message)) {
      const HeldText iso(g_date_time_format(date, "%Y-%m-%dT%H:%M:%S%:z"));
      mail_.date = iso ? iso.get() : "";
    }
  }

  // The part of these that is to be read; what is something else is attached.
  GMimePart* find_body(GMimeObject* object, int depth) {
    if (depth > limits_.depth) {
      note("parts are nested deeper than " + std::to_string(limits_.depth) + " levels, the limit; they are left out");
      return nullptr;
    }
    if (GMIME_IS_MESSAGE_PART(object)) return attach_message(GMIME_MESSAGE_PART(object));
    if (GMIME_IS_MULTIPART(object)) {
      const std::string type = media_type(object);
      if (type == "multipart/related") return find_root(GMIME_MULTIPART(object), depth);
      return choose(GMIME_MULTIPART(object), depth, type == "multipart/alternative");
    }
    if (!GMIME_IS_PART(object)) return nullptr;
    GMimePart* part = GMIME_PART(object);
    if (media_type(object).starts_with("text/") && !g_mime_part_is_attachment(part)) return part;
    attach(part);
    return nullptr;
  }

  static bool is_html(GMimePart* part) {
    const std::string type = media_type(GMIME_OBJECT(part));
    return type == "text/html" || type == "application/xhtml+xml";
  }

  // HTML before text; of forms of the same the last, which is the richest (RFC 2046 5.1.4); of parts that follow one another the first, and the others are attached.
  GMimePart* choose(GMimeMultipart* parts, int depth, bool alternatives) {
    std::vector<GMimePart*> found;
    for (int i = 0; i < g_mime_multipart_get_count(parts); ++i) {
      if (GMimePart* part = find_body(g_mime_multipart_get_part(parts, i), depth + 1)) found.push_back(part);
    }
    if (found.empty()) return nullptr;
    const auto html = std::find_if(found.begin(), found.end(), is_html);
    GMimePart* chosen = html != found.end() ? *html : alternatives ? found.back() : found.front();
    for (GMimePart* part : found) {
      if (part != chosen && !alternatives) attach(part);
    }
    return chosen;
  }

  // Of a page saved with what it shows: the part that `start` names, else the first page (RFC 2387). What it shows is no report.
  GMimePart* find_root(GMimeMultipart* parts, int depth) {
    const char* start = g_mime_object_get_content_type_parameter(GMIME_OBJECT(parts), "start");
    std::string id = start ? start : "";
    if (id.starts_with('<') && id.ends_with('>')) id = id.substr(1, id.size() - 2);
    GMimeObject* root = nullptr;
    for (int i = 0; i < g_mime_multipart_get_count(parts); ++i) {
      GMimeObject* part = g_mime_multipart_get_part(parts, i);
      const char* part_id = g_mime_object_get_content_id(part);
      if (!id.empty() && part_id && id == part_id) return find_body(part, depth + 1);
      if (!root && (GMIME_IS_MULTIPART(part) || media_type(part) == "text/html" || media_type(part) == "application/xhtml+xml")) root = part;
    }
    if (!root && g_mime_multipart_get_count(parts) > 0) root = g_mime_multipart_get_part(parts, 0);
    return root ? find_body(root, depth + 1) : nullptr;
  }

  void attach(GMimePart* part) {
    const std::string type = media_type(GMIME_OBJECT(part));
    for (const char* kind : {"image/", "audio/", "video/", "font/"}) {
      if (type.starts_with(kind)) return;
    }
    if (may_attach()) mail_.attached.push_back(open_part(part));
  }

  GMimePart* attach_message(GMimeMessagePart* part) {
    GMimeMessage* message = g_mime_message_part_get_message(part);
    if (!message || !may_attach()) return nullptr;
    const Held<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_object_write_to_stream(GMIME_OBJECT(message), nullptr, stream.get());
    mail_.attached.push_back({printable(g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "name")), "message/rfc822", {}, {}, written(stream)});
    return nullptr;
  }

  bool may_attach() {
    if (mail_.attached.size() < limits_.parts) return true;
    note("more than " + std::to_string(limits_.parts) + " parts, the limit for one mail; the rest is left out");
    return false;
  }

  void note(std::string fault) {
    if (std::find(mail_.faults.begin(), mail_.faults.end(), fault) == mail_.faults.end()) mail_.faults.push_back(std::move(fault));
  }

  Mail& mail_;
  const MailLimits& limits_;
};

}  // namespace

std::string too_long(const MailLimits& limits) { return "is longer than " + amount(limits.mail_bytes) + ", the limit for one mail; it is left out"; }

Result<Mail> read_mail(std::string_view bytes, const MailLimits& limits) {
  if (bytes.size() > limits.mail_bytes) return Error{Error::Kind::kInput, too_long(limits)};
  if (!is_cheap_to_parse(bytes)) return Error{Error::Kind::kInput, "has parts, fields or addresses without end; it is left out"};
  start_gmime();
  const Held<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Held<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Held<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!message) return Error{Error::Kind::kInput, "is no mail: it has no header"};
  Mail mail;
  Reading(mail, limits).read(message.get());
  return mail;
}

}  // namespace hearsay
