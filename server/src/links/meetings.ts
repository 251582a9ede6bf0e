import type { Vocabulary } from '../claims/normalize';
import { likeness, prospectOf, type Likeness } from './likeness';
import type { PassageRecord } from './passages';
import type { SameSpeaker } from './quoteLinker';

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
/** As long as they are given to two people they can't be linked. */
const apart = 3;
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
export function read(one: Meeting, other: PassageRecord, sameSpeaker: SameSpeaker, vocabulary: Vocabulary): void {
  const known = one.met;
  if (typeof known !== 'number') return;
  const state = known % states;
  if (state !== unread && state !== apart) return;
  const { own } = one;
  // Within one article only a headline or pull quote has to match what the body says.
  if (own.articleId === other.articleId && own.quote?.display === other.quote?.display) return;
  if (state === apart && sameSpeaker(own, other) === false) return;
  const prospect = prospectOf(own, other, sameSpeaker, vocabulary);
  if (prospect === 'linked') compareNow(one, other, vocabulary);
  else one.met = known - state + (prospect === 'apart' ? apart : faint);
}

function compareNow(one: Meeting, other: PassageRecord, vocabulary: Vocabulary): void {
  const pairs = pairsOf(one.met);
  const found = likeness(one.own, other, pairs, vocabulary);
  one.met = found === 'slight' ? pairs * states + slight : found;
}

/** Finds out also whether two passages that can't be linked have anything in common at all. */
export function readFully(one: Meeting, other: PassageRecord, _: SameSpeaker, vocabulary: Vocabulary): void {
  if (typeof one.met === 'number' && one.met % states !== slight) compareNow(one, other, vocabulary);
}

// ---- crowds -------------------------------------------------------------------------------------------

/** A passage that meets more of one other article than this stands in a crowd: a slogan, a list of near-identical quotes. */
const crowd = 32;
/** So many for each passage, and a crowd's worth beside, are more than two articles of real copy have. */
const usual = 3;
/** Of a crowd each passage is compared with so many. */
const mostCompared = 3;

/**
 * Thins out the meetings of two articles that repeat themselves: else time, and links, would grow with the product of
 * both. Those that share most come first, among equals those that stand at the same place, and each passage is left a
 * few. What is left is the same from either side. Meetings without a crowd are kept whole.
 */
export function thinned(meetings: readonly Meeting[], recordOf: (pid: number) => PassageRecord): readonly Meeting[] {
  if (meetings.length <= crowd || !isCrowded(meetings)) return meetings;
  const counts = new Map<number, number>();
  const kept = new Set<Meeting>();
  for (const one of byLikeness(meetings, recordOf)) {
    const mine = counts.get(one.own.pid) ?? 0;
    const theirs = counts.get(one.other) ?? 0;
    if (mine >= mostCompared || theirs >= mostCompared) continue;
    counts.set(one.own.pid, mine + 1);
    counts.set(one.other, theirs + 1);
    kept.add(one);
  }
  return meetings.filter((one) => kept.has(one));
}

function isCrowded(meetings: readonly Meeting[]): boolean {
  const mine = new Map<number, number>();
  const theirs = new Map<number, number>();
  const count = (counts: Map<number, number>, pid: number): boolean => {
    const one = (counts.get(pid) ?? 0) + 1;
    counts.set(pid, one);
    return one > crowd;
  };
  for (const { own, other } of meetings) if (count(mine, own.pid) || count(theirs, other)) return true;
  return meetings.length > crowd + usual * Math.min(mine.size, theirs.size);
}

/** The meetings, those first that share most. */
function byLikeness(meetings: readonly Meeting[], recordOf: (pid: number) => PassageRecord): readonly Meeting[] {
  const mine = placesOf(meetings.map(({ own }) => own));
  const others = placesOf(meetings.map(({ other }) => recordOf(other)));
  const ranked = meetings.map((one) => {
    const place = mine.get(one.own.pid) ?? 0;
    const there = others.get(one.other) ?? 0;
    const isFirst = one.own.articleId < recordOf(one.other).articleId;
    return { one, pairs: pairsOf(one.met), apart: Math.abs(place - there), place: isFirst ? place : there };
  });
  ranked.sort((x, y) => y.pairs - x.pairs || x.apart - y.apart || x.place - y.place);
  return ranked.map(({ one }) => one);
}

/** Where each passage stands among these. */
function placesOf(records: readonly PassageRecord[]): ReadonlyMap<number, number> {
  const inOrder = [...new Set(records)].sort((a, b) => a.start - b.start);
  return new Map(inOrder.map(({ pid }, place) => [pid, place]));
}
