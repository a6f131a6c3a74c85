// Dates as machines write them, in pages, feeds and their metadata, into ISO 8601. What people write in words is read by packs.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

// A machine's date: ISO 8601 (extended and basic), RFC 822 and 2822 with its named zones and those that the press makes of them ("GMT+7"), RFC 850, asctime,
// C's names of months, seconds or milliseconds since 1970, or numbers as
// 05/03/2024 10:15 (the day first; the month first only where the other is above 12; neither where AM or PM makes both likely).
//   returns  "2024-03-05", "2024-03-05T10:15" or "2024-03-05T10:15:00", with "Z" or "+07:00" where a zone is given; nullopt if there is no such day, or it is before
//            1800 or the first second of 1970, which means that no clock was asked; a zone that nobody can know ("XYZ", "+99:00") is left out
std::optional<std::string> metadata_date(std::string_view text);

// The date of a line that holds nothing but a date in numbers, a time, a zone and a few words as a weekday's.
std::optional<std::string> visible_date(std::string_view line);

// The date that an address's path holds: /2024/03/05/, 2024-03-05, or the digits 20240305 and 20240305101112 set off by others than digits.
std::optional<std::string> address_date(std::string_view address);

}  // namespace hearsay
