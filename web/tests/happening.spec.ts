// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SaidWords } from '../src/api';
import { CodePoints } from '../src/lib/codepoints';
import { Api, expect, one_line, open, settled, test, text_of } from './fixture';
import { read, with_store } from './serving';

const words_of = (said: SaidWords) => one_line(new CodePoints(said.sentence.text).slice(said.start - said.sentence.start, said.end - said.sentence.start));

test('who asserts, who denies and who will not speak, with their words and hands', async ({ page }) => {
  const { head, ...answer } = await new Api(page).disputed();
  await open(page, `/happening/${head.id}`);
  await expect(page.locator('h1')).toHaveText('Kim Jong-un → sent a letter to → Donald Trump');
  await expect(page.locator('header.title')).toContainText('18 Apr 2020');
  await expect(page.locator('header.title')).toContainText('disputed — United States on one side; denied by North Korea');
  await expect(page.locator('header.title')).toContainText(/2 documents\s*2 outlets\s*1 origin\s*1 denial/);
  await expect(page.locator('header.title')).toContainText('A standing says who asserts and who denies; it does not say what is true.');

  for (const [heading, sides] of [['Asserted by', answer.for], ['Denied by', answer.against], ['Would not speak', answer.declined]] as const) {
    const column = page.locator('section.side', { has: page.getByRole('heading', { name: heading }) });
    await expect(column.locator('.origin')).toHaveCount(sides.length);
    for (const [i, side] of sides.entries()) {
      const origin = column.locator('.origin').nth(i);
      await expect(origin.locator('h3')).toHaveText(side.name);
      for (const said of side.words.slice(0, 3)) {
        await expect(origin).toContainText(words_of(said));
        await expect(origin).toContainText(`line ${said.line}`);
        for (const hand of said.chain) await expect(origin.locator('.hands')).toContainText([hand]);
      }
    }
  }
});

test('one click leads from a claim to its words: what is marked there is what is quoted', async ({ page }) => {
  const { head, ...answer } = await new Api(page).disputed();
  const all = [...answer.for, ...answer.against, ...answer.declined].flatMap((side) => side.words.slice(0, 3));
  expect(all.length).toBeGreaterThan(4);
  for (const [i, said] of all.entries()) {
    await open(page, `/happening/${head.id}`);
    const link = page.locator('section.side q.words a').nth(i);
    expect(await text_of(link)).toBe(words_of(said));
    await link.click();
    await expect(page).toHaveURL(new RegExp(`/document/${said.document}\\?at=${said.start}-${said.end}`));
    await settled(page);
    await expect(page.locator('article.text .meant').first()).toBeInViewport();
    expect(one_line((await page.locator('article.text .meant').allTextContents()).join(''))).toBe(words_of(said));
  }
});

test('each way of the words can be chosen, and shows what proves it', async ({ page }) => {
  const { head, ways } = await new Api(page).disputed();
  await open(page, `/happening/${head.id}`);
  await expect(page.locator('g.edge')).toHaveCount(ways.edges.length);
  await expect(page.locator('g.node')).toHaveCount(ways.nodes.length);
  for (const [i, edge] of ways.edges.entries()) {
    await page.locator('g.edge').nth(i).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.proof q')).toHaveText(one_line(edge.text));
    await expect(page.locator('.proof q a')).toHaveAttribute('href', `/document/${edge.document}?at=${edge.start}-${edge.end}`);
  }
  await page.getByText('The same as a list').click();
  await expect(page.locator('details .list li')).toHaveCount(ways.edges.length);
});

test('history and tellings', async ({ page }) => {
  const { head, history, tellings } = await new Api(page).disputed();
  await open(page, `/happening/${head.id}`);
  const table = page.locator('section', { has: page.getByRole('heading', { name: 'How it stood' }) }).locator('tbody tr');
  await expect(table).toHaveCount(history.length);
  for (const [i, turn] of history.entries()) {
    await expect(table.nth(i)).toContainText(turn.standing_label);
    await expect(table.nth(i)).toContainText(turn.reason);
    await expect(table.nth(i).locator('a')).toHaveCount(turn.because.length);
  }
  await expect(page.locator('path.turn')).toHaveCount(history.length);
  await expect(page.locator('.tellings li')).toHaveCount(tellings.length);
  for (const [i, telling] of tellings.entries()) {
    await expect(page.locator('.tellings li').nth(i)).toContainText(telling.because);
    await expect(page.locator('.tellings li').nth(i)).toContainText(telling.rule);
  }
});

test('the three counts stand together wherever a happening is listed', async ({ page }) => {
  const api = new Api(page);
  await open(page, '/');
  const { items } = await api.happenings();
  for (const [i, head] of items.slice(0, 50).entries()) {
    const counts = (await text_of(page.locator('article.head').nth(i).locator('.counts'))).match(/\d+/g)?.map(Number);
    expect(counts?.slice(0, 3)).toEqual([head.documents, head.outlets, head.origins]);
  }
});

test('in print the evidence stands as footnotes', async ({ page }) => {
  const { head, ...answer } = await new Api(page).disputed();
  await open(page, `/happening/${head.id}`);
  await expect(page.locator('.notes')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('header.top')).toBeHidden();
  await expect(page.locator('.notes')).toBeVisible();
  const quotes = [...answer.for, ...answer.against, ...answer.declined].flatMap((side) => side.words);
  const notes = page.locator('.notes > ol > li');
  for (const [i, side] of [...answer.for, ...answer.against, ...answer.declined].entries()) {
    const marks = page.locator('.origin').nth(i).locator('sup');
    await expect(marks).toHaveCount(side.words.length);
    expect(await text_of(marks)).toMatch(/^\d+(, \d+)*$/);
    for (const [m, said] of side.words.entries()) {
      const number = Number(/\d+$/.exec(await text_of(marks.nth(m)))?.[0]);
      await expect(notes.nth(number - 1).locator('strong')).toHaveText(words_of(said));
      await expect(notes.nth(number - 1)).toContainText(`line ${said.line}`);
      await expect(notes.nth(number - 1)).toContainText(said.document);
    }
  }
  expect(await notes.count()).toBeGreaterThanOrEqual(new Set(quotes.map((q) => `${q.document} ${q.start} ${q.end}`)).size);
  await page.screenshot({ path: 'test-results/happening-print.png', fullPage: true });
});

test('a happening that is not there is said so', async ({ page, expected }) => {
  expected.push(/404/);
  await page.goto('/happening/h000');
  await expect(page.getByRole('alert')).toContainText('no happening whose id begins with "h000"');
});

test('where reports differ, who gives which', async ({ page }) => {
  const fill = (store: string, folder: string) => {
    writeFileSync(join(folder, 'a.txt'), 'Israel strikes Damascus\n\nDAMASCUS - Israel attacked Syria in Damascus on 3 May 2019, killing 12 people, the Syrian Ministry of Defence said on Saturday.\n');
    writeFileSync(join(folder, 'b.txt'), 'Raid on Damascus\n\nBEIRUT - Israel attacked Syria in Damascus on 3 May 2019, killing at least 17 people, the Israeli army said on Sunday.\n');
    writeFileSync(join(folder, 'manifest.tsv'), 'document\toutlet\tpublished\tlang\na.txt\tThe Harbour Post\t2019-05-04\ten\nb.txt\tMeridian Daily\t2019-05-05\ten\n');
    read(store, join(folder, 'a.txt'), join(folder, 'b.txt'), '--manifest', join(folder, 'manifest.tsv'));
  };
  await with_store(fill, async (serving) => {
    await open(page, serving.address + '/');
    await page.locator('a.headline', { hasText: 'Israel → killed' }).click();
    await settled(page);
    const part = page.locator('section', { has: page.getByRole('heading', { name: 'Where reports differ' }) });
    await expect(part.locator('h3')).toHaveText('Figures: dead people');
    await expect(part.locator('dt')).toHaveText(['12', 'at least 17']);
    await expect(part.locator('dd').first()).toContainText('The Harbour Post, 4 May 2019');
    await expect(part.locator('dd a').nth(1)).toHaveText('at least 17 people');
    await page.screenshot({ path: 'test-results/happening-differences.png', fullPage: true });
  });
});
