// Conversion by ICU's tables, in pieces of bounded size, and by the tables of vietnamese.h.
// SPDX-License-Identifier: Apache-2.0
#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

#include "charset/encodings.h"
#include "charset/vietnamese.h"
#include "text/utf8.h"

namespace hearsay {

namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

// Each sequence that means nothing becomes one U+FFFD and is counted.
void count_malformed(const void* context, UConverterToUnicodeArgs* args, const char*, int32_t, UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  static constexpr char16_t kReplacement = 0xFFFD;
  *status = U_ZERO_ERROR;
  ++*static_cast<size_t*>(const_cast<void*>(context));
  ucnv_cbToUWriteUChars(args, &kReplacement, 1, 0, status);
}

// UTF-16 as UTF-8; a lead surrogate at the end of one piece waits in `lead` for the next.
void append_utf16(std::string& out, const char16_t* units, size_t count, char16_t& lead) {
  for (size_t i = 0; i < count; ++i) {
    const char16_t unit = units[i];
    if (lead != 0 && U16_IS_TRAIL(unit)) {
      append_utf8(out, static_cast<char32_t>(U16_GET_SUPPLEMENTARY(lead, unit)));
      lead = 0;
    } else if (U16_IS_LEAD(unit)) {
      lead = unit;
    } else {
      append_utf8(out, unit);
    }
  }
}

std::string convert_by_icu(std::string_view bytes, const Encoding& encoding, size_t& malformed) {
  constexpr size_t kPiece = 4096;   // units at a time: the stack holds them, and the loop costs nothing beside them
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(std::string(encoding.converter).c_str(), &status), &ucnv_close);
  if (!converter) return replace_malformed(bytes, malformed);
  ucnv_setToUCallBack(converter.get(), count_malformed, &malformed, nullptr, nullptr, &status);
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);
  std::array<char16_t, kPiece> units;
  char16_t lead = 0;
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  do {
    char16_t* target = units.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, target + kPiece, &source, end, nullptr, true, &status);
    append_utf16(out, units.data(), static_cast<size_t>(target - units.data()), lead);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return out;
}

// NFC, in pieces that end before an ASCII character: it never joins what stands before it.
std::string compose(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  constexpr size_t kMost = 1u << 16;   // what ICU takes at once is limited to 2^31
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    size_t end = std::min(text.size(), kMost);
    while (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80) ++end;
    icu::StringByteSink<std::string> sink(&out);
    nfc->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(end)), sink, nullptr, status);
    text.remove_prefix(end);
  }
  return out;
}

}  // namespace

std::string convert(std::string_view bytes, const Encoding& encoding, size_t& malformed) {
  if (encoding.kind == EncodingKind::kUtf8) return replace_malformed(bytes, malformed);
  if (encoding.name == "vni") return read_vni(bytes, malformed);
  if (encoding.name == "vps") return read_table(bytes, VietnameseTable::kVps, malformed);
  if (encoding.name == "viscii") return read_table(bytes, VietnameseTable::kViscii, malformed);
  if (encoding.name == "tcvn3") return compose(read_tcvn3(bytes, malformed));
  std::string text = convert_by_icu(bytes, encoding, malformed);
  return encoding.name == "windows-1258" ? compose(text) : text;
}

}  // namespace hearsay
