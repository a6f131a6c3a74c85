// SPDX-License-Identifier: Apache-2.0
// What people say of the readings: said in each place where a reading is shown, followed at once, listed, and withdrawn.
import { writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { CorrectionLine, DocumentAnswer, Head, List } from '../src/api';
import { CodePoints } from '../src/lib/codepoints';
import { Api, expect, no_sideways_scroll, no_violations, one_line, open, settled, test, text_of } from './fixture';
import { read, read_letters, run, with_store } from './serving';

const kName = 'Lan Phương';

const corrections = async (api: Api, query = '') => (await api.get<List<CorrectionLine>>('/corrections?withdrawn=yes&' + query)).items.map((line) => line.record);

/** Fills in what a form asks for besides what it is about; the name only if it is asked. */
async function sign(page: Page, why: string, submit: string, name = kName): Promise<void> {
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: submit }) });
  if (why) await form.locator('textarea').fill(why);
  const asked = form.getByRole('textbox', { name: 'Your name' });
  if ((await asked.count()) > 0) await asked.fill(name);
  await form.getByRole('button', { name: submit }).click();
  await expect(form).toHaveCount(0);
  await settled(page);
}
const said = (page: Page): Locator => page.locator('.said');
const lined = (locator: Locator) => locator.evaluate((e) => getComputedStyle(e).textDecorationLine);

test('an event that was read wrongly is rejected by keyboard, shown struck through, and taken back', async ({ page }) => {
  await with_store(read_letters, async ({ address }) => {
    const api = new Api(page, address);
    const { brief, record, happenings } = await api.titled('No such note');
    const event = record.events.find((e) => happenings[e.id]);
    if (!event) throw new Error('no event');
    const words = one_line(new CodePoints(record.text).slice(event.start, event.end));
    const named: string[] = [];
    page.on('request', (request) => {
      if (decodeURIComponent(request.url() + (request.postData() ?? '') + JSON.stringify(request.headers())).includes(kName)) named.push(`${request.method()} ${new URL(request.url()).pathname}`);
    });

    await open(page, `${address}/document/${brief.id}`);
    await page.getByRole('button', { name: `Words: ${event.id}`, exact: true }).press('Enter');
    const button = page.locator(`.reading[data-item="${event.id}"]`).getByRole('button', { name: 'This is not what it says' });
    await button.focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('form', { name: 'This is not what it says' });
    await expect(form).toContainText('The event then tells of no happening.');
    await expect(form.locator('textarea')).toBeFocused();
    // Letters that are keys of the view are letters here.
    await page.keyboard.type('no, on page ?');
    await expect(form.locator('textarea')).toHaveValue('no, on page ?');
    await page.keyboard.press('Control+Enter');
    await expect(form.getByRole('alert')).toHaveText('Give your name: a correction is somebody’s.');
    await page.keyboard.press('Tab');
    await expect(form.getByRole('textbox', { name: 'Your name' })).toBeFocused();
    await page.keyboard.type(kName);
    await page.keyboard.press('Enter');
    await expect(said(page)).toContainText('Kept as c1.');
    await settled(page);
    await expect(page.getByText('The store has changed')).toHaveCount(0);

    const row = page.locator('.told li', { has: page.getByRole('button', { name: `Words: ${event.id}`, exact: true }) });
    await expect(row).toContainText(`Rejected by ${kName}`);
    expect(await lined(row.locator('.told-words'))).toBe('line-through');
    await expect(row.getByRole('link')).toHaveCount(0);
    expect(one_line((await page.locator('article.text .l-rejected').allTextContents()).join(''))).toBe(words);
    await expect(page.locator('.reading', { hasText: `Event ${event.id}` })).toContainText('no, on page ?');
    const [kept] = await corrections(api);
    expect(kept).toMatchObject({ kind: 'reject', by: kName, words: 'no, on page ?', lost: false });
    expect(kept?.places[0]).toMatchObject({ document: brief.id, start: event.start, end: event.end });
    expect((await api.get<DocumentAnswer>(`/documents/${brief.id}`)).happenings[event.id]).toBeUndefined();
    await page.screenshot({ path: 'test-results/document-rejected.png', fullPage: true });

    const layer = page.locator('.layers label', { hasText: 'Rejected readings' }).getByRole('checkbox');
    await layer.uncheck();
    await expect(page.locator('article.text .l-rejected')).toHaveCount(0);
    await expect(row).toHaveCount(0);
    await page.reload();
    await settled(page);
    await expect(layer).not.toBeChecked();
    await layer.check();
    await expect(row).toBeVisible();

    const mine = page.locator('[data-correction="c1"]');
    await mine.getByRole('button', { name: 'Withdraw' }).click();
    await expect(mine.getByRole('form')).toContainText(`Signed: ${kName}`);
    await sign(page, '', 'Withdraw it');
    await expect(said(page)).toContainText('c1 is withdrawn.');
    await expect(mine).toHaveCount(0);
    await expect(row.getByRole('link')).toHaveAttribute('href', `/happening/${happenings[event.id]?.id}`);
    await expect(page.locator('.layers')).not.toContainText('Rejected readings');
    await expect(page.locator('#document-corrections')).toBeFocused();
    expect((await corrections(api))[0]).toMatchObject({ withdrawn_by: kName });
    expect(named).toEqual(['POST /api/v1/corrections', 'POST /api/v1/corrections/c1/withdraw']);
  });
});

test('a statement is rejected; items and documents are noted on', async ({ page }) => {
  await with_store(read_letters, async ({ address }) => {
    const api = new Api(page, address);
    const { brief, record } = await api.titled('No such note');
    const statement = record.statements.find((s) => s.speaker?.actor && s.cue);
    if (!statement) throw new Error('no statement');
    await open(page, `${address}/document/${brief.id}?at=${statement.start}-${statement.end}`);
    const reading = page.locator(`.reading[data-item="${statement.id}"]`);
    await reading.getByRole('button', { name: 'Note on this' }).click();
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Write something.' })).toBeVisible();
    await sign(page, 'asked the ministry <b>twice</b>', 'Keep the note');
    await reading.getByRole('button', { name: 'This is not what it says' }).click();
    await expect(reading.getByRole('form')).toContainText('The statement is then nobody’s word');
    await sign(page, '', 'Reject this reading');
    await expect(page.locator('.told .rejected', { has: page.getByRole('button', { name: `Words: ${statement.id}`, exact: true }) })).toContainText(`Rejected by ${kName}`);
    await page.getByRole('button', { name: 'Add a note' }).click();
    await sign(page, 'the whole of it', 'Keep the note');
    await expect(page.locator('.corrections [data-correction]')).toHaveCount(3);
    await expect(page.locator('[data-correction="c1"]')).toContainText('asked the ministry <b>twice</b>');
    await expect(page.locator('[data-correction="c3"]')).toContainText('on the whole document');
    expect((await corrections(api)).map((c) => [c.kind, c.places[0]?.item])).toEqual([['note', 'statement'], ['reject', 'statement'], ['note', 'words']]);
  });
});

test('a happening that is two is taken apart, and both are led to', async ({ page }) => {
  await with_store(read_letters, async ({ address }) => {
    const api = new Api(page, address);
    const { head, tellings, briefs } = await api.disputed();
    const last = tellings.at(-1);
    const going = tellings.filter((t) => t.document === last?.document);
    expect(going.length).toBeGreaterThan(1);
    await open(page, `${address}/happening/${head.id}`);
    await page.getByRole('button', { name: 'Correct it' }).click();
    await expect(page.locator('#corrections h2')).toBeFocused();
    await page.getByRole('button', { name: 'These are two' }).click();
    const form = page.getByRole('form', { name: 'These are two' });
    const boxes = form.getByRole('checkbox');
    await expect(boxes).toHaveCount(tellings.length);
    const submit = form.getByRole('button', { name: 'Take them apart' });

    await submit.click();
    await expect(form.getByRole('alert')).toHaveText('Tick at least one telling that is of another happening.');
    for (const box of await boxes.all()) await box.check();
    await expect(form.getByRole('alert')).toHaveText('All are ticked: leave at least one that stays.');
    for (const box of await boxes.all()) await box.uncheck();
    await boxes.first().check();
    await boxes.last().check();
    await expect(form.getByRole('alert')).toContainText('Parts of several reports cannot be taken out at once');
    await boxes.first().uncheck();
    for (const [i, telling] of tellings.entries()) if (telling.document === last?.document) await boxes.nth(i).check();
    await page.screenshot({ path: 'test-results/happening-split.png' });
    await sign(page, 'another letter, of April', 'Take them apart');

    await expect(page.locator('.tellings > li')).toHaveCount(tellings.length - going.length);
    const [kept] = await corrections(api);
    expect(kept?.places.filter((p) => p.part === 1).map((p) => p.document)).toEqual(going.map((t) => t.document));
    const listed = page.locator('[data-correction="c1"]');
    await expect(listed).toContainText('Two happenings, not one:');
    await expect(listed).toContainText('another letter, of April');
    await expect(listed).toContainText(kName);
    const other = said(page).getByRole('link', { name: 'the other happening' });
    await expect(said(page).getByRole('link', { name: 'the one happening' })).toHaveAttribute('href', `/happening/${(await api.happening(head.id)).head.id}`);
    await other.click();
    await settled(page);
    await expect(page.locator('.tellings > li')).toHaveCount(going.length);
    await expect(page.locator('.tellings')).toContainText(briefs[last?.document ?? '']?.outlet ?? '');
    await expect(said(page)).toBeEmpty();
    // The correction concerns the other one as well, and stands there too.
    await expect(listed.getByText('this one', { exact: true })).toBeVisible();
    await listed.getByRole('link', { name: 'the one happening' }).click();
    await settled(page);
    await expect(page.locator('.tellings > li')).toHaveCount(tellings.length - going.length);
    await listed.getByRole('button', { name: 'Withdraw' }).click();
    await sign(page, '', 'Withdraw it');
    await expect(page.locator('.tellings > li')).toHaveCount(tellings.length);
  });
});

test('some events of one document are split off alone', async ({ page }) => {
  await with_store(read_letters, async ({ address }) => {
    const api = new Api(page, address);
    const { head, tellings } = await api.disputed();
    const at = tellings.findLastIndex((t, i) => tellings.some((o, j) => j !== i && o.document === t.document));
    await open(page, `${address}/happening/${head.id}`);
    await page.getByRole('button', { name: 'These are two' }).click();
    await page.getByRole('form').getByRole('checkbox').nth(at).check();
    await sign(page, '', 'Take them apart');
    const parts = (await corrections(api))[0]?.places.filter((p) => p.part === 1);
    expect(parts).toHaveLength(1);
    expect(parts?.[0]).toMatchObject({ document: tellings[at]?.document, start: tellings[at]?.start });
    await expect(page.locator('.tellings > li')).toHaveCount(tellings.length - 1);
  });
});

test('two happenings are said to be one, by words and by id, and a former id still answers', async ({ page, expected }) => {
  expected.push(/400/);
  await with_store(read_letters, async ({ address }) => {
    const api = new Api(page, address);
    const heads = (await api.happenings('kind=letter-sent')).items;
    const [one, two, three] = heads as [Head, Head, Head];
    await open(page, `${address}/happening/${one.id}`);
    await page.getByRole('button', { name: 'Same as …' }).click();
    const form = page.getByRole('form', { name: 'Same as …' });
    await expect(form).toContainText('Of the same parties:');
    await form.getByRole('button', { name: 'They are one' }).click();
    await expect(form.getByRole('alert')).toHaveText('Choose the other happening.');
    await form.getByRole('searchbox').fill('letter');
    await expect(form.getByRole('radio').nth(1)).toBeVisible();
    await form.getByRole('searchbox').fill(`http://elsewhere/happening/${two.id}`);
    await expect(form.getByRole('radio')).toHaveCount(1);
    await expect(form.locator('.choice')).toContainText(two.label);
    await form.getByRole('radio').check();
    await page.screenshot({ path: 'test-results/happening-merge.png' });
    await sign(page, 'one letter, told from both ends', 'They are one');
    await expect(page.locator('#corrections')).toContainText('one letter, told from both ends');
    await expect(page.locator('.tellings')).toContainText(`${kName} takes them for one`);

    const [a, b] = [await api.happening(one.id), await api.happening(two.id)];
    expect(a.head.id).toBe(b.head.id);
    const former = a.head.id === one.id ? two.id : one.id;
    await open(page, `${address}/happening/${former}`);
    await expect(page.locator('header.title')).toContainText(`Formerly ${former}.`);
    await expect(page.locator('#corrections [data-correction]')).toHaveCount(1);

    // One cannot be held together and kept apart: the program names the first.
    await page.getByRole('button', { name: 'These are two' }).click();
    await page.getByRole('form').getByRole('checkbox').first().check();
    await page.getByRole('form').getByRole('button', { name: 'Take them apart' }).click();
    await expect(page.getByRole('form').getByRole('alert')).toContainText(/Not done: .*c1/);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('form')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'These are two' })).toBeFocused();
    expect(three.id).not.toBe(a.head.id);
  });
});

test('rows of the chronicle are ticked by keyboard and said to be one', async ({ page }) => {
  await with_store(read_letters, async ({ address }) => {
    const api = new Api(page, address);
    await open(page, `${address}/?kind=letter-sent`);
    const before = await page.locator('article.head').count();
    await expect(page.locator('article.head input')).toHaveCount(0);
    await page.getByRole('button', { name: 'Tick those that are one' }).press('Enter');
    await page.locator('article.head .headline').first().focus();
    await page.keyboard.press('x');
    await expect(page.locator('.tray')).toContainText('1 ticked');
    await page.getByRole('button', { name: 'They are one' }).click();
    await page.getByRole('form').getByRole('button', { name: 'They are one' }).click();
    await expect(page.getByRole('form').getByRole('alert')).toHaveText('Tick two or more happenings.');
    await page.keyboard.press('Escape');
    await page.locator('article.head .headline').first().focus();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await expect(page.locator('.tray')).toContainText('2 ticked');
    await expect(page.locator('article.head.ticked')).toHaveCount(2);
    const names = await page.locator('article.head.ticked .headline').allInnerTexts();
    // What is ticked stays so in another order.
    await page.getByRole('combobox', { name: 'Order' }).selectOption('reports');
    await settled(page);
    await expect(page.locator('article.head.ticked')).toHaveCount(2);
    await page.locator('.tray').getByRole('button', { name: 'They are one' }).click();
    for (const name of names) await expect(page.locator('.tray li', { hasText: one_line(name) }).first()).toBeVisible();
    await page.screenshot({ path: 'test-results/chronicle-ticked.png' });
    await sign(page, 'told from both ends', 'They are one');
    await expect(said(page)).toContainText('Kept as c1.');
    await expect(page.locator('article.head')).toHaveCount(before - 1);
    await expect(page.locator('.tray')).toContainText('0 ticked');
    expect((await corrections(api))[0]).toMatchObject({ kind: 'merge', words: 'told from both ends' });
    await page.getByRole('button', { name: 'Done ticking' }).click();
    await expect(page.locator('article.head input')).toHaveCount(0);
  });
});

test('who owns an outlet is said where the outlet is shown, and among the sources', async ({ page, expected }) => {
  expected.push(/404/);
  await with_store(read_letters, async ({ address }) => {
    const api = new Api(page, address);
    await open(page, `${address}/actor/kim-jong-un`);
    await expect(page.getByRole('button', { name: 'Owned by …' })).toHaveCount(0);
    await open(page, `${address}/actor/kcna`);
    await page.getByRole('button', { name: 'Owned by …' }).click();
    const form = page.getByRole('form', { name: 'Owned by …' });
    await form.getByRole('button', { name: 'Say so' }).click();
    await expect(form.getByRole('alert')).toContainText('Name the owner');
    await form.getByRole('combobox', { name: 'Owner' }).pressSequentially('North Korea');
    await expect(form.locator('option[value="North Korea"]')).toBeAttached();
    await form.getByRole('combobox', { name: 'Owner' }).fill('North Korea');
    await sign(page, 'state agency', 'Say so');
    await expect(page.locator('main')).toContainText('Outlet, is owned by North Korea');
    expect((await corrections(api))[0]).toMatchObject({ kind: 'owner', actor: 'kcna', owner: 'prk' });

    await open(page, `${address}/sources`);
    const owners = page.locator('section', { has: page.getByRole('heading', { name: 'Who owns which outlet' }) });
    await expect(owners.locator('[data-correction="c1"]')).toContainText('KCNA is owned by North Korea');
    await owners.getByRole('button', { name: 'Say who owns an outlet' }).click();
    const fields = owners.getByRole('form');
    await fields.getByRole('combobox', { name: 'Outlet' }).fill('White House');
    await fields.getByRole('checkbox', { name: 'nobody else' }).check();
    await fields.getByRole('button', { name: 'Say so' }).click();
    await expect(fields.getByRole('alert')).toContainText(/Not done: .*White House/);
    await fields.getByRole('combobox', { name: 'Outlet' }).fill('NK News');
    await sign(page, '', 'Say so');
    await expect(owners.locator('[data-correction="c2"]')).toContainText('NK News is nobody else’s');
  });
});

test('all corrections in one place: the withdrawn on demand, what is lost in words, in either language', async ({ page }) => {
  await with_store(read_letters, async ({ address }, store) => {
    const api = new Api(page, address);
    const { brief, record } = await api.titled('No such note');
    const { head } = await api.disputed();
    run(store, 'correct', 'reject', brief.id, record.events[0]?.id ?? '', '--because', 'misread', '--by', 'Minh');
    run(store, 'correct', 'note', head.id, 'asked on 3 May', '--by', 'Minh');
    run(store, 'correct', 'owner', 'kcna', 'prk', '--by', 'Minh');
    run(store, 'correct', 'withdraw', 'c2', '--by', 'Hà');
    await expect.poll(async () => (await corrections(api))[1]?.withdrawn_by, { timeout: 30_000 }).toBe('Hà');
    await open(page, `${address}/`);
    await page.keyboard.press('g');
    await page.keyboard.press('x');
    await settled(page);
    await expect(page).toHaveURL(/\/corrections$/);
    await expect(page.locator('main')).toContainText('A correction is one person’s word about how a report was read.');
    await expect(page.locator('[data-correction]')).toHaveCount(2);
    await page.getByRole('checkbox', { name: 'Also those that were withdrawn' }).check();
    await expect(page).toHaveURL(/withdrawn=yes/);
    await expect(page.locator('[data-correction]')).toHaveCount(3);
    await expect(page.locator('[data-correction="c2"]')).toContainText(/withdrawn by Hà/);
    await expect(page.locator('[data-correction="c2"]').getByRole('button', { name: 'Withdraw' })).toHaveCount(0);
    const place = page.locator('[data-correction="c1"] .places a');
    const event = record.events[0];
    expect(await text_of(place)).toBe(one_line(new CodePoints(record.text).slice(event?.start ?? 0, event?.end ?? 0)));
    await page.screenshot({ path: 'test-results/corrections-some.png', fullPage: true });
    await place.click();
    await settled(page);
    await expect(page).toHaveURL(new RegExp(`/document/${brief.id}\\?at=${event?.start}-${event?.end}`));
    await expect(page.locator('.reading').first()).toContainText('Rejected by Minh');

    const { generation } = await api.info();
    run(store, 'forget', brief.id);
    await expect.poll(async () => (await api.info()).generation, { timeout: 30_000 }).toBeGreaterThan(generation);
    await open(page, `${address}/corrections`);
    await expect(page.locator('[data-correction="c1"]')).toContainText('their document is gone');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await open(page, `${address}/corrections?ui=vi`);
    await expect(page.locator('h1')).toHaveText('Hiệu đính');
    await expect(page.locator('[data-correction="c1"]')).toContainText('tài liệu không còn');
    await expect(page.locator('[data-correction="c3"]')).toContainText('thuộc về');
  });
});

test('a store that is only read offers nothing to write', async ({ page }) => {
  test.slow();
  await with_store(
    (store) => {
      read_letters(store);
      run(store, 'correct', 'owner', 'kcna', 'prk', '--by', 'Minh');
    },
    async ({ address }) => {
      const api = new Api(page, address);
      const { head, tellings } = await api.disputed();
      for (const path of ['/', `/happening/${head.id}`, `/document/${tellings[0]?.document}?at=${tellings[0]?.start}-${tellings[0]?.end}`, '/actor/kcna', '/sources', '/corrections', '/add']) {
        await open(page, address + path);
        await expect(page.locator('.signed'), path).toHaveCount(0);
        await expect(page.getByRole('button', { name: /^(Tick those|Correct it)/ }), path).toHaveCount(0);
        await expect(page.locator('nav').getByRole('link', { name: 'Add reports' }), path).toHaveCount(0);
      }
      await expect(page.locator('main')).toContainText('This store is open for reading only');
      await open(page, `${address}/corrections`);
      await expect(page.locator('[data-correction="c1"]')).toContainText('KCNA is owned by North Korea');
    },
    '--read-only',
  );
});

test('what is refused is said, and nothing that was typed is lost; the name can be changed', async ({ page, expected }) => {
  expected.push(/503/);
  await with_store(read_letters, async ({ address }, store, folder) => {
    const api = new Api(page, address);
    const { head } = await api.disputed();
    await page.route(/\/api\/v1\/corrections\?/, (route) => (route.request().method() === 'POST' ? route.fulfill({ status: 503, json: { error: 'another program is writing' } }) : route.continue()));
    await open(page, `${address}/happening/${head.id}`);
    await page.getByRole('button', { name: 'Add a note' }).click();
    const form = page.getByRole('form', { name: 'Add a note' });
    await form.locator('textarea').fill('kept words');
    await form.getByRole('textbox', { name: 'Your name' }).fill('Minh');
    await form.getByRole('button', { name: 'Keep the note' }).click();
    await expect(form.getByRole('alert')).toHaveText('Not done: another program is writing');
    await expect(form.locator('textarea')).toHaveValue('kept words');
    await page.unroute(/\/api\/v1\/corrections\?/);
    await sign(page, '', 'Keep the note', 'Minh');
    await page.getByRole('button', { name: 'Add a note' }).click();
    await expect(form).toContainText('Signed: Minh');
    await form.getByRole('button', { name: 'change' }).click();
    await sign(page, 'a second one', 'Keep the note', 'Hà');
    expect((await corrections(api)).map((c) => [c.by, c.words])).toEqual([['Minh', 'kept words'], ['Hà', 'a second one']]);
    // What others change is told as before.
    await expect(page.getByText('The store has changed')).toHaveCount(0);
    writeFileSync(`${folder}/later.txt`, 'Kim sends Trump another letter\n\nSEOUL - Kim Jong Un sent a letter to Donald Trump on 5 November 2025, KCNA said.\n');
    read(store, `${folder}/later.txt`);
    await expect(page.getByText('The store has changed')).toBeVisible({ timeout: 30_000 });
  });
});

for (const scheme of ['light', 'dark'] as const)
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });
    test('forms and lists of corrections have nothing that axe objects to, and fit 800 pixels', async ({ page }) => {
      test.slow();
      await with_store(read_letters, async ({ address }, store) => {
        const api = new Api(page, address);
        const { head, tellings } = await api.disputed();
        const at = tellings[0];
        run(store, 'correct', 'reject', at?.document ?? '', at?.item ?? '', '--by', 'Minh');
        run(store, 'correct', 'owner', 'kcna', 'prk', '--by', 'Minh');
        run(store, 'correct', 'note', 'donald-trump', 'see the other', '--by', 'Minh');
        run(store, 'correct', 'withdraw', 'c3', '--by', 'Hà');
        await expect.poll(async () => (await corrections(api))[2]?.withdrawn_by, { timeout: 30_000 }).toBe('Hà');
        await page.setViewportSize({ width: 800, height: 900 });
        const look = async (name: string) => {
          await settled(page);
          await no_violations(page, name);
          await no_sideways_scroll(page);
          await page.screenshot({ path: `test-results/${name}-800-${scheme}.png`, fullPage: true });
        };
        await open(page, `${address}/document/${at?.document}?at=${at?.start}-${at?.end}`);
        await page.getByRole('button', { name: 'Note on this' }).first().click();
        await look('note');
        await open(page, `${address}/happening/${head.id}`);
        await page.getByRole('button', { name: 'These are two' }).click();
        await page.getByRole('button', { name: 'Same as …' }).click();
        await look('split-merge');
        await open(page, `${address}/corrections?withdrawn=yes`);
        await page.getByRole('button', { name: 'Withdraw' }).first().click();
        await look('withdraw');
        await open(page, `${address}/actor/kcna`);
        await page.getByRole('button', { name: 'Owned by …' }).click();
        await look('owner');
        await open(page, `${address}/?ui=vi`);
        await page.getByRole('button', { name: 'Đánh dấu những sự việc là một' }).click();
        await page.locator('article.head input').first().check();
        await page.locator('.tray').getByRole('button', { name: 'Chúng là một' }).click();
        await look('ticked-vi');
      });
    });
  });
