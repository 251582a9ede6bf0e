import type { ArticleId } from '../core/article';
import type { Vocabulary } from '../claims/normalize';
import { createAcquaintance, newEntry, type Entry } from './acquaintance';
import { fold, unfoldOne, type FoldedPassages } from './foldedPassages';
import { compareAlike, compareFound, type Compared, type Shared } from './likeness';
import type { Meaning } from './meaning';
import { met } from './meetings';
import { createNetLinks } from './netLinks';
import type { PassageNet } from './netModel';
import type { PassageRecord } from './passages';
import { createPidTable } from './pidTable';
import type { Strangers } from './strangers';
import { createTokenIndex } from './tokenIndex';

/** So many passages are kept unfolded: articles that come one after the other are often like the same ones. */
const mostUnfolded = 8192;

/** What a net asks of those who make it; nothing of it is needed. */
interface NetOptions {
  /** Gives folded passages that lie unfolded elsewhere, in their order, or null. */
  readonly unfoldedOf?: (folded: FoldedPassages) => readonly PassageRecord[] | null;
  /** Where the net keeps the passages of strangers, as long as articles are going to be entered; null where none are. */
  readonly strangers?: Strangers | null;
}

/** Makes an empty net. Its passages' words must be read with `vocabulary`; `meaning` must know them by it too. */
export function createPassageNet(
  vocabulary: Vocabulary,
  meaning: Meaning,
  { unfoldedOf = () => null, strangers = null }: NetOptions = {},
): PassageNet {
  const index = createTokenIndex();
  const places = createPidTable<Entry>();
  const acquaintance = createAcquaintance(places);
  const entries = new Map<ArticleId, Entry>();
  const unfolded = new Map<number, PassageRecord>();
  /** The passages that were taken in last. */
  let latest: { readonly folded: FoldedPassages; readonly records: readonly PassageRecord[] } | null = null;

  const recordOf = (pid: number): PassageRecord | undefined => {
    const folded = places.ownerOf(pid)?.folded;
    if (!folded) return undefined;
    const place = places.placeOf(pid);
    const atHand = (latest?.folded === folded ? latest.records : unfoldedOf(folded))?.[place];
    if (atHand) return atHand;
    const known = unfolded.get(pid);
    if (known) return known;
    const record = unfoldOne(folded, place, vocabulary);
    if (!record) return undefined;
    if (unfolded.size >= mostUnfolded) unfolded.clear();
    unfolded.set(pid, record);
    return record;
  };

  const links = createNetLinks({ vocabulary, meaning, entries, places, acquaintance, recordOf });

  /** Finds the passages that one may have something in common with: in all articles, or in those of strangers. */
  const meet = (record: PassageRecord, onlyStrangers = false) => {
    index.candidates(record, (pid, pairs, areQuotes) => {
      const owner = places.ownerOf(pid);
      if (!owner || (onlyStrangers && !owner.isStranger)) return;
      if (!areQuotes && owner.folded.articleId === record.articleId) return;
      // The other article may know already what comes of it.
      acquaintance.note(record.pid, pid, owner.near?.get(pid)?.get(record.pid) ?? met(pairs));
    });
  };

  /** Takes out a passage of an article. */
  const forget = (record: PassageRecord, entry: Entry | undefined) => {
    if (entry?.judged) for (const other of entry.near?.get(record.pid)?.keys() ?? []) acquaintance.touch(entry, other);
    acquaintance.forget(record, entry?.near);
    index.remove(record);
    strangers?.remove(record);
    places.remove(record.pid);
    unfolded.delete(record.pid);
  };

  return {
    nextPid: () => places.next(),
    replace(id, before, now) {
      const folded = fold(id, now);
      const kept = new Set(now.map((record) => record.pid));
      const known = entries.get(id);
      for (const record of before) if (!kept.has(record.pid)) forget(record, known);
      if (now.length === 0) {
        entries.delete(id);
        if (known) acquaintance.leave(known);
        return folded;
      }
      const entry = known ?? newEntry(folded, true);
      const wasStranger = known?.isStranger === true;
      const anew = entry.near === null;
      entry.near ??= new Map();
      entry.folded = folded;
      entry.isStranger = true;
      entries.set(id, entry);
      latest = { folded, records: now };
      acquaintance.keep(entry);
      if (anew && before.length > 0) acquaintance.renewed.add(entry);
      now.forEach((record, place) => {
        const isNew = !places.ownerOf(record.pid);
        places.set(record.pid, entry, place);
        if (isNew || anew) meet(record);
        if (isNew) index.add(record);
        if (isNew || !wasStranger) strangers?.add(record);
      });
      return folded;
    },
    enter(folded, records) {
      if (records.length === 0) return;
      const entry = newEntry(folded, false);
      const near = (entry.near = new Map());
      entries.set(folded.articleId, entry);
      records.forEach((record, place) => {
        places.set(record.pid, entry, place);
        // Asked first among few: what all passages are asked for comes of nothing where no stranger is met.
        if (!strangers || strangers.mayMeet(record)) meet(record, true);
        index.addSoon(record);
      });
      if (near.size > 0) acquaintance.passing.add(entry);
      else acquaintance.letGo(entry);
    },
    settle: () => index.settle(),
    likenesses(record) {
      const found: Compared[] = [];
      index.candidates(record, (pid) => {
        const other = recordOf(pid);
        const one = other ? compareFound(record, other, vocabulary) : null;
        if (one) found.push(one);
      });
      return found;
    },
    kindred(record, most) {
      const near: (Shared & { readonly pid: number })[] = [];
      index.kindred(record, (pid, share, least) => near.push({ pid, share, least }));
      near.sort((a, b) => b.share - a.share || a.pid - b.pid);
      return near.slice(0, most).flatMap((shared) => {
        const other = recordOf(shared.pid);
        return (other && compareAlike(record, other, shared, vocabulary)) ?? [];
      });
    },
    rest() {
      unfolded.clear();
      latest = null;
      strangers?.giveUp();
    },
    articleOf: (pid) => places.ownerOf(pid)?.folded.articleId,
    links,
    ready(id, own, before, told) {
      const entry = entries.get(id);
      if (!entry || (entry.near && entry.judged)) return;
      if (!entry.near) {
        entry.near = new Map();
        for (const record of own.passages) meet(record);
        acquaintance.renewed.add(entry);
      }
      acquaintance.keep(entry);
      links(id, own, before, told);
    },
  };
}
