// Mentions are resolved in one pass over the document, each against what stands before it: Hobbs' naive preference for
// the subject of the nearest sentence, cut down to order of mention, but for those in an opening that is set off from the
// subject. A short name may also look ahead, since headlines use short names first.
// SPDX-License-Identifier: Apache-2.0
#include "actors/actors.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "text/utf8.h"

namespace hearsay {

namespace {

// CAMEO role code of an office or occupation that a title names (CAMEO codebook 1.1b3, chapter 3).
std::string_view role_code(std::string_view roles) {
  static constexpr std::pair<std::string_view, std::string_view> kCodes[] = {
      {"head-of-state", "GOV"}, {"head-of-government", "GOV"}, {"leader", "GOV"}, {"vice-head-of-state", "GOV"},
      {"foreign-minister", "GOV"}, {"defence-minister", "GOV"}, {"finance-minister", "GOV"}, {"interior-minister", "GOV"},
      {"minister", "GOV"}, {"spokesperson", "GOV"}, {"envoy", "GOV"}, {"security-adviser", "GOV"}, {"adviser", "GOV"},
      {"ambassador", "GOV"}, {"un-ambassador", "GOV"}, {"official", "GOV"}, {"governor", "GOV"}, {"heir", "GOV"},
      {"royal", "GOV"}, {"chief-of-staff", "GOV"}, {"speaker", "LEG"}, {"legislator", "LEG"}, {"military", "MIL"},
      {"military-chief", "MIL"}, {"commander", "MIL"}, {"intelligence-chief", "SPY"}, {"opposition-leader", "OPP"},
      {"police", "COP"}, {"prosecutor", "JUD"}, {"judge", "JUD"}, {"journalist", "MED"}, {"businessman", "BUS"},
      {"activist", "CVL"}, {"expert", "EDU"}};
  for (auto [role, code] : kCodes)
    if (shares_value(roles, role)) return code;
  return {};
}

constexpr uint16_t kPlaceBehind = 5;       // words from a preposition to the place it puts something

struct Local {
  int world = -1;
  std::string gender;
  std::string roles;                     // titles' roles it was called by
  std::vector<std::string> names;        // folded without diacritics
  uint32_t last = 0;                     // byte of the last mention
  bool titled = false;                   // something said it is a person
  bool plural = false;                   // many by its words: "unions"
};

class ActorReader {
 public:
  ActorReader(const Pack& pack, const LanguagePack& language, const Document& document, std::vector<Sentence>& sentences,
              Matcher& matcher, std::vector<Actor>& out)
      : pack_(pack), world_(pack.world()), strings_(pack.strings()), language_(language), document_(document), sentences_(sentences),
        matcher_(matcher), out_(out) {
    auto key = [&](std::string_view text) { return strings_.find(text); };
    k_ = {key("mention"), key("as"), key("form"), key("who"), key("title"), key("of"), key("name"), key("what"), key("by"), key("head"),
          key("a"), key("b"), key("c"), key("role"), key("gender"), key("refers"), key("number"), key("sector"), key("former"), key("h"),
          key("first"), key("second"), key("prepositions")};
  }

  void run() {
    for (Sentence& sentence : sentences_) {
      for (int level = 1; level <= kLevels; ++level) {
        const Program& program = language_.program("actors", level);
        for (const Match& match : matcher_.find_best(program, *sentence.lattice))
          for (const Emit& emit : program.emits_of(*match.rule))
            sentence.lattice->add_node(make_node(program, emit, match, *sentence.lattice, strings_));
      }
    }
    collect_full_names();
    for (size_t index = 0; index < sentences_.size(); ++index) {
      sentence_ = index;
      read_sentence(sentences_[index]);
    }
  }

 private:
  struct Keys {
    StrId mention, as, form, who, title, of, name, what, by, head, a, b, c, role, gender, refers, number, sector, former, h, first, second, prepositions;
  };

  // Full names anywhere in the document, so that a short name before its full one finds it.
  void collect_full_names() {
    for (const Sentence& sentence : sentences_)
      for (const Node& node : sentence.lattice->nodes()) {
        if (node.category != k_.mention) continue;
        const Part* name = node.part(k_.name);
        const std::string_view as = strings_[node.attr(k_.as)];
        if (name && (as == "person" || as == "unknown") && name->end - name->start >= 2) {
          const std::string full = plain(sentence.lattice->words(name->start, name->end));
          for (std::string_view word : name_words(full)) full_name_with_.emplace(std::string(word), full);
          if (as == "person") person_names_.insert(full);
        }
      }
  }

  void read_sentence(Sentence& sentence) {
    lattice_ = sentence.lattice.get();
    std::vector<int32_t> edges;
    for (const Node& node : lattice_->nodes())
      if (node.category == k_.mention && lattice_->edge(node.edge).active) edges.push_back(node.edge);
    std::sort(edges.begin(), edges.end(), [&](int32_t a, int32_t b) { return lattice_->edge(a).start < lattice_->edge(b).start; });
    for (int32_t edge : edges) read_mention(sentence, edge);
  }

  void read_mention(Sentence& sentence, int32_t edge) {
    const Node& node = lattice_->node(lattice_->edge(edge));
    const std::string_view as = strings_[node.attr(k_.as)];
    std::vector<int> actors;
    if (as == "person") actors = {person(node)};
    else if (as == "unknown") actors = {unknown(node)};
    else if (as == "role") actors = {role(node)};
    else if (as == "state" || as == "body" || as == "place") actors = {known(node, k_.who)};
    else if (as == "institution") actors = {institution(node)};
    else if (as == "collective") actors = {collective(node)};
    else if (as == "dyad") actors = {known(node, k_.a), known(node, k_.b), known(node, k_.c)};
    else if (as == "pair") actors = pair(node);
    else if (as == "pronoun") actors = pronoun(node);
    for (int actor : actors) {
      if (actor < 0) continue;
      sentence.mentions.push_back({edge, actor});
      Mention mention;
      mention.span = lattice_->span(node.start, node.end);
      const std::string_view form = strings_[node.attr(k_.form)];
      mention.form = form == "title" ? MentionForm::kTitle : form == "pronoun" ? MentionForm::kPronoun
                     : form == "description" ? MentionForm::kDescription : MentionForm::kName;
      mention.rule = std::string(strings_[node.rule]);
      out_[static_cast<size_t>(actor)].mentions.push_back(mention);
      locals_[static_cast<size_t>(actor)].last = mention.span.end;
    }
  }

  // ---- making actors

  int add_world(int world) {
    auto [at, fresh] = by_world_.emplace(world, static_cast<int>(out_.size()));
    if (!fresh) return at->second;
    const Actor& actor = out_.emplace_back(actor_of_world(world_, static_cast<uint32_t>(world), document_.published_day));
    Local& local = locals_.emplace_back();
    local.world = world;
    local.gender = std::string(strings_[world_.actor(static_cast<uint32_t>(world)).gender]);
    local.titled = true;
    call_person(out_.size() - 1, plain(actor.name));
    ids_.insert(actor.id);
    return at->second;
  }

  int add_local(std::string name, ActorKind kind, std::string_view country, std::string_view sector) {
    Actor& actor = out_.emplace_back();
    actor.name = std::move(name);
    actor.kind = kind;
    actor.country = std::string(country);
    if (!country.empty()) actor.code = actor.country + std::string(sector);
    std::string slug;
    for (char c : plain(actor.name))
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) slug += c;
      else if (!slug.empty() && slug.back() != '-') slug += '-';
    while (!slug.empty() && slug.back() == '-') slug.pop_back();
    actor.id = "x-" + (slug.empty() ? std::to_string(out_.size()) : slug);
    if (!ids_.insert(actor.id).second) ids_.insert(actor.id += "-" + std::to_string(out_.size()));
    locals_.emplace_back();
    const std::string folded = plain(actor.name);
    call_person(out_.size() - 1, folded);
    unheld_by_name_.emplace(std::pair(folded, std::string(country)), static_cast<int>(out_.size()) - 1);
    return static_cast<int>(out_.size()) - 1;
  }

  // Another name of an actor, kept so that persons are found by it and by each of its words.
  void call_person(size_t actor, const std::string& name) {
    locals_[actor].names.push_back(name);
    if (out_[actor].kind != ActorKind::kPerson) return;
    person_by_name_.emplace(name, static_cast<int>(actor));
    for (std::string_view word : name_words(name)) {
      std::vector<size_t>& sharing = persons_by_word_[std::string(word)];
      if (sharing.empty() || sharing.back() != actor) sharing.push_back(actor);
    }
  }

  const Entry* entry_of(const Node& node, StrId part) const {
    const Part* held = node.part(part);
    if (!held || held->edge < 0) return nullptr;
    const Edge& edge = lattice_->edge(held->edge);
    return edge.kind == EdgeKind::kEntry ? &lattice_->entry(edge) : nullptr;
  }
  std::string attr_of(const Node& node, StrId part, StrId key) const {
    const Entry* entry = entry_of(node, part);
    return entry ? std::string(strings_[lattice_->entry_attr(*entry, key)]) : std::string();
  }
  int known(const Node& node, StrId part) {
    const Entry* entry = entry_of(node, part);
    return entry && entry->actor >= 0 ? add_world(entry->actor) : -1;
  }
  // The country of what a part names.
  std::string country_of(const Node& node, StrId part) const {
    const Entry* entry = entry_of(node, part);
    return entry && entry->actor >= 0 ? std::string(strings_[world_.actor(static_cast<uint32_t>(entry->actor)).country]) : std::string();
  }
  StrId id_of(const Node& node, StrId part) const {
    const Entry* entry = entry_of(node, part);
    return entry && entry->actor >= 0 ? world_.actor(static_cast<uint32_t>(entry->actor)).id : 0;
  }

  // ---- persons

  int person(const Node& node) {
    const std::string roles = attr_of(node, k_.title, k_.role);
    int found = known(node, k_.who);
    if (found >= 0) also_called(found, *node.part(k_.who));
    if (found < 0) {
      const Part* name = node.part(k_.name);
      if (!name) return -1;
      found = named(node, std::string(lattice_->words(name->start, name->end)), roles, true);
    }
    return describe(found, node, roles);
  }

  // The name a text uses for a known person, so that its words alone find that person too.
  void also_called(int actor, const Part& name) {
    const std::string folded = plain(lattice_->words(name.start, name.end));
    const std::vector<std::string>& names = locals_[static_cast<size_t>(actor)].names;
    if (std::find(names.begin(), names.end(), folded) == names.end()) call_person(static_cast<size_t>(actor), folded);
  }

  int describe(int found, const Node& node, const std::string& roles) {
    if (found < 0) return found;
    Local& local = locals_[static_cast<size_t>(found)];
    Actor& actor = out_[static_cast<size_t>(found)];
    local.titled = true;
    if (!roles.empty()) local.roles += (local.roles.empty() ? "" : "|") + roles;
    for (StrId part : {k_.h, k_.title})
      if (const std::string gender = attr_of(node, part, k_.gender); local.gender.empty() && !gender.empty()) local.gender = gender;
    // Without a day the title tells which of his offices is meant.
    if (const StrId of = id_of(node, k_.of); local.world >= 0 && of && !document_.published_day && !node.part(k_.former))
      if (const WorldTerm* term = world_.term_in(static_cast<uint32_t>(local.world), roles, of)) actor.code = std::string(strings_[term->code]);
    if (local.world < 0 && actor.country.empty()) {
      actor.country = country_of(node, k_.of);
      if (!actor.country.empty()) {
        const std::string_view sector = role_code(roles);
        actor.code = actor.country + std::string(node.part(k_.former) ? "ELI" : sector);
      }
    }
    return found;
  }

  static std::vector<std::string_view> name_words(std::string_view folded) {
    std::vector<std::string_view> words;
    size_t start = 0;
    for (size_t i = 0; i <= folded.size(); ++i)
      if (i == folded.size() || folded[i] == ' ' || folded[i] == '-') {
        if (i > start) words.push_back(folded.substr(start, i - start));
        start = i + 1;
      }
    return words;
  }
  // Whether each word of the short name stands in the full one, in order.
  static bool shortens(std::string_view brief, std::string_view full) {
    const auto words = name_words(full);
    size_t at = 0;
    for (std::string_view word : name_words(brief)) {
      while (at < words.size() && words[at] != word) ++at;
      if (at == words.size()) return false;
      ++at;
    }
    return true;
  }

  int named(const Node& node, const std::string& name, const std::string& roles, bool titled) {
    const std::string folded = plain(name);
    int best = -1;
    if (auto full = person_by_name_.find(folded); full != person_by_name_.end()) return full->second;
    // An office named with its state: its holder on that day, if the name fits.
    const StrId of = id_of(node, k_.of);
    if (of && !roles.empty() && !node.part(k_.former)) {
      const int holder = world_.holder(of, roles, document_.published_day);
      if (holder >= 0 && shortens(folded, plain(strings_[world_.actor(static_cast<uint32_t>(holder)).name]))) return add_world(holder);
    }
    const std::string gender = attr_of(node, k_.h, k_.gender);
    const auto words = name_words(folded);
    const auto sharing = words.empty() ? persons_by_word_.end() : persons_by_word_.find(std::string(words.front()));
    for (size_t i : sharing == persons_by_word_.end() ? std::vector<size_t>{} : sharing->second) {
      if (!locals_[i].titled) continue;
      if (!gender.empty() && !locals_[i].gender.empty() && gender != locals_[i].gender) continue;
      for (const std::string& other : locals_[i].names)
        if (shortens(folded, other) && (best < 0 || locals_[i].last > locals_[static_cast<size_t>(best)].last)) best = static_cast<int>(i);
    }
    if (best >= 0) return best;
    std::string full = name;
    if (words.size() == 1)   // a short name whose full form comes later
      if (auto later = full_name_with_.find(folded); later != full_name_with_.end()) {
        if (auto known = person_by_name_.find(later->second); known != person_by_name_.end()) return known->second;
        const int made = add_local(name, ActorKind::kPerson, "", "");
        call_person(static_cast<size_t>(made), later->second);
        return made;
      }
    const int made = add_local(full, ActorKind::kPerson, "", "");
    locals_[static_cast<size_t>(made)].titled = titled;
    return made;
  }

  // Capitals that nothing explains: a person named elsewhere, or a name of its own.
  int unknown(const Node& node) {
    const Part* name = node.part(k_.name);
    if (!name) return -1;
    const std::string words(lattice_->words(name->start, name->end));
    const std::string folded = plain(words);
    const bool person = person_names_.contains(folded);
    return named(node, words, "", person);
  }

  // ---- offices, bodies, collectives

  int role(const Node& node) {
    const std::string roles = attr_of(node, k_.title, k_.role);
    const StrId of = id_of(node, k_.of);
    if (of && !node.part(k_.former)) {
      const int holder = world_.holder(of, roles, document_.published_day);
      if (holder >= 0 && shares_value(roles, "head-of-state|head-of-government|leader|foreign-minister|defence-minister|vice-head-of-state|secretary-general"))
        return add_world(holder);
    }
    const std::string country = country_of(node, k_.of);
    int best = -1;
    for (size_t i = 0; i < out_.size(); ++i) {
      const Local& local = locals_[i];
      if (out_[i].kind != ActorKind::kPerson || (of && out_[i].country != country)) continue;
      bool held = shares_value(local.roles, roles);
      if (!held && local.world >= 0 && !node.part(k_.former)) held = world_.term_on(static_cast<uint32_t>(local.world), roles, document_.published_day);
      if (held && (best < 0 || local.last > locals_[static_cast<size_t>(best)].last)) best = static_cast<int>(i);
    }
    if (best >= 0) return best;
    if (!of) return -1;
    if (country.empty()) return known(node, k_.of);   // who speaks and acts for a body of many states is the body
    const std::string name(lattice_->words(node.start, node.end));
    if (auto known = unheld_by_name_.find({plain(name), country}); known != unheld_by_name_.end()) return known->second;
    const int made = add_local(name, ActorKind::kPerson, country, node.part(k_.former) ? "ELI" : role_code(roles));
    locals_[static_cast<size_t>(made)].roles = roles;
    return made;
  }

  int reuse_or_add(const std::string& name, ActorKind kind, const std::string& country, const std::string& sector) {
    if (auto known = unheld_by_name_.find({plain(name), country}); known != unheld_by_name_.end()) return known->second;
    return add_local(name, kind, country, sector);
  }

  int institution(const Node& node) {
    const std::string sector = attr_of(node, k_.head, k_.sector);
    const std::string name(lattice_->words(node.start, node.end));
    return reuse_or_add(name, ActorKind::kOrganisation, country_of(node, k_.of), sector);
  }

  int collective(const Node& node) {
    const std::string sector = attr_of(node, k_.what, k_.sector);
    std::string country = country_of(node, k_.of);
    if (country.empty()) country = country_of(node, k_.by);
    if (country.empty() && !node.part(k_.of) && !node.part(k_.by)) country = country_in_focus(node);
    if (country.empty()) return -1;
    // A state's government is the state; its army, press or people are actors of their own.
    if (sector.empty() || sector == "GOV") {
      if (const int state = world_.state(country); state >= 0) return add_world(state);
    }
    const int group = reuse_or_add(std::string(lattice_->words(node.start, node.end)), ActorKind::kGroup, country, sector);
    locals_[static_cast<size_t>(group)].plural |= strings_[node.attr(k_.number)] == "plural";
    return group;
  }

  // The country named nearest before in this sentence, or first in the one before; else the one where the sentence puts itself; else the one
  // named most often so far.
  std::string country_in_focus(const Node& node) const {
    const uint32_t here = lattice_->span(node.start, node.end).start;
    const auto has_country = [&](int i) { return !out_[static_cast<size_t>(i)].country.empty(); };
    if (const auto beside = before(here, has_country, 0); !beside.empty()) return out_[static_cast<size_t>(beside.back())].country;
    if (const auto earlier = before(here, has_country, 1); !earlier.empty()) return out_[static_cast<size_t>(earlier.front())].country;
    if (std::string where = country_behind(node); !where.empty()) return where;
    std::map<std::string, size_t> counts;
    for (const Actor& actor : out_)
      if (!actor.country.empty()) counts[actor.country] += actor.mentions.size();
    std::string most;
    for (const auto& [country, count] : counts)
      if (most.empty() || count > counts[most]) most = country;
    return most;
  }

  // "Gunmen attacked a station in Kabul": the country of the first place behind.
  std::string country_behind(const Node& node) const {
    std::pair<uint16_t, std::string> first{UINT16_MAX, {}};
    for (const Node& other : lattice_->nodes()) {
      if (other.category != k_.mention || other.start < node.end || other.start >= first.first || !lattice_->edge(other.edge).active) continue;
      if (std::string country = country_of(other, k_.who); !country.empty() && stands_in(other.start)) first = {other.start, std::move(country)};
    }
    return first.second;
  }

  // Behind a preposition of place, with a few words between: "in the centre of the capital".
  bool stands_in(uint16_t start) const {
    for (uint16_t at = start > kPlaceBehind ? static_cast<uint16_t>(start - kPlaceBehind) : uint16_t{0}; at < start; ++at)
      for (int32_t e = lattice_->first_edge(at); e >= 0; e = lattice_->edge(e).next) {
        const Edge& edge = lattice_->edge(e);
        if (edge.kind == EdgeKind::kEntry && edge.end <= start && lattice_->entry(edge).lexicon == k_.prepositions &&
            strings_[lattice_->entry_attr(lattice_->entry(edge), k_.role)] == "in")
          return true;
      }
    return false;
  }

  // Two states that the rule itself names: "inter-Korean".
  std::vector<int> pair(const Node& node) {
    std::vector<int> both;
    for (StrId key : {k_.first, k_.second})
      if (const int world = world_.find(node.attr(key)); world >= 0) both.push_back(add_world(world));
    return both;
  }

  // ---- pronouns

  // Where the words before the subject end, if a comma sets them off: "In talks with A, B said ...", "A's son, B, ...". The
  // subject stands right behind the comma. 0: the sentence begins with a mention, or says at once whose word it is.
  uint32_t opening_of(const Sentence& sentence) const {
    const Lattice& lattice = *sentence.lattice;
    const auto begins_at = [&](int token) {
      return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const Found& found) {
        return lattice.edge(found.edge).start == token && out_[static_cast<size_t>(found.index)].kind == ActorKind::kPerson;
      });
    };
    if (begins_at(0)) return 0;
    for (int32_t e = lattice.first_edge(0); e >= 0; e = lattice.edge(e).next)
      if (lattice.edge(e).kind == EdgeKind::kEntry && strings_[lattice.entry(lattice.edge(e)).lexicon] == "cues") return 0;
    for (uint16_t at = 1; at + 1 < lattice.size(); ++at)
      if (lattice.words(at, static_cast<uint16_t>(at + 1)) == "," && begins_at(at + 1)) return lattice.token(at).start;
    return 0;
  }

  // Actors of a kind mentioned before here, the likeliest first: those of this sentence in order, then of earlier ones; in
  // each, those of the opening last.
  template <class Fits>
  std::vector<int> before(uint32_t here, Fits fits, size_t sentences_back = 6) const {
    struct Ranked {
      size_t back;
      bool opening;
      int actor;
    };
    std::vector<Ranked> ranked;
    for (size_t back = 0; back <= sentences_back && back <= sentence_; ++back) {
      const Sentence& sentence = sentences_[sentence_ - back];
      const uint32_t opening = sentence.mentions.size() < 2 ? 0 : opening_of(sentence);
      for (const Found& found : sentence.mentions) {
        const Edge& edge = sentence.lattice->edge(found.edge);
        const uint32_t at = sentence.lattice->span(edge.start, edge.end).start;
        if (at >= here || !fits(found.index)) continue;
        ranked.push_back({back, at < opening && out_[static_cast<size_t>(found.index)].kind == ActorKind::kPerson, found.index});
      }
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) { return a.back != b.back ? a.back < b.back : a.opening < b.opening; });
    std::vector<int> out;
    for (const Ranked& one : ranked)
      if (std::find(out.begin(), out.end(), one.actor) == out.end()) out.push_back(one.actor);
    return out;
  }

  std::vector<int> pronoun(const Node& node) {
    const std::string_view refers = strings_[node.attr(k_.refers)];
    const std::string_view gender = strings_[node.attr(k_.gender)];
    const uint32_t here = lattice_->span(node.start, node.end).start;
    auto is_person = [&](int i) {
      const Local& local = locals_[static_cast<size_t>(i)];
      return out_[static_cast<size_t>(i)].kind == ActorKind::kPerson && (local.titled || local.world >= 0) &&
             (gender.empty() || local.gender.empty() || local.gender == gender);
    };
    auto is_state = [&](int i) { return out_[static_cast<size_t>(i)].kind == ActorKind::kState; };
    auto is_body = [&](int i) { return out_[static_cast<size_t>(i)].kind == ActorKind::kOrganisation || out_[static_cast<size_t>(i)].kind == ActorKind::kGroup; };
    const bool one = strings_[node.attr(k_.number)] == "singular";
    auto is_collective = [&](int i) { return is_state(i) || (is_body(i) && !(one && locals_[static_cast<size_t>(i)].plural)); };
    std::vector<int> found;
    if (refers == "person" || refers == "reflexive") found = first(before(here, is_person), 1);
    else if (refers == "persons") found = strings_[node.attr(k_.number)] == "2" ? last_two(before(here, is_person)) : several(here, is_person, is_collective);
    else if (refers == "collective") found = first(before(here, is_collective, 1), 1);
    else if (refers == "state") found = nearest_one(here, is_state);
    else if (refers == "states") found = last_two(before(here, is_state));
    else if (refers == "organisation") found = nearest_one(here, is_body);
    if (refers == "states" && found.size() < 2) found = states_of_persons(before(here, is_person));
    return found;
  }

  // "They" without a number: the body or state spoken of first, here or in the sentence before; else two persons.
  template <class Person, class Collective>
  std::vector<int> several(uint32_t here, Person is_person, Collective is_collective) const {
    const auto found = before(here, is_collective, 1);
    return found.empty() ? last_two(before(here, is_person)) : first(found, 1);
  }

  static std::vector<int> first(const std::vector<int>& all, size_t count) {
    std::vector<int> out;
    for (size_t i = 0; i < all.size() && i < count; ++i) out.push_back(all[i]);
    return out;
  }
  static std::vector<int> last_two(const std::vector<int>& all) { return all.size() < 2 ? std::vector<int>{} : first(all, 2); }
  template <class Fits>
  std::vector<int> nearest_one(uint32_t here, Fits fits) const {
    int best = -1;
    uint32_t last = 0;
    for (size_t back = 0; back <= 3 && back <= sentence_ && best < 0; ++back)
      for (const Found& found : sentences_[sentence_ - back].mentions) {
        const Edge& edge = sentences_[sentence_ - back].lattice->edge(found.edge);
        const uint32_t at = sentences_[sentence_ - back].lattice->span(edge.start, edge.end).start;
        if (at < here && at >= last && fits(found.index)) best = found.index, last = at;
      }
    return best < 0 ? std::vector<int>{} : std::vector<int>{best};
  }
  std::vector<int> states_of_persons(const std::vector<int>& persons) {
    std::vector<int> states;
    for (int person : persons) {
      std::string country = out_[static_cast<size_t>(person)].country;
      std::transform(country.begin(), country.end(), country.begin(), [](unsigned char c) { return static_cast<char>(c | 32); });
      const int state = country.empty() ? -1 : world_.find(country);
      if (state < 0) continue;
      const int actor = add_world(state);
      if (std::find(states.begin(), states.end(), actor) == states.end()) states.push_back(actor);
    }
    return last_two(states);
  }

  // The fold of a name, which a report repeats.
  const std::string& plain(std::string_view name) {
    auto [at, fresh] = plain_.try_emplace(std::string(name));
    if (fresh) at->second = fold_plain(name);
    return at->second;
  }

  const Pack& pack_;
  const World& world_;
  const Strings& strings_;
  const LanguagePack& language_;
  const Document& document_;
  std::vector<Sentence>& sentences_;
  Matcher& matcher_;
  std::vector<Actor>& out_;
  std::unordered_map<std::string, std::string> plain_;               // names as they are compared
  Keys k_{};
  size_t sentence_ = 0;
  Lattice* lattice_ = nullptr;
  std::vector<Local> locals_;
  std::map<int, int> by_world_;
  std::set<std::string> person_names_, ids_;
  std::map<std::string, std::string> full_name_with_;               // a word of a name -> the first full name with it
  std::map<std::string, int> person_by_name_;                        // folded without diacritics
  std::map<std::pair<std::string, std::string>, int> unheld_by_name_;   // the same, with the country
  std::map<std::string, std::vector<size_t>> persons_by_word_;
};

}  // namespace

Actor actor_of_world(const World& world, uint32_t index, std::optional<Day> day) {
  const WorldActor& source = world.actor(index);
  const Strings& strings = world.strings();
  Actor actor;
  actor.id = std::string(strings[source.id]);
  actor.name = std::string(strings[source.name]);
  actor.kind = static_cast<ActorKind>(source.kind);
  actor.code = world.code_on(index, day);
  actor.country = std::string(strings[source.country]);
  actor.speaks_for = std::string(strings[source.speaks_for]);
  actor.owner = std::string(strings[source.owner]);
  actor.within = world.around(index);
  actor.outlet = source.outlet != 0;
  actor.known = true;
  return actor;
}

void read_actors(const Pack& pack, const LanguagePack& language, const Document& document, std::vector<Sentence>& sentences,
                 Matcher& matcher, std::vector<Actor>& out) {
  ActorReader(pack, language, document, sentences, matcher, out).run();
}

}  // namespace hearsay
