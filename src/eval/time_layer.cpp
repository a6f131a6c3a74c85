// A found expression that overlaps an expected one is that one.
// SPDX-License-Identifier: Apache-2.0
#include "eval/layer.h"

namespace hearsay {

namespace {

class TimeLayer : public Layer {
 public:
  TimeLayer(const std::vector<GoldTime>& gold, const Report& report) : gold_(gold), report_(report) {
    for (const GoldTime& time : gold) places_.push_back(place_of(time, report));
  }
  LayerName name() const override { return LayerName::kTime; }
  size_t expected() const override { return gold_.size(); }
  const GoldEntry& entry(size_t i) const override { return gold_[i]; }
  std::optional<Range> place(size_t i) const override { return places_[i]; }
  std::string expected_words(size_t i) const override { return gold_[i].value ? words_of(*gold_[i].value) : gold_[i].anchor; }

  size_t found() const override { return times().size(); }
  Span span(size_t j) const override { return times()[j].span; }
  const std::string& rule(size_t j) const override { return times()[j].rule; }
  std::string found_words(size_t j) const override { return times()[j].value; }

  std::optional<Likely> likely(size_t i, size_t j) const override {
    const Range here = report_.range(span(j));
    if (!places_[i] || !shared(*places_[i], here)) return std::nullopt;
    return rank(gold_[i], i, *places_[i], j, here);
  }

  std::vector<Verdict> verdicts(size_t i, size_t j) const override {
    const TimeExpression& time = times()[j];
    std::vector<Verdict> out;
    out.push_back({Attribute::kStrict, report_.range(time.span) == *places_[i], gold_[i].anchor, {Cause::kNone, time.rule, report_.words(time.span), id(j)}});
    if (gold_[i].value || gold_[i].type) out.push_back(value_verdict(gold_[i], time, id(j)));
    return out;
  }

  Blame why_missed(size_t i) const override {
    for (size_t j = 0; j < found(); ++j)
      if (likely(i, j)) return {Cause::kTaken, rule(j), found_words(j), id(j)};
    return {Cause::kNoTimeRule, {}, {}, {}};
  }

 private:
  // "DURATION P3D" where the type is wrong; else the value alone.
  static Verdict value_verdict(const GoldTime& gold, const TimeExpression& time, std::string id) {
    const bool value = !gold.value || is_accepted(*gold.value, time.value), type = !gold.type || is_accepted(*gold.type, to_string(time.type));
    const auto words = [&](std::string_view type_words, std::string value_words) { return type ? value_words : std::string(type_words) + " " + value_words; };
    return {Attribute::kValue, value && type, words(gold.type ? words_of(*gold.type) : "", gold.value ? words_of(*gold.value) : ""),
            {Cause::kNone, time.rule, words(to_string(time.type), time.value), std::move(id)}};
  }
  const std::vector<TimeExpression>& times() const { return report_.analysis().times; }

  const std::vector<GoldTime>& gold_;
  const Report& report_;
  std::vector<std::optional<Range>> places_;
};

}  // namespace

std::unique_ptr<Layer> time_layer(const GoldFile& gold, const Report& report) {
  return gold.times ? std::make_unique<TimeLayer>(*gold.times, report) : nullptr;
}

}  // namespace hearsay
