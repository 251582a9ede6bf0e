import anyAscii from 'any-ascii';
import { sureClaimant } from '../claims/model';
import type { Figure } from '../claims/figures/model';
import { stateBehind } from '../claims/figures/seats';

/** Words that name nobody in particular: whoever they are, they may be the other article's source. */
const anybody = new Set(
  (
    'he she they it we i you who official officials authority authorities source sources report reports expert experts ' +
    'analyst analysts people witness witnesses statement spokesman spokeswoman spokesperson data figures records document ' +
    'documents media news police force officer team club court firm operator board office department prosecutor ' +
    'prosecutors agency company government minister president leader chief director'
  ).split(' '),
);
const empty = new Set(
  'the a an of and for at in on to by with from their his her its mr mrs ms dr said told'.split(' '),
);

/** Whose figure it is, as words to compare: none where nobody is named. */
export interface Source {
  readonly names: readonly string[];
  readonly sure: boolean;
}

const nobody: Source = { names: [], sure: false };

/** The source of a figure. `text` is its article's, for what stands behind the mention ("Zelensky, Ukraine's president"). */
export function sourceOf(figure: Figure, text: string): Source {
  const { claimant } = figure;
  if (!claimant) return nobody;
  const behind =
    /^,\s(?!wh|based\b|in\b|at\b)([^,.;:]{3,60}),/.exec(text.slice(claimant.end, claimant.end + 70))?.[1] ?? '';
  const levelled = anyAscii(`${claimant.name} ${claimant.mention} ${behind}`)
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(/\b([a-z])\.(?=[a-z])/g, '$1')
    .replace(/[^a-z0-9 -]/g, ' ');
  const words = levelled.split(/\s+/).filter((word) => word.length > 1 && !empty.has(word));
  const names = new Set<string>();
  words.forEach((word, i) => {
    const state = stateBehind(`${word} ${words[i + 1] ?? ''}`) ?? stateBehind(word);
    if (state !== null) names.add(state);
    names.add(word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : word);
  });
  if (/\bnorth korea/.test(levelled)) names.add('north korea');
  if (/\bsouth korea/.test(levelled)) names.add('south korea');
  for (const split of ['north', 'south', 'korea', 'korean', 'united', 'state', 'nation']) names.delete(split);
  const telling = [...names].filter((name) => !anybody.has(name));
  return { names: telling, sure: telling.length > 0 && claimant.confidence >= sureClaimant };
}

/** - `other`: two sources, each named as such. `open`: at least one article names nobody. */
type SourceRelation = 'same' | 'other' | 'open';

/** Whether two figures come from the same source, as far as their articles say. */
export function compareSources(a: Source, b: Source): SourceRelation {
  if (a.names.length === 0 || b.names.length === 0) return 'open';
  if (a.names.some((name) => b.names.includes(name))) return 'same';
  return a.sure && b.sure ? 'other' : 'open';
}
