import type { Vocabulary } from '../claims/normalize';
import { likeness, mayBeLinked, type Likeness } from './likeness';
import type { PassageRecord } from './passages';

/**
 * What is known of two passages that share something: a likeness, or a number as long as there is none. The number says
 * how many word pairs they share, and what looking at them has come to.
 */
export type Met = Likeness | number;

const unread = 0;
/** They can't be linked by their words. Whether they have anything in common that tells isn't known. */
const faint = 1;
/** They have something in common, and can't be linked by it. */
const slight = 2;
const states = 4;

/** What is known of two passages at first. */
export const met = (pairs: number): Met => pairs * states + unread;

/** A passage of the article at hand, the number of one that it met, and what is known of the two; null: that it is nothing. */
export interface Meeting {
  readonly own: PassageRecord;
  readonly other: number;
  met: Met | null;
}

const pairsOf = (known: Met | null): number =>
  typeof known === 'number' ? Math.floor(known / states) : (known?.pairs ?? 0);

/** Finds out what there is to know of a meeting for judging it, unless that is known. */
export function read(one: Meeting, other: PassageRecord, vocabulary: Vocabulary): void {
  const known = one.met;
  if (typeof known !== 'number' || known % states !== unread) return;
  const { own } = one;
  // Within one article only a headline or pull quote has to match what the body says.
  if (own.articleId === other.articleId && own.quote?.display === other.quote?.display) return;
  if (mayBeLinked(own, other, vocabulary)) compareNow(one, other, vocabulary);
  else one.met = known + faint;
}

function compareNow(one: Meeting, other: PassageRecord, vocabulary: Vocabulary): void {
  const pairs = pairsOf(one.met);
  const found = likeness(one.own, other, pairs, vocabulary);
  one.met = found === 'slight' ? pairs * states + slight : found;
}

/** Finds out also whether two passages that can't be linked have anything in common at all. */
export function readFully(one: Meeting, other: PassageRecord, vocabulary: Vocabulary): void {
  if (typeof one.met === 'number' && one.met % states !== slight) compareNow(one, other, vocabulary);
}

// ---- crowds -------------------------------------------------------------------------------------------

/** A passage that meets more of one other article than this stands in a crowd: slogans, a list of near-identical quotes. */
const crowd = 32;
/** Of a crowd each passage is compared with so many. No passage of real copy has so many links to one article. */
const mostCompared = 12;

/**
 * Thins out the meetings of two articles, of which one repeats itself: else time and links would grow with the product
 * of both. Each passage keeps those that it shares most with, and among equals those that stand at the same place.
 * Meetings without a crowd are kept whole.
 */
export function thinned(meetings: readonly Meeting[], recordOf: (pid: number) => PassageRecord): readonly Meeting[] {
  if (meetings.length <= crowd || !isCrowded(meetings)) return meetings;
  const places = new Map<number, number>();
  const inOrder = (records: readonly PassageRecord[]) => {
    [...new Set(records)].sort((a, b) => a.start - b.start).forEach(({ pid }, place) => places.set(pid, place));
  };
  inOrder(meetings.map(({ own }) => own));
  inOrder(meetings.map(({ other }) => recordOf(other)));
  const placeOf = (pid: number) => places.get(pid) ?? 0;
  const apart = ({ own, other }: Meeting) => Math.abs(placeOf(own.pid) - placeOf(other));
  const byLikeness = [...meetings].sort((x, y) => pairsOf(y.met) - pairsOf(x.met) || apart(x) - apart(y));
  const counts = new Map<number, number>();
  const kept = new Set<Meeting>();
  for (const one of byLikeness) {
    for (const pid of [one.own.pid, one.other]) {
      const count = (counts.get(pid) ?? 0) + 1;
      counts.set(pid, count);
      if (count <= mostCompared) kept.add(one);
    }
  }
  return meetings.filter((one) => kept.has(one));
}

function isCrowded(meetings: readonly Meeting[]): boolean {
  const counts = new Map<number, number>();
  for (const { own, other } of meetings) {
    for (const pid of [own.pid, other]) {
      const count = (counts.get(pid) ?? 0) + 1;
      if (count > crowd) return true;
      counts.set(pid, count);
    }
  }
  return false;
}
