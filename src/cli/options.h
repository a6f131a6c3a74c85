// What the user asked for: filled from the command line by app.cpp, read by the commands.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "browse/options.h"
#include "cli/grammar.h"
#include "hearsay/hearsay.h"

namespace hearsay::cli {

struct InputOptions {
  std::vector<std::string> paths;
  Text manifest, published, lang;
  IntakeOptions intake;
  Text report;                           // of `read`: the file that says what became of each
  int threads = 0;                       // 0: as many as the machine has cores
  PackOptions packs;
};

struct ReadOptions {
  InputOptions input;
  std::string db = "hearsay.db";
};

struct WatchOptions {
  std::vector<std::string> feeds;        // addresses, and files that list them
  std::string db = "hearsay.db";
  std::string interval = "5m";           // the least between two reads of a feed
  int most = 200;                        // reports of one feed in one round
  std::vector<std::string> private_hosts;
  bool once = false, json = false;
  PackOptions packs;
};

// Of the commands that look into a store.
struct LookOptions : StoreOptions {
  bool json = false;
};

struct ServeOptions {
  StoreOptions store;
  std::string host = "127.0.0.1";
  int port = 8642;                       // 0: any that is free
  Text token;
  bool read_only = false;
};

struct ChronicleOptions {
  LookOptions store;
  HappeningFilterOptions filter;
};

struct ExportFileOptions {
  StoreOptions store;
  ExportOptions what;
  Text out;                              // a file, or a folder for formats of several
};

struct ShowOptions {
  LookOptions store;
  std::string id;
};

// Of statements, actors, documents and search: each offers those that make sense for it.
struct ListOptions : PickOptions {
  LookOptions store;
  Text act, kind, outlet, lang, from, to, name;
  std::vector<std::string> words;
  int limit = 20;
};

struct ForgetOptions {
  std::string db = "hearsay.db";
  PackOptions packs;
  std::vector<std::string> documents;
};

struct VerifyOptions : LookOptions {
  bool quick = false;
};

struct RepairOptions {
  StoreOptions store;
  bool act = false, no_backup = false;
};

struct BackupOptions {
  std::string db = "hearsay.db";
  std::string target;
  bool force = false;
};

struct CorrectOptions {
  StoreOptions store;
  std::string action;                    // a kind of correction, or "withdraw"
  std::vector<std::string> targets;
  Text by, words;
};

struct CorrectionsOptions {
  LookOptions store;
  bool all = false;                      // the withdrawn, too
  Text as, out;                          // "rules" or "gold"; a folder
};

struct CopiesOptions {
  LookOptions store;
  Text document;
  bool shared = false;                   // what is no copy, too
};

struct OriginsOptions {
  LookOptions store;
  std::string id;
  bool dot = false;
};

struct TraceOptions {
  LookOptions store;
  std::string document;
};

struct DiffOptions {
  LookOptions store;
  std::string since;
  Text until, actor;
};

struct StoriesOptions {
  LookOptions store;
  std::string id;                        // empty: a list
  Text actor, document, from, to;
  int least = 1;                         // reports
};

struct ExplainOptions {
  LookOptions store;
  std::vector<std::string> what;         // FILE:LINE, or DOCUMENT and EVENT
  Text manifest, published, lang;
};

struct EvalOptions {
  std::vector<std::string> paths;        // gold files and folders of them; reports and folders of them
  std::vector<std::string> manifests;
  Text root, layer;
  int threads = 0, top = 0;              // top 0: all groups
  bool figures = false, json = false;
  PackOptions packs;
};

// Of the commands that tell about the command line itself.
struct CompletionOptions {
  std::function<CommandForm()> grammar;
  std::string shell;
};

struct ManualOptions {
  std::function<CommandForm()> grammar;
  std::string version;                   // "hearsay 0.1.0"
  std::vector<std::string> command;      // "packs", "check"; empty: hearsay itself
  Text out;                              // a folder for all pages
};

struct PackFolderOptions {
  std::string folder = "packs";
  std::string image = "packs.image";     // of compile
  InputOptions input;                    // of diff
  PackOptions against;
};

}  // namespace hearsay::cli
