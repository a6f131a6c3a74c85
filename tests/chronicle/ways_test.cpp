// The ways of the words, what tellings give differently, what two chronicles have otherwise, and why two happenings are not one.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "builder.h"

namespace hearsay::build {
namespace {

using NodeKind = OriginGraph::NodeKind;
using EdgeKind = OriginGraph::EdgeKind;

const Day kJune = day(2025, 6, 13);

int node(const OriginGraph& graph, NodeKind kind, const std::string& name) {
  for (size_t i = 0; i < graph.nodes.size(); ++i)
    if (graph.nodes[i].kind == kind && graph.nodes[i].name == name) return static_cast<int>(i);
  ADD_FAILURE() << "no node " << name;
  return -1;
}

bool leads(const OriginGraph& graph, int from, int to, EdgeKind kind) {
  return std::any_of(graph.edges.begin(), graph.edges.end(), [&](const OriginGraph::Edge& edge) { return edge.from == from && edge.to == to && edge.kind == kind; });
}

TEST(OriginGraph, DrawsEachStepFromTheOriginToTheDocument) {
  Report r("a", kJune, "paper");
  const int wire = r.outlet("wire");
  const int s = r.statement({.anonymous = true, .name = "a diplomat", .via = {wire}});
  r.refused(s);
  const std::vector<Analysis> analyses{r};
  const auto all = chronicle_of(analyses, {});
  ASSERT_EQ(all.size(), 1u);
  const OriginGraph graph = origin_graph(all[0], analyses, {});
  const int origin = node(graph, NodeKind::kOrigin, "a diplomat (wire)"), diplomat = node(graph, NodeKind::kVoice, "a diplomat");
  const int carrier = node(graph, NodeKind::kVoice, "wire"), outlet = node(graph, NodeKind::kVoice, "paper"), text = node(graph, NodeKind::kDocument, "a.txt");
  EXPECT_TRUE(leads(graph, origin, diplomat, EdgeKind::kSpeaks));
  EXPECT_TRUE(leads(graph, diplomat, carrier, EdgeKind::kTells));
  EXPECT_TRUE(leads(graph, carrier, outlet, EdgeKind::kTells));
  EXPECT_TRUE(leads(graph, outlet, text, EdgeKind::kPrints));
  EXPECT_EQ(graph.edges.size(), 4u);
  EXPECT_EQ(item(graph.nodes, origin).side, OriginGraph::Side::kFor);
  for (const OriginGraph::Edge& edge : graph.edges) {
    EXPECT_EQ(edge.document, "a");
    EXPECT_TRUE(analyses[0].statements[0].span.contains(edge.words)) << "the words prove it";
    EXPECT_FALSE(edge.words.empty());
  }
}

TEST(OriginGraph, AnOutletThatIsCitedAndPrintsIsOneNode) {
  Report source("a", kJune, "one"), second("b", kJune, "two");
  source.refused();
  second.refused(second.statement({.speaker = second.outlet("one")}));
  const std::vector<Analysis> analyses{source, second};
  const auto all = chronicle_of(analyses, {});
  ASSERT_EQ(all.size(), 1u);
  const OriginGraph graph = origin_graph(all[0], analyses, {});
  const int one = node(graph, NodeKind::kVoice, "one");
  EXPECT_TRUE(leads(graph, one, node(graph, NodeKind::kVoice, "two"), EdgeKind::kTells));
  EXPECT_TRUE(leads(graph, one, node(graph, NodeKind::kDocument, "a.txt"), EdgeKind::kPrints));
  EXPECT_TRUE(leads(graph, node(graph, NodeKind::kOrigin, "one"), one, EdgeKind::kSpeaks));
}

TEST(OriginGraph, ShowsWhatACopyCopies) {
  Report original("a", kJune, "wire"), copy("b", kJune + std::chrono::days{1}, "paper");
  for (Report* r : {&original, &copy}) r->say(prose("w", 0, 200));
  original.refused();
  copy.refused();
  const auto engine = Engine::open();
  ASSERT_TRUE(engine);
  const std::vector<Analysis> analyses{original, copy};
  const auto all = engine->chronicle(analyses);
  const OriginGraph graph = origin_graph(all.at(0), analyses, engine->copying(analyses));
  EXPECT_TRUE(leads(graph, node(graph, NodeKind::kDocument, "a.txt"), node(graph, NodeKind::kDocument, "b.txt"), EdgeKind::kCopied));
}

TEST(OriginGraph, SetsTheSidesApart) {
  Report r("a", kJune, "paper");
  r.refused(r.statement({.speaker = r.expert()}));
  r.refused(r.statement({.speaker = r.prk(), .act = Act::kDeny}));
  const std::vector<Analysis> analyses{r};
  const auto all = chronicle_of(analyses, {});
  ASSERT_EQ(all.size(), 1u);
  const OriginGraph graph = origin_graph(all[0], analyses, {});
  EXPECT_EQ(item(graph.nodes, node(graph, NodeKind::kOrigin, "prk")).side, OriginGraph::Side::kAgainst);
  EXPECT_EQ(item(graph.nodes, node(graph, NodeKind::kOrigin, "ankit-panda")).side, OriginGraph::Side::kFor);
}

TEST(Differences, OfPlacesThatDoNotLieInOneAnother) {
  Report one("a", kJune, "one"), two("b", kJune, "two");
  Event& first = one.meeting();
  first.place = one.place("hanoi");
  Event& second = two.meeting();
  second.place = two.place("singapore");
  const Analysis a = one, b = two;
  Happening happening;
  happening.mentions = {{"a", 0, 0, 0, ""}, {"b", 0, 0, 0, ""}};
  const auto found = differences(happening, {&a, &b});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, Difference::Kind::kPlace);
  ASSERT_EQ(found[0].tellings.size(), 2u);
  EXPECT_EQ(found[0].tellings[0].value, "hanoi");
  EXPECT_EQ(found[0].tellings[1].document, "b");
}

TEST(Differences, OfDatesThatNoOneDaySatisfies) {
  Report one("a", kJune, "one"), two("b", kJune, "two");
  Event& first = one.meeting();
  first.time = one.time("2025-06-10");
  dated(first, day(2025, 6, 10));
  Event& second = two.meeting();
  second.time = two.time("2025-06-11");
  dated(second, day(2025, 6, 11));
  const Analysis a = one, b = two;
  Happening happening;
  happening.mentions = {{"a", 0, 0, 0, ""}, {"b", 0, 0, 0, ""}};
  const auto found = differences(happening, {&a, &b});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, Difference::Kind::kDate);
  EXPECT_EQ(found[0].tellings[0].value, "2025-06-10");
  dated(second, day(2025, 6, 1), day(2025, 6, 30));
  const Analysis vague = two;
  EXPECT_TRUE(differences(happening, {&a, &vague}).empty());
}

Figure dead(double least, std::optional<double> most, int event) {
  Figure figure;
  figure.of = "dead";
  figure.who = "people";
  figure.least = least;
  figure.most = most;
  figure.event = event;
  return figure;
}

TEST(Differences, OfFiguresThatNoOneNumberSatisfies) {
  Report one("a", kJune, "one"), two("b", kJune, "two");
  one.meeting();
  two.meeting();
  one.analysis().figures = {dead(12, 12.0, 0)};
  two.analysis().figures = {dead(14, {}, 0)};
  const Analysis a = one, b = two;
  Happening happening;
  happening.mentions = {{"a", 0, 0, 0, ""}, {"b", 0, 0, 0, ""}};
  const auto found = differences(happening, {&a, &b});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, Difference::Kind::kFigure);
  EXPECT_EQ(found[0].of, "dead people");
  EXPECT_EQ(found[0].tellings[0].value, "12");
  EXPECT_EQ(found[0].tellings[1].value, "14..");
  two.analysis().figures = {dead(10, {}, 0)};            // "at least 10" may be 12
  const Analysis vague = two;
  EXPECT_TRUE(differences(happening, {&a, &vague}).empty());
  two.analysis().figures = {dead(14, {}, -1)};           // of another act
  const Analysis other = two;
  EXPECT_TRUE(differences(happening, {&a, &other}).empty());
}

TEST(Changes, AreWhatALaterReportBrings) {
  Report first("a", day(2025, 6, 1), "one"), denial("b", day(2025, 6, 5), "two"), other("c", day(2025, 6, 6), "two");
  first.refused(first.statement({.anonymous = true, .name = "a diplomat"}));
  denial.refused(denial.statement({.speaker = denial.prk(), .act = Act::kDeny}));
  other.meeting();
  const std::vector<Analysis> analyses{first, denial, other};
  const auto before = chronicle_of(analyses, day(2025, 6, 1)), after = chronicle_of(analyses, {});
  const auto changes = compare(before, after);
  ASSERT_EQ(changes.size(), 2u);
  const auto fresh = std::find_if(changes.begin(), changes.end(), [](const HappeningChange& change) { return change.before.empty(); });
  ASSERT_NE(fresh, changes.end());
  EXPECT_EQ(item(after, fresh->now).kind, "meeting");
  const HappeningChange& denied = fresh == changes.begin() ? changes[1] : changes[0];
  EXPECT_TRUE(denied.standing);
  EXPECT_EQ(denied.documents, std::vector<std::string>{"b"});
  EXPECT_TRUE(compare(after, after).empty());
  // Backwards: what nobody tells any longer.
  const auto backwards = compare(after, before);
  EXPECT_TRUE(std::any_of(backwards.begin(), backwards.end(), [](const HappeningChange& change) { return change.now < 0; }));
}

TEST(WhyApart, NamesWhatSpeaksAgainstOneHappening) {
  Report r("a", day(2025, 6, 20), "one");
  dated(r.meeting(), day(2025, 6, 1));
  dated(r.meeting(), day(2025, 6, 10));
  Event& plan = r.meeting();
  plan.status = EventStatus::kPlanned;
  dated(plan, day(2025, 7, 1));
  r.refused();
  const std::vector<Analysis> analyses{r};
  const auto all = chronicle_of(analyses, {});
  ASSERT_EQ(all.size(), 4u);
  const auto one = [&](auto test) { return *std::find_if(all.begin(), all.end(), test); };
  const auto why = [&](const Happening& a, const Happening& b) { return why_apart(analyses, testing::real_packs().world(), a, b); };
  const Happening first = one([](const Happening& h) { return h.from == day(2025, 6, 1); }), second = one([](const Happening& h) { return h.from == day(2025, 6, 10); });
  const Happening planned = one([](const Happening& h) { return h.status == EventStatus::kPlanned; }), letter = one([](const Happening& h) { return h.kind == "letter-refused"; });
  EXPECT_EQ(why(first, second), "their days do not meet: 2025-06-01 and 2025-06-10");
  EXPECT_NE(why(first, planned).find("linked, never merged"), std::string::npos);
  EXPECT_NE(why(first, letter).find("different kinds"), std::string::npos);
  EXPECT_EQ(why(first, Happening{}), "");
}

}  // namespace
}  // namespace hearsay::build
