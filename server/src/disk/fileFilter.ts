import type { Logger } from '../core/logger';
import { filePattern, mostPatterns, workFault } from '../protocol/filePattern';

/** The files that are articles where nobody says otherwise. */
export const defaultInclude: readonly string[] = ['**/*.{txt,md}'];

/** Decides by its name alone whether a file may be an article. Names are relative to the folder, with `/`. */
export interface FileFilter {
  /** Whether the file is wanted, every folder on its way included. */
  accepts(name: string): boolean;
  /** Whether files below this folder may be wanted; looks at the folder's own name only, not at those above it. */
  entersFolder(name: string): boolean;
  /** Like `accepts`, for a file whose folders are known to be entered. */
  acceptsInFolder(name: string): boolean;
}

/**
 * Makes a filter from globs as VS Code writes them. Hidden files and folders and `node_modules` are always left out.
 * Upper and lower case are the same: `STORY.TXT` is an article.
 * @param include an empty list stands for the default. A glob that can't be read is logged and left out.
 */
export function createFileFilter(include: readonly string[], exclude: readonly string[], logger: Logger): FileFilter {
  const wanted = matcherOf(include.length > 0 ? include : defaultInclude, logger);
  const unwanted = matcherOf(exclude, logger);
  const isLeftOut = (name: string): boolean => isHidden(name) || unwanted(name);
  const acceptsInFolder = (name: string): boolean => wanted(name) && !isLeftOut(name);
  const entersFolder = (name: string): boolean => !isLeftOut(name);
  return {
    acceptsInFolder,
    entersFolder,
    accepts: (name) => acceptsInFolder(name) && foldersOf(name).every(entersFolder),
  };
}

/** Whether the last part of the name says that tools, not people, look after it. */
function isHidden(name: string): boolean {
  const base = name.slice(name.lastIndexOf('/') + 1);
  return base.startsWith('.') || base === 'node_modules';
}

/** @example foldersOf('a/b/c.txt') // ['a', 'a/b'] */
function foldersOf(name: string): string[] {
  const folders: string[] = [];
  for (let slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
    folders.push(name.slice(0, slash));
  }
  return folders;
}

/** So much of a pattern is named in the log, in UTF-16 units. */
const longestShown = 100;

function matcherOf(globs: readonly string[], logger: Logger): (name: string) => boolean {
  const matchers: ((name: string) => boolean)[] = [];
  if (globs.length > mostPatterns) logger.warn(`Of ${globs.length} file patterns the first ${mostPatterns} are used.`);
  for (const glob of globs.slice(0, mostPatterns)) {
    const fault = workFault(glob);
    if (fault !== null) {
      logger.warn(`The file pattern “${glob.slice(0, longestShown)}” was left out: it ${fault}.`);
      continue;
    }
    try {
      matchers.push(filePattern(glob.replace(/^\.?\//, '')));
    } catch (error) {
      logger.warn(`The file pattern “${glob}” was left out: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return (name) => matchers.some((matches) => matches(name));
}
