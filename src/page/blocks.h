// The lines of a page's article as blocks.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "page/article.h"
#include "page/page.h"

namespace hearsay::page {

std::vector<PageBlock> blocks_of(const Outline& outline, const Article& article);

// The date that stands alone in a line: behind the title, else the nearest before it within the article's frame.
std::optional<std::string> shown_date(const Outline& outline, const Article& article);
// Names that the page's byline sets apart: what rel=author links, and links and inline elements of a byline.
std::vector<std::string> shown_authors(const Outline& outline, const Article& article);

}  // namespace hearsay::page
