import type { PassageRecord } from './passages';
import { createTokenIndex, type TokenIndex } from './tokenIndex';

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
 */
export function createStrangers(): Strangers {
  /** Made with the first of them: mostly there is none. */
  let index: TokenIndex | null = null;
  let count = 0;
  let areKept = true;
  const giveUp = () => {
    index = null;
    areKept = false;
  };
  return {
    add(record) {
      if (!areKept) return;
      index ??= createTokenIndex();
      index.add(record);
      if (++count > most) giveUp();
    },
    remove(record) {
      if (index?.remove(record)) count--;
    },
    mayMeet(record) {
      if (!index) return !areKept;
      let isMet = false;
      index.candidates(record, () => (isMet = true));
      return isMet;
    },
    giveUp,
  };
}
