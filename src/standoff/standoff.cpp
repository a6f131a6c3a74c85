// SPDX-License-Identifier: Apache-2.0
#include "standoff/standoff.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <map>

#include "base/ascii.h"
#include "standoff/scheme.h"
#include "text/utf8.h"

namespace hearsay {

std::string scheme::type_of(std::string_view kind) {
  std::string type;
  for (const char c : kind) type += is_alpha_or_digit(c) || c == '-' ? c : '_';
  return type.empty() ? "event" : type;
}

namespace {

constexpr uint32_t kMostCodePoints = 1u << 30;

// What is before the next of these characters; `rest` goes on behind it.
std::string_view cut(std::string_view& rest, char at) {
  const size_t end = std::min(rest.find(at), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

// The next part that is not empty; empty at the end.
std::string_view next_part(std::string_view& rest) {
  std::string_view part;
  while (part.empty() && !rest.empty()) part = cut(rest, ' ');
  return part;
}

std::optional<uint32_t> number(std::string_view digits) {
  uint32_t value = 0;
  const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return wrong == std::errc() && end == digits.data() + digits.size() && value <= kMostCodePoints ? std::optional(value) : std::nullopt;
}

std::string quoted(std::string_view id) { return "\"" + std::string(id) + "\""; }

class Reader {
 public:
  // What is wrong, and in which line; empty if nothing is.
  std::string read(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    while (!bytes.empty()) {
      std::string_view line = cut(bytes, '\n');
      ++line_;
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (std::string wrong = take(line); !wrong.empty()) return at(line_, wrong);
    }
    return check();
  }
  Standoff take() { return std::move(out_); }

 private:
  static std::string at(int line, const std::string& wrong) { return std::to_string(line) + ": " + wrong; }

  std::string take(std::string_view line) {
    if (!valid_utf8(line)) return "not UTF-8";
    std::string_view rest = line;
    const std::string_view id = cut(rest, '\t');
    if (id.size() < 2 || !is_number(id[1])) return {};
    if (std::string_view("TEAM#").find(id[0]) == std::string_view::npos) return {};
    if (id.size() == line.size()) return "no tab behind the id " + quoted(id);
    if (!types_.emplace(id, "").second) return "the id " + quoted(id) + " is there twice";
    const std::string_view data = cut(rest, '\t');
    const StandoffLine head{std::string(id), line_};
    switch (id[0]) {
      case 'T': return take_bound(head, data, rest);
      case 'E': return take_event(head, data);
      case '#': return take_note(head, data, rest);
      default: return take_attribute(head, data);
    }
  }

  std::string take_bound(const StandoffLine& head, std::string_view data, std::string_view words) {
    TextBound bound{head, std::string(cut(data, ' ')), kMostCodePoints, 0, std::string(words)};
    if (bound.type.empty()) return "no type";
    if (data.empty()) return "no offsets";
    while (!data.empty()) {
      std::string_view stretch = cut(data, ';');
      const auto start = number(cut(stretch, ' ')), end = number(trim(stretch));
      if (!start || !end) return "offsets are pairs of numbers, as in \"5 12;20 24\"";
      if (*start >= *end) return "a stretch ends where it begins, or before";
      bound.start = std::min(bound.start, *start), bound.end = std::max(bound.end, *end);
    }
    if (trim(words).empty()) return "no words behind the offsets";
    types_[head.id] = bound.type;
    out_.bounds.push_back(std::move(bound));
    return {};
  }

  std::string take_event(const StandoffLine& head, std::string_view data) {
    StandoffEvent event{head, "", "", {}};
    std::string_view trigger = next_part(data);
    event.type = cut(trigger, ':');
    event.trigger = trigger;
    if (event.type.empty() || event.trigger.empty()) return "no type and trigger, as in \"meeting:T3\"";
    for (std::string_view role = next_part(data); !role.empty(); role = next_part(data)) {
      std::string_view of = role;
      std::string_view name = cut(of, ':');
      size_t letters = name.size();
      while (letters > 0 && is_number(name[letters - 1])) --letters;
      const auto times = letters == name.size() ? std::optional(1u) : number(name.substr(letters));
      if (letters == 0 || of.empty() || !times) return "no role, as in \"Actor:T4\": " + quoted(role);
      event.roles.push_back({std::string(name.substr(0, letters)), static_cast<int>(*times), std::string(of)});
    }
    out_.events.push_back(std::move(event));
    return {};
  }

  std::string take_attribute(const StandoffLine& head, std::string_view data) {
    const std::string_view name = next_part(data), of = next_part(data);
    if (name.empty() || of.empty()) return "no name of an attribute and what it is of, as in \"Status E2 planned\"";
    out_.attributes.push_back({head, std::string(name), std::string(of), std::string(trim(data))});
    return {};
  }

  std::string take_note(const StandoffLine& head, std::string_view data, std::string_view words) {
    const std::string_view type = next_part(data), of = next_part(data);
    if (type == scheme::kNotes && !of.empty()) out_.notes.push_back({head, std::string(of), std::string(trim(words))});
    return {};
  }

  // Whether marks and events that are named are there.
  std::string check() {
    for (const StandoffEvent& event : out_.events)
      if (std::string wrong = check(event); !wrong.empty()) return at(event.line, wrong);
    for (const StandoffAttribute& attribute : out_.attributes)
      if (is_marked(attribute.of) && !types_.contains(attribute.of)) return at(attribute.line, quoted(attribute.of) + " is not there");
    std::erase_if(out_.attributes, [](const StandoffAttribute& attribute) { return !is_marked(attribute.of); });
    std::erase_if(out_.notes, [&](const StandoffNote& note) { return !is_marked(note.of) || !types_.contains(note.of); });
    return {};
  }

  std::string check(const StandoffEvent& event) const {
    const auto trigger = types_.find(event.trigger);
    if (!event.trigger.starts_with('T') || trigger == types_.end()) return "its trigger " + quoted(event.trigger) + " is not there";
    if (trigger->second != event.type) return "its trigger is a " + quoted(trigger->second) + ", and itself a " + quoted(event.type);
    for (const StandoffRole& role : event.roles)
      if (!is_marked(role.of) || !types_.contains(role.of)) return quoted(role.of) + " is not there";
    return {};
  }

  static bool is_marked(std::string_view id) { return id.starts_with('T') || id.starts_with('E'); }

  int line_ = 0;
  std::map<std::string, std::string> types_;       // by id, of T and E; of all others empty
  Standoff out_;
};

}  // namespace

Result<Standoff> read_standoff(const std::string& path, std::string_view bytes) {
  Reader reader;
  if (const std::string wrong = reader.read(bytes); !wrong.empty()) return Error{Error::Kind::kInput, path + ":" + wrong};
  return reader.take();
}

}  // namespace hearsay
