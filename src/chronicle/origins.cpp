// SPDX-License-Identifier: Apache-2.0
#include "chronicle/origins.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace hearsay {
namespace {

using Heard = std::vector<const Testimony*>;

bool shares(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& key) { return std::find(b.begin(), b.end(), key) != b.end(); });
}

Heard of_role(const std::vector<Testimony>& all, Role role, Day until) {
  Heard out;
  for (const Testimony& one : all)
    if (one.role == role && one.day <= until) out.push_back(&one);
  return out;
}

// An outlet that denies what it told or carried takes it back: that counts no longer from that day, unless told again
// later. Such a denial is no denial of the happening.
void take_back(Heard& asserts, Heard& denials, std::vector<std::string>& withdrawn) {
  std::erase_if(denials, [&](const Testimony* denial) {
    if (denial->kind != OriginKind::kOutlet) return false;
    const auto takes = [&](const Testimony* told) { return told->day <= denial->day && shares(told->carriers, denial->keys); };
    if (std::erase_if(asserts, takes) == 0) return false;
    if (std::find(withdrawn.begin(), withdrawn.end(), denial->name) == withdrawn.end()) withdrawn.push_back(denial->name);
    return true;
  });
}

// An outlet's own voice adds nothing beside an attribution in the same document or a copy of it, nor does "it is said" beside a source.
void drop_own_voices(Heard& asserts) {
  std::set<int> attributed, hearsay;
  for (const Testimony* told : asserts) {
    if (!told->own_voice) attributed.insert(told->family);
    else if (told->kind == OriginKind::kUnnamed) hearsay.insert(told->family);
  }
  std::erase_if(asserts, [&](const Testimony* told) {
    if (!told->own_voice) return false;
    return attributed.contains(told->family) || (told->kind != OriginKind::kUnnamed && hearsay.contains(told->family));
  });
}

// An outlet cited for it adds nothing where a deeper source is known to speak through that outlet.
void drop_shallow_citations(Heard& asserts) {
  std::vector<std::string> deeper;
  for (const Testimony* told : asserts) {
    if (told->kind == OriginKind::kOutlet || told->own_voice) continue;
    deeper.insert(deeper.end(), told->carriers.begin(), told->carriers.end());
  }
  std::erase_if(asserts, [&](const Testimony* told) { return told->cited && shares(told->keys, deeper); });
}

// Where a citation of an outlet leads.
class Citations {
 public:
  explicit Citations(const Heard& asserts) {
    for (const Testimony* told : asserts) own_[told->teller.front()].push_back(told);
    for (bool more = true; more;) {
      more = false;
      for (const auto& [outlet, told] : own_)
        if (!grounded_.contains(outlet) && std::any_of(told.begin(), told.end(), [&](const Testimony* one) { return rests(*one); }))
          more = grounded_.insert(outlet).second;
    }
  }
  // Whether the cited outlet's own reports say where they have it from.
  bool leads_on(const Testimony& told) const { return told.cited && grounded_.contains(told.keys.front()); }
  bool leads_nowhere(const Testimony& told) const { return told.cited && own_.contains(told.keys.front()) && !grounded_.contains(told.keys.front()); }

 private:
  bool rests(const Testimony& told) const { return !told.cited || !own_.contains(told.keys.front()) || grounded_.contains(told.keys.front()); }
  std::map<std::string, Heard> own_;     // by outlet: what its reports tell
  std::set<std::string> grounded_;
};

// Drops citations that lead on. Those that go round in circles share a key from then on; `ring` holds them.
void follow_citations(Heard& asserts, std::vector<Testimony>& ring) {
  const Citations citations(asserts);
  std::erase_if(asserts, [&](const Testimony* told) { return citations.leads_on(*told); });
  ring.reserve(asserts.size());          // they are pointed at
  for (const Testimony*& told : asserts) {
    if (!citations.leads_nowhere(*told)) continue;
    Testimony& turned = ring.emplace_back(*told);
    turned.keys.insert(turned.keys.end(), turned.teller.begin(), turned.teller.end());
    turned.circular = true;
    told = &turned;
  }
}

// Which testimonies have keys in common, directly or by others: the number of the first one of each.
std::vector<size_t> unite(const Heard& heard) {
  std::vector<size_t> first(heard.size());
  std::iota(first.begin(), first.end(), size_t{0});
  const auto root = [&](size_t i) {
    while (first[i] != i) i = first[i];
    return i;
  };
  std::map<std::string, size_t> holder;
  for (size_t i = 0; i < heard.size(); ++i) {
    for (const std::string& key : heard[i]->keys) {
      const size_t a = root(holder.emplace(key, i).first->second), b = root(i);
      first[std::max(a, b)] = std::min(a, b);
    }
  }
  for (size_t i = 0; i < heard.size(); ++i) first[i] = root(i);
  return first;
}

CountedOrigin open_origin(const Case& happening, const Testimony& one) {
  CountedOrigin counted{{one.actor, one.name, one.kind, 1, {}, false}, one.side};
  if (one.side < 0) return counted;
  counted.origin.actor = item(happening.sides, one.side).actor;
  counted.origin.name = item(happening.sides, one.side).name;
  return counted;
}

std::vector<CountedOrigin> count(const Case& happening, const Heard& heard) {
  const std::vector<size_t> first = unite(heard);
  std::vector<CountedOrigin> out;
  std::map<size_t, size_t> place;
  std::map<size_t, std::set<std::string>> speakers;
  std::map<size_t, std::map<std::string, std::string>> ring;   // outlets that cite one another, by name
  for (size_t i = 0; i < heard.size(); ++i) {
    const auto [at, fresh] = place.emplace(first[i], out.size());
    if (fresh) out.push_back(open_origin(happening, *heard[i]));
    Origin& origin = out[at->second].origin;
    const StatementRef& ref = heard[i]->statement;
    const auto same = [&](const StatementRef& one) { return one.document == ref.document && one.statement == ref.statement; };
    if (std::none_of(origin.statements.begin(), origin.statements.end(), same)) origin.statements.push_back(ref);
    speakers[first[i]].insert(heard[i]->actor + "|" + heard[i]->name);
    const int several = origin.kind == OriginKind::kParty ? static_cast<int>(speakers[first[i]].size()) : heard[i]->voices;
    origin.voices = std::max(origin.voices, several);
    if (heard[i]->circular) origin.circular = true, ring[at->second].emplace(heard[i]->name, heard[i]->actor);
  }
  for (const auto& [at, outlets] : ring) {
    Origin& origin = out[at].origin;
    origin.name.clear();
    for (const auto& [name, _] : outlets) origin.name += (origin.name.empty() ? "" : ", ") + name;
    if (outlets.size() > 1) origin.actor.clear();
  }
  return out;
}

}  // namespace

Verdicts weigh(const Case& happening, const std::vector<Testimony>& testimonies, Day until) {
  Heard asserts = of_role(testimonies, Role::kAsserts, until);
  Heard denials = of_role(testimonies, Role::kDenies, until);
  Verdicts out;
  take_back(asserts, denials, out.withdrawn);
  drop_own_voices(asserts);
  std::vector<Testimony> ring;
  follow_citations(asserts, ring);
  drop_shallow_citations(asserts);
  out.origins = count(happening, asserts);
  out.denials = count(happening, denials);
  out.declined = count(happening, of_role(testimonies, Role::kDeclines, until));
  return out;
}

}  // namespace hearsay
