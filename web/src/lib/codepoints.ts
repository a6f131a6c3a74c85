// SPDX-License-Identifier: Apache-2.0
// Positions in records count code points; those of JavaScript's strings count UTF-16 units. A document is measured once.

export class CodePoints {
  /** Code point numbers of the characters that take two units, in order. */
  private readonly wide: number[] = [];
  /** Code points in the text. */
  readonly length: number;

  constructor(readonly text: string) {
    let points = 0;
    for (let i = 0; i < text.length; i++, points++) {
      const unit = text.charCodeAt(i);
      if (unit >= 0xd800 && unit < 0xdc00 && i + 1 < text.length) {
        const next = text.charCodeAt(i + 1);
        if (next >= 0xdc00 && next < 0xe000) {
          this.wide.push(points);
          i++;
        }
      }
    }
    this.length = points;
  }

  /** The UTF-16 index of a code point; what lies outside the text is brought to its ends. */
  index(point: number): number {
    const at = Math.min(Math.max(point, 0), this.length);
    let low = 0;
    let high = this.wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.wide[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return at + low;
  }

  slice(start: number, end: number): string {
    return this.text.slice(this.index(start), this.index(end));
  }
}
