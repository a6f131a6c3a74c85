// The text was normalised when it was first read, and is so still. What the file's bytes alone could tell, the encoding and what a page said of itself, stays as the record has
// it; dates that the text itself gives are found again.
// SPDX-License-Identifier: Apache-2.0
#include "verify/reread.h"

namespace hearsay {

// Lines in another language are found again, with what it is.
Metadata known_of(const Document& document) {
  Metadata metadata;
  metadata.path = document.path;
  metadata.url = document.url;
  metadata.outlet = document.outlet_name;
  metadata.lang = document.lang;
  metadata.title = document.title;
  if (document.published_from == DateOrigin::kMetadata || document.published_from == DateOrigin::kOption) {
    metadata.published = document.published;
    metadata.published_from = document.published_from;
  }
  metadata.charset = "utf-8";
  for (const Zone& zone : document.zones)
    if (zone.kind != ZoneKind::kBody && zone.kind != ZoneKind::kForeign) metadata.marked.push_back(zone);
  return metadata;
}

Result<Analysis> reread(const Engine& engine, std::string_view record) {
  const Result<Document> before = read_document_record(record);
  if (!before) return before.error();
  Result<Analysis> analysis = engine.analyse(before->text, known_of(*before));
  if (!analysis) return analysis;
  Document& document = analysis->document;
  if (document.text != before->text) return Error{Error::Kind::kInput, document.path + ": its text reads otherwise now"};
  document.id = before->id;
  document.sha256 = before->sha256;
  document.encoding = before->encoding;
  document.fields = before->fields;
  document.authors = before->authors;
  document.modified = before->modified;
  return analysis;
}

}  // namespace hearsay
