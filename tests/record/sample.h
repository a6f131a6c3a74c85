// A made-up analysis with every field set, over a text with decomposed, astral and control characters.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

#include "hearsay/hearsay.h"

namespace hearsay::sample {

// The only stretch of the text that reads so.
inline Span span_of(const std::string& text, std::string_view words) {
  const size_t at = text.find(words);
  if (at == std::string::npos) throw std::logic_error("not in the sample: " + std::string(words));
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
}

inline Day day(int year, unsigned month, unsigned day) {
  return std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day);
}

inline Document document() {
  Document document;
  document.id = "doc-1";
  document.path = "news/thư \"một\".txt";
  document.url = "https://example.org/1?a=b&c=\\";
  document.sha256 = std::string(64, 'a');
  document.title = "Thư bị từ chối";
  document.outlet_id = "vtc-news";
  document.outlet_name = "VTC News";
  document.published = "2025-06-12T08:00:00+07:00";
  document.published_day = day(2025, 6, 12);
  document.published_from = DateOrigin::kMetadata;
  document.lang = "vi";
  document.authors = {"Lê \"Bình\""};
  document.modified = "2025-06-12";
  document.encoding = "windows-1258";
  document.fields = {{"title", FieldOrigin::kJsonLd}, {"url", FieldOrigin::kGiven}};
  // "Hà Nội" is decomposed; the envelope is one code point of four bytes.
  document.text =
      "Thư bị từ chối\n"
      "Ha\u0300 No\u0323\u0302i \U0001F4E8: Hôm qua, NK News dẫn lời ông Kim cho biết \"Triều Tiên từ chối lá thư\".\n"
      "Ảnh:\tAP\x01";
  document.zones = {{ZoneKind::kTitle, span_of(document.text, "Thư bị từ chối"), -1},
                    {ZoneKind::kCredit, span_of(document.text, "Ảnh:\tAP"), -1}};
  return document;
}

inline Statement statement(const std::string& text) {
  Statement said;
  said.span = span_of(text, "ông Kim cho biết \"Triều Tiên từ chối lá thư\"");
  said.sentence = 1;
  said.mode = Mode::kDirect;
  said.act = Act::kConfirm;
  said.cue = span_of(text, "cho biết");
  said.content = span_of(text, "Triều Tiên từ chối lá thư");
  said.speaker = {1, "Kim", span_of(text, "ông Kim"), true, 2};
  said.via = {{2, "NK News", span_of(text, "NK News"), false, 1}, {-1, "một hãng tin", {}, true, 3}};
  said.parent = 1;
  said.unverified = true;
  said.refers_back = true;
  said.rule = "vi/statements/say:said";
  return said;
}

inline Event event(const std::string& text) {
  Event event;
  event.span = span_of(text, "Triều Tiên từ chối lá thư");
  event.sentence = 1;
  event.kind = "letter-refused";
  event.cameo = "120";
  event.plover = "REJECT";
  event.goldstein = -4;
  event.source = {0, span_of(text, "Triều Tiên")};
  event.target = {1, {}};
  event.time = 0;
  event.from = day(2025, 6, 11);
  event.to = day(2025, 6, 11);
  event.place = 3;
  event.status = EventStatus::kNotHappened;
  event.lead = true;
  event.joint = true;
  event.statement = 0;
  event.unverified = true;
  event.rule = "vi/events/letters:refuse";
  return event;
}

inline Analysis analysis() {
  Analysis analysis;
  analysis.document = document();
  const std::string& text = analysis.document.text;
  const Span title = span_of(text, "Thư bị từ chối");
  analysis.sentences = {title, {title.end + 1, span_of(text, ".\nẢnh").start + 1}};
  analysis.times = {{span_of(text, "Hôm qua"), TimeType::kDate, "2025-06-11", day(2025, 6, 11), day(2025, 6, 11),
                     "vi/time/days:yesterday"},
                    {span_of(text, "Hôm"), TimeType::kSet, "XXXX-WXX", {}, {}, ""}};
  Actor korea{"prk", "North Korea", ActorKind::kState, "PRK", "PRK", "", "", {}, false, true, {}};
  korea.mentions = {{span_of(text, "Triều Tiên"), MentionForm::kName, "world/actors:prk"}};
  Actor kim{"kim", "Kim", ActorKind::kPerson, "", "", "prk", "", {}, false, false, {}};
  kim.mentions = {{span_of(text, "ông Kim"), MentionForm::kTitle, ""}};
  Actor news{"nk-news", "NK News", ActorKind::kOrganisation, "", "USA", "", "korea-risk-group", {}, true, true, {}};
  Actor place{"ha-noi", "Hà Nội", ActorKind::kPlace, "", "VNM", "", "", {"red-river-delta", "northern-vietnam"}, false, true, {}};
  place.mentions = {{span_of(text, "Ha\u0300 No\u0323\u0302i"), MentionForm::kName, ""}};
  analysis.actors = {korea, kim, news, place};
  Statement bare;
  bare.span = span_of(text, "NK News dẫn lời");
  bare.act = Act::kSilent;
  analysis.statements = {statement(text), bare};
  Event uncoded;
  uncoded.span = span_of(text, "dẫn lời");
  uncoded.kind = "other";
  analysis.events = {event(text), uncoded};
  analysis.figures = {{span_of(text, "lá thư"), 1, "letters", "people", 1, 2.5, true, 0, 0, "vi/figures/people:state"},
                      {span_of(text, "ông"), 0, "dead", "", {}, 20, false, -1, -1, ""},
                      {span_of(text, "Kim"), 0, "money:USD", "", 3e12, {}, false, -1, -1, ""}};
  analysis.notes = {"skipped \"x\"\nand more"};
  return analysis;
}

}  // namespace hearsay::sample
