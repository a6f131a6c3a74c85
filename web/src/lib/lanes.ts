// SPDX-License-Identifier: Apache-2.0
// The lane of all that is in none of the others: what is drawn must be all there is.
import type { Timeline } from '../api';

/** `all` is the same window in one lane; it is needed only where there are bars. Without it the lane is left out. */
export function with_others(data: Timeline, all: Timeline | null, label: string): Timeline {
  if (data.rest === 0 || data.lanes.length === 0) return data;
  const others = { id: '', label, total: data.rest, bins: [] as [number, number[]][] };
  const lanes = [...data.lanes, others];
  if (data.marks) return { ...data, lanes, marks: data.marks.map((mark) => (mark.lane < 0 ? { ...mark, lane: data.lanes.length } : mark)) };
  if (!all || all.edges.join() !== data.edges.join()) return data;
  const left = new Map(all.lanes.flatMap((lane) => lane.bins.map(([bin, counts]): [number, number[]] => [bin, [...counts]])));
  for (const lane of data.lanes)
    for (const [bin, counts] of lane.bins) {
      const here = left.get(bin);
      counts.forEach((count, s) => here && (here[s] = (here[s] ?? 0) - count));
    }
  others.bins = [...left].filter(([, counts]) => counts.some((n) => n > 0));
  return { ...data, lanes };
}
