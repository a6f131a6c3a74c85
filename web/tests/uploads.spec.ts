// SPDX-License-Identifier: Apache-2.0
// Files that are chosen or dropped are read into the store, and what became of them is told.
import type { DocumentAnswer, Info } from '../src/api';
import { Api, expect, no_violations, open, settled, test } from './fixture';
import { read_letters, with_store } from './serving';

const letter = { name: 'later.txt', mimeType: 'text/plain', buffer: Buffer.from('Kim sends Trump another letter\n\nSEOUL - Kim Jong Un sent a letter to Donald Trump on 5 November 2025, the state agency KCNA said on Thursday.\n') };
const noise = { name: 'noise.bin', mimeType: 'application/octet-stream', buffer: Buffer.from([0, 1, 2, 255]) };

test('files that are chosen are read, with what is known of them', async ({ page }) => {
  await with_store(read_letters, async ({ address }) => {
    const api = new Api(page, address);
    const before = await api.get<Info>('/info');
    await open(page, `${address}/`);
    await page.locator('nav').getByRole('link', { name: 'Add reports' }).click();
    await settled(page);
    const submit = page.getByRole('button', { name: 'Read the files' });
    await expect(submit).toBeDisabled();
    await page.getByLabel('Files', { exact: true }).setInputFiles([letter, noise]);
    await expect(page.getByRole('list', { name: 'Files to be read' }).getByRole('listitem')).toHaveText([/later\.txt/, /noise\.bin/]);
    expect((await api.get<Info>('/info')).counts.documents, 'nothing is read yet').toBe(before.counts.documents);
    await page.getByRole('combobox', { name: 'Outlet' }).fill('The Harbour Post');
    await page.getByRole('textbox', { name: 'Published' }).fill('6/11/2025');
    await page.getByRole('combobox', { name: 'Language' }).selectOption('en');
    await page.getByRole('button', { name: 'Read 2 files' }).click();

    await expect(page.getByRole('heading', { name: 'What became of them' })).toBeFocused();
    const read = page.locator('article[data-file="later.txt"]');
    await expect(read).toContainText('1 report read.');
    await expect(page.locator('article[data-file="noise.bin"]')).toContainText('noise.bin: not text');
    await expect(page.getByText('The store has changed')).toHaveCount(0);
    await no_violations(page, 'added');
    await page.screenshot({ path: 'test-results/added.png' });
    expect((await api.get<Info>('/info')).counts.documents).toBe(before.counts.documents + 1);

    await page.getByLabel('Files', { exact: true }).setInputFiles([letter]);
    await page.getByRole('button', { name: 'Read the file', exact: true }).click();
    await expect(read).toContainText('1 was there already, unchanged.');
    await read.getByRole('link', { name: 'later.txt' }).click();
    await settled(page);
    await expect(page.locator('h1')).toHaveText('Kim sends Trump another letter');
    await expect(page.locator('.facts')).toContainText('The Harbour Post');
    await expect(page.locator('.facts')).toContainText('6 Nov 2025');
    const id = /document\/(\w+)/.exec(page.url())?.[1];
    expect((await api.get<DocumentAnswer>(`/documents/${id}`)).record.lang).toBe('en');
  });
});

test('files are dropped on any view, and wait until the reader says so; what is refused can be sent again', async ({ page, expected }) => {
  expected.push(/40\d|413/);
  await with_store(read_letters, async ({ address }) => {
    await open(page, `${address}/stories`);
    const files = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }));
      return data;
    }, letter.buffer.toString());
    await page.dispatchEvent('main', 'dragenter', { dataTransfer: files });
    await expect(page.locator('.dropping')).toHaveText('Drop files here to add them as reports');
    await page.dispatchEvent('main', 'drop', { dataTransfer: files });
    await settled(page);
    await expect(page).toHaveURL(/\/add$/);
    await expect(page.locator('.dropping')).toHaveCount(0);
    const waiting = page.getByRole('list', { name: 'Files to be read' });
    await expect(waiting).toContainText('dropped.txt');

    await page.route(/\/api\/v1\/reports/, (route) => route.fulfill({ status: 413, json: { error: 'the body is too large' } }));
    await page.getByRole('button', { name: 'Read the file', exact: true }).click();
    await expect(page.locator('article[data-file="dropped.txt"]')).toContainText('Not done: the body is too large');
    await expect(waiting).toContainText('dropped.txt');
    await page.unroute(/\/api\/v1\/reports/);
    await page.getByRole('button', { name: 'Read the file', exact: true }).click();
    await expect(page.locator('article[data-file="dropped.txt"]')).toContainText('1 report read.');
    await expect(waiting).toHaveCount(0);

    await page.getByLabel('Files', { exact: true }).setInputFiles([noise]);
    await page.getByRole('button', { name: 'Leave out: noise.bin' }).click();
    await expect(waiting).toHaveCount(0);
  });
});
