// SPDX-License-Identifier: Apache-2.0
// Keys of the whole page. A view adds its own where it has something of its own (the timeline, marks in a text).
import { go } from './router.svelte';

export interface KeyTargets {
  search(): void;
  help(): void;
  /** Closes what lies over the page; false if nothing does. */
  close(): boolean;
}

const places: Record<string, string> = { c: '/', s: '/search', t: '/stories', o: '/sources', x: '/corrections' };

export function in_field(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'range', 'button'].includes(target.type);
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** Rows of lists carry data-row; the next one below where the focus is, or the first in sight. */
function step_rows(by: number): void {
  const all = [...document.querySelectorAll<HTMLElement>('main [data-row]')].filter((e) => e.getClientRects().length > 0);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = at >= 0 ? all[at + by] : all.find((e) => e.getBoundingClientRect().top >= 0);
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** Ticks or unticks the row where the focus is, if it can be ticked. */
function tick_row(): void {
  document.activeElement?.closest('[data-tickable]')?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
}

export function begin_keys(targets: KeyTargets): () => void {
  let prefix = -Infinity;
  const pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (in_field(event.target)) {
      if (event.key === 'Escape') (event.target as HTMLElement).blur();
      return;
    }
    const after_g = performance.now() - prefix < 1500;
    prefix = -Infinity;
    if (after_g && places[event.key]) go(places[event.key] as string);
    else if (event.key === 'g') prefix = performance.now();
    else if (event.key === '/') targets.search();
    else if (event.key === '?') targets.help();
    else if (event.key === 'j') step_rows(1);
    else if (event.key === 'k') step_rows(-1);
    else if (event.key === 'x') tick_row();
    else if (event.key === 'Escape') {
      if (!targets.close()) history.back();
    } else if (event.key === 'Backspace') history.back();
    else return;
    event.preventDefault();
  };
  addEventListener('keydown', pressed);
  return () => removeEventListener('keydown', pressed);
}
