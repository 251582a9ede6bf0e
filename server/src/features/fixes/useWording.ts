import * as l10n from '@vscode/l10n';
import type { Analysis } from '../../analysis';
import type { Article } from '../../core/article';
import { lengthOf, overlaps, type Span } from '../../core/span';
import type { QuoteLink, WordingStep } from '../../links/model';
import { shownSpan } from '../../rules/changeWording';
import { commonSpan } from '../lookup';
import type { Problem } from '../../rules/rule';
import {
  applied,
  describeEdits,
  effective,
  grouped,
  leavesMarksSound,
  sourcesFirst,
  type Edit,
  type Fix,
  type FixContext,
} from './fix';
import { firstWordEnd, isInsideWord, lastWordStart } from './wordEdges';
import {
  beginsSentence,
  capitalised,
  houseMarksOf,
  inHouseMarks,
  isCapital,
  uncapitalised,
  type HouseMarks,
} from './houseStyle';

/** "Use the wording in FILE": one for each distinct wording among the passages that a changed quote is held against. */
export function wordingFixes({ analysis, article, problem }: FixContext): readonly Fix[] {
  const wordings = linksOf(analysis, article, problem).flatMap((link) => {
    const edits = editsFor(analysis, article, link);
    return edits ? [{ link, edits }] : [];
  });
  const ordered = sourcesFirst(analysis, wordings, ({ link }) => link.to.articleId);
  const groups = grouped(ordered, ({ edits }) => applied(article.text, edits));
  return groups.map((group, i): Fix => {
    const [{ link, edits }] = group;
    const other = analysis.get(link.to.articleId)?.article;
    return {
      title: titleFor(
        analysis,
        article,
        group.map((one) => one.link),
      ),
      description: describeEdits(article.text, edits),
      preferred:
        i === 0 &&
        (other !== undefined && analysis.desk.isSource(other)
          ? true
          : groups.length === 1 && !isBacked(analysis, link, edits)),
      edits,
    };
  });
}

/** Whether another file has the words in question as they stand here: then it is not plain which wording is right. */
function isBacked(analysis: Analysis, { from }: QuoteLink, edits: readonly Edit[]): boolean {
  const stretch = { start: edits[0]?.start ?? from.start, end: edits.at(-1)?.end ?? from.end };
  return analysis
    .linksFrom(from.articleId)
    .some(
      (link) =>
        link.from.quote === from.quote &&
        link.to.articleId !== from.articleId &&
        link.gravity === 'none' &&
        !link.tentative &&
        overlaps(commonSpan(link, 'from'), stretch),
    );
}

/** The links that a problem tells of, in its order: the gravest first. */
export function linksOf(analysis: Analysis, article: Article, problem: Problem): readonly QuoteLink[] {
  const links = analysis
    .linksFrom(article.id)
    .filter((link) => link.from.quote !== null && link.to.quote !== null && !link.tentative && link.gravity !== 'none')
    .filter((link) => overlaps(shownSpan(link, 'from'), problem));
  return problem.related.flatMap((related) => {
    const found = links.find((link) => {
      const there = shownSpan(link, 'to');
      return link.to.articleId === related.articleId && there.start === related.start && there.end === related.end;
    });
    return found ? [found] : [];
  });
}

function titleFor(analysis: Analysis, article: Article, links: readonly QuoteLink[]): string {
  const files = [...new Set(links.map(({ to }) => to.articleId))];
  const named = files.find((id) => id !== article.id);
  const others = files.length - 1;
  if (named === undefined) return l10n.t('Use the wording elsewhere in this file');
  const name = analysis.nameOf(named);
  if (others === 0) return l10n.t('Use the wording in {0}', name);
  if (others === 1) return l10n.t('Use the wording in {0} (and 1 other)', name);
  return l10n.t('Use the wording in {0} (and {1} others)', name, others);
}

// ---- the edits ------------------------------------------------------------------------------------------

/** Both sides of a link, as its edits need them. */
interface Sides {
  readonly here: string;
  readonly there: string;
  readonly marks: HouseMarks;
  /** Words that the other article has as names: they keep their capital. */
  readonly names: ReadonlySet<string>;
}

/** The edits that give the quote the other wording; null where they would do harm, or nothing. */
function editsFor(analysis: Analysis, article: Article, link: QuoteLink): readonly Edit[] | null {
  const other = analysis.get(link.to.articleId);
  const quote = link.from.quote;
  if (!other || !quote) return null;
  const { text } = article;
  const names = new Set(
    other.claims.names.flatMap(({ spellings }) => spellings.flatMap((one) => one.text.split(/[\s-]+/))),
  );
  const sides: Sides = { here: text, there: other.article.text, marks: houseMarksOf(text, quote), names };
  const ways = link.byMeaning ? [wholeEdits(sides, link)] : [stepEdits(sides, link), stretchEdits(sides, link)];
  const sound = ways.find((way) => isInOrder(way) && changes(text, way) && leavesMarksSound(text, way));
  const edits = sound ? effective(text, sound) : [];
  return edits.length > 0 ? edits : null;
}

/** Where a mark stands within a word, one edit may put in what the other takes out. */
const changes = (text: string, edits: readonly Edit[]): boolean => applied(text, edits) !== text;

const isInOrder = (edits: readonly Edit[]): boolean =>
  edits.length > 0 && edits.every((edit, i) => edit.start >= (edits[i - 1]?.end ?? 0));

/** Another rendering has hardly a word in common: it is taken whole, with the stop that this file puts at its end. */
function wholeEdits(sides: Sides, { from, to }: QuoteLink): readonly Edit[] {
  const kind = from.quote?.kind;
  if (kind !== to.quote?.kind || (kind !== 'direct' && kind !== 'partial')) return [];
  const own = sides.here.slice(from.start, from.end);
  const words = fitted(sides, inHouseMarks(sides.there.slice(to.start, to.end), sides.marks), from.start, to.start);
  const stop = /[,.;]$/.exec(own)?.[0] ?? '';
  return [
    {
      start: from.start,
      end: from.end,
      text: /[.,;]$/.test(words) ? words.slice(0, -1) + stop : words + (/[?!…]$/.test(words) ? '' : stop),
    },
  ];
}

/**
 * Whether a step is taken over: a change is, and so is what of house style would be reported by itself (“won’t” for
 * “will not”), or the problem would still stand. Other house style stays as this file has it.
 */
const isWanted = ({ kind, gravity }: WordingStep): boolean => kind === 'changed' || gravity === 'style';

/** All from the first changed word to the last, where the changes lie too close to be told apart. */
function stretchEdits(sides: Sides, link: QuoteLink): readonly Edit[] {
  const { steps } = link;
  const first = steps.findIndex(isWanted);
  const last = steps.findLastIndex(isWanted);
  const [start, end] = [steps[first], steps[last]];
  if (!start || !end) return [];
  const from = { start: start.from.start, end: end.from.end };
  const to = { start: start.to.start, end: end.to.end };
  return [editOf(sides, link, { ...start, from, to }, steps[first - 1], steps[last + 1])];
}

/** Only the words that differ in a way that is reported; all others stay as this file writes them. */
function stepEdits(sides: Sides, link: QuoteLink): readonly Edit[] {
  const { steps } = link;
  return steps.flatMap((step, i) => (isWanted(step) ? [editOf(sides, link, step, steps[i - 1], steps[i + 1])] : []));
}

function editOf(
  sides: Sides,
  link: QuoteLink,
  step: WordingStep,
  before: WordingStep | undefined,
  after: WordingStep | undefined,
): Edit {
  const { here, there, marks } = sides;
  const { from, to } = wholeWords(sides, step, before, after);
  const own = withMarks(here, from, link.from);
  const other = withMarks(there, to, link.to);
  // Words put in or taken out bring the space and the punctuation around them along; so does another stop or dash, and
  // a stretch that begins with words put in: on one side it begins right behind the word before it.
  const isOneSided = lengthOf(from) === 0 || lengthOf(to) === 0;
  const takes = (one: Span, two: Span): boolean =>
    isOneSided || lengthOf(one) > 0 !== lengthOf(two) > 0 || breakIn(here, one) !== breakIn(there, two);
  const head = before && takes({ start: before.from.end, end: own.start }, { start: before.to.end, end: other.start });
  const start = head ? before.from.end : own.start;
  const thereStart = head ? before.to.end : other.start;
  const isFollowed = after !== undefined && lengthOf(after.from) > 0 && lengthOf(after.to) > 0;
  const tail =
    isFollowed && takes({ start: own.end, end: after.from.start }, { start: other.end, end: after.to.start });
  if (!tail) {
    const words = inHouseMarks(there.slice(thereStart, other.end), marks);
    return { start, end: own.end, text: head ? words : fitted(sides, words, from.start, to.start) };
  }
  const next = after.from.start;
  const between = inHouseMarks(there.slice(thereStart, after.to.start), marks);
  const words = head ? between : fitted(sides, between, isOneSided ? link.from.start : from.start, thereStart);
  // The word after them begins a sentence where it does so there.
  const letter = here.charAt(next);
  const letterThere = there.charAt(after.to.start);
  const begins = words === '' && !before ? caseLike(here, from.start, letterThere) : letterThere;
  const isSame = letter.toLowerCase() === letterThere.toLowerCase();
  const end = firstWordEnd(here, { start: next, end: next + 1 });
  return { start, end, text: words + (isSame ? begins : letter) + here.slice(next + 1, end) };
}

/** The stops and dashes between two words: what breaks the sentence, commas aside. */
const breakIn = (text: string, { start, end }: Span): string =>
  text
    .slice(start, Math.max(start, end))
    .replace(/--|[–—]/g, '—')
    .replace(/[^.?!:;—()]/g, '');

/**
 * A step widened, on both sides alike, to whole words: half a contraction ("wo", "n't") or half a word written as one
 * ("can", "not") is a word of its own to the comparison.
 */
function wholeWords(
  { here, there }: Sides,
  step: WordingStep,
  before: WordingStep | undefined,
  after: WordingStep | undefined,
): { readonly from: Span; readonly to: Span } {
  let { from, to } = step;
  if (before && (isInsideWord(here, from.start) || isInsideWord(there, to.start))) {
    from = { start: lastWordStart(here, before.from), end: from.end };
    to = { start: lastWordStart(there, before.to), end: to.end };
  }
  if (after && (isInsideWord(here, from.end) || isInsideWord(there, to.end))) {
    // An empty stretch stands right after the word before it.
    const fromStart = lengthOf(from) === 0 ? after.from.start : from.start;
    const toStart = lengthOf(to) === 0 ? after.to.start : to.start;
    from = { start: fromStart, end: firstWordEnd(here, after.from) };
    to = { start: toStart, end: firstWordEnd(there, after.to) };
  }
  return { from, to };
}

/** Words with the marks right around them, where they are speech within the speech. */
function withMarks(text: string, words: Span, within: Span): Span {
  const isMark = (i: number): boolean => /["“”„«»'‘’‚‹›]/.test(text.charAt(i));
  const { start, end } = words;
  return isMark(start - 1) && isMark(end) && start - 1 >= within.start && end + 1 <= within.end
    ? { start: start - 1, end: end + 1 }
    : words;
}

/** The letter with which a quote goes on when its first words are taken out. */
const caseLike = (here: string, start: number, letter: string): string =>
  isCapital(here.charAt(start)) ? letter.toUpperCase() : letter;

/** Words from the other article with the capital that their place here asks for. */
function fitted({ here, there, names }: Sides, words: string, at: number, thereAt: number): string {
  const own = here.charAt(at);
  if (isCapital(words)) {
    const first = /^[\p{L}’']+/u.exec(words)?.[0] ?? '';
    const keeps = /^I(?:$|['’])/.test(first) || names.has(first) || /^\p{Lu}{2}/u.test(first);
    return !keeps && beginsSentence(there, thereAt) && !isCapital(own) && !beginsSentenceHere(here, at)
      ? uncapitalised(words)
      : words;
  }
  return isCapital(own) && beginsSentence(here, at) ? capitalised(words) : words;
}

/** A quote that opens in the middle of a sentence begins none, however its marks look. */
const beginsSentenceHere = (here: string, at: number): boolean =>
  beginsSentence(here, at) && isCapital(here.charAt(at));
