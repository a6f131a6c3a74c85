// One layer of one report: what gold expects and what was found. Each layer has its own rules of what is the same.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "eval/finding.h"
#include "eval/gold.h"
#include "eval/pairing.h"
#include "eval/report.h"

namespace hearsay {

// One attribute of a find that was expected.
struct Verdict {
  Attribute attribute;
  bool right = false;
  std::string expected;
  Blame blame;                           // with what was found
};

class Layer {
 public:
  virtual ~Layer() = default;
  virtual LayerName name() const = 0;
  virtual size_t expected() const = 0;
  virtual const GoldEntry& entry(size_t expected) const = 0;
  // Where it stands in the report, with its content; nullopt where the report does not hold it.
  virtual std::optional<Range> place(size_t expected) const = 0;
  virtual std::string expected_words(size_t expected) const = 0;

  virtual size_t found() const = 0;
  virtual Span span(size_t found) const = 0;
  virtual const std::string& rule(size_t found) const = 0;
  virtual std::string found_words(size_t found) const = 0;
  std::string id(size_t found) const;

  // nullopt if the find cannot be what is expected.
  virtual std::optional<Likely> likely(size_t expected, size_t found) const = 0;
  // What is scored of a find that is what is expected.
  virtual std::vector<Verdict> verdicts(size_t expected, size_t found) const = 0;
  // Why something that stands in the report was not found.
  virtual Blame why_missed(size_t expected) const = 0;
};

// nullptr where the gold file does not have the layer. Both must outlive it.
std::unique_ptr<Layer> time_layer(const GoldFile& gold, const Report& report);
std::unique_ptr<Layer> statement_layer(const GoldFile& gold, const Report& report);
std::unique_ptr<Layer> event_layer(const GoldFile& gold, const Report& report);

// Where an anchor stands; nullopt if it does not stand there, or not so often.
std::optional<Range> place_of(const GoldEntry& entry, const Report& report);
// The pair's rank, by the stretches that are compared.
Likely rank(const GoldEntry& entry, size_t expected, Range there, size_t found, Range here);
bool is_accepted(const Accepted& accepted, std::string_view value);
std::string words_of(const Accepted& accepted);
// The names with " / " between them.
std::string joined(const std::vector<std::string>& names, std::string_view between = " / ");
std::string joined(const std::vector<GoldName>& names, std::string_view between = " / ");

}  // namespace hearsay
