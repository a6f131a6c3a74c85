// SPDX-License-Identifier: Apache-2.0
// What a correction is made of, worked out from what a reader has ticked or typed, and which correction is about what is shown.
import type { CorrectedPlace, CorrectionRecord, Telling } from '../api';

export type Split = { documents: string[]; items?: string[] } | 'none' | 'all' | 'mixed';

/**
 * What to send for the tellings (by their place in the list) that are another happening: whole documents, or some events of one.
 * Parts of several documents are `mixed`, and cannot be said at once.
 */
export function split_of(tellings: readonly Telling[], ticked: ReadonlySet<number>): Split {
  const chosen = tellings.filter((_, i) => ticked.has(i));
  if (chosen.length === 0) return 'none';
  if (chosen.length === tellings.length) return 'all';
  const documents = [...new Set(chosen.map((t) => t.document))];
  const partly = documents.filter((id) => tellings.some((t, i) => t.document === id && !ticked.has(i)));
  if (partly.length === 0) return { documents };
  if (documents.length > 1) return 'mixed';
  return { documents, items: chosen.flatMap((t) => (t.item ? [t.item] : [])) };
}

/** The id of a happening in what was typed or pasted: an id, or an address of this page. */
export function happening_id(text: string): string | null {
  return /(?:^|\/happening\/)(h[0-9a-f]{6,})(?:[?#].*)?$/.exec(text.trim())?.[1] ?? null;
}

type Spot = Pick<CorrectedPlace, 'item' | 'start' | 'end'>;

/** The correction that rejects an item: its place is the same, or nearest to it after the document was read anew. */
export function rejection_of(all: readonly CorrectionRecord[], document: string, spot: Spot): CorrectionRecord | undefined {
  const about = (place: CorrectedPlace) => place.document === document && place.item === spot.item;
  const rejects = all.filter((c) => c.kind === 'reject' && !c.withdrawn);
  const exact = rejects.find((c) => c.places.some((p) => about(p) && p.start === spot.start && p.end === spot.end));
  return exact ?? rejects.find((c) => c.places.some((p) => about(p) && p.start < spot.end && spot.start < p.end));
}

/** One place for each part of what a correction is about: where to look what has become of it. */
export function first_places(record: CorrectionRecord): CorrectedPlace[] {
  const parts = record.kind === 'split' ? [0, 1] : [0];
  return parts.flatMap((part) => record.places.find((p) => (p.part ?? 0) === part) ?? []);
}
