// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { kept_address, read_saved, renamed, with_saved, without_saved } from './saved';

const letters = { name: 'Letters', href: '/?kind=letter-sent' };
const kim = { name: 'Kim', href: '/actor/kim-jong-un' };

test('the language of the page is not part of a view', () => {
  expect(kept_address('/', '?kind=letter-sent&ui=vi')).toBe('/?kind=letter-sent');
  expect(kept_address('/sources', '?ui=en')).toBe('/sources');
});

test('views are kept by name, in order, and a name stands once', () => {
  const all = with_saved(with_saved([], letters), kim);
  expect(all).toEqual([kim, letters]);
  expect(with_saved(all, { name: 'Kim', href: '/search?q=Kim' })).toEqual([{ name: 'Kim', href: '/search?q=Kim' }, letters]);
  expect(renamed(all, 'Kim', 'The chairman')).toEqual([letters, { name: 'The chairman', href: kim.href }]);
  expect(renamed(all, 'Kim', 'Letters')).toEqual([{ name: 'Letters', href: kim.href }]);
  expect(without_saved(all, 'Kim')).toEqual([letters]);
});

test('what is no view of this page is not taken from storage', () => {
  expect(read_saved(null)).toEqual([]);
  expect(read_saved('{')).toEqual([]);
  expect(read_saved(JSON.stringify([letters, { name: 'x', href: 'https://example.org/' }, { name: 'y', href: '//example.org' }, { name: '', href: '/' }, null, 3]))).toEqual([letters]);
});
