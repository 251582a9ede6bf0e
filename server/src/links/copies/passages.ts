import { shortestRun, type Wording } from './prose';

/** Words in a row that two articles have in common, by their places in either. */
export interface CommonRun {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Runs that follow one another in both articles, with a few other words between them on either side. */
export type CommonPassage = readonly CommonRun[];

/** A run that one article has more often than this is a refrain; a copied passage is found by what stands around it. */
const mostPlaces = 8;
/** No refrain of real copy is as long. */
const longRun = 64;
/** So many other words may stand between two runs of one passage: a rewriter changes a word here and there. */
const widestGap = 6;
/** A passage with fewer words in common is a stock phrase, a title with its name, or chance. */
const fewestWords = 12;

/**
 * The passages that two articles have in common: no word of either stands in two of them. In the order of the first
 * article. Measured on real copy: reports of one event by outlets that write for themselves have next to none.
 */
export function commonPassages(a: Wording, b: Wording): readonly CommonPassage[] {
  const runs = maximalRuns(a, b);
  if (runs.length === 0) return [];
  const { scores, before } = chained(runs, a.count);
  const order: number[] = [];
  for (let i = 0; i < runs.length; i++) if ((scores[i] ?? 0) >= fewestWords) order.push(i);
  if (order.length === 0) return [];
  order.sort((i, k) => (scores[k] ?? 0) - (scores[i] ?? 0) || i - k);
  const usedA = new Uint8Array(a.count);
  const usedB = new Uint8Array(b.count);
  const passages: CommonPassage[] = [];
  for (const last of order) {
    const passage: CommonRun[] = [];
    let words = 0;
    for (let at = last; at >= 0; at = before[at] ?? -1) {
      const run = runs[at];
      const free = run && longestFree(run, usedA, usedB);
      if (!free) break;
      passage.push(free);
      words += free.length;
      // What longer passages have taken breaks this one off.
      if (free.length < run.length) break;
    }
    if (words < fewestWords) continue;
    for (const run of passage) {
      usedA.fill(1, run.a, run.a + run.length);
      usedB.fill(1, run.b, run.b + run.length);
    }
    passages.push(passage.reverse());
  }
  return passages.sort((x, y) => (x[0]?.a ?? 0) - (y[0]?.a ?? 0));
}

/** The runs that can't be made longer on either end, in the order of both articles. */
function maximalRuns(a: Wording, b: Wording): readonly CommonRun[] {
  const found: CommonRun[] = [];
  const buckets = lookUp(b);
  if (longFrom.length < b.runs.length) longFrom = new Uint8Array(2 * b.runs.length);
  longFrom.fill(0, 0, b.runs.length);
  for (let i = 0; i < a.runs.length; i++) {
    const run = a.runs[i] ?? 0;
    let place = heads[run & (buckets - 1)] ?? -1;
    for (let tried = 0; place >= 0 && tried < mostPlaces; place = next[place] ?? -1) {
      if (b.runs[place] !== run) continue;
      tried++;
      if (i > 0 && place > 0 && a.words[i - 1] === b.words[place - 1]) continue;
      // One word or phrase over and over would be compared to its end from each of its places.
      const times = longFrom[place] as number;
      if (times >= mostPlaces) continue;
      let length = 0;
      const most = Math.min(a.count - i, b.count - place);
      while (length < most && a.words[i + length] === b.words[place + length]) length++;
      if (length >= longRun) longFrom[place] = times + 1;
      if (length >= shortestRun) found.push({ a: i, b: place, length });
    }
  }
  return found;
}

/**
 * Where the runs of one article stand: the first place of each bucket, and for each place the next one of its bucket; -1 at
 * the last. Made anew for each article, which takes less time than keeping it for all would take memory.
 */
let heads = new Int32Array(2048);
let next = new Int32Array(1024);
let inTable: Wording | null = null;
/** For each place of that article how many long runs begin there. */
let longFrom = new Uint8Array(1024);

/** Puts the runs of an article into the table. Returns the number of its buckets, a power of two. */
function lookUp(wording: Wording): number {
  const count = wording.runs.length;
  const buckets = 1 << (32 - Math.clz32(2 * count));
  if (inTable === wording) return buckets;
  inTable = wording;
  if (heads.length < buckets) heads = new Int32Array(buckets);
  if (next.length < count) next = new Int32Array(2 * count);
  heads.fill(-1, 0, buckets);
  for (let i = count - 1; i >= 0; i--) {
    const bucket = (wording.runs[i] ?? 0) & (buckets - 1);
    next[i] = heads[bucket] ?? -1;
    heads[bucket] = i;
  }
  return buckets;
}

/** Room for the chains of two articles, used again for each two. */
let room = roomFor(256);
let firstAt = new Int32Array(1024);

function roomFor(runs: number) {
  const list = () => new Int32Array(runs);
  return { runs, ofA: list(), ofB: list(), lengths: list(), scores: list(), before: list() };
}

/**
 * For each run how many words the longest passage that ends with it has, and which run of it comes before; -1 for none.
 * They hold until this is asked about two other articles.
 */
function chained(runs: readonly CommonRun[], count: number): { scores: Int32Array; before: Int32Array } {
  if (room.runs < runs.length) room = roomFor(2 * runs.length);
  if (firstAt.length < count + 2) firstAt = new Int32Array(2 * count + 2);
  const { ofA, ofB, lengths, scores, before } = room;
  // Runs and the places behind them both rise: the first run at or behind a place is looked for from the last one on.
  let place = 0;
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i];
    if (!run) continue;
    ofA[i] = run.a;
    ofB[i] = run.b;
    lengths[i] = scores[i] = run.length;
    before[i] = -1;
    for (; place <= run.a; place++) firstAt[place] = i;
  }
  firstAt.fill(runs.length, place, count + 2);
  for (let i = 0; i < runs.length; i++) {
    const score = scores[i] as number;
    const endOfA = (ofA[i] as number) + (lengths[i] as number);
    const endOfB = (ofB[i] as number) + (lengths[i] as number);
    const farthest = Math.min(count, endOfA + widestGap);
    for (let k = firstAt[endOfA] as number; k < runs.length && (ofA[k] as number) <= farthest; k++) {
      const gap = (ofB[k] as number) - endOfB;
      const longer = score + (lengths[k] as number);
      if (gap < 0 || gap > widestGap || longer <= (scores[k] as number)) continue;
      scores[k] = longer;
      before[k] = i;
    }
  }
  return { scores, before };
}

/** The longest part of a run that no passage has taken on either side; null where too little is left. */
function longestFree(run: CommonRun, usedA: Uint8Array, usedB: Uint8Array): CommonRun | null {
  let best: CommonRun | null = null;
  let from = 0;
  for (let i = 0; i <= run.length; i++) {
    if (i < run.length && !usedA[run.a + i] && !usedB[run.b + i]) continue;
    if (i - from >= Math.max(shortestRun, (best?.length ?? 0) + 1)) {
      best = { a: run.a + from, b: run.b + from, length: i - from };
    }
    from = i + 1;
  }
  return best;
}
