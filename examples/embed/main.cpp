// Reads one report with the library and prints who says what in it: embed FILE [DATE]
// SPDX-License-Identifier: Apache-2.0
#include <hearsay/hearsay.h>

#include <iostream>

namespace {

std::string_view words(const hearsay::Document& document, hearsay::Span span) { return std::string_view(document.text).substr(span.start, span.length()); }

void print(const hearsay::Document& document, const hearsay::Statement& statement) {
  std::cout << (statement.speaker.name.empty() ? "(unnamed)" : statement.speaker.name);
  for (const hearsay::Voice& carrier : statement.via) std::cout << ", by way of " << carrier.name;
  std::cout << " [" << to_string(statement.act) << "]\n    " << words(document, statement.content.value_or(statement.span)) << "\n    read by " << statement.rule << "\n";
}

int fail(const hearsay::Error& error) {
  std::cerr << error.message << "\n";
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: embed FILE [DATE]\n";
    return 2;
  }
  const auto engine = hearsay::Engine::open();           // with the packs that the library carries
  if (!engine) return fail(engine.error());
  auto bytes = hearsay::read_file(argv[1], hearsay::kMaxReportBytes);
  if (!bytes) return fail(bytes.error());
  hearsay::Metadata about;
  about.path = argv[1];
  if (argc > 2) about.published = argv[2];
  const auto analysis = engine->analyse(std::move(*bytes), about);
  if (!analysis) return fail(analysis.error());
  for (const hearsay::Statement& statement : analysis->statements) print(analysis->document, statement);
}
