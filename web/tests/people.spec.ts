// SPDX-License-Identifier: Apache-2.0
import type { ActorAnswer, DyadAnswer, List, SearchAnswer, Sources, Story, StoryAnswer } from '../src/api';
import { Api, expect, open, test, text_of } from './fixture';

test('an actor: offices on a day, months, partners, kinds, standings, happenings', async ({ page }) => {
  const answer = await new Api(page).get<ActorAnswer>('/actors/kim-jong-un');
  await open(page, '/actor/kim-jong-un');
  await expect(page.locator('h1')).toHaveText('Kim Jong-un');
  await expect(page.locator('main')).toContainText('PRKGOV');
  await expect(page.locator('main')).toContainText(`${answer.total} happenings`);
  await expect(page.locator('main')).toContainText('leader, North Korea, since 17 Dec 2011');
  const partner = page.locator('table', { has: page.getByText('Goldstein, mean') }).locator('tbody tr').first();
  await expect(partner.locator('td')).toHaveText([answer.partners[0]?.name ?? '', String(answer.partners[0]?.forth), String(answer.partners[0]?.back), '+2.6']);
  for (const kind of answer.kinds.slice(0, 12)) await expect(page.locator('td', { hasText: kind.label }).first()).toBeVisible();
  await expect(page.locator('article.head')).toHaveCount(Math.min(answer.total, 50));

  const did = page.locator('section', { has: page.getByRole('heading', { name: 'What Kim Jong-un did, by month' }) });
  await did.getByText('The same as a table').click();
  await expect(did.locator('tbody tr')).toHaveCount(answer.did.length);
  await expect(did.locator('tbody tr').first()).toHaveText(/Jun 2018\s*2\s*2\s*0\s*\+5.0/);
  await expect(page.getByRole('heading', { name: 'What was done to Kim Jong-un, by month' })).toBeVisible();

  await page.getByRole('textbox', { name: 'Offices held on' }).fill('1/1/2000');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/on=2000-01-01/);
  await expect(page.locator('main')).toContainText('No office is known for that day.');
});

test('a pair: both directions, kinds, happenings', async ({ page }) => {
  const answer = await new Api(page).get<DyadAnswer>('/dyads?a=usa&b=prk');
  await open(page, '/dyad/usa/prk');
  await expect(page.locator('h1')).toHaveText('United States and North Korea');
  await expect(page.locator('main')).toContainText(`${answer.total} happenings`);
  for (const [name, months] of [['United States on North Korea', answer.forth], ['North Korea on United States', answer.back]] as const) {
    const plot = page.locator('section', { has: page.getByRole('heading', { name }) });
    await expect(plot.locator('svg.plot g > title')).toHaveCount(months.length);
  }
  await expect(page.locator('article.head')).toHaveCount(Math.min(answer.total, 50));
  await page.getByRole('link', { name: 'On the timeline' }).click();
  await expect(page.locator('.total')).toContainText(`${answer.total} happenings`);
});

test('plots can be had as files', async ({ page }) => {
  await open(page, '/dyad/usa/prk');
  for (const format of ['SVG', 'PNG']) {
    const offered = page.waitForEvent('download');
    await page.getByRole('button', { name: `Save United States on North Korea as ${format}` }).click();
    expect((await offered).suggestedFilename()).toBe(`United-States-on-North-Korea.${format.toLowerCase()}`);
  }
});

test('sources: outlets, whose word it rests on, and who cites whom in the right direction', async ({ page }) => {
  const answer = await new Api(page).get<Sources>('/sources');
  await open(page, '/sources');
  const outlets = page.locator('section', { has: page.getByRole('heading', { name: 'Outlets' }) }).locator('tbody tr');
  await expect(outlets).toHaveCount(answer.outlets.length);
  for (const [i, o] of answer.outlets.entries()) await expect(outlets.nth(i).locator('td')).toHaveText([o.name, String(o.documents), String(o.origin), String(o.carrier)]);
  const origins = page.locator('section', { has: page.getByRole('heading', { name: 'Whose word it rests on' }) }).locator('tbody tr');
  await expect(origins).toHaveCount(answer.origins.length);
  await expect(origins.first()).toHaveText(/North Korea\s*a party\s*17/);
  // Meridian Daily prints what Northgate Wire sent.
  await expect(page.locator('.graph tbody tr', { hasText: 'Northgate Wire' }).filter({ hasText: 'Meridian Daily' }).locator('td')).toHaveText(['Northgate Wire', 'Meridian Daily', '1']);
  await expect(page.locator('.graph path.line')).toHaveCount(answer.edges.length);
  await page.getByRole('combobox', { name: 'Outlet', exact: true }).selectOption('Northgate Wire');
  const fewer = await new Api(page).get<Sources>('/sources?outlet=Northgate%20Wire');
  await expect(origins).toHaveCount(fewer.origins.length);
});

test('stories, and one of them', async ({ page }) => {
  const api = new Api(page);
  const stories = await api.get<List<Story>>('/stories');
  await open(page, '/stories');
  await expect(page.locator('main')).toContainText(`${stories.total} stories`);
  await expect(page.locator('tbody tr')).toHaveCount(stories.total);
  await page.getByRole('combobox', { name: 'At least' }).selectOption('2');
  const several = await api.get<List<Story>>('/stories?least=2');
  await expect(page.locator('tbody tr')).toHaveCount(several.total);
  const first = several.items[0];
  if (!first) throw new Error('no story');
  await page.locator('tbody tr').first().getByRole('link').first().click();
  const answer = await api.get<StoryAnswer>(`/stories/${first.id}`);
  await expect(page.locator('h1')).toHaveText(first.title ?? '');
  await expect(page.locator('article.head')).toHaveCount(answer.happenings.length);
  await expect(page.locator('table tbody tr')).toHaveCount(answer.briefs.length);
  await page.getByRole('link', { name: 'On the timeline' }).click();
  await expect(page).toHaveURL(new RegExp(`story=${first.id}`));
  await expect(page.locator('.filters')).toContainText(first.id);
});

test('search finds documents, happenings, statements and actors, with the found words marked', async ({ page }) => {
  const answer = await new Api(page).get<SearchAnswer>('/search?q=letter&limit=20');
  await open(page, '/');
  await page.keyboard.press('/');
  await page.keyboard.type('letter');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=letter/);
  await expect(page.locator('main [role=status]')).toContainText(`${answer.documents.length} documents, ${answer.happenings.length} happenings, ${answer.statements.length} statements`);
  await expect(page.locator('mark').first()).toHaveText('letter');
  await expect(page.locator('main')).not.toContainText('«');
  await expect(page.locator('q.words').first()).toContainText(answer.statements[0]?.sentence.text ?? '');

  await open(page, '/search?q=kim');
  const people = await new Api(page).get<SearchAnswer>('/search?q=kim&limit=20');
  expect(people.actors.length).toBeGreaterThan(0);
  await expect(page.locator('section', { has: page.getByRole('heading', { name: 'Actors' }) }).locator('li')).toHaveCount(people.actors.length);
  expect(await text_of(page.locator(`a[href="/actor/${people.actors[0]?.id}"]`))).toBe(people.actors[0]?.name);
  await open(page, '/search?q=xyzzy');
  await expect(page.locator('main')).toContainText('Nothing matches.');
});
