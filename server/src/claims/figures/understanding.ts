import type { Span } from '../../core/span';
import { sameItems } from '../../core/sameItems';
import type { Background } from '../background';
import type { Paragraph, Quote, Sentence } from '../model';
import { claimantFrom, personMeant, sourceAround, speakerAround } from './claimants';
import { placedIn, readFigure, tokensOnce, type Placed, type Standing } from './figureReading';
import type { Claimant, Dateline, Figure, ScannedFigure } from './model';
import type { Meant, ParagraphFigures, Quoted, UnderstoodFigure } from './paragraphFigures';

/** What is known of an article when its figures are read. */
export interface FigureReading {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly quotes: readonly Quote[];
  readonly dateline: Dateline | null;
  /** The article's tokens and people, read when first asked for. */
  readonly background: () => Background;
}

/**
 * Says for each scanned figure what it counts, whom the article gives it to, and the time it stands for, in the order of
 * `start`. Never throws: what is doubtful is null. Only sentences with figures, and those right before them, are read; and
 * of a paragraph that was read before, only what hangs on the rest of the article. What is said doesn't depend on what is
 * kept.
 */
export function understand(reading: FigureReading, scanned: readonly ParagraphFigures[]): readonly Figure[] {
  const { text, paragraphs, sentences, quotes, background } = reading;
  const sentenceFor = finder(sentences);
  const quoteFor = innermost(quotes);
  const outerIn = outerQuotes(quotes);
  const read = tokensOnce(text, sentences, () => background().reading);
  const figures: Figure[] = [];
  for (const { paragraph: index, figures: own, memo } of scanned) {
    const paragraph = paragraphs[index];
    if (!paragraph) continue;
    const { start: base } = paragraph;
    const standing = own.map(({ start, end }): Standing => {
      return { sentence: sentenceFor(base + start), quote: quoteFor(base + start, base + end) };
    });
    const quoted = quotedIn(paragraph, outerIn(paragraph), standing);
    const known = memo.understood && quoted && sameItems(memo.understood.quoted, quoted) ? memo.understood : null;
    const by = known ? base - known.at : 0;
    const told: (UnderstoodFigure | null)[] = [];
    let placed: readonly Placed[] | null = null;
    for (let i = 0; i < own.length; i++) {
      const figure = own[i] as ScannedFigure;
      const { sentence, quote } = standing[i] as Standing;
      // Pronouns are asked about in the order of the text: whom one means bears on the next.
      const asked: Meant[] = [];
      const ask = (start: number): string | null => {
        const name = personMeant(background(), index, start);
        asked.push({ start, name });
        return name;
      };
      let one = placed ? null : (known?.figures[i] ?? null);
      if (one?.meant.every(({ start, name }) => ask(start + by) === name)) {
        if (by !== 0) one = moved(one, by);
        told.push(one);
      } else {
        placed ??= own.map((each, k) => placedIn(read, shifted(each, base), standing[k] as Standing));
        const setting = {
          text,
          sentences,
          start: base,
          previous: paragraphs[index - 1]?.start ?? Infinity,
          placed,
          read,
          meant: (start: number) => {
            const answer = asked.find((before) => before.start === start);
            return answer ? answer.name : ask(start);
          },
        };
        const { end, subject, time, beyond } = readFigure(setting, i, figures);
        one = { end, subject, time, meant: asked, source: undefined };
        told.push(beyond ? null : one);
      }
      let claimant: Claimant | null | undefined = speakerAround(quotes, quote?.index ?? null);
      if (claimant === undefined) {
        const isDate = figure.kind === 'date' || figure.kind === 'time';
        if (one.source === undefined) one.source = sourceAround(background(), index, base + figure.start, isDate);
        claimant = one.source && claimantFrom(background(), quotes, index, one.source);
      }
      const start = base + figure.start;
      const { end } = one;
      // Written out, for there are many: spreading is dear.
      figures.push({
        start,
        end,
        kind: figure.kind,
        number: { start: base + figure.number.start, end: base + figure.number.end },
        value: figure.value,
        max: figure.max,
        step: figure.step,
        bound: figure.bound,
        unit: figure.unit,
        per: figure.per,
        iso: figure.iso,
        vague: figure.vague,
        date: figure.date,
        index: figures.length,
        text: text.slice(start, end),
        subject: one.subject,
        claimant,
        time: one.time,
        quote: quote?.index ?? null,
        sentence,
        display: paragraph.kind === 'heading' || quote?.display === true,
      });
    }
    if (quoted && (placed || by !== 0)) memo.understood = { at: base, quoted, figures: told };
  }
  return figures;
}

/**
 * What the reading of a paragraph's figures hangs on beside its words: which of them stand inside marks, and in whose.
 * Null where a quote reaches past the paragraph.
 */
function quotedIn(
  { start: base, end }: Paragraph,
  outer: readonly Quote[],
  standing: readonly Standing[],
): readonly Quoted[] | null {
  const quoted: Quoted[] = [];
  for (const quote of outer) {
    if (quote.end > end) return null;
    quoted.push(quote.outer.start - base, quote.outer.end - base, quote.start - base, quote.end - base);
  }
  for (const { quote } of standing) {
    if (quote) quoted.push(quote.start - base, quote.end - base, quote.kind, quote.speaker?.name ?? null);
    else quoted.push(null);
  }
  return quoted;
}

/** What was understood of a figure whose paragraph has moved. */
function moved({ end, subject, time, meant, source }: UnderstoodFigure, by: number): UnderstoodFigure {
  return {
    end: end + by,
    subject: subject && {
      start: subject.start + by,
      end: subject.end + by,
      text: subject.text,
      head: subject.head,
      words: subject.words,
    },
    time: time && {
      start: time.start + by,
      end: time.end + by,
      text: time.text,
      iso: time.iso,
      relation: time.relation,
    },
    meant: meant.map(({ start, name }) => ({ start: start + by, name })),
    source,
  };
}

function shifted(figure: ScannedFigure, by: number): ScannedFigure {
  const { start, end, number } = figure;
  return {
    ...figure,
    start: start + by,
    end: end + by,
    number: { start: number.start + by, end: number.end + by },
  };
}

/** Finds the span that an offset lies in by going on from the last one found; -1 where it lies in none. Offsets ascend. */
function finder(spans: readonly Span[]): (offset: number) => number {
  let at = 0;
  return (offset) => {
    while (at < spans.length && (spans[at]?.end ?? Infinity) <= offset) at++;
    const found = spans[at];
    return found && found.start <= offset ? at : -1;
  };
}

/** Finds the innermost quote that a span lies in; null outside of quotes. Spans ascend, quotes do too. */
function innermost(quotes: readonly Quote[]): (start: number, end: number) => Quote | null {
  let next = 0;
  return (start, end) => {
    while (next < quotes.length && (quotes[next]?.outer.start ?? Infinity) <= start) next++;
    for (let i = next - 1; i >= 0 && i > next - 1 - mostNested; i--) {
      const quote = quotes[i];
      if (quote && quote.start <= start && end <= quote.end) return quote;
    }
    return null;
  };
}

/** So many quotes back the one around a figure is looked for: those between are nested in it. */
const mostNested = 40;

/** Finds the quotes that begin in a span and stand in no other quote. Spans ascend, quotes do too. */
function outerQuotes(quotes: readonly Quote[]): (span: Span) => readonly Quote[] {
  let next = 0;
  return ({ start, end }) => {
    while (next < quotes.length && (quotes[next]?.outer.start ?? Infinity) < start) next++;
    const found: Quote[] = [];
    for (; next < quotes.length; next++) {
      const quote = quotes[next];
      if (!quote || quote.outer.start >= end) break;
      if (quote.nestedIn === null) found.push(quote);
    }
    return found;
  };
}
