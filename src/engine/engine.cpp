// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"

#include <algorithm>
#include <fstream>
#include <set>

#include "base/revision.h"
#include "chronicle/chronicle.h"
#include "story/copies.h"
#include "story/order.h"
#include "story/stories.h"
#include "document/document.h"
#include "text/utf8.h"
#include "upkeep/correct.h"
#include "upkeep/upkeep.h"

extern "C" {
extern const char hearsay_pack_start[];
extern const char hearsay_pack_end[];
}

namespace hearsay {

namespace {

Result<std::string> compile_files(const std::vector<SourceFile>& files) {
  Diagnostics diagnostics;
  std::string image = compile_image(files, diagnostics);
  if (!image.empty()) return image;
  std::string message;
  for (const Diagnostic& diagnostic : diagnostics.all())
    if (!diagnostic.warning) message += (message.empty() ? "" : "\n") + to_string(diagnostic);
  return Error{Error::Kind::kPack, message};
}

std::string_view embedded_image() { return {hearsay_pack_start, static_cast<size_t>(hearsay_pack_end - hearsay_pack_start)}; }

}  // namespace

std::string packs_id_of(std::string_view image) { return sha256_hex(written_sources(image)).substr(0, 16); }

std::vector<SourceFile> embedded_sources() { return sources_of(embedded_image()); }

Engine::Engine(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::open(const EngineOptions& options) {
  auto impl = std::make_unique<Impl>();
  std::string_view image = embedded_image();
  if (!options.base_packs.empty() || !options.packs.empty()) {
    std::vector<std::string> folders = options.packs;
    if (!options.base_packs.empty()) folders.insert(folders.begin(), options.base_packs);
    Result<std::vector<SourceFile>> own = read_sources(folders);
    if (!own) return own.error();
    std::vector<SourceFile> files = options.base_packs.empty() ? embedded_sources() : std::vector<SourceFile>{};
    files.insert(files.end(), own->begin(), own->end());
    Result<std::string> compiled = compile_files(files);
    if (!compiled) return compiled.error();
    impl->image = std::move(*compiled);
    image = impl->image;
  }
  Result<Pack> pack = Pack::load(image);
  if (!pack) return pack.error();
  impl->pack = std::move(*pack);
  impl->bytes = image;
  return Engine(std::move(impl));
}

Result<Analysis> Engine::analyse(std::string bytes, const Metadata& metadata) const {
  auto reading = read_report(impl_->pack, std::move(bytes), metadata);
  if (!reading) return reading.error();
  return std::move((*reading)->analysis);
}

Result<std::pair<Analysis, std::vector<Derivation>>> Engine::explain(std::string bytes, const Metadata& metadata) const {
  auto reading = read_report(impl_->pack, std::move(bytes), metadata);
  if (!reading) return reading.error();
  std::vector<Derivation> derivations = derive(**reading, impl_->pack);
  return std::pair{std::move((*reading)->analysis), std::move(derivations)};
}

std::vector<Happening> Engine::chronicle(const std::vector<Analysis>& analyses, std::optional<Day> as_of) const {
  return build_chronicle(analyses, impl_->pack.world(), as_of);
}

std::string Engine::why_apart(const std::vector<Analysis>& analyses, const Happening& a, const Happening& b) const { return hearsay::why_apart(analyses, impl_->pack.world(), a, b); }

std::vector<Story> Engine::stories(const std::vector<Analysis>& analyses, const std::vector<Happening>& happenings) const {
  return find_stories(canonical_order(analyses), impl_->pack, happenings);
}

Status Engine::update(Store& store, const std::function<bool(int64_t)>& go_on) const { return update_chronicle(store, impl_->pack, packs_id(), go_on); }

Result<std::vector<Happening>> Engine::chronicle_as_of(const Store& store, std::optional<Day> as_of, const DocumentQuery& told_by) const { return chronicle_of_day(store, impl_->pack, as_of, told_by); }

Result<std::string> Engine::correct(Store& store, Correction correction) const { return correct_store(store, impl_->pack, std::move(correction)); }

Result<Engine::Neighbours> Engine::neighbours(const Store& store, const std::string& document_id) const { return neighbours_of(store, impl_->pack, document_id); }

Copying Engine::copying(const std::vector<Analysis>& analyses) const { return copying_of(analyses); }

const std::string& Engine::packs_id() const {
  std::call_once(impl_->identified, [this] { impl_->packs_id = packs_id_of(impl_->bytes); });
  return impl_->packs_id;
}

Provenance Engine::provenance(std::string_view bytes, const Metadata& metadata) const {
  std::string all;
  // Each with its length, so that no two sets of fields look alike.
  const auto add = [&](const std::optional<std::string>& field) { all += field ? std::to_string(field->size()) + ":" + *field : "-"; };
  add(sha256_hex(bytes));
  add(metadata.path);
  for (const auto* field : {&metadata.url, &metadata.outlet, &metadata.published, &metadata.lang, &metadata.title}) add(*field);
  add(std::string(to_string(metadata.published_from)));
  add(metadata.charset);
  const Metadata::Feed& feed = metadata.feed;
  for (const std::string* field : {&feed.address, &feed.title, &feed.outlet, &feed.published, &feed.lang, &feed.author}) add(*field);
  for (const Zone& zone : metadata.marked) add(std::to_string(static_cast<int>(zone.kind)) + ":" + std::to_string(zone.span.start) + '-' + std::to_string(zone.span.end));
  add(packs_id());
  add(kProgramRevision);
  return {packs_id(), sha256_hex(all)};
}

std::vector<std::string> Engine::languages() const {
  std::vector<std::string> out;
  for (const LanguagePack& language : impl_->pack.languages()) out.push_back(language.id);
  return out;
}

std::string Engine::kind_label(std::string_view kind, std::string_view ui) const {
  const std::string_view label = impl_->pack.world().kind_label(kind, ui);
  return std::string(label.empty() ? kind : label);
}

std::string Engine::actor_name(std::string_view id, std::string_view ui) const {
  const World& world = impl_->pack.world();
  const int actor = world.find(id);
  if (actor < 0) return {};
  const std::string_view label = world.actor_label(static_cast<uint32_t>(actor), ui);
  return std::string(label.empty() ? impl_->pack.strings()[world.actor(static_cast<uint32_t>(actor)).name] : label);
}

std::optional<Coordinates> Engine::coordinates(std::string_view id) const {
  const World& world = impl_->pack.world();
  const int actor = world.find(id);
  return actor < 0 ? std::nullopt : world.coordinates(static_cast<uint32_t>(actor));
}

std::vector<std::string> Engine::find_actors(std::string_view name) const {
  const World& world = impl_->pack.world();
  const Strings& strings = impl_->pack.strings();
  if (world.find(name) >= 0) return {std::string(name)};
  const std::string wanted = fold_plain(name);
  std::set<std::string> found;
  for (const LanguagePack& language : impl_->pack.languages())
    for (const Entry& entry : language.language.entries)
      if (entry.actor >= 0 && fold_plain(strings[entry.text]) == wanted)
        found.insert(std::string(strings[world.actor(static_cast<uint32_t>(entry.actor)).id]));
  return {found.begin(), found.end()};
}

Status compile_packs(const std::string& folder, const std::string& image_file) {
  Result<std::vector<SourceFile>> files = read_sources({folder});
  if (!files) return files.error();
  Result<std::string> image = compile_files(*files);
  if (!image) return image.error();
  std::ofstream out(image_file, std::ios::binary | std::ios::trunc);
  out.write(image->data(), static_cast<std::streamsize>(image->size()));
  out.close();
  if (!out) return Error{Error::Kind::kPack, image_file + ": cannot be written"};
  return Nothing{};
}

}  // namespace hearsay
