// SPDX-License-Identifier: Apache-2.0
#include "newswire.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <utility>

#include "newswire_story.h"

namespace hearsay::bench {

namespace {

using namespace std::chrono;

// Of those reports that have one to copy, so many do. With the sizes of stories below that makes a quarter to a third of all.
constexpr double kCopies = 0.45;
constexpr double kCopiesWithCredit = 0.65;
constexpr double kVietnamese = 0.6;
// Reports of one story: most have one to five, few have forty.
constexpr int kMostReports = 40;
constexpr double kStorySizes = 1.8, kStates = 1.0, kOutlets = 0.9;
// Of the texts of a story the last are kept to be copied.
constexpr size_t kKept = 6;
// Days within which the same two do not do the same again.
constexpr int kSameAgain = 6;

std::string iso(Day day) {
  const year_month_day ymd(day);
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
  return text;
}

void replace_some(std::string& text, Tongue tongue, Random& random) {
  static const InBoth<std::vector<std::pair<std::string, std::string>>> kSame = {
      {{{" cho biết ", " cho hay "}, {" khẳng định ", " nêu rõ "}, {" nhấn mạnh ", " khẳng định "}, {" bác bỏ ", " phủ nhận "}, {"Trước đó, ", ""},
        {" khoảng ", " chừng "}, {" giấu tên ", " không nêu tên "}, {" nhận định ", " nhận xét "}, {" người bị thương", " người khác bị thương"}},
       {{" said ", " stated "}, {" denied ", " rejected "}, {" quoted ", " cited "}, {" some ", " about "}, {" killing ", " leaving dead "}, {"Earlier, ", ""},
        {" percent", " per cent"}, {" recalled", " remembered"}, {" familiar with ", " close to "}}}};
  for (const auto& [one, other] : kSame[at(tongue)])
    for (size_t found = text.find(one); found != text.npos && random.chance(0.7); found = text.find(one, found + other.size() + 1))
      text.replace(found, one.size(), other);
}

}  // namespace

class Newswire::Desk {
 public:
  explicit Desk(const NewswireOptions& options)
      : options_(options), world_(load_world(options.packs)), today_(options.first_day - days{1}),
        sizes_(kMostReports, kStorySizes), states_(static_cast<int>(world_.states.size()), kStates) {
    for (const auto& outlets : world_.outlets) outlets_.emplace_back(static_cast<int>(outlets.size()), kOutlets);
  }

  std::optional<NewsItem> next() {
    if (given_ == options_.reports || world_.states.empty()) return std::nullopt;
    while (due_.empty() || next_due_ == due_.begin()->second.size()) {
      if (!due_.empty() && due_.begin()->first == today_) due_.erase(due_.begin());
      begin_day();
    }
    return write(due_.begin()->second[next_due_++]);
  }

 private:
  struct Due {
    std::shared_ptr<Story> story;
    bool before;
  };

  void begin_day() {
    today_ += days{1};
    next_due_ = 0;
    const double part = static_cast<double>((today_ - options_.first_day).count() + 1) / options_.days;
    while (planned_ < std::min(1.0, part) * options_.reports) open_story();
    due_.try_emplace(today_);
  }

  // Friends or foes, for good.
  bool foes(int a, int b) const { return Random(options_.seed, static_cast<uint64_t>(std::min(a, b) * 1000 + std::max(a, b))).chance(0.3); }

  // A partner is often a neighbour; states stand beside their neighbours in the table.
  int partner(int a, Random& random) const {
    for (;;) {
      int b = states_.draw(random);
      if (random.chance(0.3)) b = a + random.between(-6, 6);
      if (b >= 0 && b != a && b < static_cast<int>(world_.states.size())) return b;
    }
  }

  Occurrence occurrence(int a, int b, Day day, Random& random) const {
    const auto weight = [&](const Kind& kind) { return foes(a, b) ? kind.among_foes : kind.among_friends; };
    int sum = 0;
    for (const Kind& kind : kinds()) sum += weight(kind);
    int left = random.below(sum);
    const Kind* chosen = &kinds().front();
    for (const Kind& kind : kinds()) {
      chosen = &kind;
      if ((left -= weight(kind)) < 0) break;
    }
    const int place = random.chance(0.7) ? b : random.chance(0.5) ? a : states_.draw(random);
    return {chosen, a, b, place, day};
  }

  // What the two did before the first day, the same for all their stories.
  Occurrence long_ago(int a, int b) const {
    Random random(options_.seed, static_cast<uint64_t>(std::min(a, b) * 1000 + std::max(a, b)), 7);
    const Day day = options_.first_day - days{random.between(30, 1500)};
    return random.chance(0.5) ? occurrence(std::min(a, b), std::max(a, b), day, random) : occurrence(std::max(a, b), std::min(a, b), day, random);
  }

  void open_story() {
    auto story = std::make_shared<Story>();
    story->number = stories_++;
    story->seed = Random(options_.seed, static_cast<uint64_t>(story->number), 1).next();
    Random random(story->seed);
    const int size = sizes_.draw(random) + 1;
    choose_occurrence(*story, random);
    const bool before = story->what.kind->planned && random.chance(0.35);
    if (before) story->what.day += days{random.between(3, 20)};
    fill(*story, random);
    int told_before = before ? std::max(1, size / 3) : 0;
    for (int i = 0; i < size; ++i) {
      const bool early = told_before-- > 0;
      const Day begin = early ? today_ : story->what.day;
      const bool first = i == 0 || (before && told_before == -1);
      const int wait = first ? 0 : std::min(early ? 2 : 9, static_cast<int>(-std::log(1 - random.unit()) * 1.3));
      due_[begin + days{wait}].push_back({story, early});
    }
    planned_ += size;
  }

  void choose_occurrence(Story& story, Random& random) {
    for (int attempt = 0;; ++attempt) {
      const int a = states_.draw(random), b = partner(a, random);
      story.what = occurrence(a, b, today_, random);
      std::vector<Occurrence>& past = past_[{std::min(a, b), std::max(a, b)}];
      const auto same = [&](const Occurrence& other) { return other.kind == story.what.kind && story.what.day - other.day < days{kSameAgain}; };
      if (attempt < 8 && std::any_of(past.begin(), past.end(), same)) continue;
      if (random.chance(0.85)) {
        const bool in_the_stream = !past.empty() && random.chance(0.75);
        story.earlier = in_the_stream ? past[static_cast<size_t>(random.below(static_cast<int>(past.size())))] : long_ago(a, b);
      }
      if (story.earlier && story.what.day - story.earlier->day < days{10}) story.earlier.reset();
      if (past.size() == 3) past.erase(past.begin());
      past.push_back(story.what);
      return;
    }
  }

  void fill(Story& story, Random& random) const {
    // Half of the stories are told in one language, the others in both.
    const double one = random.chance(kVietnamese) ? 1 : 0;
    const double vietnamese = random.chance(0.5) ? one : kVietnamese;
    story.mix = {vietnamese, 1 - vietnamese};
    story.denied = story.what.kind->hostile ? random.chance(0.35) : random.chance(0.06);
    story.town = made_up_word(random);
    story.project = made_up_word(random);
    story.person = made_up_person(random);
    story.few = random.between(2, 9);
    story.count = random.between(12, 95);
    story.dead = random.between(2, 40);
    story.hurt = random.between(3, 90);
    story.money = random.between(2, 90) * 5;
  }

  const Outlet& outlet(Tongue tongue, Random& random) const {
    return world_.outlets[at(tongue)][static_cast<size_t>(outlets_[at(tongue)].draw(random))];
  }

  NewsItem write(const Due& due) {
    Story& story = *due.story;
    Random random(story.seed, static_cast<uint64_t>(given_), 2);
    const Tongue tongue = random.chance(story.mix[0]) ? Tongue::kVietnamese : Tongue::kEnglish;
    const Outlet& by = outlet(tongue, random);
    Teller teller(world_, grammars_[at(tongue)], story, tongue, today_, random);
    std::vector<Written>& written = story.written[at(tongue)];
    NewsItem item;
    Written report;
    std::string credit;
    if (!written.empty() && random.chance(kCopies)) {
      const Written& original = written[static_cast<size_t>(random.below(static_cast<int>(written.size())))];
      report = copy(original, teller, tongue, random);
      item.copy_of = original.number;
      if (random.chance(kCopiesWithCredit)) credit = teller.line(random.chance(0.15) ? "credit.two" : "credit", original.outlet);
    } else {
      report.paragraphs = teller.paragraphs(due.before);
      report.title = teller.title(due.before);
      if (tongue == Tongue::kVietnamese && random.chance(0.12)) credit = teller.line("credit", world_.agencies[static_cast<size_t>(random.below(6))]);
    }
    report.outlet = by.name;
    report.number = given_;
    item.story = story.number;
    item.text = typeset(report, by, credit, teller, random);
    item.metadata.path = number_text() + ".txt";
    item.metadata.outlet = by.name;
    item.metadata.published = iso(today_);
    item.metadata.lang = tongue == Tongue::kVietnamese ? "vi" : "en";
    item.metadata.title = report.title;
    if (written.size() == kKept) written.erase(written.begin());
    written.push_back(std::move(report));
    ++given_;
    return item;
  }

  // As they are made in news rooms: as it is, lightly edited, cut from behind, with more of one's own, with a lead of one's own.
  static Written copy(const Written& original, Teller& teller, Tongue tongue, Random& random) {
    Written out = original;
    std::vector<std::string>& paragraphs = out.paragraphs;
    const int way = random.below(20);
    if (way >= 3 && way < 8) {
      for (std::string& paragraph : paragraphs) replace_some(paragraph, tongue, random);
      if (paragraphs.size() > 3) std::swap(paragraphs[1], paragraphs[2]);
    } else if (way >= 8 && way < 13) {
      paragraphs.resize(std::max<size_t>(2, paragraphs.size() * static_cast<size_t>(random.between(45, 75)) / 100));
    } else if (way >= 13 && way < 16) {
      for (int more = random.between(1, 2); more > 0; --more) paragraphs.push_back(teller.extra());
    } else if (way >= 16) {
      paragraphs[0] = teller.own_lead();
    }
    if (random.chance(0.3)) out.title = teller.title(false);
    return out;
  }

  // Whether an outlet's files begin with the title is its habit; agencies open with a dateline.
  std::string typeset(const Written& report, const Outlet& by, const std::string& credit, Teller& teller, Random& random) const {
    uint64_t habit = options_.seed;
    for (unsigned char c : by.name) habit = Random(habit, c).next();
    std::string text;
    if (habit % 2 == 0) text = report.title + "\n\n";
    if (random.chance(by.agency ? 0.7 : 0.08)) text += teller.line("dateline", by.name);
    for (size_t i = 0; i < report.paragraphs.size(); ++i) text += (i == 0 ? "" : "\n\n") + report.paragraphs[i];
    return text += (credit.empty() ? "" : "\n\n" + credit) + "\n";
  }

  std::string number_text() const {
    const std::string digits = std::to_string(given_);
    return std::string(8 - std::min<size_t>(8, digits.size()), '0') + digits;
  }

  NewswireOptions options_;
  World world_;
  InBoth<Grammar> grammars_{Grammar(kVietnameseGrammar), Grammar(kEnglishGrammar)};
  Day today_;
  Zipf sizes_, states_;
  std::vector<Zipf> outlets_;                                  // by Tongue
  std::map<Day, std::vector<Due>> due_;
  std::map<std::pair<int, int>, std::vector<Occurrence>> past_;  // the last few of each two
  size_t next_due_ = 0;
  int stories_ = 0, planned_ = 0, given_ = 0;
};

Newswire::Newswire(const NewswireOptions& options) : desk_(std::make_unique<Desk>(options)) {}
Newswire::~Newswire() = default;
std::optional<NewsItem> Newswire::next() { return desk_->next(); }

}  // namespace hearsay::bench
