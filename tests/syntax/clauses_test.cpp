// How competing relations are settled and parts are found, over a grammar of a few words.
// SPDX-License-Identifier: Apache-2.0
#include "syntax/clauses.h"

#include <gtest/gtest.h>

#include "pack/made_pack.h"

namespace hearsay::testing {
namespace {

const PackFiles kToy = {
    {"en/syntax/nouns.tsv", "form\ndog\ncat\nletter\nfish\n"},
    {"en/syntax/verbs.tsv", "form\tvoice\nsends\t\neats\t\nrefuses\t\nwants\t\nsays\t\nsent\tpassive\n"},
    {"en/syntax/names.tsv", "form\ngovernor\nantecedent\n"},   // parts are asked for by names that the pack holds
    {"en/syntax/prepositions.tsv", "form\trole\nby\tby\nto\tto\n"},
    {"en/syntax/toy.rules", R"(
rule np
  the? head:<nouns>
  -> np
rule vg
  (was)? verb:<verbs>
  -> vg inherit=verb

level 2
rule of
  head:@np of of:@np
  -> np

level 3
rule subject priority 4
  s:@np v:@vg
  -> subject(v, s)
rule object priority 3
  v:@vg o:@np
  -> object(v, o)
rule oblique priority 3
  v:@vg (@np)? p:<prepositions> o:@np
  -> oblique(v, o) role={p.role}
rule complement priority 2
  v:@vg to w:@vg
  -> complement(v, w)
rule content priority 2
  v:@vg that (@np)? w:@vg
  -> content(v, w)
rule coordinated priority 2
  v:@vg (@np)? and w:@vg
  -> coordinated(v, w)
rule relative priority 6
  n:@np that v:@vg
  -> relative(n, v)
  -> subject(v, n) shared=yes
)"}};

class Toy {
 public:
  explicit Toy(std::string text) : text_(std::move(text)) {
    static const MadePack made(kToy);
    const LanguagePack& language = made.language("en");
    strings_ = &made.pack().strings();
    WordCache cache(&made.pack().vocabulary());
    tokens_ = tokenize(text_, language.text, cache);
    const auto sets = std::make_shared<SymbolSets>(language.language);
    int cut = 0;
    for (const SentenceTokens& range : split_sentences(text_, tokens_, language.text, cut)) {
      Sentence& sentence = sentences_.emplace_back();
      sentence.range = range;
      sentence.lattice = std::make_unique<Lattice>(sets, text_, std::span<const Token>(tokens_).subspan(range.first, range.last - range.first));
    }
    Matcher matcher;
    clauses_ = read_clauses(made.pack(), language, sentences_, matcher);
  }
  // The part's words; "-" if there is none.
  std::string part(std::string_view group, std::string_view name) const {
    const int32_t found = clauses_.at(0).part(group_of(group), strings_->find(name));
    return found < 0 ? "-" : words(found);
  }
  const Clauses& clauses() const { return clauses_.at(0); }

 private:
  std::string words(int32_t edge) const { return std::string(clauses().lattice().words(clauses().lattice().edge(edge).start, clauses().lattice().edge(edge).end)); }
  int32_t group_of(std::string_view wanted) const {
    for (const auto* groups : {&clauses().verbs(), &clauses().nouns()})
      for (int32_t group : *groups)
        if (words(group) == wanted) return group;
    throw std::logic_error("no such group: " + std::string(wanted));
  }

  std::string text_;
  const Strings* strings_ = nullptr;
  std::vector<Token> tokens_;
  std::vector<Sentence> sentences_;
  std::vector<Clauses> clauses_;
};

TEST(Clauses, SubjectAndObject) {
  const Toy toy("the dog eats the fish");
  EXPECT_EQ(toy.part("eats", "subject"), "the dog");
  EXPECT_EQ(toy.part("eats", "object"), "the fish");
  EXPECT_EQ(toy.part("eats", "by"), "-");
}

TEST(Clauses, ThePassiveIsTurnedRound) {
  const Toy toy("the letter was sent by the dog to the cat");
  EXPECT_EQ(toy.part("was sent", "subject"), "the dog");
  EXPECT_EQ(toy.part("was sent", "object"), "the letter");
}

TEST(Clauses, APassiveWithoutAgentHasNoSubject) {
  const Toy toy("the letter was sent");
  EXPECT_EQ(toy.part("was sent", "subject"), "-");
  EXPECT_EQ(toy.part("was sent", "object"), "the letter");
}

TEST(Clauses, ACoordinatedVerbSharesTheSubject) {
  const Toy toy("the dog eats fish and refuses the letter");
  EXPECT_EQ(toy.part("refuses", "subject"), "the dog");
  EXPECT_EQ(toy.part("refuses", "object"), "the letter");
  EXPECT_EQ(toy.part("refuses", "governor"), "eats");
}

TEST(Clauses, AComplementSharesTheSubjectAContentDoesNot) {
  EXPECT_EQ(Toy("the dog wants to eats fish").part("eats", "subject"), "the dog");
  const Toy content("the dog says that eats fish");
  EXPECT_EQ(content.part("eats", "subject"), "-");
  EXPECT_EQ(content.part("says", "complement"), "eats");
}

TEST(Clauses, ARelativeKnowsItsAntecedent) {
  const Toy toy("the dog that refuses fish sends the letter");
  EXPECT_EQ(toy.part("refuses", "subject"), "the dog");
  EXPECT_EQ(toy.part("refuses", "antecedent"), "the dog");
  EXPECT_EQ(toy.part("the dog", "relative"), "refuses");
}

TEST(Clauses, ANounGroupHasItsOwnParts) {
  const Toy toy("the letter of the cat eats fish");
  EXPECT_EQ(toy.part("the letter of the cat", "of"), "the cat");
  EXPECT_EQ(toy.part("eats", "subject"), "the letter of the cat");
}

TEST(Clauses, ANounGroupStandsInOnePlace) {
  const Toy toy("the dog eats fish wants");   // fish is the stronger rule's: a subject
  EXPECT_EQ(toy.part("wants", "subject"), "fish");
  EXPECT_EQ(toy.part("eats", "object"), "-");
}

TEST(Clauses, AVerbHasOneSubjectAndOneGovernor) {
  const Toy toy("the dog eats fish and refuses and sends the letter");
  int subjects = 0;
  for (const Relation& relation : toy.clauses().relations()) subjects += relation.to >= 0 && relation.from >= 0;
  EXPECT_GT(subjects, 0);
  EXPECT_EQ(toy.part("sends", "governor"), "refuses");
  EXPECT_EQ(toy.part("sends", "subject"), "the dog");
}

TEST(Clauses, NoVerbIsItsOwnGovernor) {
  for (const char* text : {"eats and eats and eats", "the dog wants to wants to wants", "says that says that says"}) {
    const Toy toy(text);
    for (int32_t verb : toy.clauses().verbs()) {
      int depth = 0;
      for (int32_t up = toy.clauses().governor(verb); up >= 0 && depth < 10; up = toy.clauses().governor(up)) ++depth;
      EXPECT_LT(depth, 10) << text;
    }
  }
}

}  // namespace
}  // namespace hearsay::testing
