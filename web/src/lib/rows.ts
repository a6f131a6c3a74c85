// SPDX-License-Identifier: Apache-2.0
// Marks that would cover one another within a lane are set in rows, first come first placed.

export interface Box {
  left: number;
  right: number;
}

/** The row of each box, so that no two in a row touch. Beyond `most` rows they go where there is most room. */
export function rows<T extends Box>(boxes: readonly T[], most: number): { row: number[]; count: number } {
  const ends: number[] = [];
  const row: number[] = boxes.map(() => 0);
  const order = boxes.map((box, i) => [box, i] as const).sort(([a], [b]) => a.left - b.left);
  for (const [box, i] of order) {
    let at = ends.findIndex((end) => end <= box.left);
    if (at < 0 && ends.length < Math.max(most, 1)) at = ends.length;
    if (at < 0) at = ends.indexOf(Math.min(...ends));
    ends[at] = Math.max(ends[at] ?? -Infinity, box.right);
    row[i] = at;
  }
  return { row, count: ends.length };
}

/** How much of the axis a lane may take: all alike if there is room, else by the rows they need. */
export function lane_heights(needed: readonly number[], unit: number, least: number, room: number): number[] {
  const wanted = needed.map((n) => Math.max(least, n * unit));
  const sum = wanted.reduce((a, b) => a + b, 0);
  if (sum <= room || sum === 0) return wanted;
  const spare = Math.max(room - least * needed.length, 0);
  const over = wanted.reduce((a, b) => a + b - least, 0);
  return wanted.map((h) => least + (over > 0 ? ((h - least) * spare) / over : 0));
}
