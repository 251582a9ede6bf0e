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
  pieces: readonly Span[];
}

/** A link with its passages as they are cut; `from` and `to` are the words that both have. */
interface Tie {
  readonly link: QuoteLink;
  readonly cuts: { readonly from: Cut; readonly to: Cut };
  readonly from: Span;
  readonly to: Span;
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
  const { cuts, ties } = tiesOf(members);
  for (let round = 0; round < rounds; round++) {
    for (const cut of cuts) cut.pieces = piecesOf(cut.spans);
    if (!passCutsOn(ties)) break;
  }
  for (const cut of cuts) cut.pieces = piecesOf(cut.spans);
  return joined(cuts, ties);
}

/** Each link is known from both its ends; it is looked at from the article whose column comes first. */
function tiesOf(members: readonly Member[]): { readonly cuts: readonly Cut[]; readonly ties: readonly Tie[] } {
  const order = new Map(members.map(({ id }, i) => [id, i]));
  /** By article, then by where the passage begins: a sentence that reports quotes is known by where it reports them. */
  const known = members.map(() => new Map<number, Cut>());
  const ties: Tie[] = [];
  const cutOf = (passage: Passage): Cut => {
    const ofArticle = known[order.get(passage.articleId) ?? 0];
    const key = passage.quote ? passage.quote.index : -1 - passage.start;
    let cut = ofArticle?.get(key);
    if (!cut) {
      cut = { passage, spans: [], pieces: [] };
      ofArticle?.set(key, cut);
    }
    return cut;
  };
  members.forEach(({ links }, i) => {
    for (const link of links) {
      const other = order.get(link.to.articleId) ?? 0;
      if (other < i || (other === i && link.to.start <= link.from.start)) continue;
      const [from, to] = [commonSpan(link, 'from'), commonSpan(link, 'to')];
      if (from.end <= from.start || to.end <= to.start) continue;
      const cuts = { from: cutOf(link.from), to: cutOf(link.to) };
      addSpan(cuts.from, from);
      addSpan(cuts.to, to);
      ties.push({ link, cuts, from, to });
    }
  });
  return { cuts: known.flatMap((ofArticle) => [...ofArticle.values()]), ties };
}

/** @returns whether it was news. */
function addSpan({ spans }: Cut, at: Span): boolean {
  if (spans.some(({ start, end }) => start === at.start && end === at.end)) return false;
  spans.push(at);
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
function passCutsOn(ties: readonly Tie[]): boolean {
  let news = false;
  for (const tie of ties) {
    for (const side of ['from', 'to'] as const) {
      const pieces = piecesWithin(tie, side);
      if (pieces.length < 2) continue;
      const other = tie.cuts[side === 'from' ? 'to' : 'from'];
      for (const piece of pieces) {
        const there = carriedOver(tie.link, piece, side);
        if (there && addSpan(other, there)) news = true;
      }
    }
  }
  return news;
}

/** The stretches that a link's passage is cut into, as far as the link takes them in. */
function piecesWithin(tie: Tie, side: 'from' | 'to'): readonly Span[] {
  const { pieces } = tie.cuts[side];
  // Nearly every quote is one remark.
  const [first] = pieces;
  if (pieces.length === 1 && first) return sharesEnough(first, tie[side]) ? pieces : [];
  return pieces.filter((piece) => sharesEnough(piece, tie[side]));
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
function joined(cuts: readonly Cut[], ties: readonly Tie[]): readonly (readonly Stretch[])[] {
  const nodes: { readonly cut: Cut; readonly piece: Span }[] = [];
  const numbers = new Map<Span, number>();
  for (const cut of cuts) for (const piece of cut.pieces) numbers.set(piece, nodes.push({ cut, piece }) - 1);
  const numberAt = ({ pieces }: Cut, span: Span): number | undefined => {
    let best: Span | null = null;
    for (const piece of pieces) {
      if (sharesEnough(piece, span) && (!best || overlapOf(piece, span) > overlapOf(best, span))) best = piece;
    }
    return best ? numbers.get(best) : undefined;
  };
  const eachPair = (tie: Tie, visit: (a: number, b: number) => void): void => {
    const pieces = piecesWithin(tie, 'from');
    const isPlain = pieces.length === 1 && tie.cuts.to.pieces.length === 1;
    for (const piece of pieces) {
      const there = isPlain ? tie.to : carriedOver(tie.link, piece, 'from');
      const a = numbers.get(piece);
      const b = there ? numberAt(tie.cuts.to, there) : undefined;
      if (a !== undefined && b !== undefined) visit(a, b);
    }
  };

  const sure = createGroups(nodes.length);
  for (const tie of ties) if (!tie.link.tentative) eachPair(tie, (a, b) => sure.join(a, b));
  const all = createGroups(nodes.length);
  const articles = new Map<number, Set<ArticleId>>();
  for (const group of sure.all()) {
    const lead = group[0] ?? 0;
    for (const one of group) all.join(lead, one);
    articles.set(all.of(lead), new Set(group.flatMap((one) => nodes[one]?.cut.passage.articleId ?? [])));
  }
  for (const tie of ties) {
    if (!tie.link.tentative) continue;
    eachPair(tie, (a, b) => {
      const [x, y] = [all.of(a), all.of(b)];
      const [inX, inY] = [articles.get(x), articles.get(y)];
      if (x === y || !inX || !inY || [...inX].some((id) => inY.has(id))) return;
      all.join(x, y);
      articles.set(all.of(x), new Set([...inX, ...inY]));
    });
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
