// SPDX-License-Identifier: Apache-2.0
// Paths and queries by the History API. Every view is what its address says, so that an address can be kept and sent.
import { set_ui, settings, type Ui } from './settings.svelte';

export const route = $state({ path: location.pathname, search: location.search, visit: 0 });

export function query(): URLSearchParams {
  return new URLSearchParams(route.search);
}

function take_address(): void {
  route.path = location.pathname;
  route.search = location.search;
  const ui = query().get('ui');
  if ((ui === 'en' || ui === 'vi') && ui !== settings.ui) set_ui(ui);
}

function leave_trace(): void {
  history.replaceState({ ...(history.state as object | null), y: scrollY }, '');
}

/** Goes to another address of the page. A language that stands in the address stays in it. */
export function go(href: string): void {
  const to = new URL(href, location.href);
  const ui = query().get('ui');
  if (ui && !to.searchParams.has('ui')) to.searchParams.set('ui', ui);
  leave_trace();
  history.pushState({}, '', to.pathname + to.search + to.hash);
  take_address();
  route.visit++;
  scrollTo(0, 0);
}

/** Sets or (with null or nothing) clears parameters of the address. `push` makes it a step that can be gone back. */
export function set_query(changes: Record<string, string | readonly string[] | null>, push = false): void {
  const search = query();
  for (const [name, value] of Object.entries(changes)) {
    search.delete(name);
    if (Array.isArray(value)) for (const one of value as string[]) search.append(name, one);
    else if (value) search.set(name, value as string);
  }
  const text = search.toString();
  const href = route.path + (text ? '?' + text : '');
  if (href === route.path + route.search) return;
  if (push) {
    leave_trace();
    history.pushState({}, '', href);
  } else history.replaceState(history.state, '', href);
  take_address();
}

export function switch_ui(ui: Ui): void {
  set_ui(ui);
  set_query({ ui });
}

/** A view's length is known only when its answer is there, so the place is looked for until the page is long enough. */
function return_to(y: number): void {
  const until = performance.now() + 1500;
  const visit = route.visit;
  const step = () => {
    if (visit !== route.visit) return;
    scrollTo(0, y);
    if (Math.abs(scrollY - y) > 2 && performance.now() < until) requestAnimationFrame(step);
  };
  step();
}

function is_plain_click(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;
}

function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || !is_plain_click(event) || link.target || link.hasAttribute('download')) return;
  const href = link instanceof HTMLAnchorElement ? link.href : new URL((link as SVGAElement).href.baseVal, location.href).href;
  const to = new URL(href, location.href);
  if (to.origin !== location.origin || to.pathname.startsWith('/api/') || (to.hash && to.pathname === location.pathname)) return;
  event.preventDefault();
  go(href);
}

export function begin_router(): void {
  history.scrollRestoration = 'manual';
  addEventListener('popstate', (event) => {
    take_address();
    route.visit++;
    return_to((event.state as { y?: number } | null)?.y ?? 0);
  });
  document.addEventListener('click', follow);
}
