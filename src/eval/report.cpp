// SPDX-License-Identifier: Apache-2.0
#include "eval/report.h"

#include <algorithm>

#include "eval/same_name.h"

namespace hearsay {

Report::Report(const Pack& pack, std::unique_ptr<Reading> reading)
    : pack_(pack), reading_(std::move(reading)), text_(analysis().document.text), points_(analysis().document.text),
      length_(static_cast<int>(points_.at(static_cast<uint32_t>(analysis().document.text.size())))) {}

std::string Report::words(Span bytes) const { return analysis().document.text.substr(bytes.start, bytes.length()); }

int Report::line(uint32_t byte) const {
  const std::string& text = analysis().document.text;
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + std::min<ptrdiff_t>(byte, static_cast<ptrdiff_t>(text.size())), '\n'));
}

int Report::sentence_at(uint32_t byte) const {
  for (size_t i = 0; i < analysis().sentences.size(); ++i)
    if (analysis().sentences[i].start <= byte && byte < analysis().sentences[i].end) return static_cast<int>(i);
  return -1;
}

std::vector<std::string> Report::names_of(const Actor& actor) const {
  std::vector<std::string> names{actor.name};
  for (const Mention& mention : actor.mentions)
    if (mention.form == MentionForm::kName) names.push_back(words(mention.span));
  return names;
}

bool Report::is_named(const Voice& voice, const std::vector<std::string>& wanted, bool as_written) const {
  std::vector<std::string> names;
  if (voice.actor >= 0) names = names_of(analysis().actors[static_cast<size_t>(voice.actor)]);
  names.push_back(voice.name);
  if (as_written || voice.actor < 0 || voice.anonymous) names.push_back(words(voice.span));
  return any_same(wanted, names);
}

bool Report::is_named(const Voice& voice, const std::vector<GoldName>& wanted, bool as_written) const {
  return std::any_of(wanted.begin(), wanted.end(), [&](const GoldName& name) { return stands_at(voice.actor, voice.span, name) || is_named(voice, std::vector{name.words}, as_written); });
}

bool Report::is_party(const Party& party, const GoldName& wanted) const {
  if (stands_at(party.actor, party.span, wanted)) return true;
  if (party.actor < 0 || wanted.words.empty()) return party.actor < 0 && wanted.words.empty();
  const Actor& actor = analysis().actors[static_cast<size_t>(party.actor)];
  return wanted.words == actor.country || wanted.words == actor.code.substr(0, 3) || any_same({wanted.words}, names_of(actor));
}

bool Report::stands_at(int actor, Span words, const GoldName& name) const {
  const auto there = [&](Span span) { return 2 * likeness(range(span), *name.at) >= 1; };
  if (!name.at) return false;
  if (there(words)) return true;
  if (actor < 0) return false;
  const std::vector<Mention>& mentions = analysis().actors[static_cast<size_t>(actor)].mentions;
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) { return there(mention.span); });
}

bool Report::describes_unnamed(std::string_view name) const {
  const LanguagePack* pack = pack_.language(analysis().document.lang);
  if (!pack) return false;
  const Strings& strings = pack_.strings();
  const Language& language = pack->language;
  const auto is = [&](const Entry& entry, const char* key, const char* value) { return strings[language.attr(entry, strings.find(key))] == value; };
  WordCache cache(&pack_.vocabulary());
  uint32_t node = 0;
  for (const Token& token : tokenize(name, pack->text, cache)) {
    node = language.child(node, token.form);
    if (node == 0) return false;
    const TrieNode& here = language.trie_nodes[node];
    for (uint32_t index : language.trie_entries.subspan(here.entry_first, here.entry_count)) {
      const Entry& entry = language.entries[index];
      const std::string_view lexicon = strings[entry.lexicon];
      if (lexicon == "numerals" || lexicon == "sources") return true;
      if (lexicon == "determiners" && (is(entry, "number", "plural") || is(entry, "kind", "indefinite"))) return true;
    }
  }
  return false;
}

}  // namespace hearsay
