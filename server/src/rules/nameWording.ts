import { nameWords } from '../links/names/compared';
import type { NamePlace, NameVariant } from '../links/names/model';
import { areSources, inSources } from './declaredSources';
import { inFiles, oneLine } from './figureWording';
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
  const and = alike > 1 ? ` and in ${alike === 2 ? '1 other file' : `${alike - 1} other files`}` : '';
  const subject = kind === 'office' ? `${oneLine(name)} is ` : '';
  const parts = spellings.slice(0, mostOthers).map(({ text, files, declared }) => {
    const only = alike > 1 && files.length === 1 && spellings.length === 1 && files[0] !== elsewhere ? 'only ' : '';
    return `“${text}” ${only}${declared ? `in ${inSources(files)}` : placed(files)}`;
  });
  const more = spellings.length > mostOthers ? `, +${spellings.length - mostOthers} more` : '';
  return `${subject}“${oneLine(own.text)}” ${isAlone ? 'only ' : ''}here${and}, ${parts.join(', ')}${more}.`;
}

const elsewhere = 'elsewhere in this file';

/** "in wire.txt and courier.txt", "elsewhere in this file and in wire.txt". */
function placed(files: readonly string[]): string {
  const others = files.filter((file) => file !== elsewhere);
  const own = others.length < files.length ? [elsewhere] : [];
  return [...own, ...(others.length > 0 ? [`in ${inFiles(others)}`] : [])].join(' and ');
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
