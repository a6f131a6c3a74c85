// The rules are those of "What is one origin" in the record format, sentence by sentence; the tests name each.
// Dropping (an own-voice lead beside an attribution) and uniting are done in origins.cpp, since they depend on the day.
// SPDX-License-Identifier: Apache-2.0
#include "chronicle/testimony.h"

#include <algorithm>

namespace hearsay {
namespace {

// Who passes words on.
struct Carrier {
  std::vector<std::string> keys;
  std::string actor, name;
  const Actor* outlet = nullptr;
};

Carrier carrier_of(const Who& who, const Actor& actor) {
  if (actor.outlet) return {{"outlet:" + who.owner(actor)}, actor.id, actor.name, &actor};
  return {{"actor:" + actor.id}, actor.id, actor.name, nullptr};
}

// The outlet that tells some words of a document, or from whose report they are copied. Copies of an undecided original share a key.
Carrier carrier_of(const Library& library, int document, Span words) {
  const Analysis& origin = library.analysis(original_at(library.copies, document, words));
  const Document& text = origin.document;
  Carrier carrier;
  const int credit = credited_outlet(origin);
  const Actor* outlet = outlet_of(origin);
  if (credit >= 0) {
    carrier = carrier_of(library.who, item(origin.actors, credit));
  } else if (outlet) {
    carrier = {{"outlet:" + library.who.owner(*outlet)}, outlet->id, outlet->name, outlet};
  } else if (text.outlet_id || text.outlet_name) {
    const std::string& id = text.outlet_id ? *text.outlet_id : *text.outlet_name;
    carrier = {{"outlet:" + id}, text.outlet_id.value_or(""), text.outlet_name.value_or(id), nullptr};
  } else {
    carrier = {{"document:" + text.id}, "", text.title.value_or(text.path), nullptr};
  }
  const int family = item(library.copies.family, document);
  if (item(library.originals, document) > 1) carrier.keys.push_back("family:" + std::to_string(family));
  return carrier;
}

// The actor of a voice; an unnamed one's is found by the words that describe it.
const Actor* actor_of(const Analysis& analysis, const Voice& voice) {
  if (voice.actor >= 0) return &item(analysis.actors, voice.actor);
  if (voice.span.empty()) return nullptr;
  const auto here = [&](const Mention& mention) { return mention.span == voice.span; };
  for (const Actor& actor : analysis.actors)
    if (std::any_of(actor.mentions.begin(), actor.mentions.end(), here)) return &actor;
  return nullptr;
}

std::vector<Carrier> carriers_of(const Library& library, int document, const Statement& statement) {
  const Analysis& analysis = library.analysis(document);
  std::vector<Carrier> carriers;
  for (const Voice& voice : statement.via) {
    const Actor* actor = actor_of(analysis, voice);
    if (actor) carriers.push_back(carrier_of(library.who, *actor));
    else if (!voice.name.empty()) carriers.push_back({{"name:" + voice.name}, "", voice.name, nullptr});
  }
  if (carriers.empty()) carriers.push_back(carrier_of(library, document, statement.span));
  return carriers;
}

void speak_for_side(Testimony& testimony, int side) {
  testimony.kind = OriginKind::kParty;
  testimony.side = side;
  testimony.keys = {"party:" + std::to_string(side)};
  testimony.cited = false;
}

int organ_side(const Case& happening, const Actor* outlet) {
  return outlet && !outlet->speaks_for.empty() ? happening.side_of(happening.library->who.side(*outlet)) : -1;
}

// A source with neither name nor description ("is said to have").
bool is_hearsay(const Statement& statement, const Actor* actor) {
  const Voice& speaker = statement.speaker;
  const bool unseen = speaker.span.empty() || (statement.cue && *statement.cue == speaker.span);
  return !actor && statement.via.empty() && unseen && (speaker.anonymous || speaker.name.empty());
}

class Hearing {
 public:
  explicit Hearing(const Case& happening) : case_(happening), library_(*happening.library) {}

  std::vector<Testimony> all() {
    for (int i : case_.group->told) {
      hear(item(library_.told, i));
      hear_answers(item(library_.told, i));
    }
    int last = -1;
    for (int i : case_.group->told) {
      const int document = item(library_.told, i).document;
      if (document != last) hear_refusals(document);
      last = document;
    }
    return std::move(out_);
  }

 private:
  // `words`: the telling, or the statement.
  Testimony& add(Role role, int document, int statement, Span words) {
    Testimony& testimony = out_.emplace_back();
    const Analysis& analysis = library_.analysis(document);
    testimony.role = role;
    testimony.document = document;
    testimony.family = item(library_.copies.family, document);
    testimony.day = analysis.document.published_day.value_or(kNoStart);
    testimony.statement = {analysis.document.id, statement};
    testimony.teller = carrier_of(library_, document, words).keys;
    return testimony;
  }

  void hear(const Told& told) {
    const Analysis& analysis = library_.analysis(told.document);
    const std::vector<int> around = statements_around(analysis, *told.what);
    const int words = own_words(told);
    bool asserted = true;
    for (size_t i = 0; i < around.size(); ++i) {
      const Statement& statement = item(analysis.statements, around[i]);
      const bool denies = denies_event(statement, *told.what);
      if (denies) hear_statement(Role::kDenies, told.document, around[i]);
      if (i > 0 || around[i] == words) continue;
      const bool refuses = statement.act == Act::kDecline || statement.act == Act::kSilent;
      if (refuses) hear_refusal(told.document, around[i]);
      asserted = !denies && !refuses;
    }
    if (!asserted) return;
    if (words >= 0) hear_statement(Role::kAsserts, told.document, words);
    else if (around.empty()) hear_outlet(told);
    else hear_statement(Role::kAsserts, told.document, around[0]);
  }

  // The statement by which the event's source does it: a threat and the words of the threat. -1 if it is no speech act.
  int own_words(const Told& told) const {
    const Analysis& analysis = library_.analysis(told.document);
    if (!told.source.known()) return -1;
    for (size_t s = 0; s < analysis.statements.size(); ++s) {
      const Statement& statement = analysis.statements[s];
      const bool inside = statement.content && statement.content->contains(told.what->span);
      if (statement.rejected || inside || !statement.span.overlaps(told.what->span)) continue;
      const Actor* speaker = actor_of(analysis, statement.speaker);
      if (!speaker || !same_side(library_.who.side(*speaker), told.source) || told_by_another(analysis, statement, told.source)) continue;
      if (is_speech(told.root) || (statement.cue && statement.cue->overlaps(told.what->span))) return static_cast<int>(s);
    }
    return -1;
  }

  // "Beijing denied it": what the sentences just before told, by their first act. Who denies that a thing did not happen says that it did, and is
  // left out.
  void hear_answers(const Told& told) {
    if (told.what->status == EventStatus::kNotHappened) return;
    const Analysis& analysis = library_.analysis(told.document);
    for (size_t s = 0; s < analysis.statements.size(); ++s) {
      const Statement& statement = analysis.statements[s];
      if (statement.rejected || !statement.refers_back || answered_by(analysis, statement) != told.what) continue;
      hear_statement(statement.act == Act::kDeny ? Role::kDenies : Role::kAsserts, told.document, static_cast<int>(s));
    }
  }

  static const Event* answered_by(const Analysis& analysis, const Statement& answer) {
    static constexpr int kSentencesBack = 2;
    const Event* found = nullptr;
    for (const Event& event : analysis.events) {
      if (event.rejected || event.span.end > answer.span.start || event.sentence + kSentencesBack < answer.sentence || is_answer(analysis, event)) continue;
      if (!found || event.sentence > found->sentence) found = &event;
    }
    return found;
  }
  // "Denied the charges" is an act as well, and none that is denied or confirmed in turn.
  static bool is_answer(const Analysis& analysis, const Event& event) {
    return std::any_of(analysis.statements.begin(), analysis.statements.end(),
                       [&](const Statement& statement) { return !statement.rejected && statement.refers_back && statement.cue && statement.cue->overlaps(event.span); });
  }

  // "Trump says that Pyongyang demanded it": the word of whoever tells of the words.
  bool told_by_another(const Analysis& analysis, const Statement& statement, const Side& side) const {
    if (statement.parent < 0 || item(analysis.statements, statement.parent).rejected) return false;
    const Voice& teller = item(analysis.statements, statement.parent).speaker;
    const Actor* actor = actor_of(analysis, teller);
    return actor && !actor->outlet && !teller.anonymous && !same_side(library_.who.side(*actor), side);
  }

  void hear_outlet(const Told& told) {
    const Carrier carrier = carrier_of(library_, told.document, told.what->span);
    Testimony& testimony = add(Role::kAsserts, told.document, -1, told.what->span);
    testimony.own_voice = true;
    testimony.keys = testimony.carriers = carrier.keys;
    testimony.actor = carrier.actor;
    testimony.name = carrier.name;
    if (const int side = organ_side(case_, carrier.outlet); side >= 0) speak_for_side(testimony, side);
  }

  void hear_statement(Role role, int document, int index) {
    const Analysis& analysis = library_.analysis(document);
    const Statement& statement = item(analysis.statements, index);
    const Actor* speaker = actor_of(analysis, statement.speaker);
    const std::vector<Carrier> carriers = carriers_of(library_, document, statement);
    Testimony& testimony = add(role, document, index, statement.span);
    for (const Carrier& carrier : carriers)
      testimony.carriers.insert(testimony.carriers.end(), carrier.keys.begin(), carrier.keys.end());
    testimony.actor = speaker ? speaker->id : "";
    testimony.name = speaker && !statement.speaker.anonymous ? speaker->name : statement.speaker.name;
    const int side = speaker ? case_.side_of(library_.who.side(*speaker)) : -1;
    // "Sources in Washington" and "sources of CNN" name where the words come from, not for whom they speak.
    const bool whence = speaker && (speaker->kind == ActorKind::kPlace || (speaker->outlet && speaker->speaks_for.empty()));
    if (side >= 0 && !(statement.speaker.anonymous && whence)) return speak_for_side(testimony, side);
    if (is_hearsay(statement, speaker)) testimony.own_voice = true;
    if (statement.speaker.anonymous || testimony.own_voice) return hear_unnamed(testimony, statement, speaker, carriers[0]);
    if (speaker && speaker->outlet) return hear_cited(testimony, *speaker);
    testimony.kind = OriginKind::kThirdParty;
    testimony.keys = {speaker ? "actor:" + speaker->id : "name:" + statement.speaker.name};
  }

  // An unnamed source is known by who carries it; the same unnamed person of one document is one, whoever carries him.
  void hear_unnamed(Testimony& testimony, const Statement& statement, const Actor* speaker, Carrier carrier) {
    if (speaker && speaker->outlet && statement.via.empty()) {
      carrier = carrier_of(library_.who, *speaker);
      testimony.carriers = carrier.keys;
    }
    if (const int side = organ_side(case_, carrier.outlet); side >= 0) return speak_for_side(testimony, side);
    testimony.kind = OriginKind::kUnnamed;
    testimony.voices = std::max(1, statement.speaker.voices);
    testimony.actor.clear();
    testimony.name = (statement.speaker.name.empty() ? "unnamed source" : statement.speaker.name) + " (" + carrier.name + ")";
    for (const std::string& key : carrier.keys) testimony.keys.push_back("unnamed:" + key);
    if (!speaker || speaker->kind != ActorKind::kPerson) return;
    testimony.keys.push_back("person:" + testimony.statement.document + ":" + speaker->id);
  }

  void hear_cited(Testimony& testimony, const Actor& outlet) {
    const Carrier carrier = carrier_of(library_.who, outlet);
    testimony.kind = OriginKind::kOutlet;
    testimony.own_voice = carrier.keys[0] == testimony.teller[0];
    testimony.cited = !testimony.own_voice;
    testimony.keys = carrier.keys;
    testimony.carriers.insert(testimony.carriers.begin(), carrier.keys.begin(), carrier.keys.end());
  }

  void hear_refusal(int document, int index) {
    const Analysis& analysis = library_.analysis(document);
    const Actor* speaker = actor_of(analysis, item(analysis.statements, index).speaker);
    if (speaker && case_.side_of(library_.who.side(*speaker)) >= 0) hear_statement(Role::kDeclines, document, index);
  }

  // Refusals to comment and silence of a party, in a report that opens with the happening or tells it in that paragraph.
  void hear_refusals(int document) {
    const Analysis& analysis = library_.analysis(document);
    for (size_t s = 0; s < analysis.statements.size(); ++s) {
      const Statement& statement = analysis.statements[s];
      if (statement.rejected || (statement.act != Act::kDecline && statement.act != Act::kSilent)) continue;
      const bool near = std::any_of(case_.group->told.begin(), case_.group->told.end(), [&](int i) {
        const Told& told = item(library_.told, i);
        if (told.document != document || own_words(told) == static_cast<int>(s)) return false;
        return told.what->lead || same_paragraph(analysis, told.what->span, statement.span);
      });
      if (near) hear_refusal(document, static_cast<int>(s));
    }
  }

  static bool same_paragraph(const Analysis& analysis, Span a, Span b) {
    return std::any_of(analysis.document.zones.begin(), analysis.document.zones.end(), [&](const Zone& zone) {
      return zone.kind == ZoneKind::kBody && zone.span.overlaps(a) && zone.span.overlaps(b);
    });
  }

  const Case& case_;
  const Library& library_;
  std::vector<Testimony> out_;
};

}  // namespace

std::vector<Testimony> testimonies(const Case& happening) { return Hearing(happening).all(); }

}  // namespace hearsay
