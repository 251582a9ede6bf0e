import { type Amount, readAmount } from './amounts';
import type { MoneyReader } from './moneyContext';
import { isHyphen, isRangeDash, type Lexemes, lexemeAt, markAt, wordAt } from './lexemes';
import { tidy } from './magnitudes';

/**
 * Two amounts that belong together: the ends of a range ("10 to 12", "between 5% and 7%"), or what something was before and
 * after a change ("from 48 hours a week to 26"). The second has taken over what it leaves unsaid, or the first has.
 */
export interface PairReading {
  readonly kind: 'range' | 'change';
  readonly first: Amount;
  readonly second: Amount;
}

const changes = new Set(
  `rose rise rises rising risen fell fall falls falling fallen cut cuts cutting increased increase increases increasing grew grow
  grows growing grown up down dropped drop drops dropping went go going goes slow slowed slows slowing reduced reduce reduces
  reducing raised raise raises raising jumped jump jumps climbed climb climbs declined decline declines declining shrank shrink
  shrinking shrunk expanded expand expands doubled tripled lowered lower lowers lowering slipped slid soared surged plunged sank
  tumbled changed change changes moved moves improved improve improves narrowed widened boosted boost boosts revised extended
  extend extends trimmed slashed shortened hiked swelled dwindled rallied edged ticked advanced gained eased upgraded downgraded
  creeping inched inching crept moving halved taken`.split(/\s+/),
);

/** The amount behind the first one, if the two are a range or a change; null where they aren't. */
export function readPair(lexemes: Lexemes, first: Amount, context: MoneyReader): PairReading | null {
  const link = linkAt(lexemes, first);
  if (!link || first.number.vague) return null;
  const second = readAmount(lexemes, link.to, context);
  if (!second || second.number.vague) return null;
  // "in 2008 to 29 mpg": a year is no lower end.
  const mayBeYear = first.unit === null && /^(?:19|20)\d\d$/.test(lexemeAt(lexemes, first.from).text);
  if (mayBeYear && second.unit !== null && !(link.kind === 'dash' && second.value > first.value)) return null;
  const before = wordAt(lexemes, first.from - 1);
  // "the 10-12 vote", "four-, five- and six-cylinder": what is joined by a hyphen is in digits, or in words on both sides.
  if (link.kind === 'dash' && first.number.form !== second.number.form) return null;
  if (link.kind === 'or' && !isNextTo(first, second)) return null;
  // "gained 0.7 percent to 3,005": by how much, and to what level.
  if (link.kind === 'to' && first.unit === '%' && second.unit === null && changes.has(before)) return null;
  const joined = share(lexemes, first, second, link.kind);
  if (!joined) return null;
  const changed =
    link.kind === 'to' && (before === 'from' ? changesBefore(lexemes, first.from - 1) : changes.has(before));
  if (changed || (link.kind === 'to' && joined.second.value < joined.first.value)) {
    // "won 7 to 2" and "2 to 1 odds" are no change.
    const linked =
      before === 'from' || changed || (first.unit !== null && second.unit === null) || second.unit !== null;
    return linked ? { kind: 'change', ...joined } : null;
  }
  if (joined.second.value <= joined.first.value) return null;
  if (
    link.kind === 'to' &&
    joined.first.unit === null &&
    before !== 'from' &&
    wordAt(lexemes, joined.second.to) === ''
  ) {
    // "gave 5 to 10." may be a range all the same: the smaller stands first.
    return { kind: 'range', ...joined };
  }
  return { kind: 'range', ...joined };
}

interface Link {
  readonly kind: 'to' | 'dash' | 'and' | 'or';
  readonly to: number;
}

function linkAt(lexemes: Lexemes, first: Amount): Link | null {
  const i = first.to;
  const mark = markAt(lexemes, i);
  if (mark !== '') {
    const at = lexemeAt(lexemes, i);
    const next = lexemeAt(lexemes, i + 1);
    // "6- to 12-year-olds", "200,000 to-260,000"
    if (isHyphen(mark) && at.glued && !next.glued && (next.lower === 'to' || next.lower === 'or')) {
      return { kind: next.lower, to: i + 2 };
    }
    if (isHyphen(mark) && at.glued && next.glued && next.lower === 'to' && markAt(lexemes, i + 2) === '-') {
      return { kind: 'to', to: i + 3 };
    }
    if ((isRangeDash(mark) || mark === '—') && at.glued === next.glued) return { kind: 'dash', to: i + 1 };
    return mark === '~' && at.glued && next.glued ? { kind: 'dash', to: i + 1 } : null;
  }
  const word = wordAt(lexemes, i);
  if (word === 'to' || word === 'through') {
    const up = wordAt(lexemes, i + 1) === 'up' && wordAt(lexemes, i + 2) === 'to' ? i + 3 : i + 1;
    return { kind: 'to', to: isHyphen(markAt(lexemes, up)) && lexemeAt(lexemes, up).glued ? up + 1 : up };
  }
  if (word === 'up' && wordAt(lexemes, i + 1) === 'to' && wordAt(lexemes, first.from - 1) === 'from')
    return { kind: 'to', to: i + 2 };
  if (word === 'and' && /^(?:between|ages)$/.test(wordAt(lexemes, first.from - 1))) return { kind: 'and', to: i + 1 };
  return word === 'or' ? { kind: 'or', to: i + 1 } : null;
}

/** "five or six people": two numbers in a row, the second with what is counted. */
function isNextTo(first: Amount, second: Amount): boolean {
  const step = Math.max(first.number.scale, 1);
  return (
    first.unit === null && second.value > first.value && second.value - first.value <= step && first.value < 20 * step
  );
}

/** Gives each what only the other has: the unit, what it is reckoned by, the magnitude. Null where their units differ. */
function share(
  lexemes: Lexemes,
  first: Amount,
  second: Amount,
  link: Link['kind'],
): { first: Amount; second: Amount } | null {
  if (first.unit !== null && second.unit !== null && first.unit !== second.unit) return null;
  let one = first;
  let two = second;
  if (one.unit === null && two.unit !== null) {
    if (two.leading) return null;
    one = {
      ...one,
      kind: two.kind,
      unit: two.unit,
      per: two.per,
      ...scaleUp(one, two.number.scale === 1 ? factorOf(two) : 1),
    };
  } else if (two.unit === null && one.unit !== null) {
    // "5 miles to 10 houses": what follows is counted by itself.
    const next = lexemeAt(lexemes, two.to);
    const opens =
      next.type === 'word' &&
      !/^(?:in|by|at|for|from|on|with|and|or|but|since|over|after|before|per|a|an|this|last|as|during|if|when|while|under|of)$/.test(
        next.lower,
      );
    if (opens && !(one.leading && two.number.scale > 1) && link !== 'dash') return null;
    two = { ...two, kind: one.kind, unit: one.unit, per: two.per ?? one.per };
    if (one.kind === 'money' && two.number.scale === 1 && one.number.scale > 1 && two.value < 1000)
      two = { ...two, ...scaleUp(two, one.number.scale) };
  } else if (one.per === null && two.per !== null) one = { ...one, per: two.per };
  // "$89 to $93 billion", "four to five thousand"
  if (one.number.scale === 1 && two.number.scale > 1 && one.value < 1000 && one.value * two.number.scale < two.value) {
    one = { ...one, ...scaleUp(one, two.number.scale) };
  }
  return { first: one, second: two };
}

/** What a unit such as the cent makes of its number. */
const factorOf = (amount: Amount): number =>
  amount.number.value === 0 ? 1 : tidy(Math.abs(amount.value) / amount.number.value);

const scaleUp = (amount: Amount, by: number): { value: number; step: number } => ({
  value: tidy(amount.value * by),
  step: tidy(amount.step * by),
});

function changesBefore(lexemes: Lexemes, from: number): boolean {
  for (let i = from - 1; i >= from - 10; i--) {
    const at = lexemeAt(lexemes, i);
    if (at.text === '.' || at.text === ';') return false;
    if (changes.has(at.lower)) return true;
  }
  return false;
}
