import picomatch from 'picomatch/posix';

/** A name between two slashes is matched against so many stars: each more makes it two hundred times the work. */
const mostStarsInName = 3;
/** In how many ways a name of 255 letters, the longest that file systems take, may be held against one in a pattern. */
const mostWays = 2 ** 18;
/** So many patterns are used of a list: each file is held against all of them. Plain names are no patterns. */
export const mostPatterns = 200;
/** So many patterns without lists of folders may stand in one with: `{a,b/c}/**` is two. */
const mostSpelledOut = 256;

/**
 * Why matching a file pattern could take for ever on a long name that somebody has made for it, to go on "The pattern ";
 * null where it can't. Patterns come with folders and their settings, and a name is matched by trying: `*a*a*a*a*a*a` on a
 * name of two hundred letters would not end today.
 */
export function workFault(pattern: string): string | null {
  const spelled = spelledOut(pattern);
  if (spelled === null) return 'has too many lists of alternatives';
  for (const name of spelled.flatMap((one) => one.split('/'))) {
    if (name === anyFolders) continue;
    const stars = name.match(/\*+/g)?.length ?? 0;
    if (stars > mostStarsInName) return `has more than ${mostStarsInName} stars between two slashes`;
    if (choicesIn(name) * 256 ** Math.max(0, stars - 1) > mostWays) return 'has too many lists of alternatives';
  }
  return null;
}

/** Whether nothing in it stands for anything else. */
export const isPlainName = (pattern: string): boolean => !/[*?{[\\]/.test(pattern);

/**
 * Matches files by their names, relative to a folder and with `/`, against a pattern as VS Code writes them: `*`, `?` and
 * ranges in brackets within a name, `**` for folders of any depth, lists in braces. Upper and lower case are the same, and
 * brackets that are round are what they are. Name by name, so that what one costs doesn't multiply with what the next does.
 * @throws where the pattern can't be read. One with a {@link workFault} may take for ever.
 */
export function filePattern(pattern: string): (name: string) => boolean {
  if (pattern === '') throw new TypeError('it is empty.');
  const ways = (spelledOut(pattern) ?? []).map((one) =>
    one.replace(starThenAll, '$1/*/**').split('/').map(nameMatcher),
  );
  return (name) => {
    const names = name.split('/');
    return ways.some((matchers) => areMatched(names, matchers));
  };
}

/** Whether a name between two slashes is one that is meant; null for folders of any depth. */
type NameMatcher = ((name: string) => boolean) | null;

const anyFolders = '**';
// “wire/**” is the folder as well; were “*/**” so, it would be every file beside the folders.
const starThenAll = /((?:^|\/)(?!\*\*\/)[^/]*\*)(?:\/\*\*)+$/;

function nameMatcher(name: string): NameMatcher {
  if (name === anyFolders) return null;
  if (name === '') return (other) => other === '';
  // Two signs that mean something to the library alone.
  const plain = name.replace(/\\.|[()|"]/g, (sign) => (sign.length > 1 ? sign : `\\${sign}`));
  return picomatch(plain, { nocase: true, dot: true, nonegate: true, noextglob: true, regex: false });
}

/** At a name that doesn't match, the last `**` takes one folder more; those before it need not be tried again. */
function areMatched(names: readonly string[], matchers: readonly NameMatcher[]): boolean {
  let at = 0;
  let deep: { readonly next: number; taken: number } | null = null;
  for (let i = 0; i < names.length;) {
    const matches = matchers[at];
    if (matches === null) deep = { next: ++at, taken: i };
    else if (matches?.(names[i] ?? '')) {
      at++;
      i++;
    } else if (deep) {
      at = deep.next;
      i = ++deep.taken;
    } else return false;
  }
  return matchers.slice(at).every((rest) => rest === null);
}

/** The same pattern as several, where lists in it have a slash in them: those are no lists of names. Null: too many. */
function spelledOut(pattern: string): readonly string[] | null {
  const done: string[] = [];
  const left = [pattern];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    const list = listOfFolders(one);
    if (!list) done.push(one);
    else for (const item of list.items) left.push(one.slice(0, list.start) + item + one.slice(list.end));
    if (done.length + left.length > mostSpelledOut) return null;
  }
  return done;
}

/** The first list in braces, in none other, that has a slash in it. */
function listOfFolders(pattern: string): { start: number; end: number; items: readonly string[] } | null {
  let depth = 0;
  let start = 0;
  let commas: number[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const sign = pattern[i];
    if (sign === '\\') i++;
    else if (sign === '{' && depth++ === 0) {
      start = i;
      commas = [];
    } else if (sign === ',' && depth === 1) commas.push(i);
    else if (sign === '}' && depth > 0 && --depth === 0 && pattern.slice(start, i).includes('/')) {
      const ends = [...commas, i];
      return {
        start,
        end: i + 1,
        items: ends.map((end, k) => pattern.slice((k === 0 ? start : (ends[k - 1] ?? 0)) + 1, end)),
      };
    }
  }
  return null;
}

/** The product of the lengths of all lists in braces; lists in lists count by themselves. */
function choicesIn(name: string): number {
  const open: number[] = [];
  let product = 1;
  for (const sign of name) {
    const last = open.length - 1;
    if (sign === '{') open.push(1);
    else if (sign === ',' && last >= 0) open[last] = (open[last] ?? 0) + 1;
    else if (sign === '}') product *= open.pop() ?? 1;
  }
  return open.reduce((all, length) => all * length, product);
}
