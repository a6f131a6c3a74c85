// Exports: the file that `hearsay export` writes, for what an interface has filtered. Written as it is sent: a few happenings and their documents are in memory at a time.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "browse/find_story.h"
#include "browse/write_export.h"
#include "export/formats.h"
#include "serve/api.h"
#include "serve/tar.h"

namespace hearsay::serve {
namespace {

using browse::Picked;
using browse::Trouble;
using browse::Write;

// A page is laid out as a whole, and a browser shows it as one: some 10 kB for each.
constexpr int64_t kMostOfPage = 5000;

browse::ExportOptions options_of(const Given& given) {
  browse::ExportOptions options;
  options.format = given.text("format").value_or("");
  options.filter = filters_of(given);
  options.story = given.text("story"), options.document = given.text("document");
  options.outlet = given.text("outlet"), options.lang = given.text("lang");
  return options;
}

// Of an earlier day the command makes the chronicle anew, and so does this; all else is found in the index.
std::optional<Picked> pick(Call& call, const browse::ExportOptions& options) {
  const browse::Holdings& holdings = call.view.holdings;
  if (options.filter.as_of) {
    auto filter = browse::HappeningFilter::parse(call.session, options.filter);
    if (!filter) return call.trouble = Trouble::kUsage, std::nullopt;
    return browse::pick_happenings(call.session, holdings, *filter, options.story, call.trouble);
  }
  std::optional<Story> story;
  if (options.story && !(story = browse::find_story(call.session, holdings, *options.story, call.trouble))) return std::nullopt;
  browse::SieveOptions asked{options.filter, options.outlet, options.lang, story ? browse::Text(story->id) : std::nullopt};
  const auto sieve = browse::Sieve::make(call.session, holdings, *call.view.index, asked, call.trouble);
  if (!sieve) return std::nullopt;
  std::vector<std::string> ids;
  for (uint32_t row : sieve->rows()) ids.push_back(call.view.index->text(call.view.index->rows()[row].id));
  return browse::pick_by_ids(holdings.store, std::move(ids), std::move(story));
}

Reply file(std::string_view type, const std::string& name) {
  Reply reply{kOk, std::string(type), ""};
  reply.headers = {{"Content-Disposition", "attachment; filename=\"" + name + "\""}};
  return reply;
}

std::optional<Reply> happenings_file(Call& call, const browse::ExportOptions& options) {
  const HappeningFormat* format = happening_format(options.format);
  auto picked = pick(call, options);
  if (!picked) return std::nullopt;
  if (!format && picked->happenings > kMostOfPage)
    return fail(call, Trouble::kUsage, "format html takes at most " + std::to_string(kMostOfPage) + " happenings, and these are " + std::to_string(picked->happenings) + ": narrow them by the filters");
  Reply reply = file(format ? format->type : "text/html; charset=utf-8", "hearsay" + std::string(format ? format->ending : ".html"));
  reply.stream = [options, &holdings = call.view.holdings, words = call.session.words, its = std::move(*picked)](const Write& write) {
    bool taken = true;
    const auto all = [&](std::string_view piece) { return taken = taken && write(piece); };
    return browse::write_export(browse::Session{words}, holdings, options, its, all) == Trouble::kNone && taken;
  };
  return reply;
}

// The last of those that came by several paths, as the command has it.
std::optional<Reply> single_file(Call& call, const DocumentFormat& format, int64_t number) {
  const auto analysis = call.view.holdings.store.load(number);
  if (!analysis) return fail(call, analysis.error());
  if (!*analysis) return call.trouble = Trouble::kNotFound, std::nullopt;
  ExportedFile one = format.files(**analysis).front();
  Reply reply = file(format.type, browse::file_name_of(one.name));
  reply.body = std::move(one.bytes);
  return reply;
}

// One document in a format of one file is that file; all else is a TAR of what the command puts into a folder.
std::optional<Reply> documents_file(Call& call, const browse::ExportOptions& options, const DocumentFormat& format) {
  const Store& store = call.view.holdings.store;
  const auto picks = [&](Trouble& trouble) {
    auto picked = pick(call, options);
    trouble = call.trouble;
    return picked;
  };
  const DocumentQuery asked = browse::documents_to_export(call.session, call.view.holdings, options, picks, call.trouble);
  if (call.trouble != Trouble::kNone) return std::nullopt;
  const auto numbers = store.list_documents(asked);
  if (!numbers) return fail(call, numbers.error());
  if (options.document && !format.several_files && !numbers->empty()) return single_file(call, format, numbers->back());
  Reply reply = file("application/x-tar", "hearsay-" + options.format + ".tar");
  reply.stream = [&engine = call.view.holdings.engine, &store, &format, numbers = *numbers](const Write& write) {
    const auto write_files = [&](const std::vector<ExportedFile>& files) {
      return std::all_of(files.begin(), files.end(), [&](const ExportedFile& one) { return write(tar_member(browse::file_name_of(one.name), one.bytes)); });
    };
    for (int64_t number : numbers) {
      const auto analysis = store.load(number);
      if (!analysis) return false;
      if (*analysis && !write_files(format.files(**analysis))) return false;
    }
    return (numbers.empty() || !format.folder || write_files(format.folder(engine))) && write(tar_end());
  };
  return reply;
}

std::optional<Reply> export_file(Call& call) {
  const browse::ExportOptions options = options_of(call.given);
  const DocumentFormat* document = document_format(options.format);
  if (options.document && !document) return fail(call, Trouble::kUsage, "document goes with formats of documents alone, such as timeml");
  if (options.filter.as_of && (options.outlet || options.lang)) return fail(call, Trouble::kUsage, "as_of does not go with outlet and lang here");
  return document ? documents_file(call, options, *document) : happenings_file(call, options);
}

}  // namespace

std::vector<Route> export_routes() {
  const Argument format{.name = "format", .about = "What programs take it, or `html` for a page to read.", .required = true, .choices = browse::export_formats()};
  return {{.path = std::string(kExport),
           .title = "Export",
           .about = "The file that `hearsay export` writes: all happenings that pass the filters, or their documents, these as a TAR. It comes as it is written, with no length told before; a connection that breaks off means that it is not whole. "
                    "As of an earlier day the chronicle is made anew from the reports up to then. `html` takes 5,000 happenings at the most. A few exports are made at a time.",
           .arguments = with(with({format}, happening_filters()), {text("document", "One document: its id or path, or how that begins; for formats of documents.")}),
           .answer = "",
           .run = export_file}};
}

}  // namespace hearsay::serve
