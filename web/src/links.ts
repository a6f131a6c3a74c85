// SPDX-License-Identifier: Apache-2.0
// The addresses of the views, made in one place.

const part = encodeURIComponent;

export const to = {
  chronicle: (query: Record<string, string> = {}) => {
    const text = new URLSearchParams(query).toString();
    return '/' + (text ? '?' + text : '');
  },
  happening: (id: string) => `/happening/${part(id)}`,
  document: (id: string, at?: { start: number; end: number }) => `/document/${part(id)}` + (at ? `?at=${at.start}-${at.end}` : ''),
  actor: (id: string) => `/actor/${part(id)}`,
  dyad: (a: string, b: string) => `/dyad/${part(a)}/${part(b)}`,
  story: (id: string) => `/story/${part(id)}`,
  corrections: () => '/corrections',
  add: () => '/add',
  search: (q: string) => `/search?q=${part(q)}`,
};
