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

class ActorReader {
 public:
  ActorReader(const Pack& pack, const Document& document, std::vector<Sentence>& sentences, std::vector<Actor>& out)
      : world_(pack.world()), strings_(pack.strings()), keys_(strings_), sentences_(sentences),
        cast_(world_, strings_, document.published_day, out), antecedents_(cast_, sentences_), persons_(cast_),
        collectives_(cast_, antecedents_), pronouns_(cast_, antecedents_) {}

  void run() {
    persons_.look_ahead(sentences_, keys_);
    for (size_t index = 0; index < sentences_.size(); ++index) {
      antecedents_.go_to(index);
      read_sentence(sentences_[index]);
    }
  }

 private:
  void read_sentence(Sentence& sentence) {
    const Lattice& lattice = *sentence.lattice;
    std::vector<int32_t> edges;
    for (const Node& node : lattice.nodes())
      if (node.category == keys_.mention && lattice.edge(node.edge).active) edges.push_back(node.edge);
    std::sort(edges.begin(), edges.end(), [&](int32_t a, int32_t b) { return lattice.edge(a).start < lattice.edge(b).start; });
    for (int32_t edge : edges) {
      const MentionWords mention(world_, keys_, lattice, lattice.node(lattice.edge(edge)));
      for (int actor : meant(mention))
        if (actor >= 0) add_mention(sentence, edge, mention, actor);
    }
  }

  std::vector<int> meant(const MentionWords& mention) {
    const std::string_view as = mention.attr(keys_.as);
    if (as == "person") return {persons_.person(mention)};
    if (as == "unknown") return {persons_.unknown(mention)};
    if (as == "role") return {persons_.role(mention)};
    if (as == "state" || as == "body" || as == "place") return {known(mention.world_actor(keys_.who))};
    if (as == "institution") return {collectives_.institution(mention)};
    if (as == "collective") return {collectives_.collective(mention)};
    if (as == "dyad") return {known(mention.world_actor(keys_.a)), known(mention.world_actor(keys_.b)), known(mention.world_actor(keys_.c))};
    if (as == "pair") return {known(world_.find(mention.node().attr(keys_.first))), known(world_.find(mention.node().attr(keys_.second)))};
    if (as == "pronoun") return pronouns_.meant(mention);
    return {};
  }

  int known(int world) { return world < 0 ? -1 : cast_.add_known(world); }

  void add_mention(Sentence& sentence, int32_t edge, const MentionWords& words, int actor) {
    sentence.mentions.push_back({edge, actor});
    Mention mention;
    mention.span = words.span();
    const std::string_view form = words.attr(keys_.form);
    mention.form = form == "title" ? MentionForm::kTitle : form == "pronoun" ? MentionForm::kPronoun
                   : form == "description" ? MentionForm::kDescription : MentionForm::kName;
    mention.rule = std::string(strings_[words.node().rule]);
    cast_.actor(actor).mentions.push_back(mention);
    cast_.character(actor).last = mention.span.end;
  }

  const World& world_;
  const Strings& strings_;
  const MentionKeys keys_;
  std::vector<Sentence>& sentences_;
  Cast cast_;
  Antecedents antecedents_;
  Persons persons_;
  Collectives collectives_;
  Pronouns pronouns_;
};

void find_mentions(const LanguagePack& language, Lattice& lattice, Matcher& matcher, const Strings& strings) {
  for (int level = 1; level <= kLevels; ++level) {
    const Program& program = language.program("actors", level);
    for (const Match& match : matcher.find_best(program, lattice))
      for (const Emit& emit : program.emits_of(*match.rule)) lattice.add_node(make_node(program, emit, match, lattice, strings));
  }
}

}  // namespace

void read_actors(const Pack& pack, const LanguagePack& language, const Document& document, std::vector<Sentence>& sentences,
                 Matcher& matcher, std::vector<Actor>& out) {
  for (Sentence& sentence : sentences) find_mentions(language, *sentence.lattice, matcher, pack.strings());
  ActorReader(pack, document, sentences, out).run();
}

}  // namespace hearsay
