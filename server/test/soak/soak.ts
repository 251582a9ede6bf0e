import fc from 'fast-check';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { readsAsProse } from '../../src/core/prose';
import { storyText } from '../support/arbitraryArticles';
import { answersOf } from './answers';
import { atRest, compared, glanced } from './comparing';
import { createNewsroom, createRandom, type Newsroom } from './newsroom';
import { startSession, type Session } from './session';

export interface SoakOptions {
  /** The server's file, absolute. */
  readonly program: readonly string[];
  readonly minutes: number;
  readonly seed: number;
  /** Hears now and then how it goes. */
  readonly tell?: (message: string) => void;
}

export interface SoakResult {
  readonly actions: number;
  /** How often it was held against a fresh server. */
  readonly comparisons: number;
  readonly answered: number;
  readonly cancelled: number;
  /** What went wrong, a sentence or more each; empty where nothing did. */
  readonly faults: readonly string[];
  /** The heap after warm-up and at the end, in bytes, with the same articles. */
  readonly heap: { readonly before: number; readonly after: number };
}

/** Of all the time so much is warm-up. */
const warmUp = 0.4;
/** The rest is worked in legs, each of which ends in a comparison of all that is said: so many, but none shorter than this. */
const mostLegs = 3;
const shortestLeg = 1; // in minutes
/** In between little is compared so many times, but never longer apart than this, nor more often than that, in ms. */
const glances = 12;
const glanceEvery = { most: 30_000, least: 4_000 };

/**
 * Works on a folder with a server as a whole newsroom would, at random, and looks whether the server then says what a fresh
 * one says, has answered all, logged no error and holds no more than before.
 */
export async function soak({ program, minutes, seed, tell = () => undefined }: SoakOptions): Promise<SoakResult> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'second-source-soak-')));
  const texts = fc
    .sample(storyText, { numRuns: 400, seed })
    .filter((text) => readsAsProse(text, 'a.txt'))
    .slice(0, 120);
  const folders = ['desk', 'wires'].map((name) => pathToFileURL(join(root, name)).href);
  const random = createRandom(seed);
  let session: Session | null = null;
  try {
    const storage = pathToFileURL(join(root, 'storage')).href;
    const running = await startSession(program, folders, {}, storage);
    session = running;
    const newsroom = createNewsroom(root, texts, session, random);
    await newsroom.reset();
    const faults: string[] = [];
    let actions = 0;
    let comparisons = 0;
    const isSound = (): boolean => running.faults.length + faults.length === 0;
    const legs = Math.max(1, Math.min(mostLegs, Math.floor(((1 - warmUp) * minutes) / shortestLeg)));
    const every = Math.max(glanceEvery.least, Math.min(glanceEvery.most, (minutes * 60_000) / glances));
    let nextGlance = Date.now() + every;
    /** Works for a share of the time, with glances; what is spent on comparing all doesn't count. */
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
        if (Date.now() > nextGlance) {
          faults.push(...(await glanced(program, newsroom, running, storage)));
          comparisons++;
          nextGlance = Date.now() + every;
        }
        if (Date.now() - told > 10_000) {
          told = Date.now();
          tell(`${actions} actions, ${running.counts.answered} answers, ${running.counts.cancelled} of them cancelled`);
        }
      }
    };
    const compare = async (): Promise<void> => {
      if (!isSound()) return;
      faults.push(...(await compared(program, newsroom, running)));
      comparisons++;
    };
    await work(warmUp);
    await compare();
    const before = await heapAtRest(newsroom, session);
    tell(`${(before / 1e6).toFixed(1)} MB after warm-up`);
    let after = before;
    for (let leg = 1; leg <= legs; leg++) {
      await work((1 - warmUp) / legs);
      await compare();
      after = await heapAtRest(newsroom, session);
      tell(`${(after / 1e6).toFixed(1)} MB after leg ${leg} of ${legs}`);
    }
    if (session.unanswered().length > 0) faults.push(`not answered: ${session.unanswered().join(', ')}`);
    if ((await session.stop()) !== 0) faults.push('the server did not end well');
    faults.push(...session.faults);
    if (faults.length > 0) faults.push(`the last actions, the last first: ${newsroom.history.join(', ')}`);
    return { actions, comparisons, ...session.counts, faults, heap: { before, after } };
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
