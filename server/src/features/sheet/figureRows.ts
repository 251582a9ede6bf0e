import type { ArticleId } from '../../core/article';
import { lengthOf, overlaps } from '../../core/span';
import type { Figure } from '../../claims/figures/model';
import type { FigureLink, FigurePassage, Story } from '../../links/model';
import { compatible, quantityOf } from '../../links/quantities';
import { dated } from '../../links/storyDates';
import type { SheetCell, SheetWords } from '../../protocol/stories';
import { namesNothing, shownFigure } from '../figureWording';
import { claimantOf, isDated, type Place } from '../lookup';
import { createGroups } from './groups';
import type { Member } from './members';
import type { PlacedProblem } from './problems';
import type { DraftRow } from './rows';
import { timelineOf } from './timeline';

/** A figure and the article it stands in. */
export interface Stated {
  readonly member: Member;
  readonly column: number;
  readonly figure: Figure;
}

/** The figures of one article that are the same one, the one to show first. */
interface Side extends Stated {
  readonly again: readonly Place[];
  readonly tentative: boolean;
}

/**
 * A row for each figure that several places have, for each that has a problem, and, with `alone`, for each that says what
 * it counts. A step for each row.
 */
export function* figureRows(
  members: readonly Member[],
  story: Story | null,
  problems: readonly PlacedProblem[],
  alone: boolean,
): Generator<void, readonly DraftRow[]> {
  const all = members.flatMap((member, column) =>
    member.claims.figures.map((figure): Stated => ({ member, column, figure: dated(figure, story) })),
  );
  const firsts = new Map<ArticleId, number>();
  let count = 0;
  for (const { id, claims } of members) {
    firsts.set(id, count);
    count += claims.figures.length;
  }
  const numberOf = ({ articleId, figure }: FigurePassage): number => (firsts.get(articleId) ?? 0) + figure.index;

  const sure = createGroups(all.length);
  const likely: FigureLink[] = [];
  for (const { figureLinks } of members) {
    for (const link of figureLinks) {
      if (link.tentative) likely.push(link);
      else sure.join(numberOf(link.from), numberOf(link.to));
    }
  }
  joinRepeated(all, sure);

  const groups = createGroups(all.length);
  const columns = new Map<number, Set<number>>();
  for (const group of sure.all()) {
    const lead = group[0] ?? 0;
    for (const one of group) groups.join(lead, one);
    columns.set(groups.of(lead), new Set(group.flatMap((one) => all[one]?.column ?? [])));
  }
  for (const { from, to } of likely) {
    const [x, y] = [groups.of(numberOf(from)), groups.of(numberOf(to))];
    const [inX, inY] = [columns.get(x), columns.get(y)];
    // What is only likely may bring a further article in; it never puts two figures of one article together.
    if (x === y || !inX || !inY || [...inX].some((column) => inY.has(column))) continue;
    groups.join(x, y);
    columns.set(groups.of(x), new Set([...inX, ...inY]));
  }

  const told = new Map<string, PlacedProblem[]>();
  for (const problem of problems) {
    const known = told.get(problem.place.articleId);
    if (known) known.push(problem);
    else told.set(problem.place.articleId, [problem]);
  }
  const hasProblem = ({ member, figure }: Stated) =>
    (told.get(member.id) ?? []).some(({ place }) => overlaps(place, figure));

  const sizes = new Map<number, number>();
  for (const group of sure.all()) for (const one of group) sizes.set(one, group.length);
  const timeline = timelineOf(all);
  const rows: DraftRow[] = [];
  for (const group of groups.all()) {
    yield;
    const stated = group.flatMap((one) => all[one] ?? []);
    const isLinked = new Set(stated.map(({ column }) => column)).size > 1;
    if (!isLinked && !stated.some(hasProblem) && !(alone && stated.some(({ figure }) => isTelling(figure)))) continue;
    // The largest part that is sure of itself is what the others are likely to be too.
    const core = [...group].sort((a, b) => (sizes.get(b) ?? 1) - (sizes.get(a) ?? 1) || a - b)[0] ?? 0;
    const doubtful = new Set(group.filter((one) => sure.of(one) !== sure.of(core)).flatMap((one) => all[one] ?? []));
    const row = figureRow(members, stated, doubtful, hasProblem, timeline);
    if (row) rows.push(row);
  }
  return rows;
}

/** Whether a figure by itself is worth a row: it says what it counts, and is more than the "one" of running text. */
const isTelling = ({ kind, subject, value, text }: Figure): boolean =>
  subject !== null &&
  !namesNothing(subject.text) &&
  (kind === 'count' || kind === 'money' || kind === 'percent') &&
  ((value ?? 0) > 2 || /\d/.test(text));

/** An article that gives the same number of the same thing again, as in its headline, has one figure there. */
function joinRepeated(all: readonly Stated[], groups: ReturnType<typeof createGroups>): void {
  const first = new Map<string, number>();
  all.forEach(({ column, figure }, i) => {
    const { kind, unit, value, max, subject } = figure;
    if (value === null || subject === null || figure.vague) return;
    const key = `${column} ${kind} ${unit ?? ''} ${value} ${max ?? ''} ${[...subject.words].sort().join(' ')}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, i);
    else groups.join(known, i);
  });
}

function figureRow(
  members: readonly Member[],
  group: readonly Stated[],
  doubtful: ReadonlySet<Stated>,
  hasProblem: (stated: Stated) => boolean,
  timeline: ReturnType<typeof timelineOf>,
): DraftRow | null {
  const byColumn = new Map<number, Stated[]>();
  for (const one of group) {
    const known = byColumn.get(one.column);
    if (known) known.push(one);
    else byColumn.set(one.column, [one]);
  }
  const columns = [...byColumn].sort(([a], [b]) => a - b);
  const sides = columns.flatMap(([, own]) => {
    own.sort(
      (a, b) =>
        Number(doubtful.has(a)) - Number(doubtful.has(b)) ||
        Number(hasProblem(b)) - Number(hasProblem(a)) ||
        Number(a.figure.display) - Number(b.figure.display) ||
        a.figure.start - b.figure.start,
    );
    const [shown, ...rest] = own;
    if (!shown) return [];
    const again = rest.map(placeOf).sort((a, b) => a.start - b.start);
    return [{ ...shown, again, tentative: doubtful.has(shown) } satisfies Side];
  });
  const reference = referenceOf(sides);
  if (!reference) return null;
  const cells: (SheetCell<Place> | null)[] = members.map(() => null);
  const apart = sides.filter((side) => !sameValue(side.figure, reference.figure)).length;
  for (const side of sides) cells[side.column] = cellOf(side, reference, sides, apart);
  const { kind, unit, text } = reference.figure;
  return {
    kind: 'figure',
    key: `f${kind} ${unit ?? ''} ${reference.figure.subject?.words.join(' ') ?? ''} ${text.toLowerCase()}`,
    heading: headingOf(sides, reference),
    cells,
    at: { column: sides[0]?.column ?? 0, start: sides[0]?.figure.start ?? 0 },
    timeline: timeline(sides),
  };
}

const placeOf = ({ member, figure }: Stated): Place => ({
  articleId: member.id,
  start: figure.start,
  end: figure.end,
});

/** The side that the others are held against: the source's, else the value that most have, else the first. */
function referenceOf(sides: readonly Side[]): Side | undefined {
  const byValue = new Map<string, Side[]>();
  for (const side of sides) {
    const { value, max, iso, bound, unit, text } = side.figure;
    const key = value === null ? (iso ?? text) : `${value} ${max ?? ''} ${bound} ${unit ?? ''}`;
    const known = byValue.get(key);
    if (known) known.push(side);
    else byValue.set(key, [side]);
  }
  const counts = new Map<Side, number>();
  for (const group of byValue.values()) {
    let count = 0;
    for (const other of byValue.values()) {
      if (group[0] && other[0] && sameValue(other[0].figure, group[0].figure)) count += other.length;
    }
    for (const side of group) counts.set(side, count);
  }
  return [...sides].sort(
    (a, b) =>
      Number(a.tentative) - Number(b.tentative) ||
      Number(b.member.isSource) - Number(a.member.isSource) ||
      (counts.get(b) ?? 0) - (counts.get(a) ?? 0) ||
      a.column - b.column,
  )[0];
}

/** Whether two figures can both be true. Days agree as far as both are exact. */
function sameValue(a: Figure, b: Figure): boolean {
  if (a.value !== null && a.value === b.value && a.max === b.max && a.unit === b.unit) return true;
  if (isDated(a) || isDated(b)) {
    return a.iso === null || b.iso === null ? a.text === b.text : a.iso.startsWith(b.iso) || b.iso.startsWith(a.iso);
  }
  const [x, y] = [quantityOf(a), quantityOf(b)];
  return x?.group !== y?.group || !x || !y || compatible(x, y);
}

function cellOf(side: Side, reference: Side, sides: readonly Side[], apart: number): SheetCell<Place> {
  const { member, figure, again, tentative } = side;
  const isWithReference = sameValue(figure, reference.figure);
  const isOutweighed = sides.length - apart <= apart;
  const differs = isWithReference ? apart > 0 && isOutweighed : true;
  const isAlone = apart > 0 && sides.every((one) => one === side || !sameValue(one.figure, figure));
  const relation = sides.length === 1 ? 'alone' : differs && isAlone && !member.isSource ? 'differs' : null;
  return {
    place: placeOf(side),
    again,
    words: wordsOf(member.text, figure, differs),
    quoted: false,
    from: claimantOf(figure),
    bound: boundOf(figure),
    relation: relation ?? (isWithReference ? 'same' : 'differs'),
    tentative,
    problems: [],
  };
}

/** The figure with what it counts, as the article has it, the number set apart where it differs. */
function wordsOf(text: string, figure: Figure, differs: boolean): readonly SheetWords[] {
  const { start, end } = shownFigure(text, figure);
  const number = lengthOf(figure.number) > 0 && !isDated(figure) ? figure.number : figure;
  const from = Math.max(start, number.start);
  const to = Math.max(from, Math.min(end, number.end));
  return [
    { text: text.slice(start, from), differs: false },
    { text: text.slice(from, to), differs },
    { text: text.slice(to, end), differs: false },
  ].filter((one) => one.text !== '');
}

const boundWords = { exact: null, range: null, atLeast: 'at least', atMost: 'up to', approx: 'about' } as const;

/** How firmly the number is given, in the article's own words where they stand before it. */
function boundOf({ bound, text, start, number }: Figure): string | null {
  if (boundWords[bound] === null) return null;
  const before = text
    .slice(0, Math.max(0, number.start - start))
    .replace(/[^\p{L}\s-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  return before === '' ? boundWords[bound] : before;
}

/** What the figure counts or measures, in the words that most articles have for it. */
function headingOf(sides: readonly Side[], reference: Side): string {
  const counts = new Map<string, number>();
  for (const { figure } of [reference, ...sides]) {
    const subject = figure.subject?.text.replace(/\s+/g, ' ').trim() ?? '';
    if (subject !== '' && !namesNothing(subject)) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
