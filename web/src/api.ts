// SPDX-License-Identifier: Apache-2.0
// The HTTP API as /api/v1/openapi.json describes it: every shape that the page knows, and the one function that asks for them.

export type Day = string | null;
export type Standing = 'both-parties' | 'third-party' | 'one-party' | 'disputed' | 'denied' | 'anonymous' | 'unattributed' | 'withdrawn';
export type Status = 'happened' | 'planned' | 'possible' | 'not-happened' | 'cancelled';

export interface Party {
  actor: string | null;
  name: string;
  code: string | null;
  country: string | null;
}

export interface Head {
  id: string;
  source: Party | null;
  target: Party | null;
  kind: string;
  label: string;
  cameo: string | null;
  plover: string | null;
  goldstein: number | null;
  from: Day;
  to: Day;
  days: string;
  status: Status;
  status_label: string;
  standing: Standing;
  standing_label: string;
  /** Null where standings are as of a day. */
  reason: string | null;
  unverified: boolean;
  documents: number;
  outlets: number;
  origins: number;
  denials: number;
  story: string | null;
}

export interface Brief {
  id: string;
  title: string | null;
  outlet: string | null;
  published: Day;
  lang: string;
  url: string | null;
  path: string;
}

export interface Sentence {
  start: number;
  end: number;
  text: string;
}

export interface Quote {
  document: string;
  item: string | null;
  sentence: Sentence;
  start: number;
  end: number;
  line: number;
}

/** An outlet's own voice has neither act nor mode. */
export type SaidWords = Quote & { act: string | null; mode: string | null; chain: string[] };

export interface Side {
  name: string;
  actor: string | null;
  kind: string;
  kind_label: string;
  voices: number;
  circular: boolean;
  said: number;
  words: SaidWords[];
}

export type Telling = Quote & { lead: boolean; because: string; status: Status; rule: string };

export interface WayNode {
  kind: 'origin' | 'voice' | 'document';
  name: string;
  actor: string | null;
  document: string | null;
  side?: 'for' | 'against' | 'no-comment';
  origin?: string;
  voices?: number;
  circular?: boolean;
}

export interface WayEdge {
  from: number;
  to: number;
  kind: 'speaks' | 'tells' | 'prints' | 'copied';
  document: string;
  statement: string | null;
  start: number;
  end: number;
  text: string;
}

export interface Ways {
  happening: string;
  nodes: WayNode[];
  edges: WayEdge[];
}

export interface Turn {
  on: Day;
  standing: Standing;
  standing_label: string;
  reason: string;
  because: string[];
}

export interface Difference {
  kind: string;
  /** Of figures: what is counted. */
  of: string | null;
  values: { value: string; label: string; quotes: Quote[] }[];
}

export interface Titled {
  id: string;
  title: string;
}

export interface ChronicleRecord {
  joint: string | null;
  mentions: { document: string; event: string; start: number; end: number; lead: boolean; because: string }[];
}

export interface Happening {
  head: Head;
  record: ChronicleRecord;
  for: Side[];
  against: Side[];
  declined: Side[];
  tellings: Telling[];
  ways: Ways;
  history: Turn[];
  differences: Difference[];
  announced_by: Head[];
  carried_out_by: Head[];
  joint: Head[];
  story: Titled | null;
  briefs: Record<string, Brief>;
}

export interface List<T> {
  total: number;
  items: T[];
  next_offset?: number;
}

export interface Labelled {
  label: string;
  happenings: number;
}
export type KindCount = Labelled & { kind: string; plover: string | null };
export type StandingCount = Labelled & { standing: Standing };

export interface Info {
  version: string;
  store: string;
  generation: number;
  read_only: boolean;
  /** Reports that are read but not yet settled into happenings. */
  unsettled: number;
  counts: { documents: number; statements: number; events: number; happenings: number; stories: number; actors: number };
  first: Day;
  last: Day;
  languages: { lang: string; documents: number }[];
  outlets: { name: string; documents: number }[];
  kinds: KindCount[];
  standings: StandingCount[];
}

export interface Mark {
  id: string;
  lane: number;
  from: Day;
  to: Day;
  standing: Standing;
  status: Status;
  unverified: boolean;
  headline: string;
}

export interface Lane {
  id: string;
  label: string;
  total: number;
  bins: [number, number[]][];
}

export interface Timeline {
  total: number;
  undated: number;
  from: Day;
  to: Day;
  standings: StandingCount[];
  edges: string[];
  lanes: Lane[];
  rest: number;
  marks: Mark[] | null;
}

export interface RecordVoice {
  actor: string | null;
  name: string;
  text: string;
  start: number | null;
  end: number | null;
  anonymous: boolean;
  voices?: number;
}

export interface RecordTime {
  id: string;
  start: number;
  end: number;
  text: string;
  type: string;
  value: string;
  from: Day;
  to: Day;
  rule: string;
}

export interface RecordActor {
  id: string;
  name: string;
  kind: string;
  code: string | null;
  country: string | null;
  speaks_for: string | null;
  owner: string | null;
  within: string[];
  outlet: boolean;
  known: boolean;
  mentions: { start: number; end: number; text: string; form: string; rule: string }[];
}

export interface RecordStatement {
  id: string;
  sentence: number;
  start: number;
  end: number;
  mode: string;
  act: string;
  cue: { start: number; end: number; text: string } | null;
  content: { start: number; end: number } | null;
  speaker: RecordVoice | null;
  via: RecordVoice[];
  parent: string | null;
  unverified: boolean;
  refers_back?: boolean;
  rejected?: boolean;
  rule: string;
}

export interface RecordParty {
  actor: string | null;
  name: string;
  code: string | null;
  start: number | null;
  end: number | null;
}

export interface RecordEvent {
  id: string;
  start: number;
  end: number;
  sentence: number;
  kind: string;
  cameo: string | null;
  plover: string | null;
  goldstein: number | null;
  source: RecordParty | null;
  target: RecordParty | null;
  time: string | null;
  from: Day;
  to: Day;
  place: string | null;
  status: Status;
  cancelled?: boolean;
  lead: boolean;
  joint?: boolean | string | null;
  statement: string | null;
  unverified: boolean;
  rejected?: boolean;
  rule: string;
}

export interface RecordFigure {
  id: string;
  start: number;
  end: number;
  text: string;
  of: string;
  who: string | null;
  least: number | null;
  most: number | null;
  about: boolean;
  statement: string | null;
  event: string | null;
  rule: string;
}

export interface DocumentRecord {
  id: string;
  source: { path: string; url: string | null; sha256: string };
  title: string | null;
  lang: string;
  outlet: { id: string; name: string } | null;
  published: string | null;
  published_day?: Day;
  published_from?: string | null;
  authors?: string[];
  modified?: string | null;
  encoding?: string;
  fields?: Record<string, string>;
  text: string;
  sentences: [number, number][];
  times: RecordTime[];
  actors: RecordActor[];
  statements: RecordStatement[];
  events: RecordEvent[];
  figures?: RecordFigure[];
  zones?: { kind: string; start: number; end: number; paragraph: number; lang?: string }[];
  notes: string[];
}

export interface Copy {
  with: Brief;
  kind: string;
  kind_label: string;
  /** By what it was told which came first. */
  by: string;
  by_label: string;
  from_here: boolean | null;
  /** Of this document's own words, and of the other's. */
  share: number;
  share_there: number;
  text_there: string;
  passages: { here: [number, number]; there: [number, number]; words: number; quoted: boolean }[];
}

export interface DocumentAnswer {
  brief: Brief;
  record: DocumentRecord;
  story: Titled | null;
  happenings: Record<string, { id: string; standing: Standing; standing_label: string; documents: number; outlets: number }>;
  copies: Copy[];
}

export interface DocumentItem {
  brief: Brief;
  statements: number;
  events: number;
}

export interface ActorHit {
  id: string;
  name: string;
  kind: string;
  country: string | null;
}
export type ActorItem = ActorHit & { codes: string[]; known: boolean; happenings: number };

export interface Month {
  month: string;
  happenings: number;
  cooperation: number;
  conflict: number;
  goldstein: number;
  uncoded: number;
}

export interface ActorAnswer {
  actor: ActorItem;
  names: string[];
  offices: { role: string; of: string | null; of_name: string; from: Day; to: Day }[];
  total: number;
  did: Month[];
  received: Month[];
  partners: { actor: string; name: string; forth: number; back: number; goldstein: number | null }[];
  kinds: KindCount[];
  standings: StandingCount[];
}

export interface DyadAnswer {
  a: { id: string; name: string };
  b: { id: string; name: string };
  total: number;
  forth: Month[];
  back: Month[];
  kinds: KindCount[];
  standings: StandingCount[];
}

export interface Sources {
  total: number;
  outlets: { name: string; documents: number; origin: number; carrier: number }[];
  /** `from` cites `to`. */
  edges: { from: string; to: string; happenings: number }[];
  origins: { name: string; actor: string | null; kind: string; kind_label: string; happenings: number }[];
}

export interface Story {
  id: string;
  title: string | null;
  titled_by: string | null;
  documents: string[];
  outlets: number;
  days: { on: Day; documents: number }[];
  actors: { actor: string; name: string; documents: number; mentions: number }[];
  happenings: string[];
}

export interface StoryAnswer {
  story: Story;
  happenings: Head[];
  briefs: Brief[];
}

export interface SearchAnswer {
  documents: { brief: Brief; snippet: string }[];
  happenings: Head[];
  statements: (Quote & { speaker: string; act: string; mode: string; brief: Brief })[];
  actors: ActorHit[];
}

export type CorrectionKind = 'reject' | 'merge' | 'split' | 'owner' | 'note';

export interface CorrectedPlace {
  document: string;
  item: 'statement' | 'event' | 'words';
  start: number;
  end: number;
  read_as: string | null;
  words: string;
  /** Of a split: 1 is the other happening. */
  part?: number;
}

export interface CorrectionRecord {
  id: string;
  kind: CorrectionKind;
  places: CorrectedPlace[];
  actor: string | null;
  owner?: string | null;
  words: string | null;
  by: string;
  made: string;
  withdrawn_by: string | null;
  withdrawn: string | null;
  lost: boolean;
}

export interface CorrectionLine {
  record: CorrectionRecord;
  line: string;
}

/** A correction as it is sent. */
export interface NewCorrection {
  kind: CorrectionKind;
  by: string;
  happenings?: string[];
  documents?: string[];
  items?: string[];
  actor?: string;
  owner?: string;
  words?: string;
}

/** What stands in the store from `generation` on. */
export interface Corrected {
  id: string;
  generation: number;
}

export interface ReadAnswer {
  new: number;
  unchanged: number;
  replaced: number;
  generation: number;
  reports: { document: string; path: string; saved: 'new' | 'replaced' | 'unchanged' }[];
  faults: { path: string; why: string }[];
}

/** What of a query is given; a list is sent as the parameter repeated. */
export type Query = Record<string, string | number | boolean | null | undefined | readonly string[]>;

export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const base = '/api/v1';

export function url(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) for (const one of value as string[]) search.append(name, one);
    else if (value !== null && value !== undefined && value !== '') search.append(name, String(value));
  }
  const text = search.toString();
  return base + path + (text ? '?' + text : '');
}

async function get<T>(path: string, query: Query, signal?: AbortSignal): Promise<T> {
  const answer = await fetch(url(path, query), { headers: { Accept: 'application/json' }, credentials: 'same-origin', ...(signal ? { signal } : {}) });
  if (!answer.ok) throw new ApiError(answer.status, await words_of(answer));
  return (await answer.json()) as T;
}

async function post<T>(path: string, query: Query, type: string, body: BodyInit): Promise<T> {
  const answer = await fetch(url(path, query), { method: 'POST', headers: { Accept: 'application/json', 'Content-Type': type }, credentials: 'same-origin', body });
  if (!answer.ok) throw new ApiError(answer.status, await words_of(answer));
  return (await answer.json()) as T;
}

const post_json = <T>(path: string, query: Query, body: object) => post<T>(path, query, 'application/json', JSON.stringify(body));

/** What an address gives as a file, under the name that the server gives it. */
export async function file_of(address: string, signal: AbortSignal): Promise<File> {
  const answer = await fetch(address, { credentials: 'same-origin', signal });
  if (!answer.ok) throw new ApiError(answer.status, await words_of(answer));
  const name = /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1];
  return new File([await answer.blob()], name ?? 'hearsay', { type: answer.headers.get('Content-Type') ?? '' });
}

interface OpenApi {
  paths: Record<string, { get?: { parameters: { name: string; schema: { enum?: string[] } }[] } }>;
}

async function export_formats(signal?: AbortSignal): Promise<string[]> {
  const { paths } = await get<OpenApi>('/openapi.json', {}, signal);
  return paths['/export']?.get?.parameters.find((p) => p.name === 'format')?.schema.enum ?? [];
}

async function words_of(answer: Response): Promise<string> {
  try {
    const body = (await answer.json()) as { error?: string };
    if (body.error) return body.error;
  } catch {
    // An answer that is no JSON comes from something before the server; its status is all there is to say.
  }
  return `${answer.status} ${answer.statusText}`;
}

const part = encodeURIComponent;

export const api = {
  export_formats,
  info: (query: Query, signal?: AbortSignal) => get<Info>('/info', query, signal),
  timeline: (query: Query, signal?: AbortSignal) => get<Timeline>('/timeline', query, signal),
  happenings: (query: Query, signal?: AbortSignal) => get<List<Head>>('/happenings', query, signal),
  happening: (id: string, query: Query, signal?: AbortSignal) => get<Happening>(`/happenings/${part(id)}`, query, signal),
  documents: (query: Query, signal?: AbortSignal) => get<List<DocumentItem>>('/documents', query, signal),
  document: (id: string, query: Query, signal?: AbortSignal) => get<DocumentAnswer>(`/documents/${part(id)}`, query, signal),
  actors: (query: Query, signal?: AbortSignal) => get<List<ActorItem>>('/actors', query, signal),
  actor: (id: string, query: Query, signal?: AbortSignal) => get<ActorAnswer>(`/actors/${part(id)}`, query, signal),
  dyad: (query: Query, signal?: AbortSignal) => get<DyadAnswer>('/dyads', query, signal),
  sources: (query: Query, signal?: AbortSignal) => get<Sources>('/sources', query, signal),
  stories: (query: Query, signal?: AbortSignal) => get<List<Story>>('/stories', query, signal),
  story: (id: string, query: Query, signal?: AbortSignal) => get<StoryAnswer>(`/stories/${part(id)}`, query, signal),
  search: (query: Query, signal?: AbortSignal) => get<SearchAnswer>('/search', query, signal),
  corrections: (query: Query, signal?: AbortSignal) => get<List<CorrectionLine>>('/corrections', query, signal),
  correct: (correction: NewCorrection, query: Query) => post_json<Corrected>('/corrections', query, correction),
  withdraw: (id: string, by: string, query: Query) => post_json<Corrected>(`/corrections/${part(id)}/withdraw`, query, { by }),
  read_report: (file: File, query: Query) => post<ReadAnswer>('/reports', { ...query, name: file.name }, 'application/octet-stream', file),
};
