// SPDX-License-Identifier: Apache-2.0
// Views kept under a name: a name and an address, nothing else.

export interface Saved {
  name: string;
  href: string;
}

const kMost = 200;

/** An address of the page as it is kept: without the language, which is the reader's and not the view's. */
export function kept_address(path: string, search: string): string {
  const query = new URLSearchParams(search);
  query.delete('ui');
  const text = query.toString();
  return path + (text ? '?' + text : '');
}

/** What storage holds may be anything: only names with addresses of this page are taken. */
export function read_saved(text: string | null): Saved[] {
  try {
    const all = JSON.parse(text ?? '[]') as unknown;
    return Array.isArray(all) ? all.filter(is_saved).slice(0, kMost).map(({ name, href }) => ({ name, href })) : [];
  } catch {
    return [];
  }
}

function is_saved(one: unknown): one is Saved {
  const { name, href } = (one ?? {}) as Partial<Saved>;
  return typeof name === 'string' && name !== '' && typeof href === 'string' && /^\/(?![/\\])/.test(href);
}

/** Keeps an address; one of the same name gives way. */
export function with_saved(all: readonly Saved[], one: Saved): Saved[] {
  return [...all.filter((s) => s.name !== one.name), one].sort((a, b) => a.name.localeCompare(b.name)).slice(-kMost);
}

export function without_saved(all: readonly Saved[], name: string): Saved[] {
  return all.filter((s) => s.name !== name);
}

export function renamed(all: readonly Saved[], from: string, name: string): Saved[] {
  const one = all.find((s) => s.name === from);
  return one ? with_saved(without_saved(all, from), { name, href: one.href }) : [...all];
}
