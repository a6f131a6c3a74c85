// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { Api, expect, no_sideways_scroll, no_violations, open, settled, test, views } from './fixture';

const names = ['chronicle', 'happening', 'document', 'actor', 'dyad', 'sources', 'stories', 'story', 'search', 'corrections', 'add'];

for (const scheme of ['light', 'dark'] as const) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });
    for (const name of names) {
      test(`${name} has nothing that axe objects to`, async ({ page }) => {
        await open(page, (await views(page))[name] ?? '');
        await expect(page.locator('html')).toHaveAttribute('data-theme', scheme);
        await no_violations(page, name);
        await page.screenshot({ path: `test-results/${name}-${scheme}.png`, fullPage: true });
      });
    }
  });
}

test('what opens on demand has nothing that axe objects to either', async ({ page }) => {
  const all = await views(page);
  await open(page, '/?undated=list');
  await page.locator('details.export summary').first().click();
  await no_violations(page, 'export');
  await page.keyboard.press('Escape');
  await page.locator('h1').focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await no_violations(page, 'help');
  await open(page, '/document/' + (await new Api(page).get<{ items: { brief: { id: string } }[] }>('/documents?outlet=Northgate%20Wire')).items[0]?.brief.id);
  await page.getByRole('button', { name: 'Compare' }).first().click();
  await no_violations(page, 'compare');
  await open(page, all['actor'] ?? '');
  for (const summary of await page.getByText('The same as a table').all()) await summary.click();
  await no_violations(page, 'months');
});

for (const [width, ui] of [[800, 'en'], [800, 'vi'], [1280, 'vi']] as const) {
  test(`${width} pixels wide, ${ui}: no view scrolls sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const [name, address] of Object.entries(await views(page))) {
      await open(page, address + (address.includes('?') ? '&' : '?') + 'ui=' + ui);
      await no_sideways_scroll(page);
      await page.screenshot({ path: `test-results/${name}-${width}-${ui}.png`, fullPage: true });
    }
  });
}

test('Vietnamese and English, chosen and kept', async ({ page }) => {
  const api = new Api(page);
  const { head } = await api.disputed();
  await open(page, '/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: 'Tiếng Việt' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
  await expect(page).toHaveURL(/ui=vi/);
  await expect(page.locator('h1')).toHaveText('Biên niên');
  const info = await api.info('vi');
  for (const standing of info.standings) await expect(page.locator('fieldset.legend label', { hasText: standing.label })).toBeVisible();
  await expect(page.locator('article.head').first()).toContainText('24/5/2018');

  await page.locator('nav').getByRole('link', { name: 'Nguồn tin' }).click();
  await expect(page).toHaveURL(/\/sources\?ui=vi/);
  await open(page, `/happening/${head.id}`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
  await expect(page.locator('h1')).toHaveText('Kim Jong-un → gửi thư cho → Donald Trump');
  await expect(page.getByRole('heading', { name: 'Khẳng định' })).toBeVisible();
  await open(page, `/happening/${head.id}?ui=en`);
  await expect(page.getByRole('heading', { name: 'Asserted by' })).toBeVisible();
});

test('no view shows the name of a word instead of the word', async ({ page }) => {
  for (const ui of ['en', 'vi'])
    for (const address of Object.values(await views(page))) {
      await open(page, address + (address.includes('?') ? '&' : '?') + 'ui=' + ui);
      expect(await page.locator('body').innerText()).not.toMatch(/undefined|\[object|NaN|\b(?:f|field|role|side|export|origin|differ|c|saved|add)_[a-z]|\{\d\}/);
    }
});

test('light and dark, chosen and kept', async ({ page }) => {
  await open(page, '/');
  const ground = () => page.evaluate(() => getComputedStyle(document.body.parentElement as Element).backgroundColor);
  const light = await ground();
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  expect(await ground()).not.toBe(light);
  await page.reload();
  await settled(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('auto');
  expect(await ground()).toBe(light);
});

/** Goes on with Tab until what is looked for has the focus. */
async function tab_to(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 250; i++) {
    if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way to ${selector} by Tab`);
}

test('every view is reached by keyboard alone', async ({ page }) => {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    await settled(page);
  };
  await open(page, '/');
  await press('g', 't');
  await expect(page).toHaveURL(/\/stories$/);
  await press('j', 'j', 'k', 'Enter');
  await expect(page).toHaveURL(/\/story\//);
  await press('j', 'Enter');
  await expect(page).toHaveURL(/\/happening\//);
  await expect(page.locator('h1')).toBeFocused();
  await tab_to(page, 'main a[href^="/dyad/"]');
  await press('Enter');
  await expect(page).toHaveURL(/\/dyad\//);
  await tab_to(page, 'main a[href^="/actor/"]');
  await press('Enter');
  await expect(page).toHaveURL(/\/actor\//);
  await press('Backspace');
  await expect(page).toHaveURL(/\/dyad\//);
  await press('Escape');
  await expect(page).toHaveURL(/\/happening\//);
  await tab_to(page, 'q.words a');
  await press('Enter');
  await expect(page).toHaveURL(/\/document\//);
  await press('g', 'o');
  await expect(page).toHaveURL(/\/sources$/);
  await press('/');
  await page.keyboard.type('thư');
  await press('Enter');
  await expect(page).toHaveURL(/\/search\?q=/);
  await press('g', 'x');
  await expect(page).toHaveURL(/\/corrections$/);
  await press('g', 'c');
  await expect(page).toHaveURL(/:\d+\/$/);
  await tab_to(page, 'fieldset.legend input');
  await press(' ');
  await expect(page).toHaveURL(/standing=/);
  await tab_to(page, 'canvas');
  await press('+');
  await expect(page).toHaveURL(/from=/);
  await press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('each view has one heading of the first level, landmarks, and headings in order', async ({ page }) => {
  for (const [name, address] of Object.entries(await views(page))) {
    await open(page, address);
    await expect(page.locator('h1'), name).toHaveCount(1);
    await expect(page.locator('main'), name).toHaveCount(1);
    await expect(page).toHaveTitle(/Hearsay/);
    const levels = await page.locator('h1:visible, h2:visible, h3:visible, h4:visible').evaluateAll((all) => all.map((h) => Number(h.tagName[1])));
    levels.forEach((level, i) => expect(level - (levels[i - 1] ?? level), `${name}: ${levels.join(' ')}`).toBeLessThanOrEqual(1));
  }
});

test('export gives each format of what is listed, as a file', async ({ page }) => {
  const { paths } = await new Api(page).get<{ paths: Record<string, { get: { parameters: { name: string; schema: { enum: string[] } }[] } }> }>('/openapi.json');
  test.skip(!paths['/export'], 'this program has no /export');
  const formats = paths['/export']?.get.parameters.find((p) => p.name === 'format')?.schema.enum ?? [];
  expect(formats.length).toBeGreaterThan(10);
  await open(page, '/?actor=kim-jong-un&standing=disputed');
  const menu = page.locator('details.export');
  for (const format of formats) {
    await menu.locator('summary').click();
    const link = menu.locator(`a[data-export="${format}"]`);
    await expect(link).toHaveAttribute('href', new RegExp(`actor=kim-jong-un&standing=disputed&format=${format}`));
    expect(await link.innerText(), 'has a name').not.toBe('');
    const answer = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(answer.status(), format).toBe(200);
    expect(answer.headers()['content-disposition'], format).toMatch(/^attachment/);
    const offered = page.waitForEvent('download');
    await link.click();
    const file = await offered;
    expect(file.suggestedFilename()).toMatch(/^hearsay[^/]*\.\w+$/);
    expect((await readFile(await file.path())).length, format).toBe((await answer.body()).length);
    await expect(menu).not.toHaveAttribute('open');
  }
});

test('a file that cannot be had is said so', async ({ page, expected }) => {
  expected.push(/503/);
  await page.route(/\/api\/v1\/export/, (route) => route.fulfill({ status: 503, json: { error: 'too many exports at a time' } }));
  await page.route(/\/api\/v1\/openapi.json/, (route) => route.fulfill({ json: { paths: { '/export': { get: { parameters: [{ name: 'format', schema: { enum: ['csv'] } }] } } } } }));
  await open(page, '/');
  await page.locator('details.export summary').click();
  await page.getByRole('link', { name: 'CSV table' }).click();
  await expect(page.getByRole('alert')).toContainText('too many exports at a time');
});

test('an unknown address says so', async ({ page }) => {
  await open(page, '/no/such/place');
  await expect(page.locator('h1')).toHaveText('There is no such page.');
});
