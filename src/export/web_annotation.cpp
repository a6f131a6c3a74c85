// W3C Web Annotation Data Model (Recommendation of 2017), as JSON-LD: a page of annotations for each document. Each says its stretch twice, by position in
// code points and by its words with what stands before and behind, so that a wrong offset is found.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "export/documents.h"
#include "export/legible.h"
#include "record/json_line.h"

namespace hearsay {
namespace {

constexpr uint32_t kContext = 32;        // code points before and behind the words: a judgement; enough to tell two places apart

class Annotations {
 public:
  explicit Annotations(const Analysis& analysis) : analysis_(analysis), points_(analysis.document.text), source_("urn:hearsay:document:" + analysis.document.id) {}

  std::string write() {
    json_.begin();
    json_.begin_list("@context");
    json_.quote("http://www.w3.org/ns/anno.jsonld");
    json_.begin();
    json_.quote("hs", "urn:hearsay:terms:");
    json_.end();
    json_.end_list();
    json_.text("id", source_ + ":annotations");
    json_.quote("type", "AnnotationPage");
    write_document();
    json_.begin_list("items");
    for (size_t i = 0; i < analysis_.times.size(); ++i) write_time(static_cast<int>(i));
    for (size_t i = 0; i < analysis_.statements.size(); ++i)
      if (!analysis_.statements[i].rejected) write_statement(static_cast<int>(i));
    for (size_t i = 0; i < analysis_.events.size(); ++i)
      if (!analysis_.events[i].rejected) write_event(static_cast<int>(i));
    for (size_t i = 0; i < analysis_.figures.size(); ++i) write_figure(static_cast<int>(i));
    for (const Actor& actor : analysis_.actors)
      for (const Mention& mention : actor.mentions) write_mention(actor, mention);
    json_.end_list();
    json_.end();
    return legible_json(json_.finish()) + "\n";
  }

 private:
  void write_document() {
    const Document& document = analysis_.document;
    json_.begin("hs:document");
    json_.text("id", source_);
    json_.optional_text("hs:url", document.url);
    json_.optional_text("hs:title", document.title);
    json_.text_or_null("hs:outlet", outlet_of(document));
    json_.optional_text("hs:published", document.published);
    json_.text("hs:sha256", document.sha256);
    json_.number("hs:length", points_.at(static_cast<uint32_t>(document.text.size())));
    json_.end();
  }

  // The body's fields are added between the two.
  void begin(const std::string& name, std::string_view motivation, std::string_view what) {
    json_.begin();
    json_.text("id", source_ + ":" + name);
    json_.quote("type", "Annotation");
    json_.quote("motivation", motivation);
    json_.begin("body");
    json_.quote("type", "TextualBody");
    json_.quote("purpose", motivation);
    json_.text("value", what);
  }
  void end(Span span) {
    json_.end();
    json_.begin("target");
    json_.begin("source");
    json_.text("id", source_);
    json_.quote("type", "Text");
    json_.quote("format", "text/plain");
    json_.text("language", analysis_.document.lang);
    json_.end();
    json_.begin_list("selector");
    write_selectors(span);
    json_.end_list();
    json_.end();
    json_.end();
  }
  void write_selectors(Span span) {
    const uint32_t start = points_.at(span.start), stop = points_.at(span.end);
    json_.begin();
    json_.quote("type", "TextPositionSelector");
    json_.number("start", start);
    json_.number("end", stop);
    json_.end();
    json_.begin();
    json_.quote("type", "TextQuoteSelector");
    json_.text("exact", words_at(analysis_, span));
    json_.text("prefix", words_at(analysis_, {points_.byte_of(start > kContext ? start - kContext : 0), span.start}));
    json_.text("suffix", words_at(analysis_, {span.end, points_.byte_of(stop + kContext)}));
    json_.end();
  }

  void write_time(int index) {
    const TimeExpression& time = analysis_.times[static_cast<size_t>(index)];
    begin(numbered('t', index), "tagging", time.value);
    json_.quote("hs:timex3", to_string(time.type));
    json_.day("hs:from", time.from);
    json_.day("hs:to", time.to);
    end(time.span);
  }
  void write_statement(int index) {
    const Statement& said = analysis_.statements[static_cast<size_t>(index)];
    begin(numbered('s', index), "identifying", said.speaker.name);
    json_.quote("hs:act", to_string(said.act));
    json_.quote("hs:mode", to_string(said.mode));
    json_.flag("hs:anonymous", said.speaker.anonymous);
    json_.begin_list("hs:via");
    for (const Voice& carrier : said.via) json_.text(carrier.name);
    json_.end_list();
    if (said.content) {
      json_.number("hs:contentStart", points_.at(said.content->start));
      json_.number("hs:contentEnd", points_.at(said.content->end));
    }
    end(said.span);
  }
  void write_event(int index) {
    const Event& event = analysis_.events[static_cast<size_t>(index)];
    begin(numbered('e', index), "classifying", event.kind);
    json_.text_or_null("hs:cameo", event.cameo);
    json_.text_or_null("hs:plover", event.plover);
    write_party("hs:source", event.source);
    write_party("hs:target", event.target);
    json_.quote("hs:status", to_string(event.status));
    json_.day("hs:from", event.from);
    json_.day("hs:to", event.to);
    json_.id("hs:statement", 's', event.statement);
    end(event.span);
  }
  void write_party(std::string_view name, const Party& party) {
    const Actor* actor = actor_at(analysis_, party.actor);
    json_.text_or_null(name, actor ? actor->id : "");
  }
  void write_figure(int index) {
    const Figure& figure = analysis_.figures[static_cast<size_t>(index)];
    begin(numbered('f', index), "tagging", figure.of);
    json_.text_or_null("hs:who", figure.who);
    json_.real("hs:least", figure.least);
    json_.real("hs:most", figure.most);
    end(figure.span);
  }
  void write_mention(const Actor& actor, const Mention& mention) {
    begin("m" + std::to_string(++mentions_), "identifying", actor.name);
    json_.text("hs:actor", actor.id);
    json_.quote("hs:kind", to_string(actor.kind));
    json_.quote("hs:form", to_string(mention.form));
    end(mention.span);
  }

  const Analysis& analysis_;
  CodePoints points_;
  std::string source_;
  int mentions_ = 0;
  JsonLine json_;
};

}  // namespace

std::vector<ExportedFile> web_annotations(const Analysis& analysis) { return {{analysis.document.id + ".jsonld", Annotations(analysis).write()}}; }

}  // namespace hearsay
