// Analyses made by hand: each clause gets a paragraph of its own, so that spans are real.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <set>
#include <vector>

#include "chronicle/chronicle.h"
#include "engine/reading.h"
#include "story/item.h"

namespace hearsay::build {

inline Day day(int y, unsigned m, unsigned d) {
  return Day{std::chrono::year{y} / std::chrono::month{m} / std::chrono::day{d}};
}

// How a statement is made; indexes of actors, -1 for none.
struct Says {
  int speaker = -1;
  bool anonymous = false;
  std::string name = {};                 // the source's words where there is no actor
  std::vector<int> via = {};
  Act act = Act::kAssert;
  int voices = 1;
  int parent = -1;
  bool refers_back = false;              // to the events so far
};

class Report {
 public:
  Report(std::string id, std::optional<Day> published, std::string outlet = "") {
    Document& d = a_.document;
    d.id = std::move(id);
    d.path = d.id + ".txt";
    d.lang = "en";
    d.published_day = published;
    if (published) d.published = iso(*published);
    if (!outlet.empty()) d.outlet_id = d.outlet_name = std::move(outlet);
  }

  int actor(std::string id, ActorKind kind, std::string country = "", std::string code = "") {
    for (size_t i = 0; i < a_.actors.size(); ++i)
      if (a_.actors[i].id == id) return static_cast<int>(i);
    Actor actor;
    actor.name = actor.id = std::move(id);
    actor.kind = kind;
    actor.country = std::move(country);
    actor.code = std::move(code);
    a_.actors.push_back(actor);
    return static_cast<int>(a_.actors.size()) - 1;
  }
  int usa() { return actor("usa", ActorKind::kState, "USA", "USA"); }
  int prk() { return actor("prk", ActorKind::kState, "PRK", "PRK"); }
  int kor() { return actor("kor", ActorKind::kState, "KOR", "KOR"); }
  int trump() { return actor("donald-trump", ActorKind::kPerson, "USA", "USAGOV"); }
  int kim() { return actor("kim-jong-un", ActorKind::kPerson, "PRK", "PRKGOV"); }
  int expert() { return actor("ankit-panda", ActorKind::kPerson, "USA", "USAEDU"); }
  int place(const std::string& id) { return actor(id, ActorKind::kPlace); }
  int outlet(const std::string& id, const std::string& owner = "", const std::string& speaks_for = "",
             const std::string& country = "") {
    const int i = actor(id, ActorKind::kOrganisation, country);
    Actor& actor = item(a_.actors, i);
    actor.outlet = true;
    actor.owner = owner;
    actor.speaks_for = speaks_for;
    return i;
  }
  int kcna() { return outlet("kcna", "", "prk", "PRK"); }

  // A paragraph of the body, or of another zone.
  Span say(const std::string& words, ZoneKind kind = ZoneKind::kBody) {
    std::string& text = a_.document.text;
    const auto start = static_cast<uint32_t>(text.size());
    text += words;
    const Span span{start, static_cast<uint32_t>(text.size())};
    text += "\n";
    a_.document.zones.push_back({kind, span, kind == ZoneKind::kBody ? paragraphs_++ : -1});
    return span;
  }
  void mention(int actor, Span span) { item(a_.actors, actor).mentions.push_back({span, MentionForm::kName, ""}); }

  // "<source> said <content>": a paragraph of its own. Refusals have no content.
  int statement(const Says& how) {
    const int n = static_cast<int>(a_.statements.size());
    const Span whole = say("source" + std::to_string(n) + " said content" + std::to_string(n) + " of it");
    Statement s;
    s.span = whole;
    s.cue = Span{whole.start + 8, whole.start + 12};
    s.act = how.act;
    if (how.act != Act::kDecline && how.act != Act::kSilent) s.content = Span{whole.start + 13, whole.end};
    s.speaker.actor = how.speaker;
    s.speaker.anonymous = how.anonymous;
    s.speaker.voices = how.voices;
    s.speaker.name = how.speaker >= 0 ? item(a_.actors, how.speaker).name : how.name;
    if (how.speaker >= 0 || !how.name.empty()) s.speaker.span = Span{whole.start, whole.start + 7};
    for (int via : how.via) {
      Voice voice;
      voice.actor = via;
      voice.name = item(a_.actors, via).name;
      s.via.push_back(voice);
    }
    s.parent = how.parent;
    s.refers_back = how.refers_back;
    if (how.refers_back) s.sentence = static_cast<int>(a_.events.size());
    a_.statements.push_back(s);
    return n;
  }

  // An event in a statement's content, or (-1) in a paragraph of the outlet's own.
  Event& event(const std::string& kind, const std::string& cameo, int source, int target, int statement = -1) {
    Event e;
    e.kind = kind;
    e.cameo = cameo;
    e.source.actor = source;
    e.target.actor = target;
    e.statement = statement;
    e.sentence = static_cast<int>(a_.events.size());
    if (statement >= 0 && item(a_.statements, statement).content) e.span = *item(a_.statements, statement).content;
    else e.span = say("clause" + std::to_string(a_.events.size()) + " of " + a_.document.id);
    a_.events.push_back(e);
    return a_.events.back();
  }
  // The letter that North Korea refused, as the report's lead.
  Event& refused(int statement = -1) {
    Event& e = event("letter-refused", "120", prk(), trump(), statement);
    e.lead = true;
    return e;
  }
  Event& meeting(int statement = -1) {
    Event& e = event("meeting", "040", trump(), kim(), statement);
    e.joint = true;
    return e;
  }
  int time(const std::string& value) {
    TimeExpression t;
    t.value = value;
    a_.times.push_back(t);
    return static_cast<int>(a_.times.size()) - 1;
  }

  Analysis& analysis() { return a_; }
  operator Analysis() const { return a_; }

 private:
  Analysis a_;
  int paragraphs_ = 0;
};

inline void dated(Event& event, Day from, Day to) {
  event.from = from;
  event.to = to;
}
inline void dated(Event& event, Day on) { dated(event, on, on); }

inline std::vector<const Happening*> of_kind(const std::vector<Happening>& all, const std::string& kind) {
  std::vector<const Happening*> out;
  for (const Happening& one : all)
    if (one.kind == kind) out.push_back(&one);
  return out;
}

inline std::vector<Happening> chronicle_of(const std::vector<Analysis>& analyses, std::optional<Day> as_of) {
  return build_chronicle(analyses, testing::real_packs().world(), as_of);
}

// A text of so many distinct words, the same for the same seed.
inline std::string prose(const std::string& seed, int from, int to) {
  std::string out;
  for (int i = from; i < to; ++i) out += seed + std::to_string(i) + (i % 12 == 11 ? ". " : " ");
  return out;
}

}  // namespace hearsay::build
