import * as l10n from '@vscode/l10n';
import { isOneSource, namedSource } from './figureSources';
import { inSources } from './declaredSources';
import { capitalised, inFiles, otherFiles, type FigureWords, type Stated } from './figureWording';

/** A value that other files have. */
export interface OtherValue {
  readonly figures: readonly Stated[];
  /** The names of the files, each once. */
  readonly files: readonly string[];
  /** How many sources they are: copies of one text are one. */
  readonly sources: number;
  /** Whether all of the files are declared sources. */
  readonly declared?: boolean;
}

/** How a figure stands against the other files. */
export interface Standing {
  /** How many other files have it as it stands here. */
  readonly supporters: number;
  /** How many sources those files and this one are together. */
  readonly supportingSources: number;
  /** How many sources have it otherwise. */
  readonly against: number;
}

/** So many values of other files are shown; the rest is counted. */
const mostOthers = 2;

/**
 * One sentence on a figure and the values that other files have for it, the most frequent first: "10 delegates here, 12 in
 * wire.txt, both given to Ukraine." Where the sources differ each is named beside its value.
 */
export function conflictSentence(
  own: Stated,
  words: FigureWords,
  values: readonly OtherValue[],
  { supporters, supportingSources, against }: Standing,
): string {
  const common = commonSource(own, values);
  const sourceOf = (figures: readonly Stated[]) => (common === null ? namesOf(figures) : '');
  const isAlone = supporters === 0 && against > 1 && values.length === 1 && values[0]?.declared !== true;
  const others = supporters > 0 ? otherFiles(supporters, supportingSources) : '';
  const here = figureHere(words.here, sourceOf([own]), isAlone, others);
  const shown = values.slice(0, mostOthers).map(({ figures, files, sources, declared = false }) => {
    const first = figures[0];
    const value = first ? words.beside(first) : '';
    const isOnly = !declared && supportingSources > 1 && files.length === 1 && values.length === 1;
    const where = declared ? inSources(files) : inFiles(files, sources);
    // Files in brackets of their own: the source goes with the value, not behind them.
    return files.length > 2 || sources < files.length
      ? figureIn(withSource(value, sourceOf(figures)), where, '', false)
      : figureIn(value, where, sourceOf(figures), isOnly);
  });
  const isSourced = values.some(({ figures }) => sourceOf(figures) !== '') || sourceOf([own]) !== '';
  const sentence = capitalised(listed([here, ...shown], values.length - shown.length, isSourced));
  if (common === null) return `${sentence}.`;
  return values.some(({ files }) => files.length > 1) || values.length > 1
    ? l10n.t('{0}, all given to {1}.', sentence, common)
    : l10n.t('{0}, both given to {1}.', sentence, common);
}

/** The figure at hand. `source` and `others`, the files that have it too, may be ''. */
function figureHere(figure: string, source: string, isAlone: boolean, others: string): string {
  if (source === '') {
    if (isAlone) return l10n.t('{0} only here', figure);
    return others === '' ? l10n.t('{0} here', figure) : l10n.t('{0} here and in {1}', figure, others);
  }
  if (isAlone) return l10n.t('{0} only here ({1})', figure, source);
  return others === ''
    ? l10n.t('{0} here ({1})', figure, source)
    : l10n.t('{0} here ({1}) and in {2}', figure, source, others);
}

/** The figure of other files. `source` may be ''. */
function figureIn(figure: string, files: string, source: string, isOnly: boolean): string {
  if (source === '') return isOnly ? l10n.t('{0} only in {1}', figure, files) : l10n.t('{0} in {1}', figure, files);
  return isOnly
    ? l10n.t('{0} only in {1} ({2})', figure, files, source)
    : l10n.t('{0} in {1} ({2})', figure, files, source);
}

const withSource = (figure: string, source: string): string =>
  source === '' ? figure : l10n.t('{0} ({1})', figure, source);

/** Values side by side: by semicolons where sources stand between them, else with one "and" before the last. */
function listed(parts: readonly string[], more: number, isSourced: boolean): string {
  const mark = isSourced && parts.length > 2 ? '; ' : ', ';
  if (more > 0) return `${parts.join(mark)}${mark}${l10n.t('+{0} more', more)}`;
  if (parts.length < 3 || isSourced) return parts.join(mark);
  return l10n.t('{0}, and {1}', parts.slice(0, -1).join(', '), parts.at(-1) ?? '');
}

/** The source that all the figures have, in its longest form; null where one has none or another. */
function commonSource(own: Stated, values: readonly OtherValue[]): string | null {
  const names = [own, ...values.flatMap(({ figures }) => figures)].map(({ figure, text }) => namedSource(figure, text));
  const [first] = names;
  if (first === undefined || first === null) return null;
  let longest = first;
  for (const name of names) {
    if (name === null || !isOneSource(name, longest)) return null;
    if (name.replace(/^the /, '').length > longest.replace(/^the /, '').length) longest = name;
  }
  return longest;
}

/** "Ukraine": whom the figures are given to, two at most; '' where nobody is named. */
function namesOf(figures: readonly Stated[]): string {
  const names: string[] = [];
  for (const { figure, text } of figures) {
    const name = namedSource(figure, text);
    if (name !== null && !names.some((known) => isOneSource(known, name))) names.push(name);
  }
  const [first = '', second = ''] = names;
  if (names.length > 2) return l10n.t('{0} and others', first);
  return names.length === 2 ? l10n.t('{0} and {1}', first, second) : first;
}
