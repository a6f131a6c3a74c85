// SPDX-License-Identifier: Apache-2.0
// One thing that a view asks for: the latest question wins, the one before is broken off, and what is shown stays until the answer is there.
import { untrack } from 'svelte';
import { ApiError } from './api';
import { w } from './words';

/** Counts what this page itself has changed in the store: all that effects ask for is then asked for anew, and stays in sight until the answer is there. */
export const edition = $state({ number: 0 });

/** What went wrong, in words. */
export const trouble_words = (reason: unknown) => (reason instanceof ApiError ? reason.message : w('no_answer'));

export class Load<T> {
  value = $state.raw<T | null>(null);
  error = $state<string | null>(null);
  status = $state(0);
  busy = $state(false);
  private asking: AbortController | null = null;

  /** Call it in an effect: what `ask` reads before it first waits is followed. */
  run(ask: (signal: AbortSignal) => Promise<T>): void {
    void edition.number;
    const before = this.asking;
    const mine = (this.asking = new AbortController());
    before?.abort();
    const answer = ask(mine.signal);
    untrack(() => (this.busy = true));
    answer.then(
      (value) => {
        if (this.asking !== mine) return;
        this.value = value;
        this.error = null;
        this.busy = false;
      },
      (reason: unknown) => {
        if (this.asking !== mine || mine.signal.aborted) return;
        this.status = reason instanceof ApiError ? reason.status : 0;
        this.error = trouble_words(reason);
        this.busy = false;
      },
    );
  }

  stop(): void {
    this.asking?.abort();
    this.asking = null;
    this.busy = false;
  }
}

/** Calls at most once in so many milliseconds, the last time with the last value. */
export function paced<A>(call: (value: A) => void, pause: number): { (value: A): void; stop(): void } {
  let last = -Infinity;
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let held: A;
  const fire = () => {
    waiting = null;
    last = performance.now();
    call(held);
  };
  const paced_call = (value: A) => {
    held = value;
    if (waiting === null) waiting = setTimeout(fire, Math.max(last + pause - performance.now(), 0));
  };
  paced_call.stop = () => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
  };
  return paced_call;
}
