// SPDX-License-Identifier: Apache-2.0
#include "figures/amounts.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

#include "time/meaning.h"

namespace hearsay {

namespace {

constexpr double kLeastMultiplier = 100;   // a hundred and more multiply what stands before them, smaller numbers add to it
constexpr double kLeastOfGroups = 1000;    // what stands behind a thousand and more begins anew
constexpr size_t kGroupDigits = 3;
constexpr uint32_t kYearDigits = 4;

}  // namespace

double scaled(double value, double times) {
  const double product = value * times, whole = std::round(product);
  return std::abs(product - whole) <= 1e-9 * std::abs(product) ? whole : product;
}

AmountReader::AmountReader(const Pack& pack, const LanguagePack& language) : strings_(pack.strings()), decimal_(language.text.decimal) {
  auto key = [&](std::string_view text) { return strings_.find(text); };
  n_ = key("n"), m_ = key("m"), to_ = key("to"), bound_ = key("bound"), value_ = key("value"), numerals_ = key("numerals"), multipliers_ = key("multipliers");
}

std::optional<Amount> AmountReader::read(const Lattice& lattice, const Node& node) const {
  const Part *n = node.part(n_), *to = node.part(to_);
  if (!n || goes_on_from(lattice, n->start)) return std::nullopt;
  const StrId given = node.attr(value_);
  if (node.end - node.start == 1 && may_be_year(lattice, n->start)) return std::nullopt;
  auto low = given ? read_number(strings_[given], '.') : value(lattice, n->start, n->end);
  if (!low) return std::nullopt;
  if (const Part* times = node.part(m_)) low = scaled(*low, value(lattice, times->start, times->end).value_or(1));
  Amount amount{low, low, false};
  if (to) {
    amount.most = value(lattice, to->start, to->end);
    if (!amount.most || *amount.most < *amount.least) return std::nullopt;
  }
  const std::string_view bound = strings_[node.attr(bound_)];
  if (bound == "least") amount.most.reset();
  if (bound == "most") amount.least.reset();
  amount.about = bound == "about" || bound == "nearly";
  return amount;
}

// Four digits without a mark between them: "the 2011 strike". 2000 is as often a round number.
bool AmountReader::may_be_year(const Lattice& lattice, uint16_t at) const {
  const Token& token = lattice.token(at);
  return token.end - token.start == kYearDigits && token.number >= 1900 && token.number <= 2100 && token.number != 2000;
}

// Whether the number is only the tail of one: "1.5" where the decimal mark is a comma, "22/10".
bool AmountReader::goes_on_from(const Lattice& lattice, uint16_t start) const {
  if (start < 2 || lattice.token(start).has(kSpaceBefore)) return false;
  const Token& mark = lattice.token(static_cast<uint16_t>(start - 1));
  return mark.kind == TokenKind::kPunct && !mark.has(kSpaceBefore) && lattice.token(static_cast<uint16_t>(start - 2)).kind == TokenKind::kNumber;
}

// Sums of products, as numbers are said: "two million three hundred fifty thousand" is 2 * 1000000 + (3 * 100 + 50) * 1000.
std::optional<double> AmountReader::value(const Lattice& lattice, uint16_t start, uint16_t end) const {
  double whole = 0, part = 0;
  bool any = false, digits_before = false;
  for (uint16_t at = start; at < end;) {
    uint16_t next = static_cast<uint16_t>(at + 1);
    if (lattice.token(at).kind == TokenKind::kNumber) {
      const auto digits = value_of_digits(lattice, at);
      if (!digits || digits_before) return std::nullopt;
      part += *digits;
      any = digits_before = true;
    } else if (const Entry* word = numeral(lattice, at, end, next)) {
      const auto said = read_number(strings_[lattice.entry_attr(*word, value_)], '.');
      if (!said) return std::nullopt;
      const bool multiplies = word->lexicon == multipliers_ || *said >= kLeastMultiplier;
      if (!multiplies) part += *said;
      else if (*said < kLeastOfGroups) part = std::max(part, 1.0) * *said;
      else if (part == 0 && whole > 0) whole *= *said;
      else whole += std::exchange(part, 0) * *said + (any ? 0 : *said);
      any = true;
      digits_before = digits_before && !multiplies;
    }
    at = next;
  }
  if (!any) return std::nullopt;
  return scaled(whole + part, 1);
}

// Three digits behind what should be a decimal mark are a group written the other way, unless a word multiplies them.
std::optional<double> AmountReader::value_of_digits(const Lattice& lattice, uint16_t at) const {
  const std::string_view words = lattice.words(at, static_cast<uint16_t>(at + 1));
  const size_t mark = words.find(decimal_);
  const bool group = mark != std::string_view::npos && words.front() != '0' && words.size() - mark - 1 == kGroupDigits && mark <= kGroupDigits;
  uint16_t next = 0;
  const bool multiplied = at + 1 < lattice.size() && numeral(lattice, static_cast<uint16_t>(at + 1), lattice.size(), next);
  std::string digits;
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i] >= '0' && words[i] <= '9') digits += words[i];
    else if (i == mark && (!group || multiplied)) digits += '.';
  }
  double value = 0;
  const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (failed != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

// The longest number word that begins here.
const Entry* AmountReader::numeral(const Lattice& lattice, uint16_t at, uint16_t limit, uint16_t& end) const {
  const Entry* best = nullptr;
  for (int32_t e = lattice.first_edge(at); e >= 0; e = lattice.edge(e).next) {
    const Edge& edge = lattice.edge(e);
    if (edge.kind != EdgeKind::kEntry || edge.end > limit) continue;
    const Entry& entry = lattice.entry(edge);
    if ((entry.lexicon != numerals_ && entry.lexicon != multipliers_) || !lattice.entry_attr(entry, value_)) continue;
    // Of two readings of the same words, the one that multiplies.
    if (best && (edge.end < end || (edge.end == end && entry.lexicon != multipliers_))) continue;
    best = &entry;
    end = edge.end;
  }
  return best;
}

}  // namespace hearsay
