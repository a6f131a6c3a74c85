// What the program tells of its own command line: completion scripts, tried in the shells themselves, and pages of the manual, looked at by groff.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "shell.h"

namespace hearsay::cli_test {
namespace {

class Handbook : public Shell {
 protected:
  bool has(const std::string& program) const { return shell("command -v " + program).exit_code == 0; }

  // What bash offers for the last of these words, each as the shell cuts them.
  std::vector<std::string> bash_offers(const std::vector<std::string>& words) const {
    std::string line;
    for (const std::string& word : words) line += " '" + word + "'";
    return sorted(shell("hearsay completion bash > hearsay.bash; . ./hearsay.bash; COMP_WORDS=(" + line + "); COMP_CWORD=" + std::to_string(words.size() - 1) +
                        "; _hearsay; printf '%s\\n' \"${COMPREPLY[@]}\"").out);
  }
  std::vector<std::string> fish_offers(const std::string& line) const {
    return sorted(shell("hearsay completion fish > hearsay.fish; HOME=$PWD fish -c 'source hearsay.fish; complete -C \"" + line + "\"' | cut -f 1").out);
  }
  static std::vector<std::string> sorted(const std::string& text) {
    std::vector<std::string> lines = lines_of(text);
    std::erase(lines, "");
    std::sort(lines.begin(), lines.end());
    return lines;
  }
  // The commands that help lists, with those below them.
  std::vector<std::string> commands() const {
    std::vector<std::string> all;
    for (const std::string& line : lines_of(hearsay("manual | sed -n '/^.SH COMMANDS/,/^.SH OPTIONS/s/^\\\\fB\\([a-z]*\\).*/\\1/p'").out)) all.push_back(line);
    for (const char* below : {"packs check", "packs test", "packs diff", "packs compile"}) all.push_back(below);
    return all;
  }
};

using Words = std::vector<std::string>;

TEST_F(Handbook, BashIsOfferedWhatHelpLists) {
  EXPECT_EQ(shell("hearsay completion bash | bash -n").err, "");
  EXPECT_EQ(bash_offers({"hearsay", "com"}), Words({"completion"}));
  EXPECT_EQ(bash_offers({"hearsay", "chronicle", "--st"}), Words({"--standing"}));
  EXPECT_EQ(bash_offers({"hearsay", "packs", ""}), Words({"check", "compile", "diff", "test"}));
  EXPECT_EQ(bash_offers({"hearsay", "packs", "diff", "--ag"}), Words({"--against"}));
  EXPECT_EQ(bash_offers({"hearsay", "completion", ""}), Words({"bash", "fish", "zsh"}));
  EXPECT_TRUE(bash_offers({"hearsay", "completion", "bash", ""}).empty());
  for (const std::string& command : commands()) {
    const std::string help = hearsay(command + " --help").out;
    std::vector<std::string> words{"hearsay"};
    std::istringstream in(command);
    for (std::string word; in >> word;) words.push_back(word);
    words.push_back("--");
    const std::vector<std::string> offered = bash_offers(words);
    EXPECT_GE(offered.size(), 4u) << command;
    for (const std::string& option : offered) EXPECT_NE(help.find(option), std::string::npos) << command << " " << option;
  }
}

TEST_F(Handbook, BashIsOfferedValues) {
  EXPECT_EQ(bash_offers({"hearsay", "--ui", ""}), Words({"en", "vi"}));
  EXPECT_EQ(bash_offers({"hearsay", "chronicle", "--ui", "=", "v"}), Words({"vi"}));
  EXPECT_EQ(bash_offers({"hearsay", "chronicle", "--ui", "="}), Words({"en", "vi"}));
  EXPECT_EQ(bash_offers({"hearsay", "--ui", "vi", "export", "--format", "gdelt"}), Words({"gdelt", "gdelt-mentions"}));
  EXPECT_EQ(bash_offers({"hearsay", "correct", "with"}), Words({"withdraw"}));
  EXPECT_TRUE(bash_offers({"hearsay", "correct", "withdraw", ""}).empty());
  EXPECT_TRUE(bash_offers({"hearsay", "chronicle", "--between", "Trump", ""}).empty());
  EXPECT_EQ(bash_offers({"hearsay", "chronicle", "--between", "read", "show", "--as-"}), Words({"--as-of"}));
  // The value of an option is no command, whatever it is called.
  EXPECT_EQ(bash_offers({"hearsay", "chronicle", "--db", "packs", "--stan"}), Words({"--standing"}));
}

TEST_F(Handbook, BashIsOfferedFilesWhereFilesAreAskedFor) {
  write("news/first paper.txt", "Tin.\n");
  write("news/folder/x.txt", "Tin.\n");
  EXPECT_EQ(bash_offers({"hearsay", "read", "news/f"}), Words({"news/first paper.txt", "news/folder"}));
  EXPECT_EQ(bash_offers({"hearsay", "read", "a.txt", "b.txt", "news/f"}), Words({"news/first paper.txt", "news/folder"}));
  EXPECT_EQ(bash_offers({"hearsay", "analyze", "--manifest", "news/fir"}), Words({"news/first paper.txt"}));
  EXPECT_EQ(bash_offers({"hearsay", "read", "x", "--packs", "news/f"}), Words({"news/folder"}));
  EXPECT_EQ(bash_offers({"hearsay", "packs", "check", "news/f"}), Words({"news/folder"}));
  EXPECT_TRUE(bash_offers({"hearsay", "show", "news/f"}).empty());
}

TEST_F(Handbook, ZshTakesItsScript) {
  if (!has("zsh")) GTEST_SKIP() << "there is no zsh";
  for (const char* ui : {"en", "vi"}) {
    EXPECT_EQ(shell(std::string("hearsay completion zsh --ui ") + ui + " > _hearsay; zsh -n _hearsay").err, "");
    const Answer known = shell("zsh -fc 'autoload -Uz compinit; compinit -u -d $PWD/dump; . ./_hearsay; print $_comps[hearsay] $+functions[_hearsay_packs_check]'");
    EXPECT_EQ(known.out, "_hearsay 1\n") << known.err;
  }
  // A terminal of its own, in which a line is begun and the key for completion pressed.
  write("try.zsh",
        "zmodload zsh/zpty\n"
        "zpty shell zsh -f -i\n"
        "zpty -w shell 'PS1=; autoload -Uz compinit; compinit -u -d $PWD/dump; . ./_hearsay; zstyle \":completion:*\" list-prompt \"\"; LISTMAX=1000; print BE\"\"GUN'\n"
        "while zpty -r shell line; do [[ $line == *BEGUN* ]] && break; done\n"
        "zpty -wn shell $'hearsay chronicle --stan\\tdenied --ui v\\t --between A B --as\\t; print EN\"\"DED\\n'\n"
        "while zpty -r shell line; do print -r -- $line; [[ $line == *ENDED* ]] && break; done\n");
  const std::string seen = shell("timeout 20 zsh -f try.zsh").out;
  for (const char* part : {"--standing", "--ui vi", "--as-of"}) EXPECT_NE(seen.find(part), std::string::npos) << part << "\n" << seen;
}

TEST_F(Handbook, FishIsOfferedWhatHelpLists) {
  if (!has("fish")) GTEST_SKIP() << "there is no fish";
  for (const char* ui : {"en", "vi"}) EXPECT_EQ(shell(std::string("hearsay completion fish --ui ") + ui + " > x.fish; HOME=$PWD fish -n x.fish").err, "");
  write("news/first paper.txt", "Tin.\n");
  write("news/folder/x.txt", "Tin.\n");
  EXPECT_EQ(fish_offers("hearsay com"), Words({"completion"}));
  EXPECT_EQ(fish_offers("hearsay packs "), Words({"check", "compile", "diff", "test"}));
  EXPECT_EQ(fish_offers("hearsay chronicle --db packs --stan"), Words({"--standing"}));
  EXPECT_EQ(fish_offers("hearsay --ui vi export --format gdelt"), Words({"gdelt", "gdelt-mentions"}));
  EXPECT_EQ(fish_offers("hearsay correct with"), Words({"withdraw"}));
  EXPECT_TRUE(fish_offers("hearsay correct withdraw ").empty());
  EXPECT_TRUE(fish_offers("hearsay show ").empty());
  EXPECT_EQ(fish_offers("hearsay packs check news/f"), Words({"news/folder/"}));
  EXPECT_EQ(fish_offers("hearsay analyze x --manifest news/fir"), Words({"news/first paper.txt"}));
}

TEST_F(Handbook, EachCommandHasAPageThatGroffTakes) {
  if (!has("groff")) GTEST_SKIP() << "there is no groff";
  for (const char* ui : {"en", "vi"}) {
    ASSERT_EQ(hearsay(std::string("manual --ui ") + ui + " --out pages").exit_code, 0);
    for (const std::string& command : commands()) {
      std::string page = "pages/hearsay-" + command + ".1";
      std::replace(page.begin(), page.end(), ' ', '-');
      EXPECT_EQ(read(page), hearsay("manual " + command + " --ui " + ui).out);
      const Answer shown = shell("groff -k -ww -man -Tutf8 -P-cbou -rLL=100n " + page);
      EXPECT_EQ(shown.err, "") << page;
      for (const char* part : {"--help", "--color", "130", "LC_MESSAGES"}) EXPECT_NE(shown.out.find(part), std::string::npos) << page << " " << part;
    }
  }
}

TEST_F(Handbook, PagesSpeakTheLanguageOfTheInterface) {
  const std::string english = hearsay("manual read").out, vietnamese = hearsay("manual read --ui vi").out;
  for (const char* part : {".SH NAME", ".SH SYNOPSIS", ".SH OPTIONS", ".SH EXAMPLES", ".SH EXIT STATUS", ".SH ENVIRONMENT", ".SH FILES", ".SH SEE ALSO", "\\fB\\-\\-max\\-ratio\\fR \\fIN\\fR"}) EXPECT_NE(english.find(part), std::string::npos) << part;
  for (const char* part : {".SH TÊN", ".SH TÙY CHỌN", ".SH VÍ DỤ", ".SH XEM THÊM"}) EXPECT_NE(vietnamese.find(part), std::string::npos) << part;
  EXPECT_EQ(hearsay("manual frobnicate").exit_code, 2);
  EXPECT_EQ(hearsay("manual packs frobnicate").err, "hearsay: no such command: frobnicate; see: hearsay --help\n");
  EXPECT_EQ(hearsay("completion tcsh").exit_code, 2);
  EXPECT_EQ(hearsay("manual --out /dev/null/x").exit_code, 6);
}

}  // namespace
}  // namespace hearsay::cli_test
