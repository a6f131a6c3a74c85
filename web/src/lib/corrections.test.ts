// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { CorrectionRecord, Telling } from '../api';
import { first_places, happening_id, rejection_of, split_of } from './corrections';

const telling = (document: string, item: string) => ({ document, item }) as Telling;
const tellings = [telling('a', 'e1'), telling('a', 'e4'), telling('b', 'e2'), telling('c', 'e1')];

test('whole documents are split off by name, parts of one by its events', () => {
  expect(split_of(tellings, new Set([2]))).toEqual({ documents: ['b'] });
  expect(split_of(tellings, new Set([0, 1, 3]))).toEqual({ documents: ['a', 'c'] });
  expect(split_of(tellings, new Set([1]))).toEqual({ documents: ['a'], items: ['e4'] });
});

test('nothing, everything and parts of several are no split', () => {
  expect(split_of(tellings, new Set())).toBe('none');
  expect(split_of(tellings, new Set([0, 1, 2, 3]))).toBe('all');
  expect(split_of(tellings, new Set([1, 2]))).toBe('mixed');
});

test('a happening is known by its id or by its address', () => {
  expect(happening_id(' hd0feef0075060546 ')).toBe('hd0feef0075060546');
  expect(happening_id('http://127.0.0.1:8747/happening/hd0feef0075060546?ui=vi')).toBe('hd0feef0075060546');
  expect(happening_id('Hanoi')).toBeNull();
  expect(happening_id('a letter in /happening/ form')).toBeNull();
});

const correction = (id: string, rest: Partial<CorrectionRecord>) => ({ id, kind: 'reject', places: [], withdrawn: null, ...rest }) as CorrectionRecord;
const place = (document: string, start: number, end: number, part?: number) => ({ document, item: 'event' as const, start, end, read_as: null, words: '', ...(part === undefined ? {} : { part }) });

test('who rejects an item is found by its place, the withdrawn left out', () => {
  const all = [correction('c1', { places: [place('a', 5, 9)], withdrawn: '2026-01-01' }), correction('c2', { places: [place('a', 4, 12)] }), correction('c3', { places: [place('a', 5, 9)] })];
  expect(rejection_of(all, 'a', { item: 'event', start: 5, end: 9 })?.id).toBe('c3');
  expect(rejection_of(all, 'a', { item: 'event', start: 10, end: 14 })?.id).toBe('c2');
  expect(rejection_of(all, 'a', { item: 'statement', start: 5, end: 9 })).toBeUndefined();
  expect(rejection_of(all, 'b', { item: 'event', start: 5, end: 9 })).toBeUndefined();
});

test('a split is looked up by both its parts, all else by its first place', () => {
  const places = [place('a', 1, 2, 0), place('b', 3, 4, 1), place('c', 5, 6, 1)];
  expect(first_places(correction('c1', { kind: 'split', places })).map((p) => p.document)).toEqual(['a', 'b']);
  expect(first_places(correction('c1', { kind: 'merge', places: [place('a', 1, 2), place('b', 3, 4)] })).map((p) => p.document)).toEqual(['a']);
  expect(first_places(correction('c1', { kind: 'owner' }))).toEqual([]);
});
