const started = Date.now();

/** Seconds since this process began, as a progress line shows them. */
const clock = () => `${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s`;

/** Says what is going on, one line. */
export function say(message) {
  console.log(`[${clock()}] ${message}`);
}

/**
 * Runs one slow step between two lines: what begins, and how long it took.
 * A fault passes through with the step's name before it.
 */
export async function step(title, work) {
  say(`${title} ...`);
  const from = Date.now();
  try {
    const result = await work();
    say(`${title}: done in ${((Date.now() - from) / 1000).toFixed(1)} s`);
    return result;
  } catch (error) {
    throw new Error(`${title}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
