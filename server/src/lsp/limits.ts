import * as l10n from '@vscode/l10n';
import type { ArticleId } from '../core/article';
import type { Logger } from '../core/logger';
import { megabytes } from '../disk/limits';
import { settingsSection, type ReachedLimit } from '../protocol';
import type { Problem } from '../rules/rule';
import { severities } from '../core/config';
import type { Settings } from './settings';

/** What was left out because a setting bounds it: said once in the output, and in the status for as long as it is so. */
export interface Limits {
  /** A file was looked at: it is larger than is read, or it isn't. */
  size(id: ArticleId, name: string, isTooLarge: boolean): void;
  /** A file was left out because there are as many articles as may be, or it is in or gone. */
  count(id: ArticleId, isLeftOut: boolean): void;
  /** A folder has more files than are even listed. */
  folderIsLarger(): void;
  /** An article was found to have so many problems; 0 where it is gone. */
  problems(id: ArticleId, name: string, count: number): void;
  /**
   * The bounds that are reached now, in the order of the settings.
   * @param isCounted whether all files have been read: only then the output is told how many there are.
   */
  reached(isCounted: boolean): readonly ReachedLimit[];
  /** All articles are about to be looked at: how many problems each has is found out anew. */
  recount(): void;
  /** Other settings or folders: which files are left out, or of which problems, is found out anew, and said again. */
  clear(what: 'files' | 'problems'): void;
}

const key = {
  size: `${settingsSection}.files.maxSize`,
  count: `${settingsSection}.files.maxArticles`,
  problems: `${settingsSection}.problems.maxPerFile`,
} as const;

/** How many files a sentence names. */
const named = 3;

/** @param onFiles called where another file is left out than before, or one no longer is. */
export function createLimits(settings: () => Settings, logger: Logger, onFiles: () => void): Limits {
  const tooLarge = new Map<ArticleId, string>();
  const leftOut = new Set<ArticleId>();
  const tooMany = new Map<ArticleId, { readonly name: string; readonly count: number }>();
  const said = new Set<string>();
  let more = false;

  function say(limit: ReachedLimit | null): void {
    if (!limit || said.has(limit.setting)) return;
    said.add(limit.setting);
    logger.warn(limit.message);
  }

  function ofSize(): ReachedLimit | null {
    if (tooLarge.size === 0) return null;
    const most = megabytes(settings().maxBytes);
    const message =
      tooLarge.size === 1
        ? l10n.t('{0} is larger than {1} and was not read. “{2}” sets the limit.', list(tooLarge), most, key.size)
        : l10n.t(
            '{0} files are larger than {1} and were not read ({2}). “{3}” sets the limit.',
            tooLarge.size,
            most,
            list(tooLarge),
            key.size,
          );
    return { setting: key.size, message };
  }

  function ofCount(): ReachedLimit | null {
    if (leftOut.size === 0 && !more) return null;
    const most = settings().maxArticles;
    const message = more
      ? l10n.t('The folder has more than {0} files; the rest were not read. “{1}” sets the limit.', most, key.count)
      : leftOut.size === 1
        ? l10n.t('{0} articles are read; 1 more file was left out. “{1}” sets the limit.', most, key.count)
        : l10n.t(
            '{0} articles are read; {1} more files were left out. “{2}” sets the limit.',
            most,
            leftOut.size,
            key.count,
          );
    return { setting: key.count, message };
  }

  function ofProblems(): ReachedLimit | null {
    const [first] = tooMany.values();
    if (!first) return null;
    const most = settings().maxProblems;
    const message =
      tooMany.size === 1
        ? l10n.t(
            '{0} has {1} problems; shown are the gravest {2}. “{3}” sets the limit.',
            first.name,
            first.count,
            most,
            key.problems,
          )
        : l10n.t(
            '{0} files have more than {1} problems; shown are the gravest of each ({2}). “{3}” sets the limit.',
            tooMany.size,
            most,
            list(new Map([...tooMany].map(([id, { name }]) => [id, name]))),
            key.problems,
          );
    return { setting: key.problems, message };
  }

  return {
    size(id, name, isTooLarge) {
      const wasTooLarge = tooLarge.has(id);
      if (!isTooLarge) tooLarge.delete(id);
      else tooLarge.set(id, name);
      if (isTooLarge !== wasTooLarge) onFiles();
    },
    count(id, isLeftOut) {
      const wasLeftOut = leftOut.has(id);
      if (isLeftOut) leftOut.add(id);
      else leftOut.delete(id);
      if (isLeftOut !== wasLeftOut) onFiles();
    },
    folderIsLarger() {
      more = true;
    },
    problems(id, name, count) {
      if (count > settings().maxProblems) tooMany.set(id, { name, count });
      else tooMany.delete(id);
    },
    reached(isCounted) {
      const limits = [ofSize(), ofCount(), ofProblems()].filter((one) => one !== null);
      if (isCounted) limits.forEach(say);
      return limits;
    },
    recount() {
      tooMany.clear();
    },
    clear(what) {
      if (what === 'problems') {
        tooMany.clear();
        said.delete(key.problems);
        return;
      }
      tooLarge.clear();
      leftOut.clear();
      more = false;
      said.delete(key.size);
      said.delete(key.count);
    },
  };
}

/** The names, the first few of them. */
function list(names: ReadonlyMap<ArticleId, string>): string {
  const all = [...names.values()];
  const first = all.slice(0, named).join(', ');
  return all.length > named ? `${first}, +${all.length - named}` : first;
}

/** The gravest problems of an article, so many of them, in the order of the text. */
export function gravestProblems(problems: readonly Problem[], most: number): readonly Problem[] {
  if (problems.length <= most) return problems;
  const kept = new Set(
    severities.flatMap((severity) => problems.filter((problem) => problem.severity === severity)).slice(0, most),
  );
  return problems.filter((problem) => kept.has(problem));
}
