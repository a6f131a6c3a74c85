// SPDX-License-Identifier: Apache-2.0
// A document's lines with their zones. Documents may be of many megabytes: the view shows a stretch of lines around the place asked for.
import type { DocumentRecord } from '../api';
import type { CodePoints } from './codepoints';

export interface Line {
  start: number;
  end: number;
  zone: string;
  /** Number as the command line counts it, from 1. */
  number: number;
}

/** Lines that are not empty; a line of enormous length is cut, so that one paragraph never holds more than a browser likes. */
export function lines_of(text: string, zones: DocumentRecord['zones'] = [], longest = 20_000): Line[] {
  const out: Line[] = [];
  const ordered = [...(zones ?? [])].sort((a, b) => a.start - b.start);
  let point = 0;
  let number = 1;
  let z = 0;
  for (const line of text.split('\n')) {
    const length = points_in(line);
    for (let from = 0; from < length; from += longest) {
      const start = point + from;
      while (z + 1 < ordered.length && (ordered[z]?.end ?? 0) <= start) z++;
      const zone = ordered[z];
      if (line.trim() !== '') out.push({ start, end: point + Math.min(from + longest, length), zone: zone && zone.start <= start && start < zone.end ? zone.kind : 'body', number });
    }
    point += length + 1;
    number++;
  }
  return out;
}

function points_in(line: string): number {
  let count = line.length;
  for (let i = 0; i + 1 < line.length; i++) {
    const unit = line.charCodeAt(i);
    if (unit >= 0xd800 && unit < 0xdc00) {
      const next = line.charCodeAt(i + 1);
      if (next >= 0xdc00 && next < 0xe000) {
        count--;
        i++;
      }
    }
  }
  return count;
}

/** Which lines to show: as many around the one that holds `at` as stay below `most` code points, two at least. */
export function stretch(lines: readonly Line[], at: number, most: number): [number, number] {
  let first = Math.max(lines.findIndex((l) => l.end > at), 0);
  let last = first;
  let sum = 0;
  const size = (i: number) => (lines[i] ? (lines[i] as Line).end - (lines[i] as Line).start : Infinity);
  while (sum < most && (first > 0 || last < lines.length)) {
    if (last < lines.length) sum += size(last++);
    if (first > 0 && sum < most) sum += size(--first);
  }
  return [first, last];
}

/** `?at=12-40`, within the text; null if it says nothing. */
export function place_of(at: string | null, points: CodePoints): { start: number; end: number } | null {
  const found = /^(\d+)(?:-(\d+))?$/.exec(at ?? '');
  if (!found) return null;
  const start = Math.min(Number(found[1]), points.length);
  return { start, end: Math.min(Math.max(Number(found[2] ?? found[1]), start), points.length) };
}
