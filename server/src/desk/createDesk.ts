import type { Article, ArticleId } from '../core/article';
import type { ProblemCode } from '../core/config';
import { emptyDesk, type Acceptance, type Desk } from '../core/desk';
import { textHash } from '../core/textHash';
import { differenceKey, type DeskFile } from '../protocol/desk';
import { filePattern, isPlainName } from '../protocol/filePattern';

/** A folder with what stands in its file. */
export interface DeskFolder {
  readonly file: DeskFile;
  /** The name of an article below the folder, with `/`; null for one that is elsewhere. */
  readonly nameIn: (article: Article) => string | null;
}

/**
 * Puts the files of all folders together. Sources are those of the article's own folder; a difference counts as accepted
 * wherever that was written down. Both are looked up in constant time.
 */
export function createDesk(folders: readonly DeskFolder[]): Desk {
  const matchers = folders.flatMap(({ file, nameIn }) => {
    const matches = matcherOf(file.sources ?? []);
    return matches ? [{ nameIn, matches }] : [];
  });
  const acceptances = new Map<string, Acceptance>();
  for (const { file } of folders) {
    for (const { code, passages, reason, by, at } of file.accepted ?? []) {
      const key = differenceKey(
        code,
        passages.map(({ text }) => text),
      );
      if (!acceptances.has(key)) acceptances.set(key, { reason, by, at });
    }
  }
  if (matchers.length === 0 && acceptances.size === 0) return emptyDesk;
  // Asked at every keystroke, of articles whose names stay.
  const known = new Map<ArticleId, { readonly name: string; readonly isSource: boolean }>();
  return {
    hasSources: matchers.length > 0,
    hasAccepted: acceptances.size > 0,
    isSource(article) {
      if (matchers.length === 0) return false;
      const { id, name } = article;
      const before = known.get(id);
      if (before?.name === name) return before.isSource;
      const isSource = matchers.some(({ nameIn, matches }) => {
        const inFolder = nameIn(article);
        return inFolder !== null && matches(inFolder);
      });
      known.set(id, { name, isSource });
      return isSource;
    },
    key: String(textHash(JSON.stringify([...acceptances]))),
    acceptance: (code: ProblemCode, passages) => acceptances.get(differenceKey(code, passages)) ?? null,
  };
}

/**
 * Matches the names of files against patterns; upper and lower case are the same. A pattern that is a file's own name
 * matches it, whatever signs are in it.
 * @returns null where no pattern can be read.
 */
export function matcherOf(patterns: readonly string[]): ((name: string) => boolean) | null {
  const names = new Set<string>();
  const matchers: ((name: string) => boolean)[] = [];
  for (const pattern of patterns) {
    const plain = pattern.replace(/^(?:\.\/)+/, '');
    names.add(plain.toLowerCase());
    if (isPlainName(plain)) continue;
    try {
      matchers.push(filePattern(plain));
    } catch {
      // What is no pattern may still be a name.
    }
  }
  if (names.size === 0) return null;
  return (name) => names.has(name.toLowerCase()) || matchers.some((matches) => matches(name));
}
