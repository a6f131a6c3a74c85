// The routes of the workbench's API, by what they are about.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/timeline.h"
#include "serve/shapes.h"

namespace hearsay::serve {

std::vector<Route> chronicle_routes();
std::vector<Route> document_routes();
std::vector<Route> actor_routes();
std::vector<Route> source_routes();
std::vector<Route> search_routes();
std::vector<Route> export_routes();
std::vector<Route> correction_routes();
std::vector<Route> report_routes();
// All of them.
std::vector<Route> all_routes();

// ---- what several of them take

// The filters of happenings, and what they make of a call; nullopt after saying what is wrong.
std::vector<Argument> happening_filters();
std::optional<browse::Sieve> sieve_of(Call& call);
// Those of them that the command line has as well, but for the story.
browse::HappeningFilterOptions filters_of(const Given& given);
std::vector<Argument> with(std::vector<Argument> some, std::vector<Argument> more);
std::vector<Argument> page_of_list();
Argument text(const char* name, const char* about);

// Complains; the answer of a route that failed.
std::nullopt_t fail(Call& call, browse::Trouble trouble, const std::string& message);
std::nullopt_t fail(Call& call, const Error& error);

// Heads of happenings by id, as a list; false after complaining.
bool put_heads(Json& json, const char* name, Call& call, const std::vector<std::string>& ids, DayNumber as_of = kNoDay);
// How many rows are of each kind, and of each standing.
void put_kinds(Json& json, const Call& call, const std::vector<uint32_t>& rows);
void put_standings(Json& json, const Call& call, const browse::Sieve& sieve, const std::vector<uint32_t>& rows);

}  // namespace hearsay::serve
