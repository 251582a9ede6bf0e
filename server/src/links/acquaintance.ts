import type { ArticleId } from '../core/article';
import type { FoldedPassages } from './foldedPassages';
import type { Met } from './meetings';
import type { Judged, Told } from './pairLinks';
import type { NameStems, PassageRecord } from './passages';
import type { PidTable } from './pidTable';

/** For each passage of an article what it has in common with others, by their numbers. */
export type Near = Map<number, Map<number, Met>>;

/** An article as the net knows it. */
export interface Entry {
  folded: FoldedPassages;
  /** The stems of its names when it was judged last. */
  names: NameStems;
  /** Whether it was read here, and not taken over with its links. */
  isStranger: boolean;
  near: Near | null;
  /** What came of judging it, for as long as `near` is kept. */
  judged: JudgedArticle | null;
  /** The articles that its passages have met since, or that lost by an edit of it what they had met. */
  readonly touched: Set<Entry>;
}

/** An article as it was judged last, with each other one that it had met. */
interface JudgedArticle {
  readonly own: Told;
  readonly partners: Map<ArticleId, Judged>;
}

/** What is known of the passages that have met, on both sides, for the articles that were written to last. */
export interface Acquaintance {
  /** Writes down what two passages have in common; null: that it is nothing. */
  note(pid: number, other: number, known: Met | null): void;
  /** What an article has in common with that of a passage is to be judged from the beginning. */
  touch(entry: Entry, pid: number): void;
  /** Takes out a passage of an article, also from what others know of it: they may not be written to for hours. */
  forget(record: PassageRecord, near: Near | null | undefined): void;
  /** Keeps what an article is like, as of the one written to last. */
  keep(entry: Entry): void;
  /** Lets go of what an article is like: it is found out anew when it is needed. */
  letGo(entry: Entry): void;
  /** Lets go of an article that is gone, also where others remember it. */
  leave(gone: Entry): void;
  /** Articles whose likenesses were made anew since their links were judged. */
  readonly renewed: Set<Entry>;
  /** Articles that are known to be like some others only: what they are like is forgotten with the next judging. */
  readonly passing: Set<Entry>;
}

/** Of so many articles, those written to last, it is kept what each passage is like: the next edit leaves most as it is. */
const mostNear = 32;

const noNames: NameStems = new Int32Array(0);

/** An article with its passages, of which nothing else is known yet. */
export const newEntry = (folded: FoldedPassages, isStranger: boolean): Entry => ({
  folded,
  names: noNames,
  isStranger,
  near: null,
  judged: null,
  touched: new Set(),
});

/** Makes it for passages of which none have met; `places` says whose they are. */
export function createAcquaintance(places: PidTable<Entry>): Acquaintance {
  /** The articles whose likenesses are kept, the one written to last at the end. */
  const lately = new Set<Entry>();
  const renewed = new Set<Entry>();
  const passing = new Set<Entry>();

  /** Writes down with one of two passages what is known of them; null: that it is nothing. */
  const put = (near: Near | null | undefined, pid: number, other: number, known: Met | null) => {
    const mine = near?.get(pid);
    if (known === null) mine?.delete(other);
    else if (mine) mine.set(other, known);
    else near?.set(pid, new Map([[other, known]]));
  };

  const letGo = (entry: Entry) => {
    entry.near = null;
    entry.judged = null;
    entry.touched.clear();
  };

  return {
    note(pid, other, known) {
      const mine = places.ownerOf(pid);
      const theirs = places.ownerOf(other);
      put(mine?.near, pid, other, known);
      put(theirs?.near, other, pid, known);
      if (!mine || !theirs) return;
      if (mine.judged) mine.touched.add(theirs);
      if (theirs.judged) theirs.touched.add(mine);
    },
    touch(entry, pid) {
      const other = places.ownerOf(pid);
      if (other) entry.touched.add(other);
    },
    forget({ pid }, near) {
      for (const other of near?.get(pid)?.keys() ?? []) put(places.ownerOf(other)?.near, other, pid, null);
      near?.delete(pid);
    },
    keep(entry) {
      lately.delete(entry);
      lately.add(entry);
      const [oldest] = lately;
      if (lately.size <= mostNear || !oldest) return;
      lately.delete(oldest);
      letGo(oldest);
    },
    letGo,
    leave(gone) {
      for (const some of [lately, renewed, passing]) some.delete(gone);
      letGo(gone);
      for (const { touched, judged } of lately) {
        touched.delete(gone);
        judged?.partners.delete(gone.folded.articleId);
      }
    },
    renewed,
    passing,
  };
}
