// SPDX-License-Identifier: Apache-2.0
// The timeline on its canvas: where everything stands is worked out first, as values, and then drawn.
import type { Mark, Standing, Timeline } from '../api';
import { kDay, ms } from './days';
import { colour_name, is_hollow, kGlyphs } from './glyphs';
import { lane_heights, rows } from './rows';
import { plain } from './visible';

export interface Look {
  width: number;
  /** Screen place of a moment. */
  x: (time: number) => number;
  /** Height that the lanes may take in all. */
  room: number;
  /** Width of a text in the labels' font. */
  measure: (text: string) => number;
}

export interface Placed {
  mark: Mark;
  x: number;
  y: number;
  radius: number;
  /** The period as a line, if it is wider than the glyph; an end that is not known is open. */
  line: { left: number; right: number; open_left: boolean; open_right: boolean } | null;
  label: string;
  label_x: number;
  label_width: number;
}

export interface Bar {
  lane: number;
  bin: number;
  left: number;
  right: number;
  base: number;
  counts: number[];
  /** Pixels for one happening. */
  unit: number;
}

export interface LaneBox {
  id: string;
  label: string;
  total: number;
  top: number;
  height: number;
  most: number;
}

export interface Drawing {
  lanes: LaneBox[];
  placed: Placed[];
  bars: Bar[];
  height: number;
}

const kRow = 17;
/** A period that fills more of the window than this says little about when: it takes a thin row. */
const kVague = 0.3;
const kVagueRow = 5;
const kGlyphRadius = 5.5;
/** How wide labels may be: the widest for which there is room. */
const kLabels = [360, 230, 150];
const kLabelled = 220;
const kLaneLeast = 34;
/** Rows of the lane of all others, which would push the named ones aside. */
const kOtherRows = 8;

interface Extent {
  left: number;
  right: number;
  anchor: number;
  line: Placed['line'];
}

/** A period whose one end is unknown is drawn from the end that is known. */
function extent_of(mark: Mark, look: Look): Extent {
  const from = ms(mark.from);
  const to = ms(mark.to);
  const left = look.x(from ?? (to ?? 0));
  const right = look.x((to ?? from ?? 0) + kDay);
  const wide = right - left > 3 * kGlyphRadius;
  const open_left = from === null;
  const open_right = to === null;
  if (open_left || open_right) {
    const known = open_left ? right : left;
    return { left: known - (open_left ? 26 : kGlyphRadius), right: known + (open_right ? 26 : kGlyphRadius), anchor: known, line: { left: open_left ? known - 26 : known, right: open_right ? known + 26 : known, open_left, open_right } };
  }
  if (!wide) return { left: (left + right) / 2 - kGlyphRadius, right: (left + right) / 2 + kGlyphRadius, anchor: (left + right) / 2, line: null };
  const one_day = (to ?? 0) - (from ?? 0) < kDay;
  const anchor = one_day ? (left + right) / 2 : Math.min(Math.max(left + kGlyphRadius, kGlyphRadius), right - kGlyphRadius);
  return one_day
    ? { left: anchor - kGlyphRadius, right: anchor + kGlyphRadius, anchor, line: null }
    : { left, right, anchor, line: { left, right, open_left: false, open_right: false } };
}

/** A label stands behind its mark, or behind its period if that is short; before it where the right edge is near. */
function label_place(extent: Extent, width: number, look: Look): number {
  const behind = extent.right - extent.anchor < 150 ? Math.max(extent.right, extent.anchor + kGlyphRadius) : extent.anchor + kGlyphRadius;
  const before = Math.min(extent.left, extent.anchor - kGlyphRadius) - 4 - width;
  return behind + 4 + width > look.width && extent.anchor < look.width && before > 0 ? before : behind + 4;
}

function lanes_of(data: Timeline): { id: string; label: string; total: number }[] {
  return data.lanes.length > 0 ? data.lanes : [{ id: '', label: '', total: data.total }];
}

interface Boxed {
  mark: Mark;
  extent: Extent;
  left: number;
  right: number;
  label: string;
  label_x: number;
  label_width: number;
}

/** A lane's marks in rows: those whose days are known first, under them in thin rows those that fill much of the window. */
interface Packed {
  clear: Boxed[];
  vague: Boxed[];
  row: { clear: number[]; vague: number[] };
  count: { clear: number; vague: number };
}

function boxed(mark: Mark, extent: Extent, widest: number, look: Look): Boxed {
  const label = widest > 0 ? plain(mark.headline) : '';
  const whole = label ? Math.min(look.measure(label), widest) : 0;
  const label_x = label_place(extent, whole, look);
  // What would run over the right edge is cut there, and shown to be cut.
  const label_width = label_x < look.width ? Math.min(whole, look.width - label_x) : whole;
  const left = Math.min(extent.left, label ? label_x : extent.left) - 2;
  const right = Math.max(extent.right, label ? label_x + label_width + 8 : extent.right) + 1;
  return { mark, extent, left, right, label, label_x, label_width };
}

function pack(lane: readonly { mark: Mark; extent: Extent }[], widest: number, most: number, look: Look): Packed {
  const boxes = lane.map(({ mark, extent }) => boxed(mark, extent, widest, look));
  const is_vague = (box: Boxed) => widest === 0 && box.extent.line !== null && box.extent.line.right - box.extent.line.left > look.width * kVague;
  const clear = boxes.filter((box) => !is_vague(box));
  const vague = boxes.filter(is_vague);
  const [c, v] = [rows(clear, most), rows(vague, most)];
  return { clear, vague, row: { clear: c.row, vague: v.row }, count: { clear: c.count, vague: v.count } };
}

const wanted = (lane: Packed) => lane.count.clear * kRow + lane.count.vague * kVagueRow + 8;

/** All with labels if there is room for that; else each lane as wide ones as its share of the room holds. */
function pack_all(by_lane: readonly { mark: Mark; extent: Extent }[][], others: number, widths: readonly number[], look: Look): { sets: Packed[]; heights: number[] } {
  const of = (l: number, widest: number) => pack(by_lane[l] ?? [], widest, l === others && widest === 0 ? kOtherRows : 400, look);
  for (const widest of widths) {
    const sets = by_lane.map((_, l) => of(l, widest));
    const heights = sets.map((lane) => Math.max(kLaneLeast, wanted(lane)));
    if (heights.reduce((a, b) => a + b, 0) <= look.room) return { sets, heights };
  }
  const bare = by_lane.map((_, l) => of(l, 0));
  const heights = lane_heights(bare.map(wanted), 1, kLaneLeast, look.room);
  const sets = bare.map((lane, l) => widths.map((widest) => of(l, widest)).find((labelled) => wanted(labelled) <= (heights[l] ?? 0)) ?? lane);
  return { sets, heights };
}

function place_marks(data: Timeline, marks: Mark[], look: Look): Drawing {
  const lanes = lanes_of(data);
  const by_lane: { mark: Mark; extent: Extent }[][] = lanes.map(() => []);
  for (const mark of marks) {
    const lane = by_lane[lanes.length === 1 && mark.lane < 0 ? 0 : mark.lane];
    if (lane && (mark.from !== null || mark.to !== null)) lane.push({ mark, extent: extent_of(mark, look) });
  }
  for (const lane of by_lane) lane.sort((a, b) => a.extent.left - b.extent.left);
  const others = lanes.length > 1 ? lanes.findIndex((lane) => lane.id === '') : -1;
  const { sets, heights } = pack_all(by_lane, others, marks.length <= kLabelled ? kLabels : [], look);

  const drawing: Drawing = { lanes: [], placed: [], bars: [], height: 0 };
  lanes.forEach((lane, l) => {
    const height = heights[l] ?? kLaneLeast;
    drawing.lanes.push({ ...lane, top: drawing.height, height, most: 0 });
    const found = sets[l];
    if (found) place_lane(drawing, found, drawing.height + 4, Math.min(1, (height - 8) / Math.max(wanted(found) - 8, 1)));
    drawing.height += height;
  });
  return drawing;
}

function place_lane(drawing: Drawing, lane: Packed, top: number, scale: number): void {
  const put = (boxes: Boxed[], row: number[], from: number, step: number) => {
    const radius = Math.max(2, Math.min(kGlyphRadius, step * 0.48));
    boxes.forEach(({ mark, extent, label, label_x, label_width }, i) =>
      drawing.placed.push({ mark, x: extent.anchor, y: from + step * ((row[i] ?? 0) + 0.5), radius, line: extent.line, label, label_x, label_width }),
    );
  };
  put(lane.vague, lane.row.vague, top + lane.count.clear * kRow * scale, kVagueRow * scale);
  put(lane.clear, lane.row.clear, top, kRow * scale);
}

function place_bars(data: Timeline, look: Look): Drawing {
  const drawing: Drawing = { lanes: [], placed: [], bars: [], height: 0 };
  const height = Math.min(Math.max(look.room / Math.max(data.lanes.length, 1), kLaneLeast), data.lanes.length > 1 ? 90 : 260);
  data.lanes.forEach((lane, l) => {
    const most = lane.bins.reduce((m, [, counts]) => Math.max(m, counts.reduce((a, b) => a + b, 0)), 0);
    const base = drawing.height + height - 3;
    for (const [bin, counts] of lane.bins) {
      const from = ms(data.edges[bin] ?? null);
      const to = ms(data.edges[bin + 1] ?? null);
      if (from === null || to === null) continue;
      const left = look.x(from);
      drawing.bars.push({ lane: l, bin, left, right: Math.max(look.x(to) - 0.5, left + 1), base, counts, unit: (height - 10) / Math.max(most, 1) });
    }
    drawing.lanes.push({ id: lane.id, label: lane.label, total: lane.total, top: drawing.height, height, most });
    drawing.height += height;
  });
  return drawing;
}

export function lay_out(data: Timeline, look: Look): Drawing {
  return data.marks ? place_marks(data, data.marks, look) : place_bars(data, look);
}

export interface Ink {
  ground: string;
  ink: string;
  muted: string;
  rule: string;
  focus: string;
  standings: Record<string, string>;
}

export function ink_of(element: Element): Ink {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(name).trim();
  const standings: Record<string, string> = {};
  for (const standing of Object.keys(kGlyphs)) standings[standing] = of(colour_name(standing as Standing));
  return { ground: of('--ground'), ink: of('--ink'), muted: of('--muted'), rule: of('--rule'), focus: of('--focus'), standings };
}

const paths = new Map<Standing, Path2D>();
function glyph(standing: Standing): Path2D {
  const known = paths.get(standing) ?? new Path2D(kGlyphs[standing] ?? kGlyphs.unattributed);
  paths.set(standing, known);
  return known;
}

function cut(c: CanvasRenderingContext2D, text: string, room: number): string {
  if (c.measureText(text).width <= room) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (c.measureText(text.slice(0, middle) + '…').width <= room) low = middle;
    else high = middle - 1;
  }
  return text.slice(0, low).trimEnd() + '…';
}

function draw_line(c: CanvasRenderingContext2D, p: Placed, colour: string): void {
  if (!p.line) return;
  c.strokeStyle = colour;
  // Many periods in little room are a ground for the marks, not a pattern of their own.
  c.lineWidth = p.radius < 4 ? 1 : 1.5;
  c.globalAlpha = p.radius < 4 ? 0.4 : 0.7;
  c.setLineDash(p.line.open_left || p.line.open_right ? [2, 3] : []);
  c.beginPath();
  c.moveTo(p.line.left, p.y);
  c.lineTo(p.line.right, p.y);
  if (!p.line.open_left && !p.line.open_right) {
    c.moveTo(p.line.left, p.y - 3);
    c.lineTo(p.line.left, p.y + 3);
    c.moveTo(p.line.right, p.y - 3);
    c.lineTo(p.line.right, p.y + 3);
  }
  c.stroke();
  c.setLineDash([]);
  c.globalAlpha = 1;
}

function draw_mark(c: CanvasRenderingContext2D, p: Placed, ink: Ink, chosen: boolean): void {
  const colour = ink.standings[p.mark.standing] ?? ink.muted;
  draw_line(c, p, colour);
  c.save();
  c.translate(p.x, p.y);
  c.scale(p.radius, p.radius);
  if (is_hollow(p.mark.status)) {
    c.fillStyle = ink.ground;
    c.fill(glyph(p.mark.standing));
    c.strokeStyle = colour;
    c.lineWidth = 1.5 / p.radius;
    c.stroke(glyph(p.mark.standing));
  } else {
    c.fillStyle = colour;
    c.fill(glyph(p.mark.standing));
  }
  c.restore();
  if (chosen) {
    c.strokeStyle = ink.focus;
    c.lineWidth = 2;
    c.beginPath();
    c.arc(p.x, p.y, p.radius + 4, 0, 7);
    c.stroke();
  }
  if (p.label) {
    if (p.line && p.line.right > p.label_x && p.line.left < p.label_x) {
      c.fillStyle = ink.ground;
      c.fillRect(p.label_x - 2, p.y - 8, p.label_width + 4, 16);
    }
    c.fillStyle = ink.ink;
    c.fillText(cut(c, p.label, p.label_width + 1), p.label_x, p.y);
  }
}

function draw_bar(c: CanvasRenderingContext2D, bar: Bar, standings: readonly Standing[], ink: Ink, chosen: boolean): void {
  let y = bar.base;
  bar.counts.forEach((count, s) => {
    const height = count * bar.unit;
    c.fillStyle = ink.standings[standings[s] ?? ''] ?? ink.muted;
    c.fillRect(bar.left, y - height, bar.right - bar.left, height);
    y -= height;
  });
  if (chosen) {
    c.strokeStyle = ink.focus;
    c.lineWidth = 2;
    c.strokeRect(bar.left - 1, y - 1, bar.right - bar.left + 2, bar.base - y + 2);
  }
}

export function draw(c: CanvasRenderingContext2D, drawing: Drawing, data: Timeline, look: Look, ticks: number[], ink: Ink, chosen: Placed | Bar | null): void {
  c.clearRect(0, 0, look.width, drawing.height);
  c.lineWidth = 1;
  c.strokeStyle = ink.rule;
  c.beginPath();
  for (const tick of ticks) {
    const x = Math.round(look.x(tick)) + 0.5;
    c.moveTo(x, 0);
    c.lineTo(x, drawing.height);
  }
  for (const lane of drawing.lanes) {
    const y = Math.round(lane.top + lane.height) - 0.5;
    c.moveTo(0, y);
    c.lineTo(look.width, y);
  }
  c.stroke();
  c.textBaseline = 'middle';
  for (const bar of drawing.bars) if (bar.right > 0 && bar.left < look.width) draw_bar(c, bar, data.standings.map((s) => s.standing), ink, bar === chosen);
  for (const p of drawing.placed) if (p.x < look.width + 300 && (p.label_x + p.label_width > 0 || (p.line?.right ?? p.x) > -20)) draw_mark(c, p, ink, p === chosen);
}

/** What stands at a place of the screen, if anything does. */
export function at(drawing: Drawing, x: number, y: number): Placed | Bar | null {
  let best: Placed | null = null;
  let nearest = 10;
  for (const p of drawing.placed) {
    const distance = Math.hypot(p.x - x, p.y - y);
    const on_label = p.label && y > p.y - 8 && y < p.y + 8 && x > p.label_x && x < p.label_x + p.label_width;
    const on_line = p.line && Math.abs(p.y - y) < 5 && x >= p.line.left && x <= p.line.right;
    const d = on_label || on_line ? Math.min(distance, 6) : distance;
    if (d < nearest) [best, nearest] = [p, d];
  }
  if (best) return best;
  const bar = drawing.bars.find((b) => x >= b.left - 1 && x <= b.right + 1 && y <= b.base + 3 && y >= (drawing.lanes[b.lane]?.top ?? 0));
  return bar ?? null;
}
