import type { ArticleId } from '../core/article';
import { createStemIndex } from './stemIndex';
import { mergeByAverage } from './storyClusters';
import { sameSignature, type Signature } from './storySignature';

/** What the stories are worked out from, of one article. */
export interface StoryEvidence {
  readonly signature: Signature;
  /** How many remarks the article shares with each other one, word for word or nearly so. */
  readonly shared: ReadonlyMap<ArticleId, number>;
  /** The day the article gives as its own, in ISO 8601, or null. */
  readonly day: string | null;
}

/** Articles that report the same events, in the order of ids. Stays the same object as long as it has the same members. */
export type Cluster = readonly ArticleId[];

/** Which cluster each article belongs to; articles by themselves are left out. Never changes. */
export type Clusters = ReadonlyMap<ArticleId, Cluster>;

/**
 * Groups articles by what they report. Articles go in and out one by one; only those that an edit concerns are compared
 * anew. The groups follow from the articles alone, whatever the order in which they came.
 */
export interface StoryIndex {
  /** Adds an article, or replaces what is known of it. `shared` counts for both sides. */
  set(id: ArticleId, evidence: StoryEvidence): void;
  delete(id: ArticleId): void;
  /** The groups as of now: the same object until they change. */
  clusters(): Clusters;
  /** The articles whose group has become another since this was last asked, with those that are gone. */
  takeRegrouped(): ReadonlySet<ArticleId>;
}

/** What is known of one article. Kept as long as the article is. */
interface Entry {
  readonly id: ArticleId;
  /** Its place in the postings' lists. */
  readonly slot: number;
  signature: Signature;
  shared: Map<ArticleId, number>;
  /** The day it gives as its own, in days since 1970; NaN where it gives none. */
  day: number;
  /** The length of the signature as a vector, squared. */
  norm: number;
  /** How alike it is to each other article, in steps, where that is worth keeping. */
  readonly near: Map<ArticleId, number>;
}

/** Articles that are alike by some chain, and the groups among them. */
interface Neighbourhood {
  readonly members: readonly ArticleId[];
}

/**
 * Likeness is a whole number of steps, so that most edits leave it as it is: 50 is the same article twice. Measured on
 * labelled news: from 18 on nearly all pairs report one event, below 10 nearly none do.
 */
const steps = 50;
const enough = { single: 15, groups: 17.5 };
const kept = 10;
/** What a remark that both quote adds, and how many of them count: the most quoted line stands in later reports too. */
const perRemark = 2;
const mostRemarks = 2;
/** Reports of one event are written within days. What is further apart must be more alike: another year's budget. */
const sameEventDays = 21;
const apart = 3;
const millisecondsADay = 86_400_000;

/** Makes an empty index. */
export function createStoryIndex(): StoryIndex {
  const entries = new Map<ArticleId, Entry>();
  /** The entries by slot; slots of deleted articles are given out again. */
  const slots: (Entry | null)[] = [];
  const free: number[] = [];
  /** Articles whose likeness to others must be worked out anew. */
  const stale = new Set<Entry>();
  const neighbourhoods = new Map<ArticleId, Neighbourhood>();
  /** Articles whose neighbourhood must be worked out anew, with those that are gone. */
  const moved = new Set<ArticleId>();
  let regrouped = new Set<ArticleId>();
  let clusters = new Map<ArticleId, Cluster>();
  const stems = createStemIndex((slot) => {
    const entry = slots[slot];
    if (entry) stale.add(entry);
  });

  const replaceSignature = (entry: Entry, next: Signature) => {
    stems.replace(entry.slot, entry.signature, next);
    entry.signature = next;
  };

  const separate = (entry: Entry) => {
    for (const other of entry.near.keys()) entries.get(other)?.near.delete(entry.id);
    entry.near.clear();
  };

  const compareAll = (entry: Entry) => {
    const before = new Map(entry.near);
    stems.products(entry.signature, (slot, product) => {
      const other = slots[slot];
      const likeness = other && other !== entry ? likenessOf(entry, other, product) : 0;
      if (!other || likeness < kept) return;
      note(entry, other, before.get(other.id) ?? 0, likeness);
      before.delete(other.id);
    });
    for (const [id, likeness] of before) {
      const other = entries.get(id);
      if (other) note(entry, other, likeness, 0);
    }
  };

  const likenessOf = (a: Entry, b: Entry, product: number): number => {
    const likeness = Math.round((product / Math.sqrt(a.norm * b.norm)) * steps);
    // Most pairs have little in common, and no remark would change that.
    if (likeness + mostRemarks * perRemark < kept) return 0;
    const remarks = Math.min(mostRemarks, a.shared.get(b.id) ?? 0) * perRemark;
    return likeness + remarks - (Math.abs(a.day - b.day) > sameEventDays ? apart : 0);
  };

  const note = (a: Entry, b: Entry, before: number, now: number) => {
    if (before === now) return;
    if (now === 0) {
      a.near.delete(b.id);
      b.near.delete(a.id);
    } else {
      a.near.set(b.id, now);
      b.near.set(a.id, now);
    }
    const near = neighbourhoods.get(a.id);
    const together = near !== undefined && near === neighbourhoods.get(b.id);
    // What is between two neighbourhoods and doesn't join them has no part in either.
    if (!together && now < enough.single) return;
    moved.add(a.id);
    moved.add(b.id);
  };

  /** All articles that can be reached from one over sure likenesses, in the order of ids. */
  const reach = (start: ArticleId): ArticleId[] => {
    const found = new Set([start]);
    for (const id of found) {
      for (const [other, likeness] of entries.get(id)?.near ?? []) if (likeness >= enough.single) found.add(other);
    }
    return [...found].sort();
  };

  const group = (members: readonly ArticleId[]): Cluster[] => {
    if (members.length < 2) return [];
    const indices = new Map(members.map((id, index) => [id, index]));
    const inside = (member: number) => {
      const pairs: [number, number][] = [];
      for (const [id, likeness] of entries.get(members[member] ?? '')?.near ?? []) {
        const index = indices.get(id);
        if (index !== undefined) pairs.push([index, likeness]);
      }
      return pairs;
    };
    return mergeByAverage(members.length, inside, enough)
      .filter((cluster) => cluster.length > 1)
      .map((cluster) => cluster.map((member) => members[member] ?? ''));
  };

  const regroup = () => {
    const next = new Map(clusters);
    const seeds = new Set(moved);
    for (const id of moved) for (const member of neighbourhoods.get(id)?.members ?? []) seeds.add(member);
    const done = new Set<ArticleId>();
    let changed = false;
    for (const seed of seeds) {
      if (!entries.has(seed)) {
        neighbourhoods.delete(seed);
        if (next.delete(seed)) {
          changed = true;
          regrouped.add(seed);
        }
        continue;
      }
      if (done.has(seed)) continue;
      const members = reach(seed);
      const neighbourhood = { members };
      const grouped = new Map(group(members).flatMap((cluster) => cluster.map((id) => [id, cluster])));
      for (const id of members) {
        done.add(id);
        neighbourhoods.set(id, neighbourhood);
        const before = next.get(id);
        const now = grouped.get(id);
        if (before === now || (before && now && sameMembers(before, now))) continue;
        changed = true;
        regrouped.add(id);
        if (now) next.set(id, now);
        else next.delete(id);
      }
    }
    moved.clear();
    if (changed) clusters = next;
  };

  const enter = (id: ArticleId): Entry => {
    const slot = free.pop() ?? slots.length;
    const entry: Entry = {
      id,
      slot,
      signature: new Map(),
      shared: new Map(),
      day: NaN,
      norm: 0,
      near: new Map(),
    };
    slots[slot] = entry;
    entries.set(id, entry);
    return entry;
  };

  return {
    set(id, { signature, shared, day: iso }) {
      const day = iso === null ? NaN : Date.parse(iso) / millisecondsADay;
      const entry = entries.get(id) ?? enter(id);
      if (!sameSignature(entry.signature, signature)) replaceSignature(entry, signature);
      else if (Object.is(entry.day, day) && sameCounts(entry.shared, shared)) return;
      for (const other of entry.shared.keys()) if (!shared.has(other)) entries.get(other)?.shared.delete(id);
      for (const [other, count] of shared) entries.get(other)?.shared.set(id, count);
      entry.shared = new Map(shared);
      entry.day = day;
      stale.add(entry);
    },
    delete(id) {
      const entry = entries.get(id);
      if (!entry) return;
      replaceSignature(entry, new Map());
      separate(entry);
      for (const other of entry.shared.keys()) entries.get(other)?.shared.delete(id);
      entries.delete(id);
      stale.delete(entry);
      slots[entry.slot] = null;
      free.push(entry.slot);
      moved.add(id);
    },
    clusters() {
      if (stems.resize(entries.size)) for (const entry of entries.values()) stale.add(entry);
      if (stale.size > 0) {
        for (const entry of stale) entry.norm = stems.product(entry.signature);
        for (const entry of stale) compareAll(entry);
        stale.clear();
      }
      if (moved.size > 0) regroup();
      return clusters;
    },
    takeRegrouped() {
      const taken = regrouped;
      regrouped = new Set();
      return taken;
    },
  };
}

/** Whether two lists have the same articles in the same order. */
export function sameMembers(a: readonly ArticleId[], b: readonly ArticleId[]): boolean {
  return a === b || (a.length === b.length && a.every((id, i) => id === b[i]));
}

function sameCounts(a: ReadonlyMap<ArticleId, number>, b: ReadonlyMap<ArticleId, number>): boolean {
  if (a.size !== b.size) return false;
  for (const [id, count] of a) if (b.get(id) !== count) return false;
  return true;
}
