// Full text search over titles and texts: first what is written as asked, then what differs in diacritics only.
// Ranked by BM25 within each (Robertson and Zaragoza 2009; FTS5's `rank`).
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_set>

#include "store/impl.h"

namespace hearsay {
namespace {

// Words of a query; more are cut off. A question is never that long, and FTS5's work grows with each.
constexpr size_t kMaxWords = 64;

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0'; }

// An FTS5 string: within quotes nothing is an operator. No quote can be in the words, since quotes delimit phrases.
std::string quoted(std::string_view words) {
  std::string out = "\"";
  // FTS5 reads its query as a C string, so a NUL would cut off the closing quote.
  for (char c : words) out += c == '\0' ? ' ' : c;
  return out + '"';
}

void add_words(std::string_view words, std::vector<std::string>& parts) {
  for (size_t at = 0; at < words.size();) {
    const auto begin = std::find_if_not(words.begin() + static_cast<ptrdiff_t>(at), words.end(), is_blank);
    const auto end = std::find_if(begin, words.end(), is_blank);
    if (begin != end) parts.push_back(quoted({begin, end}));
    at = static_cast<size_t>(end - words.begin());
  }
}

// The user's words as an FTS5 query that cannot fail: all of them must occur; between double quotes, side by side.
std::string match_query(std::string_view words) {
  std::vector<std::string> parts;
  while (!words.empty()) {
    const size_t open = std::min(words.find('"'), words.size());
    add_words(words.substr(0, open), parts);
    words.remove_prefix(std::min(open + 1, words.size()));
    const size_t close = words.find('"');
    if (open == words.size() || close == std::string_view::npos) continue;
    parts.push_back(quoted(words.substr(0, close)));
    words.remove_prefix(close + 1);
  }
  parts.resize(std::min(parts.size(), kMaxWords));
  std::string query;
  for (const std::string& part : parts) query.append(query.empty() ? "" : " ").append(part);
  return query;
}

// A snippet is shown on one line.
std::string one_line(std::string_view snippet) {
  std::string out(snippet);
  std::replace_if(out.begin(), out.end(), is_blank, ' ');
  return out;
}

}  // namespace

// ?1 is for the query, ?2 for the limit. Ties are broken by what does not depend on the order of saving.
std::string search_sql(const std::string& index, const std::string& query) {
  return "SELECT d.number, d.id, coalesce(d.title, ''), snippet(" + index +
         ", -1, char(0xAB), char(0xBB), char(0x2026), 24) FROM " + index + " JOIN documents d ON d.number = " + index +
         ".rowid WHERE " + index + " MATCH " + query + " ORDER BY rank, d.path, d.id LIMIT ?2";
}

std::vector<Store::Hit> Store::Impl::search(const std::string& words, int limit) {
  std::vector<Hit> hits;
  const std::string query = match_query(words);
  if (query.empty() || limit <= 0) return hits;
  std::unordered_set<int64_t> seen;
  const auto add_hits = [&](Query& index) {
    // What was found before may come again, and must not use up the limit.
    auto rows = index.ask(query, static_cast<int64_t>(limit) + static_cast<int64_t>(seen.size()));
    while (hits.size() < static_cast<size_t>(limit) && rows.next()) {
      if (!seen.insert(rows.number(0)).second) continue;
      hits.push_back({std::string(rows.text(1)), std::string(rows.text(2)), one_line(rows.text(3))});
    }
  };
  add_hits(search_exact);
  if (hits.size() < static_cast<size_t>(limit)) add_hits(search_plain);
  return hits;
}

}  // namespace hearsay
