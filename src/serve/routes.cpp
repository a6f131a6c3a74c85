// SPDX-License-Identifier: Apache-2.0
#include "serve/routes.h"

#include <algorithm>
#include <charconv>

#include "base/hash.h"
#include "base/json_arguments.h"
#include "browse/json.h"
#include "serve/schemas.h"

namespace hearsay::serve {
namespace {

using browse::Json;
using browse::Language;
using browse::Trouble;
using browse::Words;

const Argument& ui_argument() {
  static const Argument kUi{.name = "ui", .about = "The language of labels and reasons.", .choices = {"en", "vi"}};
  return kUi;
}

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    path.remove_prefix(1);
    const size_t end = std::min(path.find('/'), path.size());
    parts.push_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return parts;
}

bool is_variable(std::string_view part) { return part.starts_with('{'); }
std::string name_of(std::string_view part) { return std::string(part.substr(1, part.size() - 2)); }

// Whether an address is that of a route; what stands for its variables is then in `given`.
bool fits(const Route& route, std::string_view path, Given& given) {
  const auto pattern = parts_of(route.path), parts = parts_of(path);
  if (pattern.size() != parts.size()) return false;
  for (size_t i = 0; i < parts.size(); ++i)
    if (is_variable(pattern[i]) ? parts[i].empty() : pattern[i] != parts[i]) return false;
  for (size_t i = 0; i < parts.size(); ++i)
    if (is_variable(pattern[i])) given.all_texts[name_of(pattern[i])] = {std::string(parts[i])};
  return true;
}

// No name, word or id has any.
bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

// Puts a parameter where the call finds it; what is wrong with it, or nothing.
std::string take(const Argument& argument, const std::vector<std::string>& values, Given& given) {
  if (std::any_of(values.begin(), values.end(), has_control)) return "must be text without control characters";
  if (argument.type != Argument::Type::kNumber) {
    given.all_texts[argument.name] = values;
    return fault_of(argument, values);
  }
  int64_t number = argument.most + 1;
  const std::string& text = values.front();
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() || values.size() != 1) number = argument.most + 1;
  given.numbers[argument.name] = number;
  return fault_of(argument, number);
}

// What is wrong with the query; empty if nothing is.
std::string take_all(const Route& route, const Request& request, Given& given) {
  std::vector<Argument> known = route.arguments;
  known.push_back(ui_argument());
  for (auto at = request.query.begin(); at != request.query.end(); at = request.query.upper_bound(at->first)) {
    const auto declared = std::find_if(known.begin(), known.end(), [&](const Argument& one) { return one.name == at->first; });
    if (declared == known.end()) return "there is no parameter \"" + at->first + "\"; there are: " + names_of(known);
    std::vector<std::string> values;
    for (auto [one, end] = request.query.equal_range(at->first); one != end; ++one) values.push_back(one->second);
    if (values.size() == 1 && values.front().empty()) continue;          // a field that nobody filled in
    if (const std::string why = take(*declared, values, given); !why.empty()) return at->first + " " + why;
  }
  for (const Argument& argument : route.arguments)
    if (argument.required && !given.text(argument.name)) return argument.name + " is missing";
  return {};
}

int status_of(Trouble trouble) {
  switch (trouble) {
    case Trouble::kUsage: return kBadRequest;
    case Trouble::kNone:
    case Trouble::kNotFound: return kNotFound;
    case Trouble::kStore: return kUnavailable;
    case Trouble::kPack: return kFailed;
  }
  return kFailed;
}

// The address in one form. Nothing in it has a line's end.
std::string question_of(const Request& request) {
  std::string question = request.path;
  for (const auto& [name, value] : request.query) question += '\n' + name + '=' + value;
  return question;
}

// What is wrong with the body; empty if nothing is.
std::string take_body(const Route& route, const Request& request, Given& given) {
  rapidjson::Document body;
  body.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(request.body.data(), request.body.size());
  if (body.HasParseError() || !body.IsObject()) return "the body must be a JSON object";
  return take_arguments(route.body, body, "field", given);
}

// The same for the same question, until the store changes.
std::string tag_of(const std::string& question, const View& view) { return "\"" + view.edition + "-" + std::to_string(hash_bytes(question)) + "\""; }

// Whether one of the tags that a client has is this one. A proxy on the way may have made it weak.
bool has_tag(std::string_view tags, std::string_view tag) {
  while (!tags.empty()) {
    std::string_view one = tags.substr(0, tags.find(','));
    tags.remove_prefix(std::min(tags.size(), one.size() + 1));
    while (one.starts_with(' ')) one.remove_prefix(1);
    while (one.ends_with(' ')) one.remove_suffix(1);
    if (one.starts_with("W/")) one.remove_prefix(2);
    if (one == tag) return true;
  }
  return false;
}

bool does(const Request& request, std::string_view method) { return request.method == method || (request.method == "HEAD" && method == "GET"); }

Reply run(const Route& route, const Request& request, const Given& given, const View& view, Workbench& workbench) {
  std::string heard;
  const Language language = given.text("ui").value_or("en") == "vi" ? Language::kVietnamese : Language::kEnglish;
  const auto hear = [&](const std::string& line) { (heard += heard.empty() ? "" : "; ") += line; };
  const browse::Session session{Words(language), false, 80, hear};
  Call call{given, session, view, workbench, request.body};
  if (auto reply = route.run(call)) return std::move(*reply);
  return refusal(status_of(call.trouble), heard.empty() ? "there is no such thing" : heard);
}

void put_parameter(Json& json, const Argument& argument, const char* in, bool required) {
  json.open().text("name", argument.name).text("in", in).text("description", argument.about).flag("required", required).raw("schema", schema_of(argument, false)).close();
}

void put_body(Json& json, const std::vector<Argument>& fields) {
  json.open("requestBody").flag("required", true).open("content").open("application/json").open("schema").text("type", "object").flag("additionalProperties", false).open("properties");
  for (const Argument& field : fields) json.raw(field.name.c_str(), schema_of(field, true));
  json.close().list("required");
  for (const Argument& field : fields)
    if (field.required) json.item(field.name);
  json.end_list().close().close().close().close();
}

}  // namespace

Reply refusal(int status, std::string_view why) { return {status, "application/json", Json().text("error", why).object()}; }

Reply Routes::answer(const Request& request, Workbench& workbench) const {
  const std::string_view path = std::string_view(request.path).substr(kApi.size());
  bool somewhere = path == "/openapi.json";
  if (somewhere && does(request, "GET")) return {kOk, "application/json", openapi()};
  if (has_control(path)) return refusal(kNotFound, "no address has control characters");
  for (const Route& route : routes_) {
    Given given;
    if (!fits(route, path, given)) continue;
    somewhere = true;
    if (!does(request, route.method)) continue;
    if (const std::string why = take_all(route, request, given); !why.empty()) return refusal(kBadRequest, why);
    if (route.method == "POST" && !route.takes_file)
      if (const std::string why = take_body(route, request, given); !why.empty()) return refusal(kBadRequest, why);
    const std::shared_ptr<const View> view = workbench.view();
    const std::string question = question_of(request), tag = tag_of(question, *view);
    const bool reads = route.method == "GET";
    if (reads && has_tag(request.header("if-none-match"), tag)) return {kNotModified, "application/json", "", {{"ETag", tag}}};
    const bool kept = reads && !route.answer.empty();
    Reply reply = kept ? view->answers->of(question, [&] { return run(route, request, given, *view, workbench); }) : run(route, request, given, *view, workbench);
    if (reads && reply.status == kOk && !reply.stream) reply.headers.emplace_back("ETag", tag);
    return reply;
  }
  if (somewhere) return refusal(kMethodNotAllowed, request.method + " does nothing here");
  return refusal(kNotFound, "there is no " + request.path + "; " + std::string(kApi) + "/openapi.json says what there is");
}

std::string Routes::openapi() const {
  Json json;
  json.text("openapi", "3.1.0").open("info").text("title", "Hearsay").text("version", version_);
  json.text("description", "What news reports say: who did what to whom, who says so, on whose word. A report is not the fact, and nothing here is a verdict.").close();
  json.list("servers").open().text("url", kApi).close().end_list().open("paths");
  for (size_t r = 0; r < routes_.size(); ++r) {
    const Route& route = routes_[r];
    if (r == 0 || routes_[r - 1].path != route.path) json.open(route.path.c_str());
    json.open(route.method == "GET" ? "get" : "post");
    json.text("summary", route.title).text("description", route.about).list("parameters");
    for (std::string_view part : parts_of(route.path))
      if (is_variable(part)) put_parameter(json, {.name = name_of(part), .about = "Its id."}, "path", true);
    for (const Argument& argument : route.arguments) put_parameter(json, argument, "query", argument.required);
    put_parameter(json, ui_argument(), "query", false);
    json.end_list();
    if (route.takes_file) json.open("requestBody").flag("required", true).open("content").open("application/octet-stream").close().close().close();
    else if (!route.body.empty()) put_body(json, route.body);
    json.open("responses").open("200").text("description", route.answer.empty() ? "The file." : "As asked.").open("content");
    if (route.answer.empty()) json.open("*/*").close();
    else json.open("application/json").raw("schema", R"({"$ref":"#/components/schemas/)" + route.answer + "\"}").close();
    json.close().close();
    json.open("default").text("description", "What is wrong.").open("content").open("application/json").raw("schema", R"({"$ref":"#/components/schemas/Error"})").close().close().close();
    json.close().close();
    if (r + 1 == routes_.size() || routes_[r + 1].path != route.path) json.close();
  }
  return json.close().open("components").raw("schemas", schemas()).close().object();
}

}  // namespace hearsay::serve
