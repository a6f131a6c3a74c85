// SPDX-License-Identifier: Apache-2.0
// The views that a reader has kept, in this browser alone.
import { read_saved, type Saved } from './lib/saved';
import { keep, kept } from './settings.svelte';

export const saved = $state<{ all: Saved[] }>({ all: read_saved(kept('views')) });

export function set_saved(all: Saved[]): void {
  saved.all = all;
  keep('views', JSON.stringify(all));
}
