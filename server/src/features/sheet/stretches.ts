import type { ArticleId } from '../../core/article';
import { contains, lengthOf, type Span } from '../../core/span';
import type { Quote } from '../../claims/model';
import type { Passage, QuoteLink } from '../../links/model';
import { commonSpan, type Place } from '../lookup';
import { createGroups } from './groups';
import type { Member } from './members';

/** The words of one article that are one remark: a quote, a part of one, or a stretch of running text that reports it. */
export interface Stretch extends Place {
  /** Null: reported without marks. */
  readonly quote: Quote | null;
  /** Whether the quote holds other remarks of the story too, so that only these of its words belong here. */
  readonly isPart: boolean;
  /** Whether it is only likely that it is the same remark as the others. */
  readonly tentative: boolean;
}

/** A passage, and the stretches of it that other articles have too, none overlapping another by half. */
interface Cut {
  readonly passage: Passage;
  readonly spans: Span[];
  pieces: Span[];
}

/** Half of the shorter one: less is a word that two remarks happen to share. */
const sharedEnough = 0.5;
/** What is cut in one passage may cut those that are linked to it; so often is that followed. */
const rounds = 4;

/**
 * The remarks of a story: each a group of the stretches that are linked. A long turn of a transcript holds many remarks
 * that drafts quote one by one; it is cut into those, lest it glue them all into one.
 */
export function remarksOf(members: readonly Member[]): readonly (readonly Stretch[])[] {
  const cuts = new Map<string, Cut>();
  const order = new Map(members.map(({ id }, i) => [id, i]));
  const links = members.flatMap((member) => member.links.filter((link) => isFirstSide(link, order)));
  for (const link of links) {
    addSpan(cuts, link.from, commonSpan(link, 'from'));
    addSpan(cuts, link.to, commonSpan(link, 'to'));
  }
  for (let round = 0; round < rounds; round++) {
    for (const cut of cuts.values()) cut.pieces = piecesOf(cut.spans);
    if (!passCutsOn(cuts, links)) break;
  }
  for (const cut of cuts.values()) cut.pieces = piecesOf(cut.spans);
  return joined(cuts, links);
}

/** Each link is known from both its ends; it is looked at from the article whose column comes first. */
function isFirstSide({ from, to }: QuoteLink, order: ReadonlyMap<ArticleId, number>): boolean {
  const [a, b] = [order.get(from.articleId) ?? 0, order.get(to.articleId) ?? 0];
  return a < b || (a === b && from.start < to.start);
}

/** A sentence that reports quotes is known by where it reports them. */
const keyOf = ({ articleId, quote, start }: Passage): string =>
  quote ? `${articleId}#${quote.index}` : `${articleId}@${start}`;

function addSpan(cuts: Map<string, Cut>, passage: Passage, at: Span): boolean {
  if (at.end <= at.start) return false;
  const key = keyOf(passage);
  const known = cuts.get(key);
  if (!known) cuts.set(key, { passage, spans: [at], pieces: [] });
  else if (known.spans.some(({ start, end }) => start === at.start && end === at.end)) return false;
  else known.spans.push(at);
  return true;
}

/** The stretches of a passage, from the shortest span on; a span that takes in several of them adds none of its own. */
function piecesOf(spans: readonly Span[]): Span[] {
  const pieces: Span[] = [];
  for (const one of [...spans].sort((a, b) => lengthOf(a) - lengthOf(b) || a.start - b.start)) {
    const hits = pieces.filter((piece) => sharesEnough(piece, one));
    const [hit] = hits;
    if (hits.length > 1) continue;
    if (hit) pieces[pieces.indexOf(hit)] = around(hit, one);
    else pieces.push({ start: one.start, end: one.end });
  }
  return pieces.sort((a, b) => a.start - b.start);
}

const around = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });

const overlapOf = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

const sharesEnough = (a: Span, b: Span): boolean =>
  overlapOf(a, b) >= sharedEnough * Math.min(lengthOf(a), lengthOf(b)) && overlapOf(a, b) > 0;

/** Where one end of a link is cut into several stretches, cuts the other end likewise. @returns whether that was news. */
function passCutsOn(cuts: Map<string, Cut>, links: readonly QuoteLink[]): boolean {
  let news = false;
  for (const link of links) {
    for (const [side, other] of bothWays) {
      const pieces = piecesWithin(cuts, link, side);
      if (pieces.length < 2) continue;
      for (const piece of pieces) {
        const there = carriedOver(link, piece, side);
        if (there && addSpan(cuts, link[other], there)) news = true;
      }
    }
  }
  return news;
}

const bothWays = [
  ['from', 'to'],
  ['to', 'from'],
] as const;

/** The stretches that a link's passage is cut into, as far as the link takes them in. */
function piecesWithin(cuts: ReadonlyMap<string, Cut>, link: QuoteLink, side: 'from' | 'to'): readonly Span[] {
  const all = commonSpan(link, side);
  return (cuts.get(keyOf(link[side]))?.pieces ?? []).filter((piece) => sharesEnough(piece, all));
}

/** Where the words of a stretch stand at the other end of a link; null where none of them do. */
function carriedOver({ steps }: QuoteLink, piece: Span, side: 'from' | 'to'): Span | null {
  const other = side === 'from' ? 'to' : 'from';
  let start = Infinity;
  let end = -Infinity;
  for (const step of steps) {
    const here = step[side];
    const there = step[other];
    if (overlapOf(here, piece) <= 0 || there.end <= there.start) continue;
    // Inside words that both have alike, an offset on one side tells that on the other.
    const alike = step.kind === 'same';
    const head = alike ? Math.max(0, piece.start - here.start) : 0;
    const tail = alike ? Math.max(0, here.end - piece.end) : 0;
    start = Math.min(start, Math.min(there.end, there.start + head));
    end = Math.max(end, Math.max(there.start, there.end - tail));
  }
  return end > start ? { start, end } : null;
}

/** Links are followed from stretch to stretch: the sure ones first, likely ones where they bring another article in. */
function joined(cuts: ReadonlyMap<string, Cut>, links: readonly QuoteLink[]): readonly (readonly Stretch[])[] {
  const nodes: { readonly cut: Cut; readonly piece: Span }[] = [];
  const numbers = new Map<string, number[]>();
  for (const [key, cut] of cuts) {
    numbers.set(
      key,
      cut.pieces.map((piece) => nodes.push({ cut, piece }) - 1),
    );
  }
  const numberAt = (passage: Passage, span: Span): number | null => {
    let best: number | null = null;
    let most = 0;
    for (const number of numbers.get(keyOf(passage)) ?? []) {
      const piece = nodes[number]?.piece;
      if (!piece || !sharesEnough(piece, span) || overlapOf(piece, span) <= most) continue;
      most = overlapOf(piece, span);
      best = number;
    }
    return best;
  };
  const pairsOf = (link: QuoteLink): readonly (readonly [number, number])[] =>
    piecesWithin(cuts, link, 'from').flatMap((piece) => {
      const there = carriedOver(link, piece, 'from');
      const a = numberAt(link.from, piece);
      const b = there && numberAt(link.to, there);
      return a === null || b === null ? [] : [[a, b] as const];
    });

  const sure = createGroups(nodes.length);
  for (const link of links) if (!link.tentative) for (const [a, b] of pairsOf(link)) sure.join(a, b);
  const all = createGroups(nodes.length);
  const articles = new Map<number, Set<ArticleId>>();
  for (const group of sure.all()) {
    const lead = group[0] ?? 0;
    for (const one of group) all.join(lead, one);
    articles.set(all.of(lead), new Set(group.flatMap((one) => nodes[one]?.cut.passage.articleId ?? [])));
  }
  for (const link of links) {
    if (!link.tentative) continue;
    for (const [a, b] of pairsOf(link)) {
      const [x, y] = [all.of(a), all.of(b)];
      const [inX, inY] = [articles.get(x), articles.get(y)];
      if (x === y || !inX || !inY || [...inX].some((id) => inY.has(id))) continue;
      all.join(x, y);
      articles.set(all.of(x), new Set([...inX, ...inY]));
    }
  }

  const sizes = new Map<number, number>();
  for (const group of sure.all()) sizes.set(sure.of(group[0] ?? 0), group.length);
  return all.all().map((group) => {
    // The largest part that is sure of itself is what the others are likely to be too.
    const size = (one: number): number => sizes.get(sure.of(one)) ?? 1;
    const core = [...group].sort((a, b) => size(b) - size(a) || a - b)[0] ?? 0;
    return group.flatMap((one): readonly Stretch[] => {
      const node = nodes[one];
      if (!node) return [];
      return [stretchOf(node.cut, node.piece, sure.of(one) !== sure.of(core))];
    });
  });
}

/** A quote that is not much longer than what others have of it is shown whole; a turn holds other remarks sooner. */
const shortQuote = 240;
const muchLonger = 3;
const muchLongerTurn = 1.5;

function stretchOf({ passage, pieces }: Cut, piece: Span, tentative: boolean): Stretch {
  const { articleId, quote } = passage;
  const isWhole =
    quote !== null &&
    pieces.length === 1 &&
    contains(quote, piece) &&
    (quote.kind === 'block'
      ? lengthOf(quote) <= muchLongerTurn * lengthOf(piece)
      : lengthOf(quote) <= Math.max(shortQuote, muchLonger * lengthOf(piece)));
  const { start, end } = isWhole ? quote : piece;
  return { articleId, start, end, quote, isPart: !isWhole, tentative };
}
