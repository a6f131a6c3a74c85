// SPDX-License-Identifier: Apache-2.0
// Views kept under a name: addresses, in the reader's own browser.
import { expect, no_violations, open, settled, test } from './fixture';

test('a view with its filters is kept, opened from elsewhere, renamed and removed', async ({ page }) => {
  await open(page, '/?kind=letter-sent&standing=disputed&ui=en');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const rows = await page.locator('article.head').count();
  const menu = page.locator('details.saved');
  await menu.locator('summary').click();
  await expect(menu).toContainText('None yet.');
  const name = menu.getByRole('textbox', { name: 'Keep this view, with its filters, as' });
  await expect(name).toHaveValue('Chronicle');
  await name.fill('Letters in dispute');
  await name.press('Enter');
  await expect(menu.getByRole('status')).toHaveText('Kept: Letters in dispute');
  await expect(menu.getByRole('link', { name: 'Letters in dispute' })).toHaveAttribute('href', '/?kind=letter-sent&standing=disputed');
  await no_violations(page, 'kept views');
  await page.screenshot({ path: 'test-results/kept-views.png' });
  expect(asked, 'nothing of it is sent').toEqual([]);

  await page.keyboard.press('Escape');
  await expect(menu).not.toHaveAttribute('open');
  await expect(menu.locator('summary')).toBeFocused();
  await open(page, '/stories');
  await menu.locator('summary').press('Enter');
  await name.fill('All stories');
  await menu.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(menu.getByRole('listitem')).toHaveText([/All stories/, /Letters in dispute/]);
  await menu.getByRole('link', { name: 'Letters in dispute' }).click();
  await settled(page);
  await expect(page).toHaveURL(/\/\?kind=letter-sent&standing=disputed$/);
  await expect(menu).not.toHaveAttribute('open');
  await expect(page.locator('article.head')).toHaveCount(rows);

  await menu.locator('summary').click();
  await menu.getByRole('button', { name: 'Rename: Letters in dispute' }).click();
  await expect(menu.getByRole('textbox', { name: 'New name of Letters in dispute' })).toBeFocused();
  await page.keyboard.type('Disputed');
  await page.keyboard.press('Enter');
  await expect(menu.getByRole('link', { name: 'Disputed', exact: true })).toBeVisible();
  await expect(menu.getByRole('link', { name: 'Letters in dispute' })).toHaveCount(0);
  await page.reload();
  await settled(page);
  await menu.locator('summary').click();
  await expect(name).toHaveValue('Disputed');
  await menu.getByRole('button', { name: 'Remove: Disputed' }).click();
  await expect(menu.getByRole('listitem')).toHaveText([/All stories/]);
  await expect(menu.getByRole('status')).toHaveText('Removed: Disputed');
});

test('what storage holds is not trusted', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('hearsay-views', JSON.stringify([{ name: 'Elsewhere', href: 'https://example.org/' }, { name: '<b>Bold</b>', href: '/stories' }, 7])));
  await open(page, '/');
  await page.locator('details.saved summary').click();
  await expect(page.locator('details.saved').getByRole('listitem')).toHaveText([/<b>Bold<\/b>/]);
});
