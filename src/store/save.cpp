// Saves a document with all that was read from it, and the chronicle: one transaction each.
// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "base/revision.h"
#include "store/impl.h"

namespace hearsay {
namespace {

// What the structs write as an empty string, an empty optional, -1 or NaN is null in the tables.
std::optional<std::string_view> known(std::string_view value) {
  if (value.empty()) return std::nullopt;
  return value;
}
std::optional<std::string> known(const std::optional<Day>& day) {
  if (!day) return std::nullopt;
  return iso(*day);
}
std::optional<int> number_from_1(int index) {
  if (index < 0) return std::nullopt;
  return index + 1;
}
std::optional<double> goldstein_of(const Event& event) {
  if (event.cameo.empty() || std::isnan(event.goldstein)) return std::nullopt;
  return event.goldstein;
}

// The columns that say who: id and country, null if nobody.
struct Who {
  std::optional<std::string_view> id, country;
};
Who who_is(const Analysis& analysis, int actor) {
  if (actor < 0) return {};
  const Actor& found = analysis.actors[static_cast<size_t>(actor)];
  return {known(found.id), known(found.country)};
}
Who who_is(const std::optional<HappeningParty>& party) {
  if (!party) return {};
  return {known(party->actor), known(party->country)};
}

}  // namespace

Store::Saved Store::Impl::save(const Analysis& analysis, const Provenance& provenance) {
  const Document& document = analysis.document;
  const std::string record = analysis_record(analysis);
  Transaction transaction(*database);
  std::optional<int64_t> before;
  bool same = false;
  if (auto row = document_at.ask(path_key(document.path), document.id); row.next()) {
    // The record holds the sha256, and differs as well if a newer pack read more in the same bytes.
    same = row.text(1) == record;
    before = row.number(0);
  }
  if (same) {
    sign_document.run(*before, known(provenance.packs), known(provenance.fingerprint));
    transaction.commit();
    return Saved::kUnchanged;
  }
  if (before) remove_document(*before);
  const CodePoints code_points(document.text);
  const int64_t number = insert_document(document, record, provenance);
  insert_times(number, analysis, code_points);
  insert_actors(number, analysis);
  insert_statements(number, analysis, code_points);
  insert_events(number, analysis, code_points);
  transaction.commit();
  return before ? Saved::kReplaced : Saved::kNew;
}

void Store::Impl::remove_document(int64_t number) {
  forget_exact.run(number);
  forget_plain.run(number);
  drop_document.run(number);  // the other tables follow it
}

int64_t Store::Impl::insert_document(const Document& document, const std::string& record, const Provenance& provenance) {
  add_document.run(document.id, path_key(document.path), document.sha256, document.outlet_id, document.outlet_name,
                   document.published, known(document.published_day), document.lang, document.title, record, known(provenance.packs),
                   known(provenance.fingerprint));
  const int64_t number = sqlite3_last_insert_rowid(database->handle());
  index_exact.run(number);
  index_plain.run(number);
  return number;
}

void Store::Impl::insert_times(int64_t document, const Analysis& analysis, const CodePoints& code_points) {
  for (int number = 0; const TimeExpression& time : analysis.times) {
    add_time.run(document, ++number, code_points.at(time.span.start), code_points.at(time.span.end),
                 to_string(time.type), time.value, known(time.from), known(time.to));
  }
}

void Store::Impl::insert_actors(int64_t document, const Analysis& analysis) {
  for (int number = 0; const Actor& actor : analysis.actors) {
    add_actor.run(document, ++number, actor.id, actor.name, to_string(actor.kind), known(actor.code),
                  known(actor.country), actor.outlet, actor.known, actor.mentions.size());
  }
}

void Store::Impl::insert_statements(int64_t document, const Analysis& analysis, const CodePoints& code_points) {
  for (int number = 0; const Statement& said : analysis.statements) {
    add_statement.run(document, ++number, said.sentence, code_points.at(said.span.start), code_points.at(said.span.end),
                      to_string(said.mode), to_string(said.act), who_is(analysis, said.speaker.actor).id,
                      known(said.speaker.name), said.speaker.anonymous, said.speaker.voices, number_from_1(said.parent),
                      said.unverified, said.rule);
  }
}

void Store::Impl::insert_events(int64_t document, const Analysis& analysis, const CodePoints& code_points) {
  for (int number = 0; const Event& event : analysis.events) {
    const Who source = who_is(analysis, event.source.actor), target = who_is(analysis, event.target.actor);
    add_event.run(document, ++number, event.sentence, code_points.at(event.span.start), code_points.at(event.span.end),
                  event.kind, known(event.cameo), known(event.plover), goldstein_of(event), to_string(event.status),
                  source.id, source.country, target.id, target.country, who_is(analysis, event.place).id,
                  known(event.from), known(event.to), number_from_1(event.time), number_from_1(event.statement),
                  event.lead, event.joint, event.unverified, event.rule);
  }
}

// Ids that have gone lead on to the one that holds most of their parts; those that led to them are led on as well.
constexpr const char* kFollowIds = R"sql(
INSERT OR REPLACE INTO successors SELECT id, now FROM (
  SELECT former.id AS id, made_of.id AS now, row_number() OVER (PARTITION BY former.id ORDER BY count(*) DESC, made_of.id) AS place
  FROM former JOIN made_of USING(part) WHERE former.id NOT IN (SELECT id FROM made_of) GROUP BY former.id, made_of.id) WHERE place = 1;
UPDATE successors SET now = (SELECT next.now FROM successors AS next WHERE next.id = successors.now)
  WHERE now NOT IN (SELECT id FROM made_of) AND now IN (SELECT id FROM successors);
DELETE FROM successors WHERE id IN (SELECT id FROM made_of) OR now NOT IN (SELECT id FROM made_of);
DROP TABLE former;
)sql";

void Store::Impl::save_chronicle(const std::vector<Happening>& happenings, const std::vector<Story>& stories, int64_t edition) {
  Transaction transaction(*database);
  database->run("CREATE TEMP TABLE former AS SELECT part, id FROM made_of");
  drop_parts.run();
  insert_happenings(happenings);
  insert_stories(stories);
  database->run(kFollowIds);
  sign_chronicle.run(edition, kProgramRevision);
  transaction.commit();
}

void Store::Impl::insert_happenings(const std::vector<Happening>& happenings) {
  drop_happenings.run();
  for (int number = 0; const Happening& happening : happenings) {
    const Who source = who_is(happening.source), target = who_is(happening.target);
    add_happening.run(++number, happening.id, happening.kind, known(happening.cameo), known(happening.plover),
                      to_string(happening.status), to_string(happening.standing), source.id, source.country, target.id,
                      target.country, known(happening.from), known(happening.to), happening.documents,
                      happening.outlets, happening_record(happening));
    for (const HappeningMention& mention : happening.mentions) add_part.run(mention.document + ' ' + std::to_string(mention.start), happening.id);
  }
}

void Store::Impl::insert_stories(const std::vector<Story>& stories) {
  drop_stories.run();
  for (int number = 0; const Story& story : stories) {
    std::optional<Day> from, to;
    if (!story.days.empty()) from = story.days.front().first, to = story.days.back().first;
    add_story.run(++number, story.id, known(story.title), known(from), known(to), static_cast<int>(story.documents.size()), story.outlets,
                  story_record(story));
    for (const std::string& document : story.documents) add_part.run(document, story.id);
  }
}

}  // namespace hearsay
