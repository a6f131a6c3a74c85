// SPDX-License-Identifier: Apache-2.0
#include "cli/verifying.h"

#include <filesystem>

#include "browse/holdings.h"
#include "cli/progress.h"

namespace hearsay::cli {
namespace {

// A bar for each stage.
class StageBar {
 public:
  explicit StageBar(const Session& session) : session_(session) {}

  void show(const VerifyProgress& at) {
    if (!bar_ || at.stage != stage_ || at.total != total_) {
      bar_.reset();
      bar_.emplace(session_, Done{static_cast<size_t>(at.total)});
      bar_->say(session_.words(Words::after(Message::kStageFile, static_cast<int>(at.stage))));
      stage_ = at.stage, total_ = at.total;
    }
    bar_->show({static_cast<size_t>(at.done)});
  }
  void clear() {
    if (bar_) bar_->clear();
  }

 private:
  const Session& session_;
  std::optional<Progress> bar_;
  VerifyStage stage_ = VerifyStage::kFile;
  int64_t total_ = 0;
};

}  // namespace

std::optional<Verified> verified(const Session& session, const std::string& db, const Engine& engine, bool quick, const Interrupt& interrupt, const std::function<void(const Fault&)>& found, int& code) {
  code = kStoreError;
  std::error_code failed;
  if (!std::filesystem::exists(db, failed)) return session.complain(session.words(Message::kNoStore, db)), std::nullopt;
  StageBar bar(session);
  const auto hear = [&](const Fault& fault) { bar.clear(), found(fault); };
  const auto go_on = [&](const VerifyProgress& at) { return bar.show(at), !interrupt.came(); };
  const Result<Verified> result = verify_file(db, engine, quick, hear, go_on);
  bar.clear();
  if (!result) return session.complain(result.error()), std::nullopt;
  code = interrupt.came() ? interrupt.exit_code() : result->sound() ? kOk : kFaulty;
  if (interrupt.came()) session.complain(session.words(Message::kInterrupted) + " " + db);
  return *result;
}

}  // namespace hearsay::cli
