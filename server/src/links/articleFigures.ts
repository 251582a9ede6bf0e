import type { ArticleId } from '../core/article';
import { sameItems } from '../core/sameItems';
import type { Figure } from '../claims/figures/model';
import type { Claims } from '../claims/model';
import type { Vocabulary } from '../claims/normalize';
import {
  prepareArticle,
  isOwnDate,
  recordOf,
  startsIn,
  type PreparedArticle,
  type FigureRecord,
} from './figureRecords';
import type { PassageRecord } from './passages';

/** The figures of one article by what they are compared by, and where each stands now. */
export interface ArticleFigures {
  readonly articleId: ArticleId;
  /** In the order of `start`. The same list as long as all its records are the same. */
  readonly records: readonly FigureRecord[];
  /** The records of each group; each list is the same for as long as its records are. */
  readonly groups: ReadonlyMap<string, readonly FigureRecord[]>;
  /** Each record's figure as it stands in the article now. */
  readonly figureOf: ReadonlyMap<FigureRecord, Figure>;
  /** The year that the article itself is of, or null. */
  readonly ownYear: number | null;
  /** What was read, so that the next version of the article need not read it again. */
  readonly sentences: ReadonlyMap<string, readonly ReadSentence[]>;
}

/** A sentence with figures as it was read. */
interface ReadSentence {
  readonly start: number;
  readonly figures: readonly Figure[];
  /** The record of each figure; null for one that is not compared. */
  readonly records: readonly (FigureRecord | null)[];
  /** What stands behind the mention of each figure's source. */
  readonly behind: readonly string[];
  /** The words with a capital that begin it, and of each whether the article has it for a name. */
  readonly starts: readonly number[];
  readonly areNames: readonly boolean[];
}

/** So much text before and behind a sentence may have a say in what its figures are, in UTF-16 units. */
const lead = 80;
const trail = 80;
/** So much behind the mention of a source does. */
const behindSource = 80;

/**
 * Makes the figure records of an article. A record whose sentence says the same as in the version `before` is taken over
 * from it, wherever it stands now: what is known of it and others holds. The records are those that would be made anew.
 * @param known stems of the names that the article mentions.
 * @param passages the article's passages, where they are at hand: so that their words are not read twice.
 */
export function makeArticleFigures(
  articleId: ArticleId,
  text: string,
  claims: Claims,
  vocabulary: Vocabulary,
  known: ReadonlySet<number>,
  before: ArticleFigures | null,
  passages: readonly PassageRecord[] | null = null,
): ArticleFigures {
  const copy = prepareArticle(articleId, text, claims, vocabulary, known, passages ?? []);
  const sentences = new Map<string, ReadSentence[]>();
  const records: FigureRecord[] = [];
  const figureOf = new Map<FigureRecord, Figure>();
  const taken = new Set<ReadSentence>();
  for (const [index, figures] of copy.bySentence) {
    const key = keyOf(copy, index);
    if (key === null) continue;
    const start = claims.sentences[index]?.start ?? 0;
    const old =
      before?.ownYear === copy.ownYear
        ? before.sentences.get(key)?.find((one) => !taken.has(one) && holds(copy, one, start, figures))
        : undefined;
    if (old) taken.add(old);
    const read = old ? takeOver(copy, old, start, figures) : readSentence(copy, index, figures);
    const list = sentences.get(key);
    if (list) list.push(read);
    else sentences.set(key, [read]);
    read.records.forEach((record, i) => {
      const figure = figures[i];
      if (!record || !figure) return;
      records.push(record);
      figureOf.set(record, figure);
    });
  }
  return {
    articleId,
    records: before && sameItems(before.records, records) ? before.records : records,
    groups: groupsOf(records, before),
    figureOf,
    ownYear: copy.ownYear,
    sentences,
  };
}

/** All the text that a sentence's records hang on but what is said elsewhere of their sources and names. */
function keyOf({ text, claims }: PreparedArticle, index: number): string | null {
  const sentence = claims.sentences[index];
  if (!sentence) return null;
  const previous = claims.sentences[index - 1] ?? { start: sentence.start, end: sentence.start };
  const from = Math.max(0, Math.min(previous.start, sentence.start - lead));
  const places = [previous.start, previous.end, sentence.start, sentence.end].map((at) => at - from).join();
  return `${places} ${text.slice(from, sentence.end + trail)}`;
}

function readSentence(copy: PreparedArticle, index: number, figures: readonly Figure[]): ReadSentence {
  const sentence = copy.claims.sentences[index] ?? { start: 0, end: 0 };
  const starts = startsIn(copy, sentence);
  return {
    start: sentence.start,
    figures,
    records: figures.map((figure) => recordOf(copy, figure)),
    behind: figures.map((figure) => behindOf(copy, figure)),
    starts,
    areNames: starts.map((stem) => copy.known.has(stem)),
  };
}

function takeOver(copy: PreparedArticle, old: ReadSentence, start: number, figures: readonly Figure[]): ReadSentence {
  // Which dates are the article's own hangs on where they stand: those were left out, and are asked about again.
  const records = old.records.map((record, i) => {
    const figure = figures[i];
    if (!figure || (record && isOwnDate(copy, figure))) return null;
    record?.beside.settle();
    return record ?? recordOf(copy, figure);
  });
  return { ...old, start, figures, records };
}

/** Whether a sentence that was read before says the same of its figures now. */
function holds(copy: PreparedArticle, old: ReadSentence, start: number, figures: readonly Figure[]): boolean {
  const by = start - old.start;
  return (
    old.figures.length === figures.length &&
    old.starts.every((stem, i) => copy.known.has(stem) === old.areNames[i]) &&
    figures.every((figure, i) => {
      const other = old.figures[i];
      return other !== undefined && behindOf(copy, figure) === old.behind[i] && isSame(other, figure, by);
    })
  );
}

function behindOf({ text }: PreparedArticle, { claimant }: Figure): string {
  return claimant ? text.slice(claimant.end, claimant.end + behindSource) : '';
}

/** What depends on the rest of the article and has no part in a record. */
const elsewhere = new Set(['index', 'sentence', 'quote']);

/** Whether two values say the same, offsets moved by so much. A source may be named elsewhere: only its words count. */
function isSame(before: unknown, now: unknown, by: number): boolean {
  if (typeof before !== 'object' || typeof now !== 'object' || before === null || now === null) return before === now;
  const [old, fresh] = [before as Readonly<Record<string, unknown>>, now as Readonly<Record<string, unknown>>];
  for (const name in old) {
    const [x, y] = [old[name], fresh[name]];
    if (x === y && typeof x !== 'number') continue;
    if (name === 'start' || name === 'end') {
      if (Number.isFinite(by) && Number(x) + by !== y) return false;
    } else if (!elsewhere.has(name) && !isSame(x, y, name === 'claimant' || name === 'subject' ? NaN : by))
      return false;
  }
  return true;
}

function groupsOf(records: readonly FigureRecord[], before: ArticleFigures | null) {
  const groups = new Map<string, FigureRecord[]>();
  for (const record of records) {
    const list = groups.get(record.group);
    if (list) list.push(record);
    else groups.set(record.group, [record]);
  }
  const kept = new Map<string, readonly FigureRecord[]>();
  for (const [group, list] of groups) {
    const old = before?.groups.get(group);
    kept.set(group, old && sameItems(old, list) ? old : list);
  }
  return kept;
}
