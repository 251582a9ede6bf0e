import type { Connection, InitializeParams } from 'vscode-languageserver';
import type { ArticleId } from '../core/article';
import type { Logger } from '../core/logger';
import { noWordVectors, type LoadWordVectors } from '../core/wordVectors';
import { clientVectors, createClientFiles } from './clientFiles';
import { optionsOf, type ClientProfile } from './clientProfile';
import type { FileAccess, KeptAnalyses, Outside } from './outside';

/** How a file is reached: on disk where it lies there, else through the client, else not at all. */
export function fileAccess(
  connection: Connection,
  outside: Outside,
  profile: ClientProfile,
  logger: Logger,
): (id: ArticleId) => FileAccess | null {
  const disk = outside.openDisk?.(logger, outside.readers) ?? null;
  const client = profile.answersFiles ? createClientFiles(connection, logger) : null;
  return (id) => (disk?.reaches(id) ? disk : client);
}

/** Where analyses are kept; null where the client has given no place, or none that can be reached. */
export function keptAnalyses(outside: Outside, params: InitializeParams, logger: Logger): KeptAnalyses | null {
  const { storage, sentences } = optionsOf(params).secondSource ?? {};
  if (typeof storage !== 'string' || !outside.openKept) return null;
  // Problems are kept in the words in which they are told.
  return outside.openKept(storage, [JSON.stringify(sentences ?? null)], logger);
}

/** Where the word vectors come from; `fetch` stands where they must be waited for. */
export function wordVectorsOf(
  connection: Connection,
  outside: Outside,
  profile: ClientProfile,
  logger: Logger,
): { readonly load: LoadWordVectors; readonly fetch?: () => Promise<void> } {
  const complain = (message: string): void => {
    logger.warn(message);
  };
  if (outside.wordVectors) return { load: outside.wordVectors(complain) };
  return profile.answersFiles ? clientVectors(connection, complain) : { load: noWordVectors };
}
