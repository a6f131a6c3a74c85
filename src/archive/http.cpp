// SPDX-License-Identifier: Apache-2.0
#include "archive/http.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>

#include "base/ascii.h"

namespace hearsay {
namespace {

// The parts between separators, trimmed.
std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const size_t end = text.find(separator);
    parts.push_back(trim(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && value >= 0 ? std::optional(value) : std::nullopt;
}

int month_number(std::string_view name) {
  constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto found = std::find(kMonths.begin(), kMonths.end(), name);
  return found == kMonths.end() ? 0 : static_cast<int>(found - kMonths.begin()) + 1;
}

// Where the header at the front ends, its blank line included; 0 if it does not end within these bytes.
size_t header_length(std::string_view bytes) {
  for (size_t end = bytes.find('\n'); end != std::string_view::npos; end = bytes.find('\n', end + 1)) {
    if (bytes.substr(end + 1, 1) == "\n") return end + 2;
    if (bytes.substr(end + 1, 2) == "\r\n") return end + 3;
  }
  return 0;
}

}  // namespace

HeaderFields::HeaderFields(std::string_view lines) {
  for (std::string_view line : split(lines, '\n')) {
    if (line.empty()) continue;
    const size_t at = static_cast<size_t>(line.data() - lines.data());
    const bool continues = at > 0 && at <= lines.size() && (lines[at - 1] == ' ' || lines[at - 1] == '\t');
    const size_t colon = line.find(':');
    if (continues && !fields_.empty()) fields_.back().second += ' ' + std::string(line);
    else if (colon != std::string_view::npos) fields_.emplace_back(lower(trim(line.substr(0, colon))), trim(line.substr(colon + 1)));
  }
}

std::string_view HeaderFields::operator[](std::string_view name) const {
  const auto found = std::find_if(fields_.begin(), fields_.end(), [&](const auto& field) { return field.first == name; });
  return found == fields_.end() ? std::string_view() : found->second;
}

MediaType read_media_type(std::string_view value) {
  MediaType media;
  bool first = true;
  for (std::string_view part : split(value, ';')) {
    if (std::exchange(first, false)) {
      media.type = lower(part);
    } else if (const size_t equals = part.find('='); equals != std::string_view::npos && lower(trim(part.substr(0, equals))) == "charset") {
      std::string_view charset = trim(part.substr(equals + 1));
      while (!charset.empty() && (charset.front() == '"' || charset.front() == '\'')) charset.remove_prefix(1);
      while (!charset.empty() && (charset.back() == '"' || charset.back() == '\'')) charset.remove_suffix(1);
      media.charset = lower(charset);
    }
  }
  return media;
}

std::optional<HttpResponse> read_http_response(std::string_view bytes) {
  constexpr size_t kLongestHeader = 256 << 10;      // servers refuse headers of more than 8 to 64 kB
  const size_t length = header_length(bytes.substr(0, kLongestHeader));
  if (length == 0 || !bytes.starts_with("HTTP/")) return std::nullopt;
  const std::string_view header = bytes.substr(0, length), line = trim(header.substr(0, header.find('\n')));
  const size_t blank = line.find(' ');
  const std::optional<int> status = blank == std::string_view::npos ? std::nullopt : number(trim(line.substr(blank + 1)).substr(0, 3));
  if (!status || *status < 100 || *status > 999) return std::nullopt;
  const HeaderFields fields(header.substr(header.find('\n') + 1));
  HttpResponse response{*status, read_media_type(fields["content-type"]), http_date_to_iso(fields["last-modified"]), http_date_to_iso(fields["date"]), {}, false, length};
  for (std::string_view name : {fields["content-encoding"], fields["transfer-encoding"]}) {
    for (std::string_view coding : split(name, ',')) {
      const std::string known = lower(coding);
      if (known == "chunked") response.chunked = true;
      else if (!known.empty() && known != "identity") response.codings.push_back(known);
    }
  }
  return response;
}

std::string http_date_to_iso(std::string_view value) {
  std::vector<std::string_view> words;
  for (std::string_view word : split(value, ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  if (words.size() == 4) {                          // Sunday, 06-Nov-94 08:49:37 GMT
    const std::vector<std::string_view> day = split(words[1], '-');
    if (day.size() != 3) return {};
    words = {words[0], day[0], day[1], day[2], words[2], words[3]};
  }
  if (words.size() == 5) words = {words[0], words[2], words[1], words[4], words[3], "GMT"};      // Sun Nov  6 08:49:37 1994
  if (words.size() != 6) return {};                 // Sun, 06 Nov 1994 08:49:37 GMT
  const std::vector<std::string_view> clock = split(words[4], ':');
  if (clock.size() != 3 || (words[5] != "GMT" && words[5] != "UTC" && words[5] != "+0000")) return {};
  const auto day = number(words[1]), year = number(words[3]), hour = number(clock[0]), minute = number(clock[1]), second = number(clock[2]);
  const int month = month_number(words[2]);
  if (!day || !year || !hour || !minute || !second || month == 0 || *day < 1 || *day > 31 || *year > 9999 || *hour > 23 || *minute > 59 || *second > 60) return {};
  const int full_year = *year >= 100 ? *year : *year + (*year < 70 ? 2000 : 1900);
  char iso[80];
  std::snprintf(iso, sizeof iso, "%04d-%02d-%02dT%02d:%02d:%02dZ", full_year, month, *day, *hour, *minute, *second);
  return iso;
}

Chunks join_chunks(std::string& body) {
  size_t from = 0, to = 0;
  while (true) {
    const size_t line_end = body.find('\n', from);
    uint64_t size = 0;
    const char* first = body.data() + from;
    const char* last = body.data() + (line_end == std::string::npos ? body.size() : line_end);
    const auto [end, error] = std::from_chars(first, last, size, 16);
    const bool sized = error == std::errc() && line_end != std::string::npos && (end == last || *end == '\r' || *end == ';' || *end == ' ');
    if (!sized && from == 0) return Chunks::kNone;
    const size_t start = sized ? line_end + 1 : body.size();
    const bool cut = !sized || size > body.size() - start;
    const size_t length = sized ? static_cast<size_t>(std::min<uint64_t>(size, body.size() - start)) : 0;
    std::copy(body.begin() + static_cast<std::ptrdiff_t>(start), body.begin() + static_cast<std::ptrdiff_t>(start + length), body.begin() + static_cast<std::ptrdiff_t>(to));
    to += length;
    from = start + length;
    if (body.compare(from, 2, "\r\n") == 0) from += 2;
    else if (body.compare(from, 1, "\n") == 0) from += 1;
    if (!cut && size != 0) continue;
    body.resize(to);
    return cut ? Chunks::kCutShort : Chunks::kWhole;
  }
}

}  // namespace hearsay
