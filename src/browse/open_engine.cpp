// SPDX-License-Identifier: Apache-2.0
#include "browse/open_engine.h"

#include <filesystem>

namespace hearsay::browse {

namespace fs = std::filesystem;

bool whole_set(const std::string& folder) {
  std::error_code failed;
  if (!fs::exists(fs::path(folder) / "world" / "events" / "kinds.tsv", failed)) return false;
  for (const auto& entry : fs::directory_iterator(folder, failed))
    if (fs::exists(entry.path() / "pack.toml", failed)) return true;
  return false;
}

std::optional<Engine> open_engine(const Session& session, const PackOptions& options) {
  EngineOptions engine_options{options.packs, options.base};
  for (const std::string& folder : options.packs) {
    std::error_code failed;
    if (!fs::is_directory(folder, failed)) return session.complain(session.words(Message::kNoPackFolder, folder)), std::nullopt;
  }
  if (options.base.empty() && !options.packs.empty() && whole_set(options.packs.front())) {
    engine_options.base_packs = options.packs.front();
    engine_options.packs.erase(engine_options.packs.begin());
  }
  Result<Engine> engine = Engine::open(engine_options);
  if (engine) return std::move(*engine);
  session.complain(engine.error());
  return std::nullopt;
}

}  // namespace hearsay::browse
