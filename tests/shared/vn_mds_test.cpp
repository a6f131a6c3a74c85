// Vietnamese news that the project did not write, where the folder beside this one holds it: every report is read, and its record holds.
// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "engine/letters.h"
#include "paths.h"

namespace hearsay::testing {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(source_folder()) / ".." / "shared" / "corpora" / "vn-mds";

#define SKIP_WITHOUT_CORPUS() \
  if (!fs::exists(kFolder / "manifest.tsv")) GTEST_SKIP() << kFolder << " is not there; it holds reports that are not ours to pass on"

std::vector<Metadata> reports() {
  return list_reports({kFolder.string()}, (kFolder / "manifest.tsv").string()).reports;
}

bool on_border(const std::string& text, uint32_t byte) { return byte == text.size() || (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0) != 0x80); }

// Within the text, on borders of code points, not turned round.
std::string fault(const std::string& text, Span span, const std::string& what) {
  const bool good = span.start <= span.end && on_border(text, span.start) && on_border(text, span.end);
  return good ? "" : what + " " + std::to_string(span.start) + "-" + std::to_string(span.end) + "; ";
}

std::string faults(const Analysis& analysis) {
  const std::string& text = analysis.document.text;
  std::string out;
  for (Span span : analysis.sentences) out += fault(text, span, "sentence");
  for (const Zone& zone : analysis.document.zones) out += fault(text, zone.span, "zone");
  for (const TimeExpression& time : analysis.times) out += fault(text, time.span, "time");
  for (const Actor& actor : analysis.actors)
    for (const Mention& mention : actor.mentions) out += fault(text, mention.span, "mention");
  for (const Statement& statement : analysis.statements) {
    out += fault(text, statement.span, "statement") + fault(text, statement.speaker.span, "speaker");
    if (statement.cue) out += fault(text, *statement.cue, "cue");
    if (statement.content) out += fault(text, *statement.content, "content");
    for (const Voice& voice : statement.via) out += fault(text, voice.span, "via");
  }
  for (const Event& event : analysis.events)
    out += fault(text, event.span, "event") + fault(text, event.source.span, "source") + fault(text, event.target.span, "target");
  return out;
}

TEST(SharedVnMds, EveryReportIsReadAndItsRecordHolds) {
  SKIP_WITHOUT_CORPUS();
  const auto all = reports();
  ASSERT_FALSE(all.empty());
  size_t read = 0;
  for (Metadata metadata : all) {
    if (!metadata.lang) metadata.lang = "vi";
    const auto bytes = read_file(metadata.path, kMaxReportBytes);
    ASSERT_TRUE(bytes) << bytes.error().message;
    const Result<Analysis> analysis = shared_engine().analyse(*bytes, metadata);
    if (!analysis) {
      ADD_FAILURE() << analysis.error().message;
      continue;
    }
    ++read;
    EXPECT_EQ(faults(*analysis), "") << metadata.path;
    const std::string record = analysis_record(*analysis);
    const Result<Analysis> back = read_analysis_record(record);
    ASSERT_TRUE(back) << metadata.path << ": " << back.error().message;
    EXPECT_EQ(analysis_record(*back), record) << metadata.path;
  }
  std::printf("%zu of %zu reports read\n", read, all.size());
}

TEST(SharedVnMds, TheirLanguageIsRecognised) {
  SKIP_WITHOUT_CORPUS();
  size_t wrong = 0, seen = 0;
  for (const Metadata& metadata : reports()) {
    if (++seen > 60) break;
    const auto bytes = read_file(metadata.path, kMaxReportBytes);
    ASSERT_TRUE(bytes);
    const Result<Analysis> analysis = shared_engine().analyse(*bytes, {metadata.path, {}, {}, {}, {}, {}});
    ASSERT_TRUE(analysis);
    wrong += analysis->document.lang != "vi";
  }
  EXPECT_EQ(wrong, 0u);
}

}  // namespace
}  // namespace hearsay::testing
