// SPDX-License-Identifier: Apache-2.0
// What holds for every page that a test opens: no error is logged, no policy violated, no other origin asked.
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import type { DocumentAnswer, DocumentItem, Happening, Head, Info, List, Timeline } from '../src/api';

export { expect };

interface Fixtures {
  /** What of the browser's complaints the test brings about itself. */
  expected: RegExp[];
  watched: void;
}

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(process.env['HEARSAY_ADDRESS']),
  expected: [[], { option: true }],
  watched: [
    async ({ context, expected }, use) => {
      const found: string[] = [];
      const note = (text: string) => {
        if (!expected.some((one) => one.test(text))) found.push(text);
      };
      context.on('page', (page) => page.on('pageerror', (error) => note(error.message)));
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) note(`${message.text()} ${message.location().url}`);
      });
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.hostname !== '127.0.0.1') note('asked ' + request.url());
      });
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', (event) => console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI}`));
      });
      await use();
      expect(found).toEqual([]);
    },
    { auto: true },
  ],
});

/** Asks the server itself, to compare what the page shows. */
export class Api {
  constructor(
    private readonly page: Page,
    private readonly base = '',
  ) {}
  async get<T>(path: string): Promise<T> {
    const answer = await this.page.request.get(this.base + '/api/v1' + path);
    expect(answer.ok(), path).toBe(true);
    return (await answer.json()) as T;
  }
  info = (ui = 'en') => this.get<Info>(`/info?ui=${ui}`);
  happenings = (query = '') => this.get<List<Head>>(`/happenings?limit=500&${query}`);
  happening = (id: string) => this.get<Happening>(`/happenings/${id}`);
  timeline = (query = '') => this.get<Timeline>(`/timeline?${query}`);
  /** The document whose title begins so. */
  async titled(title: string): Promise<DocumentAnswer> {
    const { items } = await this.get<List<DocumentItem>>('/documents?limit=50');
    const found = items.find((item) => item.brief.title?.startsWith(title));
    if (!found) throw new Error(title);
    return this.get<DocumentAnswer>(`/documents/${found.brief.id}`);
  }
  /** The letter that one side tells of and the other denies. */
  async disputed(): Promise<Happening> {
    const head = (await this.happenings('standing=disputed&kind=letter-sent')).items[0];
    if (!head) throw new Error('no disputed letter');
    return this.happening(head.id);
  }
}

/** Words as a line shows them. */
export const one_line = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The text of an element without what stands for hidden characters. */
export async function text_of(locator: Locator): Promise<string> {
  return one_line((await locator.allInnerTexts()).join(''));
}

export async function no_sideways_scroll(page: Page): Promise<void> {
  const [content, width] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(content, page.url()).toBeLessThanOrEqual(width ?? 0);
}

/** Nothing that axe objects to. */
export async function no_violations(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => `${name}: ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
}

/** Every view, with an address that shows something of it. */
export async function views(page: Page): Promise<Record<string, string>> {
  const api = new Api(page);
  const disputed = await api.disputed();
  const quote = disputed.for[0]?.words[0];
  const stories = await api.get<List<{ id: string }>>('/stories?order=reports&limit=1');
  return {
    chronicle: '/',
    happening: `/happening/${disputed.head.id}`,
    document: `/document/${quote?.document}?at=${quote?.start}-${quote?.end}`,
    actor: '/actor/kim-jong-un',
    dyad: '/dyad/usa/prk',
    sources: '/sources',
    stories: '/stories',
    story: `/story/${stories.items[0]?.id}`,
    search: '/search?q=letter',
    corrections: '/corrections',
    add: '/add',
  };
}

export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

/** All that the view asked for is there. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('main h1').first()).toBeAttached();
  await expect(page.locator('footer')).toContainText('Hearsay');
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(page.locator('main').getByText(/^(Reading…|Đang đọc…)$/)).toHaveCount(0);
}
