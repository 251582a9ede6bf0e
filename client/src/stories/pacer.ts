import type { Disposable } from 'vscode';

/** After however long a piece of work it is asked for again at the latest, in ms. */
const longestQuiet = 2000;

/** Does a piece of work when those who ask for it pause, never twice at a time. */
export interface Pacer extends Disposable {
  /** At once; where it is being done, once more after that. Settles when it is done, or left to later. */
  now(): Promise<void>;
  /** After the pause. */
  later(): void;
}

/**
 * A large story takes the server a while: then the pause is as long as the last answer took, so that the server stays free
 * for who is typing.
 * @param quiet the shortest pause, in ms.
 * @param work must not reject.
 */
export function createPacer(quiet: number, work: () => Promise<void>): Pacer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let took = 0;
  let atWork = false;
  let again = false;
  let isOver = false;

  const now = async (): Promise<void> => {
    if (isOver) return;
    again = atWork;
    if (atWork) return;
    clearTimeout(timer);
    atWork = true;
    const from = performance.now();
    await work();
    atWork = false;
    took = performance.now() - from;
    if (again) later();
  };
  const later = (): void => {
    if (isOver) return;
    clearTimeout(timer);
    timer = setTimeout(() => void now(), Math.min(longestQuiet, Math.max(quiet, took)));
  };
  return {
    now,
    later,
    dispose() {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
