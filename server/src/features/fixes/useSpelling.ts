import * as l10n from '@vscode/l10n';
import type { Analysis } from '../../analysis';
import type { ArticleName, Claims } from '../../claims/model';
import type { RelatedPassage } from '../../rules/rule';
import { grouped, sourcesFirst, type Edit, type Fix, type FixContext } from './fix';

/**
 * "Use the spelling NAME everywhere in this file": one for each other spelling, quotes included, for the desk spells the
 * names there too. Names of other people that have a word in common stay. Offices aren't spelled.
 */
export function spellingFixes({ analysis, article, problem }: FixContext): readonly Fix[] {
  const claims = analysis.get(article.id)?.claims;
  const own = article.text.slice(problem.start, problem.end);
  const name = claims?.names.find(({ spellings }) =>
    spellings.some((one) => one.start <= problem.start && problem.end === one.end),
  );
  if (!claims || !name || isOffice(claims, problem.start)) return [];
  const related = sourcesFirst(analysis, problem.related, ({ articleId }) => articleId);
  const groups = grouped(related, (other) => spellingAt(analysis, other)).filter(([other]) => {
    const words = spellingAt(analysis, other);
    return words !== '' && words !== oneLine(own);
  });
  return groups.flatMap((group): readonly Fix[] => {
    const spelling = spellingAt(analysis, group[0]);
    const edits = editsFor(article.text, claims, name, own, spelling);
    if (edits.length === 0) return [];
    const isSource = group.some(({ articleId }) => {
      const other = analysis.get(articleId)?.article;
      return other !== undefined && analysis.desk.isSource(other);
    });
    const description =
      edits.length === 1
        ? l10n.t('“{0}” becomes “{1}”', oneLine(own), spelling)
        : l10n.t('“{0}” becomes “{1}”, in {2} places', oneLine(own), spelling, edits.length);
    return [
      {
        title: l10n.t('Use the spelling “{0}” everywhere in this file', spelling),
        description,
        preferred: isSource,
        edits,
      },
    ];
  });
}

const isOffice = (claims: Claims, start: number): boolean =>
  claims.names.some(({ offices }) => offices.some((office) => office.start === start));

const spellingAt = (analysis: Analysis, { articleId, start, end }: RelatedPassage): string =>
  oneLine(analysis.get(articleId)?.article.text.slice(start, end) ?? '');

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** A shorter word is too likely to be something else where it stands alone. */
const shortestAlone = 4;

function editsFor(text: string, claims: Claims, name: ArticleName, own: string, spelling: string): readonly Edit[] {
  const changes = changedWords(own, spelling);
  const replace = (words: string): string =>
    changes ? words.replace(/[^\s-]+/g, (word) => changes.get(word) ?? word) : words;
  /** What each string that may stand in the text becomes; another's name becomes what it is. */
  const become = new Map<string, string>();
  for (const other of claims.names) {
    if (other !== name) for (const one of other.spellings) become.set(oneLine(one.text), oneLine(one.text));
  }
  for (const one of name.spellings) become.set(oneLine(one.text), replace(oneLine(one.text)));
  become.set(oneLine(own), spelling);
  const last = oneLine(own).split(' ').at(-1) ?? '';
  if (last.length >= shortestAlone && !isSharedWord(claims, name, last)) become.set(last, replace(last));
  for (const [from, to] of [...become]) {
    const capitals = from.toLocaleUpperCase('en');
    if (capitals !== from && !become.has(capitals))
      become.set(capitals, to === from ? capitals : to.toLocaleUpperCase('en'));
  }
  const longestFirst = [...become.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${longestFirst.map((one) => escaped(one).replace(/ /g, '\\s+')).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return [...text.matchAll(pattern)].flatMap(({ 0: words, index }): Edit[] => {
    const to = become.get(oneLine(words)) ?? words;
    return to === oneLine(words) ? [] : [{ start: index, end: index + words.length, text: to }];
  });
}

const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Which word becomes which; null where the spellings have different numbers of words, and only the whole can be changed. */
function changedWords(own: string, spelling: string): ReadonlyMap<string, string> | null {
  const words = oneLine(own).split(/[\s-]+/);
  const others = spelling.split(/[\s-]+/);
  if (words.length !== others.length) return null;
  return new Map(words.flatMap((word, i) => (word === others[i] ? [] : [[word, others[i] ?? word] as const])));
}

const isSharedWord = (claims: Claims, name: ArticleName, word: string): boolean =>
  claims.names.some(
    (other) => other !== name && other.spellings.some(({ text }) => text.split(/[\s-]+/).includes(word)),
  );
