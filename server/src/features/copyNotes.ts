import * as l10n from '@vscode/l10n';
import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import { sourcesOf, type Copy } from '../links/copies/copies';
import { compareNames } from './lookup';

/** Files that are copies of one another, or of one text: what they say alike, one source says. */
export type CopyNote =
  /** They share so much of their words, 0 to 1: the two of them, or each with another; null where that isn't told in a word. */
  | {
      readonly kind: 'shared';
      readonly files: readonly CopiedFile[];
      readonly share: number | null;
      readonly earliest: CopiedFile | null;
    }
  /** So much of the shorter one, 0 to 1, stands in the longer. */
  | {
      readonly kind: 'within';
      readonly part: CopiedFile;
      readonly whole: CopiedFile;
      readonly share: number;
      readonly earliest: CopiedFile | null;
    };

export interface CopiedFile {
  readonly name: string;
  /** Whether it is the file under the cursor. */
  readonly here: boolean;
}

/** More is not read at a glance. */
const mostNotes = 3;
const mostNamed = 4;
/** From which part of the other's share on the two shares are told as one. */
const alike = 0.6;

/** What to say of the copies among some files; `here` is the one under the cursor. Empty where each is a source of its own. */
export function copyNotes(analysis: Analysis, here: ArticleId, others: Iterable<ArticleId>): readonly CopyNote[] {
  const nameOf = (id: ArticleId) => analysis.nameOf(id);
  const sorted = [...new Set(others)]
    .filter((id) => id !== here)
    .sort((a, b) => compareNames(nameOf(a), nameOf(b)) || compareNames(a, b));
  return sourcesOf([here, ...sorted], (a, b) => analysis.copyBetween(a, b)?.oneSource === true)
    .filter((group) => group.length > 1)
    .slice(0, mostNotes)
    .map((group) => noteOn(analysis, here, group));
}

/** How many sources some files are, copies counted once. */
export const countSources = (analysis: Analysis, ids: Iterable<ArticleId>): number =>
  sourcesOf([...new Set(ids)], (a, b) => analysis.copyBetween(a, b)?.oneSource === true).length;

function noteOn(analysis: Analysis, here: ArticleId, group: readonly ArticleId[]): CopyNote {
  const file = (id: ArticleId): CopiedFile => ({ name: analysis.nameOf(id), here: id === here });
  const first = earliestOf(analysis, group);
  const earliest = first === null ? null : file(first);
  const [one, other] = group;
  const copy = group.length === 2 && one !== undefined && other !== undefined && analysis.copyBetween(one, other);
  if (copy && Math.min(copy.share, copy.shareOfTo) < alike * Math.max(copy.share, copy.shareOfTo)) {
    const [part, whole] = copy.share > copy.shareOfTo ? [copy.from, copy.to] : [copy.to, copy.from];
    const share = Math.max(copy.share, copy.shareOfTo);
    return { kind: 'within', part: file(part), whole: file(whole), share, earliest };
  }
  // Of each the one it has most in common with; of these the least.
  const shares = group.map((id) => Math.max(...group.map((to) => meanShare(analysis.copyBetween(id, to)))));
  const share = Math.min(...shares);
  return { kind: 'shared', files: group.map(file), share: share < leastTold ? null : share, earliest };
}

const leastTold = 0.2;

/** The share of the words of both together that stand in both. */
const meanShare = (copy: Copy | null): number =>
  copy ? (2 * copy.share * copy.shareOfTo) / (copy.share + copy.shareOfTo) : 0;

/** The one file whose dateline is before all others'; null where one gives none, or two the same. */
function earliestOf(analysis: Analysis, group: readonly ArticleId[]): ArticleId | null {
  const dated = group.map((id) => ({ id, day: analysis.get(id)?.claims.dateline?.iso ?? '' }));
  const [first, second] = dated.sort((a, b) => compareNames(a.day, b.day));
  return !first || !second || first.day === '' || first.day === second.day ? null : first.id;
}

/**
 * @param show makes a file's name fit for where it is shown.
 * @example courier.txt and wire.txt share 82% of their words: one source
 * @example 95% of this file stands in wire.txt: one source, wire.txt the earlier
 */
export function copySentence(note: CopyNote, show: (name: string) => string): string {
  const named = ({ name, here }: CopiedFile) => (here ? l10n.t('this file') : show(name));
  const text = note.kind === 'within' ? withinSentence(note, show) : sharedSentence(note, named);
  if (note.earliest === null) return text;
  const isOfTwo = note.kind === 'within' || note.files.length === 2;
  return isOfTwo
    ? l10n.t('{0}, {1} the earlier', text, named(note.earliest))
    : l10n.t('{0}, {1} the earliest', text, named(note.earliest));
}

type Note<Kind extends CopyNote['kind']> = Extract<CopyNote, { readonly kind: Kind }>;

function withinSentence({ part, whole, share }: Note<'within'>, show: (name: string) => string): string {
  const most = percent(share);
  if (part.here) return l10n.t('{0} of this file stands in {1}: one source', most, show(whole.name));
  if (whole.here) return l10n.t('{0} of {1} stands in this file: one source', most, show(part.name));
  return l10n.t('{0} of {1} stands in {2}: one source', most, show(part.name), show(whole.name));
}

function sharedSentence({ files, share }: Note<'shared'>, named: (file: CopiedFile) => string): string {
  const names = files.map((file, i) => (file.here && i === 0 ? l10n.t('This file') : named(file)));
  const more = names.length - mostNamed;
  const shown = more > 0 ? [...names.slice(0, mostNamed), l10n.t('{0} more', more)] : names;
  const list = l10n.t('{0} and {1}', shown.slice(0, -1).join(', '), shown.at(-1) ?? '');
  if (share === null) return l10n.t('{0} share many of their words: one source', list);
  return names.length > 2
    ? l10n.t('{0} share {1} or more of their words: one source', list, percent(share))
    : l10n.t('{0} share {1} of their words: one source', list, percent(share));
}

/** Rounded down: what isn't all is never told as all. */
const percent = (share: number): string => `${Math.floor(share * 100 + 1e-9)}%`;
