// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { pieces, plain, shorten, web_address } from './visible';

describe('pieces', () => {
  it('shows what reorders or hides', () => {
    expect(pieces('a\u202eb')).toEqual([{ text: 'a' }, { text: '\ufffd', hidden: 'U+202E' }, { text: 'b' }]);
    expect(pieces('\u0007')).toEqual([{ text: '\ufffd', hidden: 'U+0007' }]);
  });
  it('leaves words, line ends and tabs alone', () => {
    expect(pieces('Việt Nam\n\t<script>')).toEqual([{ text: 'Việt Nam\n\t<script>' }]);
    expect(pieces('')).toEqual([{ text: '' }]);
  });
});

describe('labels', () => {
  it('are plain and short', () => {
    expect(plain('x\u2066y')).toBe('x\ufffdy');
    expect(shorten('ngắn', 10)).toBe('ngắn');
    expect(Array.from(shorten('😀'.repeat(50), 10)).length).toBe(10);
  });
  it('link only to the web', () => {
    expect(web_address('javascript:alert(1)')).toBeNull();
    expect(web_address('https://example.org/a')).toBe('https://example.org/a');
  });
});
