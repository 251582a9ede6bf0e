import * as l10n from '@vscode/l10n';
import type { Claims, MarkFault } from '../../claims/model';
import type { Span } from '../../core/span';
import { describeEdits, leavesMarksSound, type Edit, type Fix, type FixContext } from './fix';

const mates: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['"', '"'],
  ['‘', '’'],
  ["'", "'"],
  ['«', '»'],
  ['‹', '›'],
  ['„', '“'],
];
const closerOf: ReadonlyMap<string, string> = new Map(mates);
const openerOf: ReadonlyMap<string, string> = new Map([...mates].slice(0, -1).map(([open, close]) => [close, open]));

/** Closes, opens or matches a quotation mark. Where the words end, or begin, is not guessed at: then nothing is offered. */
export function markFixes({ analysis, article, problem }: FixContext): readonly Fix[] {
  const claims = analysis.get(article.id)?.claims;
  const fault = claims?.faults.find(({ start, end }) => start === problem.start && end === problem.end);
  if (!claims || !fault) return [];
  const { text } = article;
  switch (fault.kind) {
    case 'mixed':
      return matched(text, claims, fault);
    case 'unclosed':
      return closed(text, fault);
    case 'unopened':
      return opened(text, fault);
  }
}

// ---- two marks that don't go together -------------------------------------------------------------------

/** The rule tells of so many alike once; they are mended together. */
const habitFrom = 4;

function matched(text: string, claims: Claims, { open, close, start, end }: MarkFault): readonly Fix[] {
  const alike = claims.faults.filter((one) => one.kind === 'mixed' && one.open === open && one.close === close);
  const all: readonly Span[] = alike.length >= habitFrom ? alike : [{ start, end }];
  const closer = closerOf.get(open);
  const opener = openerOf.get(close);
  const closing =
    closer === undefined ? [] : all.map((one): Edit => ({ start: one.end - close.length, end: one.end, text: closer }));
  const opening =
    opener === undefined
      ? []
      : all.map((one): Edit => ({ start: one.start, end: one.start + open.length, text: opener }));
  // They come by where they open: one within another closes first.
  closing.sort((a, b) => a.start - b.start);
  const usual = timesUsed(text, open, closer) - timesUsed(text, opener, close);
  const many = all.length > 1;
  const fixes = [
    {
      title: many
        ? l10n.t('Close all {0} quotes with {1}', all.length, closer ?? '')
        : l10n.t('Close with {0}', closer ?? ''),
      edits: closing,
      preferred: usual > 0,
    },
    {
      title: many
        ? l10n.t('Open all {0} quotes with {1}', all.length, opener ?? '')
        : l10n.t('Open with {0}', opener ?? ''),
      edits: opening,
      preferred: usual < 0,
    },
  ];
  return fixes
    .filter(({ edits }) => edits.length > 0 && leavesMarksSound(text, edits))
    .sort((a, b) => Number(b.preferred) - Number(a.preferred))
    .map((fix) => ({ ...fix, description: describeEdits(text, fix.edits.slice(0, 1)) }));
}

/** How many quotes may stand in these marks. */
function timesUsed(text: string, open: string | undefined, close: string | undefined): number {
  if (open === undefined || close === undefined) return 0;
  const times = (mark: string): number => text.split(mark).length - 1;
  return open === close ? Math.floor(times(open) / 2) : Math.min(times(open), times(close));
}

// ---- a mark without its mate ----------------------------------------------------------------------------

const says =
  '(?:said|says|told|added|adds|asked|asks|wrote|writes|replied|insisted|warned|argued|explained|noted|recalled|announced|stated)';
const anySays = new RegExp(`\\b${says}\\b`, 'i');
/** ", he said.", ", said Ana Bruhl, the mate.": all of what is left of the sentence. */
const attribution = new RegExp(
  `[,?!](?=\\s+(?:(?:he|she|they|it|\\p{Lu}[\\p{L}.’'-]*(?:\\s\\p{Lu}[\\p{L}.’'-]*){0,3})\\s${says}|${says}\\s(?:the\\s|a\\s)?\\p{L})[^“”"«».?!]{0,300}[.]?$)`,
  'u',
);

function closed(text: string, { start, end, open }: MarkFault): readonly Fix[] {
  const closer = closerOf.get(open);
  const at = closer === undefined ? null : endOfWords(text, start + open.length, end);
  if (closer === undefined || at === null) return [];
  return sound(text, { start: at, end: at, text: closer }, l10n.t('Close the quote with {0}', closer), '');
}

/** Where quoted words that nobody closed end: at the end of the only sentence, or before the only attribution. */
function endOfWords(text: string, from: number, to: number): number | null {
  const words = text.slice(from, to).trimEnd();
  if (sentencesIn(words) !== 1) return null;
  if (!anySays.test(words)) return from + words.length;
  const found = attribution.exec(words);
  return found ? from + found.index + 1 : null;
}

function opened(text: string, { start, end, close }: MarkFault): readonly Fix[] {
  const opener = openerOf.get(close);
  if (opener === undefined) return [];
  const words = text.slice(start, end - close.length);
  if (sentencesIn(words) > 1) return [];
  const leadIn = new RegExp(`^[^,:]*\\b${says}[,:]\\s+(?=\\p{Lu})`, 'u').exec(words)?.[0].length;
  if (leadIn === undefined && anySays.test(words)) return [];
  const at = start + (leadIn ?? /^[\s*_>#–—-]*/.exec(words)?.[0].length ?? 0);
  return sound(text, { start: at, end: at, text: opener }, l10n.t('Open the quote with {0}', opener), close);
}

/** How many sentences some words are, a last one without its stop counted: an abbreviation counts as an end, to be sure. */
const sentencesIn = (words: string): number => {
  const ends = words.match(/(?<![.?!…])[.?!…]+["'’”)]*(?=\s|$)/g)?.length ?? 0;
  return /[.?!…]["'’”)]*\s*$/.test(words) ? ends : ends + 1;
};

/** The fix, where it leaves fewer faults than there were. */
function sound(text: string, edit: Edit, title: string, close: string): readonly Fix[] {
  if (!leavesMarksSound(text, [edit])) return [];
  const line =
    text
      .slice(Math.max(0, edit.start - 20), edit.start)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  const description =
    close === ''
      ? l10n.t('{0} is put in after “{1}”', edit.text, line.trim())
      : l10n.t('{0} is put in before “{1}”', edit.text, text.slice(edit.start, edit.start + 20).trim());
  return [{ title, description, preferred: true, edits: [edit] }];
}
