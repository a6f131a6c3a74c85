// Dates as feeds write them into ISO 8601.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

// "2024-03-05", "2024-03-05T10:00:00" or that with "Z" or "+07:00"; empty for what is no date or an impossible one.
// Takes RFC 3339 and W3C-DTF, RFC 822 with its named zones and those that the press makes of them ("GMT+7"), RFC 850 and asctime.
// A zone that nobody can know ("XYZ", "IST") is left out. A year before 1900, and the first second of 1970, mean that no clock was asked.
// Sources: RFC 822 section 5, RFC 2822 section 4.3, RFC 3339, W3C note "Date and Time Formats".
std::string iso_date(std::string_view text);

}  // namespace hearsay
