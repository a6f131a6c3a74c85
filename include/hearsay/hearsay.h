// Hearsay's one public header: reads reports into analyses, analyses into a chronicle.
// Command line, server and bindings use nothing else, but for the bench `hearsay eval`.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace hearsay {

// ---- values

// A half-open stretch of bytes in Document::text. Records count code points; the `record` room converts.
struct Span {
  uint32_t start = 0;
  uint32_t end = 0;
  bool empty() const { return end <= start; }
  uint32_t length() const { return end - start; }
  bool contains(Span other) const { return start <= other.start && other.end <= end; }
  bool overlaps(Span other) const { return start < other.end && other.start < end; }
  friend bool operator==(Span, Span) = default;
};

// A civil day, without a zone.
using Day = std::chrono::sys_days;

// What went wrong outside the program (disk, store, options), in one line that names the file.
struct Error {
  enum class Kind { kUsage, kInput, kPack, kStore };
  Kind kind = Kind::kInput;
  std::string message;
};

// Either a value or an Error.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::move(value)) {}
  Result(Error error) : held_(std::move(error)) {}
  explicit operator bool() const { return held_.index() == 0; }
  T& operator*() { return std::get<0>(held_); }
  const T& operator*() const { return std::get<0>(held_); }
  T* operator->() { return &std::get<0>(held_); }
  const T* operator->() const { return &std::get<0>(held_); }
  const Error& error() const { return std::get<1>(held_); }

 private:
  std::variant<T, Error> held_;
};

struct Nothing {};
using Status = Result<Nothing>;

// ---- a document and its analysis (the record hearsay/1)

// Where a publication date was read.
enum class DateOrigin { kUnknown, kMetadata, kOption, kDateline, kText };

// Where something known of a document was read, from the most to the least trusted: given with it, in parts of its page, in the feed that led to it, in its text.
enum class FieldOrigin : uint8_t { kGiven, kJsonLd, kOpenGraph, kMicrodata, kMeta, kTimeElement, kVisible, kFeed, kAddress, kText };

// A stretch of the text that is not the report's own telling.
enum class ZoneKind { kTitle, kBody, kCaption, kCredit, kDateline, kBoilerplate, kForeign };
struct Zone {
  ZoneKind kind = ZoneKind::kBody;
  Span span;                             // whole paragraphs or lines
  int paragraph = 0;                     // running number of body paragraphs, from 0; -1 outside the body
  std::string lang = {};                 // of a foreign one: another language than the report's, ISO 639-1; it is kept unread
};

// What is known of a report besides its bytes: a line of a manifest, or options.
struct Metadata {
  std::string path;                      // as given; names the report in errors and records
  std::optional<std::string> url, outlet, published, lang, title;
  DateOrigin published_from = DateOrigin::kMetadata;  // who gave `published`: what belongs to the report, or an option for many
  std::string charset = {};              // a label that came with the bytes; empty if none did
  std::vector<Zone> marked = {};         // stretches of a plain text of which is known that they are not the report's own telling
  // What the feed that led to it says of it, which counts where the report itself says nothing; empty where the feed says nothing either.
  struct Feed {
    std::string address;                 // where the bytes were had; a page may name another for itself
    std::string title, outlet, published, lang, author;
    friend bool operator==(const Feed&, const Feed&) = default;
  };
  Feed feed = {};
};

struct Document {
  std::string id;                        // from the bytes and the path's file name; the same input, the same id
  std::string path;
  std::optional<std::string> url;
  std::string sha256;                    // of the bytes that were read, hexadecimal
  std::optional<std::string> title;
  std::optional<std::string> outlet_id, outlet_name;
  std::optional<std::string> published;  // ISO 8601 date or date-time
  std::optional<Day> published_day;
  DateOrigin published_from = DateOrigin::kUnknown;
  std::vector<std::string> authors;      // as the page names them
  std::optional<std::string> modified;   // as `published`
  std::string encoding;                  // of the bytes: "utf-8", "windows-1258", "tcvn3"; in lower case, by the names of WHATWG where it has one
  std::map<std::string, FieldOrigin> fields;     // of a page, or by a feed: where "title", "outlet", "authors", "published", "modified", "url" and "lang" were read
  std::string lang;                      // ISO 639-1, "und" if no pack reads it
  std::string text;                      // valid UTF-8; what all spans index
  std::vector<Zone> zones;               // in order, covering the text's non-blank lines
};

enum class TimeType { kDate, kTime, kDuration, kSet };
struct TimeExpression {
  Span span;
  TimeType type = TimeType::kDate;
  std::string value;                     // TIMEX3
  std::optional<Day> from, to;           // the days covered, both or neither
  std::string rule;
};

enum class ActorKind { kPerson, kState, kOrganisation, kGroup, kPlace };
enum class MentionForm { kName, kTitle, kPronoun, kDescription };
struct Mention {
  Span span;
  MentionForm form = MentionForm::kName;
  std::string rule;
};
struct Actor {
  std::string id;                        // of the world pack, or made from the name within the document
  std::string name;
  ActorKind kind = ActorKind::kPerson;
  std::string code;                      // CAMEO actor code on the document's date, empty if none
  std::string country;                   // ISO 3166-1 alpha-3, empty if none
  std::string speaks_for;                // actor id of the state or body whose organ it is, empty if none
  std::string owner;                     // of an outlet: who owns it, empty if unknown
  std::vector<std::string> within;       // of a place: ids of the places and states it lies in, the nearest first
  bool outlet = false;
  bool known = false;                    // held by a pack
  std::vector<Mention> mentions;         // in order of the text
};

// A point on the Earth, WGS 84: of a city or a site where it is, of a state, a region or a sea one near its middle.
struct Coordinates {
  double latitude = 0, longitude = 0;    // degrees, north and east positive
};

// Who speaks, or passes words on.
struct Voice {
  int actor = -1;                        // index into Analysis::actors, -1 if none
  std::string name;                      // the actor's, or the source's words
  Span span;                             // empty where the text does not name it here
  bool anonymous = false;
  int voices = 1;                        // how many persons the text says speak
};

enum class Mode { kDirect, kIndirect, kMixed };
enum class Act { kAssert, kConfirm, kDeny, kDecline, kSilent };
struct Statement {
  Span span;
  int sentence = 0;
  Mode mode = Mode::kIndirect;
  Act act = Act::kAssert;
  std::optional<Span> cue, content;
  Voice speaker;
  std::vector<Voice> via;                // nearest to the speaker first
  int parent = -1;                       // the statement whose content this one stands in
  bool unverified = false;               // the report calls the content unverified
  bool refers_back = false;              // the content points to what was told just before: "denied it", "confirmed this report"
  std::string rule;
  bool rejected = false;                 // by a correction
};

enum class EventStatus { kHappened, kPlanned, kPossible, kNotHappened, kCancelled };
struct Party {
  int actor = -1;                        // index into Analysis::actors, -1 if none
  Span span;
};
// What a correction says of the happening that an event tells.
struct Tie {
  std::string correction, by;            // its id, and whose it is
  bool apart = false;                    // from those of another part; else it is one with all of this correction
  int part = 0;
  std::string told_as;                   // of one: where it is looked for, whatever it was read as
};
struct Event {
  Span span;                             // the clause or noun group that tells it
  int sentence = 0;
  std::string kind;
  std::string cameo, plover;
  double goldstein = 0;                  // -10..+10
  Party source, target;
  int time = -1;                         // index into Analysis::times
  std::optional<Day> from, to;           // the days it may have happened on
  int place = -1;                        // index into Analysis::actors
  EventStatus status = EventStatus::kHappened;
  bool lead = false;
  bool joint = false;                    // an act of both parties alike (meeting, treaty)
  int statement = -1;                    // innermost; -1 for the outlet's own voice
  bool unverified = false;
  std::string rule;
  bool rejected = false;                 // by a correction: it tells of no happening
  std::vector<Tie> ties;                 // by corrections
};

// What a report counts: so many dead, so much money, so many ships.
struct Figure {
  Span span;                             // the number with its bounds and the word for what is counted
  int sentence = 0;
  std::string of;                        // what is counted: "dead", "wounded", "arrested", "troops", "money:USD"; the packs' words
  std::string who;                       // the people of whom it is counted: "people", "soldiers"; empty if not said, or if no people are counted
  std::optional<double> least, most;     // both and equal for a plain number; "at least 12" has no most, "up to 20" no least
  bool about = false;                    // the number itself is rounded or guessed: "about", "nearly"
  int statement = -1;                    // innermost; -1 for the outlet's own voice
  int event = -1;                        // of the same sentence and statement, the nearest; -1 if it tells none
  std::string rule;
};

struct Analysis {
  Document document;
  std::vector<Span> sentences;
  std::vector<TimeExpression> times;
  std::vector<Actor> actors;
  std::vector<Statement> statements;
  std::vector<Event> events;
  std::vector<Figure> figures;
  std::vector<std::string> notes;        // what was skipped or cut short, and why
};

// Why a value is what it is: the rule or lexicon entry, the words, and what it was made of.
struct Derivation {
  std::string what;                      // "event letter-refused", "vg", "entry verbs: từ chối"
  std::string rule;                      // rule id or lexicon file and line; empty for plain words
  Span span;
  std::vector<Derivation> parts;
};

// ---- the chronicle (the record hearsay-chronicle/1)

enum class OriginKind { kParty, kThirdParty, kUnnamed, kOutlet };
struct StatementRef {
  std::string document;                  // id
  int statement = -1;                    // index; -1 for the outlet's own voice
};
struct Origin {
  std::string actor;                     // id, empty if none
  std::string name;
  OriginKind kind = OriginKind::kOutlet;
  int voices = 1;
  std::vector<StatementRef> statements;
  bool circular = false;                 // outlets that cite one another, and nobody else
};

enum class Standing { kDisputed, kDenied, kBothParties, kOneParty, kThirdParty, kAnonymous, kUnattributed, kWithdrawn };

struct HappeningParty {
  std::string actor, name, code, country;
};
struct HappeningMention {
  std::string document;
  int event = 0;                         // index into that analysis' events, where its span stands in bytes
  uint32_t start = 0, end = 0;           // code points
  std::string because;                   // why it was merged into this happening, in words
  bool lead = false;                     // its report opens with it; else it is background there
};
struct StandingChange {
  std::string on;                        // ISO date, empty if the documents carry none
  Standing standing = Standing::kUnattributed;
  std::vector<std::string> because;      // document ids
  std::string reason;                    // the standing's reason in words, as it was from then on
};
struct Happening {
  std::string id;
  std::string kind, cameo, plover;
  double goldstein = 0;
  std::optional<HappeningParty> source, target;
  std::optional<std::string> joint;
  std::optional<Day> from, to;
  EventStatus status = EventStatus::kHappened;
  Standing standing = Standing::kUnattributed;
  std::string reason;                    // the standing's reason in words
  bool unverified = false;
  int documents = 0, outlets = 0;
  std::vector<Origin> origins, denials, declined;
  std::vector<HappeningMention> mentions;
  std::vector<StandingChange> history;
  std::vector<std::string> announced_by; // ids of the plans that it carries out
  std::vector<std::string> carried_out_by;         // of a plan: ids of the acts that do
};

// What one chronicle has otherwise than another of fewer or of other documents.
struct HappeningChange {
  int now = -1;                          // index into the later chronicle, -1: it is gone
  std::vector<int> before;               // indexes into the earlier one: none if it is new, several if they have become one
  bool standing = false, status = false, dates = false;      // which of these differ from `before`, if that is one
  std::vector<std::string> documents;    // ids of those that tell it now and did not before
};
// Happenings are followed by their tellings, whatever their ids. In the order of the later chronicle; what is gone comes last.
std::vector<HappeningChange> compare(const std::vector<Happening>& before, const std::vector<Happening>& after);

// ---- copies

// What two reports have word for word in common, by how much of each it is.
enum class OverlapKind {
  kReprint,                              // all of both, but for a lead or a last line
  kShortened,                            // the second is part of the first
  kExtended,                             // the first is part of the second
  kReworked,                             // most of the shorter, with words of its own in both
  kPassages,                             // less: no copy
  kQuotations,                           // less, and all of it somebody's words that both quote
};
// What tells which of two copies the other.
enum class CopiedBy { kUndecided, kCredit, kDate };
struct SharedPassage {
  Span first, second;                    // in either document's text
  int words = 0;                         // that are equal
  bool quoted = false;                   // in quotation marks in both
};
struct Overlap {
  int first = -1, second = -1;           // indexes of the analyses: the second copies the first, or the first is longer where `by` is undecided
  OverlapKind kind = OverlapKind::kPassages;
  CopiedBy by = CopiedBy::kUndecided;
  double first_share = 0, second_share = 0;        // of a report's own words that lie in the passages, 0 to 1
  std::vector<SharedPassage> passages;
};
struct Copying {
  std::vector<int> family;               // per analysis: the first, by publication and id, of all that are copies of one another
  std::vector<Overlap> overlaps;         // the largest share first
};

// ---- where words come from

// Documents, those whose words they print, and the origins of one happening, with the ways the words went.
struct OriginGraph {
  enum class NodeKind { kOrigin, kVoice, kDocument };
  enum class Side { kNone, kFor, kAgainst, kNoComment };
  struct Node {
    NodeKind kind = NodeKind::kVoice;
    std::string name;
    std::string actor;                   // id, empty if none
    std::string document;                // id, of a document
    Side side = Side::kNone;             // of an origin
    OriginKind origin = OriginKind::kOutlet;       // of an origin
    int voices = 1;                      // of an origin
    bool circular = false;               // of an origin
  };
  // The way the words went: an origin speaks through a voice, a voice tells another, an outlet prints a document, a document is copied by another.
  enum class EdgeKind { kSpeaks, kTells, kPrints, kCopied };
  struct Edge {
    int from = -1, to = -1;
    EdgeKind kind = EdgeKind::kTells;
    std::string document;                // where it is read
    Span words;                          // that prove it, in that document's text
    int statement = -1;                  // that says it, -1 for the outlet's own voice
  };
  std::vector<Node> nodes;
  std::vector<Edge> edges;
};
// `analyses`: with all that tell the happening; `copying` is theirs.
OriginGraph origin_graph(const Happening& happening, const std::vector<Analysis>& analyses, const Copying& copying);

// What reports of one happening give differently.
struct Difference {
  enum class Kind { kDate, kPlace, kFigure };
  struct Telling {
    std::string document;
    int event = -1;                      // -1 for a figure that belongs to none
    int sentence = -1;
    Span words;                          // that say it
    std::string value;                   // "2019-06-30", "2019-06-01..2019-06-30"; an actor's id; "12", "12..", "..20", "10..15"
  };
  Kind kind = Kind::kDate;
  std::string of;                        // of figures: Figure::of, and Figure::who behind a blank
  std::vector<Telling> tellings;         // by value
};
// Dates that no one day satisfies, places of which none lies in the other, and figures of the act that no one number satisfies. `documents`: those that
// tell it, others do not matter.
std::vector<Difference> differences(const Happening& happening, const std::vector<const Analysis*>& documents);
// Figures that no one number satisfies among those that the documents of one story open with, but for amounts of money, which are seldom of one thing.
std::vector<Difference> differing_figures(const std::vector<const Analysis*>& documents);

// ---- stories

struct StoryActor {
  std::string id, name;
  int documents = 0, mentions = 0;       // that name it
};
// The reports of one unfolding occurrence (the record hearsay-story/1).
struct Story {
  std::string id;                        // from the first report's
  std::string title;                     // of the report that all others resemble most; empty if that has none
  std::string titled_by;                 // that report's id
  std::vector<std::string> documents;    // ids, by publication
  int outlets = 0;
  std::vector<std::pair<Day, int>> days; // on which reports were published, and how many: the story's arc
  std::vector<StoryActor> actors;        // whom most reports name, by how many do; few
  std::vector<std::string> happenings;   // ids of what its reports open with, in the order of the chronicle
};

// ---- corrections (the record hearsay-correction/1)

// What a person says of the reading. It is kept beside what was read, never over it.
enum class CorrectionKind {
  kReject,                               // a statement or an event is not what the words say
  kMerge,                                // events tell one happening
  kSplit,                                // events tell two happenings: those of part 0, and those of part 1
  kOwner,                                // who owns an outlet: whose voices its reports are
  kNote,                                 // words, which change nothing
};
enum class CorrectedItem { kWords, kStatement, kEvent };
// What a correction is about, by its place: ids change when a document is read anew.
struct CorrectedPlace {
  std::string document = {};             // id
  CorrectedItem item = CorrectedItem::kWords;
  uint32_t start = 0, end = 0;           // code points
  std::string read_as = {};              // what was read there: an event's kind, parties and status, a statement's act and speaker
  std::string words = {};                // that stand there
  int part = 0;                          // of a split
};
struct Correction {
  std::string id = {};                   // "c12"; the store gives it
  CorrectionKind kind = CorrectionKind::kNote;
  std::vector<CorrectedPlace> places = {};
  std::string actor = {};                // an outlet's id; whom a note is about, empty if it is about places
  std::string owner = {};                // an actor's id; empty: itself
  std::string words = {};                // why; a note's words
  std::string by = {}, made = {};        // who, and when: ISO 8601 in UTC
  std::string withdrawn_by = {}, withdrawn = {};  // empty while it holds
  std::string told_as = {};              // of a merge, see Tie
  bool lost = false;                     // a place reads otherwise now, or its document is gone: the correction does nothing there
};
// The place of a statement or an event, by its index.
CorrectedPlace place_of(const Analysis& analysis, CorrectedItem item, int index);

// ---- names of the enumerators as the records write them

std::string_view to_string(DateOrigin);
std::string_view to_string(FieldOrigin);
std::string_view to_string(TimeType);
std::string_view to_string(ActorKind);
std::string_view to_string(MentionForm);
std::string_view to_string(Mode);
std::string_view to_string(Act);
std::string_view to_string(EventStatus);
std::string_view to_string(OriginKind);
std::string_view to_string(Standing);
std::string_view to_string(OverlapKind);
std::string_view to_string(CopiedBy);
std::string_view to_string(OriginGraph::NodeKind);
std::string_view to_string(OriginGraph::Side);
std::string_view to_string(OriginGraph::EdgeKind);
std::string_view to_string(Difference::Kind);
std::string_view to_string(CorrectionKind);
std::string_view to_string(CorrectedItem);
std::string iso(Day day);

// ---- the engine

struct EngineOptions {
  std::vector<std::string> packs;        // folders layered over the embedded pack, in this order
  std::string base_packs;                // a folder to read instead of the embedded pack; empty: embedded
};

// What a document was read with. Readings of the same fingerprint give the same analysis.
struct Provenance {
  std::string packs;                     // Engine::packs_id
  std::string fingerprint;               // of the bytes, all metadata, the packs and the program; empty: not known
};

// A mistake in a pack: place, reason, remedy.
struct Diagnostic {
  std::string file;
  int line = 0, column = 0;              // from 1
  bool warning = false;
  std::string message;
};
std::string to_string(const Diagnostic&);

class Store;
struct DocumentQuery;

class Engine {
 public:
  static Result<Engine> open(const EngineOptions& options = {});
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  // Reads one report. Safe to call from many threads at once.
  Result<Analysis> analyse(std::string bytes, const Metadata& metadata) const;
  // The same, with the derivations of everything found, one tree per item, in order of the text.
  Result<std::pair<Analysis, std::vector<Derivation>>> explain(std::string bytes, const Metadata& metadata) const;

  // Merges the events of all analyses into happenings, ordered by time. `as_of` leaves out later reports.
  std::vector<Happening> chronicle(const std::vector<Analysis>& analyses, std::optional<Day> as_of = {}) const;

  // Why two happenings of one chronicle are not taken for one, in words; empty if one has no telling in the analyses, which are all that tell either.
  std::string why_apart(const std::vector<Analysis>& analyses, const Happening& a, const Happening& b) const;

  // Which reports belong together, by their first report. `happenings` are those of the same analyses' chronicle.
  std::vector<Story> stories(const std::vector<Analysis>& analyses, const std::vector<Happening>& happenings) const;

  // Brings the chronicle and the stories that a store keeps up to date with its documents: the same as the two above make of all of them,
  // whatever the order in which they came. Former ids lead to what most of their reports now belong to.
  //   go_on  told after each transaction how many changed documents are left; false stops, and the next call goes on from there
  // Cost: hangs on the changed documents, on those that share words with them, and on the events between the same parties; not on the store.
  Status update(Store& store, const std::function<bool(int64_t left)>& go_on = {}) const;

  // Keeps what a person says of the reading; its id. Of the places, `words` and `read_as` need not be given. The chronicle follows with `update`. Refuses what cannot be
  // (kUsage): items that are not there, one event held together and apart.
  Result<std::string> correct(Store& store, Correction correction) const;

  // What `chronicle` makes of a store's documents up to a day, or of all: those happenings that `told_by`, or copies of theirs, tell, each with all that is told of it up to
  // then. Cost: hangs on what these tell, not on the store.
  Result<std::vector<Happening>> chronicle_as_of(const Store& store, std::optional<Day> as_of, const DocumentQuery& told_by) const;

  // Which reports are copies of one another, and what reports share without being copies.
  Copying copying(const std::vector<Analysis>& analyses) const;
  // The same of one document and those that it shares passages with, or is a copy along with, as the store keeps it; `analyses` are these, in order of
  // publication. Nothing, if the store has no such document in its chronicle.
  struct Neighbours {
    std::vector<Analysis> analyses;
    Copying copying;
  };
  Result<Neighbours> neighbours(const Store& store, const std::string& document_id) const;

  // 16 hexadecimal digits from the sources of the packs that this engine reads with: the same packs, the same id, wherever they lie.
  const std::string& packs_id() const;
  // What `analyse` would read these bytes with; far cheaper than reading them.
  Provenance provenance(std::string_view bytes, const Metadata& metadata) const;
  std::vector<std::string> languages() const;
  // The phrase for a kind ("sent a letter to") in an interface language; the kind itself if the pack has none.
  std::string kind_label(std::string_view kind, std::string_view ui) const;
  // The name of an actor in an interface language; empty if no pack holds it.
  std::string actor_name(std::string_view id, std::string_view ui) const;
  // Where a state or a place lies; nullopt if no pack says so.
  std::optional<Coordinates> coordinates(std::string_view id) const;
  // The ids that a name or id given by a user may mean.
  std::vector<std::string> find_actors(std::string_view name) const;

  struct Impl;
  const Impl& impl() const { return *impl_; }                      // for the program's own rooms: the type is known to no other

 private:
  explicit Engine(std::unique_ptr<const Impl>);
  std::unique_ptr<const Impl> impl_;
};

// ---- packs

struct PackReport {
  std::string id;                        // Engine::packs_id of an engine with these packs alone; empty if they do not compile
  std::vector<Diagnostic> diagnostics;
  int rules = 0, entries = 0, examples = 0, failed = 0;
  int wanted = 0;                        // examples marked "~" that do not hold yet
  std::vector<std::string> failures;     // one line per failed example
  std::vector<std::string> uncovered;    // rules that no example reaches
};
// `layered`: the folder stands over the embedded packs, as with EngineOptions::packs, and only its own examples are run.
PackReport check_packs(const std::string& folder, bool layered = false);
PackReport test_packs(const std::string& folder, bool layered = false);
// Compiles the packs of a folder into one image file.
Status compile_packs(const std::string& folder, const std::string& image_file);

// ---- reports from the disk

struct InputError {
  std::string path;
  std::string message;
  bool warning = false;                  // nothing is left unread for it: a manifest and the files do not fit together
};
struct InputList {
  std::vector<Metadata> reports;         // in order of path, each file once
  std::vector<InputError> errors;        // missing files; as warnings, manifest rows without a file, …
};
// Finds the inputs among files and folders (recursively, by their endings), with what a manifest says of them. "-" is standard input.
InputList list_reports(const std::vector<std::string>& paths, const std::optional<std::string>& manifest);
// Reads a file's bytes; refuses folders, unreadable files and files over `max_bytes`.
Result<std::string> read_file(const std::string& path, uint64_t max_bytes);
inline constexpr uint64_t kMaxReportBytes = 64u << 20;

// A report on its way from an input, or what is left out of one.
struct IncomingReport {
  Metadata about;
  std::string bytes;
  std::string fault;                     // why there are no bytes, in one line; empty of a report
};
// How much is taken from one input. What goes beyond is one line, and reading goes on behind it where it can.
struct IntakeLimits {
  uint64_t member_bytes = kMaxReportBytes;      // of one member, unpacked; also what archives in archives may hold in memory together. No report is as long
  uint64_t total_bytes = uint64_t{256} << 30;   // unpacked from one input: 10 GB of pages pack 6 to 10 times; 256 GB take hours, not days
  double ratio = 200;                           // unpacked by packed: pages pack 5 to 15 times, tables up to 100; deflate reaches 1032 and only with one byte repeated
  uint64_t ratio_from = 16 << 20;               // bytes unpacked before the ratio counts: as much costs nothing, and a short page of blanks is no bomb
  int depth = 4;                                // levels: an export of months of archives of folders of packed pages has four; each level multiplies a bomb
  uint64_t members = 20'000'000;                // 10 GB of members of 500 bytes, the least that TAR gives one
};
struct IntakeOptions {
  std::string columns;                   // of tables: "body=text,date=pub_date"; what it does not name is guessed by well-known names
  IntakeLimits limits;
};
// Brings the reports of inputs one after another: an input may be a report, or a feed, a mail, a table or an archive of any of them, one in another. Reads
// ahead a little on a thread of its own; memory does not grow with the inputs.
class Intake {
 public:
  // An Error if the options make no sense. A thread that reads standard input ("-") ends when that does.
  static Result<Intake> open(std::vector<Metadata> inputs, const IntakeOptions& options = {});
  Intake(Intake&&) noexcept;
  ~Intake();
  // nullopt at the end. Safe to call from many threads, each of which gets other reports.
  std::optional<IncomingReport> next();
  // What `next` has handed over all reports of.
  struct Progress {
    size_t inputs = 0;
    uint64_t bytes = 0;                  // as they lie on the disk: what archives hold is packed
  };
  Progress progress() const;
  // How many things were met that are no reports, by what they are: "folders", "HTTP status 404". Of all inputs when `next` has come to the end.
  std::map<std::string, uint64_t> passed_over() const;

 private:
  struct Impl;
  explicit Intake(std::unique_ptr<Impl>);
  std::unique_ptr<Impl> impl_;
};

// ---- records

std::string analysis_record(const Analysis& analysis);             // hearsay/1, one line, no newline
Result<Analysis> read_analysis_record(std::string_view json);
// Its document alone: of a record that analysis_record wrote, nothing between its text and its zones is looked at.
Result<Document> read_document_record(std::string_view json);
std::string happening_record(const Happening& happening);          // hearsay-chronicle/1, one line, no newline
std::string story_record(const Story& story);                      // hearsay-story/1, one line, no newline
Result<Story> read_story_record(std::string_view json);
Result<Happening> read_happening_record(std::string_view json);
std::string correction_record(const Correction& correction);       // hearsay-correction/1, one line, no newline
Result<Correction> read_correction_record(std::string_view json);
// Byte offset -> code point offset for one text; linear to build, logarithmic to ask.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  uint32_t at(uint32_t byte) const;
  uint32_t byte_of(uint32_t code_point) const;

 private:
  std::string_view text_;
  std::vector<uint32_t> every_;          // code points before each block of bytes
};

// ---- the store

// What is asked for of a store; what is left empty asks for nothing. Days are included on both sides.
struct HappeningQuery {
  std::string id = {};                                           // its id, or that of the act of three or more that it is of, begins so
  std::vector<std::string> ids = {};                             // one of these
  std::vector<std::string> actors = {}, countries = {};          // who is a party, or of which country one is
  std::string document = {};                                     // the id of one that tells it
  std::optional<Day> from = {}, to = {};                         // on which it may have happened
};
struct StoryQuery {
  std::string id = {};                                           // begins so
  std::vector<std::string> actors = {}, countries = {};          // whom it is about, or of which country a party of what it opens with is
  std::vector<std::string> documents = {};                       // ids: one of them is a report of it
  std::optional<Day> from = {}, to = {};                         // on which its reports were published
  int least = 0;                                                 // reports
};
struct DocumentQuery {
  std::vector<std::string> ids = {};                             // one of these
  std::vector<std::string> actors = {}, countries = {};          // who is in it, or of which country one is
  std::vector<std::string> speakers = {};                        // who speaks in it, or one of those countries is in it
  std::string outlet = {}, lang = {};                            // its id, or its name, whatever the case and diacritics
  std::optional<Day> from = {}, to = {};                         // of publication
  bool or_undated = false;                                       // or without a date, if one of these is given
};

// How much is told of one actor.
struct ActorTotals {
  Actor actor;                           // as most documents have it; without mentions
  std::vector<std::string> codes;        // an office changes with time
  int64_t documents = 0, mentions = 0;   // documents that name it
  int64_t statements = 0, events = 0;    // that it makes, that it is a party of
};

class Store {
 public:
  // Creates or opens; migrates an older schema, refuses a newer one.
  static Result<Store> open(const std::string& path, bool read_only = false);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  enum class Saved { kNew, kUnchanged, kReplaced };
  // A document with all that was read from it.
  struct Reading {
    const Analysis& analysis;
    Provenance provenance = {};
  };
  // One transaction: all of them, in this order, or nothing. Several together are faster: a transaction costs as much as the rest of a document.
  Result<std::vector<Saved>> save(std::span<const Reading> readings);
  Result<Saved> save(const Analysis& analysis, const Provenance& provenance = {});
  // Whether the document at this path was read with just this: reading it again would change nothing.
  Result<bool> holds(const std::string& path, const Provenance& provenance) const;
  Result<std::vector<Analysis>> load_all() const;
  Result<std::optional<Analysis>> load(const std::string& document_id) const;
  // Documents by date of publication, the undated first: numbers, good for `load` as long as the document is not replaced.
  Result<std::vector<int64_t>> list_documents(const DocumentQuery& asked = {}) const;
  Result<std::optional<Analysis>> load(int64_t document) const;
  // Actors with this id, code or name, whatever its case and diacritics, and those with one of the ids; if there are none, those in whose name its words stand; `begun`: or at least begin.
  // Each once for every name, kind, code and country that it has in the documents; without mentions.
  Result<std::vector<Actor>> find_actors(const std::string& name, const std::vector<std::string>& ids, bool begun = false) const;
  // Of all documents, or of some by id; by id of the actor.
  Result<std::vector<ActorTotals>> actor_totals(const std::vector<std::string>& documents = {}) const;
  // Removes a document, at all paths it came by; how many there were. The chronicle still has it until Engine::update.
  Result<int64_t> forget(const std::string& document_id);
  // Whether the kept chronicle is what this program would make of the documents: Engine::update makes it so.
  Result<bool> chronicle_is_current() const;
  // The kept chronicle, or what is asked for of it, in its order; nullopt if it is not current.
  Result<std::optional<std::vector<Happening>>> load_chronicle(const HappeningQuery& asked = {}) const;
  // How many letters of these ids tell each of them from all others of its sort that are kept.
  enum class Sort { kDocuments, kHappenings, kStories };
  Result<size_t> distinct_length(Sort sort, const std::vector<std::string>& ids) const;
  // The kept stories, or what is asked for of them, in the order of their first reports; nullopt if the chronicle is not current.
  Result<std::optional<std::vector<Story>>> load_stories(const StoryQuery& asked = {}) const;
  // The id of the kept story that a document is of; empty if it is of none.
  Result<std::string> story_of(const std::string& document_id) const;
  // The ids of documents that share passages with others, or are copies of them, by date of publication.
  Result<std::vector<std::string>> sharing_documents() const;
  // A copy in memory, which may be changed and is gone with its Store.
  Result<Store> copy() const;
  // The happening or story that one of a former id has become; nullopt if no such id was ever kept, or if it is in use.
  Result<std::optional<std::string>> successor(const std::string& id) const;
  struct Named {
    std::string document, path;                                    // id and path
  };
  // Documents whose id, path or file name begins so, by path.
  Result<std::vector<Named>> find_documents(const std::string& beginning) const;
  // All corrections in the order in which they were made, the withdrawn among them.
  Result<std::vector<Correction>> corrections() const;
  // As it is given; Engine::correct checks it. Documents that are loaded from now on are as it says, and the chronicle is to be updated.
  Result<std::string> add_correction(const Correction& correction);
  // It does nothing any more, and is kept. An Error if there is none of this id that holds.
  Status withdraw_correction(const std::string& id, const std::string& by);
  struct Hit {
    std::string document, title, snippet;                          // the found words between « and »
  };
  // Full text; finds Vietnamese with and without diacritics.
  Result<std::vector<Hit>> search(const std::string& words, int limit) const;
  struct Counts {
    int64_t documents = 0, statements = 0, events = 0, happenings = 0, stories = 0, actors = 0;
    std::vector<std::pair<std::string, int64_t>> by_language, by_outlet, by_packs;
  };
  Result<Counts> counts() const;

  struct Impl;

 private:
  friend class Catalogue;
  friend class Shelves;
  friend class Watched;
  explicit Store(std::unique_ptr<Impl>);
  std::unique_ptr<Impl> impl_;
};

}  // namespace hearsay
