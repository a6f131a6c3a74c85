// SPDX-License-Identifier: Apache-2.0
// What the page has done, told once where it can be seen and heard; it goes when the reader goes elsewhere.

export const said = $state<{ words: string; links: { href: string; text: string }[] }>({ words: '', links: [] });

export function tell(words: string, links: { href: string; text: string }[] = []): void {
  said.words = words;
  said.links = links;
}
