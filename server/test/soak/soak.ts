import fc from 'fast-check';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { readsAsProse } from '../../src/core/prose';
import { storyText } from '../support/arbitraryArticles';
import { answersOf, differences } from './answers';
import { createNewsroom, createRandom, type Newsroom } from './newsroom';
import { startSession, type Session } from './session';

export interface SoakOptions {
  /** The server's file, absolute. */
  readonly serverModule: string;
  readonly minutes: number;
  readonly seed: number;
  /** Hears now and then how it goes. */
  readonly tell?: (message: string) => void;
}

export interface SoakResult {
  readonly actions: number;
  readonly answered: number;
  readonly cancelled: number;
  /** What went wrong, a sentence or more each; empty where nothing did. */
  readonly faults: readonly string[];
  /** The heap after warm-up and at the end, in bytes, with the same articles. */
  readonly heap: { readonly before: number; readonly after: number };
}

/** How long a server may take to come to rest, in ms: the machine may be busy. */
const patience = 60_000;
/** Of all the time so much is warm-up. */
const warmUp = 0.4;
/** The rest is worked in legs, each of which ends in a comparison. */
const legs = 3;

/**
 * Works on a folder with a server as a whole newsroom would, at random, and looks whether the server then says what a fresh
 * one says, has answered all, logged no error and holds no more than before.
 */
export async function soak({ serverModule, minutes, seed, tell = () => undefined }: SoakOptions): Promise<SoakResult> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'second-source-soak-')));
  const texts = fc
    .sample(storyText, { numRuns: 400, seed })
    .filter((text) => readsAsProse(text, 'a.txt'))
    .slice(0, 120);
  const folders = ['desk', 'wires'].map((name) => pathToFileURL(join(root, name)).href);
  const random = createRandom(seed);
  let session: Session | null = null;
  try {
    const running = await startSession(serverModule, folders);
    session = running;
    const newsroom = createNewsroom(root, texts, session, random);
    await newsroom.reset();
    const faults: string[] = [];
    let actions = 0;
    const isSound = (): boolean => running.faults.length === 0;
    /** Works for a share of the time; what is spent on comparing doesn't count. */
    const work = async (share: number): Promise<void> => {
      const until = Date.now() + minutes * 60_000 * share;
      let told = Date.now();
      while (Date.now() < until && isSound()) {
        await newsroom.act();
        actions++;
        // As people do: a burst, then a moment of rest.
        if (random() < 0.15) await pause(Math.floor(random() * 60));
        // No editor sends more than the server can read.
        while (running.unanswered().length > 40 && isSound()) await pause(10);
        if (Date.now() - told > 10_000) {
          told = Date.now();
          tell(`${actions} actions, ${running.counts.answered} answers, ${running.counts.cancelled} of them cancelled`);
        }
      }
    };
    await work(warmUp);
    faults.push(...(await compared(serverModule, newsroom, session)));
    const before = await heapAtRest(newsroom, session);
    tell(`${(before / 1e6).toFixed(1)} MB after warm-up`);
    let after = before;
    for (let leg = 1; leg <= legs; leg++) {
      await work((1 - warmUp) / legs);
      faults.push(...(await compared(serverModule, newsroom, session)));
      after = await heapAtRest(newsroom, session);
      tell(`${(after / 1e6).toFixed(1)} MB after leg ${leg} of ${legs}`);
    }
    if (session.unanswered().length > 0) faults.push(`not answered: ${session.unanswered().join(', ')}`);
    if ((await session.stop()) !== 0) faults.push('the server did not end well');
    faults.push(...session.faults);
    if (faults.length > 0) faults.push(`the last actions, the last first: ${newsroom.history.join(', ')}`);
    return { actions, ...session.counts, faults, heap: { before, after } };
  } finally {
    session?.kill();
    rmSync(root, { recursive: true, force: true });
  }
}

/** Puts the newsroom back as it was in the beginning, and measures what the server then holds. */
async function heapAtRest(newsroom: Newsroom, session: Session): Promise<number> {
  await newsroom.reset();
  await atRest(session);
  await answersOf(session, newsroom.uris());
  return (await session.heap()) ?? NaN;
}

/** Waits until all is answered and the status has not changed for a while. */
async function atRest(session: Session): Promise<void> {
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

/** Compares what the server says with what a fresh one says of the same folder and buffers. */
async function compared(serverModule: string, newsroom: Newsroom, session: Session): Promise<readonly string[]> {
  await newsroom.closeRuins();
  await atRest(session);
  const fresh = await startSession(serverModule, newsroom.folders(), newsroom.settings());
  try {
    await newsroom.openIn(fresh);
    await atRest(fresh);
    const wanted = await answersOf(fresh, newsroom.uris());
    // What happened to files may still be on its way.
    const until = Date.now() + patience / 3;
    for (;;) {
      const found = differences(await answersOf(session, newsroom.uris()), wanted);
      if (found.length === 0) return fresh.faults;
      if (Date.now() > until) return [...found.slice(0, 5), `${found.length} answers differ`, ...fresh.faults];
      await pause(500);
    }
  } finally {
    fresh.kill();
  }
}
