/** Work in steps of some milliseconds, with what comes of it: whoever asks for the next may let others have their turn. */
export type Steps<Result> = Generator<undefined, Result>;

/** Does all steps at once. Returns what comes of them; throws what a step throws. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
