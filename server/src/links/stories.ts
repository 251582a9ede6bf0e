import type { ArticleId } from '../core/article';
import { sameItems } from '../core/sameItems';
import { createStemIndex } from './stemIndex';
import { createStoryGroups } from './storyGroups';
import type { Cluster, Clusters, KnownLikenesses, Near, StoryIndex } from './storyIndex';
import { reach } from './storyNeighbours';
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
/** So many pairs of articles are taken over in the time that comparing one article takes. */
const takenOverAtOnce = 400;
/** So many steps of forming groups are made in that time. */
const stepsAtOnce = 5;
/** An article's part in forming them, in the time that comparing one takes. */
const formingOne = 0.5;
/** So many steps are made before the groups are told: enough for what an edit concerns, some 20 ms where it takes as many. */
const mostSteps = 1000;
/** So many wait where an edit has made a stem a commonplace, or as good as. */
const mostWaiting = 300;

const empty = makeSignature([]);

const none: Near = new Map();

/** Likenesses on the way of being taken over. */
interface Adoption extends KnownLikenesses {
  /** Articles that were compared meanwhile: what was known of them no longer counts. Those that wait will be. */
  readonly compared: Set<Entry>;
}

/** Makes an empty index. */
export function createStoryIndex(): StoryIndex {
  const entries = new Map<ArticleId, Entry>();
  /** The entries by slot; slots of deleted articles are given out again. */
  const slots: (Entry | null)[] = [];
  const free: number[] = [];
  /** Articles whose likeness to others must be worked out anew. */
  const stale = new Set<Entry>();
  const nearOf = (id: ArticleId): Near => entries.get(id)?.near ?? none;
  const groups = createStoryGroups(nearOf);
  let adoption: Adoption | null = null;
  /** Grows with every change of what articles are and how alike they are. */
  let version = 0;
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
    version++;
    adoption?.compared.add(entry);
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
    groups.noteLikeness(a.id, b.id, before, now);
  };

  /**
   * The groups of one article and of all that can be reached from it, worked out although others wait to be compared: these
   * are compared now, and wait no longer. `compared` are those that were since the last change. Null where it takes less to
   * compare all that wait.
   */
  const clustersNow = (id: ArticleId, compared: Set<Entry>): ReadonlyMap<ArticleId, Cluster | undefined> | null => {
    let left = adoption ? Infinity : stale.size + groups.waiting() * formingOne;
    const nearNow = (one: ArticleId): Near => {
      const entry = entries.get(one);
      if (!entry) return none;
      // One that doesn't wait may be like one that does, and not know it yet; one that was compared may wait again.
      if (!compared.has(entry) || stale.has(entry)) {
        if (--left < 0) return none;
        compareAll(entry);
      }
      compared.add(entry);
      stale.delete(entry);
      return entry.near;
    };
    if (!entries.has(id)) return new Map();
    reach(id, nearNow);
    return left < 0 ? null : groups.early(id, nearNow);
  };

  const refit = () => {
    if (!stems.resize(entries.size, signatures)) return;
    for (const entry of entries.values()) stale.add(entry);
    adoption = null;
  };

  /** Takes over so many pairs of what is known. Returns whether that is done. */
  const takeOver = (pairs: number): boolean => {
    if (!adoption) return true;
    const { known, idOf, compared } = adoption;
    const standing = (number: number) => {
      const entry = entries.get(idOf(number) ?? '');
      return entry && !compared.has(entry) ? entry : null;
    };
    for (let left = pairs; left > 0; left--) {
      const { done, value } = known.next();
      if (done === true) {
        if (!value) for (const entry of entries.values()) stale.add(entry);
        adoption = null;
        return true;
      }
      const [one, other] = [standing(value[0]), standing(value[1])];
      if (!one || !other) continue;
      one.near.set(other.id, value[2]);
      other.near.set(one.id, value[2]);
    }
    return false;
  };

  const settle = (most: number, steps = most * stepsAtOnce): boolean => {
    refit();
    if (!takeOver(most * takenOverAtOnce)) return false;
    let left = most;
    for (const entry of stale) {
      if (left-- <= 0) return false;
      stale.delete(entry);
      compareAll(entry);
    }
    if (!groups.regroup(steps)) return false;
    // Whoever asks from now on is told of all at once.
    if (view?.areKnown === false) view = null;
    return true;
  };

  function* likenessesOf(then: number) {
    for (const { id, near } of entries.values()) {
      if (version !== then) return;
      yield [id, near] as const;
    }
  }

  function* signatures() {
    for (const { slot, signature } of entries.values()) yield [slot, signature] as const;
  }

  /** The same object as long as the groups are the same. */
  const whole = (): Clusters => {
    const all = groups.all();
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
      return (rest ??= groups.all());
    };
    return {
      get(id) {
        if (rest) return rest.get(id);
        if (!known.has(id)) {
          const found = clustersNow(id, compared);
          if (!found) return all().get(id);
          // What was said stands, also where somebody asks again after a change.
          for (const [member, cluster] of found) if (!known.has(member)) known.set(member, cluster);
        }
        return known.get(id);
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
      version++;
      entry.shared = new Map(shared);
      entry.day = day;
      stale.add(entry);
    },
    delete(id) {
      const entry = entries.get(id);
      if (!entry) return;
      view = null;
      version++;
      replaceSignature(entry, empty);
      separate(entry);
      for (const other of entry.shared.keys()) entries.get(other)?.shared.delete(id);
      entries.delete(id);
      stale.delete(entry);
      slots[entry.slot] = null;
      free.push(entry.slot);
      groups.noteGone(id);
    },
    clusters() {
      if (!view) {
        refit();
        // Of a few hundred that wait for a stem's sake some are compared each time; of a folder that is being read none.
        view = stale.size <= mostWaiting && settle(mostAtOnce, mostSteps) ? whole() : oneByOne();
      }
      return view;
    },
    settle: (most) => settle(most),
    likenesses: () => (settle(0) ? likenessesOf(version) : []),
    adopt({ known, idOf }, { articles, gone, fresh }) {
      refit();
      const others = fresh.flatMap((id) => entries.get(id) ?? []);
      const waiting = stems.movedSince(
        articles,
        gone,
        others.map(({ signature }) => signature),
      );
      if (!waiting) return;
      view = null;
      for (const entry of entries.values()) {
        entry.near.clear();
        groups.noteMove(entry.id);
      }
      version++;
      adoption = { known, idOf, compared: new Set() };
      stale.clear();
      for (const entry of others) stale.add(entry);
      for (const slot of waiting) {
        const entry = slots[slot];
        if (entry) stale.add(entry);
      }
    },
    areRegrouped: () => groups.areRegrouped(),
    takeRegrouped: () => groups.takeRegrouped(),
  };
}

function sameCounts(a: ReadonlyMap<ArticleId, number>, b: ReadonlyMap<ArticleId, number>): boolean {
  if (a.size !== b.size) return false;
  for (const [id, count] of a) if (b.get(id) !== count) return false;
  return true;
}
