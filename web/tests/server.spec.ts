// SPDX-License-Identifier: Apache-2.0
// The store changes, or the server goes, while somebody reads.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, open, settled, test } from './fixture';
import { read, read_letters, with_store } from './serving';

test('a store that has changed is told, and read anew when the reader wants it', async ({ page }) => {
  await with_store(read_letters, async (serving, store, folder) => {
    await open(page, serving.address + '/');
    await expect(page.locator('.total')).toContainText('53 happenings');
    writeFileSync(join(folder, 'later.txt'), 'Kim sends Trump another letter\n\nSEOUL - Kim Jong Un sent a letter to Donald Trump on 5 November 2025, the state agency KCNA said on Thursday.\n');
    writeFileSync(join(folder, 'manifest.tsv'), 'document\toutlet\tpublished\tlang\nlater.txt\tThe Harbour Post\t2025-11-06\ten\n');
    read(store, join(folder, 'later.txt'), '--manifest', join(folder, 'manifest.tsv'));
    const notice = page.getByText('The store has changed since this page was read.');
    await expect(notice).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('.total')).toContainText('53 happenings');
    await page.getByRole('button', { name: 'Read anew' }).click();
    await expect(page.locator('.total')).toContainText('54 happenings');
    await expect(notice).toBeHidden();
    await page.goto(serving.address + '/?from=2025-11');
    await settled(page);
    await expect(page.locator('article.head .headline')).toHaveText('Kim Jong-un → sent a letter to → Donald Trump');
  });
});

test('a server that is gone is said so', async ({ page, expected }) => {
  expected.push(/Failed to load resource|ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE_CHUNKED)/);
  await with_store(read_letters, async (serving) => {
    await open(page, serving.address + '/');
    await serving.stop();
    await page.locator('nav').getByRole('link', { name: 'Stories' }).click();
    await expect(page.getByRole('alert')).toContainText('the server does not answer');
    await expect(page.getByRole('alert').getByRole('button', { name: 'Try again' })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('alert').first()).toContainText('the server does not answer');
  });
});
