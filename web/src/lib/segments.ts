// SPDX-License-Identifier: Apache-2.0
// Marks in a text may nest and overlap. The text is cut at every place where one begins or ends; each segment carries the marks that cover it.

export interface Span<T> {
  start: number;
  end: number;
  item: T;
}

export interface Segment<T> {
  start: number;
  end: number;
  /** What covers the segment, the longest first, so that the last is the innermost. */
  items: T[];
}

/** Cuts [from, to) at the ends of all spans and at `cuts` (line ends, say). Empty spans and those outside are left out. */
export function segments<T>(from: number, to: number, spans: readonly Span<T>[], cuts: readonly number[] = []): Segment<T>[] {
  const inside = spans
    .map((s) => ({ start: Math.max(s.start, from), end: Math.min(s.end, to), item: s.item, size: s.end - s.start }))
    .filter((s) => s.start < s.end)
    .sort((a, b) => a.start - b.start || b.size - a.size);
  const edges = new Set<number>([from, to]);
  for (const s of inside) edges.add(s.start).add(s.end);
  for (const c of cuts) if (c > from && c < to) edges.add(c);
  const points = [...edges].sort((a, b) => a - b);

  const out: Segment<T>[] = [];
  let open: typeof inside = [];
  let next = 0;
  for (let i = 0; i + 1 < points.length; i++) {
    const start = points[i] as number;
    const end = points[i + 1] as number;
    open = open.filter((s) => s.end > start);
    for (let s = inside[next]; s && s.start <= start; s = inside[++next]) open.push(s);
    out.push({ start, end, items: [...open].sort((a, b) => b.size - a.size).map((s) => s.item) });
  }
  return out;
}
