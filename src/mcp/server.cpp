// SPDX-License-Identifier: Apache-2.0
#include "mcp/server.h"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

#include "base/json_arguments.h"

namespace hearsay::mcp {
namespace {

using rapidjson::Value;
using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

// Newest first: what a client asks for in vain is answered with the first.
constexpr std::string_view kRevisions[] = {"2025-06-18", "2025-03-26", "2024-11-05"};

// JSON-RPC 2.0, section 5.1
enum Code { kParseError = -32700, kInvalidRequest = -32600, kMethodNotFound = -32601, kInvalidParams = -32602 };

struct Refusal {
  Code code;
  std::string why;
};

std::string_view text_of(const Value& value) { return {value.GetString(), value.GetStringLength()}; }
const Value* member(const Value& object, const char* name) {
  if (!object.IsObject()) return nullptr;
  const auto at = object.FindMember(name);
  return at == object.MemberEnd() ? nullptr : &at->value;
}
std::string_view text_at(const Value& object, const char* name) {
  const Value* value = member(object, name);
  return value && value->IsString() ? text_of(*value) : std::string_view();
}

void put(Writer& out, std::string_view text) { out.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }
void put(Writer& out, const char* name, std::string_view text) {
  out.Key(name);
  put(out, text);
}
void put_raw(Writer& out, std::string_view json) { out.RawValue(json.data(), json.size(), rapidjson::kObjectType); }

// The object that `fill` writes the members of.
template <class Fill>
std::string object(Fill fill) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  out.StartObject();
  fill(out);
  out.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

// `id`: of the request; null where it could not be read.
template <class Fill>
std::string reply(const Value& id, Fill fill) {
  return object([&](Writer& out) {
    put(out, "jsonrpc", "2.0");
    out.Key("id");
    id.Accept(out);
    fill(out);
  });
}
std::string refusal(const Value& id, const Refusal& refused) {
  return reply(id, [&](Writer& out) {
    out.Key("error");
    out.StartObject();
    out.Key("code");
    out.Int(refused.code);
    put(out, "message", refused.why);
    out.EndObject();
  });
}
std::string result(const Value& id, std::string_view json) {
  return reply(id, [&](Writer& out) {
    out.Key("result");
    put_raw(out, json);
  });
}

std::string revision_for(const Value& asked) {
  const std::string_view wanted = text_at(asked, "protocolVersion");
  const bool known = std::find(std::begin(kRevisions), std::end(kRevisions), wanted) != std::end(kRevisions);
  return std::string(known ? wanted : kRevisions[0]);
}

void put_tool(Writer& out, const Tool& tool) {
  out.StartObject();
  put(out, "name", tool.name);
  put(out, "title", tool.title);
  put(out, "description", tool.about);
  out.Key("inputSchema");
  out.StartObject();
  put(out, "type", "object");
  out.Key("properties");
  out.StartObject();
  for (const Argument& argument : tool.arguments) {
    out.Key(argument.name.c_str());
    put_raw(out, schema_of(argument, true));
  }
  out.EndObject();
  out.Key("required");
  out.StartArray();
  for (const Argument& argument : tool.arguments)
    if (argument.required) put(out, argument.name);
  out.EndArray();
  out.Key("additionalProperties");
  out.Bool(false);
  out.EndObject();
  out.Key("annotations");
  out.StartObject();
  out.Key("readOnlyHint");
  out.Bool(true);
  out.Key("openWorldHint");
  out.Bool(false);
  out.EndObject();
  out.EndObject();
}

std::string tool_result(const Result<std::string>& outcome) {
  const std::string& said = outcome ? *outcome : outcome.error().message;
  return object([&](Writer& out) {
    out.Key("content");
    out.StartArray();
    out.StartObject();
    put(out, "type", "text");
    put(out, "text", said);
    out.EndObject();
    out.EndArray();
    if (outcome) {
      out.Key("structuredContent");
      put_raw(out, said);
    }
    out.Key("isError");
    out.Bool(!outcome);
  });
}

std::string call(const std::vector<Tool>& tools, const Value& id, const Value& params) {
  const std::string_view name = text_at(params, "name");
  const auto tool = std::find_if(tools.begin(), tools.end(), [&](const Tool& one) { return one.name == name; });
  if (tool == tools.end()) return refusal(id, {kInvalidParams, "there is no tool \"" + std::string(name) + "\""});
  static const Value kNone(rapidjson::kObjectType);
  const Value* arguments = member(params, "arguments");
  if (arguments && !arguments->IsObject()) return refusal(id, {kInvalidParams, "arguments must be an object"});
  Given given;
  if (const std::string why = take_arguments(tool->arguments, arguments ? *arguments : kNone, "argument", given); !why.empty()) return refusal(id, {kInvalidParams, why});
  return result(id, tool_result(tool->run(given)));
}

std::string tool_list(const std::vector<Tool>& tools) {
  return object([&](Writer& out) {
    out.Key("tools");
    out.StartArray();
    for (const Tool& tool : tools) put_tool(out, tool);
    out.EndArray();
  });
}

}  // namespace

Server::Server(std::string name, std::string version, std::string about, std::vector<Tool> tools)
    : name_(std::move(name)), version_(std::move(version)), about_(std::move(about)), tools_(std::move(tools)) {}

std::string Server::too_long() { return refusal(Value(), {kInvalidRequest, "the message is longer than " + std::to_string(kMostMessageBytes) + " bytes"}); }

std::string Server::introduction(std::string_view revision) const {
  return object([&](Writer& out) {
    put(out, "protocolVersion", revision);
    out.Key("capabilities");
    put_raw(out, R"({"tools":{"listChanged":false}})");
    out.Key("serverInfo");
    out.StartObject();
    put(out, "name", name_);
    put(out, "version", version_);
    out.EndObject();
    put(out, "instructions", about_);
  });
}

std::optional<std::string> Server::answer(std::string_view message) const {
  rapidjson::Document asked;
  // Without recursion: what asks may nest as deep as it likes.
  asked.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(message.data(), message.size());
  if (asked.HasParseError()) return refusal(Value(), {kParseError, "the message is no JSON"});
  const Value* named = member(asked, "id");
  const Value unknown;
  if (named && !named->IsString() && !named->IsNumber()) return refusal(unknown, {kInvalidRequest, "the id is neither a string nor a number"});
  const Value& id = named ? *named : unknown;
  const std::string_view method = text_at(asked, "method");
  if (text_at(asked, "jsonrpc") != "2.0" || method.empty()) {
    if (member(asked, "result") || member(asked, "error")) return std::nullopt;    // a reply to what was never asked
    return refusal(id, {kInvalidRequest, "the message is no JSON-RPC 2.0 request"});
  }
  if (!named) return std::nullopt;                     // a notification: none asks for anything to be done
  const Value none(rapidjson::kObjectType);
  const Value* params = member(asked, "params");
  if (params && !params->IsObject()) return refusal(id, {kInvalidParams, "params must be an object"});
  const Value& its = params ? *params : none;
  if (method == "initialize") return result(id, introduction(revision_for(its)));
  if (method == "ping") return result(id, "{}");
  if (method == "tools/list") return result(id, tool_list(tools_));
  if (method == "tools/call") return call(tools_, id, its);
  return refusal(id, {kMethodNotFound, "there is no method \"" + std::string(method) + "\""});
}

}  // namespace hearsay::mcp
