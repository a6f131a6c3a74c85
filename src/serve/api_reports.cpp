// Reports that are sent to be read: one file, which may hold many, as `hearsay read` takes it.
// SPDX-License-Identifier: Apache-2.0
#include <stdlib.h>

#include <filesystem>
#include <fstream>

#include "base/ascii.h"
#include "browse/dates.h"
#include "serve/api.h"

namespace hearsay::serve {
namespace {

namespace fs = std::filesystem;
using browse::Message;
using browse::Trouble;

constexpr size_t kMostListed = 500;      // reports of one file that are named in the answer
constexpr size_t kMostName = 120;

// The folder in which a sent file lies while it is read.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path(failed_) / "hearsay-sent-XXXXXX").string();
    if (mkdtemp(name.data())) path_ = name;
  }
  Folder(const Folder&) = delete;
  ~Folder() {
    if (!path_.empty()) fs::remove_all(path_, failed_);
  }
  const fs::path& path() const { return path_; }

 private:
  std::error_code failed_;
  fs::path path_;
};

// The last part of a name, as a file may be called; endings say what a file is.
std::string file_name(std::string_view given) {
  std::string name(given.substr(given.find_last_of("/\\") + 1));
  for (char& c : name)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '_';
  if (name.size() > kMostName) name.erase(0, name.size() - kMostName);
  return name.find_first_not_of('.') == std::string::npos ? "report" : name;
}

struct Kept {
  std::string document, path;
  Store::Saved saved = Store::Saved::kUnchanged;
};

struct Outcome {
  std::vector<Kept> kept;
  std::vector<std::pair<std::string, std::string>> faults;     // paths, and what is wrong
};

class Reading {
 public:
  Reading(const Engine& engine, Store& store, std::string folder, Outcome& outcome) : engine_(engine), store_(store), folder_(std::move(folder)), outcome_(outcome) {}

  Status read(Metadata about) {
    auto intake = Intake::open({std::move(about)});
    if (!intake) return intake.error();
    while (auto report = intake->next()) {
      report->about.path = shown(report->about.path);
      if (!report->fault.empty()) {
        outcome_.faults.emplace_back(report->about.path, shown(report->fault));
        continue;
      }
      if (const auto done = keep(*report); !done) return done.error();
    }
    return Nothing{};
  }

 private:
  // Without the folder, which is nobody's business and gone.
  std::string shown(std::string text) const {
    for (size_t at; (at = text.find(folder_)) != std::string::npos;) text.erase(at, folder_.size());
    return text;
  }

  Status keep(IncomingReport& report) {
    const Provenance provenance = engine_.provenance(report.bytes, report.about);
    auto analysis = engine_.analyse(std::move(report.bytes), report.about);
    if (!analysis) return outcome_.faults.emplace_back(report.about.path, shown(analysis.error().message)), Nothing{};
    const auto saved = store_.save(*analysis, provenance);
    if (!saved) return saved.error();
    outcome_.kept.push_back({analysis->document.id, analysis->document.path, *saved});
    return Nothing{};
  }

  const Engine& engine_;
  Store& store_;
  const std::string folder_;
  Outcome& outcome_;
};

std::string_view to_text(Store::Saved saved) { return saved == Store::Saved::kNew ? "new" : saved == Store::Saved::kReplaced ? "replaced" : "unchanged"; }

std::string answer_of(const Outcome& outcome, int64_t generation) {
  int64_t counts[3] = {};
  for (const Kept& one : outcome.kept) ++counts[static_cast<size_t>(one.saved)];
  Json json;
  json.number("new", counts[static_cast<size_t>(Store::Saved::kNew)]).number("unchanged", counts[static_cast<size_t>(Store::Saved::kUnchanged)]);
  json.number("replaced", counts[static_cast<size_t>(Store::Saved::kReplaced)]).number("generation", generation).list("reports");
  for (size_t i = 0; i < std::min(outcome.kept.size(), kMostListed); ++i) {
    const Kept& one = outcome.kept[i];
    json.open().text("document", one.document).text("path", one.path).text("saved", to_text(one.saved)).close();
  }
  json.end_list().list("faults");
  for (const auto& [path, why] : outcome.faults) json.open().text("path", path).text("why", why).close();
  return json.end_list().object();
}

std::optional<Reply> read_sent(Call& call) {
  const Given& given = call.given;
  if (const auto published = given.text("published"); published && !browse::is_date_or_date_time(*published)) return fail(call, Trouble::kUsage, call.session.words(Message::kNoIsoDate, *published));
  if (call.body.empty()) return fail(call, Trouble::kUsage, "nothing was sent");
  const Folder folder;
  const std::string name = file_name(given.text("name").value_or(""));
  std::ofstream file(folder.path() / name, std::ios::binary);
  file << call.body;
  if (folder.path().empty() || !file.flush().good()) return fail(call, Trouble::kStore, "the file cannot be laid aside to be read");
  Metadata about;
  about.path = (folder.path() / name).string();
  about.outlet = given.text("outlet"), about.published = given.text("published"), about.lang = given.text("lang");
  Outcome outcome;
  const auto done = call.workbench.change([&](Store& store, const Engine& engine) -> Result<std::string> {
    const auto read = Reading(engine, store, folder.path().string() + "/", outcome).read(about);
    if (!read) return read.error();
    return std::string();
  });
  if (!done) return fail(call, done.error().kind == Error::Kind::kUsage ? Trouble::kUsage : Trouble::kStore, done.error().message);
  return Reply{kOk, "application/json", answer_of(outcome, call.workbench.view()->generation)};
}

}  // namespace

std::vector<Route> report_routes() {
  Route route{"/reports",
              "Read a file",
              "A report in any form that `hearsay read` takes, or many in one: archives, tables, mails, feeds. The body is the file. What is read is in the store, and the chronicle up to date, when the answer comes.",
              {{.name = "name", .about = "The file's name: its ending says what it is.", .required = true},
               text("outlet", "Whose report it is, where it does not say."),
               text("published", "When it was published, where it does not say: YYYY-MM-DD, with a time if it is known."),
               text("lang", "Its language: vi, en.")},
              "Read",
              read_sent,
              "POST"};
  route.takes_file = true;
  return {route};
}

}  // namespace hearsay::serve
