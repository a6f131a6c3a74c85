// SPDX-License-Identifier: Apache-2.0
// The part of the period that is worth the first look. A report of today may tell of 1857: one such happening must not press all others into a corner.
import type { Timeline } from '../api';
import { kDay, ms } from './days';

/** What part of the happenings the window must hold; judgement: one in ten may stand outside. */
const kHeld = 0.9;
/** A window longer than this part of the whole is not worth hiding anything for. */
const kWorth = 1 / 3;

/** The shortest stretch of bins that holds nearly all happenings, with a little room on either side; the whole if that is not much longer. */
export function first_window(data: Timeline, extent: [number, number]): [number, number] {
  const sums = data.edges.slice(0, -1).map(() => 0);
  for (const lane of data.lanes) for (const [bin, counts] of lane.bins) sums[bin] = counts.reduce((a, b) => a + b, sums[bin] ?? 0);
  const wanted = Math.ceil(sums.reduce((a, b) => a + b, 0) * kHeld);
  let best: [number, number] = [0, sums.length];
  for (let first = 0, last = 0, held = 0; first < sums.length; held -= sums[first++] ?? 0) {
    while (held < wanted && last < sums.length) held += sums[last++] ?? 0;
    if (held < wanted) break;
    if (last - first < best[1] - best[0]) best = [first, last];
  }
  const from = ms(data.edges[best[0]] ?? null) ?? extent[0];
  const until = ms(data.edges[best[1]] ?? null) ?? extent[1];
  if (until - from > (extent[1] - extent[0]) * kWorth) return extent;
  const pad = Math.max((until - from) * 0.02, 2 * kDay);
  return [Math.max(from - pad, extent[0]), Math.min(until + pad, extent[1])];
}
