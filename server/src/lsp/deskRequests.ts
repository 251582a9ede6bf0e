import { differenceOf, problemAt } from '../features/difference';
import {
  deskMethod,
  differenceMethod,
  type DeskResult,
  type DifferenceParams,
  type DifferenceResult,
} from '../protocol/desk';
import { toLocation, toOffset } from './convert';
import { guarded } from './dispatch';
import type { HandlerParts } from './handlers';
import { articleIdOf, readablePath, relativeName } from './uris';

/** What is declared in the folders, and what would be written down to accept a difference. */
export function registerDeskRequests({ connection, host, desk, uriOf, logger }: HandlerParts): void {
  connection.onRequest(
    differenceMethod,
    guarded<DifferenceParams, DifferenceResult | null>(logger, differenceMethod, null, (params) => {
      const analysis = host.snapshot();
      const id = articleIdOf(params.uri);
      const article = analysis.get(id)?.article;
      const problem = article && problemAt(analysis, id, params.code, toOffset(article, params.position));
      if (!problem) return null;
      // An article outside of all folders is accepted in the folder of the other side.
      const folder =
        [id, ...problem.related.map(({ articleId }) => articleId)]
          .map((one) => desk.folderOf(one))
          .find((one) => one !== null) ?? desk.folders()[0];
      if (!folder) return null;
      const fileOf = (one: string) =>
        desk.folderOf(one)?.id === folder.id ? relativeName(one, folder.id) : readablePath(one);
      const { code, differences } = differenceOf(analysis, id, problem);
      return {
        folder: folder.uri,
        message: problem.message,
        code,
        differences: differences.map((passages) =>
          passages.map(({ articleId, text }) => ({ file: fileOf(articleId), text })),
        ),
        related: problem.related.flatMap((passage) => toLocation(analysis, uriOf, passage.articleId, passage) ?? []),
      };
    }),
  );

  connection.onRequest(
    deskMethod,
    guarded<unknown, DeskResult>(logger, deskMethod, { folders: [] }, () => {
      const analysis = host.snapshot();
      const sources = analysis.ids.filter((id) => {
        const article = analysis.get(id)?.article;
        return article !== undefined && analysis.desk.isSource(article);
      });
      return {
        folders: desk.folders().map(({ id: folder, uri, reading }) => ({
          folder: uri,
          sources: sources.filter((id) => desk.folderOf(id)?.id === folder).map(uriOf),
          patterns: reading.file.sources ?? [],
          faults: reading.faults,
        })),
      };
    }),
  );
}
