// SPDX-License-Identifier: Apache-2.0
#include "match/symbol_sets.h"

namespace hearsay {

namespace {

bool satisfies(const Predicate& predicate, const Token& token, bool proper) {
  const bool ranged = predicate.high >= predicate.low;
  if (ranged && (token.number < predicate.low || token.number > predicate.high)) return false;
  switch (predicate.kind) {
    case PredicateKind::kAny: return true;
    case PredicateKind::kWord: return token.kind == TokenKind::kWord;
    case PredicateKind::kNumber: return token.kind == TokenKind::kNumber;
    case PredicateKind::kPunct: return token.kind == TokenKind::kPunct;
    case PredicateKind::kCapital: return token.has(kCapital);
    case PredicateKind::kAllCapitals: return token.has(kAllCapitals);
    case PredicateKind::kProper: return proper;
    case PredicateKind::kJoined: return !token.has(kSpaceBefore);
    case PredicateKind::kUnknown: return token.kind == TokenKind::kWord && token.form == 0;
    case PredicateKind::kLower: return token.kind == TokenKind::kWord && !token.has(kCapital);
    case PredicateKind::kMixed: return token.kind == TokenKind::kWord && token.has(kCapital) && !token.has(kAllCapitals);
  }
  return false;
}

}  // namespace

SymbolSets::SymbolSets(const Language& language) : language_(language), part_conditions_(language), node_symbols_(language), facts_(1), of_entry_(language.entries.size(), 0) {
  uint64_t programs = 0;
  for (uint64_t starts : language.starts) programs |= starts;
  for (unsigned slot = 0; slot < 64; ++slot)
    if (programs >> slot & 1) note_column_[slot] = static_cast<uint8_t>(note_width_++);
  note_width_ = std::max<size_t>(note_width_, 1);
  notes_.assign(note_width_, {});
}

SetId SymbolSets::intern(std::span<const Symbol> symbols) {
  const SetId id = sets_.intern(symbols);
  if (id < facts_.size()) return id;
  notes_.resize(notes_.size() + note_width_);
  Facts& facts = facts_.emplace_back();
  for (Symbol symbol : symbols) {
    facts.mask.add(symbol);
    if (symbol < language_.starts.size()) facts.starts |= language_.starts[symbol];
    const auto at = std::lower_bound(language_.needed.begin(), language_.needed.end(), symbol);
    if (at != language_.needed.end() && *at == symbol) facts.needed.push_back(static_cast<uint16_t>(at - language_.needed.begin()));
  }
  return id;
}

SetId SymbolSets::of_token(const Token& token, bool proper) {
  // Words repeat, numbers do not.
  const uint32_t shape = static_cast<uint32_t>(token.kind) << 9 | static_cast<uint32_t>(token.flags & ~kLineBefore) << 1 | (proper ? 1 : 0);
  uint32_t* known = token.number < 0 ? &of_token_(token.form, shape + 1) : nullptr;
  if (known && *known != 0) return *known - 1;
  scratch_.clear();
  if (token.form != 0) {
    auto literal = std::lower_bound(language_.literals.begin(), language_.literals.end(), token.form,
                                    [](const Literal& literal, FormId form) { return literal.form < form; });
    if (literal != language_.literals.end() && literal->form == token.form) scratch_.push_back(literal->symbol);
  }
  for (const Predicate& predicate : language_.predicates)
    if (satisfies(predicate, token, proper)) scratch_.push_back(predicate.symbol);
  const SetId set = intern(scratch_);
  if (known) *known = set + 1;
  return set;
}

}  // namespace hearsay
