// JSON-LD (W3C, JSON-LD 1.1) as far as news pages use it: the vocabulary is schema.org's Article and its kinds. No context is resolved: terms are taken
// by their names, with or without "schema:" before them.
// SPDX-License-Identifier: Apache-2.0
#include "page/json_ld.h"

#include <rapidjson/document.h>

#include <unordered_map>

#include "base/ascii.h"
#include "page/text.h"

namespace hearsay::page {
namespace {

using Value = rapidjson::Value;

constexpr size_t kMostAuthors = 50;
constexpr int kMostHops = 4;         // lists in lists, references to references
constexpr size_t kMostObjects = 20'000;
constexpr size_t kMostJson = 2u << 20;     // bytes of one script; live blogs with all their posts have under 1 MB
constexpr size_t kMostArticles = 200;      // of a page; lists of teasers hold tens

std::string_view string_of(const Value& value) { return value.IsString() ? std::string_view(value.GetString(), value.GetStringLength()) : std::string_view(); }

const Value* member(const Value& object, std::string_view name) {
  if (!object.IsObject()) return nullptr;
  for (const auto& one : object.GetObject()) {
    std::string_view key = string_of(one.name);
    if (key.starts_with("schema:")) key.remove_prefix(7);
    if (key == name) return &one.value;
  }
  return nullptr;
}

// Line ends and other control characters within strings become spaces.
std::string without_controls(std::string_view json) {
  std::string out(json);
  bool inside = false;
  for (size_t i = 0; i < out.size(); ++i) {
    if (inside && out[i] == '\\') ++i;
    else if (out[i] == '"') inside = !inside;
    else if (inside && static_cast<unsigned char>(out[i]) < 0x20) out[i] = ' ';
  }
  return out;
}

// schema.org's Article and what is below it; also posts, which blogs are marked as.
bool is_article_type(std::string_view type) {
  if (const size_t slash = type.find_last_of("/:"); slash != std::string_view::npos) type.remove_prefix(slash + 1);
  return type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report" || type == "SocialMediaPosting";
}

class Reader {
 public:
  Reader(const Value& root, std::vector<LinkedArticle>& articles) : articles_(articles) {
    collect(root);
    for (const Value* one : objects_)
      if (articles_.size() < kMostArticles && is_article(*one)) add(*one);
  }

 private:
  // Objects at the top, in lists and in @graph, and what a page says it is mainly about.
  void collect(const Value& root) {
    std::vector<const Value*> open{&root};
    for (size_t i = 0; i < open.size() && i < kMostObjects; ++i) {
      const Value& value = *open[i];
      if (value.IsArray())
        for (const Value& item : value.GetArray()) open.push_back(&item);
      if (!value.IsObject()) continue;
      objects_.push_back(&value);
      if (const Value* id = member(value, "@id"); id && value.MemberCount() > 1) by_id_.emplace(string_of(*id), &value);
      for (const char* name : {"@graph", "mainEntity"})
        if (const Value* inner = member(value, name)) open.push_back(inner);
    }
  }

  static bool is_article(const Value& object) {
    const Value* type = member(object, "@type");
    if (!type) return false;
    if (!type->IsArray()) return is_article_type(string_of(*type));
    for (const Value& one : type->GetArray())
      if (is_article_type(string_of(one))) return true;
    return false;
  }

  // The object that a reference by @id alone means.
  const Value& meant(const Value& value) const {
    const Value* id = member(value, "@id");
    if (!id || value.MemberCount() > 1) return value;
    const auto found = by_id_.find(string_of(*id));
    return found == by_id_.end() ? value : *found->second;
  }

  // Names of what is a string, an object with a name, or a list of these.
  void names(const Value& value, std::vector<std::string>& out, int hops = 0) const {
    if (hops > kMostHops || out.size() >= kMostAuthors) return;
    if (value.IsArray()) {
      for (const Value& item : value.GetArray()) names(item, out, hops + 1);
    } else if (value.IsObject()) {
      if (const Value* name = member(meant(value), "name")) names(*name, out, hops + 1);
    } else if (std::string name = folded(resolved(string_of(value))); !name.empty() && !name.starts_with("http")) {
      out.push_back(std::move(name));
    }
  }

  std::string first_name(const Value& object, std::initializer_list<const char*> properties) const {
    for (const char* property : properties) {
      std::vector<std::string> found;
      if (const Value* value = member(object, property)) names(*value, found);
      if (!found.empty()) return found[0];
    }
    return {};
  }

  std::string address(const Value& object) const {
    for (const char* property : {"mainEntityOfPage", "url"}) {
      const Value* value = member(object, property);
      if (!value) continue;
      for (const Value* one : {value, member(*value, "@id"), member(*value, "url")})
        if (one && string_of(*one).starts_with("http")) return std::string(string_of(*one));
    }
    return {};
  }

  static bool is_false(const Value& value) { return value.IsFalse() || same_ascii(string_of(value), "false"); }

  void add(const Value& object) {
    LinkedArticle article;
    article.headline = first_name(object, {"headline", "name"});
    article.outlet = first_name(object, {"publisher", "sourceOrganization", "provider"});
    article.published = first_name(object, {"datePublished", "dateCreated"});
    article.modified = first_name(object, {"dateModified"});
    article.lang = first_name(object, {"inLanguage"});
    article.url = address(object);
    if (const Value* body = member(object, "articleBody")) article.body = resolved(string_of(*body));
    for (const char* property : {"author", "creator"})
      if (const Value* value = member(object, property); value && article.authors.empty()) names(*value, article.authors);
    if (const Value* free = member(object, "isAccessibleForFree")) article.free_to_read = !is_false(*free);
    articles_.push_back(std::move(article));
  }

  std::vector<const Value*> objects_;
  std::unordered_map<std::string_view, const Value*> by_id_;
  std::vector<LinkedArticle>& articles_;
};

}  // namespace

bool read_json_ld(std::string_view script, std::vector<LinkedArticle>& articles) {
  // Iterative, for the JSON may nest deeper than the stack.
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseCommentsFlag | rapidjson::kParseTrailingCommasFlag |
                              rapidjson::kParseNanAndInfFlag | rapidjson::kParseStopWhenDoneFlag;
  if (script.size() > kMostJson) return false;
  if (articles.size() >= kMostArticles) return true;
  const size_t start = script.find_first_of("{[");
  if (start == std::string_view::npos) return trim(script).empty();
  // A CDATA section's mark holds brackets of its own.
  const size_t cdata = script.find("<![CDATA[");
  if (cdata < start) script.remove_prefix(cdata + 9);
  else script.remove_prefix(start);
  rapidjson::Document json;
  json.Parse<kFlags>(script.data(), script.size());
  if (json.HasParseError()) {
    const std::string mended = without_controls(script);
    json.Parse<kFlags>(mended.data(), mended.size());
  }
  if (json.HasParseError()) return false;
  Reader(json, articles);
  return true;
}

}  // namespace hearsay::page
