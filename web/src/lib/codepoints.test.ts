// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { CodePoints } from './codepoints';

describe('CodePoints', () => {
  it('counts what the slow way counts', () => {
    const text = 'a😀bộ\u{1F1FB}\u{1F1F3} ế\ud800x';
    const points = new CodePoints(text);
    const slow = Array.from(text);
    expect(points.length).toBe(slow.length);
    for (let i = 0; i <= slow.length; i++) expect(points.index(i)).toBe(slow.slice(0, i).join('').length);
  });

  it('brings what lies outside to the ends', () => {
    const points = new CodePoints('a😀b');
    expect(points.index(-5)).toBe(0);
    expect(points.index(99)).toBe(4);
    expect(points.slice(1, 2)).toBe('😀');
  });
});
