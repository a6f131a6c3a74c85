// SPDX-License-Identifier: Apache-2.0
#include "pack/world_tables.h"

#include <algorithm>
#include <charconv>
#include <climits>
#include <cmath>
#include <deque>
#include <optional>
#include <set>

#include "pack/headings.h"
#include "pack/world.h"
#include "text/utf8.h"

namespace hearsay {

namespace {

struct ActorSource {
  std::string id, kind, lexicon_type;    // lexicon_type: state, person, organisation, outlet, place
  WorldActor flat;
  std::vector<std::pair<std::string, std::string>> labels;             // language, text
  struct Name {
    std::string language, text, form;    // language "" : any
  };
  std::vector<Name> names;
  std::vector<std::string> within;
  std::string file, place;
  int line = 0;
};

// A row that is asked about again when all tables are read.
struct RowOf {
  const Table* table;
  const TableRow* row;
  std::string cell(std::string_view column) const { return std::string(table->cell(*row, column)); }
  void error(std::string_view column, std::string message) const { table->error(*row, column, std::move(message)); }
  std::string place() const { return table->file().place + ":" + std::to_string(row->line); }
};

class WorldCompiler {
 public:
  WorldCompiler(StringCollector& strings, ImageWriter& image, Diagnostics& diagnostics)
      : strings_(strings), image_(image), diagnostics_(diagnostics) {}

  CompiledWorld run(const std::vector<SourceFile>& files) {
    for (const SourceFile& file : files) {
      if (file.extension != ".tsv" || file.language != "world") continue;
      if (file.room == "actors") read_actor_file(file);
      else if (file.room == "events" && file.stem == "cameo") read_cameo(open(file));
      else if (file.room != "events" || file.stem != "kinds") diagnostics_.error(file.place, 1, 1, "no such table in the world pack");
    }
    for (const SourceFile& file : files)
      if (file.language == "world" && file.extension == ".tsv" && file.room == "events" && file.stem == "kinds") read_kinds(open(file));
    check_references();
    write_actors();
    image_.add("world/kinds", kinds_);
    image_.add("world/kind_labels", kind_labels_);
    return std::move(out_);
  }

 private:
  const Table& open(const SourceFile& file) {
    const Table& table = tables_.emplace_back(file, diagnostics_);
    check_heading(table, diagnostics_);
    return table;
  }

  void read_actor_file(const SourceFile& file) {
    const std::vector<std::string>& known = actor_tables();
    if (std::find(known.begin(), known.end(), file.stem) == known.end())
      return diagnostics_.error(file.place, 1, 1, "no table \"" + file.stem + "\" in world/actors" + did_you_mean(file.stem, known));
    const Table& table = open(file);
    if (file.stem == "terms" || file.stem == "coordinates") {
      for (const TableRow& row : table.rows()) (file.stem == "terms" ? terms_ : points_).push_back({&table, &row});
      return;
    }
    const std::string type = file.stem == "people" ? "person" : file.stem.substr(0, file.stem.size() - 1);
    for (const TableRow& row : table.rows()) read_actor(table, row, type);
  }

  void read_actor(const Table& table, const TableRow& row, const std::string& type) {
    const std::string id(table.cell(row, "id"));
    if (id.empty()) return table.error(row, "id", "the id is empty");
    if (const auto known = by_id_.find(id); known != by_id_.end()) {
      const ActorSource& first = actors_[known->second];
      return table.error(row, "id", "\"" + id + "\" stands already at " + first.place + ":" + std::to_string(first.line));
    }
    check_cells(table, row, type);
    by_id_[id] = actors_.size();
    ActorSource& actor = actors_.emplace_back();
    actor.id = id;
    actor.lexicon_type = type;
    actor.file = table.file().name;
    actor.place = table.file().place;
    actor.line = row.line;
    WorldActor& flat = actor.flat;
    flat.id = strings_.add(id);
    flat.name = strings_.add(table.cell(row, "name"));
    flat.code = strings_.add(table.cell(row, "code"));
    flat.country = strings_.add(table.cell(row, "country"));
    flat.speaks_for = strings_.add(table.cell(row, type == "outlet" ? "speaks_for" : "parent"));
    flat.owner = strings_.add(table.cell(row, "owner"));
    flat.gender = strings_.add(table.cell(row, "gender"));
    flat.within = strings_.add(table.cell(row, "within"));
    for (std::string_view place : split_values(table.cell(row, "within"))) actor.within.emplace_back(place);
    flat.outlet = type == "outlet";
    const std::string_view kind = table.cell(row, "kind");
    flat.kind = static_cast<uint32_t>(type == "person"  ? ActorKind::kPerson
                                      : type == "state" ? ActorKind::kState
                                      : type == "place" ? ActorKind::kPlace
                                      : kind == "group" ? ActorKind::kGroup
                                                        : ActorKind::kOrganisation);
    for (size_t i = 0; i < table.columns().size(); ++i) {
      const std::string column(table.columns()[i]);
      const std::string_view cell = row.cells[i];
      if (cell.empty()) continue;
      if (column == "domain")
        for (std::string_view domain : split_values(cell)) domains_.emplace_back(fold(domain), by_id_[id]);
      const size_t bar = column.rfind('_');
      const std::string form = column.size() <= 3 ? "name" : bar == std::string::npos ? "" : column.substr(0, bar);
      const std::string language = column.size() <= 3 ? column : bar == std::string::npos ? "" : column.substr(bar + 1);
      if (column == "name") {
        actor.names.push_back({"", std::string(cell), "name"});
        actor.labels.emplace_back("en", std::string(cell));
      } else if (column == "short" && type == "person") {
        for (std::string_view name : split_values(cell)) actor.names.push_back({"", std::string(name), "name"});
      } else if (column == "name_vi" || (form == "name" && column.size() > 3)) {
        actor.names.push_back({language, std::string(cell), "name"});
        actor.labels.emplace_back(language, std::string(cell));
      } else if (column == "domain" || column == "id" || column == "kind" || column == "code" || column == "of") {
        continue;
      } else if (language.size() == 2 && (form == "name" || form == "demonym" || form == "seat" || form == "short")) {
        for (std::string_view name : split_values(cell)) actor.names.push_back({language, std::string(name), form});
      }
    }
  }

  void check_cells(const Table& table, const TableRow& row, const std::string& type) {
    if (table.cell(row, "name").empty()) table.error(row, "name", "the name is empty");
    const std::string kind(table.cell(row, "kind")), gender(table.cell(row, "gender"));
    const bool known_kind = kind.empty() || type == "outlet" || kind == type || (type == "organisation" && kind == "group");
    if (!known_kind) table.error(row, "kind", "no kind \"" + kind + "\" of " + type + did_you_mean(kind, {type, "group"}));
    if (!gender.empty() && gender != "m" && gender != "f") table.error(row, "gender", "gender is m, f or empty");
    if (type == "state") countries_.insert(std::string(table.cell(row, "country")));
    actor_rows_.push_back({&table, &row});
  }

  // An owner of outlets need be no actor: it is what they have in common.
  void check_references() {
    std::vector<std::string> ids;
    for (const auto& [id, _] : by_id_) ids.push_back(id);
    for (const RowOf& row : actor_rows_) {
      for (std::string_view column : {"parent", "speaks_for"})
        if (const std::string id = row.cell(column); !id.empty() && !by_id_.contains(id)) row.error(column, "no actor \"" + id + "\"" + did_you_mean(id, ids));
      const std::string country = row.cell("country");
      if (!country.empty() && !countries_.empty() && !countries_.contains(country))
        row.error("country", "no state has the country \"" + country + "\"" + did_you_mean(country, {countries_.begin(), countries_.end()}));
    }
    const auto check_actor = [&](const RowOf& row, std::string_view column) {
      if (const std::string id = row.cell(column); !by_id_.contains(id)) row.error(column, "no actor \"" + id + "\"" + did_you_mean(id, ids));
    };
    for (const RowOf& row : terms_)
      for (std::string_view column : {"person", "of"}) check_actor(row, column);
    for (const RowOf& row : points_) check_actor(row, "id");
    check_overlaps();
  }

  // The days on which a term was held for certain: "2019" as a beginning may mean its last day, as an end its first.
  struct CertainTerm {
    int32_t since, until;
    const RowOf* row;
  };
  void check_overlaps() {
    std::map<std::string, std::vector<CertainTerm>> held;
    for (const RowOf& row : terms_) {
      const auto since = parse_partial_date(row.cell("since")), until = parse_partial_date(row.cell("until"));
      std::string office;
      for (size_t i = 0; i < row.row->cells.size(); ++i)
        if (const std::string_view column = row.table->columns()[i]; column != "since" && column != "until") office += std::string(row.row->cells[i]) + "\t";
      held[office].push_back({since ? days(since->second) : INT_MIN, until ? days(until->first) : INT_MAX, &row});
    }
    for (auto& [_, terms] : held) {
      std::stable_sort(terms.begin(), terms.end(), [](const CertainTerm& a, const CertainTerm& b) { return a.since < b.since; });
      for (size_t i = 1; i < terms.size(); ++i)
        if (terms[i].since < terms[i - 1].until && terms[i].since < terms[i].until)
          terms[i].row->error("since", "the term overlaps that in the same office at " + terms[i - 1].row->place());
    }
  }
  static int32_t days(Day day) { return static_cast<int32_t>(day.time_since_epoch().count()); }

  void read_cameo(const Table& table) {
    for (const TableRow& row : table.rows()) {
      const RowOf source{&table, &row};
      const auto [first, fresh] = cameo_.emplace(source.cell("cameo"), source);
      if (!fresh) source.error("cameo", "\"" + source.cell("cameo") + "\" stands already at " + first->second.place());
      goldstein_of(source);
    }
  }

  // NaN if none is given.
  static double goldstein_of(const RowOf& row) {
    return row.cell("goldstein").empty() ? std::nan("") : number_of(row, "goldstein", 10, "a Goldstein score");
  }

  // From -most to most.
  static double number_of(const RowOf& row, std::string_view column, int most, const std::string& what) {
    const std::string cell = row.cell(column);
    double value = 0;
    const auto [end, failure] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (failure != std::errc{} || end != cell.data() + cell.size() || !(std::abs(value) <= most))
      row.error(column, what + " is a number from " + std::to_string(-most) + " to " + std::to_string(most));
    return value;
  }

  void read_kinds(const Table& table) {
    for (const TableRow& row : table.rows()) read_kind({&table, &row});
  }

  void read_kind(const RowOf& row) {
    const std::string id = row.cell("kind"), code = row.cell("cameo"), joint = row.cell("joint");
    if (id.empty()) row.error("kind", "the kind is empty");
    const auto [first, fresh] = kind_rows_.emplace(id, row);
    if (!fresh) return row.error("kind", "\"" + id + "\" stands already at " + first->second.place());
    out_.kinds.push_back(id);
    if (!joint.empty() && joint != "yes") row.error("joint", "joint is \"yes\" or empty");
    const auto cameo = cameo_.find(code);
    if (code.empty()) return row.error("cameo", "kind \"" + id + "\" has no CAMEO code");
    if (cameo == cameo_.end()) return row.error("cameo", "no CAMEO code \"" + code + "\" in world/events/cameo.tsv");
    WorldKind kind;
    kind.id = strings_.add(id);
    kind.cameo = strings_.add(code);
    const std::string plover = row.cell("plover");
    kind.plover = strings_.add(plover.empty() ? cameo->second.cell("plover") : plover);
    double goldstein = goldstein_of(row);
    if (std::isnan(goldstein)) goldstein = goldstein_of(cameo->second);
    kind.goldstein = std::isnan(goldstein) ? 0 : goldstein;
    kind.joint = joint == "yes";
    const auto& columns = row.table->columns();
    for (size_t i = 0; i < columns.size(); ++i)
      if (columns[i].starts_with("label_") && !row.row->cells[i].empty())
        kind_labels_.push_back({static_cast<uint32_t>(kinds_.size()), strings_.add(columns[i].substr(6)), strings_.add(row.row->cells[i])});
    kinds_.push_back(kind);
  }

  static uint32_t capital_mask(const std::string& name, const std::string& type) {
    bool lower = false;
    int letters = 0;
    for (size_t at = 0; at < name.size();) {
      const Decoded next = decode_utf8(name, at);
      if (is_letter(next.code)) {
        ++letters;
        lower |= !is_upper(next.code);
      }
      at += next.length;
    }
    // Persons and outlets need each capital of the name, all others one of them: "the foreign Ministry", "chau A".
    uint32_t flags = type == "person" || type == "outlet" ? kNeedsEachCapital : kNeedsACapital;
    if (!lower && letters >= 2 && letters <= 6) flags |= kNeedsAllCapitals;
    return flags;
  }

  void write_actors() {
    std::vector<size_t> order(actors_.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [this](size_t a, size_t b) { return actors_[a].flat.id < actors_[b].flat.id; });
    std::vector<uint32_t> place(actors_.size());
    for (size_t i = 0; i < order.size(); ++i) place[order[i]] = static_cast<uint32_t>(i);
    std::vector<WorldTerm> terms = compile_terms(place);
    std::vector<WorldActor> flat;
    std::vector<WorldLabel> labels;
    for (uint32_t index = 0; index < order.size(); ++index) {
      ActorSource& actor = actors_[order[index]];
      for (const std::string& id : actor.within)
        if (!by_id_.contains(id)) diagnostics_.error(actor.file, actor.line, 0, "no actor \"" + id + "\"");
      auto first = std::lower_bound(terms.begin(), terms.end(), index, [](const WorldTerm& t, uint32_t key) { return t.actor < key; });
      auto last = std::upper_bound(terms.begin(), terms.end(), index, [](uint32_t key, const WorldTerm& t) { return key < t.actor; });
      actor.flat.term_first = static_cast<uint32_t>(first - terms.begin());
      actor.flat.term_count = static_cast<uint32_t>(last - first);
      if (actor.flat.code == 0) actor.flat.code = actor.flat.country;
      flat.push_back(actor.flat);
      for (const auto& [language, text] : actor.labels) labels.push_back({index, strings_.add(language), strings_.add(text)});
      add_names(actor, static_cast<int>(index));
    }
    std::vector<uint32_t> by_of(terms.size());
    for (uint32_t i = 0; i < by_of.size(); ++i) by_of[i] = i;
    std::stable_sort(by_of.begin(), by_of.end(), [&](uint32_t a, uint32_t b) { return terms[a].of < terms[b].of; });
    std::vector<WorldDomain> domains;
    for (const auto& [domain, actor] : domains_) domains.push_back({strings_.add(domain), place[actor]});
    for (size_t i = 0; i < actors_.size(); ++i)
      if (actors_[i].flat.outlet)
        for (const ActorSource::Name& name : actors_[i].names) domains.push_back({strings_.add(fold(name.text)), place[i]});
    std::stable_sort(domains.begin(), domains.end(), [](const WorldDomain& a, const WorldDomain& b) { return a.domain < b.domain; });
    image_.add("world/actors", flat);
    image_.add("world/terms", terms);
    image_.add("world/terms_by_of", by_of);
    image_.add("world/actor_labels", labels);
    image_.add("world/domains", domains);
    image_.add("world/points", compile_points(place));
  }

  std::vector<WorldTerm> compile_terms(const std::vector<uint32_t>& place) {
    std::vector<WorldTerm> terms;
    for (const RowOf& row : terms_) {
      const auto person = by_id_.find(row.cell("person"));
      if (person == by_id_.end()) continue;
      WorldTerm term;
      term.actor = place[person->second];
      term.role = strings_.add(row.cell("role"));
      term.of = strings_.add(row.cell("of"));
      term.code = strings_.add(row.cell("code"));
      if (term.role == 0) row.error("role", "the role is empty");
      const auto since = date_of(row, "since"), until = date_of(row, "until");
      term.since = since ? days(since->first) : INT_MIN;
      term.until = until ? days(until->second) : INT_MAX;
      if (term.until < term.since) row.error("until", "the term ends before it begins");
      terms.push_back(term);
    }
    std::stable_sort(terms.begin(), terms.end(), [](const WorldTerm& a, const WorldTerm& b) {
      return std::pair(a.actor, a.since) < std::pair(b.actor, b.since);
    });
    return terms;
  }

  std::vector<WorldPoint> compile_points(const std::vector<uint32_t>& place) {
    std::map<uint64_t, std::pair<WorldPoint, const RowOf*>> points;
    for (const RowOf& row : points_) {
      const auto actor = by_id_.find(row.cell("id"));
      if (actor == by_id_.end()) continue;
      const WorldPoint point{place[actor->second], {number_of(row, "latitude", 90, "a latitude"), number_of(row, "longitude", 180, "a longitude")}};
      const auto [first, fresh] = points.emplace(point.actor, std::pair(point, &row));
      if (!fresh) row.error("id", "\"" + row.cell("id") + "\" stands already at " + first->second.second->place());
    }
    std::vector<WorldPoint> out;
    for (const auto& [_, point] : points) out.push_back(point.first);
    return out;
  }

  static std::optional<std::pair<Day, Day>> date_of(const RowOf& row, std::string_view column) {
    const std::string cell = row.cell(column);
    const auto date = parse_partial_date(cell);
    if (!date && !cell.empty()) row.error(column, "\"" + cell + "\" is no date");
    return date;
  }

  void add_names(const ActorSource& actor, int index) {
    for (const ActorSource::Name& name : actor.names) {
      EntrySource entry;
      entry.lexicon = "actor";
      entry.file = actor.file;
      entry.line = actor.line;
      entry.actor = index;
      entry.attrs = {{"kind", actor.lexicon_type}, {"form", name.form}, {"id", actor.id}};
      std::vector<std::string> spellings{name.text};
      std::string open = name.text;   // "Kim Jong-un" is also "Kim Jong un"
      std::replace(open.begin(), open.end(), '-', ' ');
      if (open != name.text) spellings.push_back(open);
      for (const std::string& spelling : spellings) {
        entry.text = spelling;
        entry.flags = capital_mask(spelling, actor.lexicon_type);
        out_.names[name.language].push_back(entry);
      }
    }
  }

  StringCollector& strings_;
  ImageWriter& image_;
  Diagnostics& diagnostics_;
  std::vector<ActorSource> actors_;
  std::map<std::string, size_t> by_id_;
  std::deque<Table> tables_;             // that rows point into
  std::vector<RowOf> actor_rows_, terms_, points_;
  std::set<std::string> countries_;
  std::vector<std::pair<std::string, size_t>> domains_;
  std::map<std::string, RowOf> cameo_, kind_rows_;
  std::vector<WorldKind> kinds_;
  std::vector<WorldLabel> kind_labels_;
  CompiledWorld out_;
};

}  // namespace

CompiledWorld compile_world(const std::vector<SourceFile>& files, StringCollector& strings, ImageWriter& image, Diagnostics& diagnostics) {
  return WorldCompiler(strings, image, diagnostics).run(files);
}

}  // namespace hearsay
