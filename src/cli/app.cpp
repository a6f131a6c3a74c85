// SPDX-License-Identifier: Apache-2.0
#include "cli/app.h"

#include <CLI/Validators.hpp>

#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "browse/write_export.h"
#include "cli/commands.h"
#include "cli/grammar.h"

namespace hearsay::cli {
namespace {

constexpr const char* kVersion = "hearsay " HEARSAY_VERSION;
constexpr int kMostThreads = 256;

// CLI11's own validators and conversions speak English only.
CLI::Validator one_of(const Words& words, std::vector<std::string> values) {
  return CLI::Validator([&words, values](std::string& given) {
    if (std::find(values.begin(), values.end(), given) != values.end()) return std::string();
    return words(Message::kNotAmong, given, joined(values, ", "));
  }, "");
}

// Takes one of these and nothing else, which help and completion show.
CLI::Option* choose(CLI::Option* option, const Words& words, const std::vector<std::string>& values) {
  return option->check(one_of(words, values))->option_text(joined(values, "|"));
}

// "500MB", "10 GB", "2000000": bytes, by powers of 1000.
std::optional<uint64_t> bytes_in(std::string_view given) {
  static constexpr std::pair<std::string_view, uint64_t> kUnits[] = {{"", 1}, {"kb", 1'000}, {"mb", 1'000'000}, {"gb", 1'000'000'000}, {"tb", 1'000'000'000'000}};
  uint64_t number = 0;
  const auto [stop, error] = std::from_chars(given.data(), given.data() + given.size(), number);
  const std::string unit = lower(trim(given.substr(static_cast<size_t>(stop - given.data()))));
  for (const auto& [name, bytes] : kUnits)
    if (error == std::errc() && unit == name && number > 0 && number <= INT64_MAX / bytes) return number * bytes;
  return std::nullopt;
}

CLI::Validator number_within(const Words& words, int least, int most) {
  return CLI::Validator([&words, least, most](std::string& given) {
    int number = 0;
    const auto [stop, error] = std::from_chars(given.data(), given.data() + given.size(), number);
    const bool good = error == std::errc() && stop == given.data() + given.size() && number >= least && number <= most;
    return good ? std::string() : words(Message::kNotWithin, given, words.number(least), words.number(most));
  }, "");
}

// Adds options to one command; each adds one line of its help.
class Command {
 public:
  Command(CLI::App& parent, const Words& words, const char* name, Message about, Message examples, Request& request, Message group = Message::kHelpCommands)
      : app_(*parent.add_subcommand(name, words(about))), words_(words), request_(request) {
    app_.group(words(group));
    app_.footer(words(Message::kHelpExamples) + "\n" + words(examples));
  }

  // What all commands share; added last, since help keeps the order.
  static void add_globals(CLI::App& app, const Words& words, Request& request) {
    app.set_help_flag("-h,--help", words(Message::kHelpHelp))->group(words(Message::kHelpGlobal));
    choose(app.add_option("--ui", request.ui, words(Message::kHelpUi)), words, {"vi", "en"})->group(words(Message::kHelpGlobal));
    choose(app.add_option("--color,--colour", request.colour, words(Message::kHelpColor)), words, {"auto", "always", "never"})->group(words(Message::kHelpGlobal));
  }

  template <class Value>
  CLI::Option* option(const char* name, Value& value, Message type, Message about, Message group = Message::kHelpOwnOptions) {
    return app_.add_option(name, value, words_(about))->type_name(words_(type))->group(words_(group));
  }
  // What stands without a name. Help does not show its type; completion asks whether that is a file or a folder.
  template <class Value>
  CLI::Option* argument(const char* name, Value& value, Message type, Message about) { return app_.add_option(name, value, words_(about))->type_name(words_(type)); }
  template <class Value>
  CLI::Option* filter(const char* name, Value& value, Message type, Message about) { return option(name, value, type, about, Message::kHelpFilters); }
  void add_packs(PackOptions& packs) {
    option("--packs", packs.packs, Message::kTypeFolder, Message::kOptPacks)->take_all()->expected(1)->allow_extra_args(false);
    option("--base-packs", packs.base, Message::kTypeFolder, Message::kOptBasePacks);
  }
  void add_inputs(InputOptions& input) {
    argument("FILES", input.paths, Message::kTypeFile, Message::kOptFiles)->required();
    option("--manifest", input.manifest, Message::kTypeFile, Message::kOptManifest);
    option("--columns", input.intake.columns, Message::kTypeValue, Message::kOptColumns);
    option("--threads", input.threads, Message::kTypeNumber, Message::kOptThreads)->check(number_within(words_, 1, kMostThreads))->option_text(words_(Message::kTypeNumber));
  }
  void add_limits(IntakeLimits& limits) {
    add_size("--max-unpacked", limits.total_bytes, Message::kOptMaxUnpacked);
    limit("--max-ratio", limits.ratio, Message::kOptMaxRatio, 1'000'000);
    limit("--max-depth", limits.depth, Message::kOptMaxDepth, 100);
  }
  void add_dating(Text& published, Text& lang) {
    option("--published", published, Message::kTypeDate, Message::kOptPublished);
    option("--lang", lang, Message::kTypeValue, Message::kOptLang);
  }
  void add_happening_filters(HappeningFilterOptions& asked) {
    filter("--actor", asked.actor, Message::kTypeName, Message::kOptActor);
    filter("--between", asked.between, Message::kTypeName, Message::kOptBetween)->expected(2)->allow_extra_args(false);
    filter("--kind", asked.kind, Message::kTypeValue, Message::kOptKind);
    filter("--from", asked.from, Message::kTypeDate, Message::kOptFrom);
    filter("--to", asked.to, Message::kTypeDate, Message::kOptTo);
    filter("--standing", asked.standing, Message::kTypeValue, Message::kOptStanding);
    filter("--as-of", asked.as_of, Message::kTypeDate, Message::kOptAsOf);
  }
  void add_db(std::string& db) { option("--db", db, Message::kTypeFile, Message::kOptDb); }
  void add_store(LookOptions& store) {
    add_db(store.db);
    app_.add_flag("--json", store.json, words_(Message::kOptJson))->group(words_(Message::kHelpOwnOptions));
    add_packs(store.packs);
  }

  template <class Options>
  void runs(int (*command)(const Session&, const Options&), std::shared_ptr<Options> options) {
    add_globals(app_, words_, request_);
    app_.callback([&request = request_, command, options] { request.run = [command, options](const Session& session) { return command(session, *options); }; });
  }
  CLI::App& app() { return app_; }

 private:
  template <class Number>
  void limit(const char* name, Number& value, Message about, int most) {
    option(name, value, Message::kTypeNumber, about, Message::kHelpLimits)->check(number_within(words_, 1, most))->option_text(words_(Message::kTypeNumber));
  }
  void add_size(const char* name, uint64_t& bytes, Message about) {
    app_.add_option_function<std::string>(
            name,
            [name, &bytes, &words = words_](const std::string& given) {
              const std::optional<uint64_t> size = bytes_in(given);
              if (!size) throw CLI::ValidationError(name, words(Message::kNoSize, given));
              bytes = *size;
            },
            words_(about))
        ->option_text(words_(Message::kTypeSize))
        ->group(words_(Message::kHelpLimits));
  }

  CLI::App& app_;
  const Words& words_;
  Request& request_;
};

void add_read(CLI::App& app, const Words& words, Request& request) {
  auto options = std::make_shared<ReadOptions>();
  Command command(app, words, "read", Message::kCmdRead, Message::kExamplesRead, request);
  command.add_inputs(options->input);
  command.add_dating(options->input.published, options->input.lang);
  command.add_db(options->db);
  command.option("--report", options->input.report, Message::kTypeFile, Message::kOptReport);
  command.add_packs(options->input.packs);
  command.add_limits(options->input.intake.limits);
  command.runs(read_reports, options);
}

void add_watch(CLI::App& app, const Words& words, Request& request) {
  auto options = std::make_shared<WatchOptions>();
  Command command(app, words, "watch", Message::kCmdWatch, Message::kExamplesWatch, request);
  command.argument("FEEDS", options->feeds, Message::kTypeFile, Message::kOptFeeds)->required();
  command.app().add_flag("--once", options->once, words(Message::kOptOnce))->group(words(Message::kHelpOwnOptions));
  command.option("--interval", options->interval, Message::kTypeLength, Message::kOptInterval);
  command.option("--most", options->most, Message::kTypeNumber, Message::kOptMost)->check(number_within(words, 1, 1'000'000))->option_text(words(Message::kTypeNumber));
  command.option("--private", options->private_hosts, Message::kTypeHost, Message::kOptPrivate)->take_all()->expected(1)->allow_extra_args(false);
  command.app().add_flag("--json", options->json, words(Message::kOptJson))->group(words(Message::kHelpOwnOptions));
  command.add_db(options->db);
  command.add_packs(options->packs);
  command.runs(watch_feeds, options);
}

void add_analyse(CLI::App& app, const Words& words, Request& request) {
  auto options = std::make_shared<InputOptions>();
  Command command(app, words, "analyse", Message::kCmdAnalyse, Message::kExamplesAnalyse, request);
  command.app().alias("analyze");
  command.add_inputs(*options);
  command.add_dating(options->published, options->lang);
  command.add_packs(options->packs);
  command.add_limits(options->intake.limits);
  command.runs(analyse_reports, options);
}

void add_chronicle(CLI::App& app, const Words& words, Request& request) {
  auto options = std::make_shared<ChronicleOptions>();
  Command command(app, words, "chronicle", Message::kCmdChronicle, Message::kExamplesChronicle, request);
  command.add_happening_filters(options->filter);
  command.add_store(options->store);
  command.runs(print_chronicle, options);
}

void add_export(CLI::App& app, const Words& words, Request& request) {
  auto options = std::make_shared<ExportFileOptions>();
  Command command(app, words, "export", Message::kCmdExport, Message::kExamplesExport, request);
  choose(command.option("--format", options->what.format, Message::kTypeValue, Message::kOptFormat), words, export_formats())->required();
  command.add_happening_filters(options->what.filter);
  command.filter("--story", options->what.story, Message::kTypeName, Message::kOptExportStory);
  command.filter("--document", options->what.document, Message::kTypeName, Message::kOptExportDocument);
  command.option("--out", options->out, Message::kTypeFile, Message::kOptOut);
  command.app().add_flag("--all", options->what.all, words(Message::kOptAll))->group(words(Message::kHelpOwnOptions));
  command.app().add_flag("--standard", options->what.standard, words(Message::kOptStandard))->group(words(Message::kHelpOwnOptions));
  command.add_db(options->store.db);
  command.add_packs(options->store.packs);
  command.runs(export_records, options);
}

void add_show(CLI::App& app, const Words& words, Request& request) {
  auto options = std::make_shared<ShowOptions>();
  Command command(app, words, "show", Message::kCmdShow, Message::kExamplesShow, request);
  command.argument("ID", options->id, Message::kTypeValue, Message::kOptId)->required();
  command.add_store(options->store);
  command.runs(show_happening, options);
}

void add_lists(CLI::App& app, const Words& words, Request& request) {
  auto said = std::make_shared<ListOptions>();
  Command statements(app, words, "statements", Message::kCmdStatements, Message::kExamplesStatements, request);
  statements.filter("--speaker", said->speaker, Message::kTypeName, Message::kOptSpeaker);
  statements.filter("--actor", said->actor, Message::kTypeName, Message::kOptConcerns);
  statements.filter("--document", said->document, Message::kTypeName, Message::kOptDocument);
  statements.filter("--act", said->act, Message::kTypeValue, Message::kOptAct);
  statements.add_store(said->store);
  statements.runs(list_statements, said);

  auto who = std::make_shared<ListOptions>();
  Command actors(app, words, "actors", Message::kCmdActors, Message::kExamplesActors, request);
  actors.argument("NAME", who->name, Message::kTypeValue, Message::kOptActorName);
  actors.filter("--kind", who->kind, Message::kTypeValue, Message::kOptActorKind);
  actors.filter("--document", who->document, Message::kTypeName, Message::kOptDocument);
  actors.add_store(who->store);
  actors.runs(list_actors, who);

  auto what = std::make_shared<ListOptions>();
  Command documents(app, words, "documents", Message::kCmdDocuments, Message::kExamplesDocuments, request);
  documents.filter("--document", what->document, Message::kTypeName, Message::kOptDocument);
  documents.filter("--outlet", what->outlet, Message::kTypeName, Message::kOptOutlet);
  documents.filter("--actor", what->actor, Message::kTypeName, Message::kOptMentions);
  documents.filter("--lang", what->lang, Message::kTypeValue, Message::kOptDocumentLang);
  documents.filter("--from", what->from, Message::kTypeDate, Message::kOptFrom);
  documents.filter("--to", what->to, Message::kTypeDate, Message::kOptTo);
  documents.add_store(what->store);
  documents.runs(list_documents, what);

  auto alike = std::make_shared<CopiesOptions>();
  Command copies(app, words, "copies", Message::kCmdCopies, Message::kExamplesCopies, request);
  copies.filter("--document", alike->document, Message::kTypeName, Message::kOptDocument);
  copies.app().add_flag("--shared", alike->shared, words(Message::kOptShared))->group(words(Message::kHelpOwnOptions));
  copies.add_store(alike->store);
  copies.runs(list_copies, alike);
}

void add_forget(CLI::App& app, const Words& words, Request& request) {
  auto options = std::make_shared<ForgetOptions>();
  Command command(app, words, "forget", Message::kCmdForget, Message::kExamplesForget, request);
  command.argument("DOCUMENTS", options->documents, Message::kTypeValue, Message::kOptDocument)->required();
  command.add_db(options->db);
  command.add_packs(options->packs);
  command.runs(forget_documents, options);
}

void add_upkeep(CLI::App& app, const Words& words, Request& request) {
  auto verified = std::make_shared<VerifyOptions>();
  Command verify(app, words, "verify", Message::kCmdVerify, Message::kExamplesVerify, request);
  verify.app().add_flag("--quick", verified->quick, words(Message::kOptQuick))->group(words(Message::kHelpOwnOptions));
  verify.add_store(*verified);
  verify.runs(verify_store, verified);

  auto repaired = std::make_shared<RepairOptions>();
  Command repair(app, words, "repair", Message::kCmdRepair, Message::kExamplesRepair, request);
  repair.app().add_flag("--do", repaired->act, words(Message::kOptDo))->group(words(Message::kHelpOwnOptions));
  repair.app().add_flag("--no-backup", repaired->no_backup, words(Message::kOptNoBackup))->group(words(Message::kHelpOwnOptions));
  repair.add_db(repaired->store.db);
  repair.add_packs(repaired->store.packs);
  repair.runs(repair_store, repaired);

  auto copied = std::make_shared<BackupOptions>();
  Command backup(app, words, "backup", Message::kCmdBackup, Message::kExamplesBackup, request);
  backup.app().add_option("TARGET", copied->target, words(Message::kOptTarget))->type_name("")->required();
  backup.app().add_flag("--force", copied->force, words(Message::kOptForce))->group(words(Message::kHelpOwnOptions));
  backup.add_db(copied->db);
  backup.runs(back_up_store, copied);
}

void add_stories(CLI::App& app, const Words& words, Request& request) {
  auto options = std::make_shared<StoriesOptions>();
  Command command(app, words, "stories", Message::kCmdStories, Message::kExamplesStories, request);
  command.argument("ID", options->id, Message::kTypeValue, Message::kOptStory);
  command.filter("--actor", options->actor, Message::kTypeName, Message::kOptMentions);
  command.filter("--document", options->document, Message::kTypeName, Message::kOptDocument);
  command.filter("--from", options->from, Message::kTypeDate, Message::kOptFrom);
  command.filter("--to", options->to, Message::kTypeDate, Message::kOptTo);
  command.filter("--least", options->least, Message::kTypeNumber, Message::kOptLeast)->check(number_within(words, 1, 1'000'000))->option_text(words(Message::kTypeNumber));
  command.add_store(options->store);
  command.runs(list_stories, options);
}

void add_origins(CLI::App& app, const Words& words, Request& request) {
  auto origins = std::make_shared<OriginsOptions>();
  Command ways(app, words, "origins", Message::kCmdOrigins, Message::kExamplesOrigins, request);
  ways.argument("ID", origins->id, Message::kTypeValue, Message::kOptId)->required();
  ways.app().add_flag("--dot", origins->dot, words(Message::kOptDot))->group(words(Message::kHelpOwnOptions));
  ways.add_store(origins->store);
  ways.runs(show_origins, origins);

  auto disputed = std::make_shared<ListOptions>();
  Command disputes(app, words, "disputes", Message::kCmdDisputes, Message::kExamplesDisputes, request);
  disputes.filter("--actor", disputed->actor, Message::kTypeName, Message::kOptActor);
  disputes.filter("--from", disputed->from, Message::kTypeDate, Message::kOptFrom);
  disputes.filter("--to", disputed->to, Message::kTypeDate, Message::kOptTo);
  disputes.add_store(disputed->store);
  disputes.runs(list_disputes, disputed);

  auto traced = std::make_shared<TraceOptions>();
  Command trace(app, words, "trace", Message::kCmdTrace, Message::kExamplesTrace, request);
  trace.argument("DOCUMENT", traced->document, Message::kTypeValue, Message::kOptTraced)->required();
  trace.add_store(traced->store);
  trace.runs(trace_document, traced);

  auto compared = std::make_shared<DiffOptions>();
  Command diff(app, words, "diff", Message::kCmdDiff, Message::kExamplesDiff, request);
  diff.filter("--since", compared->since, Message::kTypeDate, Message::kOptSince)->required();
  diff.filter("--until", compared->until, Message::kTypeDate, Message::kOptUntil);
  diff.filter("--actor", compared->actor, Message::kTypeName, Message::kOptActor);
  diff.add_store(compared->store);
  diff.runs(print_changes, compared);
}

void add_stats_and_search(CLI::App& app, const Words& words, Request& request) {
  auto store = std::make_shared<LookOptions>();
  Command stats(app, words, "stats", Message::kCmdStats, Message::kExamplesStats, request);
  stats.add_store(*store);
  stats.runs(print_stats, store);

  auto asked = std::make_shared<ListOptions>();
  Command search(app, words, "search", Message::kCmdSearch, Message::kExamplesSearch, request);
  search.argument("WORDS", asked->words, Message::kTypeValue, Message::kOptWords)->required();
  search.filter("--actor", asked->actor, Message::kTypeName, Message::kOptMentions);
  search.filter("--document", asked->document, Message::kTypeName, Message::kOptDocument);
  search.option("--limit", asked->limit, Message::kTypeNumber, Message::kOptLimit)->check(number_within(words, 1, 1'000'000))->option_text(words(Message::kTypeNumber));
  search.add_store(asked->store);
  search.runs(search_store, asked);
}

void add_explain(CLI::App& app, const Words& words, Request& request) {
  auto options = std::make_shared<ExplainOptions>();
  Command command(app, words, "explain", Message::kCmdExplain, Message::kExamplesExplain, request);
  command.argument("WHAT", options->what, Message::kTypeFile, Message::kOptWhat)->required()->expected(1, 2);
  command.option("--manifest", options->manifest, Message::kTypeFile, Message::kOptManifest);
  command.add_dating(options->published, options->lang);
  command.add_db(options->store.db);
  command.add_packs(options->store.packs);
  command.runs(explain, options);
}

void add_corrections(CLI::App& app, const Words& words, Request& request) {
  auto options = std::make_shared<CorrectOptions>();
  Command command(app, words, "correct", Message::kCmdCorrect, Message::kExamplesCorrect, request);
  choose(command.argument("ACTION", options->action, Message::kTypeValue, Message::kOptCorrect), words, {"reject", "merge", "split", "owner", "note", "withdraw"})->required();
  command.argument("WHAT", options->targets, Message::kTypeValue, Message::kOptCorrected)->required();
  command.option("--by", options->by, Message::kTypeName, Message::kOptBy);
  command.option("--because", options->words, Message::kTypeValue, Message::kOptBecause);
  command.add_db(options->store.db);
  command.add_packs(options->store.packs);
  command.runs(correct, options);

  auto list = std::make_shared<CorrectionsOptions>();
  Command corrections(app, words, "corrections", Message::kCmdCorrections, Message::kExamplesCorrections, request);
  corrections.app().add_flag("--all", list->all, words(Message::kOptWithdrawnToo))->group(words(Message::kHelpOwnOptions));
  choose(corrections.option("--as", list->as, Message::kTypeValue, Message::kOptCorrectionsAs), words, {"rules", "gold"});
  corrections.option("--out", list->out, Message::kTypeFolder, Message::kOptOut);
  corrections.add_store(list->store);
  corrections.runs(list_corrections, list);
}

void add_serve(CLI::App& app, const Words& words, Request& request) {
  auto options = std::make_shared<ServeOptions>();
  Command command(app, words, "serve", Message::kCmdServe, Message::kExamplesServe, request);
  command.option("--host", options->host, Message::kTypeAddress, Message::kOptHost);
  command.option("--port", options->port, Message::kTypeNumber, Message::kOptPort)->check(number_within(words, 0, 65535))->option_text(words(Message::kTypeNumber));
  command.option("--token", options->token, Message::kTypeValue, Message::kOptToken);
  command.app().add_flag("--read-only", options->read_only, words(Message::kOptReadOnly))->group(words(Message::kHelpOwnOptions));
  command.add_db(options->store.db);
  command.add_packs(options->store.packs);
  command.runs(serve_store, options);
}

void add_mcp(CLI::App& app, const Words& words, Request& request) {
  auto options = std::make_shared<StoreOptions>();
  Command command(app, words, "mcp", Message::kCmdMcp, Message::kExamplesMcp, request);
  command.add_db(options->db);
  command.add_packs(options->packs);
  command.runs(answer_assistant, options);
}

void add_eval(CLI::App& app, const Words& words, Request& request) {
  auto options = std::make_shared<EvalOptions>();
  Command command(app, words, "eval", Message::kCmdEval, Message::kExamplesEval, request);
  command.argument("GOLD", options->paths, Message::kTypeFile, Message::kOptGold)->required();
  command.option("--manifest", options->manifests, Message::kTypeFile, Message::kOptManifests)->take_all()->expected(1)->allow_extra_args(false);
  command.option("--root", options->root, Message::kTypeFolder, Message::kOptRoot);
  choose(command.option("--layer", options->layer, Message::kTypeValue, Message::kOptLayer), words, {"time", "statement", "event"});
  command.option("--top", options->top, Message::kTypeNumber, Message::kOptTop)->check(number_within(words, 1, 1'000'000))->option_text(words(Message::kTypeNumber));
  command.app().add_flag("--figures", options->figures, words(Message::kOptFigures))->group(words(Message::kHelpOwnOptions));
  command.app().add_flag("--json", options->json, words(Message::kOptEvalJson))->group(words(Message::kHelpOwnOptions));
  command.option("--threads", options->threads, Message::kTypeNumber, Message::kOptThreads)->check(number_within(words, 1, kMostThreads))->option_text(words(Message::kTypeNumber));
  command.add_packs(options->packs);
  command.runs(evaluate, options);
}

void add_packs(CLI::App& app, const Words& words, Request& request) {
  Command packs(app, words, "packs", Message::kCmdPacks, Message::kExamplesPacks, request);
  packs.app().require_subcommand(1, 1);
  const auto add = [&](const char* name, Message about, Message examples, PackFolderOptions* options) {
    Command child(packs.app(), words, name, about, examples, request);
    if (options) child.argument("DIR", options->folder, Message::kTypeFolder, Message::kOptPackFolder);
    return child;
  };
  auto options = std::make_shared<PackFolderOptions>();
  add("check", Message::kCmdPacksCheck, Message::kExamplesPacksCheck, options.get()).runs(check_pack_folder, options);
  add("test", Message::kCmdPacksTest, Message::kExamplesPacksTest, options.get()).runs(test_pack_folder, options);
  Command diff = add("diff", Message::kCmdPacksDiff, Message::kExamplesPacksDiff, nullptr);
  diff.add_inputs(options->input);
  diff.option("--packs", options->input.packs.packs, Message::kTypeFolder, Message::kOptNewPacks)->take_all()->expected(1)->allow_extra_args(false)->required();
  diff.option("--against", options->against.packs, Message::kTypeFolder, Message::kOptAgainst)->take_all()->expected(1)->allow_extra_args(false);
  diff.add_dating(options->input.published, options->input.lang);
  diff.runs(diff_packs, options);
  Command compile = add("compile", Message::kCmdPacksCompile, Message::kExamplesPacksCompile, options.get());
  compile.option("-o,--output", options->image, Message::kTypeFile, Message::kOptImage);
  compile.runs(compile_pack_folder, options);
  Command::add_globals(packs.app(), words, request);
}

// What tells about the command line itself looks at the tree when it is asked, with all commands in it.
void add_handbook(CLI::App& app, const Words& words, Request& request) {
  const auto grammar = [&app, &words] { return grammar_of(app, words); };
  auto script = std::make_shared<CompletionOptions>(CompletionOptions{.grammar = grammar, .shell = ""});
  Command completion(app, words, "completion", Message::kCmdCompletion, Message::kExamplesCompletion, request, Message::kHelpSettingUp);
  choose(completion.argument("SHELL", script->shell, Message::kTypeValue, Message::kOptShell), words, {"bash", "zsh", "fish"})->required();
  completion.runs(print_completion, script);

  auto page = std::make_shared<ManualOptions>(ManualOptions{.grammar = grammar, .version = kVersion, .command = {}, .out = {}});
  Command manual(app, words, "manual", Message::kCmdManual, Message::kExamplesManual, request, Message::kHelpSettingUp);
  manual.argument("COMMAND", page->command, Message::kTypeValue, Message::kOptManualOf);
  manual.option("--out", page->out, Message::kTypeFolder, Message::kOptManualOut);
  manual.runs(print_manual, page);
}

}  // namespace

std::unique_ptr<CLI::App> make_app(const Words& words, Request& request) {
  auto app = std::make_unique<CLI::App>(words(Message::kHelpAbout), "hearsay");
  app->formatter(make_formatter(words, terminal_width()));
  Command::add_globals(*app, words, request);
  app->set_version_flag("--version", kVersion, words(Message::kHelpVersion))->group(words(Message::kHelpGlobal));
  app->footer(words(Message::kHelpExitCodes) + "\n\n" + words(Message::kHelpExamples) + "\n" + words(Message::kExamplesAll));
  app->require_subcommand(1, 1);
  add_read(*app, words, request);
  add_watch(*app, words, request);
  add_analyse(*app, words, request);
  add_chronicle(*app, words, request);
  add_export(*app, words, request);
  add_show(*app, words, request);
  add_lists(*app, words, request);
  add_origins(*app, words, request);
  add_forget(*app, words, request);
  add_upkeep(*app, words, request);
  add_stories(*app, words, request);
  add_stats_and_search(*app, words, request);
  add_corrections(*app, words, request);
  add_serve(*app, words, request);
  add_mcp(*app, words, request);
  add_explain(*app, words, request);
  add_eval(*app, words, request);
  add_packs(*app, words, request);
  add_handbook(*app, words, request);
  return app;
}

namespace {

// The option that an error is about: CLI11 keeps its name in the message only.
const CLI::Option* option_of(const CLI::App& command, const CLI::ParseError& error) {
  std::string_view text = error.what();
  for (size_t at = 0; at < text.size(); at = std::min(text.find(' ', at), text.size() - 1) + 1) {
    const std::string word(text.substr(at, text.find_first_of(" :,=", at) - at));
    if (const CLI::Option* option = command.get_option_no_throw(word)) return option;
  }
  return nullptr;
}

// What is wrong with an option's value; ours are the words of validators alone.
std::string wrong_value(const CLI::App& command, const CLI::ParseError& error, const Words& words) {
  const CLI::Option* option = option_of(command, error);
  if (!option || dynamic_cast<const CLI::ValidationError*>(&error)) return error.what();
  const std::string name = option->get_name();
  if (option->get_items_expected_max() == 0) return words(Message::kTakesNoValue, name);
  if (option->results().size() > static_cast<size_t>(option->get_items_expected_max())) return words(Message::kTooMany, name);
  std::string values;
  for (int i = 0; i < option->get_items_expected_min(); ++i) values += (values.empty() ? "" : " ") + (option->get_option_text().empty() ? option->get_type_name() : option->get_option_text());
  return words(Message::kNeedsValues, name, values);
}

}  // namespace

std::string usage_error(const CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& arguments, const Words& words) {
  const CLI::App* command = &app;
  while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
  std::string path = command->get_name();
  for (const CLI::App* parent = command->get_parent(); parent; parent = parent->get_parent()) path = parent->get_name() + " " + path;
  if (command == &app) {
    if (arguments.empty()) return words(Message::kNoCommand);
    for (const std::string& extra : app.remaining())
      if (!extra.starts_with("-")) return words(Message::kUnknownCommand, extra);
  }
  if (dynamic_cast<const CLI::ExtrasError*>(&error)) {
    std::string extras;
    for (const std::string& extra : app.remaining(true)) extras += (extras.empty() ? "" : " ") + extra;
    return words(Message::kUnexpected, extras, path);
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error)) {
    std::string missing = error.what();
    missing = missing.substr(0, missing.find(" is required"));
    if (missing.starts_with("A subcommand")) missing = words(Message::kHelpCommand);
    return words(Message::kMissing, missing, path);
  }
  return words(Message::kWrongValue, wrong_value(*command, error, words), path);
}

}  // namespace hearsay::cli
