// SPDX-License-Identifier: Apache-2.0
#include "newswire_story.h"

#include <algorithm>

namespace hearsay::bench {

namespace {

using namespace std::chrono;

constexpr std::string_view kMonths[] = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
constexpr std::string_view kWeekdays[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
constexpr std::string_view kThu[] = {"Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"};

std::string two(unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); }

std::string iso(Day day) {
  const year_month_day ymd(day);
  return std::to_string(static_cast<int>(ymd.year())) + '-' + two(static_cast<unsigned>(ymd.month())) + '-' + two(static_cast<unsigned>(ymd.day()));
}

std::string upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return text;
}

const std::vector<std::string_view> kLeaders = {"leader", "head-of-state", "head-of-government"}, kGovernments = {"leader", "head-of-government", "head-of-state"};
constexpr int kStoryNouns = 8, kReportNouns = 6;

const std::vector<std::string_view> kForeignMinisters = {"foreign-minister"};
const std::vector<std::string_view> kSpeakers = {"spokesperson"};

}  // namespace

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all = {
      {"meeting", false, true, 16, 6},   {"talks", false, true, 12, 6},    {"visit", false, true, 12, 2},    {"call", false, false, 10, 5},
      {"letter", false, false, 5, 3},    {"agreement", false, true, 10, 2}, {"aid", false, true, 6, 1},       {"exercise", false, true, 6, 0},
      {"congrat", false, false, 5, 0},   {"release", false, false, 1, 3},  {"ceasefire", false, false, 0, 3}, {"condemn", true, false, 2, 10},
      {"accuse", true, false, 2, 10},    {"warn", true, false, 2, 8},      {"sanction", true, false, 1, 8},  {"missile", true, false, 0, 6},
      {"deploy", true, false, 0, 6},     {"demo", true, false, 3, 6},      {"expel", true, false, 1, 4},     {"recall", true, false, 1, 4},
      {"shelling", true, false, 0, 6},   {"airstrike", true, false, 0, 5}, {"appeal", false, false, 3, 5},   {"reject", true, false, 1, 5},
      {"arrest", true, false, 2, 4},
  };
  return all;
}

Teller::Teller(const World& world, const Grammar& grammar, const Story& story, Tongue tongue, Day published, Random& random)
    : world_(world), grammar_(grammar), story_(story), tongue_(tongue), published_(published), random_(random), of_(story.what) {
  agency_ = world.agencies[static_cast<size_t>(random.below(static_cast<int>(world.agencies.size())))];
  const std::vector<Outlet>& papers = world.outlets[at(tongue)];
  paper_ = papers[static_cast<size_t>(random.below(static_cast<int>(std::min<size_t>(papers.size(), 40))))].name;
  town2_ = made_up_word(random);
  person2_ = made_up_person(random);
  own_words_ = random.next();
}

std::string Teller::say(std::string_view rule) {
  return grammar_.say(rule, [this](std::string_view name) { return value(name); }, story_.seed, random_, used_);
}

std::string Teller::sentence(std::string_view rule) { return capitalised(say(rule)); }

std::string Teller::clause(std::string_view stem, const Occurrence& of) {
  of_ = of;
  of_the_story_ = &of == &story_.what;
  then_ = !of_the_story_;
  std::string out = say(std::string(stem) + std::string(of.kind->name));
  of_ = story_.what;
  of_the_story_ = then_ = false;
  return out;
}

std::string Teller::title(bool before) {
  clause_ = clause(before ? "plan." : "title.", story_.what);
  return sentence("title");
}

// What other reports of the dyad told when it happened, more or less exactly dated.
std::string Teller::background() {
  clause_ = clause("bg.", *story_.earlier);
  return sentence("background");
}

// A denial comes from whoever is said to have done harm, else from the other side.
std::string Teller::reply() {
  choose_party(story_.denied && story_.what.kind->hostile);
  if (story_.denied && random_.chance(0.6)) return sentence("denies");
  choose_party(false);
  if (random_.chance(0.12)) return sentence("silent");
  if (random_.chance(0.45)) return sentence("says");
  choose_party(random_.chance(0.5));
  return sentence("unnamed");
}

std::string Teller::extra() {
  choose_party(random_.chance(0.5));
  return sentence("extra");
}

// Six to fifteen sentences; more in one of ten, as in the long reports that real papers write beside the many short ones.
std::vector<std::string> Teller::paragraphs(bool before) {
  const Occurrence& what = story_.what;
  clause_ = clause(before ? "plan." : "lead.", what);
  std::vector<std::string> out = {sentence(before ? "planned" : "wire")};
  const auto more = [&] {
    of_the_story_ = true;
    std::string text = sentence("more." + std::string(what.kind->name));
    of_the_story_ = false;
    return ' ' + text;
  };
  const bool detail = !before && random_.chance(0.75);
  const bool detail_first = random_.chance(0.6);
  if (detail && detail_first) out[0] += more();
  choose_party(true);
  std::vector<std::string> middle = {sentence("says")};
  if (story_.denied || random_.chance(0.6)) middle.push_back(reply());
  if (detail && !detail_first) middle[0] += more();
  if (story_.earlier && random_.chance(0.7)) middle.push_back(background());
  const int extras = random_.chance(0.1) ? random_.between(14, 20) : random_.between(3, 10);
  for (int i = 0; i < extras; ++i) {
    std::string text = extra();
    if (random_.chance(0.5)) middle[static_cast<size_t>(random_.below(static_cast<int>(middle.size())))] += ' ' + text;
    else middle.push_back(std::move(text));
  }
  for (size_t i = middle.size(); i > 1; --i) std::swap(middle[i - 1], middle[static_cast<size_t>(random_.below(static_cast<int>(i)))]);
  std::move(middle.begin(), middle.end(), std::back_inserter(out));
  return out;
}

std::string Teller::own_lead() {
  clause_ = clause("lead.", story_.what);
  return sentence("own.lead");
}

std::string Teller::line(std::string_view rule, const std::string& outlet) {
  from_ = outlet;
  return say(rule);
}

std::optional<std::string> Teller::value(std::string_view name) {
  const auto known = [&](std::string_view prefix) { return name.starts_with(prefix) && (name.size() == prefix.size() || name[prefix.size()] == '.'); };
  if (known("A")) return party(of_.a, name.substr(std::min<size_t>(2, name.size())));
  if (known("B")) return party(of_.b, name.substr(std::min<size_t>(2, name.size())));
  if (known("party")) return party(party_ == 'A' ? of_.a : of_.b, name.substr(std::min<size_t>(6, name.size())));
  const std::string& seat = world_.states[static_cast<size_t>(of_.place)].seat[at(tongue_)];
  if (name == "place" || name == "place2") return seat;
  if (name == "place.caps") return upper(seat);
  if (name == "day" || name == "planday") return day_of(of_.day);
  if (name == "bgday") return then_ ? loosely(of_.day) : day_of(of_.day);
  if (name == "town") return story_.town;
  if (name == "project") return story_.project;
  if (name == "person1") return story_.person;
  if (name == "town2") return town2_;
  if (name == "person2") return person2_;
  if (name == "noun") return noun(random_.chance(0.6) ? random_.below(kStoryNouns) : kStoryNouns + random_.below(kReportNouns));
  if (name == "n1") return noun(0);
  if (name == "n2") return noun(noun(1) == noun(0) ? 2 : 1);
  if (name == "agency") return agency_;
  if (name == "paper") return paper_;
  if (name == "from") return from_;
  if (name == "clause") return clause_;
  if (name == "act") return say("act." + std::string(story_.what.kind->name));
  if (name == "charge") return say("bg." + std::string(story_.what.kind->name));
  if (name == "claim.tone") return say(story_.what.kind->hostile ? "claim.hostile" : "claim.friendly");
  if (name == "quote.tone") return say(story_.what.kind->hostile ? "quote.hostile" : "quote.friendly");
  if (name == "money") return money(story_.money);
  if (name == "money2") return money(random_.between(20, 4000));
  if (name == "lastyear") return std::to_string(static_cast<int>(year_month_day(published_).year()) - 1);
  if (name == "oldyear") return std::to_string(random_.between(1890, 2008));
  if (const std::string digits = number(name); !digits.empty()) return digits;
  return std::nullopt;
}

// Numbers of the occurrence are the story's, but that tolls rise while the days go by; all others are drawn.
std::string Teller::number(std::string_view name) {
  const int later = static_cast<int>((published_ - story_.what.day).count());
  if (name == "few") return std::to_string(of_the_story_ ? story_.few : random_.between(2, 9));
  if (name == "count") return std::to_string(of_the_story_ ? story_.count : random_.between(12, 95));
  if (name == "dead") return std::to_string(story_.dead + std::clamp(later, 0, 4));
  if (name == "hurt") return std::to_string(story_.hurt + 2 * std::clamp(later, 0, 4));
  return {};
}

// Each story has some words of its own, and so has each report: without them all reports would be alike.
std::string Teller::noun(int which) const {
  const std::vector<std::string>& nouns = grammar_.nouns();
  const uint64_t own = which < kStoryNouns ? story_.seed : own_words_;
  return nouns[Random(own, static_cast<uint64_t>(which), 3).next() % nouns.size()];
}

std::string Teller::money(int millions) const {
  return std::to_string(millions) + (vietnamese() ? " triệu USD" : " million dollars");
}

std::optional<std::string> Teller::party(int index, std::string_view what) {
  const State& state = world_.states[static_cast<size_t>(index)];
  const std::string& name = state.name[at(tongue_)];
  const bool vi = vietnamese();
  const auto& leaders = state.led_by_government ? kGovernments : kLeaders;
  if (what.empty()) return name;
  if (what == "head") return random_.chance(0.5) ? name : officer(index, leaders, vi ? "nhà lãnh đạo" : "leader", true);
  if (what == "city") return state.seat[at(tongue_)];
  if (what == "adj") return state.demonym;
  if (what == "gov") return vi ? "chính phủ " + name : "the " + state.demonym + " government";
  if (what == "mfa") return vi ? "Bộ Ngoại giao " + name : "the " + state.demonym + (state.demonym == "US" ? " State Department" : " foreign ministry");
  if (what == "army") return vi ? "quân đội " + name : "the " + state.demonym + " army";
  if (what == "leader" || what == "leader.then") return officer(index, leaders, vi ? "nhà lãnh đạo" : "leader", false);
  if (what == "fm") return officer(index, kForeignMinisters, vi ? "Ngoại trưởng" : "Foreign Minister", false);
  if (what == "short") return officer(index, leaders, vi ? "nhà lãnh đạo" : "leader", true);
  if (what == "fmshort") return officer(index, kForeignMinisters, vi ? "Ngoại trưởng" : "Foreign Minister", true);
  if (what == "spokes") return officer(index, kSpeakers, vi ? "phát ngôn viên Bộ Ngoại giao" : "foreign ministry spokesman", false);
  return std::nullopt;
}

// "Tổng thống Nga Vladimir Putin", "Russian President Vladimir Putin"; in brief "ông Vladimir Putin", "Putin". Who holds an office unknown to the pack
// stays without a name.
std::string Teller::officer(int index, const std::vector<std::string_view>& roles, std::string_view nobody, bool brief) {
  const State& state = world_.states[static_cast<size_t>(index)];
  const std::string& country = state.name[at(tongue_)];
  const Officer* held = world_.holder(index, roles, iso(then_ ? of_.day : published_));
  const bool vi = vietnamese();
  if (held == nullptr) return vi ? std::string(nobody) + ' ' + country : "the " + state.demonym + ' ' + std::string(nobody);
  const std::string& name = held->name[at(tongue_)];
  if (brief) return vi ? (held->woman ? "bà " : "ông ") + name : name.substr(name.starts_with("K") || name.rfind(' ') == name.npos ? 0 : name.rfind(' ') + 1);
  const std::string& title = held->title[at(tongue_)];
  const bool house = title.find("Nhà Trắng") != title.npos || title.find("Điện ") != title.npos || title.find("White House") != title.npos ||
                     title.find("Kremlin") != title.npos;
  const bool titled = name.starts_with(title) || name.starts_with("Vua ") || name.starts_with("King ") || name.starts_with("Queen ");
  if (titled) return name;
  if (vi) return title + ' ' + (house ? "" : country + ' ') + name;
  return (house ? "" : state.demonym + ' ') + title + ' ' + name;
}

// A day near that of publication, as news names it.
std::string Teller::day_of(Day day) {
  const year_month_day ymd(day);
  const unsigned d = static_cast<unsigned>(ymd.day()), m = static_cast<unsigned>(ymd.month());
  const unsigned week = weekday(day).c_encoding();
  const int ago = static_cast<int>((published_ - day).count());
  if (vietnamese()) {
    const std::string date = std::to_string(d) + '/' + std::to_string(m);
    if (ago >= 0 && ago < 6 && random_.chance(0.2)) return "hôm " + std::string(kThu[week]);
    if (ago == 1 && random_.chance(0.2)) return "hôm qua";
    constexpr std::string_view kBefore[] = {"ngày ", "ngày ", "ngày ", "hôm ", "sáng ", "chiều "};
    return std::string(kBefore[random_.below(ago < 0 ? 3 : 6)]) + date;
  }
  if (ago >= 0 && ago < 6 && random_.chance(0.65)) return "on " + std::string(kWeekdays[week]);
  const std::string month(kMonths[m - 1]);
  return random_.chance(0.6) ? "on " + month + ' ' + std::to_string(d) : "on " + std::to_string(d) + ' ' + month;
}

// A day of the past, told as exactly as reports tell it: of ten, five have the day, two the month, two the year, one nothing.
std::string Teller::loosely(Day day) {
  const year_month_day ymd(day);
  const std::string d = std::to_string(static_cast<unsigned>(ymd.day())), y = std::to_string(static_cast<int>(ymd.year()));
  const unsigned m = static_cast<unsigned>(ymd.month());
  const int dice = random_.below(10);
  if (dice == 9) return vietnamese() ? "cách đây không lâu" : "not long ago";
  if (dice >= 7) return vietnamese() ? "năm " + y : "in " + y;
  if (dice >= 5) return vietnamese() ? "hồi tháng " + std::to_string(m) + '/' + y : "in " + std::string(kMonths[m - 1]) + ' ' + y;
  return vietnamese() ? "ngày " + d + '/' + std::to_string(m) + '/' + y : "on " + std::string(kMonths[m - 1]) + ' ' + d + ", " + y;
}

}  // namespace hearsay::bench
