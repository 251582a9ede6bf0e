/** A name between two slashes is matched against so many stars: each more makes it two hundred times the work. */
const mostStarsInName = 3;
/** Folders of any depth, `**`, that may follow one another. */
const mostDeepFolders = 4;
/** In how many ways alternatives may be put together, the longest list left out: that one is gone through once. */
const mostChoices = 64;

/**
 * Why matching a file pattern could take for ever on a long name that somebody has made for it, to go on "The pattern ";
 * null where it can't. Patterns come with folders and their settings, and are matched by trying: `*a*a*a*a*a*a` on a name of
 * two hundred letters would not end today.
 */
export function workFault(pattern: string): string | null {
  const names = pattern.split('/');
  const isDeep = (name: string): boolean => name === '**';
  if (names.filter(isDeep).length > mostDeepFolders) return `has “**” more than ${mostDeepFolders} times`;
  const starsIn = (name: string): number => name.match(/\*+|\+\(|!\(/g)?.length ?? 0;
  if (names.some((name) => !isDeep(name) && starsIn(name) > mostStarsInName))
    return `has more than ${mostStarsInName} stars between two slashes`;
  return choicesOf(pattern) > mostChoices ? 'has too many lists of alternatives' : null;
}

/** The product of the lengths of all lists in braces and brackets but the longest. Lists in lists count by themselves. */
function choicesOf(pattern: string): number {
  const open: number[] = [];
  const lengths: number[] = [];
  for (const character of pattern) {
    const last = open.length - 1;
    if (character === '{' || character === '(') open.push(1);
    else if ((character === ',' || character === '|') && last >= 0) open[last] = (open[last] ?? 0) + 1;
    else if ((character === '}' || character === ')') && last >= 0) lengths.push(open.pop() ?? 1);
  }
  lengths.push(...open);
  return lengths
    .sort((a, b) => a - b)
    .slice(0, -1)
    .reduce((product, length) => product * length, 1);
}
