// SPDX-License-Identifier: Apache-2.0
// Texts of reports are data. Characters that steer a terminal, hide, or turn the direction of what follows are shown as boxes that name them.

export interface Piece {
  text: string;
  /** The code point's name as U+202E, if the piece is a character that must not act. */
  hidden?: string;
}

const acting = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

export function pieces(text: string): Piece[] {
  const out: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(acting)) {
    if (found.index > from) out.push({ text: text.slice(from, found.index) });
    out.push({ text: '\ufffd', hidden: 'U+' + (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0') });
    from = found.index + found[0].length;
  }
  if (from < text.length || out.length === 0) out.push({ text: text.slice(from) });
  return out;
}

/** For places that take plain text only (titles of windows, labels of canvas and SVG). */
export function plain(text: string): string {
  return text.replace(acting, '\ufffd');
}

/** Shortens for a label; what is cut off is marked. */
export function shorten(text: string, most: number): string {
  const points = Array.from(text.length > most * 4 ? text.slice(0, most * 4) : text);
  return points.length <= most && points.length > 0 && text.length <= most * 4 ? text : points.slice(0, most - 1).join('').trimEnd() + '…';
}

/** Addresses of reports come from outside: only those of the web become links. */
export function web_address(url: string | null): string | null {
  return url && /^https?:\/\//i.test(url) ? url : null;
}
