// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { url } from '../api';
import { filter_query, kStandings, read_filters, toggle_standing } from './filters';

describe('filters', () => {
  it('are read from an address and written to a request', () => {
    const filters = read_filters(new URLSearchParams('between=Trump&between=Kim+Jong-un&standing=disputed,denied&as_of=2020-04-19&other=1'));
    expect(url('/happenings', filter_query(filters))).toBe('/api/v1/happenings?as_of=2020-04-19&between=Trump&between=Kim+Jong-un&standing=disputed%2Cdenied');
  });
  it('take half a pair for none', () => {
    expect(filter_query(read_filters(new URLSearchParams('between=Trump')))).toEqual({});
  });
  it('know that all standings are no filter', () => {
    const without = toggle_standing([], 'denied', false);
    expect(without).toHaveLength(kStandings.length - 1);
    expect(toggle_standing(without, 'denied', true)).toEqual([]);
    expect(toggle_standing(['denied'], 'denied', false)).toEqual([]);
  });
});
