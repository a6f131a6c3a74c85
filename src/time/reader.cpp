// SPDX-License-Identifier: Apache-2.0
#include "time/reader.h"

#include <algorithm>

namespace hearsay {

TimeReader::TimeReader(const Pack& pack, const LanguagePack& language, Matcher& matcher) : pack_(pack), language_(language), matcher_(matcher) {
  const Strings& strings = pack.strings();
  time_ = strings.find("time");
  skip_ = strings.find("skip");
  type_ = strings.find("type");
  grain_ = strings.find("grain");
  year_ = strings.find("year");
  month_ = strings.find("month");
  shifted_ = strings.find("shifted");
  yes_ = strings.find("yes");
  within_ = strings.find("within");
  span_ = strings.find("span");
}

std::vector<TimeReader::Reading> TimeReader::read(Lattice& lattice) {
  nodes_.clear();
  meanings_.clear();
  taken_.assign(lattice.size(), kFree);
  for (int level = 1; level <= kLevels; ++level) {
    const Program& program = language_.program("time", level);
    if (program.rules.empty()) continue;
    for (const Match& match : matcher_.find_best(program, lattice))
      for (const Emit& emit : program.emits_of(*match.rule))
        if (!emit.relation) add(program, emit, match, lattice);
  }
  std::vector<Reading> readings;
  for (int32_t edge : nodes_) {
    if (!lattice.edge(edge).active) continue;
    if (lattice.node(lattice.edge(edge)).category == time_) readings.push_back({edge, meanings_.at(edge)});
    else lattice.hide(edge);
  }
  std::sort(readings.begin(), readings.end(),
            [&](const Reading& a, const Reading& b) { return lattice.edge(a.edge).start < lattice.edge(b.edge).start; });
  return readings;
}

void TimeReader::add(const Program& program, const Emit& emit, const Match& match, Lattice& lattice) {
  Node node = make_node(program, emit, match, lattice, pack_.strings());
  for (const EmitValue& value : program.values_of(emit))
    if (value.key == span_)
      if (const Capture* capture = capture_named(program, match, value.value)) node.start = capture->start, node.end = capture->end;
  if (node.end <= node.start || !fits(node, lattice)) return;
  Meaning meaning = meaning_of(program, emit, match, lattice);
  const auto first = taken_.begin() + node.start, last = taken_.begin() + node.end;
  const bool time = node.category == time_, skip = node.category == skip_;
  if (time) describe(node, meaning);
  const int32_t edge = lattice.add_node(std::move(node));
  if (time || skip) std::fill(first, last, skip ? kSkipped : edge);
  nodes_.push_back(edge);
  meanings_.emplace(edge, std::move(meaning));
}

// A node may cover others, but neither cut one in two nor touch what was skipped.
bool TimeReader::fits(const Node& node, const Lattice& lattice) const {
  for (uint16_t at = node.start; at < node.end; ++at) {
    if (taken_[at] == kFree) continue;
    if (taken_[at] == kSkipped) return false;
    const Edge& other = lattice.edge(taken_[at]);
    if (other.start < node.start || other.end > node.end) return false;
  }
  return true;
}

const Meaning* TimeReader::held(const Capture* capture) const {
  if (!capture || capture->edge < 0) return nullptr;
  auto found = meanings_.find(capture->edge);
  return found == meanings_.end() ? nullptr : &found->second;
}

Meaning TimeReader::meaning_of(const Program& program, const Emit& emit, const Match& match, const Lattice& lattice) const {
  Meaning meaning;
  const Strings& strings = pack_.strings();
  for (const EmitValue& value : program.values_of(emit)) {
    if (value.kind == ValueKind::kLiteral) {
      if (value.key == within_) {
        if (const Meaning* larger = held(capture_named(program, match, value.value))) meaning.complete_from(*larger);
      } else {
        meaning.set(strings[value.key], strings[value.value], language_.text.decimal);
      }
      continue;
    }
    for (const Capture& capture : match.captures)
      if (capture.index == value.capture) set_value(meaning, value, capture, lattice);
  }
  return meaning;
}

void TimeReader::set_value(Meaning& meaning, const EmitValue& value, const Capture& capture, const Lattice& lattice) const {
  const Strings& strings = pack_.strings();
  const std::string_view key = strings[value.key];
  const char decimal = language_.text.decimal;
  if (value.kind == ValueKind::kText) {
    meaning.set(key, lattice.words(capture.start, capture.end), decimal);
    return;
  }
  if (capture.edge < 0) return;
  const Edge& edge = lattice.edge(capture.edge);
  if (edge.kind == EdgeKind::kNode) {
    if (value.kind == ValueKind::kInherit) {
      if (const Meaning* inner = held(&capture)) meaning.inherit(*inner);
    } else if (const StrId attr = lattice.node(edge).attr(value.value)) {
      meaning.set(key, strings[attr], decimal);
    } else if (const Meaning* inner = held(&capture); inner && inner->value) {
      // {n.value} of a number: how many.
      meaning.set(key, std::to_string(static_cast<long long>(*inner->value)), decimal);
    }
  } else if (edge.kind == EdgeKind::kEntry) {
    const Entry& entry = lattice.entry(edge);
    if (value.kind == ValueKind::kInherit) {
      for (const Attr& attr : language_.language.attrs.subspan(entry.attr_first, entry.attr_count))
        meaning.set(strings[attr.key], strings[attr.value], decimal);
    } else {
      meaning.set(key, strings[lattice.entry_attr(entry, value.value)], decimal);
    }
  }
}

// What rules of this and later rooms may test.
void TimeReader::describe(Node& node, const Meaning& meaning) const {
  const Strings& strings = pack_.strings();
  std::erase_if(node.attrs, [&](const Attr& attr) {
    return attr.key == type_ || attr.key == grain_ || attr.key == year_ || attr.key == month_ || attr.key == shifted_;
  });
  auto put = [&](StrId key, StrId value) {
    if (key != 0 && value != 0) node.attrs.push_back({key, value});
  };
  put(type_, strings.find(to_string(meaning.effective_type())));
  put(grain_, strings.find(to_string(meaning.grain())));
  if (meaning.year_known()) put(year_, yes_);
  if (meaning.month_known()) put(month_, yes_);
  if (meaning.is_shifted()) put(shifted_, yes_);
}

}  // namespace hearsay
