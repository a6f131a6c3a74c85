// SPDX-License-Identifier: Apache-2.0
#include "newswire_world.h"

#include <algorithm>
#include <cmath>
#include <fstream>

namespace hearsay::bench {

namespace {

using Row = std::map<std::string, std::string, std::less<>>;

std::vector<std::string> split(std::string_view text, char mark) {
  std::vector<std::string> parts;
  for (size_t from = 0;;) {
    const size_t end = text.find(mark, from);
    parts.emplace_back(text.substr(from, end - from));
    if (end == std::string_view::npos) return parts;
    from = end + 1;
  }
}

std::string first_of(const Row& row, std::string_view column) {
  const auto found = row.find(column);
  return found == row.end() ? std::string() : split(found->second, '|').front();
}

std::vector<Row> read_table(const std::string& path) {
  std::ifstream in(path);
  std::vector<Row> rows;
  std::vector<std::string> heading;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> cells = split(line, '\t');
    if (heading.empty()) {
      heading = std::move(cells);
      continue;
    }
    Row& row = rows.emplace_back();
    for (size_t i = 0; i < cells.size() && i < heading.size(); ++i) row[heading[i]] = std::move(cells[i]);
  }
  return rows;
}

// The states that fill the pages come first, in about the order of a Vietnamese foreign desk; the rest follows as in the table, where neighbours stand together.
constexpr std::string_view kOftenInTheNews =
    "usa chn rus vnm prk kor jpn ukr isr irn fra gbr deu ind phl syr pak tur tha khm sau idn mys aus lao mmr egy afg irq sgp yem ven can ita esp pol twn";
// Historic states, and territories in whose name nobody acts.
constexpr std::string_view kNotActing = "hkg mac grl pri ncl pyf bmu gib gum fro flk sun yug scg csk ddr west-germany rvn esh niu cok";
// Where a monarch or a president stands for the state, and the head of government leads it.
constexpr std::string_view kLedByGovernment =
    "jpn gbr tha bel esp nld swe nor dnk khm mys can aus nzl lux deu ita ind isr irl aut grc pak hun sgp bgd npl lbn irq eth alb svn hrv bgr cze svk est lva jam";
constexpr std::string_view kCitedEverywhere = "reuters afp ap bloomberg dpa kyodo yonhap xinhua tass ria-novosti anadolu efe interfax bbc cnn";

bool listed(std::string_view list, std::string_view id) {
  for (const std::string& entry : split(list, ' '))
    if (entry == id) return true;
  return false;
}

// "the" before the names that English says with it.
std::string with_article(const std::string& id, const std::string& name) {
  return listed("usa gbr phl nld are caf dom mdv bhs com slb mhl cod cog gmb cze vat", id) ? "the " + name : name;
}

State make_state(const Row& row) {
  const std::string id = first_of(row, "id");
  State state;
  state.name = {first_of(row, "name_vi"), with_article(id, first_of(row, "name"))};
  state.seat = {first_of(row, "seat_vi"), first_of(row, "seat_en")};
  for (Tongue tongue : {Tongue::kVietnamese, Tongue::kEnglish})
    if (state.seat[at(tongue)].empty()) state.seat[at(tongue)] = state.name[at(tongue)];
  state.demonym = first_of(row, "demonym_en");
  state.led_by_government = listed(kLedByGovernment, id);
  if (id == "usa") state.demonym = "US";
  return state;
}

// Whose term holds the day; a bound that is only a year or a month counts as its beginning.
bool serves(const Officer& officer, const std::string& day) { return officer.since <= day && (officer.until.empty() || day < officer.until); }

}  // namespace

Random::Random(uint64_t seed, uint64_t a, uint64_t b) : state_(seed) {
  state_ = next() ^ (a * 0x9e3779b97f4a7c15ull);
  state_ = next() ^ (b * 0xd1b54a32d192ed03ull);
}

uint64_t Random::next() {
  state_ += 0x9e3779b97f4a7c15ull;
  uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
  return z ^ (z >> 31);
}

Zipf::Zipf(int ranks, double exponent) {
  double sum = 0;
  for (int rank = 0; rank < ranks; ++rank) sums_.push_back(sum += std::pow(rank + 1, -exponent));
}

int Zipf::draw(Random& random) const {
  const auto found = std::upper_bound(sums_.begin(), sums_.end(), random.unit() * sums_.back());
  return static_cast<int>(std::min(found, sums_.end() - 1) - sums_.begin());
}

const Officer* World::holder(int state, const std::vector<std::string_view>& roles, const std::string& day) const {
  for (std::string_view role : roles)
    for (const Officer& officer : states[static_cast<size_t>(state)].officers)
      if (officer.role == role && serves(officer, day)) return &officer;
  return nullptr;
}

World load_world(const std::string& packs) {
  const std::string folder = packs + "/world/actors/";
  World world;
  std::vector<Row> rows = read_table(folder + "states.tsv");
  const std::vector<std::string> often = split(kOftenInTheNews, ' ');
  const auto rank = [&](const Row& row) { return std::find(often.begin(), often.end(), first_of(row, "id")) - often.begin(); };
  std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return rank(a) < rank(b); });
  std::map<std::string, size_t> index;
  for (const Row& row : rows) {
    if (listed(kNotActing, first_of(row, "id")) || first_of(row, "demonym_en").empty()) continue;
    index[first_of(row, "id")] = world.states.size();
    world.states.push_back(make_state(row));
  }
  std::map<std::string, Row> people;
  for (Row& row : read_table(folder + "people.tsv")) people[first_of(row, "id")] = std::move(row);
  for (const Row& row : read_table(folder + "terms.tsv")) {
    const auto state = index.find(first_of(row, "of"));
    const auto person = people.find(first_of(row, "person"));
    if (state == index.end() || person == people.end()) continue;
    Officer officer{{first_of(person->second, "name_vi"), first_of(person->second, "name")}, {first_of(row, "title_vi"), first_of(row, "title_en")},
                    first_of(person->second, "gender") == "f", first_of(row, "role"), first_of(row, "since"), first_of(row, "until")};
    world.states[state->second].officers.push_back(std::move(officer));
  }
  for (const Row& row : read_table(folder + "outlets.tsv")) {
    const std::string country = first_of(row, "country"), name = first_of(row, "name"), kind = first_of(row, "kind");
    const bool english = listed("USA GBR AUS CAN SGP IND HKG PHL NZL IRL ZAF", country) || kind == "agency";
    if (name.find('(') != std::string::npos) continue;
    if (country == "VNM") world.outlets[at(Tongue::kVietnamese)].push_back({name, kind == "agency"});
    if (english && country != "VNM") world.outlets[at(Tongue::kEnglish)].push_back({name, kind == "agency"});
    if (listed(kCitedEverywhere, first_of(row, "id"))) world.agencies.push_back(name);
  }
  return world;
}

}  // namespace hearsay::bench
