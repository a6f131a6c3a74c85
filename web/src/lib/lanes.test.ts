// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import type { Lane, Mark, Timeline } from '../api';
import { with_others } from './lanes';

const edges = ['2020-01-01', '2020-02-01', '2020-03-01'];
const timeline = (lanes: Lane[], rest: number, marks: Mark[] | null = null): Timeline => ({ total: 0, undated: 0, rest, from: null, to: null, standings: [], edges, lanes, marks });
const lane = (bins: [number, number[]][]): Lane => ({ id: 'a~b', label: 'A – B', total: 3, bins });
const mark = (lane: number) => ({ id: 'h', lane, from: null, to: null, standing: 'denied', status: 'happened', unverified: false, headline: '' }) as Mark;

it('bars of the others are what is left of all', () => {
  const all = timeline([lane([[0, [2, 1]], [1, [4, 0]]])], 0);
  const found = with_others(timeline([lane([[0, [2, 0]], [1, [4, 0]]])], 1), all, 'others');
  expect(found.lanes[1]).toEqual({ id: '', label: 'others', total: 1, bins: [[0, [0, 1]]] });
  expect(all.lanes[0]?.bins).toEqual([[0, [2, 1]], [1, [4, 0]]]);
});

it('marks of the others get a lane', () => {
  const found = with_others(timeline([lane([])], 1, [mark(0), mark(-1)]), null, 'others');
  expect(found.marks?.map((m) => m.lane)).toEqual([0, 1]);
});

it('nothing is added where nothing is left, and no bars of another window', () => {
  const whole = timeline([lane([])], 0);
  expect(with_others(whole, null, 'others')).toBe(whole);
  const part = timeline([lane([])], 2);
  expect(with_others(part, { ...part, edges: ['2020-01-01', '2021-01-01'] }, 'others')).toBe(part);
});
