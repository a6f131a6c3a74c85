// A page about happenings: what its parts look like, whichever command prints it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/describe.h"
#include "browse/holdings.h"
#include "cli/terminal.h"

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
  // The outlet and the day of a document; its id if the store has it no longer.
  std::string printed_by(const std::string& document) const;
  const Analysis* document(const std::string& id) const { return document_in(documents_, id); }

 protected:
  const Engine& engine_;
  const Documents& documents_;
  const Session& session_;
  const Words& words_;

 private:
  void print_reference(const StatementRef& ref) const;
};

}  // namespace hearsay::cli
