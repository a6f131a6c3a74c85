// SPDX-License-Identifier: Apache-2.0
// Snippets of the search mark found words with guillemets. A report may hold guillemets of its own, so that a pair is needed for a mark.

export function snippet_parts(text: string): { text: string; found: boolean }[] {
  const out: { text: string; found: boolean }[] = [];
  let from = 0;
  for (const hit of text.matchAll(/«([^«»]*)»/g)) {
    if (hit.index > from) out.push({ text: text.slice(from, hit.index), found: false });
    out.push({ text: hit[1] ?? '', found: true });
    from = hit.index + hit[0].length;
  }
  if (from < text.length) out.push({ text: text.slice(from), found: false });
  return out;
}
