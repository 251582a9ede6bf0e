import { setTimeout as pause } from 'node:timers/promises';
import { answersOf, differences, glanceOf } from './answers';
import type { Newsroom } from './newsroom';
import { startSession, type Session } from './session';

/** How long a server may take to come to rest, in ms: the machine may be busy. */
const patience = 60_000;
/** So many times more all buffers are edited, in both servers, and compared after each. */
const moreEdits = 3;

/** Waits until all is answered and the status has not changed for a while. */
export async function atRest(session: Session): Promise<void> {
  const until = Date.now() + patience;
  let [told, since] = ['', Date.now()];
  while (Date.now() < until) {
    const now = JSON.stringify(session.status());
    if (now !== told) [told, since] = [now, Date.now()];
    const isRead = session.status()?.scan === null;
    if (isRead && session.unanswered().length === 0 && Date.now() - since > 500) return;
    await pause(50);
  }
}

/** Waits until the folders are read, if they were not yet. */
async function whenRead(session: Session): Promise<void> {
  const until = Date.now() + patience;
  while (Date.now() < until && session.status()?.scan !== null) await pause(20);
}

/**
 * Starts a server on the same folder and buffers, and has something done with it.
 * @param storage where it finds what others kept; null: it reads all anew.
 */
async function withFresh(
  program: readonly string[],
  newsroom: Newsroom,
  storage: string | null,
  work: (fresh: Session) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const fresh = await startSession(program, newsroom.folders(), newsroom.settings(), storage);
  try {
    await newsroom.openIn(fresh);
    return [...(await work(fresh)), ...fresh.faults];
  } finally {
    fresh.kill();
  }
}

type Answers = ReadonlyMap<string, string>;

/** Asks until two servers say the same, for what happened to files may still be on its way. Returns where they differ. */
async function differing(ask: () => Promise<readonly [Answers, Answers]>, every: number): Promise<readonly string[]> {
  const until = Date.now() + patience;
  for (;;) {
    const found = differences(...(await ask()));
    if (found.length === 0) return [];
    if (Date.now() > until) return [...found.slice(0, 5), `${found.length} answers differ`];
    await pause(every);
  }
}

/** Compares what the server says with what a fresh one says of the same folder and buffers. */
export async function compared(
  program: readonly string[],
  newsroom: Newsroom,
  session: Session,
): Promise<readonly string[]> {
  await newsroom.closeRuins();
  await atRest(session);
  return withFresh(program, newsroom, null, async (fresh) => {
    await atRest(fresh);
    const wanted = await answersOf(fresh, newsroom.uris());
    return differing(async () => [await answersOf(session, newsroom.uris()), wanted], 500);
  });
}

/**
 * Changes much at once and, before anything else can set right what a server missed of it, compares the problems and outlines
 * of what was changed with what a fresh server says; then those of the buffers, edited a few times more in both. The fresh one takes
 * over what this one has kept, as one does that is started after a crash.
 */
export async function glanced(
  program: readonly string[],
  newsroom: Newsroom,
  session: Session,
  storage: string,
): Promise<readonly string[]> {
  const touched = await newsroom.stir();
  await newsroom.closeRuins();
  return withFresh(program, newsroom, storage, async (fresh) => {
    const both = (uris: readonly string[]) =>
      differing(() => Promise.all([glanceOf(session, uris), glanceOf(fresh, uris)]), 100);
    await Promise.all([whenRead(fresh), whenRead(session)]);
    let found = await both(touched);
    for (let i = 0; i < moreEdits && found.length === 0; i++) found = await both(await newsroom.editAll(fresh));
    return found;
  });
}
