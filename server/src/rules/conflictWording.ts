import { isOneSource, namedSource } from './figureSources';
import { inSources } from './declaredSources';
import { capitalised, inFiles, type FigureWords, type Stated } from './figureWording';
import { copiesAmong } from './sourceCount';

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
  const sourceOf = (figures: readonly Stated[]) => (common === null ? bracketed(figures) : '');
  const isAlone = supporters === 0 && against > 1 && values.length === 1 && values[0]?.declared !== true;
  const copies = copiesAmong(1 + supporters, supportingSources);
  const others = `${supporters === 1 ? '1 other file' : `${supporters} other files`}${copies && ` (${copies})`}`;
  const and = supporters > 0 ? ` and in ${others}` : '';
  const here = `${words.here}${isAlone ? ' only here' : ' here'}${sourceOf([own])}${and}`;
  const shown = values.slice(0, mostOthers).map(({ figures, files, sources, declared = false }) => {
    const first = figures[0];
    const value = first ? words.beside(first) : '';
    const only = !declared && supportingSources > 1 && files.length === 1 && values.length === 1 ? 'only in' : 'in';
    // Files in brackets of their own: the source goes with the value, not behind them.
    const where = declared ? inSources(files) : inFiles(files, sources);
    return files.length > 2 || sources < files.length
      ? `${value}${sourceOf(figures)} in ${where}`
      : `${value} ${only} ${where}${sourceOf(figures)}`;
  });
  const isSourced = values.some(({ figures }) => sourceOf(figures) !== '') || sourceOf([own]) !== '';
  const all = values.some(({ files }) => files.length > 1) || values.length > 1 ? 'all' : 'both';
  const shared = common === null ? '' : `, ${all} given to ${common}`;
  return `${capitalised(listed([here, ...shown], values.length - shown.length, isSourced))}${shared}.`;
}

/** Values side by side: by semicolons where sources stand between them, else with one "and" before the last. */
function listed(parts: readonly string[], more: number, isSourced: boolean): string {
  const mark = isSourced && parts.length > 2 ? '; ' : ', ';
  if (more > 0) return `${parts.join(mark)}${mark}+${more} more`;
  if (parts.length < 3 || isSourced) return parts.join(mark);
  return `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`;
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

/** " (Ukraine)": whom the figures are given to, two at most; '' where nobody is named. */
function bracketed(figures: readonly Stated[]): string {
  const names: string[] = [];
  for (const { figure, text } of figures) {
    const name = namedSource(figure, text);
    if (name !== null && !names.some((known) => isOneSource(known, name))) names.push(name);
  }
  if (names.length === 0) return '';
  return names.length > 2 ? ` (${names[0]} and others)` : ` (${names.join(' and ')})`;
}
