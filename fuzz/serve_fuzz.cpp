// Fuzzes the HTTP side: any request to a server on a small store is answered by JSON, a file or a page, with a status of the table and headers that keep to their lines.
// An input is a request as it stands on a connection: "METHOD /path?query", headers a line each, an empty line, a body; percent signs count as resolved. A word behind the address asks the server that wants a token.
// SPDX-License-Identifier: Apache-2.0
#include <rapidjson/document.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "../tests/record/sample.h"
#include "base/ascii.h"
#include "serve/api.h"
#include "serve/server.h"
#include "serve/tar.h"

// The program's page is not built for this.
extern "C" {
__asm__(".section .rodata\n.global hearsay_pages\n.global hearsay_pages_end\nhearsay_pages:\nhearsay_pages_end:\n.byte 0\n.text\n");
}

namespace {

namespace fs = std::filesystem;
namespace serve = hearsay::serve;

template <class Value>
Value sure(hearsay::Result<Value> result) {
  if (!result) std::abort();
  return std::move(*result);
}

// As much of packs as an engine needs to name things, and a store of two reports that tell one happening.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("hearsay-fuzz-" + std::to_string(getpid()))) {
    write("packs/world/events/cameo.tsv", "cameo\tname\tgoldstein\tplover\n120\tReject\t-4\tREJECT\n");
    write("packs/world/events/kinds.tsv", "kind\tcameo\nletter-refused\t120\n");
    write("packs/world/actors/states.tsv", "id\tname\nprk\tNorth Korea\n");
    write("packs/vi/pack.toml", "name = \"Vietnamese\"\n");
    const hearsay::Engine reader = engine();
    hearsay::Store store = sure(hearsay::Store::open(file()));
    hearsay::Analysis other = hearsay::sample::analysis();
    other.document.id = "doc-2", other.document.path = "b.txt", other.document.outlet_name = "The Post", other.document.published_day = {};
    static_cast<void>(sure(store.save(hearsay::sample::analysis())));
    static_cast<void>(sure(store.save(other)));
    if (!reader.update(store)) std::abort();
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  std::string file() const { return (path_ / "a.db").string(); }
  hearsay::Engine engine() const {
    hearsay::EngineOptions options;
    options.base_packs = (path_ / "packs").string();
    return sure(hearsay::Engine::open(options));
  }

 private:
  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  fs::path path_;
};

// Answers, though it never listens to its connections.
class Desk {
 public:
  serve::Reply answer(serve::Request request, bool token) {
    serve::Server& server = token ? guarded_ : open_;
    request.headers.emplace("host", "127.0.0.1:" + std::to_string(server.port()));
    return server.answer(request);
  }

 private:
  serve::Server server_with(const std::string& token) {
    return sure(serve::Server::listen({"127.0.0.1", 0, token, token.empty()}, serve::Routes(serve::all_routes(), "0"), serve::Pages(page_), *bench_));
  }
  Folder folder_;
  const std::string page_ = serve::tar_member("index.html", "<!doctype html>") + serve::tar_end();
  std::unique_ptr<serve::Workbench> bench_ = sure(serve::Workbench::open({sure(hearsay::Store::open(folder_.file(), true)), folder_.engine()}, folder_.file(), "0"));
  serve::Server open_ = server_with(""), guarded_ = server_with("t");
};

std::string_view cut(std::string_view& left, std::string_view end) {
  const std::string_view part = left.substr(0, left.find(end));
  left.remove_prefix(std::min(left.size(), part.size() + end.size()));
  return part;
}

serve::Request request_in(std::string_view input, bool& token) {
  serve::Request request;
  std::string_view line = cut(input, "\n");
  request.method = cut(line, " ");
  std::string_view target = cut(line, " ");
  token = !line.empty();
  request.path = cut(target, "?");
  while (!target.empty()) {
    std::string_view pair = cut(target, "&");
    const std::string_view name = cut(pair, "=");
    request.query.emplace(name, pair);
  }
  while (!input.empty()) {
    std::string_view header = cut(input, "\n");
    if (header.empty()) break;
    const std::string_view name = cut(header, ": ");
    request.headers[hearsay::lower(std::string(name))] = header;
  }
  request.body = input;
  return request;
}

bool is_object(const std::string& body) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(body.data(), body.size());
  return !json.HasParseError() && json.IsObject();
}

void check(const serve::Reply& reply) {
  static const std::set<int> kStatuses = {200, 302, 304, 400, 401, 403, 404, 405, 413, 415, 421, 500, 503};
  if (!kStatuses.contains(reply.status) || reply.type.empty()) std::abort();
  for (const auto& [name, value] : reply.headers)
    if (name.empty() || value.find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos) std::abort();
  if (reply.stream) {
    size_t taken = 0;
    static_cast<void>(reply.stream([&](std::string_view part) { return (taken += part.size()) < 100'000 && reply.type != "text/event-stream"; }));
  } else if (reply.type == "application/json" && reply.status != serve::kNotModified && !is_object(reply.body)) {
    std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static Desk desk;
  bool token = false;
  const serve::Request request = request_in({reinterpret_cast<const char*>(data), size}, token);
  check(desk.answer(request, token));
  return 0;
}
