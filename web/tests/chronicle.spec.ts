// SPDX-License-Identifier: Apache-2.0
import { Api, expect, open, settled, test } from './fixture';

const rows = 'article.head';

test('what there is stands there, with its counts', async ({ page }) => {
  const api = new Api(page);
  const all = await api.happenings();
  const timeline = await api.timeline();
  await open(page, '/');
  await expect(page.locator('.total')).toContainText(`${all.total} happenings`);
  await expect(page.locator('.total')).toContainText(`${timeline.undated} without any day`);
  await expect(page.locator('canvas')).toHaveAttribute('aria-label', new RegExp(`Timeline of ${all.total - timeline.undated} dated happenings`));
  await expect(page.locator(rows)).toHaveCount(Math.min(all.total, 50));

  const first = all.items[0];
  const row = page.locator(rows).first();
  await expect(row.locator('.headline')).toHaveText(`${first?.source?.name} → ${first?.label} → ${first?.target?.name}`);
  await expect(row).toContainText(first?.days ?? '');
  await expect(row).toContainText(first?.reason ?? '');
  await expect(row).toContainText(first?.standing_label ?? '');
  await expect(row).toContainText(/1 document\s*1 outlet\s*1 origin/);
});

test('the legend counts as the server does, and filters list and timeline', async ({ page }) => {
  const api = new Api(page);
  const info = await api.info();
  await open(page, '/');
  for (const standing of info.standings) await expect(page.locator('fieldset.legend label', { hasText: standing.label })).toHaveText(new RegExp(`${standing.label}\\s*${standing.happenings}$`));

  for (const standing of info.standings) if (standing.standing !== 'disputed') await page.locator('fieldset.legend label', { hasText: standing.label }).getByRole('checkbox').uncheck();
  const disputed = await api.happenings('standing=disputed');
  await expect(page.locator(rows)).toHaveCount(disputed.total);
  await expect(page.locator('.total')).toContainText(`${disputed.total} happenings`);
  await expect(page).toHaveURL(/standing=disputed/);
  const dated = disputed.items.filter((h) => h.from || h.to).length;
  await expect(page.locator('canvas')).toHaveAttribute('aria-label', new RegExp(`Timeline of ${dated} dated`));
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await expect(page.locator('.total')).toContainText(`${(await api.happenings()).total} happenings`);
});

test('filters of actor, pair, kind, outlet, language and period', async ({ page }) => {
  const api = new Api(page);
  await open(page, '/');
  const expects = async (query: string) => {
    const { total } = await api.happenings(query);
    expect(total).toBeGreaterThan(0);
    await expect(page.locator('.total strong')).toHaveText(total === 1 ? '1 happening' : `${total} happenings`);
    await expect(page.locator(rows)).toHaveCount(Math.min(total, 50));
  };
  // Keys go to the field that has the focus. Asking for the field first would wait for the browser's list of names, which may be opening, and sometimes for ever.
  await page.getByLabel('Actor', { exact: true }).fill('Moon Jae-in');
  await page.keyboard.press('Enter');
  await expects('actor=Moon%20Jae-in');
  await page.getByRole('button', { name: 'Clear filters' }).click();

  await page.getByLabel('Between').fill('USA');
  await page.keyboard.press('Tab');
  await page.getByLabel('and', { exact: true }).fill('PRK');
  await page.keyboard.press('Enter');
  await expects('between=USA&between=PRK');
  await page.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('letter-refused');
  await expects('between=USA&between=PRK&kind=letter-refused');
  await page.getByRole('button', { name: 'Clear filters' }).click();

  await page.getByRole('combobox', { name: 'Outlet', exact: true }).selectOption('Northgate Wire');
  await expects('outlet=Northgate%20Wire');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByRole('combobox', { name: 'Language of reports', exact: true }).selectOption('vi');
  await expects('lang=vi');
  await page.getByRole('button', { name: 'Clear filters' }).click();

  await page.getByRole('textbox', { name: 'From', exact: true }).fill('2019');
  await page.getByRole('textbox', { name: 'From', exact: true }).press('Enter');
  await page.getByRole('textbox', { name: 'Until', exact: true }).fill('30/6/2019');
  await page.getByRole('textbox', { name: 'Until', exact: true }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Until', exact: true })).toHaveValue('2019-06-30');
  await expects('from=2019&to=2019-06-30');
  await expect(page.locator('.total')).toContainText('outside this window');
});

test('a date that is none is marked and not sent', async ({ page }) => {
  await open(page, '/');
  await page.getByRole('textbox', { name: 'From', exact: true }).fill('2019-13');
  await page.getByRole('textbox', { name: 'From', exact: true }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'From', exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(page).not.toHaveURL(/from=/);
});

test('as of a day: the standing of that day, and the sentence that says so', async ({ page }) => {
  const api = new Api(page);
  const before = await api.timeline('as_of=2020-04-18&marks=0');
  const after = await api.timeline('as_of=2020-04-19&marks=0');
  const disputed = (timeline: typeof before) => timeline.standings.find((s) => s.standing === 'disputed')?.happenings;
  expect(disputed(after)).toBe((disputed(before) ?? 0) + 1);

  await open(page, '/');
  await page.getByLabel('Day', { exact: true }).fill('2020-04-18');
  await page.getByLabel('Day', { exact: true }).press('Enter');
  await expect(page.locator('.asof')).toContainText('Standings are those that the reports published up to 18 Apr 2020 gave. Merges that later reports brought about stay');
  await expect(page.locator('.total')).toContainText(`${before.total} happenings`);
  await expect(page.locator('fieldset.legend label', { hasText: 'disputed' })).toHaveText(new RegExp(`disputed\\s*${disputed(before)}$`));
  await page.getByRole('slider').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/as_of=2020-04-19/);
  await expect(page.locator('.total')).toContainText(`${after.total} happenings`);
  await expect(page.locator('fieldset.legend label', { hasText: 'disputed' })).toHaveText(new RegExp(`disputed\\s*${disputed(after)}$`));
  await page.keyboard.press('End');
  await expect(page).not.toHaveURL(/as_of=/);
});

test('the timeline zooms and moves by keys, wheel and buttons; the list follows', async ({ page }) => {
  const api = new Api(page);
  await open(page, '/');
  await page.locator('canvas').focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('+');
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
  const query = new URL(page.url()).searchParams;
  const inside = await api.happenings(`from=${query.get('from')}&to=${query.get('to')}`);
  await expect(page.locator(rows)).toHaveCount(inside.total);
  await page.keyboard.press('ArrowRight');
  await expect(page).not.toHaveURL(new RegExp(`from=${query.get('from')}`));
  await page.keyboard.press('0');
  await expect(page).not.toHaveURL(/from=/);

  const box = await page.locator('canvas').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 150);
  await page.mouse.wheel(0, -400);
  await expect(page).toHaveURL(/from=/);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page).not.toHaveURL(/from=/);
});

test('a mark says what it is and leads to its happening', async ({ page }) => {
  await open(page, '/');
  const box = await page.locator('canvas').boundingBox();
  if (!box) throw new Error('no canvas');
  const tip = page.locator('.tip');
  for (let x = 2; x < 400 && (await tip.count()) === 0; x += 5) await page.mouse.move(box.x + x, box.y + 13);
  await expect(tip).toContainText('Donald Trump → sent a letter to → Kim Jong-un');
  await expect(tip).toContainText('24 May 2018');
  await expect(tip).toContainText('unattributed');
  await page.mouse.down();
  await page.mouse.up();
  await expect(page).toHaveURL(/\/happening\/h/);
  await expect(page.locator('h1')).toHaveText('Donald Trump → sent a letter to → Kim Jong-un');
});

test('lanes by pair, kind and story hold all that is dated', async ({ page }) => {
  const api = new Api(page);
  await open(page, '/');
  for (const lanes of ['dyad', 'kind', 'story']) {
    await page.getByRole('combobox', { name: 'Lanes', exact: true }).selectOption(lanes);
    const asked = await api.timeline(`lanes=${lanes}&most=9`);
    await expect(page.locator('ol.lanes li')).toHaveCount(asked.lanes.length + (asked.rest > 0 ? 1 : 0));
    // The lanes before may be as many: they stay until the new ones are there.
    const total = async () => (await page.locator('ol.lanes li > span.muted:last-child').allInnerTexts()).reduce((sum, n) => sum + parseInt(n), 0);
    await expect.poll(total).toBe(asked.total - asked.undated);
  }
  await page.getByRole('combobox', { name: 'Lanes', exact: true }).selectOption('dyad');
  await page.getByRole('link', { name: 'United States – North Korea' }).click();
  await expect(page).toHaveURL(/\/dyad\/usa\/prk$/);
});

test('happenings without a day are one click away, and stay in the address', async ({ page }) => {
  const api = new Api(page);
  const undated = await api.happenings('dated=no');
  await open(page, '/');
  await page.getByRole('link', { name: `${undated.total} without any day` }).click();
  await expect(page.locator('#undated').locator(rows)).toHaveCount(Math.min(undated.total, 25));
  await expect(page.locator('#undated .days').first()).toHaveText('date unknown');
  await page.reload();
  await settled(page);
  await expect(page.locator('#undated').locator(rows)).toHaveCount(Math.min(undated.total, 25));
});

test('a deep link restores the whole state', async ({ page }) => {
  await open(page, '/?actor=kim-jong-un&kind=meeting&from=2018&to=2019-12&standing=one-party,unattributed&lang=vi&as_of=2020-01-01&lanes=kind&order=newest');
  await expect(page.getByLabel('Actor', { exact: true })).toHaveValue('kim-jong-un');
  await expect(page.getByRole('combobox', { name: 'Kind', exact: true })).toHaveValue('meeting');
  await expect(page.getByRole('textbox', { name: 'From', exact: true })).toHaveValue('2018');
  await expect(page.getByRole('textbox', { name: 'Until', exact: true })).toHaveValue('2019-12');
  await expect(page.getByRole('combobox', { name: 'Language of reports', exact: true })).toHaveValue('vi');
  await expect(page.getByRole('combobox', { name: 'Lanes', exact: true })).toHaveValue('kind');
  await expect(page.getByRole('combobox', { name: 'Order', exact: true })).toHaveValue('newest');
  await expect(page.getByLabel('Day', { exact: true })).toHaveValue('2020-01-01');
  await expect(page.locator('fieldset.legend input:checked')).toHaveCount(2);
  const { total } = await new Api(page).happenings('actor=kim-jong-un&kind=meeting&from=2018&to=2019-12&standing=one-party,unattributed&lang=vi&as_of=2020-01-01');
  expect(total).toBeGreaterThan(0);
  await expect(page.locator(rows)).toHaveCount(total);
});

test('going back brings the list as it was', async ({ page }) => {
  await open(page, '/?standing=disputed');
  await page.locator(rows).first().locator('a.headline').click();
  await settled(page);
  await expect(page).toHaveURL(/\/happening\//);
  await page.goBack();
  await expect(page).toHaveURL(/standing=disputed/);
  await expect(page.locator('fieldset.legend input:checked')).toHaveCount(1);
});

test('the order of the list can be chosen', async ({ page }) => {
  const api = new Api(page);
  await open(page, '/');
  for (const order of ['newest', 'reports']) {
    await page.getByRole('combobox', { name: 'Order', exact: true }).selectOption(order);
    const first = (await api.happenings('order=' + order)).items[0];
    await expect(page.locator(rows).first().locator('a.headline')).toHaveAttribute('href', `/happening/${first?.id}`);
  }
});

test('an actor that the store does not know is said so', async ({ page, expected }) => {
  expected.push(/404/);
  await page.goto('/?actor=nobody-at-all');
  await expect(page.getByRole('alert').first()).toContainText('nobody here is called "nobody-at-all"');
});
