// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { lane_heights, rows } from './rows';

describe('rows', () => {
  it('sets what overlaps below one another', () => {
    expect(rows([{ left: 0, right: 10 }, { left: 5, right: 12 }, { left: 11, right: 20 }], 9)).toEqual({ row: [0, 1, 0], count: 2 });
  });
  it('keeps to the rows there are', () => {
    const same = Array.from({ length: 5 }, () => ({ left: 0, right: 10 }));
    expect(rows(same, 2).count).toBe(2);
    expect(rows(same, 0).count).toBe(1);
  });
});

describe('lane heights', () => {
  it('give what is wanted if there is room', () => expect(lane_heights([1, 4], 10, 20, 100)).toEqual([20, 40]));
  it('share what there is', () => expect(lane_heights([1, 9], 10, 20, 60).reduce((a, b) => a + b)).toBeCloseTo(60));
});
