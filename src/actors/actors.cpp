// Mentions are resolved in one pass over the document, each against what stands before it. A short name may also look ahead, since
// headlines use short names first.
// SPDX-License-Identifier: Apache-2.0
#include "actors/actors.h"

#include <algorithm>

#include "actors/antecedents.h"
#include "actors/cast.h"
#include "actors/collectives.h"
#include "actors/persons.h"
#include "actors/pronouns.h"
#include "actors/words.h"

namespace hearsay {

namespace {

constexpr uint16_t kLongestWord = 6;       // tokens; longer entries are names

class ActorReader {
 public:
  ActorReader(const Pack& pack, const LanguagePack& language, const Document& document, std::vector<Sentence>& sentences, Matcher& matcher,
              std::vector<Actor>& out)
      : world_(pack.world()), strings_(pack.strings()), language_(language), keys_(strings_), sentences_(sentences), matcher_(matcher),
        cast_(world_, strings_, document.published_day, out), antecedents_(cast_, sentences_), persons_(cast_),
        collectives_(cast_, antecedents_), pronouns_(cast_, antecedents_, persons_) {}

  // The first level names; what the others find hangs on which names there are.
  void run() {
    for (Sentence& sentence : sentences_) find_mentions(*sentence.lattice, 1);
    persons_.look_ahead(sentences_, keys_);
    for (Sentence& sentence : sentences_)
      for (int level = 2; level <= kLevels; ++level) find_mentions(*sentence.lattice, level);
    for (size_t index = 0; index < sentences_.size(); ++index) {
      antecedents_.go_to(index);
      read_sentence(sentences_[index]);
    }
  }

 private:
  void find_mentions(Lattice& lattice, int level) {
    const Program& program = language_.program("actors", level);
    for (const Match& match : matcher_.find_best(program, lattice))
      for (const Emit& emit : program.emits_of(*match.rule)) add_node(lattice, make_node(program, emit, match, lattice, strings_));
  }

  void add_node(Lattice& lattice, Node node) {
    const bool described = node.category == keys_.described;
    if (described ? !stands_alone(lattice, node) : !holds(MentionWords(world_, keys_, lattice, node))) return;
    const int32_t edge = lattice.add_node(std::move(node));
    if (described) lattice.hide(edge);   // it stays a noun for those who read on
  }

  // False for what a rule took for a mention and is half of a longer word, as "y" of "y te", or of a date.
  bool holds(const MentionWords& mention) const {
    const Lattice& lattice = mention.lattice();
    const Node& node = mention.node();
    const std::string_view as = mention.attr(keys_.as);
    if (as == "unknown" && within(lattice, node, keys_.time)) return false;
    if (as == "pronoun" && begins_word(lattice, node.start, node.end)) return false;
    if (as == "collective") return mention.has(keys_.of) || mention.has(keys_.by) || !within_word(lattice, node.start);
    if (mention.attr(keys_.only) == "unnamed") return stands_for_person(lattice.token(node.start).form);
    if (mention.attr(keys_.only) != "known") return true;
    return persons_.in_full_name(mention) && !within_word(lattice, node.start) && !begins_word(lattice, node.start, node.end) &&
           !behind_capital(lattice, node.start) && !within(lattice, node, keys_.mention);
  }

  // Whether the report has a word for a pronoun, and never for a state but where a capital says nothing.
  bool stands_for_person(FormId word) const {
    bool person = false;
    for (const Sentence& sentence : sentences_) {
      const Lattice& lattice = *sentence.lattice;
      for (const Node& node : lattice.nodes()) {
        if (node.category != keys_.mention || node.end != node.start + 1 || lattice.token(node.start).form != word) continue;
        const std::string_view as = strings_[node.attr(keys_.as)];
        const bool opens = node.start == 0 || lattice.token(static_cast<uint16_t>(node.start - 1)).kind == TokenKind::kPunct;
        if (as == "state" && !opens) return false;
        person |= as == "pronoun";
      }
    }
    return person;
  }

  // A word with a capital that is not the sentence's first: the name is longer.
  static bool behind_capital(const Lattice& lattice, uint16_t token) {
    return token > 1 && lattice.token(static_cast<uint16_t>(token - 1)).has(kCapital);
  }

  // Whether a word of the lexicons reaches over a token from before it; whether one begins there and is longer.
  static bool within_word(const Lattice& lattice, uint16_t token) {
    for (uint16_t at = token > kLongestWord ? static_cast<uint16_t>(token - kLongestWord) : uint16_t{0}; at < token; ++at)
      for (int32_t e = lattice.first_edge(at); e >= 0; e = lattice.edge(e).next)
        if (lattice.edge(e).kind == EdgeKind::kEntry && lattice.edge(e).end > token) return true;
    return false;
  }
  static bool begins_word(const Lattice& lattice, uint16_t start, uint16_t end) {
    for (int32_t e = lattice.first_edge(start); e >= 0; e = lattice.edge(e).next)
      if (lattice.edge(e).kind == EdgeKind::kEntry && lattice.edge(e).end > end) return true;
    return false;
  }
  bool stands_alone(const Lattice& lattice, const Node& described) const {
    const Part* head = described.part(keys_.head);
    return head && !within_word(lattice, described.start) && !begins_word(lattice, head->start, head->end) && !within(lattice, described, keys_.mention);
  }
  // Whether a node of a category shares words with it.
  static bool within(const Lattice& lattice, const Node& node, StrId category) {
    return std::any_of(lattice.nodes().begin(), lattice.nodes().end(), [&](const Node& other) {
      return other.category == category && other.start < node.end && node.start < other.end && lattice.edge(other.edge).active;
    });
  }

  void read_sentence(Sentence& sentence) {
    const Lattice& lattice = *sentence.lattice;
    std::vector<int32_t> edges;
    for (const Node& node : lattice.nodes())
      if (node.category == keys_.described || (node.category == keys_.mention && lattice.edge(node.edge).active)) edges.push_back(node.edge);
    std::sort(edges.begin(), edges.end(), [&](int32_t a, int32_t b) { return lattice.edge(a).start < lattice.edge(b).start; });
    named_ = {};
    for (int32_t edge : edges) {
      const MentionWords mention(world_, keys_, lattice, lattice.node(lattice.edge(edge)));
      for (int actor : meant(mention)) {
        if (actor < 0) continue;
        add_mention(mention, mention.span(), actor);
        if (mention.attr(keys_.as) == "person" || mention.attr(keys_.as) == "unknown") named_ = {mention.node().end, actor};
        (cast_.character(actor).described ? sentence.described : sentence.mentions).push_back({edge, actor});
      }
      if (const Part* whose = mention.node().part(keys_.by); whose && mention.attr(keys_.as) == "role")
        if (const int served = known(mention.world_actor(keys_.by)); served >= 0) add_mention(mention, lattice.span(whose->start, whose->end), served);
    }
  }

  std::vector<int> meant(const MentionWords& mention) {
    if (mention.node().category == keys_.described) return {persons_.described(mention, keys_.head)};
    const std::string_view as = mention.attr(keys_.as);
    if (as == "person") return {persons_.person(mention)};
    if (as == "unknown") return {persons_.unknown(mention)};
    if (as == "role") return {role(mention)};
    if (as == "place" && mention.has(keys_.name)) return {cast_.find_or_add(mention.words(), ActorKind::kPlace, "", "")};
    if (as == "state" || as == "body" || as == "place") return {known(mention.world_actor(keys_.who))};
    if (as == "institution") return {collectives_.institution(mention)};
    if (as == "collective") return {collectives_.collective(mention)};
    if (as == "dyad") return {known(mention.world_actor(keys_.a)), known(mention.world_actor(keys_.b)), known(mention.world_actor(keys_.c))};
    if (as == "pair") return pair(mention);
    if (as == "pronoun") return pronouns_.meant(mention);
    return {};
  }

  int role(const MentionWords& mention) {
    if (behind_name(mention) && persons_.may_be(named_.actor, mention)) return persons_.appose(named_.actor, mention);
    return persons_.role(mention, [&] { return collectives_.country_in_focus(mention); });
  }

  // "Ada Lindqvist, the mayor of Oslo": right behind a name and a mark.
  bool behind_name(const MentionWords& mention) const {
    const uint16_t start = mention.node().start;
    if (named_.actor < 0 || start != named_.end + 1) return false;
    const std::string_view mark = mention.lattice().words(named_.end, start);
    return mark == "," || mark == "(" || mark == "-" || mark == "\xe2\x80\x93";   // the last is an en dash
  }

  // Two that the rule itself names; `only=named`: if the report has named somebody of theirs before.
  std::vector<int> pair(const MentionWords& mention) {
    const int first = world_.find(mention.node().attr(keys_.first)), second = world_.find(mention.node().attr(keys_.second));
    if (mention.attr(keys_.only) == "named" && !spoken_of(first) && !spoken_of(second)) return {};
    return {known(first), known(second)};
  }

  bool spoken_of(int world) const {
    const std::vector<std::string> countries = cast_.countries();
    return world >= 0 && std::find(countries.begin(), countries.end(), strings_[world_.actor(static_cast<uint32_t>(world)).country]) != countries.end();
  }

  int known(int world) { return world < 0 ? -1 : cast_.add_known(world); }

  void add_mention(const MentionWords& words, Span span, int actor) {
    antecedents_.add(words.node(), actor, words.stands_in(words.node().start, 0));
    Mention mention;
    mention.span = span;
    const std::string_view form = words.attr(keys_.form);
    mention.form = form == "title" ? MentionForm::kTitle : form == "pronoun" ? MentionForm::kPronoun
                   : form == "description" || words.node().category == keys_.described ? MentionForm::kDescription : MentionForm::kName;
    mention.rule = std::string(strings_[words.node().rule]);
    cast_.actor(actor).mentions.push_back(mention);
    cast_.character(actor).last = mention.span.end;
  }

  const World& world_;
  const Strings& strings_;
  const LanguagePack& language_;
  const MentionKeys keys_;
  std::vector<Sentence>& sentences_;
  Matcher& matcher_;
  Cast cast_;
  Antecedents antecedents_;
  Persons persons_;
  Collectives collectives_;
  Pronouns pronouns_;
  struct Named {
    uint16_t end = 0;                    // token behind it
    int actor = -1;
  };
  Named named_;                          // the name of a person last read in this sentence
};

}  // namespace

void read_actors(const Pack& pack, const LanguagePack& language, const Document& document, std::vector<Sentence>& sentences,
                 Matcher& matcher, std::vector<Actor>& out) {
  ActorReader(pack, language, document, sentences, matcher, out).run();
}

}  // namespace hearsay
