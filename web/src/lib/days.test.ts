// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { day_words, iso, months_between, ms, read_day } from './days';

describe('days', () => {
  it('go to and fro', () => {
    for (const day of ['1945-09-02', '0099-12-31', '2024-02-29']) expect(iso(ms(day) ?? 0)).toBe(day);
    expect(ms(null)).toBeNull();
    expect(ms('soon')).toBeNull();
    expect(iso(ms('2019') ?? 0)).toBe('2019-01-01');
  });
  it('are worded no finer than they are known', () => {
    expect(day_words('2018-06-12', 'en')).toBe('12 Jun 2018');
    expect(day_words('2018-06-12', 'vi')).toBe('12/6/2018');
    expect(day_words('2018-06', 'vi')).toBe('tháng 6/2018');
    expect(day_words('2018', 'en')).toBe('2018');
  });
  it('span months over the turn of a year', () => {
    expect(months_between('2018-11', '2019-02')).toEqual(['2018-11', '2018-12', '2019-01', '2019-02']);
    expect(months_between('2019-02', '2018-11')).toEqual([]);
  });
});

it('dates as people type them', () => {
  expect(['', ' 2019 ', '2019-6', '2019-06-30', '30/6/2019', '6/2019', '1.2.2020'].map(read_day)).toEqual(['', '2019', '2019-06', '2019-06-30', '2019-06-30', '2019-06', '2020-02-01']);
  expect(['2019-13', '2019-02-30', '31/2/2019', 'yesterday', '19', '6/30/2019'].map(read_day)).toEqual([null, null, null, null, null, null]);
});
