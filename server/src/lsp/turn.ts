/** Timers of whatever runs the server: a process or a web worker. */

/** Runs `work` in the event loop's next round, after what has already come in. */
export const inNextTurn: (work: () => void) => void =
  typeof setImmediate === 'function' ? (work) => void setImmediate(work) : throughChannel();

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
