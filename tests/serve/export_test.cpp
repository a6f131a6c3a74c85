// Exports over HTTP are the files that the command writes, byte by byte.
// SPDX-License-Identifier: Apache-2.0
#include "browse/write_export.h"
#include "cli/shell.h"
#include "export/formats.h"
#include "serve/letters_bench.h"
#include "serve/pages.h"
#include "serve/tar.h"

namespace hearsay::testing {
namespace {

class ServeExport : public cli_test::Shell {
 protected:
  // The whole of it, piece by piece if it comes so.
  std::string file(const Query& query) {
    const Reply reply = api.ask("/export", query);
    EXPECT_EQ(reply.status, serve::kOk) << reply.body;
    std::string all = reply.body;
    EXPECT_TRUE(!reply.stream || reply.stream([&](std::string_view part) { return all += part, true; }));
    type = reply.type;
    name = reply.headers.empty() ? "" : reply.headers[0].second;
    return all;
  }
  std::string written(const std::string& options) {
    const cli_test::Answer answer = hearsay("export --db " + kept_letters().path() + " --ui en " + options);
    EXPECT_EQ(answer.exit_code, 0) << answer.err;
    return answer.out;
  }

  LettersBench api;
  std::string type, name;
};

TEST_F(ServeExport, IsWhatTheCommandWrites) {
  const std::vector<std::pair<Query, std::string>> filters = {{{}, ""},
                                                               {{{"kind", "letter-*"}, {"actor", "Trump"}}, "--kind 'letter-*' --actor Trump"},
                                                               {{{"between", "usa"}, {"between", "prk"}, {"from", "2019"}, {"to", "2020"}}, "--between usa prk --from 2019 --to 2020"},
                                                               {{{"as_of", "2020-04-19"}, {"standing", "one-party,both-parties"}}, "--as-of 2020-04-19 --standing one-party,both-parties"},
                                                               {{{"from", "1999"}, {"to", "1999"}}, "--from 1999 --to 1999"}};
  for (const std::string& format : browse::export_formats()) {
    if (document_format(format)) continue;
    for (const auto& [query, options] : filters) {
      Query asked = query;
      asked.emplace("format", format);
      EXPECT_EQ(file(asked), written("--format " + format + " " + options)) << format << " " << options;
      EXPECT_TRUE(name.starts_with("attachment; filename=\"hearsay.")) << name;
      EXPECT_NE(type, "application/json");
    }
  }
}

TEST_F(ServeExport, OfOneStoryIsWhatTheCommandWrites) {
  const std::vector<Story> stories = *sure(api.store().load_stories());
  for (const Story& story : stories)
    for (const std::string& format : {std::string("csv"), std::string("html")}) EXPECT_EQ(file({{"format", format}, {"story", story.id}}), written("--format " + format + " --story " + story.id));
}

TEST_F(ServeExport, OfDocumentsIsATarOfTheFilesThatTheCommandWrites) {
  for (const std::string& format : browse::export_formats()) {
    if (!document_format(format)) continue;
    for (const auto& [query, options] : {std::pair<Query, std::string>{{}, ""}, {{{"kind", "letter-*"}}, "--kind 'letter-*'"}, {{{"from", "1999"}, {"to", "1999"}}, "--from 1999 --to 1999"}}) {
      Query asked = query;
      asked.emplace("format", format);
      const std::string tar = file(asked);
      EXPECT_EQ(type, "application/x-tar");
      const std::string folder = format + std::to_string(options.size());
      written("--format " + format + " --out " + folder + " " + options);
      size_t files = 0, bytes = 1024;
      for (const auto& entry : cli_test::fs::directory_iterator(folder_ / folder)) {
        const std::string leaf = entry.path().filename().string(), content = read(folder + "/" + leaf);
        EXPECT_NE(tar.find(serve::tar_member(leaf, content)), std::string::npos) << leaf;
        bytes += serve::tar_member(leaf, content).size();
        ++files;
      }
      EXPECT_EQ(tar.size(), bytes) << files;
      EXPECT_EQ(files == 0, query.contains("from"));
    }
  }
}

TEST_F(ServeExport, OfOneDocumentIsItsFile) {
  const std::string id = sure(api.store().load_all()).front().document.id;
  for (const std::string& format : {std::string("timeml"), std::string("webannotation")}) {
    EXPECT_EQ(file({{"format", format}, {"document", id}}), written("--format " + format + " --document " + id));
    EXPECT_NE(name.find(id), std::string::npos);
  }
  EXPECT_GT(file({{"format", "brat"}, {"document", id}}).size(), 2048u);
  EXPECT_EQ(type, "application/x-tar");
}

TEST_F(ServeExport, FollowsTheFiltersThatTheCommandDoesNotHave) {
  const auto list = api.get("/happenings", {{"outlet", "thoi dam"}, {"lang", "vi"}, {"limit", "500"}});
  const std::string lines = file({{"format", "jsonl"}, {"outlet", "thoi dam"}, {"lang", "vi"}});
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), list["total"].GetInt64());
  for (const auto& head : list["items"].GetArray()) EXPECT_NE(lines.find(head["id"].GetString()), std::string::npos);
  EXPECT_NE(file({{"format", "html"}, {"outlet", "thoi dam"}}).find("thoi dam"), std::string::npos);
}

TEST_F(ServeExport, SaysWhatItCannotDo) {
  EXPECT_NE(api.refused(serve::kBadRequest, "/export").find("format"), std::string::npos);
  EXPECT_NE(api.refused(serve::kBadRequest, "/export", {{"format", "doc"}}).find("format"), std::string::npos);
  EXPECT_NE(api.refused(serve::kBadRequest, "/export", {{"format", "csv"}, {"document", "x"}}).find("document"), std::string::npos);
  EXPECT_NE(api.refused(serve::kBadRequest, "/export", {{"format", "csv"}, {"as_of", "2020"}, {"outlet", "x"}}).find("as_of"), std::string::npos);
  EXPECT_NE(api.refused(serve::kBadRequest, "/export", {{"format", "csv"}, {"as_of", "x"}}).find("x"), std::string::npos);
  api.refused(serve::kNotFound, "/export", {{"format", "timeml"}, {"document", "none"}});
  api.refused(serve::kNotFound, "/export", {{"format", "csv"}, {"story", "none"}});
  api.refused(serve::kNotFound, "/export", {{"format", "csv"}, {"actor", "nobody of this name"}});
  api.refused(serve::kNotFound, "/export", {{"format", "brat"}, {"actor", "nobody of this name"}});
}

TEST_F(ServeExport, EndsWhenNobodyTakesIt) {
  for (const char* format : {"jsonl", "html", "brat", "prov"}) {
    const Reply reply = api.ask("/export", {{"format", format}});
    int pieces = 0;
    EXPECT_FALSE(reply.stream([&](std::string_view) { return ++pieces < 2 && std::string_view(format) != "html"; })) << format;
    EXPECT_LE(pieces, 2);
  }
}

TEST(ServeTar, IsReadByTheReaderOfPages) {
  const std::string tar = serve::tar_member("index.html", "<p>") + serve::tar_member("a.js", std::string(512, 'x')) + serve::tar_member("b.js", "") + serve::tar_end();
  const serve::Pages pages(tar);
  EXPECT_EQ(pages.answer("/a.js")->body, std::string(512, 'x'));
  EXPECT_EQ(pages.answer("/b.js")->body, "");
}

}  // namespace
}  // namespace hearsay::testing
