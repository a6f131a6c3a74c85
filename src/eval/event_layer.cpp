// A found act is the expected one if it overlaps the anchor or stands in its sentence, its root is accepted, and its parties are right.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "eval/causes.h"
#include "eval/layer.h"

namespace hearsay {

namespace {

// A plan called off is written as one that did not happen.
std::string_view status_of(const Event& event) { return to_string(event.status == EventStatus::kCancelled ? EventStatus::kNotHappened : event.status); }

const std::vector<GoldName>& or_nobody(const std::vector<GoldName>& parties) {
  static const std::vector<GoldName> kNobody{{""}};
  return parties.empty() ? kNobody : parties;
}

std::set<std::string> distinct(const std::vector<GoldName>& names) {
  std::set<std::string> words;
  for (const GoldName& name : names) words.insert(name.words);
  return words;
}

// The found days lie within the expected period, or are unknown where it has no first day.
bool when_right(const GoldEvent& gold, const Event& event) {
  const auto from = event.from ? std::optional(iso(*event.from)) : std::nullopt, to = event.to ? std::optional(iso(*event.to)) : std::nullopt;
  if (!gold.from && !gold.to) return !from && !to;
  if (!from && !to) return !gold.from;
  if ((!from && gold.from) || (!to && gold.to)) return false;
  const std::string first = from.value_or(""), last = to.value_or("9999-99");
  return gold.from.value_or("") <= first && first <= last && last <= gold.to.value_or("9999-99");
}

// The found days lie within a year, month or day that is a value.
bool within_value(const IfGiven<Accepted>& values, const Event& event) {
  if (!values || !event.from || !event.to) return false;
  return std::any_of(values->begin(), values->end(), [&](const auto& value) {
    const auto days = parse_partial_date(value.value_or(""));
    return days && days->first <= *event.from && *event.to <= days->second;
  });
}

class EventLayer : public Layer {
 public:
  EventLayer(const GoldFile& gold, const Report& report) : gold_(*gold.events), report_(report) {
    for (const GoldEvent& event : gold_) places_.push_back(place_of(event, report));
  }
  LayerName name() const override { return LayerName::kEvent; }
  size_t expected() const override { return gold_.size(); }
  const GoldEntry& entry(size_t i) const override { return gold_[i]; }
  std::optional<Range> place(size_t i) const override { return places_[i]; }
  std::string expected_words(size_t i) const override {
    const GoldEvent& gold = gold_[i];
    return joined(gold.codes, "|") + " " + joined(or_nobody(gold.source), "|") + " > " + joined(or_nobody(gold.target), "|");
  }

  size_t found() const override { return events().size(); }
  Span span(size_t j) const override { return events()[j].span; }
  const std::string& rule(size_t j) const override { return events()[j].rule; }
  std::string found_words(size_t j) const override {
    const Event& event = events()[j];
    return event.cameo + " " + event.kind + " " + party_words(event.source) + " > " + party_words(event.target);
  }

  std::optional<Likely> likely(size_t i, size_t j) const override {
    if (!places_[i] || !(overlaps(i, j) || same_sentence(i, j)) || !root_right(i, j) || !parties_right(i, j)) return std::nullopt;
    return rank(gold_[i], i, *places_[i], j, report_.range(span(j)));
  }

  std::vector<Verdict> verdicts(size_t i, size_t j) const override {
    const GoldEvent& gold = gold_[i];
    const Event& event = events()[j];
    std::vector<Verdict> out;
    if (gold.status) {
      const std::string_view status = status_of(event);
      out.push_back({Attribute::kStatus, is_accepted(*gold.status, status), words_of(*gold.status), {Cause::kNone, event.rule, std::string(status), id(j)}});
    }
    if (gold.dated) out.push_back({Attribute::kWhen, when_right(gold, event), gold.from.value_or("") + ".." + gold.to.value_or(""), blame_of_date(j)});
    if (const auto& by = gold.dated_by) out.push_back({Attribute::kWhen, dated_right(*by, event), *by ? expected_date(**by) : "-", blame_of_date(j)});
    if (gold.by) out.push_back({Attribute::kBy, by_right(*gold.by, event), gold.by->empty() ? "-" : joined(*gold.by), blame_of_teller(j)});
    return out;
  }

  Blame why_missed(size_t i) const override {
    std::optional<std::pair<int, Blame>> best;
    const auto offer = [&](int rank, Blame blame) {
      if (!best || rank < best->first) best = {rank, std::move(blame)};
    };
    for (size_t j = 0; j < found(); ++j) {
      const bool here = overlaps(i, j), root = root_right(i, j), parties = parties_right(i, j);
      if (!here && !same_sentence(i, j)) continue;
      const auto blame = [&](Cause cause) { return Blame{cause, rule(j), found_words(j), id(j)}; };
      if (root && parties) offer(0, blame(Cause::kTaken));
      else if (root) offer(here ? 1 : 4, blame(wrong_parties(i, j)));
      else if (here) offer(parties ? 2 : 5, blame(parties ? Cause::kOtherRoot : Cause::kOtherAct));
    }
    Blame engine = why_no_event(report_, *places_[i], gold_[i].codes);
    const bool frame = engine.cause >= Cause::kFrameDropped && engine.cause <= Cause::kFrameTestFails;
    offer(frame ? 3 : 6, std::move(engine));
    return best->second;
  }

 private:
  const std::vector<Event>& events() const { return report_.analysis().events; }

  bool overlaps(size_t i, size_t j) const { return shared(*places_[i], report_.range(span(j))) > 0; }
  bool same_sentence(size_t i, size_t j) const {
    const auto index = static_cast<size_t>(events()[j].sentence);
    const auto& sentences = report_.analysis().sentences;
    return index < sentences.size() && shared(*places_[i], report_.range(sentences[index])) > 0;
  }
  bool root_right(size_t i, size_t j) const {
    const auto& codes = gold_[i].codes;
    return std::find(codes.begin(), codes.end(), events()[j].cameo.substr(0, 2)) != codes.end();
  }

  // Where source and target allow the same two parties, both must be there.
  bool parties_right(size_t i, size_t j) const { return parties_are(i, events()[j].source, events()[j].target); }
  bool parties_are(size_t i, const Party& source, const Party& target) const {
    const auto &sources = or_nobody(gold_[i].source), &targets = or_nobody(gold_[i].target);
    const std::set<std::string> a = distinct(sources), b = distinct(targets);
    const bool mutual = a.size() > 1 && a == b;
    for (const GoldName& from : sources)
      for (const GoldName& to : targets)
        if (!(mutual && from.words == to.words) && report_.is_party(source, from) && report_.is_party(target, to)) return true;
    return false;
  }
  bool accepts(const std::vector<GoldName>& parties, const Party& party) const {
    return std::any_of(parties.begin(), parties.end(), [&](const GoldName& wanted) { return report_.is_party(party, wanted); });
  }

  Cause wrong_parties(size_t i, size_t j) const {
    const Event& event = events()[j];
    if (parties_are(i, event.target, event.source)) return Cause::kPartiesSwapped;
    const bool source = accepts(or_nobody(gold_[i].source), event.source), target = accepts(or_nobody(gold_[i].target), event.target);
    if (source == target) return Cause::kPartiesWrong;
    if (source) return event.target.actor < 0 ? Cause::kTargetMissing : Cause::kTargetWrong;
    return event.source.actor < 0 ? Cause::kSourceMissing : Cause::kSourceWrong;
  }

  // By that expression, read as it should be, or to days of its value. Without one, days may yet be inferred.
  bool dated_right(const std::optional<GoldTime>& wanted, const Event& event) const {
    if (!wanted || !wanted->at) return event.time < 0;
    if (within_value(wanted->value, event)) return true;
    if (event.time < 0) return false;
    const TimeExpression& time = report_.analysis().times[static_cast<size_t>(event.time)];
    return shared(report_.range(time.span), *wanted->at) > 0 && (!wanted->value || is_accepted(*wanted->value, time.value));
  }
  static std::string expected_date(const GoldTime& time) { return time.anchor + (time.value ? " (" + words_of(*time.value) + ")" : ""); }

  Blame blame_of_date(size_t j) const {
    const Event& event = events()[j];
    const std::string days = event.from || event.to ? (event.from ? iso(*event.from) : "") + ".." + (event.to ? iso(*event.to) : "") : "";
    if (days.empty()) return no_date(j);
    if (event.time < 0) return {Cause::kBounded, event.rule, days, id(j)};
    const TimeExpression& time = report_.analysis().times[static_cast<size_t>(event.time)];
    return {Cause::kNone, time.rule, days + " (" + report_.words(time.span) + ")", id(j)};
  }

  Blame no_date(size_t j) const {
    const auto index = static_cast<size_t>(events()[j].sentence);
    const auto& sentences = report_.analysis().sentences;
    for (const TimeExpression& time : report_.analysis().times)
      if (index < sentences.size() && time.from && sentences[index].overlaps(time.span)) return {Cause::kDateUnused, time.rule, report_.words(time.span), id(j)};
    return {Cause::kNoDate, rule(j), {}, id(j)};
  }

  const Statement* teller(size_t j) const {
    const int index = events()[j].statement;
    return index < 0 ? nullptr : &report_.analysis().statements[static_cast<size_t>(index)];
  }
  Blame blame_of_teller(size_t j) const {
    const Statement* statement = teller(j);
    if (!statement) return {Cause::kNoStatement, rule(j), {}, id(j)};
    return {Cause::kNone, statement->rule, statement->speaker.name + (statement->speaker.anonymous ? " (unnamed)" : ""), id(j)};
  }

  // The speaker of the act's statement or one of its carriers.
  bool by_right(const std::vector<std::string>& by, const Event& event) const {
    std::vector<std::string> wanted = by;
    std::erase(wanted, std::string());
    if (event.statement < 0) return wanted.empty() || wanted.size() < by.size();
    const Statement& statement = report_.analysis().statements[static_cast<size_t>(event.statement)];
    const auto named = [&](const Voice& voice) { return report_.is_named(voice, wanted, false); };
    if (named(statement.speaker) || std::any_of(statement.via.begin(), statement.via.end(), named)) return true;
    const auto unnamed = [&](const std::string& want) { return want == "anonymous" || report_.describes_unnamed(want); };
    return statement.speaker.anonymous && (wanted.empty() || std::any_of(wanted.begin(), wanted.end(), unnamed));
  }

  std::string party_words(const Party& party) const {
    if (party.actor < 0) return "-";
    const Actor& actor = report_.analysis().actors[static_cast<size_t>(party.actor)];
    return actor.name + (actor.code.empty() ? "" : " (" + actor.code + ")");
  }

  const std::vector<GoldEvent>& gold_;
  const Report& report_;
  std::vector<std::optional<Range>> places_;
};

}  // namespace

std::unique_ptr<Layer> event_layer(const GoldFile& gold, const Report& report) {
  return gold.events ? std::make_unique<EventLayer>(gold, report) : nullptr;
}

}  // namespace hearsay
