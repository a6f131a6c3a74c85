// Texts made to be costly. The matcher's steps, counted over the rooms as the engine runs them, grow with the text and not faster; whole
// readings end, within the spans of the text.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>


#include "actors/actors.h"
#include "engine/reading.h"
#include "time/times.h"

namespace hearsay::testing {
namespace {

std::string repeated(std::string_view piece, size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (size_t i = 0; i < times; ++i) text += piece;
  return text;
}

// Different words, all capitalised, in no lexicon.
std::string capitals(size_t words) {
  std::string text;
  for (size_t i = 0; i < words; ++i) {
    std::string word = "Q";
    for (size_t k = i + 1; k > 0; k /= 26) word += static_cast<char>('a' + k % 26);
    text += word + (i % 12 == 11 ? ".\n" : " ");
  }
  return text;
}

// The rooms that match, one after the other, with a matcher that counts.
uint64_t steps_of(const std::string& lang, const std::string& text) {
  const Pack& pack = real_packs();
  const LanguagePack& language = *pack.language(lang);
  Document document;
  document.text = text;
  document.lang = lang;
  WordCache words(&pack.vocabulary());
  const std::vector<Token> tokens = tokenize(text, language.text, words);
  Matcher matcher;
  const auto sets = matcher.sets_of(language.language);
  int cut = 0;
  std::vector<Sentence> sentences;
  for (const SentenceTokens& range : split_sentences(text, tokens, language.text, cut)) {
    Sentence& sentence = sentences.emplace_back();
    sentence.range = range;
    sentence.lattice = std::make_unique<Lattice>(sets, text, std::span(tokens).subspan(range.first, range.last - range.first));
  }
  std::vector<TimeExpression> times;
  std::vector<Actor> actors;
  std::vector<Statement> statements;
  read_times(pack, language, document, sentences, matcher, times);
  read_actors(pack, language, document, sentences, matcher, actors);
  const auto clauses = read_clauses(pack, language, sentences, matcher);
  read_statements(pack, language, document, sentences, clauses, find_quotations(text, tokens), actors, matcher, statements);
  return matcher.steps();
}

void expect_linear_steps(const std::string& lang, const std::string& piece, size_t times) {
  const uint64_t half = steps_of(lang, repeated(piece, times / 2)), whole = steps_of(lang, repeated(piece, times)), sentence = steps_of(lang, repeated(piece, 400));
  EXPECT_LE(whole, 2 * half + 2 * sentence) << lang << ": " << piece;
}

TEST(PathologicalSteps, OneWordAgainAndAgain) {
  for (const char* lang : {"vi", "en"}) expect_linear_steps(lang, "Trump ", 4'000);
  expect_linear_steps("vi", "không ", 4'000);
  expect_linear_steps("en", "the ", 4'000);
}

TEST(PathologicalSteps, MarksAgainAndAgain) {
  for (const char* lang : {"vi", "en"})
    for (const char* piece : {"\u201C", "\"", "(", "- ", ", ", "1/1/", "\u201Ca "}) expect_linear_steps(lang, piece, 3'000);
}

TEST(PathologicalSteps, SentencesAgainAndAgain) {
  expect_linear_steps("vi", "Ông Trump nói Triều Tiên từ chối thư của Mỹ.\n", 200);
  expect_linear_steps("en", "Trump said North Korea refused a letter from the US.\n", 200);
}

// ---- whole readings

// Reads it to the end; what would take square time does not come back before the test's own time is up.
void expect_read(const std::string& lang, const std::string& text) {
  const TextRead read(lang, text);
  for (Span sentence : read.analysis().sentences) EXPECT_LE(sentence.end, text.size());
}

TEST(Pathological, ManyCapitals) {
  const std::string capital = repeated("TRUMP ", 50'000);
  for (const char* lang : {"vi", "en"}) expect_read(lang, capital);
}

TEST(Pathological, ManyUnknownNames) { expect_read("en", capitals(100'000)); }

TEST(Pathological, ManyStatements) {
  const std::string piece = "Trump said that Kim Jong Un had sent a letter.\n";
  expect_read("en", repeated(piece, 4'000));
}

TEST(Pathological, ManySmallWords) { expect_read("en", repeated("a ", 200'000)); }

TEST(Pathological, DeepNestsOfQuotationMarksAndBrackets) {
  for (const char* lang : {"vi", "en"})
    for (const char* open : {"\u201C", "\"", "(", "[", "\u00AB"}) {
      expect_read(lang, repeated(open, 20'000) + "Trump met Kim Jong Un" + repeated(")\u201D", 10'000));
    }
}

TEST(Pathological, OneEndlessWord) {
  expect_read("vi", std::string(1'000'000, 'a'));
  expect_read("en", repeated("a-", 100'000));
  expect_read("en", std::string(1'000'000, '9') + " men");
}

TEST(Pathological, ManyLines) { expect_read("vi", repeated("Ông Trump nói.\n", 10'000)); }

}  // namespace
}  // namespace hearsay::testing
