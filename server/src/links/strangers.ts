import type { PassageRecord } from './passages';
import { createTokenIndex, pairsIn, type TokenIndex } from './tokenIndex';

/**
 * The passages of strangers: of articles that were read here while others are taken over that know nothing of them. There
 * are few as a rule, and nearly every passage that is taken over meets none of theirs: this tells so without asking for it
 * among all passages.
 */
export interface Strangers {
  /** Adds a passage that is none of these yet. */
  add(record: PassageRecord): void;
  /** Takes a passage out; nothing happens where it is none of these. */
  remove(record: PassageRecord): void;
  /**
   * Whether an index of all passages may find one of these for a passage that is none itself. Often right where it says
   * so, always where it says no.
   */
  mayMeet(record: PassageRecord): boolean;
  /** Lets go of all, and keeps none any more: any passage may meet one of them. */
  giveUp(): void;
}

/**
 * Of more passages than this, those of some hundred articles, most others meet one: asking twice would take longer, and
 * the room of a second index.
 */
const most = 16_384;
/** Of so many places, a power of two, those are marked that pairs and words of strangers fall on. */
const places = 1 << 18;
const placeOf = (key: number): number => Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 14;

/**
 * Makes a room for strangers' passages, with an index of its own. What an index of all passages finds among them, this one
 * finds too, for nothing counts for less where there are fewer passages:
 *
 * - A pair of words, a word or a whole quote that is no commonplace among all passages is none here, so each passage is
 *   found by all that it is found by there, and perhaps by more: the pairs that it shares are as many or more.
 * - What is worth comparing stays so with more pairs. Beside them it depends on the words of the two passages alone.
 * - Two quotes that only one word has led to are passed over where that one is known to be all that they share and both
 *   have more. This may be known here and not there, where others of the words are commonplaces; but then the quotes are
 *   not worth comparing there either: they are of two words or more, and share no pair and one word, which isn't most of
 *   the shorter.
 *
 * Most passages have no pair and no word of matter of theirs: marks tell that before the index is asked. What is taken out
 * leaves its marks behind.
 */
export function createStrangers(): Strangers {
  /** Made with the first of them: mostly there is none. */
  let index: TokenIndex | null = null;
  let count = 0;
  let areKept = true;
  let marks = new Uint8Array(0);

  const mark = ({ quote, content }: PassageRecord) => {
    if (marks.length === 0) marks = new Uint8Array(places);
    for (const pair of pairsIn(content.words)) marks[placeOf(pair)] = 1;
    if (quote) for (const stem of content.matter) marks[placeOf(stem)] = 1;
  };
  const isMarked = ({ quote, content }: PassageRecord): boolean => {
    // A quote without words of matter is found by all its words.
    if (quote && content.matter.length === 0) return true;
    for (const pair of pairsIn(content.words)) if (marks[placeOf(pair)] === 1) return true;
    if (quote) for (const stem of content.matter) if (marks[placeOf(stem)] === 1) return true;
    return false;
  };

  const giveUp = () => {
    index = null;
    marks = new Uint8Array(0);
    areKept = false;
  };
  return {
    add(record) {
      if (!areKept) return;
      index ??= createTokenIndex();
      index.add(record);
      mark(record);
      if (++count > most) giveUp();
    },
    remove(record) {
      if (index?.remove(record)) count--;
    },
    mayMeet(record) {
      if (!index) return !areKept;
      if (!isMarked(record)) return false;
      let isMet = false;
      index.candidates(record, () => (isMet = true));
      return isMet;
    },
    giveUp,
  };
}
