import { ownString } from '../../core/ownString';
import type { DateReader } from '../dates/dateAt';
import { dateReader, datesIn } from '../dates/dateScanner';
import { firstOfDates } from '../dates/triggers';
import type { Paragraph } from '../model';
import { moneyContext, type MoneyContext, type MoneyReader } from './moneyContext';
import { figuresIn } from './figureScanner';
import type { Dateline, ScannedFigure } from './model';
import { mayHoldFigure } from './openings';
import type { ParagraphFigures, ParagraphMemo } from './paragraphFigures';

/** The figures of a paragraph, from its start, and what was known of the rest of its article when they were found. */
interface Known {
  readonly setting: string;
  readonly figures: readonly ScannedFigure[];
  readonly memo: ParagraphMemo;
  readonly asked: readonly (readonly [name: string, answer: boolean])[];
  /** Null where nothing was asked of the article's money. */
  readonly money: string | null;
}

/** So much text is kept, in UTF-16 units: that of eighty articles, which is what an editor has open, and more. */
const mostKept = 400_000;
/** The share of it that stays when it is full. */
const leftOver = 7 / 8;
/** A paragraph longer than this is no paragraph of an article, and is read anew each time. */
const longestKept = 20_000;

/** By the words of the paragraph. */
const kept = new Map<string, Known>();
let size = 0;

/**
 * Scans an article for figures, dates included: those of each paragraph that has any, in order, each paragraph's in the
 * order of `start`. A paragraph that was scanned before is not scanned again: at a keystroke all but one stay as they
 * were. What is found doesn't depend on what is kept.
 */
export function scanArticle(
  text: string,
  paragraphs: readonly Paragraph[],
  dateline: Dateline | null,
): readonly ParagraphFigures[] {
  const reader = dateReader(text, dateline);
  const money = moneyContext(text);
  const heading = `#${reader.reference}`;
  const found: ParagraphFigures[] = [];
  for (let index = 0; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index];
    if (!paragraph) continue;
    const dated = firstOfDates(text, paragraph);
    if (dated < 0 && !mayHoldFigure(text, paragraph)) continue;
    const words = text.slice(paragraph.start, paragraph.end);
    const setting = paragraph.kind === 'heading' ? heading : reader.reference;
    const before = kept.get(words);
    let known = before?.setting === setting && holds(before, reader, money) ? before : null;
    if (!known) {
      const own = ownString(words);
      known = scan(own, paragraph, setting, dated < 0 ? null : { reader, from: dated - paragraph.start }, money);
      if (own.length <= longestKept) keep(own, known);
    }
    if (known.figures.length > 0) found.push({ paragraph: index, figures: known.figures, memo: known.memo });
  }
  return found;
}

/** Whether the rest of the article still says what was asked of it. */
const holds = ({ asked, money }: Known, reader: DateReader, article: MoneyReader): boolean =>
  asked.every(([name, answer]) => reader.hasNamesake(name) === answer) &&
  (money === null || money === described(article()));

const described = ({ cents, sterling, shared }: MoneyContext): string =>
  `${cents}${String(sterling)}${[...shared].join()}`;

/** `dated`: by what the paragraph's are read, from where on; null where it has none. */
function scan(
  words: string,
  { kind }: Paragraph,
  setting: string,
  dated: { readonly reader: DateReader; readonly from: number } | null,
  article: MoneyReader,
): Known {
  const asked: [string, boolean][] = [];
  let money: string | null = null;
  const dates: ScannedFigure[] = [];
  if (dated) {
    const { reader, from } = dated;
    const hasNamesake = (name: string) => {
      const answer = reader.hasNamesake(name);
      asked.push([name, answer]);
      return answer;
    };
    datesIn(words, 0, { ...reader, hasNamesake }, dates, from);
  }
  const others: ScannedFigure[] = [];
  const context = () => {
    const answer = article();
    money ??= described(answer);
    return answer;
  };
  figuresIn(words, { start: 0, end: words.length, kind }, dates, context, others);
  return { setting, figures: inOrder(dates, others), memo: { understood: null }, asked, money };
}

/** Both lists as one: they are in order, and none overlaps another. */
function inOrder(dates: readonly ScannedFigure[], others: readonly ScannedFigure[]): readonly ScannedFigure[] {
  if (dates.length === 0) return others;
  if (others.length === 0) return dates;
  const all: ScannedFigure[] = [];
  let next = 0;
  for (const other of others) {
    for (let date = dates[next]; date && date.start <= other.start; date = dates[++next]) all.push(date);
    all.push(other);
  }
  for (; next < dates.length; next++) all.push(dates[next] as ScannedFigure);
  return all;
}

function keep(words: string, known: Known): void {
  if (!kept.has(words)) size += words.length;
  kept.set(words, known);
  if (size <= mostKept) return;
  // The oldest go, some at a time: a map keeps the order in which its keys came.
  for (const old of kept.keys()) {
    if (size <= mostKept * leftOver) break;
    size -= old.length;
    kept.delete(old);
  }
}
