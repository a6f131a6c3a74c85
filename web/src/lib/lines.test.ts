// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { CodePoints } from './codepoints';
import { lines_of, place_of, stretch } from './lines';

describe('lines', () => {
  it('count code points and know their zone', () => {
    const lines = lines_of('Tựa 😀\n\nThân bài\n', [{ kind: 'title', start: 0, end: 5, paragraph: -1 }, { kind: 'body', start: 7, end: 15, paragraph: 0 }]);
    expect(lines).toEqual([{ start: 0, end: 5, zone: 'title', number: 1 }, { start: 7, end: 15, zone: 'body', number: 3 }]);
  });
  it('cuts a line without end', () => {
    const lines = lines_of('x'.repeat(45_000));
    expect(lines.map((l) => l.end - l.start)).toEqual([20_000, 20_000, 5_000]);
  });
});

describe('stretch', () => {
  const lines = lines_of(Array.from({ length: 100 }, () => 'mười chữ cá').join('\n'));
  it('takes all of a short text', () => expect(stretch(lines, 0, 1e6)).toEqual([0, 100]));
  it('keeps around the place', () => {
    const [first, last] = stretch(lines, 600, 110);
    expect(first).toBeLessThanOrEqual(50);
    expect(last).toBeGreaterThan(50);
    expect(last - first).toBeLessThan(14);
  });
  it('does without lines', () => expect(stretch([], 0, 10)).toEqual([0, 0]));
});

it('reads a place', () => {
  const points = new CodePoints('mười chữ');
  expect(place_of('2-4', points)).toEqual({ start: 2, end: 4 });
  expect(place_of('4-99', points)).toEqual({ start: 4, end: 8 });
  expect(place_of('x', points)).toBeNull();
});
