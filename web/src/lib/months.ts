// SPDX-License-Identifier: Apache-2.0
// Months of happenings for a plot: gaps filled, so that silence shows as silence.
import type { Month } from '../api';
import { months_between } from './days';

export function filled(series: readonly (readonly Month[])[], most = 1200): Month[][] {
  const all = series.flat().map((m) => m.month).sort();
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return series.map(() => []);
  const names = months_between(first, last, most);
  return series.map((months) => {
    const known = new Map(months.map((m) => [m.month, m]));
    return names.map((month) => known.get(month) ?? { month, happenings: 0, cooperation: 0, conflict: 0, goldstein: 0, uncoded: 0 });
  });
}

export interface Scales {
  cooperation: number;
  conflict: number;
  plus: number;
  minus: number;
}

/** The largest values of all series, so that plots that are compared have one scale. */
export function scales_of(series: readonly (readonly Month[])[]): Scales {
  const out = { cooperation: 1, conflict: 1, plus: 1, minus: 1 };
  for (const m of series.flat()) {
    out.cooperation = Math.max(out.cooperation, m.cooperation);
    out.conflict = Math.max(out.conflict, m.conflict);
    out.plus = Math.max(out.plus, m.goldstein);
    out.minus = Math.max(out.minus, -m.goldstein);
  }
  return out;
}
