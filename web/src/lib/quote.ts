// SPDX-License-Identifier: Apache-2.0
import type { Quote } from '../api';
import { CodePoints } from './codepoints';

export interface Excerpt {
  before: string;
  words: string;
  after: string;
}

const kAround = 300;
const kWordsMost = 1200;

/** The words within their sentence. Sentences may be of any length: of long ones only what is near is shown. */
export function excerpt(quote: Pick<Quote, 'sentence' | 'start' | 'end'>): Excerpt {
  const points = new CodePoints(quote.sentence.text);
  const start = Math.max(quote.start - quote.sentence.start, 0);
  const end = Math.min(Math.max(quote.end - quote.sentence.start, start), points.length);
  const from = Math.max(start - kAround, 0);
  const until = Math.min(end + kAround, points.length);
  const words = points.slice(start, end);
  return {
    before: (from > 0 ? '… ' : '') + points.slice(from, start),
    words: words.length > kWordsMost ? points.slice(start, start + kWordsMost) + ' …' : words,
    after: points.slice(end, until) + (until < points.length ? ' …' : ''),
  };
}

/** One number for each place that words stand at, in the order in which they are first shown. */
export class Notes {
  private readonly numbers = new Map<string, number>();
  readonly quotes: Quote[] = [];

  number(quote: Quote): number {
    const key = `${quote.document} ${quote.sentence.start} ${quote.start} ${quote.end}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      this.quotes.push(quote);
      number = this.quotes.length;
      this.numbers.set(key, number);
    }
    return number;
  }
}
