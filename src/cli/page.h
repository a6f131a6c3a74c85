// A page about happenings: what its parts look like, whichever command prints it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/describe.h"
#include "cli/holdings.h"

namespace hearsay::cli {

class Page {
 public:
  Page(const Engine& engine, const Documents& documents, const Session& session) : engine_(engine), documents_(documents), session_(session), words_(session.words) {}

  void line(int indent, const std::string& text) const;
  void heading(const std::string& text) const;
  // Each origin with where it speaks; nothing if there is none.
  void print_origins(Message title, const std::vector<Origin>& origins) const;
  // What tellings give differently, each with who gives it and the words.
  void print_difference(const Difference& difference) const;
  // An origin's name, kind and voices.
  std::string origin_words(const Origin& origin) const;
  // The outlet and the day of a document; its id if the store has it no longer.
  std::string printed_by(const std::string& document) const;
  const Analysis* document(const std::string& id) const;

 protected:
  const Engine& engine_;
  const Documents& documents_;
  const Session& session_;
  const Words& words_;

 private:
  void print_reference(const StatementRef& ref) const;
};

// The documents that tell some happenings, or in which their origins speak: ids.
std::set<std::string> speaking_of(const std::vector<const Happening*>& happenings);

// What an id that somebody noted down has become since; empty if it leads nowhere. Says so; complains and sets `trouble` if the store cannot tell.
std::string successor_of(const Session& session, const Store& store, const std::string& id, Trouble& trouble);

// All happenings whose id, or whose joint act's id, begins so, or that one of a former id has become; an id in full means itself alone. Complains and sets
// `trouble` if there is none, or if it may be several that are not one joint act.
std::vector<const Happening*> find_happenings(const Session& session, Chronicle& chronicle, const std::string& id, Trouble& trouble);

}  // namespace hearsay::cli
