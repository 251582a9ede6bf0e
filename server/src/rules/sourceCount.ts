import * as l10n from '@vscode/l10n';
import type { ArticleId } from '../core/article';
import { sourcesOf } from '../links/copies/copies';
import type { RuleContext } from './rule';

/** What was counted for an article: its problems name the same files over and over. */
const counted = new WeakMap<RuleContext['isCopy'], Map<string, number>>();

/** How many sources some articles are: copies of one text count once. Ids that stand there twice do too. */
export function countSources({ isCopy }: Pick<RuleContext, 'isCopy'>, ids: Iterable<ArticleId>): number {
  const articles = [...new Set(ids)];
  if (articles.length < 2) return articles.length;
  let known = counted.get(isCopy);
  if (!known) counted.set(isCopy, (known = new Map<string, number>()));
  const key = articles.join('\0');
  let count = known.get(key);
  if (count === undefined) known.set(key, (count = sourcesOf(articles, isCopy).length));
  return count;
}

/** "one source", "3 sources": what to say of files of which some are copies; '' where each is a source of its own. */
export const copiesAmong = (files: number, sources: number): string =>
  sources >= files ? '' : sources === 1 ? l10n.t('one source') : l10n.t('{0} sources', sources);
