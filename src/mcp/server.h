// The Model Context Protocol, by which an assistant asks a program for what it knows: JSON-RPC 2.0, a message a line. Tools alone are offered, and only such
// as read. This room knows the protocol and nothing of what the tools do.
//
// Specification: modelcontextprotocol.io, revisions 2024-11-05 to 2025-06-18, which are alike in what is used here.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/arguments.h"
#include "hearsay/hearsay.h"

namespace hearsay::mcp {

using hearsay::Argument;
using hearsay::Given;

struct Tool {
  std::string name, title, about;
  std::vector<Argument> arguments;
  // A JSON object; or what is wrong, in words for whoever asked.
  std::function<Result<std::string>(const Given&)> run;
};

inline constexpr size_t kMostMessageBytes = 1 << 20;   // a question is a few hundred bytes

class Server {
 public:
  //   about   what the assistant is told of all tools together
  Server(std::string name, std::string version, std::string about, std::vector<Tool> tools);
  // The reply to one message, a line without its end; nullopt if none is due. Never fails: what cannot be understood is answered so.
  std::optional<std::string> answer(std::string_view message) const;
  // The reply to a message longer than the limit, of which nothing is read.
  static std::string too_long();

 private:
  std::string introduction(std::string_view revision) const;

  std::string name_, version_, about_;
  std::vector<Tool> tools_;
};

}  // namespace hearsay::mcp
