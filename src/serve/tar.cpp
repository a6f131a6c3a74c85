// SPDX-License-Identifier: Apache-2.0
#include "serve/tar.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace hearsay::serve {
namespace {

constexpr size_t kBlock = 512, kName = 100;

// So many octal digits and a NUL.
std::string octal(uint64_t value, size_t digits) {
  std::string out(digits + 1, '0');
  out.back() = '\0';
  for (size_t i = digits; i-- > 0; value /= 8) out[i] = static_cast<char>('0' + value % 8);
  return out;
}

}  // namespace

// The sum is that of the header's bytes, with its own eight taken for spaces.
std::string tar_member(std::string_view name, std::string_view bytes) {
  std::string header(kBlock, '\0');
  const auto put = [&](size_t at, std::string_view field) { std::copy(field.begin(), field.end(), header.begin() + static_cast<std::ptrdiff_t>(at)); };
  put(0, name.substr(name.size() - std::min(name.size(), kName)));
  put(100, octal(0644, 7));
  put(108, octal(0, 7));
  put(116, octal(0, 7));
  put(124, octal(bytes.size(), 11));
  put(136, octal(0, 11));
  put(148, "        ");
  put(156, "0");
  put(257, std::string_view("ustar\0" "00", 8));
  put(148, octal(std::accumulate(header.begin(), header.end(), uint64_t{0}, [](uint64_t sum, char c) { return sum + static_cast<unsigned char>(c); }), 6));
  std::string member = header + std::string(bytes);
  member.resize((member.size() + kBlock - 1) / kBlock * kBlock, '\0');
  return member;
}

std::string tar_end() { return std::string(2 * kBlock, '\0'); }

}  // namespace hearsay::serve
