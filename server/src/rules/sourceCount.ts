import * as l10n from '@vscode/l10n';
import type { ArticleId } from '../core/article';
import { sourcesOf } from '../links/copies/copies';
import type { RuleContext } from './rule';

/** How many sources some articles are: copies of one text count once. Ids that stand there twice do too. */
export const countSources = ({ isCopy }: Pick<RuleContext, 'isCopy'>, ids: Iterable<ArticleId>): number =>
  sourcesOf([...new Set(ids)], isCopy).length;

/** "one source", "3 sources": what to say of files of which some are copies; '' where each is a source of its own. */
export const copiesAmong = (files: number, sources: number): string =>
  sources >= files ? '' : sources === 1 ? l10n.t('one source') : l10n.t('{0} sources', sources);
