// JSON Feed 1.0 and 1.1 (jsonfeed.org), read member by member, so that a file that breaks off gives what came before.
// SPDX-License-Identifier: Apache-2.0
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <array>

#include "feed/builder.h"
#include "feed/markup.h"
#include "feed/readers.h"

namespace hearsay {
namespace {

constexpr size_t kMaxJsonDepth = 200;    // a feed has five; extensions are free, but not endless

struct Member {
  std::string_view path;                 // members from the top, a list's items as "[]"
  FeedField field;
  int rank = 0;
  bool plain = false;                    // text that becomes HTML
};
constexpr std::array kMembers = std::to_array<Member>({
  {"title", FeedField::kFeedTitle}, {"home_page_url", FeedField::kFeedUrl}, {"language", FeedField::kFeedLang},
  {"items[]id", FeedField::kId}, {"items[]url", FeedField::kUrl}, {"items[]external_url", FeedField::kUrl, 1}, {"items[]title", FeedField::kTitle}, {"items[]language", FeedField::kLang},
  {"items[]content_html", FeedField::kContent}, {"items[]content_text", FeedField::kContent, 1, true}, {"items[]summary", FeedField::kSummary, 0, true},
  {"items[]date_published", FeedField::kPublished}, {"items[]date_modified", FeedField::kUpdated}, {"items[]tags[]", FeedField::kCategory},
  {"items[]authors[]name", FeedField::kAuthor}, {"items[]author.name", FeedField::kAuthor, 1}});

class JsonFeed : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, JsonFeed> {
 public:
  explicit JsonFeed(std::string_view address) : builder_(FeedKind::kJsonFeed, address) {}
  Feed finish(const char* wrong, size_t at) {
    if (depth_exceeded_) builder_.note("it is nested more than " + std::to_string(kMaxJsonDepth) + " deep, and was read up to there");
    else if (wrong && !builder_.full()) builder_.note("no sound JSON at byte " + std::to_string(at) + " (" + wrong + "), and was read up to there");
    return builder_.finish();
  }

  bool String(const char* text, rapidjson::SizeType length, bool) { return value({text, length}); }
  bool RawNumber(const char* text, rapidjson::SizeType length, bool) { return value({text, length}); }
  bool Default() { return true; }        // null, true and false say nothing here
  bool StartObject() { return open(false); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool StartArray() { return open(true); }
  bool EndArray(rapidjson::SizeType) { return close(); }
  bool Key(const char* text, rapidjson::SizeType length, bool) {
    path_.resize(levels_.back().prefix);
    constexpr size_t kMaxKey = 64;       // longer than any that is read
    path_.append(text, std::min<size_t>(length, kMaxKey));
    return true;
  }

 private:
  struct Level {
    size_t before;                       // length of path_ outside
    size_t prefix;                       // and within, before a member's name
    bool list;
  };

  bool in_list() const { return !levels_.empty() && levels_.back().list; }

  // An object's members follow a "." or the "[]" of the list that it stands in; a list's items add "[]" when they come.
  bool open(bool list) {
    if (levels_.size() >= kMaxJsonDepth) return depth_exceeded_ = true, false;
    const size_t before = path_.size();
    if (in_list()) path_ += "[]";
    else if (!list && before > 0) path_ += ".";
    levels_.push_back({before, path_.size(), list});
    if (!list && path_ == "items[]") builder_.begin_entry();
    return true;
  }

  bool close() {
    const Level closed = levels_.back();
    if (!closed.list && std::string_view(path_).substr(0, closed.prefix) == "items[]") builder_.end_entry();
    path_.resize(closed.before);
    levels_.pop_back();
    return !builder_.full();
  }

  bool value(std::string_view text) {
    const std::string path = in_list() ? path_ + "[]" : path_;
    const auto member = std::find_if(kMembers.begin(), kMembers.end(), [&](const Member& m) { return m.path == path; });
    if (member != kMembers.end()) builder_.set(member->field, member->plain ? html_of_text(text) : text, member->rank);
    return true;
  }

  FeedBuilder builder_;
  std::string path_;
  std::vector<Level> levels_;
  bool depth_exceeded_ = false;
};

}  // namespace

Feed read_json_feed(std::string_view utf8, std::string_view address) {
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag;
  JsonFeed handler(address);
  rapidjson::MemoryStream bytes(utf8.data(), utf8.size());
  rapidjson::Reader reader;
  const rapidjson::ParseResult parsed = reader.Parse<kFlags>(bytes, handler);
  return handler.finish(parsed.IsError() ? rapidjson::GetParseError_En(parsed.Code()) : nullptr, parsed.Offset());
}

}  // namespace hearsay
