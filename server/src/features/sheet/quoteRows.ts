import { compareText, type ArticleId } from '../../core/article';
import { overlaps, type Span } from '../../core/span';
import type { SheetCell, SheetWords } from '../../protocol/stories';
import { speakerOf, type NamedSpeaker, type Place } from '../lookup';
import type { Member } from './members';
import type { DraftRow } from './rows';
import { remarksOf, type Stretch } from './stretches';
import { cutWords, type Wordings } from './wordings';

/** The stretches of one article that are one remark, the one to show first. */
interface Side {
  readonly column: number;
  readonly shown: Stretch;
  readonly again: readonly Place[];
  readonly wording: string;
  readonly isSource: boolean;
}

/** A row for each remark that several places have, and one for each quote that stands alone; a step for each row. */
export function* quoteRows(
  members: readonly Member[],
  wordings: Wordings,
  alone: boolean,
  nameOf: (name: string) => string,
): Generator<void, readonly DraftRow[]> {
  const remarks = remarksOf(members).filter((group) => group.length > 1);
  yield;
  const taken = new Map<string, Span[]>();
  for (const group of remarks) {
    for (const { articleId, start, end } of group) {
      const known = taken.get(articleId);
      if (known) known.push({ start, end });
      else taken.set(articleId, [{ start, end }]);
    }
  }
  const lonely = alone ? members.flatMap((member) => quotesAlone(member, taken.get(member.id) ?? [])) : [];
  const rows: DraftRow[] = [];
  for (const group of [...remarks, ...lonely.map((one) => [one])]) {
    yield;
    const row = quoteRow(members, group, wordings, nameOf);
    if (row) rows.push(row);
  }
  return rows;
}

/** The quotes of which no other article has a word. Marks of distance are nobody's words. */
function quotesAlone({ id, claims }: Member, taken: readonly Span[]): readonly Stretch[] {
  return claims.quotes
    .filter((quote) => quote.kind !== 'scare' && quote.nestedIn === null && quote.text.trim() !== '')
    .filter((quote) => !taken.some((one) => overlaps(one, quote)))
    .map((quote) => ({
      articleId: id,
      start: quote.start,
      end: quote.end,
      quote,
      isPart: false,
      tentative: false,
    }));
}

/** The row of one remark; null where none of its words can be shown. */
export function quoteRow(
  members: readonly Member[],
  group: readonly Stretch[],
  wordings: Wordings,
  nameOf: (name: string) => string,
): DraftRow | null {
  const byArticle = new Map<ArticleId, Stretch[]>();
  for (const one of group) {
    const known = byArticle.get(one.articleId);
    if (known) known.push(one);
    else byArticle.set(one.articleId, [one]);
  }
  const sides = members.flatMap((member, column) => sideOf(member, column, byArticle.get(member.id) ?? []) ?? []);
  const reference = referenceOf(sides, wordings);
  if (!reference) return null;
  const cells: (SheetCell<Place> | null)[] = members.map(() => null);
  for (const side of sides) cells[side.column] = cellOf(side, reference, sides, wordings);
  return {
    kind: 'quote',
    key: `q${wordings.keyOf(reference.wording)}`,
    heading: headingOf(sides, nameOf),
    cells,
    at: { column: sides[0]?.column ?? 0, start: sides[0]?.shown.start ?? 0 },
    timeline: null,
  };
}

function sideOf({ text, isSource }: Member, column: number, own: readonly Stretch[]): Side | null {
  const [shown, ...rest] = own.length > 1 ? [...own].sort(worthShowing) : own;
  if (!shown) return null;
  const again: Place[] = [];
  for (const { articleId, start, end } of rest) {
    const place = { articleId, start, end };
    if (![shown, ...again].some((one) => overlaps(one, place))) again.push(place);
  }
  again.sort((a, b) => a.start - b.start);
  return { column, shown, again, wording: text.slice(shown.start, shown.end), isSource };
}

/** What is sure before what is likely, quotes before running text, the body before headlines, the longer before the shorter. */
function worthShowing(a: Stretch, b: Stretch): number {
  return (
    Number(a.tentative) - Number(b.tentative) ||
    Number(a.quote === null) - Number(b.quote === null) ||
    Number(a.quote?.display ?? false) - Number(b.quote?.display ?? false) ||
    b.end - b.start - (a.end - a.start) ||
    a.start - b.start
  );
}

/** The side that the others are held against: the source's, else the wording that most have, else the first. */
function referenceOf(sides: readonly Side[], wordings: Wordings): Side | undefined {
  const counts = new Map<string, number>();
  const keyOf = (side: Side): string => wordings.keyOf(side.wording);
  for (const side of sides) if (side.shown.quote) counts.set(keyOf(side), (counts.get(keyOf(side)) ?? 0) + 1);
  const rank = (side: Side): number => (side.shown.quote === null || side.shown.tentative ? 1 : 0);
  return [...sides].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      Number(b.isSource) - Number(a.isSource) ||
      (counts.get(keyOf(b)) ?? 0) - (counts.get(keyOf(a)) ?? 0) ||
      a.column - b.column,
  )[0];
}

function cellOf(side: Side, reference: Side, sides: readonly Side[], wordings: Wordings): SheetCell<Place> {
  const { shown, again, wording } = side;
  const { relation, words } =
    side === reference || agrees(side, reference, wordings)
      ? besideOthers(side, reference, sides, wordings)
      : besideReference(side, reference, wordings);
  return {
    place: { articleId: shown.articleId, start: shown.start, end: shown.end },
    again,
    words: words.length > 0 ? words : [{ text: wording, differs: false }],
    quoted: shown.quote !== null,
    from: shown.quote && speakerOf(shown.quote),
    bound: null,
    relation,
    tentative: shown.tentative,
    problems: [],
  };
}

const agrees = (side: Side, reference: Side, wordings: Wordings): boolean =>
  side.shown.quote !== null && wordings.keyOf(side.wording) === wordings.keyOf(reference.wording);

type Shown = Pick<SheetCell<Place>, 'relation' | 'words'>;

/** A wording as it differs from the reference. Words put into reported speech change throughout; none are marked. */
function besideReference(side: Side, reference: Side, wordings: Wordings): Shown {
  const { wording } = side;
  if (side.shown.quote === null) return { relation: 'reported', words: [{ text: wording, differs: false }] };
  const comparison = wordings.compare(reference.wording, wording);
  if (!comparison) return { relation: 'differs', words: [{ text: wording, differs: true }] };
  const marks = comparison.steps
    .filter(({ kind }) => kind === 'changed')
    .map(({ bFrom, bTo }) => wordings.spanOf(wording, bFrom, bTo));
  return { relation: relationOf(comparison), words: cutWords(wording, marks) };
}

function relationOf({ relation, gravity }: { readonly relation: string; readonly gravity: string }) {
  if (relation === 'altered') return gravity === 'none' ? 'same' : 'differs';
  return relation === 'excerpt' ? 'excerpt' : 'same';
}

/**
 * The reference, and who has its words. Its own words are marked where that is needed to see the difference: where others
 * leave words out, and where no more articles have it so than otherwise.
 */
function besideOthers(side: Side, reference: Side, sides: readonly Side[], wordings: Wordings): Shown {
  const { wording } = side;
  const others = sides.filter((one) => one !== side);
  if (others.length === 0) return { relation: 'alone', words: [{ text: wording, differs: false }] };
  const quoted = others.filter((one) => one.shown.quote !== null && !agrees(one, reference, wordings));
  const against = quoted.flatMap((one) => {
    const comparison = wordings.compare(wording, one.wording);
    return comparison && relationOf(comparison) === 'differs' ? [comparison] : [];
  });
  const isAlone = others.length === quoted.length && against.length === quoted.length;
  const isOutweighed = sides.filter((one) => agrees(one, reference, wordings)).length <= against.length;
  const marks = against.flatMap(({ steps }) =>
    steps
      .filter(({ kind, bFrom, bTo }) => kind === 'changed' && (isOutweighed || bFrom === bTo))
      .map(({ aFrom, aTo }) => wordings.spanOf(wording, aFrom, aTo)),
  );
  return {
    relation: isAlone && against.length > 0 && !side.isSource ? 'differs' : 'same',
    words: cutWords(wording, marks) satisfies readonly SheetWords[],
  };
}

/** Whom most articles give the words to, the sure ones before the guesses. */
function headingOf(sides: readonly Side[], nameOf: (name: string) => string): string {
  const counts = new Map<string, { sure: number; all: number; first: number }>();
  const speakers = sides.map(({ shown }) => shown.quote && speakerOf(shown.quote));
  speakers.forEach((speaker: NamedSpeaker | null, i) => {
    if (!speaker) return;
    const name = nameOf(speaker.name);
    const known = counts.get(name) ?? { sure: 0, all: 0, first: i };
    counts.set(name, { ...known, sure: known.sure + Number(speaker.sure), all: known.all + 1 });
  });
  const [best] = [...counts].sort(
    ([x, a], [y, b]) => b.sure - a.sure || b.all - a.all || a.first - b.first || compareText(x, y),
  );
  return best?.[0] ?? '';
}
