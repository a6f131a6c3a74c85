// SPDX-License-Identifier: Apache-2.0
#include "pack/pack.h"

namespace hearsay {

namespace {

Program load_program(const ImageView& image, const std::string& at) {
  Program program;
  program.states = image.get<State>(at + "states");
  program.transitions = image.get<Transition>(at + "transitions");
  program.rules = image.get<Rule>(at + "rules");
  program.emits = image.get<Emit>(at + "emits");
  program.values = image.get<EmitValue>(at + "values");
  program.captures = image.get<StrId>(at + "captures");
  return program;
}

LanguagePack load_language(const ImageView& image, StrId name, const std::string& id) {
  LanguagePack pack;
  pack.id = id;
  Language& language = pack.language;
  const std::string at = id + "/";
  language.name = name;
  language.literals = image.get<Literal>(at + "literals");
  language.predicates = image.get<Predicate>(at + "predicates");
  language.node_symbols = image.get<NodeSymbol>(at + "node_symbols");
  language.conditions = image.get<NodeCondition>(at + "conditions");
  language.values = image.get<uint32_t>(at + "values");
  language.trie_nodes = image.get<TrieNode>(at + "trie_nodes");
  language.trie_first = image.get<uint32_t>(at + "trie_first");
  language.trie_edges = image.get<TrieEdge>(at + "trie_edges");
  language.trie_entries = image.get<uint32_t>(at + "trie_entries");
  language.entries = image.get<Entry>(at + "entries");
  language.attrs = image.get<Attr>(at + "attrs");
  language.entry_symbols = image.get<Symbol>(at + "entry_symbols");
  language.abbreviations = image.get<FormId>(at + "abbreviations");
  const std::string_view numbers = image.find(at + "numbers");
  if (numbers.size() == 2) {
    pack.text.decimal = language.decimal = numbers[0];
    pack.text.group = language.group = numbers[1];
  }
  pack.text.abbreviations = language.abbreviations;
  pack.common = image.get<CommonWord>(at + "common");
  language.needed = image.get<Symbol>(at + "needed");
  language.starts = image.get<uint64_t>(at + "starts");
  for (std::string_view room : kRuleRooms)
    for (int level = 1; level <= kLevels; ++level) {
      const unsigned slot = program_slot(room, level);
      pack.programs[slot] = load_program(image, at + std::string(room) + "/" + std::to_string(level) + "/");
      pack.programs[slot].slot = slot;
    }
  pack.frames.frames = image.get<Frame>(at + "frames");
  pack.frames.tests = image.get<FrameTest>(at + "frame_tests");
  pack.frames.paths = image.get<FramePath>(at + "frame_paths");
  pack.frames.steps = image.get<StrId>(at + "frame_steps");
  pack.frames.symbols = image.get<Symbol>(at + "frame_symbols");
  for (uint32_t i = 0; i < pack.frames.frames.size(); ++i)
    for (Symbol symbol : pack.frames.symbols.subspan(pack.frames.frames[i].head_first, pack.frames.frames[i].head_count)) {
      if (pack.frames.by_symbol.size() <= symbol) pack.frames.by_symbol.resize(symbol + 1u);
      pack.frames.by_symbol[symbol].push_back(i);
    }
  return pack;
}

}  // namespace

Result<Pack> Pack::load(std::string_view bytes) {
  const ImageView image(bytes);
  if (!image.valid()) return Error{Error::Kind::kPack, "the compiled pack is damaged or of another version; compile it anew"};
  Pack pack;
  pack.strings_ = std::make_unique<Strings>(image);
  pack.vocabulary_ = Vocabulary(image.get<Vocabulary::Slot>("vocabulary"), pack.strings_.get());
  pack.world_ = World(image, pack.strings_.get());
  for (StrId name : image.get<StrId>("languages"))
    pack.languages_.push_back(load_language(image, name, std::string((*pack.strings_)[name])));
  return pack;
}

std::string_view written_sources(std::string_view bytes) { return ImageView(bytes).find("sources"); }

std::vector<SourceFile> sources_of(std::string_view bytes) {
  std::vector<SourceFile> files;
  for (std::string_view rest = written_sources(bytes); !rest.empty();) {
    const size_t name_end = rest.find('\n'), size_end = rest.find('\n', name_end + 1);
    const size_t size = std::stoull(std::string(rest.substr(name_end + 1, size_end - name_end - 1)));
    SourceFile& file = files.emplace_back(name_source(std::string(rest.substr(0, name_end))));
    file.text = std::string(rest.substr(size_end + 1, size));
    rest.remove_prefix(size_end + 1 + size);
  }
  return files;
}

const LanguagePack* Pack::language(std::string_view id) const {
  for (const LanguagePack& pack : languages_)
    if (pack.id == id) return &pack;
  return nullptr;
}

}  // namespace hearsay
