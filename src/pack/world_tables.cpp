// SPDX-License-Identifier: Apache-2.0
#include "pack/world_tables.h"

#include <algorithm>
#include <charconv>
#include <climits>

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
  std::string file;
  int line = 0;
};

class WorldCompiler {
 public:
  WorldCompiler(StringCollector& strings, ImageWriter& image, Diagnostics& diagnostics)
      : strings_(strings), image_(image), diagnostics_(diagnostics) {}

  std::map<std::string, std::vector<EntrySource>> run(const std::vector<SourceFile>& files) {
    for (const SourceFile& file : files) {
      if (file.extension != ".tsv") continue;
      if (file.room == "actors" && file.language == "world") read_actor_file(file);
      if (file.room == "events" && file.stem == "cameo") read_cameo(file);
    }
    for (const SourceFile& file : files)
      if (file.extension == ".tsv" && file.room == "events" && file.stem == "kinds") read_kinds(file);
    write_actors();
    write_kinds();
    return std::move(names_);
  }

 private:
  void read_actor_file(const SourceFile& file) {
    const Table table(file, diagnostics_);
    if (file.stem == "terms") {
      for (const TableRow& row : table.rows()) terms_.push_back({&file, row.line, copy(table, row)});
      return;
    }
    const std::string type = file.stem == "states" ? "state" : file.stem == "people" ? "person" : file.stem == "outlets" ? "outlet"
                             : file.stem == "places" ? "place" : "organisation";
    for (const TableRow& row : table.rows()) read_actor(table, row, type);
  }

  using Cells = std::map<std::string, std::string>;
  static Cells copy(const Table& table, const TableRow& row) {
    Cells cells;
    for (size_t i = 0; i < table.columns().size(); ++i) cells[std::string(table.columns()[i])] = std::string(row.cells[i]);
    return cells;
  }

  void read_actor(const Table& table, const TableRow& row, const std::string& type) {
    const std::string id(table.cell(row, "id"));
    if (id.empty()) return diagnostics_.error(table.file().name, row.line, 1, "the id is empty");
    if (by_id_.contains(id)) {
      diagnostics_.error(table.file().name, row.line, 1, "\"" + id + "\" stands already at " + actors_[by_id_[id]].file + ":" +
                                                             std::to_string(actors_[by_id_[id]].line));
      return;
    }
    by_id_[id] = actors_.size();
    ActorSource& actor = actors_.emplace_back();
    actor.id = id;
    actor.lexicon_type = type;
    actor.file = table.file().name;
    actor.line = row.line;
    WorldActor& flat = actor.flat;
    flat.id = strings_.add(id);
    flat.name = strings_.add(table.cell(row, "name"));
    flat.code = strings_.add(table.cell(row, "code"));
    flat.country = strings_.add(table.cell(row, "country"));
    flat.speaks_for = strings_.add(table.cell(row, type == "outlet" ? "speaks_for" : "parent"));
    flat.owner = strings_.add(table.cell(row, "owner"));
    flat.gender = strings_.add(table.cell(row, "gender"));
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

  void read_cameo(const SourceFile& file) {
    const Table table(file, diagnostics_);
    for (const TableRow& row : table.rows()) cameo_[std::string(table.cell(row, "cameo"))] = copy(table, row);
  }

  void read_kinds(const SourceFile& file) {
    const Table table(file, diagnostics_);
    for (const TableRow& row : table.rows()) {
      WorldKind kind;
      const std::string code(table.cell(row, "cameo"));
      auto cameo = cameo_.find(code);
      if (cameo == cameo_.end()) {
        diagnostics_.error(file.name, row.line, 0, "no CAMEO code \"" + code + "\" in world/events/cameo.tsv");
        continue;
      }
      kind.id = strings_.add(table.cell(row, "kind"));
      kind.cameo = strings_.add(code);
      const std::string_view plover = table.cell(row, "plover");
      kind.plover = strings_.add(plover.empty() ? std::string_view(cameo->second["plover"]) : plover);
      const std::string_view goldstein = table.cell(row, "goldstein");
      kind.goldstein = std::atof(std::string(goldstein.empty() ? cameo->second["goldstein"] : goldstein).c_str());
      kind.joint = table.cell(row, "joint") == "yes";
      for (size_t i = 0; i < table.columns().size(); ++i)
        if (table.columns()[i].starts_with("label_") && !row.cells[i].empty())
          kind_labels_.push_back({static_cast<uint32_t>(kinds_.size()), strings_.add(table.columns()[i].substr(6)), strings_.add(row.cells[i])});
      kinds_.push_back(kind);
    }
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
  }

  struct TermSource {
    const SourceFile* file;
    int line;
    Cells cells;
  };
  std::vector<WorldTerm> compile_terms(const std::vector<uint32_t>& place) {
    std::vector<WorldTerm> terms;
    for (TermSource& source : terms_) {
      auto person = by_id_.find(source.cells["person"]);
      if (person == by_id_.end()) {
        diagnostics_.error(source.file->name, source.line, 1, "no actor \"" + source.cells["person"] + "\"");
        continue;
      }
      WorldTerm term;
      term.actor = place[person->second];
      term.role = strings_.add(source.cells["role"]);
      term.of = strings_.add(source.cells["of"]);
      term.code = strings_.add(source.cells["code"]);
      if (!by_id_.contains(source.cells["of"])) diagnostics_.error(source.file->name, source.line, 0, "no actor \"" + source.cells["of"] + "\"");
      const auto since = parse_partial_date(source.cells["since"]);
      const auto until = parse_partial_date(source.cells["until"]);
      if (!since && !source.cells["since"].empty()) diagnostics_.error(source.file->name, source.line, 0, "\"" + source.cells["since"] + "\" is no date");
      if (!until && !source.cells["until"].empty()) diagnostics_.error(source.file->name, source.line, 0, "\"" + source.cells["until"] + "\" is no date");
      term.since = since ? static_cast<int32_t>(since->first.time_since_epoch().count()) : INT_MIN;
      term.until = until ? static_cast<int32_t>(until->second.time_since_epoch().count()) : INT_MAX;
      if (term.until < term.since) diagnostics_.error(source.file->name, source.line, 0, "the term ends before it begins");
      terms.push_back(term);
    }
    std::stable_sort(terms.begin(), terms.end(), [](const WorldTerm& a, const WorldTerm& b) {
      return std::pair(a.actor, a.since) < std::pair(b.actor, b.since);
    });
    return terms;
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
        names_[name.language].push_back(entry);
      }
    }
  }

  void write_kinds() {
    image_.add("world/kinds", kinds_);
    image_.add("world/kind_labels", kind_labels_);
  }

  StringCollector& strings_;
  ImageWriter& image_;
  Diagnostics& diagnostics_;
  std::vector<ActorSource> actors_;
  std::map<std::string, size_t> by_id_;
  std::vector<TermSource> terms_;
  std::vector<std::pair<std::string, size_t>> domains_;
  std::map<std::string, Cells> cameo_;
  std::vector<WorldKind> kinds_;
  std::vector<WorldLabel> kind_labels_;
  std::map<std::string, std::vector<EntrySource>> names_;
};

}  // namespace

std::map<std::string, std::vector<EntrySource>> compile_world(const std::vector<SourceFile>& files, StringCollector& strings,
                                                              ImageWriter& image, Diagnostics& diagnostics) {
  return WorldCompiler(strings, image, diagnostics).run(files);
}

}  // namespace hearsay
