// SPDX-License-Identifier: Apache-2.0
// Stores of the tests' own, and servers that open them. HEARSAY names the program; with HEARSAY_PAGE=dist the page is that of web/dist and not the one in the program.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

const web = fileURLToPath(new URL('..', import.meta.url));
export const kProgram = resolve(web, process.env['HEARSAY'] ?? '../build/release/hearsay');
export const kLetters = resolve(web, '../examples/letters');

export function new_folder(): string {
  return mkdtempSync(join(tmpdir(), 'hearsay-web-'));
}

/** Runs the program on a store. */
export function run(store: string, ...what: string[]): void {
  execFileSync(kProgram, [...what, '--db', store], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Reads reports into a store. */
export function read(store: string, ...what: string[]): void {
  run(store, 'read', ...what, '--threads', '1');
}

export function read_letters(store: string): void {
  read(store, kLetters, '--manifest', join(kLetters, 'manifest.tsv'));
}

export interface Serving {
  address: string;
  stop(): Promise<void>;
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const gone = once(program, 'exit');
  program.kill('SIGTERM');
  await gone;
}

/** The program prints where it listens as the first word of its first line. */
async function address_of(program: ChildProcess): Promise<string> {
  if (!program.stdout) throw new Error('the program has no output');
  for await (const line of createInterface({ input: program.stdout })) {
    const address = /^https?:\/\/[^\s]+/.exec(line)?.[0];
    if (!address) throw new Error(`not an address: ${line}`);
    return address.replace(/\/$/, '');
  }
  throw new Error('the program ended before it listened');
}

/** A store of a test's own, filled and served while it is used. */
export async function with_store(fill: (store: string, folder: string) => void, use: (serving: Serving, store: string, folder: string) => Promise<void>, ...options: string[]): Promise<void> {
  const folder = new_folder();
  const store = join(folder, 'test.db');
  fill(store, folder);
  const serving = await serve(store, ...options);
  try {
    await use(serving, store, folder);
  } finally {
    await serving.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function serve(store: string, ...options: string[]): Promise<Serving> {
  const program = spawn(kProgram, ['serve', '--port', '0', '--db', store, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  const api = await address_of(program);
  if (process.env['HEARSAY_PAGE'] !== 'dist') return { address: api, stop: () => end(program) };
  const page = await preview({ root: web, logLevel: 'error', preview: { host: '127.0.0.1', port: 0, proxy: { '/api': { target: api, changeOrigin: true, headers: { Origin: api } } } } });
  const { port } = page.httpServer.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: async () => {
      await end(program);
      await page.close();
    },
  };
}
