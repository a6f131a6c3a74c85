// Forms, their inflections and their spellings.
// SPDX-License-Identifier: Apache-2.0
#include "pack/lexicons.h"

#include <gtest/gtest.h>

#include "pack/made_pack.h"

namespace hearsay::testing {
namespace {

const std::string kParadigms =
    "paradigm\tfeature\tending\treplacement\n"
    "verb\ts\t\ts\nverb\ts\ty\ties\nverb\ts\tay\tays\nverb\tpast\t\ted\nverb\tpast\te\ted\nverb\ting\t\ting\nverb\ting\te\ting\n"
    "noun\tplural\t\ts\nnoun\tplural\ty\ties\n";
const std::string kIrregular = "paradigm\tbase\tfeature\tform\nverb\tgo\tpast\twent\nverb\tbe\tpast\twas|were\nnoun\tman\tplural\tmen\n";

std::string inflected(const std::string& paradigm, const std::string& base) {
  const SourceFile paradigms = sources({{"en/text/paradigms.tsv", kParadigms}}).front(), irregular = sources({{"en/text/irregular.tsv", kIrregular}}).front();
  Diagnostics diagnostics;
  Inflection inflection;
  inflection.read_paradigms(Table(paradigms, diagnostics));
  inflection.read_irregular(Table(irregular, diagnostics));
  std::string out;
  for (const auto& [feature, form] : inflection.forms(paradigm, base)) out += feature + "=" + form + " ";
  return out;
}

TEST(PackLexicons, TheLongestEndingThatFits) {
  EXPECT_EQ(inflected("verb", "deny"), "ing=denying past=denyed s=denies ");
  EXPECT_EQ(inflected("verb", "say"), "ing=saying past=sayed s=says ");
  EXPECT_EQ(inflected("verb", "move"), "ing=moving past=moved s=moves ");
}

TEST(PackLexicons, IrregularFormsReplaceTheRegularOnes) {
  EXPECT_EQ(inflected("verb", "go"), "ing=going past=went s=gos ");
  EXPECT_EQ(inflected("verb", "be"), "ing=bing past=was past=were s=bes ");
}

TEST(PackLexicons, VerbsInflectTheirFirstWordNounsTheirLast) {
  EXPECT_EQ(inflected("verb", "call off"), "ing=calling off past=called off s=calls off ");
  EXPECT_EQ(inflected("verb", "go on"), "ing=going on past=went on s=gos on ");
  EXPECT_EQ(inflected("noun", "peace treaty"), "plural=peace treaties ");
  EXPECT_EQ(inflected("noun", "press man"), "plural=press men ");
}

TEST(PackLexicons, AnUnknownParadigmInflectsNothing) { EXPECT_EQ(inflected("adverb", "soon"), ""); }

// lexicon "words" attribute=value ... of every entry that the text spells, in order.
std::string entries(const MadePack& made, const std::string& language, const std::string& text) {
  OneSentence sentence(made, language, text);
  const Strings& strings = made.pack().strings();
  std::string out;
  for (uint16_t at = 0; at < sentence.lattice().size(); ++at)
    for (int32_t index = sentence.lattice().first_edge(at); index >= 0; index = sentence.lattice().edge(index).next) {
      const Edge& edge = sentence.lattice().edge(index);
      if (edge.kind != EdgeKind::kEntry) continue;
      const Entry& entry = sentence.lattice().entry(edge);
      out += std::string(strings[entry.lexicon]) + " \"" + std::string(sentence.lattice().words(edge.start, edge.end)) + "\"";
      for (const Attr& attr : sentence.lattice().language().attrs.subspan(entry.attr_first, entry.attr_count))
        out += " " + std::string(strings[attr.key]) + "=" + std::string(strings[attr.value]);
      out += "\n";
    }
  return out;
}

TEST(PackLexicons, EntriesCarryTheirAttributesButNoGloss) {
  const MadePack made(PackFiles{{"vi/actors/titles.tsv", "form\tgloss\trole\nchủ tịch|chủ tịt\tchairman\tleader\n"}});
  EXPECT_EQ(entries(made, "vi", "Chủ Tịt nói"), "titles \"Chủ Tịt\" role=leader\n");
}

TEST(PackLexicons, InflectedEntriesNameTheirLemma) {
  const MadePack made({{"en/text/paradigms.tsv", kParadigms}, {"en/syntax/verbs.tsv", "form\tparadigm\tgroup\ndeny\tverb\tsay\n"}});
  EXPECT_EQ(entries(made, "en", "deny denies"), "verbs \"deny\" group=say infl=base lemma=deny\nverbs \"denies\" group=say infl=s lemma=deny\n");
}

TEST(PackLexicons, AllReadingsOfAWordAreKept) {
  const MadePack made({{"en/syntax/verbs.tsv", "form\tn\nlead\t1\nlead\t2\n"}, {"en/syntax/nouns.tsv", "form\nlead\n"}});
  EXPECT_EQ(entries(made, "en", "lead"), "verbs \"lead\" n=1\nverbs \"lead\" n=2\nnouns \"lead\"\n");
}

TEST(PackLexicons, SpellingsDeclaredEqualAreOne) {
  const MadePack made({{"vi/text/spelling.tsv", "from\tto\nhòa\thoà\nkỹ\tkĩ\n"}, {"vi/syntax/nouns.tsv", "form\nhòa bình\nkĩ sư\n"}});
  EXPECT_EQ(entries(made, "vi", "hoà bình"), "nouns \"hoà bình\"\n");
  EXPECT_EQ(entries(made, "vi", "hòa bình"), "nouns \"hòa bình\"\n");
  EXPECT_EQ(entries(made, "vi", "kỹ sư"), "nouns \"kỹ sư\"\n");
  EXPECT_EQ(entries(made, "vi", "hoa bình"), "");
}

TEST(PackLexicons, CapitalsOfNamesCount) {
  const MadePack made({{"world/actors/states.tsv", "id\tname\tcountry\tshort_en\nusa\tAmerica\tUSA\tUS\n"},
                       {"world/actors/people.tsv", "id\tname\tcountry\nlan-anh\tLan Anh\tUSA\n"},
                       {"en/pack.toml", "name = \"English\"\n"}, {"en/syntax/nouns.tsv", "form\nthing\n"}});
  const auto known = [&](const std::string& text) { return entries(made, "en", text).find("actor") != std::string::npos; };
  EXPECT_TRUE(known("the US army"));
  EXPECT_FALSE(known("he told us so"));
  EXPECT_FALSE(known("Us too"));
  EXPECT_TRUE(known("America"));
  EXPECT_FALSE(known("america"));
  EXPECT_TRUE(known("Lan Anh") && known("LAN ANH"));
  EXPECT_FALSE(known("Lan anh"));
}

}  // namespace
}  // namespace hearsay::testing
