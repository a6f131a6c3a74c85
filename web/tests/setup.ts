// SPDX-License-Identifier: Apache-2.0
// The letters of the project's examples, read and served once for all tests that change nothing.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { kProgram, new_folder, read_letters, serve } from './serving';

export default async function setup(): Promise<() => Promise<void>> {
  if (!existsSync(kProgram)) throw new Error(`no program at ${kProgram}; name it with HEARSAY`);
  const folder = new_folder();
  const store = join(folder, 'letters.db');
  read_letters(store);
  const serving = await serve(store);
  process.env['HEARSAY_ADDRESS'] = serving.address;
  return async () => {
    await serving.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
