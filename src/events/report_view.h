// What the lower rooms have read of a report, and the events told so far, as the pieces of this room see them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "pack/pack.h"
#include "statements/statements.h"
#include "syntax/clauses.h"

namespace hearsay {

// Names of categories, parts, attributes and steps that this room asks for.
struct EventKeys {
  explicit EventKeys(const Strings& strings)
      : act(strings.find("act")), vg(strings.find("vg")), role(strings.find("role")), verb(strings.find("verb")), head(strings.find("head")), object(strings.find("object")),
        actor(strings.find("actor")), polarity(strings.find("polarity")), in(strings.find("in")), subject(strings.find("subject")),
        mention(strings.find("mention")), complement(strings.find("complement")), and_(strings.find("and")), with(strings.find("with")),
        governor(strings.find("governor")), modifier(strings.find("modifier")), title(strings.find("title")), former(strings.find("former")),
        what(strings.find("what")), who(strings.find("who")), det(strings.find("det")), self(strings.find("self")), of(strings.find("of")), nouns(strings.find("nouns")), kind(strings.find("kind")), p(strings.find("p")),
        coordinated(strings.find("coordinated")), content(strings.find("content")), refers(strings.find("refers")), voice(strings.find("voice")), number(strings.find("number")), own(strings.find("own")) {}
  StrId act, vg, role, verb, head, object, actor, polarity, in, subject, mention, complement, and_, with, governor, modifier, title, former, what, who, det, self, of, nouns, kind, p, coordinated, content, refers, voice, number, own;
};

struct ReportView {
  const Pack& pack;
  const Frames& frames;
  const Document& document;
  const std::vector<Sentence>& sentences;
  const std::vector<Clauses>& clauses;
  const std::vector<TimeExpression>& times;
  const std::vector<Actor>& actors;
  const std::vector<Statement>& statements;
  const std::vector<Event>& told;        // in order of the text
  EventKeys keys;

  const World& world() const { return pack.world(); }
  const Strings& strings() const { return pack.strings(); }
  std::string_view text(StrId id) const { return pack.strings()[id]; }
  const Actor& actor(int index) const { return actors[static_cast<size_t>(index)]; }
  const TimeExpression& time(int index) const { return times[static_cast<size_t>(index)]; }
};

}  // namespace hearsay
