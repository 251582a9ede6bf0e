import * as l10n from '@vscode/l10n';
import { nameWords } from '../links/names/compared';
import type { NamePlace, NameVariant } from '../links/names/model';
import { areSources, inSources } from './declaredSources';
import { inFiles, oneLine, otherFiles } from './figureWording';
import type { RuleContext } from './rule';

/** So many other spellings are shown; the rest is counted. */
const mostOthers = 2;

/** What a related place says: the name as it stands there. */
export const relatedNameMessage = ({ text }: NamePlace): string => oneLine(text);

/**
 * One sentence on a name and how other files have it, the most frequent first: “Aleksei Navalny” here, “Alexei Navalny”
 * in 2 other files. A side that stands alone against several is told as such.
 */
export function nameMessage(
  variant: NameVariant,
  context: Pick<RuleContext, 'article' | 'nameOf' | 'isSource'>,
): string {
  const here = context.article.id;
  const { own, name, kind, alike } = variant;
  const spellings = bySpelling(variant.others, kind === 'office').map((places) => ({
    text: shortest(places),
    files: [...new Set(places.map(({ articleId }) => (articleId === here ? elsewhere : context.nameOf(articleId))))],
    declared: areSources(
      context,
      places.map(({ articleId }) => articleId),
    ),
  }));
  spellings.sort((a, b) => b.files.length - a.files.length);
  const against = new Set(variant.others.map(({ articleId }) => articleId)).size;
  const isAlone = alike === 1 && against > 1 && spellings.length === 1;
  const parts = spellings.slice(0, mostOthers).map(({ text, files, declared }) => {
    const isOnly = alike > 1 && files.length === 1 && spellings.length === 1 && files[0] !== elsewhere;
    return declared ? nameIn(text, inSources(files), isOnly) : nameThere(text, files, isOnly);
  });
  const more = spellings.length > mostOthers ? [l10n.t('+{0} more', spellings.length - mostOthers)] : [];
  const others = alike > 1 ? otherFiles(alike - 1) : '';
  const words = oneLine(own.text);
  const first =
    kind === 'office' ? officeHere(oneLine(name), words, isAlone, others) : nameHere(words, isAlone, others);
  return `${[first, ...parts, ...more].join(', ')}.`;
}

/** Stands for the file at hand. */
const elsewhere = '';

/** `others`: the files that have it too, or ''. */
function nameHere(words: string, isAlone: boolean, others: string): string {
  if (isAlone) return l10n.t('“{0}” only here', words);
  return others === '' ? l10n.t('“{0}” here', words) : l10n.t('“{0}” here and in {1}', words, others);
}

function officeHere(name: string, office: string, isAlone: boolean, others: string): string {
  if (isAlone) return l10n.t('{0} is “{1}” only here', name, office);
  return others === ''
    ? l10n.t('{0} is “{1}” here', name, office)
    : l10n.t('{0} is “{1}” here and in {2}', name, office, others);
}

const nameIn = (words: string, files: string, isOnly: boolean): string =>
  isOnly ? l10n.t('“{0}” only in {1}', words, files) : l10n.t('“{0}” in {1}', words, files);

function nameThere(words: string, files: readonly string[], isOnly: boolean): string {
  const others = files.filter((file) => file !== elsewhere);
  if (others.length === files.length) return nameIn(words, inFiles(others), isOnly);
  return others.length === 0
    ? l10n.t('“{0}” elsewhere in this file', words)
    : l10n.t('“{0}” elsewhere in this file and in {1}', words, inFiles(others));
}

/** The places by how they spell the name, initials and capitals aside; of offices by their words. */
function bySpelling(places: readonly NamePlace[], isOffice: boolean): readonly NamePlace[][] {
  const groups = new Map<string, NamePlace[]>();
  for (const place of places) {
    const words = isOffice
      ? place.text.toLowerCase()
      : nameWords(place.text)
          .map(({ plain }) => plain)
          .join(' ');
    const group = groups.get(words);
    if (group) group.push(place);
    else groups.set(words, [place]);
  }
  return [...groups.values()];
}

const shortest = (places: readonly NamePlace[]): string =>
  places.reduce((one, { text }) => (one === '' || text.length < one.length ? oneLine(text) : one), '');
