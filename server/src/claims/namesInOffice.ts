import { cueAt } from './cues';
import type { Office } from './model';
import { tokenAt, type Token } from './tokens';
import { auxiliaries, conjunctions, determiners, possessivePronouns, subordinators } from './vocabulary';

/** What heads an office that has a field of its own. */
const heads: ReadonlyMap<string, Office['rank']> = new Map([
  ['minister', 'cabinet'],
  ['secretary', 'cabinet'],
  ['director', 'director'],
  ['chief', 'chief'],
]);

/** The fields that an office can have; what stands on one line are names for one field, the first stands for all. */
const fields: ReadonlyMap<string, string> = new Map(
  [
    'foreign external',
    'finance treasury',
    'defense defence',
    'interior home',
    'labor labour employment',
    'transport transportation',
    'trade commerce',
    'agriculture farming',
    'environment environmental',
    ...'justice health education energy culture housing tourism prime police fire library parks'.split(' '),
  ].flatMap((line) => line.split(' ').map((word) => [word, line.split(' ')[0] ?? word] as const)),
);

/** Members of one house or the other. */
const houses: ReadonlyMap<string, string> = new Map([
  ...['senator', 'sen', 'sen.'].map((title) => [title, 'senate'] as const),
  ...['representative', 'rep', 'rep.', 'congressman', 'congresswoman'].map((title) => [title, 'house'] as const),
]);

/** Who was, will be or stands beside an office holds another: "former", "deputy". */
const qualifiers = new Set(
  (
    'former ex then then- ex- acting deputy vice shadow assistant under interim caretaker incoming outgoing next new ' +
    'designate elect past late onetime one-time first junior senior associate permanent private press parliamentary ' +
    'state chief lord previous departing retired candidate nominee'
  ).split(' '),
);

/** An office is looked for over this many tokens beside the name. */
const reach = 8;

/**
 * The office that an article gives to whoever the tokens from `from` to `to` (exclusive) name: a title before the name
 * ("Finance Minister | Ada Roe", "the finance minister, | Ada Roe") or an aside behind it ("Ada Roe, | minister of
 * finance,"). Null where there is none, or one that says when it was held or that it was somebody's deputy.
 */
export function officeAt(text: string, tokens: readonly Token[], from: number, to: number): Office | null {
  const before = tokenAt(tokens, from - 1);
  return (
    (before.text === ',' ? apposed(text, tokens, from - 2) : endingAt(text, tokens, from - 1)) ??
    (tokenAt(tokens, to).text === ',' ? aside(text, tokens, to + 1) : null)
  );
}

/** "Finance | Minister": the office whose last word is the token at `last`. */
function endingAt(text: string, tokens: readonly Token[], last: number): Office | null {
  const { lower } = tokenAt(tokens, last);
  const house = houses.get(lower);
  if (house !== undefined)
    return isQualified(tokens, last - 1) ? null : office(text, tokens, last, last, 'congress', house);
  const rank = heads.get(lower);
  const field = fields.get(tokenAt(tokens, last - 1).lower);
  if (rank === undefined || field === undefined || isQualified(tokens, last - 2)) return null;
  return office(text, tokens, last - 1, last, rank, field);
}

/** "the finance minister, |": only with an article or a possessive, or it is one of a list. */
function apposed(text: string, tokens: readonly Token[], last: number): Office | null {
  const found = endingAt(text, tokens, last);
  if (!found) return null;
  for (let i = last - 1; i > last - reach; i--) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'mark' || token.kind === 'quote') return null;
    if (token.kind === 'possessive' || determiners.has(token.lower) || possessivePronouns.has(token.lower))
      return found;
  }
  return null;
}

/** "| Russia's finance minister,", "| the minister of finance,": up to the next comma or stop. */
function aside(text: string, tokens: readonly Token[], from: number): Office | null {
  let found: Office | null = null;
  for (let i = from; i < from + reach; i++) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'mark') return /^[,.;)]/.test(token.text) ? found : null;
    if (token.kind === 'quote' || conjunctions.has(token.lower) || subordinators.has(token.lower)) return null;
    if (auxiliaries.has(token.lower) || (i > from && cueAt(tokens, i, from))) return null;
    if (qualifiers.has(token.lower) && !heads.has(token.lower)) return null;
    const rank = heads.get(token.lower);
    if (rank === undefined || found) continue;
    found = endingAt(text, tokens, i) ?? ofField(text, tokens, i, rank);
    // "Roe, Foreign Minister | Quill and others": the next of a list
    if (tokenAt(tokens, i + 1).capital || (found && tokenAt(tokens, i + 3).capital && tokenAt(tokens, i + 2).capital))
      return null;
  }
  return null;
}

/** "minister of finance", "secretary for health". */
function ofField(text: string, tokens: readonly Token[], head: number, rank: Office['rank']): Office | null {
  const of = tokenAt(tokens, head + 1).lower;
  const field = fields.get(tokenAt(tokens, head + 2).lower);
  if ((of !== 'of' && of !== 'for') || field === undefined || field === 'prime') return null;
  return office(text, tokens, head, head + 2, rank, field);
}

function office(
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  rank: Office['rank'],
  field: string,
): Office {
  const { start } = tokenAt(tokens, first);
  const { end } = tokenAt(tokens, last);
  return { start, end, text: text.slice(start, end), rank, field };
}

/** Whether the words up to the token at `last` make the office another one: "former US | Foreign Minister". */
function isQualified(tokens: readonly Token[], last: number): boolean {
  for (let i = last; i > last - 4; i--) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'mark') return token.text === '-' || token.text === '/';
    if (token.kind === 'quote') return false;
    if (qualifiers.has(token.lower) || /^(?:ex|then|former|vice)-/.test(token.lower)) return true;
    // "and its | finance minister": what stands before belongs to something else
    if (possessivePronouns.has(token.lower) || token.lower === 'the') return false;
    if (token.lower === 'and' || token.lower === 'as' || token.lower === '&') return true;
  }
  return false;
}
