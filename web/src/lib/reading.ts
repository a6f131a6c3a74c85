// SPDX-License-Identifier: Apache-2.0
// What was read in a document: its items with their spans and parts, and each item as fields in words.
import type { DocumentRecord, RecordActor, RecordEvent, RecordFigure, RecordStatement, RecordTime, RecordVoice } from '../api';
import { kind_label } from '../store.svelte';
import { w, type Word } from '../words';
import type { Span } from './segments';

/** What a correction rejects is a layer of its own, be it a statement or an event. */
export type Layer = 'statements' | 'events' | 'times' | 'actors' | 'figures' | 'rejected';
export const kLayers: readonly Layer[] = ['events', 'statements', 'times', 'actors', 'figures', 'rejected'];

export interface Item {
  /** `s3`, `e2`, `t1`, `f1`; of mentions `a4.2`. */
  id: string;
  layer: Layer;
  start: number;
  end: number;
  rule: string | null;
  statement?: RecordStatement;
  event?: RecordEvent;
  time?: RecordTime;
  figure?: RecordFigure;
  actor?: RecordActor;
  mention?: RecordActor['mentions'][number];
}

export function items_of(record: DocumentRecord): Item[] {
  const out: Item[] = [];
  for (const statement of record.statements) out.push({ ...span(statement), layer: statement.rejected ? 'rejected' : 'statements', statement });
  for (const event of record.events) out.push({ ...span(event), layer: event.rejected ? 'rejected' : 'events', event });
  for (const time of record.times) out.push({ ...span(time), layer: 'times', time });
  for (const figure of record.figures ?? []) out.push({ ...span(figure), layer: 'figures', figure });
  record.actors.forEach((actor, a) =>
    actor.mentions.forEach((mention, m) => out.push({ id: `a${a + 1}.${m + 1}`, start: mention.start, end: mention.end, rule: mention.rule, layer: 'actors', actor, mention })),
  );
  return out;
}

const span = (of: { id: string; start: number; end: number; rule: string }) => ({ id: of.id, start: of.start, end: of.end, rule: of.rule });

export type Role = 'cue' | 'content' | 'speaker' | 'via' | 'source' | 'target' | 'time';

/** The stretches that an item was read from, besides its own span: shown when the item is looked at. */
export function parts_of(item: Item, record: DocumentRecord): Span<Role>[] {
  const out: Span<Role>[] = [];
  const add = (role: Role, at: { start: number | null; end: number | null } | null | undefined) => {
    if (at && at.start !== null && at.end !== null) out.push({ start: at.start, end: at.end, item: role });
  };
  const { statement, event } = item;
  if (statement) {
    add('content', statement.content);
    add('cue', statement.cue);
    add('speaker', statement.speaker);
    for (const via of statement.via) add('via', via);
  }
  if (event) {
    add('source', event.source);
    add('target', event.target);
    add('time', record.times.find((t) => t.id === event.time));
  }
  return out;
}

/** An event in words: who, what, to whom. */
export function headline(event: RecordEvent): string {
  const words = `${event.source?.name ?? w('someone')} → ${kind_label(event.kind)}`;
  return event.target ? `${words} → ${event.target.name}` : words;
}

/** One field of a reading: its name, and what stands there; `known` values are words of this program, the others of the report. */
export interface Field {
  name: Word;
  text: string;
  known?: boolean;
  actor?: string | null;
  item?: string;
  days?: { from: string | null; to: string | null };
  numbers?: { least: number | null; most: number | null; about: boolean };
}

function voice(name: Word, of: RecordVoice): Field {
  const text = of.name || of.text;
  return { name, text: of.text && of.text !== text ? `${text} (${of.text})` : text, actor: of.actor };
}

function statement_fields(s: RecordStatement, slice: (start: number, end: number) => string): Field[] {
  const out: Field[] = [{ name: 'f_act', text: s.act, known: true }, { name: 'f_mode', text: s.mode, known: true }];
  if (s.speaker) out.push(voice('f_speaker', s.speaker));
  if (s.speaker?.anonymous) out.push({ name: 'f_speaker', text: 'f_unnamed', known: true });
  for (const via of s.via) out.push(voice('f_via', via));
  if (s.cue) out.push({ name: 'f_cue', text: s.cue.text });
  if (s.content) out.push({ name: 'f_content', text: slice(s.content.start, s.content.end) });
  if (s.parent) out.push({ name: 'f_within', text: s.parent, item: s.parent });
  if (s.refers_back) out.push({ name: 'f_content', text: 'f_refers_back', known: true });
  if (s.unverified) out.push({ name: 'f_status', text: 'f_unverified', known: true });
  return out;
}

function event_fields(e: RecordEvent, record: DocumentRecord): Field[] {
  const out: Field[] = [{ name: 'f_kind', text: kind_label(e.kind) }];
  out.push(e.source ? { name: 'f_source', text: e.source.name, actor: e.source.actor } : { name: 'f_source', text: 'someone', known: true });
  out.push(e.target ? { name: 'f_target', text: e.target.name, actor: e.target.actor } : { name: 'f_target', text: 'someone', known: true });
  out.push({ name: 'f_days', text: '', days: { from: e.from, to: e.to } });
  const time = record.times.find((t) => t.id === e.time);
  if (time) out.push({ name: 'f_time', text: time.text, item: time.id });
  if (e.place) out.push({ name: 'f_place', text: record.actors.find((a) => a.id === e.place)?.name ?? e.place, actor: e.place });
  out.push({ name: 'f_status', text: e.cancelled ? 'cancelled' : e.status, known: true });
  if (e.unverified) out.push({ name: 'f_status', text: 'f_unverified', known: true });
  out.push(e.statement ? { name: 'f_by', text: e.statement, item: e.statement } : { name: 'f_by', text: 'by_outlet', known: true });
  out.push({ name: 'f_status', text: e.lead ? 'lead' : 'background', known: true });
  out.push({ name: 'f_codes', text: [e.cameo, e.plover, e.goldstein === null ? null : String(e.goldstein)].filter(Boolean).join(', ') });
  return out;
}

export function fields_of(item: Item, record: DocumentRecord, slice: (start: number, end: number) => string): Field[] {
  if (item.statement) return statement_fields(item.statement, slice);
  if (item.event) return event_fields(item.event, record);
  if (item.time) return [{ name: 'f_type', text: item.time.type }, { name: 'f_value', text: item.time.value }, { name: 'f_days', text: '', days: { from: item.time.from, to: item.time.to } }];
  if (item.figure) {
    const f = item.figure;
    const out: Field[] = [{ name: 'f_of', text: f.who ? `${f.of}, ${f.who}` : f.of }, { name: 'f_bounds', text: '', numbers: { least: f.least, most: f.most, about: f.about } }];
    if (f.event) out.push({ name: 'f_kind', text: f.event, item: f.event });
    out.push(f.statement ? { name: 'f_by', text: f.statement, item: f.statement } : { name: 'f_by', text: 'by_outlet', known: true });
    return out;
  }
  if (item.actor) {
    const a = item.actor;
    const out: Field[] = [{ name: 'f_name', text: a.name, actor: a.id }, { name: 'f_kind', text: a.kind, known: true }];
    if (a.code) out.push({ name: 'f_code', text: a.code });
    if (a.country) out.push({ name: 'f_country', text: a.country });
    if (a.speaks_for) out.push({ name: 'f_speaks_for', text: a.speaks_for });
    if (item.mention) out.push({ name: 'f_form', text: item.mention.form });
    return out;
  }
  return [];
}
