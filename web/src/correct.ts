// SPDX-License-Identifier: Apache-2.0
// Corrections are sent, and what has become of them is told.
import { api, type Corrected, type NewCorrection } from './api';
import { tell } from './said.svelte';
import { settings } from './settings.svelte';
import { change } from './store.svelte';
import { to } from './links';
import { w } from './words';

const link = () => [{ href: to.corrections(), text: w('corrections') }];

export async function correct(correction: NewCorrection): Promise<Corrected> {
  const kept = await change(() => api.correct(correction, { ui: settings.ui }));
  tell(w('c_kept', kept.id), link());
  return kept;
}

export async function withdraw(id: string, by: string): Promise<void> {
  await change(() => api.withdraw(id, by, { ui: settings.ui }));
  tell(w('c_withdrawn_now', id), link());
}
