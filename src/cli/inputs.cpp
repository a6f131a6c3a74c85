// SPDX-License-Identifier: Apache-2.0
#include "cli/inputs.h"

#include <filesystem>
#include <thread>

namespace hearsay::cli {
namespace {

namespace fs = std::filesystem;

// "path: why" without the path.
std::string reason_of(const std::string& path, const std::string& message) {
  return message.starts_with(path + ": ") ? message.substr(path.size() + 2) : message;
}

// 0 if one of them has no size that is known before it is read.
uint64_t bytes_of(const std::vector<Metadata>& inputs) {
  uint64_t all = 0;
  for (const Metadata& input : inputs) {
    std::error_code failed;
    const uint64_t size = fs::file_size(input.path, failed);
    if (failed) return 0;
    all += size;
  }
  return all;
}

}  // namespace

void date_by_option(Metadata& report, const Text& published) {
  if (report.published || !published) return;
  report.published = published;
  report.published_from = DateOrigin::kOption;
}

Inputs::Inputs(const Session& session, const InputOptions& options)
    : session_(session), threads_(options.threads > 0 ? options.threads : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()))), keep_each_(options.report.has_value()) {
  InputList list = list_reports(options.paths, options.manifest);
  total_ = {list.reports.size(), bytes_of(list.reports)};
  for (Metadata& report : list.reports) {
    date_by_option(report, options.published);
    if (!report.lang) report.lang = options.lang;
  }
  for (const InputError& error : list.errors) {
    if (error.warning) session.warn(error.path + ": " + error.message);
    else fail(error.path, error.message);
  }
  if (total_.count == 0) return;
  Result<Intake> intake = Intake::open(std::move(list.reports), options.intake);
  if (intake) intake_.emplace(std::move(*intake));
  else session_.complain(intake.error());
}

Done Inputs::done() const {
  if (!intake_) return {};
  const Intake::Progress progress = intake_->progress();
  return {progress.inputs, progress.bytes};
}

std::map<std::string, uint64_t> Inputs::passed_over() const { return intake_ ? intake_->passed_over() : std::map<std::string, uint64_t>(); }

int Inputs::exit_code(size_t read) const {
  if (failures_.count == 0 && total_.count > 0) return kOk;
  return read == 0 ? kNothingRead : kSomeFailed;
}

void Inputs::fail(const std::string& path, const std::string& why) {
  const std::string reason = in_words(session_.words, reason_of(path, why));
  session_.complain(path + ": " + reason);
  ++failures_.count;
  ++failures_.reasons[reason];
  if (keep_each_) failures_.each.emplace_back(path, reason_of(path, why));
}

}  // namespace hearsay::cli
