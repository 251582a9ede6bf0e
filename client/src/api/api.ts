import { Uri, l10n } from 'vscode';
import { State } from 'vscode-languageclient';
import {
  claimsMethod,
  findQuoteMethod,
  linksMethod,
  problemsMethod,
  type ArticleParams,
  type FindQuoteParams,
  type ProblemsParams,
  type ProblemsResult,
  type WireClaims,
  type WireFoundQuote,
  type WireLink,
} from '../../../server/src/protocol/api';
import type { Parts } from '../parts';
import { registerFindQuoteTool } from './findQuoteTool';
import type { SecondSourceApi } from './types';

export type { SecondSourceApi } from './types';

/** Makes what the extension exports, and offers the tool for language models where the editor has such tools. */
export function createApi({ client, feed, context }: Parts): SecondSourceApi {
  const ask = async <T>(method: string, params: unknown): Promise<T> => {
    if (client.state !== State.Running) throw new Error(l10n.t('The language server of Second Source is not running.'));
    return frozen(await client.sendRequest<T>(method, params));
  };
  const ofArticle = async <T>(method: string, article: unknown): Promise<T> => {
    const params: ArticleParams = { uri: uriIn(article) };
    const found = await ask<T | null>(method, params);
    if (found === null) throw new Error(notAnArticle(params.uri));
    return found;
  };
  const api: SecondSourceApi = {
    version: 1,
    stories: async () => frozen((await feed.stories()).stories),
    async sheet(story) {
      if (typeof story !== 'string') throw new TypeError(l10n.t('The id of a story must be given, as text.'));
      const found = await feed.sheet(story);
      if (!found) throw new Error(l10n.t('There is no story “{0}” any more; ask for the stories again.', story));
      return frozen(found);
    },
    claims: (article) => ofArticle<WireClaims>(claimsMethod, article),
    links: (article) => ofArticle<readonly WireLink[]>(linksMethod, article),
    async problems(article) {
      const params: ProblemsParams = { uri: article === undefined ? null : uriIn(article) };
      const found = await ask<ProblemsResult>(problemsMethod, params);
      if (!found)
        throw new Error(params.uri === null ? l10n.t('The problems were not found.') : notAnArticle(params.uri));
      return found;
    },
    async findQuote(text) {
      if (typeof text !== 'string') throw new TypeError(l10n.t('The words to find must be given, as text.'));
      const params: FindQuoteParams = { text };
      return ask<readonly WireFoundQuote[]>(findQuoteMethod, params);
    },
    onDidChange: feed.onDidChange,
  };
  context.subscriptions.push(...registerFindQuoteTool(api));
  return Object.freeze(api);
}

/** Callers from JavaScript may hand over anything. */
function uriIn(article: unknown): string {
  if (article instanceof Uri) return article.toString();
  if (typeof article === 'string' && article !== '') return article;
  throw new TypeError(l10n.t('An article must be given, as a Uri or as the text of one.'));
}

const notAnArticle = (uri: string): string =>
  l10n.t('Second Source does not read {0} as an article, or has not read it yet.', uri);

/** Freezes a JSON value and all that is in it: what one caller is given another may be given too. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) frozen<unknown>(inner);
  return Object.freeze(value);
}
