// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { segments, type Span } from './segments';

function slow(from: number, to: number, spans: Span<string>[]): string[] {
  const out: string[] = [];
  for (let i = from; i < to; i++) out.push(spans.filter((s) => s.start <= i && i < s.end).map((s) => s.item).sort().join());
  return out;
}

describe('segments', () => {
  it('covers the text without gap or overlap', () => {
    const found = segments(0, 10, [{ start: 2, end: 5, item: 'a' }, { start: 4, end: 8, item: 'b' }]);
    expect(found.map((s) => [s.start, s.end])).toEqual([[0, 2], [2, 4], [4, 5], [5, 8], [8, 10]]);
    expect(found[2]?.items).toEqual(['b', 'a']);
  });

  it('puts the innermost last', () => {
    const found = segments(0, 9, [{ start: 3, end: 4, item: 'inner' }, { start: 0, end: 9, item: 'outer' }, { start: 2, end: 6, item: 'middle' }]);
    expect(found.find((s) => s.start === 3)?.items).toEqual(['outer', 'middle', 'inner']);
  });

  it('cuts at line ends and leaves out what is empty or outside', () => {
    expect(segments(5, 10, [{ start: 6, end: 6, item: 'x' }, { start: 0, end: 4, item: 'y' }], [7, 12]).map((s) => s.start)).toEqual([5, 7]);
  });

  it('agrees with looking at each place, for spans of any kind', () => {
    let seed = 7;
    const random = (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
    for (let round = 0; round < 200; round++) {
      const spans = Array.from({ length: random(12) }, (_, i) => ({ start: random(40), end: random(40), item: 's' + i }));
      const flat = segments(3, 33, spans).flatMap((s) => Array.from({ length: s.end - s.start }, () => [...s.items].sort().join()));
      expect(flat).toEqual(slow(3, 33, spans));
    }
  });
});
