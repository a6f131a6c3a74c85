// SPDX-License-Identifier: Apache-2.0
#include "browse/describe.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "browse/dates.h"
#include "browse/display.h"

namespace hearsay::browse {
namespace {

constexpr const char* kArrow = " \u2192 ";

template <class Enum>
std::string enum_words(Message first, Enum value, const Words& words) {
  return words(Words::after(first, static_cast<int>(value)));
}

// Whom a reason names, each once, and none of those whom it has named before.
class Names {
 public:
  Names(const Engine& engine, const Words& words) : engine_(engine), words_(words) {}

  std::string operator()(const std::vector<Origin>& origins) {
    std::vector<std::string> names;
    for (const Origin& origin : origins)
      if (std::string name = name_words(engine_, origin.actor, origin.name, words_); said_.insert(name).second) names.push_back(std::move(name));
    std::string out;
    for (size_t i = 0; i < names.size(); ++i) out += (i == 0 ? "" : i + 1 == names.size() ? words_(Message::kAnd) : ", ") + names[i];
    return out;
  }
  std::string or_nobody(const std::vector<Origin>& origins) {
    const std::string names = (*this)(origins);
    return names.empty() ? words_(Message::kNobody) : names;
  }

 private:
  const Engine& engine_;
  const Words& words_;
  std::set<std::string> said_;
};

std::vector<Origin> of_kind(const std::vector<Origin>& origins, OriginKind kind) {
  std::vector<Origin> out;
  std::copy_if(origins.begin(), origins.end(), std::back_inserter(out), [&](const Origin& o) { return o.kind == kind; });
  return out;
}

// Marks of a quotation's words until its white space is in order; U+E000 and U+E001 are private.
constexpr std::string_view kOpen = "\xEE\x80\x80", kClose = "\xEE\x80\x81";

void replace_first(std::string& text, std::string_view what, std::string_view with) {
  if (const size_t at = text.find(what); at != std::string::npos) text.replace(at, what.size(), with);
}

}  // namespace

std::string status_words(EventStatus status, const Words& words) { return enum_words(Message::kHappened, status, words); }
std::string standing_words(Standing standing, const Words& words) { return enum_words(Message::kDisputed, standing, words); }
std::string act_words(Act act, const Words& words) { return enum_words(Message::kAssert, act, words); }
std::string actor_kind_words(ActorKind kind, const Words& words) { return enum_words(Message::kPerson, kind, words); }
std::string origin_kind_words(OriginKind kind, const Words& words) { return enum_words(Message::kParty, kind, words); }
std::string overlap_kind_words(OverlapKind kind, const Words& words) { return enum_words(Message::kReprint, kind, words); }
std::string copied_by_words(CopiedBy by, const Words& words) { return enum_words(Message::kCopiedUndecided, by, words); }

Paint paint_of(Standing standing) {
  switch (standing) {
    case Standing::kDisputed:
    case Standing::kDenied: return Paint::kRed;
    case Standing::kBothParties: return Paint::kGreen;
    case Standing::kOneParty:
    case Standing::kThirdParty: return Paint::kCyan;
    case Standing::kAnonymous: return Paint::kYellow;
    default: return Paint::kDim;
  }
}

std::string reason_words(const Engine& engine, const Happening& happening, const Words& words) {
  if (words.language() == Language::kEnglish) return one_line(happening.reason);
  const auto& origins = happening.origins;
  const auto message = Words::after(Message::kBecauseDisputed, static_cast<int>(happening.standing));
  Names names(engine, words);
  switch (happening.standing) {
    case Standing::kDisputed:
    case Standing::kDenied: {
      const std::string tellers = names.or_nobody(origins);
      return words(message, tellers, names(happening.denials));
    }
    case Standing::kOneParty: {
      const std::string speaks = names(of_kind(origins, OriginKind::kParty)), silent = names(of_kind(happening.declined, OriginKind::kParty));
      return words(message, speaks) + (silent.empty() ? "" : words(Message::kButDeclines, silent));
    }
    case Standing::kBothParties: return words(message, names(of_kind(origins, OriginKind::kParty)));
    case Standing::kThirdParty: return words(message, names(of_kind(origins, OriginKind::kThirdParty)));
    case Standing::kAnonymous: return words(message, names(of_kind(origins, OriginKind::kUnnamed)));
    default: return words(message, names.or_nobody(origins));
  }
}

std::string party_words(const Engine& engine, const std::optional<HappeningParty>& party, const Session& session) {
  if (!party) return session.words(Message::kSomeone);
  const std::string shown = session.paint(Paint::kBold, name_words(engine, party->actor, party->name, session.words));
  return party->code.empty() ? shown : shown + " (" + party->code + ")";
}

std::string headline(const Engine& engine, const Happening& happening, const Session& session) {
  const std::string label = one_line(engine.kind_label(happening.kind, session.words.code()));
  std::vector<std::string> parts{party_words(engine, happening.source, session), label};
  if (happening.target) parts.push_back(party_words(engine, happening.target, session));
  return with_arrows(parts);
}

std::string counts_words(const Happening& happening, const Words& words) {
  int voices = 0;
  for (const Origin& origin : happening.origins) voices += origin.voices;
  return words.count(Message::kDocuments, happening.documents) + ", " + words.count(Message::kOutlets, happening.outlets) + ", " +
         words.count(Message::kOrigins, static_cast<int64_t>(happening.origins.size())) + ", " + words.count(Message::kVoices, voices);
}

std::string name_words(const Engine& engine, const std::string& id, const std::string& name, const Words& words) {
  const std::string known = id.empty() ? "" : engine.actor_name(id, words.code());
  return one_line(known.empty() ? name : known);
}

std::string teller(const Document& document) {
  if (document.outlet_name) return one_line(*document.outlet_name);
  return one_line(document.path.substr(document.path.find_last_of('/') + 1));
}

std::string outlet_and_day(const Document& document, const Words& words) { return teller(document) + ", " + published_phrase(document, words); }

std::string origin_words(const Engine& engine, const Origin& origin, const Words& words) {
  std::string text = name_words(engine, origin.actor, origin.name, words) + " \u2014 " + origin_kind_words(origin.kind, words);
  if (origin.voices > 1) text += ", " + words.count(Message::kVoices, origin.voices);
  if (origin.circular) text += ", " + words(Message::kCircular);
  return text;
}

std::string voice_words(const Engine& engine, const Voice& voice, const Analysis& analysis, const Words& words) {
  std::string name = one_line(voice.name);
  if (voice.actor >= 0 && !voice.anonymous) {
    const Actor& actor = analysis.actors[static_cast<size_t>(voice.actor)];
    name = name_words(engine, actor.id, actor.name, words);
  }
  if (name.empty() && !voice.span.empty()) name = words_of(analysis, voice.span);
  if (!voice.anonymous) return name.empty() ? words(Message::kSomeone) : name;
  const std::string count = voice.voices > 1 ? " (" + words.count(Message::kVoices, voice.voices) + ")" : "";
  return (name.empty() ? words(Message::kUnnamedSource) : words(Message::kUnnamed, name)) + count;
}

std::vector<std::string> chain_of(const Engine& engine, const Analysis& analysis, int statement, const Words& words) {
  std::vector<std::string> chain;
  const auto add = [&](std::string who) {
    if (std::find(chain.begin(), chain.end(), who) == chain.end()) chain.push_back(std::move(who));
  };
  // A statement's parent stands before it or not at all; counting the steps keeps a strange record from looping.
  for (size_t steps = 0; statement >= 0 && steps < analysis.statements.size(); ++steps) {
    const Statement& said = analysis.statements[static_cast<size_t>(statement)];
    add(voice_words(engine, said.speaker, analysis, words));
    for (const Voice& voice : said.via) add(voice_words(engine, voice, analysis, words));
    statement = said.parent;
  }
  add(teller(analysis.document));
  return chain;
}

std::string with_arrows(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : kArrow) + part;
  return out;
}

std::string words_of(const Analysis& analysis, Span span) {
  const std::string& text = analysis.document.text;
  if (span.start >= text.size() || span.empty()) return {};
  return one_line(std::string_view(text).substr(span.start, span.length()));
}

Span sentence_around(const Analysis& analysis, Span span, int sentence) {
  if (sentence < 0 || static_cast<size_t>(sentence) >= analysis.sentences.size()) return span;
  const Span whole = analysis.sentences[static_cast<size_t>(sentence)];
  return whole.overlaps(span) ? Span{std::min(whole.start, span.start), std::max(whole.end, span.end)} : span;
}

std::string quotation(const Analysis& analysis, Span around, Span marked, const Session& session) {
  const std::string& text = analysis.document.text;
  if (!around.contains(marked) || marked.empty()) marked = around;
  if (around.end > text.size() || around.empty()) return {};
  const auto part = [&](uint32_t from, uint32_t to) { return text.substr(from, to - from); };
  std::string out = one_line(part(around.start, marked.start) + std::string(kOpen) + part(marked.start, marked.end) + std::string(kClose) + part(marked.end, around.end));
  const size_t at = out.find(kOpen) + kOpen.size();
  const std::string inside = out.substr(at, out.find(kClose) - at);
  if (marked == around) {
    out = inside;
  } else if (session.colour) {
    replace_first(out, std::string(kOpen) + inside + std::string(kClose), session.paint(Paint::kMark, inside));
  } else {
    replace_first(out, kOpen, "\u00ab");
    replace_first(out, kClose, "\u00bb");
  }
  return "\u201c" + out + "\u201d";
}

std::string beginning(const std::string& words) {
  constexpr size_t kMost = 160;          // bytes
  if (words.size() <= kMost) return words;
  const size_t cut = words.rfind(' ', kMost);
  return words.substr(0, cut == std::string::npos ? kMost : cut) + " \u2026";
}

std::optional<size_t> item_number(std::string_view item, char letter, size_t many) {
  size_t number = 0;
  if (item.empty() || item.front() != letter) return std::nullopt;
  const auto [end, error] = std::from_chars(item.data() + 1, item.data() + item.size(), number);
  if (error != std::errc() || end != item.data() + item.size() || number < 1 || number > many) return std::nullopt;
  return number - 1;
}

int line_of(const std::string& text, uint32_t byte) {
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + std::min<ptrdiff_t>(byte, static_cast<ptrdiff_t>(text.size())), '\n'));
}

size_t short_id_length(std::vector<std::string> ids) {
  std::sort(ids.begin(), ids.end());
  size_t length = kLeastIdLength;
  for (size_t i = 1; i < ids.size(); ++i) {
    const auto differ = std::mismatch(ids[i - 1].begin(), ids[i - 1].end(), ids[i].begin(), ids[i].end());
    if (ids[i - 1] != ids[i]) length = std::max(length, static_cast<size_t>(differ.first - ids[i - 1].begin()) + 1);
  }
  return length;
}

}  // namespace hearsay::browse
