// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { snippet_parts } from './snippet';

it('turns guillemets into marks', () => {
  expect(snippet_parts('lá «thư» mới')).toEqual([{ text: 'lá ', found: false }, { text: 'thư', found: true }, { text: ' mới', found: false }]);
  expect(snippet_parts('no « pair')).toEqual([{ text: 'no « pair', found: false }]);
});
