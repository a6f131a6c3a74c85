// Dates as pages and their metadata write them in numbers, into ISO 8601.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hearsay::page {

// A machine's date: ISO 8601 (extended and basic), RFC 2822 and RFC 850 (RFC 9110, 5.6.7), asctime, seconds or milliseconds since 1970, or numbers as
// 05/03/2024 10:15 (the day first; the month first only where the other is above 12; neither where AM or PM makes both likely).
//   returns  "2024-03-05", "2024-03-05T10:15" or "2024-03-05T10:15:00", with "Z" or "+07:00" where a zone is given; nullopt if there is no such day
std::optional<std::string> metadata_date(std::string_view text);

// The date of a line that holds nothing but a date in numbers, a time, a zone and a few words as a weekday's.
std::optional<std::string> visible_date(std::string_view line);

// The date that an address's path holds: /2024/03/05/, 2024-03-05, or the digits 20240305 and 20240305101112 set off by others than digits.
std::optional<std::string> address_date(std::string_view address);

}  // namespace hearsay::page
