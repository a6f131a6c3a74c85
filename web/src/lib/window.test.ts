// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import type { Timeline } from '../api';
import { ms } from './days';
import { first_window } from './window';

function timeline(counts: number[]): Timeline {
  const edges = [...counts, 0].map((_, i) => `${1900 + i}-01-01`);
  const bins = counts.flatMap((n, i): [number, number[]][] => (n > 0 ? [[i, [n]]] : []));
  return { total: 0, undated: 0, rest: 0, from: null, to: null, standings: [], edges, lanes: [{ id: '', label: '', total: 0, bins }], marks: null };
}
const extent = (n: number): [number, number] => [ms('1900') ?? 0, ms(String(1900 + n)) ?? 0];

it('a lone happening long ago stands outside', () => {
  const counts = Array.from({ length: 100 }, (_, i) => (i === 3 ? 1 : i >= 90 && i < 94 ? 30 : 0));
  const [from, until] = first_window(timeline(counts), extent(100));
  expect(from).toBeLessThanOrEqual(ms('1990') ?? 0);
  expect(from).toBeGreaterThan(ms('1989') ?? 0);
  expect(until).toBeGreaterThanOrEqual(ms('1994') ?? 0);
  expect(until).toBeLessThan(ms('1995') ?? 0);
});

it('what is spread out is shown whole', () => {
  const counts = Array.from({ length: 100 }, () => 2);
  expect(first_window(timeline(counts), extent(100))).toEqual(extent(100));
});

it('nothing is shown whole', () => {
  expect(first_window(timeline([]), extent(0))).toEqual(extent(0));
});
