// Writes analyses as hearsay/1. The only place where byte spans become code points.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cassert>

#include "record/json_line.h"

namespace hearsay {
namespace {

class AnalysisWriter {
 public:
  explicit AnalysisWriter(const Analysis& analysis)
      : analysis_(analysis), text_(analysis.document.text), code_points_(text_) {}

  std::string write() {
    line_.begin();
    document();
    sentences();
    list("times", analysis_.times, [this](int i, const TimeExpression& time) { write_time(i, time); });
    list("actors", analysis_.actors, [this](int, const Actor& actor) { write_actor(actor); });
    list("statements", analysis_.statements, [this](int i, const Statement& said) { write_statement(i, said); });
    list("events", analysis_.events, [this](int i, const Event& event) { write_event(i, event); });
    list("figures", analysis_.figures, [this](int i, const Figure& figure) { write_figure(i, figure); });
    list("zones", analysis_.document.zones, [this](int, const Zone& zone) { write_zone(zone); });
    line_.begin_list("notes");
    for (const std::string& note : analysis_.notes) line_.text(note);
    line_.end_list();
    line_.end();
    return line_.finish();
  }

 private:
  // A list of objects under `name`.
  template <class Items, class Fields>
  void list(std::string_view name, const Items& items, Fields fields) {
    line_.begin_list(name);
    for (int i = 0; const auto& item : items) {
      line_.begin();
      fields(i++, item);
      line_.end();
    }
    line_.end_list();
  }

  std::string_view words(Span at) const { return text_.substr(std::min<size_t>(at.start, text_.size()), at.length()); }

  void span(Span span) {
    line_.number("start", code_points_.at(span.start));
    line_.number("end", code_points_.at(span.end));
  }
  void span_with_words(Span at) {
    span(at);
    line_.quote("text", words(at));
  }
  // For what the text may not name: an empty span is null.
  void optional_span(Span at) {
    if (!at.empty()) return span(at);
    line_.null("start");
    line_.null("end");
  }

  // nullptr for none.
  const Actor* actor(int index) const {
    assert(index < static_cast<int>(analysis_.actors.size()) && "analyses name only actors that they hold");
    return index < 0 ? nullptr : &analysis_.actors[static_cast<size_t>(index)];
  }

  void document() {
    const Document& document = analysis_.document;
    line_.quote("format", "hearsay/1");
    line_.text("id", document.id);
    line_.begin("source");
    line_.text("path", document.path);
    line_.optional_text("url", document.url);
    line_.text("sha256", document.sha256);
    line_.end();
    line_.optional_text("title", document.title);
    outlet();
    line_.optional_text("published", document.published);
    line_.day("published_day", document.published_day);
    if (document.published_from == DateOrigin::kUnknown) line_.null("published_from");
    else line_.quote("published_from", to_string(document.published_from));
    line_.text("lang", document.lang);
    page();
    line_.quote("text", document.text);
  }

  // What a page or other bytes than UTF-8 tell, where there is any of it.
  void page() {
    const Document& document = analysis_.document;
    if (!document.authors.empty()) {
      line_.begin_list("authors");
      for (const std::string& author : document.authors) line_.text(author);
      line_.end_list();
    }
    if (document.modified) line_.text("modified", *document.modified);
    if (!document.encoding.empty() && document.encoding != "utf-8") line_.text("encoding", document.encoding);
    if (document.fields.empty()) return;
    line_.begin("fields");
    for (const auto& [name, from] : document.fields) line_.quote(name, to_string(from));
    line_.end();
  }

  void outlet() {
    const Document& document = analysis_.document;
    if (!document.outlet_id && !document.outlet_name) return line_.null("outlet");
    line_.begin("outlet");
    line_.optional_text("id", document.outlet_id);
    line_.optional_text("name", document.outlet_name);
    line_.end();
  }

  void sentences() {
    line_.begin_list("sentences");
    for (Span sentence : analysis_.sentences) {
      line_.begin_list();
      line_.number(code_points_.at(sentence.start));
      line_.number(code_points_.at(sentence.end));
      line_.end_list();
    }
    line_.end_list();
  }

  void write_zone(const Zone& zone) {
    line_.quote("kind", to_string(zone.kind));
    span(zone.span);
    line_.number("paragraph", zone.paragraph);
    if (!zone.lang.empty()) line_.quote("lang", zone.lang);
  }

  void write_time(int index, const TimeExpression& time) {
    line_.id("id", 't', index);
    span_with_words(time.span);
    line_.quote("type", to_string(time.type));
    line_.text("value", time.value);
    line_.day("from", time.from);
    line_.day("to", time.to);
    line_.text("rule", time.rule);
  }

  void write_actor(const Actor& actor) {
    line_.text("id", actor.id);
    line_.text("name", actor.name);
    line_.quote("kind", to_string(actor.kind));
    line_.text_or_null("code", actor.code);
    line_.text_or_null("country", actor.country);
    line_.text_or_null("speaks_for", actor.speaks_for);
    line_.text_or_null("owner", actor.owner);
    line_.begin_list("within");
    for (const std::string& place : actor.within) line_.text(place);
    line_.end_list();
    line_.flag("outlet", actor.outlet);
    line_.flag("known", actor.known);
    list("mentions", actor.mentions, [this](int, const Mention& mention) {
      span_with_words(mention.span);
      line_.quote("form", to_string(mention.form));
      line_.text("rule", mention.rule);
    });
  }

  // Null only if there is nothing to say of the voice: a nameless one may still be anonymous, or stand in the text.
  void speaker(const Voice& who) {
    if (who.actor < 0 && who.name.empty() && who.span.empty() && !who.anonymous && who.voices == 1) {
      return line_.null("speaker");
    }
    line_.begin("speaker");
    write_voice(who);
    line_.end();
  }

  void write_voice(const Voice& who) {
    const Actor* known = actor(who.actor);
    known ? line_.text("actor", known->id) : line_.null("actor");
    line_.text_or_null("name", who.name);
    who.span.empty() ? line_.null("text") : line_.quote("text", words(who.span));
    optional_span(who.span);
    line_.flag("anonymous", who.anonymous);
    line_.number("voices", who.voices);
  }

  void write_statement(int index, const Statement& said) {
    line_.id("id", 's', index);
    line_.number("sentence", said.sentence);
    span(said.span);
    line_.quote("mode", to_string(said.mode));
    line_.quote("act", to_string(said.act));
    stretch("cue", said.cue);
    stretch("content", said.content);
    speaker(said.speaker);
    list("via", said.via, [this](int, const Voice& carrier) { write_voice(carrier); });
    line_.id("parent", 's', said.parent);
    line_.flag("unverified", said.unverified);
    line_.flag("refers_back", said.refers_back);
    line_.text("rule", said.rule);
    if (said.rejected) line_.flag("rejected", true);
  }

  void stretch(std::string_view name, const std::optional<Span>& at) {
    if (!at) return line_.null(name);
    line_.begin(name);
    // The content repeats most of the text; its offsets are enough.
    name == "cue" ? span_with_words(*at) : span(*at);
    line_.end();
  }

  void write_event(int index, const Event& event) {
    line_.id("id", 'e', index);
    span(event.span);
    line_.number("sentence", event.sentence);
    line_.text("kind", event.kind);
    line_.text_or_null("cameo", event.cameo);
    line_.text_or_null("plover", event.plover);
    line_.goldstein(event.goldstein, event.cameo);
    party("source", event.source);
    party("target", event.target);
    line_.id("time", 't', event.time);
    line_.day("from", event.from);
    line_.day("to", event.to);
    const Actor* place = actor(event.place);
    place ? line_.text("place", place->id) : line_.null("place");
    // The format knows four words of what is told; a plan called off is one that is said not to have happened.
    const bool cancelled = event.status == EventStatus::kCancelled;
    line_.quote("status", to_string(cancelled ? EventStatus::kNotHappened : event.status));
    line_.flag("cancelled", cancelled);
    line_.flag("lead", event.lead);
    line_.flag("joint", event.joint);
    line_.id("statement", 's', event.statement);
    line_.flag("unverified", event.unverified);
    line_.text("rule", event.rule);
    if (event.rejected) line_.flag("rejected", true);
  }

  void write_figure(int index, const Figure& figure) {
    line_.id("id", 'f', index);
    span_with_words(figure.span);
    line_.text("of", figure.of);
    line_.text_or_null("who", figure.who);
    line_.real("least", figure.least);
    line_.real("most", figure.most);
    line_.flag("about", figure.about);
    line_.number("sentence", figure.sentence);
    line_.id("statement", 's', figure.statement);
    line_.id("event", 'e', figure.event);
    line_.text("rule", figure.rule);
  }

  void party(std::string_view name, const Party& party) {
    const Actor* who = actor(party.actor);
    if (!who) return line_.null(name);
    line_.begin(name);
    line_.text("actor", who->id);
    line_.text("name", who->name);
    line_.text_or_null("code", who->code);
    optional_span(party.span);
    line_.end();
  }

  const Analysis& analysis_;
  std::string_view text_;
  CodePoints code_points_;
  JsonLine line_;
};

}  // namespace

std::string analysis_record(const Analysis& analysis) { return AnalysisWriter(analysis).write(); }

}  // namespace hearsay
