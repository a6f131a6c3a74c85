// SPDX-License-Identifier: Apache-2.0
#include "newswire_words.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <utility>

namespace hearsay::bench {

namespace {

constexpr int kRedraws = 6;

// Where the bracket closes whose inside begins at `from`.
size_t closing(std::string_view pattern, size_t from) {
  for (int depth = 1; from < pattern.size(); ++from) {
    depth += pattern[from] == '[' ? 1 : pattern[from] == ']' ? -1 : 0;
    if (depth == 0) return from;
  }
  return pattern.size();
}

std::vector<std::string_view> choices(std::string_view inside) {
  std::vector<std::string_view> parts;
  size_t from = 0;
  for (size_t i = 0, depth = 0; i <= inside.size(); ++i) {
    if (i < inside.size() && inside[i] == '[') ++depth;
    if (i < inside.size() && inside[i] == ']') --depth;
    if (depth > 0 || (i < inside.size() && inside[i] != '|')) continue;
    parts.push_back(inside.substr(from, i - from));
    from = i + 1;
  }
  return parts;
}

uint64_t hash_of(std::string_view text) {
  uint64_t hash = 0xcbf29ce484222325ull;
  for (unsigned char c : text) hash = (hash ^ c) * 0x100000001b3ull;
  return hash;
}

std::string syllable(Random& random) {
  static constexpr std::string_view kOnsets[] = {"b", "br", "d", "dr", "f", "g", "gr", "h", "j", "k", "kr", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "z"};
  static constexpr std::string_view kVowels[] = {"a", "e", "i", "o", "u", "ai", "au", "ia", "eo"};
  static constexpr std::string_view kCodas[] = {"", "", "", "", "l", "n", "r", "s", "m", "k"};
  std::string out(kOnsets[random.below(22)]);
  out += kVowels[random.below(9)];
  return out += kCodas[random.below(10)];
}

}  // namespace

struct Grammar::Saying {
  const Values& values;
  uint64_t story;
  Random& random;
  Used& used;
  std::string out;
};

Grammar::Grammar(std::string_view text) {
  std::vector<std::string>* rule = nullptr;
  for (size_t from = 0; from < text.size();) {
    const size_t end = std::min(text.find('\n', from), text.size());
    const std::string_view line = text.substr(from, end - from);
    from = end + 1;
    if (line.empty()) continue;
    if (line[0] != ' ') rule = &rules_[std::string(line)];
    else if (rule != nullptr) rule->emplace_back(line.substr(2));
  }
  for (const std::string& line : rules_["nouns"]) {
    std::istringstream words(line);
    for (std::string word; words >> word;) {
      std::replace(word.begin(), word.end(), '_', ' ');
      nouns_.push_back(std::move(word));
    }
  }
}

std::string Grammar::say(std::string_view rule, const Values& values, uint64_t story, Random& random, Used& used) const {
  Saying saying{values, story, random, used, {}};
  name(rule, saying);
  return std::move(saying.out);
}

void Grammar::expand(std::string_view pattern, Saying& saying) const {
  for (size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '{') {
      const size_t end = std::min(pattern.find('}', i), pattern.size());
      name(pattern.substr(i + 1, end - i - 1), saying);
      i = end;
    } else if (pattern[i] == '[') {
      const size_t end = closing(pattern, i + 1);
      const std::vector<std::string_view> parts = choices(pattern.substr(i + 1, end - i - 1));
      expand(parts[static_cast<size_t>(saying.random.below(static_cast<int>(parts.size())))], saying);
      i = end;
    } else {
      saying.out += pattern[i];
    }
  }
}

void Grammar::name(std::string_view name, Saying& saying) const {
  const bool fixed = name.starts_with('=');
  if (fixed) name.remove_prefix(1);
  if (const auto value = saying.values(name)) {
    saying.out += *value;
    return;
  }
  const auto found = rules_.find(name);
  if (found == rules_.end()) {
    std::fprintf(stderr, "newswire: no rule %.*s\n", static_cast<int>(name.size()), name.data());
    std::abort();
  }
  const std::vector<std::string>& ways = found->second;
  const auto draw = [&] { return &ways[static_cast<size_t>(saying.random.below(static_cast<int>(ways.size())))]; };
  const std::string* way = fixed ? &ways[Random(saying.story, hash_of(name)).next() % ways.size()] : draw();
  for (int more = 0; !fixed && more < kRedraws && saying.used.contains(way); ++more) way = draw();
  if (!fixed) saying.used.insert(way);
  expand(*way, saying);
}

std::string capitalised(std::string text) {
  if (text.empty()) return text;
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) {
    if (lead >= 'a' && lead <= 'z') text[0] = static_cast<char>(lead - 32);
    return text;
  }
  if (text.size() < 2) return text;
  const auto next = static_cast<unsigned char>(text[1]);
  if (lead == 0xC3 && next >= 0xA0) text[1] = static_cast<char>(next - 32);                       // Latin-1 letters
  if ((lead == 0xC4 || lead == 0xC5) && next % 2 == 1) text[1] = static_cast<char>(next - 1);     // ă đ ĩ ũ stand behind their capitals
  if (lead == 0xC6 && next == 0xA1) text[1] = static_cast<char>(0xA0);                            // ơ
  if (lead == 0xC6 && next == 0xB0) text[1] = static_cast<char>(0xAF);                            // ư
  if (lead == 0xE1 && text.size() > 2 && static_cast<unsigned char>(text[2]) % 2 == 1) text[2] = static_cast<char>(text[2] - 1);
  return text;
}

std::string made_up_word(Random& random) {
  std::string word = syllable(random);
  word += syllable(random);
  if (word.size() < 6 || random.chance(0.3)) word += syllable(random);
  return capitalised(word);
}

std::string made_up_person(Random& random) {
  std::string name = syllable(random);   // one call after the other: within one expression compilers choose the order
  name += syllable(random) + ' ';
  name += made_up_word(random);
  return capitalised(std::move(name));
}

}  // namespace hearsay::bench
