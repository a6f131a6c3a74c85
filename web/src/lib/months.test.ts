// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { filled, scales_of } from './months';

const month = (name: string, goldstein: number, cooperation = 1, conflict = 0) => ({ month: name, happenings: 1, cooperation, conflict, goldstein, uncoded: 0 });

it('fills what lies between, for all series alike', () => {
  const [a, b] = filled([[month('2018-11', 2)], [month('2019-02', -4, 0, 3)]]);
  expect(a?.map((m) => m.month)).toEqual(['2018-11', '2018-12', '2019-01', '2019-02']);
  expect(b?.map((m) => m.happenings)).toEqual([0, 0, 0, 1]);
  expect(filled([[], []])).toEqual([[], []]);
});

it('has one scale for what is compared', () => {
  expect(scales_of([[month('2018-11', 7)], [month('2019-02', -4, 0, 3)]])).toEqual({ cooperation: 1, conflict: 3, plus: 7, minus: 4 });
});
