// Labels and names are those of the WHATWG Encoding Standard (encoding.spec.whatwg.org, section 4.2), without its "replacement" and
// "x-user-defined", and without iso-8859-16, which ICU lacks. Beyond it: UTF-32 and the four Vietnamese encodings it does not know.
// SPDX-License-Identifier: Apache-2.0
#include "charset/encodings.h"

namespace hearsay {

namespace {

using enum EncodingKind;

constexpr Encoding kEncodings[] = {
    {"utf-8", "", kUtf8, "utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8"},
    {"windows-1252", "windows-1252", kSingleByte,
     "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii x-cp1252"},
    {"windows-1258", "windows-1258", kVietnamese, "cp1258 x-cp1258"},
    {"tcvn3", "", kVietnamese, "abc tcvn tcvn-5712 tcvn5712-1 tcvn5712-1:1993 vscii x-viet-tcvn x-viet-tcvn5712"},
    {"vni", "", kVietnamese, "vni-windows x-viet-vni"},
    {"vps", "", kVietnamese, "x-viet-vps"},
    {"viscii", "", kVietnamese, "csviscii viscii1.1-1 x-viet-viscii"},
    {"ibm866", "IBM866", kSingleByte, "866 cp866 csibm866"},
    {"iso-8859-2", "iso-8859-2", kSingleByte, "csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"},
    {"iso-8859-3", "iso-8859-3", kSingleByte, "csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"},
    {"iso-8859-4", "iso-8859-4", kSingleByte, "csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"},
    {"iso-8859-5", "iso-8859-5", kSingleByte, "csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988"},
    {"iso-8859-6", "iso-8859-6", kSingleByte,
     "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"},
    {"iso-8859-7", "iso-8859-7", kSingleByte,
     "csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek"},
    {"iso-8859-8", "iso-8859-8", kSingleByte,
     "csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual"},
    {"iso-8859-8-i", "iso-8859-8", kSingleByte, "csiso88598i logical"},
    {"iso-8859-10", "iso-8859-10", kSingleByte, "csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6"},
    {"iso-8859-13", "iso-8859-13", kSingleByte, "iso8859-13 iso885913"},
    {"iso-8859-14", "iso-8859-14", kSingleByte, "iso8859-14 iso885914"},
    {"iso-8859-15", "iso-8859-15", kSingleByte, "csisolatin9 iso8859-15 iso885915 iso_8859-15 l9"},
    {"koi8-r", "KOI8-R", kSingleByte, "cskoi8r koi koi8 koi8_r"},
    {"koi8-u", "KOI8-U", kSingleByte, "koi8-ru"},
    {"macintosh", "macintosh", kSingleByte, "csmacintosh mac x-mac-roman"},
    {"windows-874", "windows-874", kSingleByte, "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620"},
    {"windows-1250", "windows-1250", kSingleByte, "cp1250 x-cp1250"},
    {"windows-1251", "windows-1251", kSingleByte, "cp1251 x-cp1251"},
    {"windows-1253", "windows-1253", kSingleByte, "cp1253 x-cp1253"},
    {"windows-1254", "windows-1254", kSingleByte,
     "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 x-cp1254"},
    {"windows-1255", "windows-1255", kSingleByte, "cp1255 x-cp1255"},
    {"windows-1256", "windows-1256", kSingleByte, "cp1256 x-cp1256"},
    {"windows-1257", "windows-1257", kSingleByte, "cp1257 x-cp1257"},
    {"x-mac-cyrillic", "x-mac-cyrillic", kSingleByte, "x-mac-ukrainian"},
    {"gbk", "gb18030", kMultiByte, "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 iso-ir-58 x-gbk"},
    {"gb18030", "gb18030", kMultiByte, ""},
    {"big5", "Big5-HKSCS", kMultiByte, "big5-hkscs cn-big5 csbig5 x-x-big5"},
    {"euc-jp", "EUC-JP", kMultiByte, "cseucpkdfmtjapanese x-euc-jp"},
    {"iso-2022-jp", "ISO-2022-JP", kMultiByte, "csiso2022jp"},
    {"shift_jis", "windows-31j", kMultiByte, "csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis"},
    {"euc-kr", "windows-949", kMultiByte, "cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949"},
    {"utf-16le", "UTF-16LE", kWide, "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16"},
    {"utf-16be", "UTF-16BE", kWide, "unicodefffe"},
    {"utf-32le", "UTF-32LE", kWide, "utf-32"},
    {"utf-32be", "UTF-32BE", kWide, ""},
};

bool among(std::string_view label, std::string_view labels) {
  for (size_t at = labels.find(label); at != std::string_view::npos; at = labels.find(label, at + 1)) {
    const size_t end = at + label.size();
    if ((at == 0 || labels[at - 1] == ' ') && (end == labels.size() || labels[end] == ' ')) return true;
  }
  return false;
}

}  // namespace

const Encoding* find_encoding(std::string_view label) {
  constexpr size_t kLongestLabel = 32;   // none is longer than "cseucpkdfmtjapanese" and the like
  const size_t first = label.find_first_not_of(" \t\r\n\f"), last = label.find_last_not_of(" \t\r\n\f");
  if (first == std::string_view::npos || last - first >= kLongestLabel) return nullptr;
  std::string wanted(label.substr(first, last - first + 1));
  for (char& c : wanted)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  if (wanted.find(' ') != std::string::npos) return nullptr;
  for (const Encoding& encoding : kEncodings)
    if (encoding.name == wanted || among(wanted, encoding.labels)) return &encoding;
  return nullptr;
}

}  // namespace hearsay
