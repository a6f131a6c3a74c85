// SPDX-License-Identifier: Apache-2.0
import type { DocumentAnswer, DocumentItem, List } from '../src/api';
import { CodePoints } from '../src/lib/codepoints';
import { Api, expect, one_line, open, test, text_of } from './fixture';

test('the text stands there whole, in every document', async ({ page }) => {
  const api = new Api(page);
  const { items } = await api.get<List<DocumentItem>>('/documents?limit=50');
  expect(items).toHaveLength(16);
  for (const { brief } of items) {
    const { record } = await api.get<DocumentAnswer>(`/documents/${brief.id}`);
    await open(page, `/document/${brief.id}`);
    await expect(page.locator('h1')).toHaveText(brief.title ?? '');
    expect(one_line((await page.locator('article.text .line').allTextContents()).map((line) => line.trim()).join('\n'))).toBe(one_line(record.text));
  }
});

test('marks can be switched, followed by keys, and read', async ({ page }) => {
  const { brief, record, happenings } = await new Api(page).titled('No such note');
  await open(page, `/document/${brief.id}`);
  for (const [label, items] of [['Events', record.events], ['Statements', record.statements], ['Times', record.times]] as const) {
    await expect(page.locator('.layers label', { hasText: label })).toContainText(String(items.length));
    await page.locator('.layers label', { hasText: label }).getByRole('checkbox').uncheck();
    await expect(page.locator(`article.text .l-${label.toLowerCase()}`)).toHaveCount(0);
    await page.locator('.layers label', { hasText: label }).getByRole('checkbox').check();
    await expect(page.locator(`article.text .l-${label.toLowerCase()}`)).not.toHaveCount(0);
  }

  await page.locator('h1').focus();
  await page.keyboard.press('n');
  await expect(page.locator('article.text [data-mark]').first()).toBeFocused();
  await page.keyboard.press('n');
  await expect(page.locator('article.text [data-mark]').nth(1)).toBeFocused();
  await page.keyboard.press('p');
  await expect(page.locator('article.text [data-mark]').first()).toBeFocused();

  for (const event of record.events) {
    await page.getByRole('button', { name: `Words: ${event.id}` }).click();
    const reading = page.locator('.reading', { hasText: event.rule }).first();
    await expect(reading).toContainText(`Event ${event.id}`);
    await expect(reading).toContainText(one_line(new CodePoints(record.text).slice(event.start, event.end)));
    await expect(reading).toContainText(happenings[event.id]?.standing_label ?? '');
    await expect(reading.locator(`a[href="/happening/${happenings[event.id]?.id}"]`)).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(page.locator('.readings')).toContainText('Point at marked words');
});

test('who is led to a statement sees how it was read', async ({ page }) => {
  const { brief, record } = await new Api(page).titled('No such note');
  const statement = record.statements.find((s) => s.speaker?.actor && s.cue && s.content);
  if (!statement) throw new Error('no statement');
  await open(page, `/document/${brief.id}?at=${statement.start}-${statement.end}`);
  const reading = page.locator('.reading').first();
  await expect(reading).toContainText(statement.rule);
  await expect(reading).toContainText(statement.cue?.text ?? '');
  await expect(reading.getByRole('link', { name: statement.speaker?.name ?? '' })).toHaveAttribute('href', `/actor/${statement.speaker?.actor}`);
});

test('where metadata come from is said', async ({ page }) => {
  const { brief, record } = await new Api(page).titled('No such note');
  await open(page, `/document/${brief.id}`);
  const facts = page.locator('.facts');
  await expect(facts).toContainText(brief.outlet ?? '');
  await expect(facts).toContainText('20 Apr 2020');
  await expect(facts).toContainText(record.source.sha256);
  await expect(facts.getByRole('link')).toHaveAttribute('href', brief.url ?? '');
  await expect(facts.getByRole('link')).toHaveAttribute('rel', /noreferrer/);
});

test('copies stand side by side, with the shared passages marked in both', async ({ page }) => {
  const answer = await new Api(page).titled('Trump would like to meet Kim');
  const copy = answer.copies[0];
  if (!copy) throw new Error('no copy');
  await open(page, `/document/${answer.brief.id}`);
  const item = page.locator('.copy').first();
  await expect(item).toContainText('shortened');
  await expect(item).toContainText('this has it from the other, by its credit');
  await expect(item).toContainText('88% of this document’s words, 55% of the other’s');
  await item.getByRole('button', { name: 'Compare' }).click();
  const [here, there] = [new CodePoints(answer.record.text), new CodePoints(copy.text_there)];
  for (const [i, passage] of copy.passages.entries()) {
    expect(one_line((await page.locator(`[data-passage="here-${i}"]`).allTextContents()).join(' '))).toBe(one_line(here.slice(...passage.here)));
    expect(one_line((await page.locator(`[data-passage="there-${i}"]`).allTextContents()).join(' '))).toBe(one_line(there.slice(...passage.there)));
  }
  await page.locator('[data-passage="here-1"]').first().click();
  await expect(page.locator('[data-passage="there-1"]').first()).toHaveClass(/chosen/);
  expect(await text_of(page.locator('.compare h3').nth(1))).toBe(copy.with.title);
});
