// hearsay explain: which rules and lexicon entries made something, step by step.
// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <filesystem>

#include "browse/dates.h"
#include "browse/describe.h"
#include "browse/display.h"
#include "browse/find_happenings.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "verify/reread.h"

namespace hearsay::cli {
namespace {

using Explained = std::pair<Analysis, std::vector<Derivation>>;

class Trees {
 public:
  Trees(const Analysis& analysis, const Session& session) : analysis_(analysis), session_(session) {}

  void print(const Derivation& item) const {
    print(item, "", "");
    put_line("");
  }

 private:
  void print(const Derivation& item, const std::string& lead, const std::string& margin) const {
    std::string text = session_.paint(item.parts.empty() ? Paint::kPlain : Paint::kBold, one_line(item.what));
    if (const std::string words = words_of(analysis_, item.span); !words.empty()) text += "  \u201c" + shortened(words, session_.width) + "\u201d";
    if (!item.rule.empty()) text += "  " + session_.paint(Paint::kCyan, one_line(item.rule));
    const std::string below = margin + (item.parts.empty() ? "  " : "\u2502 ");
    std::string out;
    for (const std::string& line : wrap(text, std::max(session_.width - display_width(lead), 20))) out += (out.empty() ? lead : below) + line + "\n";
    put(out);
    for (const Derivation& part : item.parts) {
      const bool last = &part == &item.parts.back();
      print(part, margin + (last ? "\u2514 " : "\u251c "), margin + (last ? "  " : "\u2502 "));
    }
  }

  const Analysis& analysis_;
  const Session& session_;
};

Span line_span(const std::string& text, int line) {
  size_t start = 0;
  for (int i = 1; i < line; ++i) {
    start = text.find('\n', start);
    if (start == std::string::npos) return {};
    ++start;
  }
  return {static_cast<uint32_t>(start), static_cast<uint32_t>(std::min(text.find('\n', start), text.size()))};
}

int print_line(const Session& session, const Explained& explained, const std::string& file, int line) {
  const auto& [analysis, items] = explained;
  const Span wanted = line_span(analysis.document.text, line);
  if (wanted.empty()) return session.complain(session.words(Message::kNoLine, file, line)), kNotFound;
  put_line(wrap_indented(session.paint(Paint::kDim, words_of(analysis, wanted)), session.width, 0) + "\n");
  bool any = false;
  for (const Derivation& item : items) {
    if (!wanted.overlaps(item.span)) continue;
    Trees(analysis, session).print(item);
    any = true;
  }
  if (!any) put_line(session.words(Message::kNothingInLine));
  return kOk;
}

// Whether a tree is of the item with this id: "event e3 letter-refused".
bool is_of(const Derivation& item, const std::string& id) { return (item.what + " ").find(" " + id + " ") != std::string::npos; }

int print_item(const Session& session, const Explained& explained, const std::string& id) {
  const auto& [analysis, items] = explained;
  for (const Derivation& item : items) {
    if (!is_of(item, id)) continue;
    const int line = line_of(analysis.document.text, item.span.start);
    put_line(session.paint(Paint::kDim, fmt::format("{}:{}", one_line(analysis.document.path), line)));
    Trees(analysis, session).print(item);
    return kOk;
  }
  session.complain(session.words(Message::kNoItem, analysis.document.path, id));
  return kNotFound;
}

// Reads one file as `read` would, with what a manifest or the options say of it.
std::optional<Explained> explain_file(const Session& session, const Engine& engine, const ExplainOptions& options, const std::string& file) {
  const InputList list = list_reports({file}, options.manifest);
  Metadata report = list.reports.empty() ? Metadata{} : list.reports.front();
  report.path = list.reports.empty() ? file : report.path;
  date_by_option(report, options.published);
  if (!report.lang) report.lang = options.lang;
  Result<std::string> bytes = read_file(file, kMaxReportBytes);
  if (!bytes) return session.complain(bytes.error()), std::nullopt;
  auto explained = engine.explain(std::move(*bytes), report);
  if (!explained) return session.complain(explained.error()), std::nullopt;
  return std::move(*explained);
}

// A document of the store is read again from its text, with what was known of it from outside.
std::optional<Explained> explain_stored(const Session& session, const Engine& engine, const Document& document) {
  auto explained = engine.explain(document.text, known_of(document));
  if (!explained) return session.complain(explained.error()), std::nullopt;
  return std::move(*explained);
}

// "h4b7bf578f6a8f233", or how such an id begins.
bool is_happening(const std::string& asked) {
  return asked.size() > 1 && asked[0] == 'h' && asked.find_first_not_of("0123456789abcdef", 1) == std::string::npos;
}

// Why two happenings are not taken for one.
int explain_pair(const Session& session, const ExplainOptions& options) {
  Trouble trouble = Trouble::kNone;
  const auto chronicle = open_chronicle(session, options.store, trouble, {.id = options.what[0]});
  if (!chronicle) return exit_code_of(trouble);
  if (!add_happenings(session, *chronicle, {.id = options.what[1]})) return kStoreError;
  std::vector<const Happening*> pair;
  for (const std::string& id : options.what) {
    const auto found = find_happenings(session, *chronicle, id, trouble);
    if (found.empty()) return exit_code_of(trouble);
    pair.push_back(found.front());
  }
  for (const Happening* happening : pair)
    put_line(date_phrase(happening->from, happening->to, session.words) + ": " + headline(chronicle->holdings.engine, *happening, session) + "  " + session.paint(Paint::kDim, happening->id));
  if (pair[0] == pair[1]) return put_line(session.words(Message::kOneHappening, options.what[0], options.what[1])), kOk;
  Documents documents;
  if (!load_documents(session, chronicle->holdings.store, speaking_of(pair), documents)) return kStoreError;
  std::vector<Analysis> analyses;
  for (auto& [_, analysis] : documents) analyses.push_back(std::move(analysis));
  put_line("  " + wrap_indented(in_words(session.words, chronicle->holdings.engine.why_apart(analyses, *pair[0], *pair[1])), session.width, 2));
  return kOk;
}

int explain_item(const Session& session, const ExplainOptions& options) {
  const std::string &asked = options.what[0], &id = options.what[1];
  std::error_code failed;
  if (!std::filesystem::exists(options.store.db, failed) && std::filesystem::is_regular_file(asked, failed)) {
    const auto engine = open_engine(session, options.store.packs);
    if (!engine) return kPackError;
    const auto explained = explain_file(session, *engine, options, asked);
    return explained ? print_item(session, *explained, id) : kNothingRead;
  }
  Trouble trouble = Trouble::kNone;
  const auto holdings = open_holdings(session, options.store, trouble);
  if (!holdings) return exit_code_of(trouble);
  const auto found = load_document(session, holdings->store, asked);
  if (!found) return kNotFound;
  const auto explained = explain_stored(session, holdings->engine, found->document);
  return explained ? print_item(session, *explained, id) : kNothingRead;
}

// "news/a.txt:12" as file and line; line 0 if there is none.
std::pair<std::string, int> file_and_line(const std::string& asked) {
  const size_t colon = asked.find_last_of(':');
  int line = 0;
  if (colon == std::string::npos) return {asked, 0};
  const auto [stop, error] = std::from_chars(asked.data() + colon + 1, asked.data() + asked.size(), line);
  const bool whole = error == std::errc() && stop == asked.data() + asked.size() && line > 0;
  return whole ? std::pair(asked.substr(0, colon), line) : std::pair(asked, 0);
}

}  // namespace

int explain(const Session& session, const ExplainOptions& options) {
  if (options.published && !is_date_or_date_time(*options.published)) return session.complain(session.words(Message::kNoIsoDate, *options.published)), kUsage;
  if (options.what.size() == 2 && is_happening(options.what[0]) && is_happening(options.what[1])) return explain_pair(session, options);
  if (options.what.size() == 2) return explain_item(session, options);
  const auto [file, line] = file_and_line(options.what[0]);
  if (line == 0) return session.complain(session.words(Message::kExplainWhat, options.what[0])), kUsage;
  const auto engine = open_engine(session, options.store.packs);
  if (!engine) return kPackError;
  const auto explained = explain_file(session, *engine, options, file);
  return explained ? print_line(session, *explained, file, line) : kNothingRead;
}

}  // namespace hearsay::cli
