import type { ArticleId } from '../core/article';
import { sameItems } from '../core/sameItems';
import { createStemIndex } from './stemIndex';
import type { Cluster, Clusters, Near, StoryIndex } from './storyIndex';
import { enough, group, reach } from './storyNeighbours';
import { makeSignature, type Signature } from './storySignature';

/** What is known of one article. Kept as long as the article is. */
interface Entry {
  readonly id: ArticleId;
  /** Its place in the postings' lists. */
  readonly slot: number;
  signature: Signature;
  shared: Map<ArticleId, number>;
  /** The day it gives as its own, in days since 1970; NaN where it gives none. */
  day: number;
  /** How alike it is to each other article, in steps, where that is worth keeping. */
  readonly near: Map<ArticleId, number>;
}

/** Articles that are alike by some chain, and the groups among them. */
interface Neighbourhood {
  readonly members: readonly ArticleId[];
}

/** Likeness is a whole number of steps, so that most edits leave it as it is: so many are the same article twice. */
const steps = 50;
/** Fewer are not kept. */
const kept = 10;
/** What a remark that both quote adds, and how many of them count: the most quoted line stands in later reports too. */
const perRemark = 2;
const mostRemarks = 2;
/** Reports of one event are written within days. What is further apart must be more alike: another year's budget. */
const sameEventDays = 21;
const apart = 3;
const millisecondsADay = 86_400_000;

/** Rounded to steps, what has a smaller cosine is not worth keeping, whatever remarks add. */
const leastCosine = (kept - mostRemarks * perRemark - 0.5) / steps;

/** So many waiting articles are compared before the groups are told; a keystroke seldom moves more. */
const mostAtOnce = 12;
/** So many wait where an edit has made a stem a commonplace, or as good as. */
const mostWaiting = 300;

const empty = makeSignature([]);

const none: Near = new Map();

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
  let clusters: ReadonlyMap<ArticleId, Cluster> = new Map<ArticleId, Cluster>();
  /** The groups as they will be when all are formed anew. */
  let coming: Map<ArticleId, Cluster> | null = null;
  /** Groups that were told of before all articles were compared: they stay the same objects. */
  const early = new Map<ArticleId, Cluster>();
  /** What was last said of the groups, until something changes. */
  let view: Clusters | null = null;
  let last: Clusters | null = null;
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
    const shared = stems.products(entry.slot, entry.signature, leastCosine);
    for (let i = 0; i < shared.count; i++) {
      const other = slots[shared.slots[i] as number];
      const likeness = other && other !== entry ? likenessOf(entry, other, shared.products[i] as number) : 0;
      // The others are not worth keeping.
      if (!other || likeness < kept) continue;
      note(entry, other, before.get(other.id) ?? 0, likeness);
      before.delete(other.id);
    }
    for (const [id, likeness] of before) {
      const other = entries.get(id);
      if (other) note(entry, other, likeness, 0);
    }
  };

  const likenessOf = (a: Entry, b: Entry, product: number): number => {
    const likeness = Math.round((product / Math.sqrt(stems.norm(a.slot) * stems.norm(b.slot))) * steps);
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

  const nearOf = (id: ArticleId): Near => entries.get(id)?.near ?? none;

  /** Forms the groups of up to so many neighbourhoods anew. Returns whether none is left: only then are they told. */
  const regroup = (most: number): boolean => {
    let left = most;
    for (const id of moved) {
      if (left-- <= 0) return false;
      const seeds = new Set([id]);
      const done = new Set<ArticleId>();
      for (const seed of seeds) if (!done.has(seed)) regroupAround(seed, seeds, done);
    }
    clusters = coming ?? clusters;
    coming = null;
    return true;
  };

  /** Adds those whose neighbourhood may be another now to `seeds`, and those who have theirs to `done`. */
  const regroupAround = (seed: ArticleId, seeds: Set<ArticleId>, done: Set<ArticleId>) => {
    const leave = (id: ArticleId) => {
      for (const mate of neighbourhoods.get(id)?.members ?? []) seeds.add(mate);
      moved.delete(id);
      done.add(id);
    };
    if (!entries.has(seed)) {
      leave(seed);
      neighbourhoods.delete(seed);
      put(seed, undefined);
      return;
    }
    const members = reach(seed, nearOf);
    const neighbourhood = { members };
    const grouped = new Map<ArticleId, Cluster>();
    for (const cluster of group(members, nearOf).map(asBefore)) for (const id of cluster) grouped.set(id, cluster);
    for (const id of members) {
      leave(id);
      neighbourhoods.set(id, neighbourhood);
      put(id, grouped.get(id));
    }
  };

  const put = (id: ArticleId, cluster: Cluster | undefined) => {
    if ((coming ?? clusters).get(id) === cluster) return;
    regrouped.add(id);
    coming ??= new Map(clusters);
    if (cluster) coming.set(id, cluster);
    else coming.delete(id);
  };

  /** The object that a group went by before, where it has the same articles. */
  const asBefore = (cluster: Cluster): Cluster => {
    const [first = ''] = cluster;
    return [(coming ?? clusters).get(first), early.get(first)].find((one) => one && sameItems(one, cluster)) ?? cluster;
  };

  /**
   * The group of one article, worked out although others wait to be compared: all that it can be reached from are compared
   * now, and wait no longer. `compared` are those that were since the last change.
   */
  const clusterNow = (id: ArticleId, compared: Set<Entry>): Cluster | undefined => {
    const nearNow = (one: ArticleId): Near => {
      const entry = entries.get(one);
      if (!entry) return none;
      // One that doesn't wait may be like one that does, and not know it yet.
      if (!compared.has(entry)) compareAll(entry);
      compared.add(entry);
      stale.delete(entry);
      return entry.near;
    };
    if (!entries.has(id)) return undefined;
    const found = group(reach(id, nearNow), nearNow).find((cluster) => cluster.includes(id));
    if (!found) return undefined;
    const cluster = asBefore(found);
    for (const member of cluster) early.set(member, cluster);
    return cluster;
  };

  const refit = () => {
    if (stems.resize(entries.size, signatures)) for (const entry of entries.values()) stale.add(entry);
  };

  const settle = (most: number): boolean => {
    refit();
    let left = most;
    for (const entry of stale) {
      if (left-- <= 0) return false;
      stale.delete(entry);
      compareAll(entry);
    }
    if (!regroup(most)) return false;
    early.clear();
    return true;
  };

  function* signatures() {
    for (const { slot, signature } of entries.values()) yield [slot, signature] as const;
  }

  /** The same object as long as the groups are the same. */
  const whole = (): Clusters => {
    const all = clusters;
    if (last?.all() !== all) last = { get: (id) => all.get(id), all: () => all, areKnown: true };
    return last;
  };

  /** The groups while many articles wait to be compared. */
  const oneByOne = (): Clusters => {
    const known = new Map<ArticleId, Cluster | undefined>();
    const compared = new Set<Entry>();
    let rest: ReadonlyMap<ArticleId, Cluster> | null = null;
    const all = () => {
      settle(Infinity);
      return (rest ??= clusters);
    };
    return {
      get(id) {
        if (known.has(id)) return known.get(id);
        const cluster = rest ? rest.get(id) : clusterNow(id, compared);
        for (const member of cluster ?? [id]) known.set(member, cluster);
        return cluster;
      },
      all,
      areKnown: false,
    };
  };

  const enter = (id: ArticleId): Entry => {
    const slot = free.pop() ?? slots.length;
    const entry: Entry = {
      id,
      slot,
      signature: empty,
      shared: new Map(),
      day: NaN,
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
      if (!sameItems(entry.signature, signature)) replaceSignature(entry, signature);
      else if (Object.is(entry.day, day) && sameCounts(entry.shared, shared)) return;
      for (const other of entry.shared.keys()) if (!shared.has(other)) entries.get(other)?.shared.delete(id);
      for (const [other, count] of shared) entries.get(other)?.shared.set(id, count);
      view = null;
      entry.shared = new Map(shared);
      entry.day = day;
      stale.add(entry);
    },
    delete(id) {
      const entry = entries.get(id);
      if (!entry) return;
      view = null;
      replaceSignature(entry, empty);
      separate(entry);
      for (const other of entry.shared.keys()) entries.get(other)?.shared.delete(id);
      entries.delete(id);
      stale.delete(entry);
      slots[entry.slot] = null;
      free.push(entry.slot);
      moved.add(id);
    },
    clusters() {
      if (!view) {
        refit();
        // Of a few hundred that wait for a stem's sake some are compared each time; of a folder that is being read none.
        view = stale.size <= mostWaiting && settle(mostAtOnce) ? whole() : oneByOne();
      }
      return view;
    },
    settle,
    likenesses: () => (settle(0) ? Array.from(entries.values(), ({ id, near }) => [id, near] as const) : null),
    adopt(known, { articles, gone, fresh }) {
      refit();
      const others = fresh.flatMap((id) => entries.get(id) ?? []);
      const waiting = stems.movedSince(
        articles,
        gone,
        others.map(({ signature }) => signature),
      );
      if (!waiting) return;
      view = null;
      const isOther = new Set(fresh);
      for (const entry of entries.values()) {
        entry.near.clear();
        moved.add(entry.id);
      }
      for (const [id, near] of known) {
        const entry = isOther.has(id) ? undefined : entries.get(id);
        if (!entry) continue;
        for (const [other, likeness] of near) {
          if (!isOther.has(other) && entries.has(other)) entry.near.set(other, likeness);
        }
      }
      stale.clear();
      for (const entry of others) stale.add(entry);
      for (const slot of waiting) {
        const entry = slots[slot];
        if (entry) stale.add(entry);
      }
    },
    areRegrouped: () => regrouped.size > 0,
    takeRegrouped() {
      const taken = regrouped;
      regrouped = new Set();
      return taken;
    },
  };
}

function sameCounts(a: ReadonlyMap<ArticleId, number>, b: ReadonlyMap<ArticleId, number>): boolean {
  if (a.size !== b.size) return false;
  for (const [id, count] of a) if (b.get(id) !== count) return false;
  return true;
}
