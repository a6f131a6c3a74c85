// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Quote } from '../api';
import { excerpt, Notes } from './quote';

const quote = (start: number, end: number, text = 'Họ 😀 gặp nhau ở Hà Nội.'): Quote => ({
  document: 'd', item: 'e1', sentence: { start: 100, end: 100 + Array.from(text).length, text }, start, end, line: 3,
});

describe('excerpt', () => {
  it('finds the words by code points of the document', () => {
    expect(excerpt(quote(105, 113))).toEqual({ before: 'Họ 😀 ', words: 'gặp nhau', after: ' ở Hà Nội.' });
  });
  it('shortens what is long', () => {
    const long = excerpt(quote(1100, 1101, 'x'.repeat(100_000)));
    expect(long.before.length + long.words.length + long.after.length).toBeLessThan(700);
  });
});

describe('notes', () => {
  it('number each place once', () => {
    const notes = new Notes();
    expect([notes.number(quote(105, 113)), notes.number(quote(100, 102)), notes.number(quote(105, 113))]).toEqual([1, 2, 1]);
    expect(notes.quotes).toHaveLength(2);
  });
});
