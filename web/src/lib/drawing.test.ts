// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Mark, Timeline } from '../api';
import { kDay, ms } from './days';
import { lay_out, type Look } from './drawing';

const start = ms('2020-01-01') ?? 0;
const look = (room: number): Look => ({ width: 1000, x: (time) => (time - start) / kDay, room, measure: (text) => text.length * 6 });
const mark = (id: string, lane: number, from: string, to: string) => ({ id, lane, from, to, standing: 'denied', status: 'happened', unverified: false, headline: 'somebody met somebody else' }) as Mark;
const lanes = ['a~b', 'c~d'].map((id) => ({ id, label: id, total: 1, bins: [] }));
const timeline = (marks: Mark[]): Timeline => ({ total: marks.length, undated: 0, rest: 0, from: null, to: null, standings: [], edges: [], lanes, marks });

describe('marks', () => {
  it('have labels where there is room', () => {
    const { placed, lanes: boxes } = lay_out(timeline([mark('1', 0, '2020-02-01', '2020-02-01'), mark('2', 1, '2020-03-01', '2020-03-01')]), look(400));
    expect(placed.map((p) => p.label !== '')).toEqual([true, true]);
    expect(boxes.map((b) => b.top)).toEqual([0, boxes[0]?.height]);
  });

  it('keep their labels in a lane with room though another has none', () => {
    const many = Array.from({ length: 60 }, (_, i) => mark(`m${i}`, 0, '2020-02-01', '2020-02-01'));
    const { placed } = lay_out(timeline([...many, mark('lone', 1, '2020-03-01', '2020-03-01')]), look(200));
    expect(placed.find((p) => p.mark.id === 'lone')?.label).not.toBe('');
    expect(placed.find((p) => p.mark.id === 'm0')?.label).toBe('');
  });

  it('stand above the periods that fill the window', () => {
    const vague = Array.from({ length: 30 }, (_, i) => mark(`v${i}`, 0, '2020-01-01', '2022-01-01'));
    const { placed } = lay_out(timeline([...vague, mark('day', 0, '2020-06-01', '2020-06-01')]), look(150));
    const day = placed.find((p) => p.mark.id === 'day');
    for (const p of placed) if (p.mark.id !== 'day') expect(p.y).toBeGreaterThan(day?.y ?? Infinity);
    expect(day?.radius).toBeGreaterThan(placed.find((p) => p.mark.id === 'v0')?.radius ?? 0);
  });

  it('of unknown days are not drawn', () => {
    expect(lay_out(timeline([{ ...mark('1', 0, '', ''), from: null, to: null }]), look(400)).placed).toEqual([]);
  });
});
