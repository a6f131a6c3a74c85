// SPDX-License-Identifier: Apache-2.0
// A report that would take the page over or apart: markup, direction overrides, control characters, a word of a megabyte. All of it is text.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentItem, Head, List } from '../src/api';
import { expect, no_sideways_scroll, open, settled, test } from './fixture';
import { new_folder, read, read_letters, serve, type Serving } from './serving';

const mark = '<script>window.taken = 1</script>';
const image = '<img src=x onerror="window.taken = 2">';
const word = 'kim'.repeat(350_000);
const title = `Trump met Kim in Hanoi ${mark} \u202egnihton\u202c & \u2066isolated`;
const text = `${title}

HANOI - President Donald Trump met Kim Jong Un in Hanoi on 27 February 2019, ${mark} the White House said. \u202eThe ministry\u202c denied on Friday that Trump had met Kim Jong Un in Hanoi on 27 February 2019.

"I sent a letter to Kim ${image} \u0007\u001b[31m\u200b and he read it," Trump said on 1 March 2019.

${word}

Trump sent a letter to Kim Jong Un on 3 March 2019, the \u202ekoobecaf\u202c Ministry of ${image} said.
`;

let folder: string;
let serving: Serving;
let report: string;
let heads: Head[];

test.beforeAll(async ({ request }) => {
  folder = new_folder();
  const store = join(folder, 'hostile.db');
  writeFileSync(join(folder, 'hostile.txt'), text);
  writeFileSync(join(folder, 'manifest.tsv'), `document\toutlet\tpublished\tlang\ttitle\turl\nhostile.txt\t${image} Post\t2019-03-04\ten\t${title}\tjavascript:window.taken=3\n`);
  read_letters(store);
  read(store, join(folder, 'hostile.txt'), '--manifest', join(folder, 'manifest.tsv'));
  serving = await serve(store);
  const documents = (await (await request.get(serving.address + '/api/v1/documents?limit=50')).json()) as List<DocumentItem>;
  report = documents.items.find((item) => item.brief.title?.includes('Hanoi <'))?.brief.id ?? '';
  const happenings = (await (await request.get(`${serving.address}/api/v1/happenings?limit=500&outlet=${encodeURIComponent(image + ' Post')}`)).json()) as List<Head>;
  heads = happenings.items;
});
test.afterAll(async () => {
  await serving.stop();
  rmSync(folder, { recursive: true, force: true });
});
test.afterEach(async ({ page }) => {
  expect(await page.evaluate(() => (window as { taken?: number }).taken)).toBeUndefined();
  expect(await page.locator('main script, main img').count()).toBe(0);
  await no_sideways_scroll(page);
});

test('the report was read', () => {
  expect(report).not.toBe('');
  expect(heads.length).toBeGreaterThan(0);
});

for (const width of [1280, 800]) {
  test(`its text stays text, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, `${serving.address}/document/${report}`);
    await expect(page.locator('h1')).toContainText(mark);
    await expect(page.locator('article.text')).toContainText(mark);
    await expect(page.locator('article.text')).toContainText(image);
    // What steers or hides is named in a box, and never acts.
    for (const point of ['U+202E', 'U+202C', 'U+001B', 'U+200B']) await expect(page.locator('article.text .hidden-char', { hasText: point }).first()).toBeVisible();
    expect(await page.locator('body').evaluate((body) => /[\u0007\u001b\u202a-\u202e\u2066-\u2069]/.test(body.textContent ?? ''))).toBe(false);
    expect(await page.title()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    await expect(page.locator('.facts a')).toHaveCount(0);
    await page.screenshot({ path: `test-results/hostile-document-${width}.png` });
    // The whole word can be had, and the page still answers.
    const later = page.getByRole('button', { name: 'Show the text after' });
    while (await later.count()) await later.click();
    await expect(page.locator('article.text')).toContainText('Ministry of');
    await no_sideways_scroll(page);
  });
}

test('so does what the other views show of it', async ({ page }) => {
  test.setTimeout(120_000);
  const addresses = ['/', '/?lanes=story', '/stories', '/sources', '/search?q=hanoi', '/search?q=letter', ...heads.map((head) => `/happening/${head.id}`)];
  for (const party of heads.flatMap((head) => [head.source, head.target])) if (party?.actor) addresses.push(`/actor/${encodeURIComponent(party.actor)}`);
  for (const width of [1280, 800]) {
    await page.setViewportSize({ width, height: 800 });
    for (const address of new Set(addresses)) {
      await open(page, serving.address + address);
      await no_sideways_scroll(page);
      expect(await page.locator('body').evaluate((body) => /[\u0007\u001b\u202a-\u202e\u2066-\u2069]/.test(body.textContent ?? '')), address).toBe(false);
    }
  }
  await open(page, `${serving.address}/happening/${heads[0]?.id}`);
  await expect(page.locator('main')).toContainText(image + ' Post');
  await page.screenshot({ path: 'test-results/hostile-happening.png', fullPage: true });
});

test('nor does the address take the page over', async ({ page, expected }) => {
  expected.push(/404|400/);
  await page.goto(`${serving.address}/search?q=${encodeURIComponent(image)}`);
  await settled(page);
  await expect(page.locator('h1')).toContainText(image);
  await page.goto(`${serving.address}/actor/${encodeURIComponent(mark)}`);
  await expect(page.getByRole('alert')).toContainText('<script>');
  await page.goto(`${serving.address}/?actor=${encodeURIComponent(image)}&from=%3Cb%3E`);
  await expect(page.getByRole('alert').first()).toBeVisible();
});
