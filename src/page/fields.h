// What a page says of itself outside its text.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/json_ld.h"
#include "page/outline.h"
#include "page/page.h"

namespace hearsay::page {

// Takes a value unless one that is trusted more is there already; of equals the first stays.
void offer(std::optional<PageField>& field, std::string value, FieldOrigin from);
void offer_date(std::optional<PageField>& field, std::string_view value, FieldOrigin from);
void offer_author(std::vector<PageField>& authors, std::string_view name, FieldOrigin from);

// Fields of <meta>, Open Graph, <link rel=canonical>, microdata and the `lang` attribute; of <time>, within `frame` before the rest of the page.
void read_markup(const Outline& outline, WebPage& page);
void read_footer(const Outline& outline, size_t frame, WebPage& page);   // microdata of dates and authors below the article
void read_times(const Outline& outline, size_t frame, WebPage& page);
// Those of the article that the page's JSON-LD is about. `titles` are what the page calls itself elsewhere: JSON-LD about another article is left out.
void read_linked(const std::vector<LinkedArticle>& articles, const std::vector<std::string>& titles, std::string_view address, WebPage& page);

// The text of <title>; empty if absent.
std::string title_element(const Tree& tree);
// The last name that a separator sets off behind the shown title; empty if none.
std::string outlet_behind(const std::string& title, std::string_view shown);
// The title without the outlet's or section's name behind it: up to where `shown`, the page's heading, ends, or a separator stands before the outlet's name.
std::string without_ending(const std::string& title, std::string_view shown, std::string_view outlet);
// An absolute http address from a canonical one that may be relative to the page's; empty if it is none.
std::string absolute(std::string_view url, std::string_view address);

}  // namespace hearsay::page
