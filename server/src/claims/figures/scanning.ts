import { dateReader, datesIn, type DateReader } from '../dates/dateScanner';
import type { Paragraph } from '../model';
import { moneyContext } from './currencies';
import { figuresIn } from './figureScanner';
import type { Dateline, ScannedFigure } from './model';
import type { ParagraphFigures, ParagraphMemo } from './paragraphFigures';

/** The figures of a paragraph, from its start, and what was asked of the rest of its article to find them. */
interface Known {
  readonly figures: readonly ScannedFigure[];
  readonly memo: ParagraphMemo;
  readonly asked: readonly (readonly [name: string, answer: boolean])[];
}

/** So much text is kept, in UTF-16 units: what an editor has open, and more. */
const mostKept = 2_000_000;
/** A paragraph longer than this is no paragraph of an article, and is read anew each time. */
const longestKept = 20_000;

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
  const setting = `${reader.reference} ${money.cents}${money.sterling}${[...money.shared].join()}`;
  const found: ParagraphFigures[] = [];
  paragraphs.forEach((paragraph, index) => {
    const words = text.slice(paragraph.start, paragraph.end);
    const key = `${paragraph.kind === 'heading' ? '#' : ' '}${setting}\n${words}`;
    let known = kept.get(key);
    if (known && !known.asked.every(([name, answer]) => reader.hasNamesake(name) === answer)) known = undefined;
    if (!known) {
      known = scan(words, paragraph, reader, money);
      if (words.length <= longestKept) keep(key, known);
    }
    if (known.figures.length > 0) found.push({ paragraph: index, figures: known.figures, memo: known.memo });
  });
  return found;
}

function scan(words: string, { kind }: Paragraph, reader: DateReader, money: ReturnType<typeof moneyContext>): Known {
  const asked: [string, boolean][] = [];
  const hasNamesake = (name: string) => {
    const answer = reader.hasNamesake(name);
    asked.push([name, answer]);
    return answer;
  };
  const dates: ScannedFigure[] = [];
  datesIn(words, 0, { ...reader, hasNamesake }, dates);
  const others: ScannedFigure[] = [];
  figuresIn(words, { start: 0, end: words.length, kind }, dates, money, others);
  const figures = dates.length === 0 ? others : [...dates, ...others].sort((a, b) => a.start - b.start);
  return { figures, memo: { understood: null }, asked };
}

function keep(key: string, known: Known): void {
  if (!kept.has(key)) size += key.length;
  kept.set(key, known);
  if (size <= mostKept) return;
  // The oldest half goes: a map keeps the order in which its keys came.
  for (const old of kept.keys()) {
    if (size <= mostKept / 2) break;
    size -= old.length;
    kept.delete(old);
  }
}
