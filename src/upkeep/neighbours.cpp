// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "upkeep/copies.h"
#include "upkeep/desk.h"
#include "upkeep/upkeep.h"

namespace hearsay {

Result<Engine::Neighbours> neighbours_of(const Store& store, const Pack& packs, const std::string& document_id) {
  Engine::Neighbours out;
  const auto look = [&](Shelves& shelves) {
    Desk desk(shelves, packs);
    const auto report = shelves.report(key_of(document_id));
    if (!report) return;
    std::set<Rank> near = with_copies(desk, {report->rank});
    for (Rank partner : shelves.partners_of(report->rank.key)) near.insert(partner);
    const std::vector<Rank> order(near.begin(), near.end());
    std::vector<const Analysis*> documents;
    for (Rank one : order) documents.push_back(&desk.analysis(one.key));
    out.copying = describe(documents, copies_among(desk, order));
    for (const Analysis* one : documents) out.analyses.push_back(*one);
  };
  if (Status done = Shelves::look(store, look); !done) return done.error();
  return out;
}

}  // namespace hearsay
