import type { Steps } from '../core/steps';

/** Timers of whatever runs the server: a process or a web worker. */

/** Runs `work` in the event loop's next round, after what has already come in. */
export const inNextTurn: (work: () => void) => void =
  typeof setImmediate === 'function' ? (work) => void setImmediate(work) : throughChannel();

/** How long a slice of work may take before others get their turn, in ms: with a last long piece it stays under 10. */
const sliceLength = 5;
/**
 * How often the event loop goes round between two slices. A message that has come in is handled in the round after it was
 * read, the next one a round later: so a handful of them is answered before work goes on.
 */
const roundsBetween = 6;

/** Lets others have their turn once a slice of work is used up; else goes on at once. */
export type Breather = () => Promise<void>;

export function createBreather(): Breather {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < sliceLength) return;
    for (let round = 0; round < roundsBetween; round++) await new Promise<void>(inNextTurn);
    begun = performance.now();
  };
}

/** Does work step by step, with a breath between. Rejects with what a step throws. */
export async function inSlices<Result>(steps: Steps<Result>, breathe: Breather): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    await breathe();
  }
}

/** A door through which pieces of work pass one by one, with a breath between them. */
export function createDoor(): (work: () => void) => Promise<void> {
  const breathe = createBreather();
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    const now = last.then(breathe).then(work);
    last = now.catch(() => undefined);
    return now;
  };
}

/** Runs `work` after `ms`, unless the process ends before: it is not kept alive for it. */
export function whenIdleAfter(ms: number, work: () => void): void {
  const timer: unknown = setTimeout(work, ms);
  if (typeof timer === 'object' && timer !== null && 'unref' in timer) (timer as NodeJS.Timeout).unref();
}

/** A browser's own timers wait four milliseconds; a message to oneself doesn't. */
function throughChannel(): (work: () => void) => void {
  const waiting: (() => void)[] = [];
  const { port1, port2 } = new MessageChannel();
  // Node's types know its own ports only.
  (port1 as unknown as { onmessage?: () => void }).onmessage = () => waiting.shift()?.();
  return (work) => {
    waiting.push(work);
    port2.postMessage(null);
  };
}
