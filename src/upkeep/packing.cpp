// Numbers as they lie in memory: a store is read on the machine that wrote it, or on one like it.
// SPDX-License-Identifier: Apache-2.0
#include "upkeep/packing.h"

#include <cstring>
#include <type_traits>

namespace hearsay {
namespace {

class Packer {
 public:
  template <class Value>
  Packer& add(Value value) {
    static_assert(std::is_trivially_copyable_v<Value>);
    out_.append(reinterpret_cast<const char*>(&value), sizeof value);
    return *this;
  }
  Packer& text(std::string_view value) {
    add(static_cast<uint32_t>(value.size()));
    out_ += value;
    return *this;
  }
  template <class Value>
  Packer& all(const std::vector<Value>& values) {
    add(static_cast<uint32_t>(values.size()));
    for (const Value& value : values) add(value);
    return *this;
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : left_(bytes) {}
  template <class Value>
  Unpacker& to(Value& value) {
    if (left_.size() >= sizeof value) {
      std::memcpy(&value, left_.data(), sizeof value);
      left_.remove_prefix(sizeof value);
    }
    return *this;
  }
  template <class Text>
  Unpacker& text(Text& value) {
    uint32_t size = 0;
    to(size);
    value = left_.substr(0, size);
    left_.remove_prefix(value.size());
    return *this;
  }
  template <class Value>
  Unpacker& all(std::vector<Value>& values) {
    uint32_t size = 0;
    to(size);
    values.resize(std::min<size_t>(size, left_.size() / sizeof(Value)));
    for (Value& value : values) to(value);
    return *this;
  }

 private:
  std::string_view left_;
};

int64_t number_of(Day day) { return day.time_since_epoch().count(); }
Day day_of(int64_t number) { return Day{std::chrono::days{number}}; }

void add_period(Packer& out, const Period& period) { out.add(number_of(period.from)).add(number_of(period.to)); }
void read_period(Unpacker& in, Period& period) {
  int64_t from = 0, to = 0;
  in.to(from).to(to);
  period = {day_of(from), day_of(to)};
}

void add_day(Packer& out, const std::optional<Day>& day) { out.add(number_of(day.value_or(kNoEnd))); }
void read_day(Unpacker& in, std::optional<Day>& day) {
  int64_t number = 0;
  in.to(number);
  day = day_of(number);
  if (*day == kNoEnd) day.reset();
}

void add_side(Packer& out, const Side& side) { out.text(side.actor).text(side.body).text(side.person); }
void read_side(Unpacker& in, Side& side) { in.text(side.actor).text(side.body).text(side.person); }

}  // namespace

std::string pack(const std::vector<uint64_t>& prints) { return Packer().all(prints).take(); }
std::vector<uint64_t> unpack_prints(std::string_view bytes) {
  std::vector<uint64_t> out;
  Unpacker(bytes).all(out);
  return out;
}

std::string pack(const std::vector<uint16_t>& sketch) { return Packer().all(sketch).take(); }
std::vector<uint16_t> unpack_sketch(std::string_view bytes) {
  std::vector<uint16_t> out;
  Unpacker(bytes).all(out);
  return out;
}

// Terms lie with a gap in memory.
std::string pack(const Gist& gist) {
  Packer out;
  out.text(gist.lang);
  add_day(out, gist.day);
  for (const auto* terms : {&gist.words, &gist.names}) {
    out.add(static_cast<uint32_t>(terms->size()));
    for (const Term& term : *terms) out.add(term.what).add(term.weight);
  }
  return out.all(gist.acts).take();
}
Gist unpack_gist(std::string_view bytes) {
  Gist gist;
  Unpacker in(bytes);
  in.text(gist.lang);
  read_day(in, gist.day);
  for (auto* terms : {&gist.words, &gist.names}) {
    uint32_t size = 0;
    in.to(size);
    terms->resize(std::min<size_t>(size, kMostTerms));
    for (Term& term : *terms) in.to(term.what).to(term.weight);
  }
  in.all(gist.acts);
  return gist;
}

std::string pack(const StoryReport& report) {
  Packer out;
  out.text(report.document).add(report.title.has_value()).text(report.title.value_or("")).text(report.outlet);
  add_day(out, report.day);
  out.add(static_cast<uint32_t>(report.actors.size()));
  for (const StoryActor& actor : report.actors) out.text(actor.id).text(actor.name).add(actor.documents).add(actor.mentions);
  return out.take();
}
StoryReport unpack_brief(std::string_view bytes) {
  StoryReport report;
  Unpacker in(bytes);
  bool titled = false;
  std::string title;
  uint32_t actors = 0;
  in.text(report.document).to(titled).text(title).text(report.outlet);
  if (titled) report.title = std::move(title);
  read_day(in, report.day);
  in.to(actors);
  for (uint32_t i = 0; i < actors; ++i) {
    StoryActor& actor = report.actors.emplace_back();
    in.text(actor.id).text(actor.name).to(actor.documents).to(actor.mentions);
  }
  return report;
}

std::string pack(const Shared& pair) { return Packer().add(pair.a_share).add(pair.b_share).add(pair.shorter_share).all(pair.passages).take(); }
Shared unpack_pair(std::string_view bytes) {
  Shared pair;
  Unpacker(bytes).to(pair.a_share).to(pair.b_share).to(pair.shorter_share).all(pair.passages);
  return pair;
}

std::string pack(const Told& told) {
  const Event& what = *told.what;
  Packer out;
  out.text(told.report).text(what.kind).text(what.cameo).add(what.span).add(what.sentence).add(what.time).add(what.statement).add(what.status).add(what.lead).add(what.joint);
  add_side(out, told.source);
  add_side(out, told.target);
  out.text(told.region).add(told.course);
  add_period(out, told.period);
  add_period(out, told.loose);
  out.add(told.dated).add(told.news).add(told.elsewhen);
  add_day(out, told.published);
  const Place& place = told.place;
  out.text(place.id).text(place.country).add(static_cast<uint32_t>(place.within.size()));
  for (const std::string& around : place.within) out.text(around);
  out.add(place.state).add(place.narrow).text(told.speaker).add(told.answers).add(told.words).text(told.told_as).add(static_cast<uint32_t>(told.ties.size()));
  for (const Tie& tie : told.ties) out.text(tie.correction).text(tie.by).add(tie.apart).add(tie.part);
  return out.take();
}

void unpack_told(std::string_view bytes, Told& told, Event& what) {
  Unpacker in(bytes);
  in.text(told.report).text(what.kind).text(what.cameo).to(what.span).to(what.sentence).to(what.time).to(what.statement).to(what.status).to(what.lead).to(what.joint);
  told.what = &what;
  told.root = cameo_root(what);
  told.frequent = is_frequent(told.root);
  read_side(in, told.source);
  read_side(in, told.target);
  in.text(told.region).to(told.course);
  read_period(in, told.period);
  read_period(in, told.loose);
  in.to(told.dated).to(told.news).to(told.elsewhen);
  read_day(in, told.published);
  Place& place = told.place;
  uint32_t around = 0;
  in.text(place.id).text(place.country).to(around);
  for (uint32_t i = 0; i < around; ++i) in.text(place.within.emplace_back());
  uint32_t ties = 0;
  in.to(place.state).to(place.narrow).text(told.speaker).to(told.answers).to(told.words).text(told.told_as).to(ties);
  for (uint32_t i = 0; i < ties; ++i) {
    Tie& tie = told.ties.emplace_back();
    in.text(tie.correction).text(tie.by).to(tie.apart).to(tie.part);
  }
}

}  // namespace hearsay
