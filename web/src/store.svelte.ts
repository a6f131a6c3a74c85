// SPDX-License-Identifier: Apache-2.0
// The store as a whole: what /info says, and whether it has changed since. A change is told, never sprung upon somebody who reads.
import { api, url, type Day, type Info } from './api';
import { edition, Load } from './load.svelte';
import { settings } from './settings.svelte';

export const info = new Load<Info>();

/** The days on which the first and the last report that has a date was published. */
export const published = new Load<{ first: Day; last: Day }>();
const kBeforeAll = '1000'; // A report with a date has a later one.

/** What the server calls a kind or a standing, in the reader's language; its id until that is known. */
export const kind_label = (kind: string) => info.value?.kinds.find((k) => k.kind === kind)?.label ?? kind;
export const standing_label = (standing: string) => info.value?.standings.find((s) => s.standing === standing)?.label ?? standing;

export const store = $state({ changed: false, round: 0 });

export function ask_info(): void {
  void store.round; // Asked anew when the reader wants the changed store.
  info.run((signal) => api.info({ ui: settings.ui }, signal));
}

export function ask_published(): void {
  void store.round;
  published.run(async (signal) => {
    const [first, last] = await Promise.all(['time', 'newest'].map((order) => api.documents({ from: kBeforeAll, order, limit: 1 }, signal)));
    return { first: first?.items[0]?.brief.published ?? null, last: last?.items[0]?.brief.published ?? null };
  });
}

export function read_anew(): void {
  own = 0;
  store.changed = false;
  store.round++;
}

/** The latest state that this page brought about, and how many changes of its own are under way: these are no news to the reader. */
let own = 0;
let writing = 0;
let told_meanwhile = 0;

/** Changes the store; when the answer is there, all that is shown is asked for anew. */
export async function change<T extends { generation: number }>(write: () => Promise<T>): Promise<T> {
  writing++;
  try {
    const answer = await write();
    own = Math.max(own, answer.generation);
    store.changed = told_meanwhile > own;
    edition.number++;
    return answer;
  } finally {
    if (--writing === 0) told_meanwhile = 0;
  }
}

/** `first` since the server was reached: after it was started anew it counts from the beginning. */
function take_generation(generation: number, first: boolean): void {
  if (writing > 0) told_meanwhile = Math.max(told_meanwhile, generation);
  else if (info.value) {
    const known = Math.max(own, info.value.generation);
    if (generation > known || (first && generation < known)) store.changed = true;
  }
}

export function begin_changes(): () => void {
  const source = new EventSource(url('/changes'));
  let first = true;
  source.addEventListener('open', () => (first = true));
  source.addEventListener('store', (event) => {
    try {
      take_generation((JSON.parse((event as MessageEvent<string>).data) as { generation: number }).generation, first);
      first = false;
    } catch {
      // A message that cannot be read says nothing.
    }
  });
  return () => source.close();
}

/** Whether the store takes corrections and reports. */
export const can_write = () => info.value !== null && !info.value.read_only;
