// SPDX-License-Identifier: Apache-2.0
// The filters of happenings, as they stand in the page's address and as the API takes them: the same names.
import type { Query, Standing } from '../api';

export interface Filters {
  actor: string;
  between: string[];
  kind: string;
  from: string;
  to: string;
  standing: string[];
  outlet: string;
  lang: string;
  story: string;
  as_of: string;
}

export const kStandings: readonly Standing[] = ['both-parties', 'third-party', 'one-party', 'disputed', 'denied', 'anonymous', 'unattributed', 'withdrawn'];

const single = ['actor', 'kind', 'from', 'to', 'outlet', 'lang', 'story', 'as_of'] as const;

export function read_filters(search: URLSearchParams): Filters {
  const text = (name: string) => search.get(name)?.trim() ?? '';
  const standing = (search.get('standing') ?? '').split(',').filter((s) => s !== '');
  const between = search.getAll('between').slice(0, 2);
  const filters = { between, standing } as Filters;
  for (const name of single) filters[name] = text(name);
  return filters;
}

/** What of the filters is set, as parameters. Half a pair of parties is no filter yet. */
export function filter_query(filters: Filters): Query {
  const query: Query = {};
  for (const name of single) if (filters[name]) query[name] = filters[name];
  if (filters.between.length === 2 && filters.between.every((b) => b.trim())) query['between'] = filters.between;
  if (filters.standing.length > 0) query['standing'] = filters.standing.join(',');
  return query;
}

export function is_filtered(filters: Filters): boolean {
  return Object.keys(filter_query(filters)).length > 0;
}

/** One more or one less standing; all or none of them ticked means that the filter is off. */
export function toggle_standing(chosen: readonly string[], one: string, on: boolean): string[] {
  const base = chosen.length === 0 ? [...kStandings] : [...chosen];
  const next = kStandings.filter((s) => (s === one ? on : base.includes(s)));
  return next.length === kStandings.length || next.length === 0 ? [] : [...next];
}
