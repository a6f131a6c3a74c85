// Reads hearsay/1 back into the analysis it was written from: byte spans, indices, everything.
// Fields that are missing count as null, so that records by other programs can be read; unknown fields are skipped.
// Tested by round_trip_test.cpp, read_test.cpp.
// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <limits>
#include <unordered_map>

#include "record/json_field.h"

namespace hearsay {
namespace {

constexpr int kMostInt = std::numeric_limits<int>::max();

class AnalysisReader {
 public:
  // Reads everything; what is wrong is thrown as Malformed. Used once.
  static Analysis read(Field record) {
    AnalysisReader reader(record);
    return reader.read_all();
  }
  static Document document(Field record) { return AnalysisReader(record).read_document(); }

 private:
  explicit AnalysisReader(Field record) : record_(record), text_(record["text"].text()), code_points_(text_) {}

  Analysis read_all() {
    Analysis analysis;
    analysis.document = read_document();
    analysis.sentences = list<Span>(record_["sentences"], &AnalysisReader::read_sentence);
    analysis.times = list<TimeExpression>(record_["times"], &AnalysisReader::read_time);
    name_actors(record_["actors"]);
    analysis.actors = list<Actor>(record_["actors"], &AnalysisReader::read_actor);
    analysis.statements = list<Statement>(record_["statements"], &AnalysisReader::read_statement);
    analysis.events = list<Event>(record_["events"], &AnalysisReader::read_event);
    analysis.figures = list<Figure>(record_["figures"], &AnalysisReader::read_figure);
    analysis.notes = list<std::string>(record_["notes"], &AnalysisReader::read_text);
    return analysis;
  }

  template <class Item>
  std::vector<Item> list(Field field, Item (AnalysisReader::*read_item)(Field) const) const {
    std::vector<Item> items;
    if (field.null()) return items;
    const auto size = field.size();
    items.reserve(size);
    for (rapidjson::SizeType i = 0; i < size; ++i) items.push_back((this->*read_item)(field.item(i)));
    return items;
  }

  // Ids of actors stand for indices in the rest of the record.
  void name_actors(Field actors) {
    const auto size = actors.null() ? 0 : actors.size();
    for (rapidjson::SizeType i = 0; i < size; ++i) {
      const Field id = actors.item(i)["id"];
      if (!actors_.emplace(id.text(), static_cast<int>(i)).second) id.fail("a second actor of this id");
    }
  }

  Document read_document() const {
    Document document;
    document.id = record_["id"].text();
    const Field source = record_["source"], outlet = record_["outlet"];
    document.path = source["path"].text();
    document.url = source["url"].optional_text();
    document.sha256 = source["sha256"].text();
    document.title = record_["title"].optional_text();
    if (!outlet.null()) {
      document.outlet_id = outlet["id"].optional_text();
      document.outlet_name = outlet["name"].optional_text();
    }
    document.published = record_["published"].optional_text();
    document.published_day = record_["published_day"].optional_day();
    const Field from = record_["published_from"];
    document.published_from = from.null() ? DateOrigin::kUnknown : from.name<DateOrigin>();
    document.lang = record_["lang"].text();
    document.authors = hearsay::list(record_["authors"], [](Field author) { return std::string(author.text()); });
    document.modified = record_["modified"].optional_text();
    document.encoding = record_["encoding"].null() ? "utf-8" : std::string(record_["encoding"].text());
    const Field fields = record_["fields"];
    for (const char* name : {"title", "outlet", "authors", "published", "modified", "url", "lang"})
      if (!fields.null() && !fields[name].null()) document.fields.emplace(name, fields[name].name<FieldOrigin>());
    document.text = text_;
    document.zones = list<Zone>(record_["zones"], &AnalysisReader::read_zone);
    return document;
  }

  Span span(Field start, Field end) const {
    const int from = start.number(0, kMostInt), to = end.number(from, kMostInt);
    const auto bytes_from = code_points_.byte_of(static_cast<uint32_t>(from));
    const auto bytes_to = code_points_.byte_of(static_cast<uint32_t>(to));
    if (code_points_.at(bytes_to) != static_cast<uint32_t>(to)) end.fail("past the end of the text");
    return {bytes_from, bytes_to};
  }
  Span span(Field holder) const { return span(holder["start"], holder["end"]); }
  Span span_or_empty(Field holder) const { return holder["start"].null() ? Span{} : span(holder); }
  std::optional<Span> optional_span(Field field) const {
    if (field.null()) return std::nullopt;
    return span(field);
  }

  Span read_sentence(Field pair) const {
    if (pair.size() != 2) pair.fail("expected [start, end]");
    return span(pair.item(0), pair.item(1));
  }
  std::string read_text(Field field) const { return std::string(field.text()); }

  Zone read_zone(Field field) const {
    return {field["kind"].name<ZoneKind>(), span(field), field["paragraph"].number_or(0, -1, kMostInt), field["lang"].text_or_empty()};
  }

  TimeExpression read_time(Field field) const {
    check_number(field, 't');
    return {span(field),
            field["type"].name<TimeType>(),
            std::string(field["value"].text()),
            field["from"].optional_day(),
            field["to"].optional_day(),
            field["rule"].text_or_empty()};
  }

  Actor read_actor(Field field) const {
    return {std::string(field["id"].text()),
            std::string(field["name"].text()),
            field["kind"].name<ActorKind>(),
            field["code"].text_or_empty(),
            field["country"].text_or_empty(),
            field["speaks_for"].text_or_empty(),
            field["owner"].text_or_empty(),
            list<std::string>(field["within"], &AnalysisReader::read_text),
            field["outlet"].flag_or_false(),
            field["known"].flag_or_false(),
            list<Mention>(field["mentions"], &AnalysisReader::read_mention)};
  }

  Mention read_mention(Field field) const {
    return {span(field), field["form"].name<MentionForm>(), field["rule"].text_or_empty()};
  }

  // Index of the actor that is named by its id; -1 for null.
  int actor(Field id) const {
    if (id.null()) return -1;
    const auto found = actors_.find(id.text());
    if (found == actors_.end()) id.fail("no actor of the id \"" + std::string(id.text()) + "\"");
    return found->second;
  }

  // An item is referred to by its place in its list, so its id must say that place.
  void check_number(Field item, char letter) const {
    const Field id = item["id"];
    const std::string expected = letter + std::to_string(item.index() + 1);
    if (id.text() != expected) id.fail("expected \"" + expected + "\", not \"" + std::string(id.text()) + "\"");
  }

  // Index of "s3" in the list of that name; -1 for null.
  int reference(Field id, char letter, std::string_view list) const {
    if (id.null()) return -1;
    const std::optional<int> index = id.index_after(letter);
    const Field items = record_[list];
    const int size = items.null() ? 0 : static_cast<int>(items.size());
    if (!index || *index >= size) id.fail("\"" + std::string(id.text()) + "\" is not in " + std::string(list));
    return *index;
  }

  Voice read_voice(Field field) const {
    return {actor(field["actor"]), field["name"].text_or_empty(), span_or_empty(field),
            field["anonymous"].flag_or_false(), field["voices"].number_or(1, 0, kMostInt)};
  }

  Statement read_statement(Field field) const {
    check_number(field, 's');
    Statement said;
    said.span = span(field);
    said.sentence = field["sentence"].number(0, kMostInt);
    said.mode = field["mode"].name<Mode>();
    said.act = field["act"].name<Act>();
    said.cue = optional_span(field["cue"]);
    said.content = optional_span(field["content"]);
    if (!field["speaker"].null()) said.speaker = read_voice(field["speaker"]);
    said.via = list<Voice>(field["via"], &AnalysisReader::read_voice);
    said.parent = reference(field["parent"], 's', "statements");
    said.unverified = field["unverified"].flag_or_false();
    said.refers_back = field["refers_back"].flag_or_false();
    said.rule = field["rule"].text_or_empty();
    return said;
  }

  Party read_party(Field field) const {
    if (field.null()) return {};
    return {actor(field["actor"]), span_or_empty(field)};
  }

  Event read_event(Field field) const {
    check_number(field, 'e');
    Event event;
    event.span = span(field);
    event.sentence = field["sentence"].number(0, kMostInt);
    event.kind = field["kind"].text();
    event.cameo = field["cameo"].text_or_empty();
    event.plover = field["plover"].text_or_empty();
    // As the writer has it: without a code, 0 stands for null.
    event.goldstein = field["goldstein"].number_or(event.cameo.empty() ? 0 : std::nan(""));
    event.source = read_party(field["source"]);
    event.target = read_party(field["target"]);
    event.time = reference(field["time"], 't', "times");
    event.from = field["from"].optional_day();
    event.to = field["to"].optional_day();
    event.place = actor(field["place"]);
    event.status = field["cancelled"].flag_or_false() ? EventStatus::kCancelled : field["status"].name<EventStatus>();
    event.lead = field["lead"].flag_or_false();
    event.joint = field["joint"].flag_or_false();
    event.statement = reference(field["statement"], 's', "statements");
    event.unverified = field["unverified"].flag_or_false();
    event.rule = field["rule"].text_or_empty();
    return event;
  }

  static std::optional<double> optional_real(Field field) {
    if (field.null()) return std::nullopt;
    return field.number_or(0);
  }

  Figure read_figure(Field field) const {
    check_number(field, 'f');
    Figure figure;
    figure.span = span(field);
    figure.sentence = field["sentence"].number(0, kMostInt);
    figure.of = field["of"].text();
    figure.who = field["who"].text_or_empty();
    figure.least = optional_real(field["least"]);
    figure.most = optional_real(field["most"]);
    figure.about = field["about"].flag_or_false();
    figure.statement = reference(field["statement"], 's', "statements");
    figure.event = reference(field["event"], 'e', "events");
    figure.rule = field["rule"].text_or_empty();
    return figure;
  }

  Field record_;
  std::string_view text_;
  CodePoints code_points_;
  std::unordered_map<std::string_view, int> actors_;
};

}  // namespace

Result<Analysis> read_analysis_record(std::string_view json) {
  Analysis analysis;
  const Status read = read_record(json, "hearsay/1", [&](Field record) { analysis = AnalysisReader::read(record); });
  if (!read) return read.error();
  return analysis;
}

Result<Document> read_document_record(std::string_view json) {
  // Within a text the quotation marks would be escaped: these can only be the fields.
  const size_t first = json.find(",\"sentences\":"), last = json.rfind(",\"zones\":");
  const bool both = first != std::string_view::npos && last != std::string_view::npos && first < last;
  Document document;
  const Status read = read_record(both ? std::string(json.substr(0, first)).append(json.substr(last)) : std::string(json), "hearsay/1",
                                  [&](Field record) { document = AnalysisReader::document(record); });
  if (!read) return read.error();
  return document;
}

}  // namespace hearsay
