// What a WARC record keeps of the transport: header fields, an HTTP response, and how its body was sent.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearsay {

// The lines "name: value" of a header, in order; a line that begins with a blank continues the one before.
class HeaderFields {
 public:
  explicit HeaderFields(std::string_view lines);
  // The first of this name, given in lower case; empty if there is none.
  std::string_view operator[](std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

struct MediaType {
  std::string type, charset;                 // lower case; empty if not said
};
MediaType read_media_type(std::string_view value);

struct HttpResponse {
  int status = 0;
  MediaType media;
  std::string last_modified, date;           // ISO 8601; empty if not said or no date
  std::vector<std::string> codings;          // lower case, in the order in which they were applied
  bool chunked = false;
  size_t body = 0;                           // where it begins
};

// The header of an HTTP/1 response (RFC 9112); nullopt if that is not what stands there.
std::optional<HttpResponse> read_http_response(std::string_view bytes);

// Any of the three forms of RFC 9110 5.6.7, as ISO 8601; empty if it is none.
std::string http_date_to_iso(std::string_view value);

// Takes the chunks (RFC 9112 7.1) of a body together. Crawlers keep the header of a body that they have taken together already: such a body is left as it is.
enum class Chunks { kWhole, kCutShort, kNone };
Chunks join_chunks(std::string& body);

}  // namespace hearsay
