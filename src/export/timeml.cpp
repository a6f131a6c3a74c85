// TimeML 1.2.1: the text with its time expressions as TIMEX3 elements within it. Without the tags it is the text again.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "export/documents.h"
#include "export/legible.h"
#include "text/utf8.h"

namespace hearsay {
namespace {

// XML 1.0 has no control characters (section 2.2), not even by number: their pictures (U+2400 and on) stand for them, one for one. What reorders or hides
// text is written by number, and reads back as it was.
void append_xml(std::string& out, char32_t code, std::string_view bytes) {
  switch (code) {
    case '&': out += "&amp;"; return;
    case '<': out += "&lt;"; return;
    case '>': out += "&gt;"; return;
    case '"': out += "&quot;"; return;
    default: break;
  }
  if (code == '\n' || code == '\t') out += bytes;
  else if (code == '\r') out += "&#13;";
  else if (code < 0x20) append_utf8(out, 0x2400 + code);
  else if (code == 0xFFFE || code == 0xFFFF) append_utf8(out, 0xFFFD);
  else if (hides(code)) out += fmt::format("&#x{:X};", static_cast<uint32_t>(code));
  else out += bytes;
}

std::string xml_text(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    append_xml(out, decoded.code, text.substr(at, decoded.length));
    at += decoded.length;
  }
  return out;
}

std::string timex(int number, const TimeExpression& time, std::string_view words) {
  const std::string value = time.value.empty() ? "" : fmt::format(" value=\"{}\"", xml_text(time.value));
  return fmt::format("<TIMEX3 tid=\"t{}\" type=\"{}\"{}>{}</TIMEX3>", number, to_string(time.type), value, xml_text(words));
}

// The day of publication, which relative expressions are dated from; nothing where it is not known.
std::string creation_time(const Document& document) {
  if (!document.published_day) return {};
  const std::string day = iso(*document.published_day);
  return fmt::format("<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"{0}\" temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">{0}</TIMEX3></DCT>\n", day);
}

// Elements cannot overlap: of two expressions that do, the one that begins first stands, and of two that begin together the longer.
std::string marked_text(const Analysis& analysis) {
  std::vector<int> order;
  for (size_t i = 0; i < analysis.times.size(); ++i) order.push_back(static_cast<int>(i));
  const auto span = [&](int index) { return analysis.times[static_cast<size_t>(index)].span; };
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return std::pair(span(a).start, span(b).end) < std::pair(span(b).start, span(a).end); });
  const std::string_view text = analysis.document.text;
  std::string out;
  uint32_t at = 0;
  for (const int index : order) {
    const std::string_view words = words_at(analysis, span(index));
    if (span(index).start < at || words.empty()) continue;
    out += xml_text(text.substr(at, span(index).start - at));
    out += timex(index + 1, analysis.times[static_cast<size_t>(index)], words);
    at = span(index).end;
  }
  return out + xml_text(text.substr(at));
}

}  // namespace

std::vector<ExportedFile> timeml(const Analysis& analysis) {
  const Document& document = analysis.document;
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<DOCID>" + xml_text(document.id) + "</DOCID>\n" + creation_time(document);
  if (document.title) out += "<TITLE>" + xml_text(*document.title) + "</TITLE>\n";
  out += "<TEXT>" + marked_text(analysis) + "</TEXT>\n</TimeML>\n";
  return {{document.id + ".tml", out}};
}

}  // namespace hearsay
